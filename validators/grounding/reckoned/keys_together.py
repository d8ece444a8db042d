"""What keys that a sentence takes together come to: "commission and slippage differ by", "together came to $2,290, or 12% of gross profit"."""

import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.number_match import PER_FRACTION, UNIT_PER_FRACTION
from validators.grounding.reckoned.key_lists import STEM, KeyList, key_lists, records_of, stems
from validators.grounding.reckoned.reckoned import Reckoned, Worth
from validators.grounding.set_out.operands import Told, ToldNumbers
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber
from validators.grounding.worked_out.columns import measure_told

_APART = re.compile(r"\b(?:differ\w*|gap|apart|distance|separat\w+)\b", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\b(?:together|combined|both|jointly|in all|in total|totals?|totall?(?:ed|ing)|altogether|all told|all in|between them|add(?:s|ed|ing)?|sum(?:s|med)?)\b",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:(?:every|each|per|an?|(?:the|your) average|(?:the|your) typical) (?:single |round[- ])?(?:trades?|deals?|positions?|transactions?|trips?)|apiece)\b",
    re.IGNORECASE,
)
_EACH_BEHIND = re.compile(rf"\W{{0,3}}(?:(?:for|on|or) )?{_EACH.pattern}", re.IGNORECASE)
_AHEAD, _BEHIND = 90, 40  # characters around a number
_OF = re.compile(
    r"\W{0,3} of (?:the |its |your |all |total )*(?P<first>[a-z]{4,})(?: (?P<second>[a-z]{4,}))?", re.IGNORECASE
)
_NEXT = re.compile(
    r"(?:,|,? and|,? or|,? but|,? (?:against|versus|compared (?:with|to))) [^\w\ue000]{0,3}", re.IGNORECASE
)
_OTHERWISE = re.compile(
    r"\b(?:without|except\w*|if|would|had|were it not|instead|times|ratio|respectively|excluding|before)\b",
    re.IGNORECASE,
)
MAY_LIST_KEYS = re.compile(r"\b(?:and|plus|with)\b| & ", re.IGNORECASE)
_SHARES = ("percent", "points", "basis_points")
_MOST_TRADES = 4


def keys_reckoned(answer: Answer, told: ToldNumbers, index: ToolIndex) -> Iterator[Reckoned]:
    """The numbers that are told of several keys of a record."""
    records: list[list[ToolNumber]] | None = None
    for place, passage in answer.outline.running:
        said = answer.text[passage.start : passage.end]
        if not (_TOGETHER.search(said) or _APART.search(said) or _EACH.search(said)):
            continue
        own = told.of(place)
        if not own or MAY_LIST_KEYS.search(said) is None or _OTHERWISE.search(said):
            continue
        records = records_of(index.numbers) if records is None else records
        mentions = (each for held in answer.things.mentions_in(place).values() for each in held)
        signs = {mention.start: mention.means for mention in mentions}
        lists = list(key_lists(answer.text, passage.start, passage.end, signs, records))
        for at, result in enumerate(own) if lists else ():
            worths = [worth for keys in lists for worth in _worths(answer.text, said, own, at, keys, index)]
            if worths:
                yield Reckoned(result, worths, [number for keys in lists for number in keys.numbers])


def _worths(text: str, said: str, own: Sequence[Told], at: int, keys: KeyList, index: ToolIndex) -> Iterator[Worth]:
    """What the keys come to, in the unit of a number that is told of them."""
    quantity = own[at].quantity
    names = " and ".join(number.source for number in keys.numbers)
    total = sum(abs(number.value) for number in keys.numbers)
    if quantity.kind == "percent" and (whole := _whole(text, quantity.end, keys)) is not None:
        if keys.end <= quantity.start and _TOGETHER.search(said) and whole.value:
            yield 100 * total / abs(whole.value), f"share of {names} in {whole.source}"
        return
    each = quantity.kind == "money" and _is_for_each(text, own, at)
    if not (each or _is_of(text, own, at, keys)) or not all(
        _may_tell(quantity.kind, number) for number in keys.numbers
    ):
        return
    per = PER_FRACTION.get(quantity.kind, 1.0) / UNIT_PER_FRACTION.get(keys.numbers[0].unit or "", 1.0)
    if each:
        counts = [each.value for each in index.by_metric.get("trades", ()) if each.call == keys.numbers[0].call]
        yield from ((total / count, f"{names} for each of {count:.10g}") for count in counts[:_MOST_TRADES] if count)
    elif _APART.search(said) and not _TOGETHER.search(text, keys.end, quantity.start):
        if len(keys.numbers) == 2:
            one, other = (number.value for number in keys.numbers)
            yield per * (one - other), f"difference of {names}"
    elif _TOGETHER.search(said):
        yield per * total, f"sum of {names}"
        yield per * sum(number.value for number in keys.numbers), f"sum of {names}"


def _is_for_each(text: str, own: Sequence[Told], at: int) -> bool:
    """Whether the words between a number and those beside it say that it is of one trade."""
    quantity = own[at].quantity
    low = own[at - 1].quantity.end if at else max(0, quantity.start - _AHEAD)
    high = own[at + 1].quantity.start if at + 1 < len(own) else quantity.end + _BEHIND
    return _EACH.search(text, quantity.end, high) is not None or (
        _EACH.search(text, low, quantity.start) is not None and (not at or not _EACH_BEHIND.match(text, low))
    )


def _is_of(text: str, own: Sequence[Told], at: int, keys: KeyList) -> bool:
    """Whether a number is the only one of its kind in the sentence, or the first one behind the keys and in no list."""
    quantity = own[at].quantity
    alike = [each for each in own if each.quantity.kind == quantity.kind]
    if len(alike) == 1:
        return True
    behind = [each for each in own if each.quantity.start >= keys.end]
    following = own[at + 1].quantity if at + 1 < len(own) else None
    listed = following is not None and following.kind == quantity.kind
    return (
        bool(behind)
        and behind[0] is own[at]
        and not (listed and following is not None and _NEXT.fullmatch(text, quantity.end, following.start))
    )


def _may_tell(kind: str, number: ToolNumber) -> bool:
    share = number.unit in UNIT_PER_FRACTION
    return (
        share
        if kind in _SHARES
        else kind == "money" and not share and measure_told(number) in ("money", "any", "number", "share")
    )


def _whole(text: str, end: int, keys: KeyList) -> ToolNumber | None:
    """The number of the record that the words behind a percentage name as its whole."""
    of = _OF.match(text, end)
    if of is None:
        return None
    named = stems(keys.record)
    found = [named.get(word.lower()[:STEM]) for word in of.groups() if word]
    return next((number for number in found if number is not None and number not in keys.numbers), None)
