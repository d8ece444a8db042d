"""Known faults, planted at set rates into a scripted teacher's answers, so that checks can be measured."""

from collections.abc import Mapping, Sequence
from typing import Any

from curation.answer_values import Values, fill, slots
from data.identity import content_hash
from data.recipe import FaultKind

_AXES = frozenset({"fee", "trading_days", "start", "end"})


def draw(*parts: object) -> float:
    """A number in [0, 1) that depends on `parts` alone."""
    return int(content_hash(parts)[:12], 16) / 16**12


def drawn_faults(scenario_id: str, shares: Mapping[FaultKind, float], *, seed: int) -> tuple[FaultKind, ...]:
    """The faults that the shares give a scenario; the first that its answer has room for is planted."""
    return tuple(kind for kind, share in shares.items() if draw(seed, scenario_id, kind) < share)


def spoil(
    kind: FaultKind,
    text: str,
    values: Values,
    *,
    other: Values,
    results: Sequence[Mapping[str, Any]],
    pasted: str,
    key: str,
) -> str | None:
    """The answer `text` filled with `values`, with a fault of `kind`; None where this answer has no room for it.

    `other` holds the values of another run that no tool of this conversation returned; `pasted` is the boilerplate
    sentence; `key` makes the draws reproducible.
    """
    clean = fill(text, values)
    numbers = [name for name in slots(text) if _is_number(name, values)]
    target = numbers[int(draw(key, "slot") * len(numbers))] if numbers else None
    match kind:
        case "wrong_number" if target:
            factor = 1 + (0.07 + 0.33 * draw(key, "size")) * (1 if draw(key, "sign") < 0.5 else -1)
            wrong = values[target] * factor
            spoilt = fill(text, {**values, target: round(wrong) if isinstance(values[target], int) else wrong})
        case "other_run" if target and other.get(target.split(".")[-1]) is not None:
            spoilt = fill(text, {**values, target: other[target.split(".")[-1]]})
        case "stale_fee" if "fee" in slots(text):
            spoilt = fill(text, {**values, "fee": "5"})
        case "stale_fee" if "dear.fee" in slots(text):
            spoilt = fill(text, {**values, "dear.fee": values["base.fee"]})
        case "boilerplate" if values.get("kind") == "rule-based" and any("80/20" in str(each) for each in results):
            spoilt = f"{clean} {pasted}" if draw(key, "whole") < 0.5 else pasted
        case _:
            return None
    return spoilt if spoilt != clean else None


def _is_number(name: str, values: Values) -> bool:
    value = values.get(name)
    return isinstance(value, int | float) and not isinstance(value, bool) and name.split(".")[-1] not in _AXES
