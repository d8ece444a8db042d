"""What an answer speaks of: one tool output or two, with the readings that a sentence may use."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from typing import Any

from curation.faults.coincidence import Ground
from curation.faults.filled_sentence import FilledSentence, fill, needs_hold
from curation.faults.templates import Sentence, Slot, Truths
from curation.faults.tool_output import Reading, ToolOutput, numbers_of
from curation.faults.written_number import Unfit

_SIZES = ((0, 10), (10, 31), (31, 130), (130, 1000))
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{4}-\d{2}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """`entity` is what tells runs a and b apart: model, ticker, fee or year; None for one run."""

    outputs: tuple[ToolOutput, ...]
    readings: Mapping[str, Reading]
    entity: str | None

    @property
    def model(self) -> str:
        """The strategy asked about; "" where the outputs name none."""
        reading = self.readings.get("model") or self.readings.get("a.model")
        return str(reading.value) if reading else str(self.outputs[0].arguments.get("model", ""))

    @property
    def scope(self) -> str:
        """Which questions suit it (questions.jsonl)."""
        if self.entity:
            return self.entity
        return {"what_if_run": "what_if", "lists": "lists"}.get(self.outputs[0].shape, "single")

    def ground(self, question: str) -> Ground:
        numbers: list[Decimal] = list(numbers_of(question))
        texts = [question]
        for output in self.outputs:
            numbers += [*numbers_of(output.output), *numbers_of(dict(output.arguments))]
            texts += [output.content, str(output.arguments)]
        days = {day if len(day) == 10 else f"{day}-01" for text in texts for day in _DAY.findall(text)}
        return Ground(numbers=tuple(set(numbers)), dates=tuple(sorted(days)), readings=self.readings)


def single_context(output: ToolOutput) -> Context:
    return Context(outputs=(output,), readings=output.readings, entity=output.entity)


def paired_context(first: ToolOutput, second: ToolOutput) -> Context:
    """Two runs of different strategies, from two calls."""
    readings = {
        f"{run}.{name}": reading
        for run, output in (("a", first), ("b", second))
        for name, reading in output.readings.items()
    }
    return Context(outputs=(first, second), readings=readings, entity="model")


def draw_context(sentence: Sentence, outputs: tuple[ToolOutput, ...], rng: Random) -> Context | None:
    """One output that holds what the sentence speaks of, or (a fifth of the time) two single runs of different strategies.

    Half of the single draws first choose a size (numbers in the output), so that long outputs are not rare. None where there is no
    such output.
    """
    names = {name for slot in sentence.slots for name in slot.names}
    if rng.random() < 0.2:
        runs = [each for each in outputs if each.entity is None and {"model", "cagr"} <= set(each.readings)]
        first, second = rng.sample(runs, 2)
        pair = paired_context(first, second)
        if first.readings["model"] != second.readings["model"] and _holds(names, pair.readings):
            return pair
    held = [each for each in outputs if _holds(names, each.readings)]
    if not held:
        return None
    if rng.random() < 0.5:
        sizes = [sized for low, high in _SIZES if (sized := [each for each in held if low <= each.size < high])]
        held = rng.choice(sizes)
    return single_context(rng.choice(held))


def _holds(names: set[str], readings: Mapping[str, Reading]) -> bool:
    return names <= set(readings) or {f"a.{name}" for name in names} <= set(readings)


def fitting(
    sentence: Sentence, context: Context, truths: Truths, rng: Random, *, flip: str | None = None
) -> FilledSentence | None:
    """The sentence filled from the context, None where it cannot be, or would not be true.

    A sentence about one run is told of one of two where it names what tells them apart. `flip` breaks needs on purpose
    (see `needs_hold`).
    """
    names = {name for slot in sentence.slots for name in slot.names}
    run: str | None = None
    if any(name.startswith(("a.", "b.")) for name in names):
        for side in ("a", "b"):
            used = any(name.startswith(f"{side}.") for name in names)
            if used and f"{side}.{context.entity}" not in names:
                return None
    elif context.entity in ("model", "ticker") and context.entity in names:
        if any(slot.operation for slot in sentence.slots):
            return None
        run = rng.choice("ab")
    elif context.entity and not ({"year"} & names and context.entity == "year"):
        return None
    pieces = tuple(_piece(piece, run, turned=flip == "*") for piece in sentence.pieces)
    if not needs_hold(sentence, context.readings, flip=flip, run=run) or not _fee_suits(sentence, context, truths, run):
        return None
    try:
        return fill(sentence, context.readings, pieces=pieces)
    except (KeyError, Unfit):
        return None


def _piece(piece: str | Slot, run: str | None, *, turned: bool) -> str | Slot:
    """A slot told of `run`; a difference told the wrong way round (`turned`) is written as a magnitude."""
    if isinstance(piece, str):
        return piece
    if turned and piece.operation in ("diff", "pctchange"):
        return replace(piece, operation=f"abs{piece.operation}")
    return piece.lifted(run) if run else piece


def _fee_suits(sentence: Sentence, context: Context, truths: Truths, run: str | None) -> bool:
    """A fee named as the run's own must be the documented one; a what-if's must not be."""
    marks = set(sentence.marks) & {"fee_as_documented", "fee_differs"}
    if not marks:
        return True
    name = f"{run}.fee" if run else "fee"
    model: Any = context.readings.get(f"{run}.model" if run else "model")
    if name not in context.readings or model is None:
        return False
    documented = Decimal(str(truths.fees[str(model.value)]))
    return (context.readings[name].value == documented) == ("fee_as_documented" in marks)
