"""The places that a sentence gives to what it names among several, in the order of a metric: "A ranks third of five by Sharpe and first by
return", "2019 comes second by profit, 2020 fourth"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from validators.grounding.answer.mentions import SIGN, Mention
from validators.grounding.ranking.clause import clause_around
from validators.grounding.ranking.ranking_words import GOOD
from validators.grounding.ranking.set_above import OPEN
from validators.grounding.ranking.set_first import COUNTS

_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last")
_RANKS = (
    r"(?:rank(?:s|ed|ing)?|c[ao]mes?|coming|finish(?:es|ed)|end(?:s|ed)(?: up)?|is|was|plac(?:es|ed)|stands|stood|sits|sat|takes|took|holds|held|lands|landed|lies|goes|went)"
    r"(?: (?:in|only|just|a clear|a distant|an easy|a close|a solid|clearly|still|the|also|at|dead)){0,2}"
)
_FOLLOWED = r"(?=(?: (?:place|spot|position|rank))?(?: (?:out of|of|among|by|on|in|for|with|at|when|and|but|while|here|overall|going|measured|judged|too)\b|\W{0,3}[,;:.()–—]|\W{0,3}$))"
_PLACED = re.compile(rf"\b{_RANKS} (?P<nth>{'|'.join(_NTH)})\b{_FOLLOWED}", re.IGNORECASE)
_NEXT_PLACED = re.compile(  # once a place was told: "and third by return", "B fourth"
    rf"(?:\b(?:and|but|then)|[,;]|{SIGN})[\s*_]{{1,3}}(?:only |just )?(?P<nth>{'|'.join(_NTH)})\b{_FOLLOWED}",
    re.IGNORECASE,
)
_OF = rf"(?: (?:place|spot|position|rank))?(?:,? (?:out )?(?:of|among) (?:(?:the|all|these|those) )*(?:{'|'.join(COUNTS)})(?: [a-z]{{3,12}})?)?"
_BY = r"(?:by|on|for|in|in terms of|when it comes to|as (?:to|for|regards)|going by|measured by|judged by|ranked by|sorted by)"
_BY_NEXT = re.compile(
    rf"{_OF},? {_BY}(?: the| its| their| your)?(?: [a-z-]{{2,12}}){{0,2}}? ?[*_]{{0,2}}", re.IGNORECASE
)
_BY_BEFORE = re.compile(rf"\b{_BY}(?: the| its| their)?(?: [a-z-]{{2,12}}){{0,2}}? ?[*_]{{0,2}}$", re.IGNORECASE)
_COUNTED = re.compile(
    rf"\b(?:out of|of|among) (?:(?:the|all|these|those) )*(?P<count>{'|'.join(COUNTS)})\b", re.IGNORECASE
)
_FROM_MOST = re.compile(
    r"\bfrom (?:the )?(?:highest|largest|biggest|most|dearest|costliest|busiest|deepest|bumpiest|wildest|longest)\b",
    re.IGNORECASE,
)
_FROM_LEAST = re.compile(
    r"\bfrom (?:the )?(?:lowest|smallest|least|fewest|cheapest|calmest|smoothest|steadiest|quietest|laziest|shallowest|mildest|shortest)\b",
    re.IGNORECASE,
)
_FROM_BELOW = re.compile(
    r"\b(?:from (?:the )?(?:bottom|worst|weakest|poorest|foot|back|end|below)|ascending|reverse)\b", re.IGNORECASE
)
_AGAINST = re.compile(
    rf"\b(?:than|versus|vs\.?|over|ahead of|behind|above|below|after|before|against|to|like|(?:beat|trail|lag|top|lead|follow|out[a-z]{{2,9}})(?:s|ed|ged|ping|ing)?|led)\b[^.;,{SIGN}]{{0,20}}$",
    re.IGNORECASE,
)
_PART = re.compile(r"[;:]\s")
_FAR = 60


@dataclass(frozen=True, slots=True)
class Place:
    """The `nth` place, 0 for the last, that words at `start` to `end` give `thing` by `metric`; `way` is 1 where they count from the highest
    number, -1 from the lowest, None where that is left open. `counted`: among how many."""

    start: int
    end: int
    nth: int
    thing: Mention
    metric: Mention
    counted: int | None
    way: Literal[1, -1] | None

    def is_at(self, metric: str, own: float, values: Iterable[float]) -> bool:
        """Whether one of several numbers of a metric, which `values` are, has this place among them."""
        held = list(values)
        ways = (self.way,) if self.way is not None else (1,) if metric in GOOD else (1, -1)
        return any(self._is_from(way, own, held) for way in ways)

    def _is_from(self, way: int, own: float, held: Sequence[float]) -> bool:
        ahead = sum(way * value > way * own for value in held)
        level = sum(value == own for value in held) - 1
        return ahead <= (self.nth or len(held)) - 1 <= ahead + level


def places(text: str, things: Sequence[Mention], metrics: Sequence[Mention]) -> Iterator[Place]:
    """The places that a sentence tells. `things` are its mentions of one dimension, `metrics` those of metrics, at places in `text`."""
    first = _PLACED.search(text)
    if first is None or OPEN.search(text) or not things:
        return
    before: Mention | None = None
    found = sorted(
        (*_PLACED.finditer(text), *_NEXT_PLACED.finditer(text, first.end())), key=lambda each: each.start("nth")
    )
    for at, each in enumerate(found):
        metric = _metric(text, each, metrics) or before
        thing = _thing(text, each, things)
        start, end = clause_around(text, each.start(), each.end(), _PART)
        stop = min(end, found[at + 1].start() if at + 1 < len(found) else end)
        before = metric
        if metric is None or thing is None or len(thing.means) != 1:
            continue
        count = _COUNTED.search(text, each.end(), stop) or _COUNTED.search(text, each.end())
        many = COUNTS.index(count["count"].lower()) + 2 if count is not None else None
        nth = 0 if each["nth"].lower() == "last" else _NTH.index(each["nth"].lower()) + 1
        yield Place(each.start("nth"), each.end("nth"), nth, thing, metric, many, _way(text, start, stop))


def _metric(text: str, placed: re.Match[str], metrics: Sequence[Mention]) -> Mention | None:
    """What the order is by: what is named right behind the place, or else the last that is named before it as what the order is by."""
    for each in metrics:
        if each.start >= placed.end() and _BY_NEXT.fullmatch(text, placed.end(), each.start):
            return each
    ahead = [each for each in metrics if each.end <= placed.start("nth")]
    said = ahead[-1] if ahead else None
    return said if said is not None and _BY_BEFORE.search(text, max(0, said.start - _FAR), said.start) else None


def _thing(text: str, placed: re.Match[str], things: Sequence[Mention]) -> Mention | None:
    """What has the place: the one thing of the sentence, or the last named before it."""
    if len({each.means for each in things}) == 1:
        return things[0]
    ahead = [each for each in things if each.end <= placed.start("nth")]
    if not ahead or placed.start("nth") - ahead[-1].end > _FAR:
        return None
    return None if _AGAINST.search(text, max(0, ahead[-1].start - _FAR), ahead[-1].start) else ahead[-1]


def _way(text: str, start: int, stop: int) -> Literal[1, -1] | None:
    if _FROM_MOST.search(text, start, stop):
        return 1
    return -1 if _FROM_LEAST.search(text, start, stop) or _FROM_BELOW.search(text, start, stop) else None
