"""What a report says in short and explains in a legend: "MDD -18.8 … legend: MDD max drawdown in %", told in full."""

import re
from collections.abc import Mapping

from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS, inner_metric

_LEGEND = re.compile(
    r"(?im)^[ \t#*(\[-]{0,6}(?:legend|key|abbreviations|abbr\.?|glossary|where|columns|notes?)[ \t]{0,4}(?:[:=]|-{1,2}[ \t])[ \t]*"
)
_SHORT = r"[A-Z][A-Za-z\d_%]{0,9}"
_BEFORE_NUMBER = re.compile(rf"(?<![\w.])({_SHORT})(?=[ \t]{{0,8}}[:=]?[ \t]{{0,8}}[-+−(]?[$€£]?\d)")
_LINKS = r"(?:^|[;,.\n(]\s*|\s(?:and|&)\s|/)"
_STROKE = re.compile(r"(\w+)/(\w+)")
_UNIT = re.compile(r"\s*[,(]?\s*(?:all |both )?(?:in|as) (?:%|percent)\)?\s*$|\s*,\s*(?:both|all) vs\.? .{0,20}$")
_LONGEST = 60  # characters of what one means
_FEWEST = 3
_TWO = 2


def told_in_full(text: str) -> str:
    """The text with what its legend means for each short word that stands before a number; the same text where it has none."""
    legend = _LEGEND.search(text)
    if legend is None or "\n" not in text:
        return text
    above, below = text[: legend.start()], text[legend.end() :]
    meant = _meanings(below, {short[1] for short in _BEFORE_NUMBER.finditer(above)})
    if len(meant) < _FEWEST:
        return text
    return f"{_BEFORE_NUMBER.sub(lambda short: meant.get(short[1], short[1]), above)}{text[legend.start() :]}"


def _tells_metric(words: str) -> bool:
    metric = metric_of_key(words)
    return metric in METRICS or (metric is not None and inner_metric(metric) is not None)


def _meanings(legend: str, shorts: set[str]) -> Mapping[str, str]:
    """What each of the short words means; two joined by a stroke share what the legend says of both: "E0/E1 equity at start/end"."""
    if not shorts:
        return {}
    one = "|".join(sorted(map(re.escape, shorts), key=len, reverse=True))
    starts = list(re.finditer(rf"{_LINKS}((?:{one})(?:/(?:{one}))*)(?![\w/])[ \t]*[:=-]?[ \t]*", legend))
    found: dict[str, str] = {}
    for place, start in enumerate(starts):
        end = starts[place + 1].start() if place + 1 < len(starts) else len(legend)
        said = _UNIT.sub("", re.split(r"[;\n]", legend[start.end() : end], maxsplit=1)[0]).strip(" ,.")
        said = said if said.count("(") == said.count(")") else said.strip("()")
        keys = start[1].split("/")
        strokes = _STROKE.search(said)
        for number, key in enumerate(keys):
            told = said
            if strokes is not None and number < _TWO == len(keys):
                told = f"{said[: strokes.start()]}{strokes[number + 1]}{said[strokes.end() :]}"
            if len(told) <= _LONGEST and "|" not in told and _tells_metric(told):
                found[key] = told
    return found
