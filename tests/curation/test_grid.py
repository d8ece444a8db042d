from collections import Counter
from dataclasses import replace

import pytest

from curation.grid import expand, possible_questions
from curation.split import split_of
from data.errors import AssayError
from data.questions import load_questions
from data.recipe import Recipe, load_recipe

RECIPE = load_recipe("loop")
QUESTIONS = load_questions()


def test_the_bundled_grid_is_as_large_as_the_recipe_says() -> None:
    scenarios = expand(RECIPE, QUESTIONS)
    assert Counter(each.question_kind for each in scenarios) == RECIPE.grid.scenarios
    assert len({each.question for each in scenarios}) == len(scenarios)


def test_the_same_recipe_gives_the_same_scenarios_and_another_seed_others() -> None:
    scenarios = expand(RECIPE, QUESTIONS)
    assert expand(RECIPE, QUESTIONS) == scenarios
    assert expand(RECIPE.model_copy(update={"seed": RECIPE.seed + 1}), QUESTIONS) != scenarios


def test_a_family_is_on_one_side_whatever_else_the_grid_holds() -> None:
    scenarios = expand(RECIPE, QUESTIONS)
    sides = {each.family: each.split for each in scenarios}
    assert all(sides[each.family] == each.split for each in scenarios)
    smaller = RECIPE.grid.model_copy(update={"tickers": RECIPE.grid.tickers[:1], "windows": RECIPE.grid.windows[1:]})
    for each in expand(RECIPE.model_copy(update={"grid": smaller}), QUESTIONS):
        assert sides.get(each.family, each.split) == each.split


def test_the_share_of_families_held_out_is_about_the_one_asked_for() -> None:
    sides = Counter(split_of(f"template/{number}", eval_share=0.2) for number in range(5_000))
    assert 900 < sides["eval"] < 1_100


def test_asking_for_more_than_there_is_gives_what_there_is() -> None:
    grid = RECIPE.grid.model_copy(update={"scenarios": {"methodology": 10_000}})
    recipe = RECIPE.model_copy(update={"grid": grid})
    assert len(expand(recipe, QUESTIONS)) == possible_questions(recipe, QUESTIONS)["methodology"]


def test_every_model_and_kind_is_drawn_evenly() -> None:
    counts = Counter(
        (each.question_kind, each.model_id) for each in expand(RECIPE, QUESTIONS) if each.question_kind == "lookup"
    )
    assert max(counts.values()) - min(counts.values()) <= 5
    assert {model for _, model in counts} == set(RECIPE.grid.models)


def test_a_scenario_is_named_by_its_content() -> None:
    scenario = expand(RECIPE, QUESTIONS)[0]
    assert scenario.id == replace(scenario).id
    assert scenario.id != replace(scenario, question="Another?").id


def test_a_recipe_without_a_grid_says_so() -> None:
    with pytest.raises(AssayError, match="asks nothing"):
        expand(Recipe(name="checks-alone"), load_questions())
