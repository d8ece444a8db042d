"""Whole conversations with answers as assistants write them: are right ones accepted, and is the one planted fault found?

    python -m tests.validators.conversations_benchmark data/conversations/third

A folder holds `documents/` (without them there is only grounding to measure), `traces.jsonl` and `truth.jsonl`: for each trace's `id` a
`label` ("clean" or "fault") and, for a fault, the `check` that it is for, the sentence (`span`, as it stands in the answer) and `why` it is
wrong. A fault counts as found where its check fails the trace for that sentence. A conversation with a fault for the one check is a right
one for the other in all but that sentence, whose number may be in no tool's output either.
"""

import sys
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from curation.faults.measurement import proportion
from curation.importing.reader import read_traces
from data.methodology import load_documents
from data.records import Verdict
from validators.bundled import row_checks
from validators.suite import Suite

CHECKS = ("grounding", "methodology")


class Truth(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    label: Literal["clean", "fault"]
    check: str = ""
    span: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """`right` conversations, of which `alarms` were refused; `faults`, of which `found` were refused for their sentence."""

    right: int
    alarms: int
    faults: int
    found: int


@cache
def measure(folder: Path) -> dict[str, Outcome]:
    """Check → how it did. A trace is refused where the check blocks it."""
    truths = {each.id: each for each in _truths(folder)}
    traces = list(read_traces(folder / "traces.jsonl"))
    documents = load_documents(folder / "documents") if (folder / "documents").is_dir() else ()
    names = CHECKS if documents else CHECKS[:1]
    suite = Suite(tuple(each for each in row_checks(documents) if each.name in names))
    answers = {trace.source_id: trace.answer for trace in traces}
    counts = {name: Counter[str]() for name in names}
    for verdict in suite.judge(traces):
        truth = truths[str(verdict.source_id)]
        is_fault = truth.label == "fault" and truth.check == verdict.check
        refused = verdict.outcome == "fail" and verdict.severity == "block"
        in_sentence = _in_sentence(verdict, answers[verdict.source_id], truth.span)
        hit = refused and (any(in_sentence) if is_fault else not all(in_sentence))
        counts[verdict.check].update({("faults" if is_fault else "right"): 1, ("found" if is_fault else "alarms"): hit})
    return {name: Outcome(**{key: each[key] for key in Outcome.__slots__}) for name, each in counts.items()}


def _truths(folder: Path) -> list[Truth]:
    lines = (folder / "truth.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Truth) for line in lines]


def _in_sentence(verdict: Verdict, answer: str, sentence: str) -> list[bool]:
    """For each piece of evidence, whether it is of the sentence; none is of ""."""
    start = answer.find(sentence)
    return [each.start < start + len(sentence) and start < each.end for each in verdict.evidence]


def main(folder: Path) -> None:
    print("| check | right ones refused | faults found |\n|---|--:|--:|")
    for name, each in measure(folder).items():
        found = f"{proportion(each.found, each.faults)} of {each.faults}" if each.faults else "none planted"
        print(f"| {name} | {proportion(each.alarms, each.right)} of {each.right} | {found} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
