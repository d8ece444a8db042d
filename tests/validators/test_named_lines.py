"""Values under a line's name, spans and multiples of a strategy in plain words, charges in ticks, and parts that fitting never saw."""

import pytest

from tests.validators.described import described, found
from validators.methodology.check import Methodology

_FACTS = {
    "dunlin": {
        "lookback": "48 hours",
        "rebalance": "once a week, on Tuesdays",
        "data_source": "one-minute bars",
        "fee": "3 bps per side",
        "execution": "next day's open",
        "leverage": "constant 1.25x",
        "evaluation_split": "first 70% for training, last 30% for testing",
        "fitted_parameters": "300 boosted trees, fitted once",
    },
    "curlew": {
        "lookback": "40 days",
        "fee": "one tick per contract per side",
        "evaluation_split": "none",
        "fitted_parameters": "none",
    },
}


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Methodology:
    return described(tmp_path_factory.mktemp("documents"), _FACTS)


def _broken(check: Methodology, name: str, answer: str) -> set[str | None]:
    return {span.topic for finding in found(check, name, answer) for span in finding.evidence}


@pytest.mark.parametrize(
    ("topic", "label", "value"),
    [
        ("data_source", "Data interval", "30 min"),
        ("data_source", "Granularity", "daily"),
        ("lookback", "Observation period", "3 months"),
        ("lookback", "Length of the signal window", "20 days"),
        ("rebalance", "Review cycle", "annual"),
        ("rebalance", "Portfolio revision", "twice a year"),
        ("execution", "Entry", "closing auction"),
        ("leverage", "Maximum leverage", "2.5"),
        ("fee", "Trading costs (per side)", "12 bps"),
        ("evaluation_split", "Out-of-sample design", "half / half"),
        ("evaluation_split", "Validation", "train 60 / val 20 / test 20"),
    ],
)
def test_a_value_is_read_under_the_name_of_its_line(check: Methodology, topic: str, label: str, value: str) -> None:
    for line in (
        f"- **{label}:** {value}",
        f"{label} → {value}",
        f"| {label} | {value} |",
        f"| Item | Value |\n|---|---|\n| {label} | {value} |",
    ):
        assert _broken(check, "dunlin", line) == {topic}, line


@pytest.mark.parametrize(
    "line",
    [
        "- Training window: 3 years",
        "- Holding period: 5 days",
        "- Benchmark fee: 10 bps",
        "- Reporting frequency: monthly",
        "- Total costs: 3.2%",
        "- Data history: 15 years",
        "- Bar length: 60 seconds",
    ],
)
def test_another_thing_under_a_like_name_is_none(check: Methodology, line: str) -> None:
    assert _broken(check, "dunlin", line) == set()


@pytest.mark.parametrize(
    ("name", "topic", "answer"),
    [
        ("dunlin", "lookback", "It checks what each share was worth 30 days earlier, where it stood 30 days earlier."),
        ("dunlin", "rebalance", "Its weights are redone at three-week intervals."),
        ("dunlin", "leverage", "dunlin has a constant 4x."),
        ("dunlin", "leverage", "It never goes above 1x."),
        ("dunlin", "leverage", "Sizes are scaled to a volatility of 9% with a cap of 6x."),
        ("dunlin", "fitted_parameters", "There isn't a trained component in it."),
        ("curlew", "fee", "Half a tick is charged on each side."),
        ("curlew", "fee", "A fee of 8 bps is charged on each trade."),
        ("curlew", "evaluation_split", "It was judged on months that had never been used to choose the rule."),
        ("curlew", "evaluation_split", "The figures are for the test period only."),
    ],
)
def test_a_wrong_value_in_plain_words_is_found(check: Methodology, name: str, topic: str, answer: str) -> None:
    assert topic in _broken(check, name, answer)


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("dunlin", "It needed 310 days to climb back to where it had been."),
        ("dunlin", "It reads 60-second bars."),
        ("dunlin", "Its coefficients were found from the data."),
        ("dunlin", "It had a profit factor of 3x."),
        ("curlew", "Selling five contracts costs five ticks."),
        ("curlew", "A round trip costs two ticks, i.e. $25."),
    ],
)
def test_a_right_value_in_plain_words_is_accepted(check: Methodology, name: str, answer: str) -> None:
    assert _broken(check, name, answer) == set()
