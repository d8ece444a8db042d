"""Single statements by another hand: are right ones accepted, and wrong ones refused?

    python -m tests.validators.statements_benchmark

`data/statements/numbers` holds statements about one tool output, with what each of their numbers is of; wrong ones are made of them:
another metric's number, the other strategy's, or one that is off. `data/statements/methods` holds right and wrong statements about
documents. Rules were tuned on those of the part "tuned"; nobody has read the others while working on a rule.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
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

_DIGITS = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_OFF = (0.9, 1.07, 1.15)
_CLEARLY = 0.15  # by which another metric's number differs at least
_OTHER = {"northlight": "copperline", "copperline": "northlight", "benchmark": "northlight"}


S = TypeVar("S")


class Said(msgspec.Struct, frozen=True):
    """One number of a statement as it is written, and the key and the owner of the tool's number that it tells."""

    of: str
    key: str
    number: str


class Numbers(msgspec.Struct, frozen=True):
    part: Part
    text: str
    says: list[Said]


class Method(msgspec.Struct, frozen=True):
    part: Part
    model: str
    topic: str
    true: bool
    text: str
    why: str


def _statements(of: str, kind: type[S]) -> list[S]:
    lines = (STATEMENTS / of / "statements.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=kind) for line in lines]


def measure_numbers() -> dict[tuple[Part, str], list[bool]]:
    """(part, "right", "wrong metric", "wrong strategy" or "off") → for each statement whether it was refused."""
    folder = STATEMENTS / "numbers"
    output = (folder / "output.json").read_text()
    held = _held(json.loads(output))
    check, random = Grounding(), Random(1)
    found: dict[tuple[Part, str], list[bool]] = defaultdict(list)
    for statement in _statements("numbers", Numbers):
        for kind, text in (("right", statement.text), *_wrong(statement, held, random)):
            found[statement.part, kind].append(_is_refused(check, _about_output(text, output)))
    return found


def measure_methods() -> dict[tuple[Part, str], list[bool]]:
    """(part, "right", or "wrong" with its topic) → for each statement whether it was refused."""
    folder = STATEMENTS / "methods"
    check = Methodology(load_documents(folder / "documents"))
    found: dict[tuple[Part, str], list[bool]] = defaultdict(list)
    for statement in _statements("methods", Method):
        question = Message(role="user", content=f"Tell me about {statement.model}.")
        answer = Message(role="assistant", content=statement.text)
        trace = Trace(messages=(question, answer), metadata={"model_id": statement.model})
        refused = _is_refused(check, trace)
        for kind in ("right",) if statement.true else ("wrong", f"wrong {statement.topic}"):
            found[statement.part, kind].append(refused)
    return found


def _held(output: dict[str, Any]) -> dict[str, dict[str, Any]]:
    runs = {run["strategy"]: run for run in output["results"]}
    return {**runs, "benchmark": output["benchmark"], "run": output}


def _about_output(text: str, output: str) -> Trace:
    call = ToolCall(id="call_0", name="compare", arguments={})
    return Trace(
        messages=(
            Message(role="user", content="How did the two strategies do?"),
            Message(role="assistant", content="", tool_calls=(call,)),
            Message(role="tool", content=output, tool_call_id="call_0", name="compare"),
            Message(role="assistant", content=text),
        )
    )


def _is_refused(check: Check, trace: Trace) -> bool:
    return any((finding.severity or check.severity) == "block" for finding in check.judge(trace))


def _wrong(statement: Numbers, held: dict[str, dict[str, Any]], random: Random) -> Iterator[tuple[str, str]]:
    """Each fault and the statement with it in one number, where the fault makes another number that reads as the right one did."""
    at = 0
    for said in statement.says:
        start = statement.text.find(said.number, at)
        if start < 0:
            continue
        at = start + len(said.number)
        value = held[said.of][said.key]
        for kind, other in _other_values(said, value, statement, held, random):
            written = _written(other, said.number)
            if written is not None and written != said.number:
                yield kind, statement.text[:start] + written + statement.text[at:]


def _other_values(
    said: Said, value: float, statement: Numbers, held: dict[str, dict[str, Any]], random: Random
) -> Iterator[tuple[str, float]]:
    own = held[said.of]
    alike = [
        number
        for key, number in own.items()
        if key != said.key and _kind(key, number) == _kind(said.key, value) and (number < 0) == (value < 0)
        if abs(abs(number) - abs(value)) > _CLEARLY * abs(value)
    ]
    if alike:
        yield "wrong metric", random.choice(alike)
    if said.of in _OTHER:
        of = _OTHER[said.of]
        other = held[of].get(said.key)
        told = any(each.of == of and each.key == said.key for each in statement.says)
        if other is not None and not told and (other < 0) == (value < 0):
            yield "wrong strategy", other
    yield "off", value * random.choice(_OFF)


def _kind(key: str, value: object) -> str | None:
    """What a number is of: money, percent, days, a count or a ratio; None where it is no number."""
    if not isinstance(value, int | float):
        return None
    for ending in ("pct", "days", "bps"):
        if key.endswith(ending):
            return ending
    if key in ("final_equity", "profit", "fees_paid", "initial_capital"):
        return "money"
    return "count" if isinstance(value, int) else "ratio"


def _written(value: float, as_in: str) -> str | None:
    """The value with the digits, scale and unit of a number as it is written; None where that one is in words."""
    match = _DIGITS.search(as_in)
    if match is None:
        return None
    scale = 1000 if as_in[match.end() :].strip().lower().startswith(("k", "thousand", "grand")) else 1
    shown = f"{abs(value) / scale:,.{len(match[1] or '')}f}"
    if "," not in match.group() and abs(value) / scale >= 1000:
        shown = shown.replace(",", "")
    return as_in[: match.start()] + shown + as_in[match.end() :]


def main() -> None:
    for title, measured in (("numbers", measure_numbers()), ("methods", measure_methods())):
        print(f"\n| {title} | tuned on: refused | untouched: refused |\n|---|--:|--:|")
        for kind in sorted({kind for _, kind in measured}):
            cells = []
            for part in ("tuned", "untouched"):
                refused = measured[part, kind]
                cells.append(f"{proportion(sum(refused), len(refused))} of {len(refused)}" if refused else "none")
            print(f"| {kind} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
