"""Answers that use tools honestly, and answers that do not."""

from collections.abc import Mapping
from dataclasses import dataclass

from curation.faults.behaviour import BehaviourUse, Situation, ToolRole
from curation.faults.conversation import Told
from curation.faults.draft import Corpus
from curation.faults.exchange import Call, Exchange
from curation.faults.scene import Scene
from data.records import QuestionKind

CLEAN_TOOL_USE = (
    "answered", "announced", "caveat", "retried", "asked_back", "error_told", "empty_told", "right_refusal",
)  # fmt: skip
TOOL_USE_FAULTS = (
    "error_papered_over", "result_ignored", "answered_too_early", "wrong_tool", "needless_refusal", "missing_refusal",
)  # fmt: skip

_FIGURES_ALONE = ""  # in place of a sentence

_TOLD_BY: Mapping[str, tuple[BehaviourUse, bool]] = {
    "announced": ("announced", True),
    "caveat": ("caveat", True),
    "retried": ("retried", True),
    "asked_back": ("asking", True),
    "error_told": ("error", True),
    "empty_told": ("empty", True),
    "right_refusal": ("unanswerable", True),
    "error_papered_over": ("error", False),
    "result_ignored": ("ignoring", False),
    "answered_too_early": ("announced", False),
    "needless_refusal": ("refusal", False),
    "missing_refusal": ("unanswerable", False),
}
"""Kind → the use of the situations that tell it, and whether with their good answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A question, the call that answers it, and the answer."""

    kind: QuestionKind
    question: str
    call: Call
    sentences: tuple[str, ...]


def tool_use_texts(kind: str, corpus: Corpus) -> list[tuple[Situation | None, str]]:
    """The situations that may carry `kind`, each with one of its sentences; (None, "") where the kind needs neither."""
    if kind not in _TOLD_BY:
        return [(None, _FIGURES_ALONE)]
    use, good = _TOLD_BY[kind]
    more = (_FIGURES_ALONE,) if kind == "error_papered_over" else ()
    return [
        (situation, text)
        for situation in corpus.situations_of(use)
        for text in ((*situation.bad, *more) if not good else situation.good)
    ]


def tool_use_exchange(kind: str, situation: Situation | None, text: str, scene: Scene) -> Exchange | None:
    """An exchange of `kind`, None where the run has no sentence to tell. Raises KeyError or Unfit where `text` does not suit the run."""
    if situation is None:
        return _wrong_tool(scene) if kind == "wrong_tool" else _answered(scene)
    said, _ = scene.filled(text)
    if kind in ("error_told", "error_papered_over"):
        return _error(kind, situation, said, scene)
    if kind in ("right_refusal", "missing_refusal"):
        searched = ((scene.search,),) if scene.rng.random() < 0.4 else ()
        return _exchange(scene, "refusal", _question(situation, scene), searched, (said,))
    if kind == "asked_back":
        return _exchange(scene, "lookup", _question(situation, scene), (), (said,))
    if kind == "empty_told":
        role = situation.tool or "runs"
        call = scene.returning(role, situation)
        return _exchange(scene, _KINDS[role], _question(situation, scene), ((call,),), (said,))
    asked = _asked(scene, "runs" if kind == "caveat" else situation.tool)
    if asked is None:
        return None
    if kind in ("announced", "answered_too_early"):
        return _announced(kind, asked, said, scene)
    question = _question(situation, scene) if situation.question else asked.question
    if kind == "retried":
        failed = scene.returning("reads" if asked.kind == "methodology" else "runs", situation)
        return _exchange(scene, asked.kind, question, ((failed,), (asked.call,)), (said, *asked.sentences))
    return _exchange(scene, asked.kind, question, ((asked.call,),), (said,))


_KINDS: Mapping[ToolRole, QuestionKind] = {"runs": "lookup", "reads": "methodology"}


def _asked(scene: Scene, role: ToolRole | None = None) -> _Asked | None:
    """A look-up of the run, or a question on the method (three of ten, where `role` does not say)."""
    if role is None:
        role = "reads" if scene.rng.random() < 0.3 else "runs"
    sentences = scene.figures() if role == "runs" else scene.claims()
    if not sentences:
        return None
    if role == "runs":
        return _Asked(kind="lookup", question=scene.question(), call=scene.run, sentences=sentences)
    return _Asked(kind="methodology", question=scene.methodology_question(), call=scene.search, sentences=sentences)


def _answered(scene: Scene) -> Exchange | None:
    asked = _asked(scene)
    return _exchange(scene, asked.kind, asked.question, ((asked.call,),), asked.sentences) if asked else None


def _announced(kind: str, asked: _Asked, words: str, scene: Scene) -> Exchange:
    """What the assistant says as it calls; too early is also an answer before the call returned, or without one, a third each."""
    variant = scene.rng.choice(("figure before the call", "no call", "open call")) if kind != "announced" else ""
    turns: tuple[tuple[Call, ...], ...] = ((asked.call,),)
    if variant == "no call":
        turns = ()
    elif variant == "open call":
        turns = ((Call(tool=asked.call.tool, arguments=asked.call.arguments, content=None),),)
    said = "" if variant in ("no call", "open call") else words
    return _exchange(scene, asked.kind, asked.question, turns, asked.sentences, words=said, detail=variant)


def _wrong_tool(scene: Scene) -> Exchange | None:
    """The method told from a run, or figures asked for and the documents read."""
    asked, other = _asked(scene, "reads"), _asked(scene, "runs")
    if asked is None or other is None:
        return None
    if scene.rng.random() < 0.5:
        asked, other = other, asked
    detail = f"{asked.kind} from the other tool"
    return _exchange(scene, asked.kind, asked.question, ((other.call,),), other.sentences, detail=detail)


def _error(kind: str, situation: Situation, said: str, scene: Scene) -> Exchange | None:
    """The call failed; in two of five the other tool was called too, and answered."""
    role = situation.tool or "runs"
    asked, other = _asked(scene, role), _asked(scene, "reads" if role == "runs" else "runs")
    if asked is None or other is None:
        return None
    failed = scene.returning(role, situation)
    detail, turns, also = scene.rng.choice(
        (
            *[("alone", ((failed,),), ())] * 6,
            ("after a result", ((other.call,), (failed,)), other.sentences),
            *[("beside a result", ((other.call, failed),), other.sentences)] * 2,
            ("before a result", ((failed,), (other.call,)), other.sentences),
        )
    )
    if kind == "error_told":
        sentences = (said, *also) if scene.rng.random() < 0.5 else (*also, said)
    else:
        sentences = (said,) if said else asked.sentences
    question = _question(situation, scene) if situation.question else asked.question
    return _exchange(scene, asked.kind, question, turns, sentences, detail=detail)


def _question(situation: Situation, scene: Scene) -> str:
    return scene.filled(situation.question)[0]


def _exchange(
    scene: Scene,
    kind: QuestionKind,
    question: str,
    turns: tuple[tuple[Call, ...], ...],
    sentences: tuple[str, ...],
    *,
    words: str = "",
    detail: str = "",
) -> Exchange:
    told = Told(question=question, before=(), text=sentences[0], after=sentences[1:])
    return Exchange(
        kind=kind, turns=turns, told=told, tools=scene.tools, words=words, detail=detail, metadata=scene.metadata
    )
