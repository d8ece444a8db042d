"""What may be held."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.passages import fold
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.amounts import NUMBER, number
from validators.methodology.topics.markets import (
    KINDS,
    are_members,
    classes_in,
    is_currency,
    kinds_of,
    mentions_kind,
    named_indices,
    regions_of,
    ticker_kinds,
    venue_before,
    venues_in,
    written_on,
)
from validators.methodology.topics.prose import prose
from validators.methodology.topics.tickers import lists
from validators.methodology.topics.traded import (
    is_avoided,
    is_excepted,
    is_plainly_of,
    is_said_of,
    is_traded,
    may_be_traded,
)
from validators.reasons import Reason

key = "universe"
cues = (
    "compare", "time", "choice", "put in", "fund", "asset", "user", "you ", "ticker", "any ", "pair", "includ", "contain", "compris", " but ", " pair", "strategy for", "system for", "model for", "strategy on", "-only", "refer", "relat", "pertain", "concern", "record", "world", "domain", "territory", "turf", "pond", "eyes only", "hands", "question", "business", "figures are", "numbers are", "results are", "follow", "part of", "place in", "stay", "avoid", "leave", "leaving", "clear of", "away from", "money", "shun", "steer", "universe", "position", "deal", "about ", "eligible", "list", "consider", "trad", "hold", " held", "buy", "bought", "sell",
    " sold", " own", "invest", "rotat", "switch", "choos", "chose", "pick", "select", "alloc", "rank", "scor", "restrict",
    "limit", "confin", "cover", "basket", "instrument", "symbol", "securit", "constituent", "member",
    "candidate", "menu", "pool", "operat", "applied to", "applies to", "applicable to", "screen", "works on", "works with", "run on", "runs on",
    "ran on", "run over", "runs over", "run across", "running on", "tested", "test on", "tests on", "evaluated on",
    "built", "developed", "designed", "draw", "cycl", "moves", "moving", "stick", "focus", "concentrat", "goes into",
    "flow", " long", " short", "expos", "span", "spread", "stays in", "touch", "composed", "diversif", "made up", "bets", "betting",
    "speculat", "acts on", "deployed", "implemented", "play", "underlying", "hunting", "opportunity", "line-up", "lineup",
    "roster", "watch", "whitelist", "names", "markets", "funds", "etf", "stock", "scope", "vehicle", "admi", "allowed", "permitted",
    "belong", "lives in", "do with", "legs", "sits in", "at any time", " bot", "qualif", "apply the", "capital", "candidat", "arena", "playground", " book", "running", "crypto", "bitcoin", "currenc", "futures", "equit", "coins", "bonds", "commodit", "options",
    "shares", "forex", "order", "placed", "fish", "sector", "countr", "puts ", "calls", "off limits", "off-limits", "nothing else", "gold", "treasur", "metals", "between ", "feeds on", "index", ", ", "market", "exchange-traded", "small-cap", "large-cap", "small cap", "large cap",
)  # fmt: skip
also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Universe:
    """`tickers` named, `whole` where they are said to be all; `count` of members; `kinds`: what they are, by aspect.

    `alone`: one security at a time, whichever it is; `named`: the words for the kinds; `held`: that many are held, of maybe more;
    `open`: there is no "list", or not even a "kind" that it would have to be of.
    """

    tickers: frozenset[str] = frozenset()
    whole: bool = False
    count: int | None = None
    kinds: frozenset[str] = field(default_factory=frozenset)
    alone: bool = False
    named: str = ""
    held: bool = False
    open: Literal["", "list", "kind"] = ""
    many: bool = False
    """Several at a time, however many."""
    choice: bool = False
    """Whoever uses it chooses what is traded."""
    sole: bool = False
    """Of nothing but the kinds, whatever else the passage speaks of."""
    companies: frozenset[str] = frozenset()
    """Names of companies or brands, in lower case."""


_THING = (
    r"(?:assets?|etfs?|instruments?|tickers?|funds?|securities|markets?|names?|symbols?|stocks?|constituents?"
    r"|members?|(?:small|mid|large|micro|mega)[- ]caps|contracts?|currency pairs|pairs|coins?|tokens?|indices|indexes|equities|companies|shares?|futures?"
    r"|currencies|bonds?|cryptocurrencies|commodities|products|holdings|underlyings?|crosses|firms|makers|producers|manufacturers|retailers|utilities|insurers|brewers|drillers|carmakers|airlines|telecoms|builders|exporters|importers|suppliers|giants|growers|start-?ups|sectors|countries|exchanges|payers|lenders|banks|issuers|miners|listings|large[- ]caps|trackers?)"
)
_COUNT = re.compile(
    rf"(?<![/\d.,-])\b(?P<n>(?:a )?(?:single(?!-)|pair|handful|dozen|couple)|{NUMBER})[- ](?:of )?(?!(?:{NUMBER})\b)(?:(?!of\b|each\b|for\b|per\b|numbers?\b|values?\b|figures?\b|and\b|or\b|in\b|times?\b|days?\b|months?\b|bps\b)[\w&.']+[- ]){{0,3}}?"
    rf"{_THING}\b(?! (?:funds?|etfs?|index|prices?|data))"
)
_SIZES = {"single": 1, "pair": 2, "couple": 2, "dozen": 12}
_PART = re.compile(
    r"\b(?:top|best|strongest|highest|bottom|worst|at most|up to|maximum of|no more than|weakest|first|cheapest"
    r"|held|holds?|holding|buys?|owns?|sells?|long|short|last|at a time|leading|winning|into)(?: the)?(?: \w+)? $"
    r"|\b(?:picks?|selects?|chooses?|selection of)(?: the)? $|\bpositions? (?:is|are) (?:split|divided|shared)\b[^.;]{0,20} (?:between|among)(?: the)? $"
)
_HELD = re.compile(
    r"\b(?:h[eo]ld(?:s|ing)?|buys?|buying|bought|sells?|selling|sold|owns?|owned|owning|long|short|positions?|bets?|inside|on board)\b"
)
_CHOICE = re.compile(
    r"\b(?:universe|eligible|may|can|could|allowed|only|all|choos\w*|pick\w*|among|from|out of|trad\w+|restrict\w*|limit\w*)\b"
)
_COMPANIES = re.compile(
    r"\b(?:companies|firms|banks|issuers|lenders|makers|producers|manufacturers|retailers|utilities|insurers|brewers|carmakers|airlines)$"
)
_ALL = re.compile(r"[^.;]{0,50}, (?:no|nothing) (?:other|else)\b")
_ON_A_DAY = re.compile(r"\b(?:as (?:of|at)|currently|at present|today|right now|on \d{1,2} [a-z]+) ")
_NOW = re.compile(
    r"[^.;,]{0,60}\b(?:right now|now|currently|today|at present|at the moment|at this point|as we speak|these days)\b"
)
_OF_A_FUND = re.compile(r"\b[A-Z]{2,5} (?:covers|holds|tracks|contains|owns|spans) (?:\w+ )?$")
_HOME = re.compile(r"\b(u\.?s\.?|american|uk|british)(?: [\w-]+){0,2} $")
_AND_MORE = re.compile(rf",? (?:and|plus|or) (?:an?|{NUMBER}|the)\b")
_AT_A_TIME = re.compile(
    r"[ \w]{0,12} at (?:a|one|any|this|that|the) (?:time|moment|date|end)\b| (?:are |were |is |was |sit |sat )?(?:inside|in|on) (?:the |its )?(?:portfolio|book|account)\b"
)
_MORE = re.compile(r"\b(?:bonds?|funds?|etfs?|commodit\w+|treasur\w+|gold|cash|debt|fixed income)\b")

_IS_LIST = re.compile(
    r"(?:'s|\bis|\bare|\btrades|\btrading|\bwritten on|\binvests in|\brun on|\bdeals in|:|\(|\bfollowing)(?: (?:only|just))?[ :]*$"
)

_ENDS = re.compile(r"[ \"')]*(?:$|[.;)])")
_LEAVING_OUT = re.compile(
    r"[^,;.()]*\b(?:is|are|was|were) (?:\w+ )?(?:left out|excluded|ignored|avoided|omitted|barred|not (?:traded|included|used|held|part|allowed))\b[^;.]*|\b(?:no|not|never|without|excluding|excl\.?|except(?: for)?|ex|but not|other than) [^,;.()]*"
)
_AT_TIMES = re.compile(
    r"\b(?:if|when|whenever|otherwise|unless|in the (?:\w+ )?(?:state|regime|phase|case)|for the next|until)\b"
)
_RESULT_ROW = re.compile(
    r"[)*_]*(?: ?(?:[:|=,(–—-]|--)+ ?|  )[-+–]?[$€£]?\d[\d,.]*(?! ?(?:%? (?:of|in) |[a-z/]))"
)  # "CORN - 0.94"
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
    certain = (
        bool(kinds_of(folded) & _SPECIAL)
        or bool(_aspect(frozenset(kinds_of(folded)), "index"))
        or any(True for _ in named_indices(text))
        or "cash" in folded.split()
    )
    if _ONE.search(folded) and not _SEVERAL.search(folded) and not certain:
        return Universe(count=1, alone=True)
    if re.search(r"\bany\b", folded) and not certain:
        return None
    tickers = frozenset(name for _, _, found in lists(text) for name in found)
    prose = re.sub(r"[A-Z][A-Z0-9.=-]*\b", " ", text) if isinstance(fact, str) else ""
    listed = (
        bool(tickers)
        and not re.search(r"\b(?:e\.g|such as|including|like)\b", folded)
        and len(re.findall(r"[a-z]{3,}", prose)) <= 6
    )
    counts = [match for match in _COUNT.finditer(folded) if not _is_of_a_name(text, match)]
    counted = counts[0] if counts else None
    sizes = [size for match in counts if (size := _size(match["n"])) is not None]
    count = None if not sizes else sum(sizes) if _are_added(folded, counts) else sizes[0]
    if count is not None and len(tickers) < count:
        listed = False  # "eleven funds (XLB to XLY)"
    if tickers and listed and count is None:
        count = len(tickers)
    kinds = (
        kinds_of(_LEAVING_OUT.sub(" ", fold(_without(tickers, text))))  # a fund may be called CORN
        | (_shares_of(counted[0]) if counted else set())
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
        return None
    return Universe(
        tickers=tickers,
        whole=listed,
        count=int(count) if count is not None and (listed or len(tickers) < count) else None,
        kinds=frozenset(kinds),
    )


_OPEN = re.compile(
    r"\b(?P<list>(?:(?:no|without an?y?|not (?:tied|bound|limited|restricted|confined) to an?y?|n't (?:have|use|need|keep|name) an?y?|never (?:had|has) an?y?)) (?:such |one |single |given |fixed |set |particular |specific |predefined |defined |stated |closed |definite |preset |permanent )*(?:list|universe|menu|basket|roster|set) of (?:[\w-]+ ){0,2}?(?:instruments?|assets?|tickers?|securities|markets?|names|symbols|stocks|funds|products|contracts))\b"
    r"|\b(?:any(?:thing)?(?: that(?: is|'s)?|thing)? (?:listed|liquid(?: enough)?|tradable|tradeable|quoted|that moves|with (?:enough|sufficient) (?:volume|liquidity|turnover))\b|whatever (?:is|happens to be|looks|seems)(?: the)?(?: most)? (?:liquid|cheap\w*|active\w*|popular|listed|hot)|(?:any|every) (?:asset class|market|exchange|country)(?: whatsoever| in the world| it likes| at all)?(?=[.,;!)]|$)"
    r"|(?:no|without(?: an?y?)?) (?:[\w-]+,? (?:or |and )?){0,4}(?:country|region|regional|geographic\w*|sector|asset[- ]class|market|exchange|universe)(?:,? (?:or|and) [\w-]+){0,2} (?:restrictions?|limits?|limitations?|constraints?|filters?|boundar(?:y|ies)))\b"
)


_DEALT_AGAINST = re.compile(
    r"\b(?:traded|bought|sold|paired|pitted|set|hedged|trades|pairs|stands) (?:[\w&]+ )?(?:against|with|versus) (?:the )?$"
)
_NAMES_INDEX = re.compile(r"\d|nasdaq|dow\b|dax|ftse|stoxx|nikkei|topix|msci")
_MANY_OF = re.compile(
    r"\b(?:several|many|dozens of|scores of|hundreds of|a (?:whole )?(?:number|range|host|variety|set) of|various|multiple|numerous|a basket of|thousands of) (?:\w+ ){0,2}?(?:pairs|stocks|tickers|funds|etfs|indices|indexes|markets|shares|companies|assets|instruments|names|symbols|securities|coins|currencies)\b|\b(?:whole|entire) (?:basket|portfolio|group|list|set)\b"
)
_NTH = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "tenth": 10}
_ONE_MORE = re.compile(
    rf"\b(?:a|an|the|another) (?P<nth>{'|'.join(_NTH)}) (?:\w+ )?(?:stock|share|fund|asset|leg|name|instrument|ticker|market|member|etf|security|coin|company)\b(?!')"
)
_TICKER = r"(?:ticker|symbol|asset|instrument|stock|security|fund|etf|market|share|name|index|underlying|coin)s?"
_USER = (
    r"(?:(?:the|each|every|any|a) )?(?:users?|you|reader|caller|client|customer|investor|whoever \w+ it|anyone|person)"
)
_LIKES = r"(?:likes?|wants?|chooses?|picks?|names?|cares? (?:for|about|to \w+)|fanc(?:y|ies)|prefers?|pleases?|enters?|types? in|supplies|supply|asks? for|selects?|wish(?:es)?)"
_CHOICE_OF_USER = re.compile(
    rf"\b(?:any|whatever|whichever|every|an arbitrary) (?:\w+ )?{_TICKER} (?:(?:that |which )?{_USER} (?:may |might |happens? to |can |could )?{_LIKES}|whatsoever|at all|of (?:your|the user's|one's) (?:own )?(?:choice|choosing|liking)|under the sun|on earth|in the world)"
    rf"|\b{_USER} (?:(?:can|may|is free to|are free to|must|has to|have to|gets to|get to|is asked to|alone|simply|decides? (?:on|upon)?|then) )*(?:tells? it|names?|chooses?|picks?|selects?|suppl(?:y|ies)|enters?|types? in|decides? on|specif(?:y|ies)|provides?|swaps?|inserts?) (?:the|a|an|any|one|which|what|another|some other|its|their own|your own|his own|whichever|whatever)(?: single| one| other)? (?:\w+ )?{_TICKER}\b(?! (?:price|list|symbol of))"
    rf"|\b(?:up|left) to (?:you|{_USER}) (?:which|what) (?:\w+ )?{_TICKER}\b|\b(?:works|runs|can be (?:run|used|put|applied|pointed|let loose)) (?:just as well |equally well |equally )?(?:on|at|with|for) (?:any|whichever|whatever|an arbitrary) (?:single |given |other |liquid )?{_TICKER}\b"
    rf"|\b(?:any|every) (?:(?:single|other|liquid|related|two|three|pair of|similar|listed) )*{_TICKER} (?:can|may|could) be (?:\w+ )?(?:traded|used|put|chosen|named|picked|entered|plugged|fed|run|substituted|tested|timed)\b"
)
_PROPER = r"(?P<{}>[A-Z][a-z][\w'&.]*(?:[ -](?:& )?[A-Z][\w'&.]*){{0,3}})"
_NO_PROPER = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturday|Sunday|The|This|That|It|Its|Treasur\w+|Bollinger\w*|Sharpe|Select|Standard|Europe\w*|America\w*|Asia\w*|Japan\w*|German\w*|Brit\w+|Chin\w+|French|Swiss|Nordic\w*|Canad\w+|Australia\w*|India\w*|London|New York|Tokyo|Frankfurt|Wall Street|Nasdaq|Russell|Dow|Bitcoin|Ether\w*|Eurodollar|Fed|Brent|Christmas|Easter|Kelly|Fama|Python|Yahoo|Bloomberg|Reuters)\b"
)
_OF_COMPANIES = re.compile(
    rf"\b(?:pairs?|pairing|trades?|buys?|sells?|shorts?|swaps?|matches|bets on|bets against|long|short|owns?|pits|plays|holds?|buying|selling|holding|between|invests in)(?: (?:up|off|only|just|shares of|shares in|stock of|the shares of|stock in|the stock of|both|the|against))* {_PROPER.format('a')}(?: (?:shares |stock )?(?:with|and|against|versus|vs|for|or|into) (?:the )?{_PROPER.format('b')})?"
    rf"|(?<=[a-z,] ){_PROPER.format('c')} (?:shares?|stock|common stock)\b"
)


def _companies(text: str, cased: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where a passage says that named companies are dealt in ("it pairs Visa with Mastercard")."""
    for match in _OF_COMPANIES.finditer(cased):
        found = [
            (match.start(group), match.end(group))
            for group in "abc"
            if match[group] and not _NO_PROPER.match(match[group])
        ]
        names = frozenset(text[start:end] for start, end in found if not text.startswith("qq", start))
        if names and not _OUTCOMES.search(text):
            yield found[0][0], found[-1][1], names


_OUTCOMES = re.compile(
    r"\b(?:returned|gained|lost|earned|made|bought|sold|fell|rose|drawdowns?)\b[^;]{0,60}?\d|\b(?:for example|e\.g|such as|say|like)\b"
)


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every set of tickers, count of members or kind of security that a passage says is traded."""
    for start, end, symbols in lists(cased):
        if _RESULT_ROW.match(cased, end):
            continue
        traded, whole = is_traded(text, start, end)
        traded = traded or _DEALT_AGAINST.search(text, max(start - 40, 0), start) is not None
        only = re.match(r"-only\b", text[end : end + 6]) is not None
        said = is_said_of(text, start, end)
        if len(symbols) > 1 and (said or traded) and _ENDS.match(text, end):
            whole = whole or _IS_LIST.search(text, max(start - 60, 0), start) is not None
        if traded or only or said or (len(symbols) > 1 and may_be_traded(text, start, end)):
            avoided = is_avoided(text, start, end)
            whole = whole and not _AT_TIMES.search(text)
            value = Universe(tickers=symbols, whole=(whole or only) and not avoided)
            yield Stated(start=start, end=end, value=value, asserted=False if avoided else None)
    for match in _OPEN.finditer(text):
        yield Stated(
            start=match.start(),
            end=match.end(),
            value=Universe(open="list" if match["list"] else "kind"),
            asserted=True if match["list"] or match[0].startswith(("no ", "without")) else None,
        )
    for match in _MANY_OF.finditer(text):
        traded, _ = is_traded(text, match.start(), match.end())
        if traded or is_said_of(text, match.start(), match.end()):
            yield Stated(
                start=match.start(), end=match.end(), value=Universe(many=True), asserted=_unless_avoided(text, match)
            )
    for match in _ONE_MORE.finditer(text):
        yield Stated(
            start=match.start(),
            end=match.end(),
            value=Universe(count=_NTH[match["nth"]], held=True, named=match[0]),
        )
    for match in _CHOICE_OF_USER.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Universe(choice=True))
    for start, end, companies in _companies(text, cased):
        avoided = is_avoided(text, start, end)
        yield Stated(start=start, end=end, value=Universe(companies=companies), asserted=False if avoided else None)
    counts = [(match, _size(match["n"])) for match in _COUNT.finditer(text)]
    for place, (match, size) in enumerate(counts):
        if any(
            size_before == sum(size or 0 for _, size in counts[at + 1 :])
            for at, (_, size_before) in enumerate(counts[:place])
        ):
            continue  # "18 markets: 9 bonds, 9 indices"
        traded, whole = is_traded(text, match.start(), match.end())
        if (
            size is None
            or not (traded or is_said_of(text, match.start(), match.end()))
            or (_is_part(text, cased, match) and not _ALL.match(text, match.end()))
        ):
            continue
        yield Stated(
            start=match.start(),
            end=match.end(),
            value=Universe(
                count=size,
                kinds=frozenset(
                    kinds_of(match[0])
                    | _shares_of(match[0])
                    | venues_in(text[match.end() : match.end() + 60])
                    | venue_before(text[max(match.start() - 30, 0) : match.start()])
                ),
                named=match[0],
                held=_HELD.search(text, max(match.start() - 30, 0), match.end() + 30) is not None
                and _CHOICE.search(text) is None,
            ),
            asserted=_unless_avoided(text, match),
        )
    classes: set[str] = set()
    before = None
    for match in KINDS.finditer(text):
        beside = before[0] if before is not None and match.start() - before.end() <= 1 else ""
        before = match
        if is_excepted(text, match.start(), match.end()) or _RESULT_ROW.match(text, match.end()):
            continue
        traded, whole = is_traded(text, match.start(), match.end(), reach=70)
        if not traded and not _NAMES_INDEX.search(match[0]):
            traded = is_plainly_of(text, match.start(), match.end())
        if traded or is_said_of(text, match.start(), match.end()):
            stop = (re.compile(r" ?\w+").match(text, match.end()) or match).end()
            kinds = kinds_of(text[match.start() : stop]) | (kinds_of(beside) if beside else set())
            kinds |= venues_in(text[match.end() : match.end() + 60])
            kinds |= venue_before(text[max(match.start() - 30, 0) : match.start()])
            if region := _HOME.search(text, max(match.start() - 24, 0), match.start()):
                kinds |= kinds_of(region[1])
            if any(kind.startswith("index") for kind in kinds) and are_members(text, match.start()):
                kinds.add("class:stock")
            if under := written_on(text, match.start()):
                kinds = {kind for kind in kinds if not kind.startswith(("class", "size"))} | under
            classes |= kinds & _CLASSES
            yield Stated(
                start=match.start(),
                end=match.end(),
                value=Universe(
                    kinds=frozenset(kinds),
                    whole=whole and not _MORE.search(text),
                    sole=whole,
                    named=f"{beside} {match[0]}".strip(),
                ),
                asserted=_unless_avoided(text, match),
            )
            if len(classes) > 2:  # "equities, bonds and commodities"
                yield Stated(start=match.start(), end=match.end(), value=Universe(kinds=frozenset(classes)))
    for start, end, kind in named_indices(cased):
        traded, whole = is_traded(text, start, end, reach=70)
        if traded or is_said_of(text, start, end):
            stock = {"class:stock", "class:share"} if are_members(text, start) else written_on(text, start)
            yield Stated(
                start=start,
                end=end,
                value=Universe(kinds=frozenset({kind} | stock), whole=whole),
                asserted=False if is_avoided(text, start, end) else None,
            )


def conflict(stated: Universe, *, asserted: bool, fact: Universe, document: MethodologyDocument) -> Reason | None:
    """A ticker, a count or a kind of security that the document's universe does not have."""
    if stated.open:
        closed = fact.whole or (stated.open == "kind" and bool(fact.tickers or fact.kinds))
        return Reason.CONTRADICTS_DOCUMENT if asserted and closed and not fact.alone else None
    if stated.many:
        few = fact.alone or (fact.whole and len(fact.tickers) <= 2) or _is_index_alone(document)
        return Reason.CONTRADICTS_DOCUMENT if asserted and few else None
    if stated.choice:
        given = fact.alone or (fact.count is None and not fact.tickers and not fact.kinds)
        return Reason.CONTRADICTS_DOCUMENT if asserted != given else None
    if stated.companies:
        told = prose(document, key)
        unknown = any(
            not any(word in told for word in re.findall(r"[a-z]{3,}", name)) and not _abbreviated(name, fact.tickers)
            for name in stated.companies
        )
        return Reason.CONTRADICTS_DOCUMENT if asserted and unknown and _is_closed(fact) else None
    breaks = _breaks(stated, fact, document) if asserted else _is_denied(stated, fact, document)
    return Reason.CONTRADICTS_DOCUMENT if breaks else None


def _abbreviated(name: str, tickers: Iterable[str]) -> bool:
    """Whether one of the tickers is made of letters of a company's name, in order ("NVDA", "nvidia")."""
    for ticker in tickers:
        letters = iter(name)
        if all(letter in letters for letter in ticker.partition(".")[0].lower()):
            return True
    return False


def _is_closed(fact: Universe) -> bool:
    """Whether a universe is a list of a few tickers, of funds, or an index as a whole: no single company is in it."""
    return fact.whole or bool(_aspect(fact.kinds, "index")) or _aspect(fact.kinds, "class") == _FUND


def _is_denied(stated: Universe, fact: Universe, document: MethodologyDocument) -> bool:
    """Whether to deny what is stated is to deny the document's universe."""
    if stated.tickers:
        return fact.whole and (stated.tickers == fact.tickers if stated.whole else stated.tickers <= fact.tickers)
    if stated.count is not None:
        ours, theirs = _aspect(stated.kinds, "class"), _aspect(fact.kinds, "class")
        return stated.count == fact.count and not fact.alone and not (ours and theirs and not ours & theirs)
    indices = _aspect(stated.kinds, "index")
    if fact.whole and not fact.kinds:
        return _is_told_of(stated, document)
    if fact.whole and _aspect(stated.kinds, "good"):
        return _is_told_of(stated, document) and not is_left_out(stated, document)
    venues = _aspect(stated.kinds, "venue")
    if not venues <= fact.kinds:
        return False
    ours, theirs = stated.kinds - venues, fact.kinds - _aspect(fact.kinds, "venue")
    if not _aspect(ours, "size"):
        theirs -= _aspect(theirs, "size")  # who denies shares denies small ones
    if ours & _SPECIAL and not ours & _SPECIAL & theirs:
        return False  # who denies straddles on an index does not deny its members
    return bool(ours) and ((ours == theirs and theirs != _FUND) or bool(indices and indices <= fact.kinds))


_PLURAL = re.compile(r"\b(?:members|constituents|stocks|companies|names|shares)$")


def _is_index_alone(document: MethodologyDocument) -> bool:
    """Whether a document's universe is an index as one thing ("the S&P 500 index only")."""
    text = fold(str(document.facts[key]))
    return (
        re.search(r"\bindex\b(?! (?:members|constituents|stocks|funds?))", text) is not None
        and re.search(r"\b(?:only|itself|alone)\b", text) is not None
    )


@lru_cache(maxsize=4096)
def _listed(body: str, count: int) -> frozenset[str]:
    """The tickers that a document's text lists, where they are as many as its universe counts."""
    return next((found for _, _, found in lists(body) if len(found) == count), frozenset())


def _is_narrower(kinds: frozenset[str], fact: str) -> bool:
    """Whether a document whose fact is "any single ticker" does not have the kinds that are said to be all."""
    special = frozenset(kind for kind in kinds if kind.startswith(("class", "index", "good", "size", "region")))
    return bool(special) and re.search(r"\bany\b", fact) is not None and not classes_in(fact) and not kinds_of(fact)


def _without(tickers: Iterable[str], text: str) -> str:
    for ticker in tickers:
        text = re.sub(rf"\b{re.escape(ticker)}\b", " ", text)
    return text


def _breaks(stated: Universe, fact: Universe, document: MethodologyDocument) -> bool:
    if fact.alone:
        several = (stated.count or 1) > 1 or (stated.whole and len(stated.tickers) > 1)
        members = "class:stock" in stated.kinds and any(kind.startswith("index") for kind in stated.kinds)
        return several or members or (stated.sole and _is_narrower(stated.kinds, fold(str(document.facts[key]))))
    if _PLURAL.search(stated.named) and not fact.count and _is_index_alone(document):
        return True
    if stated.tickers and not fact.tickers and fact.count:
        told = _listed(document.body, fact.count)
        if told and not stated.tickers & told and not _are_mentioned(stated.tickers, document):
            return True
    if stated.named.upper() in fact.tickers:
        return False
    if stated.tickers:
        if fact.whole:
            if not stated.tickers <= fact.tickers or (stated.whole and stated.tickers != fact.tickers):
                return True
        elif (not fact.tickers or not stated.tickers & fact.tickers) and not _are_mentioned(stated.tickers, document):
            unlike = fact.count is not None and fact.count < len(stated.tickers)
            listed = (
                (len(stated.tickers) > 1 or (fact.count or 0) > _FEW)
                and fact.count is not None
                and fact.count != len(stated.tickers)
            )
            if (
                unlike
                or (stated.whole and listed)
                or fact.kinds & _MANY
                or (stated.whole and fact.kinds & _SPECIAL)
                or _aspect(fact.kinds, "index")
            ):
                return True
            classes = _aspect(fact.kinds, "class")
            if classes and not classes & _OF_CURRENCIES and all(is_currency(ticker) for ticker in stated.tickers):
                return True
            if "class:fx" in fact.kinds and not any(is_currency(ticker) for ticker in stated.tickers):
                return True
    if fact.whole and not fact.kinds and _is_foreign(stated.kinds, fact, document):
        return True
    if (
        stated.count is not None
        and fact.count is not None
        and stated.count != fact.count
        and not (stated.held and stated.count < fact.count)
        and not (stated.named.endswith("pairs") and stated.count * 2 == fact.count)
        and not _is_counted(stated, document)
    ):
        return True
    for aspect in ("class", "region", "size", "index", "good", "venue"):
        ours, theirs = _aspect(stated.kinds, aspect), _aspect(fact.kinds, aspect)
        if aspect == "good" and ours & _ALIEN and fact.kinds and is_left_out(stated, document):
            return True
        if aspect == "region" and ours == _WORLD and theirs != _US:
            continue
        if (
            aspect == "good"
            and ours
            and fact.kinds
            and _aspect(fact.kinds, "class") <= _HELD_AS_SHARES | _SHARES | {"class:stock"}
            and not re.search(r"\b(?:commodit\w+|metals?|energy|futures|real assets|miners?)\b", prose(document, key))
            and is_left_out(stated, document)
        ):
            return True
        if aspect == "good":
            theirs = _with_members(theirs, fold(str(document.facts.get(key, ""))))
        if (
            aspect in ("class", "size")
            and ours <= _SHARES | {"size:large"}
            and _aspect(stated.kinds, "index") & fact.kinds
        ):
            continue  # an index is named, and what is held of it is left open
        if (
            aspect == "class"
            and fact.whole
            and ours & _SPECIAL
            and all(mentions_kind(prose(document, key), kind) for kind in ours & _SPECIAL)
        ):
            continue  # what is written on the tickers that are listed
        if aspect == "good" and ours and not is_left_out(stated, document):
            continue
        if (
            aspect == "class"
            and ours == _FUTURES
            and theirs <= _UNDERLYING
            and not re.search(r"\b(?:spot|etfs?|funds?|cash)\b", prose(document, key))
        ):
            continue  # commodities and rates are dealt in by futures
        if aspect == "class" and not theirs and _aspect(fact.kinds, "index"):
            if any(not mentions_kind(prose(document, key), kind) for kind in ours & _NO_INDEX):
                return True
        elif theirs == _FUND and ours <= _IN_FUNDS:
            if stated.whole and ours == _SHARES and "holds:bond" in fact.kinds:
                return True
        elif aspect == "class" and theirs == _FUTURES and ours <= _UNDERLYING:
            if any(not mentions_kind(prose(document, key), kind) for kind in ours):
                return True
        elif theirs == _DEALS and ours <= {"class:share", "class:stock"}:
            if any(kind.startswith(("size", "index")) for kind in stated.kinds):
                return True
        elif (ours and theirs and not ours & theirs) or (
            aspect == "index" and ours and not theirs and not fact.tickers and not _are_held_by(ours, document)
        ):
            return True
    return False


_GOODS = (
    (re.compile(r"\benergy\b"), frozenset(["good:oil", "good:gas", "good:power", "good:energy"])),
    (re.compile(r"\bmetals\b"), frozenset(["good:gold", "good:silver", "good:metal"])),
    (re.compile(r"\b(?:agri\w*|crops|farm\w*)\b"), frozenset(["good:grain", "good:soft", "good:agri"])),
)


def _with_members(goods: frozenset[str], fact: str) -> frozenset[str]:
    """The goods of a fact with those that belong to a group it names ("energy, metals and crops")."""
    return goods.union(*(members for group, members in _GOODS if group.search(_kept(fact))))


def is_left_out(stated: Universe, document: MethodologyDocument) -> bool:
    """Whether a document names goods only to say that they are left out."""
    goods = _aspect(stated.kinds, "good")
    return bool(goods) and not any(mentions_kind(_kept(prose(document, key)), kind) for kind in goods)


@lru_cache(maxsize=4096)
def _kept(told: str) -> str:
    """A text without what it says to leave out."""
    return _LEAVING_OUT.sub(" ", told)


def _is_foreign(kinds: frozenset[str], fact: Universe, document: MethodologyDocument) -> bool:
    """Whether a document whose tickers nobody knows speaks nowhere of such securities."""
    text = prose(document, key)
    indices = _aspect(kinds, "index")
    special = (kinds & _SPECIAL) | indices | _aspect(kinds, "good") | _aspect(kinds, "size")
    special |= kinds & _RARE
    if not re.search(r"\w\.\w", str(document.facts.get(key, ""))):  # an exchange's suffix tells where it lies
        special |= {kind for kind in _aspect(kinds, "region") if kind not in ("region:us", "region:uk")}
    listed = regions_of(fact.tickers)
    if listed and _aspect(kinds, "region") - listed - {"region:emerging"}:
        return True
    if "class:commodity" in classes_in(text) and not _names_goods(document.body, document.title, fact.tickers):
        special = frozenset(kind for kind in special if not kind.startswith("good"))  # any may be of its commodities
    if any(not mentions_kind(text, kind) for kind in special):
        return True
    ours = kinds & _CLASSES
    theirs = classes_in(text.replace(fold(document.title), " "))  # "Copper finch" deals in no copper
    if not theirs:
        return len(ours) > 2
    if any(mentions_kind(text, kind) for kind in ours):
        return False
    return bool(ours and not ours & theirs and not (ours == _SHARES and theirs & _HELD_AS_SHARES))


@lru_cache(maxsize=1024)
def _names_goods(body: str, title: str, tickers: frozenset[str]) -> bool:
    """Whether a document's text names a good, besides its title and its tickers."""
    return any(kind.startswith("good") for kind in kinds_of(fold(_without(tickers, body))) - kinds_of(fold(title)))


def _is_told_of(stated: Universe, document: MethodologyDocument) -> bool:
    """Whether the prose of a document that lists its tickers tells that they are of the kind that is named."""
    text = prose(document, key)
    if goods := _aspect(stated.kinds, "good"):
        return all(mentions_kind(text, kind) for kind in goods)
    if any(stated.kinds & kinds_of(match[0]) & _COUNTED for match in _COUNT.finditer(text)):
        return True
    at = text.find(stated.named) if " " in stated.named else -1
    return (
        at >= 0
        and re.search(r"\b(?:no|not|never|nor|without|than|unlike|against)\b|n't\b", text[max(at - 60, 0) : at]) is None
    )


def _is_counted(stated: Universe, document: MethodologyDocument) -> bool:
    """Whether the document's prose counts as many of the same things ("six insurers form three pairs")."""
    last = stated.named.rpartition(" ")[2]
    return bool(last) and any(
        _size(match["n"]) == stated.count and match[0].endswith(last) for match in _COUNT.finditer(prose(document, key))
    )


def _are_held_by(indices: frozenset[str], document: MethodologyDocument) -> bool:
    text = prose(document, key)
    return any(mentions_kind(text, kind) for kind in indices) or re.search(r"\bind(?:ex|ices)\b", text) is not None


def _shares_of(words: str) -> set[str]:
    """Companies that are counted are held by their shares."""
    return {"class:share"} if _COMPANIES.search(words) else set()


def _unless_avoided(text: str, match: re.Match[str]) -> bool | None:
    return False if is_avoided(text, match.start(), match.end()) else None


def _are_added(text: str, counts: list[re.Match[str]]) -> bool:
    """Whether counts are of parts that lie side by side ("nine bond futures and nine equity futures")."""
    return len(counts) > 1 and all(
        re.fullmatch(r",?(?: and| plus|,| \+)? ", text[left.end() : right.start()]) for left, right in pairwise(counts)
    )


def _size(words: str) -> int | None:
    words = words.removeprefix("a ")
    if words in _SIZES:
        return _SIZES[words]
    value = number(words)
    return None if value is None or re.fullmatch(r"(?:19|20)\d\d", words) else int(value)


def _is_part(text: str, cased: str, match: re.Match[str]) -> bool:
    """Whether a count is of what is held at a time, or of what one of the funds holds."""
    before = text[max(match.start() - 60, 0) : match.start()]
    return (
        _PART.search(before) is not None
        or re.search(r"\b(?:best|worst|cheapest|strongest|weakest|highest|lowest)\b", match[0]) is not None
        or _AT_A_TIME.match(text, match.end()) is not None
        or _AND_MORE.match(text, match.end()) is not None
        or _OF_A_FUND.search(cased, 0, match.start()) is not None
        or _ON_A_DAY.search(text, max(match.start() - 100, 0), match.start()) is not None
        or _NOW.match(text, match.end()) is not None
        or re.match(r",? (?:on average|at (?:most|least)|in total|in all|each|apiece)\b", text[match.end() :])
        is not None
        or _is_of_a_name(cased, match)
    )


def _is_of_a_name(cased: str, match: re.Match[str]) -> bool:
    """Whether a number belongs to an index's name ("the Marlow 100 index future")."""
    return any(start < match.start() < end for start, end, _ in named_indices(cased)) or any(
        kind.start() < match.start() < kind.end() for kind in KINDS.finditer(fold(cased))
    )


_COUNTED = frozenset(
    ["class:crypto", "class:fx", "class:future", "class:commodity", "class:fund", "class:option", "class:bond"]
)
_OF_CURRENCIES = frozenset(["class:fx", "class:future", "class:option", "class:crypto"])
_FEW = 3
_FUND = frozenset(["class:fund"])
_FUTURES = frozenset(["class:future"])
_UNDERLYING = frozenset(["class:bond", "class:commodity", "class:fx"])  # what futures are written on
_ALIEN = frozenset(
    ["good:bond fund", "good:exotic currency", "good:country", "good:equity index"]
)  # which no list holds by the way
_SHARES = frozenset(["class:share"])
_WORLD = frozenset(["region:world"])
_US = frozenset(["region:us"])
_DEALS = frozenset(["class:deal"])
_MANY = frozenset(
    ["size:small", "size:mid", "size:large", "index:sp500", "index:russell", "index:nasdaq", "class:deal"]
)
_SPECIAL = frozenset(["class:future", "class:crypto", "class:fx", "class:option", "class:deal"])
_NO_INDEX = _SPECIAL | {"class:commodity", "class:bond"}  # what no index of shares is
_CLASSES = frozenset(["class:share", "class:bond", "class:commodity", "class:fund"])
_RARE = frozenset(["class:bond", "class:commodity"])
_HELD_AS_SHARES = frozenset(["class:fund", "class:deal"])
_IN_FUNDS = frozenset(["class:share", "class:bond", "class:commodity"])  # what funds hold


def _are_mentioned(tickers: frozenset[str], document: MethodologyDocument) -> bool:
    """Whether a document names any of the tickers."""
    return any(re.search(rf"(?<!\w){re.escape(fold(ticker))}(?!\w)", prose(document, key)) for ticker in tickers)


def _aspect(kinds: frozenset[str], aspect: str) -> frozenset[str]:
    return frozenset(kind for kind in kinds if kind.startswith(aspect))
