"""The further words of the phrase that names something held ("foreign" in "no foreign bank shares")."""

import re
from collections.abc import Iterable

_FUNCTION = frozenset((
    "a", "an", "the", "any", "no", "not", "all", "every", "each", "some", "its", "their", "of", "in", "on", "for", "from", "to", "with", "and", "or", "nor", "but", "is", "are", "was",
    "were", "be", "been", "it", "that", "this", "these", "those", "there", "which", "such", "only", "just", "never", "by", "at", "as", "than", "into", "neither", "either", "kind", "kinds",
    "either", "ever", "even", "other", "also", "both", "you", "we", "they", "does", "do", "has", "have", "can", "may", "will", "won't", "you'll", "among", "between", "about", "so", "like", "without", "actual", "actually", "plus", "more", "being", "list", "when", "while", "one", "two", "three", "then", "here", "out", "up", "off",
))  # fmt: skip
_NOUN = re.compile(
    r"(?:shares?|stocks?|equit\w+|compan(?:y|ies)|firms?|names|securit\w+|instruments?|assets?|funds?|etfs?|markets?|sectors?|contracts?|futures?|bonds?|pairs?|coins?|currenc\w+|members?|constituents?|issuers?|debt|index|indices|holdings?|positions?|strategy|universe|things?|q+)"
)
_VERB = re.compile(
    r"(?:trade[sd]?|used|based|listed in|moved|needed|allowed|h[eo]lds?|buys?|bought|sells?|sold|invests?|finds?|sees?|include[sd]?|owns?|picks?|ranks?|covers?|deals?|touch(?:es)?|considers?|uses?|rotates?|gets?|goes|moves?|enters?|spans?|contains?|compris(?:es?|ed)|features?|consists?|offers?|carr(?:y|ies)|needs?)"
)
_LEFT = re.compile(r"(?:[\w&'-]+ ){1,3}$")
_RIGHT = re.compile(r"(?:[ -][\w&'-]+){1,2}")


_RESTRICTED = re.compile(  # "funds that came later"
    r"(?: [\w-]+){0,2}? (?:that|which|whose|outside|beyond|below|above|under|over|smaller|larger|with|without|other than|issued|added|from (?!the (?:list|universe|pool|start|first))) ((?:[\w-]+ ?){1,5})"
)


def modifiers(text: str, start: int, end: int) -> tuple[str, ...]:
    """The words beside text[start:end] in its phrase that are neither function words nor names for securities in general."""
    found: list[str] = []
    left = _LEFT.search(text, max(start - 40, 0), start)
    for word in reversed(left[0].split() if left else []):
        word = re.sub(r"'s?$", "", word)
        if word in _FUNCTION or "'" in word or word.endswith(("ing", "ly")) or _VERB.fullmatch(word):
            break
        found.append(word)
    right = _RIGHT.match(text, end)
    for word in re.split(r"[ -]", right[0].strip(" -")) if right else []:
        if word in _FUNCTION or "'" in word or word.endswith(("ing", "ed", "ly")):
            break
        if not _NOUN.fullmatch(word):
            found.append(word)
    if restricted := _RESTRICTED.match(text, end):
        found += [word for word in restricted[1].split() if word not in _FUNCTION][:2]
    return tuple(found)


def are_told(words: Iterable[str], told: str) -> bool:
    """Whether a document has all of the words, by their first letters."""
    return all(re.search(rf"\b{re.escape(word[:5])}", told) for word in words)
