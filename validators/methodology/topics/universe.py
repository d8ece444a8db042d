"""What may be held."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.passages import fold
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.fact_text import fact_text
from validators.methodology.topics.holdings.held_things import are_denied, are_others, held_things
from validators.methodology.topics.holdings.markets import are_members, kinds_of, named_indices, ticker_kinds, venues_in
from validators.methodology.topics.holdings.member_counts import (
    COUNT,
    are_added,
    counted_by_order,
    counts_traded,
    is_of_a_name,
    several,
    shares_of,
    size_of,
)
from validators.methodology.topics.holdings.named_companies import are_unknown, companies_dealt_in
from validators.methodology.topics.holdings.open_universes import choices_of_user, unbounded
from validators.methodology.topics.holdings.quoted_in import quoted_in, quotes_of
from validators.methodology.topics.holdings.size_floors import are_other_floors, size_floors
from validators.methodology.topics.holdings.ticker_lists import lists_traded
from validators.methodology.topics.holdings.tickers import bare, lists
from validators.methodology.topics.holdings.traded_kinds import indices_traded, kinds_traded
from validators.methodology.topics.holdings.traded_things import counted_by_name, named_in
from validators.methodology.topics.holdings.universe_differences import differs, is_denied
from validators.methodology.topics.holdings.universe_members import FUND_ALONE, KEY, SPECIAL, Universe, of_aspect
from validators.methodology.topics.holdings.universe_prose import LEAVING_OUT, without_tickers
from validators.reasons import Reason

key = KEY
cues = (
    "they are ", "exclud", "one of ", "sleeve", "bucket", " part ", " portion", "in it", "complete", " added", "filter", "remov", "drop", "measured", "quoted", "priced", "denominat", "against", "contribut",
    "compare", "time", "choice", "put in", "fund", "asset", "user", "you ", "ticker", "any ", "pair", "includ", "contain", "compris", " but ", " pair", "strategy for", "system for", "model for", "strategy on", "-only", "refer", "relat", "pertain", "concern", "record", "world", "domain", "territory", "turf", "pond", "eyes only", "hands", "question", "business", "figures are", "numbers are", "results are", "follow", "part of", "place in", "stay", "avoid", "leave", "leaving", "clear of", "away from", "money", "shun", "steer", "universe", "position", "deal", "about ", "eligible", "list", "consider", "trad", "hold", " held", "buy", "bought", "sell",
    " sold", " own", "invest", "rotat", "switch", "choos", "chose", "pick", "select", "alloc", "rank", "scor", "restrict",
    "limit", "confin", "cover", "basket", "instrument", "symbol", "securit", "constituent", "member",
    "candidate", "menu", "pool", "operat", "applied to", "applies to", "applicable to", "screen", " work", "run on", "runs on",
    "ran on", "run over", "runs over", "run across", "running on", "tested", "test on", "tests on", "evaluated on",
    "built", "developed", "designed", "draw", "cycl", "moves", "moving", "stick", "focus", "concentrat", "goes into",
    "flow", " long", " short", "expos", "span", "spread", "stays in", "touch", "composed", "diversif", "made up", "bets", "betting",
    "speculat", "acts on", "deployed", "implemented", "play", "underlying", "hunting", "opportunity", "line-up", "lineup",
    "roster", "watch", "whitelist", "names", "markets", "funds", "etf", "stock", "scope", "vehicle", "admi", "allowed", "permitted",
    "belong", "lives in", "do with", "legs", "sits in", "at any time", " bot", "qualif", "apply the", "capital", "candidat", "arena", "playground", " book", "running", "crypto", "bitcoin", "currenc", "futures", "equit", "coins", "bonds", "commodit", "options",
    "shares", "forex", "order", "placed", "fish", "sector", "countr", "puts ", "calls", "off limits", "off-limits", "nothing else", "gold", "treasur", "metals", "between ", "feeds on", "index", ", ", "budget", "left out", "group", "aisle", "shelf", "corner", "billion", "agricult", "natural gas", "solana", "litecoin", "cardano", "altcoin", "stablecoin", "brent", "gilt", "bund", "lira", "peso", "platinum", "palladium", "wheat", "corn ", "insurer", "banks", "reit", "-year note", "-year bond", "emerging", "account for", "suppl", "market", "exchange-traded", "small-cap", "large-cap", "small cap", "large cap",
)  # fmt: skip
also: tuple[str, ...] = ()
_ONE = re.compile(
    r"\b(?:any|a|one|the|single)(?: (?:any|one|single|chosen|given|liquid|listed|selected|user-chosen|us|requested))*"
    r" (?:ticker|asset|instrument|stock|etf|symbol|security|fund|market|underlying|index|equity)\b(?! (?:list"
    r"|class|universe|pool|funds?|etfs?))"
)
_SYMBOL = re.compile(r"(?=.*[A-Z])[$^]?[A-Z0-9][A-Z0-9.=/-]{0,9}")  # listed one by one, "SO" is a symbol too
_SEVERAL = re.compile(
    r"\b(?:constituents|members|tickers|assets|instruments|stocks|etfs|symbols|securities|funds|markets|pairs"
    r"|futures)\b"
)


def read(fact: FactValue) -> Universe | None:
    """A document's universe; None where neither tickers, nor a count, nor a kind of security can be read."""
    text = ", ".join(fact) if not isinstance(fact, str) else fact
    folded = fact_text(fact)
    if says_nothing(folded) or says_none(folded):
        return None
    certain = (
        bool(kinds_of(folded) & SPECIAL)
        or bool(of_aspect(frozenset(kinds_of(folded)), "index"))
        or any(True for _ in named_indices(text))
        or "cash" in folded.split()
    )
    if _ONE.search(folded) and not _SEVERAL.search(folded) and not certain:
        return Universe(count=1, alone=True)
    if re.search(r"\bany\b", folded) and not certain:
        return None
    symbols = not isinstance(fact, str) and all(map(_SYMBOL.fullmatch, fact))
    tickers = frozenset(fact if symbols else (name for _, _, found in lists(text) for name in found))
    prose = re.sub(r"[A-Z][A-Z0-9.=-]*\b", " ", text) if isinstance(fact, str) else ""
    listed = (
        bool(tickers)
        and not re.search(r"\b(?:e\.g|such as|including|like)\b", folded)
        and len(re.findall(r"[a-z]{3,}", prose)) <= 6
    )
    counts = [match for match in COUNT.finditer(folded) if not is_of_a_name(text, match)]
    counted = counts[0] if counts else None
    sizes = [size for match in counts if (size := size_of(match["n"])) is not None]
    count = None if not sizes else sum(sizes) if are_added(folded, counts) else sizes[0]
    if count is not None and len(tickers) < count:
        listed = False  # "eleven funds (XLB to XLY)"
    if tickers and listed and count is None:
        count = len(tickers)
    if not tickers and count is None:
        count = counted_by_name(folded) or counted_by_order(folded)
    kinds = (
        kinds_of(LEAVING_OUT.sub(" ", fact_text(without_tickers(tickers, text))))  # a fund may be called CORN
        | (shares_of(counted[0]) if counted else set())
        | (ticker_kinds(tickers) if tickers else set())
    )
    if re.search(r"\blargest\b(?! (?:small|mid|micro))", folded):
        kinds = kinds | {"size:large"}
    kinds = kinds | venues_in(folded)
    for start, _, kind in named_indices(text):
        kinds |= {kind, "class:share", "class:stock"} if are_members(folded, start) else {kind}
    if not kinds and not tickers and re.search(r"\b(?:companies|firms)\b", folded):
        kinds = {"class:share"}
    if not isinstance(fact, str) and len(tickers) != len(fact):
        listed = False
    if not tickers and not kinds and count is None:
        return Universe() if named_in(folded) else None  # places and goods are held to the document's words
    return Universe(
        tickers=tickers,
        whole=listed,
        count=int(count) if count is not None and (listed or len(tickers) < count) else None,
        kinds=frozenset(kinds),
    )


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every set of tickers, count of members or kind of security that a passage says is traded."""
    listed = list(lists_traded(text, cased))
    yield from listed
    yield from unbounded(text)
    yield from several(text)
    yield from choices_of_user(text)
    yield from companies_dealt_in(text, cased)
    yield from counts_traded(text, cased)
    yield from kinds_traded(text)
    yield from indices_traded(text, cased)
    for thing in held_things(text):  # what is said of a list is said of each in it
        of_list = next((each for each in listed if each.start <= thing.start < each.end), thing)
        yield replace(thing, end=max(thing.end, of_list.end))
    yield from quoted_in(text)
    yield from size_floors(text)


def conflict(stated: Universe, *, asserted: bool, fact: Universe, document: MethodologyDocument) -> Reason | None:
    """A ticker, a count or a kind of security that the document's universe does not have."""
    if stated.things:
        breaks = are_others(stated, document) if asserted else are_denied(stated, document)
        return Reason.CONTRADICTS_DOCUMENT if breaks else None
    if stated.floor:
        told = fold(str(document.facts[KEY]))
        return Reason.CONTRADICTS_DOCUMENT if asserted and are_other_floors(stated.floor, told) else None
    if stated.quotes:
        quotes = quotes_of(fold(str(document.facts[KEY])))
        members = {symbol.lower() for symbol in bare(fact.tickers)}
        breaks = not stated.quotes & (quotes | members) if asserted else stated.quotes <= quotes
        return Reason.CONTRADICTS_DOCUMENT if quotes and breaks else None
    if stated.open:
        closed = fact.whole or (stated.open == "kind" and bool(fact.tickers or fact.kinds))
        return Reason.CONTRADICTS_DOCUMENT if asserted and closed and not fact.alone else None
    if stated.many:
        few = fact.alone or (fact.whole and len(fact.tickers) <= 2)
        return Reason.CONTRADICTS_DOCUMENT if asserted and few else None
    if stated.choice:
        given = fact.alone or (fact.count is None and not fact.tickers and not fact.kinds)
        return Reason.CONTRADICTS_DOCUMENT if asserted != given else None
    if stated.companies:
        foreign = asserted and are_unknown(stated.companies, fact, document) and _is_closed(fact)
        return Reason.CONTRADICTS_DOCUMENT if foreign else None
    breaks = differs(stated, fact, document) if asserted else is_denied(stated, fact, document)
    return Reason.CONTRADICTS_DOCUMENT if breaks else None


def _is_closed(fact: Universe) -> bool:
    """Whether a universe is a list of a few tickers, of funds, or an index as a whole: no single company is in it."""
    return fact.whole or bool(of_aspect(fact.kinds, "index")) or of_aspect(fact.kinds, "class") == FUND_ALONE
