"""Words that name a metric by themselves, and say of another one no more than what it came to: "the best month has brought a gain of 4%"."""

import itertools
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


_WITH_A = re.compile(r"\s(?:with\s|at\s|on\s|up\s)?(?:an?|the|its|your)\s(?:[a-z]+\s){0,2}", re.IGNORECASE)
_ON_THE = re.compile(
    r"\s(?:made |earned |booked )?(?:on|over|above|relative to|against)\s(?:(?:the|its|your|our|my|an?)\s)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[ *_]{1,4}(?:\(|(?:of|at)\s)?[*_]{0,2}[-−+]?[$€£]?\d", re.IGNORECASE)


def with_subjects(text: str, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """With words that say what something came to as of that, and a gain as one, whatever it is on top of."""
    mentions = _without_accounts(text, mentions)
    found: list[Mention] = []
    for mention in mentions:
        found.append(_of_subject(text, found[-1], mention) if found else mention)
    return found


def _without_accounts(text: str, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Without what an account held where a gain is told: "it ended with a profit of $900", "the gain on the opening capital was $900"."""
    apart: set[Mention] = set()
    for first, second in itertools.pairwise(mentions):
        if first.means <= MONEY_ENDS and "profit" in second.means and _WITH_A.fullmatch(text, first.end, second.start):
            apart.add(first)
        elif (
            "profit" in first.means
            and second.means <= MONEY_ENDS
            and _ON_THE.fullmatch(text, first.end, second.start)
            and not _NUMBER.match(text, second.end)
        ):
            apart.add(second)
    return [mention for mention in mentions if mention not in apart] if apart else mentions


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
