"""Shares that words name outright, of numbers told nearby: "65% of the total loss", "costs ate 32% of the gross"."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise, permutations, product

from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import MONEY_ENDS
from validators.grounding.tools.vocabulary.words import key_words
from validators.grounding.worked_out.nearby import (
    TOTAL_WORDS,
    Nearby,
    Results,
    beside,
    groups,
    is_alike,
    part,
    size,
)
from validators.grounding.worked_out.stated_beside import Stated

_ALL = 100.0
_AT_HAND = 24  # characters
_OF = re.compile(r"[ *]{1,3}of\b|[ *]{0,2}\)")
_OUT_OF = re.compile(
    r"(?: [a-z]+){0,2} (?:out )?of (?:(?:the|its|all|those|these|a total of) )*[^\w\ue000]{0,3}", re.IGNORECASE
)
_OF_WHOLE = re.compile(
    r"[ *]{1,3}of (?:it|that|this|them|all|everything|(?:the |its |their |all )?(?:\w+ )?(?:total|whole|lot|sum|loss|losses|gains?|profits?|result|returns?|risk|damage|notional|costs?))\b",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(r"\bshare (?:of|in) (?:the |its )?(?:total|whole|sum|all)\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:about |roughly )?[$€£]?$", re.IGNORECASE)
_TO = re.compile(r"[^.;,\d]{0,40}\bto (?:about |roughly |just )?[$€£]?", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:up|down|rose|fell|gained|lost|grew|(?:best|strongest|worst|weakest)\b[^.;]{0,20},?)\W(?:by |at )?(?:about |roughly |some |only |just )?$",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\b(?:eats?|ate|eaten|costs?|took|takes?|swallow\w*|consum\w*|gone|disappear\w*|vanish\w*|gave up)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:together|combined|jointly|between them|both|in all|in total|add(?:s|ed|ing)? up to|account(?:s|ed|ing)? for|mak(?:e|es|ing) up|made up)\b[^.;\d]{0,30}$",
    re.IGNORECASE,
)
_OF_NAMED = re.compile(
    r"[ *]{1,3}of (?:the |its |your |my |our |their |all |total )*(?P<what>[a-z]+(?: [a-z]+)?)", re.IGNORECASE
)
_OF_CAPITAL = re.compile(
    r"[ *]{1,3}of (?:the |its |your |my |our |their |total |starting |initial )*(?:capital|equity|account|portfolio|nav|balance|assets)\b",
    re.IGNORECASE,
)
_SPREAD = re.compile(
    r"[ *]{1,3}of (?:the |that |this )?(?:\w+ )?(?:spread|difference|gap|range|distance)\b", re.IGNORECASE
)
_VARIANCE = re.compile(r"\bvarianc\w+|\br[- ]?squared\b|\br²", re.IGNORECASE)
_STEM = 5  # letters
_ACCOUNT = frozenset(word[:_STEM] for word in "account equity capital balance portfolio stake bankroll".split())
_MOST_NAMED = 6


def _shares(near: Nearby) -> Results:
    """Shares of a whole: of the number right before in one told nearby, of each
    number of a list in the largest, which is its total."""
    if near.claim.kind != "percent":
        return
    last = beside(near)
    if last is not None and _OF.match(near.text, near.claim.end):
        yield from (
            part(last, each)
            for each in (*near.ahead, *near.after)
            if each is not last
            and is_alike(last, each)
            and size(each) > 0
            and (size(each) > size(last)) == (near.claim.value < _ALL)
        )
    if _OF_WHOLE.match(near.text, near.claim.end) or _SHARE_OF.search(near.sentence):
        yield from _parts_of_whole(near, [last] if last is not None else near.ahead)
        yield from _parts_of_record(near, near.own[-1:])


def _of_counted(near: Nearby) -> Results:
    """What some are of all of them, told right before: "128 of the 422 trades, just over 30%"."""
    whole = beside(near) if near.claim.kind == "percent" and len(near.own) > 1 else None
    if whole is not None and _OUT_OF.fullmatch(near.between(near.own[-2].quantity, whole.quantity)):
        some = near.own[-2]
        if is_alike(some, whole) and 0 < size(some) < size(whole):
            yield part(some, whole)


def _parts_of_whole(near: Nearby, parts: Sequence[Stated]) -> Results:
    """The share of each number in what is the whole of those told nearby: what words call their total, the largest of one kind, or
    their sum."""
    kinds = list(groups(near.claim, near.ahead, same=False))
    wholes = [each for each in near.ahead if TOTAL_WORDS.search(near.words_before(each.quantity, _AT_HAND))]
    wholes += [each for group in kinds if (each := max(group, key=size)) not in wholes]
    for whole, each in product(wholes, parts):
        if each is not whole and is_alike(each, whole) and 0 < size(each) < size(whole):
            yield part(each, whole)
    for group, each in product(kinds, parts):
        total = abs(sum(one.value for one in group))
        if is_alike(each, group[0]) and 0 < abs(each.value) < total:
            yield 100 * abs(each.value) / total, f"{each.quantity.text} / sum of {len(group)} numbers"


def _parts_of_record(near: Nearby, parts: Sequence[Stated]) -> Results:
    """The share of a number in what stands beside it in its record, in the same unit: of one cost in all of them."""
    for each in parts:
        key = each.number.source.rpartition(".")[0] if each.number is not None else None
        for record in near.records if each.number is not None else ():
            beside = [number for number in record if number.source.rpartition(".")[0] == key]
            if any(number is each.number for number in beside) and len({number.unit for number in beside}) == 1:
                total = sum(number.value for number in beside)
                if min(number.value for number in beside) >= 0 and total and each.number is not None:
                    yield _ALL * each.number.value / total, f"{each.quantity.text} / sum of {len(beside)} at {key}"


def _joint(near: Nearby) -> Results:
    """The share that the last numbers told together have in one told before them: "of the 6%, A made 2.4 points and B 1.7, together 68%"."""
    if near.claim.kind != "percent" or _TOGETHER.search(near.words_before(near.claim)) is None:
        return
    for first in range(len(near.own) - 1):
        parts = near.own[first:]
        total = sum(map(size, parts))
        if len(parts) > 1 and all(is_alike(parts[0], each) for each in parts):
            for whole in (*reversed(near.own[:first]), *reversed(near.block)):
                if is_alike(parts[0], whole) and size(whole) > total:
                    yield (
                        100 * total / size(whole),
                        f"({' + '.join(each.quantity.text for each in parts)}) / {whole.quantity.text}",
                    )


def _again_of(near: Nearby) -> Results:
    """The share of the number right before in a whole of which the sentence tells the share of another: "costs 1.1 points, 23% of the
    return, and the other one 2.1, 41%"."""
    last = beside(near) if near.claim.kind == "percent" else None
    if last is not None and any(
        each.quantity.kind == "percent" and _OF.match(near.text, each.quantity.end) for each in near.own
    ):
        yield from (part(last, each) for each in near.ahead if is_alike(last, each) and size(each) > size(last))


def _of_named(near: Nearby) -> Results:
    """The share of a number told just before in one of the tools' that the words behind the claim name: "the first is 2.4% of equity"."""
    named = _OF_NAMED.match(near.text, near.claim.end) if near.claim.kind == "percent" else None
    if named is None:
        return
    words = {word[:_STEM] for word in named["what"].lower().split() if len(word) >= _STEM}
    for whole in {id(each): each for record in near.records for each in record if _is_called(each, words)}.values():
        for each in near.ahead[:_MOST_NAMED]:
            told = each.quantity.kind in ("money", "count", "plain") and each.number is not whole
            if told and 0 < abs(each.value) < abs(whole.value):
                yield 100 * abs(each.value / whole.value), f"{each.quantity.text} / {whole.source}"


def _of_account(near: Nearby) -> Results:
    """The share in the account of a number of its record that the words before the claim name: "gross exposure is 124% of capital, net
    exposure 60%"."""
    percents = [each.quantity for each in near.own if each.quantity.kind == "percent"]
    told = near.claim.kind == "percent" and any(
        _OF_CAPITAL.match(near.text, each.end) for each in (near.claim, *percents)
    )
    said = {word[:_STEM] for word in near.words_before(near.claim).lower().split()} if told else set()
    for record in near.records if told else ():
        for whole in record:
            if not _is_called(whole, set(_ACCOUNT)) or whole.value <= 0:
                continue
            for each in record:
                words = {word[:_STEM] for word in key_words(each.source.rpartition(".")[2])}
                if each is not whole and words <= said and near.suits(each):
                    yield _ALL * abs(each.value) / whole.value, f"{each.source} / {whole.source}"


def _is_called(number: ToolNumber, words: set[str]) -> bool:
    if number.measured in MONEY_ENDS and not words.isdisjoint(_ACCOUNT):
        return True
    key = key_words(number.source.rpartition(" ")[2].rpartition(".")[2])
    return any(word[:_STEM] in words for word in key)


def _of_spread(near: Nearby) -> Results:
    """The share of one of two numbers that lie on both sides of zero in how far they lie apart."""
    if near.claim.kind == "percent" and _SPREAD.match(near.text, near.claim.end):
        for one, other in permutations(near.ahead[:_MOST_NAMED], 2):
            if is_alike(one, other) and one.quantity.kind == other.quantity.kind and size(one) and size(other):
                yield (
                    100 * size(one) / (size(one) + size(other)),
                    f"{one.quantity.text} of both it and {other.quantity.text}",
                )


def _squared(near: Nearby) -> Results:
    """The share of the variance that a correlation told nearby explains."""
    if near.claim.kind == "percent" and _VARIANCE.search(near.sentence):
        for each in near.ahead:
            if each.quantity.kind == "plain" and 0 < abs(each.quantity.value) < 1:
                for share in (each.quantity.value**2, 1 - each.quantity.value**2):
                    yield 100 * share, f"{each.quantity.text} squared"


def _changes(near: Nearby) -> Results:
    """By how much per cent a number went from the one told to the other."""
    if near.claim.kind != "percent":
        return
    pairs = [
        (one, other)
        for one, other in pairwise(near.own)
        if _FROM.search(near.words_before(one.quantity)) and _TO.fullmatch(near.between(one.quantity, other.quantity))
    ]
    if _MOVED.search(near.words_before(near.claim)):
        for group in groups(near.claim, [*reversed(near.block)], same=False):
            if min(each.value for each in group) > 0 and group[0].quantity.kind in ("plain", "money"):
                pairs += [*pairwise(group), (group[0], group[-1])]
    for one, other in pairs:
        if one.value and is_alike(one, other):
            work = f"change from {one.quantity.text} to {other.quantity.text}"
            yield 100 * (size(other) - size(one)) / size(one), work


def _taken(near: Nearby) -> Results:
    """The share that costs take of a result, of records that tell it before and after them."""
    if near.claim.kind != "percent" or not (_TAKEN.search(near.sentence) and _OF.match(near.text, near.claim.end)):
        return
    for record in near.records:
        before = [each for each in record if _tells(each, "gross", "before") and near.suits(each)]
        after = [each for each in record if _tells(each, "net", "after") and near.suits(each)]
        for one, other in product(before, after):
            if one.value and one.measured is not None and one.unit == other.unit:
                yield (
                    100 * (one.value - other.value) / abs(one.value),
                    f"({one.source} − {other.source}) / {one.source}",
                )


def _tells(number: ToolNumber, *words: str) -> bool:
    """Whether one of the words stands in a number's key."""
    return not set(words).isdisjoint(key_words(number.source.rpartition(".")[2]))


SHARES: tuple[Callable[[Nearby], Results], ...] = (
    _shares, _of_counted, _joint, _again_of, _changes, _taken, _of_named, _of_account, _of_spread, _squared,
)  # fmt: skip
