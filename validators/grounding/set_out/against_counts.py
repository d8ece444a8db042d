"""Counts of rows that the column which they are of does not bear out: "nine of the twelve months closed green" of eight above zero."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import permutations

from validators.grounding.answer.answer import Answer
from validators.grounding.grounded_number import GroundedNumber, derived, failed
from validators.grounding.ranking.outnumbering import WON_AND_LOST
from validators.grounding.set_out.count_words import MAY_COUNT, Count, Side, counts, two_counts
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.grounding.worked_out.columns import Column
from validators.numbers.quantity import DateParts, Quantity
from validators.reasons import Reason

_OUTCOMES = frozenset({"return", "total_return", "cagr", "profit"})
_MARKET = ("bench", "hold", "index", "marke", "passi")
_NAMES_MARKET = tuple(f" {word}" for word in ("benchmark", "buy", "hold", "index", "market", "passive"))
_PERIODS = ("months", "years", "quarters", "weeks", "days")
_TRADES = ("trades", "positions", "deals", "bets")
_DIMENSIONS = {"tickers": "ticker", "symbols": "ticker", "strategies": "model", "models": "model"}
_FEW_NAMED = 2
_FEWEST, _FEW = 3, 4
_WON = re.compile(r"\b(?:won|wins?|lost|loses?)\b")


def against_counts(
    answer: Answer, index: ToolIndex, columns: Callable[[], Sequence[Column]]
) -> Iterator[GroundedNumber | None]:
    """The counts of rows on one side that are told of a column of the tools, with what is wrong with those that it does not bear out;
    those that it does bear out are worked out of it."""
    for place, passage in answer.outline.running:
        if MAY_COUNT.search(answer.text, passage.start, passage.end) is None:
            continue
        for count in _told(answer, place):
            if count.whole is not None and (count.many > count.whole or _is_beyond(count, index)):
                yield _beyond(answer, count)
                continue
            held = _columns(count, columns())
            dates = answer.times.dates_in(place) if count.whole is None else ()
            held = _of_year(held, dates) if dates else held
            if held and not _tell_counts(index):
                borne_out = count.many in _borne_out(answer, place, count, held)
                if borne_out or not dates:  # it may be of a part of the year: "five positive months from June on"
                    yield (_right if borne_out else _wrong)(answer, count, held)
        for up, down in two_counts(answer.text, passage.start, passage.end, _figures(answer, place)):
            yield from _of_both(answer, index, (up, down), columns())


def _told(answer: Answer, place: int) -> Iterator[Count]:
    passage = answer.outline.passages[place]
    seen: set[int] = set()
    for count in counts(answer.text, passage.start, passage.end, _figures(answer, place)):
        if count.start not in seen:
            seen.add(count.start)
            yield count


def _figures(answer: Answer, place: int) -> dict[int, float]:
    return {each.start: each.value for each in answer.quantities_in(place) if each.kind != "date"}


def _tell_counts(index: ToolIndex) -> bool:
    """Whether the tools count the winners themselves."""
    return any(number.metric in WON_AND_LOST for number in index.numbers)


def _columns(count: Count, all_of_them: Sequence[Column]) -> list[Column]:
    """The columns of results that a count may be of."""
    fewest = max(_FEWEST, count.many)
    held = [each for each in all_of_them if len(each.numbers) >= fewest and _is_result(each)]
    if count.whole is not None:
        held = [each for each in held if len(each.numbers) == count.whole]
    if count.noun in _PERIODS:
        held = [each for each in held if _is_dated(each)]
    if count.noun in _TRADES:
        counted = {each.table for each in all_of_them if each.numbers[0].measured == "trades"}
        held = [each for each in held if each.table not in counted]
    return held


def _of_year(held: Sequence[Column], dates: Sequence[DateParts]) -> list[Column]:
    """The columns that hold nothing but numbers of the one year that a sentence names; none where it names another time, or several."""
    year = dates[0].year
    if any(date.year != year or date.month is not None or date.quarter is not None for date in dates):
        return []
    return [column for column in held if all({date.year for date in each.times} == {year} for each in column.numbers)]


def _is_result(column: Column) -> bool:
    return column.numbers[0].measured in _OUTCOMES or _is_of_market(column) or _is_series(column)


def _is_series(column: Column) -> bool:
    """Whether it tells of no known metric what lies on both sides of zero in one period after the other: the months of a text."""
    known = any(number.measured in METRICS for number in column.numbers)
    return (
        not known
        and _is_dated(column)
        and column.measure in ("share", "any")
        and min(column.values) < 0 < max(column.values)
    )


def _is_dated(column: Column) -> bool:
    """Whether each of its numbers is of a time, or stands in a line of a text of its own."""
    return all(number.times or number.prose for number in column.numbers)


def _is_of_market(column: Column) -> bool:
    return any(word in _MARKET for word in column.words)


def _borne_out(answer: Answer, place: int, count: Count, held: Sequence[Column]) -> set[int]:
    """How many rows the columns have on that side."""
    if count.side in ("ahead", "behind"):
        known = [each for each in held if not _is_series(each)]  # of series, the other one may be missing
        return _set_above(count.side == "ahead", known) or {count.many}
    said = answer.passage_text(place).lower()
    held = [each for each in _spoken(answer, place, held) if not _is_of_market(each)] or held
    own = held if any(word in said for word in _NAMES_MARKET) else [each for each in held if not _is_of_market(each)]
    ahead = _set_above(count.side == "gain", held) if _WON.search(said) else set()
    return ahead | {
        sum(_is_on(count.side, value) for value in each.values) + zeros
        for each in own or held
        for zeros in {0, each.values.count(0.0)}
    }


def _spoken(answer: Answer, place: int, held: Sequence[Column]) -> list[Column]:
    """The columns that are of what a sentence names, or measure it."""
    things = (each for named in answer.things.mentions_in(place).values() for each in named)
    said = frozenset().union(*(each.means for each in (*things, *answer.metrics.mentions(place))))
    return [each for each in held if not said.isdisjoint({*each.names, each.numbers[0].measured})]


def _set_above(above: bool, held: Sequence[Column]) -> set[int]:
    """How many rows of one column lie above those of another one, or below: what "won" may have been ahead."""
    return {
        sum(a > b if above else a < b for a, b in zip(one.values, other.values, strict=True))
        for one, other in permutations(held, 2)
        if one.rows == other.rows and not (_is_of_market(one) and not _is_of_market(other))
    }


def _is_beyond(count: Count, index: ToolIndex) -> bool:
    """Whether a whole is told of more things of one kind than the tools tell apart: "of the four tickers", of three."""
    dimension = _DIMENSIONS.get(count.noun or "")
    names = index.rivals.get(dimension, frozenset()) if dimension else frozenset()
    return count.whole is not None and _FEW_NAMED <= len(names) < count.whole


def _beyond(answer: Answer, count: Count) -> GroundedNumber:
    quantity = _quantity(answer, count)
    return failed(
        quantity, Reason.UNGROUNDED_NUMBER, f"{quantity.text} of {count.whole} is of more than there are", None
    )


def _is_on(side: Side, value: float) -> bool:
    return value > 0 if side == "gain" else value < 0


def _of_both(
    answer: Answer, index: ToolIndex, told: tuple[Count, Count], all_of_them: Sequence[Column]
) -> Iterator[GroundedNumber | None]:
    """Of gains and losses told together the one count that is wrong where the other is right."""
    held = [each for each in _columns(told[0], all_of_them) if not _is_of_market(each)]
    if _tell_counts(index) or not held:
        return
    right = [
        [sum(_is_on(each.side, value) for value in column.values) == each.many for each in told] for column in held
    ]
    if any(all(each) for each in right):
        yield from (_right(answer, count, held) for count in told)
        return
    for place, count in enumerate(told if len(held) <= _FEW else ()):
        if any(each[1 - place] for each in right):
            yield _wrong(answer, count, held)


def _right(answer: Answer, count: Count, held: Sequence[Column]) -> GroundedNumber:
    quantity = _quantity(answer, count)
    work = f"{quantity.text} of the {len(held[0].numbers)} numbers at {held[0].source} and on"
    return derived(quantity, work, held[0].source)


def _quantity(answer: Answer, count: Count) -> Quantity:
    said = answer.written(count.start, count.end)
    return Quantity(text=said, start=count.start, end=count.end, kind="count", value=float(count.many), step=1.0)


def _wrong(answer: Answer, count: Count, held: Sequence[Column]) -> GroundedNumber:
    quantity = _quantity(answer, count)
    said = quantity.text
    message = f"{said} is not how many of the {len(held[0].numbers)} numbers at {held[0].source} and on are so"
    return failed(quantity, Reason.UNGROUNDED_NUMBER, message, held[0].source)
