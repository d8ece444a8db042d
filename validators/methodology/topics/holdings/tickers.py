"""Lists of ticker symbols, as prose and documents write them."""

import re
from collections.abc import Iterator

from validators.methodology.topics.holdings.markets import PAIR

_COIN_PAIR = r"[A-Z]{3,5}[-/]?(?:USDT|USDC|USD|BTC|EUR)"
TICKER = (
    rf"(?:{PAIR.pattern}|{_COIN_PAIR}|[$^]?[A-Z][A-Z0-9]{{0,4}}(?:[.-][A-Z]{{1,4}})?(?:=[FX])?"
    r"|\d[A-Z0-9]{2,5}\.[A-Z]{1,2})(?!\w|\.\w|-(?!only\b)\w)"
)
_GLOSS = r"(?: ?\([^()]{1,48}\))?"
LIST = re.compile(
    rf"(?<![\w.$^-]){TICKER}(?:[\"']?{_GLOSS} ?(?:, ?(?:and |or |then |plus )?|/ ?|& ?|\+ ?|; ?|,? ?\b(?:and|or|then|to|plus|with|vs\.?|as well as) )"
    rf"(?:the )?[\"']?{TICKER})*"
)
_NOT_TICKERS = frozenset((
    "ETF", "ETFS", "US", "USA", "UK", "EU", "CAGR", "SMA", "EMA", "MA", "ML", "AI", "OOS", "USD", "EUR", "GBP", "JPY",
    "VWAP", "TWAP", "MOC", "MOO", "NYSE", "NASDAQ", "SEC", "PNL", "I", "A", "Q", "GBM", "LSTM", "OLS", "SVM", "AND",
    "RAM", "GB", "README", "CI", "SDK", "CLI", "PR", "OR", "ONLY", "NOT", "IS", "THE", "ROC", "CPI", "GDP", "FX", "CTA", "REIT", "REITS", "EM", "DM", "ADV", "ATR",
    "RSI", "MACD", "S", "P", "YES", "NO", "OK", "N", "NA", "OHLC", "OHLCV", "CSV", "JSON", "API", "PO", "MSCI",
    "FTSE", "CRSP", "ICE", "CME", "EOD", "YTD", "KPI", "LLM", "IT", "ITS", "IN", "ON", "AT", "BY", "TO", "OF", "AS",
    "PIT", "NDF", "NDFS", "AN", "IF", "FOR", "ALL", "ANY", "NONE", "BUT", "ETN", "OTC", "SP", "DJIA", "NAV", "AUM", "HMM", "IV", "PE",
    "EPS", "WTI", "GICS", "TS", "X", "ASX", "LSE", "PM", "AM", "UTC", "EST", "ET", "Q1", "Q2", "Q3", "Q4", "H1", "H2", "X1",
    "X2", "V1", "V2", "V3", "T1", "TR", "DD", "VOL", "MDD", "IR", "BPS", "G10", "G7", "G20", "DAX", "CAC", "STOXX",
    "CSI", "TOPIX", "VIX", "RNN", "GRU", "CNN", "MLP", "PCA", "GARCH", "ARIMA", "EWMA", "CVAR", "VAR", "ADX", "NLP",
    "FRED", "WRDS", "ECB", "FED", "FOMC", "ESG", "NYMEX", "COMEX", "CBOE", "LME", "TSE", "TBD", "FAQ", "NB", "FYI",
    "IMO", "COT", "EIA", "TRACE", "CFTC", "PMI", "ISM", "OECD", "IMF", "BLS", "BEA", "FINRA", "WASDE", "TLDR", "PS", "BTW", "ARE", "WAS", "HAS", "DO", "DOES", "NEVER", "ALWAYS", "BOTH", "EACH", "EVERY", "TWO",
    "ONE", "THREE", "K", "M", "B", "T", "R", "L1", "L2", "CV", "WFO", "WF", "DOW", "CHF", "AUD", "NZD", "CAD",
    "MBO", "MBP", "LOB", "TRIN", "PB", "SUE", "IPO", "M&A", "SPAC", "HFT", "RNG", "CPU", "GPU", "PDF", "XML", "SQL",
    "IC", "ICIR", "AUC", "ROC", "MSE", "MAE", "RMSE", "CAPM", "ATH", "MTD", "QTD", "BH", "PP", "MAR", "SR", "HR", "OS", "PF", "TWR", "IRR", "PV", "VA", "NN", "DL", "RL", "LP", "QP", "TR", "GMT", "EDT", "CET", "BST", "JST", "OPRA", "TAQ", "SIP", "NBBO", "BPS",
    "SPDR", "SPDRS", "UCITS", "PSR", "DSR", "ES", "ETC", "UI", "UX", "OTM", "ATM", "ITM", "DTE", "WM", "TSX", "SGX", "JSE", "HKEX", "AEX", "OMX", "XETRA", "NSE", "BSE", "ADR", "ADRS", "HTML", "URL", "ID", "TL", "DR", "WE", "MY", "YOU", "BE", "SO", "HERE", "THIS", "THAT", "WITH", "FROM", "JUST",
))  # fmt: skip
_SYMBOL = re.compile(TICKER)
_IN_MONEY = re.compile(r"([A-Z]{3,5})(?:[-/](?:USD[TC]?|EUR)|USD[TC])")
_AGAINST = re.compile(r"([A-Z]{3,5})[-/]([A-Z]{3,5})")


def names(text: str) -> Iterator[str]:
    """The symbols of a list's words."""
    for match in _SYMBOL.finditer(text):
        ticker = match[0].lstrip("$^")
        if ticker not in _NOT_TICKERS and not ticker.isdigit():
            yield ticker


def bare(symbols: frozenset[str]) -> frozenset[str]:
    """Coins without the money that they are quoted in: BTC of BTC-USD."""
    return frozenset(priced[1] if (priced := _IN_MONEY.fullmatch(symbol)) else symbol for symbol in symbols)


def with_both(symbols: frozenset[str], among: frozenset[str]) -> frozenset[str]:
    """The symbols as they are `among` others: the two that a ratio like ETH/BTC is of in its place, VUKE as VUKE.L."""
    listed = {symbol.partition(".")[0]: symbol for symbol in among}
    symbols = frozenset(symbol if symbol in among else listed.get(symbol, symbol) for symbol in symbols)
    pairs = {
        symbol: frozenset(pair.groups())
        for symbol in symbols
        if symbol not in among and (pair := _AGAINST.fullmatch(symbol)) and among.issuperset(pair.groups())
    }
    return symbols.difference(pairs).union(*pairs.values())


_RANGE = re.compile(r"\b([A-Z]{2,4})(\d) (?:to|through) \1(\d)\b")


def _between(text: str) -> frozenset[str]:
    """The symbols that "RV1 to RV5" leaves out."""
    return frozenset(
        f"{match[1]}{place}" for match in _RANGE.finditer(text) for place in range(int(match[2]) + 1, int(match[3]))
    )


_GLOSSED = re.compile(  # "gold (GLD), emerging markets (EEM) and …"
    r"\)(?:[,;/&]| and| or| plus| then|, and|, or|, plus|, then)"
    r" (?:(?!(?:is|are|was|were|not|no|never|against|than|which|that|it|while|but|benchmark\w*|compar\w+|versus|vs|\w+s the)\b)[\w&/'’.-]+ ){1,5}\("
)


def lists(cased: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where a passage, in its own case, lists tickers, and which: side by side, or each in brackets behind what it is."""
    begin, end, symbols = -1, -1, frozenset[str]()
    for match in LIST.finditer(cased):
        found = frozenset(names(match[0])) | _between(match[0])
        if not found:
            continue
        if symbols and _GLOSSED.fullmatch(cased, end, match.start()):
            end, symbols = match.end(), symbols | found
            continue
        if symbols:
            yield begin, end, symbols
        begin, end, symbols = match.start(), match.end(), found
    if symbols:
        yield begin, end, symbols
