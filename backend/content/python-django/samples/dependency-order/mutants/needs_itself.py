"""Overlooks that a migration needs itself."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping


class Circle(ValueError):
    """Migrations that wait for each other; ``path`` leads round, and its first and last name are the same."""

    def __init__(self, path: list[str]) -> None:
        super().__init__(" -> ".join(path))
        self.path = path


class Unknown(LookupError):
    """A migration that ``name`` needs and that there is not."""

    def __init__(self, name: str, needed: str) -> None:
        super().__init__(f"{name} needs {needed}, which there is not")
        self.name = name
        self.needed = needed


def plan(needs: Mapping[str, Iterable[str]], applied: Iterable[str] = ()) -> list[str]:
    """The names of what is not applied yet, each after what it needs."""
    done = set(applied)
    open_needs = {name: set(needed) - done - {name} for name, needed in needs.items() if name not in done}
    needed_by: defaultdict[str, list[str]] = defaultdict(list)
    for name, needed in open_needs.items():
        for other in needed:
            if other not in open_needs:
                raise Unknown(name, other)
            needed_by[other].append(name)
    ready = [name for name, needed in open_needs.items() if not needed]
    heapq.heapify(ready)
    order = []
    while ready:
        name = heapq.heappop(ready)
        order.append(name)
        del open_needs[name]
        for other in needed_by[name]:
            open_needs[other].remove(name)
            if not open_needs[other]:
                heapq.heappush(ready, other)
    if open_needs:
        raise _circle(open_needs)
    return order


def _circle(needs: Mapping[str, set[str]]) -> Circle:
    """Walk from need to need among those that are left: each has one, so some name must come again."""
    path = [min(needs)]
    while True:
        following = min(name for name in needs[path[-1]] if name in needs)
        if following in path:
            return Circle([*path[path.index(following) :], following])
        path.append(following)
