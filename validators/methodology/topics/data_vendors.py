"""Whom data come from."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.data_used import Source

VENDORS = (
    r"yahoo(?: finance)?|bloomberg|refinitiv|reuters|eikon|crsp|compustat|quandl|nasdaq data link|polygon(?:\.io)?"
    r"|norgate|tiingo|alpha ?vantage|iex(?: cloud)?|factset|morningstar|capital iq|datastream|stooq|eodhd"
    r"|dukascopy|histdata|optionmetrics|ivolatility|orats|livevol|opra\b|taq\b|lobster|simfin|sharadar|intrinio|bitstamp|bitfinex|cryptocompare|coinapi|kaiko|glassnode|cboe|cme datamine|truefx|worldscope|ibes|bitmex|bybit|okx|wm/r(?:euters)?|interactive brokers|alpaca|databento|kaggle|tickdata|ice data|six|binance|coinbase|kraken|coingecko|fred|wrds"
    r"|ecb|csi data|barchart"
)
_VENDOR = re.compile(
    r"\b(?:from|by|via|through|of|on|supplied by|provided by|sourced from|is|are|:|using|uses|at"
    rf"|source)[ -]+(?:the )?(?P<name>{VENDORS})\b(?! (?:ticker|symbol))"
)
_SOME_VENDOR = re.compile(
    r"\b(?:[Pp]rices?|[Dd]ata|[Qq]uotes?|[Bb]ars|[Cc]loses|[Cc]andles|[Ss]ettlements|[Cc]hains?|[Ff]ixings?|[Rr]ates|[Ff]eeds?|[Ff]undamentals|[Ss]eries|[Hh]istory|[Ss]napshots?)(?: \w+){0,4}? (?:come|comes|came|is|are|was|were|taken|sourced|obtained|drawn|bought|downloaded|supplied|provided|delivered)?(?: \w+){0,2}? ?(?:from|by|via|through) (?:the )?(?P<name>[A-Z][\w&.-]*[A-Za-z](?: [A-Z][\w&.-]+){0,3})"
)
_NO_VENDOR = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I|The|It|[A-Z]{2}|Europe\w*|America\w*|US\w*|New York|London|Tokyo|Frankfurt|Asia\w*|German\w*|Japan\w*|Brit\w*|[A-Z]{1,5})\b"
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


def names_supplier(fact: str) -> bool:
    """Whether a fact names somebody with a capital."""
    return re.search(r"(?<!^)\b[A-Z][a-z]{2,}|\b[A-Z]{3,}\b", fact) is not None


def is_supplier(name: str, told: str) -> bool:
    """Whether a document's text has a word of the name."""
    return any(word in told for word in re.findall(r"[a-z]{3,}", name))


def vendors_meet(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(a.split()[0] == b.split()[0] for a in ours for b in theirs)
