"""What a sentence says, right before or behind a number, that it is of two or more others: how far they lie apart, what they add up to,
what is left of them."""

import re
from typing import Literal

from validators.numbers.quantity import Quantity

Work = Literal["difference", "change", "sum", "left", "average"]

HEDGE = (
    r"(?:(?:about|around|roughly|some|only|just|merely|nearly|almost|over|approximately|close to|as much as|exactly|fully|all of|precisely"
    r"|a full|a good|a mere|a further|another|an? (?:extra|additional)) )*"
)
_APART = (
    r"difference|gap|spread|move|swing|change|rise|fall|drop|increase|decrease|decline|jump|improvement|deterioration|worsening|lead|margin"
    r"|edge|advantage|shortfall|saving|cushion|distance|slip|gain|loss|reduction|climb|step(?: up| down)?|discrepancy|slide|deficit|surplus"
)
_MORE = (
    r"more|less|fewer|better|worse|(?:high|low|great|small|larg|bigg|deep|shallow|mild|long|short|cheap|dear|rich|poor|strong|weak|calm|wid|narrow"
    r"|steep|fast|slow)er|ahead|behind|above|below|apart|extra|up|down"
)
_NOT_UP = "".join(
    rf"(?<!\b{verb} )"
    for verb in "make makes made making eat eats ate eaten eating use uses used take takes took give gives gave end ends ended add adds".split()
)
_CHANGED = (
    r"r[io]ses?|risen|rising|gr[eo]ws?|grown|increas(?:es?|ed)|climbs?|climbed|jumps?|jumped|gains?|gained|adds?|added|put on|falls?|fell|drops?|dropped"
    r"|declin(?:es?|ed)|decreas(?:es?|ed)|shr[au]nk|shrinks?|slips?|slipped|lost|loses?|improv(?:es?|ed)|deepen(?:s|ed)?|widen(?:s|ed)?|narrow(?:s|ed)?"
    r"|mov(?:es?|ed)|went up|went down|goes up|goes down|{_NOT_UP}up|down|sheds?|saves?|saved"
)
_BETWEEN = r"(?: between (?:them|the (?:two|pair|ends|extremes)|these two|those two|(?:[^\s.;:,\d]+ ){1,4}and(?: [^\s.;:,\d]+){1,4}?))?"
_BEFORE = {
    "apart": re.compile(
        rf"\b(?:(?:{_APART})(?:,? then,?)?{_BETWEEN}(?: (?:there |here |in \w+ )?(?:of|is|was|at|(?:comes|came|works out|worked out|amounts|amounted) (?:to|at))|:)|(?<!followed )by|differ by) {HEDGE}[^\w\ue000]{{0,3}}$",
        re.IGNORECASE,
    ),
    "changed": re.compile(rf"\b(?:{_CHANGED}) {HEDGE}[^\w\ue000]{{0,3}}$", re.IGNORECASE),
    "left": re.compile(
        rf"\b(?:what(?:'s|’s| is| was)? (?:is |was )?(?:left|stay\w*|remain\w*|kept|keep)\b[^.;:\d]{{0,30}}[: ]|leav(?:es|ing)(?: (?:you|us|it))?(?: with)?|nets? (?:out )?(?:at|to)) {HEDGE}[^\w\ue000]{{0,3}}$",
        re.IGNORECASE,
    ),
    "sum": re.compile(
        rf"\b(?:(?:add(?:s|ed|ing)?|sum(?:s|med)?|tot)(?: it| them)?(?: all)? up to|(?:make|made|making) up|account(?:ed|ing)? for|totals?|totall?(?:ed|ing)|(?:total|sum)(?: of| is| was| comes to|:)|(?:together|combined|altogether|all in|all told|in all|in total),?"
        rf"(?: (?:that(?:'s|’s| is| makes| comes to)|they (?:make|come to|made|came to|are|were)|it (?:is|was|comes to|makes)))?) {HEDGE}[^\w\ue000]{{0,3}}$",
        re.IGNORECASE,
    ),
    "joint": re.compile(
        rf"\b(?:together|combined|jointly|between them)\b[^;.:]{{0,60}}\b(?:ma[dk]es?|earn(?:ed)?|br(?:ing|ought)(?: in)?|paid|pay|costs?|placed?|took|takes?|c[ao]mes? to|produced?|fired?|ran|run|put on|traded|opened|booked|racked up|clocked up|made up|had|have|saw|did|generated?|executed?|entered|logged|cover(?:s|ed)?|span(?:s|ned)?|last(?:s|ed)?|weigh(?:s|ed)?|add(?:s|ed)?|contribut(?:e|ed)|suppl(?:y|ied)|gain(?:ed)?|lost|lose|return(?:ed)?|deliver(?:ed)?) {HEDGE}[^\w\ue000]{{0,3}}$",
        re.IGNORECASE,
    ),
    "added": re.compile(
        rf"\b(?:you(?:'d| would|'ll| will)? (?:get|have|arrive at|reach)|(?:that|this|which|it)(?: all)? (?:makes|comes to|gives|is)|making|giving|we get) {HEDGE}[^\w\ue000]{{0,3}}$",
        re.IGNORECASE,
    ),
    "average": re.compile(
        rf"\b(?:on average(?:,?(?: [a-z]+){{1,3}})?|an average of|averag(?:e[sd]?|ing)(?: out)?(?: at| of| to| is| was)?),? {HEDGE}[^\w\ue000]{{0,3}}$",
        re.IGNORECASE,
    ),
}
_BEHIND = {
    "apart": re.compile(
        rf"[ *_]{{1,4}}(?:(?:percentage |full )?points? |pp |percent |\w+ )?(?:(?:{_MORE})\b(?! (?:to|or|and)\b)|(?:lies?|lay|stands?|stood|sits?|sat) between\b(?! \W{{0,3}}0)|(?:is|was) (?:what|the (?:gap|difference|distance))\b|(?:separates?|separated|parts?|divides?) )",
        re.IGNORECASE,
    ),
    "change": re.compile(
        rf"[ *_]{{1,4}}(?:(?:{_MORE}|increase|rise|gain|drop|fall|decline|reduction|jump|decrease)\b(?! (?:to|or|and)\b))", re.IGNORECASE
    ),
    "sum": re.compile(r"[ *_]{1,4}(?:\w+ ){0,2}(?:in all|altogether|in total|all told|all in|together|combined)\b(?! with)", re.IGNORECASE),
    "left": re.compile(r"[ *_]{1,4}(?:\w+ )?(?:(?:is|was|were|are) )?(?:left|to spare|remaining|remains?|stayed)\b", re.IGNORECASE),
    "average": re.compile(r"[ *_]{1,4}(?:\w+ )?on average\b", re.IGNORECASE),
}  # fmt: skip
_LABEL = re.compile(
    r"(?:^|[,;|(\n]) ?(?:the )?(?:difference|gap|spread|range|distance|diff|swing) [^\w\ue000]{0,3}$", re.IGNORECASE
)
_BETWEEN_THEM = re.compile(
    r"[ *_]{1,4}(?:\w+ ){0,2}between (?:them|the (?:two|pair)|both|these two|those two)\b", re.IGNORECASE
)
_LIES = re.compile(
    r"\b(?:there (?:is|are|was|were|lies?|lay)|gap|difference|that(?: is|['’]s| leaves)|lies?|stand) [^\w\ue000]{0,3}$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"[ *_]{1,4}\((?:from )?[^\w\ue000]{0,3}0\S{0,3}(?: (?:vs\.?|versus|against|to|and)|,? (?:down|up) (?:from|to)| ?[→–—/]) ?[^\w\ue000]{0,3}0\S{0,3}\)",
    re.IGNORECASE,
)
_ADDING = re.compile(r"\b(?:add(?:ed|ing|s)?|sum(?:med|ming|s)?|plus|together|combin\w+|stack\w*)\b|\+", re.IGNORECASE)
_MEAN = re.compile(r"\b(?:averag\w*|mean|median|typical\w*)\b", re.IGNORECASE)
_REACH = 110
_COUNTED = ("count", "plain")
# what says that not all are told
SOME = re.compile(
    r"\b(?:most|fewest|largest|smallest|biggest|best|worst|top|alone|only|including|among|such as|of which|of them|of those|led by|for (?:example|instance)|e\.g\.|especially|notably|mainly|mostly|largely)\b",
    re.IGNORECASE,
)
MAY_SET_OUT = re.compile(
    rf"\b(?:{_APART}|{_MORE}|{_CHANGED}|by|points?|separates?|between|total\w*|sum\w*|add\w*|together|altogether|combined|all|left|stay\w*|remain\w*|leav\w+|nets?|average\w*|making|makes|gives|get)\b",
    re.IGNORECASE,
)


def told_work(text: str, start: int, quantity: Quantity) -> Work | None:
    """What the words right at a number say that it is of others; its sentence begins at `start` of `text`."""
    low, kind = max(start, quantity.start - _REACH), quantity.kind

    def before(name: str) -> bool:
        return _BEFORE[name].search(text, low, quantity.start) is not None

    def behind(name: str) -> bool:
        return _BEHIND[name].match(text, quantity.end) is not None

    if kind in ("money", *_COUNTED) and (before("left") or behind("left")):
        return "left"
    if before("average") or behind("average"):
        return "average"
    if _MEAN.search(text, start, quantity.start):
        return None
    if (
        before("sum")
        or (before("joint") and not behind("apart"))
        or behind("sum")
        or (before("added") and _ADDING.search(text, start, quantity.start))
    ):
        return "sum"
    between = _BETWEEN_THEM.match(text, quantity.end) is not None
    apart = before("apart") or behind("apart") or _LIES.search(text, low, quantity.start) is not None
    if between and not apart and kind in ("money", *_COUNTED):
        return "sum"
    if kind in ("points", "basis_points") and (
        between or before("apart") or behind("apart") or before("changed") or _is_labelled(text, low, quantity)
    ):
        return "difference"
    if before("apart") or behind("apart") or before("changed") or (kind == "percent" and behind("change")):
        return "change" if kind == "percent" else "difference"
    return None


def _is_labelled(text: str, low: int, quantity: Quantity) -> bool:
    """Whether points stand behind a bare label, or ahead of the two numbers in brackets: "spread 4.2 pp", "4.2 points (8.1% vs 3.9%)"."""
    return bool(_LABEL.search(text, low, quantity.start) or _BRACKETED.match(text, quantity.end))
