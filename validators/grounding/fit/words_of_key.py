"""The words of the key that a number stands under, those that tell a claim, and how prose says them."""

import re
from functools import lru_cache

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.number_match import match
from validators.grounding.tools.index import record_of
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.words import key_words

_COSTS = r"(?:(?:all|any|the|its|trading|those|these|every|\w+ing)\s){0,2}(?:fees?|costs?|commissions?|brokerage|slippage|charges|frictions?|expenses)"
_PART = re.compile(r",\s|;|\b(?:and|but|while|whereas|against|versus|vs|plus|of which)\b")
_PLACES = re.compile(r"(?:\[\d+\])+\Z")
CALLED = {
    "realized": r"(?<!un)reali[sz]ed|booked|closed|locked|banked|taken|crystalli[sz]ed",
    "unrealized": r"unreali[sz]ed|open\b|floating|paper|still\b",
    "total": r"total|whole|all\b|altogether|overall|entire|combined|bill\b",
    "gross": rf"gross|before {_COSTS}|pre-(?:fee|cost)|w[io]nn|wins?\b|winnings|profitable|takings|deduct|without {_COSTS}|sum of",
    "median": r"median",
    "ytd": r"ytd|year[- ]to[- ]date|so far this year|this year",
    "probability": r"probab|chances?\b|odds|likel|risk of",
    "maximum": r"max|peaked|peaks at|(?:a|its) peak (?:of|at)|high(?:est|s)?\b|ranges?\b|ranged|between|most\b|at best|top(?:ped|s)? (?:out )?at",
    "minimum": r"min\b|minim|low(?:est|s)?\b|trough\w* at|bottom\w* (?:out )?at|ranges?\b|ranged|between|least\b|at worst",
    "latest": r"latest|now\b|current|today|recent|last\b|stands?\b|sits?\b|at present|at the moment",
    "average": r"average|averag\w+|mean|typical",
    "best": r"best|largest|biggest|top\b|star",
    "worst": r"worst|ugliest|nastiest",
    "long": r"long\b|longs\b",
    "short": r"short\b|shorts\b",
    "cost": r"costs?\b|fees?\b|charges?\b",
    "trade": r"(?:single|one|an?|any|per|each|every|individual) (?:single )?(?:trade|position|deal)",
    "net": rf"net(?:s|ted)?\b|after {_COSTS}",
}


def own_words(answer: Answer, claim: Claim, *, among: str | None) -> str:
    """The sentence of a claim, or only the words of its own part where it tells several numbers, with a sign in its place; `among`: of
    that kind."""
    text, start = answer.sentence(claim)
    quantity, end = claim.quantity, start + len(text)
    told = [each for each in answer.quantities_in(claim.passage) if among in (None, each.kind)]
    if len(told) == 1:
        return answer.written(start, quantity.start) + " # " + answer.written(quantity.end, end)
    start = max((each.end for each in told if each.end <= quantity.start), default=start)
    end = min((each.start for each in told if each.start >= quantity.end), default=end)
    label = answer.metrics.label_before(claim.passage, end)
    end = end if label is None else max(label.start, quantity.end)
    before = answer.written(start, quantity.start)
    return _PART.split(before)[-1] + " # " + _PART.split(answer.written(quantity.end, end))[0]


def is_told_besides(answer: Answer, claim: Claim, number: ToolNumber) -> bool:
    """Whether another number of the claim's sentence has a tool number's value, so that the words of its key are that one's."""
    return any(
        each.start != claim.quantity.start and match(each, number, named=True) is not None
        for each in answer.quantities_in(claim.passage)
    )


def key_parts(number: ToolNumber) -> frozenset[str]:
    """The words of the key that a number stands under."""
    return _key_parts(number.source)


@lru_cache(maxsize=16_384)
def _key_parts(source: str) -> frozenset[str]:
    path = _PLACES.sub("", source)
    key = path[len(record_of(path)) :]
    return frozenset(word for word in key_words(key.strip('.[]"')) if word.isalpha())


@lru_cache(maxsize=8192)
def is_said(text: str, word: str) -> bool:
    return re.search(rf"\b(?:{CALLED.get(word) or re.escape(word)})", text, re.IGNORECASE) is not None
