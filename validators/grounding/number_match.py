"""Whether a number of a tool output grounds a number of an answer: value at the precision written, unit, and sign."""

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from validators.grounding.tools.cost_items import COSTS
from validators.grounding.tools.number import ORDINAL, ToolNumber
from validators.grounding.tools.vocabulary.metrics import METRICS, is_loss, measure_of
from validators.numbers.elapsed import SECONDS
from validators.numbers.quantity import Quantity
from validators.numbers.tail import CURRENCY_CODES

Telling = Literal["loss", "gain"]
Match = Literal["grounded", "wrong_sign", "wrong_unit"]

_TRADING_DAYS = {"day", "bar"}
_TIMES = frozenset({"day", "week", "month", "quarter", "year", "hour", "minute", "second", "bar"})
_OF_FRACTION = 0.03  # by which "two thirds" may be off
_OF_HALF = 0.05  # by which "half of its trades" may be off
_TENS = 0.12  # of round tens, which a hedge leaves open
# how much of a fraction of one a number is, by the kind that an answer tells it as, and by the unit that a tool gives it
PER_FRACTION = {"percent": 100.0, "points": 100.0, "basis_points": 10_000.0}
UNIT_PER_FRACTION = {"percent": 100.0, "bps": 10_000.0, "fraction": 1.0}
_LOSING_WORDS = frozenset("down downside negative loss losing lost fall falling drop decline below under red".split())
_AT_STAKE = frozenset({"risk", "stop"})  # "if the stop is hit you lose $625"
_NO_AMOUNT = frozenset(
    "capture capt probability prob chance odds likelihood share frequency count number percent fraction ratio beta correlation deviation".split()
)
_OUTLAYS = COSTS | {"expense_ratio"}
_COSTING_WORDS = frozenset("cost drag fee commission slippage financing".split())
_NEVER_NEGATIVE = frozenset(
    {
        "volatility",
        "downside_deviation",
        "tracking_error",
        "win_rate",
        "loss_rate",
        "exposure",
        "turnover",
        "profit_factor",
    }
)
# shares of what there is, which are in percent where they are above one
_AT_MOST_ONE = frozenset({"max_drawdown", "average_drawdown", "current_drawdown", "win_rate", "loss_rate"})
_RATIOS = frozenset({"ratio", "count", "money", "time"})
# what a number in a name does not count, though it may stand before any word: "the 60 finished first"
_COUNTED = frozenset(
    "trade bet deal position signal winner loser win loss order fill transaction ticker stock name share holding asset symbol cell row record fold "
    "event point observation strategy run day month year week quarter".split()
)
_HOW_MANY = frozenset({"number", "count", "top", "position", "size"})
_LEAST_BPS = 0.25  # from here on a fee without a unit is no fraction of what is traded
LARGEST_FRACTION = 1.5  # of one: what is larger is no share, if not in percent


def match(
    claim: Quantity,
    number: ToolNumber,
    *,
    telling: Telling | None = None,
    heard: Telling | None = None,
    named: bool = False,
) -> Match | None:
    """How `number` meets `claim`; None where the values differ in any unit.

    `telling` is the wording's direction ("fell 3%" is a loss), `heard` that of a number before it, which may still hold ("fell 3%
    in May and 2% in June"). `named` says that the sentence names the number's metric, which
    lets a bare whole number be a rounded one ("a Sharpe of 1").
    """
    if claim.kind == "date" and not claim.value:
        return None  # a day without a year
    found: Match | None = None
    for value, fits in _in_units_of(claim, number, named=named):
        if agrees(claim, value):
            if fits:
                return "grounded" if sign_agrees(claim, number, telling, heard) else "wrong_sign"
            found = "wrong_unit"
    return found


def sure_factor(claim: Quantity, number: ToolNumber, *, named: bool) -> tuple[float, bool] | None:
    """(factor, whole): a number of this unit and metric, of any value but for `whole` a whole one, grounds the claim as soon as
    the number times the factor agrees with it. None where that hangs on the value."""
    unit, measure, kind = number.unit, measure_of(number.metric), claim.kind
    if (
        number.length
        or number.prose
        or number.written is not None
        or number.metric == ORDINAL
        or number.setting is not None
    ):
        return None
    if kind in PER_FRACTION:
        own = UNIT_PER_FRACTION.get(unit or "", 1.0)
        foreign = unit in CURRENCY_CODES or unit in _TIMES or unit == "multiple" or measure in _RATIOS
        foreign = foreign or (unit is None and number.measured in _AT_MOST_ONE)
        return None if foreign and unit not in UNIT_PER_FRACTION else (PER_FRACTION[kind] / own, False)
    if kind == "money":
        fits = (unit is None or unit == claim.currency) and number.currency in (None, claim.currency)
        return (1.0, False) if fits and measure in ("money", "any") else None
    if kind == "multiple":
        return (1.0, False) if unit in (None, "multiple") and measure not in ("money", "time") else None
    if kind in ("plain", "count", "date"):
        whole = claim.step >= 1 and claim.scale == 1 and abs(claim.value) < 1000 and not (named or claim.hedge)
        return 1.0, whole
    if kind == "duration" and unit in _TIMES:
        return (1.0, False) if unit == claim.noun else None
    return None


def agrees(claim: Quantity, value: float, *, slack: float = 0.5) -> bool:
    """Whether |value|, rounded to the precision of `claim`, is |claim|. A hedge widens it as its words say."""
    told, held = abs(claim.value), abs(value)
    if not (math.isfinite(told) and math.isfinite(held)):
        return False
    step = claim.step
    if told == 0 and claim.scale > 1:
        return held == 0
    room = max(held, told) * 1e-9
    if abs(held - told) <= slack * step + room:
        return True
    if claim.kind == "fraction" and (claim.spelled or claim.hedge is not None):
        return abs(held - told) <= (_OF_HALF if told == 0.5 and claim.hedge is not None else _OF_FRACTION)
    if claim.hedge is None:
        return False
    loose = max(step, round_step(told, step))
    if claim.kind in PER_FRACTION and step >= 1 and told >= 20 and told % 10 == 0:
        loose = max(loose, _TENS * told)  # "a bit over 20%"
    match claim.hedge:
        case "about":
            return abs(held - told) <= slack * max(step, round_step(told, step)) + room
        case "over":
            return told - room <= held < told + loose
        case "under":
            return told - loose < held <= told + room


def widest(claim: Quantity) -> float:
    """How far from the claim, in its own unit, a number may lie and still ground it."""
    told = abs(claim.value)
    if not math.isfinite(told):
        return 0.0
    if claim.hedge is None:
        return 0.5 * claim.step
    tens = _TENS * told if claim.kind in PER_FRACTION and claim.step >= 1 and told >= 20 and told % 10 == 0 else 0.0
    return max(
        _OF_HALF if claim.kind == "fraction" and told == 0.5 else _OF_FRACTION, tens, round_step(told, claim.step)
    )


def sign_agrees(claim: Quantity, number: ToolNumber, telling: Telling | None, heard: Telling | None = None) -> bool:
    """Whether the claim's sign, marked or told in words, is the number's."""
    if telling is None and heard is not None and sign_agrees(claim, number, heard):
        return True
    if claim.sign == 0 and number.measured in _NEVER_NEGATIVE and number.value >= 0:
        return True  # "its lower volatility of 8.6% didn't help at the worst"
    outlay = number.metric in _OUTLAYS or not _COSTING_WORDS.isdisjoint((number.metric or "").split())
    if outlay and number.value > 0 and (claim.sign >= 0 or claim.kind in ("money", "plain")):
        return True  # "poorer with fees of 3 bps", "fees took $12 off the account", "| Commission | -67,000 |"
    if number.value == 0 or claim.value == 0 or number.either_sign or claim.kind in ("duration", "date", "split"):
        return True
    if claim.sign == 0 and number.value < 0 and "short" in number.scope.values():
        return True  # "207 shares short" of a quantity of -207
    if number.value > 0 and claim.sign >= 0 and is_called_loss(number.metric):
        return True  # "0.784 down" of a down_capture
    loss = is_loss(number.metric)
    if claim.gloss and claim.sign == 0 and telling is None:
        return True
    negative = claim.sign < 0 or telling == "loss"
    positive = claim.sign > 0 or telling == "gain"
    if loss:
        return not positive or claim.sign < 0
    if number.value < 0:
        return negative and not (claim.sign < 0 and not claim.gloss and telling == "gain")
    counts = measure_of(number.metric) in ("count", "time", "any") or (claim.step >= 1 and number.value.is_integer())
    if claim.kind in ("count", "plain") and claim.sign == 0 and counts:
        return True  # "said down and was up: 958"
    return not negative


@lru_cache(maxsize=4096)
def is_called_loss(metric: str | None) -> bool:
    """Whether a metric's own name has a word of loss that tells not its sign: a down_capture, the probability of a negative CAGR; or of what
    may be lost."""
    words = frozenset((metric or "").split())
    named = not words.isdisjoint(_LOSING_WORDS) and not words.isdisjoint(_NO_AMOUNT)
    return metric not in METRICS and (named or not words.isdisjoint(_AT_STAKE))


_IN_FIGURES = frozenset(
    {"sharpe", "sortino", "calmar", "omega", "information_ratio", "treynor", "profit_factor"}
)  # no "Sharpe of two thirds"


def round_step(value: float, step: float) -> float:
    """One unit of the last place that is no zero: 1000 for 142,000. A hedged "142,000" says no more."""
    if value < step * 10:
        return step
    size = step
    if step <= 0:
        return step
    whole = round(value / step)
    while whole % 10 == 0 and whole >= 100:
        whole //= 10
        size *= 10
    return size


def _in_units_of(claim: Quantity, number: ToolNumber, *, named: bool) -> Iterator[tuple[float, bool]]:
    """(the number in the claim's unit, whether the units fit) for each way of reading the number."""
    value, unit = number.value, number.unit
    measure = measure_of(number.metric)
    called = number.metric == ORDINAL or number.setting is not None
    unnamed = called and number.metric is None and unit is None  # the 20 of "SmaCross(10, 20)"
    timed = unnamed or (called and measure == "time" and unit is None)
    foreign = claim.noun in _COUNTED and claim.noun != unit and not (timed and claim.kind == "duration")
    foreign = foreign and not (number.setting is not None and _tells_count(number.metric))
    if number.is_of_key and value.is_integer() and claim.step < 1 and f"{value:.1f}" not in number.source:
        return  # the 1 of "f1-score" is no 1.00
    nameless = claim.kind == "fraction" or (claim.kind == "money" and (number.prose or number.metric == ORDINAL))
    if called and (nameless or foreign or (claim.kind == "percent" and unnamed)):
        return
    if number.metric == ORDINAL and claim.kind not in ("plain", "count", "date"):
        return
    if number.length:
        if claim.kind in ("count", "plain", "duration") and claim.step == 1 and (claim.noun is not None or named):
            yield value, claim.kind != "duration" or claim.noun in _TIMES
        return
    if claim.kind in PER_FRACTION:
        yield from _as_share(claim, number, measure)
    elif claim.kind == "money":
        fits = unit not in ("percent", "bps", "multiple", *_TIMES) and measure in ("money", "any", "share")
        fits = fits or (number.measured == "equity_multiple" and claim.scale == 1)  # what became of one dollar
        fits = fits or (unit is None and measure == "count" and not value.is_integer())  # what positions are worth
        told = unit if unit in CURRENCY_CODES else number.currency
        fits = fits and not (
            told is not None and claim.currency is not None and told != claim.currency and not number.prose
        )
        yield value, fits and not (measure == "share" and number.written is None and abs(value) < 1.5)
        for factor in _scale_left_out(claim, number):
            yield value * factor, fits
    elif claim.kind == "multiple":
        said = unit == "multiple" or "x" in (number.metric or "").split() or number.measured == "turnover"
        yield value, said or (unit not in ("percent", "bps") and measure not in ("money", "time"))
        if unit == "percent":
            yield value / 100, True
    elif claim.kind == "fraction":
        if unit == "percent":
            yield value / 100, True
        elif unit not in ("bps", *CURRENCY_CODES) and measure in ("share", "any", "ratio"):
            yield value, not (claim.spelled and number.metric in _IN_FIGURES)
            if abs(value) > 1.5:
                yield value / 100, True
    elif claim.kind == "duration":
        if unit in _TIMES:
            yield value, unit == claim.noun or {unit, claim.noun} == _TRADING_DAYS or number.prose
            yield from _in_other_unit(claim, number)
        elif value.is_integer() or claim.step < 1:
            counted = claim.noun in (number.metric or "").split()  # "thirty months were up"
            timed = measure in ("time", "any") or number.metric == "observations" or counted
            yield value, (unit is None and (timed or number.prose)) or (counted and unit in UNIT_PER_FRACTION)
    else:
        yield from _as_plain(claim, number, measure, named=named)


@lru_cache(maxsize=4096)
def _tells_count(metric: str | None) -> bool:
    """Whether a metric of the tool's own is how many of something were taken: `top_n`, `max_positions`."""
    return metric not in METRICS and not _HOW_MANY.isdisjoint((metric or "").split())


def _in_other_unit(claim: Quantity, number: ToolNumber) -> Iterator[tuple[float, bool]]:
    """A number of days, hours, minutes or seconds in the claim's unit; cut too, where a clock's digits tell what is left out: "38 days" of
    "38 days 18:00:00"."""
    own, told = SECONDS.get(number.unit or ""), SECONDS.get(claim.noun or "")
    if own is None or told is None:
        return
    lasted = number.value * own / told
    yield lasted, True
    if number.written is not None and ":" in number.written.text and claim.step > 0:
        yield math.floor(lasted / claim.step) * claim.step, True


def _as_share(claim: Quantity, number: ToolNumber, measure: str) -> Iterator[tuple[float, bool]]:
    value, unit = number.value, number.unit
    per = PER_FRACTION[claim.kind]
    own = UNIT_PER_FRACTION.get(unit or "")
    if own is not None:
        yield value * per / own, True
        for other in (1.0, 100.0, 10_000.0):
            if other != per:
                yield value * other / own, False
    elif unit in CURRENCY_CODES or unit in _TIMES or unit == "multiple" or measure in _RATIOS:
        yield value, False
        yield value * per, _may_be_fraction(number)
    else:
        if number.is_of_key and value.is_integer():
            # the 99 of "var_99", and not the 1 of "top_1"
            yield value, abs(value) >= LARGEST_FRACTION or claim.kind == "basis_points"
            return
        yield value * per, number.measured not in _AT_MOST_ONE or abs(value) < LARGEST_FRACTION
        # A source that names no unit may hold percent already, unless it is a share below 1.
        outlay = number.measured in _OUTLAYS
        large = abs(value) >= (_LEAST_BPS if outlay and claim.kind == "basis_points" else LARGEST_FRACTION)
        yield value, measure != "share" or (large and (outlay or claim.kind != "basis_points"))
        yield value * per / 100, claim.kind == "basis_points" and abs(value) >= 1.5


def _may_be_fraction(number: ToolNumber) -> bool:
    """Whether a number may be a share told as a fraction of one, though words of its key speak of something else: a key that the
    vocabulary does not know names no unit ("worldEquities": 0.0464), and what stands above it names one of a whole record's money."""
    if number.measured == "turnover":
        return number.unit is None and abs(number.value) < LARGEST_FRACTION  # "a weekly turnover of 38%"
    unknown = number.metric not in METRICS and number.written is None and not number.value.is_integer()
    return unknown and abs(number.value) < LARGEST_FRACTION and (number.unit is None or number.unit in CURRENCY_CODES)


def _scale_left_out(claim: Quantity, number: ToolNumber) -> Iterator[float]:
    """The factor of a scale word that only the answer or only the source writes: "$23 million" of a table in millions. A source in
    running text says its own scale; one that shows fewer places than the answer holds no such number."""
    written = number.written
    if written is None or number.prose or number.scale != 1:
        return
    if claim.scale > 1 and written.scale == 1 and written.step * claim.scale <= claim.step * (1 + 1e-9):
        yield claim.scale
    elif written.scale > 1 and claim.scale == 1:
        yield 1 / written.scale


def _as_plain(claim: Quantity, number: ToolNumber, measure: str, *, named: bool) -> Iterator[tuple[float, bool]]:
    value = number.value
    if number.unit in _TIMES and claim.kind == "count" and claim.noun is not None and number.metric is None:
        return  # "1,165 sessions" grounds no trades
    if claim.kind == "count" and claim.noun in _COUNTED and number.unit in ("percent", "bps", *CURRENCY_CODES):
        yield value, number.prose  # a win rate of 50% counts no orders
        return
    whole = claim.step >= 1 and claim.scale == 1 and abs(claim.value) < 1000
    if whole and not value.is_integer() and not (named or claim.hedge):
        if measure == "share" and named:
            yield value * 100, True
        return
    yield value, True
    if number.unit == "percent" and claim.step < 1 and (abs(claim.value) < 1.5 or (named and claim.step <= 0.001)):
        yield value / 100, True  # a share told as a fraction
    if number.scale > 1:
        yield value / number.scale, True
    for factor in _scale_left_out(claim, number):
        yield value * factor, True
    if named and measure == "share" and number.unit in (None, "fraction") and abs(value) < 1.5:
        yield value * 100, True
