"""The metric that the words of a key, or of keys one below the other, tell together, each word by its class:
`max_monthly_return`, `Average profit trade`, {"won": {"longest": 7}}."""

from functools import lru_cache

from validators.grounding.tools.vocabulary.key_asides import without_asides
from validators.grounding.tools.vocabulary.words import key_words, tells_share

WON = frozenset("win winner winning won profitable gainer".split())
LOST = frozenset("loss lose loser losing lost unprofitable".split())
PERIODS = {
    "day": frozenset({"day", "daily"}),
    "week": frozenset({"week", "weekly"}),
    "month": frozenset({"month", "monthly"}),
    "quarter": frozenset({"quarter", "quarterly"}),
    "year": frozenset({"year", "yearly", "annual"}),
}
_TRADE = frozenset("trade position deal bet".split())
_PROFIT = frozenset("profit return gain result both".split())
_ONE = frozenset("one single individual".split())
_EARNED = _PROFIT | _TRADE | _ONE | {"net", "gross", "per", "all", "amount", "most", "percent"}
_RETURN = frozenset("return gain growth performance".split())
_OF_ONE_PERIOD = _ONE | _RETURN | {"trading", "calendar", "per"}
_YEARLY = frozenset("annualized annual yearly compound compounded".split())
_WHOLE = frozenset("total cumulative overall aggregate whole entire end".split())
_MONEY = frozenset("equity capital cash value balance wealth money nav bankroll stake".split())
START = frozenset("start starting initial begin beginning opening open before".split())
END = frozenset("end ending final closing close terminal finish finishing last".split())
_AVERAGE = frozenset({"average"})
_BEST = frozenset("best strongest".split())
_WORST = frozenset("worst weakest".split())
_LARGEST = frozenset("largest biggest greatest".split())
_HIGHEST = _BEST | _LARGEST | frozenset("maximum maximal highest top".split())
_LOWEST = _WORST | frozenset("minimum minimal lowest least bottom".split())
_DEEPEST = _WORST | _LARGEST | frozenset("maximum maximal deepest".split())
_LONGEST = frozenset("maximum maximal longest".split())
_STREAK = frozenset("consecutive streak run row straight sequence".split())
_COUNT = frozenset("number count total all closed executed completed".split())
_GOOD = frozenset("good positive".split())
_BAD = frozenset("bad negative".split())
_PERCENT = frozenset({"%"})
_SHARE = frozenset("share proportion portion probability rate frequency %".split())
_SPAN = frozenset("day bar hour minute duration time length week month session period".split())
_HELD = frozenset("hold held holding".split())
_SUNK = frozenset("drawdown underwater hole".split())
_DRAWDOWN = frozenset({"drawdown"})
_NOW = frozenset("current now latest today present open ongoing last".split())
_OF_THE_ACCOUNT = frozenset("account equity balance portfolio strategy system net relative absolute".split())
_COST = frozenset("cost fee commission brokerage".split())
_EACH = frozenset("per side each leg trade".split())
_PAID = frozenset("paid charged booked deducted incurred total cumulative amount sum aggregate".split())
_DECLINE = frozenset("drop decline fall setback dip slump pullback retreat slide drawdown".split())
_LOW = frozenset("low trough bottom".split())
_HIGH = frozenset("high peak".split())
_FROM_HIGH = frozenset("depth size high peak water mark low trough bottom below episode equity all".split())
_NONE: frozenset[str] = frozenset()

# metric, the classes of which the words hold one each, and what else may stand with them
_RELATIONS: tuple[tuple[str, tuple[frozenset[str], ...], frozenset[str]], ...] = (
    ("winning_streak", (WON, _STREAK | {"longest"}), _LONGEST | _STREAK | _TRADE | _COUNT),
    ("losing_streak", (LOST, _STREAK | {"longest"}), _LONGEST | _STREAK | _TRADE | _COUNT),
    ("average_trade", (_AVERAGE, _TRADE | {"both"}, _PROFIT), _EARNED),
    ("average_trade", (_PROFIT, frozenset({"per"}), _TRADE), _EARNED),
    ("average_trade", (_AVERAGE, frozenset({"profit", "both"}), _PERCENT), _NONE),
    ("payoff_ratio", (_AVERAGE, WON, LOST), _TRADE | {"ratio", "over", "divided", "by", "size"}),
    ("average_win", (_AVERAGE, WON), _EARNED),
    ("average_loss", (_AVERAGE, LOST), _EARNED),
    ("best_trade", (_HIGHEST, WON), _EARNED),
    ("worst_trade", (_DEEPEST, LOST - {"loss"}), _EARNED | LOST),
    ("best_trade", (_HIGHEST, _TRADE, _PROFIT), _EARNED),
    ("worst_trade", (_LOWEST, _TRADE, _PROFIT | {"loss"}), _EARNED),
    ("worst_trade", (_DEEPEST, _TRADE, frozenset({"loss"})), _EARNED),
    *(
        relation
        for name, period in PERIODS.items()
        for relation in (
            (f"best_{name}", (_HIGHEST, period, _RETURN | _PERCENT), _OF_ONE_PERIOD),
            (f"worst_{name}", (_LOWEST, period, _RETURN | _PERCENT | {"loss"}), _OF_ONE_PERIOD),
            (f"worst_{name}", (_DEEPEST, period, frozenset({"loss", "decline", "drop"})), _OF_ONE_PERIOD),
            (f"best_{name}", (_BEST | {"maximum", "highest"}, period), _OF_ONE_PERIOD),
            (f"worst_{name}", (_WORST | {"bottom", "minimum", "lowest"}, period), _OF_ONE_PERIOD),
        )
    ),
    ("win_rate", (WON, _SHARE), _TRADE | _COUNT),
    ("loss_rate", (LOST - {"loss"}, _SHARE), _TRADE | _COUNT),
    ("win_rate", (frozenset({"positive"}), _PERCENT), _TRADE),
    ("winning_trades", (frozenset({"positive"}), frozenset({"number"})), _TRADE),
    ("losing_trades", (frozenset({"negative"}), frozenset({"number"})), _TRADE),
    ("loss_rate", (LOST, _SHARE - _PERCENT), _TRADE),
    ("win_rate", (_TRADE, _GOOD, _PROFIT, _SHARE), _COUNT | {"with"}),
    ("loss_rate", (_TRADE, _BAD, _PROFIT, _SHARE), _COUNT | {"with"}),
    ("winning_trades", (_TRADE, _GOOD), _COUNT | _PROFIT | {"with"}),
    ("losing_trades", (_TRADE, _BAD), _COUNT | _PROFIT | {"with"}),
    ("winning_trades", (frozenset({"number"}), frozenset({"green"})), _TRADE),
    ("losing_trades", (frozenset({"number"}), frozenset({"red"})), _TRADE),
    ("winning_trades", (WON,), _TRADE | _COUNT),
    ("losing_trades", (LOST,), _TRADE | _COUNT),
    ("holding_period", (_SPAN, _HELD), _AVERAGE | _TRADE | {"per", "number", "typical"}),
    ("holding_period", (_AVERAGE, _SPAN, _TRADE), frozenset({"per", "number", "invested"})),
    ("holding_period", (_AVERAGE, _SPAN, frozenset({"open"})), _NONE),
    ("holding_period", (_SPAN, frozenset({"per"}), _TRADE), _NONE),
    ("current_drawdown", (_DECLINE, _NOW), _FROM_HIGH | _LOW),
    ("average_drawdown", (_AVERAGE, _DECLINE), _FROM_HIGH),
    ("average_drawdown", (_AVERAGE, frozenset({"peak"}), frozenset({"trough"})), _FROM_HIGH),
    ("max_drawdown", (_DEEPEST, _DECLINE), _FROM_HIGH | {"relative"}),
    ("max_drawdown", (_DECLINE | {"deepest"}, frozenset("depth size".split())), _FROM_HIGH),
    ("max_drawdown", (_DEEPEST, frozenset({"peak"}), frozenset({"trough"})), _FROM_HIGH),
    ("max_drawdown", (frozenset({"peak"}), frozenset({"trough"})), _DECLINE | {"loss"}),
    ("cagr", (_YEARLY, _RETURN), _YEARLY | {"rate", "geometric", "net", "percent"}),
    (
        "total_return",
        (_WHOLE, _RETURN),
        _WHOLE | {"rate", "net", "percent", "period", "holding", "full", "start", "starting", "capital"},
    ),
    ("total_return", (frozenset({"full", "whole"}), frozenset({"period"}), _RETURN), _WHOLE | {"holding"}),
    (
        "initial_capital",
        (START | {"first", "inception", "original"}, _MONEY),
        _MONEY | {"day", "deposit", "amount", "currency", "trading"},
    ),
    ("final_equity", (END, _MONEY), _MONEY | {"day", "amount", "currency", "trading"}),
    (
        "slippage",
        (frozenset({"slippage"}),),
        _EACH
        | {
            "average",
            "execution",
            "assumed",
            "rate",
            "applied",
            "price",
            "one",
            "order",
            "fill",
            "cost",
            "paid",
            "total",
        },
    ),
    (
        "fee",
        (_COST, _EACH),
        _EACH | {"rate", "applied", "assumed", "order", "fill", "taker", "trading", "transaction", "one"},
    ),
    (
        "fee",
        (_COST, _PERCENT),
        _EACH | {"rate", "applied", "assumed", "broker", "notional", "taker", "trading", "transaction"},
    ),
    ("exposure", (_SHARE, _SPAN, frozenset({"invested", "exposed"})), frozenset({"spent"})),
    ("exposure", (_SHARE, _SPAN, frozenset({"position"})), frozenset("open with held".split())),
    ("holding_period", (_AVERAGE, frozenset("length duration".split())), _NONE),
    ("below_peak", (_SHARE, _SPAN, _SUNK), frozenset({"spent"})),
    ("drawdown_duration", (_SUNK, _SPAN), _LONGEST | _LOW | {"number", "after", "recovery", "back"}),
    ("drawdown_duration", (_SUNK | {"flat"}, _LONGEST | {"longest"}), _SPAN | {"spell", "stretch"}),
    (
        "lookback",
        (frozenset({"lookback"}),),
        _SPAN | {"momentum", "signal", "formation", "window", "trading", "trend", "look", "number"},
    ),
    ("drawdown_duration", (_SPAN, _LOW, _HIGH), frozenset({"number", "new", "old", "back"})),
    ("drawdown_duration", (_SPAN, _HIGH, frozenset({"new"})), frozenset({"number"})),
    ("current_drawdown", (_DRAWDOWN, frozenset("current now latest today present".split())), frozenset({"peak"})),
    ("average_drawdown", (_DRAWDOWN, _AVERAGE), _OF_THE_ACCOUNT | {"depth", "size"}),
    ("max_drawdown", (_SUNK, _DEEPEST | {"relative"}), _OF_THE_ACCOUNT | {"depth", "size"}),
    ("total_return", (frozenset({"profit", "both"}), frozenset({"net", "total", "cumulative"}), _PERCENT), _NONE),
    ("fee", (_COST, _PAID, _PERCENT), frozenset("transaction trading dealing".split())),
    ("fees_paid", (_COST, _PAID), frozenset("transaction trading dealing all charge account currency".split())),
    ("alpha_t", (frozenset({"t"}), frozenset({"alpha"})), frozenset("stat statistic value".split())),
    ("t_stat", (frozenset({"t"}), frozenset({"beta"})), frozenset("stat statistic value".split())),
    ("p_value", (frozenset({"p"}), frozenset({"alpha", "beta"})), frozenset({"value"})),
)
_CLASSED = frozenset().union(
    *(needed for _, needs, _ in _RELATIONS for needed in needs), *(may for *_, may in _RELATIONS)
)
_LINKS = frozenset("of the a an any at on to from and or is as were which analyzer".split())
# Two words that are one: "Largest profit trade", "trades closed at a profit"
_PAIRS = {
    ("profit", "trade"): "winner",
    ("loss", "trade"): "loser",
    ("closed", "profit"): "winner",
    ("closed", "loss"): "loser",
    ("profit", "loss"): "both",
    ("gain", "loss"): "both",
    ("p", "l"): "both",
    ("under", "water"): "underwater",
    ("round", "trip"): "trade",
    ("look", "back"): "lookback",
    ("in", "profit"): "winner",
    ("in", "loss"): "loser",
    ("profit", "count"): "winner",
    ("loss", "count"): "loser",
    ("in", "market"): "invested",
    ("in", "position"): "invested",
    ("with", "position"): "invested",
}
# What a key above says of one of several things compared, and not of what is measured: the "best" model, the "winner".
_ONE_OF_SEVERAL = frozenset("best worst top bottom winner loser max min maximum minimum highest lowest".split())
_SPANS_ABOVE = frozenset().union(*PERIODS.values(), "whole full entire period sample window".split())
_RECORDS = frozenset({("run",), ("row",)})  # `runs`, `runA`: no streak


@lru_cache(maxsize=65536)
def metric_by_relation(*keys: str) -> str | None:
    """The metric that the words of the keys tell together; None where a word has no place in what the others tell. What the last tells
    by itself no period above it changes: {"years": [{"worst_drop": -0.06}]} is a drawdown."""
    if (
        len(keys) > 1
        and _SPANS_ABOVE.issuperset(key_words(keys[-2]))
        and (alone := metric_by_relation(keys[-1])) is not None
    ):
        return alone
    for above, key in zip(("", *keys), keys[:-1], strict=False):
        if (key.lower() in _ONE_OF_SEVERAL and not is_classed(above)) or key_words(key)[:1] in _RECORDS:
            return None
    said = [word for key in keys for word in without_asides(key_words(key)) if word not in _LINKS]
    if "prof" not in "".join(keys).lower():
        said = ["both" if word == "profit" else word for word in said]  # "pnl"
    told = _paired(said)
    words = set(told)
    if (
        not words
        or not words <= _CLASSED
        or any(told[at] == "per" and told[at + 1] in _SPAN for at in range(len(told) - 1))
    ):
        return None  # "trades per day" last no days
    if tells_share(keys[-1]):
        words.add("%")
    for metric, needs, may in _RELATIONS:
        if all(words & needed for needed in needs) and words <= may.union(_PERCENT, *needs):
            return metric
    return None


@lru_cache(maxsize=16384)
def is_classed(key: str) -> bool:
    """Whether all words of a key have a class, so that what stands below it is of that."""
    words = key_words(key)
    return bool(words) and _CLASSED.issuperset(words)


def _paired(words: list[str]) -> list[str]:
    """The words with those put together that are one."""
    paired: list[str] = []
    for word in words:
        one = _PAIRS.get((paired[-1], word)) if paired else None
        if one is None:
            paired.append(word)
        else:
            paired[-1] = one
    return [word for word in paired if word != "in"]
