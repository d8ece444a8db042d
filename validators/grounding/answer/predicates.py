"""Words that name a metric by themselves, and say of another one no more than what it came to: "the best month has brought a gain of 4%"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from validators.grounding.answer.mentions import Mention
from validators.grounding.tools.vocabulary.metric_vocabulary import MONEY_ENDS, MOST_MEANT, STATISTICS
from validators.grounding.tools.vocabulary.metrics import METRICS, measure_of

# What goes by its own name only, and so is what a loose word behind it is of
_SUBJECTS = (
    STATISTICS
    | MONEY_ENDS
    | {"exposure", "fees_paid", "total_return"}
    | {name for name in METRICS if name.startswith(("best_", "worst_", "average_"))}
)
_SAYS = re.compile(
    r"(?:\s(?:of|for|on|in|at|by)\s(?:the\s|its\s)?\ue000(?:['’]s)?)?(?:[ *_]{1,4}(?:as|is|was|were|are|be|been|being|has|had|have|having|does|did|do|would|could|can|will|also|then|even|only|just"
    r"|actually|alone|itself|the|an?|brought|saw|showed|shows|ended|ratio|rate|figure|value|number)){0,5}[ *_]{1,4}",
    re.IGNORECASE,
)


def with_subjects(text: str, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """With words that say what something came to as of that."""
    found: list[Mention] = []
    for mention in mentions:
        found.append(_of_subject(text, found[-1], mention) if found else mention)
    return found


def _of_subject(text: str, subject: Mention, mention: Mention) -> Mention:
    """A loose word as what the metric before it came to: "the best month made"."""
    if len(mention.means) <= MOST_MEANT or len(subject.means) != 1 or not subject.means <= _SUBJECTS:
        return mention
    if _SAYS.fullmatch(text, subject.end, mention.start) is None:
        return mention
    (name,) = subject.means
    told = mention.means if measure_of(name) == "money" else frozenset()
    means = subject.means | {other for other in told if measure_of(other) not in ("money", "any")}
    return replace(mention, means=means, name=subject.name)
