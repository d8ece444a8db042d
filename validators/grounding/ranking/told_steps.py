"""By how much the second of two neighbouring numbers is said to be more or less than the first: "A paid $400. B paid $700, which is $300
more", "up by 4 points going from A (12%) to B (16%)"."""

import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.changing import FALLING, RISING
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.mentions import Mention
from validators.grounding.fit.claim_fit import Held
from validators.grounding.tools.vocabulary.metrics import is_loss
from validators.numbers.quantity import Quantity, are_alike

_NAMED = r"(?:(?:for|with|at|on|in|under) (?:the )?[*_]{0,2}(?=\ue000))"
_SIDE = re.compile(
    r"[*_]{0,2}(?: (?:percentage )?(?:points?|pp|bps|days?|trades?|dollars))?[*_]{0,2} (?:(?P<more>more|higher|larger|bigger|deeper|longer|above (?:it|that))"
    r"|(?:less|lower|fewer|smaller|shallower|shorter|below (?:it|that)))\b(?! than\b)(?: in fees| in costs| trades| days)?",
    re.IGNORECASE,
)
_STANDS = re.compile(
    r"\ue000[*_]{0,2} (?:is|was|lies|comes? out|came out|ends up|ended up|finish(?:es|ed)) (?:thus |so |therefore |then |accordingly )?(?:about |around |some |just |only )?[*_$€£]{0,3}$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"[*_]{0,2}(?: (?:percentage )?(?:points?|pp|bps|days?|trades?|dollars))?[*_]{0,2} (?:(?P<more>ahead|higher|above)|behind|lower|below)(?= of\b| it\b|[.,;:)]|$)",
    re.IGNORECASE,
)
_STANDS_BY = re.compile(
    r"\ue000[*_]{0,2} (?:is|was|came|finished|ended)(?: out)? (?:(?P<more>ahead|higher|above)|behind|lower|below),? by (?:about |around |some |just |only )?[*_$€£]{0,3}$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?:,? which (?:is|was|makes it|comes to|works out at|means)|,? i\.e\.,?|,? that is,?|; that['’]s|; that is|[;,] so) (?:about |around |some |just |only )?[*_$€£]{0,3}",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"[^\d\ue000]{0,12}[.;,:–—-]{1,2} ?(?:so )?(?:that['’]s|that is|that was|it['’]s|it is|i\.e\.|which is) (?:about |around |some |just |only )?[*_$€£]{0,3}",
    re.IGNORECASE,
)
_FOR = re.compile(rf"[ ,]{{1,2}}{_NAMED}", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:than|versus|vs|against|compared|opposed|not|of|out|from|over)\b|[/]", re.IGNORECASE)
_MOVED = re.compile(
    rf"\b(?:(?P<up>{RISING})|{FALLING})(?: by)? (?:about |around |some |just |only )?[*_$€£]{{0,3}}$", re.IGNORECASE
)
_FROM = re.compile(
    r"[^.;:\d]{0,24}(?:,? (?:going|moving|switching|changing|stepping|passing|when (?:you|we) (?:go|move|switch)))? from (?:the )?[^.;:\d]{0,30}[\s(]{1,2}(?:at )?[*_$€£]{0,3}",
    re.IGNORECASE,
)
_TO = re.compile(r"[^.;:\d]{0,12} to (?:the )?[^.;:\d]{0,30}[\s(]{1,2}(?:at )?[*_$€£]{0,3}", re.IGNORECASE)
_OF_WHAT = re.compile(
    r"^(?: (?:(?:in|on|for|at|with|by) (?:the )?)?(?:\ue000|in 0\b|(?!which\b|so\b|that\b)[a-z]+))*", re.IGNORECASE
)
_DENIED = re.compile(r"\b(?:not|never|no|if|would|could|might)\b|n['’]t\b", re.IGNORECASE)
_DATES = ("date", "split")


def told_steps(answer: Answer, claims: Sequence[Claim], held: Held) -> Iterator[tuple[Claim, Claim, Claim]]:
    """The differences between two neighbours, each with the one that is said to be the higher and with the other."""
    told = [claim for claim in claims if claim.quantity.kind not in _DATES]
    for one, two, three in zip(told, told[1:], told[2:], strict=False):
        if three.passage - one.passage > 2:
            continue
        if _lies_between(three.quantity, one.quantity, two.quantity) and _are_of_one(one, two, held):
            more = _behind(answer, one, two, three, held)
            if more is not None:
                yield three, *((two, one) if more else (one, two))
        elif _lies_between(one.quantity, two.quantity, three.quantity) and _are_of_one(two, three, held):
            more = _before(answer.text, one.quantity, two.quantity, three.quantity)
            if more is not None:
                yield one, *((three, two) if more else (two, three))


def _lies_between(gap: Quantity, first: Quantity, last: Quantity) -> bool:
    """Whether a number is how far two lie apart, as they are told."""
    if not are_alike(first, last) or first.sign or last.sign or min(first.value, last.value) < 0:
        return False
    if gap.kind != ("points" if first.kind == "percent" else first.kind):
        return False
    return (
        abs(abs(first.value - last.value) - gap.value) <= first.step + last.step + gap.step
        and first.value != last.value
    )


def _are_of_one(first: Claim, last: Claim, held: Held) -> bool:
    one, other = held.get(first.quantity), held.get(last.quantity)
    return one is not None and other is not None and one.measured is not None and one.measured == other.measured


def _behind(answer: Answer, one: Claim, two: Claim, gap: Claim, held: Held) -> bool | None:
    """Whether the second is said to be more than the first, by words at the gap behind both."""
    text, end = answer.text, gap.quantity.end
    side = _SIDE.match(text, end)
    between = text[two.quantity.end : gap.quantity.start]
    if (more := _of_named(answer, one, two, gap, held)) is not None:
        return more
    if side is None or _DENIED.search(between):
        return None
    more = side["more"] is not None
    if _FOR.match(text, side.end()) is not None:
        named = _named_at(answer, gap.passage, side.end())
        plain = _unit_off(between)
        if named is None or not any(words.fullmatch(plain) for words in (_BEHIND, _BESIDE)):
            return None
        is_of = [_is_of(held, each, named) for each in (one, two)]
        return None if is_of[0] == is_of[1] else more == is_of[1]
    if _BESIDE.fullmatch(_unit_off(between)) is None or _AGAINST.search(text, one.quantity.end, two.quantity.start):
        return None
    return more


def _of_named(answer: Answer, one: Claim, two: Claim, gap: Claim, held: Held) -> bool | None:
    """The same by where one of them, that is named again, is said to stand: "B is thus 4 points behind", "so A was ahead, by $100"."""
    text, low = answer.text, two.quantity.end
    stands = _STANDS.search(text, low, gap.quantity.start) or _STANDS_BY.search(text, low, gap.quantity.start)
    if stands is None or _DENIED.search(text, low, gap.quantity.start):
        return None
    side = stands if stands.re is _STANDS_BY else _PLACE.match(text, gap.quantity.end)
    number = held.get(one.quantity)
    if side is None or number is None or is_loss(number.measured):
        return None
    named = _named_at(answer, gap.passage, stands.start())
    is_of = [named is not None and _is_of(held, each, named) for each in (one, two)]
    if is_of[0] == is_of[1]:
        return None
    return (side["more"] is not None) == is_of[1]


def _unit_off(between: str) -> str:
    """Without what a number counts, or is of, right behind it."""
    return _OF_WHAT.sub("", between, count=1)


def _named_at(answer: Answer, place: int, start: int) -> Mention | None:
    behind = [
        mention
        for mentions in answer.things.mentions_in(place).values()
        for mention in mentions
        if 0 <= mention.start - start <= 16 and len(mention.means) == 1
    ]
    return min(behind, key=lambda each: each.start, default=None)


def _is_of(held: Held, claim: Claim, named: Mention) -> bool:
    number = held.get(claim.quantity)
    return number is not None and not named.means.isdisjoint(number.scope.values())


def _before(text: str, gap: Quantity, first: Quantity, last: Quantity) -> bool | None:
    """Whether the last is said to be more than the first, by words at the gap before both."""
    moved = _MOVED.search(text, max(0, gap.start - 40), gap.start)
    if moved is None or _DENIED.search(text, max(0, gap.start - 40), gap.start):
        return None
    if _FROM.fullmatch(text, gap.end, first.start) is None or _TO.fullmatch(text, first.end, last.start) is None:
        return None
    return moved["up"] is not None
