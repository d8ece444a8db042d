"""Words that say that what stands before them is not about the strategy: "… ; that has nothing to do with validation"."""

import re
from collections.abc import Iterable

_WHOLE = r"(?:strateg(?:y|ies)|models?|rules?|systems?|back-?tests?|portfolio|book|simulation|trad(?:es?|ing)|holdings|q{3,})"
_MATTER = rf"(?:{_WHOLE}|re-?balanc\w+|orders?|order types?|fills?|executions?|look-?backs?|windows?|signals?|leverage|fees?|costs?|splits?|validation|evaluation|training|fitting|parameters?|universe|data)"
_IT = r"(?:that|this|it|which|both|(?:its|their) [\w-]+)(?: one)?"
_APART = (
    rf"{_IT}(?:'s| is| are| remains?| stays?) (?:\w+ly )?(?:an? |the )?(?:(?:separate|different|another|organi[sz]ational|administrative|legal|personal|private|internal|corporate|commercial|contractual|political) (?:matter|affair|story|question|business|issue|thing|subject|topic)"
    r"|between (?:you|them|us|him|her) and|(?:your|their|his|her|[\w-]+'s) (?:own )?(?:business|affair|concern|choice|problem|matter))\b"
    rf"|{_IT} (?:concerns?|regards?|refers? to|relates? to|describes?|is about|applies to|is meant for) [^,.;:]{{1,40}}?,? (?:and not|not|rather than|never) (?:an? |the |its |our |any |of )*{_MATTER}\b"
    rf"|{_IT} (?:does|do|did)(?: not|n't) (?:govern|concern|steer|bind|describe|relate to|refer to|bear on|apply to|regulate) (?:the |its |this |our |any |how )*{_MATTER}\b"
    rf"|(?:the|our|this) {_WHOLE} (?:(?:does|do|did|has|have|will)(?: not|n't)|never|cannot) (?:even )?(?:knows?|cares?|notices?|sees?|minds?|hears?|heard)\b[^,.;]{{0,20}}\b(?:it|that|this|them|exists?)\b"
)
_DISCLAIMS = re.compile(
    rf"\W*(?:and |but |so |of course,? )?(?:{_APART}|{_IT}(?:'s| is| are| has| have|) (?:\w+ly )?"
    rf"(?:(?:got )?nothing to do with|no (?:bearing|influence|effect|impact|connection|relation|link)\b|[^,.;:]{{1,40}}, not (?:an? |the |its |our |any )?{_MATTER}\b)"
    r"|(?:the strategy|the model|q{3,}|it) (?:has|had) no (?:say|part|hand|role) in (?:it|that|this)\b)"
)
_DISCLAIMS_BEFORE = re.compile(rf"[,(-] ?(?:and |but )?(?:{_APART})")


def is_disclaimed(following: Iterable[str]) -> bool:
    """Whether the sentence that follows says of the one before that it's another matter."""
    return any(_DISCLAIMS.match(text) is not None for text in following)


def is_disclaimed_within(text: str, end: int) -> bool:
    """Whether a sentence goes on, after what ends at `end`, to say that this is another matter."""
    return _DISCLAIMS_BEFORE.search(text, end) is not None
