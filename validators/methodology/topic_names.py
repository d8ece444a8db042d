"""Names in layout ("Signal window", "Data frequency"): which topic they are of."""

import re
from functools import lru_cache

CANONICAL = {
    "lookback": "lookback",
    "rebalance": "rebalancing interval",
    "fee": "fee",
    "execution": "execution price",
    "leverage": "leverage",
    "evaluation_split": "split",
    "data_source": "data bars",
    "universe": "universe",
    "fitted_parameters": "fitted parameters",
}
"""The name under which each topic's reader understands a bare value."""
_SPAN = (
    r"(?:windows?|lengths?|periods?|spans?|horizons?|depth|memory|histor(?:y|ies)|reach|past|days|weeks|months|bars)"
)
_RHYTHM = (
    r"(?:frequenc(?:y|ies)|intervals?|cycles?|schedules?|cadence|rhythms?|calendar|tempo|timetable|timing|dates?|days?"
    r"|every|how often|periodicity)"
)
_GRAIN = rf"(?:{_RHYTHM}|granularity|resolution|sampling|rates?|size|step|time ?frame|type|form|kind)"
_SIGNAL = (
    r"(?:signals?|observation|formation|ranking|momentum|measurement|inputs?|sequence|indicators?|filters?|average|averaging"
    r"|volatility|estimation|score|features?|trend|look-?back|calculation|context)"
)
_ACT = (
    r"(?:re-?balanc\w*|trad(?:e|es|ing)|portfolio|positions?|holdings?|decisions?|reviews?|revisions?|allocations?|adjustments?"
    r"|re-?allocations?|reshuffl\w+|rotations?|re-?sets?|turnover|book|weights?)"
)
_DATA = r"(?:data|bars?|candles?(?:ticks)?|quotes?|prices?|inputs?|samples?|series|feeds?|sources?)"
_NAMES = (
    ("evaluation_split", r"split|partition|hold-?outs?|held[- ]out|out[- ]of[- ]sample|in[- ]sample|train\w*|test(?:s|ing)?|validation|evaluation|oos"),
    ("lookback", rf"look-?backs?|memory|{_SIGNAL} (?:(?!hold|test|train|fit|sample|back)\w+ )?{_SPAN}|(?:{_SPAN}|how (?:much|far)) (?:of )?(?:the )?(?:{_SIGNAL}|past|back)|history (?:used|needed|read)|past data(?: \w+)?|windows?"),
    ("rebalance", rf"re-?balanc\w*|{_ACT} (?:\w+ )?(?:{_RHYTHM}|reviews?|revisions?|changes?|adjustments?|updates?|cycle)|(?:{_RHYTHM}) (?:it |of )?(?:the |its )?{_ACT}|review (?:cycle|interval|frequency|schedule)|(?:schedule|cadence|rhythm|freq(?:uency)?)"),
    ("data_source", rf"data|{_DATA} {_GRAIN}|{_GRAIN} of (?:the )?{_DATA}|bars?|candles?|time ?frame|granularity|sampling|feed"),
    ("fee", r"fees?|(?:trading |transaction |dealing |execution )?costs?|commissions?|charges?|frictions?|brokerage"),
    ("execution", r"execution|fills?|filled|(?:trade|entry|exit|dealing|order|fill) (?:prices?|timing|time|point)|orders?|entry|entries"),
    ("leverage", r"leverag\w*|lev|gearing|borrowing|(?:gross |net |maximum |max |market )?exposure|margin"),
    ("universe", r"universe|instruments?|tickers?|(?:traded |eligible |tradable )(?:assets|markets|securities|things|names)|assets|markets|constituents|(?:what|which \w+|(?:stocks?|funds?|etfs?|names|companies|securities|things)(?: that)?) (?:it|q{3,}|they|the \w+) (?:(?:can|may|could|is allowed to) )?(?:buys?|holds?|trades?|owns?|picks? from|chooses? from|invests? in)|candidates|(?:investment |stock |fund )?pool|names"),
    ("fitted_parameters", r"(?:fitted|learned|learnt|estimated|tuned|trained|free|optimi[sz]ed) (?:\w+ )?(?:parameters?|values?|coefficients?|numbers?|weights?|components?)|parameters?|(?:machine )?learning|fitting|calibration|estimat(?:or|ion)|model(?: type| class| family)?"),
)  # fmt: skip
_OF = r"(?: ?\([\w /%-]{1,20}\)|,? (?:one[- ]way|each way|per side|per trade|round[- ]trip)| (?:used|applied|charged|assumed|model|assumptions?|design|scheme|set-?up|method|type|style|rule|settings?|details?|choice|ratio|factor|level|cap|limit|proportions?|shares?|set|sets|convention|mode|approach|mechanism|protocol|basis|policy))*"
_MORE = r"(?:(?:the|its|main|maximum|max\.?|default|typical|standard|documented|usual|our|strategy|model) )*"
_TOPIC = tuple((key, re.compile(rf"{_MORE}(?:{names}){_OF}")) for key, names in _NAMES)


@lru_cache(maxsize=4096)
def topic_of(name: str) -> str | None:
    """The key of the topic that a name in layout is of; None where it is of none or of more than one."""
    found = {key for key, pattern in _TOPIC if pattern.fullmatch(name)}
    return found.pop() if len(found) == 1 else None
