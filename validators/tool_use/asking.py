"""Whether an answer asks for what it needs to know."""

import re

from validators.tool_use.result import SENTENCES

_QUESTION = re.compile(
    r"\b(?:which|what|whose|when|where|who|whom|better|how|or|do|did|does|are|is|should|shall|could|can|would|will|right|correct|mean|meant)\b[^.!?\n]{0,200}\?",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"\b(?:please|kindly)\s+(?:\w+\s+)?(?:tell|give|specify|name|confirm|clarify|share|let|say|provide|choose|pick|state|send|add|include)\b|\bbe\s+(?:\w+\s+){0,3}(?:specific|precise)\b"
    r"|\b(?:an?|the|your|some|its|their|one|two|both)\s+[\w\s-]{1,40},\s+please\b|\b(?:will|would|['’]ll|['’]d)\s+(?:do|suffice|help|be\s+(?:helpful|useful|enough))(?=[.!,;]|$)|\b(?:is|are)\s+enough\b"
    r"|\blet\s+me\s+(?:know\s+(?:which|what|the|your|how|when|who)|have)\b|\b(?:I|we)(?:\s+would|['’]d|['’]ll|\s+will)?\s+(?:\w+\s+)?need\s+(?:the|an?|to\s+know|your|you|more|at\s+least|both|some)\b"
    r"|\b(?:I|we)(?:['’]d|\s+would)\s+like\s+to\s+know\b|\bonce\s+(?:I|we)\s+know\b|\bbefore\s+(?:I|we)\s+(?:run|start|do|answer|can|go|look)\b"
    r"|(?:^|[.!,:;]\s+|\b(?:just|and|then|simply)\s+)(?:name|pick|choose|specify|say|state|tell|give|send|point)\s+(?:me\s+)?(?:an?|the|your|which|one|what|both|either|to)\b"
    r"|\b(?:as\s+soon\s+as|the\s+moment|when|if)\s+(?:I|we|you)\s+(?:have|know|tell|give|send|name|let|say|pick|specify|choose|list)\b|\bdepends\s+on\s+(?:which|what|whether|how)\b"
    r"|\b(?:I|we)(?:['’]m|['’]re|\s+am|\s+are)\s+(?:missing|not\s+(?:sure|certain|clear))\b|\b(?:which|what|who|whom|where)\b[^.!?]{0,60}\b(?:you\s+mean|you\s+have\s+in\s+mind|you\s+want|you['’]d\s+like|you['’]re\s+(?:after|thinking|referring))\b"
    r"|\byou\s*(?:haven['’]t|have\s+not|didn['’]t|did\s+not)\s+(?:\w+\s+)?(?:told|tell|said|say|specif\w+|named?|given|give|mention\w*)\b"
    r"|\b(?:walk|take|talk|fill)\s+me\s+(?:through|in)\b|\b(?:tell|give|send)\s+me\s+(?:which|what|the|your|an?|how)\b|\bit(?:\s+is|['’]s)\s+(?:not\s+(?:\w+\s+)?(?:clear|obvious)|unclear)\b",
    re.IGNORECASE,
)
_OFFERS_MORE = re.compile(r"\b(?:else|more|further|help\w*|assist\w*)\b", re.IGNORECASE)
_PROPOSES = re.compile(
    r"\b(?:(?:do|would)\s+you\s+(?:like|want|care)\s+(?:me|an?|any|some|to\s+(?:see|know|hear|have))|shall\s+I|want\s+me)\b",
    re.IGNORECASE,
)
# Without a verb it asks for what is missing: "Of which strategy, and which crash?"
_ELLIPTIC = re.compile(
    r"(?![^?]{0,120}\b(?:do|does|did|is|are|was|were|has|have|will|makes?|drives?)\b)[^.!?\n]{0,120}\b(?:which|whose|what|whom|when)\b[^.!?\n]{0,120}\?",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"\b(?:which|what|whose|when|where|who|how)\b", re.IGNORECASE)
_ADDRESSED = re.compile(r"\b(?:you|your|I|we|should|shall)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:sure|of course|certainly|gladly|happy|glad|absolutely|ok(?:ay)?|sorry|hm+|good question|no problem|with pleasure|understood|got it|just)\b",
    re.IGNORECASE,
)


_REPLIES = re.compile(
    r"(?:yes|no|yep|nope|very|quite|not (?:really|very|particularly))\b(?!,? (?:problem|worries|of course|sure|certainly|gladly|happily|absolutely|please|I can|I could|happy|but))",
    re.IGNORECASE,
)


def asks_back(answer: str) -> bool:
    """Whether the answer asks for what it needs to know. An offer of more is no such question, nor one that the answer replies to;
    a proposal is one where the answer says nothing beside it."""
    if _REPLIES.match(answer):
        return False
    if _REQUEST.search(answer) or _ELLIPTIC.match(answer):
        return True
    asked = [each for each in SENTENCES.split(answer.strip()) if not _OPENS.match(each) or each.endswith("?")]
    if asked and all(each.endswith("?") for each in asked) and not all(map(_OFFERS_MORE.search, asked)):
        return True
    last = len(answer.rstrip())
    addressed = max((found.start() for found in _ADDRESSED.finditer(answer)), default=-1)
    return any(
        not _is_offer(found.group()) and (found.end() == last or found.start() <= addressed)
        for found in _QUESTION.finditer(answer)
    )


def _is_offer(question: str) -> bool:
    proposes = _PROPOSES.search(question)
    return _OFFERS_MORE.search(question) is not None or (
        proposes is not None and not _CHOICE.search(question, 0, proposes.start())
    )
