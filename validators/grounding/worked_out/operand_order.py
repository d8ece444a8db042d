"""Whether the operands of a comparison stand as its words say: the greater is of the thing set above the other."""

import re
from collections.abc import Mapping, Sequence

from validators.grounding.answer.compared import METRIC
from validators.grounding.answer.mentions import Mention
from validators.grounding.number_match import Telling
from validators.grounding.tools.number import KEYED, MAIN
from validators.grounding.tools.vocabulary.metric_vocabulary import MONEY_ENDS, MOST_MEANT
from validators.grounding.tools.vocabulary.metrics import METRICS, is_loss
from validators.grounding.worked_out.operand import Asked, Operand
from validators.numbers.quantity import Quantity

_RISKS = frozenset({"volatility", "downside_deviation", "tracking_error", "fee", "beta", "drawdown_duration"})

_SIDE = re.compile(
    r"[ *]{1,4}(?:of (?:(?:the|its|your|that|this|their|our) )?(?!gain|profit|growth|loss|damage)(?:[a-z]{3,9} )?[a-z]{2,10} )?(?:(?:that|which|is|was|are|were|has|have|had|been|got|gets|goes|went|simply|just) ){0,3}"
    r"(?:(?P<above>above|over(?! (?:the|this|its|our) (?:whole|full|entire|window|period|stretch|test|sample|run|backtest|years?)\b)|more|higher|ahead|up|in excess|richer|better|wealthier|heavier|fatter|on top|to the good|in profit|in the black|gained|added|earned|won|made|extra|of (?:gain|profit|growth))"
    r"|(?P<below>below|beneath|under|less|lower|short|shy|behind|down|poorer|worse|lighter|thinner|slimmer|to the bad|out of pocket|in the red|lost|gone|missing|shed|vanish(?:es|ed)|evaporat(?:es|ed)|melted|wiped"
    r"|destroyed|eaten|erased|burnt|burned|of (?:loss|damage)))\b",
    re.IGNORECASE,
)


_OF_WHOLE = re.compile(r" of (?:(?:the|its|your|their|all|that|total|net|gross|whole|entire) ){0,3}", re.IGNORECASE)
_SIDES_OF_TRADES = {"winning_trades", "losing_trades"}
_AS_MUCH_AS = re.compile(r"\s(?:as \w+ as|that of)\b", re.IGNORECASE)


def side_of(text: str, end: int) -> Telling | None:
    """Whether the words after a number of a sentence, at `end`, set it above something or below."""
    found = _SIDE.match(text, end)
    if found is None:
        return None
    return "gain" if found["above"] else "loss"


def in_order(left: Operand, right: Operand, asked: Asked) -> bool:
    """Whether the greater of two operands is of the thing that the sentence sets above the other, as far as both are known; what
    grew ends above its start."""
    metrics = {each.number.measured: each for each in (left, right)}
    if asked.telling is not None and metrics.keys() == MONEY_ENDS:
        lost = metrics["final_equity"].value < metrics["initial_capital"].value
        if lost != (asked.telling == "loss"):
            return False
    told_higher = asked.higher(left.number, right.number)
    if told_higher is not None:
        return left.value >= right.value if told_higher is left.number else right.value >= left.value
    for dimension, order in asked.compared.items():
        unnamed = MAIN if dimension.startswith(KEYED) else None
        sides = [
            (each.number.measured if dimension == METRIC else each.number.scope.get(dimension, unnamed), each)
            for each in (left, right)
        ]
        high = [each for name, each in sides if _is_side(name, order.higher, order.lower)]
        low = [each for name, each in sides if _is_side(name, order.lower, order.higher)]
        if len(high) != 1 or len(low) != 1 or high[0] is low[0]:
            continue
        risk = is_loss(left.number.metric) or left.number.measured in _RISKS
        lost = order.lost and max(high[0].value, low[0].value) < 0
        if not (order.outdone and risk) and (high[0].value < low[0].value) != lost:
            return False
    return True


_OF_ANOTHER = re.compile(
    r" (?:as \w+ as|(?:of )?that (?:of|for|in|on)|(?:of |as \w+ )?(?:the )?(?:[a-z-]{2,16} ){1,4}(?:of|for|in|on|as))[ *`'\"“]{1,3}",
    re.IGNORECASE,
)


def divisors(text: str, end: int, things: Mapping[str, Sequence[Mention]]) -> dict[str, frozenset[str]]:
    """The things of whose number one at `end` is a part or a multiple: "40% of the volatility of B", "1.2 times that of B"."""
    return {
        dimension: mention.means
        for dimension, mentions in things.items()
        for mention in mentions
        if mention.start >= end and _OF_ANOTHER.fullmatch(text, end, mention.start)
    }


def whole_of(text: str, end: int, mentions: Sequence[Mention]) -> frozenset[str]:
    """The metrics that words right behind a number, at `end`, may mean as what it is a part of: "4% of the profit"."""
    named = (each.means for each in mentions if each.start >= end and _OF_WHOLE.fullmatch(text, end, each.start))
    whole: frozenset[str] = next((means for means in named if len(means) <= MOST_MEANT), frozenset())
    return whole | {"trades"} if whole & _SIDES_OF_TRADES else whole  # "66% of the trades lost"


def is_of_whole(pair: tuple[Operand, Operand], upper: float, asked: Asked) -> bool:
    """Whether the number by which `upper` is divided is of the metric of which the words make it a part."""
    left, right = pair
    below = right if abs(left.value) == abs(upper) else left
    return not asked.whole or below.number.measured not in METRICS or below.number.measured in asked.whole


def is_over(text: str, claim: Quantity, pair: tuple[Operand, Operand], upper: float, asked: Asked) -> bool:
    """Whether the number that a ratio divides, `upper`, is of the thing of which it is said: "A trades 1.5x as often as B"."""
    left, right = pair
    above, below = (left, right) if abs(left.value) == abs(upper) else (right, left)
    for dimension, names in asked.against.items():
        sides = [
            each.number.scope.get(dimension, MAIN if dimension.startswith(KEYED) else None) for each in (above, below)
        ]
        if sides[0] in names and sides[1] is not None and sides[1] not in names:
            return False
    if not _is_divided(text, claim, above, below, asked):
        return False
    if asked.against or _AS_MUCH_AS.match(text, claim.end) is None:
        return True
    for dimension, names in asked.names.items():
        held = {each.number.scope.get(dimension) for each in pair}
        if len(held) == 2 and None not in held and len(held & names) == 1:
            return above.number.scope[dimension] in names
    return True


_DIVIDED = re.compile(
    r"\bdivided by\b|÷|0\S{0,2} over (?:(?!(?:and|with|but|while|of|at)\b)[a-z]+ ){1,5}(?:(?:of|at) )?\W{0,2}0|\bover (?:(?:an?|the|its|max|maximum|worst|deepest) ){0,3}(?:drawdown|volatility|vol|fall)\b",
    re.IGNORECASE,
)


def _is_divided(text: str, claim: Quantity, above: Operand, below: Operand, asked: Asked) -> bool:
    """Whether a ratio stands as it is written before it: "CAGR 9% over a drawdown of 20% gives"."""
    if _DIVIDED.search(text, 0, claim.start) is None:
        return True
    first, second = (
        max((at for at, means in enumerate(asked.metrics) if each.number.measured in means), default=None)
        for each in (above, below)
    )
    return first is None or second is None or first <= second


_ABOUT = r"(?:about |around |roughly |some |only |just |over |nearly |almost |a |as much as )?\W?"
_HEDGE = rf"(?:by )?{_ABOUT}(?:0\S*(?: [a-z]+)?,? (?:or|which is|that is|i\.e\.) {_ABOUT})?$"
_GROWN_BY = re.compile(
    rf"\b(?:(?:increase|rise|jump|growth|surge|gain) of|grew|grows|rose|rises|increase[sd]?|gain(?:s|ed)|climb(?:s|ed)|jump(?:s|ed)|(?:is|are|was|were) up) {_HEDGE}",
    re.IGNORECASE,
)
_GROWN = re.compile(
    r"[ *]{1,3}(?:increase|rise|jump|more|higher|larger|greater|bigger|longer|dearer|pricier|costlier|fatter|richer|heavier)\b",
    re.IGNORECASE,
)
_SHRUNK_BY = re.compile(
    rf"\b(?:(?:decrease|reduction|drop|decline|cut|fall|loss) of|f[ae]ll|falls|drop(?:s|ped)|declin(?:es?|ed)|decreas(?:es?|ed)|shr[aiu]nk|shrinks|los(?:es?|t)|sheds?|slip(?:s|ped)|(?:is|are|was|were) (?:down|off)"
    rf"|(?:cut|cuts|reduc(?:es?|ed)|trim(?:s|med)|lower(?:s|ed)|slash(?:es|ed))(?: [a-z]+){{0,3}} by) {_HEDGE}",
    re.IGNORECASE,
)
_SHRUNK = re.compile(
    r"[ *]{1,3}(?:(?:decrease|reduction|drop|decline|loss|fall|less|fewer|lower|smaller|shorter|cheaper|thinner|leaner|poorer|lighter)\b"
    r"|(?:of (?:it|that|them|the [a-z ]{2,24}?|its [a-z ]{2,24}?) )?(?:(?:is|was|has|have|had|been|are|were|got|gets) ){0,2}(?:gone|lost|missing|shed|eroded|wiped|given up|given back|evaporat\w+|disappear\w*|vanish\w*|melt\w*)\b)",
    re.IGNORECASE,
)


_OF_END = re.compile(r"\W{0,3} of (?:the |its |your |that )?(?:final|ending|closing|end|current)\b", re.IGNORECASE)


def is_from_base(text: str, claim: Quantity, change: float) -> bool:
    """Whether a change is from the number that the words set out from: what grew is told in per cent of the smaller one, what shrank
    of the larger one."""
    if _OF_END.match(text, claim.end):
        return True
    before = text[max(0, claim.start - 40) : claim.start]
    if _GROWN.match(text, claim.end) or _GROWN_BY.search(before):
        return change > 0
    return change < 0 or not (_SHRUNK.match(text, claim.end) or _SHRUNK_BY.search(before))


def is_from_start(text: str, claim: Quantity, pair: tuple[Operand, Operand], base: float) -> bool:
    """Whether a change of an account is in per cent of what it began with, or of what it ended with where the words say so."""
    ends = {each.number.measured: each for each in pair}
    if ends.keys() != MONEY_ENDS or _OF_END.match(text, claim.end):
        return True
    return base in (ends["initial_capital"].value, ends["initial_capital"].told)


def _is_side(name: str | None, wanted: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    if name is None:
        return False
    return name in wanted if wanted is not None else other is not None and name not in other
