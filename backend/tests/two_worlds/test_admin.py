"""A superuser, page by page through the admin: it does not tell the worlds apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from html import unescape
from urllib.parse import urljoin

from tests.two_worlds import Ask, Reply, Report, Request
from tests.two_worlds.worlds import SECRETS, Ground, both

Tell = Callable[[str, object], None]
SAME_KIND = 2
"""So many pages of one kind are looked at: two people, say."""
ID = re.compile(r"/[0-9a-f-]{36}/|/\d+/|=[^&]+")


def crawl(ask: Ask, start: str, more: list[str]) -> dict[Request, Reply]:
    """Follow the links under an address, filters one at a time, and ask for some more pages; a few of each kind."""
    found: dict[Request, Reply] = {}
    kinds: Counter[str] = Counter()
    waiting = [start, *more]
    while waiting:
        path = waiting.pop(0)
        request = Request("GET admin", "GET", path, headers=(("Accept", "text/html"),))
        kind = ID.sub("*", path)
        enough = kinds[kind] >= SAME_KIND or path.count("=") > 1 or "logout" in path
        if request in found or (enough and path not in more):
            continue
        kinds[kind] += 1
        reply = found[request] = ask(request)
        links = re.findall(r'href="([^"#]+)"', reply.body.decode(errors="replace"))
        waiting += [link for link in (urljoin(path, unescape(each)) for each in links) if link.startswith(start)]
    return found


def test_no_page_of_the_admin_tells_the_worlds_apart(ground: Ground, record_property: Tell) -> None:
    carl = f"/admin/accounts/person/{ground.people['Carl'].pk}"
    more = [f"{carl}/change/", f"{carl}/delete/", f"{carl}/history/"]
    first, second = both(ground, "Root")
    report = Report()
    with first() as sessions:
        seen = crawl(sessions["Root"], "/admin/", more)
    with second() as sessions:
        again: Mapping[str, Ask] = sessions
        for request, reply in seen.items():
            report.note(request, reply, again["Root"](request))
    record_property(
        "summary", f"two worlds, a superuser in the admin: {len(seen)} pages, {len(report.found)} differences"
    )
    assert [str(one) for one in report.found] == []
    assert not [request for request, reply in seen.items() if reply.status != 200]
    assert len(seen) > 20
    assert not [word for word in SECRETS.values() for reply in seen.values() if word.encode() in reply.body]
