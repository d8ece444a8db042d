"""Words that name a metric by themselves, and say of another one no more than how it stands or what it came to: "the best month
has brought a gain of 4%", "the Sortino is underwater at -0.2"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from validators.grounding.answer.mentions import Mention
from validators.grounding.tools.vocabulary.metric_vocabulary import MONEY_ENDS, MOST_MEANT, STATISTICS
from validators.grounding.tools.vocabulary.metrics import METRICS, measure_of

_IS = re.compile(
    r"\s(?:itself )?(?:is|was|are|were|stays|stayed|sits|sat|remains|remained|ends|ended|comes out|came out|turns|turned)\s(?:\w+\s)?",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"rose|grew|climbed|advanced|gained|fell|sank|dropped|declined|slipped|lost|shed|down|gone", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"(?: (?:ratio|rate|figure|score|value))?(?: (?:of|for|in|at|on|then|also|only|even|just) [^.;:,\d]{0,30}?)?\s",
    re.IGNORECASE,
)
_TO = re.compile(r"\s(?:\w+ly )?(?:to|from|back to)\b", re.IGNORECASE)
_STATE = re.compile(r"under ?water|below water|down|up|gone|in the (?:red|black)|profitable", re.IGNORECASE)
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
    """Without words that say of a statistic how it stands; those that say what something came to are of that."""
    found: list[Mention] = []
    for mention in mentions:
        before = found[-1] if found else None
        if before is None:
            found.append(mention)
        elif not (before.means <= STATISTICS and _only_tells(text, before, mention)):
            found.append(_of_subject(text, before, mention))
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


def _only_tells(text: str, statistic: Mention, mention: Mention) -> bool:
    """Whether a word says of a statistic before it how it stands or how it moved."""
    return _is_state(text, statistic, mention) or _is_change(text, statistic, mention)


def _is_state(text: str, statistic: Mention, mention: Mention) -> bool:
    between = _IS.fullmatch(text, statistic.end, mention.start)
    return between is not None and _STATE.fullmatch(text, mention.start, mention.end) is not None


def _is_change(text: str, statistic: Mention, mention: Mention) -> bool:
    """Whether a verb tells how a statistic moved: "the Sharpe of A rose to 0.9"."""
    moved = _MOVED.fullmatch(text, mention.start, mention.end) is not None
    return (
        moved
        and _SUBJECT.fullmatch(text, statistic.end, mention.start) is not None
        and _TO.match(text, mention.end) is not None
    )
