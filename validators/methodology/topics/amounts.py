"""Numbers, shares and spans of time as prose writes them."""

import re
from functools import lru_cache

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: value for value, word in enumerate(_UNITS)} | {word: 20 + 10 * i for i, word in enumerate(_TENS)}
_SIMPLE = "|".join(sorted(_WORDS, key=len, reverse=True))
SPELLED = (
    rf"(?:(?:a |one |(?:{_SIMPLE})[ -])?hundred(?:(?: and)?[ -](?:{_SIMPLE})(?:-(?:{_SIMPLE}))?)?"
    rf"|(?<!half )(?:a|{_SIMPLE})[ -]dozen"
    rf"|(?:{_SIMPLE})(?:[ -](?:{_SIMPLE}))?(?: and (?:a half|a quarter|three quarters)| point(?:[ -](?:{_SIMPLE}))+)?)"
)
NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|\.\d+|{SPELLED})"

FRACTIONS = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fourth": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "eighth": 1 / 8,
    "tenth": 1 / 10, "twentieth": 1 / 20, "hundredth": 1 / 100,
}  # fmt: skip
FRACTION = rf"(?:(?:a|an|one|two|three|four|five|six|seven|eight|nine|1|2|3|4)[ -])?(?:{'|'.join(FRACTIONS)})s?"
PERCENT = rf"(?:{NUMBER} ?(?:%|per ?cent\b|pct\b))"
PART = rf"(?:{FRACTION}|{PERCENT})"
OUT_OF = rf"(?:{NUMBER}(?: [a-z]+)? (?:out of|in|of|for) (?:every|each) (?:{NUMBER})|{NUMBER}(?: [a-z]+)? out of {NUMBER}|(?:{_SIMPLE}) in (?:{_SIMPLE})|(?:out of|of|for) (?:every |each )?{NUMBER} [a-z]+(?: of [a-z]+)?,? {NUMBER}|(?<![\d/])[1-9]/[1-9]0?(?![\d/]))"
"""A share told by counts: "seven years out of ten", "one in five"."""

_COUNTED = re.compile(rf"({NUMBER})(?: [a-z]+)? (?:out of|in|of|for) (?:every |each )?({NUMBER})|([1-9])/([1-9]0?)")
_OF_WHOLE = re.compile(rf"(?:out of|of|for) (?:every |each )?({NUMBER}) [a-z]+(?: of [a-z]+)?,? ({NUMBER})")

_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}|0,\d+")  # "0,15%"


@lru_cache(maxsize=4096)
def number(text: str) -> float | None:
    """The value of digits or words ("1,250", "two hundred and fifty-two"), None where it is neither."""
    text = text.strip().rstrip(",")
    if _DECIMAL_COMMA.fullmatch(text):
        text = text.replace(",", ".")
    try:
        return float(text.replace(",", ""))
    except ValueError:
        pass
    if " and " in text and (part := fraction(text.rpartition(" and ")[2])) is not None:
        whole = number(text.rpartition(" and ")[0])
        return None if whole is None else whole + part
    if " point" in text:
        before, _, after = text.partition(" point")
        digits = "".join(str(_WORDS.get(word, "?")) for word in re.split(r"[\s-]+", after.strip()))
        return number(f"{number(before):.0f}.{digits}") if digits.isdigit() else None
    total, seen = 0, False
    for word in re.split(r"[\s-]+", text):
        if word in ("and", "a"):
            continue
        if word in ("hundred", "dozen"):
            total = max(total, 1) * (100 if word == "hundred" else 12)
        elif word in _WORDS:
            total += _WORDS[word]
        else:
            return None
        seen = True
    return float(total) if seen else None


@lru_cache(maxsize=1024)
def fraction(text: str) -> float | None:
    """The value of a spelled fraction ("four fifths", "a tenth"), None where it is none."""
    *head, name = re.split(r"[\s-]+", text.strip())
    share = FRACTIONS.get(name.removesuffix("s"))
    if share is None:
        return None
    count = number(" ".join(head)) if head and head[0] not in ("a", "an") else 1.0
    return None if count is None else count * share


def as_share(written: str) -> float | None:
    """A share as it is written: "80%", "four fifths", "0.8"."""
    percent = re.match(rf"({NUMBER}) ?(?:%|per ?cent|pct)", written)
    if percent:
        value = number(percent[1])
        return None if value is None else value / 100
    if written.lstrip("0").startswith("."):
        return float(written)
    if of_whole := _OF_WHOLE.fullmatch(written):
        whole, part = number(of_whole[1]), number(of_whole[2])
        return part / whole if part and whole else None
    if counted := _COUNTED.fullmatch(written):
        part, whole = number(counted[1] or counted[3]), number(counted[2] or counted[4])
        return part / whole if part and whole else None
    return fraction(written)
