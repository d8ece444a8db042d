"""Question templates: what can be asked, how it may be worded, and the prose a scripted teacher answers in."""

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from data.records import QuestionKind

QUESTIONS = Path(__file__).parent / "questions.toml"

Plan = Literal["run", "fees", "halves", "document", "search", "forecast", "unknown_model", "outside_data"]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Answers(_Part):
    """Answer texts with `{value:format}` slots: for any model, or by the kind of its document."""

    any: tuple[str, ...] = ()
    rule_based: tuple[str, ...] = Field(default=(), alias="rule-based")
    ml: tuple[str, ...] = ()

    def of(self, kind: str | None) -> tuple[str, ...]:
        """The texts that fit a model of document kind `kind` (None: not known)."""
        return self.any + {"rule-based": self.rule_based, "ml": self.ml}.get(kind or "", ())


class QuestionTemplate(_Part):
    """One thing to ask. `plan` names the tool calls that answer it; `questions` are paraphrases, with axes as slots."""

    id: str
    kind: QuestionKind
    plan: Plan
    query: str = ""
    questions: tuple[str, ...] = Field(min_length=1)
    answers: Answers


class QuestionSet(_Part):
    """`boilerplate`: sentences that a careless teacher pastes from the validation policy."""

    template: tuple[QuestionTemplate, ...]
    boilerplate: tuple[str, ...] = Field(min_length=1)


def load_questions(path: Path = QUESTIONS) -> QuestionSet:
    """The templates of a TOML file. Raises pydantic.ValidationError for a file of another form."""
    return QuestionSet.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
