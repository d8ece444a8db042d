"""Whether a strategy rests at weekends, where markets are open round the clock."""

import re
from collections.abc import Iterator

from validators.methodology.clauses import clause_around

_WEEKEND = re.compile(
    r"\b(?:weekends?|weekdays only|only (?:on )?weekdays|saturdays?(?: and| or|,) sundays?|saturdays?|(?:between|from) friday(?:'s)?(?: (?:evening|night|close|afternoon|midnight))? (?:and|until|till|to|through) (?:monday|sunday)(?:'s)?(?: (?:morning|evening|open|night))?)\b"
)
_RESTS = re.compile(
    r"\b(?:pauses?|stops?|rests?|sleeps?|(?:is|are|stays?|lies?|sits?) (?:\w+ly )?(?:idle|closed|dormant|inactive|asleep|out|flat|suspended|paused|shut)|stands? (?:down|still|aside)|halts?|skips?|ignores?|suspends?|takes? (?:a break|time off)|off (?:on|at|over)|takes? (?:the )?weekends? off|breaks? (?:off )?for|(?:is|are) (?:\w+ )?(?:days? (?:off|of rest)|rest days?|free)|weekdays? only|only (?:on )?weekdays)\b"
)
_NOT_TRADED = re.compile(
    r"\b(?:(?:is|are|does|do|was|were)(?:n't| not)|never|no|nothing|neither|without|nor)\b[^.;,]{0,30}?\b(?:trad\w*|dealt|check\w*|happens?|decisions?|orders?|done|run|runs|work\w*|acts?|acted|looked at|watched|cover\w*|includ\w*|act)\b"
)
_MATTER = re.compile(
    r"\b(?:trad\w*|checks?|orders?|decisions?|it|q{3,}|rule|strategy|model|signals?|nothing|dealing|rebalanc\w*|book|system|weekends?)\b"
)
_OPEN = re.compile(
    r"\bweekends?(?: and (?:public )?holidays?)?,? (?:are |is |being )?(?:included|covered|too|as well|alike|make no difference|like any)|\b(?:round|around)[- ]the[- ]clock\b|\b24 ?/ ?7\b|\bseven days a week\b|\b(?:including|and|also (?:on|at)|even (?:on|at)) (?:the )?(?:weekends?|saturdays)\b|\bnever clos(?:es?|ing)\b"
)
_BREAK = re.compile(r"[;:.]|,? (?:but|whereas|while|although)\b")


def weekends_rested(text: str) -> Iterator[tuple[int, int, bool | None]]:
    """Where a passage says that weekends are no time for trading; True where its own words hold the negation."""
    for match in _WEEKEND.finditer(text):
        begin, stop = clause_around(text, match.start(), match.end(), _BREAK)
        if not _MATTER.search(text, begin, stop):
            continue
        for pattern, asserted in ((_NOT_TRADED, True), (_RESTS, None)):
            if found := pattern.search(text, begin, stop):
                yield min(match.start(), found.start()), max(match.end(), found.end()), asserted
                break


def are_open(told: str) -> bool:
    """Whether a document's text says that weekends are no different."""
    return _OPEN.search(told) is not None
