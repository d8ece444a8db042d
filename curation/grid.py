"""Expand a recipe's grid into scenarios: models × tickers × windows × fees × question templates."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import product
from string import Formatter

from curation.split import split_of
from data.errors import AssayError
from data.identity import content_hash
from data.questions import QuestionSet, QuestionTemplate
from data.recipe import Grid, Recipe, Window
from data.records import QuestionKind, Scenario

# Far enough to leave every bundled series, which end in 2022.
_OUTSIDE = timedelta(days=20 * 365 + 5)


def expand(recipe: Recipe, questions: QuestionSet) -> tuple[Scenario, ...]:
    """The recipe's scenarios, the same ones for the same recipe. No question is asked twice.

    Of each kind as many are drawn as the recipe asks for, or as there are, in turns from each family. Raises AssayError where it
    asks for none.
    """
    if not recipe.grid.scenarios:
        raise AssayError(
            f"the recipe {recipe.name} asks nothing", hint="give it a [grid], as the bundled recipe loop has"
        )
    return tuple(
        scenario
        for kind, wanted in recipe.grid.scenarios.items()
        for scenario in _draw(kind, recipe, questions, wanted=wanted)
    )


def possible_questions(recipe: Recipe, questions: QuestionSet) -> Mapping[str, int]:
    """How many distinct questions of each kind the templates can ask over this grid."""
    return {
        kind: len({each.question for family in _families(kind, recipe.grid, questions) for each in family})
        for kind in recipe.grid.scenarios
    }


def _draw(kind: QuestionKind, recipe: Recipe, questions: QuestionSet, *, wanted: int) -> list[Scenario]:
    queues = [
        sorted(family, key=lambda each: content_hash([recipe.seed, each.id]), reverse=True)
        for family in _families(kind, recipe.grid, questions)
    ]
    drawn: dict[str, Scenario] = {}
    while len(drawn) < wanted and any(queues):
        for queue in queues:
            if queue and len(drawn) < wanted:
                scenario = queue.pop()
                drawn.setdefault(scenario.question, scenario)
    return list(drawn.values())


def _families(kind: QuestionKind, grid: Grid, questions: QuestionSet) -> Iterator[list[Scenario]]:
    """Every possible scenario of a kind, one list for each template and model."""
    for template in questions.template:
        if template.kind == kind:
            models = grid.unknown_models if template.plan == "unknown_model" else grid.models
            for model in models:
                yield list(_variants(template, model, grid))


def _variants(template: QuestionTemplate, model: str, grid: Grid) -> Iterator[Scenario]:
    family = f"{template.id}/{model}"
    for wording in template.questions:
        slots = {name for _, name, _, _ in Formatter().parse(wording) if name}
        # A run needs its axes even where the question leaves one unsaid.
        runs = template.plan in ("run", "fees", "halves", "outside_data")
        tickers = grid.tickers if runs or "ticker" in slots else (None,)
        windows = grid.windows if runs or "start" in slots else (None,)
        fees = grid.fees_bps if "fee" in slots else (None,)
        for ticker, window, fee in product(tickers, windows, fees):
            start, end = _days(window, outside=template.plan == "outside_data")
            yield Scenario(
                question_kind=template.kind,
                template=template.id,
                model_id=model,
                ticker=ticker,
                start=start,
                end=end,
                fee_bps=fee,
                question=wording.format(
                    model=model, ticker=ticker, start=start, end=end, fee=None if fee is None else f"{fee:g}"
                ),
                family=family,
                split=split_of(family, eval_share=grid.eval_share),
            )


def _days(window: Window | None, *, outside: bool) -> tuple[str | None, str | None]:
    if window is None:
        return None, None
    shift = _OUTSIDE if outside else timedelta()
    return str(window.start + shift), str(window.end + shift)
