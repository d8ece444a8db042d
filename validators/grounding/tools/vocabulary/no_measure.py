"""Names that hold a metric's name and are none of its numbers: `max_drawdown_date`, `sharpe_rank`, `missing_bars`, `win_days`."""

from functools import lru_cache

from validators.grounding.tools.vocabulary.key_relations import LOST, WON

# What a name ends with that says of something beside the metric: when it was, which, how sure, how written
_ENDS = frozenset(
    "date start end begin id uuid hash rank ranking percentile pvalue significance confidence version revision schema currency ccy precision decimal code "
    "index idx ticker symbol name label title type mode method source path url file flag status format note decay halflife warmup missing dropped "
    "skipped rejected seed stderr zscore tier window timestamp frequency side high low volume".split()
)  # fmt: skip
_STARTS = frozenset("date time missing warmup rejected skipped dropped probabilistic deflated prob".split())
_ORDERS = frozenset({("take", "profit"), ("stop", "loss"), ("profit", "target")})  # given to a broker
_OF_A_FIRM = frozenset(
    "book equity asset assets sale sales earnings earning ebitda revenue capital debt investment".split()
)
_LINKS = frozenset("of vs versus to with against over from since the".split())  # "beta vs index" is the beta
_SPANS = frozenset("day bar week month quarter year".split())
_OF_SPANS = WON | LOST | _SPANS | frozenset("number total of m twelve rolling".split())


@lru_cache(maxsize=16384)
def begins_otherwise(words: tuple[str, ...]) -> bool:
    """Whether the first words of a name say that it is no metric, whatever follows; or it counts the days, months or years won."""
    if words[0] in _STARTS or words[:2] in _ORDERS or words[-2:] in _ORDERS:
        return True
    told = frozenset(words)
    sides = not told.isdisjoint(WON), not told.isdisjoint(LOST)
    if all(sides):
        return True  # the one over the other
    if any(sides) and words[0] == "length":
        return True  # how long those won were held
    if words[:2] == ("return", "on") and not _OF_A_FIRM.isdisjoint(words[2:]):
        return True
    if "to" in words[1:-1] and words[-1] in _OF_A_FIRM:
        return True  # "price to book", "debt to equity"
    return any(sides) and not told.isdisjoint(_SPANS) and all(word in _OF_SPANS or word.isdigit() for word in told)


@lru_cache(maxsize=16384)
def ends_otherwise(words: tuple[str, ...]) -> bool:
    """Whether the last word of a name says that it tells something beside the metric."""
    while len(words) > 2 and words[-1] in _SPANS:
        words = words[:-1]  # `alpha_decay_days`
    return len(words) > 1 and words[-1] in _ENDS and words[-2] not in _LINKS
