"""One wrong number in a filled sentence, planted so that it is false by plain arithmetic."""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from random import Random

from curation.faults.coincidence import Ground, same, step_of, true_by_chance
from curation.faults.filled_sentence import FilledSentence, derive, number_of, written_slot
from curation.faults.templates import Slot
from curation.faults.written_number import FRACTIONS, Family, Unfit, Written, write

VALUE_KINDS = (
    "relative_1",
    "relative_5",
    "relative_20",
    "digit_swap",
    "times_10",
    "times_100",
    "hundredth",
    "rounding_step",
)
SLOT_KINDS = (*VALUE_KINDS, "sign", "unit", "wrong_entity", "wrong_metric", "wrong_window")
DERIVED_KINDS = ("derived_relative_5", "derived_relative_20", "derived_digit_swap", "derived_times_10", "derived_unit")

_FACTORS = {
    "relative_1": (Decimal("1.01"), Decimal("0.99")),
    "relative_5": (Decimal("1.05"), Decimal("0.95")),
    "relative_20": (Decimal("1.2"), Decimal("0.8")),
    "times_10": (Decimal(10),),
    "times_100": (Decimal(100),),
    "hundredth": (Decimal("0.01"),),
}
_SIGNED = ("cagr", "total_return", "pnl", "sharpe", "sortino", "alpha", "year_return", "best_month")
_ALIKE = (
    ("cagr", "total_return", "max_drawdown", "volatility", "win_rate", "exposure", "alpha", "best_month", "worst_month",
     "benchmark_return", "year_return", "year_drawdown"),
    ("sharpe", "sortino", "calmar", "profit_factor", "beta"),
    ("trades", "wins", "losses", "days", "recovery_days"),
    ("initial_equity", "final_equity", "pnl", "fees_paid", "price"),
)  # fmt: skip
_UNITS = (
    (" percentage points", "bps"),
    (" per cent", "bps"),
    (" percent", "basis points"),
    (" basis points", "percent"),
    (" pp", "bps"),
    (" bps", "%"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plant:
    """Slot `index` of the sentence reads `text` instead of what is true."""

    index: int
    text: str


def plant(kind: str, sentence: FilledSentence, ground: Ground, rng: Random, *, entity: str | None) -> Plant | None:
    """A fault of `kind` in one slot, or None where no slot of the sentence can carry one that is surely false."""
    derived = kind.startswith("derived_")
    kind = kind.removeprefix("derived_")
    order = list(range(len(sentence.filled)))
    rng.shuffle(order)
    for index in order:
        slot, right = sentence.filled[index].slot, sentence.filled[index].written
        if derived != (slot.operation is not None):
            continue
        wrong = _wrong(kind, slot, right, sentence, ground, rng, entity)
        if wrong is None or wrong.text == right.text:
            continue
        exempt = kind in ("wrong_entity", "wrong_metric")
        if kind != "sign" and _reads_like(wrong, right):
            continue
        if not exempt and true_by_chance(wrong, slot, ground, own=kind in ("sign", "unit", "hundredth", "times_100")):
            continue
        return Plant(index=index, text=wrong.text)
    return None


def _reads_like(wrong: Written, right: Written) -> bool:
    if right.shown is None or wrong.shown is None or wrong.family != right.family:
        return False
    return same(wrong.shown, right.shown, step_of(right))


def _wrong(
    kind: str, slot: Slot, right: Written, sentence: FilledSentence, ground: Ground, rng: Random, entity: str | None
) -> Written | None:
    """The wrong reading of a slot, None where the kind does not apply to it."""
    hedged = "hedged" in sentence.sentence.marks
    if right.family == "text":
        return None
    if right.family == "date":
        return _other_date(slot, ground, rng) if kind == "wrong_window" else None
    if kind in _FACTORS:
        return _scaled(kind, slot, right, ground, rng, hedged=hedged)
    if kind == "digit_swap":
        return _swapped(right, rng)
    if kind == "rounding_step":
        if hedged or slot.operation or right.step is None or slot.name.split(".")[-1] == "fee" or right.shown is None:
            return None
        return _with_shown(slot, right, right.shown + rng.choice((1, -1)) * right.step, ground)
    if kind == "sign":
        metric = slot.name.split(".")[-1]
        if metric not in _SIGNED or "abs_" in slot.code or right.shown is None or right.family == "multiple":
            return None
        return _with_shown(slot, right, -right.shown, ground)
    if kind == "unit":
        return _other_unit(slot, right)
    if kind == "wrong_entity":
        return _other_run(slot, ground, entity)
    if kind == "wrong_metric":
        return None if "vague" in sentence.sentence.marks else _other_metric(slot, ground, rng)
    return None


def _scaled(kind: str, slot: Slot, right: Written, ground: Ground, rng: Random, *, hedged: bool) -> Written | None:
    metric = slot.name.split(".")[-1]
    if hedged and kind in ("relative_1", "relative_5"):
        return None
    if metric == "fee" and kind in ("relative_1", "relative_5", "hundredth"):
        return None
    if kind == "hundredth" and right.family != "percent":
        return None
    if right.step is None:
        return _other_fraction(slot, ground, rng) if kind == "relative_20" else None
    value, unit = _value(slot, ground)
    if slot.code.startswith("multiple") and kind.startswith("times"):
        return None
    try:
        return write(value * rng.choice(_FACTORS[kind]), unit, slot.code)
    except Unfit:
        return None


def _value(slot: Slot, ground: Ground) -> tuple[Decimal, str]:
    if slot.operation:
        return derive(slot.operation, tuple(ground.readings[name] for name in slot.operands))
    reading = ground.readings[slot.name]
    return number_of(reading), reading.unit


def _with_shown(slot: Slot, right: Written, shown: Decimal, ground: Ground) -> Written | None:
    """The slot written as if its value were `shown` (in the unit of writing)."""
    unit = _value(slot, ground)[1]
    assert right.shown is not None
    sized = {
        "percent": Decimal("0.01") if unit != "bps" else Decimal(100),
        "bps": Decimal(1) if unit == "bps" else Decimal("0.0001"),
    }
    factor = sized.get(right.family, Decimal(1).scaleb(right.scale))
    if slot.code.startswith("multiple"):
        shown -= 1
    try:
        written = write(shown * factor, unit, slot.code)
    except Unfit:
        return None
    return None if "abs_" not in slot.code and written.shown is None else written


def _swapped(right: Written, rng: Random) -> Written | None:
    if right.shown is None or right.step is None:
        return None
    text = right.text
    digits = [at for at, character in enumerate(text) if character.isdigit()]
    pairs = [
        (first, second)
        for first, second in pairwise(digits)
        if text[first] != text[second] and not (first == digits[0] and text[second] == "0")
    ]
    if not pairs:
        return None
    first, second = rng.choice(pairs)
    swapped = text[:first] + text[second] + text[first + 1 : second] + text[first] + text[second + 1 :]
    match = re.search(r"\d[\d,]*(\.\d+)?", swapped)
    assert match is not None
    shown = Decimal(match[0].replace(",", ""))
    return replace(right, text=swapped, shown=shown if right.shown >= 0 else -shown)


def _other_unit(slot: Slot, right: Written) -> Written | None:
    if slot.operation in ("pctchange", "abspctchange") and right.text.endswith("%"):
        return replace(right, text=right.text[:-1] + " percentage points")
    if slot.operation in ("pctchange", "abspctchange", "ratio", "sum", "mean") or right.shown is None:
        return None
    for ending, other in _UNITS:
        if right.text.endswith(ending):
            family: Family = "bps" if other in ("bps", "basis points") else "percent"
            return replace(
                right, text=right.text[: -len(ending)] + (other if other == "%" else f" {other}"), family=family
            )
    if right.text.endswith("%"):
        return replace(right, text=right.text.rstrip("%\N{NO-BREAK SPACE}") + " bps", family="bps")
    if slot.name.split(".")[-1] in _ALIKE[1] and slot.code.isdigit():
        return replace(right, text=right.text + "%", family="percent")
    return None


def _other_run(slot: Slot, ground: Ground, entity: str | None) -> Written | None:
    run, _, metric = slot.name.partition(".")
    if run not in ("a", "b") or metric == entity or slot.operation:
        return None
    other = f"{'b' if run == 'a' else 'a'}.{metric}"
    try:
        return written_slot(Slot(name=other, code=slot.code), ground.readings)
    except (KeyError, Unfit):
        return None


def _other_metric(slot: Slot, ground: Ground, rng: Random) -> Written | None:
    if slot.operation or slot.code.endswith("raction_words"):
        return None
    run, dot, metric = slot.name.rpartition(".")
    alike = next((group for group in _ALIKE if metric in group), ())
    others = [name for name in alike if name != metric and f"{run}{dot}{name}" in ground.readings]
    if not others:
        return None
    own, other = ground.readings[slot.name], ground.readings[f"{run}{dot}{rng.choice(others)}"]
    value = abs(number_of(other))
    try:
        return write(-value if number_of(own) < 0 else value, own.unit, slot.code)
    except Unfit:
        return None


def _other_fraction(slot: Slot, ground: Ground, rng: Random) -> Written | None:
    others = [fraction for fraction in FRACTIONS.values() if abs(fraction - _value(slot, ground)[0]) > Decimal("0.05")]
    return write(rng.choice(others), "fraction", slot.code)


def _other_date(slot: Slot, ground: Ground, rng: Random) -> Written | None:
    reading = ground.readings[slot.name]
    assert isinstance(reading.value, str)
    day = date.fromisoformat(reading.value if reading.unit == "date" else f"{reading.value}-01")
    moves = [day.replace(year=day.year + years, day=min(day.day, 28)) for years in (-2, -1, 1, 2)]
    if not slot.code.endswith("year"):
        moves += [day.replace(month=month, day=min(day.day, 28)) for month in range(1, 13) if month != day.month]
    moved = rng.choice(moves).isoformat()
    wrong = write(moved if reading.unit == "date" else moved[:7], reading.unit, slot.code)
    taken = {write(other, "date", slot.code).text for other in ground.dates}
    if slot.code == "year" and Decimal(wrong.text) in ground.numbers:
        return None
    return None if wrong.text in taken else wrong
