"""Grounding: every number of the final answer stands in a tool output or the question, for what the answer says it is."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import polars as pl

from data.records import Evidence, Message, Severity, Trace
from validators.answer_claims import Answer, Claim, can_be
from validators.check import Finding
from validators.date_text import agrees as dates_agree
from validators.date_text import any_agrees, years_between
from validators.derivation import compares, derive
from validators.mentions import Mention, rivals
from validators.metric_words import metric_of_key
from validators.number_match import match
from validators.number_text import quantities
from validators.quantity import Quantity
from validators.reasons import Reason
from validators.tool_numbers import KEYED, MAIN, ToolFacts, ToolNumber, tool_facts

_RULE = "1"
_MORE_THAN = re.compile(
    r"\s+(?:more|fewer|less|higher|lower|larger|smaller|greater|better|worse|bigger|deeper|shallower|longer|shorter|cheaper)\b"
    r"(?!\s+or\s+(?:less|more))",
)
_DIFFERENCE_OF = re.compile(
    r"\b(?:difference|gap|spread|margin|change) (?:in|of|between)\b[^.;,\d]{0,60}\b(?:is|was|of|to|:)\s*(?:about |only |just )?$",
    re.IGNORECASE,
)
_TIMES_AS = re.compile(r"\s+(?:as|the|more|larger|higher|greater|bigger|that of)\b")
_WORST_FIRST = (
    Reason.UNGROUNDED_NUMBER, Reason.WRONG_ENTITY, Reason.WRONG_METRIC, Reason.WRONG_SIGN, Reason.WRONG_UNIT, Reason.DERIVED_NUMBER,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundedNumber:
    """A number of the answer and where it comes from.

    `source` is a path (`call_0 $.metrics.cagr`), "question", or, for a number that is not grounded, the nearest candidate;
    None where there is none. `derivation` is the arithmetic of a derived number. `reason` is None for a grounded one.
    """

    text: str
    start: int
    end: int
    grounded: bool
    source: str | None = None
    derivation: str | None = None
    reason: Reason | None = None
    message: str = ""


class Grounding:
    """The check. `derived` is what becomes of a number that a cue explains by arithmetic: "accept" lets it pass."""

    name = "grounding"

    def __init__(
        self, *, severity: Severity = "block", derived: Literal["accept", "review", "block"] = "review"
    ) -> None:
        self.severity: Severity = severity
        self.derived: Literal["accept", "review", "block"] = derived

    @property
    def version(self) -> str:
        return f"{_RULE}:{hashlib.sha256(f'{self.severity} {self.derived}'.encode()).hexdigest()[:8]}"

    def judge(self, trace: Trace) -> tuple[Finding, ...]:
        findings = [self._finding(number) for number in annotate(trace) if number.reason is not None]
        kept = [finding for finding in findings if finding is not None]
        return tuple(sorted(kept, key=lambda finding: _WORST_FIRST.index(finding.reason)))

    def suspects(self, frame: pl.DataFrame) -> pl.Series:
        return pl.Series("suspects", [True] * frame.height, dtype=pl.Boolean)

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
    """Every number that the final answer claims, in order, with where it comes from."""
    if not trace.answer:
        return ()
    outputs = [message.content for message in trace.messages if message.role == "tool"]
    asked = [message.content for message in trace.messages if message.role == "user"]
    return review(trace.answer, asked, outputs)


def review(answer: str, asked: Sequence[str], outputs: Sequence[str]) -> tuple[GroundedNumber, ...]:
    """`annotate` on plain text: the answer, the user's turns, and the tool outputs in the order of the calls."""
    return _Review(answer, asked, outputs).numbers()


class _Review:
    def __init__(self, answer: str, asked: Sequence[str], outputs: Sequence[str]) -> None:
        self.facts: ToolFacts = tool_facts(outputs)
        self.question = [
            _asked_number(quantity, value)
            for text in asked
            for quantity in quantities(text, self.facts.names)
            for value in (quantity.parts or (quantity.value,))
        ]
        self.asked_dates = [date for number in self.question if number.written for date in number.written.readings]
        self.answer = Answer(answer, asked[-1] if asked else "", self.facts)
        self.text = answer
        self.rivals = rivals(self.facts)
        self._held = {
            name for number in self.facts.numbers for name in (number.metric, number.inner) if name is not None
        }

    def numbers(self) -> tuple[GroundedNumber, ...]:
        claims = self.answer.claims()
        matched = {claim.quantity: self._matches(claim) for claim in claims}
        parameters = self._parameters(claims, matched)
        if parameters:
            claims = self.answer.claims(parameters)
        shown = [
            (claim.quantity, number)
            for claim in claims
            if (number := self._fitting(claim, matched[claim.quantity])) is not None
        ]
        return tuple(self._judge(claim, matched[claim.quantity], shown) for claim in claims)

    def _matches(self, claim: Claim) -> list[ToolNumber]:
        named = claim.context.metrics or frozenset()
        return [
            number
            for number in self.facts.numbers
            if match(claim.quantity, number, telling=claim.telling, named=number.metric in named) == "grounded"
            and self._told_as_difference(claim, number)
        ]

    def _parameters(
        self, claims: Sequence[Claim], matched: dict[Quantity, list[ToolNumber]]
    ) -> dict[str, list[Mention]]:
        """Numbers that tell the runs apart ("at 20 bps"), as names of their dimension."""
        found: dict[str, list[Mention]] = {}
        for dimension, names in self.rivals.items():
            if not all(_is_number(name) for name in names):
                continue
            for claim in claims:
                told = {number.scope[dimension] for number in matched[claim.quantity]
                        if dimension in number.scope and number.source.endswith(f".{dimension}")}  # fmt: skip
                if len(told) == 1 and (claim.quantity.kind != "percent" or self._is_of(claim, dimension)):
                    found.setdefault(dimension, []).append(
                        Mention(claim.quantity.start, claim.quantity.end, frozenset(told))
                    )
        return found

    def _judge(
        self, claim: Claim, matches: list[ToolNumber], shown: list[tuple[Quantity, ToolNumber]]
    ) -> GroundedNumber:
        quantity = claim.quantity
        if quantity.kind == "date" and (found := self._date(quantity)) is not None:
            return self._grounded(quantity, found)
        if quantity.kind == "split":
            return self._split(claim)
        fitting = self._fitting(claim, matches)
        if fitting is not None:
            return self._grounded(quantity, fitting.source)
        if any(match(quantity, number) is not None and _same_unit(quantity, number) for number in self.question):
            return self._grounded(quantity, "question")
        if quantity.kind == "duration" and (window := self._window(quantity)) is not None:
            return self._grounded(quantity, window)
        flipped = None if matches or self._is_difference(claim) else self._flipped(claim)
        if flipped is not None:
            return self._failed(
                quantity, Reason.WRONG_SIGN, f"{quantity.text} has the wrong sign ({_shown(flipped)})", flipped.source
            )
        derivation = derive(
            self.answer.plain(*claim.sentence), _moved(quantity, claim.sentence[0]), claim.context, self.facts.numbers, shown,
            spoken=self.answer.metrics_near(claim.passage), among=self.answer.names_in(claim.passage),
        ) if quantity.kind != "date" else None  # fmt: skip
        if derivation is not None:
            return GroundedNumber(
                text=quantity.text, start=quantity.start, end=quantity.end, grounded=False, source=derivation.left.source,
                derivation=derivation.text, reason=Reason.DERIVED_NUMBER, message=derivation.text,
            )  # fmt: skip
        if matches:
            return self._misbound(claim, matches)
        return self._ungrounded(claim)

    def _grounded(self, quantity: Quantity, source: str) -> GroundedNumber:
        return GroundedNumber(text=quantity.text, start=quantity.start, end=quantity.end, grounded=True, source=source)

    def _fitting(self, claim: Claim, matches: Sequence[ToolNumber]) -> ToolNumber | None:
        """The matching tool number that is what the wording says; one of unknown kind where no other tool number is."""
        fitting = [
            number
            for number in matches
            if self._metric_fits(claim, number) and self._names_fit(claim, number) and self._time_fits(claim, number)
        ]
        if fitting:
            return max(fitting, key=lambda number: (number.metric is not None, not number.length))
        if matches and not self._meant(claim):
            return matches[0]
        return None

    def _meant(self, claim: Claim) -> bool:
        """Whether the tools returned what the wording names, so that another number cannot be it."""
        return any(
            self._metric_is(claim, number)
            and self._names_are(claim, number)
            and self._time_fits(claim, number)
            and (claim.context.direct or _sayable(claim, number))
            for number in self.facts.numbers
        )

    def _metric_fits(self, claim: Claim, number: ToolNumber) -> bool:
        metrics = claim.context.metrics
        if number.length and number.metric is None and claim.context.direct:
            return False
        return metrics is None or number.metric is None or self._metric_is(claim, number)

    def _metric_is(self, claim: Claim, number: ToolNumber) -> bool:
        metrics = claim.context.metrics
        if metrics is None or self._held.isdisjoint(metrics):
            return True
        if number.metric in metrics:
            return True
        return number.inner is not None and number.inner in metrics

    def _names_fit(self, claim: Claim, number: ToolNumber) -> bool:
        names = claim.context.names
        for dimension, allowed in names.items():
            held = number.scope.get(dimension)
            if held is not None:
                if held not in allowed:
                    return False
            elif (
                dimension.startswith(KEYED)
                and not number.prose
                and MAIN not in allowed
                and allowed.isdisjoint(number.scope.values())
            ):
                return False
        return self._is_main(claim, number)

    def _is_main(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether nothing singles the number out (`benchmark`, `test`) that the wording leaves unsaid, where the tools also
        returned the metric for the thing as a whole."""
        for dimension, held in number.scope.items():
            if not dimension.startswith(KEYED) or dimension in claim.context.names or self.answer.speaks_of(held):
                continue
            if any(held in allowed for allowed in claim.context.names.values()):
                continue
            name = number.inner or number.metric
            if any(
                name == (other.inner or other.metric) and dimension not in other.scope and not other.difference
                and _shares(number.scope, other.scope)
                for other in self.facts.numbers
            ):  # fmt: skip
                return False
        return True

    def _names_are(self, claim: Claim, number: ToolNumber) -> bool:
        names = claim.context.names
        told = (number.scope.get(dimension, MAIN) in allowed for dimension, allowed in names.items())
        return self._names_fit(claim, number) and (not names or any(told))

    def _time_fits(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the number is of the time that the wording gives, as well as any other tool number of its metric."""
        times = claim.context.times
        if not times or not number.times:
            return True
        mine = _overlap(times, number)
        best = max(
            (_overlap(times, other) for other in self.facts.numbers if other.times and other.metric == number.metric),
            default=0,
        )
        return mine >= best

    def _told_as_difference(self, claim: Claim, number: ToolNumber) -> bool:
        """A number that a tool gave as a difference is told in words of comparison."""
        if number.prose or number.written is not None:
            return True
        if number.difference and not self._names_difference(claim, number):
            return claim.quantity.kind in ("points", "basis_points") or self._compares(claim)
        return not self._is_difference(claim)

    def _names_difference(self, claim: Claim, number: ToolNumber) -> bool:
        """Whether the wording names the number's own metric ("price change"), so that it needs no comparison."""
        return claim.context.direct and number.metric is not None and number.metric in (claim.context.metrics or ())

    def _compares(self, claim: Claim) -> bool:
        return compares(self.answer.plain(*claim.sentence), claim.quantity.start - claim.sentence[0])

    def _is_difference(self, claim: Claim) -> bool:
        """Whether the wording tells the number as a difference or a ratio, which no tool number is but by itself."""
        quantity = claim.quantity
        if quantity.kind == "points" and self._compares(claim):
            return True
        if quantity.kind == "multiple" and _TIMES_AS.match(self.text, quantity.end):
            return True
        if _MORE_THAN.match(self.text, quantity.end):
            return True
        return _DIFFERENCE_OF.search(self.text, max(claim.sentence[0], quantity.start - 90), quantity.start) is not None

    def _misbound(self, claim: Claim, matches: Sequence[ToolNumber]) -> GroundedNumber:
        quantity = claim.quantity
        right = self._nearest(claim)
        held = matches[0]
        metric_right = [number for number in matches if self._metric_is(claim, number)]
        named_right = [
            number for number in matches if self._names_fit(claim, number) and self._time_fits(claim, number)
        ]
        if claim.context.metrics is None or metric_right:
            reason = Reason.WRONG_ENTITY
            held = (metric_right or list(matches))[0]
        else:
            reason = Reason.WRONG_METRIC
            held = (named_right or list(matches))[0]
        what = "something else" if reason is Reason.WRONG_ENTITY else "another metric"
        message = f"{quantity.text} is the number of {what} ({_shown(held)})"
        if right is not None:
            message += f"; what the sentence names is {_shown(right)}"
        return self._failed(quantity, reason, message, held.source)

    def _ungrounded(self, claim: Claim) -> GroundedNumber:
        quantity = claim.quantity
        for number in self.facts.numbers:
            if match(quantity, number, telling=claim.telling) == "wrong_unit" and self._metric_fits(claim, number):
                return self._failed(
                    quantity, Reason.WRONG_UNIT, f"{quantity.text} has the wrong unit ({_shown(number)})", number.source
                )
        nearest = self._nearest(claim)
        if nearest is None:
            return self._failed(quantity, Reason.UNGROUNDED_NUMBER, f"{quantity.text} is in no tool output", None)
        return self._failed(
            quantity,
            Reason.UNGROUNDED_NUMBER,
            f"{quantity.text} is in no tool output (nearest: {_shown(nearest)})",
            nearest.source,
        )

    def _is_of(self, claim: Claim, dimension: str) -> bool:
        metrics = claim.context.metrics
        return metrics is not None and metric_of_key(dimension) in metrics

    def _flipped(self, claim: Claim) -> ToolNumber | None:
        """A tool number that the claim would be but for its sign."""
        return next(
            (
                number
                for number in self.facts.numbers
                if match(claim.quantity, number, telling=claim.telling) == "wrong_sign"
                and self._metric_fits(claim, number)
            ),
            None,
        )

    def _failed(self, quantity: Quantity, reason: Reason, message: str, source: str | None) -> GroundedNumber:
        return GroundedNumber(
            text=quantity.text,
            start=quantity.start,
            end=quantity.end,
            grounded=False,
            source=source,
            reason=reason,
            message=message,
        )

    def _nearest(self, claim: Claim) -> ToolNumber | None:
        """The tool number that the claim may have meant: of the metric and things named, else the nearest in value."""
        if claim.quantity.kind == "date":
            return None
        candidates = [number for number in self.facts.numbers if not number.length and _sayable(claim, number)]
        named = [number for number in candidates if self._metric_is(claim, number) and self._names_are(claim, number)]
        return min(named or candidates, key=lambda number: _distance(claim.quantity, number), default=None)

    def _date(self, quantity: Quantity) -> str | None:
        for reading in quantity.readings:
            for date, source in self.facts.dates:
                if dates_agree(reading, date):
                    return source
        return "question" if any_agrees(quantity.readings, self.asked_dates) else None

    def _window(self, quantity: Quantity) -> str | None:
        """The window that is as long as the duration says, for "over five years"."""
        per = {"year": 1.0, "month": 12.0, "week": 52.18, "day": 365.25, "decade": 0.1, "quarter": 4.0}.get(
            quantity.noun or ""
        )
        if per is None:
            return None
        for first, last, source in self.facts.windows:
            years = years_between(first, last)
            room = 0.1 if quantity.noun in ("year", "decade", "quarter") else 0.03
            if years is not None and (
                abs(years * per - abs(quantity.value))
                <= max(room * per, quantity.step * (0.5 if quantity.hedge else 0.1))
            ):
                return f"{source} (its length)"
        return None

    def _split(self, claim: Claim) -> GroundedNumber:
        quantity = claim.quantity
        written = [number for number in (*self.facts.numbers, *self.question) if number.written is not None]
        for number in written:
            if number.written is not None and number.written.parts == quantity.parts:
                return self._grounded(quantity, number.source)
        sources = []
        for part in quantity.parts:
            held = next(
                (number for number in (*self.facts.numbers, *self.question) if not number.length and any(
                    abs(abs(number.value) * scale - part) < 1e-9 for scale in ((1.0, 100.0) if abs(number.value) <= 1 else (1.0,)))),
                None,
            )  # fmt: skip
            if held is None:
                return self._failed(quantity, Reason.UNGROUNDED_NUMBER, f"{quantity.text} is in no tool output", None)
            sources.append(held.source)
        return self._grounded(quantity, sources[0])


def _asked_number(quantity: Quantity, value: float) -> ToolNumber:
    unit = {"percent": "percent", "points": "percent", "basis_points": "bps"}.get(quantity.kind)
    unit = unit or quantity.currency or (quantity.noun if quantity.kind == "duration" else None)
    return ToolNumber(value=value, source="question", unit=unit, written=quantity, prose=True, either_sign=True)


def _same_unit(quantity: Quantity, number: ToolNumber) -> bool:
    return match(quantity, number, named=True) == "grounded"


def _overlap(times: Sequence[object], number: ToolNumber) -> int:
    return sum(any(dates_agree(time, date) for date in number.times) for time in times)  # type: ignore[arg-type]


def _sayable(claim: Claim, number: ToolNumber) -> bool:
    """Whether the claim's unit could tell the number: a percentage cannot tell a count."""
    return number.metric is None or can_be(claim.quantity, number.metric)


def _distance(quantity: Quantity, number: ToolNumber) -> float:
    per = {"percent": 100.0, "points": 100.0, "basis_points": 10_000.0}.get(quantity.kind, 1.0)
    if number.unit == "percent":
        per /= 100
    elif number.unit == "bps":
        per /= 10_000
    told, held = abs(quantity.value), abs(number.value)
    return min(abs(told - held * scale) / (abs(told) + abs(held * scale) + 1e-12) for scale in {1.0, per})


def _shown(number: ToolNumber) -> str:
    return f"{number.value:.10g} at {number.source}"


def _moved(quantity: Quantity, by: int) -> Quantity:
    return replace(quantity, start=quantity.start - by, end=quantity.end - by)


def _shares(scope: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two scopes name the same things as far as both name them."""
    return all(
        other.get(dimension, name) == name for dimension, name in scope.items() if not dimension.startswith(KEYED)
    )


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


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
