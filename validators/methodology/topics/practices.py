"""Practices that a document tells or denies in its text, and that no fact has a value for: slippage, short sales, rolling, hedging, stops."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.topics.costs.cost_parts import parts_of_cost
from validators.methodology.topics.practice import Practice
from validators.methodology.topics.practice_figures import practices_in_figures
from validators.methodology.topics.practice_words.costs import COSTS
from validators.methodology.topics.practice_words.exits import EXITS
from validators.methodology.topics.practice_words.exposure import EXPOSURE
from validators.methodology.topics.practice_words.fitting import FITTING
from validators.methodology.topics.practice_words.membership import MEMBERSHIP
from validators.methodology.topics.practice_words.testing import TESTING
from validators.methodology.topics.practice_words.weighting import WEIGHTING
from validators.reasons import Reason

_CLAUSES = {clause.key: clause for clause in (COSTS, EXPOSURE, MEMBERSHIP, WEIGHTING, EXITS, FITTING, TESTING)}
_PATTERNS = {
    key: [
        (
            words,
            re.compile(rf"\b(?:{words.does})\b"),
            re.compile(rf"\b(?:{words.without})\b") if words.without else None,
        )
        for words in clause.words
    ]
    for key, clause in _CLAUSES.items()
}
_LEFT_OUT = re.compile(
    r" (?:ignored|neglected|disregarded|(?:set|taken|assumed|kept) (?:to be |to |at |as )?(?:zero|nil|none))\b"
    r"|[^.;:,]{0,30}? (?:is|are|was|were|being|be|gets?|stays?|remains?) (?:all |both |\w+ly |assumed (?:to be )?|taken (?:as |to be )?|set (?:to |at )?)*(?:ignored|zero|nil|none|excluded|neglected|left (?:out|aside|unmodell?ed)|omitted|assumed away|disregarded|waived|absent|missing|un-?modell?ed)\b"
)
_LEAVES_OUT = re.compile(
    r"\b(?:excluding|ex|ignor(?:es?|ing|ed)|neglect(?:s|ing)?|gross of|before|leav(?:es?|ing) out|disregard\w*|omit\w*|free of|neither|nor|assum(?:es|ing) (?:no|zero|away)|(?:does|do)(?: not|n't) (?:model|include|account for|allow for|add|charge|take|use|have|carry)|missing|absent|un-?modell?ed|ignored|omitted|neglected) (?:(?:any|the|all|its|a|and|or|fees|costs|commissions|taxes|spreads|\w+ing),? ){0,4}$"
)


@dataclass(frozen=True, slots=True)
class Practices:
    """The practices that belong to the clause `key`, a topic of their own: what they are held to is the whole document."""

    key: str

    @property
    def cues(self) -> tuple[str, ...]:
        return _CLAUSES[self.key].cues

    @property
    def also(self) -> tuple[str, ...]:
        return ()

    def read(self, fact: FactValue) -> bool:
        return True

    def find(self, text: str, cased: str) -> Iterator[Stated]:
        """Every practice of this clause that a passage names."""
        if self.key == "leverage":
            yield from practices_in_figures(text)
        parts = list(parts_of_cost(text)) if self.key == "fee" else []
        yield from parts
        free = [part.value.name for part in parts if part.asserted is False]
        for words, does, without in _PATTERNS[self.key]:
            for match in does.finditer(text) if words.name not in free else ():
                left_out = _LEFT_OUT.match(text, match.end()) or _LEAVES_OUT.search(
                    text, max(match.start() - 60, 0), match.start()
                )
                extra = False
                for name in _finer(words.name, match[0]):
                    yield Stated(
                        start=match.start(),
                        end=match.end(),
                        value=Practice(name=f"extra {name}" if extra else name, among=words.among),
                        asserted=False if left_out else None,
                    )
            for match in without.finditer(text) if without else ():
                denied = re.search(
                    r"\b(?:not|never|no longer|n't) (?:(?!and\b|or\b|nor\b)\w+ ){0,2}$",
                    text[max(match.start() - 30, 0) : match.start()],
                )
                for name in _finer(words.name, match[0]):
                    yield Stated(
                        start=match.start(), end=match.end(), value=Practice(name=name), asserted=denied is not None
                    )

    def is_named(self, stated: Practice, phrase: str) -> bool:
        """Whether the words of a setting name the practice."""
        name = stated.name.removeprefix("extra ")
        return any(words.name == name and does.search(phrase) for words, does, _ in _PATTERNS[self.key])

    def conflict(
        self, stated: Practice, *, asserted: bool, fact: list[tuple[Practice, bool]], document: MethodologyDocument
    ) -> Reason | None:
        """`fact` is every practice that the document tells of, and whether it has it."""
        return Reason.CONTRADICTS_DOCUMENT if _opposes(stated, asserted, fact) else None


def _opposes(stated: Practice, asserted: bool, told: list[tuple[Practice, bool]]) -> bool:
    """Whether an answer that asserts or denies a practice says the opposite of what a document tells, and tells without a but."""
    if stated.among and asserted:
        ways = {practice for practice, does in told if does and practice.among == stated.among}
        if len(ways) == 1 and stated not in ways:
            return True
    ours = set(_implied(stated.name, asserted))
    theirs = {each for practice, does in told for each in _implied(practice.name, does)}
    return any((name, not does) in theirs and (name, does) not in theirs for name, does in ours)


def _finer(name: str, words: str) -> tuple[str, ...]:
    """Entry and exit thresholds are two things, and "thresholds" are both."""
    if name != "thresholds fitted":
        return (name,)
    entry, leaving = re.search(r"\b(?:entry|buy|getting in)\b", words), re.search(r"\b(?:exit|sell)\b|\bout\b", words)
    if (entry is None) == (leaving is None):
        return ("entry thresholds fitted", "exit thresholds fitted")
    return ("entry thresholds fitted",) if entry else ("exit thresholds fitted",)


def _implied(name: str, asserted: bool) -> Iterator[tuple[str, bool]]:
    """Who adds slippage models it; who does not model it does not add it."""
    yield name, asserted
    if asserted and name.startswith("extra "):
        yield name.removeprefix("extra "), True
    if not asserted and not name.startswith("extra "):
        yield f"extra {name}", False


PRACTICES = tuple(Practices(key) for key in _CLAUSES)
