"""How far two numbers of one column lie apart, in rows that the answer tells: "compared with 2.0 you give up 1.17 points of return"."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from validators.grounding.tools.number import KEY_IN_PATH, ToolNumber
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.grounding.worked_out.column_results import MEASURES
from validators.grounding.worked_out.columns import Column
from validators.grounding.worked_out.pool import Pool
from validators.numbers.quantity import Quantity

_MOST_TOLD = 8  # rows of one column
_CHANCE = 0.15
_KINDS = frozenset({"points", "basis_points", "percent", "plain", "money", "count"})
Row = tuple[str, ...]


def row_of(source: str) -> Row:
    """The record in which a number stands; of columns that stand side by side its place in them."""
    call, _, path = source.partition(" ")
    keys = KEY_IN_PATH.findall(path)
    return (call, *keys[:-2], *keys[-1:]) if keys[-1:] and keys[-1].startswith("[") else (call, *keys[:-1], "")


def between_rows(
    claim: Quantity,
    columns: Sequence[Column],
    told: frozenset[Row],
    names: frozenset[str],
    metrics: frozenset[str],
) -> str | None:
    """How far apart two numbers of one column lie, of rows that are `told` or of one of the `names`, where that is the claim; of a
    column of one of the `metrics` if it is of any that is known."""
    if claim.kind not in _KINDS:
        return None
    pool = Pool()
    for column in columns:
        measured = column.numbers[0].measured
        if metrics and measured in METRICS and measured not in metrics:
            continue
        kept = [place for place, number in enumerate(column.numbers) if _is_told(number, told, names)]
        if not 1 < len(kept) <= _MOST_TOLD:
            continue
        for one, other in combinations(kept, 2):
            result = column.values[one] - column.values[other]
            work = f"difference of {column.numbers[one].source} and {column.numbers[other].source}"
            for measure in MEASURES.get(column.measure, ()):
                pool.add(measure, result / column.own if measure == "share" else result, work)
    found = pool.told(claim, _CHANCE)
    return None if found is None else f"{claim.text} = {found}"


def _is_told(number: ToolNumber, told: frozenset[Row], names: frozenset[str]) -> bool:
    return row_of(number.source) in told or not names.isdisjoint(number.scope.values())


def told_rows(sources: Iterable[str]) -> frozenset[Row]:
    """The rows of the numbers with the sources."""
    return frozenset(map(row_of, sources))
