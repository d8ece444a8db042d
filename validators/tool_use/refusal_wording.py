"""How an answer says that it will not or cannot answer, that something failed or is not there, or that it must ask back."""

import re
from collections.abc import Sequence

from validators.tool_use.result import own_figures, words_taken

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
    r"clauses?|entr(?:y|ies)|mention|way|means|basis|crystal\s+ball|forecasts?|predictions?|promises?|guarantees?|advice|recommendations?|answer|trades|trade|"
    r"positions?|holdings|signals?|such|one|runs?|opinion|comment|link|connection|line|authority|mandate|licen[cs]e|permission|account)"
)
_ABILITY = (
    rf"\b(?:I|we)\s+(?:\w+\s+){{0,2}}?{_MODAL}"
    r"|\b(?:I|we)(?:\s+(?:am|are)|['’]m|['’]re)\s+(?:\w+\s+)?(?:(?:not|un)\s?(?:able|allowed|permitted|authori[sz]ed|in\s+a\s+position|going\s+to|willing|equipped|"
    r"designed|built|set\s+up|meant|here\s+to|the\s+(?:right\s+)?(?:one|place|person)|a\s+(?:lawyer|licen[cs]ed|tax|financial))|forbidden|prohibited|barred)"
    r"|\b(?:I|we)\s+(?:must|have\s+to|need\s+to|will|should)?\s*(?:respectfully\s+|politely\s+)?(?:decline|refuse|refrain|abstain|pass(?=\s+on\b|[.,;!]|\s*$))"
    r"|\b(?:I|we)(?:\s+do\s+not|\s+don['’]t|\s+never)\s+(?:\w+\s+)?(?:have|hold|keep|see|discuss|disclose|share|comment|give|offer|provide|make|know|do|speculate|predict|"
    r"forecast|recommend|deal|cover|place|handle|advise|answer|reveal)\b"
    r"|\b(?:I|we)\s+(?:have|see|find|found|got|hold|know|keep)\s+(?:nothing\b|neither\b|none\b|"
    rf"no\s+(?:[\w-]+\s+){{0,2}}{_THING}\b)"
    r"|\b(?:beyond|outside(?:\s+of)?)\s+(?:of\s+)?(?:my|our|what\s+(?:I|we|my|our|these|the)|the\s+(?:scope|range|(?:available\s+)?(?:data|history|records?|documents?))|these)\b|\bout\s+of\s+(?:my\s+)?(?:scope|reach)\b"
    r"|\bI\s+(?:\w+\s+)?lack\b|\bwhich\s+I\s+lack\b|\bI['’]d\s+rather\s+not\b|\bI\s+(?:would\s+)?prefer\s+not\b|\bno\s+comment\b|\bI\s+only\b"
    rf"|\b(?:is|are|was|were)(?:{_NOT})\s+(?:currently\s+)?(?:accessible|available|visible|known|open)\s+to\s+(?:me|us)\b"
    rf"|\b(?:information|figures?|data|methodology|details?|request|question|answer|that|this)\s+(?:(?:is|are)(?:{_NOT})\s+(?:currently\s+)?(?:available|something)|"
    rf"{_MODAL}\s+be\s+(?:disclosed|shared|given|provided|answered|discussed|revealed))\b"
    rf"|\b{_MODAL}\s+be\s+(?:read|told|seen|derived|inferred|known|foreseen|predicted|judged|deduced|learn(?:ed|t))\b"
    rf"|(?:^|[.!?,:;—–]\s*)(?:{_MODAL}|unable\s+to)\s+(?:\w+\s+)?(?:answer|help|trade|do|tell|say|show|give|share|run|comment|assist)\b"
    rf"|\brequests?\s+{_MODAL}\s+be\s+\w+ed\b|\bnot\s+something\s+(?:I|we)\b"
    r"|\bno\s+(?:answer|information|figures?|advice)\s+can\s+be\b|\b(?:am|are|is|be)\s+unable\b|['’]m\s+unable\b"
)
_NOT_THERE = (
    r"\bno\s+(?:telling|saying|knowing|joy|luck)\b|\bcrystal\s+ball\b|\b(?:be\s+guessing|a\s+guess|anyone['’]s\s+guess)\b|\boff\s+limits\b|\bout\s+of\s+my\b|"
    r"\b(?:nobody|no\s+one)\s+(?:\w+\s+)?(?:can|could|knows?|has)\b|\bnot\s+for\s+me\s+to\b|\b(?:question|matter|one|job)\s+for\s+(?:a|an|your|the|someone|somebody)\b|\bleave\s+(?:that|this|it)\s+to\b|"
    r"\b(?:lies?|falls?|is|sits?)\s+(?:well\s+|far\s+)?(?:outside|beyond)\b|\b(?:un|with(?:out|hold)\w*\s+(?:an?\s+)?)answer(?:ed)?\b|\b(?:stick|keep)\s+to\s+(?:what|the|past|history|backtests?)\b|\bnot\s+mine\b|\b(?:isn|aren|wasn)['’]t\s+mine\b|"
    r"\binvisible\s+to\s+me\b|\b(?:I['’]m|I\s+am)\s+only\b|\bI\s+just\s+(?:report|analy\w+|look|read|run)\b|\b(?:this|the)\s+assistant\s+(?:do|is|can|will)\w*(?:\s+not|n['’]t)\b|"
    r"\bmy\s+(?:sources|tools|data|documents|records)\s+(?:\w+\s+)?(?:quiet|silent|only|end|stop|lack)\w*|(?:\bnot|n['’]t)\s+(?:\w+\s+){0,2}(?:in|within|among)\s+(?:our|my|the|any|these)\b|"
    r"\byou(?:['’]d|['’]ll|\s+would|\s+will|\s+should|\s+may|\s+might|\s+could)?\s+(?:have\s+to|need\s+to|want\s+to|better)?\s*(?:ask|consult|contact|check\s+with|turn\s+to)\b|"
    r"\b(?:none|neither|nothing|nobody|nowhere|no\s+one)\s+(?:I|we|in|on|of|to|came|turned|was|were|is|are|can|could|will|would|here|there|about|has|have|had|"
    r"knows?|nor|found|after|before|the|these|my|our|such|like|back|yet|available|recorded|known|stored|held)\b|\b(?:nothing|none|nobody|nowhere)[.!]"
    rf"|\bzero\s+{_THING}\b"
    rf"|\bno\s+(?:[\w-]+\s+){{0,2}}{_THING}\b"
    rf"|\b{_SOURCE}\s+(?:(?:here|itself|themselves)\s+)?(?:do|does|did|is|are|was|were|has|have|had|can|could|would|will){_NOT}"
    rf"|\b{_SOURCE}\s+(?:only|(?:is|are)\s+silent|lacks?\b|stops?\b|ends?\b|(?:look|go|reach)\w*\s+(?:only\s+)?backwards?)"
    rf"|\bsilent\s+on\b|\bguesswork\b|\bspeculation\b|\bunanswerable\b|\bconfidential\b|\bproprietary\b|\bprivate\b"
    rf"|\b(?:is|are|was|were|be|been|being|it['’]s|that['’]s|they['’]re)(?:{_NOT}|\s+never|\s+nothing)\s+(?:\w+\s+){{0,2}}?{_HERE}\b"
    rf"|\b(?:there|weren['’]t|wasn['’]t|isn['’]t|aren['’]t)\s+(?:(?:is|are|was|were)(?:{_NOT}|\s+no\b)|any\b)"
    rf"|{_MODAL}\s+be\s+(?:known|predicted|forecast|foreseen|guaranteed|promised|backtested|told|answered|computed|determined|given|said|done|worked|"
    r"looked|found|calculated|tested|ruled)\b"
    r"|\b(?:do|does|did|has|have|had)(?:\s+not|n['’]t)\s+(?:\w+\s+)?(?:say|name|mention|state|record|cover|contain|include|exist|list|show|specify|hold|tell|seem|"
    r"reach|go\s+back|describe|address|give|offer|deal)\b"
    r"|\bdepends?\s+on\s+your\b|\b(?:decision|choice|call|judge?ment)\s+(?:is|that\s+is|['’]s)\s+(?:\w+\s+)?yours\b|\bup\s+to\s+you\b"
    r"|\b(?:ask|consult|see|speak\s+(?:to|with)|talk\s+to|contact|turn\s+to|check\s+with|needs?|for)\s+(?:an?|your)\s+(?:\w+\s+){0,2}(?:advis[eo]rs?|lawyers?|accountants?|"
    r"attorneys?|brokers?|professionals?|counsel|specialist)\b|\ba\s+(?:\w+\s+)?(?:lawyer|advis[eo]r|accountant|professional)\s+(?:would|could|can|will|should)\b"
    r"|\bimpossible\b|\bunavailable\b|\bunknown\b|\bunpredictable\b|\bunknowable\b|\bempty\b|\bnever\s+(?:went|made|took|held|had|traded|entered|opened|got)\b"
    r"|\b(?:can|could|will|would)\s+only\b|\blimited\s+to\b|\bonly\s+(?:cover|start|begin|has|have|hold|goes|go|offer|support|list|include|know|availab|analy)\w*\b"
)
_FAILED = (
    r"\b(?:errors?|fail(?:s|ed|ing|ure|ures)?|time[ds]?[ -]?out|time-?outs?|crash(?:ed|es)?|brok(?:e|en)\s+(?:down|off)|something\s+(?:broke|went\s+wrong)|went\s+wrong|"
    r"fell\s+over|gave\s+up|h[au]ng|stalled|choked|bounced|(?:was|got|were)\s+cut|lapsed|being\s+(?:serviced|updated|restarted|repaired|rebuilt|re-?indexed|migrated|upgraded|moved)|"
    r"\bdie[ds]\b|killed|retired|withdrawn|discontinued|404|(?:has|have|had)\s+no\s+(?:\w+\s+)?(?:page|text|figures?|numbers?)|(?:can(?:not|['’]t)|could(?:\s+not|n['’]t))\s+be\s+\w+ed|stopped\s+(?:with|at|short)|(?:nobody|no\s+one|nothing)\s+(?:\w+\s+)?(?:answer(?:ed|s)|replie[ds]|respond(?:ed|s)|ran|loaded|arrived)|out\s+of\s+reach|"
    r"(?:is|are|was|were)(?:n['’]t|\s+not)\s+among|slow\s+down|(?:open|unanswered)\s+for\s+now|may\s+not\s+(?:open|read|see|access|use)|"
    r"(?:not|\w+n['’]t)\s+(?:\w+\s+)?able\s+to|unable\s+to|(?:could|can)(?:\s*not|n['’]t)\s+(?:\w+\s+)?(?:run|open|reach|search|load|fetch|get|read|retrieve|finish|complete|compute|"
    r"access|pull|connect|describe|look)\b|(?:a|an|error|status|code)\s+[45]\d\d|(?:is|are|was|were|went|currently|just)\s+down|offline|outage|maintenance|unreachable|disconnected|lost\s+(?:contact|connection|the\s+connection)|"
    r"(?:dropped|refused|closed|reset)\s+the\s+connection|(?:rate|request)\s+limit|quota|allowance|used\s+up|too\s+many\s+requests|throttl\w+|"
    r"reject(?:ed|s|ion)|refus(?:ed|al|es)|denied|declined|turned\s+(?:\w+\s+)?(?:down|away|back)|not\s+(?:authori[sz]ed|permitted|allowed|accepted|recogni[sz]ed|supported)|"
    r"unauthori[sz]ed|forbidden|expired|locked\s+out|closed\s+to\s+me|out\s+of\s+(?:range|bounds|memory)|outside|beyond|delisted|"
    r"too\s+(?:short|long|early|late|few|little)|(?:not|n['’]t)\s+(?:\w+\s+)?enough|insufficient|missing|invalid|malformed|unsupported|unrecogni[sz]ed|"
    r"(?:service|server|system|tool|engine|search|index)\s+(?:is|was)\s+(?:\w+\s+)?busy|reversed|lacks?|problem|trouble|glitch|hiccup|stuck|interrupted|"
    r"(?:did|does|do|has|have|would|could|was|were|is)(?:\s+not|n['’]t)\s+(?:\w+\s+)?(?:run|ran|complete\w*|finish\w*|respond\w*|return\w*|answer\w*|work\w*|load\w*|come|"
    r"came|go|gone|recogni[sz]\w*|accept\w*|take|let|know|exist|find|found|trade|open|available|reachable|produce\w*|happen\w*|execut\w*|get|got|receive\w*|been|be)|"
    r"no\s+(?:[\w-]+\s+){0,2}(?:strategy|model|ticker|symbol|prices|data|results?|runs?|backtests?|history|access|answer|response|record|entry|document|file|index)|"
    r"nothing\s+(?:came|to\s+(?:show|report)|was|has|could)|(?:computed|returned|produced|got|holds?|received)\s+nothing|"
    r"(?:only|just)\s+\d+\s+\w+\s+(?:on\s+file|of)|(?:try|run|ask|come\s+back)\s+(?:\w+\s+){0,3}(?:again|later)|once\s+(?:it|the)\b)"
    r"|\bonly\s+(?:accept|allow|take|between|from|up\s+to)\w*"
)
_ASSURED = re.compile(
    r"\b(?:no|without|not\s+a|little|beyond)\s+(?:any\s+)?(?:doubt|question|hesitation|reason|worr\w+|risk|need|problem)\b",
    re.IGNORECASE,
)

_REFUSES = re.compile(_ABILITY, re.IGNORECASE)
_LACKS = re.compile(f"{_ABILITY}|{_NOT_THERE}", re.IGNORECASE)
_TELLS_FAILURE = re.compile(_FAILED, re.IGNORECASE)
_GOES_ON = re.compile(
    r"\b(?:but|however|instead|though|although|what\s+I\s+can|that\s+said|still|nevertheless)\b", re.IGNORECASE
)
_QUESTION = re.compile(
    r"\b(?:which|what|whose|when|where|who|better|how|or|do|did|are|is|should|shall|could|can|would|will)\b[^.!?\n]{0,200}\?",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"\b(?:please|kindly)\s+(?:\w+\s+)?(?:tell|give|specify|name|confirm|clarify|share|let|say|provide|choose|pick|state|send|add|include)\b"
    r"|\blet\s+me\s+know\s+(?:which|what|the|your|how|when)\b|\b(?:I|we)(?:\s+would|['’]d|['’]ll)?\s+(?:still\s+)?need\s+(?:the|a|to\s+know|your|you|more|at\s+least|both)\b"
    r"|\b(?:I|we)(?:['’]d|\s+would)\s+like\s+to\s+know\b|\bonce\s+(?:I|we)\s+know\b|\bbefore\s+(?:I|we)\s+(?:run|start|do|answer|can|go|look)\b"
    r"|(?:^|[.!,:;]\s+|\b(?:just|and|then|simply)\s+)(?:name|pick|choose|specify|say|state|tell|give|send|point)\s+(?:me\s+)?(?:a|an|the|your|which|one|what|both|either|to)\b"
    r"|\b(?:as\s+soon\s+as|the\s+moment|when|if)\s+(?:I|we|you)\s+(?:have|know|tell|give|send|name|let|say|pick|specify|choose)\b|\bdepends\s+on\s+(?:which|what|whether|how)\b"
    r"|\b(?:I|we)(?:['’]m|['’]re|\s+am|\s+are)\s+(?:missing|not\s+sure)\b|\b(?:which|what|who|whom|where)\b[^.!?]{0,60}\b(?:you\s+mean|you\s+have\s+in\s+mind|you\s+want|you['’]d\s+like|you['’]re\s+(?:after|thinking))\b"
    r"|\b(?:tell|give|send)\s+me\s+(?:which|what|the|your|a|how)\b|\bit(?:\s+is|['’]s)\s+(?:not\s+clear|unclear)\b",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    r"\b(?:else|more|further|help\w*|assist\w*|(?:do|would)\s+you\s+(?:like|want|care)\s+(?:me|an?|any|some|to\s+(?:see|know|hear|have))|shall\s+I|want\s+me)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\b(?:you|your|I|we|should|shall)\b", re.IGNORECASE)

_OPENING = 300
_SHARE = 4  # one word in so many that comes from a result shows that the result was told
# One of these is in whatever `_ABILITY` matches; looking for them first is ten times as fast.
_MARK = re.compile(
    r"not|n['’]t|nothing|never|none|neither|no |unable|declin|refus|refrain|abstain|pass on|beyond|outside|out of|lack|only|forbid|prohibit|barred"
)


def refusal(answer: str, question: str, results: Sequence[str]) -> tuple[int, int] | None:
    """Where the answer opens with a refusal and leaves it at that; None where it does not, or tells something besides."""
    if not _MARK.search(answer[:_OPENING].lower()) or any(own_figures(answer, question)):
        return None
    found = list(_REFUSES.finditer(answer, 0, _OPENING))
    if not found:
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
    return _LACKS.search(_ASSURED.sub(" ", answer)) is not None


def tells_failure(answer: str) -> bool:
    """Whether the answer says that something went wrong."""
    return _TELLS_FAILURE.search(_ASSURED.sub(" ", answer)) is not None


def asks_back(answer: str) -> bool:
    """Whether the answer asks for what it needs to know. An offer of more is no such question, nor one that the answer replies to."""
    if _REQUEST.search(answer):
        return True
    last = len(answer.rstrip())
    addressed = max((found.start() for found in _ADDRESSED.finditer(answer)), default=-1)
    return any(
        not _OFFERS.search(found.group()) and (found.end() == last or found.start() <= addressed)
        for found in _QUESTION.finditer(answer)
    )
