"""Sentences of which the next one says that they are not about the strategy: "… ; that has nothing to do with validation"."""

import re
from collections.abc import Sequence

from validators.methodology.passages import Passage
from validators.methodology.statements import Reading

_MATTER = r"(?:strateg(?:y|ies)|models?|rules?|back-?tests?|re-?balanc\w+|trad(?:es?|ing)|orders?|order types?|fills?|executions?|look-?backs?|windows?|signals?|leverage|fees?|costs?|splits?|validation|evaluation|training|fitting|parameters?|universe|holdings|data|q{3,})"
_DISCLAIMS = re.compile(
    r"\W*(?:and |but |so |of course,? )?(?:(?:(?:that|this|it|which|both)(?: one)?(?:'s| is| are| has| have|) (?:\w+ly )?"
    rf"(?:(?:got )?nothing to do with|no (?:bearing|influence|effect|impact|connection|relation|link)\b|[^,.;:]{{1,40}}, not (?:an? |the |its |our |any )?{_MATTER}\b))"
    r"|(?:the strategy|the model|q{3,}|it) (?:has|had) no (?:say|part|hand|role) in (?:it|that|this)\b)"
)


def is_disclaimed(following: Sequence[tuple[Passage, Reading]]) -> bool:
    """Whether the sentence that follows says of the one before that it's another matter."""
    return any(_DISCLAIMS.match(reading.text) is not None for _, reading in following)
