"""Which members of a resource a reply holds: ``fields``, ``omit`` and ``expand``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.http import QueryDict

from vivavoce.core.hints import Hint
from vivavoce.core.problems import Fault, fault


@dataclass(frozen=True)
class Representation:
    """The members that the caller chose; everything when nothing was chosen."""

    fields: frozenset[str] | None = None
    omit: frozenset[str] = field(default_factory=frozenset)
    expand: frozenset[str] = field(default_factory=frozenset)

    def shows(self, name: str) -> bool:
        """True when the reply holds this member."""
        return name not in self.omit and (self.fields is None or name in self.fields)

    def expands(self, name: str) -> bool:
        """True when this related object comes with all its members."""
        return name in self.expand and self.shows(name)


def read(params: QueryDict, members: Iterable[str], expandable: Iterable[str]) -> tuple[Representation, list[Fault]]:
    """The caller's choice, and what is wrong with it."""
    members, faults = list(members), []
    chosen: dict[str, frozenset[str] | None] = {}
    for parameter, allowed in (("fields", members), ("omit", members), ("expand", list(expandable))):
        names, wrong = names_in(params, parameter, allowed)
        chosen[parameter] = frozenset(names) if parameter in params else None
        faults += wrong if allowed else []  # without anything to expand the parameter itself is unknown
    return Representation(chosen["fields"], chosen["omit"] or frozenset(), chosen["expand"] or frozenset()), faults


def names_in(params: QueryDict, parameter: str, allowed: Iterable[str]) -> tuple[list[str], list[Fault]]:
    """The comma-separated or repeated names that a parameter was given, and a fault for each unknown one."""
    allowed, names, faults = list(allowed), [], []
    for word in dict.fromkeys(part.strip() for text in params.getlist(parameter) for part in text.split(",")):
        if word in allowed:
            names.append(word)
        else:
            detail = f'"{word}" is not one of the names that {parameter} knows here.'
            faults.append(fault(Hint("not_allowed", word=word, allowed=allowed), detail, parameter=parameter))
    return names, faults
