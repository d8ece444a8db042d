"""The summary of a fitted model as statsmodels and its kin print it: statistics in two columns of labels between rules, and tables with
a row for each term."""

import re
from collections.abc import Sequence
from typing import Any

_RULE = re.compile(r"[ ]*(?:={20,}|-{20,})[ ]*")
_WIDE = re.compile(r"[ ]{2,}")
_HEADS = re.compile(r"[ ]{4,}coef[ ]+std err[ ]+([tz])[ ]+P>\|[tz]\|[ ]+(.*\S)[ ]*")
_INTERVAL = re.compile(r"\[?[ ]*([-+\d.e]+)(?:,|[ ]{2,})[ ]*([-+\d.e]+)[ ]*\]?")
_VALUES = re.compile(
    r"([-+]?\d[\d.e+-]*)[ ]+([-+]?\d[\d.e+-]*)[ ]+([-+]?\d[\d.e+-]*)[ ]+([-+]?\d[\d.e+-]*)[ ]+(\[?.*\S)"
)
_PROBABILITY = re.compile(r"Prob ?\(([^()]{1,30})\).{0,12}")
_TESTS = {"JB": "Jarque-Bera", "Q": "Ljung-Box", "H": "Heteroskedasticity"}
_CONSTANTS = ("const", "Intercept")
_LABEL = re.compile(r"[A-Z][^:]{0,40}|HQIC")


def fit_summary(lines: Sequence[str]) -> dict[str, Any] | None:
    """The statistics by their labels, with {term: {"coefficient": …, "standard error": …}}; None for any other text."""
    heads = [place for place, line in enumerate(lines) if _HEADS.fullmatch(line)]
    if not heads or sum(_RULE.fullmatch(line) is not None for line in lines) < 3:
        return None
    record: dict[str, Any] = {}
    terms: dict[str, dict[str, str]] = {}
    statistic = None
    for line in lines:
        head = _HEADS.fullmatch(line)
        if head is not None or _RULE.fullmatch(line):
            statistic = head[1] if head is not None else statistic if set(line.strip()) == {"-"} else None
        elif statistic is not None and (term := _term(line, statistic)) is not None:
            terms[term[0]] = term[1]
        else:
            record |= _labelled(line)
    constant = next((terms.pop(name) for name in _CONSTANTS if name in terms), {})
    return (
        {**record, **{_of_alpha(key): value for key, value in constant.items()}, "coefficients": terms}
        if terms
        else None
    )


def _of_alpha(key: str) -> str:
    return "alpha" if key == "coefficient" else f"alpha_{key}"


def _term(line: str, statistic: str) -> tuple[str, dict[str, str]] | None:
    name, _, rest = line.strip().partition("  ")
    values = _VALUES.fullmatch(rest.strip())
    interval = _INTERVAL.fullmatch(values[5]) if values is not None else None
    if values is None or interval is None:
        return None
    coefficient, error, size, chance, _ = values.groups()
    return name, {
        "coefficient": coefficient, "standard_error": error, f"{statistic}_statistic": size, "p_value": chance,
        "ci_lower": interval[1], "ci_upper": interval[2],
    }  # fmt: skip


def _labelled(line: str) -> dict[str, str]:
    """The labels of a line with their values: "No. Observations:   520   AIC:   -4088."."""
    cells = [cell.removesuffix(":") for cell in _WIDE.split(line.strip())]
    if len(cells) not in (2, 4) or not all(map(_LABEL.fullmatch, cells[::2])):
        return {}
    return {_chance(label): value for label, value in zip(cells[::2], cells[1::2], strict=True)}


def _chance(label: str) -> str:
    """A label of a test's p-value with that name: "Prob(JB)"."""
    test = _PROBABILITY.fullmatch(label)
    return label if test is None else f"{_TESTS.get(test[1], test[1])} p_value"
