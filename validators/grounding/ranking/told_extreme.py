"""A number told as the highest or the lowest of several, held to all those that the tools returned beside it, whatever its sentence
names: "Its Sharpe of 0.4 is the highest of the three", "The poorest year was 2016. The fund made 9%"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import Held
from validators.grounding.ranking.against_tools import Comparison
from validators.grounding.ranking.boards import TIMES, UNITS, Board, boards
from validators.grounding.ranking.extreme_words import LENGTHS, MAY_TELL_EXTREME, Extreme, extremes
from validators.grounding.ranking.set_first import COUNTS, OF_ALL, OPEN, OWN, counted
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import MAIN, ToolNumber, is_of_one_period
from validators.grounding.tools.vocabulary.metrics import METRICS, SETTINGS, is_loss

_DIMENSIONS = {unit: dimension for dimension, unit in UNITS.items()}
_NOUN = re.compile(
    r"(?: (?!(?:of|in|at|by|on)\b)[a-z]{2,12}(?:-[a-z]{2,12})?)? (?:(?P<unit>year|quarter|month)|fund|strategy|model|mandate|portfolio|run|variant|class|sleeve|ticker|stock|market|sector|setting"
    r"|version|system|one|manager|account|desk|book|episode|period|window|fold|regime|asset|name|performer|earner|contributor|detractor)\b(?!['’-])",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\b(?:is|was|are|were|being|ranks?|ranked|c[ao]mes?|runs?|r[au]n|stands?|stood|sits?) (?:\w+ly |also |by far |still ){0,2}(?:the )?$",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"\b(?:has|had|have|shows?|showed|post(?:s|ed)|suffer(?:s|ed)|carr(?:ies|ied)|took|takes|saw|boasts?|gives?|gave|offers?|earn(?:s|ed)|pa(?:ys|id)|made|makes|delivers?|delivered|charges?|charged"
    r"|ends? with|ended with|finish(?:es|ed) with|produced|brought|returned) (?:\w+ly |also |by far )?the $",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"(?:[\s-][a-z&-]{1,14}){0,4}? (?:(?:c[ao]mes?|came|arrived|happened|occurred) (?:from|in|with|after|during|under|at|on)|belong(?:s|ed) to|goes to|went to|falls? to|fell (?:to|in)|follow(?:s|ed)"
    r"|(?:is|was|are|were) (?:that of|those of|found in|seen in|with|in|at|on|from|under|during|after)|(?:is|was)(?= \W{0,3}(?:\ue000|0(?=[,.;:]|$| \()|the \ue000|[A-Z])))",
)
_OF_ONE = re.compile(
    r"(?: [a-z]{2,12}){1,3} (?:of|for) (?:(?:the|its|your|our|this) )?(?:strategy|model|system|benchmark|index|fund|portfolio|account|run|\ue000)",
    re.IGNORECASE,
)  # "the deepest fall of A": its own
_BARE = (
    re.compile(r"\bthe $", re.IGNORECASE),
    re.compile(r" (?:at|with|(?:one )?being)\b| \(|[:,] "),
)  # "and May the worst at"
_THE = re.compile(r"(?:^|[.;:,]\s|\b(?:and|while|whereas|but)\s)\W{0,4}(?:the |its )?\W{0,3}$", re.IGNORECASE)
_APART = re.compile(
    r"\b(?:but|while|whereas|although|though|than|against|versus|vs|compared|followed by|ahead|behind|next|then|despite|before|after (?!the\b)|gap|difference|spread|margin)\b|[;?]",
    re.IGNORECASE,
)
_OF_TIMES = re.compile(
    rf"\bof (?:the |all |these |those )+(?:(?:{'|'.join(COUNTS)}|calendar|\d+) )*(?P<unit>year|quarter|month)s\b",
    re.IGNORECASE,
)
_AT_IT = re.compile(r"\W{0,3} (?:in|for|during|at|over|from|under) (?:the )?$", re.IGNORECASE)
_RELATIVE = re.compile(r" (?:relative|excess|comparative|risk-adjusted)\b", re.IGNORECASE)
_APPOSED = re.compile(
    r"[*_%]{0,3}(?: [a-z]+)?, (?:by far |easily |also )?(?:the|its) "
)  # "6.9 points, the smallest of the series"
_LED_TO = re.compile(
    r"[:,(] ?(?:at |with )?\W{0,3}\d| (?:in|during|for|with|on|under) [^,;.:]{1,30}? at (?:only |just )?\W{0,3}\d"
)
_LASTING = frozenset({"day", "week", "month", "year", "hour", "minute", "bar"})
_OF_A_PERIOD = re.compile(r"(?:best|worst)_")


def told_extremes(answer: Answer, index: ToolIndex, claims: Sequence[Claim], held: Held) -> Iterator[Comparison]:
    """The words of a first or last place that a number is told with, and whether it has that place among those of its kind."""
    told: dict[int, list[tuple[Claim, ToolNumber | None]]] = {}
    for claim in claims:
        number = held.get(claim.quantity)
        if claim.quantity.kind not in ("date", "split") and not (number is not None and number.length):
            told.setdefault(claim.passage, []).append((claim, number))
    if not told:
        return
    numbers = {id(number) for number in held.values()}
    for place, passage in answer.outline.running:
        text = answer.passage_text(place)
        if not (place in told or place + 1 in told):
            continue
        if not MAY_TELL_EXTREME.search(text) or text.rstrip().endswith("?"):
            continue
        said = list(extremes(text))
        for extreme in said:
            if OWN.search(text, max(0, extreme.start - 10), extreme.start) or _RELATIVE.match(text, extreme.end):
                continue
            own = _own(answer, place, text, extreme, said, told)
            if own is None or not _is_among_several(text, extreme):
                continue
            claim, number = own
            if _is_of_another(answer, place, passage.start + extreme.end, claim, number):
                continue
            decided = [
                _has_place(board, number, claim, extreme, numbers, counted(OF_ALL.search(text)))
                for board in _boards(index, number, _unit(text, extreme))
            ]
            if decided:
                yield Comparison(passage.start + extreme.start, passage.start + extreme.end, number, any(decided))


def _is_of_another(answer: Answer, place: int, end: int, claim: Claim, number: ToolNumber) -> bool:
    """Whether the word is said of another metric, or the number of none: "the best Sharpe of the four, and the fall is only 4%"."""
    said = answer.metrics.mentions(place)
    if any(number.measured not in each.means for each in said if end <= each.start <= end + 1):
        return True
    if claim.passage != place:  # "counting from the cheapest by fees it comes first. It made $400"
        ahead = [each for each in said if each.end <= end]
        return bool(ahead) and number.measured not in ahead[-1].means
    return claim.quantity.kind == "plain" and number.measured not in (claim.context.metrics or ())


def _own(
    answer: Answer,
    place: int,
    text: str,
    extreme: Extreme,
    said: Sequence[Extreme],
    told: Mapping[int, Sequence[tuple[Claim, ToolNumber | None]]],
) -> tuple[Claim, ToolNumber] | None:
    """The number that an extreme is said of: the next one told, the one before where it is said of that, the first of the next
    sentence where its own tells none."""
    start = answer.outline.passages[place].start
    here = told.get(place, ())
    ahead = [each for each in here if each[0].quantity.start - start >= extreme.end]
    back = [each for each in here if each[0].quantity.end - start <= extreme.start]
    others = [each for each in said if each.end <= extreme.start or each.start >= extreme.end]
    end = back[-1][0].quantity.end - start if back else 0
    told_of_it = back and (_AT_IT.fullmatch(text, end, extreme.start) or _APPOSED.fullmatch(text, end, extreme.start))
    if told_of_it or (
        back and _STATED.search(text, 0, extreme.start) and not (ahead and _LED_TO.search(text, extreme.end))
    ):
        claim, number = back[-1]
        between = claim.quantity.end - start, extreme.start
    elif ahead:
        claim, number = ahead[0]
        between = extreme.end, claim.quantity.start - start
    elif not here and told.get(place + 1) and not others:
        claim, number = told[place + 1][0]
        first = answer.outline.passages[place + 1].start
        if number is None or not _names(answer, place, number):
            return None
        if _APART.search(answer.text, first, claim.quantity.start) or MAY_TELL_EXTREME.search(
            answer.text, first, claim.quantity.start
        ):
            return None
        between = extreme.end, len(text)
    else:
        return None
    if number is None or not _fits(extreme, number, claim) or _APART.search(text, *between):
        return None
    if any(between[0] <= each.start < between[1] for each in others):
        return None
    paired = any(
        each.end <= extreme.start
        and not any(each.end <= other.quantity.start - start < extreme.start for other, _ in here)
        for each in others
    )
    stop = max(between[1], extreme.end)
    rest = OF_ALL.sub(" ", f"{text[: extreme.start]} ; {text[extreme.end : stop]}")
    return None if paired or OPEN.search(rest) else (claim, number)


def _names(answer: Answer, place: int, number: ToolNumber) -> bool:
    """Whether a sentence names what a number is of."""
    if any(answer.things.names(name, place) for name in number.scope.values()):
        return True
    return len(number.times) == 1 and number.times[0] in answer.times.dates_in(place)


def _fits(extreme: Extreme, number: ToolNumber, claim: Claim) -> bool:
    metric = _metric(number)
    if metric is None or metric in SETTINGS - {"fee"} or number.prose or number.difference or number.length:
        return False
    words = extreme.words
    if words.metrics is LENGTHS:
        return claim.quantity.kind == "duration" or number.unit in _LASTING or metric in LENGTHS
    if words.metrics is None:
        return not words.nominal and not (is_loss(metric) and claim.quantity.sign < 0)
    shares = metric not in METRICS and claim.quantity.kind == "percent" and is_of_one_period(number)
    return metric in words.metrics or (shares and "return" in words.metrics)  # what "strategy" made in a year


def _metric(number: ToolNumber) -> str | None:
    return number.measured or ("return" if is_of_one_period(number) else None)


def _unit(text: str, extreme: Extreme) -> str | None:
    """The dimension of times that a word is of: the best "year"."""
    noun = _NOUN.match(text, extreme.end)
    of_all = _OF_TIMES.search(text)
    unit = noun["unit"] if noun is not None and noun["unit"] else of_all["unit"] if of_all is not None else None
    return _DIMENSIONS[unit.lower()] if unit else None


def _is_among_several(text: str, extreme: Extreme) -> bool:
    """Whether a word sets one of several things first, and is no part of the name of what each of them has one of."""
    own = _OF_ONE.match(text, extreme.end)
    if OF_ALL.search(text, own.end() if own else 0) or extreme.words.verdict or _NOUN.match(text, extreme.end):
        return True
    before = text[: extreme.start]
    bare = _BARE[0].search(before) and _BARE[1].match(text, extreme.end)
    return bool(
        bare
        or _STATED.search(before)
        or _HAS.search(before)
        or (_THE.search(before) and _CAME.match(text, extreme.end) and own is None)
    )


def _boards(index: ToolIndex, number: ToolNumber, unit: str | None) -> Iterator[Board]:
    """The numbers of the metric of one, by each thing that may tell them apart."""
    metric = number.metric if number.metric in index.by_metric else _metric(number)
    if metric is None or (unit is not None and _OF_A_PERIOD.match(metric)):
        return
    of_times = is_of_one_period(number)
    dimensions = [unit] if unit is not None else [*number.scope, *(TIMES if of_times else ())]
    for dimension in dimensions:
        among = {other: frozenset({number.scope[other]}) for other in _telling_apart(index, metric, number, dimension)}
        dates = () if dimension in TIMES else number.times if of_times else ()
        for board in boards(index, metric, dimension, among=among, dates=dates, key=number.metric):
            if any(each.source == number.source for each in board.values()):
                yield board


def _telling_apart(index: ToolIndex, metric: str, number: ToolNumber, dimension: str) -> list[str]:
    """The other dimensions that tell apart numbers of what a dimension calls by one name."""
    own = number.scope.get(dimension)
    alike = [
        each.scope for each in index.by_metric.get(metric, ()) if dimension in TIMES or each.scope.get(dimension) == own
    ]
    return [
        other
        for other, name in number.scope.items()
        if other != dimension and any(scope.get(other, MAIN) != name for scope in alike)
    ]


def _has_place(
    board: Board,
    number: ToolNumber,
    claim: Claim,
    extreme: Extreme,
    told: set[int],
    many: int | None,
) -> bool:
    """Whether a number has the place among all, or among those that the answer tells."""
    if many is not None and many < len(board):
        return True
    among = {name: each for name, each in board.items() if id(each) in told}
    groups = [board, among] if len(among) > 1 and many is None and extreme.nth == 1 else [board]
    sizes = [_size] if is_loss(_metric(number)) else [_value, _size] if extreme.words.size else [_value]
    return any(extreme.is_at(held(number), map(held, group.values())) for group in groups for held in sizes)


def _value(number: ToolNumber) -> float:
    return number.value


def _size(number: ToolNumber) -> float:
    return abs(number.value)
