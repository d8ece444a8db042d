"""Numbers of an answer that claim nothing: they order its text, count what no tool counts, or only suppose or deny."""

import re
from functools import cached_property

from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.numbers.quantity import Quantity

_IDLE_NOUNS = frozenset(
    "reason thing way point step caveat factor option note key main takeaway question issue concern part side hand other of example observation decimal digit column row table bullet chart slide page metric measure statistic stat figure "
    "finding aspect consideration bullet item sentence word paragraph line answer approach kind type sort more".split()
)  # fmt: skip
_COUNTED = frozenset(
    word for name, metric in METRICS.items() if metric.measure == "count" for word in name.rstrip("s").split("_")
) | {"trade", "position", "signal"}
_OF_THOSE_NAMED = re.compile(r"\b(?:the|these|those) $", re.IGNORECASE)  # "the two strategies"
_FIRST_FEW = re.compile(
    r"\b(?:the|its|these|those) (?:first|last|final|latest|earliest|next|previous) $", re.IGNORECASE
)
# "a Sharpe ratio above 1 is often seen as good"
_RULE_OF_THUMB = re.compile(
    r"[^.;,\d]{0,24}\b(?:is|are|would be) (?:often|usually|generally|typically|commonly|widely|normally|sometimes)?\s?"
    r"(?:seen|considered|regarded|viewed|thought|deemed|taken|called|rated) ",
    re.IGNORECASE,
)
# "under the usual 2 threshold", "the customary cut-off of 2"
_BAR = r"(?:threshold|cut-?off|hurdle|bar|line|mark|level|benchmark)s?\b"
_CUSTOMARY = re.compile(
    rf"\b(?:usual|conventional|customary|common|traditional|textbook|standard) (?:(?P<bar>{_BAR}) (?:of|at) )?$",
    re.IGNORECASE,
)
_BAR_AFTER = re.compile(rf" {_BAR}", re.IGNORECASE)
# "every 10 bps", "a 1% market day", "each extra point": a unit that the answer takes
_UNIT_TAKEN = re.compile(
    r"\b(?:(?P<each>every|each|per)(?: (?:extra|additional|further|single))?|an?) $", re.IGNORECASE
)
_ONE_MOVED = re.compile(
    r"\b(?:when|whenever|if) (?:the )?[a-z\ue000]+ (?:moves?|changes?|rises?|falls?|gains?|drops?)(?: by| up| down)? $",
    re.IGNORECASE,
)
_MOVE = re.compile(
    r" (?:(?:market|index|equity) (?:day|move|rise|drop|fall|decline|rally|gain)|(?:adverse |daily )?(?:move|shock|swing))\b",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(
    r",? (?:instead of|rather than|in place of) (?:the |your )?(?:original |actual |full )?\W?\d", re.IGNORECASE
)
_SET_OUT_WITH = re.compile(r"\b(?:with|on|from|having) (?:a |an |just |only )?$", re.IGNORECASE)
_STAKED = re.compile(
    r"(?:^|[\n.;:!?(]\W{0,6}|,\s|\b(?:on|with|a|an|of|every|each|from|the same|that|say|means?)\s)$", re.IGNORECASE
)
_BECOMES = re.compile(
    r"(?: (?:account|stake|portfolio|investment|start|invested|put|placed|deposit|capital|book|position))?(?:,? [^.;:\d\n]{0,40}?)?,? ?"
    r"(?:would|became|becomes?|turn\w*|grew|grows?|leaves?|left|means?|account|stake|invested|earn\w*|that['’]s|makes?|made|:)\b",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:people|investors|practitioners|allocators|analysts|statisticians|textbooks?|convention|some|many|most|one) (?:\w+ )?"
    r"(?:likes?|wants?|prefers?|looks? for|asks? for|calls?|considers?|regards?|treats?|expects?|demands?|aims? for|requires?|sees?)\b[^.;,:\d]{0,40}$",
    re.IGNORECASE,
)  # "people like a t-stat of 2 or better"
_CONFIDENCE = re.compile(
    r"(?:[ -](?:\w+ )?)(?:confiden\w+|credib\w+|certain\w*|probability|significance|prediction (?:band|interval)|(?:C\.?I|level of (?:confidence|significance))\b|sure\b|"
    r"honest\b|transparent\b|foolproof|guarantee\w*|reliable\b|accurate\b)",
    re.IGNORECASE,
)  # "a 95% confidence band", "100% certain"
# conventions: "under the usual 2 threshold", "|t| > 2", "a 95% band", "a 1% market day moves it"
_USUAL = re.compile(
    r"\b(?:usual|customary|conventional|common|standard|traditional|textbook|typical|rule-of-thumb|familiar)\s(?:\w+\s)?(?:of |at |is )?\W{0,2}$|\|t\| ?[<>≥≤=]+ ?$",
    re.IGNORECASE,
)
_BAND = re.compile(
    r"[ -](?:\w+ )?(?:bands?|intervals?|ranges?|C\.?I\b|tails?|percentiles?|quantiles?|level)\b", re.IGNORECASE
)
_BANDED = re.compile(
    r"\b(?:bands?|intervals?|ranges?|percentiles?|quantiles?|tails?|VaR|shortfall|confiden\w+)\b", re.IGNORECASE
)
_CRITICAL = frozenset({1.64, 1.645, 1.65, 1.96, 2.0, 2.33, 2.58, 2.6, 3.0})
_CONFIDENT = re.compile(
    r"\b(?:confidence|significance|credib\w+)(?: level| interval| band)?(?: of| at|,|:)?(?: the)? ?\(?$", re.IGNORECASE
)
_AT_LEVEL = re.compile(
    r"(?: (?:quantile|level)\b|\)? ?(?:VaR|CVaR|ES|expected shortfall|value at risk)\b)", re.IGNORECASE
)
_AT_RISK = re.compile(r"\b(?:VaR|CVaR|value at risk|shortfall) ?(?:at(?: the)?|\() ?$", re.IGNORECASE)
_LEVELS = frozenset({1.0, 2.5, 5.0, 10.0, 90.0, 95.0, 97.5, 99.0, 99.5, 99.9})
# "three points: ...", "two points stand out"
_POINTS_TO = re.compile(
    r"\s?(?::|(?:are )?(?:worth|to (?:note|make|keep|remember|bear)|stand(?:s)? out|deserves?|matters?|follow)\b)",
    re.IGNORECASE,
)
_POINTS_OF = re.compile(
    r"(?:^|[\n.:;] ?|\b(?:there are|here are|make|following|these|those|raise|with) (?:just |only |the )?)$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:top|ticket|item|issue|case|memo|request|ref(?:erence)?|question|section|appendix|exhibit|figure|fig|footnote|page|slide|version|agenda)(?: (?:no|nr|number))?\.? ?#?$",
    re.IGNORECASE,
)
_LEAST_CAPITAL = 100
_ROUND = 2  # digits of a capital that is only supposed
_SUPPOSED = re.compile(
    r"\b(?:had (?:you|one|someone|we)|if (?:you|one|someone|we)(?:['’]d| had)?|imagine|suppose|say|hypothetical\w*|(?:someone|an investor|anyone) (?:who|with))\b[^.;:\d]{0,40}$",
    re.IGNORECASE,
)
# "at a volatility of 10%, for example", "if it were 8%, say"
_EXAMPLE = re.compile(
    r"\b(?:for (?:example|instance)|e\.g\.|(?:at|of|with|by|from|to|were|is),? say,|you['’]d need|would need)|, say\b(?! (?:that|so|it|which)\b)",
    re.IGNORECASE,
)
_TAKEN_AS = re.compile(r"\b(?:if|when|at|with|were|takes?|taking)\b[^.;:,\d]{0,40}$", re.IGNORECASE)
# "losing years", "flat ones"
_PERIODS = re.compile(
    r"(?:[ -](?:los\w+|winn\w+|positive|negative|flat|profitable|good|bad|strong|weak|up|down|best|worst|calendar|full|quiet|rough|red|green|[a-z]{3,10}er)){0,2}"
    r"[ -](?:years?|months?|quarters?|weeks?|days?|ones|periods?|stretches|spells?|episodes?)\b",
    re.IGNORECASE,
)
_HOW_LONG = re.compile(
    r"\b(?:over|for|during|across|span\w*|cover\w*|period of|window of|sample of|history of|last\w*|past|first|after|within|took|takes?|taking|lasting|some|about|nearly|"
    r"almost|under|than|least)\s(?:the |a |an )?(?:\w+ )?$",
    re.IGNORECASE,
)
_OF_SEVERAL = re.compile(r"[ -][a-z]+(?: (?:out )?of\b|,? ?[:(]|,? (?:when|in which|where|that)\b|[.;])", re.IGNORECASE)
_THOSE = re.compile(r"\b(?:these|those|all) (?:full |whole )?$", re.IGNORECASE)  # "those twelve months"
_ASKED = re.compile(r":\s(?:[^.!?\n]|\.\d){0,160}\?")  # "Q1: was it profitable?"
_DENIED = re.compile(
    r"\b(?:not|never|nor)\s(?:the |a |an |some )?$", re.IGNORECASE
)  # "a single run, not 1,000 simulated paths"
_NONE = re.compile(
    r"\b(?:no|not|never|nothing|none|nobody|isn['’]t|aren['’]t|hardly|cannot|can['’]t)\b[^.;,\d]{0,24}$", re.IGNORECASE
)
_BEGINS = re.compile(r"(?:^|[\n.!?:])[ \t*_#>-]{0,6}$")  # "Q1. Did it make money?"
_MIXED = re.compile(
    r"\s(?:split (?:between|of|across)\b|(?:\w+ )?(?:average|mean|mix|blend|weight\w*|combination|comparison|benchmark|portfolio|allocation|fund|index|reference|baseline)\b)",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?:the|both|these|those|all) $", re.IGNORECASE)


def is_round_sum(quantity: Quantity) -> bool:
    """Whether an amount is round, as a capital is that is only supposed."""
    return (
        quantity.kind == "money"
        and quantity.value >= _LEAST_CAPITAL
        and len(f"{quantity.value:.0f}".rstrip("0")) <= _ROUND
    )


class IdleNumbers:
    """Finds them among the numbers of one answer: `dates` is how many dates it tells, `spoken` how many things it names."""

    def __init__(self, text: str, index: ToolIndex, *, dates: int, spoken: int) -> None:
        self._text = text
        self._dates = dates
        self._spoken = spoken
        self._index = index

    @cached_property
    def _counted(self) -> frozenset[str]:
        """The words of what the tools counted."""
        return _COUNTED | self._index.counted

    def holds(self, quantity: Quantity) -> bool:
        """Whether a small number only orders the text ("two reasons", "3 caveats") and counts nothing that a tool returned."""
        ahead = max(0, quantity.start - 80)
        if _RULE_OF_THUMB.match(self._text, quantity.end):
            return True
        if quantity.kind == "plain" and not quantity.sign and _WANTED.search(self._text, ahead, quantity.start):
            return True
        if quantity.kind == "duration" and quantity.spelled:
            if _THE.search(self._text, max(0, quantity.start - 6), quantity.start):
                return self._dates > 1 or (self._dates == 1 and quantity.noun == "month" and quantity.value == 12)
            if self._dates == quantity.value > 1:
                return True
        if self._is_small_talk(quantity) or self._is_supposed(quantity):
            return True
        if self.is_example(quantity):
            return True
        custom = _CUSTOMARY.search(self._text, ahead, quantity.start)
        if custom is not None and (custom["bar"] or _BAR_AFTER.match(self._text, quantity.end)):
            return True
        if self._is_unit_taken(quantity) or self._is_reference(quantity):
            return True
        if quantity.kind == "percent" and self._is_level(quantity):
            return True
        if self._is_critical(quantity):
            return True
        if quantity.kind == "percent" and quantity.value == 100 and _NONE.search(self._text, ahead, quantity.start):
            return True  # "no 100% safe strategy"
        uncounted = quantity.kind == "count" and quantity.noun not in self._counted
        if uncounted and _DENIED.search(self._text, ahead, quantity.start):
            return True
        if quantity.kind == "duration" and _THOSE.search(self._text, max(0, quantity.start - 16), quantity.start):
            return True
        if (
            quantity.kind == "points"
            and quantity.spelled
            and quantity.step == 1
            and quantity.text.lower().endswith((" points", " point"))
        ):
            return _POINTS_TO.match(self._text, quantity.end) is not None or (
                _POINTS_OF.search(self._text, max(0, quantity.start - 24), quantity.start) is not None
                and not self._text.startswith(" of", quantity.end)
            )
        if quantity.kind == "split" and _MIXED.match(self._text, quantity.end):
            return True
        if quantity.kind not in ("plain", "count") or quantity.step != 1 or abs(quantity.value) > 12 or quantity.sign:
            return False
        if quantity.noun in _IDLE_NOUNS:
            return True
        few = quantity.spelled and quantity.value <= max(2, self._spoken)
        if few and _OF_THOSE_NAMED.search(self._text[max(0, quantity.start - 12) : quantity.start]):
            return True
        if quantity.spelled and _FIRST_FEW.search(self._text, max(0, quantity.start - 24), quantity.start):
            return True
        return quantity.spelled and (quantity.noun is None or quantity.noun not in self._counted)

    def _is_small_talk(self, quantity: Quantity) -> bool:
        """Whether a small number in words counts periods, which no tool counts: "two losing years", "in four years out of seven",
        "about two and a half years"; how long something took is a number to check."""
        if not quantity.spelled or quantity.scale != 1 or not 1 < quantity.value <= 12:
            return False
        if quantity.kind == "count":
            return _PERIODS.match(self._text, quantity.end) is not None
        if quantity.kind != "duration":
            return False
        if quantity.step < 1:
            return quantity.hedge is not None
        return _HOW_LONG.search(self._text, max(0, quantity.start - 40), quantity.start) is None and (
            _OF_SEVERAL.match(self._text, quantity.end) is not None
        )

    def is_example(self, quantity: Quantity) -> bool:
        """Whether a number is one from which an example in its sentence starts: "if volatility is 8%, for example"."""
        if quantity.kind not in ("percent", "multiple", "basis_points", "plain") or quantity.sign:
            return False
        if _TAKEN_AS.search(self._text, max(0, quantity.start - 60), quantity.start) is None:
            return False
        start = max(self._text.rfind(". ", 0, quantity.start), self._text.rfind("\n", 0, quantity.start)) + 1
        end = min(
            at
            for at in (self._text.find(". ", quantity.end), self._text.find("\n", quantity.end), len(self._text))
            if at >= 0
        )
        return _EXAMPLE.search(self._text, start, end) is not None

    def _is_supposed(self, quantity: Quantity) -> bool:
        """Whether a round sum is a capital that the answer only supposes: "had you started with $10,000"."""
        if quantity.sign or not is_round_sum(quantity):
            return False
        if _SUPPOSED.search(self._text, max(0, quantity.start - 60), quantity.start):
            return True
        if _IN_PLACE.match(self._text, quantity.end) and _SET_OUT_WITH.search(self._text, 0, quantity.start):
            return True
        staked = quantity.step >= 1 and _STAKED.search(self._text, max(0, quantity.start - 12), quantity.start)
        return bool(staked) and _BECOMES.match(self._text, quantity.end) is not None

    def _is_unit_taken(self, quantity: Quantity) -> bool:
        """Whether a round number is a unit or a move that the answer takes to tell what comes of it: "every 10 bps", "a 1% market day"."""
        if quantity.kind not in ("percent", "points", "basis_points") or quantity.sign or not quantity.value:
            return False
        if len(f"{quantity.value:g}".strip("0.")) > 1:
            return False
        if quantity.value == 1 and _ONE_MOVED.search(self._text, max(0, quantity.start - 60), quantity.start):
            return True
        taken = _UNIT_TAKEN.search(self._text, max(0, quantity.start - 24), quantity.start)
        if taken is None:
            return False
        if quantity.kind == "basis_points" or quantity.value == 1:
            return taken["each"] is not None or _MOVE.match(self._text, quantity.end) is not None
        return _MOVE.match(self._text, quantity.end) is not None

    def _is_critical(self, quantity: Quantity) -> bool:
        """Whether a number is the one that statistics are usually held against: "under the usual 2 threshold", "|t| > 1.96"."""
        plain = quantity.value in _CRITICAL and not quantity.sign and quantity.kind in ("plain", "count")
        plain = plain or (quantity.kind == "percent" and quantity.value in _LEVELS)
        named = quantity.noun in (None, "threshold", "hurdle", "cutoff", "mark", "bar", "level")
        start = max(0, quantity.start - 40)
        return plain and named and _USUAL.search(self._text, start, quantity.start) is not None

    def _is_level(self, quantity: Quantity) -> bool:
        """Whether a percentage says how sure something is."""
        ahead = max(0, quantity.start - 40)
        if _CONFIDENCE.match(self._text, quantity.end) or _CONFIDENT.search(self._text, ahead, quantity.start):
            return True
        if quantity.value in _LEVELS and quantity.step >= 0.5:
            sentence = self._text[max(0, quantity.start - 80) : quantity.end + 60]
            bracketed = self._text[quantity.start - 1 : quantity.start] == "(" and self._text.startswith(
                ")", quantity.end
            )
            if _BAND.match(self._text, quantity.end) or (bracketed and _BANDED.search(sentence)):
                return True
        at_risk = _AT_LEVEL.match(self._text, quantity.end) or _AT_RISK.search(self._text, ahead, quantity.start)
        return quantity.value in _LEVELS and at_risk is not None

    def _is_reference(self, quantity: Quantity) -> bool:
        """Whether a whole number is one by which something of the user's is called: "ticket 4417, item 3"."""
        whole = quantity.kind in ("plain", "count") and quantity.step == 1 and quantity.scale == 1 and not quantity.sign
        return whole and _REFERENCE.search(self._text, max(0, quantity.start - 20), quantity.start) is not None

    def is_label(self, quantity: Quantity) -> bool:
        """Whether what reads as a quarter numbers a question."""
        ended = self._text[quantity.end : quantity.end + 2] in (". ", ") ", ".\n")
        ended = ended or _ASKED.match(self._text, quantity.end) is not None
        return ended and _BEGINS.search(self._text, 0, quantity.start) is not None and len(quantity.text) == 2
