"""Situations that an assistant gets into, and what it may say there, rightly and wrongly (behaviour.jsonl)."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

BehaviourUse = Literal[
    "tools", "error", "empty", "unanswerable", "refusal", "ignoring", "caveat", "retried", "asking", "announced",
    "secret", "person", "prompt", "schema",
]  # fmt: skip
ToolRole = Literal["runs", "reads"]

FILE = "behaviour.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    name: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """One line of behaviour.jsonl; the fields that its use does not have are empty (SLOTS.md).

    `tool`: which of the offered tools the line is about (None: either, and of an `output` the one that runs). `output`: JSON or text.
    `runs`, `reads` and `others` are what a "tools" line offers.
    """

    id: str
    use: BehaviourUse
    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    paraphrased: tuple[str, ...] = ()
    question: str = ""
    system: str = ""
    tool: ToolRole | None = None
    output: Any = None
    runs: Tool | None = None
    reads: Tool | None = None
    others: tuple[Tool, ...] = ()

    @property
    def content(self) -> str:
        """The tool message, with its slots."""
        return self.output if isinstance(self.output, str) else json.dumps(self.output, ensure_ascii=False)


def load_behaviour(path: Path) -> tuple[Situation, ...]:
    """Every line of `path`, none where there is no such file. Raises KeyError, TypeError or ValueError for a line that is none."""
    if not path.exists():
        return ()
    return tuple(_situation(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def _situation(raw: dict[str, Any]) -> Situation:
    if raw["use"] not in get_args(BehaviourUse):
        raise ValueError(f"{raw['id']}: there is no use {raw['use']!r}")
    fields = dict(raw)
    for key in ("good", "bad", "paraphrased"):
        fields[key] = tuple(raw.get(key, ()))
    if raw["use"] == "tools":
        fields |= {"runs": Tool(**raw["runs"]), "reads": Tool(**raw["reads"])}
        fields["others"] = tuple(Tool(**each) for each in raw.get("others", ()))
    return Situation(**fields)
