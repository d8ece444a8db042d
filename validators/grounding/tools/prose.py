"""What a tool's running text says its numbers are: "annual return 11.3%, deepest drawdown 19.6%"."""

import itertools
import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.binding import links
from validators.grounding.answer.gap_cost import DIRECT
from validators.grounding.answer.layout import passages
from validators.grounding.answer.mentions import Mention, metric_mentions, tokens
from validators.grounding.answer.won_or_lost import won_or_lost
from validators.grounding.answer.yearly import is_annual
from validators.grounding.told_as import can_be
from validators.grounding.tools.vocabulary.metrics import SETTINGS
from validators.numbers.quantity import DateParts, Quantity

# Settings and prices that a document speaks of at large, and so bind no number of it.
_TO = re.compile(r"\s?(?:->|→|=>)\s?|\s(?:to|into)\s", re.IGNORECASE)
_EQUITY = re.compile(
    r"\b(?:equity|account|capital|balance|portfolio|value|money|stake|investment)\b[^.;\n]{0,40}$", re.IGNORECASE
)
_ANNUAL_LEAD = re.compile(r"\b(?:annuali[sz]ed|per year|yearly|annually|p\.a\.)\W{0,3}$", re.IGNORECASE)
_SHARE_WON = re.compile(
    r"(?<=%)\s(?:of (?:them|these|those|the trades|its trades|all trades|trades|positions|the positions)\s)(?:\w+\s){0,2}(?:made money|profitable|won|winners|winning|in profit|(?:at|with) a (?:profit|gain))",
    re.IGNORECASE,
)
ProseMetric = tuple[str, tuple[DateParts, ...]]
_AT_LARGE = SETTINGS | {"price", "positions", "observations"}


def prose_metrics(text: str, found: Sequence[Quantity]) -> dict[int, ProseMetric]:
    """The metric of each number (by its place in `found`) that stands right at the name of one, and the date that its sentence
    names."""
    mentions = metric_mentions(text, tokens(text), ())
    told: dict[int, ProseMetric] = {}
    for passage in passages(text) if mentions else ():
        inside = [number for number, each in enumerate(found) if passage.start <= each.start < passage.end]
        own = [mention for mention in mentions if passage.start <= mention.start < passage.end]
        dates = [found[number].readings[:1] for number in inside if found[number].readings]
        times = dates[0] if len(dates) == 1 else ()
        numbers = [number for number in inside if not found[number].readings]
        options = links(text, passage, [found[number] for number in numbers], own, names=False)
        for number, choices in zip(numbers, options, strict=True):
            ended = "win_rate" if _SHARE_WON.match(text, found[number].end) else won_or_lost(text, found[number])
            if ended is None and choices and choices[0].cost <= DIRECT:
                ended = _metric(text, found[number], choices[0].mention)
            if ended is not None:
                told[number] = ended, times
    for first, second in _equities(text, found):
        told |= {first: ("initial_capital", ()), second: ("final_equity", ())}
    return told


def _metric(text: str, quantity: Quantity, mention: Mention) -> str | None:
    """What a number right at a name is; None where the name is one that documents speak of at large."""
    name = mention.name
    yearly = _ANNUAL_LEAD.search(text, max(0, quantity.start - 24), quantity.start) is not None
    if yearly or (name == "return" and is_annual(text, quantity.start, quantity.end)):
        name = "cagr"
    elif name == "fee" and quantity.kind == "money":
        name = "fees_paid"
    elif name == "profit" and quantity.kind == "percent":
        name = "total_return"
    return name if name not in _AT_LARGE and can_be(quantity, name) else None


def is_change(text: str, left: Quantity, right: Quantity) -> bool:
    """Whether an arrow or a "to" stands between two numbers."""
    return _TO.fullmatch(text, left.end, right.start) is not None


def _equities(text: str, found: Sequence[Quantity]) -> Iterator[tuple[int, int]]:
    """Pairs of what an account went from and to: "equity: 75000 -> 27983", "the account went from $12,500 to $11,396"."""
    for number, (left, right) in enumerate(itertools.pairwise(found)):
        amounts = all(each.kind in ("money", "plain", "count") and each.value >= 100 for each in (left, right))
        if amounts and is_change(text, left, right) and _EQUITY.search(text, max(0, left.start - 60), left.start):
            yield number, number + 1
