"""The words by which a sentence sets one thing first or last among all: "the deepest drawdown", "ranks last", "the busiest"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from validators.grounding.ranking.ranking_words import DRAWDOWNS, GOOD, SWINGS, TIMES, TRADES

_FEES = frozenset({"fees_paid", "fee"})
_DEALING = TRADES | {"turnover"}
_MONEY = frozenset({"final_equity", "equity", "profit"})
LENGTHS = frozenset(TIMES | {"recovery_time"})  # of which a number of days may be

_NTH = ("second", "third", "fourth", "fifth")
_DAYS = r"(?:trading )?(?:days|bars|sessions|observations)"
_SEEN = frozenset({"observations"})
_ORDINAL = rf"(?:(?P<nth>{'|'.join(_NTH)})[- ])?"
_PLACED = r"(?:rank(?:s|ed)?|c[ao]mes?|finish(?:es|ed)|end(?:s|ed)(?: up)?|(?:is|was|plac(?:es|ed)|stands|sits))(?: (?:dead|clearly|right|easily|at the very|comfortably|in))?"
_FEEBLEST = r"worst|weakest|poorest|feeblest|least (?:profitable|lucrative|rewarding|successful)"
_FINEST = r"best|strongest|finest|healthiest|most (?:profitable|lucrative|rewarding|successful)"


_SHAKY = r"(?:volatile|bumpy|erratic|nervous|turbulent|choppy|jumpy|unstable|jittery|restless)"
_EARNED = r"(?:made|makes|earn(?:s|ed)|br(?:ings|ought) in|return(?:s|ed)|gain(?:s|ed)|deliver(?:s|ed)|yield(?:s|ed))"


@dataclass(frozen=True, slots=True)
class ExtremeWords:
    """Words for the highest and for the lowest number. `metrics` are those that they may be said of, None for all; `typed` where
    they name what is compared; words of `size` tell how large a gain or a loss is, and those that
    are `nominal` need what is compared right behind them. A
    `verdict` is of how it all ended, where nothing else is named."""

    high: str
    low: str
    metrics: frozenset[str] | None
    typed: bool = False
    size: bool = False
    nominal: bool = False
    verdict: bool = False


@dataclass(frozen=True, slots=True)
class Extreme:
    """Words at `start` to `end` that tell that something has the highest number (`way` 1) or the lowest; the `nth` of them."""

    start: int
    end: int
    way: int
    nth: int
    words: ExtremeWords

    def is_at(self, own: float, values: Iterable[float]) -> bool:
        """Whether one of several numbers, which `values` are, has this place among them."""
        held = list(values)
        ahead = sum(self.way * value > self.way * own for value in held)
        level = sum(value == own for value in held) - 1
        return ahead <= self.nth - 1 <= ahead + level


_ALL = (
    ExtremeWords("highest", "lowest", None),
    ExtremeWords("largest|biggest|greatest", "smallest", None, size=True),
    ExtremeWords("most", "fewest|least", None, size=True, nominal=True),
    ExtremeWords(f"{_FINEST}|top", _FEEBLEST, GOOD),
    ExtremeWords(
        r"worst|deepest|steepest|most (?:severe|painful)|harshest|ugliest|nastiest|heaviest|most violent|scariest|roughest",
        r"best|shallowest|mildest|gentlest|least (?:severe|painful|violent)|lightest", DRAWDOWNS),
    ExtremeWords(r"longest", r"shortest", TIMES),
    ExtremeWords(r"slowest|longest", r"quickest|fastest|swiftest|speediest|briefest|shortest", LENGTHS),
    ExtremeWords(r"steepest|heaviest|fattest|heftiest|stiffest", r"slimmest|lightest|tiniest|thinnest", _FEES),
    ExtremeWords(r"heaviest|busiest|briskest|most intense", r"lightest|quietest|thinnest|slackest", _DEALING),
    ExtremeWords(r"most (?:money|cash|capital|wealth)|richest|wealthiest|fattest (?:pot|purse|balance)", r"least (?:money|cash|capital|wealth)|poorest", _MONEY),
    ExtremeWords(r"dearest|priciest|costliest|most expensive", r"cheapest|least expensive", _FEES, typed=True),
    ExtremeWords(
        r"(?:right|won|wins|correct|profitable) (?:the )?most often|most often (?:right|correct)|most accurate",
        r"(?:right|won|wins|correct|profitable) (?:the )?least often|least often (?:right|correct)|least accurate",
        frozenset({"win_rate"}), typed=True),
    ExtremeWords(
        rf"most {_SHAKY}|bumpiest|choppiest|wildest|jumpiest|rockiest|jerkiest|twitchiest|swings? (?:around )?(?:the )?most|(?:swung|moved|jumped|bounced|fluctuated|varied)(?: around| about)? (?:the )?most",
        rf"least {_SHAKY}|calmest|smoothest|steadiest|tamest|most (?:stable|steady|placid|sedate)|swings? (?:around )?(?:the )?least|(?:swung|moved|jumped|bounced|fluctuated|varied)(?: around| about)? (?:the )?least",
        SWINGS, typed=True),
    ExtremeWords(r"(?:f[ea]ll|falls|dropped|sank|slid|dipped|plunged) (?:the )?(?:furthest|farthest|deepest|hardest)", r"(?:f[ea]ll|falls|dropped|sank|slid|dipped) (?:the )?(?:least|least far)", DRAWDOWNS, typed=True),
    ExtremeWords(r"busiest|most active|most (?:often|frequently|heavily) traded|(?:trad(?:es|ed)|act(?:s|ed)) (?:the )?most(?! (?!often|frequent|heav|active)\w+ly\b)", r"quietest|least active|least (?:often|frequently|heavily) traded|(?:trad(?:es|ed)|act(?:s|ed)) (?:the )?least(?! (?!frequent|active|heav)\w+ly\b)", TRADES, typed=True),
    ExtremeWords(rf"most (?:common|frequent)|commonest|most {_DAYS}", rf"rarest|scarcest|least (?:common|frequent)|fewest {_DAYS}", _SEEN, typed=True),
    ExtremeWords(r"the (?:winner|champion|leader)(?= (?:is|was)\b)", r"the (?:loser|laggard)(?= (?:is|was)\b)", GOOD - {"win_rate"}, verdict=True),
    ExtremeWords(
        rf"(?:top|best|strongest|star)[- ]perform(?:er|ing)|(?:biggest|largest|clear|outright|overall) (?:winner|gainer)|front[- ]?runner|{_PLACED} (?:first(?!,? (?:and|or|then) (?:second|third|last)\b)|top|at the top)\b|tops the (?:table|list|ranking|field|pack)|{_EARNED} (?:the )?most(?! of)|(?:did|does|worked|works|fared|performed) (?:the )?best|(?:carr(?:ies|ied)|w[io]ns?) the day|st(?:eals|ole) the show|happiest|brightest|sunniest|(?:high|bright) (?:point|spot)|star (?:of the show|turn)|pick of the bunch",
        rf"(?:bottom|worst|weakest)[- ]perform(?:er|ing)|(?:biggest|largest|heaviest) loser|wooden spoon|{_PLACED} (?:last|bottom|at the (?:bottom|foot))\b|(?:bring(?:s|ing)?|brought) up the rear|prop(?:s|ped|ping)? up the (?:table|list)|{_EARNED} (?:the )?least(?! of)|(?:did|does|worked|works|fared|performed) (?:the )?worst|(?:lost|hurt|stung|cost|suffered) (?:\w{{2,4}} )?(?:the )?most(?! of)|gloomiest|saddest|unhappiest|darkest|(?:low|sore|dark|weak) (?:point|spot)|one to forget",
        GOOD, verdict=True),
)  # fmt: skip
_COMPILED = [
    (words, way, re.compile(rf"(?<![\w-]){_ORDINAL}(?:{said})(?![\w])", re.IGNORECASE))
    for words in _ALL
    for way, said in ((1, words.high), (-1, words.low))
]
MAY_TELL_EXTREME = re.compile(
    r"\b(?:\w{3,9}est|most|least|top|first|last|bottom|worst|best|front[- ]?runner|wooden|rear|carr(?:ies|ied)|wins?|winner|loser|won|stole|steals|high|bright|star|pick|low|sore|dark|weak|forget)\b",
    re.IGNORECASE,
)


_UP_TO = re.compile(
    r"\b(?:\w+est|most|least|top|bottom|worst)\b[^.;:\d]{0,30} to (?:the )?$", re.IGNORECASE
)  # "from the highest Sharpe to the lowest"


_COUNTING_FROM = re.compile(
    r"\b(?:count|start|begin|go|rank|order|sort|list|read)(?:ed|ing|s)? (?:up |down )?(?:from|with) (?:the )?$",
    re.IGNORECASE,
)


def extremes(text: str) -> Iterator[Extreme]:
    """The words of a first or last place in a sentence, of all readings."""
    for words, way, pattern in _COMPILED:
        for match in pattern.finditer(text):
            before = max(0, match.start() - 50)
            if any(words.search(text, before, match.start()) for words in (_UP_TO, _COUNTING_FROM)):
                continue
            nth = _NTH.index(match["nth"].lower()) + 2 if match["nth"] else 1
            yield Extreme(match.start(), match.end(), way, nth, words)
