"""The one operation that words name outright, on numbers told nearby: "they add up to", "half the size would have made it", "2.6 points for
every 10 bps"."""

import re
from collections.abc import Callable
from itertools import combinations, pairwise

from validators.grounding.number_match import PER_FRACTION
from validators.grounding.worked_out.chance import first_told
from validators.grounding.worked_out.named_gaps import GAPS
from validators.grounding.worked_out.named_shares import SHARES
from validators.grounding.worked_out.nearby import (
    BARE,
    MOST_BEFORE,
    Nearby,
    Results,
    beside,
    groups,
    in_unit_of,
)
from validators.grounding.worked_out.pool import room_of
from validators.grounding.worked_out.stated_beside import Stated

_CHANCE = 0.1
_MOST_COMBINED = 9
_NUMBER_WORDS = {word: place for place, word in enumerate("two three four five six seven".split(), start=2)}
_NUMBER_WORDS["both"] = 2
_SUM = re.compile(
    r"\b(?:add(?:s|ed|ing)? up|sum(?:s|med)?|together|combined|altogether|in all|in total|all told|between them|jointly|mak(?:e|es|ing) up|made up|account(?:s|ed|ing)? for"
    r"|total(?:s|l?ed|l?ing)?)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\b(?P<many>{'|'.join(_NUMBER_WORDS)})\b", re.IGNORECASE)
_SUPPOSED = re.compile(r"\b(?:would|could|might|if|had)\b", re.IGNORECASE)
_FACTORS = (
    (re.compile(r"\b(?:half|halv(?:e[sd]?|ing))\b", re.IGNORECASE), 0.5),
    (re.compile(r"\b(?:doubl(?:e[sd]?|ing)|twice)\b", re.IGNORECASE), 2.0),
    (re.compile(r"\btripl(?:e[sd]?|ing)\b", re.IGNORECASE), 3.0),
)
_PER_UNIT = re.compile(
    r"\b(?:per|for (?:each|every|one)|each|every) (?:single |extra |additional |further |added )?(?P<many>0 )?(?:basis[- ]points?|bps?|ticks?)\b",
    re.IGNORECASE,
)
_BASIS_POINTS = re.compile(r"\b(?:basis points?|bps?)\b", re.IGNORECASE)
_WON = re.compile(
    r"[ *]{1,3}(?:of them )?(?:were |was |are )?(?:winn\w+|won|profitable|positive|gain\w*|up\b|green)", re.IGNORECASE
)
_LOST = re.compile(
    r"[ *]{1,3}(?:of them )?(?:(?:were |was |are )?(?:los\w+|lost|unprofitable|negative|down\b|red\b)|(?:were|was|did|are)(?: not\b|n['’]t\b))",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r" (?:out )?of (?:the |its |all |those )*", re.IGNORECASE)
_NOUN = re.compile(r" [a-z]+")
_SIDES = ((_LOST, _WON), (_WON, _LOST))
_MOST_COUNTED = 6


def told_by_words(near: Nearby) -> str | None:
    """How the claim follows by an operation that the words around it name; None where none of them gives it, or where it could as
    well be chance."""
    for rule in _RULES:
        work = first_told(near.claim, rule(near), room_of(near.claim), _CHANCE)
        if work is not None:
            return f"{near.claim.text} = {work}"
    return None


def _converted(near: Nearby) -> Results:
    """The number right before in another unit: "1073 basis points, or 10.73%"."""
    last = beside(near)
    if last is None or near.claim.kind not in PER_FRACTION or last.quantity.kind == near.claim.kind:
        return
    if last.quantity.kind in PER_FRACTION or (last.quantity.kind == "plain" and last.quantity.step < 1):
        yield last.value * PER_FRACTION[near.claim.kind], last.quantity.text
    elif near.claim.kind == "percent" and last.quantity.kind in BARE and _BASIS_POINTS.search(near.text):
        yield last.value / 100, f"{last.quantity.text} bps"


def _sums(near: Nearby) -> Results:
    """Sums of the last numbers of a list, or of as many as the sentence counts."""
    if _SUM.search(near.sentence) is None:
        return
    many = _COUNTED.search(near.sentence)
    count = _NUMBER_WORDS[many["many"].lower()] if many else 0
    for group in groups(near.claim, near.ahead, same=True):
        values = [(in_unit_of(near.claim, each) or 0.0, each.quantity.text) for each in group]
        parts = [values[at:] for at in range(len(values) - 1)]
        if count and len(values) <= _MOST_COMBINED:
            parts += [list(part) for part in combinations(values, count)]
        for part in parts:
            yield sum(value for value, _ in part), f"sum of {', '.join(said for _, said in part)}"


def _supposed(near: Nearby) -> Results:
    """What a number told before becomes where something is halved or doubled."""
    if _SUPPOSED.search(near.sentence) is None:
        return
    factors = [factor for cue, factor in _FACTORS if cue.search(near.sentence)]
    for each in near.ahead:
        told = in_unit_of(near.claim, each)
        for factor in factors:
            if told:
                yield factor * told, f"{factor:.4g} × {each.quantity.text}"


def _slopes(near: Nearby) -> Results:
    """What a result loses for each unit of a setting: between two results and settings of the sentence, or between lines of a list."""
    unit = _PER_UNIT.search(near.sentence) if near.claim.kind in ("points", "percent") else None
    if unit is None:
        return
    own, many = [*near.own, *near.after], 1.0
    if unit["many"] and (steps := [each for each in own if each.quantity.kind == "basis_points"]):
        own.remove(steps[0])
        many = steps[0].quantity.value
    for told in (own, near.block):
        lines: dict[int, list[Stated]] = {}
        for each in told:
            lines.setdefault(each.passage, []).append(each)
        points: list[tuple[float, float, str]] = []
        for line in lines.values():
            rates = [each for each in line if each.quantity.kind in ("basis_points", "plain", "count")]
            shares = [each for each in line if each.quantity.kind == "percent"]
            few = min(len(rates), len(shares), MOST_BEFORE if told is own else 1)
            points += [
                (rate.quantity.value, share.quantity.value, share.quantity.text)
                for rate, share in zip(rates[:few], shares[:few], strict=True)
            ]
        for (x, a, one), (z, b, two) in (*pairwise(points), *([(points[0], points[-1])] if points else ())):
            if x != z:
                yield many * abs((a - b) / (x - z)), f"({one} − {two}) / {abs(x - z):.4g} × {many:.4g}"


def _others(near: Nearby) -> Results:
    """How many of those counted are none of the ones told before: "39 trades, 22 winners and 17 losers"."""
    side = next((other for cue, other in _SIDES if cue.match(near.text, near.claim.end)), None)
    if side is None or near.claim.kind not in BARE:
        return
    counted = [each for each in near.ahead if each.quantity.kind in BARE and each.quantity.step == 1]
    parts = [each for each in counted if side.match(near.text, each.quantity.end)]
    for whole, part in pairwise(counted):  # "50 of the 83 trades were winners"
        noun = _NOUN.match(near.text, whole.quantity.end)
        if (
            noun
            and side.match(near.text, noun.end())
            and _OF_THEM.fullmatch(near.between(part.quantity, whole.quantity))
        ):
            parts.append(part)
    for part in parts[:1]:
        for whole in counted[:_MOST_COUNTED]:
            if whole is not part and whole.value > part.value:
                yield whole.value - part.value, f"{whole.quantity.text} − {part.quantity.text}"


_RULES: tuple[Callable[[Nearby], Results], ...] = (
 _converted, *SHARES, _sums, *GAPS, _supposed, _slopes, _others,
)  # fmt: skip
