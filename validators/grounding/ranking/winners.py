"""What a sentence says of who made money and who lost it: "A and B made money", "every year but 2018 ended higher", "A was a loser"."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from validators.grounding.answer.mentions import Mention
from validators.grounding.number_match import Telling

_BE = r"(?:is|was|are|were|been|being|proved|remain(?:s|ed)|stay(?:s|ed)|turned out)(?: \w+ly)?"
_END = r"(?:is|was|are|were|end(?:s|ed)?(?: up)?|finish(?:es|ed)?|clos(?:es|ed|e)|c[ao]mes? out|wound up|winds up)(?: \d+| the \w+(?: \w+)?)?"
_START = r"(?:where (?:it|they|the \w+|you|we) (?:had |have )?(?:beg[au]n|started|set out|opened)|(?:its|the|their) (?:start(?:ing)?|initial|opening|original)(?: (?:point|level|value|capital|sum|stake|million))?)"
_GAIN = (
    r"(?:made|makes?|making|earned) (?:\w+ )?(?:money|a (?:\w+ )?profit|gains?)(?! (?:factor|in|on) )|turned a (?:\w+ )?profit|made (?:a|its) (?:\w+ )?gain"
    rf"|{_BE} (?:profitable|winners?|a winner|money-?(?:makers?|spinners?)|a money-?(?:maker|spinner)|winning|positive|green|in the money)\b(?! (?:rate|trade|day|month|position))"
    rf"|{_END} (?:in (?:the black|profit|positive territory|the green)|higher(?! than)|up(?=[.,;]|$)|with a (?:\w+ )?(?:profit|gain)|(?:above|over) (?:water|{_START})|ahead(?=[.,;]|$)|richer|better off)"
    r"|(?:rose|climbed|gained|advanced|grew|swelled|was up|were up|went up|increased in value|paid off|gained ground)\b(?! (?:from|to|by|in line|than|\W?\d|\w+er\b|more|less|faster|the|its|out of))"
)
_LOSS = (
    r"(?:lost|loses?|losing) (?:\w+ )?(?:money|capital|ground over)|(?:made|makes?|took|booked) a (?:\w+ )?loss"
    rf"|{_BE} (?:unprofitable|losers|a loser|money-?losers|a money-?(?:loser|pit)|loss-making|losing|negative|red)\b(?! (?:rate|trade|day|month|position))"
    rf"|{_END} (?:(?:deep )?in the red|in (?:negative territory|loss)|at a loss|lower(?! than)|down(?=[.,;]|$)|with a (?:\w+ )?loss|(?:below|under|beneath) (?:water|{_START})|poorer|worse off)|left with a (?:\w+ )?loss"
    r"|(?:fell|declined|dropped|sank|shrank|dwindled|was down|were down|went down|withered|lost value)\b(?! (?:from|to|by|as (?:much|far|low)\b|at most|up to|no more|in line|than|short|behind|\W?\d|\w+er\b|more|less|faster|the|its|out of))"
)
_OF_KIND = r"(?P<kind>(?:winning|profitable|positive|up|gaining|green)|(?P<bad>losing|unprofitable|negative|down|loss-making|red|money-losing))"
_NOUN = r"(?:years?|calendar years?|strateg(?:y|ies)|models?|ones?|systems?|runs?|settings?|variants?|tickers?|names?|stocks?|assets?|portfolios?|books?|funds?)"
_HAD = r"(?:(?:is|was|had|has|saw|posted|made for) (?:an? |its )?(?:\w+ly )?(?:small |big |clear )?)"
_PREDICATES: tuple[tuple[Telling, re.Pattern[str]], ...] = (
    (
        "gain",
        re.compile(rf"\b(?:{_GAIN}|{_HAD}(?:winning|profitable|positive|gaining|up|green) (?:year|\d))", re.IGNORECASE),
    ),
    (
        "loss",
        re.compile(
            rf"\b(?:{_LOSS}|{_HAD}(?:losing|unprofitable|negative|loss-making|money-losing|down|red) (?:year|\d))",
            re.IGNORECASE,
        ),
    ),
)
_SINGLED = re.compile(
    rf"\b(?:only|sole|lone|(?<!had )(?<!has )(?<!have )(?<!with )(?<!saw )(?<!were )one) (?:{_OF_KIND} {_NOUN}|(?P<winner>winners?|gainers?|money-?makers?)|(?P<loser>losers?|decliners?|money-?losers?))\b(?! (?:trade|position|bet|deal))",
    re.IGNORECASE,
)
_BUT = re.compile(
    rf"\b(?P<all>every|each|all)\b(?: (?:of )?(?:the |its |single |other )*(?:\w+ )?{_NOUN})? (?:but|except(?: for)?|apart from|other than|bar|save(?: for)?)\s(?:for )?[\s*_`]{{0,3}}$",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:not|never|hardly|nor|without|if|unless|whether|could|would(?! have (?:made|lost))|may|might|should|almost|nearly|half|most|many|some|few|fewer|several|more|less|than|instead|rather"
    r"|trades?|positions?|bets?|deals?|days?|weeks?|months?|quarters?|sessions?|average|per|sample|halves|stretch|first|second|last|final|gross|before|until|after|from|since|when|while|during|early|late|side|leg|times|\d+ (?:out )?of (?:them|those|these|which))\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_REFERS = re.compile(r"\b(?:those|these|they|both|that|this|it)\b[^.;,\ue000]{0,16}$", re.IGNORECASE)
_APPOSED = re.compile(r"[\s*_`]{0,3},\s(?:the|its|our|being the|as the)\s", re.IGNORECASE)  # "A, the only loser"
_LIST = re.compile(r"[\s,*_`]{1,4}(?:(?:and|or|&|as well as)\s)?(?:the |in )?[\s*_`]{0,3}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Words at `start` to `end` that tell of `names` that they made money or lost it, and of all others the other, where `exactly`."""

    start: int
    end: int
    said: Telling
    names: frozenset[str]
    exactly: bool

    def holds(self, values: dict[str, float]) -> bool:
        """Whether it is so of results by name."""
        sign = 1 if self.said == "gain" else -1
        such = {name for name, value in values.items() if value * sign > 0}
        return such == self.names if self.exactly else self.names <= such


def told_outcome_of(text: str, things: Sequence[Mention]) -> Outcome | None:
    """What a sentence says so, where no reader would doubt it; `things` are its mentions of one dimension, at places in `text`."""
    names = frozenset(name for each in things for name in each.means)
    if any(len(each.means) != 1 for each in things):
        return None
    singled = _SINGLED.search(text)
    if singled is not None:
        if _REFERS.search(text, 0, singled.start()):
            return None
        names = next((each.means for each in things if _APPOSED.fullmatch(text, each.end, singled.start())), names)
        rest = text[: singled.start()] + text[singled.end() :]
        if not names or _OPEN.search(rest):
            return None
        return Outcome(
            singled.start(), singled.end(), "loss" if singled["bad"] or singled["loser"] else "gain", names, True
        )
    found = [(said, match) for said, pattern in _PREDICATES for match in pattern.finditer(text)]
    if len(found) != 1:
        return None
    said, match = found[0]
    start, end = match.span()
    rest = text[:start] + " ; " + text[end:]
    if _OPEN.search(rest):
        return None
    turned: Telling = "loss" if said == "gain" else "gain"
    listed = all(_LIST.fullmatch(text, left.end, right.start) for left, right in itertools.pairwise(things))
    if not things or not listed or things[-1].end > start:
        return None
    before = text[: things[0].start]
    if _BUT.search(before):
        return Outcome(start, end, turned, names, True)
    return Outcome(start, end, said, names, False)
