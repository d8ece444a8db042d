"""What one passage states, whoever the conversation is about: values with their polarity and subject."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from validators.methodology.claims import Stated, Topic
from validators.methodology.model_names import Names
from validators.methodology.run_settings import is_about_document, is_about_run
from validators.methodology.scope import (
    is_called_false,
    is_compared,
    is_denied_after,
    is_general,
    is_hypothetical,
    is_negated,
    is_premise,
    is_shown_only,
)
from validators.methodology.subjects import Mention, governing, mentions, speaks_of_all, without_names

_OF_RUNS = frozenset(("fee", "leverage", "lookback", "rebalance", "universe", "execution"))
_OF_REPORTS = frozenset(("lookback", "data_source", "execution", "rebalance"))
_CONDITIONS_HOLD = frozenset(("lookback", "execution", "universe", "data_source"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """Of whom something is said.

    `who` holds document ids; None: of whoever the talk is, or of whoever is asked about (`of_asked`). `of_all` tells words like "both", `of_run` that one run may be spoken
    of, `maybe_run` that it may where the question asks "what if".
    """

    who: frozenset[str] | None
    of_asked: bool
    of_all: bool
    of_run: bool
    maybe_run: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A value that a passage's words text[start:end] assert or deny."""

    topic: Topic
    start: int
    end: int
    value: Any
    asserted: bool


class Reading:
    """A folded passage's statements on some topics, and what is meant by each (found out when it is asked for, once).

    The first `label` characters of the text are a heading; `cased` is the text in the answer's own case.
    """

    def __init__(self, text: str, cased: str, topics: Iterable[Topic], names: Names, *, label: int = 0) -> None:
        self._text = without_names(text, names)
        self._named = text
        self._names = names
        self._meanings: dict[int, Meaning | None] = {}
        self.statements = tuple(
            Statement(
                topic=topic,
                start=stated.start,
                end=stated.end,
                value=stated.value,
                asserted=_asserted(self._text, topic, stated),
            )
            for topic in topics
            for stated in topic.find(self._text, cased)
            if stated.end > label
        )

    def meaning(self, index: int) -> Meaning | None:
        """Of whom the statement is meant. None: it is no claim about a strategy with a document, but a question, a hypothetical,
        a premise repeated, a comparison, a general remark or said of somebody else."""
        if index not in self._meanings:
            self._meanings[index] = self._meaning(self.statements[index])
        return self._meanings[index]

    @cached_property
    def _mentions(self) -> list[Mention]:
        return mentions(self._named, self._names)

    def _meaning(self, statement: Statement) -> Meaning | None:
        text, start, end, key = self._text, statement.start, statement.end, statement.topic.key
        if is_compared(text, start) or is_premise(text, start, end):
            return None
        if key in _OF_REPORTS and is_shown_only(text, end):
            return None
        if is_hypothetical(text, start, end, conditions_hold=key in _CONDITIONS_HOLD):
            return None
        found = self._mentions
        if any(mention.who == frozenset() and mention.start <= start < mention.end for mention in found):
            return None
        mention = governing(text, found, start, end)
        if (mention is None and not any(each.here for each in found) and is_general(text, end)) or (
            mention is not None and mention.who == frozenset()
        ):
            return None
        who = self._respective(statement)
        whole = key == "universe" and statement.value.whole
        return Meaning(
            who=who or (None if mention is None else mention.who),
            of_asked=mention is not None and mention.here,
            of_all=False if who else speaks_of_all(text) if mention is None or mention.who is None else mention.each,
            of_run=key in _OF_RUNS and (is_about_run(text) or (key == "universe" and not whole and statement.asserted)),
            maybe_run=key in _OF_RUNS and not whole and statement.asserted and not is_about_document(text),
        )

    def _respective(self, statement: Statement) -> frozenset[str] | None:
        """Whose value it is where as many are named as values and the words say "respectively"."""
        if "respectively" not in self._text:
            return None
        values = sorted(other.start for other in self.statements if other.topic is statement.topic)
        names = [name for _, _, name in self._names.find(self._named)]
        return frozenset([names[values.index(statement.start)]]) if len(values) == len(names) else None


def _asserted(text: str, topic: Topic, stated: Stated) -> bool:
    if stated.asserted is None:
        denied = is_negated(text, stated.start, stated.end)
        return not denied and not is_called_false(text, stated.start, stated.end)
    return stated.asserted != (topic.key in ("fee", "leverage") and is_denied_after(text, stated.end))
