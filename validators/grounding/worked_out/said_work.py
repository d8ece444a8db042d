"""The kind of arithmetic that words select for a number that is not told as one that a tool gave: "compound to", "per trade", "return over
drawdown", "% of all trades"."""

import re
from dataclasses import dataclass

from validators.grounding.worked_out.derivation_cue import operations
from validators.numbers.quantity import Quantity

_BACK, _ON = 110, 60  # characters in which its words stand
_OF_WORDS = {
    "difference": ("difference", "range"), "percent change": ("change",), "average": ("average", "mean", "median", "weighted"),
    "ratio": ("ratio", "quotient"), "sum": ("sum",), "share": ("share", "part", "ratio"),
}  # fmt: skip
PART_OF_ALL = ("share", "part")
ONE_TO_ANOTHER = "ratio, one row to another"
QUOTIENT = ("ratio", "quotient")
_APART = ("difference", "percent change")
_RATE = r"(?: at| annual\w*| return| growth| yearly|[^.;\d]{0,30}\d[\d.,]*\s?%[^.;\d]{0,12} (?:a|per) (?:year|annum))"
_COMPOUNDING = re.compile(
    rf"\b(?:compound(?:s|ed|ing)?(?!{_RATE})|chain(?:s|ed|ing)?|link(?:s|ed|ing)? (?:together|up)|multipl(?:y|ies|ied|ying) (?:out|up|through|together)"
    r"|(?:back[- ]to[- ]back|strung|taken|put) together|cumulat(?:ive(?:ly)?|ed|es|ing)|stack(?:s|ed|ing)? (?:\w+ ){0,3}?(?:up|together|on top)|one after (?:the other|another)|on top of (?:each other|one another))\b",
    re.IGNORECASE,
)
_MEAN = re.compile(r"\b(?:averag(?:e[sd]?|ing)|avg|means?|median|typical(?:ly)?|on balance)\b", re.IGNORECASE)
_WEIGHTED = re.compile(r"\bweight(?:ed|ing)\b", re.IGNORECASE)
_SUM = re.compile(
    r"\b(?:sum(?:s|med|ming)?|add(?:s|ed|ing)? up|together|combined|in all|all told|altogether|overall|in aggregate|in total|totals?|totall?(?:ed|ing)|between them|(?:across|over|for|in) all(?! of (?!them|these|those))|across (?:both|the|these|those))\b",
    re.IGNORECASE,
)
_ADDED = ("money", "count", "plain")
_COMES_TO = re.compile(
    r"\b(?:c[ao]mes? to|amount(?:s|ed)? to|cost(?: you| me| us)?|paid|spent|placed|netted) (?:about |roughly |around |just |only |over |nearly )?[^\w]{0,3}$",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\b(?:per|a|an|each|every|for (?:each|every|one)) (?:single |unit of |point of |percentage point of |round |closed |winning |losing |extra )?"
    r"(?:trade|transaction|deal|position|fill|order|unit|drawdown|volatility|risk|dollar|euro|pound|point|session|round[- ]trip|basis point|bps?|bp)s?\b"
    r"|\bapiece\b|\beach\b(?! year| month| quarter| of)",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:calmar|mar ratio|(?:return|cagr|growth|gains?|profits?|performance|reward)(?: rate)?,?[- ]{0,2}(?:over|to|against|divided by|versus|per|÷|/)[- ]{1,2}(?:the |its |their |unit of |point of |each |max(?:imum)? |median |worst |deepest |average )*"
    r"(?:drawdown|dd|loss|losses|fall|volatility|vol|risk|trade|costs?|fees?|pain|decline|setback|dip)s?)\b"
    r"|\bof the (?:worst|deepest|max(?:imum)?|largest) (?:loss|drawdown|fall|decline|dip)\b|\b(?:pay-?off|win[- ]loss|reward[- ]to[- ]risk|risk[- ]reward)\b",
    re.IGNORECASE,
)
_PROFIT_FACTOR = re.compile(
    r"\bprofit factor\b|\bgain[- ]to[- ](?:loss|pain)\b|\bgross (?:profits?|gains?) (?:over|to) gross loss",
    re.IGNORECASE,
)
_DIVIDED = re.compile(r"[a-zA-Z%)*] ?[/÷] ?[a-zA-Z*]|\bdivided by\b|\bratio\b", re.IGNORECASE)
_SHARE = re.compile(
    r"\b(?:share|proportion|portion|slice|accounts? for|accounted for|accounting for|ma[dk]es? up|making up|contribut\w+|responsible for|represent\w*|swallow\w*|consum\w*|eats?|ate|eaten|wip(?:e[sd]?|ing) out"
    r"|took|takes?|keeps?|kept|keeping|retain\w*|hit rate|success rate|strike rate|win(?:ning)? rate|wins?|winners?|supply|supplies|positive|negative|profitable|of (?:all|everything|the total|the whole|the time|the days|gross))\b",
    re.IGNORECASE,
)
_OF_TOTAL = re.compile(
    r"[ *]{1,3}of (?:the |its |your |their )?(?:total|whole|overall|entire|all|everything|combined)\b", re.IGNORECASE
)
AGAINST = re.compile(r"\d%? (?:against|versus|vs\.?) [-+$]?\d")  # one thing's number and another's
OVERALL = re.compile(r"\b(?:overall|in total(?! returns?\b)|altogether|in all|all told|in aggregate)\b", re.IGNORECASE)
_OF = re.compile(
    r" (?:of|winners|losers|hit rate|win rate|of it|is|are|was|were|in|to)\b|[^\w]{0,4}(?:$|[|)\n;,])", re.IGNORECASE
)
_PERIODS = r"(?: (?:year|month|quarter|week|day|trade|one|fold|position|ticker|name|streak)s?)?"
_WON = re.compile(
    rf"\b(?:winning|winners?|won|positive|profitable|gaining|up|green|good|made (?:money|a profit)|ahead|beat|beats|outperform\w*|led|in the black){_PERIODS}\b",
    re.IGNORECASE,
)
_LOST = re.compile(
    rf"\b(?:losing|losers?|lost|negative|loss-making|unprofitable|down|red|bad|did(?: not|n['’]t)|behind|trail\w*|lagg\w*|in the red){_PERIODS}\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:first|opening|earliest|initial|(?P<last>last|final|latest|closing|second))(?: (?P<many>[a-z]+|\d{1,2}))? ?(?:years?|months?|quarters?|trades?|folds?|ones|of|half|part)\b",
    re.IGNORECASE,
)
_UP_TO = re.compile(
    r"\b(?:within|up to|at (?:most|least)|no more than|(?:or|and) (?:less|fewer|more|longer|shorter|over|above|below)|under|over|from|since|until|through|before|after|beyond|than|top|bottom)\b",
    re.IGNORECASE,
)
_OVER_TIME = ("difference of the first", "change from", "growth a year", "compounding, a year")
_MOVED = re.compile(
    r"\b(?:from|since|over|between|gr[eo]w\w*|r[io]s\w*|fell|fall\w*|drop\w*|declin\w*|chang\w*|improv\w*|annual\w*|year(?:ly)?|cagr|start\w*|end(?:ed|s)?|beg[ia]n\w*|by)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:an?|per|each|every) (?:[a-z]+ )?(?:year|month|quarter|week|day|session|fold|run|window|trade)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:by(?: (?:about|roughly|only|just|some|around|nearly|almost))?|(?:lead|gap|lag|difference|advantage|edge|margin|shortfall|excess|spread|cushion|deficit|surplus|drop|improvement|jump|decline)"
    r"(?: (?:of|is|was|comes to|came to)| gap)?(?: (?:about|roughly|only|just|some))?:?) ?[*_]{0,2}[$€£]?[+\-−]?(?:[$€£]?\d[\d.,]*(?:%| points| pp)?(?:,? and |, | or )){0,6}$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"[ *)]{0,3}(?:points? |pp |percent |% )?(?:more|less|fewer|better|worse|higher|lower|deeper|shallower|ahead|behind|above|below|apart|short|longer|shorter|larger|smaller|wide|in favou?r)\b"
    r"(?! (?:or|and) )",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\b(?:without|other|others|rest|remain\w*|exclud\w*|except\w*|strip\w*|skip\w*|leav\w* out|left out|leaving|leaves (?:you|us|me)|drop\w*|remov\w*|tak\w* (?:out|away)|apart from|aside from|ex|minus(?! \W{0,2}\d)|but|beside\w*)\b",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"\b(?:without|exclud\w*|except(?:ing)?|leav\w* out|left out|strip\w* out|tak\w* out|drop(?:ping|ped)? (?!to|from|by|in|of|\W?\d)|remov\w+|apart from|aside from|ex)\b",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[;:.]|\b(?:and|while|but|whereas|against|versus)\b")
_PART_ENDS = re.compile(rf"{_CLAUSE_ENDS.pattern}|[,0]")
_OTHERWISE = re.compile(
    r"\b(?:rest|remain\w*|others?|otherwise|not|never|always|nobody|none|opposite)\b|n['’]t\b", re.IGNORECASE
)
_NUMBERS = {
    word: place
    for place, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), start=2)
}
_COUNTED = 0.25  # how often a wrong small count may meet one of a column


@dataclass(frozen=True, slots=True)
class SaidWork:
    """The operations that words select, by how a `Pool` names them; `sure` where the words name arithmetic and tell no number of a tool; `chance`
    is what they allow for at least."""

    operations: tuple[str, ...]
    sure: bool
    chance: float = 0.0


def said_work(text: str, claim: Quantity, above: str, *, apart: bool) -> tuple[SaidWork, ...]:
    """The arithmetic of which the words around the claim, at its place in its sentence `text`, speak, the surest first, then that of
    which what stands `above` it does; `apart`: it is told as what lies between two numbers."""
    low, high = max(0, claim.start - _BACK), claim.end + _ON
    near = text[low:high]
    by = _BY.search(text, low, claim.start) is not None or _MORE.match(text, claim.end) is not None
    apart = apart or by or claim.kind in ("points", "basis_points", "multiple")
    sure = [*_counts(near, claim), *(SaidWork(each, True) for each in _named(text, near, claim))]
    weak = [_OF_WORDS[each] for each in operations(text, claim) if apart or each not in _APART]
    weak += [_OF_WORDS["difference"]] if by else []
    if _OF_WORDS["share"] in weak:
        weak.insert(0, PART_OF_ALL)
    weak += [_OF_WORDS["sum"]] if claim.kind in _ADDED and _COMES_TO.search(text, low, claim.start) else []
    weak += _named(above, above, claim)
    if claim.kind == "percent" and ((not weak and not sure) or _DIVIDED.search(near) or _OVER.search(near)):
        weak.append(_OF_WORDS["share"])
    known = {each.operations for each in sure}
    return (*sure, *(SaidWork(each, False) for each in dict.fromkeys(weak) if each not in known))


def no_shares(text: str, claim: Quantity) -> tuple[str, ...]:
    """The shares that a number is not, by what is said behind it: of all there is it is no ratio of one row to another, and without words
    of the rest nothing that the others are."""
    of_total = claim.kind == "percent" and _OF_TOTAL.match(text, claim.end) is not None
    return (*(() if speaks_of_rest(text) else ("share of all but",)), *((ONE_TO_ANOTHER,) if of_total else ()))


def speaks_of_rest(text: str) -> bool:
    """Whether a sentence speaks of what some leave: "without 2021", "the other four"."""
    return _REST.search(text) is not None


def leaves_out(text: str, claim: Quantity) -> bool:
    """Whether a sentence says in the part that tells a number that this is of all but some: "without 2021", "leaving out fold 3"."""
    before, behind = text[max(0, claim.start - _BACK) : claim.start], text[claim.end : claim.end + _ON]
    own = _CLAUSE_ENDS.split(before)[-1], _PART_ENDS.split(behind, maxsplit=1)[0]
    return any(_WITHOUT.search(part) for part in own)


def speaks_of_several(text: str) -> bool:
    """Whether a sentence speaks of what several make together, of winners or of losers."""
    return any(cue.search(text) for cue in (_WON, _LOST, _SUM, _MEAN))


def unspoken(text: str, claim: Quantity) -> tuple[str, ...]:
    """The operations, as a `Pool` names them, that words would have to name, and do not."""
    cues = (
        (("gains ", "losses "), _WON.search(text) or _LOST.search(text)),
        (("all but",), _REST.search(text)),
        (("first ", "last "), _PART.search(text) or _UP_TO.search(text)),
        (_OVER_TIME, _MOVED.search(text)),
        (("mean", "median", "weighted"), _MEAN.search(text) or _PERIOD.search(text) or _WEIGHTED.search(text)),
        (("sum of ",), not _COMPOUNDING.search(text)),
    )
    return (*no_shares(text, claim), *(name for names, told in cues if not told for name in names))


def _named(text: str, near: str, claim: Quantity) -> list[tuple[str, ...]]:
    """The operations that words name outright."""
    share = claim.kind in ("percent", "fraction")
    found: list[tuple[str, ...]] = []
    lost, won, part = _LOST.search(near), _WON.search(near), _PART.search(near)
    if _COMPOUNDING.search(near):
        found += [("losses compounded",)] if lost else []
        found += [("gains compounded",)] if won else []
        found.append(("compounding",))
    if claim.kind in ("plain", "multiple", "money", "points", "fraction") and (
        _PER.search(near) or _OVER.search(near) or (_DIVIDED.search(near) and claim.kind != "points")
    ):
        found.append(QUOTIENT)
    if _PROFIT_FACTOR.search(near):
        found.append(("profit factor",))
    if _WEIGHTED.search(near):
        found.append(("weighted",))
    if _MEAN.search(near):
        found += [("losses averaged",)] if lost else []
        found += [("gains averaged",)] if won else []
        found.append(("mean", "average", "median", "weighted"))
    if share and _OTHERWISE.search(near):
        found.append(("1 −",))
    if share and _SHARE.search(near) and _OF.match(text, claim.end):
        found += [PART_OF_ALL, ("share", "part", "ratio", "sum")]
    if _REST.search(near):
        found.append(("all but",))
    if part is not None:
        many, side = part["many"], "last" if part["last"] else "first"
        some = f"{_NUMBERS.get(many.lower(), many)} " if many else ""
        found.append((f"{side} {some}",))
    if claim.kind != "multiple" and _SUM.search(near):
        found.append(("sum",))
    return found


def _counts(near: str, claim: Quantity) -> list[SaidWork]:
    """The counts that words name: "12 positive, 8 negative"."""
    if claim.kind not in ("count", "plain") or claim.step != 1 or claim.scale != 1:
        return []
    told = [("above ",)] * bool(_WON.search(near)) + [("below ",)] * bool(_LOST.search(near))
    return [SaidWork(each, True, _COUNTED) for each in told]
