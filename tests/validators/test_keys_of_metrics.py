"""What keys of tools name, in the styles of many: the metric of a number is read from its key and the keys above."""

import json

import pytest

from validators.grounding.review import grounded_numbers
from validators.grounding.tools.facts import tool_facts
from validators.grounding.tools.vocabulary.metrics import METRICS

# key, or keys one below the other; a number; its metric, None where it is none of the vocabulary's
KEYS: list[tuple[str, float, str | None]] = [
    ("highest_yearly_return", 0.21, "best_year"),
    ("worstAnnualReturn", -0.13, "worst_year"),
    ("monthlyReturnMax", 0.067, "best_month"),
    ("annual_returns > min", -0.13, "worst_year"),
    ("months > min_return", -0.05, "worst_month"),
    ("Largest daily gain", 0.031, "best_day"),
    ("max_daily_loss_pct", 3.4, "worst_day"),
    ("Avg. profit (winners)", 310.5, "average_win"),
    ("winners > Avg. Profit", 310.5, "average_win"),
    ("trades > won > pnl > average", 310.5, "average_win"),
    ("avg_loss_losing_trades", -120.5, "average_loss"),
    ("losing > avg_return", -0.013, "average_loss"),
    ("trade_mean_return", 0.0042, "average_trade"),
    ("Mean trade P&L", 42.5, "average_trade"),
    ("Avg. P/L", 42.5, "average_trade"),
    ("Max Winner", 0.12, "best_trade"),
    ("best_trade_pnl", 911.5, "best_trade"),
    ("lost > max", -0.09, "worst_trade"),
    ("min_trade_return", -0.09, "worst_trade"),
    ("cnt_win", 35, "winning_trades"),
    ("losing", 26, "losing_trades"),
    ("lost", 26, "losing_trades"),
    ("winning > count", 35, "winning_trades"),
    ("total_profit_trades", 35, "winning_trades"),
    ("number_of_losers", 26, "losing_trades"),
    ("losses > n", 26, "losing_trades"),
    ("proportion_of_winners", 0.57, "win_rate"),
    ("Winners (%)", 57.4, "win_rate"),
    ("losers > pct", 42.6, "loss_rate"),
    ("proportion_losing", 0.426, "loss_rate"),
    ("winners > Max. Consecutive", 7, "winning_streak"),
    ("losses_in_row_max", 4, "losing_streak"),
    ("trade_len_avg", 11.2, "holding_period"),
    ("average_bars_per_trade", 11.2, "holding_period"),
    ("days_in_market_pct", 91.5, "exposure"),
    ("underwater_pct_of_days", 71.3, "below_peak"),
    ("Max % underwater", 31.4, "max_drawdown"),
    ("share_of_time_in_drawdown", 0.713, "below_peak"),
    ("drawdown > latest", -0.04, "current_drawdown"),
    ("drawdowns > mean", -0.04, "average_drawdown"),
    ("drawdown > max_len", 210, "drawdown_duration"),
    ("netProfitPct", 31.2, "total_return"),
    ("pnl_total_pct", 31.2, "total_return"),
    ("since_inception_return", 0.312, "total_return"),
    ("Ann. return / max DD", 0.91, "calmar"),
    ("annual_return_to_max_drawdown", 0.91, "calmar"),
    ("gross_win / gross_loss", 1.31, "profit_factor"),
    ("P&L/trade", 42.5, "average_trade"),
    ("cum_commission", 911.4, "fees_paid"),
    ("fee_amt", 911.4, "fees_paid"),
    ("biggestSlump", 0.21, "max_drawdown"),
    ("bars_per_trade", 6.2, "holding_period"),
    ("daysLowToPeak", 88, "drawdown_duration"),
    ("days_to_new_high", 88, "drawdown_duration"),
    ("money-in", 40000, "initial_capital"),
    ("navMult", 1.42, "equity_multiple"),
    ("nav > close", 40310.5, "final_equity"),
    ("orders closed", 53, "trades"),
    ("of which profitable", 27, "winning_trades"),
    ("trading > n", 53, "trades"),
    ("tc_per_side_bps", 5, "fee"),
    ("round_trip_cost_bps", 10, "fee"),
    ("downsideStd", 0.08, "downside_deviation"),
    ("Skewness of daily returns", -0.41, "skew"),
    ("VaR (95%)", 2.1, "var"),
    ("Historical ES (95%)", 3.1, "cvar"),
    ("Shortfall beyond (CVaR)", 3.1, "cvar"),
    ("excess_kurt", 2.2, "kurtosis"),
    ("alpha > t_stat", 2.4, "alpha_t"),
    ("trk_err", 0.034, "tracking_error"),
    ("divYld", 0.021, "dividend_yield"),
    ("mktCapUsd", 91000000, "market_cap"),
    ("grossLev", 1.4, "leverage"),
    ("Commission [$]", 64.2, "fees_paid"),
    ("Max account drawdown (%)", 12.4, "max_drawdown"),
    ("maxDrawDownPct", 12.4, "max_drawdown"),
    ("relative_drawdown_pct", 12.4, "max_drawdown"),
    ("Max. % of equity under water", 12.4, "max_drawdown"),
    ("Average equity drawdown", 2.4, "average_drawdown"),
    ("Losing round-trips", 26, "losing_trades"),
    ("Avg Profit %", 0.31, "average_trade"),
    ("Return since incep. (ann.)", 0.08, "cagr"),
    ("Compounding annual return", 0.08, "cagr"),
    ("norm_return100", 8.1, "return"),
    ("Net profit > percent", 31.2, "total_return"),
    ("Sortino (365 days)", 0.71, "sortino"),
    ("len > average", 6.1, "holding_period"),
    ("gain_to_pain_ratio", 1.42, "gain_to_pain"),
    ("annualized_net_growth_over_full_sample", 0.11, "cagr"),
    ("total_performance_since_inception", 0.62, "total_return"),
    ("deepest_fall_from_high_water_mark", -0.31, "max_drawdown"),
    ("mean_depth_of_drawdowns", -0.06, "average_drawdown"),
    ("open_drawdown", -0.04, "current_drawdown"),
    ("best_single_trade_return", 0.21, "best_trade"),
    ("worst_calendar_month_return_bps", -910, "worst_month"),
    ("WorstM_%", -9.1, "worst_month"),
    ("years > worst_drop", -0.08, "max_drawdown"),
    ("dip > size", -0.13, "max_drawdown"),
    ("number_of_trades_with_positive_pnl", 41, "winning_trades"),
    ("blotter > n_green", 41, "winning_trades"),
    ("share_of_days_with_open_position", 0.64, "exposure"),
    ("commission_in_basis_points_per_fill", 4, "fee"),
    ("beginning_cash_balance", 25000, "initial_capital"),
    ("portfolio_value_on_last_day", 31200.5, "final_equity"),
    ("final_val", 31200.5, "final_equity"),
    ("sharpe_r", 0.91, "sharpe"),
    ("VaR_95", -0.021, "var"),
    ("max_cons_losses", 7, "losing_streak"),
    ("dd_rec_d", 211, "drawdown_duration"),
    ("Max balance", 1420.5, "peak_equity"),
    ("Win 12m %", 81.5, None),
    ("drawdown_high", 1420.5, None),
    ("Payoff (all trades)", 1.42, "payoff_ratio"),
    ("hit_rate_net_of_costs", 0.57, "win_rate"),
    ("Total return on starting capital", 0.31, "total_return"),
    ("Kurtosis (daily returns)", 4.1, "kurtosis"),
    ("Total fees (commission + slippage)", 412.5, "fees_paid"),
    ("expectancy_in_R", 0.24, "average_trade"),
    ("lookback_bars", 120, "lookback"),
    ("deals_closed_in_profit_count", 61, "winning_trades"),
    ("biggest_loss_on_one_position", -812.4, "worst_trade"),
    ("longest_flat_spell_days", 211, "drawdown_duration"),
    ("active_return_to_tracking_error_ratio", 0.31, "information_ratio"),
    ("gain_or_loss", -812.4, "profit"),
    ("ir_vs_index", 0.31, "information_ratio"),
    ("es_99", -0.031, "cvar"),
    ("greatest_profit_on_any_single_trade", 812.4, "best_trade"),
    ("all_in_cost_usd", 812.4, "fees_paid"),
    ("expected_value_per_trade", 12.4, "average_trade"),
    ("share_of_gainers", 0.52, "win_rate"),
    ("balance1", 41200.5, "final_equity"),
    ("account > current", 41200.5, "final_equity"),
    ("outcome_eur", 41200.5, "profit"),
    ("total_result_usd", -812.4, "profit"),
    ("growth_section > annualised > value", 0.11, "cagr"),
    ("return_panel > comparator_cumulative > val", 0.31, "total_return"),
    ("Ratio Avg Win / Avg Loss", 1.42, "payoff_ratio"),
    ("win_loss_ratio", 1.42, "payoff_ratio"),
    ("Win Month %", 61.2, None),
    ("losing_days", 812, None),
    ("trades_per_year", 12.2, None),
    ("avg_trades_per_month", 1.4, None),
    ("sharpe_pvalue", 0.034, None),
    ("cagr_rank", 3, None),
    ("beta_version", 2, None),
    ("warmup_bars", 252, None),
    ("alpha_decay_days", 14, None),
    ("takeProfitPct", 8.5, None),
    ("deflated_sharpe", 0.66, "deflated_sharpe"),
    ("drawdown > peak_date", 7, None),
    ("n_drawdowns", 14, None),
    ("expectancy_ratio", 0.31, None),
    ("price_change_pct", -3.2, None),
]


@pytest.mark.parametrize(("keys", "value", "metric"), KEYS, ids=[keys for keys, *_ in KEYS])
def test_metric_of_keys(keys: str, value: float, metric: str | None) -> None:
    output: object = value
    for key in reversed(keys.split(" > ")):
        output = {key: output}
    found = tool_facts([json.dumps(output)]).numbers
    (number,) = (number for number in found if number.value == value and not number.length)
    assert (number.measured if number.measured in METRICS else None) == metric


TRADES = {
    "trades": {
        "total": 61,
        "won": {"total": 35, "pnl": {"average": 260.0, "max": 911.0}},
        "lost": {"total": 26, "pnl": {"average": -130.5, "max": -410.0}},
        "streak": {"won": {"longest": 7}, "lost": {"longest": 4}},
        "len": {"average": 11.2, "won": {"average": 13.9}},
    }
}  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        ("The average winner made 260, the average loser lost 130.5.", []),
        ("The best trade made 911.", []),
        ("The longest losing streak was 4 trades.", []),
        ("The best trade made 260.", ["260"]),
        ("The average winner made 13.9.", ["13.9"]),
        ("The longest losing streak was 7.", ["7"]),
    ],
)
def test_keys_below_each_other(answer: str, wrong: list[str]) -> None:
    numbers = grounded_numbers(answer, ["How were the trades?"], [json.dumps(TRADES)])
    assert [number.text for number in numbers if not number.grounded] == wrong


@pytest.mark.parametrize(
    ("key", "value", "unit"),
    [
        ("fee_in_basis_points_per_side", 10, "bps"),
        ("maxDrawdownInPercent", -21.3, "percent"),
        ("return in per cent", 8.1, "percent"),
        ("hold_d", 12, "day"),
        ("fee", 7, None),  # beside shares in percent a whole one may well be basis points
    ],
)
def test_units_that_keys_spell_out(key: str, value: float, unit: str | None) -> None:
    found = tool_facts([json.dumps({key: value, "cagr": 9.31, "total_return": 48.2, "max_drawdown": -17.9})]).numbers
    assert next(number.unit for number in found if number.value == value) == unit


def test_what_a_key_says_besides_singles_nothing_out_where_it_stands_alone() -> None:
    output = {"annualised_return_volatility": 0.12, "annualised_compound_return": 0.07, "pearson_correlation": 0.4}
    assert all("key of metric" not in number.scope for number in tool_facts([json.dumps(output)]).numbers)


def test_a_benchmark_is_a_part_also_where_it_stands_alone() -> None:
    output = {"cagr": 0.07, "benchmark_total_return": 0.4}
    parts = [number.scope.get("key of metric") for number in tool_facts([json.dumps(output)]).numbers]
    assert "benchmark" in parts


def test_values_of_names_that_stand_above_a_block_of_lists() -> None:
    output = {"models": ["oak-trend", "elm-carry"], "table": {"cagr": [0.12, 0.05], "sharpe": [0.9, 0.4]}}
    held = {(number.source, number.scope.get("model")) for number in tool_facts([json.dumps(output)]).numbers}
    assert {("call_0 $.table.cagr[0]", "oak-trend"), ("call_0 $.table.sharpe[1]", "elm-carry")} <= held
