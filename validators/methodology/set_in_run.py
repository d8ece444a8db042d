"""Claims that tell what a run of the conversation was set to, and no clause."""

from functools import lru_cache
from typing import Any

from data.methodology import MethodologyDocument
from data.records import Trace
from validators.methodology.all_topics import BY_KEY
from validators.methodology.claims import Claim
from validators.methodology.run_settings import asks_what_if, numbers_told, settings
from validators.methodology.topics import fee, universe
from validators.methodology.topics.practices import Practices

EXAMPLE = MethodologyDocument(
    id="tide",
    title="Tide",
    kind="rule-based",
    facts={"evaluation_split": "none", "rebalance": "monthly"},
    body="",
)


def is_setting(claim: Claim, trace: Trace) -> bool:
    """Whether a claim tells what a run of this conversation was set to."""
    if claim.topic is universe and not claim.value.tickers:
        return False
    if isinstance(claim.topic, Practices):
        return any(claim.topic.is_named(claim.value, phrase) for phrase in settings(trace))
    if claim.topic is fee and asks_what_if(trace) and claim.value.bps is not None:
        told = numbers_told(trace)
        if any(abs(number - claim.value.bps * unit) < 1e-9 for number in told for unit in (1.0, 0.01, 0.0001)):
            return True
    for phrase in settings(trace):
        read = _setting(claim.topic.key, phrase)
        if read is not None:
            differs = claim.topic.conflict(claim.value, asserted=True, fact=read, document=EXAMPLE) is not None
            if differs != claim.asserted:
                return True
    return False


@lru_cache(maxsize=4096)
def _setting(key: str, phrase: str) -> Any:
    return BY_KEY[key].read(phrase)
