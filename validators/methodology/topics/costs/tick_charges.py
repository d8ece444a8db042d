"""Charges counted in the steps that a price moves by: ticks and pips."""

import re
from collections.abc import Iterator

from validators.methodology.topics.amounts import FRACTION, NUMBER, fraction, number
from validators.methodology.topics.costs.charge_basis import basis_of
from validators.methodology.topics.costs.charges import Fee

_STEP = (
    r"(?:(?:full|whole|single|minimum|price) )?(?P<step>tick|pip)s?\b(?!-by|[- ](?:data|size|value|sizes|level|chart))"
)
TICKS = re.compile(
    rf"(?<![\w.$€£/-])(?:(?P<part>{FRACTION})(?: of)?(?: an?| one)?|(?P<count>{NUMBER})|(?P<one>an?))[ -]{_STEP}"
)

STEP = re.compile(r"\b(?:ticks?|pips?)\b")


_MANY = re.compile(rf"(?<![\w.$€£])(?P<n>{NUMBER}) (?:\w+ )?(?:contracts|lots|futures)\b")


def contracts_in(text: str) -> float | None:
    """How many contracts a text tells the charge of, where they are several; a document's charge is for one."""
    many = _MANY.search(text)
    count = number(many["n"]) if many else None
    return count if count and count > 1 else None


def tick_charges(text: str) -> Iterator[tuple[int, int, Fee]]:
    """Every number of ticks or pips that a text names, as a charge on one contract."""
    contracts = contracts_in(text) or 1.0
    for match in TICKS.finditer(text):
        count = fraction(match["part"]) if match["part"] else number(match["count"]) if match["count"] else 1.0
        if count:
            basis = basis_of(text, match.start(), match.end())
            yield match.start(), match.end(), Fee(steps=count / contracts, step=match["step"], basis=basis)
