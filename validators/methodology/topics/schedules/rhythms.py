"""Whether a rhythm that no word for rebalancing stands by is how often a strategy does something."""

import re

from validators.methodology.clauses import clause_around
from validators.methodology.topics.schedules.rebalancing_words import TELLING

_DOER = re.compile(
    r"\b(?:it|q{3,}|they|we|nobody|nothing|everything|(?:the|its|each|a|an|all|both|new|his|her|our) (?:strategy|model|system|network|net|trees|forest|regression|rule|bands?|shares|pair|list|top \w+|bottom \w+|stake|spread|machine|algorithm|approach|method|trader|desk|ranker|sorter|carry|ladder|account|basket|book|sleeves?|mix|sort|sorting|money|capital|account|funds?|coins?|currenc(?:y|ies)|contracts?|stocks|sectors?|bonds|trio|three|two|four|five|six|ten|twenty|thirty|fifty|hundred)"
    r"|checks?|checked|check-?ups?|glance|comparisons?|forecasts?|rankings?|re-?rankings?|exposures?|weights?|names|winners|losers|leaders|laggards|legs|positions?|holdings?|portfolio|picks|picking|decisions?|decid\w+|choices?|choosing|revisions?|evaluation|evaluated|assessments?|inspections?|reviews?|resets?|sizes?|sizing|trading|trades?|buying|selling|purchases|sales|swaps?|swapping|switches|moves are|changes|changing|adjustments?|states?|regimes?|signals? (?:is|are|gets?|being)|votes?|rotations?|reshuffles?|turn\w* over|monitored|compared)\b"
)
_OTHER = re.compile(
    r"\d ?%|[$€£]\d|\b(?:learn\w*|study|studied|model review|governance|committee|mail\w*|letter|meet(?:s|ings?)?|club|desk|user|reader|client|you|review(?:ed|s)? by|risk|limits?|crash\w*|correlat\w+|window|history|past|since|ago|last|previous"
    r"|dividends?|expir\w+|deliver\w*|document\w*|page|factsheet|publish\w*|stops?|stop-?loss\w*|borrow\w*|accru\w*|tax\w*|audit\w*|invoice\w*|investors?|universe|eligib\w*|members?|membership|constituents?|index|indices|liquidity|screen\w*|parameters?|coefficients?|penalt\w+|hyper\w*|state of the art|performance|outcomes?|results|slippage|spreads?|vintage|earnings|filings?|accounts are|backup|server|software|code|bug\w*|version|seed|simulat\w+|bootstrap\w*|in-sample|season\w*|holidays?|hold(?:ing)? period|horizon|ahead|next|lost|earned|gained|profit\w*|paid|pays|charge\w*|costs?|fees?|report\w*|averages|takes? in|(?:third|half|quarter|fifth|tenth|most|some|few|many|dozens?|handful|part|\d+) (?:of (?:the|its|them) )?(?:names|stocks|funds|positions|holdings|coins)?|listed|shown|table|broken (?:out|down)|respective\w*|average|mean|per year|annuali[sz]ed|apart from|unlike|example)\b"
)
CLAUSE_END = re.compile(r"[,;:] |\b(?:and|but|while|whereas|though|although)\b")


def is_of_holdings(text: str, start: int, end: int) -> bool:
    """Whether a rhythm at text[start:end] is of what the strategy does, and no word of `TELLING` says what it is of."""
    if text.startswith(("intraday", "continuous", "real"), start) or "weekend" in text[start:end]:
        return False
    begin, stop = clause_around(text, start, end, CLAUSE_END)
    if not text[end:stop].strip(" .") and not text[begin:start].strip():  # "once a year, after christmas, …"
        if stop < len(text):
            _, stop = clause_around(text, stop + 1, stop + 1, CLAUSE_END)
        elif begin > 1:
            begin, _ = clause_around(text, begin - 2, begin - 2, CLAUSE_END)
    return (
        _DOER.search(text, begin, stop) is not None
        and _OTHER.search(text, begin, stop) is None
        and TELLING.search(text, begin, stop) is None
    )
