"""The sentence templates, and the truth about each invented strategy."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from data.methodology import MethodologyDocument

Use = Literal["grounding_clean", "grounding_derived", "methodology_claim", "methodology_twin"]

_SLOT = re.compile(r"\{(derived:\w+\([^)]*\)|[a-z][\w.]*)(?::(\w+))?\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """`name` is a reading ("a.cagr"), or `operation` applies to `operands`. `code` is "" for a plain name."""

    name: str
    code: str
    operation: str | None = None
    operands: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return self.operands if self.operation else (self.name,)

    def lifted(self, run: str) -> "Slot":
        """The same slot of run `run` ("a" or "b")."""
        assert self.operation is None
        return Slot(name=f"{run}.{self.name}", code=self.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A way to say a value, and the canonical value it means ("once a quarter" means "quarterly")."""

    says: str
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One line of sentences.jsonl; the fields that its use does not have are empty."""

    id: str
    use: Use
    kind: str
    text: str
    topic: str = ""
    needs: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    values: tuple[Saying, ...] = ()
    own_values: tuple[Saying, ...] = ()
    condition: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    question: str = ""

    @property
    def pieces(self) -> tuple[str | Slot, ...]:
        return parse(self.text)

    @property
    def slots(self) -> tuple[Slot, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, Slot))

    @property
    def signed(self) -> str | None:
        """The slot whose sign the words tell ("lost", "gained")."""
        return next((mark.split(" ", 1)[1] for mark in self.marks if mark.startswith("signed ")), None)


def load_sentences(path: Path) -> tuple[Sentence, ...]:
    return tuple(_sentence(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines())


@cache
def parse(text: str) -> tuple[str | Slot, ...]:
    """Text and slots in order."""
    pieces: list[str | Slot] = []
    at = 0
    for match in _SLOT.finditer(text):
        if match.start() > at:
            pieces.append(text[at : match.start()])
        pieces.append(_slot(match[1], match[2] or ""))
        at = match.end()
    return (*pieces, text[at:]) if at < len(text) else tuple(pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Truths:
    """What each invented document makes true, unsure and so false of its strategy, topic by topic."""

    documents: Mapping[str, MethodologyDocument]
    topics: Mapping[str, Mapping[str, Mapping[str, list[str]]]]
    fees: Mapping[str, float]

    def holds(self, topic: str, means: str, model: str) -> bool | None:
        """Whether the value is true of the model; None where the document leaves room for doubt."""
        if topic == "universe" and means.startswith("@"):
            return self._universe_holds(means[1:], model)
        known = self.topics[model][topic]
        if means in known["is"]:
            return True
        return None if means in known["unsure"] else False

    def sayings(self, sentence_values: tuple[Saying, ...]) -> tuple[Saying, ...]:
        """The values with "{universe}" spelled out for every strategy."""
        found: list[Saying] = []
        for saying in sentence_values:
            if saying.means == "@":
                found += [
                    Saying(says=self.documents[model].fact_text("universe"), means=f"@{model}") for model in self.topics
                ]
            else:
                found.append(saying)
        return tuple(found)

    def _universe_holds(self, named: str, model: str) -> bool | None:
        if named == model:
            return True
        theirs, own = self.documents[named].facts["universe"], self.documents[model].facts["universe"]
        if isinstance(theirs, tuple) and isinstance(own, tuple) and set(theirs) & set(own):
            return None
        return False


def load_truths(path: Path, documents: tuple[MethodologyDocument, ...]) -> Truths:
    raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Truths(
        documents={document.id: document for document in documents},
        topics={model: value["topics"] for model, value in raw.items() if value["topics"]},  # {}: its fee alone is told
        fees={model: value["fee_bps_per_side"] for model, value in raw.items()},
    )


def _slot(name: str, code: str) -> Slot:
    if not name.startswith("derived:"):
        return Slot(name=name, code=code)
    operation, _, rest = name.removeprefix("derived:").partition("(")
    return Slot(name=name, code=code, operation=operation, operands=tuple(rest.rstrip(")").split(",")))


def _sentence(raw: dict[str, Any]) -> Sentence:
    """`clean_when` tells a reader in words what `condition` tells the program."""
    fields = {key: value for key, value in raw.items() if key != "clean_when"}
    for key in ("needs", "marks"):
        fields[key] = tuple(raw.get(key, ()))
    for key in ("values", "own_values"):
        fields[key] = tuple(Saying(**value) for value in raw.get(key, ()))
    return Sentence(**fields)
