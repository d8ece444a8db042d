"""Which value is whose, where several strategies are named with a value each."""

import re
from collections.abc import Sequence

_BESIDE = re.compile(r"\b(?:beside|against|versus|vs|compared (?:to|with)|next to|alongside|as opposed to)\b")
_JOINED = re.compile(rf"(?: [\w/-]+){{0,3}}?(?:,? (?:and|but|while|whereas)|,)(?= )|[^.;:]{{0,40}}?{_BESIDE.pattern}")
_ITS = re.compile(r"(?: [\w/-]+){0,4}? (?:for|in|at|of|by|with|on|under) (?:the )?")


def paired(text: str, values: Sequence[tuple[int, int]], names: Sequence[tuple[int, int]]) -> Sequence[int] | None:
    """For each value the place of the name that it goes with, where values and names alternate ("a charges 5, b 7", "5 in a, 7 in b",
    "5 in a while b takes 7"); None where they do not. Values with no name between them go together, and so do names repeated."""
    tokens = sorted(
        [(*span, "v", place) for place, span in enumerate(values)]
        + [(*span, "n", place) for place, span in enumerate(names)]
    )
    runs: list[tuple[str, list[int]]] = []
    for _, _, kind, place in tokens:
        if runs and runs[-1][0] == kind:
            runs[-1][1].append(place)
        else:
            runs.append((kind, [place]))
    shape = "".join(kind for kind, _ in runs)
    if shape == "nv" and len(names) == len(values) == 2 and _BESIDE.search(text, min(values)[1], max(values)[0]):
        pairs = [([values.index(min(values))], 0), ([values.index(max(values))], 1)]
    elif shape == "vnv" and len(runs[1][1]) == 2:
        first, second = runs[1][1]
        pairs = [(runs[0][1], first), (runs[2][1], second)]
    elif shape == "nvn" and [len(places) for _, places in runs] == [1, 2, 1] and _turns(text, values, runs, names):
        first, second = runs[1][1]  # "a charges 5 against 7 for b"
        pairs = [([first], runs[0][1][0]), ([second], runs[2][1][0])]
    elif re.fullmatch(r"(?:nv){2,}|(?:vn){2,}", shape) and all(
        len(places) == 1 for kind, places in runs if kind == "n"
    ):
        valued, named = (runs[1::2], runs[::2]) if shape[0] == "n" else (runs[::2], runs[1::2])
        pairs = [(places, name[0]) for (_, places), (_, name) in zip(valued, named, strict=True)]
    else:
        return None
    whose = {place: name for places, name in pairs for place in places}
    return [whose[place] for place in range(len(values))]


def _turns(
    text: str,
    values: Sequence[tuple[int, int]],
    runs: Sequence[tuple[str, list[int]]],
    names: Sequence[tuple[int, int]],
) -> bool:
    """Whether of two values between two names the latter is told of the latter name."""
    first, second = (values[place] for place in runs[1][1])
    joined = _JOINED.match(text, first[1], second[0])
    return joined is not None and _ITS.fullmatch(text, second[1], names[runs[2][1][0]][0]) is not None
