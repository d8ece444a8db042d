"""How an answer says that it will not or cannot answer, and that something went wrong or is not there."""

import re

_NOT = r"(?:not|no|never|none|neither|nor|without|cannot|\w+n['’]t)"
_SAID = (
    r"(?:able|access|advice|advise|answer|available|back|begin|certain|compare|comput\w*|confirm|contain|cover\w*|data|"
    r"determin\w*|documents?|enough|exist\w*|find|forecast|found|give|guarantee|have|held|help|hold|includ\w*|know\w*|"
    r"listed|match\w*|offer\w*|possible|predict|provid\w*|reach|recogni[sz]\w*|recommend|records?|retriev\w*|run|"
    r"say|state\w*|such|suppl\w*|support\w*|tell|valid|verif\w*|within)"
)

_REFUSES = re.compile(
    r"\b(?:I|we)(?:\s+am|['’]m|\s+are|['’]re)\s+(?:sorry|afraid|unable|not\s+able)\b"
    r"|\b(?:I|we)\s+(?:simply\s+|really\s+)?(?:cannot|can\s+not|can['’]t|couldn['’]t|could\s+not|won['’]t|will\s+not|"
    r"am\s+not\s+going\s+to|must\s+decline|have\s+to\s+decline|decline)\b"
    r"|\b(?:I|we)\s+(?:do\s+not|don['’]t)\s+(?:currently\s+)?have\s+(?:\w+\s+){0,3}(?:access|data|information|figures?|records?)\b"
    r"|^(?:sorry|apologies|unfortunately)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(?:but|however|instead|though|although|what\s+I\s+can|that\s+said|still|nevertheless)\b", re.IGNORECASE
)
_ADMITS = re.compile(
    rf"\b{_NOT}\b[^.!?\n]{{0,80}}?\b{_SAID}\b"
    r"|\b(?:I|we)(?:\s+(?:do|will|would|could|am|are)\s+not|\s+(?:do|would|are)n['’]t|['’]m\s+not|\s+never)\b"
    r"|\b(?:errors?|fail(?:s|ed|ure)?|invalid|unknown|unable|unavailable|unsupported|unrecogni[sz]ed|impossible|missing|"
    r"outside|beyond|insufficient|rejected|refused?|decline[sd]?|sorry|unfortunately|out\s+of\s+(?:range|scope)|"
    r"too\s+(?:short|long|early|late|few|little)|cannot|can['’]t|couldn['’]t|won['’]t|problem|limited\s+to|lacks?|"
    r"only\s+(?:cover|start|begin|has|have|hold|goes|go|offer|support|list|include|know|availab)\w*)\b",
    re.IGNORECASE,
)

_OPENING = 300
# One of these is in whatever `_REFUSES` matches; looking for them first is ten times as fast.
_MARK = re.compile(r"not|n['’]t|sorry|afraid|unable|declin|apolog|unfort")


def refusal(answer: str) -> tuple[int, int] | None:
    """Where the answer opens with a refusal and leaves it at that; None where it does not, or goes on to something else."""
    opening = answer[:_OPENING].lower()
    if not _MARK.search(opening):
        return None
    found = list(_REFUSES.finditer(answer, 0, _OPENING))
    # "I'm sorry, but I can't": the last of the opening's phrases is the one that may be taken back.
    if not found or _GOES_ON.search(answer, found[-1].end()):
        return None
    return found[0].start(), found[-1].end()


def admits(answer: str) -> bool:
    """Whether anything in the answer says that something is refused, wrong, missing or out of reach."""
    return _ADMITS.search(answer) is not None
