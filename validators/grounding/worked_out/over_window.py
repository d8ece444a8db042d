"""Averages over a run's window: what the tools counted or summed up over all of it, by the year, quarter, month, week or day."""

import re
from collections.abc import Callable, Iterator, Sequence

from validators.grounding.number_match import PER_FRACTION, UNIT_PER_FRACTION
from validators.grounding.sources.spans import PER_YEAR
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber, is_of_one_period, shape_of
from validators.grounding.worked_out.chance import first_told
from validators.grounding.worked_out.implied_number import gained
from validators.numbers.quantity import Quantity

_CHANCE = 0.15
_PERIODS = {"annual": "year", "annum": "year", "p.a": "year", "yr": "year", "dai": "day"}
_PER = (
    r"(?:(?:a|an|per|each|every|(?:in|for|over) an? (?:average|typical|normal)|any one)[- ](?:average |typical |calendar |single )?|/ ?)"
    r"(?P<per>year|yr|annum|quarter|month|week|day)\b"
    r"|(?P<adverb>annual|year|quarter|month|week|dai)(?:ly|i[sz]ed)?(?<=ly|al|ed)\b|(?P<short>p\.a)\b"
)
_BEHIND = re.compile(rf"(?: or so)?(?: (?!(?:and|or|with|over|but)\b)[a-z]{{2,12}}){{0,4}} ?(?:{_PER})", re.IGNORECASE)
_AHEAD = re.compile(rf"\b(?:{_PER})", re.IGNORECASE)
_BACK = 90  # characters before a number in which its period may be told
_SIMPLY = re.compile(
    r"\b(?:simpl[ey]|arithmetic|without compounding|not compounded|uncompounded|divid\w+|straight[- ]line)\b",
    re.IGNORECASE,
)
_COUNTS = frozenset({"trades", "winning_trades", "losing_trades"})
_SUMS = frozenset({"fees_paid", "profit"})


def over_window(
    text: str,
    claim: Quantity,
    index: ToolIndex,
    years: Sequence[float],
    metrics: frozenset[str],
    suits: Callable[[ToolNumber], bool],
    *,
    behind: bool,
) -> str | None:
    """The total and the window of which `claim`, at its place in its sentence `text`, is the average; `years` are how long the windows
    are, `metrics` what the wording may mean. `behind`: only where the period stands right behind the number."""
    per = _period(text, claim, behind=behind)
    if per is None:
        return None
    results = _averages(text, claim, index, years, per, metrics, suits)
    work = first_told(claim, results, 0.5 * claim.step, _CHANCE)
    return None if work is None else f"{claim.text} = {work}"


def _period(text: str, claim: Quantity, *, behind: bool) -> float | None:
    """How many of the periods by which the number is told a year has."""
    told = _BEHIND.match(text, claim.end)
    if told is None and not behind:
        for told in _AHEAD.finditer(text, max(0, claim.start - _BACK), claim.start):  # noqa: B007
            pass
    if told is None:
        return None
    period = (told["per"] or told["adverb"] or told["short"]).lower()
    return PER_YEAR[_PERIODS.get(period, period)]


def _averages(
    text: str,
    claim: Quantity,
    index: ToolIndex,
    years: Sequence[float],
    per: float,
    metrics: frozenset[str],
    suits: Callable[[ToolNumber], bool],
) -> Iterator[tuple[float, str]]:
    match claim.kind:
        case "percent":
            yield from _returns(text, index, years, per, suits)
            return
        case "money":
            names = _SUMS
        case "count" | "plain" | "multiple":
            names = _COUNTS
        case _:
            return
    for name in sorted(names & metrics or names):
        for number in index.by_metric.get(name, ()):
            if not is_of_one_period(number) and suits(number):
                for length in years:
                    yield number.value / (length * per), f"{number.source} / ({length:.4g} years × {per:g})"
        if name == "profit" and not index.by_metric.get(name):
            for gain, source in gained(index):
                for length in years:
                    yield gain / (length * per), f"({source}) / ({length:.4g} years × {per:g})"
        for column in _by_period(index.by_metric.get(name, ()), suits):
            length, total = len(column) / _a_year(column[0]), sum(each.value for each in column)
            yield total / (length * per), f"sum of {len(column)} at {column[0].source} and on / {length * per:.4g}"


def _by_period(numbers: Sequence[ToolNumber], suits: Callable[[ToolNumber], bool]) -> Iterator[list[ToolNumber]]:
    """The numbers of a metric that are of one year, quarter or month each."""
    columns: dict[tuple[str, float], list[ToolNumber]] = {}
    for number in numbers:
        if is_of_one_period(number) and suits(number):
            columns.setdefault((shape_of(number.source), _a_year(number)), []).append(number)
    return (column for column in columns.values() if len({each.times for each in column}) == len(column))


def _a_year(number: ToolNumber) -> float:
    """How many of a number's period a year has."""
    period = number.times[0]
    return PER_YEAR["month"] if period.month else PER_YEAR["quarter"] if period.quarter else PER_YEAR["year"]


def _returns(
    text: str, index: ToolIndex, years: Sequence[float], per: float, suits: Callable[[ToolNumber], bool]
) -> Iterator[tuple[float, str]]:
    """The yearly return over a part of a year, and the whole one over its years where the words say that it is simply divided."""
    for number in index.by_metric.get("cagr", ()) if per > 1 else ():
        share = number.value / UNIT_PER_FRACTION.get(number.unit or "", 100.0 if abs(number.value) > 1.5 else 1.0)
        yield 100 * share / per, f"{number.source} / {per:g}"
        if share > -1:
            yield 100 * ((1 + share) ** (1 / per) - 1), f"{number.source} over {per:g}"
    for number in index.by_metric.get("total_return", ()) if _SIMPLY.search(text) else ():
        if suits(number):
            share = number.value / UNIT_PER_FRACTION.get(number.unit or "", 1.0)
            for length in years:
                yield PER_FRACTION["percent"] * share / (length * per), f"{number.source} / {length * per:.4g}"
