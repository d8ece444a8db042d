"""Numbers that an answer worked out from two tool numbers of one metric: only where its wording selects the operation."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from validators.binding import Context
from validators.metric_words import measure_of
from validators.number_match import agrees
from validators.quantity import Quantity
from validators.tool_numbers import KEYED, MAIN, ToolNumber

Operation = Literal["difference", "percent change", "average", "ratio", "sum", "share"]
MOST_OPERANDS = 24  # of one metric: among more, two fit by chance

_CUES: tuple[tuple[Operation, re.Pattern[str]], ...] = (
    ("average", re.compile(r"\b(?:averag\w*|mean|midpoint|midway|halfway)\b", re.I)),
    (
        "sum",
        re.compile(
            r"\b(?:combined|sum|together|altogether|in all|in total|added up|adds? up|aggregate|summed|total of|totall?ing|jointly|across (?:both|all|the))\b",
            re.I,
        ),
    ),
    (
        "ratio",
        re.compile(
            r"\b(?:times|twice|multiple|ratio (?:of|between)|[- ]?fold|as (?:much|many|high|large|big|deep|volatile|long|often)|for every)\b|\d[x×]\b",
            re.I,
        ),
    ),
    (
        "share",
        re.compile(
            r"\b(?:share|proportion|fraction|portion|of (?:the|its|all|them|those|total)|out of|percent of|accounts? for|made up)\b|% of\b",
            re.I,
        ),
    ),
    (
        "difference",
        re.compile(
            r"\b(?:differ\w*|gap|spread|margin|edge|lead|advantage|ahead|behind|outperform\w*|underperform\w*|beat\w*|excess|exceed\w*|lag\w*|trail\w*"
            r"|short of|shy of|surplus|shortfall|premium|discount|drag|apart|narrow\w*|wider|widen\w*|shav\w*|knock\w*|trim\w*|cost(?:s|ing)?|out?paced?"
            r"|deeper|shallower|milder|fewer|extra|additional|higher|lower|more|less|better|worse|greater|smaller|larger|above|below|points?"
            r"|improv\w*|worsen\w*|rose|rise[sn]?|fell|fall(?:s|en)?|drop\w*|climb\w*|increas\w*|decreas\w*|reduc\w*|cut\w*|gain\w*|lost|los[es]+|add(?:s|ed)?"
            r"|declin\w*|grew|grow\w*|chang\w*|swing|longer|shorter|bigger|\w{3,12}er than|deteriorat\w*|difference)\b",
            re.I,
        ),
    ),
    (
        "percent change",
        re.compile(
            r"\b(?:higher|lower|more|less|fewer|greater|smaller|larger|better|worse|rose|rise[sn]?|fell|fall(?:s|en)?|drop\w*|climb\w*|increas\w*"
            r"|decreas\w*|reduc\w*|cut\w*|gain\w*|grew|grow\w*|growth|declin\w*|chang\w*|up|down|jump\w*|shrank|improv\w*|worsen\w*|relative|cheaper"
            r"|bigger|deeper|shallower|swing|added|surg\w*|slid|shed)\b",
            re.I,
        ),
    ),
)
_GAINS = re.compile(r"\b(?:profit\w*|made|makes?|earn\w*|gain\w*|net|up|down|over|took|takes|won|lost|loss)\b", re.I)
_OUTDOES = re.compile(r"\b(?:beat\w*|outperform\w*|underperform\w*|lag\w*|trail\w*|ahead|behind)\b", re.I)
_EXPLICIT_DIFFERENCE = re.compile(r"\b(?:differ\w*|gap|spread|margin|points?|excess return|subtract\w*|minus)\b", re.I)
_REACH = 90  # characters from the number in which its cue stands
_MONEY_ENDS = ("final_equity", "initial_capital")


@dataclass(frozen=True, slots=True)
class Derivation:
    operation: Operation
    left: ToolNumber
    right: ToolNumber
    text: str


def derive(
    text: str,
    claim: Quantity,
    context: Context,
    numbers: Sequence[ToolNumber],
    shown: Sequence[tuple[Quantity, ToolNumber]],
    *,
    spoken: frozenset[str] = frozenset(),
    among: Mapping[str, frozenset[str]] | None = None,
) -> Derivation | None:
    """How `claim`, in its sentence `text`, follows from two of `numbers`; None where no cue selects an operation that fits.

    `numbers` are those the sentence may speak of, `spoken` the metrics that it names, `among` the things where several; `shown` pairs what the answer states
    with the tool number that grounds it.
    """
    operations = _operations(text, claim)
    if not operations:
        return None
    metrics = (
        context.metrics
        if context.metrics is not None and not _foreign(claim, context.metrics)
        else spoken or _outdone(text)
    )
    for group in _groups(claim, metrics or None, numbers, shown):
        if len(group) < 2 or len(group) > MOST_OPERANDS:
            continue
        displayed = {id(number): quantity for quantity, number in shown}
        for operation in operations:
            for index, left in enumerate(group):
                for right in group[index + 1 :]:
                    if _related(left, right, context, among or {}):
                        found = _fits(operation, claim, left, right, displayed)
                        if found is not None:
                            return found
    return None


def compares(text: str, at: int) -> bool:
    """Whether the words around place `at` of `text` speak of a difference or a change."""
    return any(
        pattern.search(text, max(0, at - _REACH), at + _REACH)
        for operation, pattern in _CUES
        if operation in ("difference", "percent change")
    )


def _operations(text: str, claim: Quantity) -> tuple[Operation, ...]:
    """The operation that the nearest cue selects; a percentage that compares percentages may be a difference or a change."""
    cued: dict[Operation, int] = {}
    for operation, pattern in _CUES:
        places = [
            max(match.start() - claim.end, claim.start - match.end(), 0)
            for match in pattern.finditer(text, max(0, claim.start - _REACH), claim.end + _REACH)
        ]
        if places:
            cued[operation] = min(places)
    kind = claim.kind
    if kind == "multiple":
        return ("ratio",)
    if kind in ("points", "basis_points"):
        if "average" in cued and cued["average"] < cued.get("difference", _REACH):
            return ("average",)
        return ("difference",) if "difference" in cued or "percent change" in cued else ()
    first = [name for name in ("average", "sum") if name in cued and cued[name] <= 60]
    if first:
        return (min(first, key=lambda name: cued[name]),)  # type: ignore[type-var,return-value]
    if kind in ("percent", "fraction"):
        if "share" in cued and cued["share"] <= 6 and kind in ("percent", "fraction"):
            return ("share", "percent change") if "percent change" in cued else ("share",)
        if "difference" in cued and _EXPLICIT_DIFFERENCE.search(text, max(0, claim.start - _REACH), claim.end + _REACH):
            return ("difference",)
        if "percent change" in cued:
            return ("percent change", "difference")
        return ("difference",) if "difference" in cued else ()
    if "ratio" in cued and kind == "plain" and cued["ratio"] <= 25:
        return ("ratio",)
    if kind == "money" and _GAINS.search(text, max(0, claim.start - _REACH), claim.end + _REACH):
        return ("difference",)
    return ("difference",) if "difference" in cued else ()


def _foreign(claim: Quantity, metrics: frozenset[str]) -> bool:
    """Whether the bound metric cannot be what is compared in points."""
    return claim.kind in ("points", "basis_points") and all(
        measure_of(name) not in ("share", "any") for name in metrics
    )


def _outdone(text: str) -> frozenset[str]:
    """What is compared where one thing "beats" another without a word on what: returns."""
    return frozenset({"cagr", "total_return", "return"}) if _OUTDOES.search(text) else frozenset()


def _groups(
    claim: Quantity,
    metrics: frozenset[str] | None,
    numbers: Sequence[ToolNumber],
    shown: Sequence[tuple[Quantity, ToolNumber]],
) -> list[list[ToolNumber]]:
    """Operands of one metric each; where the sentence names no metric, those that the answer itself speaks of."""
    usable = [
        number
        for number in numbers
        if not number.length and not number.difference and (number.metric is not None or number.prose)
    ]
    by_metric: dict[str, list[ToolNumber]] = {}
    for number in usable:
        name = number.inner or number.metric
        if name is None:
            continue
        by_metric.setdefault("equity" if name in _MONEY_ENDS else name, []).append(number)
    stated = {number.inner or number.metric for _, number in shown}
    groups = []
    for name, group in by_metric.items():
        names = set(_MONEY_ENDS) if name == "equity" else {name}
        if (
            metrics is not None
            and metrics.isdisjoint(names)
            and not (name == "equity" and metrics & {"profit", "return", "total_return"})
        ):
            continue
        if (
            metrics is None
            and stated.isdisjoint(names)
            and len(by_metric) > 3
            and measure_of(name) != "money"
            and name != "equity"
        ):
            continue
        if not _same_kind(claim, group[0]):
            continue
        groups.append(_unique(group, [number for _, number in shown]))
    return groups


def _unique(group: Sequence[ToolNumber], stated: Sequence[ToolNumber]) -> list[ToolNumber]:
    told = {id(number) for number in stated}
    kept: dict[tuple[float, tuple[tuple[str, str], ...]], ToolNumber] = {}
    for number in sorted(group, key=lambda number: id(number) not in told):
        kept.setdefault((number.value, tuple(sorted(number.scope.items()))), number)
    return list(kept.values())


def _same_kind(claim: Quantity, number: ToolNumber) -> bool:
    measure = measure_of(number.metric)
    if claim.kind in ("points", "basis_points"):
        return measure in ("share", "any") and number.unit not in ("USD", "EUR", "GBP", "day")
    if claim.kind == "money":
        return measure in ("money", "any")
    if claim.kind in ("count", "duration"):
        return measure in ("count", "time", "any")
    return True


def _related(left: ToolNumber, right: ToolNumber, context: Context, among: Mapping[str, frozenset[str]]) -> bool:
    """Whether two operands are of the things that the sentence names."""
    if left is right or left.unit != right.unit:
        return False
    for dimension, names in context.names.items():
        unnamed = MAIN if dimension.startswith(KEYED) else None
        sides = {left.scope.get(dimension, unnamed), right.scope.get(dimension, unnamed)} - {None}
        if sides and sides.isdisjoint(names):
            return False
        if len(names) > 1 and sides and not sides <= names:
            return False
    for dimension, names in among.items():
        unnamed = MAIN if dimension.startswith(KEYED) else None
        sides = {left.scope.get(dimension, unnamed), right.scope.get(dimension, unnamed)} - {None}
        if sides and not sides <= names:
            return False
    return True


def _fits(
    operation: Operation, claim: Quantity, left: ToolNumber, right: ToolNumber, displayed: dict[int, Quantity]
) -> Derivation | None:
    values = [(left.value, right.value)]
    one, two = displayed.get(id(left)), displayed.get(id(right))
    if one is not None and two is not None and one.kind == two.kind:
        scale = {"percent": 100.0, "basis_points": 10_000.0}.get(one.kind, 1.0)
        per = scale if left.unit is None or left.unit == "fraction" else 1.0
        values.append((one.value / per, two.value / per))
    for a, b in values:
        for x, y, result in _results(operation, a, b):
            if agrees(claim, _in_claim_units(operation, claim, left, result)):
                return Derivation(
                    operation, left, right, _arithmetic(operation, claim, left, right, x, y, flipped=(x, y) != (a, b))
                )
    return None


def _results(operation: Operation, a: float, b: float) -> list[tuple[float, float, float]]:
    work: Callable[[float, float], float | None]
    match operation:
        case "difference":
            return [(a, b, a - b), (abs(a), abs(b), abs(a) - abs(b))] if a * b < 0 else [(a, b, a - b)]
        case "sum":
            return [(a, b, a + b)]
        case "average":
            return [(a, b, (a + b) / 2)]
        case "percent change":
            work = _change
        case _:
            work = _quotient
    return [(x, y, result) for x, y in ((a, b), (b, a)) if (result := work(x, y)) is not None]


def _change(new: float, old: float) -> float | None:
    return (new - old) / abs(old) if old else None


def _quotient(top: float, bottom: float) -> float | None:
    return top / bottom if bottom else None


def _in_claim_units(operation: Operation, claim: Quantity, number: ToolNumber, result: float) -> float:
    if operation in ("percent change", "share"):
        return result * (1.0 if claim.kind == "fraction" else 100.0)
    if operation == "ratio":
        return result
    per = {"percent": 100.0, "points": 100.0, "basis_points": 10_000.0}.get(claim.kind, 1.0)
    if number.unit == "percent":
        per /= 100
    elif number.unit == "bps":
        per /= 10_000
    return result * per


def _arithmetic(
    operation: Operation, claim: Quantity, left: ToolNumber, right: ToolNumber, x: float, y: float, *, flipped: bool
) -> str:
    if flipped:
        left, right = right, left
    first, second = f"{x:.10g} ({left.source})", f"{y:.10g} ({right.source})"
    match operation:
        case "difference":
            work = f"{first} − {second}"
        case "sum":
            work = f"{first} + {second}"
        case "average":
            work = f"({first} + {second}) / 2"
        case "percent change":
            work = f"({first} − {second}) / {abs(y):.10g}"
        case _:
            work = f"{first} / {second}"
    return f"{operation}: {claim.text} = {work}"
