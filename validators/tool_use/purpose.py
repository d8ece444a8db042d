"""What a tool is for, told from its own name and description: no tool is known by name here."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec

from data.trace_format import declared, tools_json

_READS_DOCUMENTS = re.compile(
    r"\b(?:documents?|docs?|documentation|methodolog(?:y|ies)|knowledge|passages?|librar(?:y|ies)|facts?|polic(?:y|ies)|wiki|(?:hand|play|rule|note|text)books?|(?:white ?)?papers?|notes?|manuals?|guides?|"
    r"write-?ups?|(?:fact|data|method|term)? ?sheets?|specs?|specifications?|glossary|articles?|memos?|(?<!per )pages?(?! (?:size|number|token|limit))|sections?|chapters?|pdfs?|readmes?|prospectus(?:es)?|descriptions?|faqs?|"
    r"(?:model|strategy) cards?|(?:rules|inner workings|construction|design) of (?:a|the|each|one|any)|how (?:a|the|each|one|any) (?:strategy|model|programme|system)\b[^.]{0,20}\b(?:works?|built|made|constructed|designed|trades))\b"
)
_COMPUTES = re.compile(
    r"\b(?:back-?tests?|backtesting|simulat\w+|what-?ifs?|scenarios?|re-?runs?|re-?comput\w+|hypothetical\w*|counterfactuals?|stress|sweeps?|replay\w*|track records?|p&l|pnl|"
    r"equity curves?|performance|(?:risk|return|trade|key|summary) (?:and (?:\w+ ){1,2})?(?:statistics|stats|metrics|figures)|key metrics|sharpe|drawdowns?|"
    r"runs? (?:a|one|the|any) (?:strategy|model|programme|test)|sensitivit(?:y|ies)|compar(?:es?|isons?|ing)|variants?)\b"
)


def suited(tools: Sequence[Mapping[str, Any]], question_kind: str) -> frozenset[str]:
    """The names of the offered tools of which a question of this kind needs one; empty where nothing can be said.

    A methodology question needs a tool that reads documents; a look-up of a figure, or a what-if, any tool that does more than that.
    """
    return _suited(tools_json(tools), question_kind) if tools else frozenset()


def reading_tools(tools: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    """The names of the offered tools that read documents and compute nothing."""
    return _suited(tools_json(tools), "reading") if tools else frozenset()


@lru_cache(maxsize=256)
def _suited(tools: bytes, question_kind: str) -> frozenset[str]:
    texts = dict(filter(None, map(_described, msgspec.json.decode(tools))))
    documents = {name for name, text in texts.items() if _READS_DOCUMENTS.search(text)}
    computing = {name for name, text in texts.items() if _COMPUTES.search(text)}
    if question_kind == "methodology":
        return frozenset(documents)
    if question_kind == "reading":
        return frozenset(documents - computing)
    if question_kind in ("lookup", "whatif") and computing:
        return frozenset(texts.keys() - (documents - computing))
    return frozenset()


def _described(tool: Any) -> tuple[str, str] | None:
    """(name, words of its name and description)."""
    function = declared(tool)
    if function is None:
        return None
    name = function["name"]
    words = re.sub(r"[_\W]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name))
    return name, f"{words} {function.get('description')}".lower()
