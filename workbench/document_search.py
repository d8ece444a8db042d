"""Search in the methodology and policy documents, by BM25 over their paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass

import bm25s

from data.methodology import MethodologyDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph under its heading. `section` is "" above the first second-level heading, "Facts" for the front matter's."""

    doc_id: str
    title: str
    section: str
    text: str

    @property
    def searched(self) -> str:
        """The words that a query is matched with; hyphens and underscores part words."""
        return f"{self.doc_id} {self.title} {self.section} {self.text}".replace("_", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """`score` is BM25's (above 0, comparable within one query only)."""

    passage: Passage
    score: float


def passages(document: MethodologyDocument) -> tuple[Passage, ...]:
    """The document's facts as one passage, then a passage a paragraph of its body."""
    found: list[Passage] = []
    if document.facts:
        facts = "\n".join(f"{key}: {document.fact_text(key)}" for key in document.facts)
        found.append(Passage(doc_id=document.id, title=document.title, section="Facts", text=facts))
    section = ""
    for block in document.body.split("\n\n"):
        lines = block.strip().splitlines()
        while lines and lines[0].startswith("#"):
            section = "" if lines[0].startswith("# ") else lines[0].lstrip("# ").strip()
            lines = lines[1:]
        text = "\n".join(lines).strip()
        if text:
            found.append(Passage(doc_id=document.id, title=document.title, section=section, text=text))
    return tuple(found)


class DocumentSearch:
    """An index of documents that does not change once built."""

    def __init__(self, documents: Sequence[MethodologyDocument]) -> None:
        self.passages = tuple(passage for document in documents for passage in passages(document))
        self._index = bm25s.BM25()
        self._index.index(_words([passage.searched for passage in self.passages]), show_progress=False)

    def find(self, query: str, *, top_k: int) -> tuple[Hit, ...]:
        """The best passages, best first, ties in the documents' order; fewer than `top_k`, or none, where nothing matches."""
        words = [word for word in _words([query])[0] if word in self._index.vocab_dict]
        if not words:
            return ()
        scores = self._index.get_scores(words)
        order = sorted(range(len(self.passages)), key=lambda number: (-scores[number], number))
        return tuple(
            Hit(passage=self.passages[number], score=float(scores[number]))
            for number in order[:top_k]
            if scores[number] > 0
        )


def _words(texts: list[str]) -> list[list[str]]:
    tokens: list[list[str]] = bm25s.tokenize(texts, stopwords="en", return_ids=False, show_progress=False)
    return tokens
