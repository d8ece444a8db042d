"""Settings that tell runs apart, told in words: "without fees", "the half-year lookback", "a 3-month window", "the slowest signal"."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from validators.grounding.answer.mentions import Mention
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.keys import noun_of_part
from validators.grounding.tools.names.numbered_names import setting_of
from validators.grounding.tools.number import KEYED
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metric_vocabulary import COSTS
from validators.grounding.tools.vocabulary.words import key_unit, key_words

_COST_NOUN = r"(?:fees?|costs?|commissions?|charges?|frictions?|slippage|brokerage|spreads?)"
_KIND_OF_COST = r"(?:(?:trading|transaction|dealing|execution|brokerage|any|all|such) ){0,2}"
_FREE = re.compile(
    rf"\b(?:no|zero|nil|without|free of|before|gross of|untaxed by|untouched by|excluding|ignoring|absent|minus|net of no) {_KIND_OF_COST}{_COST_NOUN}\b"
    rf"|\b{_COST_NOUN}[- ](?:free|less)\b|\bfrictionless(?:ly)?\b|\b(?:cost|fee)less(?:ly)?\b|\bzero[- ]{_COST_NOUN}\b|\b(?:trading|dealing|execution|trades?) (?:is|was|were|are|being|costs?|cost) (?:free|nothing)\b"
    rf"|\bfree (?:trading|execution|dealing)\b|\b{_COST_NOUN} (?:at|of|set to|are|is|were|was) (?:zero|nil|nothing)\b|\bfor free\b"
    r"|\bat (?:zero|nil)(?=,? \W?(?:\d|it\b|the\b))",
    re.IGNORECASE,
)
_FROM_ZERO = re.compile(r"(?<=\bfrom )(?:zero|nothing|nil|none)\b(?= (?:[a-z]+ )?to\b)", re.IGNORECASE)
_LEVERAGE = frozenset({"leverage", "gearing", "exposure", "cap"})
_UNLEVERED = re.compile(
    r"\b(?:un(?:levered|leveraged|geared)|(?:without|no) (?:any )?(?:leverage|gearing|borrowing))\b", re.I
)
_TIME_NOUN = r"(?:look[- ]?backs?|windows?|signals?|horizons?|memory|formation periods?|settings?|versions?|variants?|rules?|cells?|rows?|cases?|configurations?|specifications?|filters?|averages?)"
_COST_CASE = r"(?:fees?|costs?|commissions?|charges?|frictions?|settings?|cases?|scenarios?|levels?|rows?|cells?|assumptions?|rates?)"
_UNITS = {"bps": r"bps?|basis[- ]points?", "percent": r"%|per ?cent|pct", "day": r"days?|d|sessions?", "week": r"weeks?|w|wks?",
          "month": r"months?|mths?|mos?|m", "year": r"years?|yrs?|y", "bar": r"bars?", "hour": r"hours?|h"}  # fmt: skip
_TIMES = ("day", "week", "month", "bar")  # in which a lookback without a unit may be
_WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
_COUNTED = re.compile(rf"(?<![\w.,$€£-])(\d{{1,4}}(?:\.\d{{1,3}})?|{'|'.join(_WORDS)})[- ]?(?=[a-z%])", re.IGNORECASE)
# how a length of time is called, by how many of a unit it is
_LENGTHS = {
    "month": {12: "year", 6: "half", 3: "quarter", 1: "month", 24: "two", 18: "eighteen", 9: "nine"},
    "week": {52: "year", 26: "half", 13: "quarter", 4: "month"},
    "day": {252: "year", 250: "year", 260: "year", 365: "year", 126: "half", 125: "half", 130: "half", 63: "quarter", 21: "month", 20: "month", 5: "week"},
    "year": {1: "year"},
    "quarter": {4: "year", 2: "half", 1: "quarter"},
}  # fmt: skip
_CALLED = {
    "year": r"(?:(?:one|full|whole|1|single|12-month|twelve-month)[- ]year|yearly|annual|year-long|twelve-month|12-month)",
    "half": r"(?:half[- ](?:a[- ])?year(?:ly|-long)?|semi-?annual|six-month|6-month)",
    "quarter": r"(?:one[- ]quarter|quarter-long|quarterly|quarter[- ]year|three-month|3-month)",
    "month": r"(?:(?:one|single|1)[- ]month|monthly)",
    "week": r"(?:(?:one|single|1)[- ]week|weekly)",
    "two": r"(?:two|2)[- ]year",
    "eighteen": r"eighteen-month",
    "nine": r"nine-month",
}
_LOOKING_BACK = {
    "year": r"(?:a|one) (?:full |whole |single )?year",
    "half": r"half a year|six months",
    "quarter": r"(?:a|one) quarter|three months",
    "month": r"(?:a|one) (?:full |single )?month",
    "week": r"(?:a|one) (?:full |single )?week",
}
_LEAST = {
    "time": r"short(?P<er>er)?(?:est)?|fast(?P<er2>er)?(?:est)?|quick(?P<er3>er)?(?:est)?",
    "cost": r"low(?P<er>er)?(?:est)?|cheap(?P<er2>er)?(?:est)?|small(?P<er3>er)?(?:est)?",
    "other": r"low(?P<er>er)?(?:est)?|small(?P<er2>er)?(?:est)?|tight(?P<er3>er)?(?:est)?",
}
_MOST = {
    "time": r"max(?:imum)?|long(?P<er>er)?(?:est)?|slow(?P<er2>er)?(?:est)?",
    "cost": r"high(?P<er>er)?(?:est)?|top|max(?:imum)?|steep(?P<er2>er)?(?:est)?|dear(?P<er3>er)?(?:est)?|(?:most )?(?:expensive|costly)",
    "other": r"high(?P<er>er)?(?:est)?|top|max(?:imum)?|larg(?P<er2>er)?(?:est|e)?|big(?P<er3>ger)?(?:gest)?|loos(?P<er4>er)?(?:est|e)?",
}
_MIDDLE = r"middle|medium|intermediate|mid(?:dling)?"


def worded_settings(text: str, index: ToolIndex) -> dict[str, list[Mention]]:
    """Where a text names values of the settings that tell runs apart, by dimension."""
    found: dict[str, list[Mention]] = {}
    for dimension, names in index.parameters.items():
        if len(names) > 1:
            values = {name: float(name.strip("xX")) for name in names if _is_number(name.strip("xX"))}
            named = () if dimension.startswith(KEYED) else names  # a "ret_20d" is called by its metric
            held = list(_told(text, dimension, values)) if len(values) > 1 else list(_called(text, named))
            if held:
                found[dimension] = _outer(held)
    return found


def _called(text: str, names: Iterable[str]) -> Iterator[Mention]:
    """Where a text names values by which names with their units go: "the 3-month horizon" of "3m"."""
    by_unit: dict[str, dict[float, str]] = {}
    for name in names:
        setting = setting_of(name)
        if setting is not None and setting.unit in _UNITS:
            by_unit.setdefault(setting.unit or "", {})[setting.value] = name
    for unit, by_value in by_unit.items():
        yield from _counted(text, unit, by_value)


def _told(text: str, dimension: str, values: dict[str, float]) -> Iterator[Mention]:
    kind, unit = _kind(dimension), key_unit(dimension)
    by_value = {value: name for name, value in values.items()}
    if kind == "cost" and 0.0 in by_value:
        for match in _FREE.finditer(text):
            yield Mention(match.start(), match.end(), frozenset({by_value[0.0]}))
    for match in _FROM_ZERO.finditer(text) if 0.0 in by_value else ():
        yield Mention(match.start(), match.end(), frozenset({by_value[0.0]}))
    multiples = all(name[:1] in "xX" or name[-1:] in "xX" for name in values)
    if 1.0 in by_value and (multiples or not _LEVERAGE.isdisjoint(key_words(dimension))):
        for match in _UNLEVERED.finditer(text):
            yield Mention(match.start(), match.end(), frozenset({by_value[1.0]}))
    if (noun := noun_of_part(dimension)) is not None:
        for match in _compiled(rf"\b{noun}[- ](?:no\.? |#)?(\d{{1,4}})\b(?!%)").finditer(text):
            if (value := float(match[1])) in by_value:
                yield Mention(match.start(), match.end(), frozenset({by_value[value]}))
    for told in (unit,) if unit in _UNITS else _TIMES if unit is None and kind == "time" else ():
        yield from _counted(text, told, by_value)
    for value, called in _LENGTHS.get(unit or "", {}).items() if kind == "time" else ():
        if value in by_value:
            back = _LOOKING_BACK.get(called, "(?!)")
            pattern = rf"\b{_CALLED[called]} (?=(?:\w+ )?{_TIME_NOUN}\b)|\blook\w* back (?:over |at |on )?(?:the (?:last|past) )?(?:{back})\b"
            for match in _compiled(pattern).finditer(text):
                yield Mention(match.start(), match.end(), frozenset({by_value[value]}))
    yield from _compared(text, kind, dimension, sorted(by_value.items()))


def _counted(text: str, unit: str, by_value: dict[float, str]) -> Iterator[Mention]:
    """Values with their unit glued to them or in words: "the 3-month rule", "6m", "ten-basis-point costs"."""
    units = _compiled(rf"(?:{_UNITS[unit]})(?![a-z])")
    for match in _COUNTED.finditer(text):
        said = match[1].lower()
        value = float(_WORDS.index(said)) if said in _WORDS else float(said)
        told = units.match(text, match.end())
        if told is not None and value in by_value:
            yield Mention(match.start(), told.end(), frozenset({by_value[value]}))


def _compared(text: str, kind: str, dimension: str, ordered: list[tuple[float, str]]) -> Iterator[Mention]:
    """Values told by their size: "the shortest window", "the lower fee" of two or three, "the middle setting"."""
    own = "|".join(re.escape(word) for word in key_words(dimension) if len(word) > 3) or "(?!)"
    noun = _TIME_NOUN if kind == "time" else _COST_CASE if kind == "cost" else own
    names = [name for _, name in ordered]
    for sizes, extreme, opposite in ((_LEAST, names[0], names[-1]), (_MOST, names[-1], names[0])):
        for match in _compiled(rf"(?<![\w-])(?:{sizes[kind]}) (?:\w+ )?(?:(?:{own})s?|{noun})\b").finditer(text):
            comparative = any(said for group, said in match.groupdict().items() if group.startswith("er"))
            means = frozenset(names) - {opposite} if comparative else frozenset({extreme})
            yield Mention(match.start(), match.end(), means)
    if len(names) == 3:
        for match in _compiled(rf"\b(?:{_MIDDLE}) (?:(?:{own})s?|{noun})\b").finditer(text):
            yield Mention(match.start(), match.end(), frozenset({names[1]}))


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=1024)
def _kind(dimension: str) -> str:
    if metric_of_key(dimension) in COSTS or not {"fee", "cost", "slippage", "commission"}.isdisjoint(
        key_words(dimension)
    ):
        return "cost"
    return "time" if key_unit(dimension) in _LENGTHS or metric_of_key(dimension) == "lookback" else "other"


def _is_number(name: str) -> bool:
    return name.replace(".", "", 1).isdigit()


def _outer(mentions: list[Mention]) -> list[Mention]:
    """In order, without those within or over another that begins before."""
    found: list[Mention] = []
    for mention in sorted(mentions, key=lambda each: (each.start, -each.end)):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return found
