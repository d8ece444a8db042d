"""The clauses an example depends on: when one changes, the example is stale."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.methodology import MethodologyDocument
from data.records import Trace
from validators.methodology.check import Methodology
from validators.methodology.subjects import by_name

_DOCUMENT = re.compile(r'"(?:doc|doc_id|document|document_id|clause)"\s*:\s*"([^"#]{1,200})(?:#(\w+))?"')
_MODEL = re.compile(r'"(?:model_id|id)"\s*:\s*"([^"]{1,200})"')


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ClauseUse:
    """A clause (`<document id>#<key>`) and its `value` as one line of text, as the document states it."""

    clause: str
    value: str


def clauses_of(trace: Trace, documents: tuple[MethodologyDocument, ...]) -> tuple[ClauseUse, ...]:
    """The clauses that `trace`'s answer speaks of, rightly or wrongly, and those of the documents its tools read, sorted.

    Equal answers to equal documents give equal results, so a use that is no longer given tells that its clause changed. For
    many traces build one `Methodology` and call `clause_uses`.
    """
    return clause_uses(trace, Methodology(documents))


def clause_uses(trace: Trace, check: Methodology) -> tuple[ClauseUse, ...]:
    """`clauses_of` with the documents of a check that is already built."""
    used = {(name, claim.topic.key) for claim in check.claims(trace) for name in claim.of} | set(_read(trace, check))
    return tuple(
        sorted(
            ClauseUse(clause=document.clause(key), value=document.fact_text(key))
            for name, key in used
            if key in (document := check.documents[name]).facts
        )
    )


def _read(trace: Trace, check: Methodology) -> Iterator[tuple[str, str]]:
    """The facts that tool outputs hold: of a model got with its "facts", or of a document found by its id."""
    for message in trace.messages:
        if message.role != "tool":
            continue
        found = [(match[1], match[2]) for match in _DOCUMENT.finditer(message.content)]
        if '"facts"' in message.content:
            found += [(match[1], None) for match in _MODEL.finditer(message.content)]
        for written, key in found:
            name = by_name(written, check.documents)
            if name is not None:
                yield from ((name, key),) if key else ((name, each) for each in check.documents[name].facts)
