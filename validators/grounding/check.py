"""Grounding: every number of the final answer stands in a tool output or the question, for what the answer says it is.

`screen` clears most clean rows without a review; `review` is the exact review of one answer, in the order in which a number passes through it:

1. `tools` reads what the tools returned: layouts of output, keys, names, and the vocabulary of metrics.
2. `answer` reads the answer: which numbers it claims (`claimed`), and of which metric, thing and time each is told.
3. `number_match` and `fit` say which tool numbers have a claim's value, and which of those are what its wording says.
4. `as_worded` and `readings` hold what its sentence says and may mean besides, `told_of_others` what is told of another thing.
5. `sources` holds what grounds a number besides: a date, a split, the question, the length of a window.
6. `worked_out` explains a number by arithmetic on others, where nothing grounds it; `verdicts` says what becomes of it.
7. `set_out` holds a result to the operands that the answer tells beside it, `reckoned` to those that its words name outright, whatever else
   may happen to give it.
8. `contradicted`, with `ranking`, `readings.told_outcome` and `readings.odd_one`, fails what the rest of its sentence is at odds
   with, and the words that compare things otherwise than the tools' numbers do (`ranking.against_tools`).
"""

from typing import Literal

import polars as pl

from data.records import Evidence, Message, Severity, Trace
from data.trace_frame import answered_calls, arguments_json
from validators.check import Finding
from validators.grounding.grounded_number import GroundedNumber
from validators.grounding.ranking.against_tools import MAY_COMPARE
from validators.grounding.ranking.asked_first import asks_for_first
from validators.grounding.ranking.asked_whether import asks_whether
from validators.grounding.review import grounded_numbers
from validators.grounding.screen.screen import Screen
from validators.numbers.scan import MAY_HOLD_NUMBER
from validators.reasons import Reason

_RULE = "23"
_WORST_FIRST = (
    Reason.UNGROUNDED_NUMBER, Reason.WRONG_ENTITY, Reason.WRONG_METRIC, Reason.WRONG_SIGN, Reason.WRONG_UNIT, Reason.DERIVED_NUMBER,
)  # fmt: skip


class Grounding:
    """The check. `derived` is what becomes of a number that a cue explains by arithmetic: "accept" lets it pass."""

    name = "grounding"

    def __init__(
        self, *, severity: Severity = "block", derived: Literal["accept", "review", "block"] = "review"
    ) -> None:
        self.severity: Severity = severity
        self.derived: Literal["accept", "review", "block"] = derived
        self._screen = Screen()

    @property
    def version(self) -> str:
        return f"{_RULE}:{self.severity}:{self.derived}"

    def judge(self, trace: Trace) -> tuple[Finding, ...]:
        findings = [self._finding(number) for number in self._numbers(trace) if number.reason is not None]
        kept = [finding for finding in findings if finding is not None]
        return tuple(sorted(kept, key=lambda finding: _WORST_FIRST.index(finding.reason)))

    def suspects(self, frame: pl.DataFrame) -> pl.Series:
        self._screen.forget_reviews()
        numbers = frame["answer"].str.contains(f"{MAY_HOLD_NUMBER}|{MAY_COMPARE}")
        columns = (numbers, *frame["answer", "question", "tool_output", "tool_arguments"])
        rows = zip(*(column.to_list() for column in columns), strict=True)
        return pl.Series(
            "suspects",
            [(told or _asks(row[1])) and not self._screen.clears(*row) for told, *row in rows],
            dtype=pl.Boolean,
        )

    def _numbers(self, trace: Trace) -> tuple[GroundedNumber, ...]:
        answer, asked, outputs = _texts(trace)
        known = self._screen.reviewed(answer, asked, outputs, arguments_json(trace.messages))
        return annotate(trace) if known is None else known

    def _finding(self, number: GroundedNumber) -> Finding | None:
        assert number.reason is not None
        severity: Severity | None = None
        if number.reason is Reason.DERIVED_NUMBER:
            if self.derived == "accept":
                return None
            severity = self.derived
        evidence = Evidence(text=number.text, start=number.start, end=number.end, source=number.source)
        return Finding(reason=number.reason, message=number.message, evidence=(evidence,), severity=severity)


def annotate(trace: Trace) -> tuple[GroundedNumber, ...]:
    """Every number that the final answer claims, in order, with where it comes from; then the words that compare wrongly."""
    answer, asked, outputs = _texts(trace)
    return grounded_numbers(answer, asked, outputs, answered_calls(trace.messages)) if answer else ()


def _asks(question: str) -> bool:
    """Whether an answer without a number may be wrong: it names one of several, or says yes or no."""
    return asks_for_first(question) is not None or asks_whether(question) is not None


def _texts(trace: Trace) -> tuple[str, list[str], list[str]]:
    """The answer, what the user asked and what the tools returned."""
    said = {role: [message.content for message in trace.messages if message.role == role] for role in ("user", "tool")}
    return trace.answer, said["user"], said["tool"]


def _conversation(question: str, output: str, answer: str) -> Trace:
    return Trace(
        messages=(
            Message(role="user", content=question),
            Message(role="tool", content=output, tool_call_id="call_0", name="run_backtest"),
            Message(role="assistant", content=answer),
        )
    )


_RUN = '{"model": "steady", "ticker": "ABC", "metrics": {"cagr": 0.1134, "sharpe": 0.81, "max_drawdown": -0.196, "trades": 47}}'
ACCEPTS = (
    _conversation("How did steady do?", _RUN, "It returned 11.3% a year over 47 trades, with a drawdown of 19.6%."),
)
REJECTS = (_conversation("How did steady do?", _RUN, "It returned 12.84% a year over 47 trades."),)
