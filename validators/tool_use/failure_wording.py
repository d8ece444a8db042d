"""How an answer says that something went wrong."""

import re

from validators.tool_use.refusal_wording import assured_aside
from validators.tool_use.result import words_taken

_FAILED = (
    r"\b(?:(?<!tracking )(?<!standard )(?<!squared )(?<!forecast )errors?(?!\s+(?:on|of|terms?|bars?|rates?|measures?)\b)|out\s+of\s+order|(?:not|n['’]t)\s+(?:yet\s+)?ready|fail(?:s|ed|ing|ure|ures)?|time[ds]?[ -]?out|time-?outs?|crash(?:ed|es)|brok(?:e|en)\s+(?:down|off)|something\s+(?:broke|went\s+wrong)|went\s+wrong|"
    r"fell\s+over|gave\s+up|h[au]ng|stalled|choked|bounced|(?:was|got|were)\s+cut|lapsed|being\s+(?:\w+(?:ed|en)|rebuilt)|exceptions?|locked|"
    r"\bdie[ds]\b|killed|retired|withdrawn|discontinued|404|(?:has|have|had)\s+no\s+(?:\w+\s+)?(?:page|text|figures?|numbers?)|(?:can(?:not|['’]t)|could(?:\s+not|n['’]t))\s+be\s+\w+ed|stopped\s+(?:with|at|short)|(?:nobody|no\s+one|nothing)\s+(?:\w+\s+)?(?:answer(?:ed|s)|replie[ds]|respond(?:ed|s)|ran|loaded|arrived)|out\s+of\s+reach|"
    r"(?:is|are|was|were)(?:n['’]t|\s+not)\s+among|slow\s+down|(?:open|unanswered)\s+for\s+now|may\s+not\s+(?:open|read|see|access|use)|"
    r"(?:not|\w+n['’]t)\s+(?:\w+\s+)?able\s+to|unable\s+to|(?:could|can)(?:\s*not|n['’]t)\s+(?:\w+\s+)?(?:run|open|reach|search|load|fetch|get|read|retrieve|finish|complete|compute|"
    r"access|pull|connect|describe|look)\b|(?:a|an|error|status|code)\s+[45]\d\d|(?:is|are|was|were|went|currently|just)\s+down|offline|outage|maintenance|unreachable|disconnected|lost\s+(?:contact|connection|the\s+connection)|"
    r"(?:dropped|refused|closed|reset)\s+the\s+connection|(?:rate|request)\s+limit|quota|allowance|used\s+up|too\s+many\s+requests|throttl\w+|"
    r"reject(?:ed|s|ion)|refus(?:ed|al|es)|denied|declined|turned\s+(?:\w+\s+)?(?:down|away|back)|not\s+(?:authori[sz]ed|permitted|allowed|accepted|recogni[sz]ed|supported)|"
    r"unauthori[sz]ed|forbidden|expired|(?:logged|signed|shut|run|ran|running)\s+out|closed\s+to\s+me|out\s+of\s+(?:range|bounds|memory)|outside|beyond|delisted|"
    r"too\s+(?:short|long|early|late|few|little|large|big|many|much|heavy)|(?:not|n['’]t)\s+(?:\w+\s+)?enough|insufficient|missing|invalid|malformed|unsupported|unrecogni[sz]ed|"
    r"(?:service|server|system|tool|engine|search|index)\s+(?:is|was)\s+(?:\w+\s+)?busy|reversed|lacks?|problem|trouble|glitch|hiccup|stuck|interrupted|"
    r"(?:did|does|do|has|have|would|could|was|were|is|are)(?:\s+not|n['’]t)\s+(?:\w+\s+)?(?:run|ran|complete\w*|finish\w*|respond\w*|return\w*|answer\w*|work\w*|load\w*|come|"
    r"came|go|gone|recogni[sz]\w*|accept\w*|take|let|know|exist|find|found|trade|open|available|reachable|produce\w*|happen\w*|execut\w*|get|got|receive\w*|been|be)|"
    r"no\s+(?:[\w-]+\s+){0,2}(?:strategy|model|ticker|symbol|prices|data|results?|runs?|backtests?|history|access|answer|response|record|entry|document|file|index|page|column|field|table|series|symbol)|"
    r"nothing\s+(?:came|to\s+(?:show|report)|was|has|could)|(?:computed|returned|produced|got|holds?|received)\s+nothing|"
    r"(?:only|just)\s+\d+\s+\w+\s+(?:on\s+file|of)|(?:try|run|ask|come\s+back)\s+(?:\w+\s+){0,3}(?:again|later)|once\s+(?:it|the)\b)"
    r"|\b(?:limit|maximum|cap|ceiling)\s+(?:is|of|for|on|there)\b|\bmore\s+than\s+(?:the|it|this)\s+(?:\w+\s+)?(?:takes?|accepts?|allows?)\b|\bonly\s+(?:accept|allow|take|between|from|up\s+to)\w*"
)
_TOOL = (
    r"(?:tools?|engine|service|servers?|search|quer(?:y|ies)|requests?|calls?|downloads?|script|workers?|jobs?|api|database|warehouse|index|files?|feed|source|provider|"
    r"vendor|endpoint|gateway|connection|table|store|token|session|login|process|parser|simulator|backtester)"
)
_NO = r"(?:not|no|never|nothing|nobody|without|unable|neither|barely)\b|n['’]t\b"
# Said of oneself or of a tool, a denial is of the work: "I didn't get through", "the query never reached it".
_DENIED = (
    rf"\b(?:I|we)(?:['’]\w+)?\s+(?:\w+\s+){{0,2}}?(?:not|never|unable|\w+n['’]t|(?:have|had|got|get|find|found|received)\s+(?:\w+\s+)?(?:no|nothing))\b"
    rf"|\b{_TOOL}\b[^.!?;\n\d]{{0,60}}?(?:\b{_NO})"
)
_TELLS_FAILURE = re.compile(f"{_FAILED}|{_DENIED}", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_NO_SUCH = re.compile(
    r"(?:(?:^|[,;:—–-]\s*|\b(?:so|hence|thus|therefore|and|have|has|got|get|with)\s+)no|\bwithout(?: an?| any)?) (?:[\w-]+ ){0,2}?(\w{3,})"
    r"|\bno (?:[\w-]+ ){0,2}?(\w{3,})(?= (?:[\w-]+ )?(?:yet|for now|at (?:the|this) moment|so far|to (?:show|report|give|quote|offer)))",
    re.IGNORECASE,
)
# What is still to be done has not been done.
_TO_DO = re.compile(
    r"\b(?:(?:I|we)(?:['’](?:ll|d)|\s+will|\s+would)?\s+(?:\w+\s+)?(?:need|have\s+to|must|rather)|you(?:['’](?:ll|d)|\s+will|\s+would|\s+may|\s+might)?\s+need)\b"
    r"|\b(?:I|we)(?:['’]ll|\s+will)\s+(?:\w+\s+)?(?:check|retry|try|have|query|re-?run|re-?do|look|wait|fetch|be\s+able)\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(rf"\b{_NO}", re.IGNORECASE)
_FEW = 2


def tells_failure(answer: str) -> bool:
    """Whether the answer says that something went wrong."""
    return _TELLS_FAILURE.search(assured_aside(answer)) is not None


def tells_error(sentence: str, question: str, error: str) -> bool:
    """Whether a sentence says what the error says (a denial in fewer words), or that what was asked for is missing."""
    asked = set(_WORD.findall(question.lower()))
    return words_taken(sentence, question, error.lower())[2] >= (1 if _DENIAL.search(sentence) else _FEW) or any(
        (found[1] or found[2]).lower() in asked for found in _NO_SUCH.finditer(sentence)
    )


def defers(answer: str) -> bool:
    """Whether the answer says what must be done before it can answer."""
    return _TO_DO.search(answer) is not None
