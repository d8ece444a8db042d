"""Which data the strategy reads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.passages import fold
from validators.methodology.topics.absence import says_none, says_nothing
from validators.reasons import Reason

key = "data_source"
cues = (
    "data", "price", "close", "bar", "tick", "quote", "candle", "adjust", " raw", "(raw", "feed", "ohlc", "intraday",
    "fundamental", "earnings", "sentiment", "news", "order book", "order-book", "order flow", "volume", "series",
    "closing", "returns", "balance sheet", "balance-sheet", "analyst", "macro", "satellite", "alternative", "social",
    "implied", "total-return", "total return", "opens", "dividend", "observations", "snapshot", "level", "resolution",
    "granularity", "basis", "filings", "book value", "financial statement", "accounting", "valuation", "economic",
    "gdp", "inflation", "vix", "option", "credit-card", "credit card", "weather", "on-chain", "consensus", "web",
    "yield curve", "yield-curve", "interest-rate", "interest rate", "marks", "prints",
)  # fmt: skip
also = (
    "intraday", "intra-day", "daily", "minute", "minutely", "hour", "tick", "week", "friday", "monthly", "quarterly",
    "annual ", "annual-", "yearly", "eod", "end-of-day", "end of day", "day-end", "real-time", "real time", "live",
    "streaming", "second", "high-freq", "high freq", "1-day", "one-day", "per-day", "adjust", " raw", "(raw",
    "as-traded", "nominal", "dividend", "total-return", "total return", "price-only", "price only", "min ", "min-",
    "fundamental", "earnings", "sentiment", "news", "order", "volume", "balance", "analyst", "macro", "economic",
    "satellite", "alternative", "social", "implied", "option", "vix", "gdp", "inflation", "interest", "yield", "book",
    "filings", "10-k", "accounting", "valuation", "statement", "credit", "weather", "on-chain", "consensus", "web",
    "media", "market depth", "depth", "yahoo", "bloomberg", "refinitiv", "reuters", "eikon", "crsp", "compustat",
    "quandl", "nasdaq data", "polygon", "norgate", "tiingo", "alpha", "iex", "factset", "morningstar", "capital iq",
    "datastream", "stooq", "eodhd", "interactive", "alpaca", "databento", "kaggle", "tickdata", "ice data", "six",
    "binance", "coinbase", "kraken", "coingecko", "fred", "wrds", "ecb", "csi data", "barchart", "opening", "opens",
    "open prices", "high", "low", "vwap", "mid-", "mid p", "bid", "ohlc", "level",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a text says of the data: how often (`rate`; a document: `rates`), `adjusted` for splits and dividends, which `kinds`, `field` and `vendors`."""

    rate: str | None = None
    rates: frozenset[str] = frozenset()
    adjusted: bool | None = None
    kinds: frozenset[str] = frozenset()
    field: str | None = None
    vendors: frozenset[str] = frozenset()


_NUMBER_WORDS = r"(?:one|two|three|five|ten|fifteen|thirty|sixty|\d+)"
_RATES = {
    "tick": (
        r"ticks?(?:[- ](?:by|level)[- ]?\w*)?|trade-by-trade|millisecond|sub-second|second-by-second|(?:one-"
        r"|1-)?second"
    ),
    "minute": rf"(?:{_NUMBER_WORDS}[- ]?)?min(?:ute)?s?(?:[- ]by[- ]minute|ly|-level)?",
    "hourly": rf"hourly|(?:{_NUMBER_WORDS}[- ])?hour(?:ly)?",
    "intraday": r"intra-?day|high[- ]frequency|real[- ]time|streaming|live",
    "daily": r"daily|end[- ]of[- ]day|eod|day[- ]end|1-day|one-day|per-day",
    "weekly": r"weekly|week[- ]end|week-ending|friday",
    "monthly": r"monthly",
    "quarterly": r"quarterly",
    "yearly": r"annual|yearly",
}
_WITHIN_A_DAY = {"intraday", "minute", "hourly", "tick"}
_RATE_WORDS = "|".join(rf"(?P<{name}>{words})" for name, words in _RATES.items())
_DATA = (
    r"(?:closing[- ](?:prices?|levels?)|clos(?:es|e)|prices?|price (?:data|series|history|bars?)|bars?"
    r"|candles?(?:ticks?)?|quotes?|data(?:sets?| points?| feed| series)?|ohlcv?|observations|series|time series"
    r"|snapshots|feeds?|market data|(?:spot|swap|forward|exchange|interest) (?:rates|points)|rates(?! of)|opens|levels|prints|ticks|fundamentals|marks)"
)
_ADJECTIVES = (
    r"(?:(?:raw|adjusted|unadjusted|un-adjusted|split|dividend|and|fully|total[- ]return|split-adjusted"
    r"|dividend-adjusted|split- and dividend-adjusted|closing|close|opening|high|low|price|market|trade|back-adjusted"
    r"|historical|consolidated|end-of-day|ohlc|ohlcv|bid|ask|mid|only|index|equity|stock|spot|futures|official"
    r"|settlement|exchange|\w+ly|volume|level)[ ,/-]+){0,5}"
)
_RATE = re.compile(rf"\b(?:{_RATE_WORDS})[ -]+{_ADJECTIVES}{_DATA}\b")
_RATE_AFTER = re.compile(
    rf"\b(?:{_DATA}) (?:is |are |was |were |comes? |arrives? |sampled |taken |recorded |observed |collected "
    rf"|measured )+(?:at |on |in |an? |the )*(?:{_RATE_WORDS}|every (?:\w+ )?(?:minutes?|hours?"
    r"|seconds?))\b(?! (?:rebalanc|re-balanc))"
)
_RATE_WITH = re.compile(
    rf"\b(?:{_RATE_WORDS}) (?:resolution|granularity|sampling|frequency)\b|\b(?:resolution|granularity"
    r"|sampling (?:frequency|interval)|data frequency|frequency of the data|bar size) ?(?:is|of|:|=)+ ?(?:a |an "
    rf"|the )?(?P<after>intra-?day|(?:{_NUMBER_WORDS}[- ])?minutes?|minutely|hourly|daily|weekly|monthly"
    r"|ticks?)\b"
)
_FAST_RETURNS = re.compile(
    r"\b(?:(?P<minute>minute(?:-by-minute|ly)?)|(?P<hourly>hourly)|(?P<intraday>intra-?day)"
    r"|(?P<tick>tick))[ -](?:\w+ )?returns\b"
)
_MONTH_CLOSE = re.compile(r"^(?:weekly|monthly|friday|quarterly|annual|yearly)[ -]returns?\b")
_UNADJUSTED = re.compile(
    r"\b(?:un-?adjusted|non-adjusted|raw|as-traded|nominal)[ -](?:\w+[ -]){0,3}?(?:clos\w+|prices?|data|bars?"
    r"|quotes?|series|opens?)\b|\b(?:clos(?:es|ing prices?)|prices?|data|bars?|series)(?: \w+){0,3}? (?:is|are"
    r"|was|were|remain|left|stay|being|left entirely)? ?(?:un-?adjusted|raw\b)|\b(?:not|never|isn't|aren't"
    r"|without(?: any| an)?|no|lacks?|ignor\w+|neither) (?:\w+ ){0,2}?adjust(?:ed|ment|ments|ing)?(?: (?:is|was"
    r"|are) (?:made|applied))?(?: for)?(?= ?(?:(?:corporate|splits?|dividends?|either|stock|any|the|cash)\b|[.,;]"
    r"|$))"
    r"|\b(?:does|do)(?: not|n't) adjust\b|\bdividends? (?:is|are|were|was)(?: not|n't) (?:included|reinvested"
    r"|adjusted|added|reflected|accounted"
    r"|part)\b|\b(?:exclud\w+|ignor\w+|without(?: any)?) (?:splits? and )?dividends\b(?! in)"
    r"|\bdividends (?:and splits )?are (?:excluded|ignored|left out)|\bun-?adjusted\b|\bprice[- ]only (?:returns"
    r"|series|closes|data)\b"
)
_ADJUSTED = re.compile(
    r"(?<!un)(?<!un-)(?<!not )(?<!non-)\b(?:split-? ?(?:and|/|&)? ?(?:dividend)?-?)?(?:fully |dividend-|back-?"
    r"|total-return )?adjusted[ -](?:\w+[ -]){0,2}?(?:clos\w+|prices?|data|bars?|series|opens?)|\b(?:clos(?:es"
    r"|ing prices?)|prices?|data|bars?|series)(?: \w+){0,3}? (?:is|are|was|were) (?:fully |\w+ly )?adjusted\b"
    r"|\badjusted for (?:stock )?(?:splits?|dividends?|corporate actions)|\btotal[- ]return (?:series|prices?"
    r"|data|closes|index levels)"
)
_KINDS = {
    "fundamental": (
        r"fundamental(?:s| data| ratios| factors)?|balance[- ]sheets?(?: items| data)?|earnings(?: data| reports"
        r"| surprises| announcements| estimates)?|financial statements?|accounting (?:data|ratios)|book values?"
        r"|valuation (?:ratios|data)|company filings|10-k\w*"
    ),
    "sentiment": (
        r"(?:news|social[- ]media|twitter|headline|investor|media|reddit)[- ]?(?:and \w+ )?(?:sentiment|feeds?"
        r"|headlines|articles|data|posts|flow|scores)?|sentiment(?: scores| data| indices| signals)?"
    ),
    "orderbook": (
        r"order[- ]books?(?: data| depth| snapshots| imbalance)?|level[- ](?:2|ii|two)|limit order book"
        r"|bid[- ]ask (?:quotes|data)|market depth|l2 data|order[- ]flow(?: data)?|tick data"
    ),
    "macro": (
        r"macro(?:economic)?(?: data| indicators| variables| series| releases)|economic (?:data|indicators|releases)"
        r"|gdp|inflation data|interest[- ]rate data|yield[- ]curve data"
    ),
    "implied": (
        r"(?:option[- ])?implied vol\w*(?: data| surfaces?)?|options? (?:data|chains?|prices)|vix(?: data| levels"
        r"| futures)?"
    ),
    "alternative": (
        r"alternative data\w*|satellite(?: imagery| data| images)?|credit[- ]card (?:data|transactions)"
        r"|web[- ]scraped|web traffic|weather data|on-chain data"
    ),
    "analyst": (
        r"analyst(?:s'?|'s)? (?:estimates|forecasts|revisions|ratings|recommendations)|consensus (?:estimates"
        r"|forecasts)"
    ),
    "volume": r"(?:trading|traded|dollar) volumes?|volumes? (?:data|figures|series)",
}
_KIND = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _KINDS.items()))
_VENDORS = (
    r"yahoo(?: finance)?|bloomberg|refinitiv|reuters|eikon|crsp|compustat|quandl|nasdaq data link|polygon(?:\.io)?"
    r"|norgate|tiingo|alpha ?vantage|iex(?: cloud)?|factset|morningstar|capital iq|datastream|stooq|eodhd"
    r"|interactive brokers|alpaca|databento|kaggle|tickdata|ice data|six|binance|coinbase|kraken|coingecko|fred|wrds"
    r"|ecb|csi data|barchart"
)
_VENDOR = re.compile(
    r"\b(?:from|by|via|through|of|on|supplied by|provided by|sourced from|is|are|:|using|uses"
    rf"|source)[ -]+(?:the )?(?P<name>{_VENDORS})\b(?! (?:ticker|symbol))"
)
_FIELD = re.compile(
    r"\b(?:opening prices?|daily opens|opens(?! (?:on|at|in|with|to|its|the|a|an|up|new|positions?|\d))|open prices)\b|\b(?:daily|adjusted"
    r"|session)[ -](?:highs?(?: and lows?)?|lows|vwaps?|mid-?prices?|opening prices)\b|\bbid[- ](?:and"
    r"|/) ?ask (?:quotes|prices|midpoints?)\b|\bmid-?quotes?\b|\bohlcv?\b|\bindex levels\b|\b(?:spot|forward|swap|exchange) (?:rates|points)\b"
)
_USE = re.compile(
    r"\b(?:uses?|used|using|based on|built on|runs? on|ran on|reads?|read|relies on|rely on|relying|inputs?|fed"
    r"|feeds?|takes?|draws?|drawn|source[sd]?|comes? from|computed (?:from|on|with|using)|calculated (?:from|on"
    r"|with|using)|signals? (?:is|are|use)|data|deriv(?:es?|ed) from|works? (?:on|with|from)|operates on|consumes?"
    r"|looks? at|combines?|incorporates?|trained on|prices are|closes are|measured on|measures|supplied"
    r"|evaluated on|estimated (?:from|on)|driven by|needs?|requires?|ingests?|processes|backtest(?:ed|s)? (?:on"
    r"|uses)|obtained|taken from|downloaded|provided|analy[sz]es|includes?|adds?|monitors?|sees?|also|considers?"
    r"|features?|raw material|goes in|go in|fuel\w*|eats?|digests?|works? off)\b"
)
_EXECUTION = re.compile(
    r"\b(?:execut\w+|fill(?:s|ed)?|trades?\b|next|orders?|enter(?:s|ed)?|buys? at|sells? at|transact\w+)\b"
)


def read(fact: FactValue) -> Source | None:
    """A document's data; None where its words say nothing of rate, adjustment, kind, field or vendor."""
    text = fold(fact if isinstance(fact, str) else ", ".join(fact)).strip()
    if says_nothing(text) or says_none(text):
        return None
    rates = {name for name, words in _RATES.items() if re.search(rf"\b(?:{words})\b", text)}
    adjusted = False if _UNADJUSTED.search(text) else True if re.search(r"\badjusted|total[- ]return", text) else None
    kinds = frozenset(match.lastgroup for match in _KIND.finditer(text) if match.lastgroup)
    priced = re.search(
        r"\b(?:clos\w*|prices?|bars?|opens?|ohlcv?|quotes?|candles?|ticks?|returns?|vwap|levels|rates|marks|points)\b",
        text,
    )
    field = _field(text)
    vendors = frozenset(re.findall(rf"\b(?:{_VENDORS})\b", text))
    if not rates and adjusted is None and not kinds and not priced and not vendors:
        return None
    return Source(
        rates=frozenset(rates),
        adjusted=adjusted,
        kinds=kinds | ({"price"} if priced else set()),
        field=field,
        vendors=vendors,
    )


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every rate, adjustment, kind, field and vendor of data that a passage names as the strategy's."""
    for pattern in (_RATE, _RATE_AFTER, _RATE_WITH):
        for match in pattern.finditer(text):
            named = [name for name in _RATES if match[name]]
            spelled = match.groupdict().get("after") or ""
            rate = named[0] if named else "intraday" if "every" in match[0] else _rate_of(spelled)
            if rate is not None and not _MONTH_CLOSE.match(match[0]) and not _is_other(text, match):
                yield Stated(start=match.start(), end=match.end(), value=Source(rate=rate))
    for match in _UNADJUSTED.finditer(text):
        doubled = re.search(
            r"\b(?:not|never|no|n't|rather than|instead of|than) (?:\w+ ){0,2}$",
            text[max(match.start() - 30, 0) : match.start()],
        )
        yield Stated(start=match.start(), end=match.end(), value=Source(adjusted=False), asserted=not doubled)
    for match in _ADJUSTED.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Source(adjusted=True))
    if not _USE.search(text):
        return
    for match in _FAST_RETURNS.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Source(rate=match.lastgroup))
    for match in _KIND.finditer(text):
        if re.match(r"[ -](?:date|season|day|call)s?\b", text[match.end() :]) is None:
            yield Stated(start=match.start(), end=match.end(), value=Source(kinds=frozenset([match.lastgroup or ""])))
    for match in _VENDOR.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Source(vendors=frozenset([match["name"]])))
    for match in _FIELD.finditer(text):
        if not _EXECUTION.search(text):
            yield Stated(start=match.start(), end=match.end(), value=Source(field=_field(match[0])))


def conflict(stated: Source, *, asserted: bool, fact: Source, document: MethodologyDocument) -> Reason | None:
    """Data of another rate, adjustment, kind, field or vendor than the document's."""
    breaks = same = False
    if stated.rate is not None and fact.rates:
        same = stated.rate in fact.rates
        breaks = not same
        if any("intraday" in (stated.rate, rate) and {stated.rate, rate} <= _WITHIN_A_DAY for rate in fact.rates):
            breaks = False
    if stated.adjusted is not None and fact.adjusted is not None:
        breaks, same = stated.adjusted != fact.adjusted, stated.adjusted == fact.adjusted
    if stated.kinds:
        breaks = bool(fact.kinds) and not stated.kinds <= fact.kinds
        same = stated.kinds <= fact.kinds
    if stated.field is not None and fact.field is not None:
        breaks = stated.field != fact.field and "ohlc" not in (stated.field, fact.field)
    if stated.vendors and fact.vendors:
        breaks, same = not _vendors_meet(stated.vendors, fact.vendors), _vendors_meet(stated.vendors, fact.vendors)
    return Reason.CONTRADICTS_DOCUMENT if (breaks if asserted else same) else None


def _vendors_meet(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(a.split()[0] == b.split()[0] for a in ours for b in theirs)


def _is_other(text: str, match: re.Match[str]) -> bool:
    """Whether the words are the moment of a trade ("the daily close"), not the data."""
    if not re.search(r"(?:close|open)$", match[0]):
        return match[0].startswith("live") and "data" not in match[0]
    return match[0].startswith(("daily close", "week", "friday", "real", "live")) or _EXECUTION.search(text) is not None


def _rate_of(text: str) -> str | None:
    return next((name for name, words in _RATES.items() if re.fullmatch(words, text)), None)


def _field(text: str) -> str | None:
    for name, words in (
        ("ohlc", r"ohlcv?|open, high"),
        ("level", r"index levels"),
        ("rate", r"(?:spot|forward|swap|exchange) (?:rates|points)"),
        ("open", r"open"),
        ("quote", r"bid|ask|mid-?(?:quote|price)"),
        ("range", r"highs?\b|lows?\b"),
        ("vwap", r"vwap"),
    ):
        if re.search(rf"\b(?:{words})", text):
            return name
    return "close" if re.search(r"\bclos(?:es?|ing)\b", text) else None
