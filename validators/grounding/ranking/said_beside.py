"""A verdict in the sentence before the numbers that it is of: "A is the calmer one. Its volatility is 9%, that of B 17%." """

import re

from validators.grounding.answer.answer import Answer
from validators.grounding.ranking.ranking_words import DRAWDOWNS, SWINGS, Saying

_ANSWERED = re.compile(r"[\s*_]*(?:(?P<yes>yes|yep|indeed|it did|it does|it has)|no|nope)\b", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:did|does|do|is|was|has|have|are|were)\b", re.IGNORECASE)
_CONTRAST = re.compile(
    r"\b(?:but|however|yet|although|though|despite|nevertheless|nonetheless|still|albeit|except)\b", re.IGNORECASE
)


def verdict_before(answer: Answer, place: int) -> tuple[int, str, bool] | None:
    """The sentence right before a passage that may tell the verdict on its numbers, as a statement: its place, its text, and whether
    the passage answers it with "no". None where there is none, or where either has more to say."""
    before = answer.outline.passages[place].previous
    if before is None or answer.outline.passages[place].cell or answer.quantities_in(before):
        return None
    text, own = answer.passage_text(before), answer.passage_text(place)
    if _CONTRAST.search(text) or _CONTRAST.search(own):
        return None
    if not text.rstrip(" *_").endswith("?"):
        return before, text, False
    answered = _ANSWERED.match(own)
    if answered is None or _ASKED.search(text) is None:
        return None
    return before, text.replace("?", "."), answered["yes"] is None


def may_be_of(saying: Saying, metric: str, told: set[str]) -> bool:
    """Whether a word of a verdict is of the numbers of a metric, of all that the next sentence has `told`: of no other that it may as
    well be of; and of a risk only where it names one, since the better thing may have the worse."""
    if saying.metrics is None or (not saying.typed and metric in DRAWDOWNS | SWINGS):
        return False
    return told & saying.metrics == {metric}
