"""What may be held."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.passages import fold
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.amounts import NUMBER, number
from validators.methodology.topics.markets import KINDS, PAIR, kinds_of, mentions_kind, ticker_kinds
from validators.reasons import Reason

key = "universe"
cues = (
    "-only", "universe", "position", "deal", "about ", "eligible", "list", "considered", "trad", "hold", "buy", "invest", "rotat", "rotating", "switch", "choos", "chose", "pick",
    "select", "alloc", "rank", "scor", "restrict", "limited", "confin", "covers", "basket", "asset", "etf",
    "instrument", "ticker", "symbol", "securit", "constituent", "member", "stock", "names", "futures", "crypto",
    "bitcoin", "currenc", "candidate", "menu", "pool", "equit", "operates", "applies", "consider", "screens",
    "works on", "deals in", "runs on", "draws", "drawn", "cycles", "moves", "sticks", "focus", "concentrat",
    "goes into", "exposure", "spans", "stays",
)  # fmt: skip
also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Universe:
    """`tickers` named, `whole` where they are said to be all; `count` of members; `kinds`: what they are, by aspect.

    `alone`: one security at a time, whichever it is.
    """

    tickers: frozenset[str] = frozenset()
    whole: bool = False
    count: int | None = None
    kinds: frozenset[str] = field(default_factory=frozenset)
    alone: bool = False


_TICKER = rf"{PAIR.pattern}|\$?[A-Z][A-Z0-9]{{0,4}}(?:[.-][A-Z]{{1,4}})?(?:=[FX])?|\d[A-Z0-9]{{2,5}}\.[A-Z]{{1,2}}"
_LIST = re.compile(
    rf"(?<![\w.$-])(?:{_TICKER})(?![\w]|[-.]\w)(?:(?:,? and |,? or |, ?| ?/ ?| ?& ?| ?\+ ?| then | to "
    rf"|, then )(?:the )?(?:{_TICKER})(?![\w]|[-.]\w))*"
)
_NOT_TICKERS = frozenset((
    "ETF", "ETFS", "US", "USA", "UK", "EU", "CAGR", "SMA", "EMA", "MA", "ML", "AI", "OOS", "USD", "EUR", "GBP", "JPY",
    "VWAP", "TWAP", "MOC", "MOO", "NYSE", "NASDAQ", "SEC", "PNL", "I", "A", "Q", "GBM", "LSTM", "OLS", "SVM", "AND",
    "OR", "ONLY", "NOT", "IS", "THE", "ROC", "CPI", "GDP", "FX", "CTA", "REIT", "REITS", "EM", "DM", "ADV", "ATR",
    "RSI", "MACD", "S", "P", "YES", "NO", "OK", "N", "NA", "OHLC", "OHLCV", "CSV", "JSON", "API", "PO", "MSCI",
    "FTSE", "CRSP", "ICE", "CME", "EOD", "YTD", "KPI", "LLM", "IT", "ITS", "IN", "ON", "AT", "BY", "TO", "OF", "AS",
    "AN", "IF", "FOR", "ALL", "ANY", "NONE", "BUT", "ETN", "OTC", "SP", "DJIA", "NAV", "AUM", "HMM", "IV", "PE",
    "EPS", "GICS", "TS", "X", "ASX", "LSE", "PM", "AM", "UTC", "EST", "ET", "Q1", "Q2", "Q3", "Q4", "H1", "H2", "X1",
    "X2", "V1", "V2", "V3", "T1", "TR", "DD", "VOL", "MDD", "IR", "BPS",
))  # fmt: skip
_NOUN = (
    r"(?:(?:investable |trading |tradable |tradeable |investment |asset |security |eligible |opportunity "
    r"|candidate |investible )?(?:universe|menu|pool|basket)|(?:asset|investable|opportunity|candidate|eligible"
    r"|tradable|investment) (?:sets?|lists?|assets|securities|instruments|funds|etfs|names|markets)"
    r"|instruments|candidates(?: for (?:the |its )?(?:portfolio|book|selection|trade))?|(?:list|set|pool|menu|range) of (?:eligible |possible "
    r"|tradable |permitted |allowed |candidate )*(?:funds|assets|etfs|names|stocks|tickers|instruments|markets|securities|symbols)|tickers|symbols|constituents|members|assets traded|eligible (?:assets|names|stocks)|names(?= (?:considered|traded|ranked|eligible|in the universe))"
    r"|tradable assets|assets(?= (?:are|is|it|:)| ?:)|investable)"
)
_IS = re.compile(
    rf"\b{_NOUN}(?: (?:that )?(?:it|the strategy|q+) (?:can |may |could |will )?(?:holds?|trades?|buys?|owns?"
    r"|picks?(?: from)?))?(?: (?:it|the strategy|q+|here|itself|for q+|of q+|traded|used|that it trades"
    r"|it trades"
    r"|it draws (?:on|from)|in use|size|list|of instruments|of assets|in question|considered|ranked|eligible|at each (?:decision|date|step|rebalance)|at any time|every (?:day|week|month)))* ?(?:(?:is|are|was|were"
    r"|consists? of|comprises?|comprised of|is made up of|made up of|is limited to|is restricted to"
    r"|is confined to|spans|covers|contains|includes?|holds|numbers|has|reads?|names|as|counts|encompasses|:|=|-|\(|of|only|just"
    r"|currently|fixed at|fixed to|limited to|restricted to|exactly|the|a|all|set of|list of|universe of"
    r"|basket of)(?:(?<=[:=(-])|(?<=of)|\b)[ ]?)+"
)
_DO = re.compile(
    r"\b(?P<verb>trad(?:es?|ed|ing)(?: in)?|holds?|buys?(?: and sells)?|sells?|invests?(?: in)?|invested in"
    r"|rotat(?:es?|ing)(?: between| among| amongst| across| through)?|switch(?:es|ing)?(?: between| among)?"
    r"|cho(?:oses?|osing)(?: between| among| from)?|picks?(?: (?:its|the|all) (?:positions|holdings|trades|names|winners|assets))?(?: between| among| from)?|selects?(?: between| among"
    r"| from)?|selecting(?: from| among)?|allocates?(?: to| among| across| between)?|ranks?|scores|(?:is "
    r"|are )?(?:restricted|limited|confined) to|operates? (?:on|in|over)|works? (?:on|with)|deals? in|appl(?:ies"
    r"|ied) to|considers?|screens?"
    r"|runs? (?:on|over|across)|covers|draws? from|drawn from|cycles through|moves between|moves among|sticks to"
    r"|(?:is|are|was) about|focus(?:es|ed)? on|concentrates on|goes into|selection from|long in|positions? (?:(?:is|are|was|were|can be|may be) (?:only )?(?:taken|opened|held|entered) )?in|exposure to|trades across"
    r"|spans|stays in)"
    r"(?: (?P<only>only|just|exclusively|solely|nothing but|purely|nothing other than"
    r"|no more than)(?: in)?)?(?: (?:the|a|an|its|these|following|of|(?:a )?single \w+|one asset|whichever of"
    r"|the stronger of|the better of|the best of|the winner of|the strongest of|either|stronger of|better of"
    r"|best of|strongest of|both|assets|tickers|etfs|funds|instruments|symbols|universe|pair|set|basket|such as"
    r"|such|,|:|shares of|positions in|long positions in)|,)*[:, ]+"
)
_ONLY_AFTER = re.compile(
    r"^ (?:only(?! (?:when|if|on|after|while|once|at|as|in|for|during|to|because|until|where))|alone|exclusively"
    r"|and nothing else|and no other\w*|and nothing more|, nothing else)\b"
)
_ONLY_BEFORE = re.compile(r"\b(?:only|just|solely|exclusively)(?: ever)? $")
_THING = (
    r"(?:assets?|etfs?|instruments?|tickers?|funds?|securities|markets?|names?|symbols?|stocks?|constituents?"
    r"|members?|(?:small|mid|large|micro|mega)[- ]caps|contracts?|currency pairs|pairs|coins|tokens|indices|indexes|equities|companies|shares|futures"
    r"|currencies)"
)
_COUNT = re.compile(rf"\b(?P<n>{NUMBER})[- ](?!(?:{NUMBER})\b)(?:\w+[- ]){{0,3}}?{_THING}\b(?! (?:funds?|etfs?|index))")
_COUNT_CONTEXT = re.compile(
    rf"(?:\b{_NOUN}[^.;]{{0,30}}|\b(?:trades|traded|trading|ranks|among|amongst|between|across|chooses from"
    r"|selects from|picks from|choosing from|selected from|positions in|taken in|opened in|limited to|restricted to|confined to|its positions from|covers|spans|drawn from|universe of|consists of"
    r"|comprises|from)(?: (?:only|just|a|the|an|its|these|universe|basket|set|pool|of|some|about|roughly|over"
    r"|more than|all))* ?)$"
)
_MAKE_UP = (
    r" (?:\w+ )?(?:make|makes|form|forms|constitute|constitutes|comprise|comprises) (?:up )?(?:the|its|the whole"
    r"|the entire) (?:\w+ )?universe"
)
_HELD_AFTER = re.compile(
    rf"{_MAKE_UP}|,? (?:is|are)(?: not)? (?:its|the strategy's|the) (?:whole |entire |only |full )?(?:universe|candidates|holdings|assets"
    rf"|instruments)\b|,? (?:is|are) (?:all )?what (?:it|the strategy|q+) (?:\w+ )?(?:chooses|choose|picks|trades|holds|buys|selects|ranks|may|can)"
    rf"|,? (?:is|are) (?:all |both |each )?(?:the (?:only |sole )?\w+ )?(?:traded|eligible|tradable"
    r"|in the universe|the universe)\b|,? as (?:its |the )?(?:candidates|universe|assets|instruments)\b"
)
_VIA = re.compile(
    r"\b(?:holds?|invests?|exposure|stocks|bonds|equities)\b[^.;]*\b(?:via|through) (?:the )?$"
    r"|\b(?:cash|money|proceeds|rest|remainder)(?: \w+)? in (?:the )?$"
)
_COUNT_AFTER = re.compile(rf"^(?:{_MAKE_UP}|[ -](?:universe|menu|basket|pool)|[^.;,]{{0,20}} in (?:the|its) universe)")
_SELECTS = re.compile(rf"\b(?:pick\w*|select\w*|choos\w*|rank\w*|scor\w+|{_NOUN})\b[^.;]{{0,40}}$")
_MORE = re.compile(r"\b(?:bonds?|funds?|etfs?|commodit\w+|treasur\w+|gold|cash|debt|fixed income)\b")
_STOCKS_OF = re.compile(r"\b(?:stocks|shares|equities|names|companies|constituents|members) (?:of|in|from) (?:the )?$")
_AND_MORE = re.compile(rf",? (?:and|plus|or) (?:an?|{NUMBER}|the)\b")
_OF_A_FUND = re.compile(r"\b[A-Z]{2,5} (?:covers|holds|tracks|contains|owns|spans) (?:\w+ )?$")
_AT_A_TIME = re.compile(r"[ \w]{0,12} at (?:a|one|any) (?:time|moment)\b")
_BREAK = re.compile(r"[;.]|\b(?:when|if|because|whenever|while|as|since|unless|where|after|once|than|for)\b")
_PART = re.compile(
    r"\b(?:top|best|strongest|highest|bottom|worst|at most|up to|one of|maximum of|no more than|weakest|first"
    r"|held|holds|hold|last|at a time|leading|winning)(?: \w+)? $"
)


_ONE = re.compile(
    r"\b(?:any|a|one|the|single)(?: (?:any|one|single|chosen|given|liquid|listed|selected|user-chosen|us|requested))*"
    r" (?:ticker|asset|instrument|stock|etf|symbol|security|fund|market|underlying|index|equity)\b(?! (?:list"
    r"|class|universe|pool|funds?|etfs?))"
)
_SEVERAL = re.compile(
    r"\b(?:constituents|members|tickers|assets|instruments|stocks|etfs|symbols|securities|funds|markets|pairs"
    r"|futures)\b"
)


def read(fact: FactValue) -> Universe | None:
    """A document's universe; None where neither tickers, nor a count, nor a kind of security can be read."""
    text = ", ".join(fact) if not isinstance(fact, str) else fact
    folded = fold(text).strip()
    if says_nothing(folded) or says_none(folded):
        return None
    if _ONE.search(folded) and not _SEVERAL.search(folded):
        return Universe(count=1, alone=True)
    if re.search(r"\bany\b", folded):
        return None
    tickers = frozenset(name for match in _LIST.finditer(text) for name in _names(match[0]))
    prose = re.sub(r"[A-Z][A-Z0-9.=-]*\b", " ", text) if isinstance(fact, str) else ""
    listed = (
        bool(tickers)
        and not re.search(r"\b(?:e\.g|such as|including|like)\b", folded)
        and len(re.findall(r"[a-z]{3,}", prose)) <= 6
    )
    counted = _COUNT.search(folded)
    count = number(counted["n"]) if counted else None
    if tickers and listed and count is None:
        count = len(tickers)
    kinds = kinds_of(folded) | (ticker_kinds(tickers) if tickers else set())
    if not isinstance(fact, str) and len(tickers) != len(fact):
        listed = False
    if not tickers and not kinds and count is None:
        return None
    return Universe(
        tickers=tickers,
        whole=listed,
        count=int(count) if count is not None and listed | (not tickers) else None,
        kinds=frozenset(kinds),
    )


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every set of tickers, count of members or kind of security that a passage says is traded."""
    nouns = [(match.end(), not re.search(r"includes?|contains", match[0])) for match in _IS.finditer(text)]
    verbs = [
        (
            match.end(),
            match["only"] is not None
            or _ONLY_BEFORE.search(text, 0, match.start()) is not None
            or "single" in match[0]
            or "restricted" in match[0]
            or "limited" in match[0]
            or "confined" in match[0],
        )
        for match in _DO.finditer(text)
    ]
    for end, whole in (*nouns, *verbs):
        listed = _LIST.match(cased, end) or _example(cased, end)
        if listed:
            names = frozenset(_names(listed[0]))
            if names:
                whole = whole or _ONLY_AFTER.match(text[listed.end() :]) is not None
                yield Stated(start=end, end=listed.end(), value=Universe(tickers=names, whole=whole))
    for match in re.finditer(rf"\b(?:{_NOUN})\b[^.;:]{{0,30}}: ?", text):
        listed = _LIST.match(cased, match.end())
        names = frozenset(_names(listed[0])) if listed else frozenset()
        if listed and names:
            yield Stated(start=match.end(), end=listed.end(), value=Universe(tickers=names, whole=True))
    for match in re.finditer(rf"({_TICKER})-only\b", cased):
        if names := frozenset(_names(match[1])):
            yield Stated(start=match.start(), end=match.end(), value=Universe(tickers=names, whole=True))
    for match in re.finditer(r"\b(?:only|just|solely|exclusively) ", text):
        listed = _LIST.match(cased, match.end())
        names = frozenset(_names(listed[0])) if listed else frozenset()
        if listed and names and re.search(r"\b(?:universe|trades?|traded|invest\w*|held|holds)\b", text):
            yield Stated(start=match.end(), end=listed.end(), value=Universe(tickers=names, whole=True))
    for match in _LIST.finditer(cased):
        names = frozenset(_names(match[0]))
        after = _HELD_AFTER.match(text, match.end())
        if names and (after or _VIA.search(text, 0, match.start())):
            only = after is not None and re.search(r"\b(?:only|just)\b", text[max(match.start() - 40, 0) : after.end()])
            yield Stated(start=match.start(), end=match.end(), value=Universe(tickers=names, whole=bool(only)))
    for match in _COUNT.finditer(text):
        before = text[max(match.start() - 60, 0) : match.start()]
        if _OF_A_FUND.search(cased, 0, match.start()) or _AND_MORE.match(text, match.end()):
            continue
        if (
            _PART.search(before)
            or _AT_A_TIME.match(text, match.end())
            or not (_COUNT_CONTEXT.search(before) or _COUNT_AFTER.match(text[match.end() :]))
        ):
            continue
        value = number(match["n"])
        if value is not None and not re.search(r"\b(?:19|20)\d\d$", match["n"]):
            yield Stated(
                start=match.start(),
                end=match.end(),
                value=Universe(count=int(value), kinds=frozenset(kinds_of(match[0]))),
            )
    for match in KINDS.finditer(text):
        stop = (re.compile(r" ?\w+").match(text, match.end()) or match).end()
        near = [
            end
            for end, _ in (*nouns, *verbs)
            if 0 <= match.start() - end < 70 and not _BREAK.search(text, end, match.start())
        ]
        after = re.match(
            r"[\w -]{0,24}\b(?:universe|basket|pool|strategy universe)\b|[ -](?:\w+ )?(?:strategy|portfolio"
            r"|rule)\b|[\w ,-]{0,30}\b(?:are|is) (?:traded|held"
            r"|bought|ranked|eligible|the only)",
            text[match.end() :],
        )
        if near or after:
            kinds = kinds_of(text[match.start() : stop])
            picked = _SELECTS.search(text, 0, match.start()) or _STOCKS_OF.search(text, 0, match.start())
            if any(kind.startswith("index") for kind in kinds) and picked:
                kinds.add("class:stock")
            whole = any(all_ and end in near for end, all_ in nouns) and not _MORE.search(text)
            yield Stated(start=match.start(), end=match.end(), value=Universe(kinds=frozenset(kinds), whole=whole))


def conflict(stated: Universe, *, asserted: bool, fact: Universe, document: MethodologyDocument) -> Reason | None:
    """A ticker, a count or a kind of security that the document's universe does not have."""
    if not asserted:
        same = (
            bool(stated.tickers)
            and fact.whole
            and (stated.tickers == fact.tickers if stated.whole else stated.tickers <= fact.tickers)
        )
        same = same or (
            bool(stated.kinds) and not stated.tickers and stated.kinds == fact.kinds and fact.kinds != _FUND
        )
        return Reason.CONTRADICTS_DOCUMENT if same else None
    if fact.alone:
        several = (stated.count or 1) > 1 or (stated.whole and len(stated.tickers) > 1)
        members = "class:stock" in stated.kinds and any(kind.startswith("index") for kind in stated.kinds)
        return Reason.CONTRADICTS_DOCUMENT if several or members else None
    breaks = False
    if stated.tickers and fact.whole:
        breaks = not stated.tickers <= fact.tickers or (stated.whole and stated.tickers != fact.tickers)
    if stated.whole and stated.tickers and not fact.tickers:
        unlike = fact.count is not None and fact.count != len(stated.tickers)
        breaks = unlike or (bool(fact.kinds & _MANY) and not _are_mentioned(stated.tickers, document))
    if fact.whole and stated.kinds & _SPECIAL and not fact.kinds:
        text = fold(f"{document.title} {document.body}")
        breaks = breaks or not any(mentions_kind(text, kind) for kind in stated.kinds & _SPECIAL)
    if stated.count is not None and fact.count is not None:
        breaks = breaks or stated.count != fact.count
    for aspect in ("class", "region", "size", "index"):
        ours, theirs = _aspect(stated.kinds, aspect), _aspect(fact.kinds, aspect)
        if theirs == _FUND and ours <= _IN_FUNDS:
            breaks = breaks or (stated.whole and ours == _SHARES and "holds:bond" in fact.kinds)
            continue
        if theirs == _DEALS and ours <= {"class:share", "class:stock"}:
            breaks = breaks or any(kind.startswith(("size", "index")) for kind in stated.kinds)
            continue
        breaks = breaks or bool(ours and theirs and not ours & theirs)
    return Reason.CONTRADICTS_DOCUMENT if breaks else None


_FUND = frozenset(["class:fund"])
_SHARES = frozenset(["class:share"])
_DEALS = frozenset(["class:deal"])
_MANY = frozenset(
    ["size:small", "size:mid", "size:large", "index:sp500", "index:russell", "index:nasdaq", "class:deal"]
)
_SPECIAL = frozenset(["class:future", "class:crypto", "class:fx", "class:option", "class:deal"])
_IN_FUNDS = frozenset(["class:share", "class:bond", "class:commodity"])  # what funds hold


def _example(cased: str, end: int) -> re.Match[str] | None:
    """A list of tickers after the words that it exemplifies: "restricted to technology stocks such as AAPL and MSFT"."""
    gap = re.compile(r"[\w ,&-]{0,50}?\b(?:such as|like|including|namely|particularly|e\.g\.)[ ,:]+").match(cased, end)
    return _LIST.match(cased, gap.end()) if gap else None


def _are_mentioned(tickers: frozenset[str], document: MethodologyDocument) -> bool:
    """Whether a document names any of the tickers."""
    text = f"{document.body} {document.fact_text(key)}"
    return any(re.search(rf"(?<!\w){re.escape(ticker)}(?!\w)", text) for ticker in tickers)


def _aspect(kinds: frozenset[str], aspect: str) -> frozenset[str]:
    return frozenset(kind for kind in kinds if kind.startswith(aspect))


def _names(text: str) -> Iterator[str]:
    for name in re.findall(_TICKER, text):
        ticker = name.lstrip("$")
        if ticker not in _NOT_TICKERS and not re.fullmatch(r"\d+", ticker):
            yield ticker
