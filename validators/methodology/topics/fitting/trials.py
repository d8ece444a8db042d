"""Values that are said to have come out of trying several: words for the trial and for its winner in one sentence."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.clauses import clause_around
from validators.methodology.topics.amounts import NUMBER
from validators.methodology.topics.fitting.fittings import Fitting

_VALUES = r"(?:values?|lengths?|windows?|spans?|months?|days?|weeks?|hours?|combinations?|settings?|candidates?|thresholds?|levels?|numbers?|variants?|versions?|pairs|possibilities|configurations?|counts?|sizes?|alternatives)"
_TRIAL = re.compile(
    rf"\b(?:sweeps?|swept|scann?(?:ed|ing|s) (?:\w+ ){{0,3}}?{_VALUES}|(?:an? |the )?(?:\w+ )?search (?:of|over|through|showed|found|among|loose|on|that|had|came)|(?:picked|chosen|selected|taken|came|emerged|found|kept|best) (?:\w+ )?(?:of|from|out of|among) (?:an? |the )?(?!past\b|last\b|previous\b|trailing\b|latest\b)(?:\w+ ){{0,2}}?{_VALUES}"
    rf"|(?:tried|trying|tries|tested|testing|comparing|compared|varied|varying|went through|ran|running) (?:(?:out|all|every|each|several|many|some|various|different|a few|\w+ of|{NUMBER},?|and|or|other|from|between|to) ){{1,6}}?{_VALUES}"
    rf"|experiment(?:ed|ing) with (?:\w+ ){{0,3}}?{_VALUES}|(?:did|fared|worked|performed|scored|earned|made) (?:better|more|best) (?:than [^.;,]{{1,40}} )?(?:in|on|over) (?:the |its )?(?:sample|past|history|data|training years)|(?:was|were) (?:found|shown|seen) to (?:give|yield|earn|have|make|perform|do|work|be|bring|score) (?:the )?(?:best|most|highest)"
    rf"|(?:combination|value|length|window|span|setting|number|level|threshold|count)s?,? (?:that|which) (?:\w+ )?(?:had |has )?(?:earned|made|paid|did|performed|worked|gave|scored|brought)|(?:sensitivity|robustness) (?:table|tests?|analysis|checks?) (?:\w+ ){{0,2}}?(?:that )?(?:led|made|decided|settled|told|persuaded|moved))\b"
)
_WINNER = re.compile(
    r"\b(?:best|most|highest|winners?|won|maximi[sz]\w*|on top|keeping|kept|retain\w*|more|better|adopt\w*|settled|chose|picked|selected|stretched|lengthened|shortened|moved)\b"
)
_DENIED = re.compile(
    r"\b(?:no|not|never|nobody|none|neither|nor|without|nothing|rather than|instead of|cannot|before any)\b|n't\b"
)
_SENTENCE = re.compile(r"[.;!?]\s")


def won_in_trials(text: str) -> Iterator[Stated]:
    """Where a passage says that a value was the best of several that were tried."""
    for match in _TRIAL.finditer(text):
        begin, stop = clause_around(text, match.start(), match.end(), _SENTENCE)
        said = text[begin:stop]
        if _WINNER.search(said) and not _DENIED.search(said):
            yield Stated(start=match.start(), end=match.end(), value=Fitting(methods=frozenset(["search"])))
