"""A teacher that is a script: it calls the real tools, answers in varied prose, and says that it is scripted."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from curation.answer_values import Values, answer_values, fill, run_values
from curation.fault_planting import draw, drawn_faults, spoil
from curation.plans import planned_calls
from data.errors import AssayError
from data.questions import QuestionSet, QuestionTemplate
from data.recipe import Recipe
from data.records import Message, Scenario, ToolCall

NAME = "scripted-teacher"

_OUT_OF_SAMPLE = ("These figures are out of sample.", "All of this is out of sample.")


class ScriptedTeacher:
    """The `Speaker` for one scenario. The same scenario and recipe always get the same turns.

    After its answer, `fault` names the fault that it planted (None: none) and `clean_answer` is the answer without it.
    `call` runs a tool outside the conversation, for the fault "a number from another run".
    """

    name = NAME

    def __init__(
        self,
        scenario: Scenario,
        *,
        recipe: Recipe,
        questions: QuestionSet,
        call: Callable[[str, Mapping[str, Any]], Mapping[str, Any]],
    ) -> None:
        self._scenario = scenario
        self._recipe = recipe
        self._questions = questions
        self._call = call
        self._template = _template(scenario, questions)
        self.fault: str | None = None
        self.clean_answer: str | None = None

    def reply(self, messages: Sequence[Message], tools: Sequence[Mapping[str, Any]]) -> Message:
        """The next planned call, or the answer. Raises AssayError where the tools gave no value that the answer needs."""
        results = [msgspec.json.decode(message.content) for message in messages if message.role == "tool"]
        calls = planned_calls(self._template, self._scenario)
        if len(results) < len(calls):
            name, arguments = calls[len(results)]
            return Message(
                role="assistant",
                content="",
                tool_calls=(ToolCall(id=f"call_{len(results)}", name=name, arguments=arguments),),
            )
        try:
            return Message(role="assistant", content=self._answer(results))
        except (KeyError, TypeError) as missing:
            raise AssayError(
                f"no answer text of {self._template.id} fits what the tools returned ({missing!r}) for: {self._scenario.question}"
            ) from missing

    def _answer(self, results: Sequence[Mapping[str, Any]]) -> str:
        key = self._scenario.id
        values = answer_values(self._template, self._scenario, results)
        texts = self._template.answers.of(values.get("kind"))
        text = texts[int(draw(key, "text") * len(texts))]
        if any(value is True for name, value in values.items() if name.endswith("out_of_sample")):
            text = f"{text} {_OUT_OF_SAMPLE[int(draw(key, 'part') * len(_OUT_OF_SAMPLE))]}"
        self.clean_answer = fill(text, values)
        pasted = self._questions.boilerplate[int(draw(key, "pasted") * len(self._questions.boilerplate))]
        for kind in drawn_faults(key, self._recipe.teacher.faults, seed=self._recipe.seed):
            spoilt = spoil(kind, text, values, other=self._other_run(), results=results, pasted=pasted, key=key)
            if spoilt is not None:
                self.fault = kind
                return spoilt
        return self.clean_answer

    def _other_run(self) -> Values:
        """The values of the same run on the grid's next ticker."""
        tickers = self._recipe.grid.tickers
        if self._scenario.ticker is None or self._scenario.start is None:
            return {}
        ticker = tickers[(tickers.index(self._scenario.ticker) + 1) % len(tickers)]
        _, arguments = planned_calls(self._template.model_copy(update={"plan": "run"}), self._scenario)[0]
        run = self._call("run_backtest", {**arguments, "ticker": ticker})
        return run_values(run) if "metrics" in run else {}


def _template(scenario: Scenario, questions: QuestionSet) -> QuestionTemplate:
    for template in questions.template:
        if template.id == scenario.template:
            return template
    raise AssayError(f"there is no question template {scenario.template}", hint="assay expand RECIPE")
