"""What an answer that sets out with a name says of it, as the question has it: "Which earned the most?" "A, with $900." """

import re
from collections.abc import Mapping

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.mentions import SIGN, Mention, metric_mentions, tokens
from validators.grounding.ranking.extreme_words import MAY_TELL_EXTREME, extremes
from validators.grounding.tools.index import ToolIndex

_WHICH = re.compile(
    r"(?:^|[.!\n] ?)(?:and |so |ok,? |then )?(?:which|what|who|when)(?:(?=['’]s\b)| )(?P<said>[^?\n.]{4,160})\?",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\b(?:and|or|,) (?:which|what|who|how|the)\b|\bdifference\b|\bif\b|\bwhy\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"[\s*_\"'“]*(?:(?:clearly|easily|definitely|it['’]s|it is|it was|that['’]s|that is|that was|that would be|the one (?:\w+ )?(?:in|from|of)|the|in)[, ]{1,2}){0,2}[*_\"'“]{0,3}",
    re.IGNORECASE,
)
_OF_ONE = re.compile("best_|worst_")  # of the trades or times that are themselves asked for
_FRAGMENT = re.compile(r"[a-z]+(?:[ -][a-z%]+){0,5}")  # "least bumpy": a question of a few words
_LEAD = re.compile(r"^(?:(?:and|so|the)\s){1,2}", re.IGNORECASE)
_LONGEST = 70  # characters
_DENIED = re.compile(r"\b(?:not|never|neither|nor|hardly|depends)\b|n['’]t\b", re.IGNORECASE)


def asks_for_first(question: str) -> str | None:
    """What a question says of the first or last of several, for which it asks; None where it asks for something else."""
    asked = _WHICH.search(question)
    if asked is None or not MAY_TELL_EXTREME.search(asked["said"]) or _ALSO.search(asked["said"]):
        return None
    return asked["said"]


def asks_itself(answer: Answer, place: int) -> str | None:
    """What a sentence of an answer asks for that asks for the first or last of several: "Least bumpy?", "And which was the busiest?" """
    text = _LEAD.sub("", answer.passage_text(place).strip(" *_\n"))
    if (
        len(text) > _LONGEST
        or not text.endswith("?")
        or SIGN in text
        or not MAY_TELL_EXTREME.search(text)
        or _ALSO.search(text)
    ):
        return None
    asked = _WHICH.search(text)
    if asked is not None:
        return asked["said"]
    fragment = text[:-1].lower()
    return f"is the {fragment}" if _FRAGMENT.fullmatch(fragment) else None


def asked_first(
    answer: Answer, index: ToolIndex, asked: str, place: int, things: Mapping[str, list[Mention]]
) -> tuple[str, dict[str, Mention], list[Mention]] | None:
    """What is `asked` as a statement of the thing that the sentence which answers it begins with: its text, which begins with a sign for
    that thing; the name by dimension; where the text names metrics. `things` are the names of that sentence."""
    passage = answer.outline.passages[place]
    if passage.cell or passage.header or _DENIED.search(answer.passage_text(place)):
        return None
    first = {
        dimension: mention
        for dimension, mentions in things.items()
        for mention in mentions[:1]
        if len(mention.means) == 1 and _AHEAD.fullmatch(answer.text, passage.start, passage.start + mention.start)
    }
    text = f"{SIGN} {asked.strip()}."
    if not first or next(extremes(text), None) is None:
        return None
    metrics = metric_mentions(text, tokens(text), index.metrics)
    return text, first, [each for each in metrics if not all(map(_OF_ONE.match, each.means))]
