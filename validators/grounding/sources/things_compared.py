"""How many things an answer says are compared: "of the 5 strategies tested", "averaged over all 3 tickers"."""

import re

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.number import KEYED

_THINGS = (
    r"strateg(?:y|ies)|models?|runs?|(?:back)?tests?|tickers?|symbols?|names?|stocks?|shares|assets?|instruments?|markets?|pairs?|funds?|etfs?|indices|indexes|portfolios?|books?|sleeves?|systems?"
    r"|signals?|variants?|versions?|settings?|values?|levels?|configurations?|combinations?|candidates?|contenders?|sectors?|regimes?|folds?|windows?|periods?|scenarios?|cases|rows|entries"
)
_BEFORE = re.compile(
    r"\b(?:(?:compar|(?:back-?)?test|evaluat|check|cover|rank|review|analy[sz]|pull|return|list|tri|ran)(?:e?d|ing|s|es)?|ran|runs?|tried|looked at|of|over|across|among|amongst|between|from|for|in|all|the|these|those|its|your|with)\s(?:all\s|the\s|these\s|those\s|its\s|your\s|of\s)*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\s(?:(?:different|other|tested|given|listed|trading|backtested|rule-based|individual)\s)?(?:{_THINGS})\b",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\bof (?:all )?(?:the|these|those) $", re.IGNORECASE)
_ENDS = re.compile(r"\s?(?:[,.;:)]|$)")
_FEWEST, _MOST = 2, 100


def things_compared(answer: Answer, claim: Claim, index: ToolIndex, outputs: int) -> str | None:
    """What a claim counts, where it counts what the tools returned alike: things that have a name, records of one metric, outputs.
    None where it counts none of these, or something else."""
    quantity, text = claim.quantity, answer.text
    if quantity.kind not in ("count", "plain") or quantity.step != 1 or not _FEWEST <= quantity.value <= _MOST:
        return None
    low, start, end = max(0, quantity.start - 24), quantity.start, quantity.end
    named = _BEFORE.search(text, low, start) and _BEHIND.match(text, end)
    if not named and not (_OF_THE.search(text, low, start) and _ENDS.match(text, end)):
        return None
    many = int(quantity.value)
    for dimension, names in index.names.items():
        if len(names) == many:
            return f"the names of {dimension.removeprefix(KEYED).strip()}"
    for metric, numbers in index.by_metric.items():
        if len({number.source for number in numbers if not number.length}) == many:
            return f"the numbers of {metric}"
    return "the tool outputs" if outputs == many else None
