"""Which data the strategy reads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.passages import fold
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.data_phrases import (
    EVERY_TICK,
    OF_DATA,
    PERIOD,
    RATE,
    RATE_AFTER,
    RATE_UNDER,
    RATE_WITH,
    UNITS,
    fields_of,
    phrases,
    rate_of,
)
from validators.methodology.topics.prose import prose
from validators.reasons import Reason

key = "data_source"
cues = (
    "data", "price", "close", "bar", "tick", "quote", "candle", "adjust", " raw", "(raw", "feed", "ohlc", "intraday",
    "fundamental", "earnings", "sentiment", "news", "order book", "order-book", "order flow", "volume", "series",
    "closing", "returns", "balance sheet", "balance-sheet", "analyst", "macro", "satellite", "alternative", "social",
    "implied", "total-return", "total return", "opens", "dividend", "observations", "snapshot", "level", "resolution",
    "granularity", "basis", "filings", "book value", "financial statement", "accounting", "valuation", "economic",
    "gdp", "inflation", "vix", "fear ", "spread", "unemploy", "payroll", "confidence", "survey", "expert", "insider", "short interest", "13f", "flows", "p/e", "revenue", "highs", "range", "yield", "search ", "shares traded", "exchange rate", "broker", "option", "credit-card", "credit card", "weather", "on-chain", "consensus", "web",
    "yield curve", "yield-curve", "interest-rate", "interest rate", "marks", "prints", "report", "headline", "tweet", "settlement",
    "forward", "spot", "swap", "input", "sampl", "frequency", "timeframe", "time frame", "bar size", "bar length", "depth",
    "google", "traffic", "scrap", "midpoint", "rates", "auction", "image", "picture", "chart", "accounts", "values", "fed ", "reading", "averages", "posts", "articles", "trades ", "trades.", "trades,", "cash-flow", "cash flow", "income statement", "10-k", "10-q",
)  # fmt: skip
also = (
    "intraday", "intra-day", "daily", "minute", "minutely", "hour", "tick", "week", "friday", "monthly", "quarterly",
    "annual ", "annual-", "yearly", "eod", "end-of-day", "end of day", "day-end", "real-time", "real time", "live",
    "streaming", "second", "high-freq", "high freq", "1-day", "one-day", "per-day", "adjust", " raw", "(raw",
    "as-traded", "nominal", "dividend", "total-return", "total return", "price-only", "price only", "min ", "min-",
    "fundamental", "earnings", "sentiment", "news", "order", "volume", "balance", "analyst", "macro", "economic",
    "fear ", "spread", "rates", "unemploy", "payroll", "confidence", "survey", "expert", "insider", "13f", "flows", "p/e", "revenue", "range", "shares traded", "target", "closes", "closing", "satellite", "alternative", "social", "implied", "option", "vix", "gdp", "inflation", "interest", "yield", "book",
    "filings", "10-k", "accounting", "valuation", "statement", "credit", "weather", "on-chain", "consensus", "web",
    "media", "market depth", "depth", "yahoo", "bloomberg", "refinitiv", "reuters", "eikon", "crsp", "compustat",
    "quandl", "nasdaq data", "polygon", "norgate", "tiingo", "alpha", "iex", "factset", "morningstar", "capital iq",
    "datastream", "stooq", "eodhd", "interactive", "alpaca", "databento", "kaggle", "tickdata", "ice data", "six",
    "binance", "coinbase", "kraken", "coingecko", "fred", "wrds", "ecb", "csi data", "barchart", "opening", "opens",
    "open prices", "high", "low", "vwap", "mid-", "mid p", "bid", "ohlc", "level",
    "report", "headline", "tweet", "settlement", "forward", "spot", "swap", " day", " month", "google", "traffic", "scrap",
    "midpoint", "cash-flow", "cash flow", "income", "10-q", "tick-", "candle", " bars", "corporate action", "split", "printed", "prices", "nothing else", "only", "auction", "image", "picture", "chart", "accounts",
    "companies", "filed", "posts", "articles", "wire", "-end", "half-hour", "quarter", "monday", "tuesday", "wednesday", "thursday", "year",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a text says of the data: `rates` (how often, and of how many minutes or hours, 0 where that is open), `adjusted` for splits
    and dividends, `kinds`, `fields` (closes, bars, quotes) and `vendors`; a statement only: `priced`, of a market's prices, and `only`, of nothing else."""

    rates: frozenset[tuple[str, int]] = frozenset()
    adjusted: bool | None = None
    kinds: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    vendors: frozenset[str] = frozenset()
    priced: bool = False
    only: bool = False
    supplier: str = ""
    """Whoever is named with a capital as where the data come from."""


_PRICE = r"(?:(?:market |closing |past |historical |daily |share |stock )?(?:prices?|closes|quotes|price (?:data|history|series)))"
_PRICES = re.compile(rf"\b{_PRICE}")
_PRICES_ONLY = re.compile(
    rf"\b(?:only|nothing (?:but|other than|except|besides)|no (?:data|inputs?|information) (?:but|other than|except|besides)|solely|purely|exclusively|merely|pure|entirely (?:on|from)) (?:(?:on|at|from|uses?|with|the|of|past) )*{_PRICE}"
    rf"(?= (?:are|is|go|goes|enter|count|matter|data|strategy|model|play|feed|serve as (?:the )?inputs?)\b|[.,;:!)]|$)"
    rf"|\b{_PRICE} (?:and (?:nothing|no (?:other|further))|alone\b(?= (?:are|is|feed|drive|decide|matter|go)|[.,;]|$)|all the way|are all(?: that)?\b|are the (?:only|sole) (?:input|data|source|thing))"
)
_NOT_PRICES = frozenset(
    ["fundamental", "sentiment", "macro", "alternative", "analyst", "text", "image", "auction", "orderbook"]
)
_OF_OPTIONS = re.compile(r" (?:of|on|for|from) (?:\w+ )?options?\b")
_WITHIN_A_DAY = {"intraday", "minute", "hourly", "tick"}
_TICKS = re.compile(r"\bticks\b(?! (?:up|down|higher|lower|away|over|off|on|the box)\b)")
_FAST_RETURNS = re.compile(r"\b(?:minute(?:-by-minute|ly)?|hourly|intra-?day|tick)[ -](?:\w+ )?returns\b")
_UNADJUSTED = re.compile(
    r"\b(?:un-?adjusted|non-adjusted|raw(?! (?:material|input))|as-traded|nominal)[ -](?:\w+[ -]){0,3}?(?:clos\w+|prices?|data|bars?"
    r"|quotes?|series|opens?)\b|\b(?:clos(?:es|ing prices?)|prices?|data|bars?|series)(?: \w+){0,3}? (?:is|are"
    r"|was|were|remain|left|stay|being|left entirely)? ?(?:un-?adjusted|raw\b(?! (?:material|input)))|\b(?:not|never|isn't|aren't"
    r"|without(?: any| an)?|no|lacks?|ignor\w+|neither) (?:(?!but |yet )\w+ ){0,2}?adjust(?:ed|ment|ments|ing)?(?: (?:is|was"
    r"|are) (?:made|applied))?(?: for)?(?= ?(?:(?:corporate|splits?|dividends?|either|stock|any|the|cash)\b|[.,;]"
    r"|$))"
    r"|\b(?:prices?|closes|quotes|series|bars|data) (?:are|is|were|was|stay|stays|remain|come|comes) (?:\w+ )?(?:left |taken |used |kept |shown )?(?:just |exactly )?as (?:they (?:were|are) |it was |originally |first )?(?:printed|traded|quoted|recorded|dealt)\b"
    r"|\b(?:does|do)(?: not|n't) adjust\b|\bdividends? (?:is|are|were|was)(?: not|n't) (?:included|reinvested"
    r"|adjusted|added|reflected|accounted"
    r"|part)\b|\b(?:exclud\w+|ignor\w+|without(?: any)?) (?:splits? and )?dividends\b(?! in)"
    r"|\bdividends (?:and splits )?are (?:excluded|ignored|left out)|\bdividends? (?:and \w+ )?(?:(?:have|has) been|are|is|were) (?:\w+ly |all )?(?:left out|ignored|removed|stripped|excluded|disregarded|forgotten|not (?:counted|put back|reflected)|missing|dropped)\b|\bdividends? (?:do(?:es)?(?:n't| not)|never) (?:\w+ )?(?:enter|count|go into|figure|show up in|appear in)(?: (?:the|its) (?:prices?|closes|series))?\b|\bun-?adjusted\b|\bprice[- ]only (?:returns|levels|prices|(?:index )?levels|index"
    r"|series|closes|data)\b"
)
_ADJUSTED = re.compile(
    r"(?<!un)(?<!un-)(?<!not )(?<!non-)\b(?:split-? ?(?:and|/|&)? ?(?:dividend)?-?)?(?:fully |dividend-|back-?"
    r"|total-return )?adjusted[ -](?:\w+[ -]){0,2}?(?:clos\w+|prices?|data|bars?|series|opens?)|\b(?:clos(?:es"
    r"|ing prices?)|prices?|data|bars?|series)(?: \w+){0,3}? (?:is|are|was|were) (?:fully |\w+ly )?adjusted\b"
    r"|\b(?:raw|un-?adjusted|nominal|as-traded),? but (?:rather )?(?:\w+ly )?adjusted\b|\b(?:adjusted|corrected|cleaned) for (?:stock )?(?:splits?|dividends?|corporate actions)|\btotal[- ]return (?:series|prices?"
    r"|data|closes|index levels)"
    r"|\bdividends? (?:is|are|were|was) (?:\w+ ly )?(?:folded|added|put|worked|included|rolled|built|reinvested|credited) (?:back )?(?:in|into|to) (?:the |its )?(?:prices?|series|closes|quotes|levels|index)\b"
)
_KINDS = {
    "fundamental": (
        r"fundamental(?:s| data| ratios| factors)?|balance[- ]sheets?(?: items| data)?|earnings(?: data| reports"
        r"| surprises| announcements| estimates)?|financial statements?|accounting (?:data|ratios)|book values?"
        r"|valuation (?:ratios|data)|(?:company|corporate|regulatory|sec|statutory) (?:filings|accounts|reports|disclosures)|filings|(?:reports|accounts|filings|statements)(?: (?:which|that|filed|published|issued))?(?: by)?(?: the)? (?:companies|firms|issuers|corporations)|10-[kq]\w*|(?:annual|quarterly|company|financial|fiscal) (?:\w+ )?(?:reports|accounts|results|filings)"
        r"|income statements?|cash[- ]flow statements?|(?:p/e|price[- ](?:to[- ])?(?:earnings|book|sales))(?: ratios?| multiples?)?|book-to-market(?: ratios?)?|dividend yields?|(?:company |corporate )?(?:revenues?|sales figures|profit figures)|debt ratios?"
    ),
    "sentiment": (
        r"(?:news|social[- ]media|twitter|message[- ]board|headline|investor|media|reddit|newspaper)[- ]?(?:and \w+ )?(?:sentiment|feeds?"
        r"|headlines|articles|data|posts|flow|scores|items|stories|wires?)|(?<!good )(?<!bad )news(?= (?:is|are|drives?|feeds?|as)|[.,;:]|$)|news (?:filters?|wires?|items?|stories|tickers?|flow|reports?)|news (?:about|on)\b|headlines|social (?:media|networks?|channels)|tweets|sentiment(?: scores| data| indices| signals)?"
    ),
    "orderbook": (
        r"books? of orders|order[- ]books?(?: data| depth| snapshots?| imbalance)?|depth[- ]of[- ](?:book|market)|level[- ](?:2|ii|two)|limit order book"
        r"|bid[- ]ask (?:quotes|data)|market depth|l2 data"
    ),
    "orderflow": r"order[- ]flow(?: data)?",
    "macro": (
        r"macro(?:economic)?(?: data| indicators| variables| series| releases)|economic (?:data|indicators|releases)"
        r"|gdp|inflation(?: data| figures| prints?| rates?| numbers)?|interest[- ]rates?(?: data)?|yield[- ]curves?(?: data)?|credit spreads?|(?:bond |treasury )yields|unemployment(?: rates?| figures| data| numbers)?|(?:non-?farm )?payrolls?|pmis?\b|consumer confidence|economic (?:series|figures|statistics|news|calendar)|exchange rates|business (?:surveys?|cycles?)|economic (?:cycle|outlook|conditions|growth)|yields? (?:of|on) (?:\w+ )?(?:bonds?|treasur\w+|bills|notes)|economists' \w+"
    ),
    "implied": (
        r"(?:option[- ])?implied[- ]vol\w*(?: data| surfaces?)?|options? (?:data|chains?|prices|premiums|quotes|surfaces?)|(?:prices|quotes|premiums) (?:of|for|on) (?:\w+ )?options"
    ),
    "vix": r"(?:the )?vix(?: data| levels?| futures| index| closes)?|(?:the )?fear (?:gauge|index)",
    "positioning": r"insider(?:s|s'|'s)? (?:trades|transactions|buying|selling|dealings|purchases|sales)|short[- ]interest|13f\w*|fund flows|(?:futures )?open interest|cot reports?|commitments of traders|margin debt",
    "text": r"(?:earnings[- ])?(?:call )?transcripts|central[- ]bank (?:minutes|statements|speeches)|fomc \w+|press releases|patents?(?: filings)?",
    "alternative": (
        r"alternative data\w*|satellite(?: imagery| data| images)?|(?:credit[- ])?card (?:data|transactions)|google trends|(?:scrap|crawl|trawl|search)(?:es|s|ing)? (?:through )?the (?:web|internet|news)|web searches|foot traffic|geolocation\w*"
        r"|web[- ]scraped|web traffic|weather data|weather (?:forecasts?|reports?|patterns?)|search (?:volumes?|trends|interest)|app downloads|(?:parking|shipping|flight|mobile-phone|freight) data|job (?:postings|ads)|on-chain (?:data|metrics|figures|activity|statistics|flows?|indicators|signals|variables|features|numbers|inputs|series)"
    ),
    "analyst": (
        r"(?:analysts?|experts?|brokers?|strategists?)(?:'s?)? (?:\w+ )?(?:views?|opinions?|targets?|surveys?|predictions?|upgrades?|downgrades?|reports?|notes?)|what (?:the )?(?:analysts|experts|economists|forecasters|strategists|brokers) (?:\w+ )?(?:expect|predict|say|think|forecast|recommend|believe|write)|price targets|analyst(?:s'?|'s)? (?:estimates|forecasts|revisions|ratings|recommendations)|consensus (?:estimates"
        r"|forecasts)"
    ),
    "auction": r"auctions?(?: prices?| prints?| data| quotes| results)|(?:prices?|prints?|results) (?:of|from|in|at) (?:the |both |its )?(?:\w+ (?:and \w+ )?)?auctions?|opening and closing auctions",
    "image": r"(?:chart|candle(?:stick)?|price|plot) (?:images?|pictures?|bitmaps?|screenshots?)|(?:images?|pictures?|bitmaps?|photographs?|screenshots?)(?: (?:of|from))?(?: \w+){0,3}? (?:charts?|candles?|prices?|graphs?)",
    "goods": r"(?:gold|silver|oil|crude|copper|sugar|wheat|commodity|bitcoin|house|electricity|gas) (?:and (?:gold|silver|oil|copper|sugar|gas) )?prices?",
    "volume": r"(?:trading|traded|dollar|on-balance|share|daily) volumes?|volumes? (?:data|figures|series)|(?<!or )volumes?\b(?![- ](?:weighted|profile))|(?:number|amount) of shares (?:traded|dealt|exchanged)|share turnover",
}
_KIND = re.compile(rf"\b(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _KINDS.items())})\b")
_VENDORS = (
    r"yahoo(?: finance)?|bloomberg|refinitiv|reuters|eikon|crsp|compustat|quandl|nasdaq data link|polygon(?:\.io)?"
    r"|norgate|tiingo|alpha ?vantage|iex(?: cloud)?|factset|morningstar|capital iq|datastream|stooq|eodhd"
    r"|dukascopy|histdata|optionmetrics|ivolatility|orats|livevol|opra\b|taq\b|lobster|simfin|sharadar|intrinio|bitstamp|bitfinex|cryptocompare|coinapi|kaiko|glassnode|cboe|cme datamine|truefx|worldscope|ibes|bitmex|bybit|okx|wm/r(?:euters)?|interactive brokers|alpaca|databento|kaggle|tickdata|ice data|six|binance|coinbase|kraken|coingecko|fred|wrds"
    r"|ecb|csi data|barchart"
)
_VENDOR = re.compile(
    r"\b(?:from|by|via|through|of|on|supplied by|provided by|sourced from|is|are|:|using|uses|at"
    rf"|source)[ -]+(?:the )?(?P<name>{_VENDORS})\b(?! (?:ticker|symbol))"
)
_SURELY = re.compile(
    r"\b(?:data|snapshots?|images?|pictures?|prints|articles?|posts|reports|accounts|filings|sheets?|chains?|imagery|images|headlines|transcripts|curves?|feeds?|scores|depth|surfaces?|estimates|statements?|minutes|articles|tweets)\b|order"
)
_SHORT = 90
_OF_ANOTHER_MATTER = re.compile(
    r"[%$€£?]|\b(?:returned|gained|lost|fell|rose|drawdowns?|sharpe|benchmark\w*|crash\w*|cris[ie]s|borrow\w*|margin|fees?|costs?|traded|held|holds|bought|buys|sells|sold|trades|would|could|might|may|hedge\w*|market|if|when|you)\b"
)
_SURE = frozenset(["sentiment", "analyst", "alternative", "positioning", "orderbook", "image", "text"])
_OF_BARS = frozenset(["bar", "ohlc", "close", "open", "range"])
_FIELD = re.compile(
    r"\b(?:opening prices?|daily opens|opens(?! (?:on|at|in|with|to|its|the|a|an|up|new|positions?|\d+)\b)|open prices)\b|\b(?:daily|adjusted"
    r"|session)[ -](?:highs?(?: and lows?)?|lows|vwaps?|mid-?prices?|opening prices)\b|\bbid[- ](?:and"
    r"|/) ?ask (?:quotes|prices|midpoints?)\b|\bmid-?quotes?\b|\bhighs? (?:and|or) lows?\b|\bhighs?, (?:and )?lows?\b|\btypical prices?\b|\b(?:day|session)'s (?:range|highs?|lows?)\b|\b(?:average )?true ranges?\b|\bohlcv?\b|\bindex levels\b|\b(?:one-|three-)?(?:month )?forwards and spot\b|\bspot and (?:[\w-]+ )?forwards\b"
    r"|\b(?:spot|forward|swap|exchange)(?: and (?:[\w-]+ )?(?:forward|spot))? (?:fx |currency )?(?:rates|points|quotes)|(?:fx|currency) forwards\b|\b(?:futures )?settlements?(?= (?:prices|of|from)|s\b)"
)
_USE = re.compile(
    r"\b(?:uses?|used|using|based on|built on|runs? on|ran on|run on|reads?|read|relies on|rely on|relying|inputs?|fed|feed"
    r"|feeds?|takes?|draws?|drawn|source[sd]?|comes? from|computed (?:from|on|with|using)|calculated (?:from|on"
    r"|with|using)|signals?|data|deriv(?:es?|ed) from|works? (?:on|with|from|off)|operates on|consumes?"
    r"|looks? (?:at|through|into)|combines?|incorporates?|trained on|prices are|closes are|measured on|measures|supplied"
    r"|evaluated on|estimated (?:from|on)|driven by|drives?|steers?|governs?|determines?|needs?|requires?|ingests?|processes|(?:back)?test(?:ed|s)? (?:on"
    r"|uses)|obtained|taken from|downloaded|provided|analy[sz]es|includes?|adds?|monitors?|sees?|also|considers?"
    r"|features?|predictors?|raw material|goes in|go in|fuel\w*|eats?|digests?|information|variables?|series|watch(?:es|ed|ing)?|pars(?:es|ed)|mines?|scans?|scrap(?:es|ed)|listens?"
    r"|enters?|entering|columns?|studies|exploits?|knows?|observes?|responds? to|reacts? to|rests on|turns on|hinges on|depends? on|part in|lives? on|from|not|no|never|weigh(?:s|ed)?|tilts?|guides?|informs?|decides?|helps?|shapes?|influences?|counts?|checks?|checked|compares?|consults?|consulted|besides|alongside|supplement\w*|mix(?:es|ed)|blends?|taps?|heeds?|account|note of|glances?|rely|bases?|receives?|given|sifts?|crunch\w*|track(?:s|ed)?|follow(?:s|ed)?|eye on|turns? to|fold(?:s|ed)|factors?|matters?|triggers?|prompts?|goes? into|via|through|judges?|scores?|learns?|learned|picks? up|pays? (?:attention|heed)|together with|plus|tells?|told|shown|picks|chooses|selects|ranks|ranked|confirms?|gives?|yields?|serves? as|regressors?|makes? up|sways?|moves the|enters|drives)\b"
)
_OFFERED = re.compile(
    r"\b(?:vendors?|providers?|exchanges|brokers|others|shops|desks|one|you|traders|people|competitors)\b[^.;:,]{0,30}\b(?:sells?|offers?|provides?"
    r"|publish(?:es)?|uses?|likes?|wants?|buys?|can|could|prefers?)\b[^.;:]{0,40}$"
)
_MEASURED = re.compile(
    r"\b(?:drawdowns?|sharpe(?: ratios?)?|equity curve|performance|metrics|statistics|figures|statements?|track record|positions?|portfolio|book|results)\b(?: \w+){0,4}?"
    r" (?:measured|computed|calculated|marked|valued|plotted|drawn|shown|based|taken|quoted|reported)\b"
)
_EXECUTION = re.compile(
    r"\b(?:execut\w+|fill(?:s|ed)?|booked|dealt|struck|trades?\b|next(?! to\b)|orders?|enter(?:s|ed)?(?! (?:the |its |into |this |any )*(?:calculation|formula|model|signal|rule|equation|picture|computation))|buys? at|sells? at|transact\w+)\b"
)
_FOR_REPORTS = re.compile(
    r"(?: (?:that|which|are|is|only|just|merely|solely|matters?|serves?|used|needed|there|come|comes|in|count|counts|kept|play a (?:part|role)))+(?: (?:when|if|where) (?:it comes to|we|you|one))?(?: (?:for|in|to|at))? (?:the |its |an? )?(?:mark\w*|valu(?:e|ing|ation)\w*|report\w*|plot\w*|chart\w*|monitor\w*|risk (?:figures|report\w*|numbers)|benchmark\w*|statistics|metrics|performance|nav|p&l|drawdown\w*)\b"
)
_PRICED = re.compile(
    r"\b(?:clos\w*|prices?|bars?|candles?\w*|ohlcv?|quotes?|opens|ticks?(?= data)|ticks|tick-by-tick|trades|marks|settlements?|midpoints?)\b"
)
_PLAINLY_RAW = re.compile(r"(?:un-?adjusted|non-adjusted|raw|as-traded|nominal)\b")
_WITHIN_DENIED = re.compile(r"(?:n't|\bnot)\b")
_PERIOD_END = re.compile(r"\b(?:week|month|quarter|year)[- ]end|\bend[- ]of[- ](?:the[- ])?(?:week|month|quarter)")
_TO_COME = re.compile(r"\b(?:next|following|subsequent|coming) $")
_COUNTED_AFTER = re.compile(
    r" (?:holds?|has|have|contains?|counts?|comprises?) (?:[\w,]+ ){1,3}(?:observations|points|values|returns)\b"
)
_DECISION = re.compile(
    r"\b(?:signals?|re-?balanc\w*|rank\w*|decid\w*|decisions?|check\w*|momentum|averages?|compar\w*|formation)\b"
)


def read(fact: FactValue) -> Source | None:
    """A document's data; None where its words say nothing of rate, adjustment, kind, field or vendor."""
    text = fold(fact if isinstance(fact, str) else ", ".join(fact)).strip()
    if says_nothing(text) or says_none(text):
        return None
    rates = {rate_of(match) for match in RATE.finditer(text)} | {
        (UNITS[match["unit"]], 0) for match in re.finditer(rf"\b(?:a|an|per|every|each) {PERIOD}", text)
    }
    adjusted = False if _UNADJUSTED.search(text) else True if re.search(r"\badjusted|total[- ]return", text) else None
    kinds = frozenset(match.lastgroup for match in _KIND.finditer(text) if match.lastgroup)
    priced = re.search(
        r"\b(?:clos\w*|prices?|bars?|opens?|ohlcv?|quotes?|candles?|ticks?|tape|returns?|vwaps?|fixings?|net asset values?|navs|highs|lows|levels|rates|marks|points|settlements?|forwards)\b",
        text,
    )
    if "auction" in kinds or re.search(r"\b(?:each|every) (?:morning|noon|afternoon|evening|night)\b", text):
        rates.add(("daily", 0))  # an auction is held once or twice a day
    fields = fields_of(text)
    vendors = frozenset(re.findall(rf"\b(?:{_VENDORS})\b", text))
    if not rates and adjusted is None and not kinds and not priced and not vendors:
        return None
    return Source(
        rates=frozenset(rates),
        adjusted=adjusted,
        kinds=kinds | ({"price"} if priced else set()) | ({"volume"} if "ohlcv" in text or "volume" in text else set()),
        fields=fields,
        vendors=vendors,
    )


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every rate, adjustment, kind, field and vendor of data that a passage names as the strategy's."""
    told: list[tuple[int, int]] = []
    executed = _EXECUTION.search(text) is not None
    for start, end, rates, adjusted, fields in phrases(text):
        if not _is_other(text, start, end, executed=executed):
            told.append((start, end))
            yield Stated(
                start=start,
                end=end,
                asserted=False if _WITHIN_DENIED.search(text, start, end) else None,
                value=Source(rates=rates)
                if _OF_OPTIONS.match(text, end)
                else Source(
                    rates=rates, adjusted=adjusted, fields=fields, priced=_PRICED.search(text, start, end) is not None
                ),
            )
    for pattern in (RATE_WITH, RATE_AFTER, RATE_UNDER):
        for match in pattern.finditer(text):
            if match.groupdict().get("loose") and not OF_DATA.search(text):
                continue
            unit = match.groupdict().get("unit")
            rate = (UNITS[unit], 1 if unit in ("minute", "hour") else 0) if unit else rate_of(match)
            yield Stated(start=match.start(), end=match.end(), value=Source(rates=frozenset([rate])))
    for match in _UNADJUSTED.finditer(text):
        doubled = re.search(
            r"\b(?:not|never|no|n't|rather than|instead of|than) (?:\w+ ){0,2}$",
            text[max(match.start() - 30, 0) : match.start()],
        )
        yield Stated(
            start=match.start(),
            end=match.end(),
            value=Source(adjusted=False),
            asserted=False if doubled else None if _PLAINLY_RAW.match(match[0]) else True,
        )
    for match in _ADJUSTED.finditer(text):
        if not any(begin <= match.start() < stop for begin, stop in told):
            contrasted = True if " but " in match[0] else None
            yield Stated(start=match.start(), end=match.end(), value=Source(adjusted=True), asserted=contrasted)
    for match in _BY_THE.finditer(text):
        if not executed and not any(begin <= match.start("unit") < stop for begin, stop in told):
            rate = (UNITS[match["unit"]], 0)
            yield Stated(start=match.start("unit"), end=match.end(), value=Source(rates=frozenset([rate])))
    for match in EVERY_TICK.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Source(rates=frozenset([("tick", 0)])))
    for match in _PRICES_ONLY.finditer(text):
        if not executed and not _is_other(text, match.start(), match.end(), executed=executed):
            prices = _PRICES.search(text, match.start(), match.end()) or match
            yield Stated(start=prices.start(), end=prices.end(), value=Source(only=True))
    used = _USE.search(text) is not None or (
        len(text) <= _SHORT and not executed and _OF_ANOTHER_MATTER.search(text) is None
    )
    for match in _KIND.finditer(text):
        if match.lastgroup == "volume" and (executed or _OF_MARKET.match(text, match.end())):
            continue
        if (used or match.lastgroup in _SURE or _SURELY.search(match[0])) and not _is_no_kind(text, match):
            yield Stated(
                start=match.start(),
                end=match.end(),
                value=Source(kinds=frozenset([match.lastgroup or ""])),
                asserted=False if _OUT_OF_SIGHT.match(text, match.end()) else None,
            )
    for match in _FIELDS_ONLY.finditer(text):
        if not executed and not _is_other(text, match.start(), match.end(), executed=executed):
            flatly = match[0].startswith(("clos", "open")) and not _DENIAL.search(text, 0, match.start())
            yield Stated(
                start=match.start(),
                end=match.end(),
                value=Source(only=True, fields=fields_of(match[0])),
                asserted=True if flatly else None,
            )
    for match in _FIELD.finditer(text):
        if not executed and not any(begin <= match.start() < stop for begin, stop in told):
            yield Stated(
                start=match.start(),
                end=match.end(),
                value=Source(fields=fields_of(match[0])),
                asserted=False if _OUT_OF_SIGHT.match(text, match.end()) else None,
            )
    if not used:
        return
    for match in _TICKS.finditer(text):
        if not any(begin <= match.start() < stop for begin, stop in told):
            yield Stated(start=match.start(), end=match.end(), value=Source(rates=frozenset([("tick", 0)])))
    for match in _FAST_RETURNS.finditer(text):
        if word := RATE.search(match[0]):
            yield Stated(start=match.start(), end=match.end(), value=Source(rates=frozenset([rate_of(word)])))
    for match in _VENDOR.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Source(vendors=frozenset([match["name"]])))
    for match in _SOME_VENDOR.finditer(cased):
        if not _NO_VENDOR.search(match["name"]) and not _EXECUTION.search(text):
            yield Stated(start=match.start("name"), end=match.end("name"), value=Source(supplier=match["name"].lower()))


def conflict(stated: Source, *, asserted: bool, fact: Source, document: MethodologyDocument) -> Reason | None:
    """Data of another rate, adjustment, kind, field or vendor than the document's."""
    agrees: list[bool | None] = []  # None: the document leaves it open
    if stated.supplier:
        told = prose(document, key)
        fact_text = str(document.facts.get(key, ""))
        named = bool(fact.vendors) or re.search(r"(?<!^)\b[A-Z][a-z]{2,}|\b[A-Z]{3,}\b", fact_text) is not None
        is_told = any(word in told for word in re.findall(r"[a-z]{3,}", stated.supplier))
        return Reason.CONTRADICTS_DOCUMENT if asserted and named and not is_told else None
    if stated.only and stated.fields:
        more = {"open", "range", "ohlc", "quote", "bar"} & fact.fields - stated.fields or {"volume"} & fact.kinds
        return Reason.CONTRADICTS_DOCUMENT if asserted and more else None
    if stated.only:
        return Reason.CONTRADICTS_DOCUMENT if asserted and fact.kinds & _NOT_PRICES else None
    if stated.rates:
        same = _is_in if asserted else _is_named
        agrees.append(all(same(rate, fact.rates) for rate in stated.rates) if fact.rates else None)
    if stated.adjusted is not None:
        adjusted = fact.adjusted if fact.adjusted is not None else _told_adjusted(prose(document, key))
        agrees.append(stated.adjusted == adjusted if adjusted is not None else None)
    if stated.kinds:
        known = fact.kinds | (_told_kinds(prose(document, key)) if asserted else frozenset())
        known |= {"orderflow"} if known & {"orderbook"} else set()
        known |= {"goods"} if _GOODS.search(prose(document, key)) else set()
        known |= {"vix"} if known & {"implied"} else set()
        known |= {"volume"} if fact.fields & {"bar", "ohlc"} or known & {"orderbook", "orderflow"} else set()
        agrees.append(stated.kinds <= known if fact.kinds else None)
    if stated.fields:
        if fact.kinds and "price" not in fact.kinds:
            agrees.append(False)
        elif fact.fields:
            bars = fact.fields == {"level"} and stated.fields <= {"close", "bar"}  # an index closes at a level
            bars = bars or (stated.fields == {"ohlc"} and "close" in fact.fields)
            bars = bars or (stated.fields == {"close"} and fact.fields == {"settlement"})  # a future's close
            bars = bars or (bool(fact.fields & {"bar", "ohlc"}) and stated.fields <= _OF_BARS)
            bars = bars or (stated.fields == {"bar"} and bool(fact.fields & _OF_BARS))
            agrees.append(bool(stated.fields & fact.fields) or bars)
        else:
            agrees.append(None)
    if asserted and stated.priced and fact.kinds and "price" not in fact.kinds:
        agrees.append(False)
    if stated.vendors:
        agrees.append(_vendors_meet(stated.vendors, fact.vendors) if fact.vendors else None)
    breaks = False in agrees if asserted else True in agrees and False not in agrees
    return Reason.CONTRADICTS_DOCUMENT if breaks else None


@lru_cache(maxsize=4096)
def _told_kinds(told: str) -> frozenset[str]:
    """The kinds of data that a document's prose names and does not deny."""
    return frozenset(
        match.lastgroup or ""
        for match in _KIND.finditer(told)
        if not re.search(
            r"\b(?:no|not|never|nor|neither|without|nothing)\b|n't\b", told[max(match.start() - 50, 0) : match.start()]
        )
    )


@lru_cache(maxsize=4096)
def _told_adjusted(told: str) -> bool | None:
    """Whether a document's prose says that its prices are adjusted, or that they are not; None where it says neither or both."""
    adjusted, raw = _ADJUSTED_PROSE.search(told) is not None, _UNADJUSTED.search(told) is not None
    return None if adjusted == raw else adjusted


_ADJUSTED_PROSE = re.compile(
    r"(?<!not )(?<!un)\badjusted for (?:stock )?(?:splits?|dividends?|corporate)|\b(?:split|dividend)-adjusted\b|\bdividends (?:and \w+ )?(?:are )?(?:put|added|folded) (?:back )?in\b"
)
_FIELDS_ONLY = re.compile(
    r"\b(?:only|nothing (?:but|other than|except|besides)|solely|just|exclusively|purely|merely|no more than) (?:(?:on|at|from|uses?|with|the|of|daily|adjusted|past|its|reads?|knows?|looks? at) ){0,4}(?:clos(?:es|ing prices?|ing levels?)|open(?:s|ing prices?))(?= ?(?:[.,;:!)]|$)| (?:are|is|go|goes|enter|count|matter|feed|and nothing)\b)"
    r"|\b(?:clos(?:es|ing prices?|ing levels?)|open(?:s|ing prices?)) (?:and (?:(?:on|from|at|with|of) )?(?:nothing|no more\b)(?: (?:else|besides|more|other))?|alone\b|only\b(?! (?:when|if|on|at|after)))"
)
_DENIAL = re.compile(r"\b(?:not|never|no|hardly)\b|n't\b")
_OF_MARKET = re.compile(
    r" (?:of|in) (?:the )?(?:trading|business|trades|orders|work|talk)\b| (?:was|were|rose|fell|dried)\b"
)
_BY_THE = re.compile(
    r"\b(?:quotes?|prices?|data|bars|inputs?|closes)\b(?! (?:move|fall|rise|change))[^.;,]{0,24}? (?:by the|(?:every|each)(?: single)?) (?P<unit>second|minute|hour)\b"
)
_GOODS = re.compile(
    r"\b(?:gold|silver|oil|crude|copper|sugar|wheat|commodit\w+|bitcoin|crypto\w*|gas|futures|metals?|energy|houses?)\b"
)
_OUT_OF_SIGHT = re.compile(
    r"[^.,;:]{0,24}? (?:is|are|stays?|remains?|lies?|keeps?|goes|go) (?:\w+ly |quite |well )?(?:out of|outside|beyond|of no|none of|unread|unseen|unused|ignored|disregarded|not looked|not (?:read|seen|watched|weighed|heeded|followed|tracked|checked|counted))\b| (?:(?:is|are) )?(?:\w+ )?but (?:it |they )?(?:does|do|is|are)(?: not|n't) (?:use|read|look|consult|heed)"
)
_NOT_DEALT = re.compile(
    r"[^.;]{0,40}?\b(?:never|not|n't|neither|no) (?:\w+ ){0,2}?(?:bought|traded|held|sold|owned|dealt)\b| (?:may|might)(?: \w+)? (?:explain|tell|say|help|move|matter|shake|be|come|drive|look|have)\b| (?:moved|shook|hit|rattled|drove|sent|lifted|sank|pushed|helped|hurt|came|broke|weighed)\b"
)


def _is_no_kind(text: str, match: re.Match[str]) -> bool:
    """Whether words like those for a kind of data mean something else ("earnings season"), or what others use."""
    return (
        re.match(r"[ -](?:date|season|day|call)s?\b", text[match.end() :]) is not None
        or _NOT_DEALT.match(text, match.end()) is not None
        or re.search(r"\b(?:name|kind|sort|piece) of (?:an? |the )?$", text[: match.start()]) is not None
        or _OFFERED.search(text[: match.start()]) is not None
        or _MEASURED.search(text, max(match.start() - 90, 0), match.start()) is not None
        or _IN_TIMES.search(text, max(match.start() - 60, 0), match.start()) is not None
        or (
            re.match(
                r" (?:switch|bucket|filter|band|regime|level|threshold|quartile|tercile|decile|group)s?\b",
                text[match.end() :],
            )
            is not None
            and _ADDED.search(text, max(match.start() - 40, 0), match.start()) is not None
        )
    )


_ADDED = re.compile(
    r"\b(?:tempting|tempted|add(?:ing)?|bolt(?:ing)? on|use|try(?:ing)?) (?:\w+ ){0,4}?(?:an? )$"
)  # "tempting as it is to add a VIX switch"
_SOME_VENDOR = re.compile(
    r"\b(?:[Pp]rices?|[Dd]ata|[Qq]uotes?|[Bb]ars|[Cc]loses|[Cc]andles|[Ss]ettlements|[Cc]hains?|[Ff]ixings?|[Rr]ates|[Ff]eeds?|[Ff]undamentals|[Ss]eries|[Hh]istory|[Ss]napshots?)(?: \w+){0,4}? (?:come|comes|came|is|are|was|were|taken|sourced|obtained|drawn|bought|downloaded|supplied|provided|delivered)?(?: \w+){0,2}? ?(?:from|by|via|through) (?:the )?(?P<name>[A-Z][\w&.-]*[A-Za-z](?: [A-Z][\w&.-]+){0,3})"
)
_NO_VENDOR = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I|The|It|[A-Z]{2}|Europe\w*|America\w*|US\w*|New York|London|Tokyo|Frankfurt|Asia\w*|German\w*|Japan\w*|Brit\w*|[A-Z]{1,5})\b"
)
_IN_TIMES = re.compile(  # "on days when the VIX is above 25" tells of a market
    r"\b(?:days?|weeks?|months?|years?|times?|periods?|sessions?|regimes?|markets?|episodes?|phases?|spells?|environments?)(?: (?:on|in) which|,? (?:when|where|while|with|of|that had|which had))(?: (?:a|an|the|high|low|rising|falling|elevated|calm))* $"
)


def _is_in(rate: tuple[str, int], known: frozenset[tuple[str, int]]) -> bool:
    """Whether a rate is one of those known: "intraday" may be any within a day, "minute bars" of any number of minutes."""
    name, count = rate
    for other, size in known:
        if name == other and (count == size or 0 in (count, size)):
            return True
        if "intraday" in (name, other) and {name, other} <= _WITHIN_A_DAY:
            return True
    return False


def _is_named(rate: tuple[str, int], known: frozenset[tuple[str, int]]) -> bool:
    """Whether to deny a rate is to deny one of those known: who says "no minute bars" does not speak of five minutes."""
    name, count = rate
    return _is_in(rate, frozenset(each for each in known if each[0] != name or (max(count, 1) == max(each[1], 1))))


def _vendors_meet(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(a.split()[0] == b.split()[0] for a in ours for b in theirs)


def _is_other(text: str, start: int, end: int, *, executed: bool) -> bool:
    """Whether the words are the moment of a trade ("the daily close") or what figures are measured on, not the data."""
    phrase = text[start:end]
    if _FOR_REPORTS.match(text, end):
        return True
    if _MEASURED.search(text, max(start - 90, 0), start) or _OFFERED.search(text[:start]):
        return True
    if _PERIOD_END.search(phrase) and (executed or _DECISION.search(text)):
        return True  # when a decision falls
    if _TO_COME.search(text, 0, start) or _COUNTED_AFTER.match(text, end):
        return True
    if executed and re.match(r"(?:closing|opening) (?:prices?|levels?|quotes?)\b", phrase):
        return True
    if not re.search(r"(?:close|open)$", phrase):
        return phrase.startswith("live") and "data" not in phrase
    return re.match(r"daily close|week|month|\w+day(?:'s)?\b|real|live", phrase) is not None or executed
