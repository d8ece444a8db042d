"""What one passage states, whoever the conversation is about: values with their polarity and subject."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from validators.methodology.answered_questions import answered_question
from validators.methodology.claims import Stated, Topic
from validators.methodology.clauses import quotation_end
from validators.methodology.corrections import taken_back
from validators.methodology.denied_clauses import DeniedClause, denied_clauses
from validators.methodology.disclaimers import is_disclaimed_within
from validators.methodology.documented import is_documented
from validators.methodology.elsewhere import is_elsewhere
from validators.methodology.everyday import is_of_everyday
from validators.methodology.former import is_former
from validators.methodology.generalities import is_general, is_of_any, is_only_named, is_shown_only
from validators.methodology.hypotheticals import is_hypothetical, without_address
from validators.methodology.model_names import Names
from validators.methodology.negation import is_denied_after, is_negated, is_not_all, is_not_searched
from validators.methodology.other_topics import is_of_another
from validators.methodology.pairing import paired
from validators.methodology.plain_topics import states_topic
from validators.methodology.premises import is_called_false, is_compared, is_premise, is_rejected
from validators.methodology.reports import is_beside_figures, is_result, is_variant, tells_result
from validators.methodology.run_settings import is_about_document, is_about_run, is_set_against_document
from validators.methodology.subjects import Mention, governing, mentions, speaks_of_all, without_names
from validators.methodology.topics.denied_words import DeniedWords
from validators.methodology.topics.holdings.universe_members import Universe
from validators.methodology.topics.practices import Practices

_WHEN = re.compile(r"\b(?:when|whenever|if|once|unless|as long as|because|since) (?:the )?$")
_IN_TURN = re.compile(r"\brespectively\b|\bin (?:that|this|the same|the stated) order\b")
_ONE_AND_OTHER = re.compile(
    r"\bone (?:is|has|uses|trades|fits|holds|runs|charges|pays|looks|reads|rebalances|fills|keeps)\b[^.;]*\b(?:the other|the second)\b|\bon (?:the )?one (?:side|hand)\b[^.;]*\bon the other\b"
)
_DIFFER = re.compile(r"\b(?:differ|(?<!did is )(?<!do is )(?<!does is )different|apart)\b[^.]{0,20}:")
_BUT = re.compile(r"\b(?:but|yet|whereas|while|however|though)\b|;")
_WHILE = re.compile(r"\W*(?:while|although|though|whereas|even though|whilst)\b")
_DESCRIBED = re.compile(r"\b(?:that|which|who|whose|with|where|but)\b")
_MORE_THAN_ONE = re.compile(rf"{_DESCRIBED.pattern}|\b(?:and|or)\b|, ")
_OF_LISTS = frozenset(("universe", "data_source"))
_NUMBERED = re.compile(r"[-+\d.,%$/ x]*\d[-+\d.,%$/ x]* : ")
_OF_RUNS = frozenset(("fee", "leverage", "lookback", "rebalance", "universe", "execution"))
_OF_REPORTS = frozenset(("lookback", "data_source", "execution", "rebalance"))
_OF_LEARNING = frozenset(("fitted_parameters", "evaluation_split"))
_ANNOUNCED = _OF_LEARNING | {"leverage"}
_LOST_IN_RESULTS = frozenset(("lookback", "leverage", "rebalance", "universe", "data_source", "fee"))
_NO_FIGURES = frozenset(("lookback", "rebalance", "universe", "data_source", "execution", "fitted_parameters"))
_CONDITIONS_HOLD = frozenset(("lookback", "execution", "universe", "data_source"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """Of whom something is said.

    `who` holds document ids; None: of whoever the talk is, or of whoever is asked about (`of_asked`). `of_all` tells words like "both", `of_run` that one run may be spoken
    of, `maybe_run` that it may where the question asks "what if", `plain` that the words say what topic they are on, `of_result` that figures of a run
    are told with it.
    """

    who: frozenset[str] | None
    of_asked: bool = False
    of_all: bool = False
    of_run: bool = False
    maybe_run: bool = False
    plain: bool = True
    of_result: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A value that a passage's words text[start:end] assert or deny."""

    topic: Topic
    start: int
    end: int
    value: Any
    asserted: bool


class Reading:
    """A folded passage's statements on some topics, and what is meant by each (found out when it is asked for, once).

    The first `label` characters of the text are a heading; `cased` is the text in the answer's own case.
    """

    def __init__(self, text: str, cased: str, topics: Iterable[Topic], names: Names, *, label: int = 0) -> None:
        self._text = without_names(text, names)
        self._label = label
        self._named = text
        self._names = names
        self._meanings: dict[int, Meaning | None] = {}
        self._answered = answered_question(self._text)
        self._asked = "" if self._answered is None else self._answered.plain(self._text)
        self.statements = tuple(
            Statement(
                topic=topic,
                start=stated.start,
                end=stated.end,
                value=stated.value,
                asserted=place not in taken and self._asserted(topic, stated, values),
            )
            for topic in topics
            for values in [[stated for stated in topic.find(self._text, cased) if self._is_told(topic, stated)]]
            for taken in [_taken_back(self._text, values)]
            for place, stated in enumerate(values)
        )

    @property
    def text(self) -> str:
        """The passage with the models' names blanked."""
        return self._text

    @cached_property
    def of_values(self) -> Sequence[Statement]:
        """The statements of a topic's value, without the denials in a clause's own words."""
        return [statement for statement in self.statements if not isinstance(statement.topic, DeniedWords)]

    def _is_told(self, topic: Topic, stated: Stated) -> bool:
        """Whether it is said below the heading, or asked in it; a word that implies several practices denies none of them."""
        if stated.end <= self._label and not self._is_asked(stated):
            return False
        return stated.asserted is None or not isinstance(topic, Practices) or self._flat(stated)[1]

    def _is_asked(self, said: "Stated | Statement") -> bool:
        """Whether it is what a question asks that is answered with yes or no."""
        return self._answered is not None and self._answered.asks(self._text, said.start, said.end)

    @cached_property
    def _denied(self) -> Sequence[DeniedClause]:
        return list(denied_clauses(self._text))

    def _flat(self, said: "Stated | Statement") -> tuple[str, bool]:
        """The text without what stands about the clause in which it is said, and whether that is affirmed: "it isn't so that …" denies it."""
        if self._answered is not None and self._is_asked(said):
            return self._asked, self._answered.so
        text, so = self._text, True
        for clause in self._denied:
            if not clause.left_open and clause.holds(self._text, said.start, said.end):
                text, so = " " * clause.start + self._text[clause.start :], not so
        return text, so

    def _asserted(self, topic: Topic, stated: Stated, values: Sequence[Stated]) -> bool:
        text, so = self._flat(stated)
        return _asserted(text, topic, stated, values) == so

    def meaning(self, index: int) -> Meaning | None:
        """Of whom the statement is meant. None: it is no claim about a strategy with a document, but a question, a hypothetical,
        a premise repeated, a comparison, a general remark or said of somebody else."""
        if index not in self._meanings:
            self._meanings[index] = self._meaning(self.statements[index])
        return self._meanings[index]

    def with_values(self, index: int) -> tuple[Any, ...]:
        """What else the passage asserts on the topic of a statement, of the same strategies."""
        statement, meaning = self.statements[index], self.meaning(index)
        return tuple(
            other.value
            for place, other in enumerate(self.statements)
            if place != index
            and other.topic is statement.topic
            and other.asserted
            and not (other.start < statement.end and statement.start < other.end)
            and (meant := self.meaning(place)) is not None
            and meaning is not None
            and meant.who == meaning.who
        )

    @cached_property
    def _asks_several(self) -> bool:
        """Whether a question asks of several things, or of one that it describes further."""
        asked = [said for said in self.statements if self._is_asked(said)]
        keys = {said.topic.key for said in asked}
        more = _DESCRIBED if keys <= _OF_LISTS else _MORE_THAN_ONE
        return len(keys) > 1 or more.search(self._asked, min(said.start for said in asked)) is not None

    @cached_property
    def _mentions(self) -> list[Mention]:
        return mentions(self._named, self._names)

    def _meaning(self, statement: Statement) -> Meaning | None:
        asked = self._is_asked(statement)
        text, so = self._flat(statement)
        text = without_address(text)
        end, key = statement.end, statement.topic.key
        start = (
            statement.start if asked else max(statement.start, self._label)
        )  # a heading's words are said of what stands under it
        if not asked and self._answered is not None and self._answered.holds(statement.start, statement.end):
            return None  # what an answered question takes for granted
        if any(clause.left_open and clause.holds(self._text, statement.start, end) for clause in self._denied):
            return None
        if asked and not so and self._asks_several:
            return None  # a "no" to several things at once denies one of them, and none in particular
        label = 0 if asked else self._label
        documented = is_documented(text, start, end)
        found = self._mentions
        who = self._respective(statement, found)
        if who is None and self._is_of_either(statement, found):
            return None
        if not documented and (
            (who is None and is_compared(text, start))
            or (is_premise(text, start, end) and not is_rejected(text, start, end))
        ):
            return None
        if not statement.asserted and not asked and key == "universe" and _WHEN.search(text, max(start - 30, 0), start):
            return None  # "another one is picked when NVDA isn't available"
        if key == "universe" and is_not_all(text, start):
            return None
        if key in _OF_REPORTS and is_shown_only(text, end):
            return None
        if not isinstance(statement.topic, Practices) and is_of_another(text, start, end, key):
            return None
        if not documented and is_hypothetical(text, start, end, conditions_hold=key in _CONDITIONS_HOLD):
            return None
        if not documented and (
            is_former(text, start, of_split=key == "evaluation_split")
            or is_elsewhere(text, start, end)
            or is_disclaimed_within(text, end)
            or is_of_everyday(text, start, end)
            or is_result(text, start, end, "" if isinstance(statement.topic, Practices) else key)
        ):
            return None
        if key in _LOST_IN_RESULTS and _NUMBERED.match(text[: self._label]):
            return None  # a row of a grid of results
        if not documented and key in _LOST_IN_RESULTS and tells_result(text, start, end):
            return None
        if not documented and (
            is_set_against_document(text, end)
            or is_of_any(text[label:], start - label, end - label)
            or (key in _ANNOUNCED and is_only_named(text, start, end))
        ):
            return None
        if any(mention.who == frozenset() and mention.start <= start < mention.end for mention in found):
            return None
        held = [each for each in found if each.who and not each.aside and start <= each.start and each.end <= end]
        mention = held[0] if len(held) == 1 else governing(text, found, start, end, denied=not statement.asserted)
        here = any(
            each.here and not (each.start >= end and _is_of_main_clause(text, end, each.start)) for each in found
        )
        if (mention is None and not here and is_general(text[label:], end - label)) or (
            mention is not None and mention.who == frozenset()
        ):
            return None
        whole = isinstance(statement.value, Universe) and statement.value.whole
        plain = states_topic(text, start, end, key)
        return Meaning(
            who=who or (None if mention is None else mention.who),
            of_asked=mention is not None and mention.here,
            of_all=False if who else speaks_of_all(text) if mention is None or mention.who is None else mention.each,
            of_run=key in _OF_RUNS
            and (is_about_run(text) or (isinstance(statement.value, Universe) and not whole and statement.asserted)),
            maybe_run=key in _OF_RUNS and not whole and statement.asserted and not is_about_document(text),
            plain=plain,
            of_result=not documented
            and (
                is_variant(text, start, end)
                if key == "evaluation_split"
                else (isinstance(statement.topic, Practices) or (key in _NO_FIGURES and not plain))
                and is_beside_figures(text, start, end)
            ),
        )

    def _is_of_either(self, statement: Statement, found: Sequence[Mention]) -> bool:
        """Whether it is said of one of two that are told apart and not named: "the splits differ: 70/30 against 60/40", "one is …, the other …"."""
        if any(mention.who != frozenset() for mention in found):
            return False
        if _ONE_AND_OTHER.search(self._text):
            return True
        values = {other.start for other in self.statements if other.topic is statement.topic and other.asserted}
        return len(values) > 1 and _DIFFER.search(self._text) is not None

    def _respective(self, statement: Statement, found: Sequence[Mention]) -> frozenset[str] | None:
        """Whose value it is where several are named and as many values are stated, each beside its name or "respectively"."""
        values = [other for other in self.statements if other.topic is statement.topic]
        if _IN_TURN.search(self._text):
            every = [name for _, _, name in self._names.find(self._named)]
            starts = sorted({other.start for other in values})
            return frozenset([every[starts.index(statement.start)]]) if len(starts) == len(every) else None
        names = [mention for mention in found if mention.who and not mention.aside and not mention.each]
        if len(names) < 2:
            return None
        if not all(value.asserted for value in values):
            return None
        place = paired(
            self._text, [(value.start, value.end) for value in values], [(name.start, name.end) for name in names]
        )
        return names[place[values.index(statement)]].who if place else None


_PRESUPPOSED = {
    "evaluation_split": re.compile(
        r"\b(?:from|on|at|of|after|into|to|by|in|during|over) (?:the|its|this|that) (?:[\w-]+ )?$"
    ),
    "fee": re.compile(
        r"(?:^|[.:;] )(?:at|with|under|given) (?:a |the |its )?(?:(?:fee|cost|charge|commission)s? of )?$"
    ),
}
"""Words before a value by which whoever denies something of it takes it for granted: "nothing from the test years", "at 5 bps costs are not …"."""


_ITS_OWN = re.compile(
    r" (?:that |which )?(?:it|q{3,}|(?:the|this) (?:strategy|model|rules?)) (?:\w+ly )?(?:uses|reads|trades|holds|charges|pays|takes|works with)\b"
)
_THE = re.compile(r"\b(?<!not )(?<!n't )(?:the|its) (?:[\w-]+ ){0,2}$")
"""Around what is taken for granted of a strategy, whatever is denied: "no issue with the daily closes that it uses"."""


_OF_A_THING = re.compile(
    r"\b(?:funding|financing|borrowing|costs?|interest|rates?|fees?|siz(?:e|es|ing)|margin|details?|treatment|timing|levels?|width|names?|number|amount|values?|length|reasons?|exact [\w-]+) (?:of|for|on|in|about|behind) (?:the |its |each |every |a |any |what (?:is|it|was|gets) |whatever (?:is|it) |money )?$"
)
_UNTOLD = re.compile(
    r" (?:(?:is|are|was|were)(?: not|n't)|never gets|remains? un|is left un) ?(?:\w+ly )?(?:mentioned|documented|specified|stated|given|described|disclosed|reported|known|discussed|explained|listed|recorded|spelled out|told|said|modelled separately)\b"
)
"""What is denied of "the funding of the short leg" is its being told, and not the short leg."""


def _is_of_main_clause(text: str, end: int, start: int) -> bool:
    """Whether what begins at `start` belongs to another clause than what ends at `end`: "while the advice is …, the document …"."""
    return _BUT.search(text, end, start) is not None or (_WHILE.match(text) is not None and "," in text[end:start])


def _is_presupposed(text: str, stated: Stated, before: re.Pattern[str]) -> bool:
    said = text[stated.start : stated.end]
    bare = before is _PRESUPPOSED["fee"] or not any(character.isdigit() for character in said)
    return bare and before.search(text, max(stated.start - 40, 0), stated.start) is not None


def _asserted(text: str, topic: Topic, stated: Stated, values: Sequence[Stated]) -> bool:
    if stated.asserted is None:
        if is_documented(text, stated.start, stated.end):
            return True
        if _OF_A_THING.search(text, max(stated.start - 60, 0), stated.start) and _UNTOLD.match(text, stated.end):
            return True
        if _ITS_OWN.match(text, stated.end) and _THE.search(text, max(stated.start - 60, 0), stated.start):
            return True
        if topic.key in _PRESUPPOSED and _is_presupposed(text, stated, _PRESUPPOSED[topic.key]):
            return True
        others = [value.start for value in values if value.end <= stated.start]
        if topic.key not in _OF_LEARNING and is_not_searched(text, stated.start, stated.end):
            return True  # "the 200-day filter wasn't part of the search"
        quoted = quotation_end(text, stated.start, stated.end)
        denied = is_negated(text, stated.start, stated.end, others) or (
            quoted > stated.end and is_denied_after(text, quoted)
        )
        false = is_called_false(text, stated.start, quoted)
        if denied and false:  # "the claim that nothing is fitted is wrong"
            return is_premise(text, stated.start, stated.end) and not is_denied_after(text, stated.end)
        return not denied and not false
    return stated.asserted != (
        not isinstance(topic, Practices)
        and (
            (topic.key in ("fee", "leverage") and is_denied_after(text, stated.end))
            or (
                (topic.key in ("fee", "leverage") or is_premise(text, stated.start, stated.end))
                and is_called_false(text, stated.start, stated.end)
            )
        )
    )


def _taken_back(text: str, values: Sequence[Stated]) -> set[int]:
    if len(values) < 2:
        return set()
    order = sorted(range(len(values)), key=lambda place: values[place].start)
    return {order[place] for place in taken_back(text, [(values[at].start, values[at].end) for at in order])}
