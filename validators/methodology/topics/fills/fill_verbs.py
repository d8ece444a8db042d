"""Whether a price is that of a trade, or one at which something is computed."""

import re

from validators.methodology.topics.fills.fill_phrases import price_of
from validators.methodology.topics.fills.fills import TELLING

VERB = re.compile(
    r"(?P<yes>\b(?:exec(?: price)?|assumed price|price assumed|signals? (?:gets?|receives?)|(?:trades|transactions?|fills|orders|deals|purchases|sales|entries|exits)(?: (?:of|for|by|in) (?:the )?[\w-]+)? (?:is|are|was|were|get)(?: not|n't)? (?:\w+ )?(?!comput|calculat|generat|decid|determin|deriv|form|rank)\w+(?:ed|en|ck)\b|(?:purchases?|sales?|trades?|deals?|transactions?|switch(?:es)?|orders?) (?:is|are|was|were|gets?) (?:then |\w+ly )?(?:made|done|put|struck|concluded|effected|carried out)|(?:gives?|grants?|assigns?|allots?) (?:it|q{3,}|(?:the|each|every|its) (?:trades?|orders?|strategy|purchases?|sales?|fills?)) (?:a |the )?prices?|(?:execution|fills?|orders?|trading) (?:uses?|takes?|assumes?|employs?|relies on)|what (?:you|it|one|we|q{3,}|the \w+) (?:\w+ )?(?:pays?|gets?|receives?|obtains?)|transactions?|(?:purchases?|sales?|switch(?:es)?|swaps?|adjustments?|trades?|dealing|fills?|legs?|orders?) (?:goes|go|happens?|takes? place|occurs?|comes?)|exposure (?:is )?(?:changes|changed|altered|moved|adjusted)|picked up|swapped|booked|dealt|struck|worked|(?:you|it|one|we) gets?|gets? (?:its|their) fills|(?:fill|trade|trading|execution|entry|exit|order|transaction|deal|dealing) prices?|execut\w*"
    r"|fill(?:s|ed|ing)?|trad(?:es?|ed|ing)(?! (?:days?|sessions?|hours|calendar|costs?"
    r"|rules?|frequency|strategy|universe|date))|orders?|ent(?:er|ers|ered|ering|ry|ries)|exit(?:s|ed|ing)?|buys?"
    r"|buying|sells?|selling|bought|sold|transact\w*|act(?:s|ed|ing)?(?: up)?on(?: (?:the|a|its|this"
    r"|that))? signals?|acts?(?: on)?|acted(?: on)?|implement\w*|simulated|books(?= (?:it|them|every|each|all|its|the|trades|orders|fills)\b)|(?:(?:is|are|was|were|gets?)|(?<=it)'s|(?<=all)'s|(?<=they)'re) (?:done|put on|taken off|unwound)|deals?|dealt|deal(?:ing)|positions? (?:is|are"
    r"|was|were|gets?) (?:taken|opened|entered|changed|established|put|switched|adjusted|closed)|takes? (?:its "
    r"|the |new )?positions?|opens? (?:new |its )?positions?|goes (?:long|short)|(?:goes|go|sent|gets sent) (?:in|into|to|with)(?= (?:the )?(?:\w+ )?(?:auction|open|close|vwap|fixing))|switch(?:es|ed)|switch(?= (?:at|on) )|rotat(?:es|ed)"
    r"|rebalanc\w+|submitted|placed|routed|match(?:es|ed)|invest(?:s|ed)|moves? into|gets? (?:done|in|out)"
    r"|change hands|(?:tak(?:es?|ing)|gets?|getting|pays?|paying)(?= (?:the |whatever |that )?(?:next |first |following )?(?:\w+'s )?(?:opening|closing|official|auction)\b)|(?:takes?|taking|come(?:s)? into|goe?s? into) (?:effect|force)|moc\b|market-on-\w+))"
    r"|(?P<no>\b(?:(?:targets?|votes?|lists?|rank(?:s|ings?)?|scores?|signals?|decisions?|weights|forecasts?) (?:is|are|was|were|gets?) (?:\w+ )?(?:set|counted|drawn up|made|taken|formed|renewed|fixed|known|ready)|comput\w*|measur\w*|calculat\w*|observ\w*|generat\w*|rank(?:s|ed|ing)?|evaluat\w*|decid\w*"
    r"|decision|determin\w*|form(?:s|ed)|know[ns]?|signals?|sampl\w*|checks?|checked|compar\w*|estimat\w*|sees?"
    r"|seen|reads?|taken from|recorded|updated|uses|scor\w*|looks?|crosses|cross(?:ed|ing)|above|below"
    r"|marked|valued|settle\w*(?! at)|report\w*|data|prices(?! at which)|published|highest|lowest|adjusted"
    r"|refresh\w*|derived|based on|built|breaks?|average)\b)"
)
_USED = re.compile(
    r"\b(?:us(?:es?|ed|ing)|has|have|had|employs?|takes?|assum(?:es?|ed)|goes with|works with|relies(?: on)?|says|states|gives|reads|specifies|names"
    r"|writes?|read|put|wait(?:s|ing)? (?:for|until|till)|prescribes|stipulates|provides for|calls for|not|but|instead|rather than|execution|pricing|(?:prices?|timing|when)(?= ?:))\b(?: ?:)?(?: (?:the|an?|its|at|for|of|on|by|in|following|next))* ?[\"']?$"
)
IS_WHERE = re.compile(  # "monday's close, not its open, is where the pair gets filled"
    r"(?:, [^,.;]{1,24})?,? (?:is|are) (?:what|where|the price|the level)\b[^.;]{0,40}\b(?:gets?|pays?|paid|fill(?:s|ed)?|deals?|dealt|trade[sd]?|orders?|obtain\w*|receiv\w*|booked)\b"
)
_IS_USED = re.compile(
    r"[^.;,]{0,40}? (?:is|are|was|were|gets?) (?:\w+ |the (?:price|level|one) (?:that is )?)?(?:assumed|used|applied|paid|taken|booked|charged)\b"
)
_PROTECTS = re.compile(r"\b(?:protect\w*|loss(?:es)?|risk\w*|guard\w*|damage|safety|emergency)\b")


def is_of_fill(text: str, verbs: list[re.Match[str]], match: re.Match[str]) -> bool:
    """Whether a price belongs to the trade: the last verb before it in its clause is one of trading, or else the next after it."""
    if (
        match["lab"]
        or IS_WHERE.match(text, match.end())
        or match["market"]
        or match["quoted"]
        or match["moc"]
        or match["moo"]
        or (match["limit"] and "order" in match[0])
    ):
        return True
    if match["stop"] and (_PROTECTS.search(text) or "order" in match[0]):
        return _PROTECTS.search(text) is None
    before = [verb for verb in verbs if verb.end() <= match.start() + 1]
    if before:
        last = before[-1]
        gap = text[last.end() : match.start()]
        if last["yes"] and not re.search(r"[;.]", gap) and len(gap) < 90:
            return True
        trading = next((verb for verb in reversed(before) if verb["yes"]), None)
        between = "" if trading is None else text[trading.end() : match.start()]
        if "," in gap and 0 < len(between) < 70 and not re.search(r"[.;:]|\band\b|\bbut\b", between):
            return True
        if last["no"] and not re.search(r"[,;:]|\b(?:and|then|but|with|while)\b", gap):
            return False
    after = next((verb for verb in verbs if verb.start() >= match.end() - 1), None)
    if (
        after is not None
        and not re.search(r"[;.]|, (?:and|but|while|whereas|yet|though)\b", text[match.end() : after.start()])
        and after.start() - match.end() < 60
    ):
        return bool(after["yes"])
    return any(verb["yes"] and verb.start() < 24 and ":" in text[verb.end() : match.start()] for verb in verbs)


def is_price_used(text: str, match: re.Match[str]) -> bool:
    """Whether a price to come is told to be the one that is used ("the next day's close is used"): no signal knows it."""
    return bool(match["nextprice"] or match["nextof"] or match["ap"]) and _IS_USED.match(text, match.end()) is not None


def is_used(text: str, match: re.Match[str]) -> bool:
    """Whether a price that only trades have ("the next open", "VWAP") is told to be what is used, where no word of trading stands."""
    own = (
        match["nextprice"]
        or match["nextof"]
        or match["samep"]
        or match["sameof"]
        or match["ap"]
        or match["vw"]
        or match["limit"]
    )
    own = own or match["ofday"]
    if IS_WHERE.match(text, match.end()) or (own and _IS_USED.match(text, match.end())):
        return True
    own = own or match["quoted"] or (match["bare"] if price_of(match["bare"]) in TELLING else None)
    if match["quoted"]:
        return True
    return own is not None and _USED.search(text, max(match.start() - 40, 0), match.start()) is not None
