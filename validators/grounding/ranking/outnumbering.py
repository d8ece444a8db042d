"""Whether a sentence says that there were more winning trades than losing ones, or fewer."""

import re

WON_AND_LOST = ("winning_trades", "losing_trades")

_ONES = r"(?:trades?|ones|positions|deals|bets|round trips)"
_TRADES = rf"(?: {_ONES})?"
_WON, _LOST = (
    rf"(?:winn(?:ers|ing{_TRADES})|wins|profitable{_TRADES}|good{_TRADES})",
    rf"(?:los(?:ers|ses|ing{_TRADES})|unprofitable{_TRADES}|bad{_TRADES})",
)
_WERE_WON = rf"{_ONES} (?:were |that |which |have )?(?:won|made money|gained|paid)"
_WERE_LOST = rf"{_ONES} (?:were |that |which |have )?lost"
_UP = r"outnumber(?:s|ed)?|exceed(?:s|ed)?|(?:are|were) more (?:numerous|common|frequent) than"
_DOWN = r"(?:are|were) (?:fewer|less (?:numerous|common|frequent)) than|(?:are|were) outnumbered by"
_SAYINGS = tuple(
    (way, re.compile(words, re.IGNORECASE))
    for way, words in (
        (1, rf"\b{_WON}\b[^.;,]{{0,20}} (?:{_UP})\b[^.;,]{{0,20}}\b{_LOST}\b|\bmore (?:{_WON}|{_WERE_WON})\b[^.;,]{{0,20}} than\b[^.;,]{{0,20}}\b(?:{_LOST}|lost)\b"),
        (1, rf"\b{_LOST}\b[^.;,]{{0,20}} (?:{_DOWN})\b[^.;,]{{0,20}}\b{_WON}\b|\b(?:fewer|less) (?:{_LOST}|{_WERE_LOST})\b[^.;,]{{0,20}} than\b[^.;,]{{0,20}}\b(?:{_WON}|won)\b"),
        (-1, rf"\b{_LOST}\b[^.;,]{{0,20}} (?:{_UP})\b[^.;,]{{0,20}}\b{_WON}\b|\bmore (?:{_LOST}|{_WERE_LOST})\b[^.;,]{{0,20}} than\b[^.;,]{{0,20}}\b(?:{_WON}|won)\b"),
        (-1, rf"\b{_WON}\b[^.;,]{{0,20}} (?:{_DOWN})\b[^.;,]{{0,20}}\b{_LOST}\b|\b(?:fewer|less) (?:{_WON}|{_WERE_WON})\b[^.;,]{{0,20}} than\b[^.;,]{{0,20}}\b(?:{_LOST}|lost)\b"),
    )
)  # fmt: skip
_OPEN = re.compile(r"\b(?:not|never|no|if|unless|whether|could|may|might|almost|nearly)\b|n['’]t\b|\?", re.IGNORECASE)


def outnumbering(text: str) -> str | None:
    """Which of `WON_AND_LOST` a sentence says that there are more of, None where it says neither."""
    said = {way for way, pattern in _SAYINGS if pattern.search(text)}
    if len(said) != 1 or _OPEN.search(text):
        return None
    return WON_AND_LOST[0 if said.pop() > 0 else 1]
