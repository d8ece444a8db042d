"""Exams that outsiders wrote over tools, documents and wording of their own: right answers, and wrong ones with one fault each.

    python -m tests.validators.exams_benchmark            # the figures of all of them, by kind
    python -m tests.validators.exams_benchmark fourth     # of one, and its wrong verdicts

A folder of `data/exams/` holds `documents/` and `cases.jsonl.xz`: for each case its trace, the `check` that it is for, the `kind` of
right answer or fault, whether it is `right`, the `fault` in words, and the `sentence` that its wording is of. A case fails where its
check blocks it; arithmetic that is explained passes.
"""

import lzma
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from curation.faults.measurement import proportion
from data.methodology import load_documents
from data.trace_format import trace_from
from validators.bundled import row_checks
from validators.suite import Suite

EXAMS = Path(__file__).resolve().parents[2] / "data" / "exams"


class Case(msgspec.Struct, frozen=True, kw_only=True):
    check: str
    kind: str
    sentence: str
    right: bool
    fault: str | None
    trace: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A case, whether its check blocked it, and what it said."""

    case: Case
    blocked: bool
    message: str

    @property
    def wrongly(self) -> bool:
        return self.blocked == self.case.right


@cache
def judged(name: str) -> tuple[Judged, ...]:
    """The cases of an exam, judged."""
    suite = Suite(row_checks(load_documents(EXAMS / name / "documents"), derived="accept"))
    cases = list(_cases(name))
    verdicts = suite.judge([trace_from(case.trace) for case in cases])
    by_case = {(str(each.source_id), each.check): each for each in verdicts}
    told = ((case, by_case[str(case.trace["id"]), case.check]) for case in cases)
    return tuple(
        Judged(case=case, blocked=each.outcome == "fail" and each.severity == "block", message=each.message)
        for case, each in told
    )


def _cases(name: str) -> Iterator[Case]:
    with lzma.open(EXAMS / name / "cases.jsonl.xz") as lines:
        yield from (msgspec.json.decode(line, type=Case) for line in lines)


def main(names: list[str]) -> None:
    for name in names or sorted(each.name for each in EXAMS.iterdir()):
        cases, wrong = Counter[tuple[str, bool, str]](), Counter[tuple[str, bool, str]]()
        for each in judged(name):
            for kind in ("all", each.case.kind):
                cases[each.case.check, each.case.right, kind] += 1
                wrong[each.case.check, each.case.right, kind] += each.wrongly
            if names and each.wrongly:
                told = each.case.fault or "right, and refused"
                print(f"{each.case.sentence}: {told}\n  {each.case.trace['messages'][-1]['content']}\n  {each.message}")
        for (check, right, kind), count in sorted(cases.items()):
            print(
                name,
                check,
                "right, refused" if right else "wrong, let by",
                kind,
                proportion(wrong[check, right, kind], count),
            )


if __name__ == "__main__":
    main(sys.argv[1:])
