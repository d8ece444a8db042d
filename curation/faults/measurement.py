"""What the checks find of planted faults, and what they wrongly find in right answers."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Literal, get_args

from curation.faults.behaviour_cases import BEHAVIOUR_KINDS
from curation.faults.cases import KINDS, Case, Truth, generate
from curation.faults.disclosure_cases import CLEAN_DISCLOSURE, DISCLOSURE_FAULTS
from curation.faults.draft import Corpus
from curation.faults.method_cases import CLEAN_METHOD, METHOD_FAULTS
from curation.faults.number_cases import CLEAN_NUMBERS, NUMBER_FAULTS
from curation.faults.number_faults import DERIVED_KINDS
from curation.faults.tool_use_cases import CLEAN_TOOL_USE, TOOL_USE_FAULTS
from data.errors import AssayError
from data.records import Verdict
from validators.bundled import row_checks
from validators.measures import Measure, Proportion, rules_of
from validators.suite import Suite

By = Literal["kind", "told", "size", "topic", "boilerplate", "wording", "derived", "detail"]
Track = Callable[[Sequence[int]], Iterable[int]]

MISTOLD = ("wrong_entity", "wrong_metric", "words_sign", "direction", "swapped_runs")
"""Faults whose numbers are right, and told of something else. No share of `recall`: no rule on values alone can find them."""

WRONG_NUMBERS = tuple(kind for kind in NUMBER_FAULTS if kind not in MISTOLD)
APART = "multiple"
"""A kind of sentence that reads a return of 0.34 as 1.34x. Not everyone would, so it counts in no total."""

_BATCH = 500
_SIZES = (9, 30, 129, math.inf)
_SIZE_NAMES = ("0–9", "10–30", "31–129", "130 or more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """How many traces of one kind fail `check`.

    `by` says what `name` is: a "kind" of case; "told", a kind of fault outside the recall; a "size", how many numbers the tools returned;
    a "topic", or that of "boilerplate" alone; the "wording" of a right answer; the "detail" of a case of behaviour, after its kind. For
    "derived" `failed` counts the answers in which the number itself is not accepted. `on_sentence`: how many fail for the sentence in
    question and not only for another. `sentences`: how many templates they come from.
    """

    check: str
    by: By
    name: str
    is_fault: bool
    failed: Proportion
    on_sentence: int
    sentences: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """`cases`: right answers, and wrong ones, for each check, its kinds in turn. `measured`: the day, ISO. `errors`: of checks."""

    part: str
    seed: int
    cases: int
    measured: str
    errors: int
    checks: dict[str, Measure]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    truth: Truth
    failed: frozenset[str]
    on_sentence: bool

    @property
    def found(self) -> bool:
        return self.truth.check in self.failed


def measured_suite(corpus: Corpus) -> Suite:
    """The bundled checks as they are measured: on the corpus's documents, and a number that grounding derives is accepted."""
    return Suite(row_checks(tuple(corpus.truths.documents.values()), derived="accept"))


def measure(corpus: Corpus, suite: Suite, *, cases: int, seed: int, track: Track = iter) -> Measurement:
    """Make `cases` right and as many wrong answers for each check that the corpus has faults for, and judge them (tool_use and
    disclosure: where it has situations).

    A fault is found where its check fails the trace. `track` wraps the batches, for a progress bar. Raises AssayError where `cases` leaves
    some kind without a case.
    """
    groups = _groups(corpus, cases)
    least = max(len(kinds) for kinds, count in groups if count == cases)
    if cases < least:
        raise AssayError(f"{cases} cases are too few: some kind would have none", hint=f"assay faults --cases {least}")
    drawn = (case for kinds, count in groups for case in generate(corpus, seed=seed, count=count, kinds=kinds))
    judged: list[_Judged] = []
    errors = 0
    for _ in track(range(-(-sum(count for _, count in groups) // _BATCH))):
        batch = list(islice(drawn, _BATCH))
        verdicts = iter(suite.judge([case.trace for case in batch]))
        for case in batch:
            own = list(islice(verdicts, len(suite.checks)))
            errors += sum(verdict.outcome == "error" for verdict in own)
            judged.append(_judged(case, own))
    counted = [each for each in judged if each.truth.detail != APART]
    return Measurement(
        part=corpus.name, seed=seed, cases=cases, measured=datetime.now(UTC).date().isoformat(), errors=errors,
        checks={check.name: _measure(check.name, rules_of(check), counted) for check in suite.checks},
        rows=tuple(_rows(counted)) + tuple(_apart(judged)),
    )  # fmt: skip


def _groups(corpus: Corpus, cases: int) -> list[tuple[tuple[str, ...], int]]:
    """Kinds that come in turn, and how many cases they have together: right and wrong ones of each check."""
    apart = cases * len(MISTOLD) // len(WRONG_NUMBERS)
    groups = [
        (CLEAN_NUMBERS, cases), (WRONG_NUMBERS, cases), (MISTOLD, apart), (CLEAN_METHOD, cases), (METHOD_FAULTS, cases),
    ]  # fmt: skip
    if corpus.situations:
        groups += [(kinds, cases) for kinds in (CLEAN_TOOL_USE, TOOL_USE_FAULTS, CLEAN_DISCLOSURE, DISCLOSURE_FAULTS)]
    return groups


def proportion(hits: int, of: int) -> Proportion:
    """With the Wilson score interval of 95%. Cases told by one sentence are alike, so for new wording it is rather too narrow."""
    from scipy.stats import binomtest

    interval = binomtest(hits, of).proportion_ci(confidence_level=0.95, method="wilson")
    return Proportion(hits=hits, of=of, low=float(interval.low), high=float(interval.high))


def _judged(case: Case, verdicts: list[Verdict]) -> _Judged:
    truth = case.truth
    failed = {verdict.check: verdict for verdict in verdicts if verdict.outcome == "fail"}
    evidence = failed[truth.check].evidence if truth.check in failed else ()
    on_sentence = any(each.start < truth.end and truth.start < each.end for each in evidence)
    return _Judged(truth=truth, failed=frozenset(failed), on_sentence=on_sentence)


def _measure(check: str, rules: str, judged: list[_Judged]) -> Measure:
    """A check that the corpus has no faults for is measured by its false alarms alone, on all right answers."""
    own = [each for each in judged if each.truth.check == check and each.truth.kind not in MISTOLD]
    right = [each for each in own or judged if not each.truth.is_fault]
    alarms = sum(check in each.failed for each in right)
    faults = [each for each in own if each.truth.is_fault]
    if not faults:
        return Measure(rules=rules, false_alarms=proportion(alarms, len(right)))
    found = sum(each.found for each in faults)
    return Measure(
        rules=rules,
        recall=proportion(found, len(faults)),
        false_alarms=proportion(alarms, len(right)),
        precision=proportion(found, found + alarms) if found + alarms else None,
    )


def _rows(judged: list[_Judged]) -> Iterator[Row]:
    groups: dict[tuple[str, By, str, bool], list[_Judged]] = defaultdict(list)
    for each in judged:
        for by, name in _names(each.truth):
            groups[each.truth.check, by, name, each.truth.is_fault].append(each)
    for check, by, name, is_fault in sorted(groups, key=_order):
        yield _row(check, by, name, is_fault, groups[check, by, name, is_fault])


def _order(group: tuple[str, By, str, bool]) -> tuple[str, int, int, str]:
    """By check and table; kinds as the corpus has them, sizes as they grow, other names by the alphabet."""
    check, by, name, _ = group
    kinds = (*KINDS, *BEHAVIOUR_KINDS)
    place = kinds.index(name) if name in kinds else _SIZE_NAMES.index(name) if by == "size" else 0
    return check, get_args(By).index(by), place, name


def _names(truth: Truth) -> Iterator[tuple[By, str]]:
    """The rows that a case counts in."""
    if truth.kind in MISTOLD:
        yield "told", truth.kind
        return
    yield "kind", truth.kind
    if truth.kind in BEHAVIOUR_KINDS:
        if truth.is_fault and truth.detail:
            yield "detail", f"{truth.kind}: {truth.detail}"
        return
    yield "size", _size(truth.number_of_tool_numbers)
    if truth.topic and truth.is_fault:
        yield "topic", truth.topic
        if truth.kind == "boilerplate":
            yield "boilerplate", truth.topic
    if truth.kind == "twin":
        yield "wording", truth.detail
    if truth.kind == "clean_derived" or truth.kind in DERIVED_KINDS:
        yield "derived", "wrong" if truth.is_fault else "right"


def _size(count: int) -> str:
    return next(name for most, name in zip(_SIZES, _SIZE_NAMES, strict=True) if count <= most)


def _apart(judged: list[_Judged]) -> Iterator[Row]:
    groups: dict[tuple[str, str, bool], list[_Judged]] = defaultdict(list)
    for each in judged:
        if each.truth.detail == APART:
            groups[each.truth.check, f"{each.truth.kind}, {APART}", each.truth.is_fault].append(each)
    for (check, name, is_fault), members in groups.items():
        yield _row(check, "told", name, is_fault, members)


def _row(check: str, by: By, name: str, is_fault: bool, members: list[_Judged]) -> Row:
    on_sentence = sum(each.on_sentence for each in members)
    failed = on_sentence if by == "derived" else sum(each.found for each in members)
    return Row(
        check=check, by=by, name=name, is_fault=is_fault, failed=proportion(failed, len(members)), on_sentence=on_sentence,
        sentences=len({each.truth.sentence_id for each in members}),
    )  # fmt: skip
