"""Single statements by other hands: are right ones accepted, and wrong ones refused?

    python -m tests.validators.statements_benchmark

`data/statements/` holds sets of three kinds. `numbers`: statements about the numbers of a tool's output, with the path of each; wrong
ones are made of them: another metric's number, another record's, or one that is off. `directions`: pairs that differ in a word, which
turns a comparison or a sign round. `methods`: right and wrong statements about documents. Rules were tuned on those of the part "tuned";
nobody has read the others while working on a rule.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Literal, TypeVar

import msgspec

from curation.faults.measurement import proportion
from data.methodology import load_documents
from data.records import Message, ToolCall, Trace
from validators.check import Check
from validators.grounding.check import Grounding
from validators.methodology.check import Methodology

STATEMENTS = Path(__file__).resolve().parents[2] / "data" / "statements"
Part = Literal["tuned", "untouched"]
Refused = Mapping[tuple[Part, str], list[bool]]
"""(part, kind of statement) → for each whether it was refused."""

_DIGITS = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_STEP = re.compile(r"[^.\[\]]+")
_OFF = (0.9, 1.07, 1.15)
_OFF_IF_WORKED_OUT = (0.55, 0.7, 1.3, 1.6)
_CLEARLY = 0.15  # by which another metric's number differs at least
_KINDS = {
    "share": (
        "pct",
        "ret",
        "vol",
        "dd",
        "drawdown",
        "cagr",
        "win",
        "rate",
        "exposure",
        "hit",
        "depth",
        "worst",
        "best",
    ),
    "ratio": ("sharpe", "sortino", "calmar", "factor", "beta", "corr", "skew"),
    "days": ("day",),
    "money": ("equity", "capital", "fee", "cost", "profit", "pnl"),
}


S = TypeVar("S")
Place = tuple[str | int, ...]


class Said(msgspec.Struct, frozen=True):
    """One number of a statement as it is written, and the path of the output's number that it tells; "= …" is worked out of some."""

    path: str
    number: str


class Numbers(msgspec.Struct, frozen=True):
    part: Part
    output: str
    text: str
    says: list[Said]


class Direction(msgspec.Struct, frozen=True, rename={"right": "true", "wrong": "false"}):
    part: Part
    output: str
    right: str
    wrong: str


class Method(msgspec.Struct, frozen=True):
    part: Part
    model: str
    topic: str
    true: bool
    text: str
    why: str


def _sets(of: str, kind: type[S]) -> Iterator[tuple[Path, list[S]]]:
    for folder in sorted((STATEMENTS / of).iterdir()):
        lines = (folder / "statements.jsonl").read_bytes().splitlines()
        yield folder, [msgspec.json.decode(line, type=kind) for line in lines]


@cache
def measure_numbers() -> Refused:
    """Kinds: "right", "right, worked out", "wrong metric", "wrong record", "off" and "worked out, off"."""
    check, random = Grounding(), Random(1)
    found: dict[tuple[Part, str], list[bool]] = defaultdict(list)
    for folder, statements in _sets("numbers", Numbers):
        outputs = json.loads((folder / "outputs.json").read_text())
        for statement in statements:
            output = outputs[statement.output]
            worked_out = any(said.path.startswith("=") for said in statement.says)
            right = "right, worked out" if worked_out else "right"
            for kind, text in ((right, statement.text), *_wrong(statement, output, random)):
                found[statement.part, kind].append(_is_refused(check, _about_output(text, output)))
    return found


@cache
def measure_directions() -> Refused:
    """Kinds: "right" and "wrong"."""
    check = Grounding()
    found: dict[tuple[Part, str], list[bool]] = defaultdict(list)
    for folder, pairs in _sets("directions", Direction):
        outputs = json.loads((folder / "outputs.json").read_text())
        for pair in pairs:
            for kind, text in (("right", pair.right), ("wrong", pair.wrong)):
                found[pair.part, kind].append(_is_refused(check, _about_output(text, outputs[pair.output])))
    return found


@cache
def measure_methods() -> Refused:
    """Kinds: "right", "wrong", and "wrong" with its topic."""
    found: dict[tuple[Part, str], list[bool]] = defaultdict(list)
    for folder, statements in _sets("methods", Method):
        check = Methodology(load_documents(folder / "documents"))
        for statement in statements:
            question = Message(role="user", content=f"Tell me about {statement.model}.")
            answer = Message(role="assistant", content=statement.text)
            trace = Trace(messages=(question, answer), metadata={"model_id": statement.model})
            refused = _is_refused(check, trace)
            for kind in ("right",) if statement.true else ("wrong", f"wrong {statement.topic}"):
                found[statement.part, kind].append(refused)
    return found


def _about_output(text: str, output: Any) -> Trace:
    call = ToolCall(id="call_0", name="query", arguments={})
    return Trace(
        messages=(
            Message(role="user", content="How did it do?"),
            Message(role="assistant", content="", tool_calls=(call,)),
            Message(role="tool", content=json.dumps(output), tool_call_id="call_0", name="query"),
            Message(role="assistant", content=text),
        )
    )


def _is_refused(check: Check, trace: Trace) -> bool:
    return any((finding.severity or check.severity) == "block" for finding in check.judge(trace))


def _wrong(statement: Numbers, output: Any, random: Random) -> Iterator[tuple[str, str]]:
    """Each fault and the statement with it in one number, where the fault makes another number that reads as the right one did."""
    at = 0
    for said in statement.says:
        start = statement.text.find(said.number, at)
        match = _DIGITS.search(said.number)
        if start < 0 or match is None:
            continue
        at = start + len(said.number)
        shown = float(match[0].replace(",", ""))
        for kind, share in _shares_of_right(said, output, random):
            written = f"{shown * share:{',' if ',' in match[0] else ''}.{len(match[1] or '')}f}"
            if written != match[0]:
                number = said.number[: match.start()] + written + said.number[match.end() :]
                yield kind, statement.text[:start] + number + statement.text[at:]


def _shares_of_right(said: Said, output: Any, random: Random) -> Iterator[tuple[str, float]]:
    """Each fault, and what share of the right number the wrong one is."""
    if said.path.startswith("="):
        yield "worked out, off", random.choice(_OFF_IF_WORKED_OUT)
        return
    place = tuple(int(step) if step.isdigit() else step for step in _STEP.findall(said.path))
    value = _at(output, place)
    if not isinstance(value, int | float) or not value:
        return
    for kind, numbers in (("wrong metric", _of_record(output, place)), ("wrong record", _of_others(output, place))):
        clear = [each / value for each in numbers if each / value > 0 and abs(each / value - 1) > _CLEARLY]
        if clear:
            yield kind, random.choice(clear)
    yield "off", random.choice(_OFF)


def _of_record(output: Any, place: Place) -> list[float]:
    """The other numbers of the record that are of the kind of the one at the place."""
    record, key = _at(output, place[:-1]), place[-1]
    if not isinstance(record, dict):
        return []
    kind = _kind(key, record[key])
    return [each for other, each in record.items() if other != key and _kind(other, each) == kind is not None]


def _of_others(output: Any, place: Place) -> list[float]:
    """The numbers of that key in the records beside."""
    found = []
    for depth in range(len(place) - 1):
        beside = _at(output, place[:depth])
        for step in range(len(beside)) if isinstance(beside, list) else beside:
            if step != place[depth]:
                number = _at(output, (*place[:depth], step, *place[depth + 1 :]))
                found += [number] if isinstance(number, int | float) else []
    return found


def _at(output: Any, place: Place) -> Any:
    """What stands at a place; None where there is none."""
    for step in place:
        try:
            output = output[step]
        except (LookupError, TypeError):
            return None
    return output


def _kind(key: str | int, value: object) -> str | None:
    """What a number is of: a share, a ratio, days, money or a count; None where it is no number."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    name = str(key).lower()
    kind = next((kind for kind, words in _KINDS.items() if any(word in name for word in words)), "other")
    return "count" if isinstance(value, int) and kind not in ("days", "money") else kind


def main() -> None:
    for title, measured in (
        ("numbers", measure_numbers()),
        ("directions", measure_directions()),
        ("methods", measure_methods()),
    ):
        print(f"\n| {title} | tuned on: refused | untouched: refused |\n|---|--:|--:|")
        for kind in sorted({kind for _, kind in measured}):
            cells = []
            for part in ("tuned", "untouched"):
                refused = measured.get((part, kind))
                cells.append(f"{proportion(sum(refused), len(refused))} of {len(refused)}" if refused else "none")
            print(f"| {kind} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
