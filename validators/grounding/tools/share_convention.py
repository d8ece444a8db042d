"""How an output gives the shares whose keys name no unit: as fractions or in percent."""

from collections import Counter
from collections.abc import Sequence

from validators.grounding.tools.number import ToolNumber, shape_of
from validators.grounding.tools.vocabulary.metric_vocabulary import OF_A_TRADE
from validators.grounding.tools.vocabulary.metrics import measure_of

ABOVE_ONE = frozenset({"total_return", "turnover", "exposure"})  # shares that may well exceed 100%
# told in money too, and then no fractions
_NO_SHARE = 1_000
_NO_RATE = 100  # from here on what is called a fee or slippage is money
RATES = frozenset({"fee", "slippage"})  # whole ones are most often basis points, whatever the other shares are in
_FRACTION = 1.5  # from here on a number is no fraction of one
_PLACES = 4  # from here on after the point they are those of a fraction
_MOSTLY = 0.75  # of the shares of an output, as percent: the few below 1.5 are small


def _record(number: ToolNumber) -> str:
    """What a number's record is of: its path without its own key and places in lists."""
    return shape_of(number.source.rpartition(".")[0])


def _are_fractions(record: Sequence[ToolNumber]) -> bool:
    """Whether the shares of a record are fractions, as their size and their many places tell."""
    sizes = [abs(number.value) for number in record]
    return max(sizes) < _FRACTION and max(len(repr(size).partition(".")[2]) for size in sizes) >= _PLACES


def _is_of_month(number: ToolNumber) -> bool:
    return len(number.times) == 1 and number.times[0].month is not None


def _may_exceed_one(number: ToolNumber) -> bool:
    """Whether a share's size tells nothing: an average exposure of 0.8 does, one of 2 may be either."""
    return number.metric in ABOVE_ONE or (number.measured in ABOVE_ONE and abs(number.value) >= _FRACTION)


def share_convention(numbers: Sequence[ToolNumber]) -> tuple[str | None, dict[str, None]]:
    """Shares whose key names no unit are all fractions or all percent, as the output's sizes show."""
    told = Counter(number.source for number in numbers)  # several numbers of one text share their source
    shares = [
        number
        for number in numbers
        if number.unit is None
        and (number.written is None or (number.written.kind in ("plain", "count") and told[number.source] == 1))
        and not number.length
        and measure_of(number.metric) == "share"
        and (abs(number.value) < (_NO_RATE if number.measured in RATES else _NO_SHARE) or number.measured in ABOVE_ONE)
        and not (number.measured in RATES and number.value.is_integer())
    ]
    records: dict[str, list[ToolNumber]] = {}
    for number in shares:
        records.setdefault(_record(number), []).append(number)
    if len(records) > 1:
        broken = {record for record, held in records.items() if _are_fractions(held)}
        whole = [number for number in shares if _record(number) not in broken]
        if any(abs(number.value) >= _FRACTION for number in whole if not _may_exceed_one(number)):
            shares = whole  # "0.03387" beside a list of "-44.03" and "-18.35"
    sizes = [abs(number.value) for number in shares if not _may_exceed_one(number) and number.value]
    sources = {number.source: None for number in shares}
    if not sizes:
        return None, sources
    large = sum(size >= _FRACTION for size in sizes)
    if 0 < large < _MOSTLY * len(sizes) and min(sizes) < 1:
        months = [number for number in shares if _is_of_month(number)]
        several = len({(date.year, date.month) for number in months for date in number.times}) > 1  # no day of a report
        if several and any(abs(number.value) >= _FRACTION for number in months):  # nobody gains 150% in a month
            of_months = {_record(number) for number in months}
            return "percent", {number.source: None for number in shares if _record(number) in of_months}
        return None, sources
    if large:
        return "percent", sources
    results = (
        number for number in numbers if number.unit is None and number.written is None and number.measured in OF_A_TRADE
    )
    return "fraction", sources | {number.source: None for number in results if abs(number.value) < 1}
