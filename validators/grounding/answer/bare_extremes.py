"""The best and the worst of periods and trades where words leave out what they are of, or only give their place."""

import re
from collections.abc import Sequence

from validators.grounding.answer.layout import SENTENCE_END
from validators.grounding.answer.mentions import T_STAT, Mention
from validators.grounding.tools.vocabulary.metric_vocabulary import DRAWDOWNS

_EXTREMES = {"best": "worst", "worst": "best"}
_BARE_EXTREME = re.compile(
    r"(?:\bthe |\bits |(?<=[;,] )|(?<=\band ))(?:(?P<best>best|strongest|finest|top)|(?P<worst>worst|weakest|poorest|ugliest))\b(?: one| of (?:them|these|those))?"
    r"(?=[^\w\n.;]{0,3}(?:$|[.;,](?!\d)|[-−+(]?[$€£]?\d|(?:was|is|were|at|of|lost|brought|saw|came|cost|made|earned|returned|gained|added|yielded|lies?|being|it|they)\b))",
    re.IGNORECASE,
)


_LARGEST = re.compile(
    r"\bthe (?:single )?(?:largest|biggest|fattest|best|worst)(?: one| of (?:them|these|those|which))?,? (?:being|was|is|came to|came in at|at|worth|brought|made|earned|of) "
    r"(?=[^\w\s]{0,3}[$€£]?\d)",
    re.IGNORECASE,
)
_ENDED = (("winning_trades", "best_trade"), ("losing_trades", "worst_trade"))


_T = re.compile(r"(?<![\w'’])t(?=(?: ?(?:=|:|of|is|was) ?| )\(?[-−+]?\d)")
_MAR = re.compile(r"(?<!\w)MAR\b(?! \d)")  # in capitals the ratio, and no month
# "drawdowns averaged 3%; the deepest reached 14%"
_DEEPEST = re.compile(
    r"\b(?:the|its) (?:deepest|steepest)(?: one| of (?:them|these|those|all))?(?= (?:\w+ ){0,2}?\W{0,2}\d)",
    re.IGNORECASE,
)
_RANKS = ("best_", "worst_")
_RANKED_BY = re.compile(r"\b(?:by|in terms of|going by|on) (?:the |its )?$", re.IGNORECASE)
_NTH = re.compile(r"\b(?:second|third|fourth|fifth|next)[- ]$", re.IGNORECASE)
_SUPERLATIVE = re.compile(
    r"\b(?:[a-z]{3,9}est|(?:most|least) [a-z]{4,14}|top|record|best|worst) "
    r"(?:(?:result|return|figure|showing|performance|gain|loss|move|print|number) (?:in|of|for|over) (?:any|a|one|the|an) )?"
    r"(?:single |calendar |individual |one )?(?P<period>day|week|month|quarter|year)\b",
    re.IGNORECASE,
)


def with_bare_extremes(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """With "the worst" after "the best month": the other end of what was named before it in the sentence; and with extremes told by
    other words: "its happiest month", "(t = 2.1)"."""
    found = list(_without_ranks(text, mentions))
    found += [Mention(match.start(), match.end(), T_STAT, "t_stat") for match in _T.finditer(text)]
    found += [Mention(match.start(), match.end(), frozenset({"calmar"}), "calmar") for match in _MAR.finditer(text)]
    for match in _SUPERLATIVE.finditer(text):
        if not _is_named(match, mentions):
            period = match["period"].lower()
            means = frozenset({f"best_{period}", f"worst_{period}"})
            found.append(Mention(match.start(), match.end(), means, f"best_{period}"))
    for match in _BARE_EXTREME.finditer(text):
        side = "best" if match["best"] else "worst"
        before = [each for each in mentions if match.start() - 120 < each.start < match.start()]
        if _is_named(match, mentions):
            continue
        kin = next((each for each in reversed(before) if each.name.startswith(_EXTREMES[side])), None)
        if kin is None or SENTENCE_END.search(text, kin.end, match.start()):
            continue
        name = side + kin.name.removeprefix(_EXTREMES[side])
        found.append(Mention(match.start(), match.end(), frozenset({name}), name))
    for match in _DEEPEST.finditer(text):
        kin = next((each for each in reversed(mentions) if each.end <= match.start()), None)
        if kin is not None and kin.means <= DRAWDOWNS and not SENTENCE_END.search(text, kin.end, match.start()):
            found.append(Mention(*match.span(), frozenset({"max_drawdown"}), "max_drawdown"))
    for match in _LARGEST.finditer(text):
        kin = next((each for each in reversed(mentions) if each.end <= match.start()), None)
        if kin is None or SENTENCE_END.search(text, kin.end, match.start()):
            continue
        found += [Mention(*match.span(), frozenset({one}), one) for ended, one in _ENDED if ended in kin.means]
    return sorted(found, key=lambda mention: mention.start)


def _without_ranks(text: str, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Without the best and worst years, months and trades that only have their place by another metric: "by Sharpe ratio, 2013 was the
    best year (1.2)", "the second-best year"."""
    ranked = [each for each in mentions if _RANKED_BY.search(text, max(0, each.start - 24), each.start)]
    return [
        each
        for each in mentions
        if not each.name.startswith(_RANKS)
        or not (
            any(other.end <= each.start and not SENTENCE_END.search(text, other.end, each.start) for other in ranked)
            or _NTH.search(text, max(0, each.start - 8), each.start)
        )
    ]


def _is_named(match: re.Match[str], mentions: Sequence[Mention]) -> bool:
    """Whether one of the mentions lies over a match."""
    return any(each.start < match.end() and match.start() < each.end for each in mentions)
