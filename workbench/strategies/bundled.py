"""The strategies of the workbench."""

from workbench.strategies import donchian_breakout, gbm_direction, put_write, rsi_reversion, sma_trend
from workbench.strategies.strategy import Strategy

STRATEGIES: tuple[Strategy, ...] = (
    sma_trend.STRATEGY,
    donchian_breakout.STRATEGY,
    rsi_reversion.STRATEGY,
    put_write.STRATEGY,
    gbm_direction.STRATEGY,
)
