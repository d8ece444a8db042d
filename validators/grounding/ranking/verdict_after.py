"""A verdict on the two numbers told right before it, on one that it does not name: "…, so the second was the better year", "That is a
worse result in the later one", "By Sharpe fold 3 is the better of the two"."""

import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.mentions import Mention
from validators.grounding.fit.claim_fit import Held
from validators.grounding.ranking.against_tools import Comparison
from validators.grounding.ranking.clause import clause_around
from validators.grounding.ranking.ranking_words import (
    DRAWDOWNS,
    GOOD,
    MAY_RANK,
    RETURNS,
    SWINGS,
    TRADES,
    Cue,
    Saying,
    cues,
)
from validators.grounding.readings.record_called import NumberedLists, numbered_lists, records_called
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import COSTS
from validators.grounding.tools.vocabulary.metrics import is_loss
from validators.numbers.dates import day_order

_FIRST = re.compile(r"\b(?:the (?:former|first|earlier)|the first (?:one|of (?:the|those|these)))\b", re.IGNORECASE)
_SECOND = re.compile(r"\b(?:the (?:latter|second|later)|the (?:second|other) one)\b", re.IGNORECASE)
_BY_TIME = re.compile(r"\bthe (?:earlier|later)\b", re.IGNORECASE)
_SO_IT = re.compile(
    r"\b(?:so|i\.e\.|that is|hence|thus|therefore|meaning)[,:]? (?:(?:that|there|here|then) )?it\b[^,;.]{0,40}$",
    re.IGNORECASE,
)
_WHICH_IS = re.compile(
    r", which (?:is|was|makes it|made it) (?:an? |the |even |\w+ly |much |far |rather |a bit )*$", re.IGNORECASE
)
_THE_TWO = re.compile(r"[\s*_]{1,4}of the (?:two|pair)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:]\s|,\s|\s[-–—]\s|\b(?:and|but|while|whereas|so|because|since)\s|\bi\.e\.\s", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:not|never|no|none|hardly|neither|nor|without|if|unless|whether|would|could|may|might|should|than|but|however|though|although|almost|nearly"
    r"|equal\w*|same|both|each|all|than|versus|against)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
# what a word of comparison is said of: "the better one", but not "better diversified"
_OF_THE_TWO = re.compile(
    r"\W*(?:$|(?:of|in|on|by|at|here|overall|years?|ones?|runs?|results?|months?|quarters?|half|periods?|performers?|outcomes?|strategy|model|book|leg|side|fold|test"
    r"|window|case|scores?|figures?|returns?|numbers?|off|again|too)\b)|[^.\w]*[.,;:)]",
    re.IGNORECASE,
)
_SUFFERS = re.compile(
    r"\bsuffer(?:s|ed|ing)? (?:more|worse|harder)\b|\b(?:is|was|gets?|got) hit (?:harder|worse)\b|\btakes? the (?:bigger|harder|worse) (?:hit|knock|blow)\b",
    re.IGNORECASE,
)
_HARDER_HIT = Saying("", "", RETURNS, typed=True)
_OF_VERDICTS = GOOD | DRAWDOWNS | SWINGS | TRADES
_SUMS = frozenset({"equity", "final_equity"})  # "in percent of NAV"
_MOST, _MOST_BACK = 12, 3  # numbers told, sentences back
Told = tuple[Claim, ToolNumber]


def verdicts_after(answer: Answer, index: ToolIndex, claims: Sequence[Claim], held: Held) -> Iterator[Comparison]:
    """The words of such verdicts, and whether they hold of one of the pairs of numbers that they may be on."""
    told: dict[int, list[Told]] = {}
    for claim in claims:
        number = held.get(claim.quantity)
        if number is not None and claim.quantity.kind not in ("date", "split") and number.measured is not None:
            told.setdefault(claim.passage, []).append((claim, number))
    if not told:
        return
    lists = numbered_lists(index)
    records = answer.outline.placed(records_called(answer, lists)) if lists.nouns else {}
    for place, passage in answer.outline.running:
        text = answer.passage_text(place)
        if not MAY_RANK.search(text):
            continue
        own = told.get(place, [])
        before = [each for at in reversed(answer.before(place, _MOST_BACK)) for each in told.get(at, ())]
        if len(own) + len(before) < 2:
            continue
        for cue in (*cues(text), *_suffering(text)):
            start, end = clause_around(text, cue.start, cue.end, _CLAUSE)
            inside = [claim for claim, _ in own if start <= claim.quantity.start - passage.start < end]
            behind = [
                number
                for claim, number in own
                if claim.quantity.start > passage.start + cue.end
                and number.measured in (cue.saying.metrics or _OF_VERDICTS)
            ]
            of_another = not cue.saying.typed and _OF_THE_TWO.match(text, cue.end) is None
            if inside or behind or of_another or _OPEN.search(text, start, end):
                continue
            ahead = [each for each in own if each[0].quantity.end <= passage.start + start]
            of_last = _WHICH_IS.search(text, 0, cue.start) is not None
            if of_last:
                ahead = ahead[::-1]
            of_two = _THE_TWO.match(text, cue.end) is not None
            if len(ahead) == 1 and (of_last or of_two or _SO_IT.search(text, 0, cue.start)):
                ahead = [*ahead, *before]  # "It swung by 14%. The year before had 19%, so it was rougher."
            pairs = _pairs(answer, place, passage.start + end, cue, ahead or before, of_last=of_last)
            which = [
                _which(answer, place, text, (start, end), cue, two, records.get(place, ()), lists) for two in pairs
            ]
            on = [(two[at][1], two[1 - at][1]) for two, at in zip(pairs, which, strict=True) if at is not None]
            if on:
                holds = any(_holds(cue, *two) for two in on)
                yield Comparison(passage.start + cue.start, passage.start + cue.end, on[0][0], holds)


def _suffering(text: str) -> Iterator[Cue]:
    return (Cue(found.start(), found.end(), -1, _HARDER_HIT) for found in _SUFFERS.finditer(text))


def _pairs(answer: Answer, place: int, end: int, cue: Cue, told: Sequence[Told], *, of_last: bool) -> list[list[Told]]:
    """The pairs of numbers told that a word may compare: two of the metric that it or its sentence names, up to the `end` of its clause, or
    of any that it may be of. "More" says so `of_last` alone: "…, which is more"."""
    if not 2 <= len(told) <= _MOST or ((cue.saying.size or cue.saying.gap or cue.saying.nominal) and not of_last):
        return []
    of_any = frozenset(number.measured or "" for _, number in told) if of_last else _OF_VERDICTS
    compared = of_any if cue.saying.metrics is None else cue.saying.metrics
    mentions = [mention for mention in answer.metrics.mentions(place) if mention.start < end]
    said = frozenset().union(*(mention.means for mention in mentions)) - _SUMS
    named = said & compared
    if said and said <= COSTS:
        return []  # "fees were higher on A"
    groups: dict[tuple[str, str], list[Told]] = {}
    for claim, number in told:
        if number.measured in compared or (compared <= DRAWDOWNS and _is_worst(number)):
            groups.setdefault((number.measured or "", claim.quantity.kind), []).append((claim, number))
    meant = [two for (metric, _), two in groups.items() if metric in named or not named]
    return [two for two in meant if len(two) == 2 and two[0][1].value != two[1][1].value]


def _which(
    answer: Answer,
    place: int,
    text: str,
    clause: tuple[int, int],
    cue: Cue,
    two: Sequence[Told],
    records: Sequence[Mention],
    lists: NumberedLists,
) -> int | None:
    """Which of the two a verdict is on: by their order, their time, or a name that is of one of them. None where it is on another
    thing, or on one of them at another time: "A did worse in the second of the two"."""
    first, second = _FIRST.search(text, *clause), _SECOND.search(text, *clause)
    begin = answer.outline.passages[place].start
    mentions = answer.things.mentions_in(place)
    for dimension, inside in mentions.items():
        own = [number.scope.get(dimension) for _, number in two]
        plain = [each.moved(-begin) for each in inside if not _is_within(each.moved(-begin), first or second)]
        named = {name for each in plain if clause[0] <= each.start < clause[1] for name in each.means}
        if named and None not in own and (named.isdisjoint(own) or ((first or second) and own[0] != own[1])):
            return None
    if (first is None) != (second is None):
        which = 0 if first else 1
        times = [number.times for _, number in two]
        if _BY_TIME.search(text, *clause) and all(times) and times[0] != times[1]:
            return 1 - which if day_order(times[0][-1]) > day_order(times[1][-1]) else which
        return which
    if _SO_IT.search(text, 0, cue.start) or _WHICH_IS.search(text, 0, cue.start):
        return 0
    names = {dimension: [number.scope.get(dimension) for _, number in two] for dimension in two[0][1].scope}
    called = [(own, mentions[dimension]) for dimension, own in names.items() if dimension in mentions]
    called.append(([lists.number_of(number) for _, number in two], list(records)))
    for own, told in called:
        said = {each.means for each in told if clause[0] <= each.start - begin < clause[1]}
        if own[0] != own[1] and len(said) == 1:
            return next((at for at, name in enumerate(own) if name in next(iter(said))), None)
    return None


def _is_within(mention: Mention, found: re.Match[str] | None) -> bool:
    """Whether a mention is no name, but the words that tell its place: "the latter"."""
    return found is not None and mention.start < found.end() and found.start() < mention.end


def _is_worst(number: ToolNumber) -> bool:
    """Whether it is what was lost in the worst of several times, of which one speaks as of a fall."""
    return (number.measured or "").startswith("worst_") and number.value < 0


def _holds(cue: Cue, number: ToolNumber, other: ToolNumber) -> bool:
    by_size = is_loss(number.measured) or (_is_worst(number) and cue.saying.metrics == DRAWDOWNS)
    values = [abs(each.value) if by_size else each.value for each in (number, other)]
    return (values[0] > values[1]) == (cue.way > 0)
