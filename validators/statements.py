"""What one passage states, whoever the conversation is about: values with their polarity and subject."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from validators.claims import Stated, Topic
from validators.run_settings import is_about_document, is_about_run
from validators.scope import is_compared, is_denied_after, is_general, is_hypothetical, is_negated, is_premise
from validators.subjects import Mention, Names, governing, mentions, speaks_of_all, without_names

_OF_RUNS = frozenset(("fee", "leverage", "lookback", "rebalance", "universe", "execution"))
_CONDITIONS_HOLD = frozenset(("lookback", "execution", "universe", "data_source"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A value that a passage's words text[start:end] assert or deny.

    `who` holds document ids; None: of whoever the talk is; empty: of somebody else. `of_all` tells words like "both", `of_run`
    that one run may be spoken of, `maybe_run` that it may where the question asks "what if".
    """

    topic: Topic
    start: int
    end: int
    value: Any
    asserted: bool
    who: frozenset[str] | None
    of_all: bool
    of_run: bool
    maybe_run: bool


def statements(text: str, cased: str, topics: Iterable[Topic], names: Names, *, label: int = 0) -> Iterator[Statement]:
    """What a folded passage states on `topics`. Questions, hypotheticals, corrected premises, comparisons, general remarks and
    what is said of strategies without a document are left out. The first `label` characters are a heading."""
    found = mentions(text, names)
    text = without_names(text, found)
    everyone = speaks_of_all(text)
    run, document, general = is_about_run(text), is_about_document(text), is_general(text)
    for topic in topics:
        for stated in topic.find(text, cased):
            if stated.end <= label or _names_somebody(found, stated) or is_compared(text, stated.start):
                continue
            if is_premise(text, stated.start, stated.end):
                continue
            if is_hypothetical(text, stated.start, stated.end, conditions_hold=topic.key in _CONDITIONS_HOLD):
                continue
            mention = governing(text, found, stated.start, stated.end)
            if (mention is None and general) or (mention is not None and mention.who == frozenset()):
                continue
            yield Statement(
                topic=topic,
                start=stated.start,
                end=stated.end,
                value=stated.value,
                asserted=_asserted(text, topic, stated),
                who=None if mention is None else mention.who,
                of_all=everyone if mention is None or mention.who is None else mention.each,
                of_run=topic.key in _OF_RUNS and (run or topic.key == "universe"),
                maybe_run=topic.key in _OF_RUNS and not document,
            )


def _asserted(text: str, topic: Topic, stated: Stated) -> bool:
    if stated.asserted is None:
        return not is_negated(text, stated.start, stated.end)
    return stated.asserted != (topic.key in ("fee", "leverage") and is_denied_after(text, stated.end))


def _names_somebody(found: list[Mention], stated: Stated) -> bool:
    return any(mention.who == frozenset() and mention.start <= stated.start < mention.end for mention in found)
