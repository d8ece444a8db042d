"""Words that are called what the document has."""

import re

_DOCUMENTED = re.compile(
    r"\b(?:the|its|their|q+'s) (?:(?:own|really|actually) )?(?:documented|official|published|stated|prescribed|specified|original|real|true|actual|correct) (?:[\w-]+ ){0,3}?(?:of |at |is |with )?(?:the |an? )?$"
)
_WHICH_IS_DOCUMENTED = re.compile(
    r"[^,;:.()]{0,24}?(?:,| -+|\() ?(?:as |and )?(?:that|this|which|it|being)(?: is|'s|)? (?:\w+ )?(?:the|its) (?:documented|official|published|stated|prescribed|specified|original|real|true|actual|correct) \w+"
)
_IN_DOCUMENT = re.compile(
    r"[\"')]? (?:[\w-]+ )?(?:in|of|from|per) (?:the|its|their) (?:own )?(?:document|documentation|methodology|write-?up|spec|specification|rulebook)\b"
)


def is_documented(text: str, start: int, end: int) -> bool:
    """Whether words are called what the document has, so that they are stated whatever is said of them ("instead of the documented 5 bps")."""
    if re.search(r"\b(?:not|n't|no|never|nowhere)\b", text[max(start - 60, 0) : start]) and not _DOCUMENTED.search(
        text, 0, start
    ):
        return False
    if _WHICH_IS_DOCUMENTED.match(text, end):
        return True
    return _DOCUMENTED.search(text, max(start - 60, 0), start) is not None or (
        _IN_DOCUMENT.match(text, end) is not None
        and re.search(r"\b(?:instead of|in place of|rather than|replac\w+) (?:the |its )?$", text[:start]) is not None
    )
