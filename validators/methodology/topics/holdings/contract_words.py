"""In which form something is held: the contract, the size of companies, the rating of debt, the place on a futures curve."""

import re
from collections.abc import Iterator

_COMPANIES = r"(?:shares?|stocks?|equities|compan(?:y|ies)|firms?|names|listings?|listed|members|constituents|payers|lenders|makers|growers|exporters|banks|insurers|retailers|industrials|miners|producers|caps?\b|end of the market)"
_GAP = r"(?=(?: (?!(?:is|are|and|or|of|in|on|to|than|loss|share of|part)\b)[\w&-]+){0,4} " + _COMPANIES + r"\b)"
_MONTHS = r"(?:contracts?|futures?|month|expir(?:y|ies|ations?)|nearby|deliver(?:y|ies)|maturit(?:y|ies))"
_WORDS = {
    "size:small": rf"(?:small|micro|tiny|nano)[- ]?caps?|small(?:er|est)?{_GAP}|penny stocks?|minnows",
    "size:mid": rf"mid[- ]?caps?|(?:mid|medium)[- ]?sized?{_GAP}",
    "size:large": rf"(?:large|mega|big|giant)[- ]?caps?|(?:large(?:r|st)?|big(?:ger|gest)?|giant){_GAP}|blue[- ]chips?|heavyweights|large and small|small and large|of (?:all|every|any) sizes?",
    "rating:high": r"investment[- ]grade|high-grade|(?:aaa|aa|bbb)(?:-rated)?",
    "rating:junk": r"junk(?:-rated|[- ]grade)?(?! (?:food|mail))|high[- ]yield(?:ing|ers)?(?= (?:bonds?|debt|credit|issuers?|corporates?|notes?|paper|market)\b|$|[.,;)])|sub-?investment[- ]grade|below investment[- ]grade|speculative[- ]grade|distressed (?:debt|bonds?)|leveraged loans",
    "debt:government": r"(?:government|sovereign|state)(?= (?:(?:and|or) [\w-]+ )?(?:bonds?|debt|notes?|paper|issuers?)\b)",
    "debt:corporate": r"corporate(?= (?:(?:and|or) [\w-]+ )?(?:bonds?|debt|notes?|paper|credit|issuers?|high)\b)|corporates|(?:investment-grade|company) (?:bonds?|debt|credit)",
    "debt:mortgage": r"mortgage(?:-backed)? (?:bonds?|securities|debt)|mbs",
    "debt:covered": r"covered bonds?|pfandbriefe?",
    "debt:convertible": r"convertibles?(?: bonds?)?(?= |$|[.,;])",
    "form:spot": r"spot(?= (?:market|bitcoin|ether|crypto|coins?|pairs?|positions?|gold|oil|fx|currenc\w+|only|trading)\b)|(?:cash|physical|on-the-run)(?= (?:treasur\w+|bonds?|bunds?|gilts?|equit\w+|market(?! account)|gold|metals?|oil|commodit\w+|shares?|index)\b)",
    "form:perp": r"perpetuals?(?: futures?| swaps?| contracts?)?|perps?",
    "form:cfd": r"cfds?|contracts? for difference|spread bets?",
    "form:fund": r"etfs?|etps?|etns?|exchange-traded (?:funds?|products?|notes?)|mutual funds?|index funds?|trackers?|spdrs?",
    "form:single": r"(?:individual|single|specific|separate) (?:\w+ ){0,2}?(?:stocks?|shares?|names?|compan(?:y|ies)|equities|firms)|stock[- ]pick\w*|(?:shares?|stocks?|companies) [\w -]{0,30}individually|one by one|stock by stock",
    "form:option": r"(?:call|put|listed|index|equity|stock|vanilla|at-the-money)? ?options(?! (?:data|chains?|market|expiry))|straddles?|strangles?|iron condors?|calls and puts|puts and calls|swaptions?",
    "form:future": r"futures(?! (?:prices?|data|settlements?|files))|future(?= (?:contract|only|alone)\b|$|[.,;)])",
    "curve:1": rf"(?:front|nearest|prompt|first)[- ](?:(?!and\b|or\b|two\b)[\w&-]+ ){{0,3}}?{_MONTHS}",
    "curve:1+2": rf"(?:two|2) (?:nearest|front|first|closest)|(?:front|nearest|first|closest) (?:two|2|pair)|{_MONTHS} nearest to expir\w+|nearest (?:pair|contracts)",
    "curve:2": rf"second(?: [\w-]+)? {_MONTHS}|second[- ]month",
    "curve:3": rf"third(?:(?: and fourth)?(?: [\w-]+)? {_MONTHS})|third[- ]month",
    "curve:far": rf"(?:fourth|fifth|sixth|seventh|eighth|back|deferred|distant|far|long-dated)(?:(?:,? (?:and|to|through) \w+)?(?: [\w-]+)? {_MONTHS})|(?:back|far) (?:end|month)s?|(?:whole|entire|full) (?:futures |vix |forward )?(?:curve|strip)|(?:\w+ )(?:months|contracts) out|all (?:\w+ )?(?:listed |monthly |traded |quoted )(?:months|expir\w+|contracts|maturities)|back of the curve",
}  # fmt: skip
_EACH = [(key, re.compile(rf"(?:{words})(?![\w])")) for key, words in _WORDS.items()]
_ANY = re.compile(rf"(?<![\w-])(?:{'|'.join(_WORDS.values())})(?!\w)")
_SOLD_ON = {"form:perp": frozenset(("form:perp", "form:future")), "curve:1+2": frozenset(("curve:1", "curve:2"))}
PARTS = {
    "debt:government": frozenset(f"debt:{each}" for each in ("treasury", "bund", "gilt", "jgb", "oat", "btp", "linked"))
}


def contracts_in(text: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where folded words tell a form, a size, a rating, an issuer or a place on the curve."""
    for match in _ANY.finditer(text):
        found = next((key for key, words in _EACH if words.match(text, match.start())), None)
        if found:
            yield match.start(), match.end(), _SOLD_ON.get(found, frozenset([found]))
