"""Words for data in a passage that speaks of something else: when trades are done, what figures are measured on."""

import re

OFFERED = re.compile(
    r"\b(?:vendors?|providers?|exchanges|brokers|others|shops|desks|one|you|traders|people|competitors)\b[^.;:,]{0,30}\b(?:sells?|offers?|provides?"
    r"|publish(?:es)?|uses?|likes?|wants?|buys?|can|could|prefers?)\b[^.;:]{0,40}$"
)
MEASURED = re.compile(
    r"\b(?:drawdowns?|sharpe(?: ratios?)?|equity curve|performance|metrics|statistics|figures|statements?|track record|positions?|portfolio|book|results)\b(?: \w+){0,4}?"
    r" (?:measured|computed|calculated|marked|valued|plotted|drawn|shown|based|taken|quoted|reported)\b"
)
EXECUTION = re.compile(
    r"\b(?:execut\w+|fill(?:s|ed)?|booked|dealt|struck|trades?\b|next(?! to\b)|(?:following|subsequent|ensuing|same) (?:trading )?(?:day|session|morning|bar|week|month)'s (?:\w+ )?(?:opening|closing|open|close|first|last)\b|acts? on (?:it|them|that|this|the signals?)\b|orders?|(?:entry|exit) prices?|signals? gets?|enter(?:s|ed)?(?! (?:the |its |into |this |any )*(?:calculation|formula|model|signal|rule|equation|picture|computation))|buys? at|sells? at|transact\w+|(?:tak(?:es?|ing)|gets?|getting|pays?|paying|accepts?) (?:the |that |whatever )(?:next )?(?:\w+'s )?(?:opening|closing|official)|(?:follow|after) the signal|(?:is|are|was) what (?:it|q{3,}|you|one) (?:pays?|gets?|receives?))\b"
)
_OF_OUTPUT = re.compile(
    r"\b(?:returned|came back with|gave back|yielded) (?:\w+ )?\d+ (?:rows|entries|lines|records|points|items|values)\b"
)
_PERIOD_END = re.compile(r"\b(?:week|month|quarter|year)[- ]end|\bend[- ]of[- ](?:the[- ])?(?:week|month|quarter)")
_TO_COME = re.compile(r"\b(?:next|following|subsequent|coming) $")
OUT_OF_SIGHT = re.compile(
    r"[^.,;:]{0,24}? (?:is|are|stays?|remains?|lies?|keeps?|goes|go) (?:\w+ly |quite |well )?(?:out of|outside|beyond|of no|none of|unread|unseen|unused|ignored|disregarded|not looked|not (?:read|seen|watched|weighed|heeded|followed|tracked|checked|counted))\b| (?:(?:is|are) )?(?:\w+ )?but (?:it |they )?(?:does|do|is|are)(?: not|n't) (?:use|read|look|consult|heed)"
)


def is_no_data(text: str, start: int, end: int, *, executed: bool) -> bool:
    """Whether the words are the moment of a trade ("the daily close") or what figures are measured on, not the data."""
    phrase = text[start:end]
    if _OF_OUTPUT.search(text) or MEASURED.search(text, max(start - 90, 0), start) or OFFERED.search(text[:start]):
        return True
    if _PERIOD_END.search(phrase) and (executed):
        return True  # when a decision falls
    if _TO_COME.search(text, 0, start):
        return True
    if executed and re.match(r"(?:closing|opening) (?:prices?|levels?|quotes?)\b", phrase):
        return True
    if not re.search(r"(?:close|open)$", phrase):
        return phrase.startswith("live") and "data" not in phrase
    return re.match(r"daily close|week|month|\w+day(?:'s)?\b|real|live", phrase) is not None or executed
