"""Whether a multiple is one of capital, by the words around it."""

import re

from validators.methodology.topics.amounts import NUMBER
from validators.methodology.topics.capital.capital_parts import BORROWED, PARTS
from validators.methodology.topics.nearness import nearest

SIGNS = re.compile(
    r"\b(?:(?P<yes>(?P<strong>leverag(?:e[sd]?|ing)|lever(?:s|ed|ing)?|gear(?:ed|ing|s)?|gross(?! (?:return|profit|gain|of|p&l|performance|margin|figure|cost|yield))|notional|margin(?! of (?!capital|equity|\w+ (?:to|:)))|borrow\w*|debt|loans?)"
    r"|(?:limit|cap|ceiling)(?= (?:is|was|isn't|wasn't|stands)\b)|exposures?(?!-)|positions?|book|invest(?:s|ed|ing)?|long|weights? (?:sum|add up|total)|sum of (?:\w+ )?weights|capital(?! multiple)|equity(?! (?:curve|multiple|index|market|fund|etf|futures))|nav|net asset value|net assets|account|(?:own|your|investors?'|clients?') (?:money|cash|funds)"
    r"|buying power|(?:weights?|positions?|portfolio|book) (?:is|are|gets?) (?:\w+ )?(?:scaled|levered|geared)(?: up)?|allotments?|(?:at|to) work|working in the market|(?:run|runs|operated|operates|managed) at)"
    r"|(?P<no>return\w*|profits?|profit factor|grew|grow\w*|growth|gain\w*|los[st]\w*|multiplied|sharpe|sortino|beta|drawdowns?|volatil\w*|benchmark\w*|capture|fees?|costs?"
    r"|outcomes?|stakes?|(?<!gross )(?<!leverage )(?<!exposure )multiples? of|payoff|wealth|at the end|in the end|by the end|worth|paid|turnover|trades|traded|wins?|win rate|hit rate|averag\w*|mean|spread|atr|sigma|standard deviations?|of the time|start(?:ed|ing)?|initial|ended|finish\w*|final|became|rose|fell|earned"
    rf"|added|(?<!go )(?<!as high )as (?:volatile|many|fast|long|(?:large|high|big|much|great)(?! as (?:twice|thrice|double|(?:its|the|your|our|their) (?:own )?(?:capital|equity|nav|account|net assets)|{NUMBER})))|what it was|dividends?|quoted|validation|split|train\w*|test\w*|holdout|(?:a|per|each|every) (?:year|month|week|day|quarter|session)|risk|commission\w*|switch\w*|re-?balanc\w*|weights?)\b)"
)
_OF_WHAT = re.compile(r" (?:of )?(?:the|its|their|our)\b")
_OF_ELSE = re.compile(
    r" (?:as(?! (?:large|big|much|great|high) as (?:(?:its|the|your|our|their|own) )*(?:capital|equity|nav|account|net assets)\b)|that|what(?! (?:it|you|the account) (?:has|have|owns?)\b)|out of|in a row|in (?:19|20)\d\d|(?:its |their )?(?:ebitda|ebit|earnings|sales|revenues?|cash flow|book value|profits?))\b| (?:an?|per|each|every|in a) (?:year|month|week|day|quarter|session|hour|minute|second)\b"
)
_GROWS = re.compile(r"capital|equity|nav|net asset|account|own|invest")
_LEVERED = re.compile(r"\b(?:leveraged|levered|geared) (?:up )?(?:to|up to|by|at) $")
_STANDS_AT = re.compile(r"\b(?:at|are|is|hold(?:s|ing)?|held|worth|up to) $")
_DIRECT = re.compile(
    r"\b(?:weights?|positions?|portfolio|book|exposure)(?: (?:is|are|gets?))? (?:\w+ )?(?:scaled|levered|geared)\b[^.;:]{0,80}?,? to (?:(?:no|more|than|at|most|up|a|maximum|of|its|cap|limit|about) )*$|\b(?:leveraged?|levered|geared|gearing|gross exposure|exposure|gross|notional)(?: (?:factor|ratio|multiplier|multiple|level|cap|limit|ceiling|target|setting))?(?: of q+| in q+)?"
    r"(?: (?:is|was|are|of|the|answer|figure|number|that|at|most|up|to|no|not|more|than|isn't|wasn't|stands|comes|amounts|equals|equal|sized|set|fixed|kept|held|capped|limited|run|runs|by|a|an|constant|constantly|permanently|always|exactly|never|above|exceeds?|max\.?|maximum|used|reads|says|q+|rises|goes|reaches|can|may|reach|rise|go|be))* $"
)
_RESULT = re.compile(
    r"\b(?:outcomes?|stakes?|(?<!gross )(?<!leverage )(?<!exposure )multiples? of|payoff|(?:at|in|by) the end|came (?:back|out)|turned into|became|was left|were left|growth of|wealth)\b"
)
_OF_CAPITAL = re.compile(
    r" of (?:the |its |our |their |your )?(?:own |total )?(?:equity|capital|nav|net asset value|net assets)\b"
)
_MOVED = re.compile(
    r"\b(?:up|down|ahead|higher|lower|better|plus|minus|by|(?:return|growth|gain|loss)\w* of) (?:some |about |roughly )?$"
)
_ODD = re.compile(r"\d+\.(?!00?\b|50?\b|25\b|75\b)\d+")  # nobody sets an exposure of 152.6%


def is_of_capital(text: str, signs: list[re.Match[str]], match: re.Match[str], multiple: float) -> bool:
    """Whether the word nearest to a multiple that tells what is multiplied is one of capital or exposure."""
    if multiple < 0.75 and PARTS.search(text):
        return False  # "the three longs make half of equity"
    if _OF_ELSE.match(text, match.end()) or (match["word"] == "half" and BORROWED.search(text)):
        return False
    direct = _DIRECT.search(text, max(match.start() - 90, 0), match.start()) is not None
    if match["x"] and _RESULT.search(text) and not (direct and _LEVERED.search(text, 0, match.start())):
        return False
    if match["longs"]:
        return True
    if match["percent"] and (_MOVED.search(text, 0, match.start()) or _ODD.fullmatch(match["percent"])):
        return False
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
        grown = match["word"].startswith(("doubl", "tripl", "quadr")) and _GROWS.match(sign[0])
        return gap <= 40 and (not grown or _STANDS_AT.search(text, 0, match.start()) is not None)
    return True


def is_by_itself(text: str, signs: list[re.Match[str]], match: re.Match[str]) -> bool:
    """Whether "2x" is told to be where the strategy stands or what the document has, and nothing else is spoken of."""
    begin = max(text.rfind(mark, 0, match.start()) for mark in ",;:") + 1
    stop = min((at for mark in ",;" if (at := text.find(mark, match.end())) >= 0), default=len(text))
    others = [sign for sign in signs if sign["no"] and begin <= sign.start() < stop]
    if any(found.start() <= match.start() < found.end() for found in LASTING.finditer(text)):
        return all(_SIZED.match(sign[0]) for sign in others)
    return any(
        found.start() <= match.start() < found.end()
        and all(found.start() <= sign.start() < found.end() for sign in others)
        for found in BY_ITSELF.finditer(text)
    )  # a "trades" of "trades at 3x" is no other sign


_X = r"(?:\d{1,2}(?:\.\d{1,2})? ?x|x ?\d(?:\.\d)?)"
BY_ITSELF = re.compile(
    r"(?:(?<=\w)'(?:s|re) (?:at|on|running(?: at)?)|\b(?:is|was|are|keeps?|kept) running(?: at)?|\b(?:stands|stood|sits|sat|is|was|are|were|stays|remains|kept|held|set|run|runs|operates|trades?|traded|works|goes|rests|capped|limited|restricted|tops out|maxes out)(?: not|n't)?(?: (?:constantly|always|permanently|exactly|just|now|fixed|set|run|kept|held|only|never|capped|limited|restricted))? (?:at|on|to|with)"
    r"|\b(?:q{3,}|it|settings?|document\w*|methodology|docs?|file|spec\w*|answer|figure|number|multiple|multiplier|one|i|we|you) (?:is|was|isn't|uses?|has|have|had|carries|carry|carried|runs?|takes?|employs?|applies|keeps?|bears?|reads?|says?|states?|gives?|shows?|targets?|specif(?:y|ies)|lists?|names?|prescribes|finds?|found|sees?|saw|wrote|said|mention\w*)(?: not)?"
    r"|\bq{3,} at|(?:^|[.;:,] )(?:please |just )?(?:make|call) (?:that|it)|\b(?:the|your)(?= \S+ (?:in|from|of|on) (?:your|the) \w+| \S+ (?:that )?(?:you|i) ))"
    rf" (?:a |an |the |up to |at most |only |just |exactly )*(?P<x>{_X})(?=[.,;:)!?]|\s*$| (?:and|or|but|in|for|while|whereas|where|with|instead|rather|not|which|so|by|per|throughout|always|at all|by default|from|that|you|gross|net|intraday|intra-day|overnight|leverage|long|most|strategy|model|fund|portfolio|system|(?:levered|leveraged|geared)(?= \w))\b|-(?:levered|leveraged|geared)\b)(?! (?:and|or) \w+er\b)"
)
LASTING = re.compile(  # "a constant 3x", "with a cap of 10x", "from 0x to 3x": what is set for good is nothing that a run came to
    r"\b(?:constant|fixed|steady|permanent|static|unchanging|flat|maximum|max\.?|(?:caps?|ceiling|limit|maximum)(?: (?:of|at|is|stands at|is set at))?|capped at|limited to|(?:goes|go|going|rises?|climbs?|extends?|stretch(?:es)?) (?:up |as (?:high|far) as )?to|no (?:more|higher) than"
    r"|(?:never|not|n't) (?:goes? |rises? |gets? |is )?(?:above|beyond|over|past|more than|exceeds?)|(?:rang\w+|var\w+|mov\w+|swings?|anywhere) (?:from|between) (?:[\d.]+ ?x|\w+) (?:to|and)|multiple of|factor of"
    r"|the most(?: that)? (?:it|q{3,}|they|(?:the|this) \w+)(?:'ll| will| can| may| would| is| gets?| does)?(?: ever| \w+ to)? (?:hold|run|invest|take on|carry|use|borrow|go|stretch)(?:s|es)?(?: (?:to|at))? is)"
    rf" (?:a |an |the )?(?P<x>{_X})(?=[.,;:)!?]|\s*$| (?:and|or|but|in|for|while|whereas|where|with|instead|rather|not|which|so|by|throughout|always|at all|gross|net|leverage|on)\b)(?! (?:and|or) \w+er\b)"
)
_SIZED = re.compile(r"volatil|risk|weights?|re-?balanc|mean")
