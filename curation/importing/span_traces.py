"""Spans in, conversations out: the spans of one trace may lie anywhere in a file."""

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

import msgspec

from curation.importing import openinference, otel
from curation.importing.exchange import Conversations, ToolRun, trace_of
from curation.importing.lines import Line
from curation.importing.quarantine import QuarantineReason, UnreadableError
from curation.importing.span import Span, raw_spans, read_span
from curation.importing.spool import Spool, StoredSpan
from data.records import Trace

# OpenInference first: its instrumentations may write `gen_ai` attributes beside their own.
SPAN_FORMATS: Mapping[str, ModuleType] = {"openinference": openinference, "otel": otel}

Outcome = tuple[str, Trace] | tuple[Line, UnreadableError]


class SpanTraces:
    """The spans of a file. `only` names the one format to read; None tells each span's by itself."""

    def __init__(self, spool: Spool, *, only: str | None) -> None:
        self._spool = spool
        self._formats = {only: SPAN_FORMATS[only]} if only else SPAN_FORMATS

    def put_aside(self, value: Mapping[str, Any], line: Line) -> int:
        """Keep the spans of a decoded line; returns how many were ignored, as spans of no model or tool. Raises UnreadableError."""
        raws = list(raw_spans(value))
        found = [(read_span(raw), raw) for raw in raws]
        kept = 0
        for span, raw in found:
            name = next((name for name, module in self._formats.items() if module.speaks(span)), None)
            if name is None:
                continue
            content = line.content if raw is value else msgspec.json.encode(raw)
            part = Line(number=line.number, offset=line.offset, length=line.length, content=content)
            self._spool.add(span.trace_id, span.start, StoredSpan(line=part, format=name))
            kept += 1
        return len(found) - kept

    def outcomes(self) -> Iterator[Outcome]:
        """(format, trace) for each conversation, (line, why) for each span that is in none because it cannot be read.

        Call it once, after the last line.
        """
        for trace_id in self._spool.trace_ids():
            yield from self._of_trace(trace_id)

    def _of_trace(self, trace_id: str) -> Iterator[Outcome]:
        conversations = Conversations()
        runs: dict[str, ToolRun] = {}
        name, failed = "", False
        for stored in self._spool.spans(trace_id):
            module, span = SPAN_FORMATS[stored.format], self._span(stored)
            try:
                if exchange := module.exchange(span):
                    conversations.add(exchange, stored.line)
                    name = stored.format
                elif run := module.tool_run(span):
                    runs[run.call_id] = run
            except UnreadableError as error:
                failed = True
                yield stored.line, error
        chains = conversations.chains()
        if not chains and not failed:
            message = f"the spans of trace {trace_id} hold no messages (was content recorded?)"
            for stored in self._spool.spans(trace_id):
                yield stored.line, UnreadableError(QuarantineReason.NO_CONVERSATION, message)
        for chain in chains:
            source_id = trace_id if len(chains) == 1 else f"{trace_id}/{chain.exchange.span_id}"
            try:
                yield name, trace_of(chain.exchange, source_id=source_id, runs=runs)
            except UnreadableError as error:
                yield chain.line, error

    def _span(self, stored: StoredSpan) -> Span:
        return read_span(msgspec.json.decode(stored.line.content))
