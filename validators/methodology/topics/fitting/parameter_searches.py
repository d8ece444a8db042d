"""Searches for the values of parameters, and their manners."""

import re

from validators.methodology.topics.fitting.model_families import FAMILY

MANNER = re.compile(
    r"\b(?:(?P<grid>grid|exhaustive|brute[- ]force)|(?P<random>random)|(?P<bayesian>bayesian)|(?P<genetic>genetic|evolutionary))(?=[- ](?:\w+[- ])?(?:search\w*|optimi[sz]\w*|sweeps?|scans?|algorithms?|tun\w+)|(?<=grid)\b)"
)


def manners_of_search(told: str) -> frozenset[str]:
    """The manners of searching that a document's text tells."""
    return frozenset(manner_of_search(match[0]) for match in MANNER.finditer(told))


def manner_of_search(words: str) -> str:
    """How values are searched for, by the words for it; "" where they leave it open."""
    found = MANNER.search(words)
    return "" if found is None else found.lastgroup or ""


def is_searched(told: str) -> bool:
    """Whether a document's prose tells of a search, and does not deny it."""
    return any(
        match.lastgroup == "search"
        and not re.search(r"\b(?:no|not|never|without|nor)\b", told[max(match.start() - 40, 0) : match.start()])
        for match in FAMILY.finditer(told)
    )
