"""The currency that what is held is priced in, or paired with."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.holdings.universe_members import Universe

_MONEY = {
    "usd": r"(?:us |u\.s\. )?dollars?|usd|greenback",
    "eur": r"euros?|eur",
    "gbp": r"(?:british )?pounds?(?: sterling)?|sterling|gbp",
    "jpy": r"(?:japanese )?yen|jpy",
    "chf": r"(?:swiss )?francs?|chf",
    "usdt": r"tether|usdt|usdc|(?:dollar )?stablecoins?",
    "btc": r"bitcoins?|btc",
}
_ANY = "|".join(_MONEY.values())
_EACH = [(code, re.compile(words)) for code, words in _MONEY.items()]
_THINGS = r"(?:pairs?|coins?|tokens?|currenc(?:y|ies)|crosses|bonds?|issues|legs?|contracts?|crypto\w*|bitcoin|ether|basket|of them|both|all|each|everything)"
_QUOTED = re.compile(
    rf"\b{_THINGS} (?:\w+ )?(?:is|are|was|were|being|gets?|stands?)? ?(?:\w+ly |all |both |each |then |always )?(?:priced|quoted|measured|traded|expressed|denominated|settled|paired|bought|sold|set|trade) (?:(?:\w+ )?(?:in|against|versus|vs|with|to|off)) (?:the )?(?P<a>{_ANY})(?![\w-])"
    rf"|\b(?:crosses|pairs?|legs|trades) (?:against|versus|with) (?:the )?(?P<b>{_ANY})(?![\w-])"
    rf"|\b(?P<c>{_ANY})[- ](?:denominated|quoted|priced|settled|margined)(?! (?:returns?|results?|fees?|costs?))"
    rf"|\b(?P<d>{_ANY})(?: (?:\w+ )?(?:pairs|crosses)|[ -](?:(?:investment-grade|ig|high-yield|corporate|government|company) )*(?:bonds?|debt|credit|corporates)|(?: (?:\w+ )?as| is| being| serves as)(?: its| the| a)? (?:common |only |single )?(?:base|quote|counter|numeraire|denominator)\b)"
    rf"|(?<!\w)(?:btc|xbt|eth|ltc|xrp|sol|ada|doge|bnb|dot|link)[/-]?(?P<f>usdt|usdc|{_ANY})(?![\w-])"
    rf"|\b(?:bonds?|debt|credit|corporates|coins|pairs|currencies) in (?P<e>{_ANY})(?![\w-])"
)
_OF_FACT = re.compile(
    rf"\b(?:against|versus|vs\.?|priced in|quoted in|denominated in|in|to|spot against|paired with|[a-z]{{3,4}}[/-])(?: |(?<=[/-]))(?:the )?(?P<a>{_ANY})(?![\w-])"
    rf"|\b(?P<b>{_ANY})[- ](?:denominated|(?:investment-grade|ig|high-yield|corporate|government|pairs|crosses|bonds?|credit|debt)\b)"
)
_ALIKE = {"usdt": frozenset(("usdt", "usd"))}


def quoted_in(text: str) -> Iterator[Stated]:
    """Where a passage says in which currency what is held is priced."""
    for match in _QUOTED.finditer(text):
        group = next(name for name in "abcdef" if match[name])
        yield Stated(start=match.start(), end=match.end(), value=Universe(quotes=frozenset([_code(match[group])])))


def quotes_of(fact: str) -> frozenset[str]:
    """The currencies that a document's words price its securities in."""
    found = frozenset(_code(match["a"] or match["b"]) for match in _OF_FACT.finditer(fact))
    return found.union(*(_ALIKE.get(code, frozenset()) for code in found))


def _code(words: str) -> str:
    return next(code for code, pattern in _EACH if pattern.fullmatch(words))
