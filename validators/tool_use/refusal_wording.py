"""How an answer says that it will not or cannot answer, or that something is not there."""

import re
from collections.abc import Sequence

from validators.tool_use.result import own_figures, takes_a_number, words_taken

_NOT = r"(?:\s+not\b|n['’]t\b)"
_MODAL = rf"(?:can(?:not\b|{_NOT}|['’]t\b)|could{_NOT}|won['’]t\b|will\s+not\b|would{_NOT})"
_HERE = (
    r"(?:accessible|available|known|recorded|covered|included|listed|written|stated|documented|mentioned|disclosed|shared|provided|given|answered|"
    r"modell?ed|supported|possible|something|anything|part\s+of|among|within|in\s+(?:my|our|the|any|these)|mine|for\s+me|a\s+question|one\s+of|(?:an?|the)\s+(?:\w+\s+){0,2}(?:ticker|symbol|strategy|model|instrument|name|id|date|setting|value|tool|document)\b|on\s+(?:file|record)|"
    r"what\s+I|my\s+\w+)"
)
_SOURCE = (
    r"(?:documents?|documentation|tools?|data(?:set|base)?|sources?|backtests?|backtester|simulator|engine|search|records?|history|wiki|library|"
    r"system|results?|index|methodology|files?|feed|catalogue|platform|notes?|strategy|strategies|price\s+series)"
)
_THING = (
    rf"(?:{_SOURCE}|information|idea|knowledge|access|clue|insight|view|visibility|figures?|numbers?|prices?|quotes?|passages?|matches|hits|polic(?:y|ies)|"
    r"clauses?|entr(?:y|ies)|mention|references?|trace|hint|indication|evidence|way|means|basis|crystal\s+ball|forecasts?|predictions?|promises?|guarantees?|advice|recommendations?|answer|trades|trade|"
    r"positions?|holdings|signals?|such|one|runs?|opinion|comment|link|connection|line|authority|mandate|licen[cs]e|permission|account)"
)
_ABILITY = (
    rf"\b(?:I|we)\s+(?:\w+\s+){{0,2}}?{_MODAL}"
    r"|\b(?:I|we)(?:\s+(?:am|are)|['’]m|['’]re)\s+(?:\w+\s+)?(?:(?:not|un)\s?(?:able|qualified|connected|allowed|permitted|authori[sz]ed|in\s+a\s+position|going\s+to|willing|equipped|"
    r"designed|built|set\s+up|meant|here\s+to|the\s+(?:right\s+)?(?:one|place|person)|a\s+(?:lawyer|licen[cs]ed|tax|financial))|forbidden|prohibited|barred)"
    r"|\b(?:I|we)\s+(?:must|have\s+to|need\s+to|will|should)?\s*(?:respectfully\s+|politely\s+)?(?:decline|refuse|refrain|abstain|pass(?=\s+on\b|[.,;!]|\s*$))"
    r"|\b(?:I|we)(?:\s+do\s+not|\s+don['’]t|\s+never)\s+(?:\w+\s+)?(?:have|hold|keep|see|discuss|disclose|share|comment|give|offer|provide|make|know|do|speculate|predict|"
    r"forecast|recommend|deal|cover|place|handle|advise|answer|reveal)\b"
    r"|\b(?:I|we)(?:['’]ve)?\s+(?:have|see|find|found|got|hold|know|keep)\s+(?:nothing\b|neither\b|none\b|"
    rf"no\s+(?:[\w-]+\s+){{0,2}}{_THING}\b)"
    r"|\b(?:beyond|outside(?:\s+of)?)\s+(?:of\s+)?(?:my|our|what\s+(?:I|we|my|our|these|the)|the\s+(?:scope|range|(?:available\s+)?(?:data|history|records?|documents?))|these)\b|\bout\s+of\s+(?:my\s+)?(?:scope|reach)\b"
    r"|\bI\s+(?:\w+\s+)?lack\b|\bwhich\s+I\s+lack\b|\bI['’]d\s+rather\s+not\b|\bI\s+(?:would\s+)?prefer\s+not\b|\bno\s+comment\b|\bI\s+only\b"
    rf"|\b(?:is|are|was|were)(?:{_NOT})\s+(?:currently\s+)?(?:accessible|available|visible|known|open)\s+to\s+(?:me|us)\b"
    rf"|\b(?:information|figures?|data|methodology|details?|request|question|answer|that|this)\s+(?:(?:is|are)(?:{_NOT})\s+(?:currently\s+)?(?:available|something)|"
    rf"{_MODAL}\s+be\s+(?:disclosed|shared|given|provided|answered|discussed|revealed))\b"
    rf"|\b{_MODAL}\s+be\s+(?:read|told|seen|derived|inferred|known|foreseen|predicted|judged|deduced|learn(?:ed|t))\b"
    rf"|(?:^|[.!?,:;—–]\s*)(?:{_MODAL}|unable\s+to)\s+(?:\w+\s+)?(?:answer|help|trade|do|tell|say|show|give|share|run|comment|assist)\b"
    rf"|(?:^|[.!?]\s+)no\s+(?:\w+\s+)?{_THING}\b(?:\s+(?:is|are|was|were)\s+(?:\w+\s+)?(?:available|returned|found|accessible|given)\b|[.!?]|\s*$)|\b{_SOURCE}\s+(?:did|does|has){_NOT}\s+(?:\w+\s+)?(?:return|produce|yield|deliver)\w*\b"
    r"|\bget\s+back\s+to\s+you\b|\bneed\s+(?:\w+\s+){0,2}more\s+time\b|\bcheck\s+back\b"
    rf"|\brequests?\s+{_MODAL}\s+be\s+\w+ed\b|\bnot\s+something\s+(?:I|we)\b"
    r"|\b(?:that|this|it|they|rules?|details?|information)(?:['’](?:s|re)|\s+(?:is|are))\s+(?:\w+\s+)?(?:confidential|proprietary|private|secret)\b"
    r"|\bno\s+(?:answer|information|figures?|advice)\s+can\s+be\b|\b(?:am|are|is|be)\s+unable\b|['’]m\s+unable\b"
)
_NOT_THERE = (
    r"\bno\s+(?:telling|saying|knowing|joy|luck)\b|\bcrystal\s+ball\b|\b(?:be\s+guessing|a\s+guess|any(?:one|body)['’]s\s+guess)\b|\boff\s+limits\b|\bout\s+of\s+my\b|"
    r"\b(?:nobody|no\s+one)\s+(?:\w+\s+)?(?:can|could|knows?|has|does|did)\b|\bnot\s+for\s+me\s+to\b|\b(?:question|matter|one|job)\s+for\s+(?:a|an|your|the|someone|somebody)\b|\bleave\s+(?:that|this|it)\s+to\b|"
    r"\b(?:lies?|falls?|is|sits?)\s+(?:well\s+|far\s+)?(?:outside|beyond)\b|\b(?:un|with(?:out|hold)\w*\s+(?:an?\s+)?)answer(?:ed)?\b|\b(?:stick|keep)\s+to\s+(?:what|the|past|history|backtests?)\b|\bnot\s+mine\b|\b(?:isn|aren|wasn)['’]t\s+mine\b|"
    r"\binvisible\s+to\s+me\b|\b(?:I['’]m|I\s+am)\s+only\b|\bI\s+just\s+(?:report|analy\w+|look|read|run)\b|\b(?:this|the)\s+assistant\s+(?:do|is|can|will)\w*(?:\s+not|n['’]t)\b|"
    r"\bmy\s+(?:sources|tools|data|documents|records)\s+(?:\w+\s+)?(?:quiet|silent|only|end|stop|lack)\w*|(?:\bnot|n['’]t)\s+(?:\w+\s+){0,2}(?:in|within|among)\s+(?:our|my|the|any|these)\b|"
    r"\byou(?:['’]d|['’]ll|\s+would|\s+will|\s+should|\s+may|\s+might|\s+could)?\s+(?:have\s+to|need\s+to|want\s+to|better)?\s*(?:ask|consult|contact|check\s+with|turn\s+to)\b|"
    r"\b(?:none|neither|nothing|nobody|nowhere|no\s+one)\s+(?:I|we|in|on|of|to|came|turned|was|were|is|are|can|could|will|would|here|there|about|has|have|had|"
    r"knows?|nor|found|after|before|the|these|my|our|such|like|back|yet|available|recorded|known|stored|held)\b|\b(?:nothing|none|nobody|nowhere)[.!]"
    r"|(?:^|[.!?]\s+)not\s+(?:that\s+\w+\s+\w+|\w+(?:ed|own|iven|aid|ble))\b(?=\W)|\bnot\s+(?:an?|the|something|anything)\b[^.!?]{0,60}\bcan\b|\b(?:made|make|making)\s+(?:\w+\s+)?up\b|\binvent\w*\b"
    r"|\bread-only\b|\b(?:but|and)\s+not\s+(?:the|what|why|how|with|on|about|for|in)\b|\b(?:I\s+wish|if\s+only)\s+(?:I|we)\b|\brather\s+than\s+(?:here|me)\b|\bsteer\s+clear\b"
    r"|\b(?:white)?(?:papers?|documents?|handbook|pages?|wiki|notes?|texts?|chunks?|passages?|librar(?:y|ies)|tools?)\b[^.!?\n]{0,40}(?:n['’]t|\b(?:not|no|nothing|nobody|nowhere|never))\b"
    r"|\b(?:no|not\s+an?y?)\s+(?:\w+\s+){1,3}(?:given|named|listed|mentioned|stated|recorded|shown|found)\b|\b(?:guess|speculat)(?:ing|e)\b|\bbut\s+(?:can|could|do|will|would)(?:not|n['’]t|\s+not)\b"
    rf"|\bzero\s+{_THING}\b"
    rf"|\bno\s+(?:[\w-]+\s+){{0,2}}{_THING}\b"
    rf"|\b{_SOURCE}\s+(?:(?:here|itself|themselves)\s+)?(?:do|does|did|is|are|was|were|has|have|had|can|could|would|will){_NOT}"
    rf"|\b{_SOURCE}\s+(?:only|(?:is|are)\s+silent|lacks?\b|stops?\b|ends?\b|(?:look|go|reach)\w*\s+(?:only\s+)?backwards?)"
    rf"|\bsilent\s+on\b|\bguesswork\b|\bspeculation\b|\bunanswerable\b|\bconfidential\b|\bproprietary\b|\bprivate\b"
    rf"|\b(?:is|are|was|were|be|been|being|it['’]s|that['’]s|they['’]re)(?:{_NOT}|\s+never|\s+nothing)\s+(?:\w+\s+){{0,2}}?{_HERE}\b"
    rf"|\b(?:there|weren['’]t|wasn['’]t|isn['’]t|aren['’]t)\s+(?:(?:is|are|was|were)(?:{_NOT}|\s+no\b)|any\b)"
    rf"|{_MODAL}\s+be\s+(?!ignored|over(?:stated|looked)|denied|beaten|stopped|missed)(?:\w+ed|known|forecast|foreseen|told|backtested|given|said|done|found|seen)\b"
    r"|\b(?:do|does|did|has|have|had)(?:\s+not|n['’]t)\s+(?:\w+\s+)?(?:say|name|mention|state|record|cover|contain|include|exist|list|show|specify|hold|tell|seem|"
    r"reach|go\s+back|describe|address|give|offer|deal)\b"
    r"|\bdepends?\s+on\s+your\b|\b(?:decision|choice|call|judge?ment)\s+(?:is|that\s+is|['’]s)\s+(?:\w+\s+)?yours\b|\bup\s+to\s+you\b"
    r"|\b(?:ask|consult|see|contact|needs?|for|by|to|with)\s+(?:an?|your)\s+(?:\w+\s+){0,2}(?:advis[eo]rs?|lawyers?|accountants?|"
    r"attorneys?|brokers?|doctors?|physicians?|therapists?|professionals?|counsel|specialist)\b|\ba\s+(?:\w+\s+)?(?:lawyer|advis[eo]r|accountant|professional)\s+(?:would|could|can|will|should)\b"
    r"|\bimpossible\b|\bunavailable\b|\bunknown\b|\bunpredictable\b|\bunknowable\b|\bempty\b|\bnever\s+(?:went|made|took|held|had|traded|entered|opened|got)\b"
    r"|\b(?:can|could|will|would)\s+only\b|\blimited\s+to\b|\bonly\s+(?:cover|start|begin|has|have|hold|goes|go|offer|support|list|include|know|availab|analy)\w*\b"
)
_ASSURED = re.compile(
    r"\b(?:no|without|not\s+a|little|beyond|(?:don['’]t|not)\s+see)\s+(?:any\s+)?(?:doubt|question|hesitation|reason|worr\w+|risk|need|problem|red\s+flags?|surprises?|issues?|concerns?|"
    r"complaints?|drama)\b|\bno\s+\w+\s+(?:is\s+|are\s+)?(?:needed|required|necessary)\b",
    re.IGNORECASE,
)

_REFUSES = re.compile(_ABILITY, re.IGNORECASE)
_LACKS = re.compile(f"{_ABILITY}|{_NOT_THERE}", re.IGNORECASE)
_ASKS_WHICH = re.compile(r"\s+(?:\w+\s+){0,2}(?:which|what|whose|who|when)\b[^.!?\n]{0,40}\byou\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\b(?:but|however|instead|though|although|what\s+I\s+can|that\s+said|still|nevertheless)\b", re.IGNORECASE
)
_OPENING = 300
_SHARE = 4  # one word in so many that comes from a result shows that the result was told
# One of these is in whatever `_ABILITY` matches; looking for them first is ten times as fast.
_MARK = re.compile(
    r"not|n['’]t|nothing|never|none|neither|no |unable|declin|refus|refrain|abstain|pass on|get back|more time|check back|beyond|outside|out of|lack|only|forbid|prohibit|barred|confidential|proprietary|private|secret"
)


def refusal(answer: str, question: str, results: Sequence[str]) -> tuple[int, int] | None:
    """Where the answer opens with a refusal and leaves it at that; None where it does not, or tells something besides."""
    if not _MARK.search(answer[:_OPENING].lower()) or any(own_figures(answer, question)):
        return None
    found = [each for each in _REFUSES.finditer(answer, 0, _OPENING) if not _ASKS_WHICH.match(answer, each.end())]
    if not found or takes_a_number(answer, question, results):
        return None
    # "I'm sorry, but I can't": the last of the opening's phrases is the one that may be taken back.
    start, end = found[0].start(), found[-1].end()
    turn = _GOES_ON.search(answer, end)
    rest = answer[: _sentence_start(answer, start)] + answer[turn.end() if turn else _sentence_end(answer, end) :]
    _, own, taken = words_taken(rest, question, "\n".join(results).lower())
    return None if taken and taken * _SHARE >= own else (start, end)


def _sentence_start(answer: str, before: int) -> int:
    return max(answer.rfind(mark, 0, before) for mark in (". ", "! ", "? ", "\n")) + 1


def _sentence_end(answer: str, after: int) -> int:
    return min((at for mark in (". ", "! ", "? ", "\n") if (at := answer.find(mark, after)) >= 0), default=len(answer))


def admits(answer: str) -> bool:
    """Whether the answer says that something is refused, not known or not there."""
    return _LACKS.search(assured_aside(answer)) is not None


def assured_aside(answer: str) -> str:
    """The answer without what only sounds like a lack: "no doubt", "without any risk"."""
    return _ASSURED.sub(" ", answer)
