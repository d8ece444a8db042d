"""What a charge is for: one side of a trade, a round trip, a switch, a year."""

import re

from validators.methodology.topics.amounts import NUMBER
from validators.methodology.topics.costs.charges import Basis

_A_YEAR = re.compile(
    r"[^,;.]{0,16}\b(?:per (?:year|annum)|p\.a|annually|a year|yearly|over the (?:year|period|window|sample|back-?test|whole)|during|in (?:19|20)\d\d)"
)
SIDE = re.compile(
    r"\b(?:each|every) time\b|(?:\bper[- ](?:traded? |single )?|/ ?)(?:side|trade|transaction|leg|order|fill|execution|purchase|one-way|way|buy|sell)\b|\b(?:each|every|an?"
    r"|one|either|any) (?:single |individual )?(?:side|leg|trade|transaction|order|way|fill|purchase|buy|sale)\b|\bone[- ]way\b"
    r"|\b(?:buys? and sells?|buying and selling|purchases? and sales?|entry and exit|entries and exits"
    r"|in and (?:again )?out) alike|\bon (?:both|each of) (?:buys|entry)|\bon both (?:sides|legs|ends)\b(?! (?:together|combined|in total))|\bevery time it trades\b|\bon trades?\b"
    r"|\bwhen(?:ever)? (?:it|the \w+|one|you|we) (?:buys?|sells?|trades?|changes?)\b|\bof (?:the )?(?:traded value|value traded|amount traded|notional)\b"
    r"|\bon (?:entry and (?:again )?(?:on )?exit)\b|\b(?:every|each) (?:buy|purchase) and (?:every |each )?(?:sell|sale)\b|\b(?:on|at|upon) (?:entry|entering|opening|purchase|buying)\b"
)
_THERE_AND_BACK = re.compile(
    r" (?:for |on |in total |when |to )?(?:(?:go(?:ing)? |get(?:ting)? |mov(?:e|ing) |com(?:e|ing) )?(?:there and back|back and forth|in and (?:then |back |again )?out(?: again)?(?! alike| each)|out and back)|(?:cover |covers |pays? for )?(?:the |a )?(?:buying|purchase|buy) and (?:(?:the|a|its|later|then|subsequent) ){0,2}(?:selling|sale|sell) (?:(?:taken |put |counted )?together|combined|in one|at once)|(?:covers?|pays for|is for|buys) both (?:the |an? )?(?:purchase|buying|entry) and )"
)
_ONE_WAY = re.compile(
    r"[^.;:,\d]{0,16}\b(?:to|when|for|on|at|upon) (?:(?:the|a|an|its|each|every) )?(?:get(?:ting)? (?:in|out)|(?:way )?(?:in|out)|buy(?:ing)?|sell(?:ing)?|open(?:ing)?|clos(?:e|ing)|enter(?:ing)?|exit(?:ing)?|entry|purchase|sale)\b"
    rf"(?! ?(?:and|plus|or|,|price|auction)\b(?! {NUMBER}))"
    r"|,? (?:(?:on|for) the way |going |coming |getting |each way )?(?:in|out)(?=[,;.)]| (?:and|plus|then)(?: again| another| then)? (?:\d|the same|\w+ (?:bps?|basis)|\w+ (?:coming|going|out|on)\b)|$)"
)
_SAME_AGAIN = re.compile(  # "for the purchase and the same again for the sale"
    r"(?:(?!\bround\b)[^.;:\d]){0,60}?(?:,|\band|\bthen|\bplus) ?(?:then |and |(?:once|yet) )?(?:(?:the |exactly the |just the )?same(?! (?:day|time|price|as|bar|session))|again|(?:also|too) (?:on|for|when|at|upon|to)\b|(?:just )?as much|equally|likewise|another|so (?:does|is|do)|once more|once (?:on|for|when))\b"
    r"|(?:(?!\bround\b)[^.;:\d,]){0,40}?\b(?:both|each|once) (?:time )?(?:when|on|for|at|to|in) [^.;:,\d]{0,24}\b(?:and|as well as) (?:once )?(?:when|on|for|at|to|out)\b"
)
_IN = r"(?:in|entry|entering|buy|buying|purchase|purchasing|opening|getting in)"
_OUT = r"(?:out|exit|exiting|sell|selling|sale|closing|getting out)"
ROUND = re.compile(
    r"\bround[- ]?(?:trip|turn)s?\b|\bround-trip\b|(?<!on )\bboth (?:sides|ways|legs)\b|\bboth (?:sides|ways|legs) (?:together|combined|in total)\b|\bthere and back\b"
    rf"|\b{_IN} (?:and|plus|\\+|&) (?:the )?{_OUT} (?:both )?(?:(?:taken|counted|put|added) )?(?:combined|together|in (?:total|all|one))\b"
    rf"|\b(?:together|combined|in total|in all) for (?:the )?{_IN} and (?:the )?{_OUT}\b|\b(?:sum|total) of (?:the )?{_IN} and (?:the )?{_OUT}\b"
    r"|\bfull (?:cycle|circle|turn|turnover)\b|\b(?:turn(?:s|ing)? over|replac(?:es?|ing)|swapp?(?:s|ing)? out) the (?:whole|entire|full) (?:book|portfolio)\b|\b(?:whole|entire|complete) (?:trade|transaction|turn|cycle)\b|\bin total for (?:a|the) buy and\b"
)
_BOTH_WAYS = re.compile(
    r"\b(?:(?:go(?:es|ing)?|get(?:s|ting)?|mov(?:es?|ing)|trad(?:es?|ing)|step(?:s|ping)?|way) in and (?:again |then |back )?(?:(?:coming|getting|going) (?:back )?)?out"
    r"|(?<!every )(?<!each )(?<!any )(?:buy|enter|open)(?:s|ing)? and (?:later |then |again |afterwards |subsequently )?(?:sell|exit|clos)(?:s|e|es|ing)?)\b(?! (?:alike|each))"
)
_PAIRED = re.compile(
    rf"\b(?:{_IN}|{_OUT}) and (?:an? |the |one )?(?:{_IN}|{_OUT}) (?:together|combined|between them|taken together)\b[^.;\d]{{0,30}}$|\b(?:in|there)-and-(?:out|back)\b[^.;\d]{{0,24}}$"
)
_IN_AND_OUT = re.compile(r"(?:^|[.;] )(?:in and out|there and back|back and forth)\b[^.;\d]{0,50}$")
_EXCHANGED = re.compile(
    r"\b(?:selling|dropping|leaving|from) [^.;:,\d]{1,24} (?:and|to|into) (?:(?:buying|buy|taking|take|entering|enter) )?(?:another|the other|a new|its)\b[^.;:,\d]{0,30}$"
)
_DOUBLED = re.compile(r"(?:\b(?:twice|two times|2 times|two lots of|double)|2 ?[x*])(?: the)?(?: about)? $")
_SWITCH = re.compile(r"\b(?:switch\w*|rotation|swap|chang(?:e|ing) (?:of )?sides?)\b")


def basis_of(text: str, start: int, end: int) -> Basis | None:
    """What the amount at text[start:end] is charged for."""
    following = re.split(
        r"[,;](?! ?(?:round|per|each|one-way|both))|\((?=[^)]*\d)|\b(?:and|or|plus|but|i\.e|which|against|versus"
        r"|not)\b|\+",
        text[end : end + 48],
    )[0]
    preceding = re.split(r"[,;.()]|\b(?:and|or|but)\b|\+", text[max(start - 48, 0) : start])[-1]
    if _DOUBLED.search(text, max(start - 20, 0), start) and ROUND.search(text, max(start - 80, 0), end + 48):
        return "side"  # "a round trip costs twice 5 bps"
    if _A_YEAR.match(following):
        return "year"
    if _THERE_AND_BACK.match(text, end):
        return "round"
    if _IN_AND_OUT.search(text, max(start - 60, 0), start) or _PAIRED.search(text, max(start - 80, 0), start):
        return "round"
    if _EXCHANGED.search(text, max(start - 80, 0), start):
        return "switch"
    if _SAME_AGAIN.match(text, end) or _ONE_WAY.match(text, end):
        return "side"
    if ROUND.search(following):
        return "round"
    side = SIDE.search(following)
    if side and side[0].startswith("of ") and ROUND.search(text, max(start - 60, 0), start):
        return "round"  # "a round trip sets you back 0.5% of the notional"
    if side or re.match(r" each\b(?! (?:month|week|year|day))", following):
        return "side"
    if ROUND.search(preceding) or _BOTH_WAYS.search(text, max(start - 60, 0), start):
        return "round"
    if _SWITCH.search(preceding) or _SWITCH.search(following):
        return "switch"
    wide = text[max(start - 60, 0) : start]
    if not re.search(r"[.;:]|\d|\b(?:and|or)\b", wide) and ROUND.search(wide):
        return "round"
    return "side" if SIDE.search(preceding) or re.search(r"\b(?:one-way|per-side|per-trade)\b", preceding) else None
