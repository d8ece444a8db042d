"""Which data the strategy reads."""

import re
from collections.abc import Iterable, Iterator

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.fact_text import fact_text
from validators.methodology.topics.prose import prose
from validators.methodology.topics.sources.data_kinds import KIND, kinds_known, kinds_of_data
from validators.methodology.topics.sources.data_mentions import EXECUTION, is_no_data
from validators.methodology.topics.sources.data_phrases import PERIOD, RATE, UNITS, fields_of, phrases, rate_of
from validators.methodology.topics.sources.data_rates import (
    every_tick,
    is_rate_named,
    is_rate_of,
    rates_told,
    ticks_told,
)
from validators.methodology.topics.sources.data_used import Source
from validators.methodology.topics.sources.data_vendors import (
    VENDORS,
    is_supplier,
    names_supplier,
    publishers_in,
    publishers_told,
    suppliers_told,
    vendors_meet,
    vendors_told,
)
from validators.methodology.topics.sources.data_years import years_of, years_told
from validators.methodology.topics.sources.price_adjustments import UNADJUSTED, adjustment_in, adjustments_told
from validators.methodology.topics.sources.price_fields import fields_alone, fields_meet, fields_told, prices_alone
from validators.methodology.topics.sources.survivors import keeps_delisted, survivors_told
from validators.methodology.topics.sources.tenors import tenors_of, tenors_told
from validators.reasons import Reason

key = "data_source"
cues = (
    "delist", "surviv", "bankrupt", "defunct", "dead ", "went bust", "tenor", "forwards", "deposit", "downloads", "transaction",
    "data", "price", "source", "file", "history", "close", "bar", "tick", "quote", "candle", "adjust", " raw", "(raw", "feed", "ohlc", "intraday",
    "fundamental", "earnings", "sentiment", "news", "order book", "order-book", "order flow", "volume", "series",
    "closing", "returns", "balance sheet", "balance-sheet", "analyst", "macro", "satellite", "alternative", "social",
    "implied", "total-return", "total return", "opens", "dividend", "observation", "snapshot", "level", "resolution",
    "granularity", "basis", "filings", "book value", "financial statement", "accounting", "valuation", "economic",
    "gdp", "inflation", "vix", "fear ", "spread", "unemploy", "payroll", "confidence", "survey", "expert", "insider", "short interest", "13f", "flows", "p/e", "revenue", "highs", "range", "yield", "search ", "shares traded", "exchange rate", "broker", "option", "credit-card", "credit card", "weather", "on-chain", "consensus", "web",
    "yield curve", "yield-curve", "interest-rate", "interest rate", "marks", "prints", "report", "headline", "tweet", "settlement",
    "forward", "spot", "swap", "input", "sampl", "frequency", "timeframe", "time frame", "bar size", "bar length", "depth",
    "google", "traffic", "scrap", "midpoint", "rates", "auction", "image", "picture", "chart", "accounts", "values", "fed ", "reading", "averages", "posts", "articles", "trades ", "trades.", "trades,", "cash-flow", "cash flow", "income statement", "10-k", "10-q",
)  # fmt: skip
also = (
    "delist", "surviv", "bankrupt", "defunct", "dead ", "bust", "tenor", "stooq", "kaiko", "trace", "worldscope", "figures",
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
    "companies", "filed", "posts", "articles", "wire", "-end", "half-hour", "quarter", "since", "19", "20", "lseg", "cqg", "eurostat", "oecd", "bis", "federal", "central bank", "eia", "cftc", "lbma", "jpx", "nikkei needs", "shiller", "monday", "tuesday", "wednesday", "thursday", "year",
)  # fmt: skip
_AT_THE_END = re.compile(r"\b(?:when|as|once|at which) (?:the|a|each|every) \w+ (?:closes|opens|ends|begins)\b")
_PARTED = re.compile(r"\b(?:a )?(?:quarter|half|three[- ]quarters)(?: of)? an hour\b")
_NOT_PRICES = frozenset(
    ["fundamental", "sentiment", "macro", "alternative", "analyst", "text", "image", "auction", "orderbook"]
)
_OF_CLOSES = {
    ("daily", 0),
    ("weekly", 0),
    ("monthly", 0),
    ("quarterly", 0),
    ("yearly", 0),
}  # of one of these, none within a day
_PARTLY_ADJUSTED = re.compile(
    r"\b(?:splits?|dividends?)\b[^.;]{0,20}\b(?:but not|not|without|only)\b|\bonly (?:for )?(?:splits?|dividends?)\b"
)
_SHORT = 90
_OF_ANOTHER_MATTER = re.compile(
    r"[%$€£?]|\b(?:returned|gained|lost|fell|rose|drawdowns?|sharpe|benchmark\w*|crash\w*|cris[ie]s|borrow\w*|margin|fees?|costs?|traded|held|holds|bought|buys|sells|sold|trades|would|could|might|may|hedge\w*|market|if|when|you)\b"
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
_PRICED = re.compile(
    r"\b(?:clos\w*|prices?|bars?|candles?\w*|ohlcv?|quotes?|opens|ticks?(?= data)|ticks|tick-by-tick|trades|marks|settlements?|midpoints?)\b"
)
_WITHIN_DENIED = re.compile(r"(?:n't|\bnot)\b")
_Phrase = tuple[int, int, frozenset[tuple[str, int]], bool | None, frozenset[str]]


def read(fact: FactValue) -> Source | None:
    """A document's data; None where its words say nothing of rate, adjustment, kind, field or vendor."""
    text = fact_text(fact)
    if says_nothing(text) or says_none(text):
        return None
    rates = {rate_of(match) for match in RATE.finditer(text)} | {
        (UNITS[match["unit"]], 0)
        for match in re.finditer(
            rf"\b(?:a|an|per|every|each|of (?:the|a)|per \w+ and|(?:when|as|once) (?:the|a|each)) {PERIOD}", text
        )
        if not any(part.start() < match.end() <= part.end() for part in _PARTED.finditer(text))
    }
    text = _AT_THE_END.sub(lambda when: " " * len(when[0]), text)
    adjusted = False if UNADJUSTED.search(text) else True if re.search(r"\badjusted|total[- ]return", text) else None
    kinds = frozenset(match.lastgroup for match in KIND.finditer(text) if match.lastgroup)
    priced = re.search(
        r"\b(?:clos\w*|prices?|bars?|opens?|ohlcv?|quotes?|candles?|ticks?|tape|returns?|vwaps?|fixings?|net asset values?|navs|highs|lows|levels|rates|marks|points|settlements?|forwards)\b",
        text,
    )
    if "auction" in kinds or re.search(r"\b(?:each|every) (?:morning|noon|afternoon|evening|night)\b", text):
        rates.add(("daily", 0))  # an auction is held once or twice a day
    if not kinds and not priced and adjusted is not None:
        kinds = frozenset(["price"])
    fields = fields_of(text)
    if not rates and fields & {"close", "level"} and not fields & {"bar", "ohlc", "quote", "trade"}:
        rates = _OF_CLOSES
    vendors = frozenset(re.findall(rf"\b(?:{VENDORS})\b", text)) | publishers_in(
        fact if isinstance(fact, str) else ", ".join(fact)
    )
    if not rates and adjusted is None and not kinds and not priced and not vendors and not _names_supplier(fact):
        return None
    return Source(
        rates=frozenset(rates),
        adjusted=adjusted,
        kinds=kinds | ({"price"} if priced else set()) | ({"volume"} if "ohlcv" in text or "volume" in text else set()),
        fields=fields,
        vendors=vendors,
    )


def _names_supplier(fact: FactValue) -> bool:
    return names_supplier(fact if isinstance(fact, str) else ", ".join(fact))


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every rate, adjustment, kind, field and vendor of data that a passage names as the strategy's."""
    executed = EXECUTION.search(text) is not None
    of_data = [phrase for phrase in phrases(text) if not is_no_data(text, phrase[0], phrase[1], executed=executed)]
    told = [(start, end) for start, end, *_ in of_data]
    yield from _phrases_told(text, of_data)
    yield from rates_told(text)
    yield from adjustments_told(text, told)
    yield from every_tick(text)
    if not executed:
        yield from prices_alone(text)
    used = _USE.search(text) is not None or (
        len(text) <= _SHORT and not executed and _OF_ANOTHER_MATTER.search(text) is None
    )
    yield from kinds_of_data(text, used=used, executed=executed)
    if not executed:
        yield from fields_alone(text)
        yield from fields_told(text, told)
    if used:
        yield from ticks_told(text, told)
        yield from vendors_told(text)
        if not executed:
            yield from suppliers_told(cased)
    if not executed:
        yield from publishers_told(text, cased)
        yield from years_told(text)
        yield from tenors_told(text)
    yield from survivors_told(text)


def _phrases_told(text: str, of_data: Iterable[_Phrase]) -> Iterator[Stated]:
    """Rates, adjustments and fields that stand in one phrase ("daily adjusted closes")."""
    for start, end, rates, adjusted, fields in of_data:
        yield Stated(
            start=start,
            end=end,
            asserted=False if _WITHIN_DENIED.search(text, start, end) else None,
            value=Source(
                rates=rates,
                adjusted=adjusted,
                fields=fields,
                priced=_PRICED.search(text, start, end) is not None,
                kinds=frozenset(kind.lastgroup for kind in KIND.finditer(text, start, end) if kind.lastgroup),
            ),
        )


def conflict(stated: Source, *, asserted: bool, fact: Source, document: MethodologyDocument) -> Reason | None:
    """Data of another rate, adjustment, kind, field or vendor than the document's."""
    agrees: list[bool | None] = []  # None: the document leaves it open
    if stated.supplier:
        if not asserted:
            told = fact_text(document.facts[key])
            return Reason.CONTRADICTS_DOCUMENT if is_supplier(stated.supplier, told) else None
        named = bool(fact.vendors) or _names_supplier(document.facts[key])
        unknown = named and not is_supplier(stated.supplier, prose(document, key))
        return Reason.CONTRADICTS_DOCUMENT if asserted and unknown else None
    if stated.delisted is not None:
        kept = keeps_delisted(prose(document, key))
        return Reason.CONTRADICTS_DOCUMENT if kept is not None and kept != (stated.delisted == asserted) else None
    if stated.tenors:
        tenors = tenors_of(prose(document, key))
        breaks = not stated.tenors <= tenors if asserted else stated.tenors <= tenors
        return Reason.CONTRADICTS_DOCUMENT if tenors and breaks else None
    if stated.years:
        spanned = years_of(fact_text(document.facts[key]))
        other = any(year not in spanned and str(year) not in prose(document, key) for year in stated.years)
        return Reason.CONTRADICTS_DOCUMENT if asserted and spanned and other else None
    if stated.only and stated.fields:
        more = {"open", "range", "ohlc", "quote", "bar"} & fact.fields - stated.fields or {"volume"} & fact.kinds
        return Reason.CONTRADICTS_DOCUMENT if asserted and more else None
    if stated.only:
        return Reason.CONTRADICTS_DOCUMENT if asserted and fact.kinds & _NOT_PRICES else None
    if stated.rates:
        same = is_rate_of if asserted else is_rate_named
        agrees.append(all(same(rate, fact.rates) for rate in stated.rates) if fact.rates else None)
    if stated.adjusted is not None:
        adjusted = fact.adjusted if fact.adjusted is not None else adjustment_in(prose(document, key))
        if _PARTLY_ADJUSTED.search(fact_text(document.facts[key])):
            adjusted = None
        agrees.append(stated.adjusted == adjusted if adjusted is not None else None)
    if stated.kinds:
        known = kinds_known(fact, prose(document, key), prosaic=asserted)
        agrees.append(stated.kinds <= known if fact.kinds else None)
    if stated.fields:
        if fact.kinds and "price" not in fact.kinds:
            agrees.append(False)
        elif fact.fields:
            agrees.append(fields_meet(stated.fields, fact.fields))
        else:
            agrees.append(None)
    if asserted and stated.priced and fact.kinds and "price" not in fact.kinds:
        agrees.append(False)
    if stated.vendors:
        if fact.vendors:
            agrees.append(vendors_meet(stated.vendors, fact.vendors))
        elif asserted and _names_supplier(document.facts[key]):
            agrees.append(any(is_supplier(vendor, prose(document, key)) for vendor in stated.vendors))
    breaks = False in agrees if asserted else True in agrees and False not in agrees
    return Reason.CONTRADICTS_DOCUMENT if breaks else None
