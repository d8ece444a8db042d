"""Numbers that an answer worked out from two tool numbers: of one metric, or of two that its sentence names or states."""

from collections.abc import Iterator
from dataclasses import dataclass

from validators.grounding.answer.implied_metric import implied
from validators.grounding.number_match import agrees, widest
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import COSTS, MOST_MEANT, RETURNS
from validators.grounding.tools.vocabulary.metrics import measure_of
from validators.grounding.worked_out.arithmetic import Operation, arithmetic, results
from validators.grounding.worked_out.capital_multiple import grown
from validators.grounding.worked_out.chance import is_by_chance, is_near
from validators.grounding.worked_out.derivation_cue import is_only_a_difference, is_set_apart, operations
from validators.grounding.worked_out.operand import Asked, Pair
from validators.grounding.worked_out.operand_order import in_order, is_from_base, is_from_start, is_of_whole, is_over
from validators.grounding.worked_out.operands import Operands
from validators.grounding.worked_out.result_metric import Wording, result_of
from validators.numbers.quantity import Quantity

_ENDS = frozenset({"final_equity", "initial_capital", "profit"})  # of which tools tell by many keys
_APART = ("difference", "percent change", "ratio")  # what sets one number above another
_POOLED = ("average", "sum")  # of all that there are
_DIVIDED = ("ratio", "share")
_ORDERED = ("difference", "percent change")
# How many of the results that could stand in a wrong number's place may agree with it by chance, on average.
_CHANCE, _CHANCE_UNCUED = 0.1, 0.03
_MEASURES = {
    "points": ("share",), "basis_points": ("share",), "percent": ("share", "money", "count", "ratio", "time"),
    "fraction": ("share", "money", "count"), "money": ("money",), "duration": ("time",), "count": ("count", "time"),
    "plain": ("ratio", "count", "share", "money"), "multiple": ("money", "count", "share", "ratio", "time"),
}  # fmt: skip
# What may join two numbers that a sentence states or names outright, whatever its words for it; an average has to be said.
_ANY: dict[str, tuple[Operation, ...]] = {
    "percent": ("percent change", "share", "difference"), "fraction": ("share",), "money": ("difference", "sum", "ratio"),
    "points": ("difference",), "basis_points": ("difference",), "plain": ("ratio", "difference", "sum"),
    "count": ("difference", "sum"), "duration": ("difference", "sum"), "multiple": ("ratio",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Derivation:
    """`text` is the arithmetic: "difference: 1.9 points = 0.0918 (call_1 $.cagr) − 0.0729 (call_0 $.cagr)"; `operands` what it uses.
    `reversed` is set where the sentence tells the lower one as the higher; `result` are the names that its result has in an account."""

    text: str
    operands: tuple[ToolNumber, ...]
    reversed: bool = False
    result: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Tier:
    """Pairs of operands with the operations that may join them. `pinned`: the sentence names or states these very pairs."""

    pairs: list[Pair]
    operations: tuple[Operation, ...]
    chance: float = _CHANCE
    pinned: bool = False


def derive(
    text: str,
    claim: Quantity,
    stated: list[Pair],
    alongside: list[Pair],
    asked: Asked,
    operands: Operands,
    wording: Wording,
    *,
    only_cued: bool,
) -> Derivation | None:
    """How `claim`, at its place in its sentence `text`, follows from two tool numbers; `stated` are pairs of those that the answer
    states beside it, `alongside` of what else stands in their records, `wording` says what its result may be. `only_cued`: a word must select the operation, since a tool returned the number for something else.

    One that the sentence tells the other way round is given where there is no other. None where no operation that the wording allows gives it, or where it could as well be chance: too many results lie near it.
    """
    multiple = grown(text, claim, asked, operands)
    if multiple is not None:
        return Derivation(*multiple)
    tried: list[tuple[float, Pair]] = []
    other_way: Derivation | None = None
    turned: set[frozenset[float]] = set()
    cued = operations(text, claim)
    for tier in _tiers(text, claim, stated, alongside, asked, operands, only_cued=only_cued):
        near: list[tuple[float, Pair]] = []
        found: tuple[Operation, Pair, float, float] | None = None
        for pair in tier.pairs:
            for operation in tier.operations:
                if operation in _POOLED and not operands.are_all(pair, asked):
                    continue
                for x, y, result in results(operation, claim, *pair):
                    if operation in _DIVIDED and not is_of_whole(pair, x, asked):
                        continue
                    over = operation not in _DIVIDED or is_over(text, claim, pair, x, asked)
                    if operation == "percent change" and not (
                        is_from_start(text, claim, pair, y) and (min(x, y) <= 0 or is_from_base(text, claim, x - y))
                    ):
                        if (tier.pinned or tier.pairs is stated) and agrees(claim, result):
                            other_way = _other_way(claim, pair, operation, x, y)
                        continue
                    values = frozenset((pair[0].value, pair[1].value))
                    if agrees(claim, result) and (
                        values in turned or not (over and (operation not in _ORDERED or in_order(*pair, asked)))
                    ):
                        turned.add(values)  # nor do the same two numbers give it by other keys
                        other_way = _other_way(claim, pair, operation, x, y)
                    elif not over:
                        continue
                    elif agrees(claim, result):
                        turned_to = pair if x in (pair[0].value, pair[0].told) else (pair[1], pair[0])
                        if found is None and wording.allows(operation, *turned_to, cued=operation in cued):
                            found = (operation, pair, x, y)
                    elif is_near(claim, result):
                        near.append((result, pair))
        if found is not None and _surprising(claim, found[1], near if tier.pinned else [*tried, *near], tier.chance):
            operation, pair, x, y = found
            left, right = (each.number for each in pair)
            named = result_of(operation, left.measured, right.measured)
            return Derivation(arithmetic(operation, claim, pair, x, y), (left, right), result=named)
        tried += near
    return other_way


def _other_way(claim: Quantity, pair: Pair, operation: Operation, x: float, y: float) -> Derivation:
    numbers = pair[0].number, pair[1].number
    return Derivation(arithmetic(operation, claim, pair, x, y), numbers, reversed=True)


def _tiers(
    text: str,
    claim: Quantity,
    stated: list[Pair],
    alongside: list[Pair],
    asked: Asked,
    operands: Operands,
    *,
    only_cued: bool,
) -> Iterator[_Tier]:
    """Pairs of operands, the surest first, with the operations that may join them and the chance that is allowed for."""
    cued, free = operations(text, claim), _ANY.get(claim.kind, ())
    if only_cued or is_only_a_difference(text):
        free = tuple(each for each in free if each == "difference" and (asked.among or not only_cued))
    if is_set_apart(text, claim.end):
        cued, free = (tuple(each for each in held if each in _APART) for held in (cued, free))
    measures = _MEASURES.get(claim.kind, ())
    beside = () if only_cued else free
    if cued:
        yield _Tier(stated, cued)
    yield _Tier(stated, beside, _CHANCE_UNCUED)
    named_apart = dict.fromkeys(asked.metrics)  # a metric named again makes no further pair
    exact = [means for means in named_apart if len(means) <= MOST_MEANT and not means & operands.settings]
    said: frozenset[str] = frozenset().union(*exact)
    named = operands.held(said if exact else frozenset().union(*asked.metrics))
    bound = operands.held(asked.bound) if asked.metrics and (not exact or asked.bound & said) else frozenset()
    if claim.kind == "basis_points" and "difference" in cued and asked.bound <= COSTS:
        changed = asked.bound & operands.settings  # "fees rise by 6 bps and the Sharpe drops by 0.2"
        yield _Tier(operands.of_metrics(asked, frozenset(filter(None, changed))), ("difference",), pinned=True)
    if any("calmar" in means for means in exact):
        exact = [*exact, frozenset({"cagr"}), frozenset({"max_drawdown"})]  # of which it is made
    loosely = any(len(means) > MOST_MEANT and "cagr" in means for means in asked.metrics)
    if loosely and len(exact) == 1 and cued[:1] == ("ratio",) and exact[0].isdisjoint(RETURNS):
        exact = [*exact, RETURNS]  # "return per unit of volatility"
    explicit = [(one, two) for at, one in enumerate(exact) for two in exact[at + 1 :] if one.isdisjoint(two)]
    kin = operands.kin(explicit)
    if cued:
        yield _Tier(operands.of_metrics(asked, bound), cued, pinned=True)
        yield _Tier(operands.of_metrics(asked, named), cued, pinned=True)
        yield _Tier(operands.of_two(asked, kin), cued, pinned=True)
        if claim.kind != "basis_points":
            told = [pair for pair in alongside if in_order(*pair, asked)]
            yield _Tier(told, tuple(each for each in cued if each in _ORDERED), pinned=True)
        yield _Tier(operands.of_two(asked, [*explicit, *operands.families(None, named)]), cued)
    years = len(set(asked.times)) == 2 and all(each.month is None for each in asked.times)
    if asked.among or years:
        yield _Tier(operands.of_metrics(asked, named), free, _CHANCE_UNCUED, pinned=True)
    yield _Tier(operands.of_two(asked, [*kin, *explicit]), beside, _CHANCE_UNCUED, pinned=True)
    meant = operands.held(implied(text, claim.kind))
    wholes = operands.of_two(asked, operands.families(None, meant | said, whole=True))
    if (asked.among or years) and cued:
        yield _Tier(operands.of_metrics(asked, meant), cued)
    if cued and not only_cued:
        yield _Tier(wholes, cued)
    if asked.among:
        yield _Tier(operands.of_metrics(asked, meant), beside, _CHANCE_UNCUED)
    yield _Tier(wholes, beside, _CHANCE_UNCUED)
    if not cued:
        return
    named_fully = any(measure_of(name) in measures for name in said - _ENDS)
    comparable = operands.comparable((*measures, "any"), named=named_fully)
    likely = named | bound
    if claim.kind == "money":
        yield _Tier(operands.of_metrics(asked, comparable), cued)
    if not likely:
        yield _Tier(operands.of_metrics(asked, operands.held(asked.before | asked.bound)), cued)
        for measure in measures:
            yield _Tier(operands.of_two(asked, operands.families(measure, frozenset())), cued)
        yield _Tier(operands.of_places(asked), cued)
        yield _Tier(operands.of_metrics(asked, comparable), cued)
    yield _Tier(operands.unread(asked, likely or comparable, named=bool(likely)), cued, _CHANCE_UNCUED)


def _surprising(claim: Quantity, found: Pair, tried: list[tuple[float, Pair]], chance: float) -> bool:
    """Whether a wrong number would hardly have agreed: few results of other pairs lie near the number, for its precision."""
    others = [result for result, pair in tried if pair != found]
    return not is_by_chance(claim, others, widest(claim), chance)
