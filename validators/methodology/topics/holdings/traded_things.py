"""Particular things that may be held: coins, currencies, goods, bonds by maturity or issuer, sectors and countries."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from validators.methodology.topics.holdings import contract_words, places, sectors, well_known_companies

_MATURITY = {
    "two": "2", "three": "3", "five": "5", "seven": "7", "ten": "10", "twenty": "20", "thirty": "30",
    "2": "2", "3": "3", "5": "5", "7": "7", "10": "10", "20": "20", "30": "30",
}  # fmt: skip
_BOND = r"(?:us |german |government |sovereign )?(?:treasur(?:y|ies)|bonds?|notes?|gilts?|bunds?|futures?|contracts?|paper|jgbs?|bond fund)"
_TENOR = re.compile(
    rf"\b(?P<n>{'|'.join(_MATURITY)})-year(?:(?:,? (?:and|or|against the|to the|versus the) |, |- and |- or )(?P<m>{'|'.join(_MATURITY)})-year)?(?: {_BOND}\b|(?= (?:against|versus) the (?:{'|'.join(_MATURITY)})-year\b))"
)
_WORDS = {
    "coin:bitcoin": r"bitcoin|btc",
    "coin:ether": r"ether(?:eum)?|eth",
    "coin:litecoin": r"litecoin|ltc",
    "coin:cardano": r"cardano",
    "coin:solana": r"solana",
    "coin:xrp": r"xrp|ripple",
    "coin:dogecoin": r"dogecoin",
    "coin:polkadot": r"polkadot",
    "coin:stable": r"stable(?: ?coin)?s|stable ?coin|tether",
    "coin:alt": r"alt-?coins?",
    "coin:meme": r"meme ?-?coins?",
    "fx:eur": r"euros?(?!-|zone)|eur",
    "fx:jpy": r"(?:japanese )?yen",
    "fx:gbp": r"(?:british )?pound(?: sterling)?|sterling",
    "fx:chf": r"(?:swiss )?franc",
    "fx:aud": r"australian dollar|aussie",
    "fx:cad": r"canadian dollar|loonie",
    "fx:nzd": r"new zealand dollar|kiwi",
    "fx:sek": r"(?:swedish )?krona",
    "fx:nok": r"(?:norwegian )?krone",
    "fx:mxn": r"(?:mexican )?peso",
    "fx:try": r"(?:turkish )?lira",
    "fx:zar": r"(?:south african )?rand(?!-|om)",
    "fx:pln": r"(?:polish )?zloty",
    "fx:huf": r"(?:hungarian )?forint",
    "fx:inr": r"(?:indian )?rupee",
    "fx:brl": r"brazilian real|(?:peso|rand|lira) and (?:the )?real",
    "fx:cny": r"renminbi|yuan",
    "fx:thb": r"(?:thai )?baht",
    "fx:krw": r"(?:korean )?won(?= (?:and|or)\b)|korean won",
    "fx:emerging": r"emerging(?:[- ]markets?)? (?:currenc(?:y|ies)|fx|units)|exotic (?:currencies|pairs)|exotics",
    "good:gold": r"gold(?! (?:standard|miners?|answers?))",
    "good:silver": r"silver(?! (?:lining|bullet|miners?))",
    "good:platinum": r"platinum",
    "good:palladium": r"palladium",
    "good:copper": r"copper",
    "good:aluminium": r"alumini?um",
    "good:nickel": r"nickel",
    "goods:oil": r"crude(?: oil)?|oil(?= (?:futures|contracts?)\b)",
    "good:brent": r"brent(?: crude)?",
    "good:wti": r"wti(?: crude)?|west texas intermediate",
    "good:gas": r"natural gas",
    "good:products": r"gasoline|heating oil|diesel|refined products",
    "good:carbon": r"carbon(?= (?:allowances?|credits?|permits?|futures|and)\b)|emissions? (?:allowances|permits)",
    "good:wheat": r"wheat",
    "good:corn": r"corn",
    "good:soy": r"soy(?:a ?)?beans?",
    "good:coffee": r"coffee",
    "good:cocoa": r"cocoa",
    "good:sugar": r"sugar",
    "good:cotton": r"cotton",
    "good:cattle": r"(?:live |feeder )?cattle",
    "good:hogs": r"(?:lean )?hogs",
    "goods:metal": r"metals",
    "goods:precious": r"precious metals",
    "goods:energy": r"energy(?= (?:futures|contracts|commodit\w+|complex)\b)",
    "goods:grain": r"grains?",
    "goods:soft": r"softs|soft commodities",
    "goods:livestock": r"livestock",
    "goods:farm": r"agricultur\w+|farm (?:products|commodities)|crops",
    "debt:treasury": r"(?:us )?treasur(?:y|ies)(?! bills?)|treasury (?:bonds?|notes?)",
    "debt:municipal": r"municipals?(?: bonds?)?|munis",
    "debt:linked": r"inflation-linked (?:bonds?|debt)|linkers|tips(?= (?:fund|etf|are|is|and|bonds?)\b)",
    "debt:emerging": r"emerging(?:-market)?s? (?:bonds?|debt)",
    "debt:bund": r"bunds?",
    "debt:gilt": r"gilts?",
    "debt:jgb": r"jgbs?|japanese government bonds?",
    "debt:oat": r"oats(?= (?:and|are|futures)\b)|french government bonds?",
    "debt:btp": r"btps?|italian government bonds?",
    "quote:cross": r"cross(?:es)?(?= (?:such|like|against|between|rates?|pairs?|are|is|instead|of)\b)|cross-rates?",
}  # fmt: skip
_G10 = frozenset(f"fx:{code}" for code in ("eur", "jpy", "gbp", "chf", "aud", "cad", "nzd", "sek", "nok"))
_FARM = frozenset(
    f"good:{name}" for name in ("wheat", "corn", "soy", "coffee", "cocoa", "sugar", "cotton", "cattle", "hogs")
) | {"goods:grain", "goods:soft", "goods:livestock"}
_PRECIOUS = frozenset(f"good:{name}" for name in ("gold", "silver", "platinum", "palladium"))
_MEMBERS = {
    "goods:precious": _PRECIOUS,
    "goods:metal": _PRECIOUS | {"good:copper", "good:aluminium", "good:nickel", "goods:precious"},
    "goods:energy": frozenset(("goods:oil", "good:brent", "good:wti", "good:gas", "good:products")),
    "goods:oil": frozenset(("good:brent", "good:wti")),
    "goods:grain": frozenset(("good:wheat", "good:corn", "good:soy")),
    "goods:soft": frozenset(("good:coffee", "good:cocoa", "good:sugar", "good:cotton")),
    "goods:livestock": frozenset(("good:cattle", "good:hogs")),
    "goods:farm": _FARM,
    "fx:emerging": frozenset(
        f"fx:{code}" for code in ("mxn", "try", "zar", "pln", "huf", "inr", "brl", "cny", "thb", "krw")
    ),
    "goods:all": frozenset(key for key in _WORDS if key.startswith("good")),
    "coin:all": frozenset(key for key in _WORDS if key.startswith("coin")),
    "debt:all": frozenset(key for key in _WORDS if key.startswith("debt"))
    | {"debt:government", "debt:corporate", "debt:mortgage", "debt:covered", "debt:convertible"},
} | places.PARTS | sectors.PARTS | contract_words.PARTS  # fmt: skip
_GROUPS = (  # what a document's words stand for
    (re.compile(r"\bcontracts\b(?! for difference)"), frozenset(("form:future",))),
    (re.compile(r"\bagainst (?:the )?(?:us )?dollars?\b"), frozenset(("quote:dollar",))),
    (re.compile(r"\bg-?10\b|\bdeveloped(?:-market)? currencies|\bmajors\b"), _G10),
    (re.compile(r"\benergy\b"), frozenset(("goods:energy",))),
    (re.compile(r"\b(?:new york|us|u\.s\.|americ\w+)\b(?! dollars?)"), frozenset(("place:us",))),
    (re.compile(r"\b(?:stocks?|shares?|equit(?:y|ies)|compan(?:y|ies)|firms|constituents|members)\b(?! funds?)"), frozenset(("form:single",))),
)  # fmt: skip
_GENERAL = (  # of which anything may be held where nothing is named
    ("good", re.compile(r"\bcommodit\w+"), "goods:all"),
    ("coin", re.compile(r"\b(?:crypto\w*|coins?|tokens?|digital assets)\b"), "coin:all"),
    ("debt", re.compile(r"\b(?:bonds?|fixed income|debt|credit)\b"), "debt:all"),
)
_FUNDS = {
    symbol: key
    for key, symbols in {
        "place:us": "spy ivv voo vti qqq dia iwm mdy ijh ijr rsp",
        "sector:technology": "xlk",
        "sector:financial": "xlf",
        "sector:energy": "xle",
        "sector:health": "xlv",
        "sector:industrial": "xli",
        "sector:retail": "xly",
        "sector:food": "xlp",
        "sector:utility": "xlu",
        "sector:material": "xlb",
        "sector:property": "vnq iyr xlre",
        "sector:telecom": "xlc",
        "place:developed": "efa iefa vea",
        "place:emerging": "eem iemg vwo",
        "place:japan": "ewj",
        "place:europe": "vgk ezu fez",
        "good:gold": "gld iau",
        "good:silver": "slv",
        "good:wti": "uso",
        "good:gas": "ung",
        "goods:all": "dbc gsg pdbc",
        "debt:treasury": "ief tlt shy iei govt bil shv sgov",
        "debt:corporate": "lqd",
        "rating:junk": "hyg jnk",
        "debt:emerging": "emb",
        "debt:linked": "tip",
        "debt:municipal": "mub",
        "coin:bitcoin": "btc xbt",
        "coin:ether": "eth",
        "coin:litecoin": "ltc",
        "coin:xrp": "xrp",
        "coin:solana": "sol",
        "coin:cardano": "ada",
        "coin:dogecoin": "doge",
    }.items()
    for symbol in symbols.split()
}
SYMBOL = re.compile(
    rf"(?<![\w.-])(?:{'|'.join(symbol for symbol in _FUNDS if symbol not in ('sol', 'ada', 'tip', 'dia', 'btc', 'eth', 'ltc', 'xrp'))})(?![\w.-])"
)
_FX = "eur|usd|gbp|jpy|chf|aud|nzd|cad|nok|sek|mxn|zar|try|pln|huf|inr|brl|cny|krw"
_FX_PAIR = re.compile(rf"(?<!\w)({_FX})[/-]?({_FX})(?!\w)")
_CONTRACTS = {
    symbol: frozenset((key, "form:future"))
    for key, symbols in {
        "index:nasdaq 100": "nq mnq", "index:sp 500": "es mes", "index:dow": "ym mym", "index:russell 2000": "rty m2k", "index:vix": "vx",
        "good:wti": "cl", "good:brent": "bz brn", "good:gas": "ng", "good:products": "ho rb", "good:gold": "gc mgc", "good:silver": "si", "good:copper": "hg",
        "good:corn": "zc", "good:wheat": "zw", "good:soy": "zs", "debt:treasury": "zt zf zn zb ub",
    }.items()
    for symbol in symbols.split()
}  # fmt: skip
_COIN_PAIR = re.compile(r"(?P<coin>[a-z]{3,4})[/-]?(?:usdt|usdc|usd|eur|gbp|btc)")
_WORD = re.compile(r"[a-z]{3,5}(?:[/-][a-z]{3,4})?(?![\w])")
_EACH = [
    (key, re.compile(rf"(?:{words})(?!\w)")) for key, words in sorted(_WORDS.items(), key=lambda each: -len(each[1]))
]
_THING = re.compile(rf"\b(?:{'|'.join(_WORDS[key] for key, _ in _EACH)})(?!\w)")


def things_in(text: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where folded words name particular things, and which: one, or the two maturities of a pair."""
    tenors = [
        (
            match.start(),
            match.end(),
            frozenset(f"tenor:{_MATURITY[match[each]]}" for each in ("n", "m") if match[each]),
        )
        for match in _TENOR.finditer(text)
    ]
    yield from tenors
    for words in (
        places.places_in,
        places.indices_in,
        sectors.sectors_in,
        contract_words.contracts_in,
        well_known_companies.companies_in,
    ):
        yield from words(text)
    for match in _FX_PAIR.finditer(text):
        yield match.start(), match.end(), frozenset(f"fx:{code}" for code in match.groups() if code != "usd")
    for match in SYMBOL.finditer(text):
        yield match.start(), match.end(), symbol_things(match[0])
    for match in _THING.finditer(text):
        if not any(start <= match.start() < end for start, end, _ in tenors):
            found = next(key for key, words in _EACH if words.match(text, match.start()))
            yield match.start(), match.end(), frozenset([found])


@lru_cache(maxsize=1024)
def things_of(fact: str) -> frozenset[str]:
    """The particular things that a document's words hold, with the members of their groups."""
    found = named_in(fact)
    aspects = {aspect_of(key) for key in found}
    general = {whole for aspect, pattern, whole in _GENERAL if aspect not in aspects and pattern.search(fact)}
    return with_parts(found | general)


@lru_cache(maxsize=1024)
def named_in(told: str) -> frozenset[str]:
    """The particular things that a document's words name."""
    found = {key for _, _, keys in things_in(told) for key in keys}
    for match in _TENOR.finditer(told):  # of which bonds
        bonds = told[match.start() : match.end()].rpartition("-year")[2].replace("note", "treasury")
        found |= {key for _, _, keys in things_in(bonds) for key in keys}
    for word in _WORD.findall(told):
        if word not in _CONTRACTS:
            found |= symbol_things(word)
    return frozenset(found).union(*(members for pattern, members in _GROUPS if pattern.search(told)))


def counted_by_name(fact: str) -> int | None:
    """How many things a document names where it names each ("bitcoin and ether"); None where it names a group, or none."""
    named = frozenset().union(*(keys for _, _, keys in things_in(fact)))
    for aspect in ("coin", "tenor", "good"):
        found = {key for key in named if aspect_of(key) == aspect}
        if len(found) > 1:
            return None if any(key in _MEMBERS for key in found) else len(found)
    return None


def symbol_things(symbol: str) -> frozenset[str]:
    """What a well-known fund, or a coin's own symbol, stands for; empty where nobody knows."""
    coin = _COIN_PAIR.fullmatch(symbol)
    name = coin["coin"] if coin else symbol
    if name in _CONTRACTS:
        return _CONTRACTS[name]
    key = _FUNDS.get(name)
    if key is None:
        return frozenset()
    if key.startswith("coin"):
        return frozenset([key])
    return frozenset([key, "form:fund"]) | (frozenset(["place:us"]) if key.startswith("sector") else frozenset())


def with_parts(things: frozenset[str]) -> frozenset[str]:
    """Things with the members of those that are groups."""
    for _ in range(3):
        things = things.union(*(_MEMBERS.get(each, frozenset()) for each in things))
    return things


_BOND_WORDS = re.compile(r"\b(?:bonds?|fixed[- ]income|debt)\b")


def stand_for(symbols: Iterable[str], named: str) -> bool:
    """Whether well-known symbols stand for all the things that folded words name ("gold" of GLD, "crude oil" of CL)."""
    ours = frozenset().union(*(things for _, _, things in things_in(named)))
    if _BOND_WORDS.search(named):
        ours |= {"debt:all"}
    theirs = with_parts(frozenset().union(*(symbol_things(symbol.lower()) for symbol in symbols)))
    things = {each for each in ours if not each.startswith("form")}
    return bool(things) and ours - things <= theirs and all(with_parts(frozenset([each])) & theirs for each in things)


def aspect_of(thing: str) -> str:
    """What kind of thing it is ("coin", "fx", "good", "debt", "tenor", "sector", "place")."""
    return thing.partition(":")[0].removesuffix("s") if thing.startswith("goods") else thing.partition(":")[0]
