"""A fact's words, with its author's shorthand written out: "first Wed of the month", "every 8 h", "USD 2.25 RT"."""

import re
from functools import lru_cache

from data.methodology import FactValue
from validators.methodology.passages import fold
from validators.methodology.topics.amounts import NUMBER

_WORDS = {
    "mon": "monday", "tue": "tuesday", "tues": "tuesday", "wed": "wednesday", "thu": "thursday", "thur": "thursday", "thurs": "thursday",
    "fri": "friday", "sat": "saturday", "sun": "sunday", "jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july", "aug": "august",
    "sep": "september", "sept": "september", "oct": "october", "nov": "november", "dec": "december", "qtr": "quarter", "mth": "month",
    "mths": "months", "mos": "months", "wk": "week", "wks": "weeks", "yr": "year", "yrs": "years", "hrs": "hours", "bd": "business days",
    "approx": "about", "ca": "about", "avg": "average", "incl": "including", "excl": "excluding", "comm": "commission", "adj": "adjusted",
    "unadj": "unadjusted", "eod": "end of day", "opg": "the open", "rt": "round trip", "pa": "a year", "px": "price", "cls": "close",
    "lev": "leverage", "unlev": "unlevered", "qtrly": "quarterly", "mthly": "monthly", "wkly": "weekly", "dly": "daily", "bday": "business day", "ccy": "currency",
    "ccys": "currencies", "fwd": "forward", "fwds": "forwards", "fut": "futures", "futs": "futures", "exec": "execution", "w/o": "without", "slip": "slippage",
    "param": "parameter", "params": "parameters", "est": "estimated", "re-est": "re-estimated", "ens": "ensemble", "cv": "cross-validation", "mkt": "market",
}  # fmt: skip
_SHORT = re.compile(
    rf"(?<![\w$€£.-])(?:{'|'.join(map(re.escape, sorted(_WORDS, key=len, reverse=True)))})\b\.?(?!-?\w)"
)
_REWRITTEN = (
    (re.compile(r"\bw/ ?(?!o\b)"), "with "),
    (re.compile(r"\b(?:us ?\$|usd|us dollars?) ?(?=\d)"), "$"),
    (re.compile(r"\beur ?(?=\d)"), "€"),
    (re.compile(r"\bgbp ?(?=\d)"), "£"),
    (re.compile(r"(?<![\d.,])(\d+(?:\.\d+)?) (?:us dollars|usd|u\.s\. dollars)\b"), r"$\1"),
    (re.compile(r"(?<![\d.,])(\d+(?:\.\d+)?) eur\b"), r"€\1"),
    (re.compile(r"\b(\d+) ?h\b(?! of)"), r"\1 hours"),
    (re.compile(r"\bem (?=(?:currenc|equit|bond|debt|stock|share|fx|market|countr|etf)\w*)"), "emerging-market "),
    (re.compile(r"\bdm (?=(?:currenc|equit|bond|stock|share|fx|market|countr|etf)\w*)"), "developed-market "),
    (re.compile(r"\b1d(?= (?:ohlcv?|bars?|candles?|closes?|data|prices?)\b)"), "daily"),
    (re.compile(r"\b(first|last|1st|2nd|3rd|nth) business days\b"), r"\1 business day"),
    (
        re.compile(
            r"\b(one|two|three|four|five|six|seven|eight|nine) (last|latest|final|first|earliest|remaining) (?=(?:tenth|fifth|quarter|third|eighth)s\b)"
        ),
        r"\2 \1 ",
    ),
    (re.compile(rf"\b({NUMBER}) (?:entry|trade|rebalance|roll)/(month|week|year|quarter|day)\b"), r"\1 times a \2"),
    (re.compile(rf"\b({NUMBER})/(month|week|year|quarter|day)\b"), r"\1 times a \2"),
    (re.compile(r"\b(?:at|on) t[ -](close|open)\b"), r"at the same day's \1"),
    (re.compile(r"(?<=\d)\u2013(?=\d)"), "-"),
    (re.compile(r"\br/t\b"), "round trip"),
    (re.compile(r" ?/ ?(?:year|annum)\b"), " a year"),
    (re.compile(r"\b[td] ?\+ ?(?=[0-3]\b)"), "t+"),
    (re.compile(r" ?@ ?"), " at "),
)


@lru_cache(maxsize=4096)
def _written_out(text: str) -> str:
    text = _SHORT.sub(lambda found: _WORDS[found[0].removesuffix(".")], fold(text))
    for pattern, words in _REWRITTEN:
        text = pattern.sub(words, text)
    return text.strip()


def fact_text(fact: FactValue) -> str:
    """The fact folded, a list's items joined by ", "."""
    return _written_out(fact if isinstance(fact, str) else ", ".join(fact))
