"""What an answer says of a strategy's method: true, false, or harmless though it sounds false."""

from dataclasses import dataclass
from random import Random

from curation.faults.templates import Saying, Sentence, Truths


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence about the method of `model`. `question` is "" where any will do; `other` is the strategy it is contrasted with."""

    text: str
    sentence: Sentence
    question: str = ""
    other: str | None = None


def claim(sentence: Sentence, model: str, truths: Truths, rng: Random, *, true: bool) -> Said | None:
    """A claim that the model's document bears out (`true`) or contradicts; None where the sentence has no such value."""
    suitable = _where(sentence.values, sentence.topic, model, truths, true)
    if not suitable:
        return None
    text = sentence.text.replace("{value}", rng.choice(suitable).says).replace("{model}", model)
    return Said(text=text, sentence=sentence)


def twin(sentence: Sentence, model: str, truths: Truths, rng: Random, *, fault: str | None = None) -> Said | None:
    """A sentence that mentions a false value and yet is clean.

    `fault` "negated_truth": the value denied is the true one; "swapped_truths": the right value and the other one have changed
    places. None where the documents do not allow it.
    """
    both = sentence.text + sentence.question
    other = _other(sentence, model, truths, rng) if "{other}" in both else None
    if not _conditions_hold(sentence, model, truths) or ("{other}" in both and other is None):
        return None
    words: dict[str, str] = {"{model}": model, "{other}": other or ""}
    if "{value}" in both:
        values = _where(sentence.values, sentence.topic, model, truths, fault == "negated_truth")
        if not values:
            return None
        words["{value}"] = rng.choice(values).says
    if "{own}" in sentence.text:
        own = _where(sentence.own_values, sentence.topic, model, truths, True)
        if fault == "swapped_truths" and other:
            own = [each for each in own if truths.holds(sentence.topic, each.means, other) is False]
        if not own:
            return None
        words["{own}"] = rng.choice(own).says
    if "{theirs}" in sentence.text and other:
        theirs = _theirs(sentence, model, other, truths)
        words["{theirs}"] = rng.choice(theirs).says
    question = _replaced(sentence.question, words)
    if fault == "swapped_truths":
        against = "{theirs}" if "{theirs}" in sentence.text else "{value}"
        words["{own}"], words[against] = words[against], words["{own}"]
        question = _replaced(sentence.question, words)
    return Said(text=_replaced(sentence.text, words), sentence=sentence, question=question, other=other)


def _replaced(text: str, words: dict[str, str]) -> str:
    for slot, says in words.items():
        text = text.replace(slot, says)
    return text


def _where(values: tuple[Saying, ...], topic: str, model: str, truths: Truths, wanted: bool) -> list[Saying]:
    return [each for each in truths.sayings(values) if truths.holds(topic, each.means, model) is wanted]


def _conditions_hold(sentence: Sentence, model: str, truths: Truths) -> bool:
    asked, asked_not = sentence.condition.get("asked", {}), sentence.condition.get("asked_not", {})
    return all(truths.holds(topic, means, model) is True for topic, means in asked.items()) and all(
        truths.holds(topic, means, model) is False for topic, means in asked_not.items()
    )


def _theirs(sentence: Sentence, model: str, other: str, truths: Truths) -> list[Saying]:
    return [
        each
        for each in _where(sentence.own_values, sentence.topic, other, truths, True)
        if truths.holds(sentence.topic, each.means, model) is False
    ]


def _other(sentence: Sentence, model: str, truths: Truths, rng: Random) -> str | None:
    """A strategy of which the contrasted value is true, None where there is none."""
    needed = sentence.condition.get("other", {})
    others = [
        other
        for other in truths.topics
        if other != model
        and all(truths.holds(topic, means, other) is True for topic, means in needed.items())
        and ("{theirs}" not in sentence.text or _theirs(sentence, model, other, truths))
    ]
    return rng.choice(others) if others else None
