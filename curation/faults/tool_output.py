"""Tool outputs as data: what a tool returned, and where in it each slot's value stands."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

_STEP = re.compile(r"\.([A-Za-z_]\w*)|\[(\d+)\]|\['([^']+)'\]")
_NUMBER = re.compile(r"(?<![\w.])[-+]?\$?\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One slot's value. Percentages are fractions (0.1134), fees are basis points a side, dates and names are text."""

    metric: str
    value: Decimal | str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolOutput:
    """One tool result. `entity` says what tells its runs apart (None: it holds one run); `readings` is by slot name.

    `size` is the number of numbers in it (see `numeric_leaves`).
    """

    id: str
    shape: str
    tool: str
    arguments: Mapping[str, Any]
    output: Any
    entity: str | None
    readings: Mapping[str, Reading]
    size: int

    @property
    def content(self) -> str:
        """The tool message."""
        return self.output if isinstance(self.output, str) else json.dumps(self.output, ensure_ascii=False)


def load_tool_outputs(path: Path) -> tuple[ToolOutput, ...]:
    """Every line of `path`. Raises KeyError or ValueError where a slot's path leads nowhere."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line, parse_float=Decimal)
        plain = json.loads(line)
        readings = {name: _reading(raw["output"], name, where) for name, where in raw["slots"].items()}
        found.append(
            ToolOutput(
                id=raw["id"], shape=raw["shape"], tool=raw["tool"], arguments=plain["arguments"],
                output=plain["output"], entity=raw.get("entity"), readings=readings, size=numeric_leaves(plain["output"]),
            )
        )  # fmt: skip
    return tuple(found)


def numbers_of(value: Any) -> Iterator[Decimal]:
    """Every number that could ground a claim: numeric leaves, the lengths of lists, and the numbers within texts."""
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, int | float | Decimal):
        yield Decimal(str(value))
    elif isinstance(value, str):
        for token in _NUMBER.findall(value):
            yield Decimal(token.replace(",", "").replace("$", ""))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from numbers_of(key)
            yield from numbers_of(item)
    else:
        yield Decimal(len(value))
        for item in value:
            yield from numbers_of(item)


def numeric_leaves(value: Any) -> int:
    """How many numbers the output shows: numeric leaves, or the number tokens of a text."""
    if isinstance(value, bool) or value is None:
        return 0
    if isinstance(value, int | float | Decimal):
        return 1
    if isinstance(value, str):
        return len(_NUMBER.findall(value))
    return sum(numeric_leaves(item) for item in (value.values() if isinstance(value, Mapping) else value))


def _reading(output: Any, name: str, where: Mapping[str, str]) -> Reading:
    metric, unit = name.split(".")[-1], where["unit"]
    found = _follow(output, where["path"])
    if unit in ("text", "date", "month"):
        return Reading(metric=metric, value=str(found), unit=unit)
    if unit == "year":
        return Reading(metric=metric, value=str(found), unit="text")
    try:
        number = Decimal(str(found).replace(",", "").strip("$%"))
    except InvalidOperation as error:
        raise ValueError(f"{name}: {found!r} at {where['path']} is no number") from error
    if unit == "percent":
        return Reading(metric=metric, value=number / 100, unit="fraction")
    if unit == "fraction_fee":
        return Reading(metric=metric, value=number * 10000, unit="bps")
    return Reading(metric=metric, value=number, unit=unit)


def _follow(output: Any, path: str) -> Any:
    if path.startswith("text:"):
        match = re.search(path[len("text:") :], output)
        if match is None:
            raise KeyError(path)
        return match[1]
    if path.startswith("len("):
        return len(_follow(output, path[4:-1]))
    for key, index, quoted in _STEP.findall(path):
        output = output[int(index)] if index else output[key or quoted]
    return output
