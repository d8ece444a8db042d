"""Ranges: the first end takes the unit that only the second bears ("3–5 bps", "between 10 and 12%", "$10–12 million")."""

import re

from msgspec.structs import replace

from validators.numbers.quantity import Quantity

_SPACE = "[ \u00a0\u202f\u2009]"
_JOIN = re.compile(rf"{_SPACE}?[-–—−]{_SPACE}?|{_SPACE}(?:to|and|or){_SPACE}|{_SPACE}?/{_SPACE}?")
_LAST = re.compile(r",? (?:and|or|&) ")
_BETWEEN = re.compile(r"\b(?:between|from|either)\b[^.;]{0,12}$", re.IGNORECASE)


def _share_units(text: str, found: list[Quantity]) -> None:
    """Gives each number of a list the unit that only the last bears: "5, 10 and 20 bps"."""
    for last in range(len(found) - 1, 1, -1):
        unit = found[last]
        if unit.kind not in ("percent", "points", "basis_points") or not _LAST.fullmatch(
            text, found[last - 1].end, unit.start
        ):
            continue
        first = last - 1
        while first > 0 and _is_bare(found[first]) and text[found[first - 1].end : found[first].start] == ", ":
            first -= 1
        if first < last - 1 and all(_is_bare(each) for each in found[first:last]):
            for index in range(first, last):
                found[index] = replace(found[index], kind=unit.kind)


def _is_bare(quantity: Quantity) -> bool:
    return (
        quantity.kind in ("plain", "count") and quantity.noun is None and quantity.scale == 1 and not quantity.spelled
    )


def with_ranges(text: str, found: list[Quantity]) -> tuple[Quantity, ...]:
    """The numbers of `text`, in order, with what the ends of a range share."""
    _share_units(text, found)
    for index in range(len(found) - 1, 0, -1):
        left, right = found[index - 1], found[index]
        gap = text[left.end : right.start]
        if len(gap) > 6 or not _JOIN.fullmatch(gap):
            continue
        word = gap.strip()
        if (
            word in ("and", "or")
            and not _BETWEEN.search(text[max(0, left.start - 20) : left.start])
            and right.kind != "basis_points"
        ):
            continue
        if (
            left.kind in ("plain", "count")
            and left.noun is None
            and right.kind in ("percent", "points", "basis_points", "duration")
        ):
            found[index - 1] = replace(left, kind=right.kind, noun=right.noun)
        elif (
            left.kind in ("plain", "count", "money")
            and left.scale == 1
            and left.noun is None
            and right.scale > 1
            and right.kind in ("plain", "money", "count")
        ):
            found[index - 1] = replace(
                left, kind="money" if left.currency else right.kind, value=left.value * right.scale, step=left.step * right.scale,
                scale=right.scale, currency=left.currency or right.currency,
            )  # fmt: skip
            if left.currency:
                found[index] = replace(right, kind="money", currency=left.currency)
        elif (
            left.kind == "money"
            and right.kind in ("plain", "count")
            and right.noun is None
            and word in ("-", "–", "to")
        ):
            found[index] = replace(right, kind="money", currency=left.currency)
    return tuple(found)
