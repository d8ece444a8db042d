"""Single strategies that are no document's: "the desk's futures model", "the old trend book", "the index-arb model", and what "it" says of them."""

import re
from collections.abc import Container, Iterator

_RULES = r"(?:model|strategy|system|program(?:me)?|algo|algorithm|sleeve|mandate|bot)"
_BOOK = rf"(?:{_RULES}|book|portfolio)"
_WORD = r"(?!(?:is|are|was|were|has|have|had|and|or|but|of|in|for|on|at|as|to|with|that|which|the|q{3,})\b)[\w'&-]+"
_GONE = r"(?:old(?:er)?|earlier|previous|former|prior|legacy|retired|discontinued|defunct|abandoned|last year's|other|sister|sibling|rival|next-door|neighbou?ring)"
_OWNERS = r"(?:desk|team|firm|house|bank|group|company|office|competitor|colleague|neighbou?r|boss|manager|analyst|trader|client|customer|fund)s?'s?"
_SUBJECT = r"(?:^|[.;:,(-] |\b(?:because|since|while|whereas|but|and|that|for|where|when|so|though|although) )"
_OTHERS = re.compile(
    rf"{_SUBJECT}(?P<other>(?:(?:the|our|your|my|their|his|her|that|a|an) )?(?:(?:\w+ )?{_OWNERS} (?:{_WORD} ){{0,3}}?(?:{_BOOK}|fund|product)|{_GONE} (?:(?:{_WORD} ){{0,2}}?{_RULES}|(?:{_WORD} ){{1,2}}?(?:book|portfolio))))\b(?! ?(?:of|to|q{{3,}}|, q{{3,}})\b)"
    rf"|\b(?:thinking of|have in mind|had in mind|confus\w+ (?:it|this|q{{3,}}) with|mix\w+ (?:it|this|q{{3,}}) up with|mistak\w+ (?:it|this|q{{3,}}) for) (?P<minded>(?:the|our|your|my|their|some|a|an|another) (?:{_WORD} ){{0,3}}?{_BOOK})\b"
    rf"|\b(?:that's|that is|this is|those are|these are|which is|you mean) (?P<that>(?:the|our|your|my|their|some) (?:{_WORD} ){{1,3}}?{_BOOK}) (?:you|that you|you're|i|we)\b"
)
_NAMED = re.compile(
    rf"{_SUBJECT}(?P<other>(?:the|our|your) (?P<name>[a-z]+-(?:arb|carry|trend|macro|momo|rates|credit|value|quality|growth|alpha|beta|vol)) {_BOOK})(?= \w)"
)
_ANY = (
    "model",
    "strateg",
    "book",
    "system",
    "portfolio",
    "program",
    "algo",
    "sleeve",
    "mandate",
    "bot",
    "fund",
    "product",
)
_GOES_ON = re.compile(r"\W*(?:and |so |there,? |yes,? )?(?:it|its|that one|they|their|this one's)\b")


def other_books(text: str, known: Container[str]) -> Iterator[tuple[int, int]]:
    """Where a folded passage speaks of a strategy that no document is of; `known` are the words of all documents."""
    if not any(word in text for word in _ANY):
        return
    for match in _OTHERS.finditer(text):
        yield match.span(match.lastgroup or 0)
    if "-" in text:
        for match in _NAMED.finditer(text):
            if not all(part in known for part in match["name"].split("-")):
                yield match.span("other")


def goes_on(text: str) -> bool:
    """Whether a passage goes on about what the one before it was about ("it pays …")."""
    return _GOES_ON.match(text) is not None
