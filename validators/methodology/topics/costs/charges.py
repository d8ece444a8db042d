"""A charge on trades, and whether two charges come to the same."""

from dataclasses import dataclass
from typing import Literal

Basis = Literal["side", "round", "switch", "year", "one way"]  # a switch sells one holding and buys another


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """`bps` of the traded value on a `basis` (None: unsaid), `money` a trade in the currency named, or `steps` of a price (ticks, pips).
    0 bps: trading is free."""

    bps: float | None = None
    money: float | None = None
    steps: float | None = None
    step: str = ""
    glossed: bool = False  # said beside a charge in steps, whose worth it may be
    basis: Basis | None = None
    limit: str = ""  # "less", "more": the charge is said to be so, and no more than that
    commission: bool = False  # of 0 bps: the words speak of commissions alone, and not of every cost


def is_among(stated: Fee, fact: tuple[Fee, ...], *, summed: bool = True) -> bool:
    """Whether a charge comes to the same as one of a document's, or (`summed`) as some of them together."""
    if stated.limit:
        return _keeps(stated, fact)
    if stated.bps == 0.0 and not stated.commission:
        fact = tuple(fee for fee in fact if not fee.commission) if any(fee.bps or fee.money for fee in fact) else fact
    if stated.steps is not None:
        return any(
            fee.steps is not None
            and fee.step == stated.step
            and _equal(stated.steps, stated.basis, fee.steps, fee.basis)
            for fee in fact
        )
    if stated.money is not None:
        return any(fee.money is not None and _equal(stated.money, stated.basis, fee.money, fee.basis) for fee in fact)
    charged = [fee for fee in fact if fee.bps and fee.basis != "year"] if summed else []
    whole = [fee.bps or 0.0 for fee in charged]
    if stated.bps and stated.basis in (None, "round") and 1 < len(whole) <= 3:
        twice = sum(fee.bps or 0.0 for fee in charged if fee.basis == "side") if stated.basis == "round" else 0.0
        if round(stated.bps - 2 * twice, 6) in _sums(
            [fee.bps or 0.0 for fee in charged if not twice or fee.basis != "side"]
        ):
            return True  # a purchase with its duty and the sale
    options = (
        [*fact]
        if not whole
        else [*fact, Fee(bps=sum(whole), basis=next((fee.basis for fee in fact if fee.basis), None))]
    )
    return stated.bps is not None and any(
        fee.bps is not None and _equal(stated.bps, stated.basis, fee.bps, fee.basis) for fee in options
    )


def _keeps(stated: Fee, fact: tuple[Fee, ...]) -> bool:
    """Whether some way to count a document's charges is below (or above) the amount named."""
    said, charged = (
        (stated.money, [fee.money for fee in fact if fee.money])
        if stated.bps is None
        else (stated.bps, [fee.bps for fee in fact if fee.bps and fee.basis != "year"])
    )
    if said is None or not charged:
        return True
    if stated.limit in ("less", "lower", "below", "under"):
        return min(charged) / 2 < said
    return 2 * sum(charged) > said


def _sums(amounts: list[float]) -> set[float]:
    """What some of the charges come to, each taken once or twice."""
    found = {0.0}
    for amount in amounts:
        found = {round(total + times * amount, 6) for total in found for times in (0, 1, 2)}
    return found


def _equal(said: float, said_of: Basis | None, charged: float, charged_on: Basis | None) -> bool:
    """Two sides make a round trip; a basis left unsaid on either part is taken as the other's, or as either."""
    ratios = {1.0}
    if said_of == "switch":
        ratios = {0.5, 1.0} if charged_on == "round" else {1.0, 2.0}
    elif said_of == "round" and charged_on != "round":
        ratios = {2.0} if charged_on == "side" else {1.0, 2.0}
    elif said_of == "side" and charged_on == "round":
        ratios = {0.5}
    elif said_of is None and charged_on == "round":
        ratios = {0.5, 1.0}
    return any(abs(said - charged * ratio) <= 1e-6 * max(1.0, charged) for ratio in ratios)
