from pathlib import Path

import pytest

from data.errors import AssayError
from data.recipe import BUNDLED, load_recipe


def changed(tmp_path: Path, old: str, new: str) -> str:
    text = (BUNDLED / "loop.toml").read_text()
    assert old in text
    path = tmp_path / "recipe.toml"
    path.write_text(text.replace(old, new))
    return str(path)


def test_the_bundled_recipes_load_by_name() -> None:
    for path in BUNDLED.glob("*.toml"):
        assert load_recipe(path.stem).name == path.stem


def test_a_recipe_that_is_not_there_names_the_bundled_ones() -> None:
    with pytest.raises(AssayError, match="no recipe nowhere") as caught:
        load_recipe("nowhere")
    assert "loop" in (caught.value.hint or "")


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    path = changed(tmp_path, "eval_share = 0.2", "eval_share = 2\ncolour = 'red'")
    with pytest.raises(AssayError) as caught:
        load_recipe(path)
    assert "grid.eval_share" in caught.value.message
    assert "grid.colour" in caught.value.message


def test_a_window_that_runs_backwards_is_refused(tmp_path: Path) -> None:
    path = changed(tmp_path, "start = 1999-01-04", "start = 2009-01-04")
    with pytest.raises(AssayError, match="not before its end"):
        load_recipe(path)


def test_text_that_is_not_toml_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text("name = \nseed = 1")
    with pytest.raises(AssayError, match="line 1"):
        load_recipe(str(path))


def test_the_settings_of_the_checks_alone_are_a_recipe_named_after_its_file(tmp_path: Path) -> None:
    path = tmp_path / "My strict checks.toml"
    path.write_text('[checks]\nderived = "block"')
    recipe = load_recipe(str(path))
    assert (recipe.name, recipe.checks.derived, recipe.stages) == ("my-strict-checks", "block", ())
