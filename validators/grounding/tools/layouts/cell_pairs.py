"""Pairs that are labels beside their numbers: "CAGR 12%  |  vol 9%", "98 trades, 61.4% won"."""

import re
from collections.abc import Mapping, Sequence

from validators.grounding.tools.layouts.equals_pairs import equals_pairs
from validators.grounding.tools.layouts.text_cells import FIGURE, WIDE, without_bullet
from validators.grounding.tools.place_metric import ALONE
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS, inner_metric, measure_of

_BARE = re.compile(r"[-+−(]{0,2}[$€£]?[-+−]?\d[\d,]*(?:\.\d+)?\)?[ ]?(?:%|bps|USD|EUR|days?|[dx])?")
_CELLS = re.compile(r"[ ]{2,}|\t|[ ]?[|;·•][ ]|,[ ](?=[A-Za-z]|[-+−]?\d[\d,]{0,12}(?:\.\d{1,6})?%?[ ][A-Za-z])")
PAIR = re.compile(
    r"([A-Za-z][A-Za-z .%_/&()-]{0,40}?)[ ]?[ :=][ ]?((?:[-+−(]?[$€£]?[-−]?\d)[\w.,%)−-]*(?:[ ](?:%|bps|USD|EUR|days?|years?))?)"
)
_SENTENCES = re.compile(
    r"(?<=[\w%)])\.[ ](?:(?:also|plus|further|furthermore|besides|moreover|then|in addition|additionally)\b[,:]?[ ])?|;[ ](?:and[ ])?|,[ ](?:and[ ])?|[ ]and[ ](?=[a-z])",
    re.IGNORECASE,
)  # between the pairs of a line that is told as prose
_NUMBER_FIRST = re.compile(
    r"([-+−]?\d[\d,]{0,12}(?:\.\d{1,6})?%?)[ ]([A-Za-z][A-Za-z ]{2,20})"
)  # "98 trades", "61.4% won"
# "CAGR 9.1% total 83.7% Sharpe 0.54": labels and numbers in turn, with no more than a blank between
_RUNNING = re.compile(
    r"([A-Za-z][A-Za-z ._/&-]{0,30}?)[ :=]{1,2}([-+−(]?[$€£]?[-−]?\d[\d,]{0,15}(?:\.\d{1,8})?\)?(?:[ ]?%|[ ](?:bps|USD|EUR|days?)\b)?)[,;]?(?:[ ]{1,4}|$)"
)
_DIGIT = re.compile(r"\d")
_LONGEST_LABEL = 4  # words: more are a sentence


def cell_pairs(line: str) -> dict[str, str]:
    """The pairs of a line of several: "CAGR 12%  |  vol 9%", "model=a asset=b"; {} where it holds fewer than two."""
    body = line.strip()
    pairs = equals_pairs(body)
    if len(pairs) > 1:
        return pairs
    pairs = _alternating(WIDE.split(body))
    if pairs:
        return pairs
    if not body[:1].isalnum():
        body = without_bullet(body)
    pairs = pairs_of(cells_of(body))
    if pairs:
        return pairs if 4 * sum(map(_tells_metric, pairs)) >= 3 * len(pairs) else {}
    pairs = running_pairs(body) if body[-1:].isdigit() or body[-1:] in "%)" else {}
    return pairs if _are_marked(pairs, body) or all(metric_of_key(key) in METRICS for key in pairs) else {}


def pairs_in_parts(body: str) -> dict[str, str]:
    """The pairs of a line that tells some in words and some with signs: "drawdown 19%, sharpe 0.4 | cagr=4% trades=97"."""
    parts = [part.strip() for part in body.split(" | ")]
    pairs = [equals_pairs(part) or pairs_of(cells_of(part)) or dict(filter(None, [_pair_of(part)])) for part in parts]
    return {label: value for each in pairs for label, value in each.items()} if len(parts) > 1 and all(pairs) else {}


def running_pairs(text: str) -> dict[str, str]:
    """The pairs of a line that is labels and numbers in turn, most of them of metrics that are known; {} for any other."""
    pairs: dict[str, str] = {}
    at = 0
    while at < len(text):
        match = _RUNNING.match(text, at)
        if match is None:
            return {}
        label = _label(match[1], match[2])
        if label in pairs:
            return {}
        pairs[label] = match[2]
        at = match.end()
    known = sum(metric_of_key(label) in METRICS for label in pairs)
    fewest = len(pairs) * (1 / 2 if _are_marked(pairs, text) else 2 / 3)
    return pairs if len(pairs) > 1 and known >= fewest else {}


def _are_marked(pairs: Mapping[str, str], text: str) -> bool:
    """Whether a colon stands between each label and its number."""
    return text.count(":") == len(pairs)


def pairs_in_sentences(body: str) -> dict[str, str]:
    """The pairs of a line that tells them in sentences: "trades 12, win rate 51%. Also volatility 9%; days to recover 40." A label may
    hold a comma; {} where a piece is no pair, where one comes again, or where few are of metrics that are known."""
    pairs: dict[str, str] = {}
    begun = ""
    for piece in _SENTENCES.split(body.rstrip(" .;")):
        begun = f"{begun} {piece.strip()}".strip()
        if not _DIGIT.search(begun):
            continue
        pair = _pair_of(begun)
        if pair is None or pair[0] in pairs:
            return {}
        pairs[pair[0]], begun = pair[1], ""
    known = sum(map(_tells_metric, pairs))
    return pairs if not begun and len(pairs) > 2 and 4 * known >= 3 * len(pairs) else {}


def _alternating(cells: Sequence[str]) -> dict[str, str]:
    """The pairs of cells that are labels and numbers in turn, most of them of metrics that are known; {} for any other."""
    labels, values = [cell.strip(" .:=") for cell in cells[::2]], cells[1::2]
    if len(values) < 2 or len(labels) != len(values) or len(set(labels)) < len(labels):
        return {}
    if not all(map(_BARE.fullmatch, values)) or any(map(FIGURE.match, labels)):
        return {}
    known = sum(metric_of_key(label) in METRICS for label in labels)
    return dict(zip(labels, values, strict=True)) if 2 * known >= len(labels) else {}


def cells_of(line: str) -> list[str]:
    """The cells of a line that blanks, bars, semicolons or commas before a label set apart."""
    return [cell.strip() for cell in _CELLS.split(line) if cell.strip()]


def pairs_of(cells: Sequence[str]) -> dict[str, str]:
    """The pairs that two or more cells are; {} where one of them is none."""
    told = [pair for cell in cells if (pair := _pair_of(cell)) is not None]
    return dict(told) if len(told) == len(cells) > 1 else {}


def is_pair(cell: str) -> bool:
    """Whether a cell is a metric's label with its number: "CAGR 12%"."""
    pair = _pair_of(cell.removesuffix("."))
    return pair is not None and _tells_metric(pair[0])


def _pair_of(cell: str) -> tuple[str, str] | None:
    """The label and the number of a cell: "CAGR 12%", "98 trades"."""
    found = PAIR.fullmatch(cell)
    if found is not None:
        return _label(found[1], found[2]), found[2]
    match = _NUMBER_FIRST.fullmatch(cell)
    if match is None:
        return None
    number, said = match.groups()
    if number.endswith("%"):
        said, wanted = f"{said} %", "share"
    else:
        wanted = "ratio" if "." in number else "count"
    return (said, number) if measure_of(metric_of_key(said)) == wanted else None


def _label(said: str, value: str) -> str:
    """A label as a key would have it: the "total" of a percentage is a return."""
    said = said.strip()
    return f"{said} return" if said.lower() == "total" and value.endswith("%") else said


def _tells_metric(label: str) -> bool:
    """Whether a label names a metric, be it by an adjective alone or among other words."""
    metric = metric_of_key(label)
    if metric in METRICS or metric in ALONE:
        return True
    return metric is not None and inner_metric(metric) is not None and len(label.split()) <= _LONGEST_LABEL
