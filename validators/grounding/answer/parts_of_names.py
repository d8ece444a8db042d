"""Where a text calls one of several things by some words of its name: "the breakout", "Donchian's", "dip buying" of "rsi2_dip_buyer"."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from validators.grounding.tools.keys import PLAIN_KEYS
from validators.grounding.tools.vocabulary.metrics import PHRASES
from validators.grounding.tools.vocabulary.words import GENERIC, OF_THE_MARKET, OF_THE_RUN, normal
from validators.numbers.tail import CURRENCIES

Span = tuple[int, int]

_WORD = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[^\W\d_]+|\d+")
_HYPHENATED = re.compile(r"(?<![\w-])[A-Za-z]+-[A-Za-z]+(?![\w-])")
_ENDING = re.compile(r"(?<=[^\W\d_]{3})(?:ings?|ers?|ed|ions?|ors?|es|s|e)$")
_REVERT = re.compile(r"^revert\w*")
_NO_DIGIT_GLUE = re.compile(r"[\s\-–_/(]?\)?")
_LEAST_LETTERS = 4
_MOST_NAMES = 60
# Words of names that tell what kind of thing or setting it is, or that speech has for much else.
_EVERYDAY = (
    GENERIC
    | OF_THE_RUN
    | OF_THE_MARKET
    | frozenset(map(normal, PLAIN_KEYS))
    | frozenset(
        "rule book sleeve approach method signal bot trader trading trade trades daily weekly monthly yearly intraday long short high low up down buy "
        "sell hold open close fast slow new old best worst top bottom main base big small risk return price stock share equity bond rate gap market index "
        "fund asset cash cost fee gain loss level target test train sample version default plain simple on off with without and or of in at to by from "
        "the for vs than balanced enhanced adaptive dynamic global us usa good bad first second third last one two three real paper live pair pairs".split()
    )
)
_KIND = (
    r"strateg(?:y|ies)|models?|systems?|rules?|books?|sleeves?|approach|methods?|portfolios?|runs?|variants?|versions?|bots?|trades?|positions?|programs?|funds?|one|side|test|backtest|line|"
    r"leg|setup|style|follow(?:er|ing)|trad(?:er|ing)"
)
_VERB = (
    r"is|was|are|were|has|had|have|did|does|do|makes?|made|earns?|earned|returns?|returned|gains?|gained|lost|loses|los(?:es|ing)|grew|grows|spends?|spent|takes?|took|turns?|"
    r"keeps?|kept|holds|held|sits?|sat|stands?|stood|gets?|got|gives?|gave|posts?|posted|shows?|showed|delivers?|delivered|comes?|came|ends?|ended|finish\w*|fell|falls|"
    r"rose|trades|traded|wins|won|beats?|brought|brings|pays?|paid|needs?|needed|needs|scores?|scored|runs|ran|suffer\w*|compound\w*|ha[ds]n['’]t|would|will|could|can|may|might|"
    r"only|never|barely|clearly|still|also|itself|at|on|with|in|over|by|for|than|beats|logs?|logged|saw|sees|went|goes|dropped|drops|churns?|fades?|manages?|managed|produced?|produces|achieved?"
)
_AFTER = re.compile(
    rf"(?:['’]s\b|s?['’](?=\s)|\s(?:{_KIND})\b|\s(?:{_VERB})\b|\s?[,;:).(—–]|\s[-−+$€£(\d]|\s?$|\n|-based\b)",
    re.IGNORECASE,
)
_OF_KIND = re.compile(
    r"\s(?:versions?|variants?|one|model|strategy|rule|system|run|sleeve|setting|leg|side|book)\b", re.IGNORECASE
)
_THE = re.compile(r"\b(?:the|this|that|our|your|my|its|each|every)\s(?:[^\s.,;:()]{2,16}[\s-]){0,2}$", re.IGNORECASE)
_BARE = re.compile(
    r"(?:^|\n|[,;:.(|–—•-]|\b(?:for|than|of|and|with|by|vs\.?|versus|against|as|while|whereas|but|where|from|behind|below|above|at))[*_\"'“( ]{0,4}$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r" [-−+$€£(]?\d")
_ARTICLE = re.compile(r"\b(?:an?|the|some|any|no)\s$", re.IGNORECASE)
_DOING = re.compile(r"[A-Z][a-z]+ing\b(?= (?:the|a|an|those|these)\b)")
_OPENS = re.compile(r"(?:^|[.!?:;|\n•]\s{0,3}|^[-*\s]{1,6}|\n[-*\s]{1,6})[*_\"'“‘(]{0,3}$")


def part_mentions(text: str, names: Iterable[str]) -> dict[str, list[Span]]:
    """Where a text calls one of `names` by some of its words, by name. Words that two of the names have tell none of them."""
    known = frozenset(names)
    if not 1 < len(known) <= _MOST_NAMES:
        return {}
    if not may_call(text, stems_in(text), known):
        return {}
    parts = _parts(known)
    found: dict[str, list[Span]] = {}
    words = _words_of(text, parts)
    at = 0
    while at < len(words):
        if words[at][2] not in parts:
            at += 1
            continue
        last, among, told = at, parts[words[at][2]], [at]
        while (following := _next_of(text, words, last, among, parts)) is not None:
            last, among = following, among & parts[words[following][2]]
            told.append(last)
        if len(among) == 1 and _calls(text, [words[each] for each in told], next(iter(among)), parts):
            found.setdefault(next(iter(among)), []).append((words[at][0], words[last][1]))
        at = last + 1
    return found


def stems_in(text: str) -> frozenset[str]:
    """The words of a text, by their stems; also those that a hyphen parts ("Z-score" of zscore_revert) as one."""
    return frozenset(map(stem, (*_WORD.findall(text), *map(_joined_up, _HYPHENATED.findall(text)))))


def _words_of(text: str, parts: Mapping[str, frozenset[str]]) -> list[tuple[int, int, str]]:
    """(start, end, stem) of each word; those that a hyphen parts are one where a name has them so."""
    one = [(each.start(), each.end(), stem(_joined_up(each.group()))) for each in _HYPHENATED.finditer(text)]
    one = [each for each in one if each[2] in parts]
    words = [(match.start(), match.end(), stem(match.group())) for match in _WORD.finditer(text)]
    return sorted([*one, *(word for word in words if not any(start <= word[0] < end for start, end, _ in one))])


def _joined_up(word: str) -> str:
    return word.replace("-", "").lower()


def may_call(text: str, said: frozenset[str], names: Iterable[str]) -> bool:
    """False where no word of a name of several words is among those `said` in the text, or everyday ones only and none for a
    kind of thing."""
    told = {word for name in names for word in said & _stems(name)}
    if not told or not _EVERYDAY_STEMS.issuperset(told):
        return bool(told)
    before = (_WORD.findall(text, max(0, kind.start() - 40), kind.start()) for kind in _OF_KIND.finditer(text))
    return any(words and stem(words[-1]) in told for words in before)


@lru_cache(maxsize=16_384)
def _stems(name: str) -> frozenset[str]:
    """The words of a name of several, by their stems, without its figures; none of a single one."""
    words = _WORD.findall(name)
    if len(words) < 2:
        return frozenset()
    return frozenset(stem(word) for word in words if len(word) > 1 and not word.isdigit())


def _tells(word: str) -> bool:
    return len(word) > 1 or word.isdigit()


def _next_of(
    text: str,
    words: Sequence[tuple[int, int, str]],
    last: int,
    among: frozenset[str],
    parts: Mapping[str, frozenset[str]],
) -> int | None:
    """The next word of the same name, right behind."""
    for place in range(last + 1, min(last + 4, len(words))):
        held = parts.get(words[place][2])
        if held is not None and among & held:
            return place if place == last + 1 and _joined(text, words[last], words[place]) else None
    return None


def _joined(text: str, before: tuple[int, int, str], word: tuple[int, int, str]) -> bool:
    gap = text[before[1] : word[0]]
    if word[2].isdigit():
        return _NO_DIGIT_GLUE.fullmatch(gap) is not None
    return len(gap) <= 2 and not gap.strip(" -–_/&()")


def _calls(text: str, told: Sequence[tuple[int, int, str]], name: str, parts: Mapping[str, frozenset[str]]) -> bool:
    """Whether words of a name stand as its name: several of them, or one that is no everyday word at a place where names stand."""
    stems = {word for *_, word in told}
    letters = {word for word in stems if not word.isdigit()}
    if not letters or len(_WORD.findall(name)) < 2:
        return False
    start, end = told[0][0], told[-1][1]
    if len(letters) > 1 or (len(stems) > 1 and told[0][2] in letters):
        return not _EVERYDAY_STEMS.issuperset(letters)
    word = text[start:end]
    if word.isupper() and name.isupper() and name.startswith(word) and word not in CURRENCIES:
        return True  # "BTC" of "BTC/USDT"
    only = next(iter(letters))
    if only in _METRIC_STEMS or len(word) < _LEAST_LETTERS - word.isupper():
        return False
    if only in _EVERYDAY_STEMS:  # "the fast version"
        return _OF_KIND.match(text, end) is not None and _THE.search(text, max(0, start - 40), start) is not None
    after = _AFTER.match(text, end) is not None
    opens = _OPENS.search(text, max(0, start - 8), start) is not None
    if word[:1].isupper() and not word.isupper():
        return after or not opens or _DOING.match(text, start) is not None
    if after and _THE.search(text, max(0, start - 40), start) is not None:
        return True
    return after and word.islower() and _is_own_name(name, only) and _is_bare(text, start, end)


def _is_own_name(name: str, word: str) -> bool:
    """Whether a word can hardly be said but for the name that it begins: the "quarry" of "quarry-trend"."""
    return word not in _OF_TRADING_STEMS and stem(_WORD.findall(name)[0]) == word


def _is_bare(text: str, start: int, end: int) -> bool:
    """Whether a word stands without an article where a noun would have one."""
    if _BARE.search(text, max(0, start - 16), start) is not None:
        return True
    return _NUMBER.match(text, end) is not None and _ARTICLE.search(text, max(0, start - 6), start) is None


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word without what its forms end with: "fading" and "fade" are one."""
    plain = normal(word)
    bare = _ENDING.sub("", _REVERT.sub("reversion", plain))
    if len(bare) > 3 and bare[-1] == bare[-2] and bare != plain and bare[-1] not in "ls":
        bare = bare[:-1]
    return bare[:-1] if len(bare) > 3 and bare.endswith("y") else bare


_EVERYDAY_STEMS = frozenset(map(stem, _EVERYDAY))
_OF_TRADING_STEMS = frozenset(
    map(
        stem,
        "momentum carry trend breakout reversal reversion mean value quality pair pairs spread basis arbitrage hedge option options futures credit "
        "sector country factor regime season calendar news earnings event dip swing scalp grid range band bands channel cross crossover average filter "
        "ridge lasso forest tree boost gradient neural network ensemble blend mix combo stack core satellite growth income dividend defensive cyclical "
        "crypto gold oil metal energy tech bank currency dollar vol volatility variance risk parity beta alpha stat tactical rotation overlay stop "
        "leverage inverse hour day week month year open close night session minute tick time series window look early late".split(),
    )
)
_METRIC_STEMS = frozenset(stem(phrase[0]) for phrase in PHRASES if len(phrase) == 1)


@lru_cache(maxsize=1024)
def _parts(names: frozenset[str]) -> dict[str, frozenset[str]]:
    """The names that have a word, by its stem, where not all of them do."""
    held: dict[str, set[str]] = {}
    for name in names:
        for word in filter(_tells, _WORD.findall(name)):
            held.setdefault(stem(word), set()).add(name)
    return {word: frozenset(among) for word, among in held.items() if len(among) < len(names)}
