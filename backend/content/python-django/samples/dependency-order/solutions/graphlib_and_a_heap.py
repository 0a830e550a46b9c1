"""The order in which migrations run: the standard library knows who is ready, a heap who is first."""

import heapq
from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter


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
    graph = {name: set(needed) - done for name, needed in needs.items() if name not in done}
    for name, needed in graph.items():
        for other in needed:
            if other not in graph:
                raise Unknown(name, other)
    sorter = TopologicalSorter(graph)
    try:
        sorter.prepare()
    except CycleError as error:
        # Its list goes from what is needed to who needs it.
        raise Circle(error.args[1][::-1]) from error
    order: list[str] = []
    ready: list[str] = []
    while sorter.is_active():
        for name in sorter.get_ready():
            heapq.heappush(ready, name)
        order.append(heapq.heappop(ready))
        sorter.done(order[-1])
    return order
