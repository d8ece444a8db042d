"""The number scanner on the specifications of Microsoft's Recognizers-Text (MIT), English: is each number read, and as what?

    python tests/validators/recognizers_benchmark.py Recognizers-Text/Specs

A number is read right where a quantity overlaps its span with its value and kind. Dates are those told in full, with a year of four
figures; the specification's other dates ("next Tuesday") state no figures that a tool could have returned.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import isclose
from pathlib import Path
from typing import Any

from validators.numbers.quantity import Quantity
from validators.numbers.scan import quantities

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A number of a specification: `value` a float, or (year, month, day)."""

    start: int
    end: int
    value: float | tuple[int, ...]


def numbers(spec: dict[str, Any]) -> Iterator[Expected]:
    for found in spec["Results"]:
        resolution = found.get("Resolution") or {}
        text = str(resolution.get("value", "")).removesuffix("%").replace(",", "")
        if re.fullmatch(r"-?\d+(?:\.\d+)?(?:E[+-]?\d+)?", text):
            per = 100 if resolution.get("unit") in ("Cent", "Pence", "Penny") else 1  # a quantity is in the main unit
            yield Expected(start=found["Start"], end=found["End"] + 1, value=float(text) / per)


def dates(spec: dict[str, Any]) -> Iterator[Expected]:
    for found in spec["Results"]:
        values = (found.get("Resolution") or {}).get("values") or []
        told = {_DATE.fullmatch(str(each.get("value", ""))) for each in values}
        date = told.pop() if len(told) == 1 else None
        if found.get("TypeName") == "datetimeV2.date" and date and date.group(1) in found["Text"]:
            yield Expected(start=found["Start"], end=found["End"] + 1, value=tuple(int(part) for part in date.groups()))


MODELS = {
    "numbers": ("Number/English/NumberModel.json", numbers, None),
    "percentages": ("Number/English/PercentModel.json", numbers, ("percent", "points")),
    "money": ("NumberWithUnit/English/CurrencyModel.json", numbers, ("money",)),
    "dates": ("DateTime/English/DateTimeModel.json", dates, ("date",)),
}


def verdict(expected: Expected, found: tuple[Quantity, ...], kinds: tuple[str, ...] | None) -> str:
    over = [each for each in found if each.start < expected.end and expected.start < each.end]
    if not over:
        return "not read"
    right = [each for each in over if _equals(each, expected.value) and (kinds is None or each.kind in kinds)]
    return "right" if right else "otherwise"


def _equals(quantity: Quantity, value: float | tuple[int, ...]) -> bool:
    if isinstance(value, tuple):
        return any((each.year, each.month, each.day) == value for each in quantity.readings)
    return any(isclose(told, value, rel_tol=1e-9, abs_tol=1e-9) for told in (quantity.value, *quantity.parts))


def measure(specs: Path) -> tuple[dict[str, Counter[str]], list[str]]:
    """(verdicts by model, the numbers that were not read right)."""
    counts, missed = defaultdict[str, Counter[str]](Counter), []
    for name, (file, read, kinds) in MODELS.items():
        for spec in json.loads((specs / file).read_text(encoding="utf-8-sig")):
            found = quantities(spec["Input"])
            for expected in read(spec):
                result = verdict(expected, found, kinds)
                counts[name][result] += 1
                if result != "right":
                    text = spec["Input"]
                    told = [(each.text, each.kind, each.value) for each in found]
                    missed.append(f"{name}: {result}: {text[expected.start : expected.end]!r} in {text!r}: {told}")
    return counts, missed


if __name__ == "__main__":
    counts, missed = measure(Path(sys.argv[1]))
    for name, count in counts.items():
        told = ", ".join(f"{verdict} {many}" for verdict, many in count.most_common())
        print(f"{name:12} {count['right'] / count.total():.1%} of {count.total()} read right ({told})")
    print(*missed, sep="\n")
