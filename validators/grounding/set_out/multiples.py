"""How many times one number is another, in words: "about half as many: 589 against 1,189", "roughly six times the fees". It is said of what
lies near."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from validators.numbers.quantity import Quantity

_PARTS = {
    name: float(size) for size, name in enumerate("half third quarter fifth sixth seventh eighth ninth tenth".split(), start=2)
} | {"fourth": 4.0}  # fmt: skip
_MANY = {name: float(size) for size, name in enumerate("two three four five six seven eight nine".split(), start=2)}
_TIMES = {"tw": 2.0, "do": 2.0, "th": 3.0, "tr": 3.0, "qu": 4.0, "ha": 0.5}  # by how the words begin
_NAMES = "|".join(name for name in _PARTS if name != "half")
_OF = (
    r"(?:as (?:much|many|large|big|high|deep|long|often|great|wide|bad|good|costly|dear|expensive|volatile|steep|heavy|severe|fast|hard|strong|[a-z]+ly)\b"
    r"|(?:of )?what\b|(?:of )?(?:that|those) (?:of|for|in|at|with|under|from|on)\b|(?:of )?(?:its|their|the) (?:own )?(?:size|number|amount|cost|fees?|profits?|return|turnover|level|rate|depth|drawdown|count"
    r"|trades|volatility|gains?|loss(?:es)?|bill|figure|result|money|total|bite|drag|average|typical|sum)\b)"
)
_MORE = r"(?:more|larger|higher|bigger|greater|deeper|longer)\b"
_WORDS = re.compile(
    rf"\b(?:(?:(?P<half>half)|(?:(?:an?|one|(?P<many>{'|'.join(_MANY)}))[ -])(?P<name>{_NAMES})s?|(?P<word>twice|thrice|double|triple|treble|quadruple)) {_OF}"
    r"|(?<!two )(?<!both )(?<!these )(?<!those )(?<!the )(?<!its )(?<!trading )(?<!\()(?P<verb>doubl|tripl|trebl|quadrupl|halv)(?:e[sd]?|ing)\b(?! (?:that|it|this|them|the (?:fee|cost|rate|charge|leverage|window|lookback|number|size)s?) (?:\w+ )?(?:to|from|at)\b))",
    re.IGNORECASE,
)
_TIMES_OF, _TIMES_MORE = (
    re.compile(rf"[ *_]{{1,4}}{_OF}", re.IGNORECASE),
    re.compile(rf"[ *_]{{1,4}}{_MORE}", re.IGNORECASE),
)
_ABOVE = re.compile(
    r"\b(?:over|more than|above|better than|in excess of|upwards? of|at least|no less than|north of) \W{0,3}$",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"\b(?:under|less than|below|short of|shy of|nearly|almost|not quite|close to|at most|up to|no more than|approaching) \W{0,3}$",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|never|far from|nowhere near|nothing like|if)\b[^.;,]{0,20}$|n['’]t [^.;,]{0,20}$", re.IGNORECASE
)
MAY_MULTIPLY = re.compile(
    rf"\b(?:half|twice|thrice|double[sd]?|doubling|halv(?:e[sd]?|ing)|tripl\w+|trebl\w+|quadrupl\w+|times|{_NAMES})\b",
    re.IGNORECASE,
)
_LOOSE, _LEAST_LOOSE = 0.16, 0.5  # of a multiple, by which what lies near it may be off; times, from three on
_FAR, _EDGE = 1.5, 1.03


@dataclass(frozen=True, slots=True)
class Multiple:
    """Words at `start` to `end` of a text that tell one number to be `low` to `high` times another."""

    start: int
    end: int
    low: float
    high: float


def multiples(text: str, start: int, end: int, told: Sequence[Quantity]) -> Iterator[Multiple]:
    """The multiples that a sentence, at `start` to `end` of `text`, tells of two numbers; `told` are its numbers."""
    for match in _WORDS.finditer(text, start, end):
        falls = (match["verb"] or "").lower() == "halv"
        yield _around(text, start, match.start(), match.end(), _size(match), falls=falls)
    for each in told:
        if each.kind != "multiple" or each.value <= 0:
            continue
        of, more = _TIMES_OF.match(text, each.end, end), _TIMES_MORE.match(text, each.end, end)
        if (said := of or more) is None:
            continue
        found = _around(text, start, each.start, said.end(), each.value)
        if each.step < 1 and not each.spelled and each.hedge is None:
            found = Multiple(each.start, said.end(), each.value - each.step, each.value + each.step)
        yield found if of is not None else Multiple(found.start, found.end, found.low, found.high + 1)


def is_denied(text: str, multiple: Multiple, start: int) -> bool:
    """Whether the words only deny or suppose the multiple."""
    return _DENIED.search(text, max(start, multiple.start - 40), multiple.start) is not None


def _size(match: re.Match[str]) -> float:
    if match["half"]:
        return 0.5
    if match["name"]:
        return _MANY.get((match["many"] or "").lower(), 1.0) / _PARTS[match["name"].lower()]
    return _TIMES[(match["word"] or match["verb"])[:2].lower()]


def _around(text: str, start: int, at: int, end: int, size: float, *, falls: bool = False) -> Multiple:
    """What people call so many times: near it, above it or below it as the words before say; what more than halves is below a half."""
    low = max(start, at - 24)
    if falls and _ABOVE.search(text, low, at):
        return Multiple(at, end, 0.0, size * _EDGE)
    if falls and _BELOW.search(text, low, at):
        return Multiple(at, end, size / _EDGE, 1.0)
    if _ABOVE.search(text, low, at):
        return Multiple(at, end, size / _EDGE, max(size * _FAR, size + 1) if size >= 1 else 1.0)
    if _BELOW.search(text, low, at):
        return Multiple(at, end, size / _FAR, size * _EDGE)
    loose = max(_LOOSE * size, _LEAST_LOOSE if size > 2 else 0.0)
    return Multiple(at, end, size - loose, size + loose)


def is_within(multiple: Multiple, one: float, other: float, room: float, *, ordered: bool) -> bool:
    """Whether one number is so many times the other; where they are not `ordered`, the larger the smaller, or, for a part, the smaller the
    larger. `room` is what their rounding leaves open, as a part of them."""
    above, below = abs(one), abs(other)
    if not ordered:
        small, large = sorted((above, below))
        above, below = (large, small) if multiple.high > 1 else (small, large)
    return below > 0 and multiple.low * (1 - room) <= above / below <= multiple.high * (1 + room)
