"""The two sides of a comparison that a sentence keeps up: "A made 9% a year versus 7% for B, with a Sharpe of 0.8 against 0.6"."""

import re
from collections.abc import Sequence

from validators.grounding.answer.binding import COMPARES
from validators.grounding.answer.layout import Passage
from validators.grounding.answer.mentions import Mention, meant
from validators.numbers.quantity import Quantity, are_alike

_OPENING = re.compile(
    r"[\s*_>]{0,4}(?:(?:when |if )?(?:compared|set) (?:with|to|against|beside)|relative to|against|versus|vs\.?|unlike|next to|beside)\s[^,;:.]{0,100},\s",
    re.IGNORECASE,
)
_AGAINST = (
    r"(?:against|versus|vs\.?|v\.|compared (?:with|to)|as against|as opposed to|instead of|rather than|in place of)"
)
_SET_AGAINST = re.compile(
    rf"[*_`]{{0,2}}(?:\s[^\W\d_]+){{0,4}},?\s{_AGAINST}\s(?:only |just |about )?[-−+$€£*_`]{{0,3}}", re.IGNORECASE
)
_AND = re.compile(r"[*_`]{0,2}\sand\s[-−+$€£*_`]{0,3}", re.IGNORECASE)
_OF_THE_SECOND = re.compile(
    r"[*_`]{0,2}(?:\s(?:a|per) year)?\s(?:for|by|at|on|of|with)\s(?:the\s)?[\"'“*_`(]{0,2}", re.IGNORECASE
)


def is_compared(text: str, start: int, mention: Mention) -> bool:
    """Whether a name, of a passage that begins at `start`, is of what something is compared with."""
    if COMPARES.search(text, max(start, mention.start - 40), mention.start) is not None:
        return True
    opening = _OPENING.match(text, start)
    return opening is not None and mention.end < opening.end()


def sides(
    text: str, passage: Passage, numbers: Sequence[Quantity], own: Sequence[Mention]
) -> dict[int, frozenset[str] | None]:
    """Of two numbers set against each other the first is of the subject, None where it has no name, the second of the one thing that
    the sentence compares it with. By number's index; but for pairs that have names of their own."""
    mentions = [mention for mention in own if mention.end > mention.start]
    pairs = [(at, at + 1) for at in range(len(numbers) - 1) if _is_pair(text, numbers, at)]
    if not pairs or not mentions:
        return {}
    behind = {
        mention
        for first, second in pairs
        for mention in mentions
        if _is_set_against(text, numbers, first) and _OF_THE_SECOND.fullmatch(text, numbers[second].end, mention.start)
    }
    against = [mention for mention in mentions if mention in behind or is_compared(text, passage.start, mention)]
    compared = {mention.means for mention in against}
    subject = {mention.means for mention in mentions} - compared
    if len(compared) != 1 or len(subject) > 1:
        return {}
    told: dict[int, frozenset[str] | None] = {}
    known = min(mention.end for mention in against)
    for first, second in pairs:
        begin = numbers[first - 1].end if first else passage.start
        end = numbers[second + 1].start if second + 1 < len(numbers) else passage.end
        beside = [mention for mention in mentions if begin <= mention.start < end and mention not in against]
        near = [mention for mention in mentions if numbers[first].end <= mention.start < end]
        again = _is_set_against(text, numbers, first) or behind
        if numbers[first].start >= known and again and not near and not _is_own(beside, numbers[first], subject):
            told[first] = meant(mention for mention in mentions if mention.means in subject) or None
            told[second] = next(iter(compared))
    return told


def _is_own(beside: Sequence[Mention], number: Quantity, subject: set[frozenset[str]]) -> bool:
    """Whether a pair has a name of its own, which is not the subject's."""
    return any(mention.start >= number.end or mention.means not in subject for mention in beside)


def _is_pair(text: str, numbers: Sequence[Quantity], at: int) -> bool:
    """Whether a number and the one behind it are told beside each other, and no third one."""
    return [_are_beside(text, numbers, place) for place in (at - 1, at, at + 1)] == [False, True, False]


def _are_beside(text: str, numbers: Sequence[Quantity], at: int) -> bool:
    return _is_set_against(text, numbers, at) or _is_joined(text, numbers, at, _AND)


def _is_set_against(text: str, numbers: Sequence[Quantity], at: int) -> bool:
    return _is_joined(text, numbers, at, _SET_AGAINST)


def _is_joined(text: str, numbers: Sequence[Quantity], at: int, words: re.Pattern[str]) -> bool:
    if not 0 <= at < len(numbers) - 1:
        return False
    left, right = numbers[at], numbers[at + 1]
    return are_alike(left, right) and words.fullmatch(text, left.end, right.start) is not None
