"""Particular things that may be held: coins, currencies, goods, bonds by maturity or issuer, sectors and countries."""

import re
from collections.abc import Iterator
from functools import lru_cache

_INDEX = re.compile(
    r"\b(?P<name>s ?& ?p|euro stoxx|stoxx|topix|ftse|russell|nikkei|hang seng)(?: europe)?[ -](?P<size>\d{2,4}|small|mid|core)\b"
)
_SHARES = r"(?:shares?|stocks?|equit(?:y|ies)|caps?|compan(?:y|ies)|firms?|names|banks|insurers|lenders|exporters|makers|producers|brewers|listings?|adrs?|blue[- ]chips|large-caps|small-caps|bonds?|debt|ind(?:ex|ices)|futures?|etfs?|funds?|markets?)"
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
    "coin:stable": r"stablecoins?|tether",
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
    "debt:corporate": r"corporate (?:high[- ]yield|bonds?|debt|credit|paper|notes)|(?:investment-grade|company) (?:bonds?|debt|credit)",
    "debt:junk": r"high[- ]yield(?: (?:bonds?|debt|credit))?(?=[.,;)]|$| (?:bonds?|debt|credit|etf|fund|and|or|is|are)\b)|junk(?: bonds?)?",
    "debt:municipal": r"municipals?(?: bonds?)?|munis",
    "debt:linked": r"inflation-linked (?:bonds?|debt)|linkers|tips(?= (?:fund|etf|are|is|and|bonds?)\b)",
    "debt:emerging": r"emerging(?:-market)?s? (?:bonds?|debt)",
    "debt:bund": r"bunds?",
    "debt:gilt": r"gilts?",
    "debt:jgb": r"jgbs?|japanese government bonds?",
    "debt:oat": r"oats(?= (?:and|are|futures)\b)|french government bonds?",
    "debt:btp": r"btps?|italian government bonds?",
    "quote:cross": r"cross(?:es)?(?= (?:such|like|against|between|rates?|pairs?|are|is|instead|of)\b)|cross-rates?",
    "sector:bank": r"banks|lenders|banking (?:shares|stocks)",
    "sector:insurer": r"insurers|insurance (?:companies|firms|shares|stocks)",
    "sector:financial": r"financials?(?= (?:shares|stocks|firms|companies|names|sector)\b)|financials|financial sector",
    "sector:utility": r"utilit(?:y|ies)",
    "sector:property": r"reits?|(?:real[- ]estate|property)(?: investment)? (?:trusts?|companies|shares|stocks)",
    "place:korea": rf"korean?(?=(?:,? (?:and|or) [a-z]+)? (?:[a-z-]+ )?{_SHARES}\b)|(?<=in )korea",
    "place:taiwan": rf"taiwanese(?=(?:,? (?:and|or) [a-z]+)? (?:[a-z-]+ )?{_SHARES}\b)|(?<=in )taiwan|(?<=korea and )taiwan",
    "place:japan": rf"japanese(?=(?:,? (?:and|or) [a-z]+)? (?:[a-z-]+ )?{_SHARES}\b)|(?:tokyo|japan)(?=[- ]listed| {_SHARES}\b)",
    "place:china": rf"chinese(?=(?:,? (?:and|or) [a-z]+)? (?:[a-z-]+ )?{_SHARES}\b)|(?<=in )china",
    "place:india": rf"indian(?=(?:,? (?:and|or) [a-z]+)? (?:[a-z-]+ )?{_SHARES}\b)|(?<=in )india",
    "place:australia": rf"australian(?=(?:,? (?:and|or) [a-z]+)? (?:[a-z-]+ )?{_SHARES}\b)",
    "place:us": rf"(?:north )?american(?=(?:,? (?:and|or) [a-z]+)? (?:[a-z-]+ ){{0,2}}{_SHARES}\b)|(?:us|u\.s\.)(?= (?:[a-z-]+ )?(?:shares?|stocks?|equities|caps?|large-caps|small-caps|companies|firms)\b)",
    "place:canada": rf"canadian(?=(?:,? (?:and|or) [a-z]+)? (?:[a-z-]+ )?{_SHARES}\b)",
    "place:brazil": rf"brazilian(?=(?:,? (?:and|or) [a-z]+)? (?:[a-z-]+ )?{_SHARES}\b)",
    "place:uk": rf"(?:british|uk)(?=(?:,? (?:and|or) [a-z]+)? (?:[a-z-]+ )?{_SHARES}\b)",
    "place:germany": rf"german(?=(?:,? (?:and|or) [a-z]+)? (?:[a-z-]+ )?{_SHARES}\b)",
    "place:france": rf"french(?=(?:,? (?:and|or) [a-z]+)? (?:[a-z-]+ )?{_SHARES}\b)",
    "place:europe": rf"european(?=(?:,? (?:and|or) [a-z]+)? (?:[a-z-]+ )?{_SHARES}\b)",
    "place:emerging": rf"emerging(?:[- ]markets?)?(?= {_SHARES}\b)",
}  # fmt: skip
_G10 = frozenset(f"fx:{code}" for code in ("eur", "jpy", "gbp", "chf", "aud", "cad", "nzd", "sek", "nok"))
_FARM = frozenset(
    f"good:{name}" for name in ("wheat", "corn", "soy", "coffee", "cocoa", "sugar", "cotton", "cattle", "hogs")
) | {"goods:grain", "goods:soft", "goods:livestock"}
_PRECIOUS = frozenset(f"good:{name}" for name in ("gold", "silver", "platinum", "palladium"))
_EUROPE = frozenset(f"place:{name}" for name in ("uk", "germany", "france"))
_MEMBERS = {
    "goods:precious": _PRECIOUS,
    "goods:metal": _PRECIOUS | {"good:copper", "good:aluminium", "good:nickel", "goods:precious"},
    "goods:energy": frozenset(("goods:oil", "good:brent", "good:wti", "good:gas", "good:products")),
    "goods:oil": frozenset(("good:brent", "good:wti")),
    "goods:grain": frozenset(("good:wheat", "good:corn", "good:soy")),
    "goods:soft": frozenset(("good:coffee", "good:cocoa", "good:sugar", "good:cotton")),
    "goods:livestock": frozenset(("good:cattle", "good:hogs")),
    "goods:farm": _FARM,
    "sector:financial": frozenset(("sector:bank", "sector:insurer")),
    "place:europe": _EUROPE,
    "place:emerging": frozenset(f"place:{name}" for name in ("korea", "taiwan", "china", "india", "brazil")),
    "fx:emerging": frozenset(
        f"fx:{code}" for code in ("mxn", "try", "zar", "pln", "huf", "inr", "brl", "cny", "thb", "krw")
    ),
    "debt:corporate": frozenset(("debt:junk",)),
}  # fmt: skip
_GROUPS = (  # what a document's words stand for
    (re.compile(r"\bagainst (?:the )?(?:us )?dollars?\b"), frozenset(("quote:dollar",))),
    (re.compile(r"\bg-?10\b|\bdeveloped(?:-market)? currencies|\bmajors\b"), _G10),
    (re.compile(r"\benergy\b"), frozenset(("goods:energy",))),
    (re.compile(r"\b(?:s ?& ?p|dow|nasdaq|russell|new york|us|u\.s\.)\b"), frozenset(("place:us",))),
    (re.compile(r"\b(?:topix|nikkei|tokyo|japan\w*)\b"), frozenset(("place:japan",))),
    (re.compile(r"\b(?:stoxx|europe\w*)\b"), _EUROPE | {"place:europe"}),
    (re.compile(r"\bftse\b"), frozenset(("place:uk", "place:europe"))),
    (re.compile(r"\bdax\b"), frozenset(("place:germany", "place:europe"))),
    (re.compile(r"\bcac\b"), frozenset(("place:france", "place:europe"))),
)  # fmt: skip
_FUNDS = {
    "SPY": "place:us", "QQQ": "place:us", "DIA": "place:us", "IWM": "place:us", "XLK": "place:us", "XLF": "place:us", "EFA": "place:developed", "EEM": "place:emerging",
    "GLD": "good:gold", "IAU": "good:gold", "SLV": "good:silver", "IEF": "debt:treasury", "TLT": "debt:treasury", "SHY": "debt:treasury",
    "LQD": "debt:corporate", "HYG": "debt:junk", "JNK": "debt:junk", "EMB": "debt:emerging", "TIP": "debt:linked", "MUB": "debt:municipal",
    "BTC": "coin:bitcoin", "ETH": "coin:ether", "LTC": "coin:litecoin", "XRP": "coin:xrp", "SOL": "coin:solana", "ADA": "coin:cardano",
}  # fmt: skip
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
    for match in _INDEX.finditer(text):
        yield match.start(), match.end(), frozenset([f"index:{match['name'].replace(' ', '')} {match['size']}"])
    for match in _THING.finditer(text):
        if not any(start <= match.start() < end for start, end, _ in tenors):
            found = next(key for key, words in _EACH if words.match(text, match.start()))
            yield match.start(), match.end(), frozenset([found])


@lru_cache(maxsize=1024)
def things_of(fact: str) -> frozenset[str]:
    """The particular things that a document's words hold, with the members of their groups."""
    found = {key for _, _, keys in things_in(fact) for key in keys}
    for match in _TENOR.finditer(fact):  # of which bonds
        found |= {
            key
            for _, _, keys in things_in(
                fact[match.start() : match.end()].rpartition("-year")[2].replace("note", "treasury")
            )
            for key in keys
        }
    found |= {key for ticker, key in _FUNDS.items() if re.search(rf"\b{ticker.lower()}\b", fact)}
    for pattern, members in _GROUPS:
        if pattern.search(fact):
            found |= members
    return with_parts(frozenset(found))


def with_parts(things: frozenset[str]) -> frozenset[str]:
    """Things with the members of those that are groups."""
    for _ in range(2):
        things = things.union(*(_MEMBERS.get(each, frozenset()) for each in things))
    return things


def aspect_of(thing: str) -> str:
    """What kind of thing it is ("coin", "fx", "good", "debt", "tenor", "sector", "place")."""
    return thing.partition(":")[0].removesuffix("s") if thing.startswith("goods") else thing.partition(":")[0]
