"""What a behaviour case is set in: a strategy's run, its document, the tools on offer, and true sentences about both."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from curation.faults.behaviour import Situation, Tool, ToolRole
from curation.faults.claims import claim
from curation.faults.contexts import Context, single_context
from curation.faults.conversation import schema, search_result
from curation.faults.disclosed_value import NAMES, draw
from curation.faults.draft import Corpus, fillers, metadata_of, question_for
from curation.faults.exchange import Call
from curation.faults.filled_sentence import fill
from curation.faults.templates import Sentence, parse
from curation.faults.tool_output import Reading

_NO_SENTENCE = Sentence(id="", use="grounding_clean", kind="", text="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One run of one strategy, and a "tools" line of the corpus. `rng` is drawn from by every method."""

    corpus: Corpus
    context: Context
    toolset: Situation
    rng: Random

    @property
    def model(self) -> str:
        return self.context.model

    @property
    def metadata(self) -> dict[str, Any]:
        return metadata_of(self.context, self.model)

    @property
    def tools(self) -> tuple[Mapping[str, Any], ...]:
        """The offered tools, the one that runs first."""
        runs, reads = self._tool("runs"), self._tool("reads")
        arguments = {**self.run.arguments, "fee_bps": 5.0}
        return (
            schema(runs.name, arguments, runs.description),
            schema(reads.name, {"query": ""}, reads.description),
            *(schema(each.name, {}, each.description) for each in self.toolset.others),
        )

    @property
    def run(self) -> Call:
        """The call that returned the context's output."""
        output = self.context.outputs[0]
        return Call(tool=self._tool("runs").name, arguments=output.arguments, content=output.content)

    @property
    def search(self) -> Call:
        """The call that returned the strategy's document."""
        found = search_result((self.model,), self.corpus.truths)
        arguments = {"query": f"how {self.model} works"}
        return replace(self.returning("reads", found), arguments=arguments)

    def returning(self, role: ToolRole, output: Any) -> Call:
        """A call of the tool with that role; `output`: a situation, whose slots are filled, or JSON."""
        arguments = self.run.arguments if role == "runs" else {"query": self.model}
        content = (
            self.filled(output.content)[0] if isinstance(output, Situation) else json.dumps(output, ensure_ascii=False)
        )
        return Call(tool=self._tool(role).name, arguments=arguments, content=content)

    def question(self) -> str:
        """One that the run answers."""
        return question_for(self.context, self.corpus, self.rng)

    def methodology_question(self) -> str:
        templates = [text for scope, text in self.corpus.questions if scope == "methodology"]
        return self.rng.choice(templates).replace("{model}", self.model)

    def figures(self, *, least: int = 1, most: int = 4) -> tuple[str, ...]:
        """True sentences about the run; fewer than `least` where few suit it."""
        found: list[str] = []
        for _ in range(4):
            found = fillers(self.corpus, self.context, self.rng, most=most, without=_NO_SENTENCE)
            if len(found) >= least:
                break
        return tuple(found)

    def claims(self) -> tuple[str, ...]:
        """One to three true sentences about how the strategy works."""
        found: dict[str, str] = {}
        for sentence in self.rng.sample(self.corpus.of("methodology_claim"), 12):
            said = claim(sentence, self.model, self.corpus.truths, self.rng, true=True)
            if said is not None:
                found.setdefault(sentence.topic, said.text)
        return tuple(found.values())[: self.rng.randint(1, 3)]

    def filled(self, text: str, **words: str) -> tuple[str, str]:
        """`text` with its slots written, and what was drawn for a disclosure slot of it ("" without one). `words` are slots too.

        Raises KeyError for a reading that the run does not have, Unfit.
        """
        readings: dict[str, Reading] = dict(self.context.readings)
        readings |= {name: Reading(metric=name, value=value, unit="text") for name, value in words.items()}
        drawn = ""
        for name in dict.fromkeys(
            piece.name for piece in parse(text) if not isinstance(piece, str) and piece.name in NAMES
        ):
            drawn, value = draw(name, self.rng)
            readings[name] = Reading(metric=name, value=value, unit="text")
        return fill(replace(_NO_SENTENCE, text=text), readings).text, drawn

    def _tool(self, role: ToolRole) -> Tool:
        found = self.toolset.runs if role == "runs" else self.toolset.reads
        assert found is not None
        return found


def draw_scene(corpus: Corpus, rng: Random) -> Scene:
    """A run that names its strategy, its ticker and its window, with any of the corpus's toolsets."""
    needed = {"model", "ticker", "start", "end", "cagr"}
    runs = [each for each in corpus.outputs if each.entity is None and needed <= each.readings.keys()]
    toolset = rng.choice(corpus.situations_of("tools"))
    return Scene(corpus=corpus, context=single_context(rng.choice(runs)), toolset=toolset, rng=rng)
