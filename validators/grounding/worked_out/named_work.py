"""The one operation that words name outright, on numbers told nearby: "65% of the total loss", "they add up to", "the remaining 60%",
"8 times the VaR", "half the size would have made it"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from validators.grounding.number_match import PER_FRACTION
from validators.grounding.worked_out.chance import first_told
from validators.grounding.worked_out.pool import room_of
from validators.grounding.worked_out.stated_beside import Stated
from validators.numbers.quantity import Quantity

_CHANCE = 0.1
_MOST_COMBINED = 9
_MOST_BEFORE = 3
_WORD = 3  # letters
_HALF = 50.0
_NUMBER_WORDS = {word: place for place, word in enumerate("two three four five six seven".split(), start=2)}
_NUMBER_WORDS["both"] = 2
_BARE = ("plain", "count", "duration")

_APPOSED = re.compile(
    r"[^.;:\d,(]{0,24}(?:,|\(|=|→|≈|–|—|\bor\b|\bi\.e\.)[^.;:\d,(]{0,24}|,? (?:so|and) (?:that(?:'s|’s| is) )?(?:about |roughly )?"
)
_OF = re.compile(r"[ *]{1,3}of\b|[ *]{0,2}\)")
_OF_WHOLE = re.compile(
    r"[ *]{1,3}of (?:it|that|this|them|all|everything|(?:the |its |their |all )?(?:\w+ )?(?:total|whole|lot|sum|loss|losses|gains?|profits?|result|returns?|risk|damage|notional|costs?))\b",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(r"\bshare (?:of|in) (?:the |its )?(?:total|whole|sum|all)\b", re.IGNORECASE)
_OUT_OF = re.compile(
    r"\b(?:against|out of|on|from|relative to|compared (?:with|to)|set against)\b[^.;,\d]{0,40}$", re.IGNORECASE
)
_THAT_IS = re.compile(
    r"[^.;\d]{0,24}\b(?:that|this|it|they|those|these|which)(?:'s|’s| is| are| was| were| makes?| made| comes? to| amounts? to| takes?| took| happened in)\b[^.;\d]{0,24}",
    re.IGNORECASE,
)
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
_INSTEAD = re.compile(r"[^.;,\d]{0,20}\b(?:instead of|rather than|not)[^.;,\d]{0,12}", re.IGNORECASE)
_CHANCE_LEVEL = re.compile(
    r"\b(?:coin|chance|guess\w*|(?:at |pure )?random|even odds|tossing|flipping)\b", re.IGNORECASE
)
_FROM_LEVEL = re.compile(
    r"[ *]{1,3}(?:[A-Za-z]{2,7} )?(?:above|below|over|under|beneath|short of|shy of|away from|from|off) (?:the |its )?[$€£]?",
)
_REST = re.compile(
    r"\b(?:rest|remaining|remainder|others?)\b(?: of (?:the|its) [a-z]{2,12})?[,:(]? ?(?:is |are |was |were |about |roughly |some )*[*]{0,2}$",
    re.IGNORECASE,
)
_TIMES_THE = re.compile(r"[ *]{1,3}(?:times )?(?:the|its|that of the) (?P<metric>[^.;,()\d]{3,40})", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:about |roughly )?[$€£]?$", re.IGNORECASE)
_TO = re.compile(r"[^.;,\d]{0,40}\bto (?:about |roughly |just )?[$€£]?", re.IGNORECASE)
_ZERO = re.compile(r"\b(?:interpolat\w*|break[- ]?even|cross\w*|zero)\b", re.IGNORECASE)
_PER_UNIT = re.compile(
    r"\b(?:per|for (?:each|every|one)|each|every) (?:single |extra |additional |further |added )?(?P<many>0 )?(?:basis[- ]points?|bps?|ticks?)\b",
    re.IGNORECASE,
)
_LOSER = re.compile(
    r"\b(?:one|an?|each|every) (?:single |average |typical )*(?:loss|loser|losing trade)\b[^.;\d]{0,12}\b(?:wip|cancel|eat|offset|undo|eras|need|takes?|swallow|destroy|require|cost|equal|is worth|outweigh)\w*",
    re.IGNORECASE,
)
_SET_APART = re.compile(
    r"\b(?:improvement|difference|gap|increase|reduction|drop|rise|saving|gain|loss|shortfall|jump|change|cushion|margin|lead|advantage|distance|deterioration)"
    r"(?: of| is| was|:)(?: about| only| just| roughly| some)? [*]{0,2}[$€£]?$",
    re.IGNORECASE,
)
_TOTAL_ROW = re.compile(r"\b(?:total|sum|all(?: in)?|overall|together)\b", re.IGNORECASE)
_LOTS = frozenset({"share", "unit", "contract", "coin", "lot"})


@dataclass(frozen=True, slots=True)
class Nearby:
    """What stands around a `claim` of an answer, `text`: `start` and `end` of its sentence, the numbers in it before the claim (`own`) and
    after (`after`), those of the sentences before with the lists and tables there (`block`), all in order; `head` are the labels of its
    row and column, `column` the numbers above it in its column."""

    text: str
    claim: Quantity
    start: int
    end: int
    own: Sequence[Stated]
    after: Sequence[Stated]
    block: Sequence[Stated]
    head: str = ""
    column: Sequence[Quantity] = ()

    @property
    def sentence(self) -> str:
        return self.head + self.text[self.start : self.end]

    @property
    def ahead(self) -> Sequence[Stated]:
        """The numbers before the claim, the nearest first."""
        return [*reversed(self.own), *reversed(self.block)]

    def words_before(self, quantity: Quantity, length: int = 60) -> str:
        """What its sentence or line says before a number."""
        before = self.text[max(0, quantity.start - length) : quantity.start]
        return before.rpartition("\n")[2]

    def between(self, left: Quantity, right: Quantity) -> str:
        return self.text[left.end : right.start]


Results = Iterator[tuple[float, str]]


def told_by_words(near: Nearby) -> str | None:
    """How the claim follows by an operation that the words around it name; None where none of them gives it, or where it could as
    well be chance."""
    for rule in _RULES:
        work = first_told(near.claim, rule(near), room_of(near.claim), _CHANCE)
        if work is not None:
            return f"{near.claim.text} = {work}"
    return None


def _in_unit_of(claim: Quantity, stated: Stated) -> float | None:
    """A number in the claim's unit; None where it is of another kind. A bare one may be of any, as in a list of points."""
    quantity = stated.quantity
    if quantity.kind == claim.kind or (quantity.kind in _BARE and claim.kind in _BARE):
        return stated.value * PER_FRACTION.get(quantity.kind, 1.0)
    if quantity.kind in PER_FRACTION and claim.kind in PER_FRACTION:
        return stated.value * PER_FRACTION[claim.kind]
    if quantity.kind == "plain" and claim.kind in (*PER_FRACTION, "money"):
        return stated.value
    return quantity.value if quantity.kind == "money" and claim.kind == "plain" else None


def _is_alike(left: Stated, right: Stated) -> bool:
    """Whether one of two numbers may be a part of the other."""
    kinds = {left.quantity.kind, right.quantity.kind}
    return len(kinds) == 1 or kinds <= set(_BARE) or kinds <= PER_FRACTION.keys() or kinds == {"plain", "points"}


def _size(stated: Stated) -> float:
    return abs(stated.value) * (PER_FRACTION.get(stated.quantity.kind, 1.0))


def _part(one: Stated, whole: Stated) -> tuple[float, str]:
    return 100 * _size(one) / _size(whole), f"{one.quantity.text} / {whole.quantity.text}"


def _beside(near: Nearby) -> Stated | None:
    """The number that the claim stands in apposition to."""
    last = near.own[-1] if near.own else None
    return last if last is not None and _APPOSED.fullmatch(near.between(last.quantity, near.claim)) else None


def _shares(near: Nearby) -> Results:
    """Shares of a whole: of the number right before in one told nearby, of one told before in that of which a clause speaks, of each
    number of a list in the largest, which is its total."""
    if near.claim.kind != "percent":
        return
    last = _beside(near)
    if last is not None and _OF.match(near.text, near.claim.end):
        yield from (
            _part(last, each)
            for each in (*near.ahead, *near.after)
            if each is not last and _is_alike(last, each) and _size(each) > _size(last) > 0
        )
    whole = near.own[-1] if near.own else None
    if (
        whole is not None
        and _OUT_OF.search(near.words_before(whole.quantity))
        and _THAT_IS.fullmatch(near.between(whole.quantity, near.claim))
    ):
        yield from (
            _part(each, whole)
            for each in near.ahead
            if each is not whole and _is_alike(each, whole) and 0 < _size(each) < _size(whole)
        )
    if _OF_WHOLE.match(near.text, near.claim.end) or _SHARE_OF.search(near.sentence):
        for group in _groups(near.claim, near.ahead, same=False):
            largest = max(group, key=_size)
            yield from (_part(each, largest) for each in group if 0 < _size(each) < _size(largest))


def _groups(claim: Quantity, told: Sequence[Stated], *, same: bool) -> Iterator[list[Stated]]:
    """The numbers that are of one kind and metric, in order; `same`: of those that may stand in the claim's unit."""
    held: dict[tuple[str | None, str | None], list[Stated]] = {}
    for each in reversed(told):
        if each.number is not None and (not same or _in_unit_of(claim, each) is not None):
            held.setdefault((each.quantity.kind, each.number.measured), []).append(each)
    return (group for group in held.values() if len(group) > 1)


def _sums(near: Nearby) -> Results:
    """Sums of the last numbers of a list, or of as many as the sentence counts."""
    if _SUM.search(near.sentence) is None:
        return
    many = _COUNTED.search(near.sentence)
    count = _NUMBER_WORDS[many["many"].lower()] if many else 0
    for group in _groups(near.claim, near.ahead, same=True):
        values = [(_in_unit_of(near.claim, each) or 0.0, each.quantity.text) for each in group]
        parts = [values[at:] for at in range(len(values) - 1)]
        if count and len(values) <= _MOST_COMBINED:
            parts += [list(part) for part in combinations(values, count)]
        for part in parts:
            yield sum(value for value, _ in part), f"sum of {', '.join(said for _, said in part)}"


def _supposed(near: Nearby) -> Results:
    """What a number told before becomes where something is halved or doubled, or is one number and not another."""
    if _SUPPOSED.search(near.sentence) is None:
        return
    factors = [factor for cue, factor in _FACTORS if cue.search(near.sentence)]
    for one, other in pairwise(near.own):
        if _INSTEAD.fullmatch(near.between(one.quantity, other.quantity)) and _is_alike(one, other) and other.value:
            factors.append(one.value / other.value)
    for each in near.ahead:
        told = _in_unit_of(near.claim, each)
        for factor in factors:
            if told:
                yield factor * told, f"{factor:.4g} × {each.quantity.text}"


def _above_chance(near: Nearby) -> Results:
    """How far shares told before lie from one half."""
    if near.claim.kind in ("points", "percent") and _CHANCE_LEVEL.search(near.sentence):
        for each in near.ahead:
            told = _in_unit_of(near.claim, each)
            if told is not None and each.quantity.kind == "percent":
                yield abs(told) - _HALF, f"{each.quantity.text} − 50%"


def _from_level(near: Nearby) -> Results:
    """How far numbers told before lie from the level that follows the claim."""
    level = near.after[0] if near.after else None
    if level is not None and _FROM_LEVEL.fullmatch(near.between(near.claim, level.quantity)):
        for each in near.ahead:
            told, at = _in_unit_of(near.claim, each), _in_unit_of(near.claim, level)
            if told is not None and at is not None:
                yield told - at, f"{each.quantity.text} − {level.quantity.text}"


def _rest(near: Nearby) -> Results:
    """What shares told before leave of a whole."""
    if near.claim.kind == "percent" and _REST.search(near.words_before(near.claim)):
        shares = [each for each in near.ahead if each.quantity.kind == "percent"][:_MOST_BEFORE]
        for few in range(1, len(shares) + 1):
            yield (
                100 - sum(map(_size, shares[:few])),
                f"100% − {', '.join(each.quantity.text for each in shares[:few])}",
            )


def _times_metric(near: Nearby) -> Results:
    """How many times a number right before is of one that is told of the metric that follows the claim."""
    told = _TIMES_THE.match(near.text, near.claim.end) if near.claim.kind == "multiple" else None
    if told is None:
        return
    words = [word for word in told["metric"].lower().split() if len(word) >= _WORD]
    for whole in near.ahead:
        named = near.words_before(whole.quantity).lower()
        if whole.value and words and words[0] in named:
            for one in near.own[-_MOST_BEFORE:]:
                if one is not whole and _is_alike(one, whole):
                    yield _size(one) / _size(whole), f"{one.quantity.text} / {whole.quantity.text}"


def _changes(near: Nearby) -> Results:
    """By how much per cent a number went from the one told to the other."""
    if near.claim.kind != "percent":
        return
    for one, other in pairwise(near.own):
        went = _FROM.search(near.words_before(one.quantity)) or (
            _FROM.search(near.text[max(0, one.quantity.start - 12) : one.quantity.start])
        )
        if went and one.value and _TO.fullmatch(near.between(one.quantity, other.quantity)) and _is_alike(one, other):
            work = f"change from {one.quantity.text} to {other.quantity.text}"
            yield 100 * (_size(other) - _size(one)) / _size(one), work


def _interpolated(near: Nearby) -> Results:
    """Where a line through two points told in the sentence, each a setting and its result, crosses zero."""
    if _ZERO.search(near.sentence) and len(near.own) >= 4:
        (x, a, z, b) = (each.quantity.value for each in near.own[-4:])
        if a * b < 0:
            said = ", ".join(each.quantity.text for each in near.own[-4:])
            yield x + (z - x) * a / (a - b), f"interpolation between {said}"


def _slopes(near: Nearby) -> Results:
    """What a result loses for each unit of a setting: between two results and settings of the sentence, or between lines of a list."""
    unit = _PER_UNIT.search(near.sentence) if near.claim.kind in ("points", "percent") else None
    if unit is None:
        return
    many = 1.0
    if unit["many"]:
        numbers = [each for each in (*near.own, *near.after) if each.quantity.kind == "basis_points"]
        many = numbers[0].quantity.value if numbers else 1.0
    for told in (near.own, near.block):
        lines: dict[int, list[Stated]] = {}
        for each in told:
            lines.setdefault(each.passage, []).append(each)
        points: list[tuple[float, float, str]] = []
        for line in lines.values():
            rates = [each for each in line if each.quantity.kind in ("basis_points", "plain", "count")]
            shares = [each for each in line if each.quantity.kind == "percent"]
            few = min(len(rates), len(shares), 2 if told is near.own else 1)
            points += [
                (rate.quantity.value, share.quantity.value, share.quantity.text)
                for rate, share in zip(rates[:few], shares[:few], strict=True)
            ]
        for (x, a, one), (z, b, two) in (*pairwise(points), *([(points[0], points[-1])] if points else ())):
            if x != z:
                yield many * abs((a - b) / (x - z)), f"({one} − {two}) / {abs(x - z):.4g} × {many:.4g}"


def _losers(near: Nearby) -> Results:
    """How many average wins make up for an average loss."""
    if _LOSER.search(near.sentence):
        wins = [each for each in near.ahead if each.number is not None and each.number.measured == "average_win"]
        losses = [each for each in near.ahead if each.number is not None and each.number.measured == "average_loss"]
        for loss in losses[:1]:
            for win in wins[:1]:
                yield _size(loss) / _size(win), f"{loss.quantity.text} / {win.quantity.text}"


def _converted(near: Nearby) -> Results:
    """The number right before in another unit: "1073 basis points, or 10.73%"."""
    last = _beside(near)
    if last is None or near.claim.kind not in PER_FRACTION or last.quantity.kind == near.claim.kind:
        return
    if last.quantity.kind in PER_FRACTION or (last.quantity.kind == "plain" and last.quantity.step < 1):
        yield last.value * PER_FRACTION[near.claim.kind], last.quantity.text


def _set_apart(near: Nearby) -> Results:
    """How far two numbers lie apart of which the last one before the claim is one."""
    if near.own and _SET_APART.search(near.words_before(near.claim)):
        last = near.own[-1]
        at = _in_unit_of(near.claim, last)
        for each in near.ahead[1 : 1 + _MOST_BEFORE]:
            told = _in_unit_of(near.claim, each)
            if at is not None and told is not None:
                yield at - told, f"{last.quantity.text} − {each.quantity.text}"


def _totals(near: Nearby) -> Results:
    """The sum of the cells above one in the row of totals."""
    if len(near.column) > 1 and _TOTAL_ROW.search(near.head):
        yield sum(each.value for each in near.column), f"sum of {', '.join(each.text for each in near.column)}"


def _bought(near: Nearby) -> Results:
    """How many shares money buys at a price."""
    if near.claim.kind == "count" and near.claim.noun in _LOTS:
        money = [each for each in near.own if each.quantity.kind == "money" and each.value]
        for one, other in combinations(money, 2):
            large, small = sorted((one, other), key=_size, reverse=True)
            yield _size(large) / _size(small), f"{large.quantity.text} / {small.quantity.text}"


_RULES: tuple[Callable[[Nearby], Results], ...] = (
    _converted, _totals, _shares, _sums, _rest, _times_metric, _changes, _set_apart, _from_level, _above_chance, _supposed, _interpolated,
    _slopes, _losers, _bought,
)  # fmt: skip
