"""Kinds of securities: words for them, and well-known exchange-traded funds."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from validators.methodology.passages import fold

_FUNDS = frozenset((
    "SPY", "IVV", "VOO", "VTI", "QQQ", "DIA", "IWM", "IJH", "IJR", "MDY", "RSP", "EFA", "IEFA", "VEA", "EEM", "IEMG",
    "VWO", "VXUS", "VT", "ACWI", "ACWX", "EWJ", "EWG", "EWU", "EWZ", "FXI", "MCHI", "INDA", "AGG", "BND", "BNDX",
    "TLT", "IEF", "SHY", "IEI", "GOVT", "TIP", "LQD", "HYG", "JNK", "EMB", "BIL", "SHV", "SGOV", "MUB", "VNQ", "VNQI",
    "IYR", "REM", "GLD", "IAU", "SLV", "DBC", "GSG", "PDBC", "USO", "UNG", "USCI", "UUP", "XLK", "XLF", "XLE", "XLV",
    "XLI", "XLY", "XLP", "XLU", "XLB", "XLRE", "XLC", "VTV", "VUG", "IWF", "IWD", "MTUM", "QUAL", "USMV", "VLUE",
    "SCHD", "SCHB", "SCHF", "VIG", "VYM", "VGK", "VPL", "BWX", "SPLV", "SPHQ", "EZU", "FEZ", "ARKK", "SMH", "SOXX",
    "IBB", "X", "BI", "KRE", "VB", "VO", "VV", "VEU", "SCZ", "DBA",
))  # fmt: skip
_SMALL_FUNDS = frozenset((
    "IWM", "IJR", "VB", "SCZ", "SCHA", "RSP", "VTI",
))  # fmt: skip
_BOND_FUNDS = frozenset((
    "AGG", "BND", "BNDX", "TLT", "IEF", "SHY", "IEI", "GOVT", "TIP", "LQD", "HYG", "JNK", "EMB", "BIL", "SHV", "SGOV",
    "MUB",
))  # fmt: skip
_SWAPS = r"(?<!number of )(?<!count of )swaps?(?! (?:its|the|their|out|in|it|them|one|from|between|into|places|back|holdings|funds|positions|every|each|once|twice|only|a|an)\b)"
_WORDS = {
    "class:stock": (
        r"stock pick\w*|(?:individual|single)[ -](?!countr)(?:\w+[ -]){0,2}(?:stocks?|names?|equit(?:y|ies)|shares?|compan(?:y"
        r"|ies)|securities)|stock[- ]picking|single-name \w+|penny stocks|individual company shares"
    ),
    "class:crypto": (
        r"crypto\w*|bitcoin|ether(?:eum)?\b|altcoins?|stablecoins?|(?:digital |crypto )?coins|digital (?:assets|currencies)|tokens"
    ),
    "class:fx": (
        r"(?:(?:g10|g7|major|minor|exotic|liquid|traded|foreign) )*(?:currency (?:pairs?|crosses)|currencies|g-?10\b(?! (?:countr|econom|bonds|rates|governments|yields))|g10 majors|currency(?= (?:markets?|strategy|system|model|rotation|momentum|carry|trading|portfolio|book|trades)\b))|forex|fx pairs?|fx\b"
        r"|foreign exchange|exchange rates(?! (?:and|plus|with|together with) (?:[\w-]+ )?forwards)|(?:euro|dollar|yen|franc|sterling|pound|kron[ae]|peso)s? (?:against|versus|vs\.?) (?:the )?(?:\w+ )?(?:euro|dollar|yen|franc|sterling|pound|kron[ae]|peso)s?"
    ),
    "class:future": (
        r"(?:commodity |equity |index |bond |stock-index )?futures(?: contracts?)?"
        r"|(?:bond|index|equity|commodity|currency|volatility|rates?|treasury|stock|oil|gold|energy|metal|grain|listed|vix|e-mini|[a-z]+-?\d{2,4}) future\b|future(?= (?:contract|only|alone|itself)\b)"
    ),
    "class:option": rf"(?:equity |index |stock |call |put |listed |vanilla )*options\b(?! (?:data|chains?|prices))|option contracts|calls and puts|puts and calls|(?:put|call) options|derivatives|warrants|straddles|{_SWAPS}|cds\b(?: indices)?|cdx\b|itraxx\b|credit default swaps?",
    "class:deal": r"(?:announced |pending |cash |merger |takeover |acquisition |m&a )+(?:deals?|targets?|mergers?|takeovers?|acquisitions?)",
    "class:commodity": (
        r"commodit(?:y|ies)|(?:physical|precious|base|industrial)[ -]metals?|metals?(?= (?:strategy|system|model|portfolio|futures|markets?)\b)|bullion|live cattle|lean hogs|soft commodities"
    ),
    "class:bond": (
        r"(?:(?:corporate|government|sovereign|high-yield|investment-grade|junk|municipal|individual|convertible|inflation-linked"
        r"|treasury|emerging-market|long-dated|short-dated) )+(?:bonds|debt|notes|bills)(?! (?:etf|fund))|treasury (?:bills?|notes?|bonds?)(?! (?:etf|fund|future))"
        r"|bonds of (?:the )?(?:\w+ )?(?:governments?|compan\w+|states?|treasur\w+)|treasur(?:ies|ys)|(?:treasury|bond)(?= (?:strategy|system|model|portfolio|book|rotation|trading|play|rule)\b)|t-bills|gilts|bunds|munis|fixed[- ]income (?:securities|instruments)|loans|bonds(?! (?:etf|fund|future|market|yield|data|price))"
    ),
    "class:fund": r"(?:exchange-traded funds|etfs|(?:sector )?spdr (?:sector )?(?:funds|etfs)|spdrs|(?:(?:industry |single-)?(?:sector|country)(?: equity)?|index|mutual|bond|stock|equity|commodity|money-market) funds|funds (?:of|on|for|covering|tracking) (?:(?:single|individual|industry|whole|the) )?(?:sectors|countries|industries|indices|indexes)|\betf)",
    "class:share": (
        r"(?:listed |liquid |common |public |u\.?s\.? |us |dividend |growth |value |tech |technology |bank )?(?:stocks|equities|shares)(?! (?:for|outstanding))"
        r"|stock(?= (?:strategy|system|model|portfolio)\b)|equity(?= (?:rotation|momentum|carry|trend)\b)|equity(?= (?:rotation |momentum |long-only )?(?:strategy|system|model)\b)|(?:dividend )?payers|lenders|(?:gold |silver |oil |copper |uranium )?miners|adrs?\b|reits?\b|(?:real[- ]estate|property)(?: investment)? trusts"
    ),
    "size:small": r"small[- ]?caps?|micro[- ]?caps?|penny stocks|small(?:er|est)? (?:us |american |european |uk |listed )?(?:companies|firms|stocks|shares)",
    "size:mid": r"mid[- ]?caps?|mid-?sized (?:companies|firms)",
    "size:large": r"(?:large|mega)[- ]?caps?|blue[- ]chips?|(?:large|largest|biggest) (?:us |american |european |uk |listed )?(?:companies|firms|stocks|shares)",
    "region:us": r"\b(?:us|u\.s\.|united states|american|domestic us)\b",
    "region:europe": r"europe(?:an)?\b|euro[- ]?zone|euro area|eu[- ]listed",
    "region:uk": r"\b(?:uk|british|london-listed)\b",
    "region:japan": r"japan(?:ese)?\b",
    "region:china": r"chin(?:a|ese)\b|a-shares",
    "region:india": r"indian?\b",
    "region:nordic": r"nordics?\b|scandinavian?\b",
    "region:emerging": r"emerging[- ]markets?\b",
    "index:sp500": r"s ?& ?p[ -]?500|s and p 500|sp500|spx",
    "index:nasdaq": r"nasdaq(?:[- ]100)?",
    "index:russell": r"russell[ -]?(?:1000|2000|3000)",
    "index:dow": r"dow(?: jones)?(?: 30| industrial\w*)?(?! futures)",
    "index:stoxx": r"(?:euro )?stoxx(?:[ -]?(?:50|600))?",
    "index:ftse": r"ftse(?:[ -]?(?:100|250))?",
    "index:nikkei": r"nikkei(?:[ -]225)?|topix",
    "index:msci": r"msci(?: \w+)?",
    "index:dax": r"dax(?: 40)?",
    "index:hangseng": r"hang seng",
    "index:cac": r"cac(?: 40)?",
    "index:smi": r"smi\b",
    "index:kospi": r"kospi",
    "index:nifty": r"nifty(?: 50)?|sensex",
    "index:ibex": r"ibex(?: 35)?",
    "good:gold": r"gold\b(?! miners)",
    "good:silver": r"silver\b(?! miners)",
    "good:oil": r"(?:crude|brent|wti)(?: oil)?|oil futures|oil(?! (?:prices?|shocks?|crisis|compan\w+|stocks|producers|funds?))",
    "good:gas": r"natural gas",
    "good:grain": r"wheat|corn|soybeans?|grains",
    "good:metal": r"copper|platinum|palladium|aluminium|aluminum|nickel",
    "good:cattle": r"(?:live |feeder )?cattle|(?:lean )?hogs|livestock",
    "good:soft": r"coffee|cocoa|sugar|cotton|orange juice",
    "good:rate": r"(?:treasury|bond|gilt|bund|t-note|interest[- ]rate|note) (?:futures?|contracts)",
    "good:agri": r"agricultur\w*|agri\w*|(?:soft|farm)[ -]commodit\w+|softs|farm(?:ing)? products|crops?|grains?|foodstuffs",
    "good:energy": r"energy (?:futures|contracts|commodities|products)|petroleum",
    "good:carbon": r"carbon (?:allowances|credits|permits)|emissions? \w+",
    "good:reit": r"reits?|(?:real[- ]estate|property)(?: investment)? trusts",
    "good:power": r"electricity|power (?:futures|contracts)",
    "good:exotic currency": r"(?:mexican|argentine|chilean|colombian|philippine) pesos?|(?:turkish )?liras?|(?:south african )?rand\b|(?:polish )?zlot(?:y|ies)|forints?|(?:indian )?rupees?|renminbi|yuan|(?:thai )?baht|ringgit|rupiah|brazilian real|emerging(?:[- ]markets?)? currencies|emerging[- ]market fx",
    "good:country": r"country (?:index )?(?:funds?|etfs?)",
    "good:equity index": r"(?:equity|stock|share)[- ]ind(?:ex|ices)(?: futures)?|index futures",
    "good:bond fund": r"(?:(?:long|short|intermediate|long-term|short-term|us|treasury|government|corporate|municipal|high-yield) )*(?:treasury|bond|debt|fixed-income|t-bill)s? (?:etfs?|funds?)",
    "region:germany": r"german(?= (?:stock|share|market|equit|compan|blue|large|small|etf|fund|index))",
    "region:france": r"french(?= (?:stock|share|market|equit|compan|blue|large|small|etf|fund|index))",
    "region:canada": r"canadian(?= (?:stock|share|market|equit|compan|blue|large|small|etf|fund|index))",
    "region:australia": r"australian(?= (?:stock|share|market|equit|compan|blue|large|small|etf|fund|index))",
    "region:world": r"(?:all over|around|across) the (?:world|globe)|(?:global|international|foreign|overseas|world(?:wide|'s)) (?:\w+ )?(?:stocks?|shares?|equit(?:y|ies)|(?:stock )?markets?|indices|etfs?|funds?|listings?|companies|bonds?)",
    "good:miner": r"(?:gold|silver|oil|copper|uranium) miners",
}  # fmt: skip
_MEMBERS = re.compile(
    r"\b((?:s ?& ?p[ -]?500|sp500|nasdaq(?:[- ]100)?|russell[ -]?\d+|index|ftse(?:[ -]\d+)?|stoxx(?:[ -]\d+)?"
    r"|dow)(?:'s)?) (?:constituents?|members?|components?|names|stocks|companies)"
)
_CURRENCY = "(?:USD|EUR|GBP|JPY|CHF|AUD|NZD|CAD|NOK|SEK|DKK|MXN|ZAR|BRL|TRY|PLN|HUF|CZK|CNH|CNY|INR|KRW|SGD|HKD|ILS)"
_CODE = re.compile(rf"{_CURRENCY}(?:\W|$)")
PAIR = re.compile(rf"{_CURRENCY}/?{_CURRENCY}")
_SHAPES = {
    "class:fx": re.compile(rf"{PAIR.pattern}(?:=X)?"),
    "class:crypto": re.compile(r"[A-Z]{3,5}[-/]?USDT|[A-Z]{3,5}[-/](?:USD|USDC|BTC|EUR)"),
    "class:future": re.compile(r"[A-Z0-9]{1,3}=F"),
}
_EACH = {kind: re.compile(rf"\b(?:{words})(?!\w)") for kind, words in _WORDS.items()}
KINDS = re.compile(
    rf"\b(?:{'|'.join(words for kind, words in _WORDS.items() if kind not in ('region:us', 'region:uk'))})(?!\w)"
)
_NAMED_INDEX = re.compile(
    rf"\b(?!(?:{_CURRENCY}|Page|Section|Article|Chapter|Table|Figure|Version|Day|Week|Top|Q[1-4]|Of|In|From|Among|All|With|At|On|Its|Some|About|Over|Only|Just|Any|Each|Every|For|By|Up|After|Before|Some|Roughly|Around|Than|To|Not|No|And|Or|But|Most|These|Those|Within|Across|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|One|Two|Three|Four|Five|This|That|Which|Whatever|Another|Your|Our|Whole|Single|Stock|Stocks|Equity|Bond) )(?:[A-Z][\w&.]*[ -]){{1,4}}(?:(?:(?:all-)?share|stock|equity|bond|price|total|return|futures?)[ -]){{0,2}}(?:[Ii]ndex|Composite|(?!(?:19|20)\d\d\b)\d{{2,4}})\b(?![.,]\d|%| (?:bps|basis|days?|trading|shares|times|%|per ?cent))"
)
_MONTHS = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_MEMBERS_OF = re.compile(
    r"\b(?:stocks|shares|equities|names|companies|constituents?|members?|components|securities)(?: \w+){0,3}? "
    r"(?:of|in|from|within|on) (?:the )?(?:\w+ )?$"
)
_LOOSELY = {
    "class:share": re.compile(r"\b(?:shares?|stocks?|equit(?:y|ies)|compan(?:y|ies)|firms)\b"),
    "class:fund": re.compile(r"\b(?:funds?|etfs?)\b"),
    "class:bond": re.compile(r"\b(?:bonds?|treasur\w+|debt|bills|notes|fixed income)\b"),
    "class:commodity": re.compile(
        r"\b(?:commodit\w+|gold|silver|oil|metals?|gas|wheat|corn|copper|crops|grains|livestock|softs|energy)\b"
    ),
    "class:crypto": re.compile(r"\b(?:crypto\w*|coins?|tokens?|bitcoin|ether)\b"),
    "class:future": re.compile(
        r"\bfutures?\b(?! (?:date|time|use|research|return))|\bcontracts?\b(?! (?:size|law|of employment))|\bbackwardation\b|\bcontango\b|\bfront[- ]month\b"
    ),
    "class:fx": re.compile(r"\b(?:currenc\w+|exchange rates?|fx|forex)\b"),
    "class:option": re.compile(rf"\b(?:options|calls and puts|straddles?|{_SWAPS})\b"),
    "class:deal": re.compile(r"\b(?:deals?|mergers?|takeovers?|acquisitions?)\b"),
}
_MENTIONED = {kind: _LOOSELY[kind] for kind in ("class:bond", "class:commodity", "class:future", "class:fund")} | {
    "good:bond fund": re.compile(r"\b(?:bonds?|treasur\w+|fixed[- ]income|debt|bills)\b"),
    "good:rate": re.compile(r"\b(?:bonds?|treasur\w+|gilts?|bunds?|(?:interest )?rates?)\b"),
    "class:option": re.compile(
        rf"\b(?:options?|calls|puts|put-?writ\w+|straddles?|strangles?|condors?|butterfl(?:y|ies)|collars?|{_SWAPS}|swaptions?|warrants?|derivatives|implied vol\w*)\b"
    ),
}
_IMPLIES = {
    "index:sp500": ("region:us", "class:share", "size:large"), "index:dow": ("region:us", "class:share", "size:large"),
    "index:nasdaq": ("region:us", "class:share"), "index:russell": ("region:us", "class:share"),
    "index:stoxx": ("region:europe", "class:share"), "index:dax": ("region:europe", "class:share"),
    "index:ftse": ("region:uk", "class:share"), "index:nikkei": ("region:japan", "class:share"),
    "size:small": ("class:share",), "size:mid": ("class:share",), "size:large": ("class:share",),
    "class:stock": ("class:share",), "region:germany": ("region:europe",), "region:france": ("region:europe",),
    **dict.fromkeys(
        ("good:gold", "good:silver", "good:oil", "good:gas", "good:cattle", "good:agri", "good:energy"), ("class:commodity",)
    ),
    "good:grain": ("class:commodity", "good:agri"), "good:soft": ("class:commodity", "good:agri"),
}  # fmt: skip


_WRITTEN_ON = frozenset(["class:option", "class:future"])
_UNDERLYING = re.compile(
    r"\b(?:options?|straddles?|strangles?|futures?|swaps?|puts?|calls?|warrants?|derivatives?|contracts?|spreads?|condors?|collars?)(?: \w+)? (?:on|of|over|written on|tracking) (?:the |an? |its )?(?:\w+ )?"
)


@lru_cache(maxsize=4096)
def mentions_kind(text: str, kind: str) -> bool:
    """Whether folded words name a kind of security."""
    pattern = _MENTIONED.get(kind) or _EACH.get(kind)
    return kind.partition(":")[2] in text if pattern is None else pattern.search(text) is not None


@lru_cache(maxsize=1024)
def classes_in(text: str) -> frozenset[str]:
    """The classes of securities that a document's prose speaks of, by their plain names or, failing that, by any word of theirs."""
    plain = frozenset(kind for kind in _LOOSELY if _EACH[kind].search(text))
    return plain or frozenset(kind for kind, pattern in _LOOSELY.items() if pattern.search(text))


def named_indices(cased: str) -> Iterator[tuple[int, int, str]]:
    """Where a text in its own case names an index ("the Halden SmallCap 400"), and its kind ("index:halden smallcap 400")."""
    for match in _NAMED_INDEX.finditer(cased):
        name = fold(match[0])
        if (
            not _MONTHS.search(name)
            and "vix" not in name.split()
            and not KINDS.search(name.replace("smallcap", "").replace("midcap", ""))
        ):
            yield match.start(), match.end(), f"index:{name.removeprefix('the ')}"


def are_members(text: str, start: int) -> bool:
    """Whether an index that the words from `start` on name stands for its members ("names of the DAX", "DAX stocks")."""
    return _MEMBERS_OF.search(text, 0, start) is not None or _MEMBERS.match(text, start) is not None


def kinds_of(text: str) -> set[str]:
    """The kinds of security that folded words name, by aspect ("class:share", "region:us", "index:sp500").

    An index or a size names its members' region and class too, unless the words speak of funds on it.
    """
    if _MEMBERS.search(text):
        return kinds_of(_MEMBERS.sub(r"\1 single stocks", text))
    found = {kind for kind, pattern in _EACH.items() if pattern.search(text)}
    if "class:fund" in found:
        return {
            kind
            for kind in found
            if kind in ("class:fund", "good:country", "good:bond fund") or kind.startswith("region")
        }
    if found == {"class:share"}:
        return found
    if found & _WRITTEN_ON and _UNDERLYING.search(text):
        return found  # "straddles on the S&P 500" are no shares
    implied = {implied for kind in found for implied in _IMPLIES.get(kind, ())}
    if found & _WRITTEN_ON and any(kind.startswith("index") for kind in found):
        implied -= {"class:share", "class:stock"}  # nor is "the Nasdaq-100 future"
    return found | implied


def is_currency(ticker: str) -> bool:
    """Whether a symbol is a currency or a pair of them."""
    return PAIR.fullmatch(ticker) is not None or _CODE.match(ticker) is not None


_CITIES = {
    "toronto": "canada", "tokyo": "japan", "osaka": "japan", "frankfurt": "germany", "oslo": "norway", "stockholm": "sweden", "helsinki": "finland",
    "copenhagen": "denmark", "paris": "france", "milan": "italy", "madrid": "spain", "zurich": "switzerland", "amsterdam": "netherlands",
    "london": "uk", "new york": "us", "nyse": "us", "hong kong": "hong kong", "shanghai": "china", "sydney": "australia", "mumbai": "india",
    "singapore": "singapore", "vienna": "austria", "warsaw": "poland", "lisbon": "portugal", "dublin": "ireland", "seoul": "korea",
}  # fmt: skip
_LISTED = re.compile(
    rf"\b(?:listed|quoted|traded|exchanges?|market) (?:in|on|at|of) (?:the )?({'|'.join(_CITIES)})\b|\b({'|'.join(_CITIES)}) (?:stock )?exchange\b"
    rf"|^[^.;:,]{{0,12}} in ({'|'.join(_CITIES)})\b"
)


def venues_in(text: str) -> set[str]:
    """Where folded words say that securities are listed ("venue:japan")."""
    found = _LISTED.search(text)
    return {f"venue:{_CITIES[found[1] or found[2] or found[3]]}"} if found else set()


_COIN_IN_MONEY = re.compile(
    r"(?:BTC|XBT|ETH|SOL|XRP|ADA|DOGE|LTC|DOT|AVAX|BNB|LINK|BCH|UNI|ATOM|TRX|XLM|NEAR|TON)(?P<money>[-/]?(?:USD[TC]?|EUR|PERP|SPOT))?"
)
_LARGEST_COINS = frozenset(("BTC", "XBT", "ETH"))


_CONTRACTS = {
    symbol: words
    for words, symbols in {
        "equity index": "ES MES NQ MNQ YM MYM RTY M2K", "treasury": "ZT ZF ZN ZB UB", "crude oil": "CL BZ BRN", "natural gas": "NG", "gold": "GC MGC",
        "silver": "SI", "copper": "HG", "corn": "ZC", "wheat": "ZW", "soybeans": "ZS",
    }.items()
    for symbol in symbols.split()
}  # fmt: skip


def ticker_kinds(tickers: Iterable[str]) -> set[str]:
    """The kinds that a list of well-known funds' tickers or of currency pairs stands for; empty where one of them is none."""
    names = set(tickers)
    for kind, pattern in _SHAPES.items():
        if names and all(pattern.fullmatch(name) for name in names):
            return {kind}
    coins = [_COIN_IN_MONEY.fullmatch(name) for name in names]
    if names and all(coin and (coin["money"] or names & _LARGEST_COINS) for coin in coins):
        return {"class:crypto"}
    if names and all(is_currency(name) for name in names):
        return {"class:fx"}
    if names and names <= _CONTRACTS.keys():
        return kinds_of(" and ".join(sorted({f"{_CONTRACTS[name]} futures" for name in names})))
    if not names <= _FUNDS:
        return set()
    bonds = {"holds:bond"} if names & _BOND_FUNDS else set()
    return {"class:fund"} | bonds | (set() if names & _SMALL_FUNDS else {"size:large", "size:mid"})
