"""Strategies by their facts alone, and what a check finds in an answer about one of them."""

import json
from collections.abc import Mapping
from pathlib import Path

from data.methodology import load_documents
from data.records import Message, Trace
from validators.check import Finding
from validators.methodology.check import Methodology


def described(folder: Path, strategies: Mapping[str, Mapping[str, str]]) -> Methodology:
    """The check of rule-based strategies of which the facts are given, by name and topic; their documents go into `folder`."""
    for name, facts in strategies.items():
        lines = "".join(f"  {topic}: {json.dumps(value)}\n" for topic, value in facts.items())
        head = f"---\nid: {name}\ntitle: {name.title()}\nkind: rule-based\nfacts:\n{lines}---\n"
        (folder / f"{name}.md").write_text(f"{head}# {name.title()}\n\n{name} is a strategy.\n")
    return Methodology(load_documents(folder))


def found(check: Methodology, name: str, answer: str) -> tuple[Finding, ...]:
    """What the check finds in an answer about a strategy that was asked for by name."""
    question = Message(role="user", content=f"What do you know of {name}?")
    return check.judge(
        Trace(messages=(question, Message(role="assistant", content=answer)), metadata={"model_id": name})
    )
