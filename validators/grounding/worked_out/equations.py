"""Arithmetic that the answer itself writes out ("10 / 16 = 0.625", "1.04 minus 0.97 is 7 points", "13 bps (10 for the exchange and 3 of slippage)"),
and what everyday words do with a number told before: a round trip, a part per unit, equal parts."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

from validators.grounding.number_match import PER_FRACTION, agrees, widest
from validators.grounding.worked_out.chance import first_told
from validators.grounding.worked_out.stated_beside import Stated
from validators.numbers.quantity import Quantity

_NOUNS = r"(?:[ -][a-z%]+){0,4}?"
_OPERATIONS: tuple[tuple[re.Pattern[str], Callable[[float, float], float]], ...] = tuple(
    (re.compile(rf"{_NOUNS} ?(?:{words}) ?[$€£(]?", re.IGNORECASE), work)
    for words, work in (
        (r"minus|less|[−–-](?= )|- (?=[$€£\d])", lambda a, b: a - b),
        (r"plus|\+|and(?= [^.;]{0,60}(?:add up|together|sum|in all))", lambda a, b: a + b),
        (r"times|multiplied by|[×*·]|x(?= )", lambda a, b: a * b),
        (r"divided by|over|[/÷]|:(?= )", lambda a, b: a / b if b else 0.0),
    )
)
_EQUALS = re.compile(
    rf"{_NOUNS}(?: ?[)=≈→:]{{1,3}}|,? (?:that )?(?:is|are|makes?|gives?|equals?|comes? (?:out )?(?:to|at)|yields?|leaves?|works? out (?:at|to)|or|i\.e\.,?)) ?"
    r"(?:about |roughly |some |around |just |only |approximately |nearly )?[$€£~(]?",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[^.;()\d]{0,20}[(:](?: ?[a-z][a-z '’-]{0,24})? ?[$€£]?", re.IGNORECASE)
_ENDS = re.compile(r"[^()\n]*?(?:\)|[.;](?= |$|\n)|$|\n)")
_AND = re.compile(r"[^.;()\d]{0,40}(?:,|\band\b|\bplus\b|\+)[^.;()\d]{0,20}$", re.IGNORECASE)
_ROUND_TRIP = re.compile(
    r"\bround[- ]trips?\b|\b(?:both|two) (?:sides|ways|legs)\b|\bin and out\b|\b(?:on|for|in) (?:each|either|every) (?:side|way|direction|leg)\b",
    re.IGNORECASE,
)
_FILLS = re.compile(r"\b(?P<many>four|six|eight) (?:fills|trades|orders|sides|legs)\b", re.IGNORECASE)
_MANY = {"four": 4, "six": 6, "eight": 8}
_PER_POINT = re.compile(
    r"\b(?:per|for (?:each|every|one)|each|every|an?) (?:single |extra |additional |further |added )?(?:basis[- ]point|bps?|bp)\b",
    re.IGNORECASE,
)
_EQUAL_PARTS = re.compile(
    r"\b(?:per|each|every|equal\w*) ?(?:name|position|stock|share|holding|ticker|slot|asset|coin|fund|weight\w*|parts?)?\b",
    re.IGNORECASE,
)
_NEAR = 60
_CHANCE = 0.15
_MOST = 12


def written_out(text: str, claim: Quantity, told: Sequence[Quantity]) -> str | None:
    """How `claim` follows by arithmetic that `text` writes out right before it, or as the sum of what a bracket behind it lists; `told`
    are the numbers of the text in order."""
    before = [each for each in told if each.end <= claim.start]
    if len(before) > 1:
        left, right = before[-2:]
        between, equals = text[left.end : right.start], text[right.end : claim.start]
        for pattern, work in _OPERATIONS if _EQUALS.fullmatch(equals) else ():
            if pattern.fullmatch(between) and _is_result(claim, work, left, right):
                return f"{claim.text} = {left.text}{between}{right.text}"
    after = [each for each in told if each.start >= claim.end]
    if len(after) > 1 and _BRACKET.fullmatch(text, claim.end, after[0].start):
        end = _ENDS.match(text, after[0].start)
        parts = [each for each in after if end is None or each.end <= end.end()]
        alike = all(each.kind in (claim.kind, "plain", "count") and each.scale == claim.scale for each in parts)
        joined = any(_AND.search(text[one.end : two.start]) for one, two in pairwise(parts))
        total = sum(abs(each.value) for each in parts)
        if len(parts) > 1 and alike and joined and agrees(claim, total):
            return f"{claim.text} = sum of {', '.join(each.text for each in parts)}"
    return None


def _is_result(claim: Quantity, work: Callable[[float, float], float], left: Quantity, right: Quantity) -> bool:
    """Whether the work on the two numbers, as they stand or as shares of one, is the claim."""
    per = PER_FRACTION.get(claim.kind, 1.0)
    for first in {left.value, left.value / PER_FRACTION.get(left.kind, 1.0)}:
        for second in {right.value, right.value / PER_FRACTION.get(right.kind, 1.0)}:
            result = work(first, second)
            if agrees(claim, result) or (per != 1 and agrees(claim, result * per)):
                return True
    return False


def in_everyday_words(text: str, claim: Quantity, near: Sequence[Stated]) -> str | None:
    """How `claim` follows from a number stated near by a round trip, as a part per basis point, or as one of equal parts."""
    results = list(_results(text, claim, near[:_MOST]))
    return first_told(claim, results, widest(claim), _CHANCE)


def of_stake(
    claim: Quantity, stakes: Sequence[float], own: Sequence[Stated], levels: Sequence[tuple[float, str]]
) -> str | None:
    """How a sum of money follows from a round one that the answer or the question supposes: as a share of it that is stated beside, as what it
    becomes by that share, or as the level that it would have had; `levels` are levels over the capital that they began with."""
    if claim.kind != "money":
        return None
    shares = [each for each in own if each.quantity.kind in ("percent", "basis_points")]
    results = [
        (stake * part, f"{claim.text} = {stake:.10g} × {each.quantity.text}")
        for stake in stakes
        for each in shares
        for part in (each.value, 1 + each.value)
    ]
    found = first_told(claim, results, widest(claim), _CHANCE)
    if found is not None:
        return found
    grown = [(stake * level, f"{claim.text} = {stake:.10g} × {said}") for stake in stakes for level, said in levels]
    return first_told(claim, grown, widest(claim), _CHANCE)


def _results(text: str, claim: Quantity, near: Sequence[Stated]) -> Iterator[tuple[float, str]]:
    per = PER_FRACTION.get(claim.kind)
    if per is None:
        return
    around = text[max(0, claim.start - _NEAR) : claim.end + _NEAR]
    if _ROUND_TRIP.search(around):
        fills = _FILLS.search(text)
        times = _MANY[fills["many"].lower()] if fills is not None else 2
        for each in near:
            if each.quantity.kind == claim.kind and not each.quantity.sign:
                yield times * each.quantity.value, f"{claim.text} = {times} × {each.quantity.text}"
    if claim.kind in ("points", "percent") and _PER_POINT.search(around):
        rates = [
            (abs(each.quantity.value), each.quantity.text)
            for each in near
            if each.quantity.kind in ("basis_points", "plain", "count")
        ]
        spans = [(abs(a - b), f"{one} to {two}") for (a, one), (b, two) in combinations(rates, 2)]
        for each in near:
            if each.quantity.kind in ("points", "percent"):
                for rate, said in (*rates, *spans):
                    if rate:
                        yield abs(each.quantity.value) / rate, f"{claim.text} = {each.quantity.text} / {said}"
    if claim.kind == "percent" and _EQUAL_PARTS.search(around):
        for each in near:
            if each.quantity.kind == "count" and each.quantity.value > 1:
                yield per / each.quantity.value, f"{claim.text} = one of {each.quantity.text}"
