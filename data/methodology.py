"""Methodology documents: Markdown with YAML front matter whose facts are the clauses an answer is held to."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias, cast

import yaml

from data.errors import AssayError

DocumentKind = Literal["rule-based", "ml", "policy"]
FactValue: TypeAlias = str | tuple[str, ...]

DOCUMENT_KINDS: tuple[DocumentKind, ...] = ("rule-based", "ml", "policy")
BUNDLED_DOCUMENTS = Path(__file__).parent / "methodology"

KNOWN_TOPICS = (
    "evaluation_split",
    "fitted_parameters",
    "data_source",
    "universe",
    "lookback",
    "rebalance",
    "fee",
    "execution",
    "leverage",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodologyDocument:
    """What is true of one strategy (or, for a policy, of all of them).

    `facts` holds each value as its author wrote it, never as YAML would guess it: `70/30`, `80:20`, `1x`, `no`,
    `none` and `2020-01-31` are those very characters; a list is a tuple. `body` is the Markdown below the front matter.
    """

    id: str
    title: str
    kind: DocumentKind
    facts: Mapping[str, FactValue]
    body: str

    def clause(self, key: str) -> str:
        """The name of a fact: `dual-momentum#rebalance`."""
        return f"{self.id}#{key}"

    def fact_text(self, key: str) -> str:
        """A fact as one line, a list's items joined by ", ". Raises KeyError for a fact the document does not state."""
        value = self.facts[key]
        return value if isinstance(value, str) else ", ".join(value)


def load_documents(folder: Path | str) -> tuple[MethodologyDocument, ...]:
    """The documents of a folder's `*.md` files, by id.

    Raises one AssayError that names every file, key and remedy: a folder that is missing or empty, a file without
    readable front matter, a fact that is no text or list of texts, an id used twice.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise AssayError(
            f"{folder}: no such folder of methodology documents", hint="name a folder that holds *.md files"
        )
    problems: list[str] = []
    found: dict[str, tuple[Path, MethodologyDocument]] = {}
    for path in sorted(folder.glob("*.md")):
        try:
            document = parse_document(path.read_bytes().decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            problems.append(f"{path}: not UTF-8 at byte {error.start}: save it as UTF-8")
        except OSError as error:
            problems.append(f"{path}: cannot be read ({error.strerror}): make it readable or move it out of the folder")
        except _Unreadable as error:
            problems += [f"{path}: {problem}" for problem in error.problems]
        else:
            if document.id in found:
                problems.append(
                    f"{path}: id: {document.id!r} is taken by {found[document.id][0]}: give one of them another"
                )
            else:
                found[document.id] = path, document
    if problems:
        raise AssayError(
            "\n".join(["cannot read the methodology documents:", *problems]),
            hint="mend the files above and run the command again",
        )
    if not found:
        raise AssayError(f"{folder}: holds no *.md file", hint="name a folder that holds methodology documents")
    return tuple(found[name][1] for name in sorted(found))


def parse_document(text: str) -> MethodologyDocument:
    """A document from its text. Raises ValueError that names each key and its remedy, one a line."""
    header, body = _split(text)
    head = _front_matter(header)
    problems: list[str] = []
    name = _line(head, "id", problems)
    if name and not all(character.isalnum() or character in "-_." for character in name):
        problems.append(f"id: {name!r} may hold only letters, digits, '-', '_' and '.'")
    title = _line(head, "title", problems)
    kind = _line(head, "kind", problems)
    if kind and kind not in DOCUMENT_KINDS:
        problems.append(f"kind: {kind!r} is none of {', '.join(DOCUMENT_KINDS)}")
    facts = _facts(head, kind, problems)
    if problems:
        raise _Unreadable(problems)
    return MethodologyDocument(id=name, title=title, kind=cast(DocumentKind, kind), facts=facts, body=body)


def unchecked_topics(documents: Iterable[MethodologyDocument]) -> tuple[str, ...]:
    """The clauses (`<document id>#<key>`) that no check reads: unknown keys, and a policy's facts."""
    return tuple(
        document.clause(key)
        for document in documents
        for key in document.facts
        if document.kind == "policy" or key not in KNOWN_TOPICS
    )


class _Unreadable(ValueError):
    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class _TextLoader(yaml.BaseLoader):
    """YAML whose scalars stay text, and where a key given twice is an error instead of a silent loss."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(None, None, f"{key.value!r} is given twice", key.start_mark)
                seen.add(key.value)
        return super().construct_mapping(node, deep=True)


def _split(text: str) -> tuple[str, str]:
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != "---":
        raise _Unreadable(
            ["front matter: the first line is not '---': add front matter, or move the file out of the folder"]
        )
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return "".join(lines[1:number]), "".join(lines[number + 1 :])
    raise _Unreadable(["front matter: no closing '---' line: add one below the facts"])


def _front_matter(header: str) -> dict[str, Any]:
    try:
        value = yaml.load(header, Loader=_TextLoader)
    except yaml.YAMLError as error:
        raise _Unreadable(
            [f"front matter: {_where(error)}: mend the YAML (quote a value that holds ': ' or ' #')"]
        ) from error
    except RecursionError as error:
        raise _Unreadable(["front matter: nested too deeply: write flat keys"]) from error
    if not isinstance(value, dict):
        raise _Unreadable(["front matter: is no list of keys: write 'id:', 'title:', 'kind:' and 'facts:'"])
    return value


def _where(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    return (
        f"{problem} (line {mark.line + 2})" if mark is not None else problem
    )  # +1 for '---', +1 as marks count from 0


def _line(head: Mapping[str, Any], key: str, problems: list[str]) -> str:
    value = head.get(key)
    if not isinstance(value, str) or not value.strip():
        problems.append(f"{key}: " + ("is missing: add it" if value is None else "must be one line of text"))
        return ""
    return " ".join(value.split())


def _facts(head: Mapping[str, Any], kind: str, problems: list[str]) -> dict[str, FactValue]:
    raw = head.get("facts")
    if raw is None and kind == "policy":
        return {}
    if raw == "":
        raw = {}
    if not isinstance(raw, dict):
        problems.append(
            "facts: is missing: list the strategy's facts" if raw is None else "facts: must be keys with values"
        )
        return {}
    facts: dict[str, FactValue] = {}
    for written, value in raw.items():
        key = "_".join(str(written).lower().replace("-", " ").replace("_", " ").split())
        if key in facts:
            problems.append(f"facts.{written}: is given twice: keep one")
        for problem in _fact_problems(value):
            problems.append(f"facts.{written}: {problem}")
            break
        else:
            facts[key] = tuple(_clean(item) for item in value) if isinstance(value, list) else _clean(value)
    return facts


def _fact_problems(value: object) -> Iterator[str]:
    items = value if isinstance(value, list) else [value]
    if not items:
        yield "is an empty list: write none where there is none"
    for item in items:
        if not isinstance(item, str):
            yield "must be a text, a number or a flat list of them"
        elif not item.strip():
            yield "has no value: write none where there is none"


def _clean(text: str) -> str:
    return " ".join(text.split())
