"""Universes with no bound, and those that whoever uses them chooses."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.holdings.universe_members import Universe

_OPEN = re.compile(
    r"\b(?P<list>(?:(?:no|without an?y?|not (?:tied|bound|limited|restricted|confined) to an?y?|n't (?:have|use|need|keep|name) an?y?|never (?:had|has) an?y?)) (?:(?:such |one |single |given |fixed |set |particular |specific |predefined |defined |stated |closed |definite |preset |permanent )*(?:list|universe|menu|basket|roster|set) of (?:[\w-]+ ){0,2}?(?:instruments?|assets?|tickers?|securities|markets?|names|symbols|stocks|funds|products|contracts|coins)|(?:fixed|predefined|closed|preset) (?:list|universe|menu|roster)))\b"
    r"|\b(?:any(?:thing)?(?: that(?: is|'s)?|thing)? (?:listed|liquid(?: enough)?|tradable|tradeable|quoted|that moves|with (?:enough|sufficient) (?:volume|liquidity|turnover))\b|whatever (?:is|happens to be|looks|seems)(?: the)?(?: most)? (?:liquid|cheap\w*|active\w*|popular|listed|hot)|(?:any|every) (?:asset class|market|exchange|country)(?: whatsoever| in the world| it likes| at all)?(?=[.,;!)]|$)"
    r"|(?:no|without(?: an?y?)?) (?:[\w-]+,? (?:or |and )?){0,4}(?:country|region|regional|geographic\w*|sector|asset[- ]class|market|exchange|universe)(?:,? (?:or|and) [\w-]+){0,2} (?:restrictions?|limits?|limitations?|constraints?|(?<!market )filters?|boundar(?:y|ies)))\b"
)
_TICKER = r"(?:ticker|symbol|asset|instrument|stock|security|fund|etf|market|share|name|index|underlying|coin)s?"
_USER = (
    r"(?:(?:the|each|every|any|a) )?(?:users?|you|reader|caller|client|customer|investor|whoever \w+ it|anyone|person)"
)
_LIKES = r"(?:likes?|wants?|chooses?|picks?|names?|cares? (?:for|about|to \w+)|fanc(?:y|ies)|prefers?|pleases?|enters?|types? in|supplies|supply|asks? for|selects?|wish(?:es)?)"
_CHOICE_OF_USER = re.compile(
    rf"\b(?:any|whatever|whichever|every|an arbitrary) (?:\w+ )?{_TICKER} (?:(?:that |which )?{_USER} (?:may |might |happens? to |can |could )?{_LIKES}|whatsoever|at all|of (?:your|the user's|one's) (?:own )?(?:choice|choosing|liking)|under the sun|on earth|in the world)"
    rf"|\b{_USER} (?:(?:can|may|is free to|are free to|must|has to|have to|gets to|get to|is asked to|alone|simply|decides? (?:on|upon)?|then) )*(?:tells? it|names?|chooses?|picks?|selects?|suppl(?:y|ies)|enters?|types? in|decides? on|specif(?:y|ies)|provides?|swaps?|inserts?) (?:the|a|an|any|one|which|what|another|some other|its|their own|your own|his own|whichever|whatever)(?: single| one| other)? (?:\w+ )?{_TICKER}\b(?! (?:price|list|symbol of))"
    rf"|\b(?:up|left) to (?:you|{_USER}) (?:which|what) (?:\w+ )?{_TICKER}\b|\b(?:works|runs|can be (?:run|used|put|applied|pointed|let loose)) (?:just as well |equally well |equally )?(?:on|at|with|for) (?:any|whichever|whatever|an arbitrary) (?:single |given |other |liquid )?{_TICKER}\b"
    rf"|\b(?:any|every) (?:(?:single|other|liquid|related|two|three|pair of|similar|listed) )*{_TICKER} (?:can|may|could) be (?:\w+ )?(?:traded|used|put|chosen|named|picked|entered|plugged|fed|run|substituted|tested|timed)\b"
)


def unbounded(text: str) -> Iterator[Stated]:
    """Where a passage says that there is no list, or that anything of a kind may be traded."""
    for match in _OPEN.finditer(text):
        yield Stated(
            start=match.start(),
            end=match.end(),
            value=Universe(open="list" if match["list"] else "kind"),
            asserted=True if match["list"] or match[0].startswith(("no ", "without")) else None,
        )


def choices_of_user(text: str) -> Iterator[Stated]:
    """Where a passage says that its user chooses what is traded."""
    for match in _CHOICE_OF_USER.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=Universe(choice=True))
