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

_NOT_COUNTS = r"(?! (?:in|on|for) (?:0|\w+ (?:months?|trades?|years?)))"
_BE = r"(?:w(?:as|ere)|is|are|been|proved?|stay(?:s|ed)?|remain(?:s|ed)?|turn(?:s|ed)(?: out)?)"
_END = r"(?:is|was|were|are|end(?:s|ed)?|finish\w*|closed?|c[ao]me out)"
_IN_SHORT = r"(?:in other words|that is|i\.e\.|in short|meaning|hence|effectively|in effect|namely|thus|so),? "
_GAIN = re.compile(
    rf"\b(?:ma(?:de|kes?|king) (?:some |good |decent |real |their \w+ |its \w+ )?money|(?:turn|post|show|clos|ma[kd]|book)(?:e|es|ed|s)? (?:at )?a (?:\w+ )?profit(?! of| factor)"
    rf"|{_BE} (?:\w+ly |nicely |still )?(?:profitable|a (?:winner|money-?(?:maker|spinner)))|{_END} (?:up )?(?:in profit|in the black|above water|in positive territory|ahead\b(?! of)|on top)"
    rf"|{_BE} (?:still )?a (?:net |small |modest |clear |solid |healthy )?(?:gain|profit)(?! factor)|{_IN_SHORT}a (?:\w+ )?(?:gain|profit)|compounded positively|paid off|money (?:is|was) made)\b{_NOT_COUNTS}",
    re.IGNORECASE,
)
_LOSS = re.compile(
    rf"\b(?:los(?:t|es?|ing) (?:some |real |a lot of |their \w+ |its \w+ )?money|{_BE} (?:\w+ly |deeply )?(?:unprofitable|loss-making|a (?:loser|money-?(?:loser|pit)))"
    rf"|{_END} (?:up )?(?:(?:deep )?in the red|at a loss|below water|under water|in negative territory)|compounded negatively"
    rf"|{_BE} (?:still )?a (?:net |small |modest |clear |heavy |painful )?loss|{_IN_SHORT}a (?:\w+ )?loss|cost (?:you |us |them )?money"
    rf"|(?:growth|capital|compounding) (?:ran|went|goes) backwards|los(?:t|es) it (?:all )?(?:on|with|in)|destroy(?:s|ed) (?:capital|value|wealth|money)|money (?:is|was) lost|loss-making)\b{_NOT_COUNTS}",
    re.IGNORECASE,
)
# "Both lost money: A 12% and B 6%", "Neither made money: A returned ..."
_SUBJECT = (
    r"\W{0,4}(?:(?:in short|in fact|sadly|unfortunately|luckily|happily|alas|overall|all told),? )?"
    r"(?:(?P<all>both|all|each|every|they)|(?P<none>neither|none|no|not one))\b"
)
_MAY_SHARE = re.compile(_SUBJECT, re.IGNORECASE)
_SHARED = re.compile(rf"{_SUBJECT}[^.;:,(\d]{{0,48}}$", re.IGNORECASE)
_GERUND = re.compile(r"\b(?:losing|making|to (?:make|lose)) ", re.IGNORECASE)
_VERDICT = re.compile(
    r"\b(?:verdict|result|outcome|bottom line|in short|conclusion)\b\W{1,6}(?:it (?:was|is) )?(?:(?P<loss>unprofitable|a loss|a loser|loss-making|negative)|profitable|a (?:gain|profit|winner)|positive)\W*$",
    re.IGNORECASE,
)
_ONE_WORD = re.compile(
    r"[\W_]*(?:(?:an?|the|clear|clearly|net|overall|still|simply|plainly) ){0,3}(?:(?P<loss>loser|loss|money[- ]loser|loss[- ]maker|unprofitable|loss-making|negative|in the red)|winner|profit|gain|money[- ]maker|profitable|positive|in the black)[\W_]*",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"[\W_]*(?:(?P<gain>profitable|winning|positive|gaining)|(?P<loss>unprofitable|losing|loss-making|negative))(?: (?:\w+ )?(?:year|month|quarter|week|day|run|test|strategy|period|case)s?"
    r"(?: of| in)?[^.;:\n]{0,20})?[*_]{0,3}\s?[:–—][\s*_]{0,4}(?:(?:net|total|overall) )?(?:(?:profit|return|result|p&l)\W{1,3})?[^\w\s]{0,3}$",
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
    r"\b(?:is|was|are|were|on the|sits?|sat|stands?|stood|lies|lay|runs?|ran|turn(?:s|ed)|comes? out|came out|stays?|stayed|remains?|remained|ends?|ended(?: up)?|in|into|even)\s(?:\w{2,12}\s)?$",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"\b(?:not|never|no|hardly|neither|nor|without|but|however|although|though|yet|despite|while|whereas|if|unless|would have|could|may|might|should|until|unlike|instead|rather|except|when|before"
    r"|either|both|less|more|nothing)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
MAY_TELL = re.compile(
    r"money|reward|both|neither|\ball\b|\beach\b|side of|below nil|winning|losing|profit|loser|winner|ahead|positive|negative|\bin the\b|water|backwards|paid off|\ba (?:\w+ )?(?:loss|gain)|destroy|loss-making|territory|zero",
    re.IGNORECASE,
)
_PART = re.compile(r"[;!?]\s|\.\s")
_OF_IT = re.compile(
    r"\s?(?:the (?:ratio|figure|number|value|measure)|it|that) (?:is|was|sits|stays|comes)\b", re.IGNORECASE
)
_CLAUSE_END = re.compile(r"[,;:(]|\b(?:that|which|when|where|and)\b")


def outcome(text: str) -> Telling | None:
    """How a sentence tells the result as a whole; None where it does not, or not in plain words."""
    gain, loss = _GAIN.search(text) is not None, _LOSS.search(text) is not None
    if gain == loss or _TURNED.search(text):
        return None
    return "gain" if gain else "loss"


def verdict(text: str) -> Telling | None:
    """How a sentence that states no number tells the result as a whole: "The strategy was unprofitable.", "Verdict: profitable." """
    if any(map(str.isdigit, text)) or _TURNED.search(text) or _GERUND.search(text):
        return None
    found = _VERDICT.search(text) or _ONE_WORD.fullmatch(text)
    return ("loss" if found["loss"] else "gain") if found is not None else outcome(text)


# What both or none of several things did
_DID_GAIN = re.compile(
    r"\b(?:advanced|gained|rose|grew|climbed|appreciated|profited|went up|were up|moved up|made (?:gains|headway|progress)|(?:finished|ended|closed) (?:higher|up)|rewarded (?:its|their|the|your|any|\w+)(?: \w+)?"
    r"|added value|increased in value|paid (?:its|their) (?:investors?|holders?|owners?))\b(?! (?:in|on|for|from|during) (?:0|\w+ (?:months?|trades?|years?)))",
    re.IGNORECASE,
)
_DID_LOSE = re.compile(
    r"\b(?:declined|retreated|went down|were down|moved down|gave ground|(?:finished|ended|closed) (?:lower|down)|shrank|depreciated|lost (?:ground|value)|punished (?:its|their|the|your|any)(?: \w+)?)"
    r"\b(?! (?:in|on|for|from|during|below) (?:0|\w+ (?:months?|trades?|years?)))",
    re.IGNORECASE,
)
_YET = re.compile(r"\b(?:but|yet|though|although|however|still|nevertheless|except|while)\b", re.IGNORECASE)


def label_told(text: str, start: int) -> Telling | None:
    """How the label before a sentence's first number, at `start`, tells it: "Profitable year (2020): 12%"."""
    found = _LABELLED.match(text, 0, start)
    return None if found is None else "gain" if found["gain"] else "loss"


def shared_outcome(text: str) -> tuple[Telling, int] | None:
    """How a sentence begins by telling the results of all that it names, and where that ends: "Both lost money: A 12%, B 6%"."""
    if _MAY_SHARE.match(text) is None:
        return None
    found = _GAIN.search(text) or _DID_GAIN.search(text), _LOSS.search(text) or _DID_LOSE.search(text)
    said = found[0] or found[1]
    if said is None or all(found) or (subject := _SHARED.match(text, 0, said.start())) is None:
        return None
    if _YET.search(text, said.end()):
        return None
    if subject["none"]:
        return ("loss", said.end()) if found[0] else None
    return (
        None
        if _TURNED.search(text, 0, said.end()) and not subject["all"]
        else ("gain" if found[0] else "loss", said.end())
    )


def clause_around(text: str, start: int, end: int) -> str:
    """The clause of a sentence in which a number stands."""
    cuts = [match.end() for match in _BREAK.finditer(text, 0, start)]
    stop = _BREAK.search(text, end)
    return text[cuts[-1] if cuts else 0 : stop.start() if stop else len(text)]


def sign_told(text: str, metrics: Sequence[Mention], metric: str) -> Telling | None:
    """How a sentence whose metrics are at `metrics` tells the sign of its one number, of a metric: "the Sharpe is negative, at"."""
    found = list(_SIGN_WORD.finditer(text))
    if len(found) != 1:
        return None
    word = found[0]
    start = max((match.end() for match in _PART.finditer(text, 0, word.start())), default=0)
    end = stop.start() if (stop := _PART.search(text, word.end())) is not None else len(text)
    inside = [each for each in metrics if start <= each.start < end]
    if not inside and _OF_IT.match(text, start) and metrics and metrics[-1].end <= start:
        inside, start = list(metrics), 0  # "With a Sharpe of 0.2, risk paid off; the ratio is positive"
        if any(
            metric not in each.means and not each.means <= RESULTS | {"win_rate", "average_trade"} for each in metrics
        ):
            return None
        return None if _TURNED.search(text, 0, word.end()) else "gain" if word["gain"] else "loss"
    if not inside or any(metric not in each.means for each in inside):
        return None
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
    if not ahead and not predicate:
        return None
    return "gain" if word["gain"] else "loss"
