"""Where a request comes from, as far as that can be believed."""

from __future__ import annotations

import ipaddress
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def client_address(request: HttpRequest) -> str:
    """The address of the caller. ``X-Forwarded-For`` is read from its end, as far as trusted proxies wrote it."""
    found = plain(str(request.META.get("REMOTE_ADDR", "")))
    for step in reversed(request.headers.get("X-Forwarded-For", "").split(",")):
        if not trusted(found, tuple(settings.TRUSTED_PROXIES)) or not (claimed := plain(step.strip())):
            break
        found = claimed
    return found


def limited_address(request: HttpRequest) -> str:
    """What is counted as one caller: an IPv4 address, or the /64 that one household or office gets."""
    found = client_address(request)
    return str(ipaddress.ip_network((found, 64), strict=False)) if ":" in found else found


def plain(text: str) -> str:
    """The address in a text; empty when there is none. An IPv4 address inside an IPv6 one is itself."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return ""
    return str(getattr(address, "ipv4_mapped", None) or address)


@lru_cache(maxsize=4096)
def trusted(address: str, proxies: tuple[str, ...]) -> bool:
    """True for a proxy of ours; a Unix socket has no address, and only this machine reaches it."""
    if not address or "*" in proxies:
        return True
    return any(ipaddress.ip_address(address) in network for network in networks(proxies))


@lru_cache(maxsize=8)
def networks(proxies: tuple[str, ...]) -> tuple[Network, ...]:
    """The networks that the setting names."""
    return tuple(ipaddress.ip_network(one, strict=False) for one in proxies if one != "*")
