"""What arithmetic comes to: a result has a metric of its own. What an account ended with less what it began with is a profit, no balance."""

from dataclasses import dataclass

from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metric_vocabulary import DRAWDOWNS, STATISTICS
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.grounding.worked_out.operand import Operand

_START, _END, _GAIN = "initial_capital", "final_equity", frozenset({"profit"})
_GROWTH = frozenset({"total_return", "return", "profit"})
_RESULTS: dict[tuple[str, frozenset[str]], frozenset[str]] = {
    (operation, frozenset({one, two})): result
    for operation, one, two, result in (
        ("difference", _START, _END, _GAIN), ("sum", _START, "profit", frozenset({_END, "equity"})), ("difference", _END, "profit", frozenset({_START})),
        ("percent change", _START, _END, _GROWTH), ("share", _START, "profit", _GROWTH), ("ratio", _START, _END, frozenset({"equity_multiple", "total_return"})),
        ("sum", "winning_trades", "losing_trades", frozenset({"trades"})), ("difference", "trades", "winning_trades", frozenset({"losing_trades"})),
        ("difference", "trades", "losing_trades", frozenset({"winning_trades"})), ("share", "trades", "winning_trades", frozenset({"win_rate"})),
        ("percent change", "trades", "losing_trades", frozenset({"win_rate"})), ("share", "trades", "losing_trades", frozenset({"loss_rate"})),
        ("percent change", "trades", "winning_trades", frozenset({"loss_rate"})), ("sum", "profit", "fees_paid", _GAIN), ("difference", "profit", "fees_paid", _GAIN),
        ("ratio", "profit", "trades", frozenset({"average_trade"})), ("ratio", "average_win", "average_loss", frozenset({"payoff_ratio"})),
        ("ratio", "cagr", "max_drawdown", frozenset({"calmar"})), ("ratio", "total_return", "max_drawdown", frozenset({"calmar"})),
        ("ratio", "return", "max_drawdown", frozenset({"calmar"})),
        *(
            (operation, one, two, DRAWDOWNS | {"below_peak", "fall"})
            for operation in ("difference", "percent change", "share")
            for one, two in ((_END, "peak_equity"), ("lowest_equity", "peak_equity"))
        ),
    )
}  # fmt: skip
_OF_ONE_METRIC = frozenset({"difference", "percent change", "average"})
_KIN = (  # called by one another's names
    frozenset({"return", "total_return", "cagr", "profit", "alpha"}), DRAWDOWNS | {"fall", "drawdown_duration"}, frozenset({_END, "equity"}),
    frozenset({"fee", "fees_paid", "slippage"}), frozenset({"winning_trades", "average_win"}), frozenset({"losing_trades", "average_loss"}),
)  # fmt: skip


def result_of(operation: str, one: str | None, two: str | None) -> frozenset[str]:
    """The metrics that the result of an operation on numbers of two others is; none where no account knows it."""
    return _RESULTS.get((operation, frozenset({one or "", two or ""})), frozenset())


@dataclass(frozen=True, slots=True)
class Wording:
    """What the wording says that a number is: the `metrics` that it may be, few or none, all that a `loose` word may mean, `direct` where one is named right at it; those
    that its sentence has `spoken` of, and whether it `computes`: says that the number is worked out of others. `held` are the
    metrics that the tools returned."""

    metrics: frozenset[str]
    loose: frozenset[str]
    direct: bool
    spoken: frozenset[str]
    computes: bool
    held: frozenset[str]
    beside: frozenset[int]

    def allows(self, operation: str, left: Operand, right: Operand, *, cued: bool) -> bool:
        """Whether the result of an operation on two numbers, of which a change is to the `left` one, may be what the wording says, as far
        as it says that; `cued`: words select the operation."""
        one, two = left.number.measured or "", right.number.measured or ""
        result = result_of(operation, one, two)
        if self.computes:
            return True
        if not self.metrics:
            return not result or not self.loose or not result.isdisjoint(self.loose)
        if operation == "percent change" and (one, two) == (_START, _END):
            return False  # what an account made is told of what it began with
        if operation == "ratio" and one == two and not cued:
            return one not in METRICS
        if (one == two or result) and self.beside >= {id(left.number), id(right.number)}:
            return True
        if one == two:
            return self._may_be_of(one)
        if result:
            told = operation in ("ratio", "share") and (
                self._names(one) or self._names(two) or {one, two} <= self.spoken
            )
            sure = self.direct and len(self.metrics) == 1 and self.metrics <= self.held
            return (told and not sure) or not result.isdisjoint(self.metrics)
        both = {one, two} <= self.spoken
        if one not in METRICS or two not in METRICS or self.held.isdisjoint(self.metrics):
            return True
        if operation in _OF_ONE_METRIC:
            return both
        return self._names(one) or self._names(two) or (both and not (self.direct and self.metrics <= STATISTICS))

    def concerns(self, number: ToolNumber) -> bool:
        """Whether a number may be worked out of one of the tools': of any, unless the wording names a metric that the tools
        returned."""
        metric = number.measured
        if metric not in METRICS or self.held.isdisjoint(self.metrics) or self.metrics.isdisjoint(METRICS):
            return True
        return (
            metric in self.spoken
            or self._names(metric)
            or any(
                metric in operands and not result.isdisjoint(self.metrics) for (_, operands), result in _RESULTS.items()
            )
        )

    def _names(self, metric: str) -> bool:
        """Whether the wording may name a metric."""
        return metric in self.metrics or any(metric in kin and not kin.isdisjoint(self.metrics) for kin in _KIN)

    def _may_be_of(self, metric: str) -> bool:
        """Whether what sets two numbers of a metric against each other may be told so: not where the wording names another right at
        the number, which the tools returned."""
        return (
            metric not in METRICS
            or not self.direct
            or self.held.isdisjoint(self.metrics)
            or metric in self.spoken
            or self._names(metric)
        )
