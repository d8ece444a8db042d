"""Kinds of securities: words for them, and well-known exchange-traded funds."""

import re
from collections.abc import Iterable

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
_WORDS = {
    "class:stock": (
        r"stock pick\w*|(?:individual|single)[ -](?:\w+[ -]){0,2}(?:stocks?|names?|equit(?:y|ies)|shares?|compan(?:y"
        r"|ies)|securities)|stock[- ]picking|single-name \w+|penny stocks|individual company shares"
    ),
    "class:crypto": r"crypto\w*|bitcoin|ethereum|altcoins?|(?:digital )?coins|digital assets|tokens",
    "class:fx": r"(?:g10 )?currency pairs|currencies|forex|fx pairs?|fx|exchange rates",
    "class:future": r"(?:commodity |equity |index |bond |stock-index )?futures(?: contracts?)?",
    "class:option": r"options|option contracts|calls and puts|derivatives|swaps",
    "class:deal": r"(?:announced |pending |cash |merger |takeover |acquisition |m&a )+(?:deals?|targets?|mergers?|takeovers?|acquisitions?)",
    "class:commodity": r"commodit(?:y|ies)|physical metals",
    "class:bond": r"(?:corporate |government |high-yield |junk |municipal |individual )bonds(?! etf)",
    "class:fund": r"(?:exchange-traded funds|etfs|index funds|mutual funds|\betf)",
    "class:share": r"(?:listed |liquid |common |public |u\.?s\.? |us )?(?:stocks|equities|shares)",
    "size:small": r"small[- ]?caps?|micro[- ]?caps?|penny stocks|smaller companies",
    "size:mid": r"mid[- ]?caps?",
    "size:large": r"(?:large|mega)[- ]?caps?|blue[- ]chips?",
    "region:us": r"\b(?:us|u\.s\.|united states|american|domestic us)\b",
    "region:europe": r"europe(?:an)?\b|euro[- ]?zone|euro area|eu[- ]listed",
    "region:uk": r"\b(?:uk|british|london-listed)\b",
    "region:japan": r"japan(?:ese)?\b",
    "region:china": r"chin(?:a|ese)\b|a-shares",
    "region:india": r"indian?\b",
    "region:emerging": r"emerging[- ]markets?\b",
    "index:sp500": r"s ?& ?p[ -]?500|s and p 500|sp500|spx",
    "index:nasdaq": r"nasdaq(?:[- ]100)?",
    "index:russell": r"russell[ -]?(?:1000|2000|3000)",
    "index:dow": r"dow(?: jones)?(?: 30| industrial\w*)?",
    "index:stoxx": r"(?:euro )?stoxx(?:[ -]?(?:50|600))?",
    "index:ftse": r"ftse(?:[ -]?(?:100|250))?",
    "index:nikkei": r"nikkei(?:[ -]225)?|topix",
    "index:msci": r"msci(?: \w+)?",
    "index:dax": r"\bdax\b",
}  # fmt: skip
_MEMBERS = re.compile(
    r"\b((?:s ?& ?p[ -]?500|sp500|nasdaq(?:[- ]100)?|russell[ -]?\d+|index|ftse(?:[ -]\d+)?|stoxx(?:[ -]\d+)?"
    r"|dow)(?:'s)?) (?:constituents?|members?|components?|names|stocks|companies)"
)
_CURRENCY = "(?:USD|EUR|GBP|JPY|CHF|AUD|NZD|CAD|NOK|SEK|DKK|MXN|ZAR|BRL|TRY|PLN|HUF|CZK|CNH|CNY|INR|KRW|SGD|HKD|ILS)"
PAIR = re.compile(rf"{_CURRENCY}/?{_CURRENCY}")
_EACH = {kind: re.compile(rf"\b(?:{words})") for kind, words in _WORDS.items()}
KINDS = re.compile(
    "|".join(rf"\b(?:{words})" for kind, words in _WORDS.items() if kind not in ("region:us", "region:uk"))
)
_IMPLIES = {
    "index:sp500": ("region:us", "class:share", "size:large"), "index:dow": ("region:us", "class:share", "size:large"),
    "index:nasdaq": ("region:us", "class:share"), "index:russell": ("region:us", "class:share"),
    "index:stoxx": ("region:europe", "class:share"), "index:dax": ("region:europe", "class:share"),
    "index:ftse": ("region:uk", "class:share"), "index:nikkei": ("region:japan", "class:share"),
    "size:small": ("class:share",), "size:mid": ("class:share",), "size:large": ("class:share",),
    "class:stock": ("class:share",),
}  # fmt: skip


def mentions_kind(text: str, kind: str) -> bool:
    """Whether folded words name a kind of security."""
    return _EACH[kind].search(text) is not None


def kinds_of(text: str) -> set[str]:
    """The kinds of security that folded words name, by aspect ("class:share", "region:us", "index:sp500").

    An index or a size names its members' region and class too, unless the words speak of funds on it.
    """
    if _MEMBERS.search(text):
        return kinds_of(_MEMBERS.sub(r"\1 single stocks", text))
    found = {kind for kind, pattern in _EACH.items() if pattern.search(text)}
    if "class:fund" in found:
        return {kind for kind in found if kind == "class:fund" or kind.startswith("region")}
    if found == {"class:share"}:
        return found
    return found | {implied for kind in found for implied in _IMPLIES.get(kind, ())}


def ticker_kinds(tickers: Iterable[str]) -> set[str]:
    """The kinds that a list of well-known funds' tickers or of currency pairs stands for; empty where one of them is none."""
    names = set(tickers)
    if names and all(PAIR.fullmatch(name) for name in names):
        return {"class:fx"}
    if not names <= _FUNDS:
        return set()
    bonds = {"holds:bond"} if names & _BOND_FUNDS else set()
    return {"class:fund"} | bonds | (set() if names & _SMALL_FUNDS else {"size:large", "size:mid"})
