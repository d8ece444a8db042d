"""What a trade usually made or cost, told by how it came out: "when it was right it typically pocketed $210; when it was wrong it
gave up $95", "a good trade brought in 1.2% on average"."""

import re

from validators.numbers.quantity import Quantity

_BACK = 160  # characters before a number in which its sentence may tell it
_TYPICAL = re.compile(
    r"\b(?:typical(?:ly)?|on average|average[ds]?|averaging|usual(?:ly)?|normally|as a rule|tend(?:s|ed) to|in the mean|mean)\b",
    re.IGNORECASE,
)
_ONE = r"(?:trade|one|bet|deal|pick|call|position|ticket|round[- ]trip|idea|punt|hit)s?\b"
_WHEN = (
    r"\b(?:when(?:ever)?|if|where|(?:each|every) time|once|on (?:the )?(?:trades|days|occasions) (?:that|when|where)|those that)\b"
    r"(?:\s(?:it|they|a|an|the|one|that|trade|trades|rule|strategy|system|bot|model|position|positions|bets?|calls?|was|were|is|are|did|does|had|got|gets|has|proved|proves|turned|turns|out|came|comes|went|goes|things|indeed)\b){0,6}\s"
)
_WON = re.compile(
    rf"{_WHEN}(?:right|w[io]n|wins|worked|works|working|paid off|pays? off|good|well|correct|through|profitable|in (?:the )?(?:money|profit|black|green)|success\w*)\b"
    rf"|\b(?:good|winning|profitable|successful|lucky|green) {_ONE}|\bwinners?\b",
    re.IGNORECASE,
)
_LOST = re.compile(
    rf"{_WHEN}(?:wrong|lost|lose|loses|losing|failed|fails|bad|badly|sour|south|unprofitable|in the red|against it|not)\b"
    rf"|\b(?:bad|losing|unprofitable|unsuccessful|unlucky|failed|red|poor) {_ONE}|\blosers?\b",
    re.IGNORECASE,
)
_ANY = re.compile(  # "on a winning trade you make $210"
    rf"\b(?:on|with|for|from|in) (?:an?|each|every|any) (?:good|bad|winning|losing|profitable|unprofitable|successful|failed) {_ONE}|\b(?:on|with|for|from|in) (?:a|each|every|any) (?:winner|loser)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(  # "against 3.1% for losers"
    r"\s(?:for|on|from|by|with) (?:the |its |a |an |each |every )?(?:average |typical )?(?:winn|los|good|bad|profitable|unprofitable|successful)\w*(?: trades?| ones?| deals?)?\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s(?:of|win|hit|success|were|was)\b", re.IGNORECASE)  # a share of the trades
_CLAUSE = re.compile(r"[;:—]|,\s(?:and|but|while|whereas)\b|\s(?:while|whereas|but|against|versus|vs|than)\s")
_SENTENCE = re.compile(r"[.!?]\s|\n")
_EXTREME = re.compile(r"\b(?:best|worst|largest|biggest)\b", re.IGNORECASE)


def typical_trade(text: str, quantity: Quantity) -> str | None:
    """ "average_win" or "average_loss"; None where the words tell neither, or both."""
    if quantity.kind not in ("money", "percent") or _OF_THEM.match(text, quantity.end):
        return None
    sentence = _SENTENCE.split(text[max(0, quantity.start - _BACK) : quantity.start])[-1]
    behind = _SENTENCE.split(text[quantity.end : quantity.end + 24])[0]
    if (
        _TYPICAL.search(sentence) is None
        and _ANY.search(_CLAUSE.split(sentence)[-1]) is None
        and _TYPICAL.match(behind.lstrip(" ,")) is None
    ):
        return None
    if (beside := _BEHIND.match(text, quantity.end)) is not None:
        return "average_win" if _WON.search(beside.group()) else "average_loss"
    clauses = [clause for clause in _CLAUSE.split(sentence) if len(clause.strip()) > 1]
    clause = clauses[-1] if clauses else ""
    if _EXTREME.search(clause):
        return None
    won, lost = (max((match.end() for match in words.finditer(clause)), default=-1) for words in (_WON, _LOST))
    if won == lost:
        return None
    return "average_win" if won > lost else "average_loss"
