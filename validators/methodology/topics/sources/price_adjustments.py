"""Whether prices are adjusted for splits and dividends."""

import re
from collections.abc import Iterator
from functools import lru_cache

from validators.methodology.claims import Stated
from validators.methodology.topics.sources.data_used import Source

UNADJUSTED = re.compile(
    r"\b(?:un-?adjusted|non-adjusted|raw(?! (?:material|input))|as-traded|nominal)[ -](?:\w+[ -]){0,3}?(?:clos\w+|prices?|data|bars?"
    r"|quotes?|series|opens?)\b|\b(?:clos(?:es|ing prices?)|prices?|data|bars?|series)(?: \w+){0,3}? (?:is|are"
    r"|was|were|remain|left|stay|being|left entirely)? ?(?:un-?adjusted|raw\b(?! (?:material|input)))|\b(?:not|never|isn't|aren't"
    r"|without(?: any| an)?|no|lacks?|ignor\w+|neither) (?:(?!but |yet )\w+ ){0,2}?adjust(?:ed|ment|ments|ing)?(?: (?:is|was"
    r"|are) (?:made|applied))?(?: for)?(?= ?(?:(?:corporate|splits?|dividends?|either|stock|any|the|cash)\b|[.,;]"
    r"|$))"
    r"|\b(?:prices?|closes|quotes|series|bars|data) (?:are|is|were|was|stay|stays|remain|come|comes) (?:\w+ )?(?:left |taken |used |kept |shown )?(?:just |exactly )?as (?:they (?:were|are) |it was |originally |first )?(?:printed|traded|quoted|recorded|dealt)\b"
    r"|\b(?:clos(?:es|ing prices?)|prices?|series|returns) (?:\w+ )?(?:leaves? out|excludes?|omits?|ignores?|(?:do|does)(?: not|n't) include) (?:the |all |any )?(?:dividends|distributions)\b"
    r"|\b(?:stock )?splits (?:is|are|were|was)(?: not|n't) (?:accounted for|corrected for|adjusted for|reflected)\b"
    r"|\b(?:does|do)(?: not|n't) adjust\b|\b(?:dividends?|distributions?) (?:is|are|were|was)(?: not|n't) (?:counted|included|reinvested"
    r"|adjusted|added|reflected|accounted"
    r"|part)\b|\b(?:exclud\w+|ignor\w+|without(?: any)?) (?:splits? and )?dividends\b(?! in)"
    r"|\bdividends (?:and splits )?are (?:excluded|ignored|left out)|\b(?:dividends?|distributions?)(?: paid(?: by \w+ \w+)?| of \w+ \w+)? (?:and \w+ )?(?:(?:have|has) been|are|is|were) (?:\w+ly |all )?(?:left out|ignored|removed|stripped|excluded|disregarded|forgotten|not (?:counted|put back|reflected)|missing|dropped)\b|\bdividends? (?:do(?:es)?(?:n't| not)|never) (?:\w+ )?(?:enter|count|go into|figure|show up in|appear in)(?: (?:the|its) (?:prices?|closes|series))?\b|\bun-?adjusted\b|\bprice returns\b|\bprice[- ]only (?:returns|levels|prices|(?:index )?levels|index"
    r"|series|closes|data)\b"
)
_ADJUSTED = re.compile(
    r"(?<!un)(?<!un-)(?<!not )(?<!non-)\b(?:split-? ?(?:and|/|&)? ?(?:dividend)?-?)?(?:fully |dividend-|back-?"
    r"|total-return )?adjusted[ -](?:\w+[ -]){0,2}?(?:clos\w+|prices?|data|bars?|series|opens?)|\b(?:clos(?:es"
    r"|ing prices?)|prices?|data|bars?|series)(?: \w+){0,3}? (?:is|are|was|were) (?:fully |\w+ly )?adjusted\b"
    r"|\b(?:raw|un-?adjusted|nominal|as-traded),? but (?:rather )?(?:\w+ly )?adjusted\b|\b(?:adjusted|corrected|cleaned) for (?:stock )?(?:splits?|dividends?|corporate actions)|\btotal[- ]return (?:series|prices?"
    r"|data|closes|index levels)"
    r"|\bdividends? (?:is|are|were|was) (?:\w+ ly )?(?:folded|added|put|worked|included|rolled|built|reinvested|credited) (?:back )?(?:in|into|to) (?:the |its )?(?:prices?|series|closes|quotes|levels|index)\b"
)
_PLAINLY_RAW = re.compile(r"(?:un-?adjusted|non-adjusted|raw|as-traded|nominal)\b")
_ADJUSTED_PROSE = re.compile(
    r"(?<!not )(?<!un)\badjusted for (?:stock )?(?:splits?|dividends?|corporate)|\b(?:split|dividend)-adjusted\b|\bdividends (?:and \w+ )?(?:are )?(?:put|added|folded) (?:back )?in\b"
)


def adjustments_told(text: str, told: list[tuple[int, int]]) -> Iterator[Stated]:
    """Whether prices are adjusted; outside what is `told` already."""
    for match in UNADJUSTED.finditer(text):
        doubled = re.search(
            r"\b(?:not|never|no|n't|rather than|instead of|than) (?:\w+ ){0,2}$",
            text[max(match.start() - 30, 0) : match.start()],
        )
        yield Stated(
            start=match.start(),
            end=match.end(),
            value=Source(adjusted=False),
            asserted=False if doubled else None if _PLAINLY_RAW.match(match[0]) else True,
        )
    for match in _ADJUSTED.finditer(text):
        if not any(begin <= match.start() < stop for begin, stop in told):
            contrasted = True if " but " in match[0] else None
            yield Stated(start=match.start(), end=match.end(), value=Source(adjusted=True), asserted=contrasted)


@lru_cache(maxsize=4096)
def adjustment_in(told: str) -> bool | None:
    """Whether a document's prose says that its prices are adjusted, or that they are not; None where it says neither or both."""
    adjusted, raw = _ADJUSTED_PROSE.search(told) is not None, UNADJUSTED.search(told) is not None
    return None if adjusted == raw else adjusted
