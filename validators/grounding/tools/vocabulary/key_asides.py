"""Words of a key that tell nothing of its metric: whose it is, over what time, after which costs, how it was come by."""

import re
from functools import lru_cache

from validators.grounding.tools.vocabulary.words import OF_THE_RUN

_PHRASES = re.compile(
    r"\b(?:(?:net of|after)(?: all)?(?: \w+)? (?:cost|fee|commission|expense|charge|slippage)s?"
    r"|ex (?:post|ante)|how many"
    r"|(?:over|during|for|across|in|at)(?: the)?(?: full| whole| entire| all)? (?:window|period|sample|history|horizon|span|backtest|run|record|life)"
    r"|(?:full|whole|entire) (?:window|sample|history)$"
    r"|so far|in (?:account|base|local) currency)\b"
)
ASIDES = OF_THE_RUN - {"model", "absolute", "abs"} | frozenset(
    "of the a an at on to from and or is as were which fund program observed reported realized measured computed estimated assumed expected modelled historical "
    "empirical simulated sample statistic figure estimate coefficient taken made placed calendar curve applied used your you we what it that whole all scenario outcome".split()
)


@lru_cache(maxsize=16384)
def without_asides(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a key that tell what it measures; all of them where none does."""
    told = tuple(word for word in _PHRASES.sub(" ", " ".join(words)).split() if word not in ASIDES)
    return told or words
