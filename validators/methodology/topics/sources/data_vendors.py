"""Whom data come from."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.clauses import clause_around
from validators.methodology.topics.sources.data_used import Source

VENDORS = (
    r"yahoo(?: finance)?|bloomberg|refinitiv|reuters|eikon|crsp|compustat|quandl|nasdaq data link|polygon(?:\.io)?"
    r"|norgate|tiingo|alpha ?vantage|iex(?: cloud)?|factset|morningstar|capital iq|datastream|stooq|eodhd"
    r"|dukascopy|histdata|optionmetrics|ivolatility|orats|livevol|opra\b|taq\b|lobster|simfin|sharadar|intrinio|bitstamp|bitfinex|cryptocompare|coinapi|kaiko|glassnode|cboe|cme datamine|truefx|worldscope|ibes|bitmex|bybit|okx|wm/r(?:euters)?|interactive brokers|alpaca|databento|kaggle|tickdata|ice data|six(?! (?!and|or|via|in|for|as|since)[a-z])|binance|coinbase|kraken|coingecko|fred|wrds"
    r"|ecb|csi data|barchart|oanda|iqfeed|finnhub|twelve data|quantconnect|tradestation|firstrate data|j-quants|deribit|gemini|baltic exchange"
)
_VENDOR = re.compile(
    r"\b(?:from|by|via|through|of|on|supplied by|provided by|sourced from|is|are|:|using|uses|at"
    rf"|source)[ -]+(?:the )?(?P<name>{VENDORS})\b(?! (?:ticker|symbol))"
)
_SOME_VENDOR = re.compile(
    r"\b(?:[Pp]rices?|[Dd]ata|[Qq]uotes?|[Bb]ars|[Cc]loses|[Cc]andles|[Ss]ettlements|[Cc]hains?|[Ff]ixings?|[Rr]ates|[Ff]eeds?|[Ff]undamentals|[Ss]eries|[Hh]istory|[Ss]napshots?)(?: \w+){0,4}? (?:come|comes|came|is|are|was|were|taken|sourced|obtained|drawn|bought|downloaded|supplied|provided|delivered)?(?: \w+){0,2}? ?(?:from|by|via|through|off|out of|courtesy of) (?:the )?(?P<name>[A-Z][\w&.-]*[A-Za-z](?: [A-Z][\w&.-]+){0,3})"
)
_DATA = r"(?:prices?|data|quotes?|bars|closes|candles|settlements?|chains?|fix(?:es|ings?)|rates|feeds?|fundamentals|series|history|snapshots?|ticks|accounts|statements|filings|numbers|figures|files?|yields|inventor(?:y|ies)|forwards|levels|downloads|transactions?|prints|records|database|books?|subscription|input|bulletin|terminal|inputs?|source|sources)"
_SUPPLIES = re.compile(
    rf"(?<![\w'])(?P<name>[A-Z][\w&.-]*[A-Za-z](?: [A-Z][\w&.-]+){{0,3}}) (?:\w+ly )?(?:supplies|provides|delivers|furnishes|sells|sold|sends|contributes|is where) (?:[\w'-]+ ){{0,5}}?{_DATA}\b"
)
_PUBLISHER = re.compile(
    r"\b(?:Yahoo(?: Finance)?|Bloomberg|Refinitiv|Reuters|LSEG|Eikon|Datastream|CRSP|Compustat|Quandl|Nasdaq Data Link|Polygon(?:\.io)?|Norgate|Tiingo|Alpha ?Vantage|IEX(?: Cloud)?|FactSet|Morningstar|Capital IQ|Stooq|EODHD|Dukascopy|OptionMetrics|ORATS|Sharadar|Bitstamp|Bitfinex|Kaiko|Glassnode"
    r"|Databento|TRACE|Worldscope|IBES|I/B/E/S|Xignite|Intrinio|SimFin|FirstRate ?Data|Dukascopy|HistData|Thomson(?: Reuters)?|S&P Global|Capital IQ|Lipper|Zacks|Ravenpack|RavenPack|Messari|CryptoCompare|CoinAPI|Bitfinex|Kaggle|ICE Data|Binance|Coinbase|Kraken|CoinGecko|CoinMarketCap|FRED|WRDS|CSI Data|CQG|CME (?=settlements?\b|DataMine\b|data\b|ticks\b|feed\b)|Barchart|GovPX|Markit|Eurostat|OECD|BIS|IMF|World Bank|European Central Bank|ECB|Federal Reserve|Bank of (?:England|Japan)|EIA|CFTC|LBMA|QUICK|JPX|Nikkei NEEDS|TradingView|Investing\.com|Interactive Brokers|Oanda|OANDA|IQFeed|IQ Feed|Finnhub|Twelve Data|QuantConnect|TradeStation|J-Quants|TrueFX|Deribit|Baltic Exchange|Tick Data|(?:Robert )?Shiller|(?:Kenneth |Ken )?French data library)(?!\w)"
)
_OF_DATA = re.compile(rf"\b{_DATA}\b|\beverything\b")
_NOT_THE_SOURCE = re.compile(
    r"[%$€£?]|\b(?:orders?|trad(?:es?|ed|ing) (?:on|at|via)|venue|fees?|account (?:at|with)|deal(?:s|t) (?:on|with)|execut\w+|fill(?:s|ed)?|most traded|largest|compar\w+|other|others|another|unlike|instead of|rather than|like|anyone|anybody|somebody|you|your|could|would|might|may|also sells?|competitors?|differ(?:s|ed|ent|ence)?|agree\w*|check\w*|verif\w*|cross-check\w*|news|announce\w*|meetings?|hikes?|raised|cut|decision|governor|policy(?! rates?)|outage\w*|licen[cs]\w*|short-?cut|reported|when|if|benchmark\w*|nor|neither|no|not|never|without|except|but not|contrary)\b|n't\b"
)
_NO_SOURCE = re.compile(
    r"(?:'s?)?(?: (?:file|files|data|prices|feed|series|numbers))? (?:(?:is|are|was|were)(?:n't| not)|plays? no|has no) (?:\w+ )?(?:among|one of|a source|used|needed|the source|consulted|involved|part|role|read|part of)\b"
)
_NO_VENDOR = re.compile(
    r"^(?:This|That|These|Those|They|What|Who|Which|One|Nobody|Somebody|Nothing|He|She|We|You|Each|Every|Both|All|Any|Its|Our|Another|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I|The|It|[A-Z]{2}|Europe\w*|America\w*|US\w*|New York|London|Tokyo|Frankfurt|Asia\w*|German\w*|Japan\w*|Brit\w*|[A-Z]{1,5})\b"
)


def vendors_told(text: str) -> Iterator[Stated]:
    """Every well-known vendor that data are said to come from."""
    for match in _VENDOR.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Source(vendors=frozenset([match["name"]])))


def suppliers_told(cased: str) -> Iterator[Stated]:
    """Whoever else, by a name with a capital, data are said to come from."""
    for match in _SOME_VENDOR.finditer(cased):
        if not _NO_VENDOR.search(match["name"]):
            yield Stated(start=match.start("name"), end=match.end("name"), value=Source(supplier=match["name"].lower()))


def publishers_in(fact: str) -> frozenset[str]:
    """The publishers that a document's words name."""
    return frozenset(match[0].lower() for match in _PUBLISHER.finditer(fact))


_CLAUSE = re.compile(
    r"[;:] |, (?:so|which|while|whereas|since|because|but|although|though|yet|and (?=the |it ))\b| (?:because|since|while|whereas|although|but|so that)\b"
)


def publishers_told(text: str, cased: str) -> Iterator[Stated]:
    """Every publisher of data that is named in a passage about data, and no other matter; and whoever supplies them by a verb."""
    for match in _SUPPLIES.finditer(cased):
        if not _NO_VENDOR.search(match["name"]) and _is_source(text, match):
            yield Stated(start=match.start("name"), end=match.end("name"), value=Source(supplier=match["name"].lower()))
    for match in _PUBLISHER.finditer(cased):
        if _NO_SOURCE.match(text, match.end()):
            yield Stated(start=match.start(), end=match.end(), value=Source(supplier=match[0].lower()), asserted=False)
        elif _OF_DATA.search(text) and _is_source(text, match):
            yield Stated(start=match.start(), end=match.end(), value=Source(supplier=match[0].lower()))


def _is_source(text: str, match: re.Match[str]) -> bool:
    begin, stop = clause_around(text, match.start(), match.end(), _CLAUSE)
    return _NOT_THE_SOURCE.search(text, begin, stop) is None


def names_supplier(fact: str) -> bool:
    """Whether a fact names somebody with a capital."""
    return _PUBLISHER.search(fact) is not None or re.search(r"(?<!^)\b[A-Z][a-z]{2,}|\b[A-Z]{3,}\b", fact) is not None


def is_supplier(name: str, told: str) -> bool:
    """Whether a document's text has a word of the name."""
    return any(word in told for word in re.findall(r"[a-z]{3,}", name))


def vendors_meet(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(a.split()[0] == b.split()[0] for a in ours for b in theirs)
