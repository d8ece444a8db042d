"""What documents state in their own text, besides the one fact on a topic: whatever an answer repeats of it is no contradiction."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from data.methodology import MethodologyDocument
from validators.methodology.claims import Topic
from validators.methodology.passages import Passage
from validators.methodology.statements import Reading, Statement
from validators.methodology.topics import fee, lookback, universe
from validators.methodology.topics.holdings.universe_prose import is_left_out
from validators.methodology.topics.practice import Practice
from validators.methodology.topics.practices import Practices
from validators.methodology.topics.prose import prose
from validators.methodology.topics.roles import roles_fit, roles_of

_THERE_ARE = re.compile(r"^there (?:is|are) (?=no)", re.IGNORECASE)


class DocumentText:
    """The statements of each document's text; `read` gives the passages of a text with what each states."""

    def __init__(
        self,
        documents: Mapping[str, MethodologyDocument],
        keys: Sequence[str],
        read: Callable[[str], Sequence[tuple[Passage, Reading]]],
    ) -> None:
        self._documents = documents
        self._keys = keys
        self._read = read
        self._statements: dict[str, list[Statement]] = {}
        self._practices: dict[str, list[tuple[Practice, bool]]] = {}
        self._known: dict[tuple[str, str, Any, tuple[str, ...], bool], bool] = {}

    def tells(self, name: str, topic: Topic, value: Any, *, asserted: bool, beside: str = "") -> bool:
        """Whether the document `name` states of itself, anywhere, what an answer asserts or denies with the words `beside` it."""
        if asserted and topic is lookback and lookback.is_named(value, self._documents[name].body, beside):
            return True
        if topic is universe and asserted and is_left_out(value, self._documents[name]):
            return False
        asked = name, topic.key, value, roles_of(value), asserted
        known = self._known.get(asked)
        if known is None:
            known = self._known[asked] = self._tells(name, topic, value, asserted=asserted)
        return known

    def _tells(self, name: str, topic: Topic, value: Any, *, asserted: bool) -> bool:
        document = self._documents[name]
        if asserted and topic is fee and fee.is_named(value, prose(document, fee.key)):
            return True
        told = {
            each.asserted
            for each in self._told(document)
            if each.topic is topic and each.value == value and roles_fit(each.value, value)
        }
        return told == {asserted}

    def practices(self, name: str) -> list[tuple[Practice, bool]]:
        """The practices that the document `name` tells of, and whether it has them."""
        known = self._practices.get(name)
        if known is None:
            told = self._told(self._documents[name])
            known = self._practices[name] = [
                (each.value, each.asserted) for each in told if isinstance(each.topic, Practices)
            ]
        return known

    def _told(self, document: MethodologyDocument) -> list[Statement]:
        known = self._statements.get(document.id)
        if known is None:
            facts = ".\n\n".join(
                f"{key.replace('_', ' ')}: {_THERE_ARE.sub('', document.fact_text(key))}"
                for key in self._keys
                if key in document.facts
            )
            known = self._statements[document.id] = [
                statement
                for _, reading in self._read(f"{document.body}\n\n{facts}")
                for index, statement in enumerate(reading.statements)
                if (meaning := reading.meaning(index)) is not None
                and (meaning.who is None or document.id in meaning.who)
            ]
        return known
