"""What a tool's running text says its numbers are: "annual return 11.3%, deepest drawdown 19.6%"."""

import itertools
import re
from collections.abc import Iterator, Sequence, Set

from validators.grounding.answer.binding import links
from validators.grounding.answer.gap_cost import DIRECT
from validators.grounding.answer.layout import passages
from validators.grounding.answer.mentions import Mention, metric_mentions, tokens
from validators.grounding.answer.won_or_lost import won_or_lost
from validators.grounding.answer.yearly import is_annual, is_of_the_whole, is_told_in_total
from validators.grounding.told_as import can_be
from validators.grounding.tools.vocabulary.metric_vocabulary import RETURNS, TOTALS
from validators.grounding.tools.vocabulary.metrics import METRICS, SETTINGS, measure_of
from validators.numbers.quantity import DateParts, Quantity

# Settings and prices that a document speaks of at large, and so bind no number of it.
_TO = re.compile(r"\s?(?:->|→|=>)\s?|\s(?:(?:up|down|back) )?(?:to|into)\s", re.IGNORECASE)
_EQUITY = re.compile(
    r"\b(?:equity|account|capital|balance|portfolio|value|money|stake|investment)\b[^.;\n]{0,40}$", re.IGNORECASE
)
_EACH_TRADE = re.compile(r"\s?(?:/|per|a|each)\s?(?:closed |round )?(?:trade|deal|position|trip)\b", re.IGNORECASE)
_AVERAGE_LEAD = re.compile(
    r"\b(?:avg|average|mean|expectancy|expected)\W{0,3}(?:(?:of|is|was|return|profit|p&l|pnl)\W{1,3})?$", re.IGNORECASE
)
_IN, _OUT = re.compile(r"\s(?:went )?in\b[\s,;/|]{1,3}"), re.compile(r"\s(?:came |went )?out\b")
_ANNUAL_LEAD = re.compile(r"\b(?:annuali[sz]ed|per year|yearly|annually|p\.a\.)\W{0,3}$", re.IGNORECASE)
_SHARE_WON = re.compile(
    r"(?<=%)\s(?:of (?:them|these|those|the trades|its trades|all trades|trades|positions|the positions)\s)(?:\w+\s){0,2}(?:made money|profitable|won|winners|winning|in profit|(?:at|with) a (?:profit|gain))|(?<=%)\s(?:won|green|winners|winning|profitable|in profit)\b(?!\s\d)",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"(?<![\w.])(?:(?P<won>\d+)[ ]?W[ ]?[-–/,|·][ ]?(?P<lost>\d+)[ ]?L|W[: ]{0,2}(?P<w>\d+)[ ]?[-–/,|·][ ]?L[: ]{0,2}(?P<l>\d+))(?!\w|[./-]?\d)"
)
# words before the two ends of an account, and those between them
_COURSES = (
    (re.compile(r"\b(?:turn\w*|gr[eo]w\w*|t(?:akes?|ook)|compound\w*|brought)\s[^.;\d]{0,24}$", re.IGNORECASE), re.compile(r"\s(?:[A-Z]{3}\s)?(?:in)?to\s[^.;\d]{0,12}")),
    (re.compile(r""), re.compile(r"\s(?:[A-Z]{3}\s)?(?:gr[eo]ws?|bec[ao]mes?|rose|fell|shrank|compounded|turned|went)\s(?:(?:in)?to\s)?[^.;\d]{0,12}")),
    (re.compile(r"\b(?:start\w*|beg[ia]n\w*|open\w*)\s[^.;\d]{0,30}$", re.IGNORECASE), re.compile(r"[^.;\d]{0,16}\b(?:finish\w*|end(?:ed|s|ing)?|clos(?:ed|es|ing))\b[^.;\d]{0,16}")),
    (re.compile(r"(?:^|\n)[^\w\n]{0,8}$"), _TO),
)  # fmt: skip
_AROUND_DAYS = (
    ("holding_period", re.compile(r"\b(?:held|holding)\s(?:for |about |typically |on average )?$", re.IGNORECASE), re.compile(r"\s(?:average hold\w*|a trade on average)\b")),
    ("drawdown_duration", re.compile(r"\b(?:recover\w*|underwater|under water)\s(?:in |took |after |for |only )?$", re.IGNORECASE), re.compile(r"\s(?:to recover\b|to get back\b|from (?:the )?(?:low|trough|bottom) to\b)", re.IGNORECASE)),
)  # fmt: skip
_SPANNED = re.compile(r"%[\s)]{0,2}(?:overall|in total|annuali[sz]ed|p\.a\.|(?:a|per) year)", re.IGNORECASE)
_NO_RETURN = re.compile(
    r"\b(?:risk|target\w*|vol\w*|alpha|deviation|fees?|costs?|commission\w*|yield\w*|rates?|turnover|exposure|error|inflation)\b[^.;\n]{0,30}$",
    re.IGNORECASE,
)
_GAINED = frozenset({None, "return", "fall", "profit"})
_EXTREME = re.compile(r"\bin (?:its|the|their) (best|worst)(?: (month|year|day))?\b,? [^.;,\d]{0,20}$", re.IGNORECASE)
_EXTREME_OF = re.compile(r"\b(best|worst) (month|year|day)\b", re.IGNORECASE)
_OF_ANY_SPAN = frozenset({None, "return"})
ProseMetric = tuple[str, tuple[DateParts, ...]]
_AT_LARGE = SETTINGS | {"price", "positions", "observations"}


def prose_metrics(text: str, found: Sequence[Quantity]) -> dict[int, ProseMetric]:
    """The metric of each number (by its place in `found`) that stands right at the name of one, and the date that its sentence
    names."""
    mentions = metric_mentions(text, tokens(text), ())
    told: dict[int, ProseMetric] = {}
    for passage in passages(text) if mentions or _SPANNED.search(text) else ():
        inside = [number for number, each in enumerate(found) if passage.start <= each.start < passage.end]
        own = [mention for mention in mentions if passage.start <= mention.start < passage.end]
        dates = [found[number].readings[:1] for number in inside if found[number].readings]
        times = dates[0] if len(dates) == 1 else ()
        numbers = [number for number in inside if not found[number].readings]
        options = links(text, passage, [found[number] for number in numbers], own, names=False)
        direct = {choices[0].mention.start for choices in options if choices and choices[0].cost <= DIRECT}
        for number, choices in zip(numbers, options, strict=True):
            ended = "win_rate" if _SHARE_WON.match(text, found[number].end) else won_or_lost(text, found[number])
            if ended is None:
                close = [choice for choice in choices if choice.cost <= DIRECT]
                told_by = (_metric(text, found[number], choice.mention) for choice in close)
                ended = next(told_by, None) or next((name for name in told_by if measure_of(name) == "count"), None)
            ended = ended or _of_days(text, found[number])
            if ended in _GAINED and found[number].kind == "percent":
                ended = _of_extreme(text, passage.start, found[number]) or ended
            if ended in _OF_ANY_SPAN and found[number].kind == "percent":
                beside = {choice.mention.name for choice in choices[:1] if choice.mention.start not in direct}
                ended = _over_span(text, found[number], beside) or ended
            if ended is not None:
                told[number] = ended, times
        told |= {number: ("average_trade", times) for number in numbers if _is_of_a_trade(text, found[number])}
    for first, second in _equities(text, found):
        told |= {first: ("initial_capital", ()), second: ("final_equity", ())}
    return told


def _of_days(text: str, quantity: Quantity) -> str | None:
    """What the words right around a number of days say that it is, where they name no metric: "held 4 days"."""
    if quantity.kind != "duration":
        return None
    before = text[max(0, quantity.start - 40) : quantity.start]
    return next(
        (metric for metric, ahead, behind in _AROUND_DAYS if ahead.search(before) or behind.match(text, quantity.end)),
        None,
    )


def _of_extreme(text: str, start: int, quantity: Quantity) -> str | None:
    """What the best or worst month came to, where a verb stands between: "in its best month it gained 10%, in its worst it lost 9%"."""
    lead = _EXTREME.search(text, max(start, quantity.start - 40), quantity.start)
    if lead is None:
        return None
    before = lead[2] or next((each[2] for each in _EXTREME_OF.finditer(text, start, lead.start())), None)
    metric = f"{lead[1]}_{before}".lower()
    return metric if metric in METRICS else None


def _over_span(text: str, quantity: Quantity, beside: Set[str]) -> str | None:
    """What a share that says of what span it is, and stands at no other metric, is: "105.6% in total", "(10.9% a year)"."""
    if beside - RETURNS - TOTALS or _NO_RETURN.search(text, max(0, quantity.start - 40), quantity.start):
        return None
    behind = quantity.end, quantity.end  # what stands before it may be of another number
    if is_told_in_total(text, quantity.end) or is_of_the_whole(text, *behind):
        return "total_return"
    return "cagr" if is_annual(text, *behind) else None


def _is_of_a_trade(text: str, quantity: Quantity) -> bool:
    """Whether a number is what the average trade came to: "avg -0.4% per trade"."""
    return (
        quantity.kind in ("percent", "money")
        and _EACH_TRADE.match(text, quantity.end) is not None
        and _AVERAGE_LEAD.search(text, max(0, quantity.start - 24), quantity.start) is not None
    )


def spelled_record(text: str) -> str:
    """A text with the trades won and lost in words: "37W/55L", "W 30 / L 27"."""
    return _RECORD.sub(lambda found: f"{found['won'] or found['w']} won, {found['lost'] or found['l']} lost", text)


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


def _is_course(ahead: str, between: str) -> bool:
    """Whether two amounts are what an account went from and to: "turned $10,000 into $14,000"."""
    return any(before.search(ahead) and middle.fullmatch(between) for before, middle in _COURSES)


def _equities(text: str, found: Sequence[Quantity]) -> Iterator[tuple[int, int]]:
    """Pairs of what an account went from and to: "equity: 75000 -> 27983", "the account went from $12,500 to $11,396", "$9,000 in,
    $9,900 out"."""
    for number, (left, right) in enumerate(itertools.pairwise(found)):
        amounts = all(each.kind in ("money", "plain", "count") and each.value >= 100 for each in (left, right))
        ahead, between = text[max(0, left.start - 40) : left.start], text[left.end : right.start]
        told = (
            ("money" in (left.kind, right.kind) and _is_course(ahead, between))
            or (is_change(text, left, right) and _EQUITY.search(text, max(0, left.start - 60), left.start))
            or (_IN.fullmatch(text, left.end, right.start) and _OUT.match(text, right.end))
        )
        if amounts and told:
            yield number, number + 1
