"""Kinds of data besides prices."""

import re
from collections.abc import Iterator
from functools import lru_cache

from validators.methodology.claims import Stated
from validators.methodology.topics.sources.data_mentions import MEASURED, OFFERED, OUT_OF_SIGHT
from validators.methodology.topics.sources.data_used import Source

_KINDS = {
    "fundamental": (
        r"fundamental(?:s| data| ratios| factors)?|balance[- ]sheets?(?: items| data)?|earnings(?! (?:per share )?(?:estimates|forecasts|expectations|revisions))(?: data| reports"
        r"| surprises| announcements)?|financial statements?|accounting (?:data|ratios|information|numbers|figures|items)|(?:published |reported |company |annual )?accounts(?= (?:and|are|is|from|data|of|used|enter|as|in|with)\b|[.,;:]|$)(?<!national accounts)|book values?"
        r"|valuation (?:ratios|data)|(?:company|corporate|regulatory|sec|statutory) (?:filings|accounts|reports|disclosures)|(?<!13f )(?<!form \d )filings|(?:reports|accounts|filings|statements)(?: (?:which|that|filed|published|issued))?(?: by)?(?: the)? (?:companies|firms|issuers|corporations)|10-[kq]\w*|(?:annual|quarterly|company|financial|fiscal) (?:\w+ )?(?:reports|accounts|results|filings)"
        r"|income statements?|cash[- ]flow statements?|(?:p/e|price[- ](?:to[- ])?(?:earnings|book|sales))(?: ratios?| multiples?)?|book-to-market(?: ratios?)?|dividend yields?|(?:company |corporate )?(?:revenues?|sales figures|profit figures)|debt ratios?"
    ),
    "sentiment": (
        r"(?:news|social[- ]media|twitter|message[- ]board|headline|investor|media|reddit|newspaper)[- ]?(?:and \w+ )?(?:sentiment|feeds?"
        r"|headlines|articles|data|posts|flow|scores|items|stories|wires?)|(?<!good )(?<!bad )news(?= (?:is|are|drives?|feeds?|as)|[.,;:]|$)|news (?:filters?|wires?|items?|stories|tickers?|flow|reports?)|(?<!good )(?<!bad )(?<!great )(?<!best )(?<!more )news (?:about|on)\b|headlines|social (?:media|networks?|channels)|tweets|sentiment(?: scores| data| indices| signals)?"
    ),
    "orderbook": (
        r"books? of orders|order[- ]books?(?: data| depth| snapshots?| imbalance)?|depth[- ]of[- ](?:book|market)|level[- ](?:2|ii|two)|limit order book"
        r"|bid[- ]ask (?:quotes|data)|market depth|l2 data"
    ),
    "orderflow": r"order[- ]flow(?: data)?",
    "macro": (
        r"(?:oil|crude|gas|stor(?:age|ed)|commodity) inventor(?:y|ies)(?: data| reports?| figures)?|macro(?:economic)?(?: data| indicators| variables| series| releases| models?| signals?)|economic (?:data|indicators|releases)"
        r"|gdp|(?:monthly |us )?cpi\b|consumer prices|jobless claims|retail sales|inflation(?!(?: |-)(?:protect\w+|hedg\w+|risk|linked|beta|shocks?|regimes?|corner|bonds?|sensitiv\w+))(?: data| figures| prints?| rates?| numbers)?|interest[- ]rates?(?: data)?|yield[- ]curves?(?: data)?|credit spreads?|(?:bond |treasury )yields|unemployment(?: rates?| figures| data| numbers)?|(?:non-?farm )?payrolls?|pmis?\b|consumer confidence|economic (?:series|figures|statistics|news|calendar)|business (?:surveys?|cycles?)|economic (?:cycle|outlook|conditions|growth)|real yields|policy rates?|yields? (?:of|on) (?:\w+ )?(?:bonds?|treasur\w+|bills|notes)|economists' \w+"
    ),
    "exchange": r"(?:foreign )?exchange[- ]rates",
    "implied": (
        r"options?[- ]skew|(?:option[- ])?implied[- ](?:vol|skew)\w*(?: data| surfaces?)?|options? (?:data|chains?|prices|premiums|quotes|surfaces?)|(?:prices|quotes|premiums|chains) (?:of|for|on) (?:\w+ )?options"
    ),
    "vix": r"(?:the )?vix(?: data| levels?| futures| index| closes)?|(?:the )?fear (?:gauge|index)",
    "positioning": r"form 4(?: filings)?|13f filings|insider(?:s|s'|'s)? (?:trades|transactions|buying|selling|dealings|purchases|sales)|short[- ]interest|13f\w*|fund flows|(?:futures )?open interest|cot reports?|commitments of traders|margin debt",
    "text": r"(?:earnings[- ])?(?:call )?transcripts|central[- ]bank (?:minutes|statements|speeches)|fomc \w+|press releases|patents?(?: filings)?",
    "alternative": (
        r"alternative data\w*|satellite(?: imagery| data| images)?|(?:credit[- ])?card (?:data|transactions)|google trends|(?:scrap|crawl|trawl|search)(?:es|s|ing)? (?:through )?the (?:web|internet|news)|web searches|foot traffic|geolocation\w*"
        r"|web[- ]scraped|web traffic|weather data|weather (?:forecasts?|reports?|patterns?)|search (?:volumes?|trends|interest)|app downloads|(?:parking|shipping|flight|mobile-phone|freight) data|job (?:postings|ads)|on-chain (?:data|metrics|figures|activity|statistics|flows?|indicators|signals|variables|features|numbers|inputs|series)"
    ),
    "analyst": (
        r"(?:(?:analysts?'?|sell-side|consensus|street) )*(?:earnings|eps|profit|sales)(?: per share)? (?:estimates|forecasts|expectations|revisions)|consensus eps|what (?:the )?(?:\w+ )?analysts (?:\w+ )?expect|(?:upgrades|downgrades)(?: and (?:upgrades|downgrades))? (?:by|from) analysts|(?:analysts'?|rating) (?:ratings?|revisions)|(?:analysts?|experts?|brokers?|strategists?)(?:'s?)? (?:\w+ )?(?:views?|opinions?|targets?|surveys?|predictions?|upgrades?|downgrades?|reports?|notes?)|what (?:the )?(?:analysts|experts|economists|forecasters|strategists|brokers) (?:\w+ )?(?:expect|predict|say|think|forecast|recommend|believe|write)|price targets|analyst(?:s'?|'s)? (?:estimates|forecasts|revisions|ratings|recommendations)|consensus (?:estimates"
        r"|forecasts)"
    ),
    "auction": r"auctions?(?: prices?| prints?| data| quotes| results)|(?:prices?|prints?|results) (?:of|from|in|at) (?:the |both |its )?(?:\w+ (?:and \w+ )?)?auctions?|opening and closing auctions",
    "image": r"(?:chart|candle(?:stick)?|price|plot) (?:images?|pictures?|bitmaps?|screenshots?)|(?:images?|pictures?|bitmaps?|photographs?|screenshots?)(?: (?:of|from))?(?: \w+){0,3}? (?:charts?|candles?|prices?|graphs?)(?: charts?)?|charts? (?:\w+ ){0,2}as (?:images?|pictures?)",
    "funding": r"funding rates?",
    "goods": r"(?:gold|silver|oil|crude|copper|sugar|wheat|commodity|bitcoin|house|electricity|gas) (?:and (?:gold|silver|oil|copper|sugar|gas) )?prices?",
    "volume": r"(?:trading|traded|dollar|on-balance|share|daily) volumes?|volumes? (?:data|figures|series)|(?<!or )volumes?\b(?![- ](?:weighted|profile))|(?:number|amount) of shares (?:traded|dealt|exchanged)|share turnover",
}
KIND = re.compile(rf"\b(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _KINDS.items())})\b")
_SURELY = re.compile(
    r"\b(?:data|snapshots?|images?|pictures?|prints|articles?|posts|reports|accounts|filings|sheets?|chains?|imagery|images|headlines|transcripts|curves?|feeds?|scores|depth|surfaces?|estimates|statements?|minutes|articles|tweets)\b|order"
)
_SURE = frozenset(["sentiment", "analyst", "alternative", "positioning", "orderbook", "image", "text"])
_OF_MARKET = re.compile(
    r" (?:of|in) (?:the )?(?:trading|business|trades|orders|work|talk)\b| (?:was|were|rose|fell|dried)\b"
)
_GOODS = re.compile(
    r"\b(?:gold|silver|oil|crude|copper|sugar|wheat|commodit\w+|bitcoin|crypto\w*|gas|futures|metals?|energy|houses?)\b"
)
_CURRENCIES = re.compile(
    r"\b(?:currenc\w+|exchange[- ]rates?|fx|forex|spot (?:and forward )?rates?|crosses|cross[- ]rates?)\b"
)
_RATES = re.compile(r"\b(?:exchange[- ]rates?|(?:deposit|interest|policy|bill) rates?|fixings?)\b")
_NOT_DEALT = re.compile(
    r"[^.;]{0,40}?\b(?:never|not|n't|neither|no) (?:\w+ ){0,2}?(?:bought|traded|held|sold|owned|dealt)\b| (?:may|might)(?: \w+)? (?:explain|tell|say|help|move|matter|shake|be|come|drive|look|have)\b| (?:moved|shook|hit|rattled|drove|sent|lifted|sank|pushed|helped|hurt|came|broke|weighed)\b"
)
_ADDED = re.compile(
    r"\b(?:tempting|tempted|add(?:ing)?|bolt(?:ing)? on|use|try(?:ing)?) (?:\w+ ){0,4}?(?:an? )$"
)  # "tempting as it is to add a VIX switch"


def kinds_of_data(text: str, *, used: bool, executed: bool) -> Iterator[Stated]:
    """Every kind of data; `used`: the passage speaks of what is read, `executed`: of how trades are done."""
    for match in KIND.finditer(text):
        if match.lastgroup == "volume" and (executed or _OF_MARKET.match(text, match.end())):
            continue
        if (used or match.lastgroup in _SURE or _SURELY.search(match[0])) and not _is_no_kind(text, match):
            yield Stated(
                start=match.start(),
                end=match.end(),
                value=Source(kinds=frozenset([match.lastgroup or ""])),
                asserted=False if OUT_OF_SIGHT.match(text, match.end()) else None,
            )


def kinds_known(fact: Source, told: str, *, prosaic: bool) -> frozenset[str]:
    """The kinds of data that a document has, by its fact and what follows from it, and (`prosaic`) by its text."""
    known = fact.kinds | (_told_kinds(told) if prosaic else frozenset())
    known |= {"orderflow"} if known & {"orderbook"} else set()
    known |= {"macro"} if _RATES.search(told) else set()
    known |= {"fundamental"} if known & {"analyst"} else set()
    known |= {"exchange"} if _CURRENCIES.search(told) else set()
    known |= {"goods"} if _GOODS.search(told) else set()
    known |= {"vix"} if known & {"implied"} else set()
    known |= {"volume"} if fact.fields & {"bar", "ohlc"} or known & {"orderbook", "orderflow"} else set()
    return known


@lru_cache(maxsize=4096)
def _told_kinds(told: str) -> frozenset[str]:
    """The kinds of data that a document's prose names and does not deny."""
    return frozenset(
        match.lastgroup or ""
        for match in KIND.finditer(told)
        if not re.search(
            r"\b(?:no|not|never|nor|neither|without|nothing)\b|n't\b", told[max(match.start() - 50, 0) : match.start()]
        )
    )


def _is_no_kind(text: str, match: re.Match[str]) -> bool:
    """Whether words like those for a kind of data mean something else ("earnings season"), or what others use."""
    return (
        re.match(
            r"[ -](?:date|season|day|call|crowd|fan|reader|folk|lover|purist|geek|nerd|type|buff)s?\b",
            text[match.end() :],
        )
        is not None
        or _NOT_DEALT.match(text, match.end()) is not None
        or re.search(r"\b(?:name|kind|sort|piece) of (?:an? |the )?$", text[: match.start()]) is not None
        or OFFERED.search(text[: match.start()]) is not None
        or MEASURED.search(text, max(match.start() - 90, 0), match.start()) is not None
        or (
            re.match(
                r" (?:switch|bucket|filter|band|regime|level|threshold|quartile|tercile|decile|group)s?\b",
                text[match.end() :],
            )
            is not None
            and _ADDED.search(text, max(match.start() - 40, 0), match.start()) is not None
        )
    )
