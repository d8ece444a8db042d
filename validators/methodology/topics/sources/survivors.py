"""Whether firms and funds that no longer exist are in the data."""

import re
from collections.abc import Iterator
from functools import lru_cache

from validators.methodology.claims import Stated
from validators.methodology.topics.sources.data_used import Source

_DEAD = r"(?:(?:delisted|dead|defunct|bankrupt|failed|vanished|extinct) (?:\w+ )?(?:compan(?:y|ies)|firms?|stocks?|shares|names?|funds?|securities|issuers|bonds|coins?|tickers|ones)|(?:companies|firms|issuers|stocks|shares|names|those|coins)(?: (?:that|which))?(?: (?:have|had|later|since|were|got|was|are|now|been))* (?:delist(?:ed)?|went (?:bust|bankrupt|under)|disappear(?:ed)?|vanish(?:ed)?|failed|died|dropped out)|delisting returns?|delistings|the dead)"
_DEFINES = re.compile(r"\b(?:means|is when|refers to|arises|would|could|might|if)\b")
_ANY_DEAD = re.compile(rf"\b{_DEAD}")
_OUT = r"(?:(?:not|n't|never|no longer) (?:\w+ )?(?:in|part|included|kept|among|there|covered|recorded|available|counted|found|to be found|retained|present)|without|missing|absent|exclud\w+|remov\w+|dropp?(?:ed|s)?|drop out|struck|delet\w+|left out|leav\w+ out|omit\w*|ignor\w+|vanish(?:es)?|disappears?|gone|lack\w*|unavailable|none of|no (?=delist|dead|final)|thrown out|purged|filtered out|weeded out)"
_KEEPS = r"(?:kept|keeps?|keeping|includ\w+|retain\w*|remain\w*|stays?|part of|in the (?:data|database|sample|file|set|history)|there|counted|covered|covers?|present|too|as well|available|recorded|contains?|has|have|with|added|among)"
_GONE = re.compile(
    rf"\b{_DEAD}(?:(?!\b(?:but|which)\b)[^.;:]){{0,40}}?(?:\b|(?=n't)){_OUT}\b|(?:\b|(?=n't)){_OUT}(?: (?:any|the|all|of|for|data|on))* {_DEAD}"
    r"|\b(?:only|just|solely|nothing but) (?:the )?(?:companies|firms|stocks|shares|names|funds|survivors)(?: (?:that|which))? ?(?:still (?:\w+ )?(?:trade|traded|listed|exist|alive)|(?:are )?alive|(?:have )?survived|today)?\b(?<=trade|isted|exist|alive|vived|today|raded|ivors)"
    r"|\b(?:suffers? from|has|have|carr(?:y|ies)|there is|expect|subject to|prone to|contains?) (?:(?:a|an|some|any|the|clear|strong|serious|mild) )*survivorship bias\b"
    r"|\bdelist(?:ed)?\b[^.;:]{0,50}\bno final return\b|\bvanish(?:es)? from the (?:sample|data) when they delist\b"
)
_KEPT = re.compile(
    rf"\b{_DEAD}(?:(?!\b(?:but|which)\b|n't\b)[^.;:]){{0,40}}?\b{_KEEPS}\b|\b{_KEEPS}(?: (?:the|all|of|for|data|on|even|also))* {_DEAD}"
    r"|\bsurvivorship[- ](?:bias[- ])?free\b|\b(?:no|without|free (?:of|from)|avoids?|prevents?) (?:any )?survivorship(?: bias)?\b"
)


def survivors_told(text: str) -> Iterator[Stated]:
    """Where a passage says that the data hold what has been delisted, or that they do not."""
    kept = _KEPT.search(text)
    gone = None if kept and "survivorship" in kept[0] else _GONE.search(text)
    if _DEFINES.search(text) or (gone and kept and not (gone.start() < kept.end() and kept.start() < gone.end())):
        return
    if found := gone or kept:
        yield Stated(start=found.start(), end=found.end(), value=Source(delisted=gone is None), asserted=True)


@lru_cache(maxsize=4096)
def keeps_delisted(told: str) -> bool | None:
    """Whether a document's words say that its data hold what has been delisted; None where they do not tell."""
    if not _ANY_DEAD.search(told) and "survivorship" not in told:
        return None
    told_so = next((bool(stated.value.delisted) for stated in survivors_told(told)), None)
    return True if told_so is None and "delisting returns" in told else told_so
