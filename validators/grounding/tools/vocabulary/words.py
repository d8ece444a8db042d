"""The words of a key or a phrase as the vocabulary has them: expanded, American, in the singular, with units and scales apart."""

import re
from collections.abc import Sequence
from functools import lru_cache

from validators.numbers.tail import CURRENCIES, singular

_WORD = re.compile(r"PnL|[sS]tDev|[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[A-Z][a-z]*")
_CASED = re.compile(r"PnL|SoR(?![a-z])|[Cc]?VaR(?![a-z])|Draw_?[Dd]own")
_DRAWDOWN = re.compile(r"DD[ _]?(?=(?:[dD]ays|[lL]en|[dD]ur|[bB]ars|[wW]eeks|[mM]onths|[pP]ct))")  # "LongestDDdays"
_PER_ANNUM = re.compile(r"\bp\.\s?a\b\.?|\bp/a\b|(?:\b|_)per[ _]?annum(?:\b|(?=_))", re.IGNORECASE)
# units that a key spells out: "fee_in_basis_points_per_side", "drawdownInPercent"
_SPELLED_UNITS = (
    (re.compile(r"(?:(?<![A-Za-z])in[_ ]?|In(?=[A-Z]))?(?:B|(?<![A-Za-z])b)asis[_ ]?[Pp]oints?(?![a-z])"), "_bps_"),
    (
        re.compile(
            r"(?:(?<![A-Za-z])in[_ ]?|In(?=[A-Z]))(?:P|p)er[_ ]?[Cc]ent(?![a-z])|(?<![A-Za-z])per cent(?![a-z])"
        ),
        "_pct_",
    ),
    (
        re.compile(r"(?:(?<![A-Za-z])in[_ ]?|In(?=[A-Z]))?(?:P|(?<![A-Za-z])p)ercentage[_ ]?[Pp]oints?(?![a-z])"),
        "_pct_",
    ),
)
# a unit that is no return: "Expectancy (R)", "expectancyInR"; and what is one word
_SPELLED_WORDS = (
    (
        re.compile(
            r"\(R\)|(?:(?<![A-Za-z])in[_ ]|(?<=[a-z])In)R(?![A-Za-z])|(?<![A-Za-z])[Rr][-_ ]?[Mm]ultiples?(?![a-z])"
        ),
        " ",
    ),
    (
        re.compile(
            r"(?<![A-Za-z])out[-_ ]?of[-_ ]?sample(?![a-z])|O(?:ut|UT)[-_ ]?[Oo][Ff][-_ ]?S(?:ample|AMPLE)(?![a-z])"
        ),
        "_oos_",
    ),
    (
        re.compile(
            r"(?<![A-Za-z])in[-_ ]?[Ss]ample(?![a-z])|I[nN][-_ ]?[Ss](?:ample|AMPLE)(?![a-z])|(?<![A-Za-z])IS(?=[_ -])|(?<=[_ -])IS(?![A-Za-z])"
            r"|(?<![A-Za-z])is_(?=(?:sharpe|sortino|calmar|cagr|ret|return|vol|volatility|dd|mdd|max|trades|win|pnl|profit)(?![a-z]))"
        ),
        "_train_",
    ),
)
_LETTER_NAMES = {"α": "alpha", "β": "beta", "ρ": "correlation", "σ": "sigma", "μ": "mean"}
_GREEK = re.compile("[αβρσμ]")
_PROSE_WORD = re.compile(r"[^\W\d_]+|\d+")
_SHORT = {
    "mo": "month", "yr": "year", "mos": "month", "yrs": "year",
    "max": "maximum", "min": "minimum", "avg": "average", "dd": "drawdown", "vol": "volatility", "ann": "annualized",
    "annualised": "annualized", "annualise": "annualized", "annualises": "annualizes", "annualising": "annualizing", "annualized": "annualized", "realised": "realized",
    "unrealised": "unrealized", "normalised": "normalized", "standardised": "standardized", "capitalisation": "capitalization",
}  # fmt: skip
_EXPANDED = {
    "ann": "annualized", "ret": "return", "rtn": "return", "dd": "drawdown", "max": "maximum", "mx": "maximum", "min": "minimum", "avg": "average",
    "num": "number", "n": "number", "no": "number", "nb": "number", "std": "standard deviation", "stdev": "standard deviation",
    "vol": "volatility", "cum": "cumulative", "init": "initial", "cnt": "count", "qty": "quantity", "px": "price", "freq": "frequency",
    "pnl": "profit", "pl": "profit", "mktcap": "market cap", "div": "dividend", "amt": "amount", "tot": "total", "curr": "current",
    "prev": "previous", "txn": "transaction", "tx": "trade", "rev": "revenue", "corr": "correlation", "correl": "correlation", "pos": "position", "mean": "average",
    "commissions": "commission", "mdd": "maximum drawdown",
    "ytd": "ytd", "sr": "sharpe ratio", "twr": "return",
    "wr": "win rate", "pa": "annualized", "pf": "profit factor", "strat": "strategy", "bench": "benchmark", "bmk": "benchmark", "bmark": "benchmark", "bm": "benchmark", "theirs": "benchmark", "mult": "multiple", "val": "validation", "sum": "total", "trd": "trade", "perf": "performance",
    "eq": "equity", "los": "loss", "dn": "downside", "med": "median", "nwinners": "number win", "nlosers": "number loss",
    "nobs": "number observation", "obs": "observation", "stddev": "standard deviation", "irr": "irr", "xirr": "irr", "sigma": "volatility",
    "comm": "commission", "expo": "exposure", "prof": "profit", "kurt": "kurtosis", "lev": "leverage", "mkt": "market", "mth": "month",
    "err": "error", "len": "length", "dur": "duration", "yld": "yield", "dvd": "dividend", "tc": "transaction cost", "cpn": "coupon", "rsq": "r squared",
    "consec": "consecutive", "fac": "factor", "vola": "volatility", "trk": "tracking", "incep": "inception", "eff": "effective", "mod": "modified", "idx": "index", "cond": "conditional", "sq": "squared",
    "yr": "year", "yrs": "year", "mo": "month", "mos": "month", "cons": "consecutive", "strk": "streak", "lvg": "leverage", "slip": "slippage", "slp": "slippage",
    "skw": "skew", "krt": "kurtosis", "kurtos": "kurtosis", "skewns": "skew", "info": "information", "dside": "downside", "semideviation": "semi deviation",
    "uw": "underwater", "etl": "expected shortfall", "rfr": "risk free rate", "cur": "current", "hist": "historical", "fin": "final",
    "rms": "root average square", "lkbk": "lookback", "lb": "lookback", "tim": "time in market", "hwm": "high water mark", "riskless": "risk free",
    "shp": "sharpe", "srt": "sortino", "sor": "sortino", "clm": "calmar", "bta": "beta", "alf": "alpha", "bst": "best", "wst": "worst", "recov": "recovery", "inv": "invested", "cst": "cost",
    "acct": "account", "beg": "beginning", "liq": "liquidity", "exec": "execution", "fact": "factor", "sd": "standard deviation",
}  # fmt: skip
UNIT_WORDS: dict[str, str] = {
    "bps": "bps", "bp": "bps", "pct": "percent", "percent": "percent", "percentage": "percent", "perc": "percent",
    "usd": "USD", "usdt": "USD", "usdc": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "chf": "CHF", "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "dec": "fraction",
    "decimal": "fraction", "frac": "fraction", "fraction": "fraction", "pp": "percent", "ppt": "percent",
}  # fmt: skip
# Words that keys write without their vowels: "shrp"
_SKELETONS = {
    re.sub("[aeiou]", "", word): word
    for word in "sharpe sortino calmar drawdown volatility turnover exposure profit trades return equity alpha commission winner loser".split()
}
_OF_AN_ACCOUNT = frozenset("final ending end initial start starting opening closing portfolio account equity".split())
_RATIOS = frozenset("sharpe sortino calmar omega treynor information".split())
_EXTREMES = frozenset("best worst".split())
_LASTS = frozenset("hold held holding recovery duration length underwater lookback back".split())
_LETTERS = {"d": "day", "m": "month", "y": "year"}
_DEVIATES = frozenset("downside upside semi standard absolute".split())
_CONFIDENCES = frozenset({"90", "95", "97", "99", "975", "995"})
_SIGNED = {"pos": "positive", "neg": "negative"}
_COUNTED_OR_SHARED = frozenset("n num number frac fraction share prop pct percent count".split())
_PERIODS = frozenset("y yr yrs year years mo mos month months mth mths day days week weeks quarter quarters".split())
_SQUARED = frozenset({"squared", "sq", "square", "2", "value", "multiple"})
GENERIC = frozenset(
    "value amount data result total count number score metric stat statistic summary output response payload content item row entry "
    "record list index id name title text type key field date time start end status version body detail info average mean maximum "
    "minimum current last first next level rate ratio point run window period call year month day week quarter a b c x y z".split()
)


# What keys put together without a joint: "totret", "annvol", "nwin"
_GLUED = {
    piece: _EXPANDED.get(piece, piece)
    for piece in "ret ann cum tot max min avg num n vol dd eq final init start end win wins loss losses trade trades rate fee fees profit equity sharpe sortino calmar "
    "return drawdown comm expo best worst day month year hold held pct days months years gain mean net gross cost costs std dev total daily hit bench strat value pnl pl bps factor cash ratio len dur yld yield div turnover consec lev mkt prof losing winning winner winners loser losers drawdown duration length period usd eur nav".split()
} | {"cap": "capital", "mult": "multiple"}


@lru_cache(maxsize=16384)
def _unglued(word: str) -> tuple[str, ...]:
    """The words of a key's part that are put together without a joint; the part itself where it is not all of such."""
    for end in range(len(word) - 2, 0, -1):
        if (first := _GLUED.get(word[:end])) is not None:
            rest = word[end:]
            last = _GLUED.get(rest)
            if last is not None:
                return first, last
            if len(further := _unglued(rest)) > 1:
                return first, *further
    return (word,)


@lru_cache(maxsize=65536)
def _with_short_units(key: str) -> str:
    """A key of which the units are abbreviated, Greek letters spelled, and what several words say as one."""
    if not key.isascii():
        key = _GREEK.sub(lambda letter: f"_{_LETTER_NAMES[letter[0]]}_", key)
    for spelled, short in (*_SPELLED_UNITS, *_SPELLED_WORDS):
        key = spelled.sub(short, key)
    return key


@lru_cache(maxsize=65536)
def key_words(key: str) -> tuple[str, ...]:
    """The words of a key, expanded and in the singular, units left out: `maxDD_pct` → ("maximum", "drawdown")."""
    words: list[str] = []
    told = [
        raw.lower()
        for raw in _WORD.findall(
            _PER_ANNUM.sub(
                " annualized ",
                _CASED.sub(
                    lambda cased: cased[0].capitalize().replace("_", ""),
                    _DRAWDOWN.sub("Drawdown ", _BASIS.sub(" ", _with_short_units(key[:200]))),
                ),
            )
        )
    ]
    for place, lower in enumerate(told):
        if lower == "val" and words and words[-1] in _OF_AN_ACCOUNT:
            lower = "value"
        elif lower == "r" and words and words[-1] in _RATIOS:
            continue  # "OmegaR"
        elif lower in _LETTERS and words and words[-1] in _EXTREMES | _LASTS:
            lower = _LETTERS[lower]  # "WorstM_%", "hold_d"
        elif lower == "rec" and words[-1:] == ["drawdown"]:
            lower = "recovery"
        elif (lower == "r" and _SQUARED.isdisjoint(told[place + 1 : place + 2])) and len(told) > 1:
            lower = "ret"
        elif lower == "dev" and words[-1:] == ["deviation"]:
            continue  # "stdDev"
        elif lower == "dev" and words[-1:] and words[-1] in _DEVIATES:
            lower = "deviation"
        elif lower == "es" and told[place + 1 : place + 2] and told[place + 1] in _CONFIDENCES:
            lower = "cvar"
        elif lower in _SIGNED and (told[place + 1 : place + 2] or [""])[0] in _PERIODS:
            lower = _SIGNED[lower]
        elif lower in _SIGNED and place and told[place - 1] in _COUNTED_OR_SHARED:
            lower = _SIGNED[lower]  # "n_pos", "frac_neg"
        elif lower == "x" and words and place == len(told) - 1:
            continue  # "turnover_x"
        known = _EXPANDED.get(lower) or _SKELETONS.get(lower) or " ".join(_unglued(lower))
        for word in known.split():
            if word not in UNIT_WORDS and not (words and word in _SCALE_WORDS and key_scale(key) != 1):
                words.append(normal(word))
    return tuple(words)


_QUANTILE = re.compile(
    r"(?<![\d.])\d{1,2}(?:\.\d)?\s?(?:%|pct(?![a-z]))|\d[ _]?bps?(?![a-z])"
)  # "VaR 95% ($)", "cvar_5pct", "parallel +50bp": whose or at which, and no unit
_MONEY_SIGN = re.compile(r"(?:^|[\s\[(_])([$€£])(?:[\s\])_]|$)")  # "Equity Final [$]"
# what a statistic is reckoned to, or how long a window it is of: "Sharpe Ratio (252 days)"
_BASIS = re.compile(r"\(\d+[ -]?(?:days?|weeks?|months?|years?|bars?|periods?)\)", re.IGNORECASE)


@lru_cache(maxsize=65536)
def key_unit(key: str) -> str | None:
    """The unit that a key names (bps, percent, fraction, a currency, a unit of time), None where it names none."""
    key = _QUANTILE.sub(" ", key)
    if "%" in key:
        return "percent"
    if (money := _MONEY_SIGN.search(key)) is not None:
        return CURRENCIES[money[1]]
    key = _BASIS.sub(" ", _with_short_units(key[:200]))
    said = [word for raw in _WORD.findall(key[:200]) for word in _unglued(raw.lower())]
    if said and UNIT_WORDS.get(said[0]) == "percent":
        return "percent"
    if len(said) > 1 and said[-1] == "x" and len(said[-2]) > 3:
        return "multiple"
    if len(said) > 1 and said[-1] in _LETTERS and _LASTS.intersection(key_words(key)):
        return _LETTERS[said[-1]]
    for word in reversed(said):
        if word in UNIT_WORDS and not (word == "dec" and _is_month(said)):
            return UNIT_WORDS[word]
        if word in _TIME_WORDS:
            if (
                share := next((UNIT_WORDS[each] for each in said if UNIT_WORDS.get(each) in _SHARES), None)
            ) is not None:
                return share  # "underwater_pct_of_days"
            return None if not _PART_OF.isdisjoint(key_words(key)) else _TIME_WORDS[word]
    return None


def _is_month(words: Sequence[str]) -> bool:
    """Whether all words of a key but one tell a year, or there is no other: "Dec", "2016-Dec"."""
    return sum(not word.isdigit() for word in words) == 1


@lru_cache(maxsize=65536)
def tells_share(key: str) -> bool:
    """Whether a key says that its number is a share of something, in percent or not."""
    return "%" in key or any(
        UNIT_WORDS.get(raw.lower()) in _SHARES for raw in _WORD.findall(_with_short_units(key[:200]))
    )


_SHARES = frozenset({"percent", "fraction", "bps"})
_SCALE_WORDS = {
    "k": 1e3, "thousand": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6, "bn": 1e9, "b": 1e9, "billion": 1e9,
    "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
_WRITTEN_OUT = 4  # letters: a key "tn" counts true negatives
_LARGE = frozenset({"volume", "share", "aum", "adv", "notional"})  # what is counted in millions
_SHORT_SCALES = frozenset({"k", "m", "b"})
_GLUED_SCALE = re.compile(
    r"(?<![a-z])(?:(?P<scale>k|mm?|mn|bn?)(?P<of>usd|eur|gbp|chf|jpy)|(?P<money>usd|eur|gbp|chf|jpy)(?P<in>k|mm?|mn|bn?))(?![a-z])",
    re.IGNORECASE,
)  # "aum_musd", "revenueUSDm"


@lru_cache(maxsize=65536)
def key_scale(key: str) -> float:
    """The factor that a key names: 1e6 for `revenue_usd_m` or "USD millions". One letter counts beside a currency only."""
    glued = _GLUED_SCALE.search(key[:200])
    if glued is not None:
        return _SCALE_WORDS[(glued["scale"] or glued["in"]).lower()]
    words = [word.lower().removesuffix("s") if len(word) > 3 else word.lower() for word in _WORD.findall(key[:200])]
    money = any(UNIT_WORDS.get(word, "").isupper() for word in words)
    money = money or (words[-1:] == ["m"] and not _LARGE.isdisjoint(words))
    for word in words[1:] if len(words) > 1 else [word for word in words if len(word) >= _WRITTEN_OUT]:
        if word in _SCALE_WORDS and (money or word not in _SHORT_SCALES):
            return _SCALE_WORDS[word]
    return 1.0


_PART_OF = frozenset(
    "share fraction ratio rate proportion portion frequency probability number count per weight".split()
)
_TIME_WORDS = {
    "days": "day", "months": "month", "weeks": "week", "years": "year", "hours": "hour", "minutes": "minute", "bars": "bar", "sessions": "bar",
    "seconds": "second",
}  # fmt: skip


@lru_cache(maxsize=65536)
def normal(word: str) -> str:
    """A word in lower case, American, in the singular."""
    lower = word.lower()
    return singular(_SHORT.get(lower, lower))


def phrase_words(phrase: str) -> tuple[str, ...]:
    """A phrase of prose as normal words."""
    return tuple(normal(word) for word in _PROSE_WORD.findall(phrase.lower()))


OF_THE_RUN = frozenset(
    "algorithm strategy portfolio model backtest system run algo abs absolute overall our own".split()
)
OF_THE_MARKET = frozenset("benchmark index market buy and hold passive underlying reference comparator".split())
