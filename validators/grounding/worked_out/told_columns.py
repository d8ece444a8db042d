"""What is worked out of the one column of the tools that words name: the share that the rows told have in "all trades", what the
runs compared come to on average, what an account made from its capital to its last level."""

import re
from collections.abc import Callable, Sequence
from statistics import fmean

from validators.grounding.answer.mentions import Mention
from validators.grounding.number_match import PER_FRACTION, UNIT_PER_FRACTION, agrees
from validators.grounding.tools.index import ToolIndex, overlap
from validators.grounding.tools.number import KEYED, PLACE, ToolNumber, is_of_one_period, shape_of
from validators.grounding.tools.vocabulary.metric_vocabulary import COUNTS
from validators.grounding.tools.vocabulary.metrics import is_loss
from validators.numbers.quantity import DateParts, Quantity

_ADDED = COUNTS | {"fees_paid", "profit"}  # what the parts of a run add up to
_OF = re.compile(
    r"[ *_]{1,4}of (?:(?:all|the|its|their|total|overall|combined|whole|entire|run['’]s|0|of) ){0,4}(?:0 )?$",
    re.IGNORECASE,
)
_OF_BEFORE = re.compile(r" of (?:all|the|its|total|all the) $", re.IGNORECASE)  # "half of the trades (54%)"
_ACROSS = re.compile(
    r"\b(?:averag\w+|mean|on average)\b[^.;\d]{0,40}\b(?:across|over|of|for|between) (?:all|the|both|these|those|every)\b(?: of)?(?: the| these| those)?"
    r"(?: (?P<many>two|three|four|five|six|seven|eight|nine|ten))?",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:gain\w*|ma[dk]es?|making|earn\w*|los(?:t|es?|ing)|grew|shrank|profit\w*|added|(?:is|was|finish\w*|ended|stands) (?:up|down|ahead|behind))\b",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:los(?:t|es?|s|ing)|down|behind|shed|shrank|below|under|short|less|poorer|worse)\b", re.IGNORECASE
)
_MANY = {word: many for many, word in enumerate("two three four five six seven eight nine ten".split(), start=2)}
_MOST = 24


def share_of_column(
    text: str, claim: Quantity, index: ToolIndex, mentions: Sequence[Mention], dates: Sequence[DateParts]
) -> str | None:
    """The rows of the `dates` whose share in the column that the words behind the claim name it is."""
    if claim.kind != "percent" or not dates:
        return None
    behind = (each for each in mentions if _OF.fullmatch(text, claim.end, each.start))
    ahead = (
        each for each in mentions if text[each.end : claim.start] == " (" and _OF_BEFORE.search(text, 0, each.start)
    )
    whole = next(behind, None) or next(ahead, None)
    if whole is None:
        return None
    columns: dict[str, list[ToolNumber]] = {}
    for name in whole.means & _ADDED:
        for number in index.by_metric.get(name, ()):
            if is_of_one_period(number):
                columns.setdefault(shape_of(number.source), []).append(number)
    for column in columns.values():
        told = [each for each in column if overlap(dates, each.times)]
        total = sum(each.value for each in column)
        if min(each.value for each in column) >= 0 and total and 0 < len(told) < len(column):
            share = 100 * sum(each.value for each in told) / total
            if agrees(claim, share):
                return f"{claim.text} = share of {' + '.join(each.source for each in told)}"
    return None


def mean_of_runs(text: str, claim: Quantity, index: ToolIndex, metrics: frozenset[str]) -> str | None:
    """The numbers of the runs compared of which `claim`, in its sentence `text`, is the mean."""
    across = _ACROSS.search(text)
    if across is None or len(metrics) != 1:
        return None
    name = next(iter(metrics))
    runs = [
        each
        for each in index.by_metric.get(name, ())
        if not (each.prose or is_of_one_period(each) or _is_of_part(each))
    ]
    if not 1 < len(runs) <= _MOST or (across["many"] and _MANY[across["many"].lower()] != len(runs)):
        return None
    scale = PER_FRACTION.get(claim.kind, 1.0)
    own = UNIT_PER_FRACTION.get(runs[0].unit or "", 1.0) if claim.kind in PER_FRACTION else 1.0
    mean = scale * fmean(each.value for each in runs) / own
    if not agrees(claim, mean) or (mean * claim.value < 0 and not is_loss(name)):
        return None
    return f"{claim.text} = mean of {len(runs)} at {runs[0].source} and on"


def gain_of_account(
    text: str, claim: Quantity, index: ToolIndex, metrics: frozenset[str], suits: Callable[[ToolNumber], bool]
) -> str | None:
    """What the account came to and its capital, of which `claim`, in its sentence `text`, is the difference, told as made or lost over all of the time."""
    told = _MADE.search(text) is not None or "profit" in metrics
    if claim.kind not in ("money", "percent") or not told or index.held & {"profit", "total_return"}:
        return None
    starts = [
        each for each in index.by_metric.get("initial_capital", ()) if not PLACE.search(each.source) and suits(each)
    ]
    lasts = [each for each in index.by_metric.get("final_equity", ()) if suits(each) and not _is_of_part(each)]
    if len(starts) != 1 or len(lasts) != 1:
        return None
    first, last = starts[0], lasts[0]
    gain = last.value - first.value
    told_so = gain if claim.kind == "money" else 100 * gain / first.value if first.value else 0.0
    if not agrees(claim, told_so) or (gain < 0) != (_LOST.search(text) is not None or claim.sign < 0):
        return None
    return f"{claim.text} = {last.source} − {first.source}"


def _is_of_part(number: ToolNumber) -> bool:
    """Whether a key singles a number out of its run: that of its benchmark."""
    return any(dimension.startswith(KEYED) for dimension in number.scope)
