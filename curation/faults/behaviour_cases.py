"""Answers that behave well or badly: how they use tools, and what they give away."""

from collections.abc import Iterator
from random import Random

from curation.faults.behaviour import Situation
from curation.faults.disclosure_cases import CLEAN_DISCLOSURE, DISCLOSURE_FAULTS, disclosure_exchange, disclosure_texts
from curation.faults.draft import Corpus
from curation.faults.exchange import Exchange
from curation.faults.scene import Scene, draw_scene
from curation.faults.tool_use_cases import CLEAN_TOOL_USE, TOOL_USE_FAULTS, tool_use_exchange, tool_use_texts
from curation.faults.written_number import Unfit

TOOL_USE_KINDS = (*CLEAN_TOOL_USE, *TOOL_USE_FAULTS)
BEHAVIOUR_KINDS = (*TOOL_USE_KINDS, *CLEAN_DISCLOSURE, *DISCLOSURE_FAULTS)
BEHAVIOUR_FAULTS = (*TOOL_USE_FAULTS, *DISCLOSURE_FAULTS)

_TRIES = 30  # for a sentence, each with another run


def behaviour_exchange(kind: str, corpus: Corpus, rng: Random) -> tuple[str, Exchange] | None:
    """What names its sentence, and the exchange, of the first sentence in random order that can carry the kind."""
    if not corpus.situations:
        return None
    texts = tool_use_texts(kind, corpus) if kind in TOOL_USE_KINDS else disclosure_texts(kind, corpus)
    rng.shuffle(texts)
    for situation, text in texts:
        found = next(_exchanges(kind, situation, text, corpus, rng), None)
        if found is not None:
            return f"{situation.id} {text}" if situation else kind, found
    return None


def _exchanges(kind: str, situation: Situation | None, text: str, corpus: Corpus, rng: Random) -> Iterator[Exchange]:
    for _ in range(_TRIES):
        try:
            found = _exchange(kind, situation, text, draw_scene(corpus, rng))
        except (KeyError, Unfit):
            continue
        if found is not None:
            yield found


def _exchange(kind: str, situation: Situation | None, text: str, scene: Scene) -> Exchange | None:
    if kind in TOOL_USE_KINDS:
        return tool_use_exchange(kind, situation, text, scene)
    return disclosure_exchange(kind, situation, text, scene) if situation else None
