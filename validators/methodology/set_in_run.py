"""Claims that tell what a run of the conversation was set to, and no clause."""

from functools import cached_property, lru_cache
from typing import Any

from data.methodology import MethodologyDocument
from data.records import Trace
from validators.methodology.claims import Claim, Topic
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


class RunSettings:
    """What the runs of one conversation were set to."""

    def __init__(self, trace: Trace) -> None:
        self._trace = trace

    @cached_property
    def _phrases(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(settings(self._trace)))

    @cached_property
    def _numbers(self) -> frozenset[float]:
        """The tools' numbers where the question asks for a run at a setting of its own."""
        return numbers_told(self._trace) if asks_what_if(self._trace) else frozenset()

    def tell(self, claim: Claim) -> bool:
        """Whether a claim tells what a run was set to."""
        if claim.topic is universe and not claim.value.tickers:
            return False
        if isinstance(claim.topic, Practices):
            return any(claim.topic.is_named(claim.value, phrase) for phrase in self._phrases)
        if claim.topic is fee and claim.value.bps is not None:
            units = (1.0, 0.01, 0.0001)
            if any(abs(number - claim.value.bps * unit) < 1e-9 for number in self._numbers for unit in units):
                return True
        for phrase in self._phrases:
            read = _setting(claim.topic, phrase)
            if read is not None:
                differs = claim.topic.conflict(claim.value, asserted=True, fact=read, document=EXAMPLE) is not None
                if differs != claim.asserted:
                    return True
        return False


@lru_cache(maxsize=4096)
def _setting(topic: Topic, phrase: str) -> Any:
    return topic.read(phrase)
