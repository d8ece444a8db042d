"""Numbers of an answer that one work gives, repeated over the rows or columns of a table: "+8.16 in 2019, -12.89 in 2020", "half:
-9.35%, -4.95%". One such number could be chance; several that the same work gives, each in its own place, hardly are."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from math import isfinite, prod

from validators.grounding.number_match import agrees
from validators.grounding.tools.number import ToolNumber
from validators.grounding.worked_out.pool import MOST_RESULTS, TOLD, room_of
from validators.grounding.worked_out.repeatable import Work
from validators.numbers.quantity import Quantity

_OTHERS, _ALL = 0.1, 0.03  # works of a kind that may, on average, give the other numbers by chance, and all of them
_OWN = 0.2  # how often a wrong number may agree with a work that the others show
_NEAR = 2.0
_MOST = 60  # numbers of one answer
_MOST_APART = 200  # characters between numbers that one work may give


@dataclass(frozen=True, slots=True)
class Open:
    """A number that no tool gave; `known` where other arithmetic explains it. `suits` says whether tools' numbers are of its thing and
    time."""

    quantity: Quantity
    known: bool
    suits: Callable[[Sequence[ToolNumber]], bool]


@dataclass(frozen=True, slots=True)
class _Hit:
    """Where a work gives a number, and how often it would give a wrong one there."""

    place: str
    turned: bool  # told with the other sign
    chance: float


def repeated(told: Sequence[Open], found: Iterable[Work]) -> dict[int, str]:
    """How those of the numbers `told` came about, by their places in it, that nothing else explains."""
    works: dict[tuple[str, str], list[Work]] = defaultdict(list)
    for work in islice(found, MOST_RESULTS):
        if isfinite(work.value) and work.value:
            works[work.kind, work.said].append(work)
    kinds: dict[str, int] = defaultdict(int)
    for kind, _ in works:
        kinds[kind] += 1
    explained: dict[int, str] = {}
    for run in _runs(told[:_MOST]):
        if len(run) < 2 or all(told[place].known for place in run):
            continue
        for (kind, said), places in works.items():
            if len({work.place for work in places}) < 2:
                continue
            hits = _hits(told, run, places)
            for place in hits:
                if not told[place].known and place not in explained and _is_sure(place, hits, told, kinds[kind]):
                    explained[place] = f"{told[place].quantity.text} = {said}, {hits[place].place}"
    return explained


def _runs(told: Sequence[Open]) -> list[list[int]]:
    """The places of numbers that stand near one another."""
    runs: list[list[int]] = []
    for place, each in enumerate(told):
        if not runs or each.quantity.start - told[runs[-1][-1]].quantity.end > _MOST_APART:
            runs.append([])
        runs[-1].append(place)
    return runs


def _hits(told: Sequence[Open], run: Sequence[int], places: Sequence[Work]) -> dict[int, _Hit]:
    """Those of the numbers that the work gives, each in a place of its own; of those with a sign, such as agree on it."""
    hits: dict[int, _Hit] = {}
    taken: set[str] = set()
    for at in run:
        quantity = told[at].quantity
        size = abs(quantity.value)
        if not size:
            continue
        near = 0
        own: Work | None = None
        for work in places:
            factor = None if _is_loose(quantity, work) else TOLD.get(quantity.kind, {}).get(work.measure)
            value = abs(work.value) * (factor or 0.0)
            if factor is None or not size / _NEAR <= value <= size * _NEAR or not told[at].suits(work.numbers):
                continue
            near += 1
            if own is None and work.place not in taken and agrees(quantity, value):
                own = work
        if own is not None:
            taken.add(own.place)
            turned = quantity.sign != 0 and (quantity.sign < 0) != (own.value < 0)
            hits[at] = _Hit(own.place, turned, min(1.0, 2 * room_of(quantity) * near / size))
    signed = [hit.turned for at, hit in hits.items() if told[at].quantity.sign]
    if len(set(signed)) > 1:
        most = signed.count(True) * 2 > len(signed)
        hits = {at: hit for at, hit in hits.items() if not told[at].quantity.sign or hit.turned == most}
    return hits


def _is_loose(quantity: Quantity, work: Work) -> bool:
    """Whether a number is not written as what the work gives: a share of a total is told in per cent."""
    return work.kind == "part" and quantity.kind not in ("percent", "fraction")


def _is_sure(place: int, hits: dict[int, _Hit], told: Sequence[Open], many: int) -> bool:
    """Whether the work could hardly give a number by chance, given those that it gives beside it; `many` are the works of its kind."""
    own = hits[place].chance
    others = many * prod(hit.chance for at, hit in hits.items() if at != place)
    known = any(told[at].known for at in hits)
    return len(hits) > 1 and ((others <= _OTHERS and own <= _OWN) or others * own <= _ALL * (2 if known else 1))
