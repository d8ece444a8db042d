"""Sentences that leave their topic unsaid: "It isn't 2x", to a question about leverage."""

import re
from functools import lru_cache
from typing import NamedTuple

from validators.methodology.answered_questions import opening_reply
from validators.methodology.claims import Topic
from validators.methodology.passages import fold, is_clause
from validators.methodology.topics import evaluation_split, execution, fee, leverage, lookback, rebalance
from validators.methodology.topics.amounts import NUMBER
from validators.methodology.topics.schedules.frequency import PERIODIC

Unsaid = tuple[str, ...]


class Asked(NamedTuple):
    """What the user asked, as far as an answer builds upon it: the topics that its first sentence may leave unsaid, and the question
    itself where the answer begins with a reply to it."""

    topics: Unsaid = ()
    question: str = ""


NOTHING_ASKED = Asked()

LABELS = {
    "lookback": "lookback",
    "rebalance": "rebalanced",
    "fee": "fee",
    "execution": "filled",
    "leverage": "leverage",
    "evaluation_split": "split",
    "universe": "universe",
}
"""The word that makes a bare value a statement, for each topic whose values are told from others by their form."""
ONLY_WITH = {
    "evaluation_split": re.compile(r"\d\d ?[/:-] ?\d\d"),
    "universe": re.compile(  # symbols, and no word besides
        r"^(?:(?:only|just|solely|exclusively|nothing but) )?[$^]?[\w./-]{1,9}(?:(?:,|,? and|,? or|,? plus| &) [$^]?[\w./-]{1,9}){0,19}[.!]?$"
    ),
}
"""What a sentence must hold to leave the topic unsaid, where a bare "no" would say too much."""
_LEFT_UNSAID: tuple[Topic, ...] = (lookback, rebalance, fee, execution, leverage, evaluation_split)
_SPOKEN = re.compile(
    r"\b(?:(?P<lookback>look(?:s|ed|ing)?[- ]?backs?|far back|memory|(?<!test )(?<!backtest )window|horizon|how much (?:past|history)|how many (?:days|weeks|months|years) (?:of|does|do|back))"
    r"|(?P<rebalance>re-?balanc\w*|re-?allocat\w*|(?<!fee )(?<!cost )(?<!commission )(?:schedules?|timetables?|cadences?)|how often|how frequently|(?:trading|rebalancing) frequency|rhythm|turnover|re-?set\w*|(?:weights|holdings|positions|allocations?)\b[^.;:]{0,40}? (?:chang\w+|adjusted|touched|renewed|moved)|trading (?:frequency|schedule|calendar)"
    r"|trad(?:es|ing) (?:once|twice|every|each|weekly|monthly|daily|quarterly))"
    r"|(?P<fee>fees?|costs?|commissions?|charge[sd]?|brokerage|(?:per|a|each) side|each way|round[- ]trip|expensive|cheap\w*)"
    r"|(?P<execution>fill(?:s|ed|ing)?|execut\w*|orders?|vwap|twap|fixing|(?:next|same)(?: (?:day|session|bar|morning)(?:'s)?)? (?:open|close)|(?:opening|closing) auction|(?:which|what) prices?|deal(?:s|t|ing)?|buys? and sells?)"
    r"|(?P<leverage>(?:un-?)?lever\w*|gear(?:ed|ing)|1[1-9]0/[1-9]0|\d(?:\.\d+)?x|exposure|margin|borrow\w*)"
    r"|(?P<evaluation_split>split\w*|hold-?out|held out|train/test|validat\w*|evaluated|out-of-sample|test (?:set|part|data|period)|trained)"
    r"|(?P<data_source>data|inputs?|bars|quotes|vendors?)"
    r"|(?P<universe>universe|instruments?|tickers?|(?:what|which) (?:\w+ )?(?:does|do|can|is|are) (?:[\w'-]+ ){1,4}(?:trad(?:e|ed|ing)|hold|held|buy|bought|own|invest in))"
    r"|(?P<fitted_parameters>fitted|learn\w*|parameters?|tuned|estimated))\b"
)
_OFTEN_ELSE = re.compile(  # "how often is the threshold refitted?"
    r"\bhow (?:often|frequently)\b[^?.]{0,80}\b(?:re-?(?:fit|train|estimat|calibrat|tun|optimi|learn|constitut)\w*|fitted|trained|tuned|estimated|calibrated|learned|updated|refreshed|published|reported|rolled)\b"
)
_IDLE_DIGITS = re.compile(r"(?<![\d./])\d++(?![./xX×])", re.ASCII)  # of no ratio and no multiple
_BARE_VALUES = (  # a question may name a value and no topic: "I coded it with 20 days, right?"
    (
        "lookback",
        re.compile(
            rf"\b(?:with|of|on|at|to|use[sd]?|using|for|is|was|be|not|have|about|as|or|do|did|than) {NUMBER}[ -](?:trading )?(?:days?|weeks?|months?|years?|sessions|bars)\b(?! (?:ago|old|later|earlier))"
        ),
    ),
    (
        "rebalance",
        re.compile(
            rf"\b(?:is|was|be|a|one of (?:the|these|those)|not|an|it|it's|as|do|use|on|to|of|me|go|goes|went|went with|with) (?:{'|'.join(PERIODIC)})(?= ?[.,?!]|$| (?:things?|ones?|thing|schedules?|affair|strategy|strategies|model|right|not|instead|too|as well|or|and)\b)"
        ),
    ),
    ("evaluation_split", re.compile(r"(?<![\d/.-])[1-9][05][/-][1-9][05](?![\d/.-])")),
)
_OF_ELSE = re.compile(  # whose values these may be
    r"\b(?:records?|back-?tests?|history|data|samples?|documents?|newsletters?|news|mails?|charts?|plots?|tables?|portfolio|hold\w*|held|own(?:s|ed)?|last|past|recover\w*|streaks?|long\w*|short\w*|update[sd]?|open|age|old|years? ago|weeks? ago)\b"
)
_LONGEST = 120  # characters: a longer sentence says what it is about
_LONGEST_QUESTION = 20_000
_FIRST_WORDS = 80
_FRAGMENT = 45  # and one as short as this may be a bare value
_INTERJECTION = 25
_POLITE = re.compile(
    r"(?:sure(?: thing)?|certainly|of course|absolutely|definitely|gladly)[.!:] \S"
)  # before an answer that says it all itself
_AFTER_INTERJECTION = re.compile(rf"^[^.!?,;:\d]{{2,{_INTERJECTION - 1}}}[.!] ")
_SUBJECT = re.compile(
    r"(?:(?:a |one |just a )?(?:\w+ )?correction|your|(?:(?:(?:hang|hold) on[,:.!-]*|not (?:quite|exactly|so fast|so|true|right|correct)[,:.!-]+|\w+[,:.]|no|yes|nope|hmm|careful|well|but|and|so|rather|instead|in fact|actually|really|out of the box|since(?: then)?,?|now,?|today,?|nowadays,?|these days,?|at present,?|currently,?|as (?:it stands|things stand|published|documented|shipped|delivered)|by default,?|for|in|with|under|as for|according to"
    r"|(?:i'm |i am )?(?:afraid|sorry)(?: that)?|i fear|please note(?: that)?|note(?: that)?|to be (?:clear|precise|exact|fair)|for the record|strictly speaking|where|while|whereas|when|if) )*"
    r"(?:i (?:read|find|see|get|have)\b|(?:correct|right|true) (?:is|are|would be)\b|the [\w.%/ -]{1,24} (?:in|of|from|on) your \w+|(?:you|what|whoever)\b|it|its|they|this|that|these|those|there|here|we|(?:at|from) the|the (?:figure|number|value|setting|answer|documents?|documentation|methodology|docs?|spec\w*|sheet"
    r"|strategy|model|backtest|simulation|rule|window|period|(?:right|correct|true|real|actual|documented|official|published|original|specified|stated|current) \w+|one (?:in use|used|documented|published|on file)|notes?|paper|write-?up|authors?|(?:figures|numbers|results) (?:you see|shown|here|above))|q{3,}))\b"
)
_VALUE_FIRST = re.compile(rf"(?:{NUMBER}|none|nothing|nil|once|twice|every|each|at the|{'|'.join(PERIODIC)})\b")
_NO_WORD_ON_IT = re.compile(
    r"\b(?:none|nothing) (?:of (?:this|that|these|it|the above)|(?:in|said) (?:here|above)|above|here)\b|^none (?:has|have|had) (?:\w+ )?been "
)
_NO_REPLY = re.compile(r"^no(?= ?[.,;:!-]|$)")
_ENUMERATED = re.compile(  # "a: 2x, b: 3x"; "two conventions: the open in a, the close in b"
    r"[^:,.]{2,30}: [^:,]{1,30}(?:,|;| and) [^:,.]{2,30}: |(?:two|three|four|both|different) (?:\w+ )?\w+s ?: "
    r"|(?:[^:,.]{2,20}[:,] )?[^,:]{1,25} (?:for|in|at|with) q{3,}(?:,|,? and|,? but) [^,:]{1,25} (?:for|in|at|with) q{3,}"
)
_RESULT = re.compile(
    r"\b(?:return\w*|alpha|drawdowns?|fall|fell|decline\w*|loss\w*|los[et]\w*|rose|rise|gr[eo]w\w*|made|earn\w*|gain\w*|w[io]n\w*|trades?|risk|sharpe|cagr"
    r"|volatil\w*|vols?\b|dd\b|annuali[sz]ed|turned into|top to bottom|capital multiple|below|above|profit\w*|account for|ended|final|zoom\w*|plott\w*|axis|overall|in total|all told|wealth|results?|reports?|reported|publish\w*(?! (?:one|version|settings?|values?|rules?|spec\w*|window|schedule|split|multiple|fee)\b)|(?<!weighted )average(?!,? (?:price )?weighted)|best|worst|moment|period|capital of)\b|[$€£]\d[\d.,]*+(?! (?:a|per|each|for each) (?:share|contract|order|side|trade|lot|fill|ticket|unit|round))"
    r"|\b(?:at|with|under|for) \d[\d.,]* ?(?:bps?|basis points?)\b.{0,40}\d ?%"  # "at 5 bps it was 3.65%"
)


def is_interjection(text: str) -> bool:
    """Whether a sentence is too short to speak of something else ("Not quite.")."""
    return len(text) <= _INTERJECTION


def spoken_of(text: str) -> set[str]:
    """The keys of the topics that a folded text names."""
    return {match.lastgroup for match in _SPOKEN.finditer(text) if match.lastgroup}


def what_is_asked(question: str, answer: str) -> Asked:
    """What an answer to the question builds upon. It may leave the topics unsaid that the question speaks of, where they are few."""
    first = fold(answer[:_FIRST_WORDS])
    replied_to = (
        question.count("?") == 1
        and _POLITE.match(first) is None
        and (opening_reply(first) or opening_reply(_AFTER_INTERJECTION.sub("", first)))
    )
    return Asked(_left_unsaid(_IDLE_DIGITS.sub("1", question[:_LONGEST_QUESTION])), question if replied_to else "")


@lru_cache(maxsize=16_384)
def _left_unsaid(question: str) -> Unsaid:
    folded = fold(question)
    if _OFTEN_ELSE.search(folded):
        return ()
    asked = spoken_of(folded) & LABELS.keys()
    if not asked:
        asked = {topic.key for topic in _LEFT_UNSAID if any(True for _ in topic.find(folded, question))}
    if not asked and not _RESULT.search(folded) and not _OF_ELSE.search(folded):
        asked = {key for key, value in _BARE_VALUES if value.search(folded)}
    return tuple(sorted(asked)) if len(asked) <= 2 else ()


def may_leave_unsaid(text: str) -> bool:
    """Whether a folded sentence may leave its topic unsaid: a bare value, or something said of "it", and no result."""
    return (
        len(text) <= _LONGEST
        and (
            (len(text) <= _FRAGMENT and (not is_clause(text) or _VALUE_FIRST.match(text) is not None))
            or _ENUMERATED.match(text) is not None
            or _SUBJECT.match(text) is not None
        )
        and _RESULT.search(text) is None
        and _NO_WORD_ON_IT.search(text) is None
    )


def without_reply(text: str) -> str:
    """A sentence without the "no" that it begins with, of the same length: a reply, and no value of what was asked about."""
    return _NO_REPLY.sub("so", text)
