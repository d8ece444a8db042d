# ruff: noqa: E501
"""Layouts in which backtests are returned: of each, every number is read with its metric and what it is of."""

import json

import pytest

from validators.grounding.review import grounded_numbers
from validators.grounding.tools.facts import tool_facts
from validators.grounding.tools.number import ToolNumber
from validators.grounding.tools.vocabulary.metrics import METRICS

A, B = "pewter-vol", "cash-return"
FIGURES = {
    A: {"cagr": 0.1234, "sharpe": 0.81, "max_drawdown": -0.196, "trades": 47},
    B: {"cagr": -0.0456, "sharpe": -0.42, "max_drawdown": -0.351, "trades": 31},
}
MODELS = {"models": [A, B], "ticker": "KO"}
a, b = FIGURES[A], FIGURES[B]
CROSSED = {metric: {A: a[metric], B: b[metric]} for metric in a}
ROWS = [{"model": name, **FIGURES[name]} for name in FIGURES]
HEAD = ["model", *a]
CELLS = [[name, *FIGURES[name].values()] for name in FIGURES]


def _crossed(first: str, second: str) -> dict:
    return {metric: {first: a[metric], second: b[metric]} for metric in a}


def _labelled(first: str, second: str) -> list:
    return [{"metric": metric, first: a[metric], second: b[metric]} for metric in a]


def _percent(value: float) -> str:
    return f"{100 * value:.2f}%"


def _shown(name: str) -> list[str]:
    figures = FIGURES[name]
    return [
        _percent(figures["cagr"]),
        f"{figures['sharpe']}",
        _percent(figures["max_drawdown"]),
        str(figures["trades"]),
    ]


SHOWN = {A: _shown(A), B: _shown(B)}
LABELS = ["CAGR", "Sharpe", "Max drawdown", "Trades"]
SIDE = list(zip(LABELS, SHOWN[A], SHOWN[B], strict=True))

LAYOUTS: dict[str, tuple[object, dict]] = {
    "records": (ROWS, {}),
    "runs below a key": ({"runs": ROWS, "count": 2}, {}),
    "parameters apart from results": (
        {"runs": [{"id": 1, "params": {"model": name}, "results": FIGURES[name]} for name in FIGURES]},
        {},
    ),
    "run, then metric": ({"results": FIGURES}, MODELS),
    "metric, then run": (CROSSED, MODELS),
    "metric, then run, names in the output only": ({"order": [A, B], "metrics": CROSSED}, {}),
    "metric, then run, names nowhere else": ({"metrics": CROSSED}, {}),
    "metric, then place, names beside": ({"x": {"model": A}, "y": {"model": B}, **_crossed("x", "y")}, {}),
    "metric, then place, names in a row": ({"model": {"x": A, "y": B}, **_crossed("x", "y")}, {}),
    "metric, then first and second": ({"firstModel": A, "secondModel": B, **_crossed("first", "second")}, {}),
    "metric, then row number": ({"model": {"0": A, "1": B}, **_crossed("0", "1")}, {}),
    "two blocks": ({"left": {"name": A, **a}, "right": {"name": B, **b}}, {}),
    "blocks called anything": ({"desk_1": {"who": A, **a}, "desk_2": {"who": B, **b}}, MODELS),
    "blocks by model and ticker": ({f"{A} (KO)": a, f"{B} (KO)": b}, MODELS),
    "keys of dotted names": ({f"{side}.{metric}": value for side, name in (("a", A), ("b", B)) for metric, value in {"model": name, **FIGURES[name]}.items()}, {}),
    "orient split": ({"columns": list(a), "index": [A, B], "data": [list(a.values()), list(b.values())]}, MODELS),
    "orient split, crosswise": ({"columns": [A, B], "index": list(a), "data": [[a[m], b[m]] for m in a]}, MODELS),
    "orient split below a key": (
        {"data": {"columns": HEAD, "index": [0, 1], "data": CELLS}, "ok": True},
        {},
    ),
    "orient index": (FIGURES, MODELS),
    "orient columns": ({metric: dict(CROSSED[metric]) for metric in CROSSED}, MODELS),
    "orient list": ({"model": [A, B], **{metric: [a[metric], b[metric]] for metric in a}}, {}),
    "orient table": (
        {"schema": {"fields": [{"name": key, "type": "number"} for key in HEAD], "primaryKey": ["model"]}, "data": ROWS},
        {},
    ),
    "parallel arrays beside scalars": (
        {"ticker": "KO", "models": [A, B], "from": "2010-01-04", **{metric: [a[metric], b[metric]] for metric in a}},
        {},
    ),
    "columns and rows": ({"ticker": "KO", "columns": HEAD, "rows": CELLS}, {}),
    "head and body": ({"head": HEAD, "body": CELLS}, {}),
    "fields as records": ({"fields": [{"name": key} for key in HEAD], "rows": CELLS}, {}),
    "array with a header row": ([HEAD, *CELLS], {}),
    "header row of runs": ([["metric", A, B], *([m, a[m], b[m]] for m in a)], MODELS),
    "labelled rows": (_labelled(A, B), MODELS),
    "labelled rows, names in a row": ([{"metric": "model", "x": A, "y": B}, *_labelled("x", "y")], {}),
    "labelled rows below a key": ({"table": [{"metric": "strategy", "x": A, "y": B}, *_labelled("x", "y")]}, {}),
    "edges and nodes": ({"data": {"runs": {"edges": [{"node": row} for row in ROWS]}}}, {}),
    "node with names apart": (
        {"data": {"runs": [{"strategy": {"name": name}, "metrics": FIGURES[name]} for name in FIGURES]}},
        {},
    ),
    "attributes": (
        {"data": [{"type": "backtest", "id": str(n), "attributes": row} for n, row in enumerate(ROWS)]},
        {},
    ),
    "hits": ({"hits": {"total": 2, "hits": [{"_id": "r1", "_source": row} for row in ROWS]}}, {}),
    "JSON in JSON": ({"status": "ok", "result": json.dumps({"runs": ROWS})}, {}),
    "JSON twice": (json.dumps(json.dumps(ROWS)), {}),
    "content blocks": ([{"type": "text", "text": json.dumps(ROWS)}], {}),
    "text in JSON": ({"stdout": "\n".join(["model,cagr,sharpe,max_drawdown,trades", *(",".join(map(str, row)) for row in CELLS)])}, {}),
    "JSON in a fence": ("```json\n" + json.dumps(ROWS, indent=1) + "\n```", {}),
    "JSON after a sentence": ("Comparison finished in 2 steps.\n" + json.dumps({"runs": ROWS}), {}),
    "JSON lines": ("\n".join(json.dumps(row) for row in ROWS), {}),
    "Python": (str(ROWS), {}),
    "Python with calls": (
        "[" + ", ".join(f"OrderedDict([('model', '{n}'), ('cagr', np.float64({f['cagr']})), ('sharpe', np.float64({f['sharpe']})), ('max_drawdown', {f['max_drawdown']}), ('trades', {f['trades']}), ('end', Timestamp('2020-01-02 00:00:00'))])" for n, f in FIGURES.items()) + "]",
        {},
    ),
    "numbers as text": (
        [dict(zip(["model", "CAGR", "Sharpe", "Max drawdown", "Trades"], [name, *SHOWN[name]], strict=True)) for name in FIGURES],
        {},
    ),
    "numbers as text, crosswise": ({label: {A: one, B: two} for label, one, two in SIDE}, MODELS),
    "units in a block": (
        {"units": {"cagr": "percent", "max_drawdown": "percent"}, "runs": [{"model": n, **f, "cagr": 100 * f["cagr"], "max_drawdown": 100 * f["max_drawdown"]} for n, f in FIGURES.items()]},
        {},
    ),
    "a legend of short columns": (
        {"head": ["model", "ret", "s", "dd", "n"], "headMeaning": {"ret": "annual return, %", "s": "sharpe", "dd": "max drawdown, %", "n": "trades"}, "body": [[n, 100 * f["cagr"], f["sharpe"], 100 * f["max_drawdown"], f["trades"]] for n, f in FIGURES.items()]},
        {},
    ),
    "CSV": ("\n".join([",".join(HEAD), *(",".join(map(str, row)) for row in CELLS)]), {}),
    "TSV": ("\n".join(["\t".join(HEAD), *("\t".join(map(str, row)) for row in CELLS)]), {}),
    "CSV, crosswise": ("\n".join([f"metric,{A},{B}", *(f"{m},{a[m]},{b[m]}" for m in a)]), MODELS),
    "Markdown": ("\n".join(["| " + " | ".join(HEAD) + " |", "|---|---|---|---|---|", *("| " + " | ".join(map(str, row)) + " |" for row in CELLS)]), {}),
    "Markdown, crosswise": ("\n".join([f"| Metric | {A} | {B} |", "|:--|--:|--:|", *(f"| {m} | {x} | {y} |" for m, x, y in SIDE)]), MODELS),
    "Markdown with names in a row": ("\n".join(["| | first | second |", "|---|---|---|", f"| model | {A} | {B} |", *(f"| {m} | {x} | {y} |" for m, x, y in SIDE)]), {}),
    "fixed width": ("\n".join(["Ticker: KO", "model         cagr     sharpe   max_drawdown  trades", *(f"{n:12}  {f['cagr']:7}  {f['sharpe']:6}  {f['max_drawdown']:6}  {f['trades']}" for n, f in FIGURES.items())]), {}),
    "fixed width with an index": ("\n".join(["               cagr  sharpe  max_drawdown  trades", *(f"{n:12}  {f['cagr']:7}  {f['sharpe']:6}  {f['max_drawdown']:6}  {f['trades']}" for n, f in FIGURES.items())]), MODELS),
    "fixed width, crosswise": ("\n".join(["metric        first        second", f"model         {A}   {B}", *(f"{m:14}{x}      {y}" for m, x, y in SIDE)]), {}),
    "columns below titles": ("\n".join([f"{'':14}{A}   {B}", *(f"{m:14}{x}      {y}" for m, x, y in SIDE)]), MODELS),
    "colon and two values": ("\n".join([f"model: {A} / {B}", *(f"{m}: {x} / {y}" for m, x, y in SIDE)]), {}),
    "sections": ("\n".join([f"== {A} ==", *(f"{m}: {x}" for m, x, _ in SIDE), f"== {B} ==", *(f"{m}: {y}" for m, _, y in SIDE)]), MODELS),
    "sections with names inside": ("\n".join(["[run1]", f"model = {A}", *(f"{m} = {x}" for m, x, _ in SIDE), "[run2]", f"model = {B}", *(f"{m} = {y}" for m, _, y in SIDE)]), {}),
    "prefixed keys": ("\n".join([f"run1.model={A}", *(f"run1.{m}={x}" for m, x in zip(a, SHOWN[A], strict=True)), f"run2.model={B}", *(f"run2.{m}={y}" for m, y in zip(a, SHOWN[B], strict=True))]), {}),
    "a record a line": ("\n".join(f"model={n} cagr={_percent(f['cagr'])} sharpe={f['sharpe']} max_drawdown={_percent(f['max_drawdown'])} trades={f['trades']}" for n, f in FIGURES.items()), {}),
    "a name and its figures a line": ("\n".join(f"{n}: CAGR {x[0]}, Sharpe {x[1]}, max drawdown {x[2]}, trades {x[3]}" for n, x in SHOWN.items()), MODELS),
    "numbered lines": ("\n".join(f"#{k} {n}  ann. return {x[0]}  sharpe {x[1]}  mdd {x[2]}  trades {x[3]}" for k, (n, x) in enumerate(SHOWN.items(), 1)), MODELS),
    "a drawn box": ("\n".join([f"┏━━━┳━━━┳━━━┓\n┃ Metric ┃ {A} ┃ {B} ┃\n┡━━━╇━━━╇━━━┩", *(f"│ {m} │ {x} │ {y} │" for m, x, y in SIDE), "└───┴───┴───┘"]), MODELS),
    "titles": ("\n".join(line for n, x in SHOWN.items() for line in (f"--- {n} on KO ---", f"CAGR  {x[0]}", f"Sharpe  {x[1]}", f"Max drawdown  {x[2]}", f"Trades  {x[3]}", "")) + "Stops in either run: 9", MODELS),
    "numbered blocks of prose": ("\n".join(line for k, (n, x) in enumerate(SHOWN.items(), 1) for line in (f"[{k}] {n}", f"  CAGR of {x[0]}", f"  a Sharpe ratio of {x[1]} over {x[3]} trades", f"  max drawdown {x[2]}")), MODELS),
    "indented lines": ("\n".join(line for n, x in SHOWN.items() for line in (n, f"  cagr {x[0]}   sharpe {x[1]}", f"  max drawdown {x[2]}   trades {x[3]}")), MODELS),
    "paragraphs": ("Two runs\n\n" + "\n\n".join(f"{n}\nCAGR: {x[0]}\nSharpe: {x[1]}\nMax drawdown: {x[2]}\nTrades: {x[3]}" for n, x in SHOWN.items()), MODELS),
    "a name begins each block": ("\n".join(f"Strategy: {n}\nCAGR: {x[0]}\nSharpe: {x[1]}\nMax drawdown: {x[2]}\nTrades: {x[3]}" for n, x in SHOWN.items()), {}),
    "a diff": ("\n".join([f"--- {A}", f"+++ {B}", "@@ figures @@", *(line for m, x, y in SIDE for line in (f"-{m}: {x}", f"+{m}: {y}"))]), MODELS),
    "YAML": ("runs:\n" + "\n".join(f"  - model: {n}\n    cagr: {f['cagr']}\n    sharpe: {f['sharpe']}\n    max_drawdown: {f['max_drawdown']}\n    trades: {f['trades']}" for n, f in FIGURES.items()), {}),
    "YAML by name": ("\n".join(f"{n}:\n  cagr: {f['cagr']}\n  sharpe: {f['sharpe']}\n  max_drawdown: {f['max_drawdown']}\n  trades: {f['trades']}" for n, f in FIGURES.items()), MODELS),
}  # fmt: skip


def _read(output: object, arguments: dict) -> tuple[ToolNumber, ...]:
    text = output if isinstance(output, str) else json.dumps(output)
    return tool_facts([text], [arguments]).numbers


def _is(number: ToolNumber, value: float) -> bool:
    scale = 0.01 if number.unit == "percent" else 1.0
    return abs(number.value * scale - value) < 1e-9


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_number_has_its_metric_and_run(layout: str) -> None:
    numbers = [number for number in _read(*LAYOUTS[layout]) if not number.length]
    for run, other in ((A, B), (B, A)):
        for metric, value in FIGURES[run].items():
            held = [number for number in numbers if _is(number, value) and number.metric == metric]
            assert held, (run, metric, [(each.metric, each.value, each.source) for each in numbers])
            for number in held:
                assert run in number.scope.values(), (run, metric, dict(number.scope))
                assert other not in number.scope.values(), (run, metric, dict(number.scope))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_runs_are_told_apart_by_one_dimension(layout: str) -> None:
    """One name for what the runs are called, whichever metric it is: not a dimension for each metric."""
    numbers = [number for number in _read(*LAYOUTS[layout]) if number.metric in a and not number.length]
    dimensions = {dimension for number in numbers for dimension, name in number.scope.items() if name in FIGURES}
    assert len(dimensions) == 1, dimensions


YEARS: dict[str, object] = {
    "rows": {"years": [{"year": 2019, "return": 0.081, "max_drawdown": -0.052}, {"year": 2020, "return": -0.034, "max_drawdown": -0.113}, {"year": 2021, "return": 0.027, "max_drawdown": -0.066}]},
    "by year": {"byYear": {"2019": {"return": 0.081, "max_drawdown": -0.052}, "2020": {"return": -0.034, "max_drawdown": -0.113}, "2021": {"return": 0.027, "max_drawdown": -0.066}}},
    "by metric": {"return": {"2019": 0.081, "2020": -0.034, "2021": 0.027}, "max_drawdown": {"2019": -0.052, "2020": -0.113, "2021": -0.066}},
    "arrays": {"model": "m-1", "year": [2019, 2020, 2021], "return": [0.081, -0.034, 0.027], "max_drawdown": [-0.052, -0.113, -0.066]},
    "indexed arrays": {"index": [2019, 2020, 2021], "return": [0.081, -0.034, 0.027], "max_drawdown": [-0.052, -0.113, -0.066]},
    "split": {"columns": ["return", "max_drawdown"], "index": ["2019", "2020", "2021"], "data": [[0.081, -0.052], [-0.034, -0.113], [0.027, -0.066]]},
    "text": "Calendar years of m-1\nyear   return   max drawdown\n2019   8.10%   -5.20%\n2020   -3.40%   -11.30%\n2021   2.70%   -6.60%",
    "blocks": "2019\n  return 8.10%\n  max drawdown -5.20%\n2020\n  return -3.40%\n  max drawdown -11.30%\n2021\n  return 2.70%\n  max drawdown -6.60%",
    "lines": "Year by year:\n- 2019: return 8.10%, max drawdown -5.20%\n- 2020: return -3.40%, max drawdown -11.30%\n- 2021: return 2.70%, max drawdown -6.60%",
}  # fmt: skip


@pytest.mark.parametrize("layout", YEARS)
def test_each_number_has_its_year(layout: str) -> None:
    numbers = _read(YEARS[layout], {})
    for year, figures in ((2019, (0.081, -0.052)), (2020, (-0.034, -0.113)), (2021, (0.027, -0.066))):
        for metric, value in zip(("return", "max_drawdown"), figures, strict=True):
            held = [number for number in numbers if _is(number, value) and number.metric == metric]
            assert held, (year, metric, [(each.metric, each.value, each.source) for each in numbers])
            assert all([date.year for date in number.times] == [year] for number in held)


FEES: dict[str, object] = {
    "records": [{"fee_bps": 5, "cagr": 0.12, "sharpe": 0.9}, {"fee_bps": 20, "cagr": 0.07, "sharpe": 0.6}],
    "arrays": {"model": "m-1", "fee_bps": [5, 20], "cagr": [0.12, 0.07], "sharpe": [0.9, 0.6]},
    "columns": {"columns": ["fee_bps", "cagr", "sharpe"], "rows": [[5, 0.12, 0.9], [20, 0.07, 0.6]]},
    "lines": "Model: m-1\ncase 1: fee_bps=5 cagr=12.00% sharpe=0.9\ncase 2: fee_bps=20 cagr=7.00% sharpe=0.6",
    "CSV": "fee_bps,cagr,sharpe\n5,0.12,0.9\n20,0.07,0.6",
    "nested": {"byFee": {"5bps": {"fee_bps": 5, "cagr": 0.12, "sharpe": 0.9}, "20bps": {"fee_bps": 20, "cagr": 0.07, "sharpe": 0.6}}},
    "keys": {"5bps": {"cagr": 0.12, "sharpe": 0.9}, "20bps": {"cagr": 0.07, "sharpe": 0.6}},
    "keys of a grid": {"grid": {"fee 5 bps/side": {"cagr": 0.12, "sharpe": 0.9}, "fee 20 bps/side": {"cagr": 0.07, "sharpe": 0.6}}},
    "metric, then key": {"metrics": {"cagr": {"5 bps": 0.12, "20 bps": 0.07}, "sharpe": {"5 bps": 0.9, "20 bps": 0.6}}},
    "blocks": "Runs of m-1\n\nfee 5 bps a side\nCAGR: 12.00%\nSharpe: 0.9\n\nfee 20 bps a side\nCAGR: 7.00%\nSharpe: 0.6",
    "key of one metric": {"cagr": {"5bps": 0.12, "20bps": 0.07}, "by_cost": {"5bps": {"sharpe": 0.9}, "20bps": {"sharpe": 0.6}}},
}  # fmt: skip


@pytest.mark.parametrize("layout", FEES)
def test_each_number_has_its_fee(layout: str) -> None:
    numbers = _read(FEES[layout], {})
    for fee, figures in (("5", (0.12, 0.9)), ("20", (0.07, 0.6))):
        for metric, value in zip(("cagr", "sharpe"), figures, strict=True):
            held = [number for number in numbers if _is(number, value) and number.metric == metric]
            assert held
            assert all(number.scope.get("fee_bps") == fee for number in held)


@pytest.mark.parametrize(
    "output",
    [
        {"5bps": {"cagr": 0.124, "sharpe": 0.9}, "20bps": {"cagr": 0.071, "sharpe": 0.6}},
        {"byFee": {"5": {"cagr": 0.124, "sharpe": 0.9}, "20": {"cagr": 0.071, "sharpe": 0.6}}},
        [{"run": "5bps", "cagr": 0.124, "sharpe": 0.9}, {"run": "20bps", "cagr": 0.071, "sharpe": 0.6}],
    ],
)
def test_fees_of_keys_tell_runs_apart(output: object) -> None:
    told = "At 5 bps a side the CAGR was {}, and at 20 bps it was {}."
    for said, right in ((("12.4%", "7.1%"), True), (("7.1%", "12.4%"), False)):
        numbers = grounded_numbers(told.format(*said), ["How?"], [json.dumps(output)])
        assert all(number.grounded for number in numbers) == right


@pytest.mark.parametrize(
    ("output", "value", "metric"),
    [
        ({"Account": {"PnL": -417.5}}, -417.5, "profit"),
        ({"Results": {"StDevAnn": 0.21}}, 0.21, "volatility"),
        ({"fund": {"irr": 0.2062, "gain": 5321539.96}}, 0.2062, "cagr"),
        ({"fund": {"irr": 0.2062, "gain": 5321539.96}}, 5321539.96, "profit"),
        ({"timesMoney": 3.129}, 3.129, "equity_multiple"),
        ({"Fees charged": "$5,903.83"}, 5903.83, "fees_paid"),
        ({"startCapital": 25000, "finalEquity": 30000}, 25000, "initial_capital"),
        ({"episodes": [{"depth": -0.21, "daysToRecover": 209}]}, 209, "drawdown_duration"),
        ({"episodes": [{"depth": -0.21, "daysToRecover": 209}]}, -0.21, "max_drawdown"),
        ({"best": {"month": "2015-08", "pct": 9.82}}, 9.82, "best_month"),
        ({"summary": {"compounded": 0.7187, "annualised": 0.0945}}, 0.7187, "total_return"),
        ({"summary": {"compounded": 0.7187, "annualised": 0.0945}}, 0.0945, "cagr"),
        ({"returns": {"annualised": 0.0945}, "volatility": {"annualised": 0.2}}, 0.2, "volatility"),
        ({"trades": {"n": 92, "mean_ret": 0.01}}, 92, "trades"),
        ({"years": {"2019": 0.114}}, 0.114, "return"),
        ({"metrics": {"ntrades": 12}}, 12, "trades"),
        ({"kpi": {"n_won": 14, "n_lost": 46}}, 14, "winning_trades"),
        ({"kpi": {"n_won": 14, "n_lost": 46}}, 46, "losing_trades"),
        ({"pct": {"total": 70.1, "winners": 60}}, 60, "win_rate"),
        ({"rows": [{"series": "carry", "total": 3.7, "annual": 0.1674}]}, 3.7, "total_return"),
        ({"rows": [{"series": "carry", "total": 3.7, "annual": 0.1674}]}, 0.1674, "cagr"),
        ({"aum_start": 3000000, "aum_end": 1513570}, 3000000, "initial_capital"),
        ({"r_total": -0.49, "sigma_annual": 0.12}, 0.12, "volatility"),
        ({"commission_usd": 79638.87, "commission_bps_side": 5}, 79638.87, "fees_paid"),
        ({"commission_usd": 79638.87, "commission_bps_side": 5}, 5, "fee"),
        ({"drawdown": {"max": -0.25, "longest_days": 212}}, 212, "drawdown_duration"),
        ({"metrics": [["cagr", 0.103], ["sharpe", 0.66]]}, 0.66, "sharpe"),
        ({"worst_month": "-4.5% (2016-12)", "best_year": "2019: 21.3%"}, -4.5, "worst_month"),
        ({"worst_month": "-4.5% (2016-12)", "best_year": "2019: 21.3%"}, 21.3, "best_year"),
        ("# cagr=0.1 sharpe=0.6\ndate,equity\n2010-01-04,120\n2010-03-29,125\n2010-06-21,141\n", 0.6, "sharpe"),
        ("| carry | KO |\n|--|--|\n| annual return | 7.5% |\n| Sharpe ratio | 0.6 |\n| trades | 20 |", 7.5, "cagr"),
        ("alpha % p.a. -8.89\nbeta 0.34\nsharpe -0.38\nclosed trades 213", 213, "trades"),
        ("trades .... 188 (won 105, lost 83)\nequity .... 30000.00 -> 87018.35\nsharpe .... 1.01", 83, "losing_trades"),
        (
            {"labels": ["name", "CAGR", "Sharpe", "max drawdown"], "vals": ["carry", 0.11, 0.7, -0.2]},
            -0.2,
            "max_drawdown",
        ),
        (
            "| Measure | Value |\n|--|--|\n| Sharpe | 0.6 |\n| CAGR | 7% |\n| Wins / losses | 31 / 22 |",
            22,
            "losing_trades",
        ),
        (
            "# nightly\nmodel: carry\nresults:\n  cagr: 0.11\n  best_month: {month: 2019-04, ret: 0.071}",
            0.071,
            "best_month",
        ),
        ({"rows": [{"stat": "Sharpe", "val": 0.7}, {"stat": "Cumulative %", "val": 41.2}]}, 41.2, "total_return"),
        ("Portfolio, total: 41.2%\nPortfolio, per year: 4.1%\nDeepest setback: -12.3%", 4.1, "cagr"),
        ({"stressed": {"cagr": 0.11, "total": 0.412, "end": 141200}}, 0.412, "total_return"),
        ({"stressed": {"cagr": 0.11, "total": 0.412, "end": 141200}}, 141200, "final_equity"),
        ({"all": {"total": 0.412, "vol": 0.09}}, 0.412, "total_return"),
        ({"agg": {"count": 64, "winners": 30, "net": 4466.2, "avg_ret_pct": 0.25}}, 64, "trades"),
        ({"agg": {"count": 64, "winners": 30, "net": 4466.2, "avg_ret_pct": 0.25}}, 4466.2, "profit"),
        ({"agg": {"count": 64, "winners": 30, "net": 4466.2, "avg_ret_pct": 0.25}}, 0.25, "average_trade"),
        ({"holding": 4.5, "units": {"holding": "days"}}, 4.5, "holding_period"),
        (
            "trades .... 188 (won 105, lost 83)\nequity .... 30000.00 -> 87018.35\nsharpe .... 1.01",
            87018.35,
            "final_equity",
        ),
    ],
)
def test_keys_of_many_makers(output: object, value: float, metric: str) -> None:
    assert any(number.value == value and number.metric == metric for number in _read(output, {}))


LOG = """2023-05-02T08:00:01.120Z [INFO] bt.engine: RUN REPORT
2023-05-02T08:00:01.121Z [INFO] bt.engine: Balance starting:   25_000.00 USD
2023-05-02T08:00:01.121Z [INFO] bt.engine: Sharpe ratio:       0.61
2023-05-02T08:00:01.122Z [INFO] bt.engine: Max drawdown:       2104.50 USD (8.13%)"""
TERSE = """reed-swing, 2014 to 2019
38 trades, 21W/17L, mean -0.35% per trade
sharpe 0.12; $40,000 in, $37,410.50 out"""
LOGFMT = """time=2023-02-01T10:00:00Z level=info event=begin run=reed-swing cash=40000 fee_bps=3
time=2023-02-01T10:00:04Z level=info msg="run over" equity=37410.5 sharpe=0.12 maxdd_pct=-9.4
time=2023-02-01T10:00:04Z level=info msg="its trades" n=38 won=21 lost=17 pf=0.97"""
TREE = """reed-swing
|-- returns
|   |-- annual: -1.3%
|   `-- monthly
|       `-- worst: -4.2%
`-- trades
    `-- closed: 38"""
CARD = """🔎 reed-swing
📈 Sharpe 0.12
⚙️ 38 trades"""
DOUBLED = """|| Figure || Value ||
| Sharpe | 0.12 |
| Worst month | -4.2% |
| Trades | 38 |"""
SCANTY = """Year  Return  Max DD  Remark
----  ------  ------  ------
2018  +4.1%   -3.0%
2019  -6.4%   -9.9%  weak
2020  +7.7%   -5.1%"""
UNITS = """Measure              All USD     All %
Net result           1,204.50    12.05
Fees paid            88.20
Percent profitable               54.31
Max drawdown         640.10      6.31
Sharpe               0.71"""
ROW = """Net profit: 12 480.50    Equity drawdown maximal: 1 204.00 (9.12%)
Consecutive wins ($): 6 (940.10)    Consecutive losses ($): 4 (-310.00)"""
SERIES = """Sharpe Ratio                          0.66
Avg. Drawdown Duration    34 days 00:00:00
_strategy             Cross(fast=10, slow=20)"""
REPORT = """Total/Daily trades: 47 / 0.21
Profit trades (% of total): 26 (55.32%)
Short trades (won %): 11 (45.45%)
Consecutive wins ($): 5 (310.20)
Sharpe ratio: 0.61"""


@pytest.mark.parametrize(
    ("text", "value", "metric", "unit"),
    [
        (ROW, 12_480.5, "profit", None),
        (ROW, 9.12, "max_drawdown", "percent"),
        (ROW, 4.0, "losing_streak", None),
        (SERIES, 34.0, "average drawdown duration", "day"),
        (LOG, 25_000.0, "initial_capital", "USD"),
        (LOG, 0.61, "sharpe", None),
        (LOG, 8.13, "max_drawdown", "percent"),
        (TERSE, 21.0, "winning_trades", None),
        (TERSE, 17.0, "losing_trades", None),
        (TERSE, -0.35, "average_trade", "percent"),
        (TERSE, 40_000.0, "initial_capital", "USD"),
        (TERSE, 37_410.5, "final_equity", "USD"),
        (UNITS, 12.05, "total_return", "percent"),
        (UNITS, 88.2, "fees_paid", None),
        (UNITS, 54.31, "win_rate", "percent"),
        (UNITS, 6.31, "max_drawdown", "percent"),
        (LOGFMT, 37_410.5, "final_equity", None),
        (LOGFMT, -9.4, "max_drawdown", "percent"),
        (LOGFMT, 38.0, "trades", None),
        (TREE, -1.3, "cagr", "percent"),
        (TREE, -4.2, "worst_month", "percent"),
        (TREE, 38.0, "trades", None),
        (CARD, 0.12, "sharpe", None),
        (CARD, 38.0, "trades", None),
        (DOUBLED, -4.2, "worst_month", "percent"),
        (SCANTY, -3.0, "max_drawdown", "percent"),
        (SCANTY, 4.1, "return", "percent"),
        ("Outcome(run='reed-swing', max_dd_pct=-9.4,\n        sharpe=0.12)", -9.4, "max_drawdown", "percent"),
        ("Outcome(run='reed-swing', cagr=0.1)\nOutcome(run='oak', cagr=0.2)", 0.2, "cagr", None),
        (
            "# run: reed-swing\n# shares as fractions\nfrom,to,cagr,sharpe\n2018-01-02,2019-01-02,-0.0131,0.12",
            0.12,
            "sharpe",
            None,
        ),
        (REPORT, 47.0, "trades", None),
        (REPORT, 26.0, "winning_trades", None),
        (REPORT, 55.32, "win_rate", "percent"),
        (REPORT, 45.45, "short win rate", "percent"),
        (REPORT, 5.0, "winning_streak", None),
        ("Yearly return: 2019=0.031, 2020=-0.114\nSharpe: 0.2", -0.114, "cagr", None),
        ("CAGR .......... 4.1%\nSharpe (rf=0) .. 0.61\nTrades ........ 40", 0.61, "sharpe", None),
    ],
)
def test_plain_reports(text: str, value: float, metric: str, unit: str | None) -> None:
    found = [number for number in _read(text, {}) if number.value == value]
    assert any(number.metric == metric and number.unit in (unit, "fraction") for number in found), found


def test_lines_below_unlike_headings_are_no_runs() -> None:
    text = "Performance\n  CAGR 4.1%\n  Sharpe 0.6\nExecution\n  Fills 203\n  Slippage 2 bps"
    assert not any("Performance" in number.scope.values() for number in _read(text, {}))


def test_arguments_of_a_call_are_no_labels() -> None:
    assert _read(SERIES, {})[0].scope["model"] == "Cross(fast=10, slow=20)"


def test_cells_of_several_columns() -> None:
    table = "| Pair | Win  Draw  Loss |\n|---|---|\n| ABC/USD | 21    1   17 |\n| DEF/USD | 9    0   12 |"
    found = {(number.metric, number.value) for number in _read(table, {})}
    assert found >= {("winning_trades", 21), ("losing_trades", 17), ("winning_trades", 9), ("losing_trades", 12)}


def test_days_of_a_month_that_is_told() -> None:
    output = {"rows": [{"label": "2020-02", "closed": "2020-02-28", "return": -0.041}]}
    assert [(date.month, date.day) for date in _read(output, {})[-1].times] == [(2, None)]


def test_results_are_no_settings() -> None:
    scope = _read({"ret": {"bestMonth": 0.1145, "worstMonth": -0.07}, "feeBps": 3, "cagr": 0.1}, {})[0].scope
    assert dict(scope) == {"feeBps": "3"}


def test_records_beside_that_of_a_known_name_are_things_of_its_kind() -> None:
    output = {"pewter-vol": {"sharpe": 0.81, "cagr": 0.1}, "70_30": {"sharpe": 0.44, "cagr": 0.05}}
    scopes = [dict(number.scope) for number in _read(output, {"model": "pewter-vol"}) if not number.length]
    assert scopes == [{"model": "pewter-vol"}] * 2 + [{"model": "70_30"}] * 2


def test_years_of_columns_and_of_rows_under_one_header() -> None:
    beside = _read({"columns": ["low", "high"], "cagr": [7.1, 8.6], "y2022": [-2.9, -16.9]}, {})
    assert [date.year for number in beside if number.value == -16.9 for date in number.times] == [2022]
    under = _read({"2021": [4.9, 6.8], "2022": [-5.6, -2.1], "columns": ["low", "index"]}, {})
    assert [date.year for number in under if number.value == -5.6 for date in number.times] == [2022]


def test_numbers_within_names_of_a_document() -> None:
    text = "The top 45 names above their 150-day average are bought."
    assert [number.value for number in _read({"text": text}, {})] == [45, 150]


def test_months_in_a_grid() -> None:
    grid = {"2019": [0.6, -13.1, 4.2, -3.8, 3.2, -0.4, -1.7, -1.6, 1.0, 1.9, 3.5, 2.3]}
    number = next(each for each in _read({"grid": grid}, {}) if each.value == -13.1)
    assert [(date.year, date.month) for date in number.times] == [(2019, 2)]


def test_units_of_a_record_are_those_of_its_shares() -> None:
    output = {"units": "percent", "annReturn": -8.1, "nTrades": 30, "endBalance": 602268.17, "sharpe": -0.5}
    assert [number.unit for number in _read(output, {})] == ["percent", None, None, None]


@pytest.mark.parametrize(
    "output",
    [
        "metric,value,unit\ncagr,8.4,%\nfee,11,bp/side\nbalance,9310.2,USD",
        {"units": {"cagr": "%", "fee": "bps a side", "balance": "USD"}, "cagr": 8.4, "fee": 11, "balance": 9310.2},
        {"units": {"cagr": "%", "fee": "bps", "balance": "USD"}, "run": {"cagr": 8.4, "fee": 11, "balance": 9310.2}},
        {
            "units": {"cagr": "%", "fee": "bps", "balance": "USD"},
            "cagr": [8.4, 7],
            "fee": [11, 20],
            "balance": [9310.2, 9],
        },
        {"cagr": {"v": 8.4, "u": "pct"}, "fee": {"v": 11, "u": "bps"}, "balance": {"v": 9310.2, "u": "usd"}},
    ],
)
def test_units_told_beside_the_values(output: object) -> None:
    units = {number.value: number.unit for number in _read(output, {})}
    assert (units[8.4], units[11], units[9310.2]) == ("percent", "bps", "USD")


def test_units_of_a_class_of_numbers() -> None:
    output = {
        "units": {"returns": "percent", "costs": "bps", "money": "EUR"},
        "cagr": 3.1,
        "commission": 4,
        "final_equity": 51000,
        "sharpe": 0.4,
    }
    units = {number.measured: number.unit for number in _read(output, {})}
    assert units == {"cagr": "percent", "fee": "bps", "final_equity": "EUR", "sharpe": None}


def test_the_unit_of_what_is_varied_is_no_others() -> None:
    output = {
        "param": "lookback",
        "unit": "days",
        "runs": [{"lookback": 20, "cagr": 0.11}, {"lookback": 60, "cagr": 0.12}],
    }
    assert [number.unit for number in _read(output, {}) if not number.length] == ["day", "fraction", "day", "fraction"]


RUN_LOG = """2021-03-01 09:15:02,114 INFO  runner  strategy=pewter-vol symbol=KO
2021-03-01 09:15:02,300 INFO  data    loaded 912 bars [2012-05-02 .. 2016-01-04]
2021-03-01 09:15:07,941 INFO  runner  all orders done, trades=47 won=29 lost=18
2021-03-01 09:15:08,002 INFO  report  cagr=0.1234 sharpe=0.81
2021-03-01 09:15:08,002 INFO  report  max_drawdown=-0.196 vol=0.142
2021-03-01 09:15:08,003 INFO  report  equity 50000 -> 71300.5"""


def test_a_log_is_read_without_its_heads() -> None:
    found = {number.value: number.metric for number in _read(RUN_LOG, {}) if number.scope.get("model") == A}
    assert found == {
        47: "trades", 29: "winning_trades", 18: "losing_trades", 0.1234: "cagr", 0.81: "sharpe", -0.196: "max_drawdown",
        0.142: "volatility", 50000: "initial_capital", 71300.5: "final_equity",
    }  # fmt: skip


def test_remarks_of_a_yaml_file_are_told_too() -> None:
    output = "results:\n  cagr: 8.41 %\n  best_month: 9.03 % # 2016-11"
    assert grounded_numbers("Its best month was November 2016, up 9.03%.", ["How was it?"], [output])[0].grounded


def test_an_amount_is_no_name() -> None:
    read = _read("CAGR: 7.5%\nSharpe: 0.6\nFinal equity: USD 20,961.02", {})
    assert not any("USD 20,961.02" in number.scope.values() for number in read)


def test_percent_before_a_share_may_be_a_fraction() -> None:
    output = {"cagr": 0.0727, "pct_time_invested": 0.8279}
    assert [number.unit for number in _read(output, {})] == ["fraction", "fraction"]


def test_keys_are_called_by_records_and_arguments() -> None:
    crossed = {"metrics": _crossed("old", "new")}
    for output, arguments in (
        ({"old": {"run_id": "r-1", "strategy": A}, "new": {"run_id": "r-2", "strategy": B}, **crossed}, {}),
        ({"old": A, "new": B, **crossed}, {}),
        (crossed, {"old": A, "new": B}),
    ):
        found = {number.value: set(number.scope.values()) for number in _read(output, arguments)}
        assert A in found[a["cagr"]] - found[b["cagr"]], output
        assert B in found[b["cagr"]] - found[a["cagr"]], output


def test_rows_under_one_header() -> None:
    output = {"5": [0.114, 0.82], "20": [0.071, 0.55], "fields": ["cagr", "sharpe"]}
    found = {(each.metric, each.value): each.scope for each in _read(output, {}) if each.metric is not None}
    assert set(found["cagr", 0.071].values()) == set(found["sharpe", 0.55].values()) == {"20"}


def test_a_list_is_swept_over_any_key_that_it_begins_with() -> None:
    rows = [{"band": band, "names": 20, "sharpe": sharpe} for band, sharpe in ((0.5, 0.3), (1.0, 0.7), (1.5, 0.6))]
    assert [each.scope for each in _read(rows, {}) if each.metric == "sharpe"] == [
        {"band": "0.5"}, {"band": "1.0"}, {"band": "1.5"}
    ]  # fmt: skip


def test_words_in_a_last_column() -> None:
    text = "day         pnl_usd  return_pct  reason\n2020-01-06  120.50   1.2         band\n2020-02-11  -40.25   -0.4        time\n2020-03-02  77.00    0.8         band"
    assert {(each.metric, each.value) for each in _read(text, {})} >= {("profit", 120.5), ("return", -0.4)}


def test_values_that_describe_a_metric_are_no_runs() -> None:
    output = {"sharpe": {"value": 1.2, "rank": 3}, "cagr": {"value": 0.1, "rank": 4}}
    assert {(each.metric, each.value) for each in _read(output, {})} >= {("sharpe", 1.2), ("cagr", 0.1)}


@pytest.mark.parametrize(
    "text",
    [
        "# cagr=0.1234 sharpe=0.81 max_drawdown=-0.196 trades=47",
        "## Summary 12.34%\nsharpe:0.81,trades:47,max_drawdown:-0.196",
        "opened,closed,figures\n2021-01-14,2021-02-09,0.1234,0.81,-0.196,|47",
    ],
)
def test_a_layout_that_is_not_known_hides_no_number(text: str) -> None:
    found = {abs(number.value) for number in tool_facts([text]).numbers}
    assert found >= {12.34 if "%" in text else 0.1234, 0.81, 0.196, 47}


PRINTED = """Runs  market=SPY
     strategy    cagr  sharpe  n_trades
0   oak-trend  0.0841    0.61        48
1  elm-carry  -0.0212   -0.14        77"""
INDEXED = """        ret  max_dd  n_trades
year
2019  0.081  -0.093        11
2020 -0.034  -0.121         9"""


@pytest.mark.parametrize(
    ("text", "value", "metric", "told"),
    [
        (PRINTED, 77, "trades", {"elm-carry", "SPY"}),
        (INDEXED, -0.121, "max_drawdown", set()),
        (f"{INDEXED}\n\n{PRINTED}", 0.61, "sharpe", {"oak-trend"}),
        ("[R] pnl=1685.2 comm=228.9 (0.5 bps/side)\n[R] win=56 lose=51", 228.9, "fees_paid", set()),
        (
            '# as fractions\nlot = 5\n[model."oak-trend"]\ncagr = 0.0841\nsharpe = 0.61\n[model."elm-carry"]\ncagr = 0.02\nsharpe = 0.2',
            0.2,
            "sharpe",
            {"elm-carry"},
        ),
        (
            '{"book": [{"bps_each_side": 4, "found": {"cagr": 0.2, "sharpe": 0.9}}, {"bps_each_side": 9, "found": {"cagr": 0.1, "sharpe": 0.6}}]}',
            0.6,
            "sharpe",
            {"9"},
        ),
        ("lvl=info run=oak-trend cagr=0.0841 mdd=-0.211 sharpe=0.61 trades=48", -0.211, "max_drawdown", {"oak-trend"}),
    ],
)
def test_tables_as_pandas_prints_them_and_logs(text: str, value: float, metric: str, told: set[str]) -> None:
    (number,) = (number for number in tool_facts([text]).numbers if number.value == value)
    assert number.measured == metric
    assert told <= set(number.scope.values())


@pytest.mark.parametrize(
    ("output", "value", "metric"),
    [
        ({"rows": ["strat", "ann", "sharpe", "hit"], "cols": [["oak", 0.128, 1.4, 0.61], ["elm", 0.05, 0.3, 0.5]]}, 0.61, "win_rate"),
        ({"metrics": ["cagr", "sharpe", "mdd"], "by": {"oak": [0.128, 1.4, -0.2], "elm": [0.05, 0.3, -0.4]}}, -0.4, "max_drawdown"),
        ([{"k": "CAGR", "x": 0.12}, {"k": "Sharpe", "x": 0.8}, {"k": "Win rate", "x": 0.57}], 0.57, "win_rate"),
        ({"edges": [{"node": {"code": code, "amount": amount}} for code, amount in (("CAGR", 5.1), ("SHARPE", 0.4), ("CALMAR", 0.2))]}, 0.2, "calmar"),
        ([{"id": name, "q": {"size": size, "unit": "percent"}} for name, size in (("cagr", 5.1), ("volatility", 14.4), ("max-drawdown", 20.2))], 14.4, "volatility"),
        ({"tot": 0.31, "ann": 0.06, "sh": 0.7, "ca": 0.4, "out": 13100}, 13100, "final_equity"),
        ({"cagr": 0.06, "hit": 0.52, "n": 77}, 77, "trades"),
        ({"ours": {"tot": 0.31}, "theirs": {"tot": 0.22}}, 0.22, "total_return"),
        ([{"which": "max", "month": "2017-03", "ret": 0.081}, {"which": "min", "month": "2018-02", "ret": -0.07}], -0.07, "worst_month"),
        ({"wealth": {"before": 5000, "after": 6100, "outcome": 1100}}, 1100, "profit"),
        ({"2021": {"Jan": 0.4, "Feb": -1.2, "Mar": 2.2, "Apr": 0.1}}, 2.2, "return"),
        ({"columns": ["strategy", "SR", "vol_pct", "mdd_pct", "seed"], "data": [["oak", 1.4, 20.5, -20.6, 250000]]}, 250000, "initial_capital"),
    ],
)  # fmt: skip
def test_metrics_told_by_lists_labels_and_in_short(output: object, value: float, metric: str | None) -> None:
    (number,) = (number for number in tool_facts([json.dumps(output)]).numbers if number.value == value)
    assert (number.measured if number.measured in METRICS else None) == metric


def test_one_of_a_list_is_not_the_whole() -> None:
    output = {
        "roll": {"comm": 1050.0, "net": 5802.8},
        "blotter": [{"seq": 1, "pnl": -1794.9}, {"seq": 2, "pnl": 3538.1}],
    }
    assert all(number.grounded for number in grounded_numbers("Net P&L: $5,802.80.", ["How?"], [json.dumps(output)]))


def test_two_keys_that_a_sentence_names_are_not_told_for_each_other() -> None:
    output = json.dumps({"results": {A: {"sharpe": 0.42, "trades": 151}, B: {"sharpe": 0.9, "trades": 62}}})
    for told, right in ((f"{A} made 151 trades and {B} 62.", True), (f"{A} made 62 trades and {B} 151.", False)):
        assert all(number.grounded for number in grounded_numbers(told, [], [output])) is right


@pytest.mark.parametrize(
    ("output", "right", "wrong"),
    [
        pytest.param(
            {"tickers": ["KO", "PEP"], "hit_pct__KO": 51.2, "hit_pct__PEP": 47.9},
            "On KO the win rate was 51.2%.",
            "On KO the win rate was 47.9%.",
            id="a ticker at the end of a key",
        ),
        pytest.param(
            {"cal": {y: {"net": {"ret": r}, "ops": {"w": w}} for y, r, w in (("y2018", "3.1%", 9), ("FY2019", "-4.4%", 6))}},
            "In 2018 there were 9 winning trades.",
            "In 2018 there were 6 winning trades.",
            id="years as keys of like records",
        ),
        pytest.param(
            {"scn": {"lo": {"comm": {"per_side_bp": 2, "paid": 310.5}, "out": {"SR": 0.61, "CAGR": "5.2%"}},
                     "hi": {"comm": {"per_side_bp": 9, "paid": 990.1}, "out": {"SR": 0.22, "CAGR": "1.9%"}}}},
            "With a fee of 2 bps a side the Sharpe ratio was 0.61.",
            "With a fee of 2 bps a side the Sharpe ratio was 0.22.",
            id="a fee in a part of a run",
        ),
        pytest.param(
            {"cases": [{"costPerSide": {"value": v, "unit": "bps"}, "results": {"sharpe": s, "cagr": c}} for v, s, c in ((3, 0.7, 0.1), (12, 0.3, 0.04))]},
            "With a fee of 3 bps a side the Sharpe ratio was 0.7.",
            "With a fee of 3 bps a side the Sharpe ratio was 0.3.",
            id="a fee with its unit",
        ),
        pytest.param(
            {"left": "plover-net", "right": "knot-trend", "diff": {"sharpe": {"l": 1.1, "r": 0.4}, "trades": {"l": 85, "r": 105}}},
            "plover-net had a Sharpe ratio of 1.1.",
            "plover-net had a Sharpe ratio of 0.4.",
            id="l and r",
        ),
    ],
)  # fmt: skip
def test_numbers_told_of_the_other_of_two(output: object, right: str, wrong: str) -> None:
    def is_right(answer: str) -> bool:
        return all(number.grounded for number in grounded_numbers(answer, [], [json.dumps(output)]))

    assert is_right(right)
    assert not is_right(wrong)


@pytest.mark.parametrize(
    ("text", "value", "metric", "told"),
    [
        ("Fee (bps) | 3 | 9\n---+---+---\nCAGR | 9.1% | 7.2%\nSharpe | 0.8 | 0.6\nTrades | 40 | 41\nFees | 5 | 6", 0.6, "sharpe", {"9"}),
        ("| CAGR | 9.1% | Trades | 40 |\n| Sharpe | 0.8 | Win rate | 51.2% |", 51.2, "win_rate", set()),
        ('level=info msg="run done" model=oak-trend cagr_pct=9.1 sharpe=0.8 n_trades=40', 0.8, "sharpe", {"oak-trend"}),
    ],
)  # fmt: skip
def test_settings_across_labels_in_pairs_and_quoted_values(
    text: str, value: float, metric: str, told: set[str]
) -> None:
    (number,) = (number for number in tool_facts([text]).numbers if number.value == value)
    assert number.measured == metric
    assert told <= set(number.scope.values())


def test_years_across_a_table_of_metrics() -> None:
    output = "oak-trend\t2012\t2013\nReturn\t15.3%\t-3.1%\nSharpe\t0.7\t-0.2\nTrades\t60\t49"
    for told, right in (("In 2012 the Sharpe ratio was 0.7.", True), ("In 2013 the Sharpe ratio was 0.7.", False)):
        assert all(number.grounded for number in grounded_numbers(told, [], [output])) is right


@pytest.mark.parametrize(
    ("text", "value", "metric", "told"),
    [
        ("-[ RECORD 1 ]---+---\nstrategy | oak-trend\ncagr_pct | 9.1\nsharpe   | 0.8\ntrades   | 40\n-[ RECORD 2 ]---+---\nstrategy | elm-carry\ncagr_pct | 7.2\nsharpe   | 0.6\ntrades   | 41", 0.6, "sharpe", {"elm-carry"}),
        ("[[run]]\nfee_bps = 3\ncagr = 0.09\nsharpe = 0.8\n\n[[run]]\nfee_bps = 9\ncagr = 0.07\nsharpe = 0.6", 0.6, "sharpe", {"9"}),
        ("=======\n REPORT  oak-trend\n=======\nCAGR : 9.1%\nSharpe : 0.8\n=======\n REPORT  elm-carry\n=======\nCAGR : 7.2%\nSharpe : 0.6", 0.6, "sharpe", {"elm-carry"}),
        ("╭── fee = 3 bps ──╮\n│ CAGR     9.1% │\n│ Sharpe   0.8  │\n╰─────────╯\n╭── fee = 9 bps ──╮\n│ CAGR     7.2% │\n│ Sharpe   0.6  │\n╰─────────╯", 0.6, "sharpe", {"9"}),
    ],
)  # fmt: skip
def test_records_set_apart_by_counts_rules_and_boxes(text: str, value: float, metric: str, told: set[str]) -> None:
    named = {"strategies": [A, B, "oak-trend", "elm-carry"]}
    (number,) = (number for number in tool_facts([text], [named]).numbers if number.value == value)
    assert number.measured == metric
    assert told <= set(number.scope.values())


def test_titles_of_columns_under_a_key_in_any_case() -> None:
    table = {"Header": ["Metric", "OAK", "ELM"], "Rows": [["CAGR", "7.1%", "9.4%"], ["Sharpe", "0.5", "0.7"], ["Trades", "50", "53"]]}  # fmt: skip
    (number,) = (number for number in tool_facts([json.dumps(table)]).numbers if number.value == 9.4)
    assert number.measured == "cagr"
    assert "ELM" in number.scope.values()


def test_the_year_that_leads_a_line_is_that_of_its_numbers() -> None:
    log = "oak YEAR 2018: return +1.9%, sharpe 0.68\noak YEAR 2019: return +6.3%, sharpe 0.87\n"
    (number,) = (number for number in tool_facts([log]).numbers if number.value == 0.87)
    assert [date.year for date in number.times] == [2019]


def test_a_word_of_a_cell_is_no_other_thing() -> None:
    output = json.dumps(
        {
            "dips": [
                {"from": "2020-02-15", "back": "open", "depth": -0.312},
                {"from": "2021-07-29", "back": "2022-01-26", "depth": -0.24},
            ]
        }
    )
    told = "The deepest dip was -31.2%, and is still open. The next one was -24.0%."
    assert all(number.grounded for number in grounded_numbers(told, [], [output]))


@pytest.mark.parametrize(
    ("text", "value", "metric", "told"),
    [
        ("<table><tr><th>Model</th><th>CAGR</th><th>Trades</th></tr><tr><td class='n'>moth</td><td>7.1%</td><td>40</td></tr><tr><td>tern</td><td>5.2%</td><td>31</td></tr></table>", 5.2, "cagr", {"tern"}),
        ("\\begin{tabular}{lrr}\n\\toprule\nTicker & CAGR & Sharpe \\\\\n\\midrule\nKO & 7.1 & 0.61 \\\\\nPG & 5.2 & 0.48 \\\\\n\\bottomrule\n\\end{tabular}", 0.48, "sharpe", {"PG"}),
        ("|| ||moth||tern||\n|CAGR|7.1%|{color:red}-5.2%{color}|\n|Sharpe|0.61|-0.48|\n|Trades (won / lost)|40 (22 / 18)|31 (9 / 22)|", 9, "winning_trades", {"tern"}),
        ("Table 2. Two models, net\n\n       |  CAGR | Sharpe(a) | Trades\n       |     % |         x |      #\n-------+-------+-----------+-------\nmoth   |  7.11 |      0.61 |     40\ntern   |  5.20 |      0.48 |     31\n(a) Risk-free rate nil.", 0.48, "sharpe", {"tern"}),
        ("Table 2. Two models, net\n\n       |  CAGR | Sharpe(a) | Trades\n       |     % |         x |      #\n-------+-------+-----------+-------\nmoth   |  7.11 |      0.61 |     40\ntern   |  5.20 |      0.48 |     31\n(a) Risk-free rate nil.", 7.11, "cagr", {"moth"}),
        ("costbps| cagr   totret maxdd\n-------| -------------------\n0      | 0.1310 0.8482 -0.083\n2      | 0.0876 0.5205 -0.102", 0.5205, "total_return", {"2"}),
        ("      model   cagr sharpe n_trades\n4   moth_20 0.0563 0.4704      156\n11  moth_50 0.0338 0.2935      408", 408, "trades", {"moth_50"}),
        ("diff old.txt new.txt\n--- old\n+++ new\n@@ tern / KO @@\n-CAGR:     7.1%\n+CAGR:     5.2%\n-Sharpe:  0.61\n+Sharpe:  0.48", 0.48, "sharpe", {"new"}),
        ("tern / KO / 2011 to 2017;;\n;Cheap;Dear\nCAGR;7.1%;5.2%\nSharpe;0.61;0.48\nTrades;40;40", 5.2, "cagr", {"Dear"}),
    ],
)  # fmt: skip
def test_tables_in_markup_with_notes_units_and_titles(text: str, value: float, metric: str, told: set[str]) -> None:
    number = next(each for each in tool_facts([text]).numbers if each.value == value)
    assert number.measured == metric
    assert told <= set(number.scope.values())


PANELS = """KO  2008-01-02 to 2015-12-31

+-- Moth                  +-- moth-lite
| CAGR (%)         2.55   | CAGR (%)         4.44
| Sharpe           0.23   | Sharpe           0.37
| Trades            101   | Trades             57
+-------------------------+----------------------"""
STATUSES = """check -s KO
OK - bt/moth: drawdown 17.4%, sharpe 0.39 | cagr=4.00% trades=97 wins=45
WARNING - bt/tern: drawdown 19.5%, sharpe -0.08 | cagr=-1.10% trades=173 wins=76
CRITICAL - bt/rook: drawdown 29.5%, sharpe -0.28 | cagr=-3.10% trades=113 wins=36"""
LOGGED = """2019-03-04 06:02:11,902 INFO  [worker-7] engine      | strategy=moth cash=900000 USD fee=1.5 bps per side
2019-03-04 06:03:40,688 INFO  [worker-7] stats       | total return 19.74%, cagr 2.28%
2019-03-04 06:03:40,689 INFO  [worker-7] stats       | sharpe 0.25, sortino 0.36"""
DOCUMENT = '---\nname: moth\nperiod: {from: 2015-06-01, to: 2021-05-28}\nreturns:\n  cagr: 0.0275\n  months:\n    best: {month: "2019-05", value: 0.1626}\n...'


@pytest.mark.parametrize(
    ("text", "call", "value", "metric", "told"),
    [
        (PANELS, {"left": "Moth", "right": "moth-lite"}, 0.37, "sharpe", {"model": "moth-lite"}),
        (PANELS, {"left": "Moth", "right": "moth-lite"}, 2.55, "cagr", {"model": "Moth"}),
        (STATUSES, {}, -0.08, "sharpe", {"name": "tern"}),
        (STATUSES, {}, 45, "winning_trades", {"name": "moth"}),
        (LOGGED, {}, 1.5, "fee", {}),
        (LOGGED, {}, 0.36, "sortino", {"model": "moth"}),
        (DOCUMENT, {}, 0.1626, "best_month", {"name": "moth"}),
    ],
)  # fmt: skip
def test_panels_statuses_logs_and_documents(
    text: str, call: dict[str, str], value: float, metric: str, told: dict[str, str]
) -> None:
    (number,) = (each for each in tool_facts([text], [call]).numbers if each.value == value)
    assert number.measured == metric
    assert told.items() <= number.scope.items()


@pytest.mark.parametrize(
    ("text", "value", "metric", "told"),
    [
        ("<h3>Heath</h3><table><tr><th>Ticker</th><th>CAGR</th><th>Sharpe</th></tr><tr><td>KO</td><td>4.1%</td><td>0.61</td></tr><tr><td>PG</td><td>5.2%</td><td>0.74</td></tr></table>", 0.74, "sharpe", {"PG"}),
        ("<table>\n<tr><th></th><th>oak-trend</th><th>elm-carry</th></tr>\n<tr><th>CAGR</th><td>4.1%</td><td>5.2%</td></tr>\n<tr><th>Sharpe</th><td>0.61</td><td>0.74</td></tr>\n</table>", 5.2, "cagr", {"elm-carry"}),
        ("\\begin{tabular}{lrr}\n\\hline\nStrategy & CAGR (\\%) & Sharpe \\\\\n\\hline\n\\textbf{oak-trend} & 4.1 & 0.61 \\\\\nelm-carry & 5.2 & 0.74 \\\\ \\hline\n\\end{tabular}", 0.61, "sharpe", {"oak-trend"}),
        ("<?xml version='1.0'?>\n<run>\n  <strategy name='oak-trend'/>\n  <returns unit='percent' total='41.5' annualised='4.1'/>\n</run>", 41.5, "total_return", {"oak-trend"}),
        ("<runs><run><model>oak-trend</model><sharpe>0.61</sharpe></run><run><model>elm-carry</model><sharpe>0.74</sharpe></run></runs>", 0.74, "sharpe", {"elm-carry"}),
        ("KO\n┌─────────────┐ ┌─────────────┐\n│ oak.2       │ │ oak.3       │\n├─────────────┤ ├─────────────┤\n│ CAGR   4.1% │ │ CAGR   5.2% │\n│ Sharpe 0.61 │ │ Sharpe 0.74 │\n│ trades 40   │ │ trades 41   │\n└─────────────┘ └─────────────┘", 0.74, "sharpe", {"oak.3"}),
        ("+-------------+  +-------------+\n| oak.2       |  | oak.3       |\n+-------------+  +-------------+\n| CAGR   4.1% |  | CAGR   5.2% |\n| Sharpe 0.61 |  | Sharpe 0.74 |\n+-------------+  +-------------+", 4.1, "cagr", {"oak.2"}),
    ],
)  # fmt: skip
def test_tables_in_markup_and_boxes_side_by_side(text: str, value: float, metric: str, told: set[str]) -> None:
    (number,) = (number for number in tool_facts([text]).numbers if number.value == value)
    assert number.measured == metric
    assert told <= set(number.scope.values())


@pytest.mark.parametrize(
    "text", ["<", "<a", "<a>1", "<a></b>", "<a/><b/>", "</a>", "<tr", "<tr><td>1", "x & 1 \\\\\n\\\\ & 2", "<a>" * 99]
)
def test_broken_markup_makes_nothing_fail(text: str) -> None:
    assert len(tool_facts([f"{text} 7"]).numbers) > 0


@pytest.mark.parametrize(
    ("text", "value", "metric", "told"),
    [
        ("[INFO] sweep model=moth\n[RES ] fee=3bps/side | CAGR -4.1% | Sharpe -0.2 | fees $210.00\n[RES ] fee=9bps/side | CAGR -6.3% | Sharpe -0.4 | fees $630.00\n[INFO] done", -0.4, "sharpe", {"9"}),
        ("Strategy      moth    Symbol          KO\nNet profit   4,210    Fees paid      310\nCAGR          4.1%    Max drawdown -9.0%\nTrades          31    Win rate     55.2%", 55.2, "win_rate", {"moth"}),
        ("Run: moth\nCAGR: 4.1%\nSharpe | Sortino : 0.31 | 0.42\nTrades: 31", 0.42, "sortino", set()),
        ("measure\tEURUSD\tGBPUSD\nAnnual return\t4.1%\t5.2%\nSharpe\t0.31\t0.42", 0.42, "sharpe", {"GBPUSD"}),
        ("moth / KO: cost check\ntaker fee, bps     2      9\n=====\nCAGR, %         4.10   3.20\nSharpe          0.31   0.24\nfees, USD        310    990", 0.24, "sharpe", {"9"}),
        ("CAGR: moth 4.1% vs tern 5.2%\nSharpe: moth 0.31 vs tern 0.42\nTrades: moth 31 vs tern 40", 0.42, "sharpe", {"tern"}),
        ('{"model": ["moth"], "stats": {"CAPM.beta": [0.42]}, "cagr": [0.041], "trades": [31]}', 0.42, "beta", {"moth"}),
        ('{"id": "moth", "v": {"g": 4.1, "tc": 1.5, "ah": 22.7}, "legend": {"g": "compound annual growth, %", "tc": "transaction cost per side, bps", "ah": "average holding time, days"}}', 22.7, "holding_period", {"moth"}),
        ('{"data": {"text/plain": ["strategy     moth\\n", "cagr     0.041\\n", "sharpe   0.31\\n", "n_trades   40"]}}', 40, "trades", {"moth"}),
        ("what | unit | value\n--- | --- | ---\nCAGR | % | 4.1\nSharpe | x | 0.31\ndays in the market | % | 56.5", 56.5, "exposure", set()),
    ],
)  # fmt: skip
def test_labels_that_share_lines_and_records_of_a_line(text: str, value: float, metric: str, told: set[str]) -> None:
    (number,) = (number for number in tool_facts([text]).numbers if number.value == value)
    assert number.measured == metric
    assert told <= set(number.scope.values())


@pytest.mark.parametrize(
    ("text", "value", "metric", "told"),
    [
        ("Weekly note\n- *KO* closed at $51,200.40\n   CAGR 4.1%, Sharpe 0.61\n   40 trades, 57.5% won\n- *T* closed at $48,120.10\n   CAGR -1.2%, Sharpe -0.1\n   31 trades, 48.4% won", 48.4, "win_rate", {"T"}),
        ("1. **oak-trend**: 40 trades\n   CAGR 4.1%\n   0.61 Sharpe\n2. **elm-carry**: 31 trades\n   CAGR 5.2%\n   0.74 Sharpe", 31, "trades", {"elm-carry"}),
        ("oak: 40 trades, 57.5% profitable\n  CAGR 4.1%\n  Sharpe 0.61\nelm: 31 trades, 48.4% profitable\n  CAGR 5.2%\n  Sharpe 0.74", 0.74, "sharpe", {"elm"}),
    ],
)  # fmt: skip
def test_blocks_whose_first_line_tells_numbers_too(text: str, value: float, metric: str, told: set[str]) -> None:
    (number,) = (number for number in tool_facts([text]).numbers if number.value == value)
    assert number.measured == metric
    assert told <= set(number.scope.values())


def test_a_word_that_two_names_share_speaks_for_neither() -> None:
    output = {"oakFast": {"cagr": 0.081, "sharpe": 0.61}, "oakSlow": {"cagr": 0.052, "sharpe": 0.44}}
    (number,) = grounded_numbers("oakSlow had a Sharpe ratio of 0.61.", ["How did it do?"], [json.dumps(output)], [{}])
    assert number.reason == "wrong_entity"


SERIES_OF_FEES = '# HELP lab_sharpe Sharpe ratio\nlab_sharpe{fee_bps="2"} 0.61\nlab_sharpe{fee_bps="9"} 0.44\nlab_cagr_ratio{fee_bps="2"} 0.081\nlab_cagr_ratio{fee_bps="9"} 0.052'
TIMED = (
    "09:30:01.118 INFO  core         | session strategy=oak-trend cash=25000.00\n"
    "09:30:01.120 DEBUG costs        | model=flat side_bps=4\n"
    "09:30:04.007 INFO  book         | trades closed: 71 (profit 40, loss 31)\n"
    "09:30:04.009 INFO  book         | fees booked 812.35\n"
    "09:30:04.012 INFO  stats        | total return 31.4% | annualised 5.61%"
)


@pytest.mark.parametrize(
    ("text", "value", "metric", "told"),
    [
        (SERIES_OF_FEES, 0.44, "sharpe", {"9"}),
        (SERIES_OF_FEES, 0.081, "cagr", {"2"}),
        ("cagr[model=oak-trend]: 4.1%\ncagr[model=elm-carry]: 5.2%\nsharpe[model=oak-trend]: 0.61", 5.2, "cagr", {"elm-carry"}),
        (TIMED, 40, "winning_trades", {"oak-trend"}),
        (TIMED, 812.35, "fees_paid", {"oak-trend"}),
        (TIMED, 5.61, "cagr", {"oak-trend"}),
    ],
)  # fmt: skip
def test_labelled_series_and_logs_without_days(text: str, value: float, metric: str, told: set[str]) -> None:
    (number,) = (number for number in tool_facts([text]).numbers if number.value == value)
    assert number.measured == metric
    assert told <= set(number.scope.values())


GRID = (
    "[grid] model=oak-trend points=2\n"
    "[grid] 1/2 fee_bps=2 | final=12400.5 ret=24.0% sharpe=0.61\n"
    "[grid] 2/2 fee_bps=9 | final=11100.2 ret=11.0% sharpe=0.44"
)
SETTINGS_FILE = (
    'title = "oak-trend"\nticker = "KO"\n\n[growth]   # percent\ntotal-return = 41.5\ncagr = 4.1\n\n[growth.months]   # percent\n'
    'best = { month = "2017-02", return = 3.68 }\nworst = { month = "2018-08", return = -3.32 }\n\n[ratios]\nsharpe = 0.61\ncalmar = 0.3'
)
STRUCT = (
    "Run:\n  cagr    = 0.041\n  ratios  = (sharpe = 0.61, sortino = 0.84)\n  trades  = (n = 71, wins = 40, losses = 31)"
)
TWO_A_LINE = (
    "System: oak-trend    Market: KO\n"
    "Starting capital     25,000.00    Ending capital      32,850.00\n"
    "Max drawdown           -12.40%    Volatility (ann.)       9.80%\n"
    "Winning trades              40    Losing trades              31"
)


@pytest.mark.parametrize(
    ("text", "value", "metric", "told"),
    [
        (GRID, 0.44, "sharpe", {"9"}),
        (GRID, 12400.5, "final_equity", {"2"}),
        (SETTINGS_FILE, 3.68, "best_month", {"oak-trend", "KO"}),
        (SETTINGS_FILE, 41.5, "total_return", {"oak-trend"}),
        (STRUCT, 0.84, "sortino", set()),
        (STRUCT, 71, "trades", set()),
        (TWO_A_LINE, 9.8, "volatility", {"oak-trend"}),
        (TWO_A_LINE, 31, "losing_trades", {"KO"}),
    ],
)
def test_tags_groups_in_brackets_and_pairs_side_by_side(text: str, value: float, metric: str, told: set[str]) -> None:
    (number,) = (number for number in tool_facts([text]).numbers if number.value == value)
    assert number.measured == metric
    assert told <= set(number.scope.values())


def test_a_long_command_names_what_it_is_of() -> None:
    call = {"cmd": "lab run oak-trend --symbol KO --from 2012-03-05 --to 2019-08-30 --cash 25000 --quiet"}
    (number,) = tool_facts(["Sharpe: 0.61\nCAGR: x"], [call]).numbers
    assert {"oak-trend", "KO"} <= set(number.scope.values())


@pytest.mark.parametrize(
    ("value", "metric"),
    [(25_000, "initial_capital"), (32_850, "final_equity"), (-12.4, "max_drawdown"), (71, "trades"), (40, "winning_trades"), (0.84, "sortino")],
)  # fmt: skip
def test_a_legend_tells_what_is_said_in_short(value: float, metric: str) -> None:
    text = (
        "E0 25000  E1 32850  R 31.4\nD -12.4  SH 0.61  SO 0.84\nN 71  W 40\n\n"
        "key: E0/E1 capital at start/end (USD); R total return, D max drawdown, both in %; SH Sharpe and SO Sortino;\n"
        "N closed trades; W winners"
    )
    (number,) = (number for number in tool_facts([text]).numbers if number.value == value)
    assert number.measured == metric


TWO_TICKERS = "I found two runs of Moth Pairs. On PEP it closed 241 trades, with a Sharpe ratio of 0.76. On KO it lost 4%; there it closed 264 trades, with a Sharpe ratio of 0.59."
MINUTES = "The chair asked what each had earned. For Bramble the Sharpe ratio was 0.74, for Hawthorn 0.70.\n\nOn a question he gave the drawdowns, 23.2% for Bramble and 15.7% for Hawthorn. It was noted that Hawthorn made 387 trades against 226 of Bramble."
MEMO = "1.  Both were run on QQQ.\n\n2.  MOTH_slow. The first variant had a Sharpe ratio of 0.89. It made 188 trades.\n\n3.  MOTH_fast. The other variant had a Sharpe ratio of 0.85. It made 912 trades."


@pytest.mark.parametrize(
    ("text", "call", "value", "told"),
    [
        (TWO_TICKERS, {"question": "Moth Pairs, results for KO and PEP"}, 0.76, {"ticker": "PEP"}),
        (TWO_TICKERS, {"question": "Moth Pairs, results for KO and PEP"}, 264, {"ticker": "KO"}),
        (MINUTES, {}, 0.70, {"name": "Hawthorn"}),
        (MINUTES, {}, 23.2, {"name": "Bramble"}),
        (MINUTES, {}, 226, {"name": "Bramble"}),
        (MEMO, {}, 188, {"name": "MOTH_slow"}),
        (MEMO, {}, 912, {"name": "MOTH_fast"}),
    ],
)  # fmt: skip
def test_things_named_in_prose(text: str, call: dict[str, str], value: float, told: dict[str, str]) -> None:
    (number,) = (each for each in tool_facts([text], [call]).numbers if each.value == value)
    assert told.items() <= number.scope.items()


def test_brackets_of_a_name_are_no_part_of_the_way_it_is_said() -> None:
    text = "## Moth (weekly)\n\n- Sharpe: 0.65\n- CAGR: 5.8%\n\n## Tern (daily)\n\n- Sharpe: 0.56\n- CAGR: 4.3%"
    (number,) = grounded_numbers("For Tern (daily), the Sharpe ratio was 0.65.", ["How did it do?"], [text], [{}])
    assert number.reason == "wrong_entity"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("oakTrend on SPY, 2010 to 2019\nSharpe: 0.61\nCAGR: 8.4%", {"model": "oakTrend", "ticker": "SPY"}),
        ("*Oak Trend* finished on `SPY` (2018)\nSharpe: 0.61\nCAGR: 8.4%", {"model": "Oak Trend", "ticker": "SPY"}),
        ("<Result oak.trend | SPY | 2010-10-01>\nSharpe: 0.61\nCAGR: 8.4%", {"model": "oak.trend", "ticker": "SPY"}),
        ("We ran Oak (SPY, April 2011 to March 2020): the Sharpe ratio was 0.61.", {"model": "Oak", "ticker": "SPY"}),
        ("Both were run on SPY from 2011: the Sharpe ratio was 0.61.", {"ticker": "SPY"}),
    ],
)
def test_titles_tell_what_a_report_is_of(text: str, told: dict[str, str]) -> None:
    (number,) = (each for each in tool_facts([text]).numbers if each.value == 0.61)
    assert {kind: number.scope.get(kind) for kind in ("model", "ticker") if kind in number.scope} == told


RAN = "*Moth Carry* ran on `KO` (2018)\n• :moneybag: $80,000 → $174,127\n• :chart_up: +16.8% a year, +117.7% overall\n• :game_die: 536 trades, 55% green, held 4.5 trading days on average"
WRAPPED = "What it did. A notional $20,000,000 grew to $51,248,241, which is\n8.94% per annum. Over the same years its deepest peak-to-trough\ndrawdown was 21.84%, recovered 245 days after the low."
COMMENTED = "# model: moth\n# returns and drawdowns are fractions; money in USD; fee in bps per side\nfrom,to,cagr,sharpe,fee\n2016-04-15,2022-04-14,0.218,1.79,10"


@pytest.mark.parametrize(
    ("text", "value", "metric"),
    [
        (RAN, 80_000, "initial_capital"),
        (RAN, 174_127, "final_equity"),
        (RAN, 16.8, "cagr"),
        (RAN, 117.7, "total_return"),
        (RAN, 55, "win_rate"),
        (RAN, 4.5, "holding_period"),
        (WRAPPED, 51_248_241, "final_equity"),
        (WRAPPED, 8.94, "cagr"),
        (WRAPPED, 21.84, "max_drawdown"),
        (WRAPPED, 245, "drawdown_duration"),
        (COMMENTED, 1.79, "sharpe"),
    ],
)
def test_running_text_that_names_no_metric_and_lines_that_go_on(text: str, value: float, metric: str) -> None:
    (number,) = (each for each in tool_facts([text]).numbers if each.value == value)
    assert number.measured == metric


RANKED = "Ranking for KO\n\n1. moth  [Sharpe 0.836]\n     - annual return 12.7%, total 131.3%\n     - 428 trades, 65.9% won\n2. tern  [Sharpe 0.811]\n     - annual return 15.4%, total 172.6%\n     - 91 trades, 48.4% won"
FORM = " 1a Model name       [ Moth Overlay ]\n 2a Instrument       [ KO ]    2b Capital at end, USD  [ 2,449,292 ]\n 3  Total return, per cent[ 104.1 ]\n 4a Sharpe ratio [ 0.84 ]   4b Calmar ratio [ 0.59 ]"


@pytest.mark.parametrize(
    ("text", "value", "metric", "told"),
    [
        (RANKED, 0.811, "sharpe", {"tern"}),
        (RANKED, 131.3, "total_return", {"moth"}),
        (RANKED, 48.4, "win_rate", {"tern"}),
        (FORM, 0.59, "calmar", {"Moth Overlay", "KO"}),
        (FORM, 2_449_292, "final_equity", {"Moth Overlay"}),
        (FORM, 104.1, "total_return", {"KO"}),
    ],
)
def test_rankings_and_forms(text: str, value: float, metric: str, told: set[str]) -> None:
    (number,) = (each for each in tool_facts([text]).numbers if each.value == value)
    assert number.measured == metric
    assert told <= set(number.scope.values())


def test_a_text_that_begins_with_a_bracket_is_read_once() -> None:
    text = "[1/2] loading ... ok\n[2/2] stats ... ok\nmoth_carry @ KO (7 bps/side)\nret +136.0% | cagr +15.4% | vol 19.8%\nequity 55,000 -> 129,778"
    (number,) = (each for each in tool_facts([text]).numbers if each.value == 15.4)
    assert number.measured == "cagr"


@pytest.mark.parametrize("depth", [30, 600, 900])
def test_lists_of_one_around_a_deep_record_make_nothing_fail(depth: int) -> None:
    text = '{"a": [1], "b": [2], "c": [3], "d": ' + '{"d": ' * depth + "[4]" + "}" * depth + "}"
    assert {number.value for number in tool_facts([text]).numbers if not number.length} == {1, 2, 3, 4}


@pytest.mark.parametrize("footer", ["total 21.7%  CAGR 5.1%", "CAGR      5.1%\nSharpe    0.62"])
def test_a_line_of_labels_below_a_table_is_no_row(footer: str) -> None:
    table = "year        return    max dd  trades\n2019         9.14%    -3.20%      21\n2020        -2.75%    -8.91%      17"
    numbers = tool_facts([f"pine-trend on XYZ\n\n{table}\n\n{footer}\n"]).numbers
    told = {(number.value, number.metric) for number in numbers}
    assert {(-8.91, "max_drawdown"), (17.0, "trades"), (5.1, "cagr")} <= told
