"""Comparisons that what the tools returned contradicts, whether or not the sentence tells the numbers compared: "A is the busiest",
"B lagged A in 2020"."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.answer.mentions import Mention, meant
from validators.grounding.answer.named_text import named_text
from validators.grounding.fit.claim_fit import Held
from validators.grounding.ranking.asked_first import asked_first, asks_for_first, asks_itself
from validators.grounding.ranking.asked_whether import asked_whether
from validators.grounding.ranking.boards import MONTHS, UNITS, Board, boards, time_name
from validators.grounding.ranking.extreme_words import MAY_TELL_EXTREME
from validators.grounding.ranking.places import Place, places
from validators.grounding.ranking.ranking_words import DRAWDOWNS, MAY_RANK, Cue
from validators.grounding.ranking.set_above import Pair, told_above
from validators.grounding.ranking.set_first import First, set_first
from validators.grounding.ranking.winners import told_outcome_of
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import ToolNumber, is_of_one_period
from validators.grounding.tools.vocabulary.metric_vocabulary import MOST_MEANT
from validators.grounding.tools.vocabulary.metrics import SETTINGS, is_loss, measure_of
from validators.numbers.quantity import DateParts

# without look-around: an answer that it does not match compares nothing
MAY_COMPARE = (
    r"(?i)\b(?:\w+er|\w+est|more|less|most|least|first|last|top|bottom|out\w+|beat\w*|lag\w*|trail\w*|ahead|behind|above|below|only|alone|every|all|none|neither|each|both"
    r"|money|profit\w*|los\w+|gain\w*|rose|fell|black|red|positive|negative|exceed\w*|surpass\w*|prefer\w*|favou?r\w*|pick\w*|under\w+|le[ad]+s?|w[io]ns?|twice|thrice|doubl\w+|tripl\w+|trebl\w+|quadrupl\w+|halv\w+)\b"
)
_OF_TWO = re.compile(
    r"\b(?:of|between) (?:the|these|those) (?:two|pair)\b|\bof both\b|\b(?<!one )(?<!each )(?<!some )(?<!both )(?<!all )of them(?=[,;:.]|$)",
    re.IGNORECASE,
)
_NEAR = 30  # characters
_MOST_THINGS = 12  # named in one sentence
_RESULTS = frozenset(
    {"total_return", "return", "cagr", "profit", "final_equity", "sharpe"}
)  # by which a winner is told
_OUTCOMES = frozenset({"total_return", "return", "cagr", "profit"})
_TIMES_FIRST = frozenset("best_year worst_year best_month worst_month".split())  # whose names are their result's
_OF_ANOTHER = re.compile(
    r"\b(?:bench\w*|index|market|hold(?:ing)?|passive\w*|relative|excess|active)\b|(?<!\ue000)['’]s\b", re.IGNORECASE
)
_OF_FALLS = re.compile(r"(?:deep|shallow|mild|gentl)est", re.IGNORECASE)
_LOSS = "max_drawdown"  # in whose words losses are compared
_AGAINST = re.compile(r"\b(?:than|versus|vs|against|compared|relative|unlike|over)\b", re.IGNORECASE)
_OTHER_NOUN = re.compile(
    r" (?!than|of|for|in|on|at|by|with|and|or|but|when|if|here|too|still|again|overall|outright|over|under|after|before|through|during|from|to)[a-z]{3,}"
)
_BY = re.compile(r" (?:by|on|in terms of) (?:the |its )?", re.IGNORECASE)  # "the busiest by turnover"
_MINUS = re.compile(r"(?<![\w.])[-−–][$€£]?\d")
_TYPED = frozenset(
    {"volatility", "downside_deviation", "max_drawdown", "average_drawdown", "trades", "win_rate"}
)  # by words of their own


@dataclass(frozen=True, slots=True)
class Comparison:
    """Words of comparison at `start` to `end` of the answer's text, of what has `number`, and whether what they say `holds`."""

    start: int
    end: int
    number: ToolNumber
    holds: bool


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence: its names of one dimension, and what else it says its comparison is of."""

    text: str
    start: int
    dimension: str
    things: Sequence[Mention]
    among: Mapping[str, frozenset[str]]
    ends_on_thing: bool  # whether it names nothing else behind its things
    dates: Sequence[DateParts]
    metrics: Sequence[Mention]
    told: Sequence[ToolNumber | None]  # what its numbers are of
    place: int
    answer: Answer


def comparisons(answer: Answer, index: ToolIndex, claims: Sequence[Claim], held: Held) -> Iterator[Comparison]:
    """The comparisons of an answer that what the tools returned decides. `held` are the tool numbers that ground its claims."""
    told: dict[int, list[ToolNumber | None]] = {}
    for claim in claims:
        if claim.quantity.kind != "date":
            told.setdefault(claim.passage, []).append(held.get(claim.quantity))
    for place, _ in answer.outline.running:
        text = answer.passage_text(place)
        if text.rstrip().endswith("?"):
            continue
        ranks, extreme = MAY_RANK.search(text) is not None, MAY_TELL_EXTREME.search(text) is not None
        for sentence in _sentences(answer, index, place, told.get(place, ())):
            if ranks:
                yield from _out_of_order(sentence, index)
            if extreme:
                yield from _not_first(sentence, index)
            yield from _out_of_place(sentence, index)
            yield from _won_or_lost(sentence, index)
    yield from _not_the_asked(answer, index, told)
    yield from _yes_or_no(answer, index, told)


def _not_the_asked(
    answer: Answer, index: ToolIndex, told: Mapping[int, Sequence[ToolNumber | None]]
) -> Iterator[Comparison]:
    """What an answer sets out with, where the question asks for the first or last of several and that is another; and so for what it
    asks itself."""
    places = range(len(answer.outline.passages))
    asked = asks_for_first(answer.question)
    named = named_text(asked, index.names).text if asked is not None else None
    for place, said in ((0, named), *((place, asks_itself(answer, place - 1)) for place in places[1:])):
        if said is not None and place in places:
            yield from _not_this(answer, index, said, place, told.get(place, ()))


def _not_this(
    answer: Answer, index: ToolIndex, said: str, place: int, told: Sequence[ToolNumber | None]
) -> Iterator[Comparison]:
    sentences = {each.dimension: each for each in _sentences(answer, index, place, told)}
    asked = asked_first(
        answer, index, said, place, {dimension: list(each.things) for dimension, each in sentences.items()}
    )
    if asked is None:
        return
    text, first, metrics = asked
    for dimension, thing in first.items():
        one = Mention(0, 1, thing.means)
        own = sentences[dimension]
        among = {other: names for other, names in own.among.items() if other != dimension}
        sentence = replace(own, text=text, start=0, things=[one], among=among, metrics=metrics)
        for found in _not_first(sentence, index):
            yield Comparison(own.start + thing.start, own.start + thing.end, found.number, found.holds)


def _yes_or_no(
    answer: Answer, index: ToolIndex, told: Mapping[int, Sequence[ToolNumber | None]]
) -> Iterator[Comparison]:
    """A yes or a no to the question whether one thing is above another, of which the numbers told beside it decide."""
    asked = asked_whether(answer, index)
    if asked is None:
        return
    place, yes, text, named, metrics = asked
    numbers = told.get(place) or told.get(place + 1, ())
    start = answer.outline.passages[place].start
    for dimension, things in named.items():
        if len({thing.means for thing in things}) != 2 or any(len(thing.means) != 1 for thing in things):
            continue
        among = {
            other: frozenset(name for each in mentions for name in each.means)
            for other, mentions in named.items()
            if other != dimension and mentions
        }
        sentence = _Sentence(text, start, dimension, things, among, False, (), metrics, numbers, place, answer)
        decided = list(_out_of_order(sentence, index))
        if decided:
            holds = any(each.holds for each in decided) if yes else not all(each.holds for each in decided)
            yield Comparison(start, start + len("yes" if yes else "no"), decided[0].number, holds)


def _sentences(answer: Answer, index: ToolIndex, place: int, told: Sequence[ToolNumber | None]) -> Iterator[_Sentence]:
    """A passage by each dimension that it names things of."""
    passage = answer.outline.passages[place]
    text = answer.text[passage.start : passage.end]
    metrics = [
        mention.moved(-passage.start) for mention in answer.metrics.mentions(place) if not mention.means <= SETTINGS
    ]
    dated = [(mention.moved(-passage.start), date) for mention, date in answer.times.mentions_in(place)]
    dates = list(dict.fromkeys(date for _, date in dated))
    if len(answer.times.dates_in(place)) > len(dated):
        return  # of a window
    named = answer.things.mentions_in(place)
    names = {
        dimension: frozenset(name for each in mentions for name in each.means) for dimension, mentions in named.items()
    }
    for dimension, mentions in named.items():
        if len(mentions) > _MOST_THINGS or any(len(each.means) != 1 for each in mentions) or len(dates) > 1:
            continue
        among = {other: held for other, held in names.items() if other != dimension}
        things = [mention.moved(-passage.start) for mention in mentions]
        last = all(each.start < mentions[-1].start for other in among for each in named[other])
        yield _Sentence(text, passage.start, dimension, things, among, last, dates, metrics, told, place, answer)
    if not dated or len(dated) > _MOST_THINGS or any(len(held) > 1 for held in names.values()):
        return
    for dimension in UNITS:
        times = [(mention, time_name(date, dimension)) for mention, date in dated]
        things = [Mention(each.start, each.end, frozenset({name})) for each, name in times if name is not None]
        if len(things) == len(times) and not (dimension == MONTHS and any(date.year for _, date in dated)):
            yield _Sentence(text, passage.start, dimension, things, names, False, (), metrics, told, place, answer)


def _out_of_order(sentence: _Sentence, index: ToolIndex) -> Iterator[Comparison]:
    named = list(dict.fromkeys(thing.means for thing in sentence.things))
    of_two = sentence.ends_on_thing and _OF_TWO.search(sentence.text) is not None
    if not 1 <= len(named) <= 2 or (
        len(named) == 1
        and (
            (sentence.among and not of_two)
            or _AGAINST.search(sentence.text)
            or not (sentence.metrics or sentence.told or of_two)
        )
    ):
        return  # of one thing that is named alone it must be plain what it is compared with, and in what

    def read(metric: str) -> Iterator[tuple[bool, Cue, ToolNumber]]:
        for board in _boards(sentence, index, metric):
            (first,), *rest = named
            others = [name for name in board if name != first]
            others = [name for name in others if len(others) == 1 or sentence.answer.things.speaks_of(name)]
            last = next(iter(rest[0])) if rest else others[0] if len(others) == 1 else None
            if first not in board or last is None or last not in board:
                continue
            numbers = [board[first], board[last]]
            as_loss = max(number.value for number in numbers) < 0 and metric.startswith("worst_")
            loss = is_loss(metric) or as_loss
            negative = min(number.value for number in numbers) < 0 and not loss
            pair = Pair(
                _LOSS if as_loss else metric,
                0,
                len(sentence.text),
                negative,
                minus=loss and _MINUS.search(sentence.text) is not None,
            )
            both = [frozenset({first}), frozenset({last})]
            above = told_above(sentence.text, sentence.things, both, sentence.metrics, pair)
            if above is None or _is_of_another(sentence, above[1], metric):
                continue
            high, low = numbers if above[0] == both[0] else reversed(numbers)
            values = [abs(each.value) if loss else each.value for each in (high, low)]
            counted = above[1].saying.size and measure_of(metric) == "count"  # "larger trades" are no more of them
            if values[0] != values[1] and not counted and _is_told(sentence, metric, numbers):
                larger = above[1].saying.size and abs(values[0]) > abs(values[1])  # "lost more"
                yield values[0] > values[1] or larger, above[1], high

    said = meant(sentence.metrics)
    typed = {
        cue.saying.metrics & said or cue.saying.metrics
        for metric in _TYPED
        for _, cue, _ in read(metric)
        if cue.saying.typed and cue.saying.metrics is not None and cue.saying.metrics <= _TYPED
    }
    families = (*_families(sentence, index), *sorted(typed, key=sorted))
    told = [found for family in families if (found := _verdict(family, read)) is not None]
    for start in {found[1].start for found in told}:
        holds, cue, number = _of_one_word([each for each in told if each[1].start == start], said)
        yield Comparison(sentence.start + cue.start, sentence.start + cue.end, number, holds)


def _of_one_word(told: Sequence[tuple[bool, Cue, ToolNumber]], said: frozenset[str]) -> tuple[bool, Cue, ToolNumber]:
    """What a word of comparison comes to, of whatever it compares. One that itself says what, but may say two things ("quieter" by
    its trades, or by how it swings), is of what the sentence names, and wrong only where it is so in both senses."""
    named = [each for each in told if each[1].saying.typed and (each[1].saying.metrics or frozenset()) & said] or told
    if all(each[1].saying.typed for each in named):
        senses = {each[1].saying.metrics for each in named}
        worst = [
            min((each for each in named if each[1].saying.metrics == sense), key=lambda each: each[0])
            for sense in senses
        ]
        return max(worst, key=lambda each: each[0])
    return min(told, key=lambda each: each[0])


def _not_first(sentence: _Sentence, index: ToolIndex) -> Iterator[Comparison]:
    names = meant(sentence.things)
    placed = [place.start for place in places(sentence.text, sentence.things, sentence.metrics)]
    for first in set_first(sentence.text, sentence.things, sentence.metrics, UNITS.get(sentence.dimension)):
        extreme = first.extreme
        if any(extreme.start <= start < extreme.end for start in placed):
            continue

        by = next((each for each in sentence.metrics if _BY.fullmatch(sentence.text, extreme.end, each.start)), None)
        by = by if extreme.words.typed else None

        def read(
            metric: str, first: First = first, by: Mention | None = by
        ) -> Iterator[tuple[bool, First, ToolNumber]]:
            (name,) = first.thing.means
            words = first.extreme.words
            if by is None and words.metrics is not None and metric not in words.metrics:
                return
            for board in _boards(sentence, index, metric):
                counted = first.counted in (None, len(board))
                if name in board and _are_fewer(first, board, sentence.dimension, index):
                    yield False, first, board[name]
                if name in board and counted and len(board) > first.extreme.nth:
                    values = {each: abs(held.value) if is_loss(metric) else held.value for each, held in board.items()}
                    if not (words.size and min(values.values()) < 0) and _is_told(sentence, metric, [board[name]]):
                        among = _spoken_of(sentence, names, board) if first.of_both_ends else names
                        yield first.holds(values, among), first, board[name]

        if by is not None:
            families = [_meant(by)]
        elif extreme.words.typed:
            families = [extreme.words.metrics or frozenset()]
        elif first.metric is not None:
            families = [_meant(first.metric)]
        elif not (sentence.told or sentence.metrics) and _OF_FALLS.fullmatch(sentence.text, extreme.start, extreme.end):
            families = [DRAWDOWNS]  # "The mildest of these was A's"
        else:
            families = [_RESULTS] if extreme.words.verdict and not sentence.told else _told_families(sentence)
        decided = [found for family in families if (found := _verdict(family, read)) is not None]
        if decided:
            holds, _, number = max(decided, key=lambda found: found[0])
            yield Comparison(sentence.start + extreme.start, sentence.start + extreme.end, number, holds)


def _are_fewer(first: First, board: Board, dimension: str, index: ToolIndex) -> bool:
    """Whether something is the first of more things than there are at all: "the best of the five", of four."""
    every = len(board) == len(index.rivals.get(dimension, ()))
    return first.counted is not None and first.counted > len(board) and every


def _spoken_of(sentence: _Sentence, names: frozenset[str], board: Board) -> frozenset[str]:
    """What both ends are told of: what the question names, or else all."""
    asked = meant(sentence.answer.asked.mentions.get(sentence.dimension, ())) & board.keys()
    if _OF_TWO.search(sentence.text):
        return names
    return asked | names if len(asked) > 1 else frozenset(board)


def _out_of_place(sentence: _Sentence, index: ToolIndex) -> Iterator[Comparison]:
    for place in places(sentence.text, sentence.things, sentence.metrics):

        def read(metric: str, place: Place = place) -> Iterator[tuple[bool, None, ToolNumber]]:
            (name,) = place.thing.means
            for board in _boards(sentence, index, metric, fewest=3):
                if name in board and place.counted in (None, len(board)):
                    values = {each: abs(held.value) if is_loss(metric) else held.value for each, held in board.items()}
                    yield place.is_at(metric, values[name], values.values()), None, board[name]

        if (found := _verdict(_meant(place.metric), read)) is not None:
            yield Comparison(sentence.start + place.start, sentence.start + place.end, found[2], found[0])


def _families(sentence: _Sentence, index: ToolIndex) -> list[frozenset[str]]:
    """What a sentence may compare: each metric that it names, or of which it tells numbers, but for how runs were set."""
    families = (*map(_meant, sentence.metrics), *_told_families(sentence))
    return [family for family in families if not family or not family <= index.set_metrics]


def _meant(mention: Mention) -> frozenset[str]:
    """The metrics that a mention may mean; of one that may mean many how it all ended."""
    return mention.means if len(mention.means) <= MOST_MEANT else mention.means & (_RESULTS | DRAWDOWNS)


def _told_families(sentence: _Sentence) -> list[frozenset[str]]:
    """The metrics of which a sentence tells numbers; of one that names and tells none, how it all ended."""
    if not sentence.told and all(each.means <= _TIMES_FIRST for each in sentence.metrics):
        if sentence.metrics:
            return [] if not sentence.among and _OF_ANOTHER.search(sentence.text) else [_RESULTS]
        before = sentence.answer.metrics.near(sentence.place)  # "Turnover averaged 43%. The highest quarter was Q1."
        return [before if before and before.isdisjoint(_RESULTS | _TIMES_FIRST) else _RESULTS]
    told = {
        number.measured or "return"
        for number in sentence.told
        if number is not None and (number.measured is not None or is_of_one_period(number))
    }
    return [frozenset({metric}) for metric in sorted(told - SETTINGS)]


def _is_of_another(sentence: _Sentence, cue: Cue, metric: str) -> bool:
    """Whether a word compares what no metric is called: "the bigger contrast", "a better fit"."""
    saying = cue.saying
    if saying.typed or saying.object_after or saying.bare or saying.named_after:
        return False
    near = any(metric in each.means and 0 <= each.start - cue.end <= _NEAR for each in sentence.metrics)
    return not near and _OTHER_NOUN.match(sentence.text, cue.end) is not None


def _is_told(sentence: _Sentence, metric: str, numbers: Sequence[ToolNumber]) -> bool:
    """Whether a metric that the sentence does not name is that of one of the numbers compared, which it tells."""
    named = any(metric in mention.means for mention in sentence.metrics)
    return (
        named
        or not sentence.told
        or (metric in _TYPED and metric not in DRAWDOWNS)
        or any(each is number for each in sentence.told for number in numbers)
    )


T = TypeVar("T")


def _verdict(
    family: Iterable[str], read: Callable[[str], Iterable[tuple[bool, T, ToolNumber]]]
) -> tuple[bool, T, ToolNumber] | None:
    """Whether what is said holds for one of the metrics that may be meant, with what says so; None where no number of them tells."""
    found = [held for metric in sorted(family) for held in read(metric)]
    return max(found, key=lambda held: held[0], default=None)


def _won_or_lost(sentence: _Sentence, index: ToolIndex) -> Iterator[Comparison]:
    outcome = told_outcome_of(sentence.text, sentence.things)
    if outcome is None or any(
        mention.end <= outcome.start and mention.means.isdisjoint(_OUTCOMES) for mention in sentence.metrics
    ):
        return  # "alpha against B is positive"

    def read(metric: str) -> Iterator[tuple[bool, None, ToolNumber]]:
        for board in _boards(sentence, index, metric, fewest=2 if outcome.exactly else 1):
            if outcome.names <= board.keys():
                values = {name: number.value for name, number in board.items()}
                yield outcome.holds(values), None, board[min(outcome.names)]

    if (found := _verdict(_OUTCOMES, read)) is not None:
        yield Comparison(sentence.start + outcome.start, sentence.start + outcome.end, found[2], found[0])


def _boards(sentence: _Sentence, index: ToolIndex, metric: str, *, fewest: int = 2) -> Iterator[Board]:
    return boards(index, metric, sentence.dimension, among=sentence.among, dates=sentence.dates, fewest=fewest)
