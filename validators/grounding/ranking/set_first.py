"""Which of several things a sentence says to have the highest or the lowest number of all."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from validators.grounding.answer.mentions import Mention
from validators.grounding.ranking.clause import clause_around
from validators.grounding.ranking.extreme_words import Extreme, extremes
from validators.grounding.ranking.ranking_words import DRAWDOWNS

_CLAUSE = re.compile(
    r"[,;:—]|\s[-–]\s|\b(?:and|but|while|whereas|although|though|where|since|because|which|who|whose|so|yet|however|with)\b",
    re.IGNORECASE,
)
COUNTS = "two three four five six seven eight nine ten eleven twelve".split()
OF_ALL = re.compile(
    r"\b(?:of|among|amongst|in|within|across|out of|from) (?:(?:all|the|these|those|any|its|their) ){1,2}"
    rf"(?:(?:(?P<count>{'|'.join(COUNTS)})|single|calendar|whole|entire|individual|tested|strategies|models|years|decade|period)\b ?){{0,3}}"
    r"(?:lot|group|bunch|pack|field|table|set|sweep|comparison|sample|crowd|list|record|ranking|strateg(?:y|ies)|models?|runs?|systems?|portfolios?|tickers?|settings?|years?|"
    r"variants?|funds?|options?|candidates?|versions?|names|assets|stocks|markets)?\b",
    re.IGNORECASE,
)
# What leaves open among which it is the first, or whether it is so
OPEN = re.compile(
    r"\b(?:not|never|no|none|hardly|neither|nor|without|if|unless|whether|could|would|may|might|should|instead of|rather than|almost|nearly|one of|among|amongst|except\w*|apart from"
    r"|other than|besides|but for|so far|since|until|till|after|before|excluding|tied|joint\w*|equal\w*|las?t|losers?|losing|winning|positive|negative|profitable|remaining|rest|other\w*|half(?!-)"
    r"|both|its own|up|in-sample|for (?:its|a)|per|at (?:the )?(?:most|least)|part|time|likely|months|days|weeks|quarters|sessions)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"(?:(?: calendar| single| individual| whole| full)? (?:(?P<unit>year|quarter|month)s?|(?P<trade>trades?|purchases?|deals?|bets?|positions?|of the trades))|(?: [a-z]+)? (?:years?|months?|days?|quarters?|sessions?|weeks?))\b",
    re.IGNORECASE,
)
_BELONGS = re.compile(
    r"\b(?:belongs?|belonged|goes|went|falls?|fell) to\b|\b(?:run up|racked up|paid|made|earned|placed|posted|shown|suffered|delivered|set|incurred) by\b|\bthat of\b|^\s?to\s|\b(?:was|is|were) (?:the )?$",
    re.IGNORECASE,
)
_IS, _FOR = (
    re.compile(r"\b(?:is|was|are|were) (?:the )?$"),
    re.compile(r" (?:for|with|in|at|on|under) (?:the )?[*_]{0,2}"),
)
_CAME_IN = re.compile(
    r"(?: one)? (?:came|was|fell|is|arrived|happened) (?:back )?in (?:the )?\W?(?=0|[A-Z]|first|second|third|fourth|last)"
)
_OF_BEFORE = re.compile(
    r"\W*(?:and |so |but )?(?:it|this|that|they|these|those)(?:['’]s|\s(?:is|was|has|had|are|were))\b", re.IGNORECASE
)
_LABELS = re.compile(r":[\s*_`\"'“]{0,4}(?:the )?[*_`\"'“]{0,3}", re.IGNORECASE)
_ITS_OWN = re.compile(r"\b(?:its|their|his|her) own\b", re.IGNORECASE)
_HAS = re.compile(
    r"\b(?:has|had|have|shows?|showed|post(?:s|ed)|suffer(?:s|ed)|carr(?:ies|ied)|took|takes|saw|brought|is|was|were|makes?|made|being)\b",
    re.IGNORECASE,
)
_NEXT_WORDS = re.compile(r"(?:[\s*_]{1,3}[a-z'’-]{1,14}){0,3}[\s*_]{1,4}", re.IGNORECASE)
# What is left of a clause whose verb and metric the one before it has: "and B the lowest", "the fewest by B"
_ELIDED = re.compile(
    r"(?:[^\w\ue000]|\d|\b(?:the|that|those|and|while|has|had|have|is|was|were|did|with|by|to|of|for|in|at|from|belongs?|goes|went|paid|made|clearly|by far|only|just|then|too|runs?|strategy|fund|setting|model|one|variant|version|portfolio|ticker)\b)*",
    re.IGNORECASE,
)
OWN = re.compile(
    r"(?:\b(?:its|their|his|our|your|own|whose|an?|any|every|each|at the)|['’]s?)\s$", re.IGNORECASE
)  # "its largest drawdown": all one thing's


@dataclass(frozen=True, slots=True)
class First:
    """What `extreme` says of one thing of a dimension. `metric`: what it names as compared, None where it names nothing."""

    extreme: Extreme
    thing: Mention
    metric: Mention | None
    counted: int | None
    of_both_ends: bool = False  # told with what is at the other end, and so of all

    @property
    def compares(self) -> frozenset[str] | None:
        return self.extreme.words.metrics if self.metric is None else self.metric.means

    def holds(self, values: Mapping[str, float], named: frozenset[str]) -> bool:
        """Whether it is so of all, or of those that the sentence has `named`; `values` are the numbers by name."""
        among = {name: value for name, value in values.items() if name in named}
        few = len(among) > 1 and self.counted is None and self.extreme.nth == 1
        return self._is_so(values) or (few and self._is_so(among))

    def _is_so(self, values: Mapping[str, float]) -> bool:
        (name,) = self.thing.means
        return self.extreme.is_at(values[name], values.values())


def counted(of_all: re.Match[str] | None) -> int | None:
    """Of how many things a sentence says to tell the first, where it says `of_all`."""
    return COUNTS.index(of_all["count"].lower()) + 2 if of_all is not None and of_all["count"] else None


def set_first(text: str, things: Sequence[Mention], metrics: Sequence[Mention], unit: str | None) -> list[First]:
    """What a sentence says to be the first or the last, where no reader would doubt it. `things` are its mentions of one dimension,
    `metrics` those of metrics, at places in `text`; `unit`: what the things are, where they are times, and trades go by their month."""
    said = sorted(extremes(text), key=lambda each: each.start)
    found: list[First] = []
    for extreme in said:
        period = _PERIOD.match(text, extreme.end)
        came = unit is not None and _CAME_IN.match(text, extreme.end) is not None  # "its own best came in 2010"
        said_unit = (
            unit if came else None if period is None else "month" if period["trade"] else (period["unit"] or "").lower()
        )
        of_times = said_unit is not None and said_unit == unit
        if (said_unit is not None and not of_times and not (period and period["trade"])) or (
            not of_times and OWN.search(text, max(0, extreme.start - 10), extreme.start)
        ):
            continue
        start, end = clause_around(text, extreme.start, extreme.end, _CLAUSE)
        subject = _subject(text, extreme, said, things, start, end)
        if subject is None or len(subject.means) != 1:
            continue
        stop = max(end, subject.end)
        of_all = OF_ALL.search(text, start, stop)
        rest = OF_ALL.sub(" ", text[min(start, subject.start) : extreme.start] + " ; " + text[extreme.end : stop])
        rest = _BELONGS.sub(" ", _ITS_OWN.sub(" ", rest) if came else rest)
        if OPEN.search(rest):
            continue
        over = [each for each in metrics if each.end > extreme.start and each.start < extreme.end]
        fits = extreme.words.metrics is None or any(not each.means.isdisjoint(extreme.words.metrics) for each in over)
        if over and not (fits or of_times or extreme.words.verdict):
            continue  # of something else: "the worst loss", as one would not say of a return
        metric = None if of_times else _metric(text, extreme, metrics, start, stop)
        if metric is None and not (of_times or extreme.words.typed) and _is_elided(text, extreme, things, start, end):
            other = _other_end(extreme, subject, found)
            if other is not None:  # "and B the lowest"
                words = other.extreme.words if other.extreme.words.typed else extreme.words
                found.append(First(replace(extreme, words=words), subject, other.metric, counted(of_all)))
                continue
        if extreme.words.nominal and (metric is None or metric.start < extreme.end):
            continue
        between = text[extreme.end : subject.start]
        at_thing = _FOR.fullmatch(between) and _IS.search(text, max(0, extreme.start - 12), extreme.start)
        if not (of_all or at_thing or _BELONGS.search(between)):
            linked = _HAS.search(text, subject.end, extreme.start) is not None or extreme.words.verdict
            has = subject.end <= extreme.start and linked
            behind = subject.end > extreme.start and any(map(str.isdigit, between))
            if behind or (not has and _is_of_each(extreme, metric)):
                continue
        found.append(First(extreme, subject, metric, counted(of_all)))
    return [replace(each, of_both_ends=any(_are_both_ends(each, other) for other in found)) for each in found]


def _are_both_ends(one: First, other: First) -> bool:
    return (
        one.thing.means != other.thing.means and one.extreme.way != other.extreme.way and one.compares == other.compares
    )


def _is_elided(text: str, extreme: Extreme, things: Sequence[Mention], start: int, end: int) -> bool:
    """Whether a clause has no more than a name and the word, so that what it compares is what the clause before compares."""
    spans = sorted(
        [(each.start, each.end) for each in things if start <= each.start < end] + [(extreme.start, extreme.end)]
    )
    left = [low for low, _ in spans] + [end]
    return all(
        _ELIDED.fullmatch(text, high, max(high, low))
        for high, low in zip([start, *(high for _, high in spans)], left, strict=True)
    )


def _other_end(extreme: Extreme, subject: Mention, found: Sequence[First]) -> First | None:
    """What was told before of another thing, at the other end of the same order."""
    return next(
        (
            each
            for each in reversed(found)
            if each.thing.means != subject.means
            and each.extreme.way != extreme.way
            and each.compares
            and all(
                words is None or not each.compares.isdisjoint(words)
                for words in (each.extreme.words.metrics, extreme.words.metrics)
            )
        ),
        None,
    )


def _is_of_each(extreme: Extreme, metric: Mention | None) -> bool:
    """Whether the word may belong to the name of what each of the things has one of: "the worst drawdown", "the largest winner"."""
    return extreme.words.verdict or (
        metric is not None and (metric.start < extreme.end or not metric.means.isdisjoint(DRAWDOWNS))
    )


def _subject(
    text: str, extreme: Extreme, said: Sequence[Extreme], things: Sequence[Mention], start: int, end: int
) -> Mention | None:
    """The one thing of the clause; of one that names none, the next one named, if no other word of the kind stands before it."""
    inside = [thing for thing in things if start <= thing.start < end]
    if inside:
        return inside[0] if len({thing.means for thing in inside}) == 1 else None
    behind = [thing for thing in things if thing.start >= end]
    if behind and _LABELS.fullmatch(text, end, behind[0].start):
        return behind[0]  # "…; lowest: A"
    if not text[:start].strip(" *-#_,") and behind and not _OF_BEFORE.match(text):
        between = any(other.start > extreme.end and other.start < behind[0].start for other in said)
        return None if between else behind[0]
    return None


def _metric(text: str, extreme: Extreme, metrics: Sequence[Mention], start: int, end: int) -> Mention | None:
    """What is compared: what is named right behind the word, or else the one thing measured that its clause names, or its sentence."""
    for each in metrics:
        if each.end > extreme.start and each.start < extreme.end:
            return each if extreme.words.metrics is None or not each.means.isdisjoint(extreme.words.metrics) else None
    for each in metrics:
        if each.start >= extreme.end and _NEXT_WORDS.fullmatch(text, extreme.end, each.start):
            return each
    inside = [each for each in metrics if start <= each.start < end]
    named = inside or ([] if extreme.words.metrics is None else list(metrics))
    return named[0] if len({each.means for each in named}) == 1 else None
