"""What is held, told by kind, place, size, rating, currency or contract, against documents in plain words."""

import pytest

from tests.validators.described import described, found
from validators.methodology.check import Methodology

_FACTS = {
    "finch": {"universe": "the 200 largest Nordic companies, banks and insurers excluded", "fee": "6 bps per side"},
    "wren": {
        "universe": "sterling investment-grade corporate bonds",
        "data_source": "month-end quotes, delisted issuers kept, and three-month deposit rates",
    },
    "siskin": {"universe": "the two nearest VSTOXX futures", "leverage": "at most 0.4x"},
    "linnet": {"universe": "Bitcoin and Ether, priced in US dollars", "leverage": "up to 3x"},
}


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Methodology:
    return described(tmp_path_factory.mktemp("documents"), _FACTS)


def _breaks(check: Methodology, name: str, answer: str) -> bool:
    return bool(found(check, name, answer))


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("finch", "Swedish and Danish large caps are among the names it can hold."),
        ("finch", "Insurers never make the list."),
        ("finch", "It doesn't buy small Nordic companies."),
        ("wren", "Junk bonds are kept out."),
        ("wren", "There are no foreign bonds in the portfolio."),
        ("wren", "Issuers that were delisted are included in the data."),
        ("siskin", "It deals in the front-month and the second-month contract."),
        ("linnet", "BTC/USD and ETH/USD are the pairs it trades."),
        ("linnet", "Solana never shows up in the basket."),
    ],
)
def test_what_agrees_in_other_words_passes(check: Methodology, name: str, answer: str) -> None:
    assert not _breaks(check, name, answer)


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("finch", "Banks aren't screened out of the pool."),
        ("finch", "Its portfolio is made of Spanish shares."),
        ("finch", "The 50 smallest Nordic companies make up the universe."),
        ("finch", "Trading costs haven't been deducted."),
        ("wren", "It covers government and corporate bonds."),
        ("wren", "The bonds are denominated in euros."),
        ("wren", "Issuers that were delisted are missing from the data."),
        ("wren", "The deposit rates in the data have a maturity of one year."),
        ("siskin", "It trades the fifth and sixth contracts."),
        ("siskin", "Notional reaches two times equity."),
        ("linnet", "Both coins are quoted against Tether."),
        ("linnet", "Any of the top 30 coins can be bought."),
        ("linnet", "Bitcoin is the only asset it holds."),
        ("linnet", "Exposure never goes beyond twice the equity."),
    ],
)
def test_another_market_is_found_by_its_kind(check: Methodology, name: str, answer: str) -> None:
    assert _breaks(check, name, answer)
