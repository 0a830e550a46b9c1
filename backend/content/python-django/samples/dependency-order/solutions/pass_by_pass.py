"""The order in which migrations run: look through what is left for the first that is ready, as often as needed."""

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
    left = {name: set(needed) - done for name, needed in needs.items() if name not in done}
    for name, needed in left.items():
        for other in needed:
            if other not in left:
                raise Unknown(name, other)
    order: list[str] = []
    while left:
        ready = [name for name, needed in left.items() if needed.isdisjoint(left)]
        if not ready:
            raise _circle(left)
        order.append(min(ready))
        del left[order[-1]]
    return order


def _circle(needs: Mapping[str, set[str]]) -> Circle:
    """Walk from need to need among those that are left: each has one, so some name must come again."""
    path = [min(needs)]
    while True:
        following = min(name for name in needs[path[-1]] if name in needs)
        if following in path:
            return Circle([*path[path.index(following) :], following])
        path.append(following)
