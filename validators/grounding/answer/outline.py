"""An answer's text with its passages, and what stands in each."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Protocol, TypeVar

from validators.grounding.answer.layout import BULLET, Passage, passages


class _Placed(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=_Placed)
_LONGEST_BLOCK = 60  # passages


class Outline:
    """`text` cut into passages."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.passages: tuple[Passage, ...] = passages(text)

    @cached_property
    def running(self) -> Sequence[tuple[int, Passage]]:
        """The passages of running text, no cells and no headers, each after its place."""
        return [(at, each) for at, each in enumerate(self.passages) if not (each.cell or each.header)]

    def placed(self, items: Sequence[T]) -> Mapping[int, list[T]]:
        """Items, in order of their start, by the passage they stand in."""
        held: dict[int, list[T]] = {}
        place, last = 0, len(self.passages)
        for item in items:
            while place < last and self.passages[place].end <= item.start:
                place += 1
            if place < last and self.passages[place].start <= max(item.start, item.end - 1):
                held.setdefault(place, []).append(item)
        return held

    def starts_bullet(self, place: int) -> bool:
        """Whether a passage is the first of a bullet."""
        own = self.passages[place]
        line = self.text[self.text.rfind("\n", 0, own.start) + 1 : own.start]
        return not own.cell and bool(line.strip(" \t")) and own.previous is None

    def before(self, passage: Passage, steps: int) -> list[tuple[int, Passage]]:
        """The passages before one in the running text, the nearest first, `steps` at most."""
        found: list[tuple[int, Passage]] = []
        previous = passage.previous
        while previous is not None and len(found) < steps:
            found.append((previous, self.passages[previous]))
            previous = self.passages[previous].previous
        return found

    def blocks_before(self, place: int, steps: int) -> list[int]:
        """The passages before one, the nearest first, `steps` sentences at most, of which a list or a table counts as one."""
        found: list[int] = []
        listed = self._is_listed(place)
        for at in range(place - 1, max(-1, place - 1 - _LONGEST_BLOCK), -1):
            again = listed and self._is_listed(at)
            steps -= not again
            if steps < 0:
                break
            found.append(at)
            listed = self._is_listed(at)
        return found

    def header_of_first_column(self, place: int) -> int | None:
        """The header of a table cell that stands in the first column; None elsewhere, and where the table has no header."""
        own = self.passages[place]
        if not own.cell or not own.parents or self.passages[own.parents[0]].cell:
            return None
        return own.parents[0]

    @cached_property
    def columns(self) -> Mapping[int, list[int]]:
        """The cells that stand in a column of a table, in order, by the passage of its header."""
        found: dict[int, list[int]] = {}
        for place, own in enumerate(self.passages):
            for parent in own.parents[:2] if own.cell else ():
                if not self.passages[parent].cell:
                    found.setdefault(parent, []).append(place)
        return found

    def is_beside(self, place: int, other: int) -> bool:
        """Whether two passages are one, or stand in one list or table."""
        if place == other:
            return True
        start, end = sorted((self.passages[place].start, self.passages[other].start))
        return self._is_listed(place) and self._is_listed(other) and "\n\n" not in self.text[start:end]

    def is_of_one_row(self, place: int, other: int) -> bool:
        """Whether no two passages are cells in different rows of a table."""
        one, two = self.passages[place], self.passages[other]
        return not (one.cell and two.cell) or one.parents[:1] == two.parents[:1]

    def _is_listed(self, place: int) -> bool:
        """Whether a passage stands in a list or a table."""
        own = self.passages[place]
        line = self.text.rfind("\n", 0, own.start) + 1
        return own.cell or BULLET.match(self.text, line) is not None
