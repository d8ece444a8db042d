"""The numbers of one metric that the tools returned side by side: one of each of several things, or of each of several years, quarters or
months."""

from collections.abc import Iterator, Mapping, Sequence
from math import isclose

from msgspec.structs import replace

from validators.grounding.tools.index import ToolIndex, record_of
from validators.grounding.tools.key_dates import is_month, is_year_key
from validators.grounding.tools.number import KEY_IN_PATH, KEYED, MAIN, PLACE, ToolNumber, is_dated, is_of_one_period
from validators.numbers.quantity import DateParts

YEARS, QUARTERS, MONTHS = "years", "quarters", "months"  # the dimensions of boards of times; a trade goes by its month
UNITS = {YEARS: "year", QUARTERS: "quarter", MONTHS: "month"}
TIMES = UNITS.keys()
_OF_ALL = frozenset(
    "total totals sum all overall average avg mean median combined aggregate".split()
)  # rows of no one thing
_FEWEST_SUMMED = 2
_ROUNDING = 1e-3
Board = Mapping[str, ToolNumber]  # by the name of what each number is of


def boards(
    index: ToolIndex,
    metric: str,
    dimension: str,
    *,
    among: Mapping[str, frozenset[str]],
    dates: Sequence[DateParts] = (),
    fewest: int = 2,
    key: str | None = None,
) -> Iterator[Board]:
    """The boards of a metric by what a dimension names; of those named in `among` in other dimensions, and of the one of `dates`,
    or else of no one period; none of fewer numbers than `fewest`. A return that a `key` calls so is one,
    whatever it is of."""
    if dimension.startswith(KEYED) and fewest > 1:
        yield from _beside_whole(index, metric, dimension, among=among, dates=dates)
    found: dict[tuple[str, ...], dict[str, list[ToolNumber]]] = {}
    for number in _numbers(index, metric, key):
        name = _name(number, dimension)
        if name is None or not _is_among(number, among, dimension):
            continue
        if dimension in TIMES and any(part not in among and index.has_main(part, number) for part in _parts(number)):
            continue  # the market's years, of which none speaks
        if dimension not in TIMES and not (
            any(is_dated(date, number) for date in dates) if dates else not is_of_one_period(number)
        ):
            continue
        found.setdefault(_shape(number, dimension, name), {}).setdefault(name, []).append(number)
    for named in found.values():
        board = {name: held[0] for name, held in named.items() if len({each.value for each in held}) == 1}
        if len(board) == len(named) and len(board) >= fewest:
            yield {name: held for name, held in board.items() if name != MAIN} if _is_sum(board) else board


def _is_sum(board: Board) -> bool:
    """Whether what no key singles out is what the parts come to, and none of several."""
    whole = board.get(MAIN)
    parts = sum(number.value for name, number in board.items() if name != MAIN)
    return whole is not None and len(board) > _FEWEST_SUMMED and isclose(whole.value, parts, rel_tol=_ROUNDING)


def _beside_whole(
    index: ToolIndex,
    metric: str,
    dimension: str,
    *,
    among: Mapping[str, frozenset[str]],
    dates: Sequence[DateParts],
) -> Iterator[Board]:
    """The pairs of a metric of a part, whose key says so, and that of the whole in the same record: "return" and "index_return"."""
    whole = "total_return" if metric == "return" else metric
    for part in index.by_metric.get("return" if metric == "total_return" else metric, ()):
        name = part.scope.get(dimension)
        if name is None or part.prose or part.inner is None or not _is_among(part, among, dimension):
            continue
        if not (any(is_dated(date, part) for date in dates) if dates else not is_of_one_period(part)):
            continue
        wholes = [
            number
            for number in index.fields(part, frozenset({metric, whole}))
            if dimension not in number.scope and number.times == part.times
        ]
        if len(wholes) == 1:
            yield {MAIN: wholes[0], name: part}


def time_name(date: DateParts, dimension: str) -> str | None:
    """The name of a year, of a quarter or of a month in a board of such times, None for any other date."""
    if dimension == QUARTERS:
        return None if date.quarter is None else f"quarter {date.quarter}"
    if dimension == MONTHS:
        return None if date.month is None else f"month {date.month}"
    whole = date.year and date.month is date.quarter is date.half is date.day is None
    return str(date.year) if whole else None


def _numbers(index: ToolIndex, metric: str, key: str | None) -> Iterator[ToolNumber]:
    for number in index.by_metric.get(metric, ()):
        whole = (
            number.metric in (metric, key) or metric != "return" or is_of_one_period(number)
        )  # no "last quarter return"
        if whole and not number.prose and not number.either_sign and index.stands_alone(number):
            yield number
    if metric == "win_rate" and metric not in index.by_metric:
        yield from _shares_won(index)
    if metric == "return":
        yield from (number for number in index.of_bare_years if not number.either_sign)


def _parts(number: ToolNumber) -> Iterator[str]:
    return (part for part in number.scope if part.startswith(KEYED))


def _shares_won(index: ToolIndex) -> Iterator[ToolNumber]:
    """The share of trades won of each record that tells how many there were and how many of them won."""
    for won in index.by_metric.get("winning_trades", ()):
        trades = index.fields(won, frozenset({"trades"}))
        if len(trades) == 1 and trades[0].value > 0:
            yield replace(won, value=won.value / trades[0].value, metric="win_rate", inner=None)


def _name(number: ToolNumber, dimension: str) -> str | None:
    if dimension in TIMES:
        one = len(number.times) == 1 or (dimension == MONTHS and number.times and record_of(number.source)[-1:] == "]")
        return time_name(number.times[0], dimension) if one else None
    name = number.scope.get(dimension, MAIN if dimension.startswith(KEYED) else None)
    return None if name and name.lower() in _OF_ALL else name


def _is_among(number: ToolNumber, among: Mapping[str, frozenset[str]], dimension: str) -> bool:
    return all(
        other == dimension or number.scope.get(other, MAIN if other.startswith(KEYED) else next(iter(names))) in names
        for other, names in among.items()
    )


def _shape(number: ToolNumber, dimension: str, name: str) -> tuple[str, ...]:
    """Where a number stands, but for the name that tells it apart and for places in lists."""
    keys = KEY_IN_PATH.findall(number.source.partition(" ")[2])
    timed = dimension in TIMES
    shape = tuple(
        "*" if PLACE.fullmatch(key) or (own := key.strip('.[]"')) == name or (timed and _is_time(own)) else key
        for key in keys
    )
    if dimension.startswith(KEYED):  # what no key singles out stands elsewhere
        return next(((key,) for key in reversed(shape) if key != "*"), ())
    return (*shape, *sorted(number.scope.values())) if timed else shape


def _is_time(key: str) -> bool:
    """Whether a key is a month, be it by its number, a quarter or a year."""
    return is_month(key) or is_year_key(key) or key.isdecimal()
