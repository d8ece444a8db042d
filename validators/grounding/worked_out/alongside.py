"""Two records, or two keys of records, that an answer sets side by side by some of their numbers, and what else stands in both: "the
CAGR falls to 6.7% from 7.1%, and the drawdown gets 1.3 points deeper"."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import combinations

from validators.grounding.tools.number import KEY_IN_PATH, ToolNumber

_MOST = 60  # pairs
_Path = tuple[str, ...]


class Alongside:
    """The numbers of the tools by their paths."""

    def __init__(self, numbers: Iterable[ToolNumber]) -> None:
        self._numbers = numbers

    def of(self, told: Sequence[ToolNumber]) -> Iterator[tuple[ToolNumber, ToolNumber]]:
        """The pairs of numbers that stand to each other as two of those `told` do, whose paths differ in one key."""
        sides = {side: None for one, other in combinations(told, 2) if (side := _side(one, other)) is not None}
        pairs = (pair for side in sides for pair in self._at(*side))
        for pair, _ in zip(pairs, range(_MOST), strict=False):
            yield pair

    def _at(self, place: int, one: str, other: str) -> Iterator[tuple[ToolNumber, ToolNumber]]:
        for path in self._by_key.get((place, one), ()):
            counterpart = self._by_path.get((*path[:place], other, *path[place + 1 :]))
            if counterpart is not None:
                yield self._by_path[path], counterpart

    @cached_property
    def _by_path(self) -> dict[_Path, ToolNumber]:
        return {_path(number): number for number in self._numbers if not (number.length or number.prose)}

    @cached_property
    def _by_key(self) -> dict[tuple[int, str], list[_Path]]:
        found: dict[tuple[int, str], list[_Path]] = {}
        for path in self._by_path:
            for place, key in enumerate(path):
                found.setdefault((place, key), []).append(path)
        return found


def _path(number: ToolNumber) -> _Path:
    call, _, path = number.source.partition(" ")
    return call, *KEY_IN_PATH.findall(path)


def _side(one: ToolNumber, other: ToolNumber) -> tuple[int, str, str] | None:
    """Where two paths differ if they do in one key only, and the keys."""
    left, right = _path(one), _path(other)
    apart = [place for place, (a, b) in enumerate(zip(left, right, strict=False)) if a != b]
    if len(left) != len(right) or len(apart) != 1 or one.prose or other.prose:
        return None
    return apart[0], left[apart[0]], right[apart[0]]
