"""What a key says that it holds, whatever stands under it: names, a setting, a label, a unit, one of two."""

import re
from functools import lru_cache

from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS, SETTINGS, inner_metric
from validators.grounding.tools.vocabulary.words import key_words
from validators.numbers.tail import singular

_ORDINAL_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
LETTER = re.compile(r"[^\W\d_]")
NAME_KEY = re.compile(
    r"(?:^|_|\b)(?:id|name|model|strategy|ticker|symbol|label|version|run|title|asset|fund|index|benchmark)$|Id$|Name$"
)
ID_KEY = re.compile(r"(?:^|_)(?:id|hash|sha|uuid|guid|key|url|cusip|isin|sedol|figi)$|[a-z]Id$")
LONGEST_LABEL = 60  # characters: a longer string is prose, not a name
PLAIN_KEYS = frozenset(
    "metrics results result data stats statistics summary performance values output response payload content items rows records "
    "runs window params parameters config settings meta metadata info details report observations holdings positions segments "
    "strategies models entries list series table returns risk trading capital stat metric account costs fees trades ratios overview headline core main broker analyzers "
    "general header footer perf outcome calendar kpi kpis body best worst top bottom monthly weekly yearly daily annual strategy strat portfolio model backtest bt run algo system fund summary_stats risk_metrics performance_metrics return_metrics data_points rows_data history log figures grid calendar lines points node nodes edge edges attributes attribute hit hits source doc docs document documents relationships included properties fields props aggregate aggregates aggregations buckets bucket extreme extremes job jobs task tasks experiment experiments trial trials simulation simulations sim study batch entry leaderboard ranking comparison compare contestants entrants yrs years months quarters per_year by_year yearly_results annual_results monthly_results tot "
    "totals out outs res v hole holes roll since_inception sinceinception dip dips drop drops decline declines slump deepest setback bumpiness riskiness growth vs versus rel relative res ret rets acct blotter me mine ours yours money counts amounts".split()
)
# What a row calls itself that is of all rows together.
WHOLE = frozenset(
    {"all", "total", "totals", "overall", "full", "whole", "full period", "whole period", "all years", "combined", "aggregate", "agg", "sum",
     "grand total", "entire period", "full sample", "all periods", "all trades", "since inception", "itd"}
)  # fmt: skip
METRIC_KEYS = frozenset({"metric", "measure", "indicator", "stat", "statistic", "field", "kpi"})
LABEL_KEYS = frozenset(
    {"name", "label", "key", "item", "series", "title", "description", "desc", "meaning", "definition"}
)
UNIT_KEYS = frozenset({"unit", "units", "scale", "uom", "measured_in", "u"})
# Records of settings: what stands in them was set, and found by no run.
SET_KEYS = frozenset(
    "params parameters param parameter setting settings config configuration hyperparameters hyperparams hyper_parameters inputs args arguments kwargs options".split()
)
SWEPT_KEYS = frozenset({"param", "parameter", "variable", "swept", "axis", "knob", "dimension"})  # name what is varied
# Words of keys under which numbers call the parts of a test, and count nothing.
_CALLED = frozenset(
    "top fold split window seed quintile quartile decile bucket cluster state tranche regime block".split()
)
_PARAMETERS = frozenset(
    "side fee fees cost commission slippage lookback window period leverage threshold top horizon size capital year quarter month level "
    "quantile delay seed fast slow length span halflife tolerance step lag limit cutoff strike".split()
)
# Words of a key by which a run found what is under it, though another word could be a setting's: `positive_months`.
_FOUND = frozenset(
    "positive negative up down win winning won winner lose losing lost loss loser profitable unprofitable green red underwater best worst flat "
    "hedge hedging hedged beaten ahead behind average median longest shortest deepest recovery recovered streak realized total basis".split()
)
# Metrics that are set, and not found by a run.
MAY_BE_SET = SETTINGS | {"positions", "holding_period", "duration"}
_ORDINALS = (
    frozenset({"a", "first", "left", "one", "1", "lhs", "x"}),
    frozenset({"b", "second", "right", "two", "2", "rhs", "y"}),
)
_SIDES = {"l": 0, "r": 1}
_KINDS_OF_NAMES = (
    ("model", frozenset("model strategy algo algorithm mdl expert system strat".split())),
    (
        "ticker",
        frozenset(
            "ticker symbol instrument asset market underlying security contract pair tkr sym datafeed stock".split()
        ),
    ),
)


@lru_cache(maxsize=16384)
def _kind_of_name(key: str) -> str | None:
    words = frozenset(word.lower() for word in _ORDINAL_WORD.findall(key))
    if words & {"benchmark", "bench", "type", "class", "kind", "version", "count", "id"} - (
        {"id"} if len(words) > 1 else set()
    ):
        return None
    return next((kind for kind, said in _KINDS_OF_NAMES if words & said), None)


KINDS = frozenset(kind for kind, _ in _KINDS_OF_NAMES)
_COMPARED = re.compile(
    r"bench|^bmk?$|hodl|buy.?(?:and|&|n)?.?hold|^index|against|reference|comparator|^vs$|versus|currency", re.IGNORECASE
)


@lru_cache(maxsize=16384)
def is_compared(key: str) -> bool:
    """Whether a key holds the name of what the run is compared with."""
    return _COMPARED.search(key) is not None


_NAMES = frozenset("name names who label title run variant entrant contender candidate arm".split())


@lru_cache(maxsize=16384)
def is_name_key(key: str) -> bool:
    """Whether strings under the key are names of what the numbers are of: `model`, `tickers`, `who`."""
    return kind_of_names(key) is not None or key.lower() in _NAMES


@lru_cache(maxsize=16384)
def kind_of_names(key: str) -> str | None:
    """What a key in the singular or plural holds names of: "model", "ticker", None."""
    words = [singular(word) for word in key_words(key)]
    return _kind_of_name(" ".join(words))


@lru_cache(maxsize=16384)
def ordinal_of(key: str) -> int | None:
    """Which of two a key speaks of: 0 for `first`, `runA`, `model_1`, 1 for `second`, `runB`; None where it tells neither."""
    if key in _SIDES:
        return _SIDES[key]
    words = {word.lower() for word in _ORDINAL_WORD.findall(key)}
    found = [place for place, said in enumerate(_ORDINALS) if not words.isdisjoint(said)]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=16384)
def noun_of_part(key: str) -> str | None:
    """The noun with which the numbers under a key call the parts of a test, and count nothing: the "fold" of a `by_fold`."""
    return next((word for word in map(singular, key_words(key)) if word in _CALLED), None)


@lru_cache(maxsize=16384)
def metric_told(key: str) -> str | None:
    """The metric that a key tells, be it with more: the Sharpe of a "net_sharpe"."""
    metric = metric_of_key(key) or ""
    return metric if metric in METRICS else inner_metric(metric)


def may_be_set(key: str) -> bool:
    """Whether numbers under a key may be settings: no result's, and no bare number's."""
    return LETTER.search(key) is not None and metric_told(key) in MAY_BE_SET | {None}


@lru_cache(maxsize=16384)
def role_of(key: str) -> str | None:
    """What a number under the key tells of its record: "year", "parameter", or None, a result."""
    words = key_words(key)
    if words and words[-1] in ("year", "fy", "y", "yr"):
        return "year"
    if key == "len":
        return None  # how long what stands beside it lasted
    if not _FOUND.isdisjoint(words):
        return None
    if _PARAMETERS.isdisjoint(words) and metric_of_key(key) not in SETTINGS:
        return None
    known = metric_told(key)
    return "parameter" if known is None or known in MAY_BE_SET else None
