"""Whether words are of getting into a position or of getting out of it."""

import re
from typing import Any

from validators.methodology.clauses import clause_around

_IN = r"(?:entr(?:y|ies)|enter(?:s|ed|ing)?|buy(?:s|ing)?|bought|purchas\w+|get(?:s|ting)? in|go(?:es)? in|in(?= at\b)|way in|(?:open(?:s|ed|ing)?|takes?|taking) (?:an? |the |its |new )?positions?)"
_OUT = r"(?:exit(?:s|ed|ing)?|sell(?:s|ing)?(?! short)|sold(?! short)|sales?|leav(?:e|es|ing)|get(?:s|ting)? out|go(?:es)? out|out(?= at\b)|way out|clos(?:e|es|ed|ing) (?:an? |the |its |out )?positions?)"
_ROLE = re.compile(rf"\b(?:(?P<entry>{_IN})|(?P<exit>{_OUT}))\b")
_BOTH = re.compile(
    rf"\b(?:{_IN}(?:,? (?:and|or|as well as)|/|,) ?(?:the |it )?{_OUT}|{_OUT}(?:,? (?:and|or|as well as)|/|,) ?(?:the |it )?{_IN})\b"
)
_CLAUSE = re.compile(r"[,;()|]|\.\s|\b(?:and|then|while|whereas|but|although|though)\b")


def role_at(text: str, start: int, end: int) -> str:
    """ "entry" or "exit", by the words of the clause of text[start:end]; "" where they don't tell, or tell both."""
    begin, stop = clause_around(text, start, end, _CLAUSE)
    both = [match.span() for match in _BOTH.finditer(text)]
    found = {
        match.lastgroup or ""
        for match in _ROLE.finditer(text, begin, stop)
        if not any(first <= match.start() < last for first, last in both)
    }
    return found.pop() if len(found) == 1 else ""


def roles_of(value: Any) -> tuple[str, ...]:
    """The role of a value, or of each of a list of them."""
    return tuple(getattr(each, "role", "") for each in (value if isinstance(value, tuple) else (value,)))


def roles_fit(left: Any, right: Any) -> bool:
    """Whether two values (or lists of them) may be of one role."""
    return all(
        not (ours and theirs) or ours == theirs for ours, theirs in zip(roles_of(left), roles_of(right), strict=False)
    )
