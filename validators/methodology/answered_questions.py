"""Yes/no questions with a reply: "Does it rebalance daily? It does not." claims what it asks, or denies it, as one statement."""

import re
from dataclasses import dataclass

from validators.methodology.replies import NO, YES

LONGEST = 110  # characters of a question whose reply is read with it
_BETWEEN = r"[ \"')\]*_:;,.!?-]{0,8}(?:(?:a|ans|answer|reply) ?[:.-][ *_]{0,3})?[\"'(*_]{0,3}"
_NOT_TOLD = r"(?! (?:only|just|merely|simply|necessarily|say|state|mention|tell|matter|specif|depend|clear|known|told|sure|certain|one\b|that i\b))"
_REPLY = re.compile(rf"{_BETWEEN}(?:(?P<no>{NO}){_NOT_TOLD}|(?:{YES}){_NOT_TOLD})")
_REPLY_ENDS = re.compile(
    r"(?:(?<!\bno)(?: (?:at all|so|that|this|quite|really|true|correct|right|the case|indeed|not|(?:in|for|by|with|under) (?:the |this |its )?[\w-]+)\b){1,3})?(?: ?[.,:;!*]| -|$)"
)
_NAMES_NONE = re.compile(r"[ \"')*_]+(?:none|nothing)\b")
_AUXILIARY = r"(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would|should|must|isn|aren|wasn|weren|doesn|don|didn|hasn|haven|couldn|wouldn)"
_DEALS = (
    r"(?:trade|re-?balance|charge|hold|read|buy|sell|fill|fit|train|tune|borrow|lever|deduct|split|look back|use)\b"
)
_OPENS = re.compile(
    rf"(?:^|[,:;(\"'>-] ?|\b(?:and|but|so|then|ask|asks|asked|really|first|why|how come) )(?P<auxiliary>{_AUXILIARY})(?P<negated>'t)? (?!(?:you|i|we)\b(?! {_DEALS})|(?:it|they|that)(?: not)?\W*$)"
)
_TAG = re.compile(rf", ?(?:{_AUXILIARY}(?:'t)? (?:it|they|that)(?: not)?|right|correct|true|no|yes|or not)(?=\W*$)")
_ASKS_SOMEBODY = re.compile(
    rf"(?:^|[,:;(\"'-] ?|\b(?:and|but|so) )(?:{_AUXILIARY}(?:'t)?|may|might|shall) (?:you|i|we)\b(?! {_DEALS})"
)
_ASKS_WHICH = re.compile(
    r"(?:^|[,:;(\"'>-] ?|\b(?:and|but|so|then|of) |^q ?: ?)(?:what|which|who|whose|whom|why|how|when|where|since when)\b"
)
_JUDGES = re.compile(
    r"\b(?:profit|beat|outperform|underperform|suffer|surviv|hurt|sensitiv|vulnerab|likely|enough|realistic|better|worse|best|risk|cheap|expensive|affordab|benefit|earn|lose|losing|worth|overfit|robust"
    r"|return|drawdown|sharpe|matter|affect|help|harm|explain|cause|common|usual|standard|normal|typical|typo|compar|same|similar|differ|sense|necessary|sufficient|reasonable|justified|safe|good|bad|high|low|more|less|fewer)\w*|\btoo\b(?! ?\?)"
)
_REACH = 80  # characters in which a reply ends
_STOPS = re.compile(r"[.!?;] |: (?!\")|\? ?|> |[:,] \"|(?:^|(?<= ))(?:\"|q ?: )")
_INDIRECT = re.compile(  # "you ask whether it rebalances daily."
    r"(?:^|(?<=[.;:?!] )|\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|know|question(?: is| was)?|as to|as for|doubt|unsure|not sure)(?: me| us)?,? )(?:whether|if) (?P<clause>[^.?!;:]{5,100})$"
)
_DEFINITE = re.compile(r"(?:the|its|this|that|these|those|such|your|q{3,}'s?) (?:[\w-]+ ){0,2}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredQuestion:
    """What a folded text asks at text[start:end], and whether the words after it say that it is so."""

    start: int
    end: int
    so: bool

    def holds(self, start: int, end: int) -> bool:
        return self.start <= start < end <= self.end

    def asks(self, text: str, start: int, end: int) -> bool:
        """Whether text[start:end] is part of what is asked, and not of what the question takes for granted or judges."""
        if not self.holds(start, end):
            return False
        asked = text[self.start : self.end]
        opening = _OPENS.search(asked)
        if opening is not None:
            begin = self.start + opening.end()
            if start < begin or _DEFINITE.fullmatch(text, begin, start):
                return False
        return not _JUDGES.search(text[self.start : start] + text[end : self.end])

    def plain(self, text: str) -> str:
        """`text` with no more than what is asked, in the same place; "isn't it …?" asks whether it is."""
        opening = _OPENS.search(text, self.start, self.end)
        asked = _TAG.sub("", text[: self.end].rstrip("?"))
        if opening is not None and opening["negated"]:
            asked = asked[: opening.end("auxiliary")] + " " * len("'t") + asked[opening.end("negated") :]
        return " " * self.start + asked[self.start :]


def is_reply(text: str, start: int = 0) -> bool:
    """Whether a folded text goes on from `start` with a reply."""
    return _REPLY.match(text, start) is not None


def is_answered(text: str, begin: int, mark: int, stop: int) -> bool:
    """Whether the words from `stop` on reply to the short question text[begin:mark], which may be an indirect one."""
    if mark - begin > LONGEST:
        return False
    if text[mark] != "?":
        return _indirect(text, begin, mark) is not None and opening_reply(text[stop : stop + _REACH].strip()) != ""
    if _ASKS_WHICH.search(text[begin:mark]):
        return False
    if not any(character.isdigit() for character in text[begin:mark]) and _NAMES_NONE.match(text, stop):
        return False  # "Any fee? None is charged." says so itself
    return is_reply(text, stop)


def _indirect(text: str, begin: int, mark: int) -> re.Match[str] | None:
    if text.find("whether", begin, mark) < 0 and text.find(" if ", begin, mark) < 0:
        return None
    return _INDIRECT.search(text, begin, mark)


def opening_reply(answer: str) -> str:
    """The reply that a folded answer begins with, where it says no more than that: "No, …", "It does not.", not "No fee …"."""
    reply = _REPLY.match(answer)
    ends = None if reply is None else _REPLY_ENDS.match(answer, reply.end())
    return answer[: ends.end()] if ends else ""


def answered_question(text: str) -> AnsweredQuestion | None:
    """The first question of a folded passage that is replied to in it."""
    begin = 0
    for stop in _STOPS.finditer(text):
        mark = stop.start()
        if stop[0][0] in "?.:" and is_answered(text, begin, mark, mark + 1):
            indirect = _indirect(text, begin, mark)
            asked = text[begin:mark]
            if indirect or not _ASKS_SOMEBODY.search(asked):
                reply = None if not indirect and _ASKS_WHICH.search(asked) else _REPLY.match(text, mark + 1)
                start = indirect.start("clause") if indirect else begin
                return AnsweredQuestion(start=start, end=mark + 1, so=reply is not None and not reply["no"])
        begin = stop.end()
    return None
