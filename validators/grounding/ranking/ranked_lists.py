"""Things listed in the order of some metric, held to the numbers that the tools returned: "Best first: A, C, B", "Ranked by Sharpe:" and a list."""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Literal

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.mentions import Mention, metric_mentions, tokens
from validators.grounding.ranking.against_tools import Comparison
from validators.grounding.ranking.boards import MONTHS, UNITS, Board, boards, time_name
from validators.grounding.ranking.extreme_words import extremes
from validators.grounding.ranking.ranking_words import GOOD
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import KEYED, ToolNumber
from validators.grounding.tools.vocabulary.metrics import SETTINGS, is_loss

Way = Literal["most", "least", "best", "worst", "some", "either"]

_MOST, _LEAST = "highest|largest|biggest|most|greatest|longest", "lowest|smallest|least|fewest|shortest"
_BEST, _WORST = "best|strongest|finest", "worst|weakest|poorest"
_SOME = r"[a-z]{4,12}est"
_NOUN = r"(?:[ -][a-z]{2,14}){0,2}?"


def _from(first: str, last: str) -> str:
    return rf"\b(?:{first}){_NOUN}(?:[ -]first\b|[ -](?:down |up |through )?to[ -](?:the )?(?:{last})\b)"


_WAYS: tuple[tuple[Way, re.Pattern[str]], ...] = (
    ("most", re.compile(rf"{_from(_MOST, _LEAST)}|\b(?:descending|decreasing|falling) order\b", re.IGNORECASE)),
    ("least", re.compile(rf"{_from(_LEAST, _MOST)}|\b(?:ascending|increasing|rising) order\b", re.IGNORECASE)),
    ("best", re.compile(_from(f"{_BEST}|top", f"{_WORST}|bottom"), re.IGNORECASE)),
    ("worst", re.compile(_from(_WORST, _BEST), re.IGNORECASE)),
    ("some", re.compile(_from(_SOME, _SOME), re.IGNORECASE)),
    ("either", re.compile(r"\b(?:rank|sort|order)(?:ed|ing|s)? (?:[a-z]+ )?(?:by|on|according to)\b|\bin order of\b|\b(?:ranking|order)(?: (?:by|of|on)\b[^.:;\n]{1,40})? (?:is|runs|goes)\b", re.IGNORECASE)),
)  # fmt: skip
_MAY = re.compile(r"\b(?:first|to|order|ordered|ordering|rank\w*|sort\w*)\b", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:not|never|no|neither|if|whether|would|could|alphabetical\w*|chronological\w*|by (?:the )?(?:date|year|month|quarter|name|time)s?)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"[\s*_`]{0,3}(?:(?:\([^()\n]{1,40}\)|(?:at|with|on)? ?[-−+$€£]{0,2}\d[\d.,]*\s?(?:%|[a-z]{1,6})?))?[\s*_`]{0,3}(?:[,;>→]|\band\b|\bthen\b|\bfollowed by\b|\bahead of\b|\bbefore\b|\b(?:finally|lastly|last)\b|\bthe\b|\bin\b|\s){1,12}[\s*_`(]{0,3}",
    re.IGNORECASE,
)
_FEWEST = 3  # things listed, or two of which it is told which comes first
_MOST_LINES = 24


def ranked_lists(answer: Answer, index: ToolIndex) -> Iterator[Comparison]:
    """The words that say in what order an answer lists things, and whether they stand so by any metric that may be meant."""
    for place, passage in enumerate(answer.outline.passages):
        text = answer.passage_text(place)
        if passage.cell or not _MAY.search(text):
            continue
        said = next(((way, found) for way, words in _WAYS if (found := words.search(text)) is not None), None)
        if said is None or _OPEN.search(text):
            continue
        way, found = said
        named = frozenset(name for mention in answer.metrics.mentions(place) for name in mention.means)
        if way == "either" and not named:
            continue  # "sorted by date"
        named = named or (_typed(found.group()) if way == "some" else _asked(answer, index))
        for dimension, names in _listed(answer, place, passage.start + found.end()):
            if len(names) < (_FEWEST if way == "either" else 2) or len(set(names)) < len(names):
                continue
            decided = _decided(index, dimension, names, way, named) or (
                _decided(index, dimension, names, way, frozenset(index.by_metric)) if not named else []
            )
            if decided:
                holds = any(stands for stands, _ in decided)
                start = passage.start + found.start()
                yield Comparison(start, passage.start + found.end(), decided[0][1], holds)
                break


def _typed(said: str) -> frozenset[str]:
    """The metrics that words like "calmest" may be said of."""
    return frozenset().union(*(extreme.words.metrics or () for extreme in extremes(said)))


def _asked(answer: Answer, index: ToolIndex) -> frozenset[str]:
    """The metrics that the question names."""
    asked = metric_mentions(answer.question, tokens(answer.question), index.metrics)
    return frozenset(name for mention in asked for name in mention.means) - SETTINGS


def _listed(answer: Answer, place: int, start: int) -> Iterator[tuple[str, list[str]]]:
    """What is listed behind a place in the text, in its order, by dimension: in the rest of the sentence, or else one a line."""
    text, end = answer.text, answer.outline.passages[place].end
    lines = (
        [] if text[start:end].strip(" *_.:\n") and not text[start:end].rstrip().endswith(":") else _lines(answer, place)
    )
    for dimension, mentions in _mentions(answer, place).items():
        behind = [mention for mention in mentions if mention.start >= start]
        joined = all(_NEXT.fullmatch(text, left.end, right.start) for left, right in itertools.pairwise(behind))
        if len(behind) > 1 and joined:
            yield dimension, _names(behind)
    heads: dict[str, list[Mention]] = {}
    for line in lines:
        for dimension, mentions in _mentions(answer, line).items():
            heads.setdefault(dimension, []).extend(mentions[:1])
    for dimension, held in heads.items():
        if len(held) == len(lines) > 1:
            yield dimension, _names(held)


def _lines(answer: Answer, place: int) -> list[int]:
    """The first passages of the bullets behind a sentence."""
    found: list[int] = []
    for at in range(place + 1, min(place + 1 + 3 * _MOST_LINES, len(answer.outline.passages))):
        if answer.outline.starts_bullet(at):
            found.append(at)
        elif not found or not answer.outline.is_beside(found[-1], at):
            break
    return found


def _mentions(answer: Answer, place: int) -> dict[str, list[Mention]]:
    """The mentions of a passage that mean one thing, by dimension."""
    found = {
        dimension: mentions
        for dimension, mentions in answer.things.mentions_in(place).items()
        if not dimension.startswith(KEYED) and all(len(each.means) == 1 for each in mentions)
    }
    dated = answer.times.mentions_in(place)
    for unit in UNITS:
        named = [(mention, time_name(date, unit)) for mention, date in dated]
        if named and all(name for _, name in named) and not (unit == MONTHS and any(date.year for _, date in dated)):
            found[unit] = [Mention(each.start, each.end, frozenset({str(name)})) for each, name in named]
    return found


def _names(mentions: Sequence[Mention]) -> list[str]:
    return [next(iter(mention.means)) for mention in mentions]


def _decided(
    index: ToolIndex, dimension: str, names: Sequence[str], way: Way, metrics: frozenset[str]
) -> list[tuple[bool, ToolNumber]]:
    """Whether the names stand in the order told, by each board that has them all."""
    found = []
    for metric in sorted(metrics & index.by_metric.keys()):
        for board in _boards(index, metric, dimension):
            if board.keys() >= set(names):
                numbers = [board[name] for name in names]
                found.append((_stands(metric, numbers, way), numbers[0]))
    return found


def _boards(index: ToolIndex, metric: str, dimension: str) -> Iterator[Board]:
    """The boards of a metric, of the whole and of each part that has a key."""
    yield from boards(index, metric, dimension, among={})
    parts = {
        (part, name)
        for number in index.by_metric.get(metric, ())
        for part, name in number.scope.items()
        if part.startswith(KEYED) and part != dimension
    }
    for part, name in sorted(parts):
        yield from boards(index, metric, dimension, among={part: frozenset({name})})


def _stands(metric: str, numbers: Sequence[ToolNumber], way: Way) -> bool:
    values = [number.value for number in numbers]
    sizes = [abs(value) for value in values]
    falls = [_is_falling(values), *([_is_falling(sizes)] if is_loss(metric) else [])]
    rises = [_is_falling(values[::-1]), *([_is_falling(sizes[::-1])] if is_loss(metric) else [])]
    if way in ("best", "worst") and metric not in GOOD:
        return any(falls + rises)
    return any(falls if way in ("most", "best") else rises if way in ("least", "worst") else falls + rises)


def _is_falling(values: Sequence[float]) -> bool:
    return all(left >= right for left, right in itertools.pairwise(values))
