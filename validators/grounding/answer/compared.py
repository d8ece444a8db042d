"""Which of two things a sentence sets above the other: "A beat B by 3 points", "3 fewer trades in A than in B"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from validators.grounding.answer.mentions import Mention

Order = Literal[1, -1]
METRIC = "metric"  # the dimension of what is measured

_OVER = r"beat(?:s|ing)?|out(?!side|of)[a-z]{2,10}|tops|topped|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|best(?:s|ed)|ahead of|above|in excess of"
_UNDER = (
    r"lag(?:s|ged|ging)?|trail(?:s|ed|ing)?|underperform(?:s|ed|ing)?|behind|below|short of|shy of|undercut(?:s|ting)?"
)
_OBJECT = re.compile(
    rf"\b(?:(?P<over>{_OVER})|(?P<under>{_UNDER})|than|versus|vs\.?|(?:measured )?against|relative to|compared (?:with|to)|next to)"
    r"(?:[ ](?:in|with|on|for|under|of|that|those|the|its|what|one|at)){0,3}[ *`'\"“(]{0,3}$",
    re.IGNORECASE,
)
_ABOVE = re.compile(r"\b(?:more|higher|greater|larger|bigger|longer|deeper|busier)\b", re.IGNORECASE)
_BELOW = re.compile(
    r"\b(?:less(?! (?:the|that|those|its|what)\b)|fewer|lower|smaller|shorter|shallower|calmer)\b", re.IGNORECASE
)
# "the higher fee of 24 bps": which setting is meant, and not what is the higher at it
_MEANT = re.compile(
    r"\b(?:the|a|an|your|our) (?:higher|lower|larger|smaller|greater|bigger) (?:\w+ )?(?:fees?|costs?|commissions?|charges?|rates?|tariffs?|settings?|one)\b",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"\b(?:not|never|no|hardly|n['’]t|neither|without|is (?:beaten|topped|outdone)|by that)\b", re.IGNORECASE
)
_LOST = re.compile(r"\b(?:los(?:t|es?|ing)|fell|falls?|fallen|drop(?:s|ped)|declined?|shed|down)\b", re.IGNORECASE)
_BY_SIZE = re.compile(r"\b(?:more|less|larger|smaller|greater|bigger)\b", re.IGNORECASE)
_CONTRAST = re.compile(r"\b(?:even though|although|though|but|while|despite|even if)\b", re.IGNORECASE)
_COMPARES = re.compile(rf"{_ABOVE.pattern}|{_BELOW.pattern}", re.IGNORECASE)
OVER_OR_UNDER = rf"{_OVER}|{_UNDER}"
_REACH = 48  # characters before a name
OUTDOING = re.compile(rf"\b(?:{OVER_OR_UNDER})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Compared:
    """`higher` and `lower` are the names of the thing set above and of the one set below, None where one is left unsaid.

    `outdone`: it is said by a word of winning, which of a loss or a risk does not tell which number is the greater. `lost`: more or less
    is said to have been lost, so that losses are told by their size.
    """

    higher: frozenset[str] | None
    lower: frozenset[str] | None
    outdone: bool
    lost: bool = False


def compared(text: str, mentions: Sequence[Mention]) -> Compared | None:
    """How a sentence orders the one or two things it names at `mentions` (places in `text`); None where that is open."""
    contrast = _CONTRAST.search(text)
    if contrast is not None and OUTDOING.search(text, 0, contrast.start()) and _COMPARES.search(text, contrast.end()):
        return None  # "A beats B, even though it earns 2.5 points less"
    distinct = list({mention.means: mention for mention in mentions if mention.end > mention.start}.values())
    if not 1 <= len(distinct) <= 2 or len(distinct) != len(
        {mention.start for mention in mentions if mention.end > mention.start}
    ):
        return None
    marked = [(mention, found) for mention in distinct if (found := _object_before(text[: mention.start]))]
    if len(marked) != 1 or _TURNED.search(text):
        return None
    other, found = marked[0]
    own = next((mention.means for mention in distinct if mention is not other), None)
    outdone = found["over"] is not None or found["under"] is not None
    if outdone:
        order: Order = 1 if found["over"] is not None else -1
    else:
        said = _MEANT.sub("", text)
        above, below = _ABOVE.search(said) is not None, _BELOW.search(said) is not None
        if above == below or OUTDOING.search(text):
            return None
        order = 1 if above else -1
    lost = not outdone and compares_losses(text)
    return Compared(own, other.means, outdone, lost) if order == 1 else Compared(other.means, own, outdone, lost)


def compares_losses(text: str) -> bool:
    """Whether a sentence says that more or less was lost, and so tells losses by their size."""
    return _LOST.search(text) is not None and _BY_SIZE.search(text) is not None


def is_object(before: str) -> bool:
    """Whether a sentence sets something against what is named next, where it reads `before` that: "ahead of", "than that of"."""
    return _object_before(before) is not None


def _object_before(before: str) -> re.Match[str] | None:
    return _OBJECT.search(before[-_REACH:])
