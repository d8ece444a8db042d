"""How a value of a tool output is written in a sentence: the format codes of SLOTS.md."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Literal

Family = Literal["percent", "bps", "ratio", "multiple", "count", "money", "date", "text"]

_FORMAT = re.compile(r"(?P<flags>(?:(?:abs|plus|u|nb|par)_)*)(?P<base>[A-Za-z_]*?)(?P<digits>\d*)")
_PERCENT = {"pct": "%", "percent": " percent", "per_cent": " per cent", "pp": " pp", "points": " percentage points"}
_BPS = {"bps": (" bps", " bp"), "bp": (" basis points", " basis point")}
_MONEY = {"money": ("$", "", 0), "usd": ("USD ", "", 0), "dollars": ("", " dollars", 0)} | {
    "k": ("$", "k", 3),
    "m": ("$", "M", 6),
    "million": ("$", " million", 6),
}
_TIMES = {"x": "x", "times": " times", "multiple": "x"}
_DATES = ("iso", "dmy", "mdy", "dmy_short", "mdy_short", "my", "quarter", "year", "dotted")
_MONTHS = {
    1: "January", 2: "February", 3: "March", 4: "April", 5: "May", 6: "June",
    7: "July", 8: "August", 9: "September", 10: "October", 11: "November", 12: "December",
}  # fmt: skip
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
FRACTIONS = {
    "a quarter": Decimal(1) / 4,
    "a third": Decimal(1) / 3,
    "two-fifths": Decimal(2) / 5,
    "half": Decimal(1) / 2,
    "three-fifths": Decimal(3) / 5,
    "two-thirds": Decimal(2) / 3,
    "three-quarters": Decimal(3) / 4,
}


class Unfit(ValueError):
    """The value cannot be written in that format without a doubt (a rounding tie, a zero, a fraction without a name)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A value as written. `shown` is the number in the unit written (11.3 for "11.3%", 112 for "$112k"), None for dates and text.

    `step` is one unit of the last written place, None where there is none (words for a fraction, dates, text).
    """

    text: str
    family: Family
    shown: Decimal | None = None
    step: Decimal | None = None
    scale: int = 0  # powers of ten between `shown` and money in full


def write(value: Decimal | str, unit: str, code: str) -> Written:
    """`value` of `unit` (see SLOTS.md) in the format `code`. Raises Unfit, and KeyError for a code that there is not."""
    if isinstance(value, str):
        return _write_text(value, unit, code)
    match = _FORMAT.fullmatch(code)
    if match is None:
        raise KeyError(code)
    flags, base = match["flags"], match["base"]
    digits = int(match["digits"]) if match["digits"] else None
    if base.lower() in ("words", "fraction_words", "pct_words"):
        return _write_words(value, base)
    if "abs_" in flags:
        value = abs(value)
    if base in _PERCENT:
        number = value / 100 if unit == "bps" else value * 100
        suffix = _PERCENT[base].replace("%", "\N{NO-BREAK SPACE}%") if "nb_" in flags else _PERCENT[base]
        return _signed(number, digits, flags, family="percent", suffix=suffix)
    if base in _BPS:
        number = value if unit == "bps" else value * 10000
        return _signed(number, digits, flags, family="bps", suffix=_BPS[base][abs(number) == 1])
    if base in _MONEY:
        before, after, scale = _MONEY[base]
        return _signed(value.scaleb(-scale), digits, flags, family="money", prefix=before, suffix=after, scale=scale)
    if base in _TIMES:
        number = value + 1 if base == "multiple" else value
        return _signed(number, digits, flags, family="multiple", suffix=_TIMES[base])
    if base in ("int", "int_plain"):
        return _signed(value, 0, flags, family="count", grouped=base == "int")
    if base in ("", "frac"):
        return _signed(value, digits, flags, family="ratio", grouped=False)
    raise KeyError(code)


def in_words(number: int) -> str:
    """0 to 999, hyphenated, with the British "and". Raises Unfit beyond."""
    if not 0 <= number <= 999:
        raise Unfit(f"{number} in words")
    if number < 20:
        return _SMALL[number]
    if number < 100:
        return _TENS[number // 10 - 2] + (f"-{_SMALL[number % 10]}" if number % 10 else "")
    return f"{_SMALL[number // 100]} hundred" + (f" and {in_words(number % 100)}" if number % 100 else "")


def _signed(
    number: Decimal,
    digits: int | None,
    flags: str,
    *,
    family: Family,
    prefix: str = "",
    suffix: str = "",
    scale: int = 0,
    grouped: bool = True,
) -> Written:
    shown = _rounded(number, digits)
    body = f"{abs(shown):,f}" if grouped else f"{abs(shown):f}"
    body = f"{prefix}{body}{suffix}"
    if shown < 0:
        body = f"({body})" if "par_" in flags else ("\N{MINUS SIGN}" if "u_" in flags else "-") + body
    elif "plus_" in flags and shown > 0:
        body = f"+{body}"
    exponent = shown.as_tuple().exponent
    assert isinstance(exponent, int)
    return Written(text=body, family=family, shown=shown, step=Decimal(1).scaleb(exponent), scale=scale)


def _rounded(number: Decimal, digits: int | None) -> Decimal:
    if digits is None:
        plain = number.normalize()
        return plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain
    step = Decimal(1).scaleb(-digits)
    shown = number.quantize(step, rounding=ROUND_HALF_EVEN)
    if abs(number - shown) * 2 == step:
        raise Unfit(f"{number} lies halfway at {digits} decimals")
    if shown == 0 and number != 0:
        raise Unfit(f"{number} would be written as zero")
    return shown


def _write_words(value: Decimal, base: str) -> Written:
    if base.lower() == "fraction_words":
        for name, fraction in FRACTIONS.items():
            if abs(value - fraction) < Decimal("0.005"):
                shown = (fraction * 100).quantize(Decimal("0.01"))
                return Written(text=_capital(name, base), family="percent", shown=shown)
        raise Unfit(f"{value} is no fraction with a name")
    number = _rounded(value * 100 if base == "pct_words" else value, 0)
    words = in_words(int(number))
    if base == "pct_words":
        return Written(text=f"{words} percent", family="percent", shown=number, step=Decimal(1))
    return Written(text=_capital(words, base), family="count", shown=number, step=Decimal(1))


def _capital(words: str, base: str) -> str:
    return words[0].upper() + words[1:] if base[0].isupper() else words


def _write_text(value: str, unit: str, code: str) -> Written:
    if unit not in ("date", "month"):
        return Written(text=value, family="text")
    day = date.fromisoformat(value if unit == "date" else f"{value}-01")
    month = _MONTHS[day.month]
    forms = {
        "iso": value,
        "dmy": f"{day.day} {month} {day.year}",
        "mdy": f"{month} {day.day}, {day.year}",
        "dmy_short": f"{day.day} {month[:3]} {day.year}",
        "mdy_short": f"{month[:3]} {day.day}, {day.year}",
        "my": f"{month} {day.year}",
        "quarter": f"Q{(day.month + 2) // 3} {day.year}",
        "year": str(day.year),
        "dotted": f"{day.day:02d}.{day.month:02d}.{day.year}",
    }
    assert set(forms) == set(_DATES)
    return Written(text=forms[code], family="date")
