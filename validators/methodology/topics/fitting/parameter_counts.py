"""How many parameters there are, and how large the models that have them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from validators.methodology.claims import Stated
from validators.methodology.topics.amounts import NUMBER, number
from validators.methodology.topics.fitting.fittings import Fitting
from validators.methodology.topics.fitting.model_families import DEPTH, SIZE, sizes_in

COUNT_FITTED = re.compile(
    rf"\b({NUMBER})[ -](?!thousand|million|hundred)(?:\w+[ -])?(?:fitted|learned|learnt|trainable|tuned|estimated|free|optimi[sz]ed"
    r"|calibrated|model|regression)?[ -]?(?:parameters?|coefficients?|weights?|thresholds?|loadings?|betas?)\b"
)
_HAS_COUNT = re.compile(
    rf"\b(?:has|have|with|contains|of|its) (?:only |just |a total of )?({NUMBER}) (?:model )?parameters\b"
)
COUNTED_FIRST = re.compile(rf"({NUMBER}) ?[,;:(]")  # "one, the momentum window"
_ANY_DEPTH = re.compile(
    r"\bwithout (?:any |an? )?(?:limit|cap|bound|restriction|maximum)s? (?:on|to|of|in) (?:the |their )?depth\b|\bas deep as (?:they|it) (?:likes?|wants?|please[sd]?|can|go(?:es)?)\b|\bunlimited (?:in )?depth\b|\buntil (?:the |their |every |each |all )?(?:leaf|leaves) (?:is|are) pure\b"
)
_ONE_SEED = re.compile(
    r"\b(?:single|sole) (?:random |initial )?seed\b|\b(?:only|just) (?:one|a single) (?:\w+ )?(?:network|net|copy|run|model|initiali[sz]ation) (?:is|was|gets) (?:\w+ )?(?:trained|fitted|run|grown)\b"
)
_OF_MORE = re.compile(rf" (?:out )?of (?:the |its |these |those )?(?:several|many|a few|few|them|{NUMBER})\b")
_NUMBERS_FITTED = re.compile(
    rf"\b({NUMBER}) (?:\w+ )?(?:numbers?|quantit(?:y|ies)|values?|figures?|unknowns?) (?:is|are|were|get) (?:\w+ )?(?:fitted|estimated|learned|learnt|found)\b"
)


def counts_fitted(told: str) -> frozenset[float | None]:
    """How many numbers a document's text says are fitted."""
    return frozenset(number(match[1]) for match in _NUMBERS_FITTED.finditer(told))


def sizes_stated(text: str) -> Iterator[Stated]:
    """How deep or how large a model is said to be."""
    for match in _ANY_DEPTH.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Fitting(sizes=frozenset([("depth", 0)]), bare=True))
    for match in _ONE_SEED.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Fitting(sizes=frozenset([("seed", 1)]), bare=True))
    for match in (*SIZE.finditer(text), *DEPTH.finditer(text)):
        if not sizes_in(match[0]) or _OF_MORE.match(text, match.end()):
            continue
        yield Stated(start=match.start(), end=match.end(), value=Fitting(sizes=sizes_in(match[0]), bare=True))


def counts_told(text: str) -> Iterator[Stated]:
    """How many parameters a passage counts, fitted or not."""
    for match in _HAS_COUNT.finditer(text):
        size = number(match[1])
        if size is not None:
            yield Stated(start=match.start(1), end=match.end(), value=Fitting(count=int(size), bare=True))


def counts_of_fitted(text: str) -> Iterator[Stated]:
    """How many numbers a passage says are fitted."""
    for match in _NUMBERS_FITTED.finditer(text):
        size = number(match[1])
        if size is not None:
            yield Stated(start=match.start(), end=match.end(), value=Fitting(count=int(size)))


@lru_cache(maxsize=1024)
def sizes_told(told: str) -> frozenset[tuple[str, int]]:
    """How deep and how large a document's text says that its model is."""
    return frozenset(
        (unit, size)
        for unit, size in sizes_in(told)
        if unit in ("depth", "layer", "unit", "tree", "seed", "leaf", "feature", "head")
    )
