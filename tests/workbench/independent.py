"""A second implementation of the five strategies at zero fees: plain loops, no bt, no ffn, nothing of workbench/."""

import math
from datetime import date, timedelta

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier


def equity(model_id: str, dates: list[date], closes: list[float], first: int) -> list[tuple[int, list[float]]]:
    """Per part, its first row and the equity (from 1.0) at each of its closes. `first` is the window's first row."""
    if model_id == "put-write":
        return [(first, put_write_equity(dates, closes, first))]
    if model_id == "gbm-direction":
        return gbm_equity(dates, closes, first)
    wanted = {"sma-trend": sma, "donchian-breakout": donchian, "rsi-reversion": rsi}[model_id](closes, first)
    return [(first, compound(closes, first, wanted))]


def compound(closes: list[float], first: int, wanted: list[bool]) -> list[float]:
    """wanted[i]: what the close of row first + i decides. Decided on day i, traded on i + 1, so it earns the return to i + 2."""
    curve = [1.0] * min(2, len(wanted))
    for i in range(2, len(wanted)):
        growth = closes[first + i] / closes[first + i - 1] if wanted[i - 2] else 1.0
        curve.append(curve[-1] * growth)
    return curve


def sma(closes: list[float], first: int) -> list[bool]:
    return [
        row >= 199 and closes[row] > math.fsum(closes[row - 199 : row + 1]) / 200 for row in range(first, len(closes))
    ]


def donchian(closes: list[float], first: int) -> list[bool]:
    inside, out = False, []
    for row in range(first, len(closes)):
        if inside:
            inside = not (row >= 20 and closes[row] < min(closes[row - 20 : row]))
        else:
            inside = row >= 55 and closes[row] > max(closes[row - 55 : row])
        out.append(inside)
    return out


def rsi(closes: list[float], first: int) -> list[bool]:
    inside, out = False, []
    for row in range(first, len(closes)):
        if row >= 14:
            moves = [closes[i] - closes[i - 1] for i in range(row - 13, row + 1)]
            up, down = sum(m for m in moves if m > 0), -sum(m for m in moves if m < 0)
            strength = 100 - 100 / (1 + up / down) if down else (100.0 if up else 50.0)
            if inside and strength > 55:
                inside = False
            elif not inside and strength < 30:
                inside = True
        out.append(inside)
    return out


def normal(x: float) -> float:
    return math.erfc(-x / math.sqrt(2)) / 2


def put(spot: float, strike: float, sigma: float, days: int) -> float:
    if days <= 0:
        return max(strike - spot, 0.0)
    s = sigma * math.sqrt(days / 365)
    d2 = math.log(spot / strike) / s - s / 2
    return strike * normal(-d2) - spot * normal(-d2 - s)


def third_friday_after(day: date) -> date:
    while True:
        day += timedelta(days=1)
        if day.weekday() == 4 and 15 <= day.day <= 21:
            return day


def put_write_equity(dates: list[date], closes: list[float], first: int) -> list[float]:
    def sigma(row: int) -> float | None:
        if row < 21:
            return None
        returns = [math.log(closes[i] / closes[i - 1]) for i in range(row - 20, row + 1)]
        mean = sum(returns) / 21
        return max(1.1 * math.sqrt(sum((r - mean) ** 2 for r in returns) / 20 * 252), 0.05)

    cash, curve = 1.0, []
    short: tuple[float, float, date] | None = None  # puts, strike, expiry; cash holds the premium
    expiry, write_now = third_friday_after(dates[first] - timedelta(days=1)), False
    for row in range(first, len(dates)):
        day, spot = dates[row], closes[row]
        if write_now:
            write_now, expiry = False, third_friday_after(day)
            shown = cash  # the haircut is felt from the next day on
            short = (cash / spot, spot, expiry)
            cash += short[0] * 0.95 * put(spot, spot, sigma(row) or 0.0, (expiry - day).days)
            curve.append(shown)
        elif short:
            worth = put(spot, short[1], sigma(row) or 0.0, (short[2] - day).days)
            curve.append(cash - short[0] * worth)
            if day >= short[2]:
                cash, short = curve[-1], None
        else:
            curve.append(cash)
        if day >= expiry:
            write_now, expiry = sigma(row) is not None, third_friday_after(day)
    return curve


def gbm_equity(dates: list[date], closes: list[float], first: int) -> list[tuple[int, list[float]]]:
    def row_features(row: int) -> list[float] | None:
        if row < 63:
            return None
        daily = [math.log(closes[i] / closes[i - 1]) for i in range(row - 20, row + 1)]
        return [math.log(closes[row] / closes[row - back]) for back in (1, 2, 5, 10, 21, 63)] + [float(np.std(daily))]

    split = first + (len(closes) - first) * 8 // 10
    table = {row: values for row in range(len(closes)) if (values := row_features(row))}
    rows = [row for row in range(first, split) if row in table and row + 6 < split]
    model = HistGradientBoostingClassifier(
        max_iter=50, max_depth=2, learning_rate=0.05, early_stopping=False, random_state=0
    )
    model.fit([table[row] for row in rows], [closes[row + 6] > closes[row + 1] for row in rows])
    rising = dict(zip(table, model.predict_proba(list(table.values()))[:, 1] > 0.5, strict=True))
    parts = []
    for begin, end in ((first, split), (split, len(closes))):
        inside, wanted = False, []
        for row in range(begin, end):
            if row and dates[row].isocalendar()[:2] != dates[row - 1].isocalendar()[:2]:
                inside = bool(rising.get(row, False))
            wanted.append(inside)
        parts.append((begin, compound(closes[:end], begin, wanted)))
    return parts


def measures(curve: list[float], days: list[date]) -> dict[str, float | None]:
    """The metrics of a curve by their textbook definitions; a year is 365.25 days, as ffn has it."""
    returns = [curve[i] / curve[i - 1] - 1 for i in range(1, len(curve))]
    mean = math.fsum(returns) / len(returns)
    deviation = math.sqrt(math.fsum((r - mean) ** 2 for r in returns) / (len(returns) - 1))
    peak, deepest = curve[0], 0.0
    for worth in curve:
        peak = max(peak, worth)
        deepest = min(deepest, worth / peak - 1)
    years = (days[-1] - days[0]).days / 365.25
    return {
        "total_return": curve[-1] / curve[0] - 1,
        "cagr": (curve[-1] / curve[0]) ** (1 / years) - 1,
        "volatility": deviation * math.sqrt(252),
        "sharpe": mean / deviation * math.sqrt(252) if deviation else None,
        "max_drawdown": deepest,
    }
