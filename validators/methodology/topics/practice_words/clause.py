"""The words in which prose speaks of the practices that belong to one clause."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeWords:
    """Patterns of the words that tell a practice."""

    name: str
    does: str
    without: str = ""  # words that deny it by themselves ("long only")
    among: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseWords:
    """The practices of the clause `key`; one of `cues` is in every passage that names one."""

    key: str
    cues: tuple[str, ...]
    words: tuple[PracticeWords, ...]
