"""The words by which a sentence sets the number of one thing above or below that of another.

Each says of which metrics it may be said so, and which way: a smaller drawdown is the better one, and one that trails has the
smaller return.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Way = Literal[1, -1]

GOOD = frozenset(
    "cagr total_return return best_year worst_year best_month worst_month sharpe sortino calmar omega information_ratio treynor "
    "profit_factor alpha final_equity equity profit win_rate average_trade equity_multiple".split()
)
RETURNS = frozenset({"cagr", "total_return", "return", "profit", "final_equity"})
_MONEY = frozenset({"final_equity", "equity", "profit"})
SWINGS = frozenset({"volatility", "downside_deviation"})
DRAWDOWNS = frozenset({"max_drawdown", "average_drawdown"})
TRADES = frozenset({"trades"})
TIMES = frozenset({"holding_period", "drawdown_duration"})

_NEVER = r"(?!)"
_NO_THING = r"(?![-‐]| (?:choices?|options?|picks?|fits?|candidates?|bets?|deals?|known|suited|still|than nothing|or (?:worse|lower|less)|and (?:better|higher|lower)|(?:bar|standard)))"
_NO_END = r"(?<!closed )(?<!ended )(?<!finished )(?<!closing )(?<!moved )"  # "the months that closed higher"
_TO_THAN = r"(?=,? [^.;:]{0,40}\bthan\b)"
# "got more", "rewards its holder less than B did": how much, of whatever was got
_OF_LOSS = r"(?:(?:los|f[ae]ll|drop|declin|cost|charg|pa[iy]|owe|risk|sw[iu]ng|trad|mov|suffer|hurt|dr[ae]w|dip|slid|s[aiu]nk|vari|fluctuat|need|tak|g[ai]v|shed|ble[ed]|worr|spen|leav)\w*|took|bet|held|hold|to|no|not|never|any|much|once|is|was|are|were|and|or|but|by|n)\b"
_GOT = rf"(?!{_OF_LOSS})[a-z]{{3,12}}(?: (?!{_OF_LOSS})[a-z]{{1,12}}){{0,3}}(?<! the)(?<! a)"
NO_MULTIPLE = r"(?! than (?:half|halv|doubl|tripl|twice|quadrupl|offset|wip|eras|compensat|ma(?:de|kes) up|cover|ate\b|eats?\b|enough|ever\b))"  # "more than halves the return"
_ALONE = rf"(?=(?: (?:than|to|for|from|in|at|on|over|per|with)\b(?! \d))|[,;:.]|$)(?! than \d){NO_MULTIPLE}"
_PREFERRING = (
    r"favou?r(?:s|ed)?|prefer(?:s|red)?|pick|(?:(?<=would )|(?<=['’]d ))(?:rather|sooner)(?: [a-z]{2,8}){1,4}|in favou?r of|sid(?:e|es|ed|ing) with|(?:go|goes|going|went) (?:with|for)|opt(?:s|ed|ing)? for|(?:(?<=['’]d )|(?<=['’]ll )|(?<=would )|(?<=will ))(?:take|choose)(?= \ue000[\s*_]{1,130}(?:over|rather than|instead of|ahead of)\b)|like(?=[\s*_]{1,3}\ue000[\s*_]{1,3}better\b)|(?:my|the) (?:choice|pick|preference|vote)(?: (?:is|would be|goes to)|:)|(?:rank|put|place)(?:s|ed)?(?=[\s*_]{1,3}\ue000[\s*_]{1,3}(?:first|top|ahead|above|on top)\b)"
    r"|(?:winner|victor|leader)(?: (?:on|by|in|for) [^.;,:]{1,30})?(?=\W{0,3}:)|(?:edge|lead|advantage|win|honou?rs|crown|first place|top spot|nod)(?: of [^.;,:]{1,30})? (?:goes to|belongs to|lies with|is with|to|for)"
)
_FAVOUR = r"(?<=['’]s )(?:favou?r|advantage)(?! of)"
_MORE_THAN = r"[a-z]{4,12}s?(?: (?:you|us|me|its (?:holders?|owners?)|investors))? more(?= than \ue000)"  # "shakes you more than B"
_A_PART = r"(?:share|number|part|portion|proportion|percentage|fraction|slice|amount|count|sum)(?: of)?"
_BEATING = (
    r"beat(?:s|en|ing)?|clear(?:s|ed)(?= \ue000)|(?:out-?perform|out-?(?:earn|return|gain|yield|grow|trade|compound)|outpac|outrank|outshin|outclass|outmatch|outdistanc|overtak|eclips|surpass|exceed|best|trounc|thrash|crush|dwarf)(?:e?s|ed?|ing)|outr[au]ns?|outrunning|outdid|outdo(?:es|ne|ing)"
    r"|outstrip(?:s|ped|ping)?|top(?:s|ped|ping)|edg(?:es|ed|ing) (?:out|past)|overtook|outshone|outgr[eo]w[sn]?|in front of|(?<!put )ahead of|(?:got|gets|getting) the better of|r[au]ns? (?:rings|circles) (?:a?round)|pull(?:s|ed|ing) (?:away from|ahead of)"
    r"|(?:left|leaves|leaving)(?= [^.;,]{1,30} (?:behind|in the dust|trailing)\b)"
)
_EXCESS = r"(?:excess|out-?performance)(?: returns?)?"
_GAP_OVER = r"(?:gap|spread|difference|margin|lead|advantage|edge|excess)\b[^.;:\d\ue000]{0,24}\ue000[\s*_]{1,3}over"
_TRAILING = (
    r"underperform(?:s|ed|ing)?|(?:lag(?:s|ged|ging)?|trail(?:s|ed|ing)?)(?: (?:far|well|a long way|slightly|just|somewhat))?(?: behind)?|undercuts?|underprices?|los(?:es|t|ing) out to|falls short of|fell short of"
    r"|c[ao]m(?:es?|ing) (?:in )?(?:\w+ )?(?:behind|second to)|(?:stay|remain)(?:s|ed)? (?:\w+ )?behind|f[ae]lls? (?:\w+ )?behind|(?:lost|loses|losing)(?: narrowly| clearly)? to|(?:could|can|did|does)(?:n['’]t| ?not) (?:keep up with|match|reach)|fail(?:s|ed) to (?:match|beat|keep up with)"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of comparison at `start` to `end`: what it speaks of has the higher number (`way` 1) or the lower one."""

    start: int
    end: int
    way: Way
    saying: "Saying"


@dataclass(frozen=True, slots=True)
class Saying:
    """Words for the higher number and for the lower one. `metrics` are those that they may be said of, None for all; `typed`
    where the words themselves name what is compared. After those of `object_after` comes the thing set against, after `bare` ones
    that or nothing. What `named_after` says is of the thing right behind it. Words of `size` tell how large a gain or a loss is, those
    of `level` how high a number is, with its sign; those that are `nominal` need the metric's name right beside them. A `gap` is by
    how much the one is above the other, and may be below zero."""

    up: str
    down: str
    metrics: frozenset[str] | None
    typed: bool = False
    object_after: bool = False
    bare: bool = False
    named_after: bool = False
    size: bool = False
    level: bool = False
    nominal: bool = False
    gap: bool = False


_SAYINGS = (
    Saying(rf"(?:{_NO_END}higher{_NO_THING}|higher{_TO_THAN})", rf"(?:{_NO_END}lower{_NO_THING}|lower{_TO_THAN})", None, level=True),
    Saying(rf"(?:greater|larger|bigger|heavier){_NO_THING}", rf"(?:smaller|lighter|lesser|slighter){_NO_THING}", None, size=True),
    Saying(r"deeper|steeper|sharper|more (?:severe|painful)|harsher|nastier|scarier", r"shallower|milder|gentler|less (?:severe|painful)", DRAWDOWNS, typed=True),
    Saying(r"(?:closed|ended|finished|ends|closes|finishes) (?:up )?higher(?! than)", r"(?:closed|ended|finished|ends|closes|finishes) (?:up )?lower(?! than)", frozenset({"final_equity", "equity"})),
    Saying(r"longer", r"shorter", TIMES | {"exposure"}),
    Saying(r"faster|quicker|more (?:quickly|rapidly)", r"slower|more slowly|less (?:quickly|rapidly)", frozenset({"cagr", "total_return"})),
    Saying(r"exceed(?:s|ed|ing)|surpass(?:es|ed|ing)", r"(?:falls|fell|stays|stayed) short of", SWINGS | DRAWDOWNS | TRADES | TIMES | {"exposure", "fees_paid", "beta"}, object_after=True),
    Saying(rf"(?:better|superior|preferable){_NO_THING}", rf"(?:worse|inferior|less well){_NO_THING}", GOOD),
    Saying(rf"worse{_NO_THING}", rf"(?:better|superior){_NO_THING}", DRAWDOWNS),
    Saying(rf"(?:stronger|kinder|healthier|richer|better off|more (?:profitable|lucrative|rewarding|kindly|generous(?:ly)?)){_NO_THING}",
            rf"(?:weaker|poorer|feebler|worse off|less (?:profitable|lucrative|rewarding|kindly|generous(?:ly)?)){_NO_THING}", GOOD),
    Saying(r"above|in excess of", r"below", None, object_after=True, level=True),
    Saying(rf"{_GOT} more{_ALONE}", rf"{_GOT} less{_ALONE}", RETURNS | _MONEY, size=True),
    Saying(rf"more{NO_MULTIPLE}|(?:larger|bigger|greater|higher) {_A_PART}", rf"less(?! (?:the|that|those|its|what|\ue000)\b)|fewer|(?:smaller|lower) {_A_PART}", None, nominal=True, size=True),
    Saying(r"(?<!no )more(?=[\s*_]{1,4}\ue000[^.;:\d]{0,60}\bthan\b)", r"(?<!no )(?:less|fewer)(?=[\s*_]{1,4}\ue000[^.;:\d]{0,60}\bthan\b)", None, named_after=True),
    Saying(_PREFERRING, _NEVER, GOOD, named_after=True),
    Saying(_NEVER, _PREFERRING, DRAWDOWNS | SWINGS, named_after=True),
    Saying(_FAVOUR, _NEVER, GOOD, typed=True),
    Saying(_NEVER, _FAVOUR, DRAWDOWNS | SWINGS, typed=True),
    Saying(_MORE_THAN, _NEVER, SWINGS | DRAWDOWNS | TRADES, size=True),
    Saying(r"(?:edge|lead|advantage) of (?=\ue000)", _NEVER, GOOD, named_after=True),
    Saying(_NEVER, r"outstripped by|(?:loses|gives up|gave up|cedes|concedes|owes)(?= (?:[^.;,:]{1,40} )?(?:to|against|versus) \ue000)", GOOD, typed=True),
    Saying(_BEATING, _TRAILING, GOOD, object_after=True),
    Saying(_EXCESS, _NEVER, GOOD, gap=True, typed=True),
    Saying(_GAP_OVER, _NEVER, None, object_after=True, gap=True, typed=True),
    Saying(
        r"(?:(?:comes?|came|coming|is|was|finish(?:es|ed)|ends?|ended|stays|stayed|pulls|pulled|gets?|got) (?:out |up |in )?(?:clearly |well |far |slightly |narrowly |just )?"
        r"(?:ahead|on top|in front|first(?= (?:with|at|on)\b|[,;:.]|$))\b|(?:takes|took) it(?=[,;:.]|$)|(?:takes|took|wins|won) (?:it\b|(?:this|that) one\b(?! by\b)|first place|(?:the|this) (?:\w{2,12}[- ]){0,2}(?:lead|win|crown|honou?rs|spot|contest|race|duel|battle|comparison|match|match-?up|round|day|prize|point|head-to-head)\b)"
        r"|tops the (?:pair|two|field|table|list|ranking)|(?<=\ue000 )(?:first|on top|in front)(?=,? (?:with|at|on)\b| \()|(?:has|have|had|holds?|held) the (?:edge|lead|advantage|upper hand)|leads\b(?! to)|led\b(?! to)"
        r"|(?<![%\d] )(?:wins?|won)(?= (?:on(?! \W{0,3}\d)|by|in terms)\b|[,;:.]|$)|outperform(?:s|ed)?|excels)",
        r"(?:(?:is|was|falls?|fell|comes|came|finish(?:es|ed)|ends?|ended) (?:in |out |up )?(?:clearly |well |far |slightly |just )?(?:behind|(?:last|second)(?= (?:with|at|on)\b|[,;:.]|$))\b"
        r"|lags?|lagged|trails?|trailed|underperform(?:s|ed)?|(?:falls?|fell|comes?|came) (?:\w+ )?short(?! of)|(?:is|was) the (?:laggard|underperformer)\b|loses (?=on\b|in terms))",
        GOOD, bare=True,
    ),
    Saying(r"more (?:volatile|erratic|nervous|turbulent)|riskier|hotter|bumpier|choppier|rougher|wilder|jumpier|rockier|jerkier|(?:fluctuat|swing|swung|jump|bounc|mov|vari)\w{0,4} (?:a?round |about )?(?:more|harder|wider|further)\b(?! than \d)",
            r"less (?:volatile|erratic|nervous|turbulent)|safer|cooler|calmer|smoother|steadier|tamer|quieter|(?:fluctuat|swing|swung|jump|bounc|mov|vari)\w{0,4} (?:a?round |about )?less\b(?! than \d)", SWINGS | DRAWDOWNS, typed=True),
    Saying(
        r"busier|trad(?:e|es|ed|ing) [^.;,]{0,24}(?:as|more) (?:often|frequently)|more active(?:ly)?|more (?:activity|trading|trades|positions|round trips|transactions|deals|bets)|(?:trad|churn)(?:e|s|es|ed|ing) more\b(?! than \d)(?! \w+ly than \d)|more (?:often|frequently|heavily) traded",
        r"trad(?:e|es|ed|ing) [^.;,]{0,24}(?:less (?:often|frequently)|(?:as|more) (?:rarely|seldom))|less active(?:ly)?|quieter|(?:less|fewer) (?:activity|trading|trades|positions|round trips|transactions|deals|bets)|(?:trad|churn)(?:e|s|es|ed|ing) less\b(?! than \d)|less (?:often|frequently|heavily) traded",
        TRADES, typed=True),
    Saying(r"(?:more|bigger|larger) (?:money|capital|cash|wealth|pot|balance|account|sum)|wealthier",
            r"(?:less|smaller) (?:money|capital|cash|wealth|pot|balance|account|sum)", _MONEY, typed=True),
    Saying(rf"(?:dearer|pricier|costlier|more (?:expensive|costly)){_ALONE}", rf"(?:cheaper|less (?:expensive|costly)){_ALONE}", frozenset({"fees_paid", "fee"}), typed=True),
    Saying(
        r"(?:w[io]n|win(?:s|ning|ners?)|profitable|right|in profit|hits?)\b[^.;,:]{0,24} more (?:often|frequently)|more (?:often|frequently) (?:right|profitable|in profit)|more accurate|w[io]ns? more of (?:its|their|the) (?:trades|bets|positions|deals)",
        r"(?:w[io]n|win(?:s|ning|ners?)|profitable|right|in profit|hits?)\b[^.;,:]{0,24} less (?:often|frequently)|less (?:often|frequently) (?:right|profitable|in profit)|less accurate|w[io]ns? fewer of (?:its|their|the) (?:trades|bets|positions|deals)",
        frozenset({"win_rate"}), typed=True),
    Saying(rf"(?:w[io]ns?|winning|profitable|right|in profit|gain(?:s|ed)?)\b (?:on |in |with )?an? (?:larger|bigger|higher|greater) {_A_PART}",
            rf"(?:w[io]ns?|winning|profitable|right|in profit|gain(?:s|ed)?)\b (?:on |in |with )?an? (?:smaller|lower) {_A_PART}", frozenset({"win_rate"}), typed=True),
    Saying(
        r"(?:gr[eo]w[sn]?|growing|compound(?:s|ed|ing)?|advanc(?:es|ed)|ros?e|climb(?:s|ed)) (?:\w{2,12} )?(?:faster|quicker|more (?:quickly|strongly|rapidly))"
        r"|(?:earn|return|gain|mak|yield|deliver|produc)(?:e?s|ed|ing|e)? more\b(?! (?:than )?\d| per\b)|(?:made|pa(?:id|ys?)(?: off)?|earned) more\b(?! (?:than )?\d| per\b)",
        r"(?:gr[eo]w[sn]?|growing|compound(?:s|ed|ing)?|advanc(?:es|ed)|ros?e|climb(?:s|ed)) (?:\w{2,12} )?(?:slower|more slowly|less (?:quickly|strongly|rapidly))"
        r"|(?:earn|return|gain|mak|yield|deliver|produc)(?:e?s|ed|ing|e)? less\b(?! (?:(?:than )?\d|per\b|(?:the|that|those|its|what)\b|\ue000))|(?:made|pa(?:id|ys?)(?: off)?|earned) less\b(?! (?:than )?\d| per\b)",
        RETURNS, typed=True),
    Saying(r"(?:f[ea]ll|fallen|sank|sunk|dropped|slid|declined|lost|lose[sd]?|hit|hurt|stung|bruised|battered|punished|shaken|dr[ae]wn?(?:s)? down) (?:\w{2,8} )?(?:further|deeper|harder|more|worse)\b(?! than \d)|(?:took|takes|suffer(?:s|ed)) (?:the |an? )?(?:harder|heavier|bigger|worse|nastier) (?:hit|knock|blow|beating|fall|tumble|dent)", r"h[eo]lds? up better|(?:got|gets) off (?:more )?(?:lightly|lighter)|(?:f[ea]ll|fallen|sank|sunk|dropped|slid|declined|lost|lose[sd]?|hit|hurt|stung|bruised|battered|punished|shaken|dr[ae]wn?(?:s)? down) (?:\w{2,8} )?less\b(?! than \d)", DRAWDOWNS, typed=True),
)  # fmt: skip
_COMPILED = [
    (saying, way, re.compile(rf"(?<![\w-])(?:{words})(?![\w])", re.IGNORECASE))
    for saying in _SAYINGS
    for way, words in ((1, saying.up), (-1, saying.down))
]
MAY_RANK = re.compile(
    r"\b(?:\w+er\b|\w*more\b|less\b|worse\b|beat|out[\w-]|excess|preferable|left|leave|leaving|top[sp]|exceed|surpass|best|edge|eclipse|overt|under|lag|trail|ahead|behind|first|last|favou?r|prefer|pick|sid(?:e|ing) with|go(?:es|ing)? (?:with|for)|opt|tak(?:e|ing)|choos|choice|vote|like|short|sharper|rank|advantage|nod|winner|victor|leader|remain|stay|only|just|mere|give|gave|cede|concede"
    r"|second|above|below|excess|front|keep|match|reach|lead|led\b|w[io]n|loses|lost|f[ae]ll|excels|superior|inferior|takes|has the|have the|had the|holds? the|held the|faster|slower)",
    re.IGNORECASE,
)


def cues(text: str) -> Iterator[Cue]:
    """The words of comparison in a sentence, of all readings."""
    for saying, way, pattern in _COMPILED:
        for match in pattern.finditer(text):
            yield Cue(match.start(), match.end(), 1 if way == 1 else -1, saying)
