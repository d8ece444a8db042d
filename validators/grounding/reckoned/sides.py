"""What the winners or the losers of a list come to, by the list: their total, their mean, and the part that one of them is of it."""

from collections.abc import Callable, Iterator, Sequence
from statistics import fmean, median

from validators.grounding.answer.answer import Answer
from validators.grounding.number_match import PER_FRACTION
from validators.grounding.reckoned.reckoned import Reckoned, Worth
from validators.grounding.reckoned.side_words import MAY_TELL_SIDES, Side, SideTold, SideWork, sides_told
from validators.grounding.set_out.against_members import tells_some
from validators.grounding.set_out.operands import Told, ToldNumbers
from validators.grounding.worked_out.columns import Column

_OUTCOMES = frozenset({"return", "total_return", "profit"})
_HELD = ("duration", "plain", "count")
_FEWEST = 3


def sides_reckoned(answer: Answer, told: ToldNumbers, columns: Callable[[], Sequence[Column]]) -> Iterator[Reckoned]:
    """The numbers that are told of one side of a list."""
    for place, passage in answer.outline.running:
        if MAY_TELL_SIDES.search(answer.text, passage.start, passage.end) is None:
            continue
        own = told.of(place)
        for each in sides_told(answer.text, passage.start, passage.end, [one.quantity for one in own]):
            lists = [column for column in columns() if _is_list(column)]
            held = [column for column in lists if each.work == "share" or not tells_some(answer, place, column)]
            if held:
                yield from _reckoned(answer, place, own, each, held, columns())


def _is_list(column: Column) -> bool:
    """Whether it is a column of results that lie on both sides of zero."""
    return (
        len(column.values) >= _FEWEST
        and column.numbers[0].measured in _OUTCOMES
        and min(column.values) < 0 < max(column.values)
    )


def _reckoned(
    answer: Answer, place: int, own: Sequence[Told], said: SideTold, held: Sequence[Column], others: Sequence[Column]
) -> Iterator[Reckoned]:
    result = own[said.place]
    if said.work == "share":
        worths = [worth for column in held for worth in _parts(column, said.side, own)]
    elif result.quantity.kind in ("money", "percent"):
        held = [column for column in held if _may_tell(result, column)]
        worths = [worth for column in held for worth in _worths(result, column, column, said.side, said.work)]
    elif said.work == "average" and result.quantity.kind in _HELD:
        about = answer.passage_text(place).lower()
        beside = [
            (column, other)
            for column in held
            for other in others
            if other.table == column.table
            and other.rows == column.rows
            and (other.measure == "time" or (other.measure == "number" and other.is_spoken(about, frozenset())))
        ]
        worths = [worth for column, other in beside for worth in _worths(result, column, other, said.side, said.work)]
        held = [other for _, other in beside]
    else:
        return
    if worths:
        yield Reckoned(result, worths, [number for column in held for number in column.numbers])


def _may_tell(result: Told, column: Column) -> bool:
    kinds = ("money", "any") if result.quantity.kind == "money" else ("share", "any")
    return column.measure in kinds


def _on(side: Side, column: Column) -> list[int]:
    """The rows of one side."""
    return [
        place
        for place, value in enumerate(column.values)
        if side == "both" or (value > 0 if side == "gain" else value < 0)
    ]


def _worths(result: Told, outcomes: Column, column: Column, side: Side, work: SideWork) -> Iterator[Worth]:
    values = [column.values[place] for place in _on(side, outcomes)]
    per = PER_FRACTION.get(result.quantity.kind, column.own) / column.own
    at = f"of the {len(values)} numbers on that side at {column.source} and on"
    if work == "sum":
        yield per * sum(values), f"sum {at}"
        return
    yield per * fmean(values), f"mean {at}"
    yield per * median(values), f"median {at}"


def _parts(column: Column, side: Side, own: Sequence[Told]) -> Iterator[Worth]:
    """The part of each number told that stands in the column, in the total of its side."""
    total = sum(column.values[place] for place in _on(side, column))
    for each in own:
        if each.number is not None and any(each.number is number for number in column.numbers):
            yield (
                100 * each.number.value / total,
                f"share of {each.quantity.text} in {total:.10g}, from {column.source} on",
            )
