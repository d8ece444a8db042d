"""What stands before a number: its sign, its currency, and words that loosen it."""

import re
from dataclasses import dataclass
from typing import Literal

from validators.numbers.quantity import Hedge
from validators.numbers.tail import CURRENCIES, Tail, read_tail

_SPACE = "[ \u00a0\u202f\u2009]"
_SIGN = re.compile(
    rf"(?P<open>\()?(?:(?P<first>[-−–+±])(?P<gap>{_SPACE})?)?(?:(?P<money>(?:US|C|A|HK|NZ|S|CA|AU)?\$|[€£¥₹₩]"
    rf"|\b(?:{'|'.join(code for code in CURRENCIES if code.isalpha())})){_SPACE}?)?(?P<inner>\()?(?P<second>[-−–+])?\Z"
)
# No sign but arithmetic after another number: "1.24 minus 0.83", "12% plus 7%", "53 trades minus 24 winners".
_ARITHMETIC = re.compile(
    r"\d%?(?:(?: [a-z]{2,6})? (?:from|for|of) (?:the )?[a-z]{3,14}| (?!(?:and|with|was|were|are|is|the|for|from|but|has|had|its|at|of|or|in|on|to|by|as|return\w*|earn\w*|made|lost|per)\b)[a-z]{2,14}){1,2} (?:minus|plus) $",
    re.IGNORECASE,
)
_NEGATIVE_WORD = re.compile(r"(?:\bnegative|(?<![\d%)kKmM] )\bminus)[ -]$", re.IGNORECASE)
_POSITIVE_WORD = re.compile(r"(?:\bpositive|(?<![\d%)kKmM] )\bplus)[ -]$", re.IGNORECASE)
_HEDGES: tuple[tuple[Hedge, re.Pattern[str]], ...] = (
    (
        "about",
        re.compile(
            r"(?:\b(?:about|around|roughly|approximately|approx\.?|circa|ca\.|some|close to|near|or so|in the region of"
            r"|on the order of|in the neighbou?rhood of|more or less)[ ](?:a[ ])?|[~≈]\s?)$",
            re.IGNORECASE,
        ),
    ),
    (
        "over",
        re.compile(
            r"(?:\b(?:over|more than|above|at least|exceed(?:s|ed|ing)|upwards? of|greater than|higher than|just over|no less than"
            r"|in excess of|north of|topping|topped|past)[ ](?:a[ ])?|[>≥]=?\s?)$",
            re.IGNORECASE,
        ),
    ),
    (
        "under",
        re.compile(
            r"(?:\b(?:nearly|almost|under|less than|below|just under|just shy of|shy of|(?<!add )(?<!adds )(?<!adding )(?<!added )up to|at most|no more than|fewer than"
            r"|lower than|not quite|approaching|south of|a little under)[ ](?:a[ ])?|[<≤]=?\s?)$",
            re.IGNORECASE,
        ),
    ),
)
_ACCOUNTING_LEAD = re.compile(
    r"(?:^|[:|=$€£]|\b(?:was|were|is|are|of|at|to|from|by|and|or|versus|vs\.?|returned|loss|income|profit|reported|posted|than))\s*$",
    re.IGNORECASE,
)
_MARKS_BEFORE_SIGN = frozenset("([{|:=,;\"'`*~≈<>/")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A number's sign and currency, the place where it begins with them, and its tail. `gloss`: it stands alone in parentheses."""

    begin: int
    sign: Literal[-1, 0, 1]
    gloss: bool
    currency: str | None
    tail: Tail


def read_surroundings(text: str, start: int, end: int, *, spelled: bool) -> Surroundings | None:
    """What surrounds the digits or words from `start` to `end`; None where they turn out to be an ordinal or part of an id."""
    before = text[max(0, start - 32) : start]
    prefix = _SIGN.search(before)
    assert prefix is not None  # every part of the pattern is optional
    head = before[: prefix.start()]
    closing = text[end : end + 1] == ")" and bool(prefix["open"] or prefix["inner"])
    tail = read_tail(text, end + closing, spelled=spelled)
    if tail is None or (closing and tail.end == end + 1 and not prefix["inner"]):
        closing, tail = False, read_tail(text, end, spelled=spelled)
    if tail is None:
        return None
    marked = _is_signed(head, prefix)
    begin, gloss = start, False
    sign: Literal[-1, 0, 1] = 0
    if prefix["money"] or marked:
        begin = start - len(prefix.group()) + bool(prefix["open"])
        if prefix["gap"]:
            begin += len(f"{prefix['first']}{prefix['gap']}")
    if marked:
        mark = prefix["second"] if prefix["gap"] else prefix.group()
        sign = 1 if "+" in mark else 0 if "±" in mark else -1
    elif closing:
        sign, begin = -1, start - len(prefix.group())
    elif prefix["open"] and text[tail.end : tail.end + 1] == ")":
        sign, gloss = (-1 if _ACCOUNTING_LEAD.search(head) else 0), True
    elif _NEGATIVE_WORD.search(head):
        sign = 0 if _ARITHMETIC.search(head) else -1
    elif _POSITIVE_WORD.search(head):
        sign = 0 if _ARITHMETIC.search(head) else 1
    return Surroundings(begin, sign, gloss, CURRENCIES.get(prefix["money"] or "") or tail.currency, tail)


def _is_signed(head: str, prefix: re.Match[str]) -> bool:
    """Whether the dash or plus before a number is its sign, and not a hyphen, a bullet or a range's dash."""
    if prefix["first"] is None:
        return prefix["second"] is not None and (prefix["money"] is not None or prefix["inner"] is not None)
    if prefix["gap"]:
        return prefix["second"] is not None  # "2013 – -12%": a dash, and then a sign
    return bool(prefix["open"]) or not head or head[-1] in _MARKS_BEFORE_SIGN or head[-1].isspace()


def hedge_of(before: str, tail: Tail) -> Hedge | None:
    """The hedge in the words right before a number, or after it."""
    return hedge_before(before) or tail.hedge


def hedge_before(before: str) -> Hedge | None:
    """The hedge that a text ends with."""
    return next((hedge for hedge, pattern in _HEDGES if pattern.search(before)), None)
