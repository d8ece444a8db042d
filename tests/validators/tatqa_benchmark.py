"""Grounding on TAT-QA (Zhu et al., ACL 2021): are true look-ups accepted, and their wrong twins refused?

    python tests/validators/tatqa_benchmark.py tatqa_dataset_dev.json

Each question whose answer is one or more numbers copied from the table or the text is a true look-up. A twin changes one number:
by 1 to 20 percent, by swapping two digits, or tenfold. The sources are all numbers of the context's table and paragraphs.
"""

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from validators.grounding.review import grounded_numbers as review
from validators.numbers.scan import quantities
from validators.reasons import Reason

Kind = str


def lookups(contexts: list[dict[str, Any]]) -> Iterator[tuple[list[str], str, str]]:
    """(tool outputs, question, the answer as written) for each number that a question looks up."""
    for context in contexts:
        output = json.dumps(
            {"table": context["table"]["table"], "text": [part["text"] for part in context["paragraphs"]]}
        )
        for question in context["questions"]:
            if question["answer_type"] not in ("span", "multi-span"):
                continue
            for answer in question["answer"]:
                if re.fullmatch(
                    r"[\s$€£()%−\-\d.,]*\d[\s$€£()%−\-\d.,]*(?:million|billion|thousand|percent)?", str(answer)
                ):
                    yield [output], question["question"], str(answer)


def twins(written: str, draw: random.Random) -> dict[str, str]:
    """Wrong numbers in the same writing."""
    body = re.search(r"\d[\d,]*(?:\.\d+)?", written)
    assert body is not None
    digits = body.group()
    decimals = len(digits.partition(".")[2])
    value = float(digits.replace(",", ""))
    grouped = "," if "," in digits else ""

    def write(number: float) -> str:
        return written[: body.start()] + f"{number:{grouped}.{decimals}f}" + written[body.end() :]

    found = {
        "relative": write(value * (1 + draw.choice((-1, 1)) * draw.uniform(0.01, 0.2))),
        "tenfold": write(value * 10),
    }
    places = [
        at
        for at in range(len(digits) - 1)
        if digits[at].isdigit() and digits[at + 1].isdigit() and digits[at] != digits[at + 1]
    ]
    if places:
        at = draw.choice(places)
        swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        found["digit swap"] = written[: body.start()] + swapped + written[body.end() :]
    return {kind: twin for kind, twin in found.items() if twin != written}


def accepted(outputs: list[str], written: str) -> bool | None:
    """Whether the number passes; None where the scanner finds none in it."""
    numbers = review(f"The answer is {written}.", [], outputs)
    return all(number.reason in (None, Reason.DERIVED_NUMBER) for number in numbers) if numbers else None


def measure(path: Path, seed: int = 0) -> tuple[Counter[str], Counter[str], list[str]]:
    """(accepted by kind, all by kind, the true look-ups refused)."""
    draw = random.Random(seed)
    passed, total, refused = Counter[str](), Counter[str](), []
    for outputs, _, written in lookups(json.loads(path.read_text())):
        if not quantities(written):
            total["no number read"] += 1
        for kind, text in {"true": written, **twins(written, draw)}.items():
            total[kind] += 1
            if accepted(outputs, text):
                passed[kind] += 1
            elif kind == "true":
                refused.append(written)
    return passed, total, refused


if __name__ == "__main__":
    passed, total, refused = measure(Path(sys.argv[1]))
    for kind in total:
        print(f"{kind:12} {passed[kind]:5} of {total[kind]:5} accepted  {passed[kind] / total[kind]:.2%}")
    wrong = [kind for kind in total if kind not in ("true", "no number read")]
    print(f"all wrong    {sum(passed[kind] for kind in wrong) / sum(total[kind] for kind in wrong):.2%}")
    print("refused:", refused[:40])
