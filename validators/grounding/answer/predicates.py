"""Words that name a metric by themselves, and say of another one no more than what it came to: "the best month has brought a gain of 4%"."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from validators.grounding.answer.layout import SENTENCE_END
from validators.grounding.answer.mentions import Mention
from validators.grounding.tools.vocabulary.metric_vocabulary import MONEY_ENDS, MOST_MEANT, PRICES_OF_TRADE, STATISTICS
from validators.grounding.tools.vocabulary.metrics import METRICS, measure_of

# What goes by its own name only, and so is what a loose word behind it is of
_SUBJECTS = (
    STATISTICS
    | MONEY_ENDS
    | {"exposure", "fees_paid", "total_return"}
    | {name for name in METRICS if name.startswith(("best_", "worst_", "average_"))}
)
_SAYS = re.compile(
    r"(?:\s(?:of|for|on|in|at|by)\s(?:the\s|its\s)?\ue000(?:['’]s)?|(?P<fronted>,?\s(?:it|you|we|they|i|\ue000|(?:the|your|its|our|my)\s(?:account|strategy|portfolio|fund|system|model|rule|equity|book|bot|algorithm|curve|capital|money))))?(?:[ *_]{1,4}(?:as|is|was|were|are|be|been|being|has|had|have|having|does|did|do|would|could|can|will|also|then|even|only|just"
    r"|actually|alone|itself|the|an?|came|comes|come|went|goes|moved|edged|brought|saw|showed|shows|ended|ratio|rate|figure|value|number)){0,5}[ *_]{1,4}",
    re.IGNORECASE,
)


# "the Sharpe came in at 0.4", "return over drawdown works out at 0.4": no price, and no account's end
_CAME_TO = re.compile(r"(?:c[ao]mes? )?(?:in|out)(?: at)?|yield(?:s|ed|ing)?", re.IGNORECASE)
_ENDED_AT = re.compile(
    r"(?:end|finish|clos)(?:s|es|ed|ing) (?:at|on|with)|(?:w[io]unds?|ended|ends) up (?:at|as)", re.IGNORECASE
)
_SAYS_WHAT = re.compile(rf"{_CAME_TO.pattern}|{_ENDED_AT.pattern}", re.IGNORECASE)
_VERB = re.compile(
    r"[ *_]{1,3}(?:(?:has |had |have |would |just |only |then |then also |also )?(?:work|turn|pann?|c[ao]m)\w* |(?:has |had |have |just |only |also )?)",
    re.IGNORECASE,
)
_LEVELS = MONEY_ENDS | PRICES_OF_TRADE | {"bond_yield", "dividend_yield"}
_WITH_A = re.compile(r"\s(?:with\s|at\s|on\s|up\s)?(?:an?|the|its|your)\s(?:[a-z]+\s){0,2}", re.IGNORECASE)
_ON_THE = re.compile(
    r"\s(?:made |earned |booked )?(?:on|over|above|relative to|against)\s(?:(?:the|its|your|our|my|an?)\s)?",
    re.IGNORECASE,
)
_CLAUSE = re.compile(rf"{SENTENCE_END.pattern}|[,;]\s|\b(?:and|but|while)\s")
_LONGEST = 120  # characters of a sentence before a metric
_NUMBER = re.compile(r"[ *_]{1,4}(?:\(|(?:of|at)\s)?[*_]{0,2}[-−+]?[$€£]?\d", re.IGNORECASE)


def with_subjects(text: str, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """With words that say what something came to as of that, and a gain as one, whatever it is on top of."""
    mentions = _without_accounts(text, mentions)
    found: list[Mention] = []
    for mention in mentions:
        if found and _only_says(text, found[-1], mention):
            continue
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


def _only_says(text: str, subject: Mention, mention: Mention) -> bool:
    """Whether a verb that may tell a price, or an account's end, says what the metric right before it came to."""
    if not mention.means <= _LEVELS or len(subject.means) > MOST_MEANT or not subject.means.isdisjoint(_LEVELS):
        return False
    measures = {measure_of(name) for name in subject.means}
    if "money" in measures or _VERB.fullmatch(text, subject.end, mention.start) is None:
        return False
    verb = _CAME_TO if "any" in measures else _SAYS_WHAT
    return verb.fullmatch(text, mention.start, mention.end) is not None


def _opens(text: str, subject: Mention) -> bool:
    """Whether no number stands before a metric in its clause: "in its worst month it lost", and no "lost 9% at its worst, B lost"."""
    return not any(map(str.isdigit, _CLAUSE.split(text[max(0, subject.start - _LONGEST) : subject.start])[-1]))


def _of_subject(text: str, subject: Mention, mention: Mention) -> Mention:
    """A loose word as what the metric before it came to: "the best month made"."""
    if len(mention.means) <= MOST_MEANT or len(subject.means) != 1 or not subject.means <= _SUBJECTS:
        return mention
    says = _SAYS.fullmatch(text, subject.end, mention.start)
    if says is None or (says["fronted"] and not _opens(text, subject)):
        return mention
    (name,) = subject.means
    told = mention.means if measure_of(name) == "money" else frozenset()
    means = subject.means | {other for other in told if measure_of(other) not in ("money", "any")}
    return replace(mention, means=means, name=subject.name)
