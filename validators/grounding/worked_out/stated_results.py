"""What may be worked out of the numbers that an answer states beside one: of two, of three in a chain, of all of them together."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import prod

from validators.grounding.worked_out.pool import COMPOUNDED, Measure, Pool
from validators.grounding.worked_out.stated_beside import Stated

MOST = 10  # numbers that are set against each other
_MEASURES: dict[str, Measure] = {
    "share": "share",
    "rate": "share",
    "money": "money",
    "number": "number",
    "ratio": "ratio",
}
Operand = tuple[float, Measure, str]


def operands(stated: Sequence[Stated]) -> list[Operand]:
    """The numbers as operands, as the answer tells them; a bare one is a share where the tool's number is one."""
    return [_operand(each) for each in stated[:MOST] if each.quantity.kind not in ("date", "split")]


def _operand(stated: Stated) -> Operand:
    number, quantity = stated.number, stated.quantity
    if quantity.kind == "plain" and number is not None and number.unit == "percent":
        return stated.value / 100, "share", f"{quantity.text}%"
    return stated.value, _MEASURES.get(stated.measure, "time"), quantity.text


def add_pairs(pool: Pool, told: Sequence[Operand]) -> None:
    """What may be worked out of two of the numbers, of one, or of all of one kind."""
    for first, second in combinations(told, 2):
        for measure, result, work in _of_two(first, second):
            pool.add(measure, result, work)
    for measure in {each[1] for each in told}:
        alike = [each for each in told if each[1] == measure]
        for few in range(3, len(alike) + 1):
            for part in {tuple(alike[:few]), tuple(alike[-few:])}:
                values, said = [each[0] for each in part], ", ".join(each[2] for each in part)
                pool.add(measure, sum(values), f"sum of {said}")
                pool.add(measure, sum(values) / few, f"average of {said}")
                if measure == "share" and min(values) > -1 and max(values) <= COMPOUNDED:
                    pool.add(measure, prod(1 + value for value in values) - 1, f"compounding of {said}")
    for value, measure, said in told:
        if measure == "share" and 0 < value < 1:
            pool.add("share", 1 - value, f"1 − {said}")


def add_chains(pool: Pool, told: Sequence[Operand]) -> None:
    """What may be worked out of three of the numbers, one step after the other."""
    for first, second, third in combinations(told, 3):
        for left, right, last in ((first, second, third), (first, third, second), (second, third, first)):
            for measure, result, work in _of_two(left, right):
                if work.startswith(("product", "sum", "difference")):
                    for whole, final, further in _of_two((result, measure, f"({work})"), last):
                        if further.startswith(("product", "ratio", "share", "quotient")):
                            pool.add(whole, final, further)


def _of_two(first: Operand, second: Operand) -> Iterator[tuple[Measure, float, str]]:
    (a, one, left), (b, two, right) = first, second
    said = f"of {left} and {right}"
    if not a or not b:
        return
    if one == two:
        yield one, a - b, f"difference {said}"
        yield one, a + b, f"sum {said}"
        yield one, (a + b) / 2, f"average {said}"
        yield "ratio", a / b, f"ratio {said}"
        yield "ratio", b / a, f"ratio {said}"
        yield "ratio", (a - b) / abs(b), f"change {'up' if a > b else 'down'} {said}"
        yield "ratio", (b - a) / abs(a), f"change {'up' if b > a else 'down'} {said}"
        if one == "share":
            yield "share", (1 + a) * (1 + b) - 1, f"compounding {said}"
            yield "share", a * b, f"product {said}"
        if one == "number":
            yield "number", a * b, f"product {said}"
            if a + b:
                yield "ratio", a / (a + b), f"share {said}"
                yield "ratio", b / (a + b), f"share {said}"
        return
    if "share" in (one, two):
        other = two if one == "share" else one
        yield other, a * b, f"product {said}"
        if other in ("number", "time", "ratio"):
            yield "share", a * b, f"product {said}"
            yield "share", a / b if one == "share" else b / a, f"quotient {said}"
    elif "money" in (one, two):
        yield "money", a * b, f"product {said}"
        yield "money", a / b if one == "money" else b / a, f"quotient {said}"
    elif {one, two} == {"number", "time"}:
        yield "ratio", a / b, f"quotient {said}"
        yield "ratio", b / a, f"quotient {said}"
        yield "time", b / a if two == "time" else a / b, f"quotient {said}"
        yield "number", a * b, f"product {said}"
    else:
        yield "number", a * b, f"product {said}"
