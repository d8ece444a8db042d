"""How long something took, as tools write it by a clock's digits and as prose tells it in days, hours or both."""

import pytest

from tests.validators.refusing import refuses
from validators.numbers.scan import quantities

_HELD = """Avg Winning Trade Duration                 38 days 12:00:00
Avg Losing Trade Duration                   9 days 06:00:00
Max Drawdown Duration                     412 days 18:00:00
Total Trades                                             58
Win Rate [%]                                      43.859649"""
_PAIRS = """| Pair     | Trades | Avg Duration    |
|----------|--------|-----------------|
| BTC/USDT |     54 | 1 day, 15:38:00 |
| ETH/USDT |     42 | 22:12:00        |"""


@pytest.mark.parametrize(
    ("output", "right", "wrong"),
    [
        (_HELD, "Winners are held 38.5 days on average.", "Winners are held 39.5 days on average."),
        (
            _HELD,
            "Winning trades last 38 days and 12 hours on average.",
            "Winning trades last 38 days and 6 hours on average.",
        ),
        (_HELD, "Losing trades last nine and a quarter days on average.", "Losing trades last 8.25 days on average."),
        (_HELD, "The maximum drawdown lasted 412 days.", "The maximum drawdown lasted 414 days."),
        (_HELD, "A losing trade is held 222 hours on average.", "A losing trade is held 216 hours on average."),
        (
            _PAIRS,
            "BTC/USDT trades lasted 1 day, 15 hours and 38 minutes on average.",
            "BTC/USDT trades lasted 1 day, 12 hours and 38 minutes on average.",
        ),
        (_PAIRS, "ETH/USDT trades lasted 22h 12m.", "ETH/USDT trades lasted 21h 12m."),
        (_PAIRS, "ETH/USDT trades lasted 22.2 hours.", "ETH/USDT trades lasted 23.2 hours."),
    ],
)
def test_a_time_may_be_told_in_another_unit(output: str, right: str, wrong: str) -> None:
    assert not refuses(right, output)
    assert refuses(wrong, output)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("38 days 12:00:00", [(38.5, "day")]),
        ("15 days 02:24:00.000001", [(15.1, "day")]),
        ("It took 2 hours 30m and 4 trades", [(2.5, "hour"), (4.0, "trade")]),
        ("over 5 days and 24 hours", [(5.0, "day"), (24.0, "hour")]),
        ("between 3 days and 12 hours", [(3.0, "day"), (12.0, "hour")]),
    ],
)
def test_the_parts_of_one_time_are_one_number(text: str, told: list[tuple[float, str]]) -> None:
    assert [(round(each.value, 6), each.noun) for each in quantities(text)] == told
