"""Where an answer names a metric, or one of the things that the tools' outputs tell apart (strategies, tickers, windows)."""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from validators.grounding.answer.other_words import other_words
from validators.grounding.tools.vocabulary.metric_vocabulary import COSTS
from validators.grounding.tools.vocabulary.metrics import PHRASES, allowed, speakable
from validators.grounding.tools.vocabulary.words import GENERIC, normal

SIGN = "\ue000"  # stands for a name: from Unicode's private use area, no letter, digit or space
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_GAP = re.compile(r"[\s\-–_/&'’*`.]{1,3}")
_AMOUNT = re.compile(
    r"[$€£]?\d[\d.,]*\s?(?:bps?|%|pct|x|d|days?|k|m|years?|months?|basis points)?", re.IGNORECASE
)  # a setting, no name
_IDIOM = re.compile(
    r"(?:los(?:es?|ing|t) (?:out|sight|touch|track|to)|f(?:e|a)ll(?:s|ing)? (?:short|behind|into|under|on)|down (?:to|the)|gone (?:by|through)|dropped (?:out|by))\b|ma(?:k(?:e|es|ing)|de) (?:up|sure|sense|use|it|clear|you|us|me|them|holders|investors)\b|ma(?:k(?:e|es|ing)|de) [*_]{0,2}\ue000[\s*_]{1,130}(?:the|an?|its|our|your)\b|close to\b"
    r"|(?:(?<=\bother )|(?<=\bfar )|(?<=\btop )|(?<=\blow )|(?<=\bhigh )|(?<=\bbottom ))end\b",
    re.IGNORECASE,
)  # no earnings, no price, no end of the run
_NET_OF = re.compile(
    r"\b(?:after|net of|before|excluding|less|including|without|gross of|minus|no|zero|nil)\s(?:all |the |any |its )?$",
    re.IGNORECASE,
)
_DONE = frozenset("made taken placed executed opened".split())  # the "average trade made"
_OR_ELSE = frozenset({"accuracy", "information_coefficient"})  # may mean another only where no tool returned them
_IF_HELD = frozenset({"peak_equity", "lowest_equity"})
_COSTS_NOUN = re.compile(
    r"(?:\A|(?<=[.:;\n*•(]) ?|\n[-*•] ?|\b(?:the|its|in|of|all|total|your|those|on|as|for|and|with) )[*_]{0,2}costs\Z",
    re.IGNORECASE,
)
_COSTS_ARE = re.compile(
    r"[*_]{0,2}(?:[ ]?[:=(,.;]|[ ](?:of|is|are|was|were|came|come|amount\w*|total\w*|ran|run|st[oa]\w*d|at)\b|$)",
    re.IGNORECASE,
)
_FUTURE = re.compile(r"\d[A-Z]")  # "6E" of the euro
T_STAT = frozenset({"t_stat", "alpha_t"})
_COST_WORDS = frozenset({"cost", "fee", "commission", "charge", "tax", "brokerage", "slippage"})
_LONGEST_PHRASE = 7
_LONGEST_ABBREVIATION = 4
_MEANS = frozenset({"average", "mean"})
_ENDS = {
    **dict.fromkeys("start starting initial opening beginning".split(), frozenset({"initial_capital"})),
    **dict.fromkeys("end ending final closing terminal finishing".split(), frozenset({"final_equity"})),
}
MOST_NAMES = 300  # of one answer: beyond that, names tell nothing apart
_ONE_LETTER = frozenset("BCDEFGHJKLMNOPQRSTUVWXYZ")
_COMMON = frozenset(
    "a an the and or all any it is on in at to of for by up down no not low high buy sell hold long short yes one new now ok".split()
)


# The long and the short side of a book, which single words name only where they stand as labels: "48% long, 52% short"
_BETWEEN = r"[\s\-–_/&.*`=()+'\"‘’“”]{0,3}"  # the parts of a name
_BEFORE_DIGITS = rf"(?:{_BETWEEN}|:\s?|\s(?:at|of|to|is)\s)"  # "cap 2.0" as "the cap at 2.0"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at `start` to `end`. `means` holds the metrics it may mean, or the names of one dimension that it may be; `name` is
    the metric that its words name first of all, "" where it is no metric's."""

    start: int
    end: int
    means: frozenset[str]
    name: str = ""

    def moved(self, by: int) -> "Mention":
        """The same in a text of which the first character is `by` later."""
        return Mention(self.start + by, self.end + by, self.means, self.name)


def meant(mentions: Iterable[Mention]) -> frozenset[str]:
    """What mentions mean together."""
    return frozenset().union(*(mention.means for mention in mentions))


def is_symbol(mention: Mention) -> bool:
    """Whether a mention is a letter that stands for a statistic and labels the number behind it only: "t = 2.1"."""
    return mention.means == T_STAT and mention.end - mention.start == 1


@dataclass(frozen=True, slots=True)
class Token:
    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words and digit runs of `text`, words normal (lower case, singular)."""
    return [Token(normal(match.group()), match.start(), match.end()) for match in _TOKEN.finditer(text)]


def name_mentions(
    text: str,
    dimensions: Mapping[str, Iterable[str]],
    parts: Mapping[str, Sequence[tuple[int, int]]] | None = None,
) -> dict[str, list[Mention]]:
    """Where the text names one of each dimension's names, or has `parts` of it, at their spans; a longer
    name hides a shorter one inside it."""
    lower = {word.lower() for word in _TOKEN.findall(text)}
    lower |= {f"{word[:-2]}is" for word in lower if word.endswith("ses")} | {
        word[:-1] for word in lower if word[:-1] in _WEEKDAYS
    }
    plain = text.casefold()
    spans: dict[str, list[tuple[int, int]]] = {}
    for name in sorted({name for names in dimensions.values() for name in names}):
        if len(spans) == MOST_NAMES:
            break
        first = _first_word(name)
        if first is None:
            continue
        if first not in lower and other_words(name) is None:
            continue
        if is_sayable(name):
            spans[name] = _places(text, name) if other_words(name) or _may_be_in(plain, name) else []
    for name, places in (parts or {}).items():
        spans.setdefault(name, []).extend(places)
    outer = _outermost({span for found in spans.values() for span in found})
    result: dict[str, list[Mention]] = {}
    for dimension, names in dimensions.items():
        by_span: dict[tuple[int, int], set[str]] = {}
        for name in names:
            for span in spans.get(name, ()):
                if span in outer:
                    by_span.setdefault(span, set()).add(name)
        result[dimension] = [Mention(start, end, frozenset(held)) for (start, end), held in sorted(by_span.items())]
    return result


def _outermost(spans: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The spans that lie in no other."""
    found, reach = set(), -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > reach:
            found.add((start, end))
            reach = end
    return found


def metric_mentions(text: str, words: list[Token], names: Iterable[str]) -> list[Mention]:
    """Where the text names a metric: one of the vocabulary or one of `names`."""
    names = frozenset(names)
    own = speakable(names)
    firsts = _FIRSTS if not own else _FIRSTS | {phrase[0] for phrase in own}
    found: list[Mention] = []
    index = 0
    while index < len(words):
        token = words[index]
        if token.word not in firsts and token.word != "cost":
            index += 1
            continue
        best = _longest(text, words, index, own)
        if best is not None and token.word in _MEANS:
            inner = _longest(text, words, index + 1, own)
            best = (
                None if inner is not None and inner[0] >= best[0] and inner[1][-1] not in _DONE else best
            )  # "average win rate" is no average win
        if (
            best is None
            and token.word == "cost"
            and _COSTS_NOUN.search(text, max(0, token.start - 14), token.end)
            and _COSTS_ARE.match(text, token.end)
        ):
            best = (1, ("fee",), "fee")  # "Costs: $900", and no verb
        if best is not None and best[2] in _IF_HELD and best[2] not in names:
            best = None  # "leverage peaked at 1.8"
        if best is None:
            index += 1
            continue
        length, key, name = best
        cost = allowed(key, name) <= COSTS or key[-1] in _COST_WORDS
        if _IDIOM.match(text, token.start) or (cost and _NET_OF.search(text, max(0, token.start - 24), token.start)):
            index += length if cost else 1
            continue
        means = frozenset({name}) if name in _OR_ELSE and name in names else allowed(key, name)
        if name == "win_rate" and name not in names and "accuracy" in names:
            means = means | {"accuracy"}  # a forecast's "hit rate"
        if name == "equity" and index and _GAP.fullmatch(text[words[index - 1].end : token.start]):
            means = _ENDS.get(words[index - 1].word, means)
        if name == "equity" and index + length < len(words) and _is_joined_key(text, words, index + length):
            means = _ENDS.get(words[index + length].word, means)  # "equity_start"
        found.append(Mention(token.start, words[index + length - 1].end, means, name))
        index += length
    return found


def _longest(
    text: str, words: list[Token], index: int, own: Mapping[tuple[str, ...], str]
) -> tuple[int, tuple[str, ...], str] | None:
    """The longest phrase that starts at a word and names a metric: its length, its words and the metric."""
    best: tuple[int, tuple[str, ...], str] | None = None
    phrase: list[str] = []
    for at in range(index, min(index + _LONGEST_PHRASE, len(words))):
        if at > index and not _is_joined(text, words[at - 1], words[at]):
            break
        phrase.append(words[at].word)
        key = tuple(phrase)
        name = own.get(key) or PHRASES.get(key)
        if name is not None:
            best = (len(phrase), key, name)
    return best


def _is_joined_key(text: str, words: list[Token], at: int) -> bool:
    """Whether an underscore stands before a word: "equity_start"."""
    return text[words[at - 1].end : words[at].start] == "_"


def _is_joined(text: str, before: Token, word: Token) -> bool:
    """Whether two words may stand in one phrase: "Max. drawdown", and no "annualized. Sharpe" over the end of a sentence."""
    gap = text[before.end : word.start]
    ends = gap[:1] == "." != gap[-1:] and before.end - before.start > _LONGEST_ABBREVIATION
    return not gap or (_GAP.fullmatch(gap) is not None and not ends)


@lru_cache(maxsize=16384)
def _first_word(name: str) -> str | None:
    match = _TOKEN.search(name)
    return None if match is None else match.group().lower()


def _places(text: str, name: str) -> list[tuple[int, int]]:
    pattern = name_pattern(name)
    return [] if pattern is None else [match.span() for match in pattern.finditer(text)]


def _may_be_in(plain: str, name: str) -> bool:
    """Whether all parts of a name stand in a text without case: compiling the pattern of each run's id takes milliseconds."""
    return not name.isascii() or all(_CRISIS.sub("", run.lower()) in plain for run in _TOKEN.findall(name))


_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_CRISIS = re.compile(r"(?<=[a-z]s)is\Z")  # "crises" are the "crisis"
_QUOTED = re.compile(r"([A-Za-z]{2,12})[ _-]?['\"]([\w .-]{1,30})['\"]")  # "run 'base'"
_LETTERED = re.compile(r"(?:run|Run|RUN)[ _-]?(?:[A-Z]|\d{1,2})")  # "run A", "Run 2"


@lru_cache(maxsize=16384)
def is_sayable(name: str) -> bool:
    """Whether an answer can name a thing so."""
    if not any(character.isalpha() for character in name):
        return False  # a parameter ("5" for 5 bps): numbers are bound by their values
    runs = _TOKEN.findall(name)
    if _FUTURE.fullmatch(name):
        return True
    if _AMOUNT.fullmatch(name):
        return False
    if _LETTERED.fullmatch(name) or _QUOTED.fullmatch(name):
        return True
    if not runs or all(run.lower() in GENERIC or run.isdigit() for run in runs):
        return False
    if len(name) == 1:
        return name in _ONE_LETTER  # a ticker
    return not _is_common(name) or other_words(name) is not None


def _is_common(name: str) -> bool:
    """Whether a name is an everyday word, which tells nothing as it stands."""
    return name.lower() in _COMMON and not name.isupper()


@lru_cache(maxsize=16384)
def name_pattern(name: str) -> re.Pattern[str] | None:
    """The name however it is joined; a short name in capitals, or an everyday word, only as it stands."""
    if not is_sayable(name):
        return None
    if (quoted := _QUOTED.fullmatch(name)) is not None:
        kind, own = map(re.escape, quoted.groups())
        return re.compile(rf"(?<![^\W_]){kind}[ _-]?['\"“‘]{own}['\"”’]", re.IGNORECASE)
    runs = _TOKEN.findall(name)
    exact = len(runs) == 1 and name.isupper() and len(name) <= 5
    joined = re.escape(runs[0]) + "".join(
        (_BEFORE_DIGITS if run.isdigit() and last.isalpha() else _BETWEEN) + re.escape(run)
        for last, run in itertools.pairwise(runs)
    )
    joined = _CRISIS.sub("[ie]s", joined) + ("s?" if name.lower() in _WEEKDAYS else "")
    mark = name[: name.index(runs[0])].strip()  # of "^GSPC"
    joined = f"(?:{re.escape(mark)})?{joined}" if mark else joined
    said = other_words(name)
    if said is not None:
        joined = f"(?i:{said})" if _is_common(name) else f"(?:{joined}|(?i:{said}))"
    before = (
        "(?<!&)" if len(name) == 1 else r"(?<!\b[Ee]x[ -])"
    )  # no ticker the L of "P&L", no Japan what is "ex Japan"
    return re.compile(rf"(?<![^\W_]){before}{joined}(?![^\W_])", 0 if exact else re.IGNORECASE)


_FIRSTS = frozenset(phrase[0] for phrase in PHRASES)
