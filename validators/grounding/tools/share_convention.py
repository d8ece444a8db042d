"""How an output gives the shares whose keys name no unit: as fractions or in percent."""

from collections.abc import Sequence

from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metrics import measure_of

ABOVE_ONE = frozenset({"total_return", "turnover", "exposure"})  # shares that may well exceed 100%
_NO_SHARE = 1_000  # from here on what is called a fee or slippage is money
_MOSTLY = 0.75  # of the shares of an output, as percent: the few below 1.5 are small


def share_convention(numbers: Sequence[ToolNumber]) -> tuple[str | None, dict[str, None]]:
    """Shares whose key names no unit are all fractions or all percent, as the output's sizes show."""
    shares = [
        number
        for number in numbers
        if number.unit is None
        and number.written is None
        and not number.length
        and measure_of(number.metric) == "share"
        and (abs(number.value) < _NO_SHARE or number.metric in ABOVE_ONE)
    ]
    sizes = [abs(number.value) for number in shares if number.metric not in ABOVE_ONE and number.value]
    sources = {number.source: None for number in shares}
    if not sizes:
        return None, sources
    large = sum(size >= 1.5 for size in sizes)
    if 0 < large < _MOSTLY * len(sizes):
        return None, sources
    return ("percent" if large else "fraction"), sources
