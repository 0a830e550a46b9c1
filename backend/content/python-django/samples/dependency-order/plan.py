"""The order in which migrations run."""

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
    raise NotImplementedError
