"""Companies that are named, and not by their tickers."""

import re
from collections.abc import Iterable, Iterator

from data.methodology import MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.topics.holdings.leaving_out import standing
from validators.methodology.topics.holdings.symbol_glosses import told_of_holdings
from validators.methodology.topics.holdings.universe_members import Universe

_PROPER = r"(?P<{}>[A-Z][a-z][\w'&.]*(?:[ -](?:& )?[A-Z][\w'&.]*){{0,3}})"
_NO_PROPER = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturday|Sunday|The|This|That|It|Its|Treasur\w+|Bollinger\w*|Sharpe|Select|Standard|Europe\w*|America\w*|Asia\w*|Japan\w*|German\w*|Brit\w+|Chin\w+|French|Swiss|Nordic\w*|Canad\w+|Australia\w*|India\w*|London|New York|Tokyo|Frankfurt|Wall Street|Nasdaq|Russell|Dow|Bitcoin|Ether\w*|Eurodollar|Fed|Brent|Christmas|Easter|Kelly|Fama|Python|Yahoo|Bloomberg|Reuters)\b"
)
_OF_COMPANIES = re.compile(
    rf"\b(?:pairs?|pairing|trades?|buys?|sells?|shorts?|swaps?|matches|bets on|bets against|long|short|owns?|pits|plays|holds?|buying|selling|holding|between|invests in)(?: (?:up|off|only|just|shares of|shares in|stock of|the shares of|stock in|the stock of|both|the|against))* {_PROPER.format('a')}(?: (?:shares |stock )?(?:with|and|against|versus|vs|for|or|into) (?:the )?{_PROPER.format('b')})?"
    rf"|(?<=[a-z,] ){_PROPER.format('c')} (?:shares?|stock|common stock)\b"
)


def _companies(text: str, cased: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where a passage says that named companies are dealt in ("it pairs Visa with Mastercard")."""
    for match in _OF_COMPANIES.finditer(cased):
        found = [
            (match.start(group), match.end(group))
            for group in "abc"
            if match[group] and not _NO_PROPER.match(match[group])
        ]
        names = frozenset(text[start:end] for start, end in found if not text.startswith("qq", start))
        if names and not _OUTCOMES.search(text):
            yield found[0][0], found[-1][1], names


_OUTCOMES = re.compile(
    r"\b(?:returned|gained|lost|earned|made|bought|sold|fell|rose|drawdowns?)\b[^;]{0,60}?\d|\b(?:for example|e\.g|such as|say|like)\b"
)


def companies_dealt_in(text: str, cased: str) -> Iterator[Stated]:
    """The named companies that a passage says are dealt in."""
    for start, end, companies in _companies(text, cased):
        value = Universe(companies=companies)
        yield Stated(start=start, end=end, value=value, asserted=standing(text, start, end))


def are_unknown(companies: frozenset[str], fact: Universe, document: MethodologyDocument) -> bool:
    """Whether a document tells of one of the companies neither by a word of its name nor by a ticker."""
    told = told_of_holdings(document)
    return any(
        not any(word in told for word in re.findall(r"[a-z]{3,}", name)) and not _abbreviated(name, fact.tickers)
        for name in companies
    )


def _abbreviated(name: str, tickers: Iterable[str]) -> bool:
    """Whether one of the tickers is made of letters of a company's name, in order ("NVDA", "nvidia")."""
    for ticker in tickers:
        letters = iter(name)
        if all(letter in letters for letter in ticker.partition(".")[0].lower()):
            return True
    return False
