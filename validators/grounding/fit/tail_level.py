"""The level that a value at risk or an expected shortfall is told and held at: the 95 of "95% VaR" and of {"95": {"var": 0.02}}."""

import re
from collections.abc import Iterable

from validators.grounding.tools.number import ToolNumber

_TAILS = frozenset({"var", "cvar"})
_HELD = re.compile(
    r"(?:p|q|var|cvar|es)?_?(?:0?\.(9\d{0,2})|(9\d(?:\.\d{1,2})?))(?: ?%|_?pct|th)?(?:_?(?:1_?d(?:ay)?|daily|day))?",
    re.IGNORECASE,
)
_LAST_KEY = re.compile(r"[.\"](\w+)(?:\"\])?\Z")
_LEVEL = r"(9\d(?:\.\d{1,2})?)(?:th\b|[ -]?(?:%|percent\b|per cent\b))"
_TOLD = re.compile(rf"(?<![\d.,$€£]){_LEVEL}")
_AT = re.compile(rf"%?[ ](?:at|for|with) (?:the |a )?{_LEVEL}")


def level_of(number: ToolNumber) -> float | None:
    """The level of a number, in percent; None where its place tells none."""
    if number.measured not in _TAILS:
        return None
    key = _LAST_KEY.search(number.source)
    names = (*number.scope.values(), key[1] if key is not None else "")
    held = (match for name in names if (match := _HELD.fullmatch(name)) is not None)
    return next((float(match[2]) if match[2] else float(f"0.{match[1]}") * 100 for match in held), None)


def levels_of(numbers: Iterable[ToolNumber]) -> frozenset[float]:
    return frozenset(level for number in numbers if (level := level_of(number)) is not None)


def told_level(written: str, told: str) -> float | None:
    """The level that a sentence tells of a number written as `told`: right behind it, the last before it, or else the first behind."""
    before, _, after = written.partition(told)
    *_, last = (None, *_TOLD.finditer(before))
    level = _AT.match(after) or last or _TOLD.search(after)
    return None if level is None else float(level[1])
