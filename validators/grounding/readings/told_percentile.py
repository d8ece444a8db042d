"""A number told as one percentile of a sample that is another one, or its mean or an end: "median -3.1%" of its lower quartile."""

import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.grounded_number import GroundedNumber
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber

_PLACE = re.compile(r"(?P<record>.+)(?:\.(?P<key>\w+)|\[\"(?P<quoted>[^\"]*)\"\])")
_KEY = re.compile(r"(?:p|q|pct|perc|percentile|quantile)?_?0?\.?(\d{1,2})(?:th|st|nd|rd|%|pct|_pct)?", re.IGNORECASE)
_KEYS_IN_WORDS = {
    "median": 50, "q1": 25, "q2": 50, "q3": 75, "lower_quartile": 25, "first_quartile": 25, "upper_quartile": 75, "third_quartile": 75,
}  # fmt: skip
_OF_A_SAMPLE = frozenset({"mean", "average", "avg", "min", "max", "minimum", "maximum"})
_LOWER, _UPPER = r"(?:lower|first|bottom|1st)", r"(?:upper|third|top|3rd)"
_SAID = (
    r"(?:\b(?:(?P<half>median|midpoint|middle value)|(?P<lower>LOWER quartile|Q1)|(?P<upper>UPPER quartile|Q3)"
    r"|(?P<nth>\d{1,2})(?:st|nd|rd|th) (?:percentile|centile|pct)|p(?P<short>\d{2}))\b)"
).replace("LOWER", _LOWER).replace("UPPER", _UPPER)  # fmt: skip
_AHEAD = re.compile(
    rf"{_SAID}(?: (?:trade|return|day|month|outcome|result|one|itself|value|path)s?){{0,2}}"
    r"(?:\s?[:=,(–—]|(?: (?:is|was|are|of|at|lies|sits|stands|comes?|came|in|just|about|around|only|down|out|made|lost|earned|returned|gained|a|the)\b){1,4}|)[ *_]{0,3}$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"[ *_]{{0,3}}(?:\((?:the |its )?|,? (?:is|was|as|at|for|being|marks) (?:the |its ))(?:{_SAID}|(?P<low>{_LOWER})|(?P<high>{_UPPER}))(?: one| end)?(?=[ ).,;*]|$)",
    re.IGNORECASE,
)
_LONGEST = 64  # characters between the word and its number
_QUARTILES = re.compile(r"\bquartiles?\b", re.IGNORECASE)


def of_another_percentile(
    answer: Answer, index: ToolIndex, claims: Sequence[Claim], judged: Sequence[GroundedNumber]
) -> Iterator[tuple[int, ToolNumber]]:
    """The claims, by place, told as a percentile that they are not, with the number that their sample has there."""
    samples = _samples(index)
    for place, claim in enumerate(claims) if samples else ():
        at = _PLACE.fullmatch(judged[place].source or "")
        sample = samples.get(at["record"], {}) if at is not None else {}
        if at is None or not sample or (said := _said(answer, claim)) is None or said not in sample:
            continue
        key = at["key"] or at["quoted"]
        own = sample[said]
        alike = any(number.value == own.value for number in sample.values() if number.source == judged[place].source)
        if _percentile(key) != said and not alike and (_percentile(key) is not None or key.lower() in _OF_A_SAMPLE):
            yield place, own


def _samples(index: ToolIndex) -> dict[str, dict[int, ToolNumber]]:
    """The percentiles that the tools returned of each record of which they returned two."""
    found: dict[str, dict[int, ToolNumber]] = {}
    for number in index.numbers:
        at = None if number.prose or number.length else _PLACE.fullmatch(number.source)
        nth = _percentile(at["key"] or at["quoted"]) if at is not None else None
        if at is not None and nth is not None:
            found.setdefault(at["record"], {})[nth] = number
    return {record: told for record, told in found.items() if len(told) > 1}


def _percentile(key: str) -> int | None:
    """Which percentile a key tells; None for any other."""
    said = _KEYS_IN_WORDS.get(key.lower())
    if said is not None or key.isdigit():
        return said
    match = _KEY.fullmatch(key)
    return int(match[1]) if match is not None else None


def _said(answer: Answer, claim: Claim) -> int | None:
    """Which percentile the words at a number say that it is."""
    text = answer.named.raw  # in which ordinals have their digits
    start, end = answer.named.raw_span(claim.quantity.start, claim.quantity.end)
    behind = _BEHIND.match(text, end)
    if behind is not None and (behind["low"] or behind["high"]):
        quartiles = _QUARTILES.search(answer.sentence(claim)[0]) is not None
        return (25 if behind["low"] else 75) if quartiles else None
    said = behind or _AHEAD.search(text, max(0, start - _LONGEST), start)
    if said is None:
        return None
    nth = said["nth"] or said["short"]
    return 50 if said["half"] else 25 if said["lower"] else 75 if said["upper"] else int(nth)
