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
_APART = ("difference", "percent change")
_RATE = r"(?: at| annual\w*| return| growth| yearly|[^.;\d]{0,30}\d[\d.,]*\s?%[^.;\d]{0,12} (?:a|per) (?:year|annum))"
_COMPOUNDING = re.compile(
    rf"\b(?:compound(?:s|ed|ing)?(?!{_RATE})|chain(?:s|ed|ing)?|link(?:s|ed|ing)? (?:together|up)|multipl(?:y|ies|ied|ying) (?:out|up|through|together)"
    r"|(?:back[- ]to[- ]back|strung|taken|put) together|cumulat(?:ive(?:ly)?|ed|es|ing)|stack(?:s|ed|ing)? up)\b",
    re.IGNORECASE,
)
_MEAN = re.compile(r"\b(?:averag(?:e[sd]?|ing)|avg|means?|median|typical(?:ly)?|on balance)\b", re.IGNORECASE)
_SUM = re.compile(
    r"\b(?:sum(?:s|med|ming)?|add(?:s|ed|ing)? up|together|combined|in all|all told|altogether|in total|totals?|totall?(?:ed|ing)|between them)\b",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\b(?:per|a|an|each|every|for (?:each|every|one)) (?:single |unit of |point of |percentage point of |round |closed |winning |losing |extra )?"
    r"(?:trade|transaction|deal|position|fill|order|unit|winner|loser|drawdown|volatility|risk|dollar|euro|pound|point|session|round[- ]trip|basis point|bps?|bp)s?\b"
    r"|\bapiece\b|\beach\b(?! year| month| quarter| of)",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:calmar|mar ratio|(?:return|cagr|growth|gains?|profits?|performance|reward)(?: rate)?,?[- ]{0,2}(?:over|to|against|divided by|versus|per|÷|/)[- ]{1,2}(?:the |its |their |unit of |point of |each |max(?:imum)? |median |worst |deepest |average )*"
    r"(?:drawdown|dd|loss|losses|fall|volatility|vol|risk|trade|costs?|fees?|pain|decline|setback|dip)s?)\b"
    r"|\bof the (?:worst|deepest|max(?:imum)?|largest) (?:loss|drawdown|fall|decline|dip)\b|\b(?:pay-?off|win[- ]loss|reward[- ]to[- ]risk|risk[- ]reward)\b",
    re.IGNORECASE,
)
_DIVIDED = re.compile(r"[a-zA-Z%)*] ?[/÷] ?[a-zA-Z*]|\bdivided by\b|\bratio\b", re.IGNORECASE)
_SHARE = re.compile(
    r"\b(?:share|proportion|portion|slice|accounts? for|accounted for|accounting for|ma[dk]es? up|making up|contribut\w+|responsible for|represent\w*|swallow\w*|consum\w*|eats?|ate|eaten|wip(?:e[sd]?|ing) out"
    r"|took|takes?|hit rate|success rate|strike rate|win(?:ning)? rate|wins?|winners?|supply|supplies|positive|negative|profitable|of (?:all|the total|the time|the days|gross))\b",
    re.IGNORECASE,
)
_OF = re.compile(
    r" (?:of|winners|losers|hit rate|win rate|of it|is|are|was|were|in|to)\b|[^\w]{0,4}(?:$|[|)\n;,])", re.IGNORECASE
)
_SQUARE = re.compile(
    r"\b(?:r[- ]?squared|r²|r2|squared|varianc\w+|variation|unexplained|explain\w*)\b|R²", re.IGNORECASE
)
_LEFT = re.compile(
    r"\b(?:unexplained|not explained|isn['’]t explained|rest|remain\w*|left|leaves?|leaving|other)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class SaidWork:
    """The operations that words select, by how a `Pool` names them; `sure` where the words name arithmetic and tell no number of a tool."""

    operations: tuple[str, ...]
    sure: bool


def said_work(text: str, claim: Quantity, *, apart: bool) -> tuple[SaidWork, ...]:
    """The arithmetic of which the words around the claim, at its place in its sentence `text`, speak, the surest first; `apart`: it
    is told as what lies between two numbers."""
    low, high = max(0, claim.start - _BACK), claim.end + _ON
    near = text[low:high]
    share = claim.kind in ("percent", "fraction")
    found: list[tuple[str, ...]] = []
    if _COMPOUNDING.search(near):
        found.append(("compounding",))
    if share and _SQUARE.search(near):
        found.append(("1 −", "square", "rest"))
    if claim.kind in ("plain", "multiple", "money", "percent", "points", "fraction") and (
        _PER.search(near) or _OVER.search(near) or (_DIVIDED.search(near) and claim.kind != "points")
    ):
        found.append(("ratio", "quotient"))
    if _MEAN.search(near):
        found.append(("mean", "average", "median", "weighted"))
    if share and _SHARE.search(near) and _OF.match(text, claim.end):
        found.append(("share", "part", "ratio"))
    if claim.kind != "multiple" and _SUM.search(near):
        found.append(("sum",))
    sure = [SaidWork(each, True) for each in found]
    apart = apart or claim.kind in ("points", "basis_points", "multiple")
    weak = [_OF_WORDS[each] for each in operations(text, claim) if apart or each not in _APART]
    return (*sure, *(SaidWork(each, False) for each in weak if each not in found))
