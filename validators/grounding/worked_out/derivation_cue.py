"""Which operations an answer's wording selects for a number that it worked out."""

import re
from bisect import bisect_left
from functools import lru_cache

from validators.grounding.worked_out.arithmetic import Operation
from validators.numbers.quantity import Quantity

_REACH = 90  # characters from the number in which its cue stands
_AT_HAND = 6
_COMPARATIVE = (
    r"more|less|fewer|better|worse|(?:high|low|great|small|larg|bigg|deep|shallow|mild|long|short|cheap|rich|poor|strong|weak|calm"
    r"|safe|rough|steep|tight|fast|slow|wid|narrow|smooth|clos|costli|thinn|fatt|heavi|light|healthi|quick|earli|lat|near|farth|furth|dear|pric(?:i)?|sharp)er"
)
_CUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "average",
        re.compile(
            r"\b(?:averag\w*|avg|mean|mid-?point|midway|middle|cent(?:re|er)|half-?way|fifty[- ]fifty|0[-/]0|(?:split|weighted|divided) (?:evenly|equally)"
            r"|(?:evenly|equally) (?:split|weighted|divided)|equal[- ]weight\w*|blend\w*)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "sum",
        re.compile(
            r"\b(?:combin\w+|sum(?:s|med|ming)?|all[- ]in|stack\w*|taken as one|together|altogether|in all|all told|all in all|in total|total(?:s|l?ed|l?ing)?|add(?:s|ed|ing)?|plus"
            r"|aggregat\w*|jointly|both|between (?:them|the two|the pair)|across|pool\w*|tall(?:y|ies|ied)|collective\w*|merg\w*)\b"
            r"|\ue000,? and \ue000\W{0,3} (?:alone |still |now |already )?(?:mak|made|account|form|represent|tak|took|hold|cover|compris|constitut)\w*|\b(?:is|are|sits?|lies?|goes) in \ue000 and \ue000",
            re.IGNORECASE,
        ),
    ),
    (
        "ratio",
        re.compile(
            r"÷|\b(?:times|twice|multipl\w+|factor|dwarf\w*|(?<!sharpe )(?<!sortino )(?<!calmar )(?<!information )(?<!omega )(?<!treynor )ratio|[- ]?fold|as [a-z]{2,12} as|as (?:much|many)|to one|(?<!opposed )(?<!compared )to 0|over|every|per|divid\w+|quotient|wip(?:e|es|ed|ing) out|undo(?:es|ne)?|apiece|each|for (?:one|a single|any)|one unit"
            r"|an? (?:trade|day|week|month|year|share))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "share",
        re.compile(
            r"\b(?:share|proportion|fraction|portion|percentage|of (?:the|its|all|them|those|that|what|total|every)|out of|percent of"
            r"|as [a-z]{2,12} as)\b|% of\b",
            re.IGNORECASE,
        ),
    ),
    (
        "comparison",
        re.compile(
            rf"(?:\b|(?=Δ))(?:{_COMPARATIVE}|by(?= (?:(?:about|some|roughly|only|just|a|around|nearly|almost|over) )?[$€£+\-−(]?\d)|[a-z]{{3,12}}er than|than|versus|vs|against|compared|relative|minus|subtract\w*|diff\w*|delta|Δ|gap|daylight|north of|south of|spread|margin|edge[ds]?|lead\w*"
            r"|led|advantage|ahead|behind|out(?!side|come|put|set|look|standing|line|lay|flow|right|let)[a-z]{2,10}"
            r"|under(?:perform|cut|shot|shoot)\w*|beat\w*|bested|bests|excess|exceed\w*|surpass\w*|eclips\w*|tops|topped|lag\w*|trail\w*|short|shy"
            r"|surplus|shortfall|deficit|over-?weight\w*|under-?weight\w*|premium|discount|drag\w*|apart|away|from (?:one another|each other)|narrow\w*|widen\w*|shav\w*|knock\w*|trim\w*|cost\w*|sav(?:e[sd]?|ings?)"
            r"|gave up|giv(?:e|es|ing|en) up|for(?:go|went|feit)\w*|sacrific\w*|extra|addition\w*|above|below|over|under|(?<!make )(?<!makes )(?<!made )(?<!making )(?<!add )(?<!adds )(?<!sum )(?<!sums )up|down|points?|improv\w*"
            r"|worsen\w*|deteriorat\w*|rose|ris(?:e|es|en|ing)|fell|fall\w*|drop\w*|climb\w*|increas\w*|decreas\w*|reduc\w*|cut\w*|gain\w*|lost"
            r"|los(?:s|es|e|ing)|declin\w*|grew|grow\w*|chang\w*|swing\w*|shift\w*|mov(?:e[sd]?|ing)|jump\w*|surg\w*|slid\w*|slip\w*|shed\w*"
            r"|shr[aiu]nk\w*|expan\w*|contract\w*|range\w*|distance|separat\w*|remain\w*|gone|vanish\w*|disappear\w*|evaporat\w*|eat\w*|ate|swallow\w*|burn\w*|strip\w*|sli[cp]\w*|recover\w*|regain\w*"
            r"|gulf|cushion|head ?start|buffer|handicap|hurt\w*|damage\w*|bit(?:e[sn]?)?|boost\w*|lift\w*|rais\w*|worth)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "gain",
        re.compile(
            r"\b(?:profit\w*|made|makes?|earn\w*|net|took|takes?|won|left|remain\w*|pocket\w*)\b", re.IGNORECASE
        ),
    ),
    (
        "explicit difference",
        re.compile(r"\b(?:differ\w*|gap|spread|margin|points?|excess return|subtract\w*|minus|apart)\b", re.IGNORECASE),
    ),
    (
        "explicit change",
        re.compile(r"\b(?:relative(?:ly)?|proportional(?:ly)?|percent(?:age)? change)\b", re.IGNORECASE),
    ),
    (
        "making up",
        re.compile(
            r"\b(?:account\w* for|ma[dk]e\w* up|amount\w* to|c[ao]me\w* to|represent\w*|equal\w*|equivalent|consum\w*|ate|eat\w*|swallow\w*"
            r"|captur\w*|retain\w*|ke(?:ep|pt)\w*)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "taking",
        re.compile(
            r"\b(?:cost\w*|shav\w*|lost|los(?:es|e|ing(?! (?:trade|position|month|bet|one|deal|day|week|year)))|cut\w*|reduc\w*|trim\w*|knock\w*|gave up|giv\w+ up)\b",
            re.IGNORECASE,
        ),
    ),
)


_ARITHMETIC = re.compile(
    r"\b(?:minus|subtract\w*|differ\w*|delta|gap|spread|edge|apart|ratio of\b(?!\W{0,6}$)|quotient|divid(?:e|es|ed|ing)\b|from (?:one another|each other)|averag(?:ed?|ing)|mean|midpoint"
    r"|combined|sum of|add(?:ed|ing)?|plus|per (?:unit|point) of [a-z ]{3,24} (?:is|was|comes to|=))\b|\bless (?:the|that|those|its)\b|[Δ÷−]",
    re.IGNORECASE,
)


_RIGHT_AFTER = re.compile(
    rf"[ *]{{1,4}}(?:in relative terms |relatively )?(?:{_COMPARATIVE}|above|below|beneath|apart|ahead|behind|short of|shy of|over(?! \d| (?:the|this|its|our) (?:whole|full|entire|window|period|stretch|test|sample|run|backtest|years?)\b)|under|away|adrift|in excess)\b"
    r"(?! (?:or|and) )",
    re.IGNORECASE,
)


def is_set_apart(text: str, end: int) -> bool:
    """Whether the words right after a number, at `end`, say that it lies between two: "92% above that of B", "0.4 apart"."""
    return _RIGHT_AFTER.match(text, end) is not None


def names_arithmetic(text: str, before: int) -> bool:
    """Whether a sentence says, `before` a number, that it works it out of others: "A minus B", "the ratio of the two"."""
    return _ARITHMETIC.search(text, 0, before) is not None


def is_only_a_difference(text: str) -> bool:
    """Whether a sentence says that its number is a difference, and nothing else ("differ by", "apart")."""
    return "explicit difference" in (cues := _cues(text)) and cues.keys().isdisjoint({"ratio", "average", "sum"})


def compares(text: str, at: int) -> bool:
    """Whether the words around place `at` of `text`, a sentence, speak of a difference or a change."""
    cues = _cues(text)
    return "comparison" in cues and _nearest(cues["comparison"], at, at) <= _REACH


def operations(text: str, claim: Quantity) -> tuple[Operation, ...]:
    """The operations that words of the sentence select, the likeliest first; () where no word selects one."""
    places = ((name, _nearest(spans, claim.start, claim.end)) for name, spans in _cues(text).items())
    cued = {name: distance for name, distance in places if distance <= _REACH}
    pooled: tuple[Operation, ...] = ("average",) if "average" in cued else ()
    pooled = (*pooled, "sum") if "sum" in cued else pooled
    if len(pooled) == 2 and cued["sum"] < cued["average"]:
        pooled = ("sum", "average")
    compared = "comparison" in cued
    found: list[Operation] = []
    match claim.kind:
        case "multiple":
            return (*pooled, "ratio")
        case "points" | "basis_points":
            found = ["difference"] if compared or not pooled else []
        case "percent" | "fraction":
            found = _of_shares(cued)
        case "money" | "count" | "duration":
            found = ["difference"] if compared or (claim.kind == "money" and "gain" in cued) else []
            found += ["ratio"] if "ratio" in cued else []
        case "plain":
            found = ["difference"] if compared else []
            if "ratio" in cued:
                found.insert(len(found) if cued.get("ratio", _REACH) > cued.get("comparison", _REACH) else 0, "ratio")
        case _:
            return ()
    near = min((cued[name] for name in pooled), default=_REACH + 1) < cued.get("comparison", _REACH + 1)
    return (*pooled, *found) if near else (*found, *pooled)


def _of_shares(cued: dict[str, int]) -> list[Operation]:
    """The operations that a percentage may tell: how two percentages differ, in points or in relation, or a part of a whole."""
    found: list[Operation] = []
    if "comparison" in cued:
        found = ["percent change", "difference"]
        if "explicit change" in cued:
            found = ["percent change"]
        elif "explicit difference" in cued:
            found = ["difference"]
    if "making up" in cued or ("share" in cued and "taking" not in cued):
        found.insert(0 if cued.get("share", _REACH) <= _AT_HAND else len(found), "share")
    return found


@lru_cache(maxsize=2048)
def _cues(text: str) -> dict[str, tuple[list[int], list[int]]]:
    """(starts, ends) of the cues in a sentence, by name."""
    found = {}
    for name, pattern in _CUES:
        spans = [match.span() for match in pattern.finditer(text)]
        if spans:
            found[name] = [start for start, _ in spans], [end for _, end in spans]
    return found


def _nearest(spans: tuple[list[int], list[int]], start: int, end: int) -> int:
    """Characters from the number at `start` to `end` to the nearest span."""
    starts, ends = spans
    after, before = bisect_left(starts, start), bisect_left(starts, start) - 1
    distances = [max(0, starts[after] - end)] if after < len(starts) else []
    return min([*distances, *([max(0, start - ends[before])] if before >= 0 else [])], default=_REACH + 1)
