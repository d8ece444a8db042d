"""What an answer states about a strategy, typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from data.methodology import FactValue, MethodologyDocument
from validators.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A value that a passage names: `start` and `end` are offsets into the passage's text, `value` is the topic's own type.

    `asserted` is set where the words themselves tell ("nothing is fitted", "commission-free"); None: what stands around decides.
    """

    start: int
    end: int
    value: Any
    asserted: bool | None = None


class Topic(Protocol):
    """One clause that documents state and answers speak of."""

    def __hash__(self) -> int: ...

    @property
    def key(self) -> str: ...

    @property
    def cues(self) -> tuple[str, ...]:
        """Lower-case pieces of words, one of which is in every passage (after a space) that is read for this topic."""
        ...

    @property
    def also(self) -> tuple[str, ...]:
        """Pieces of words, one of which must stand in the passage as well; () where `cues` are enough."""
        ...

    def read(self, fact: FactValue) -> Any:
        """A document's fact as the topic's own type, None where it is not understood."""
        ...

    def find(self, text: str, cased: str) -> Iterator[Stated]:
        """Every value of this topic that a folded passage names; `cased` is the passage before case was folded."""
        ...

    def conflict(self, stated: Any, *, asserted: bool, fact: Any, document: MethodologyDocument) -> Reason | None:
        """Why a value asserted (or denied) of the document's strategy breaks its fact; None where it does not."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A value that an answer states of some of the documents' strategies.

    `start` and `end` are offsets into the answer. `of` holds document ids; `each` tells that the claim is made of every one
    of them, otherwise of some one that the words do not tell apart. `run` tells that the words may speak of one run's settings, `plain` that they name the topic.
    """

    topic: Topic
    start: int
    end: int
    value: Any
    asserted: bool
    of: frozenset[str]
    each: bool
    run: bool = False
    plain: bool = True
    with_values: tuple[Any, ...] = ()
    """What else the passage asserts of the same strategies on the same topic."""
    beside: str = ""
    """The words around the value."""
