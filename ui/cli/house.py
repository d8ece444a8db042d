"""Where a command works: the home folder and what lies in it."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from data.errors import AssayError
from data.methodology import BUNDLED_DOCUMENTS, MethodologyDocument, load_documents
from data.recipe import Recipe, load_recipe
from data.store import Store
from data.versions import Versions
from ui.cli.terminal import DEFAULT_HOME


@dataclass(frozen=True)
class House:
    """One home: a local folder, or `s3://…` for tables and versions.

    `documents_folder` None: the bundled methodology documents.
    """

    home: str
    documents_folder: Path | None = None

    @cached_property
    def store(self) -> Store:
        return Store(self.home)

    @cached_property
    def versions(self) -> Versions:
        return Versions(self.home)

    @cached_property
    def local(self) -> Path:
        """Where caches, reports and the review server live: the home, or for a remote one a folder named after it in `./.assay`."""
        if "://" in self.home:
            return Path(DEFAULT_HOME) / re.sub(r"[^A-Za-z0-9.]+", "-", self.home).strip("-")
        return Path(self.home)

    @cached_property
    def documents(self) -> tuple[MethodologyDocument, ...]:
        return load_documents(self.documents_folder or BUNDLED_DOCUMENTS)

    def recipe(self, reference: str) -> Recipe:
        """The recipe, unless this home was begun with another grid, seed or teacher.

        Raises AssayError that names what differs: one home holds one run of a recipe, and mixing two would pass for one.
        """
        import msgspec

        recipe = load_recipe(reference)
        began = self.local / "recipes" / f"{recipe.name}.json"
        now = recipe.model_dump(mode="json", include={"seed", "grid", "teacher"})
        if not began.exists():
            began.parent.mkdir(parents=True, exist_ok=True)
            draft = began.with_suffix(".draft")
            draft.write_bytes(msgspec.json.format(msgspec.json.encode(now), indent=2))
            draft.replace(began)
            return recipe
        before = msgspec.json.decode(began.read_bytes())
        changed = [
            f"{part}.{key}"
            for part in ("grid", "teacher")
            for key in now[part]
            if now[part][key] != before[part].get(key)
        ]
        changed += ["seed"] if now["seed"] != before["seed"] else []
        if changed:
            raise AssayError(
                f"{self.home} was begun with another {recipe.name} recipe; changed since: {', '.join(changed)}",
                hint="give the changed recipe another name, or a home of its own with --home",
            )
        return recipe
