"""What a "yes" or "no" says of the question whether one thing has more of something than another: "Did A beat B?" "No." """

import re
from collections.abc import Mapping

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.mentions import Mention, metric_mentions, tokens
from validators.grounding.answer.named_text import named_text
from validators.grounding.ranking.ranking_words import MAY_RANK
from validators.grounding.tools.index import ToolIndex

_WHETHER = re.compile(
    r"(?:^|[.!:;,\n] ?)(?:(?:and|so|ok|but|then|well|hi|hello),? )*(?:did|does|do|is|was|has|have|had|are|were|would)\s(?P<said>[^?.\n]{4,160})\?\s*\Z",
    re.IGNORECASE,
)
# Of what a plain yes or no leaves open how much, when or what else
_MORE = re.compile(
    r"\b(?:and|or|why|how|if|much|far|lot|significantly|substantially|materially|meaningfully|clearly|always|ever|every|each|both|also|still|consistently|twice|half|double|times|at least|most"
    r"|only|just|enough|as|worth|safe|because|due|than (?:it|i|expected)|by)\b|\d",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"[\s*_]*(?:(?P<yes>yes|yep|yeah|yup|indeed|it did|it does|it is|it was|it has|correct)|no|nope|it did(?: not|n['’]t)|it does(?: not|n['’]t)|it is(?: not|n['’]t)|it was(?: not|n['’]t))\b(?! (?:and no|but|doubt|not|idea|data|need|problem|worries|matter|difference))(?=\W)",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:but|however|though|although|yet|except|depends|barely|partly|technically|sort of|kind of|not (?:quite|really|exactly)|neither|both|equal\w*|tied?|same(?! order))\b",
    re.IGNORECASE,
)
_FIRST = 2  # sentences, in one of which a yes or a no stands


def asks_whether(question: str) -> str | None:
    """What a question asks to be so; None where a plain yes or no leaves something open."""
    asked = _WHETHER.search(question)
    if asked is None or not MAY_RANK.search(asked["said"]) or _MORE.search(asked["said"]):
        return None
    return asked["said"]


def asked_whether(
    answer: Answer, index: ToolIndex
) -> tuple[int, bool, str, Mapping[str, list[Mention]], list[Mention]] | None:
    """The sentence that answers with yes or no, whether with yes, and the question as a statement: its text, its names by dimension and
    where it names metrics."""
    asked = asks_whether(answer.question)
    if asked is None:
        return None
    for place in range(min(_FIRST, len(answer.outline.passages))):
        said = _SAID.match(answer.passage_text(place))
        if said is not None and not answer.outline.passages[place].cell:
            break
    else:
        return None
    if any(
        _HEDGED.search(answer.passage_text(at)) for at in range(place, min(place + 2, len(answer.outline.passages)))
    ):
        return None
    named = named_text(asked, index.names)
    text = f"{named.text.strip()}."
    return place, said["yes"] is not None, text, named.mentions, metric_mentions(text, tokens(text), index.metrics)
