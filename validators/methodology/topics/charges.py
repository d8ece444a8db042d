"""A charge on trades, and whether two charges come to the same."""

from dataclasses import dataclass
from typing import Literal

Basis = Literal["side", "round", "switch", "year", "one way"]  # a switch sells one holding and buys another


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """`bps` of the traded value on a `basis` (None: unsaid), or `money` a trade in the currency named. 0 bps: trading is free."""

    bps: float | None = None
    money: float | None = None
    basis: Basis | None = None


def is_among(stated: Fee, fact: tuple[Fee, ...], *, summed: bool = True) -> bool:
    """Whether a charge comes to the same as one of a document's, or (`summed`) as some of them together."""
    if stated.money is not None:
        return any(fee.money is not None and _equal(stated.money, stated.basis, fee.money, fee.basis) for fee in fact)
    whole = [fee.bps for fee in fact if fee.bps is not None] if summed else []
    if stated.basis in (None, "round") and 1 < len(whole) <= 3 and stated.bps in _sums(whole):
        return True  # a purchase with its duty and the sale
    options = (
        [*fact]
        if not whole
        else [*fact, Fee(bps=sum(whole), basis=next((fee.basis for fee in fact if fee.basis), None))]
    )
    return stated.bps is not None and any(
        fee.bps is not None and _equal(stated.bps, stated.basis, fee.bps, fee.basis) for fee in options
    )


def _sums(amounts: list[float]) -> set[float]:
    """What some of the charges come to, each taken once or twice."""
    found = {0.0}
    for amount in amounts:
        found = {round(total + times * amount, 6) for total in found for times in (0, 1, 2)}
    return found


def _equal(stated: float, basis: Basis | None, charge: float, of: Basis | None) -> bool:
    """Two sides make a round trip; a basis left unsaid on either part is taken as the other's, or as either."""
    ratios = {1.0}
    if basis == "switch":
        ratios = {0.5, 1.0} if of == "round" else {1.0, 2.0}
    elif basis == "round" and of != "round":
        ratios = {2.0} if of == "side" else {1.0, 2.0}
    elif basis == "side" and of == "round":
        ratios = {0.5}
    elif basis is None and of == "round":
        ratios = {0.5, 1.0}
    return any(abs(stated - charge * ratio) <= 1e-6 * max(1.0, charge) for ratio in ratios)
