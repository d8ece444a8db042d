"""Where a strategy is said to do as others do, of whom the talk was just before: "… Harrow works that way too", "… and it is no exception"."""

import re

_WHO = r"(?:q{3,}|it|this one|(?:the|this|our) (?:strategy|model|system|backtest|simulation|one))"
_WAY = r"(?:(?:in )?(?:exactly |just |precisely |much )?(?:that|this|the same) way|like (?:that|this)|so|likewise|similarly)"
_SO_TOO = re.compile(
    rf"(?:^|[,;:] )\W*(?:(?:and|but|so|yet|in fact),? )?(?P<who>{_WHO}) (?:also |too |itself |indeed )*"
    rf"(?:(?:works|operates|functions|goes about it|does it|does things|is (?:run|built|set up|handled|done|tested|evaluated)) {_WAY}"
    r"|does (?:exactly |just |precisely )?(?:the same(?: thing)?|so|that|likewise)|is no exception|is (?:just )?(?:one of|among) (?:them|those|these)|follows suit)"
    r"(?:,? (?:too|as well|here))?(?=[.,;:!)]|$| (?:and|but|-+) )"
)


def so_too(text: str, after: int = 0) -> tuple[int, int] | None:
    """The words for whoever does so too, in a folded passage with blanked names: behind `after`, or at its beginning for 0."""
    found = _SO_TOO.search(text, after) if after else _SO_TOO.match(text)
    return None if found is None else found.span("who")
