"""What may be worked out of the keys of one record: of two of them, or of one."""

from collections.abc import Sequence
from itertools import combinations, product

from validators.grounding.number_match import UNIT_PER_FRACTION
from validators.grounding.tools.number import ToolNumber
from validators.grounding.worked_out.column_results import MEASURES
from validators.grounding.worked_out.columns import are_apart, measure_told
from validators.grounding.worked_out.pool import Pool

_WHOLES = (
    {"trades", "winning_trades"},
    {"trades", "losing_trades"},
    {"initial_capital", "final_equity"},
    {"profit", "final_equity"},
)


def add_record(
    pool: Pool, numbers: Sequence[ToolNumber], above: Sequence[ToolNumber] = (), *, loosely: bool = False
) -> None:
    """What may be worked out of two keys of one record, of one of them and one of what the record is part of (`above`), or of one; `loosely`: of all that is told of one thing, of which no two
    metrics are added or subtracted but those that are the ends or parts of one."""
    for number in numbers:
        value = number.value / UNIT_PER_FRACTION.get(number.unit or "", 1.0)
        if 0 < abs(value) < 1 and measure_told(number) in ("share", "ratio", "number", "any"):
            said = f"{value:.10g} ({number.source})"
            pool.add("ratio", 1 - abs(value), f"1 − {said}")
            pool.add("ratio", value**2, f"square of {said}")
            pool.add("ratio", 1 - value**2, f"rest of the square of {said}")
    for left, right in (*combinations(numbers, 2), *product(numbers, above)):
        a, b = (each.value / UNIT_PER_FRACTION.get(each.unit or "", 1.0) for each in (left, right))
        at = f"{a:.10g} ({left.source}) and {b:.10g} ({right.source})"
        one, two = measure_told(left), measure_told(right)
        alike = one == two or ("any" in (one, two) and not (loosely and "share" in (one, two)))
        linear = alike and not (loosely and are_apart(left, right))
        if alike and a and b:
            pool.add("ratio", a / b, f"ratio of {at}")
            pool.add("ratio", b / a, f"ratio of {at}")
            if linear and a * b > 0 and "share" not in (one, two):
                pool.add("ratio", a / (a + b), f"part of the sum of {at}")
                pool.add("ratio", b / (a + b), f"part of the sum of {at}")
        if linear and a and b:
            pool.add("ratio", (a - b) / abs(b), f"change {'up' if a > b else 'down'} between {at}")
            pool.add("ratio", (b - a) / abs(a), f"change {'up' if b > a else 'down'} between {at}")
        if linear:
            for measure in MEASURES[one if two == "any" else two]:
                pool.add(measure, a - b, f"difference of {at}")
                if {left.measured, right.measured} not in _WHOLES:
                    pool.add(measure, a + b, f"sum of {at}")
            if one == two == "any" and a and b:
                pool.add("money", a / b, f"quotient of {at}")
                pool.add("money", b / a, f"quotient of {at}")
        elif {one, two} == {"money", "number"} and a and b:
            pool.add("money", a / b if one == "money" else b / a, f"quotient of {at}")
        elif {one, two} == {"money", "share"}:
            pool.add("money", a * b, f"product of {at}")
        elif {one, two} == {"number", "share"}:
            pool.add("number", a * b, f"product of {at}")
