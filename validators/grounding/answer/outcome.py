"""Whether a sentence tells its result as a gain or as a loss, in words that need not stand at the number: "the strategy made
money: it returned 12%"."""

import re
from collections.abc import Sequence

from validators.grounding.answer.mentions import Mention
from validators.grounding.number_match import Telling

RESULTS = frozenset({"cagr", "total_return", "return", "profit", "average_trade"})
SIGNED = RESULTS | frozenset(
    {"sharpe", "sortino", "calmar", "alpha", "information_ratio", "treynor", "beta", "skew", "correlation"}
)
AGAINST_MARKET = frozenset(
    {"alpha", "information_ratio"}
)  # told beside the benchmark's name, and never the benchmark's

_NOT_COUNTS = r"(?! (?:in|on|for) (?:0|\w+ (?:months?|trades?|years?)))"
_BE = r"(?:w(?:as|ere)|is|are|been|proved?|stay(?:s|ed)?|remain(?:s|ed)?|turn(?:s|ed)(?: out)?)"
_END = r"(?:is|was|were|are|end(?:s|ed)?|finish\w*|closed?|c[ao]me out)"
_IN_SHORT = r"(?:in other words|that is|i\.e\.|in short|meaning|hence|effectively|in effect|namely|thus|so),? "
_GAIN = re.compile(
    rf"\b(?:ma(?:de|kes?|king) (?:some |good |decent |real |their \w+ |its \w+ )?money|(?:turn|post|show|clos|ma[kd]|book)(?:e|es|ed|s)? (?:at )?a (?:\w+ )?profit(?! of| factor)"
    rf"|{_BE} (?:\w+ly |nicely |still )?(?:profitable|a (?:winner|money-?(?:maker|spinner)))|{_END} (?:up |the \w+ )?(?:in profit|in the black|in the green|above water|in positive territory|ahead\b(?! of)|on top)"
    rf"|{_BE} (?:still )?a (?:net |small |modest |clear |solid |healthy )?(?:gain|profit)(?! factor)|{_IN_SHORT}a (?:\w+ )?(?:gain|profit)|compounded positively|paid off|money (?:is|was) made)\b{_NOT_COUNTS}",
    re.IGNORECASE,
)
_LOSS = re.compile(
    rf"\b(?:los(?:t|es?|ing) (?:some |real |a lot of |their \w+ |its \w+ )?money|{_BE} (?:\w+ly |deeply )?(?:unprofitable|loss-making|a (?:loser|money-?(?:loser|pit)))"
    rf"|{_END} (?:up |the \w+ )?(?:(?:deep )?in the red|at a loss|below water|under water|in negative territory)|compounded negatively"
    rf"|{_BE} (?:still )?a (?:net |small |modest |clear |heavy |painful )?loss|{_IN_SHORT}a (?:\w+ )?loss|cost (?:you |us |them )?money"
    rf"|(?:growth|capital|compounding) (?:ran|went|goes) backwards|los(?:t|es) it (?:all )?(?:on|with|in)|destroy(?:s|ed) (?:capital|value|wealth|money)|money (?:is|was) lost|loss-making)\b{_NOT_COUNTS}",
    re.IGNORECASE,
)
_OF_SOME = re.compile(
    r"(?:%|\b(?:half|most|many|some|thirds?|quarters?)) of (?:them|these|those|(?:(?:the|its|all|our|your) )?(?:\w+ )?(?:trades?|positions?|bets|deals|days|weeks|months|years))\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"\b(?:(?P<none>neither|none)|both|all)\b(?: [^\s.;:,]+){0,5}? (?:(?P<gain>made (?:\w+ )?(?:money|a (?:\w+ )?(?:profit|gain))|compounded positively|were profitable"
    r"|(?:ended|finished|closed)(?: up)? in (?:profit|the black)|gained|(?:reward|paid off|pleas)(?:ed|s)? (?:its|their) \w+)|lost (?:\w+ )?money|compounded negatively|made a (?:\w+ )?loss"
    r"|were unprofitable|(?:ended|finished|closed)(?: up)? in the red)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;.!?]\s|,?\s(?:but|while|whereas|though|although|and|yet|as)\s", re.IGNORECASE)
_NIL = r"(?:zero|nil|nought|naught|0)"
_SIGN_WORD = re.compile(
    rf"\b(?:(?P<gain>positive|above {_NIL}|in the black|(?:right|good|sunny) side of {_NIL})|(?P<loss>negative|(?:below|under) {_NIL}|underwater|below water|in the red|sub-?zero|wrong side of {_NIL}))(?=\W|$)",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    r"\s?(?:$|[,.:;(—–]|-\s|at\b|of\b|with\b|too\b|overall\b|territory\b|and (?:amounts|comes|came|stands|stood|equals|reads|sits)\b)",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\b(?:is|was|are|were|on the|sits?|sat|stands?|stood|lies|lay|runs?|ran|turn(?:s|ed)|comes? out|came out|stays?|stayed|remains?|remained|ends?|ended(?: up)?|in|into|even)\s(?:\w{2,12}\s)?$|\w['’]s\s$",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"\b(?:not|never|no|hardly|neither|nor|without|but|however|although|though|yet|despite|while|whereas|if|unless|would have|could|may|might|should|until|unlike|instead|rather|except|when|before"
    r"|either|both|less|more|nothing)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_VALUE = re.compile(
    r"\b(?:(?P<gain>add(?:s|ed|ing)? (?:\w+ )?value|value (?:was |is )?added|creat(?:es|ed|ing) (?:\w+ )?value)|(?:destroy|subtract)(?:s|ed|ing)? (?:\w+ )?value|value (?:was |is )?destroyed)\b",
    re.IGNORECASE,
)
MAY_TELL = re.compile(
    r"money|value|nought|naught|nil|under zero|reward|both|neither|\ball\b|\beach\b|side of|below nil|winning|losing|profit|loser|winner|ahead|positive|negative|\bin the\b|water|backwards|paid off|\ba (?:\w+ )?(?:loss|gain)|destroy|loss-making|territory|zero",
    re.IGNORECASE,
)
_PART = re.compile(r"[;!?]\s|\.\s")
_CLAUSE_END = re.compile(r"[,;:(]|\b(?:that|which|when|where|and)\b")


def outcome(text: str) -> Telling | None:
    """How a sentence tells the result as a whole; None where it does not, or not in plain words."""
    gain, loss = _is_told(_GAIN, text), _is_told(_LOSS, text)
    if gain == loss or _TURNED.search(text):
        return None
    return "gain" if gain else "loss"


def _is_told(words: re.Pattern[str], text: str) -> bool:
    """Whether words tell an outcome of more than a part of the trades: "45% of them made money"."""
    return any(not _OF_SOME.search(text, max(0, each.start() - 50), each.start()) for each in words.finditer(text))


def outcome_of_all(text: str) -> Telling | None:
    """How a sentence tells each of its results: "both made money", "neither rewarded its holders"."""
    said = _OF_ALL.search(text)
    if said is None or _TURNED.search(text[: said.start()] + text[said.end() :]):
        return None
    return "gain" if (said["gain"] is None) == (said["none"] is not None) else "loss"


def value_told(text: str) -> Telling | None:
    """Whether a sentence says that value was added beyond the market, or destroyed."""
    found = {"gain" if each["gain"] else "loss" for each in _VALUE.finditer(text)}
    if len(found) != 1 or _TURNED.search(text):
        return None
    return "gain" if "gain" in found else "loss"


def clause_around(text: str, start: int, end: int) -> str:
    """The clause of a sentence in which a number stands."""
    cuts = [match.end() for match in _BREAK.finditer(text, 0, start)]
    stop = _BREAK.search(text, end)
    return text[cuts[-1] if cuts else 0 : stop.start() if stop else len(text)]


# "the probability of a negative CAGR"
_CHANCE_OF = re.compile(
    r"\b(?:probabilit\w+|chances?|risk|odds|likelihood|share|frequency) (?:of|for) (?:an? )?\Z", re.IGNORECASE
)


def sign_told(text: str, metrics: Sequence[Mention], metric: str) -> Telling | None:
    """How a sentence whose metrics are at `metrics` tells the sign of its one number, of a metric: "the Sharpe is negative, at"."""
    found = list(_SIGN_WORD.finditer(text))
    if len(found) != 1 or _CHANCE_OF.search(text, 0, found[0].start()):
        return None
    word = found[0]
    start = max((match.end() for match in _PART.finditer(text, 0, word.start())), default=0)
    end = stop.start() if (stop := _PART.search(text, word.end())) is not None else len(text)
    inside = [each for each in metrics if start <= each.start < end]
    if any(metric not in each.means for each in inside):
        inside = [each for each in inside if each.means == {metric}]
    metrics, text = inside, text[:end]
    stop = _CLAUSE_END.search(text, word.end())
    if _TURNED.search(text, start, stop.start() if stop else len(text)):
        return None
    ahead = any(
        each.start >= word.end() and len(text[word.end() : each.start].split()) <= 1 and text[word.end() : each.start].isprintable()
        and not _CLAUSE_END.search(text, word.end(), each.start)
        for each in metrics
    )  # fmt: skip
    before = [each for each in metrics if each.end <= word.start()]
    predicate = (
        bool(before)
        and _PREDICATE.match(text, word.end()) is not None
        and _IS.search(text, max(0, word.start() - 40), word.start()) is not None
        and _CLAUSE_END.search(text, before[-1].end, word.start()) is None
    )
    beside = bool(before) and not text[before[-1].end : word.start()].strip(" *_")  # "a Sortino under zero"
    if not (ahead or predicate or beside):
        return None
    return "gain" if word["gain"] else "loss"
