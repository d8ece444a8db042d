"""Denials of a clause in its own words: whatever the clause's author wrote, who says that it is not so contradicts it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.topics.absence import says_nothing
from validators.methodology.topics.fact_text import fact_text
from validators.methodology.word_stems import stem, words_of
from validators.reasons import Reason


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


_RHYTHMS = _stems("day week month quarter year hour minute fortnight daily weekly monthly quarterly yearly hourly")
_OF_DATA = _stems("close open")  # of which a strategy may read what it isn't filled at
_RELATIONS = _stems("same next other both single own full first last")  # "not the same"
_CLASSES = _stems(
    "stock fund coin market future contract index bond currency pair commodity metal bank option member name instrument asset security"
)
_NAMING = {  # words that speak of a topic, whatever is said of it
    "universe": _stems("universe trade hold own buy sell invest pick choose select restrict limit confine cover consist contain comprise eligible tradable traded"
        " portfolio basket position book include belong list pool menu play candidate among allow deal name member instrument asset security market"),
    "data_source": _stems("data price source vendor supplier provider supply provide come feed input series history file download obtain draw work rely base deliver"
        " figure number quote read see look value set dataset adjust"),
    "rebalance": _stems("rebalance position portfolio holding hold weight schedule calendar rhythm frequency change adjust reset revise review update switch happen occur"
        " place done trigger drive decide act every each once signal interval fix basket trade time timing tied depend link bind release follow rule govern book carry"),
    "evaluation_split": _stems("split evaluation evaluate validate validation result figure report number performance show separate separately apart data history keep"
        " set aside scheme sample period year history run result divide reserve come rest rely base work test"),
    "lookback": _stems("window lookback look back signal history length compute calculate past last period feature input measure over number cover reach span past"),
    "fee": _stems("fee cost charge pay deduct side model levy add count price trading transaction dealing assume"),
    "execution": _stems("after execution execute fill order trade trading price done place deal buy sell book happen entry exit enter go send"),
    "leverage": _stems("leverage lever gross net exposure position capital equity account book size run gear cap limit"),
    "fitted_parameters": _stems("parameter model value setting contain"),
}  # fmt: skip
_NOT = r"(?:not|never|no|none|neither|nor|nothing|without|cannot|\w+n't)"
_NEGATION = re.compile(rf"\b{_NOT}\b")
_BREAK = re.compile(
    r"(?:[;:!?()\[\]\"]|\.(?!\d))\s*|\s-+\s|--|,? \b(?:but|because|since|so|although|though|while|whereas|however|yet|instead|rather)\b|, (?=(?:it|its|the|there|no|nothing|we|you|this|only|except|unless|apart)\b)|, and (?=(?:it|the|there|no)\b)| and (?=(?:is|are|was|were|has|have|had)(?:n't| not| never)\b)"
)
_RESERVED = re.compile(
    r"\s*,? ?(?:but |and )?\b(?:except|unless|only|until|apart|other than|just|save|nor|if|when|while|before|after|than)\b"
)
_DEFINED = re.compile(r"\W*an? [\w-]+ (?:is not|isn't) an? [\w-]+\W*$")  # "a check isn't a trade"
_OF_SOMETHING = re.compile(  # "there's a holdout. it wasn't used for tuning"
    r"\W*(?:it )?(?:is|was|has been|had been)(?:n't| not| never) (?:\w+ly )?(?:used|touched|consulted|involved|part|looked|available|needed)\b"
    r"|.{0,80}(?:n't| not| never) (?:\w+ly )?(?:used|touched|consulted|looked at) (?:for|in) (?:it|that|this|them|there)\W*$"
)
_OF_FACT = re.compile(r"[,;:()]|\s-+\s|\b(?:and|or|but|then|plus|of wh\w+|from wh\w+)\b")
_FACT_DENIES = re.compile(
    r".*(?:\b(?:not|none|never|nothing|superfluous|unnecessary|pointless|needless|redundant|irrelevant|inapplicable|meaningless|moot)\b|n't\b).*|\b(?:no|without|free|except|excluding|excl|ex|nor)\b.*|\bnon-.*"
)


@dataclass(frozen=True, slots=True)
class Denial:
    """The words of a clause that is denied."""

    words: frozenset[str]


@lru_cache(maxsize=2048)
def _denials(text: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    """The clauses of a folded text that one negation denies, and the words of each."""
    if text.rstrip(" \"')").endswith("?"):
        return ()
    found = []
    begins = 0
    for stop in [*_BREAK.finditer(text), None]:
        end = stop.start() if stop else len(text)
        clause = text[begins:end]
        negations = list(_NEGATION.finditer(clause))
        reserved = stop is not None and _RESERVED.match(text, end)
        contrasted = bool(negations) and clause.endswith(
            ", not", 0, negations[0].end()
        )  # "it holds futures, not stocks"
        if (
            len(negations) == 1
            and not reserved
            and not (contrasted or _OF_SOMETHING.match(clause) or _DEFINED.match(clause))
        ):
            words = words_of(clause[: negations[0].start()] + " " + clause[negations[0].end() :])
            lead = len(clause) - len(clause.lstrip(" ,"))
            if words and begins + lead < end:
                found.append((begins + lead, end, frozenset(words)))
        begins = stop.end() if stop else end
    return tuple(found)


@dataclass(frozen=True, slots=True)
class DeniedWords:
    """The denials of the clause `key` in its own words, a topic of their own."""

    key: str

    @property
    def cues(self) -> tuple[str, ...]:
        return (" not ", "n't ", " no ", "never ", "none ", "nothing ", "neither ", "nor ", "without ", "cannot ")

    @property
    def also(self) -> tuple[str, ...]:
        return ()

    def read(self, fact: FactValue) -> tuple[frozenset[str], ...] | None:
        """The words of each phrase of a fact that affirms something."""
        text = fact_text(fact)
        if says_nothing(text):
            return None
        phrases = (frozenset(words_of(_FACT_DENIES.sub("", phrase))) for phrase in _OF_FACT.split(text))
        return tuple(phrase for phrase in phrases if phrase) or None

    def find(self, text: str, cased: str) -> Iterator[Stated]:
        """Every clause that is denied."""
        for start, end, words in _denials(text):
            yield Stated(start=start, end=end, value=Denial(words), asserted=False)

    def conflict(
        self, stated: Denial, *, asserted: bool, fact: tuple[frozenset[str], ...], document: MethodologyDocument
    ) -> Reason | None:
        """Whether every word that is denied stands in one phrase of the fact, or only names its topic."""
        if asserted:
            return None
        naming = _NAMING[self.key]
        classes = _CLASSES & frozenset().union(*fact, words_of(document.title.lower()))
        for phrase in fact:
            own = (stated.words & phrase) - (naming - _CLASSES)
            rest = stated.words - phrase - naming - classes
            if not own or rest or (self.key == "rebalance" and _tells_more_of_rhythm(phrase, stated.words)):
                continue
            if all(self._is_weak(word) for word in own) and not stated.words & (naming | classes) - own:
                continue
            return Reason.CONTRADICTS_DOCUMENT
        return None

    def _is_weak(self, word: str) -> bool:
        """Whether a word may be of any topic, so that another one has to name this one."""
        if word[0].isdigit() or word in _RELATIONS or (word in _RHYTHMS and self.key != "rebalance"):
            return True
        if word in _OF_DATA and self.key == "execution":
            return True
        return any(word in names for key, names in _NAMING.items() if key != self.key)


def _tells_more_of_rhythm(phrase: frozenset[str], denied: frozenset[str]) -> bool:
    """Whether a phrase has units of time or numbers that are not denied ("the last day of the month", "four times a year")."""
    return any(word in _RHYTHMS or word[0].isdigit() for word in phrase - denied) and bool(denied & _RHYTHMS)


DENIED_WORDS = tuple(map(DeniedWords, _NAMING))
