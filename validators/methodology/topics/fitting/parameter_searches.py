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


_NOT = re.compile(r"\b(?:no|not|never|without|nor|nothing|untuned)\b|n't\b")
_TUNED = re.compile(r"\b(?:(?:fine-?)?tun(?:ed|es|ing)|cross-validat\w+|early stopping)\b")


def is_searched(told: str) -> bool:
    """Whether a document's prose tells of a search, and does not deny it."""
    searches = (match for match in FAMILY.finditer(told) if match.lastgroup == "search")
    return any(not _NOT.search(told, max(match.start() - 40, 0), match.start()) for match in searches)


def is_tuned(told: str) -> bool:
    """Whether a document's prose tells that settings of its model were chosen by the data, and does not deny it."""
    tuned = _TUNED.finditer(told)
    return is_searched(told) or any(not _NOT.search(told, max(match.start() - 40, 0), match.start()) for match in tuned)
