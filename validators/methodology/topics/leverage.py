"""How much is invested against the capital."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.passages import fold
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.amounts import FRACTION, NUMBER, PERCENT, as_share, number
from validators.methodology.topics.nearness import nearest
from validators.methodology.topics.own_money import told_of_money
from validators.reasons import Reason

key = "leverage"
cues = (
    "position", "long book", "long ", "lever", "gross", "exposure", "margin", "borrow", "gear", "notional", "lose more", "weights", "shares", "twice", "unfunded",
    "capital", "equity", "nav", "net asset", "debt", "loan", "credit", "cash-only", "funded", "paid for in full", "run at",
    "runs at", "operates at", "operated at", "account", "invest", "own money", "buying power", "working in", "dollar", " owe", "owing", "overdr", "lender", " lent", "at work", "to work", "book", "cash", "holding", "purchas", "portfolio", "within its means", "broker", "money", "lend", "bank", "everything", "each of", " each",
    "110/", "120/", "130/", "140/", "150/", "160/", "170/", "0x", "1x", "2x", "3x", "4x", "5x", "6x", "7x", "8x", "9x",
)  # fmt: skip
also = (
    "lever", "multiplier", "margin", "borrow", "gear", "times", "twice", "doubl", "tripl", "quadrupl", "thrice", "%", "per cent",
    "percent", "fold", "half", ":1", ": 1", " to 1", " to one", "-to-", "x", "cash-only", "funded", "debt", "loan", "credit",
    " owe", "more than", "above", "exceed", "dollar", "euro", "pound", "unit", "$", "none", "in full", "within", "beyond", "0/", " own ", "cash", "limit", "bound", "uncapped", "no cap", "ceiling", "whole", "entire", "all ", "every", "fifth", "quarter", "third", "tenth", "outright", "broker", "bank", "money", "larger", "bigger", "greater", "below", "under ", "smaller", "less ", "fully", "puts up", "lend", "everything",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Leverage:
    """`multiple` of capital, `cap` where it is a most. `multiple` None: leverage is used (or denied), unsaid how much."""

    multiple: float | None = None
    cap: bool = False
    plain: bool = False
    """The words say that there is no leverage, not only a multiple."""


_CAP = (
    r"(?:(?<!add )(?<!adds )up to|at or (?:below|under)|(?:no|not) (?:higher|greater|larger|bigger) than|(?:held|kept|stays?|stayed|remains?|keeps?(?: it)?) (?:below|under|inside)|at most|(?:a )?max(?:imum)?(?: (?:of|is))?|no more than|not more than|capped at|cap of|limit(?:ed)? (?:of|to|at)"
    r"|as (?:much|high|far) as|<=|≤|(?:may|can|might) (?:rise|go|get|reach|climb|grow|extend|be|run|come|hold|have|take|borrow|lever|scale|use|total|stretch)(?: \w+){0,2}|(?:permitted|allowed) to \w+|ceiling of"
    r"|never (?:more than|above|exceeds?)|(?:cannot|never|(?:must|may|will|does|do|can|could)(?: not|n't)|can't|won't)(?: (?:be|go|rise|get|climb|run|reach|grow)){0,2} (?:exceeds?|above|beyond|past|over|more than|higher than)|within)"
)
_WORDS = {
    "twice": 2.0, "doubl": 2.0, "two-fold": 2.0, "twofold": 2.0, "half": 0.5, "one and a quarter": 1.25, "one": 1.5, "two and": 2.5, "three and": 3.5, "thrice": 3.0, "tripl": 3.0,
    "three-fold": 3.0, "threefold": 3.0, "quadrupl": 4.0, "four-fold": 4.0, "fourfold": 4.0,
}  # fmt: skip
_OWN = r"(?:of )?(?:(?:its|the|our|their|own|total|available|trading|account|investor) )*(?:capital|equity|nav|net asset value|net assets|account|money|cash|funds)\b"
_MULTIPLE = re.compile(
    rf"(?<![\w.$€£-])(?:(?P<x>{NUMBER})[ -]?(?:x(?![\w-])|times\b|-?fold\b)|(?P<ratio>{NUMBER}) ?(?::|to| to |-to-) ?(?:1|one)\b"
    rf"|(?P<percent>{NUMBER}) ?(?:%|per ?cent\b|pct\b)"
    rf"|(?P<word>twice|doubl(?:e[sd]?|ing)|tripl(?:e[sd]?|ing)|quadrupl(?:e[sd]?|ing)|(?:three|two|four)-?fold|thrice|half(?= {_OWN})|(?:one|two|three|four)[ -]and[ -]a[ -](?:half|quarter|third))"
    r"(?:[ -]times)?|x ?(?P<xx>\d(?:\.\d+)?)|(?P<longs>1[1-9]0|200) ?(?:/|by|-) ?(?P<shorts>[1-9]0|100)(?![/\d]))(?![\w%])"
)
_FACTOR = re.compile(
    r"\b(?:leverage|gearing|gross exposure|exposure|(?:lever|gear)(?:ed|s|ing)?)(?: q+)?(?: ?(?:/|over|to|against|as a multiple of|in multiples of|relative to) ?(?:(?:the|its|own) )*(?:capital|equity|nav))?(?: (?:factor|ratio|multiplier|multiple|level|cap|limit|ceiling|target|setting))?"
    r"(?:, [^,;.]{0,40},)?(?: (?:is|was|are|of|that|at most|up to|no more than|stands at|comes to|amounts to|equals|set (?:to|at)|fixed at|kept at|held at|at|to|by|a|an|constant|factor|ratio|multiple|max\.?|maximum|q+))*"
    rf" ?[:=]{{0,2}} ?(?P<x>{NUMBER})(?=[.,;)](?!\d)|\s*$|,? i\.e| and\b(?! an? (?:half|quarter|third)\b)| on\b| is\b| was\b| in\b| for\b| \()"
    r"(?P<ratio>)(?P<percent>)(?P<word>)(?P<xx>)(?P<longs>)(?P<shorts>)"
)
_COIN = r"dollars?|euros?|pounds?|francs?|units?|cents?|pence"
_STAKE = (
    rf"(?:(?:every|each|one|a|any|per) )*(?:[$€£] ?(?P<base>\d[\d,]*(?:\.\d+)?)|(?:(?P<bases>{NUMBER}) )?(?:dollars?|euros?|pounds?|francs?|units?))"
    r" (?:(?:of|in|from) (?:(?:its|the|own|our|your|their|an?) )*(?:equity|capital|cash|money|net assets|nav|account|funds?)\b"
    r"|(?:that )?(?:(?:you|an investor|investors|clients?|we|one|is|are|was) )?(?:puts? in|put in|invest(?:ed|s)?|hand(?:ed|s)? over|bring|provided?|contributed?|paid in)\b)"
)
_HELD = rf"(?:[$€£] ?(?P<x>\d[\d,]*(?:\.\d+)?)|(?P<named>{NUMBER}) (?P<coin>{_COIN}))\b"
_DOLLARS = (
    re.compile(rf"\b{_STAKE}[^.;]{{0,50}}?(?<![\w.]){_HELD}"),
    re.compile(
        rf"(?<![\w.]){_HELD} (?:of|in|worth of|are|is|get|goes?) [^.;]{{0,40}}?\b(?:for|per|on|against|behind|over|to) {_STAKE}"
    ),
)
"""What is held for each dollar of capital, in either order."""
_NO_HOLDING = re.compile(
    r"\b(?:back|became|becomes|made|makes|earn\w*|gain\w*|profit\w*|los[et]\w*|grew|grows|turn(?:ed|s) into|return\w*|fees?|costs?|commission|paid|pays|charged|left|ended|worth \S+ (?:at|in) the end)\b"
)
_SIGNS = re.compile(
    r"\b(?:(?P<yes>(?P<strong>leverag(?:e[sd]?|ing)|lever(?:s|ed|ing)?|gear(?:ed|ing|s)?|gross(?! (?:return|profit|gain|of|p&l|performance|margin|figure|cost|yield))|notional|margin(?! of (?!capital|equity))|borrow\w*|debt|loans?)"
    r"|(?:limit|cap|ceiling)(?= (?:is|was|isn't|wasn't|stands)\b)|exposures?(?!-)|positions?|book|invest(?:s|ed|ing)?|long|capital(?! multiple)|equity(?! (?:curve|multiple|index|market|fund|etf|futures))|nav|net asset value|net assets|account|own (?:money|cash|funds)"
    r"|buying power|(?:at|to) work|working in the market|(?:run|runs|operated|operates|managed) at)"
    r"|(?P<no>return\w*|profits?|profit factor|grew|grow\w*|growth|gain\w*|los[st]\w*|multiplied|sharpe|sortino|beta|drawdowns?|volatil\w*|benchmark\w*|fees?|costs?"
    r"|outcomes?|stakes?|multiples? of|payoff|wealth|at the end|in the end|by the end|worth|paid|turnover|trades|traded|wins?|win rate|hit rate|averag\w*|mean|spread|atr|sigma|standard deviations?|of the time|start(?:ed|ing)?|initial|ended|finish\w*|final|became|rose|fell|earned"
    rf"|added|(?<!go )(?<!as high )as (?:volatile|many|fast|long|(?:large|high|big|much|great)(?! as (?:twice|thrice|double|(?:its|the|your|our|their) (?:own )?(?:capital|equity|nav|account|net assets)|{NUMBER})))|what it was|dividends?|quoted|validation|split|train\w*|test\w*|holdout|(?:a|per|each|every) (?:year|month|week|day|quarter|session)|risk|commission\w*|switch\w*|re-?balanc\w*|weights?)\b)"
)
_BEFORE_CAP = re.compile(
    rf"{_CAP}[.:]? (?:about |roughly |a |an )?$|\b(?:cap(?:ped)?|ceiling|limit(?:ed)?|maximum|max)\b[^,.;]{{0,30}}$"
)
_ANY_CAP = re.compile(
    rf"\b(?:{_CAP}|capped|cap|ceiling|limit(?:ed)?|max(?:imum)?|at most|variable|between|stops? at|ends? at|tops? out at)\b|<=|≤"
)
_AFTER_CAP = re.compile(
    r"[^,.;]{0,20}(?:at most\b|or less\b|,? (?:and|but) (?:no more|not (?:beyond|more|above|higher))|(?:is|as) (?:the|its|a) (?:ceiling|limit|maximum|cap|most))"
)
_OF_WHAT = re.compile(r" (?:of )?(?:the|its|their|our)\b")
_OF_ELSE = re.compile(
    r" (?:as(?! (?:large|big|much|great|high) as (?:(?:its|the|your|our|their|own) )*(?:capital|equity|nav|account|net assets)\b)|that|what|out of|in a row|in (?:19|20)\d\d)\b| (?:an?|per|each|every|in a) (?:year|month|week|day|quarter|session|hour|minute|second)\b"
)
_GROWS = re.compile(r"capital|equity|nav|net asset|account|own|invest")
_THEN_MULTIPLE = re.compile(rf" (?:(?:up )?to |by |at )?{_MULTIPLE.pattern}")
_I_E_NONE = re.compile(r",? ?(?:\(|- |i\.e\.,? |that is,? |meaning )?(?:none|no (?:leverage|borrowing))\b")
_LEAST = 0.5
_NONE_FIRST = re.compile(r"(?:none|no|nil|zero|never|not used|unlevered|n/a)\b")
_MOST = 50.0  # nobody borrows more than that many times the capital
_NONE_SAID = re.compile(r"\b(?:none|nil)\b(?! of\b| other)")
_USES = re.compile(
    r"\b(?:uses?|employs?|applies|adds?|with|takes on|takes|makes|relies on|involves?|some|moderate|modest|financial|embedded"
    r"|any|no|without|zero|carries|permits|allows|has) (?:(?!\d|the\b|its\b|this\b|that\b|such\b)\w+ )?(?:leverage|gearing|borrowing|borrowed (?:money|funds"
    r"|capital|cash))\b(?! (?:of|ratio|factor|multiple|multiplier|limit|cap|target|is|=|:|costs?|fees?|rates?))"
    r"|\bfinanced (?:\w+ ){0,3}?(?:with|by|through) (?:\d+ ?% )?(?:debt|loans?|borrow\w*|margin|credit)\b"
    r"|(?:\b(?:is|are|was|were|be|being|runs|run|remains|not|never)|(?<=\w)'(?:s|re)) (?:\w+ly |never |not |ever |q+ )*(?:levered"
    r"|leveraged|geared)\b|(?:^|[.:] )(?:levered|leveraged|geared)(?=\?)|\bborrow(?:s|ed|ing)?\b(?! (?:in\b|costs?|fees?|rates?|stocks?|shares|securities|ideas?|from (?:the )?(?:literature|research|papers?|academ)))"
    r"|\b(?:on|with|through|via|uses) (?:margin|credit)\b(?! (?:requirements?|calls?|of|ratings?|risk|spreads?))"
    r"|\bmargin (?:loan|debt|account|financing|borrowing)s?\b|\bleverage (?:is|was) (?:\w+ly )?(?:used|applied|employed|taken|added|permitted"
    r"|allowed)\b"
    r"|\b(?:a |the )?(?:levered|leveraged|geared) (?:version|strategy|portfolio|long|position|positions|book"
    r"|exposure|model|approach|basis)\b|\b(?:more than|above|beyond|exceeds?) (?:its|the|all(?: of)?(?: its| the)?) (?:own )?(?:capital|equity)\b"
)
_PLAIN = re.compile(
    r"\b(?:positions?|exposures?|holdings|book|sum|total|notional|longs?|weights?)\b[^.;,]{0,30}? (?:is|are|stays?|remains?|was|were) (?:\w+ )?(?:kept|held|limited|confined|capped|restricted|within|matched) ?(?:to|at|within|by)? (?:the|its|our|what|whatever) (?:own |available |account's )?(?:capital|equity|money|cash|account|nav|net assets)\b(?! times)(?: (?:in|of|inside) (?:the|its) (?:account|portfolio|book))?|"
    r"\b(?:exposures?|positions?|notional|book|gross)(?: \w+)? (?:equals?|matches|(?:is|are) (?:equal to|the same as|as large as)|never exceeds?) (?:(?:its|the|our|own|whole) )*(?:capital|equity|account|nav|net assets)\b(?! times)|"
    r"\b(?:un-?levered|un-?leveraged|un-?geared|leverage[- ]free|cash-only|(?:fully|wholly|entirely) (?:cash[- ])?funded|debt-free|non-levered|paid (?:for )?in full|(?:is|as|remains) an? (?:pure |plain )?cash (?:strategy|portfolio|book|account)|(?:its|their|the) own (?:cash|money|funds|capital|means) (?:alone|only|and (?:nothing|no) \w+)|(?:only|solely|nothing but|just) (?:with |from )?(?:its|their) own (?:cash|money|funds|capital|means))\b"
    r"|\b(?:(?:a )?stranger to|knows? no|has no use for|shuns|avoids|(?:steers|stays|keeps) clear of|does without|gets by without|abstains from|forgoes|dispenses with|free (?:of|from)) (?:any |all )?(?:borrowed (?:money|funds|capital)|borrowing|leverage|gearing|margin|debt|credit|loans?)\b"
    r"|\bgives? (?:leverage|gearing|borrowing|margin) an? (?:wide berth|miss)\b|\b(?:has |have )?never ow(?:es|ed) (?:anybody|anyone|a bank|a broker|any)|\bowes? (?:nobody|no one|no bank|nothing)\b|\bleverage\b ?[:=|-]+ ?(?:none|nil|n/a|off|no(?= ?$))\b|\bleverage is (?:off|nil|none|absent|not (?:used|applied"
    r"|employed|permitted|allowed))\b|\b(?:limited|capped|confined|restricted|held) (?:to|at) (?:the|its|our) (?:own )?(?:capital|equity|nav|net assets)(?: itself)?(?=\W*$|[.,;)]| and\b)|\b(?:(?:never|not) (?:goes |go |gets |rises? |extends? |grows? )?(?:more than|above|beyond|past|over|exceed\w*)|(?:stays?|remains?|kept|keeps?) (?:\w+ )?(?:within|below|inside)) (?:its"
    r"|the) (?:own )?(?:capital|equity|cash)\b"
)
_ASIDE = re.compile(
    r"\b(?:(?:average|mean|realised|realized|peak) (?:\w+ )?(?:leverage|exposure|gross)|(?:leverage|exposure)\b[^.;]{0,30}\b(?:averag(?:es|ed|ing)|on average|peaked"
    r"|realised|realized|currently|at the end|on the last day)|leveraged etfs?|levered etfs?"
    r"|(?<!on )(?<!of )leverages? (?:the (?!portfolio|answer|figure|number|position|book|signal)|data|momentum|information|insight|trend|past))\b"
)

_OF_ANOTHER = re.compile(
    r"(?: [\w&-]+){0,2}? (?:ind(?:ex|ices)|benchmarks?|fund|etf|peers?|alternative|buy-and-hold|60/40|market|comparison|holding|investment|investor)\b"
)
_ARTICLE = re.compile(r"\b(?:an?|the|any|some|its|plain|to|with|against|than) (?:\w+ )?$")
_CALCULATED = re.compile(  # "exposure is 4 x 25% x 1.5 = 150%", "on average 23% of equity is borrowed"
    r"\d ?%? ?[x*\u00d7] ?\d|\d%? ?= ?[-$\u20ac\u00a3]?\d|(?:on average|an? average of|averag\w+)[^.;]{0,40}\b(?:borrow|exposure|invested|lever)\w*|\b(?:borrow|exposure|invested|lever)\w*[^.;]{0,40}\bon average\b|\d+\.\d+ ?%[^.;]{0,30}\bborrow"
    r"|\b(?:with|at|when|if) (?:only )?(?:none|no|one|two|three|four|five|\d) (?:or (?:fewer|more|less) )?(?:(?:of (?:the |them|those )?|funds?|\w+ )*)(?:on|active|open|held|you|it|the account)\b"
)
_DENYING = re.compile(
    r"\b(?:no|not|never|nobody|nothing|none|nil|off|stranger|shuns|avoids|clear of|without|abstains|forgoes|dispenses|free|wide berth|a miss)\b"
)
_SIDE = re.compile(r" (?:\w+ )?(?:long|short|overnight|cash|each side|on each side|per (?:leg|side))\b")


def read(fact: FactValue) -> Leverage | None:
    """A document's leverage; None where it names no multiple and denies none."""
    text = fold(fact if isinstance(fact, str) else ", ".join(fact)).strip()
    if says_nothing(text):
        return None
    if _PLAIN.match(text):  # "unlevered, with a cash buffer of 5%"
        return Leverage(multiple=1.0)
    found = [(value, match) for match in _MULTIPLE.finditer(text) if (value := _multiple(match)) is not None]
    found = [(value, match) for value, match in found if value >= _LEAST]  # "five slots of 20%", "5% at risk a trade"
    if _NONE_FIRST.match(text) and not any(value >= 1.0 for value, _ in found):
        return Leverage(multiple=1.0)
    if len(found) > 1:  # "2x gross (100% long against 100% short)"
        found = [(value, match) for value, match in found if not _SIDE.match(text, match.end())] or found
    if found:
        multiple, _ = max(found, key=lambda pair: pair[0])
        cap = len({value for value, _ in found}) > 1 or _ANY_CAP.search(text) is not None
        return Leverage(multiple=multiple, cap=cap)
    if sides := _LONG_SHORT.search(text):
        return Leverage(multiple=_both_sides(sides))
    if says_none(text) or _PLAIN.search(text) or re.search(r"\b(?:fully invested|long[- ]only|cash)\b", text):
        return Leverage(multiple=1.0)
    bare = number(text)
    return Leverage(multiple=bare) if bare else None


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every multiple of capital, use or denial of leverage that a passage names."""
    if _ASIDE.search(text) or _CALCULATED.search(text):
        return
    for match in _PLAIN.finditer(text):
        if _OF_ANOTHER.match(text, match.end()) and _ARTICLE.search(text, max(match.start() - 24, 0), match.start()):
            continue  # "compared with an unlevered index"
        denies = _DENYING.search(match[0]) is not None
        negated = (
            denies and re.search(r"\b(?:not|never|isn't|than|hardly) (?:\w+ )?$", text[: match.start()]) is not None
        )
        yield Stated(
            start=match.start(),
            end=match.end(),
            value=Leverage(multiple=1.0, plain=True),
            asserted=not negated if denies else None,
        )
    for match in _USES.finditer(text):
        if match[0].endswith("ed") and _THEN_MULTIPLE.match(text, match.end()):
            continue
        if re.search(r"\b(?:no|without|zero|never|not)\b", match[0]):
            yield Stated(start=match.start(), end=match.end(), value=Leverage(multiple=1.0, plain=True), asserted=True)
        else:
            yield Stated(start=match.start(), end=match.end(), value=Leverage())
    for start, end, multiple, plain in told_of_money(text):
        sure = True if plain or multiple == math.inf else None
        yield Stated(start=start, end=end, value=Leverage(multiple=multiple, plain=plain), asserted=sure)
    for match in _dollars(text):
        value = _held_for_each(match)
        if value:
            yield Stated(
                start=match.start(),
                end=match.end(),
                value=Leverage(multiple=value, cap=_ANY_CAP.search(match[0]) is not None),
            )
    signs = list(_SIGNS.finditer(text))
    if not any(sign["yes"] for sign in signs) and not _BY_ITSELF.search(text):
        for match in _EXTENDED.finditer(text):
            yield Stated(start=match.start(), end=match.end(), value=Leverage(multiple=_multiple(match)))
        for match in _AT_UP_TO.finditer(text):
            yield Stated(
                start=match.start("most"), end=match.end(), value=Leverage(multiple=number(match["n"]), cap=True)
            )
        return
    borrowed = list(_borrowed(text))
    yield from borrowed
    for match in _LONG_SHORT.finditer(text):
        borrowed.append(Stated(start=match.start(), end=match.end(), value=Leverage(multiple=_both_sides(match))))
        yield borrowed[-1]
    seen = told = 0
    for match in (*_FACTOR.finditer(text), *_MULTIPLE.finditer(text)):
        multiple = _multiple(match)
        start = match.start("x") if match["x"] else match.start()
        if (
            multiple is None
            or start < seen
            or any(stated.start <= start < stated.end for stated in borrowed)
            or not (
                match.re is _FACTOR
                or _is_of_capital(text, signs, match, multiple)
                or _goes_on(text, signs, told, match)
                or _is_by_itself(text, signs, match)
            )
        ):
            continue
        told = match.end()
        if match.re is _FACTOR:
            seen = match.end()
        cap = _is_cap(text, start, match.end())
        glossed = _I_E_NONE.match(text, match.end()) if multiple == 1.0 else None
        negative = (
            re.search(r"\b(?:never|not|no) (?:more than|above|exceeds?|beyond) $", text[max(start - 24, 0) : start])
            is not None
        )
        yield Stated(
            start=start,
            end=glossed.end() if glossed else match.end(),
            value=Leverage(multiple=multiple, cap=cap),
            asserted=True if negative or glossed else None,
        )
    for match in _NONE_SAID.finditer(text):
        sign = nearest(text, signs, match.start(), match.end(), per_break=20, after=60, limit=90)
        if sign is not None and sign["strong"]:
            yield Stated(start=match.start(), end=match.end(), value=Leverage(multiple=1.0, plain=True), asserted=True)


def conflict(stated: Leverage, *, asserted: bool, fact: Leverage, document: MethodologyDocument) -> Reason | None:
    """Another multiple, leverage where there is none, none where there is some."""
    multiple = fact.multiple
    if multiple is None:
        return None
    if stated.multiple is None:
        breaks = multiple <= 1.0 if asserted else multiple > 1.0
    elif not asserted:
        breaks = abs(stated.multiple - multiple) < 0.005 and stated.cap == fact.cap
    elif stated.plain:
        breaks = multiple > 1.0
    elif fact.cap and not stated.cap:
        breaks = stated.multiple > multiple + 0.005
    else:
        breaks = abs(stated.multiple - multiple) > 0.005 and (
            stated.multiple > multiple or not stated.cap or fact.cap or multiple > 1.0
        )
    return Reason.CONTRADICTS_DOCUMENT if breaks else None


_DIRECT = re.compile(
    r"\b(?:leverage|gearing|gross exposure|exposure|gross|notional)(?: (?:factor|ratio|multiplier|multiple|level|cap|limit|ceiling|target|setting))?(?: of q+| in q+)?"
    r"(?: (?:is|was|are|of|the|answer|figure|number|that|at|most|up|to|no|not|more|than|isn't|wasn't|stands|comes|amounts|equals|equal|sized|set|fixed|kept|held|capped|limited|run|runs|by|a|an|constant|constantly|permanently|always|exactly|never|above|exceeds?|max\.?|maximum|used|reads|says|q+|rises|goes|reaches|can|may|reach|rise|go|be))* $"
)
_RESULT = re.compile(
    r"\b(?:outcomes?|stakes?|multiples? of|payoff|(?:at|in|by) the end|came (?:back|out)|turned into|became|was left|were left|growth of|wealth)\b"
)
_HOLDINGS = re.compile(r"\b(?:positions?|exposures?|book|holdings|invest\w*)\b")
_OF_CAPITAL = re.compile(
    r" of (?:the |its |our |their |your )?(?:own |total )?(?:equity|capital|nav|net asset value|net assets)\b"
)


def _dollars(text: str) -> Iterator[re.Match[str]]:
    for pattern in _DOLLARS:
        for match in pattern.finditer(text):
            if not _NO_HOLDING.search(text, match.start(), match.end() + 24):
                yield match


def _held_for_each(match: re.Match[str]) -> float | None:
    held, base = number(match["x"] or match["named"]), number(match["base"] or match["bases"] or "1")
    if not held or not base:
        return None
    cents = (match["coin"] or "").startswith(("cent", "pence"))
    multiple = held / base / (100 if cents else 1)
    return multiple if multiple <= _MOST else None


_MOVED = re.compile(
    r"\b(?:up|down|ahead|higher|lower|better|plus|minus|by|(?:return|growth|gain|loss)\w* of) (?:some |about |roughly )?$"
)
_ODD = re.compile(r"\d+\.(?!00?\b|50?\b|25\b|75\b)\d+")  # nobody sets an exposure of 152.6%


def _is_of_capital(text: str, signs: list[re.Match[str]], match: re.Match[str], multiple: float) -> bool:
    """Whether the word nearest to a multiple that tells what is multiplied is one of capital or exposure."""
    if (multiple < 0.75 and _PARTS.search(text)) or (multiple <= 1.0 and match["percent"] and _LEGS.search(text)):
        return False  # "the three longs make half of equity"
    if _OF_ELSE.match(text, match.end()) or (match["word"] == "half" and _BORROWED.search(text)):
        return False
    if match["x"] and _RESULT.search(text):
        return False
    if match["longs"]:
        return True
    if match["percent"] and (_MOVED.search(text, 0, match.start()) or _ODD.fullmatch(match["percent"])):
        return False
    direct = _DIRECT.search(text, max(match.start() - 90, 0), match.start()) is not None
    if direct and (multiple >= 1 or not match["percent"] or _OF_CAPITAL.match(text, match.end())):
        return True
    others = [sign for sign in signs if sign.end() <= match.start() or sign.start() >= match.end()]
    told = [sign for sign in others if sign.start() >= match.end()] if _OF_WHAT.match(text, match.end()) else others
    sign = nearest(text, told, match.start(), match.end(), per_break=20, after=0, limit=60)
    if (
        sign is None
        or not sign["yes"]
        or (sign[0].startswith("borrow") and sign.end() <= match.start() and match["percent"])
    ):
        return False
    gap = max(sign.start() - match.end(), match.start() - sign.end())
    if match["percent"]:
        return multiple >= 1 or (gap <= 4 and multiple >= 0.2 and sign["strong"] is not None)
    if match["word"]:
        if match["word"] in ("double", "triple", "quadruple") and _HOLDINGS.search(text):
            return gap <= 40
        return gap <= 40 and not (match["word"].startswith(("doubl", "tripl", "quadr")) and _GROWS.match(sign[0]))
    return True


def _goes_on(text: str, signs: list[re.Match[str]], told: int, match: re.Match[str]) -> bool:
    """Whether a multiple follows one of capital that is told, as in "you wrote 1.25x, the document has 2x"."""
    return (
        told > 0
        and match["x"] is not None
        and 0 <= match.start() - told <= 50
        and _CONTRAST.search(text, told, match.start()) is not None
        and not any(sign["no"] and told <= sign.start() < match.start() + 40 for sign in signs)
    )


def _is_by_itself(text: str, signs: list[re.Match[str]], match: re.Match[str]) -> bool:
    """Whether "2x" is told to be where the strategy stands or what the document has, and nothing else is spoken of."""
    begin = max(text.rfind(mark, 0, match.start()) for mark in ",;:") + 1
    stop = min((at for mark in ",;" if (at := text.find(mark, match.end())) >= 0), default=len(text))
    return (
        any(found.start() <= match.start() < found.end() for found in _BY_ITSELF.finditer(text))
        and not any(sign["no"] and begin <= sign.start() < stop for sign in signs)
        and _ELSE.search(text, begin, stop) is None
    )


_X = r"(?:\d{1,2}(?:\.\d{1,2})? ?x|x ?\d(?:\.\d)?)"
_BY_ITSELF = re.compile(
    r"(?:(?<=\w)'(?:s|re) (?:at|on|running(?: at)?)|\b(?:is|was|are|keeps?|kept) running(?: at)?|\b(?:stands|stood|sits|sat|is|was|are|were|stays|remains|kept|held|set|run|runs|operates|works|goes|rests|capped|limited|restricted|tops out|maxes out)(?: not|n't)?(?: (?:constantly|always|permanently|exactly|just|now|fixed|set|run|kept|held|only|never|capped|limited|restricted))? (?:at|on|to|with)"
    r"|\b(?:q{3,}|it|settings?|document\w*|methodology|docs?|file|spec\w*|answer|figure|number|multiple|multiplier|one|i|we|you) (?:is|was|isn't|uses?|has|have|had|reads?|says?|states?|gives?|shows?|targets?|specif(?:y|ies)|lists?|names?|prescribes|finds?|found|sees?|saw|wrote|said|mention\w*)(?: not)?"
    r"|\bq{3,} at|\b(?:the|your)(?= \S+ (?:in|from|of|on) (?:your|the) \w+| \S+ (?:that )?(?:you|i) ))"
    rf" (?:a |an |the |up to |at most |only |just |exactly )*(?P<x>{_X})(?=[.,;:)!?]|\s*$| (?:and|or|but|in|for|while|whereas|where|with|instead|rather|not|which|so|by|per|throughout|always|at all|by default|from|that|you|gross|net|intraday|intra-day|overnight|leverage|long|most)\b)(?! (?:and|or) \w+er\b)"
)
_ELSE = re.compile(
    r"\b(?:volume|range|stops?|targets? of|band|speed|faster|slower|larger|smaller|bigger|more|less|odds|ratio of|zoom|magnif\w+|deviation|daily move|earnings|sales|price-to|p/e|ebitda|book value|valuation|account ended|money|wealth|times the)\b"
)
_AT_UP_TO = re.compile(
    rf"\bat (?P<most>(?:up to|as much as|at most|a maximum of) (?P<n>{NUMBER}) ?(?:x|times)\b)(?! (?:the|its|as|a|per|faster|more|less)\b)"
)
_EXTENDED = re.compile(
    rf"(?={_MULTIPLE.pattern})\b1[1-9]0 ?/ ?[1-9]0(?= (?:structures?|books?|portfolios?|strateg(?:y|ies)|exposures?|set-?ups?|constructions?|designs?|formats?|long|funds?|approach|fashion|extension|profile|style)|[.,;)]|$)"
)
_CONTRAST = re.compile(
    r"\b(?:not|but|document|file|actually|rather|instead|should|correct|right|really|it's|it is|is)\b"
)
_LONG_SHORT = re.compile(
    rf"\b(?P<long>{NUMBER}) ?(?:%|per ?cent) (?:\w+ )?long\b(?:[,/]| and| against| versus| vs\.?| plus| with)* (?P<short>{NUMBER}) ?(?:%|per ?cent) (?:\w+ )?short\b"
    rf"|\blong[ :]+(?P<long2>[1-9]\d{{1,2}}) ?%?(?:[,/;]| and| against| versus| vs\.?| plus)+ ?short[ :]+(?P<short2>[1-9]\d{{1,2}})\b"
)
_SHARE = re.compile(
    rf"\b(?:(?P<fraction>{FRACTION})|(?P<percent>{PERCENT})) (?:of )?(?:(?:its|the|our|their|your|own) )*(?:capital|equity|nav|net asset value|net assets)\b(?: itself)?"
    r"|\bas much(?: again)? as (?:(?:its|the|our|their|own) )*(?:capital|equity|net assets)\b(?: itself)?"
)
_BORROWED = re.compile(r"\bborrow(?:ed|ing|s)?\b(?! (?:costs?|fees?|rates?))|\bloans?\b|\bdebt\b|\bon credit\b")


_PARTS = re.compile(r"\b(?:each|both|sides?|legs?|longs|shorts|funds?|names?|pairs?|slots?|per|every|position)\b")
_LEGS = re.compile(
    r"\b(?:each (?:leg|side|book)|(?:legs?|sides?|longs|shorts|books?) (?:each|is|are|adds?|sums?|comes?|makes?|at)|(?:either|each|both) sides?|per (?:leg|side))\b"
)
_NOT_BORROWED = re.compile(
    r"\b(?:no|nothing|never|not|without|nil)\b[^.;,]{0,20}\b(?:borrow|loan|debt|credit)|n't borrow|\b(?:borrow\w*|loans?|debt)\b ?[:=]? ?(?:nothing|none|nil|no\b)"
)


def _borrowed(text: str) -> Iterator[Stated]:
    """What is borrowed on top of the capital: "half the capital is borrowed" is 1.5 times."""
    if (
        not _BORROWED.search(text)
        or _NOT_BORROWED.search(text)
        or re.search(r"\b(?:exposure|gross|notional|invested|positions?)\b", text)
    ):
        return
    for match in _SHARE.finditer(text):
        written = match["percent"] or match["fraction"]
        more = as_share(written) or 0.0 if written else 1.0
        if 0 < more <= 5 and not (more < 0.75 and _PARTS.search(text)):
            yield Stated(
                start=match.start(),
                end=match.end(),
                value=Leverage(multiple=1 + more, cap=_is_cap(text, match.start(), match.end())),
            )


def _both_sides(match: re.Match[str]) -> float:
    return sum(number(match[side]) or 0.0 for side in ("long", "short", "long2", "short2") if match[side]) / 100


def _is_cap(text: str, start: int, end: int) -> bool:
    """Whether a multiple is a most."""
    return (
        _BEFORE_CAP.search(text, max(start - 40, 0), start) is not None
        or re.search(r"\b(?:cap|ceiling|limit|maximum|max)\b", text[start:end]) is not None
        or _AFTER_CAP.match(text, end) is not None
    )


def _multiple(match: re.Match[str]) -> float | None:
    if match["longs"]:
        longs, shorts = int(match["longs"]), int(match["shorts"])
        return (longs + shorts) / 100 if longs - shorts == 100 else None
    word = (match["word"] or "").replace("-", " ")
    for group, scale in (("x", 1.0), ("ratio", 1.0), ("percent", 0.01), ("xx", 1.0)):
        if match[group]:
            value = number(match[group])
            return None if value is None or value * scale > _MOST else value * scale
    return next((value for start, value in _WORDS.items() if word.startswith(start)), None)
