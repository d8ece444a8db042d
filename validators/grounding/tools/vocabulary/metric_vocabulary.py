"""The words of finance: measures, what their numbers are, and the ways of saying them, in prose and in keys.

General vocabulary only: nothing of any tool, model or ticker.
"""

# name | measure | loss? | the ways of saying it, in prose and in keys
VOCABULARY = """
cagr|share||geometric mean return, geometric mean, geometric average return, annualizes to, annualizes at, has annualized, have annualized, annualizing to, annualizing at, annualized to, cagr, annualized return, annual return, ann return, annual growth, annual growth rate, annualized growth, annualized growth rate, compound return, compound growth, compound growth rate, compound annual growth, compound annual growth rate, compound annual return, compounded annual return, compounded annual growth rate, yearly return, yearly growth, geometric return, annualized rate of return, annualized gain, annual rate of return, compounded at, compounding at, compounds at, annualized performance, return per year, growth per year, annualized total return, annualized net return, cagr return, annual compound return, compounding annual return, growth a year, growth rate, per annum return, compound rate, compounded rate, compounded growth, annual rate, annualized rate, yearly rate, annual pace, yearly pace, geometric growth
total_return|share||whole return, total result, overall result, end result, final result, poorer, richer, worse off, better off, in the red, in the black, total return, cumulative return, overall return, cumulative gain, total gain, overall gain, total performance, cumulative performance, whole period return, full period return, holding period return, aggregate return, total growth, cumulative growth, total net return, net total return, return total, return on the starting capital, return on starting capital, return on initial capital, return on the initial capital, return on capital, return on your money, return on the account, roi, return on investment, start to finish, from start to finish, first day to last, first to last, total roi, whole period gain, from first day to last, up in total, up overall, cumulatively, tripled your money, doubled your money, quadrupled your money, tripled the money, doubled the money
volatility|share||volatility, annual standard deviation of returns, annualized volatility, annual volatility, standard deviation, standard deviation of return, realized volatility, return volatility, dispersion of returns, annualized dispersion of returns, return dispersion, dispersion of return, volatility annualized, annualized standard deviation, annualized standard deviation of returns, annual standard deviation, standard deviation of returns, vol, annualized vol, std dev, stdev, volatile, σ, sigma, swing by, swung by, swinging by, bounce around, bounced around, bouncing around, fluctuate by, fluctuated by, bumpiness, choppiness, standard dev, sd
implied_volatility|share||implied volatility, iv, implied vol, implied volatilities
downside_deviation|share||downside standard deviation, deviation on down days, downside deviation, downside volatility, semi deviation, downside risk, semi deviation, semideviation, standard deviation of negative returns, deviation of negative returns, bad volatility, lower semi deviation
sharpe|ratio||risk adjusted score, sharpe, sharpe ratio, annualized sharpe, annualized sharpe ratio, risk adjusted return, risk adjusted performance, return per unit of risk, reward to variability, return for the risk, return for the risk taken, return for risk taken, reward for the risk, reward for the risk taken
sortino|ratio||downside only risk adjustment, downside risk adjusted return, downside adjusted return, downside risk adjustment, downside, sortino, sortino ratio
calmar|ratio||mar style ratio, car maxdd ratio, cagr maxdd ratio, car max drawdown ratio, cagr max drawdown ratio, cagr mdd ratio, cagr over maximum drawdown, cagr over max drawdown, cagr to maximum drawdown, return to drawdown, cagr divided by maximum drawdown, cagr divided by max drawdown, return over maximum drawdown, calmar, calmar ratio, mar ratio, return over drawdown
omega|ratio||omega, omega ratio, omega measure
information_ratio|ratio||information ratio, info ratio, active return over tracking error, active return divided by tracking error, active return per unit of tracking error
treynor|ratio||treynor, treynor ratio, treynor measure, treynor index, excess return over beta, excess return divided by beta, reward to beta, return per unit of beta, excess return per unit of beta, reward to systematic risk
profit_factor|ratio||profit factor, pf, gross profit over gross loss, gross win over gross loss, gross gain over gross loss, profit ratio, gross profit loss ratio, won per dollar lost, dollars won per dollar lost, sum of wins over sum of losses
payoff_ratio|ratio||payoff ratio, profit loss ratio, profit to loss ratio, payoff, pay off ratio, win loss ratio, win loss payoff ratio, win to loss ratio, average win over average loss, average win to average loss, average win divided by average loss, average winner over average loser, average winner to average loser, reward risk ratio, win loss size ratio, gain to loss ratio, gain loss ratio
beta|ratio||beta, market beta, β, market sensitivity, sensitivity to the market, sensitivity to the index, sensitivity to the benchmark, exposure to market moves, loading, factor loading, factor beta, coefficient, capm beta, regression slope, market loading, sensitivity to market, sensitivity to index, sensitivity to benchmark
alpha|share||alpha, intercept, jensen's alpha, annualized alpha, α, capm alpha, capm intercept, regression intercept
up_capture|any||up capture, upside capture, upside capture ratio, up capture ratio, up market capture, upside participation, of the upside, of the benchmark upside, of the market upside, of its upside, of the market gain, of the benchmark gain, of the rally, upside
down_capture|any|loss|down capture, downside capture, downside capture ratio, down capture ratio, down market capture, downside participation, of the downside, of the benchmark downside, of the market downside, of its downside, of the market loss, of the benchmark loss, of the market decline
market_impact|any|loss|market impact, price impact, impact cost, impact costs
financing_cost|any|loss|financing cost, borrow, borrowing, funding, financing, borrow cost, borrowing cost, stock borrow, stock borrow cost, short borrow, borrow fee, borrow fees, short selling fee, shorting fee, shorting cost, margin interest, interest paid, interest expense, funding cost, funding fee, stock loan fee, stock loan cost
recovery_factor|ratio||recovery factor, net profit over maximum drawdown, net profit to maximum drawdown, profit over maximum drawdown, net profit over drawdown, profit to drawdown, net profit divided by maximum drawdown
gross_loss|money|loss|gross loss, gross losses, losing trades together, losing trades lost, all losing trades, all the losing trades, losers together, sum of the losses, sum of losses, losses added up, losing trades added up
gain_to_pain|ratio||gain to pain, gain to pain ratio, gains to pains, gain over pain, gpr
martin_ratio|ratio||martin ratio, upi, ulcer performance index, martin, return over ulcer index
tail_ratio|ratio||tail ratio
kelly|any||kelly, kelly fraction, kelly criterion, kelly stake, kelly bet, optimal f
system_quality|ratio||sqn, system quality number, system quality
probabilistic_sharpe|any||probabilistic sharpe, probabilistic sharpe ratio, psr
deflated_sharpe|any||deflated sharpe, deflated sharpe ratio, dsr
median_trade|any||median trade, median trade return, median return per trade, median profit per trade, middle trade, median deal
alpha_t|ratio||alpha t stat, alpha t statistic, alpha t value, t stat of alpha, t statistic of alpha
position_value|money||position value, holding value, value of the position, market value of the position
t_stat|ratio||t stat, t stats, t statistic, t value, t ratio, t score, tstat, tstats, tvalue, tvalues, t values, z stat, z statistic, z value
p_value|share||p value of alpha, p value on alpha, p value for alpha, p value of the alpha, p value on the alpha, p value for the alpha, p value of beta, p value, p values, pvalue, pvalues, p val
standard_error|ratio||standard error, standard errors, std err, std error, stderr, bse
r_squared|share||of the variance, of variance, of the variation, of its variance, of its variation, of the variability, of the return variance, r squared, r2, r0, coefficient of determination, variance explained, share of variance explained, explained variance, variance explained by the benchmark, variance explained by the market, rsquared, r²
correlation|ratio||correlation, correlation coefficient, ρ, rho, co movement
accuracy|any||accuracy, directional accuracy, direction accuracy, classification accuracy, called the direction right, direction right, right direction, correct direction, accurate
precision|any||precision, precision score, positive predictive value
recall|any||recall, recall score, true positive rate
f_score|any||f1, f0, f1 score, f0 score, f score, f measure
auc|any||auc, roc auc, auc roc, auroc, area under the curve, area under the roc curve, area under curve
log_loss|any||log loss, logloss, cross entropy
brier_score|any||brier, brier score
mean_absolute_error|any||mae, mean absolute error, average absolute error, mean absolute deviation of the forecast
mean_squared_error|any||mse, mean squared error, mean square error
root_mean_squared_error|any||rmse, root mean squared error, root mean square error, root of the mean squared error
information_coefficient|any||ic, information coefficient, mean ic, average ic, mean information coefficient, average information coefficient
rank_ic|any||rank ic, rank information coefficient, spearman ic, rank correlation, spearman correlation, spearman, mean rank ic, average rank ic
icir|any||icir, ic ir, ic information ratio, information coefficient information ratio
tracking_error|share||tracking error, te, active risk, standard deviation of active returns, active return standard deviation, volatility of active returns
skew|ratio||skew, skewness, third standardized moment, skewness of returns, skewness of daily returns, skewness of monthly returns, skewed, asymmetry, lopsidedness
kurtosis|ratio||kurtosis, excess kurtosis, fourth standardized moment, tail weight
var|share|loss|value at risk, var, var 95, 95 var, daily var, one day var, 1 day var, daily value at risk, one day value at risk, historical var, var 99, value at risk 95
cvar|share|loss|expected shortfall, cvar, conditional value at risk, conditional var, expected tail loss, etl, tail loss, cvar 95, conditional value at risk 95, loss beyond value at risk
max_drawdown|share|loss|at the worst, at its worst, from peak to trough, from top to bottom, from high to low, max drawdown, maxdd, mdd, max drawdowns, maximum drawdown, drawdown maximum, worst drawdown, largest drawdown, deepest drawdown, biggest drawdown, peak to trough, peak to trough loss, peak to trough decline, peak to trough drop, peak to trough fall, peak to trough drawdown, worst peak to trough loss, worst peak to trough decline, worst peak to trough drop, worst peak to trough fall, worst peak to trough, worst loss from a peak, largest peak to trough loss, largest peak to trough decline, deepest peak to trough loss, deepest fall from peak, deepest fall from a peak, deepest fall from high, slid from a high, deepest point of the drawdown, at the deepest point, at its lowest, at its lowest point, at the lowest point, worst decline, deepest decline, largest decline, worst drop, deepest drop, largest drop, biggest drop, biggest decline, deepest loss, worst fall, deepest fall, biggest fall, largest fall, deepest dip, worst dip, worst slump, maximum loss, maximum decline, drop from peak, decline from peak, fall from peak, loss from peak, drawdown, maximum dd, high to low, top to bottom, peak to valley, peak to valley decline, peak to valley drop, worst peak to valley, worst slide, deepest trough, worst setback, deepest hole, biggest hole, worst dip, deepest dip, biggest dip, ugliest dip, worst slide, worst slump, deepest trough, largest peak to valley, peak to valley, top to bottom, maximum loss from a peak, deepest crater, worst setback, worst pullback, deepest pullback, deepest setback, worst equity dip, ugliest equity dip, most severe retreat, most severe decline, most severe drawdown, fell furthest, fell hardest, deepest the system ever fell, deepest it ever fell, deepest it fell, lowest it fell, furthest it fell, fell deepest, sank deepest, sank furthest, dropped furthest, steepest drawdown, steepest fall, steepest drop, steepest decline, high to low, equity drawdown, balance drawdown
average_drawdown|share|loss|average drawdown, mean drawdown, typical drawdown, avg dd, typical dip, average dip, average pullback, typical pullback, average setback, average decline from a peak, mean dip, ordinary drawdown, usual drawdown
current_drawdown|share|loss|current drawdown
trades|count||trade, bet, bets, bets placed, orders filled, number of trades, trade count, trades count, total trades, number trade, total trade, round trip, round trips, transactions, trades made, trades executed, round trip trades, traded, trades total, transaction, executed trade, completed trade, closed trade, trade tally, deal, completed deal, ticket, tickets, fill, trade placed, trade opened, position opened, opened and closed, closed position, operation, trading operation, total number of trades, total number of deals, trading count, dealt, pulled the trigger, order count, execution, trade taken
winning_trades|count||closed green, finished green, ended green, closed in the green, winning trade, winning one, winner, win, number of winners, number win, number winning trade, profitable trade, hits, victory, green trade, trade in the green, trade in the money, trade won, winning position, winning deal, winning bet, profitable position, profitable deal, winning count, gainer, trades closed in profit
losing_trades|count||closed at a loss, closed at loss, closed red, finished red, ended red, closed in the red, losing trade, losing one, loser, number of losers, number loss, number losing trade, unprofitable trade, misses, defeat, dud, red trade, trade in the red, trade lost, losing position, losing deal, losing bet, unprofitable position, losing count, stinker, trades closed at a loss
win_rate|share||win share, fraction of profitable trades, share of profitable trades, proportion of profitable trades, win rate, hit rate, hit ratio, winning rate, win percentage, win ratio, winning percentage, percent profitable, share of winning trades, proportion of winning trades, success rate, share of trades won, fraction of winning trades, strike rate, batting average, won, wins, were profitable, was profitable, profitable, were winners, were winner, win pct, percentage of winners, share of winners, closing green, closed green, closing in the green, closed in profit, closed with profit, closed with a profit, closed at a profit, ended in profit, ended with a profit, profit in percent of trades, hit percentage, percent winners, winning percent, percentage of winning trades, percent of winning trades, odds of a win, odds of winning, hit percent, share of winning position, proportion of winners, got it right, called it right, was right on, were right on, paid off, came good, batting
loss_rate|share||loss rate, losing rate
turnover|share||turnover, annual turnover, annualized turnover, portfolio turnover, portfolio turn, book turn, turn of the portfolio, turn of the book, churn, portfolio churn, turned its book over, turns its book over, turned over its book, turned the book over, recycles its capital, recycled its capital
exposure|share||exposure, deployed, capital deployed, put to work, time in market, time in the market, market exposure, time invested, invested, in the market, holding a position, carrying a position, capital at work, on the books, in a position, in the trade, invested time, share of time invested
final_equity|money||money at the end, ending money, closed with, closes with, net liquidation, ended up as, wound up as, ends up as, end capital, capital end, capital out, final equity, ending equity, end equity, ending balance, final balance, final value, ending value, end value, terminal value, terminal wealth, final wealth, ending wealth, final capital, ending capital, closing balance, final portfolio value, ending portfolio value, final account value, ended with, ended at, ending at, ended up with, ended the period with, ended the period at, finished with, finished at, finishing at, finishing with, grew to, grown to, growing to, final account balance, account ended, ended on, left with, closed at, closing at, wound up with, wound up at, ending with, finishing equity, closing equity, end with, end at, finish with, finish at, closing value, ending account value, ending account balance, ending net worth, leave you with, leaves you with, left you with, comes out at, came out, came out at, worth at the end, at the end you hold, hold at the end, held at the end, in the account at the end, left in the account, pot, walk away with, walked away with, ended on the account, on the account at the end, final account, finishing balance, finishing value, wound up, end balance, ended the test with, final nav, ending nav, closing nav, end nav, terminal nav, final account, finished the run holding, end up holding, ended up holding, walk away with, walked away with, walks away with, ended the run with, ends the run with, ends with, ends up with, end up with, ending pot, final pot, final stake, closing account, account at the end, now have, now holds, now hold, cash out, cashed out, be sitting on, sitting on, swelled to, turned into, turns into, final wealth of, final purse, final sum, final tally, closing pot, final balance of, terminal value of, finish up with, finished up with, closes at, closed out at, left in the kitty, left in the account, final statement, would hold at the close, would hold at the end, would have been worth, would now be worth, left at the end, there at the end
peak_equity|money||peak equity, equity peak, peak balance, peak account value, peak value, highest balance, highest equity, highest account value, account peaked, account peaked at, peaked at, equity high, balance high, account high, topped out at, maximum equity, maximum balance, peak of
lowest_equity|money||lowest equity, lowest balance, lowest account value, minimum equity, minimum balance, equity low, account low, bottomed at, bottomed out at, low point of the account, lowest the account got, lowest point of the account, trough of
equity|money||net liquidation, equity, account value, portfolio value, account balance, balance, net asset value, nav, net liquidation value, equity value, account stood, account stood at, account stands at
equity_multiple|ratio||equity multiple, capital multiple, multiple of capital, growth multiple, money multiple, wealth multiple, total multiple, growth factor, terminal multiple, multiple, multiple of money, return multiple
initial_capital|money||opened with, opens with, start capital, capital start, capital in, initial capital, starting capital, initial investment, starting equity, initial equity, starting balance, initial balance, starting value, initial value, start value, started with, starting with, began with, starting from, starting stake, initial stake, starting cash, initial cash, opening balance, opening equity, start capital, start equity, begin with, put in, at the outset, seeded with, staked, capital at the start, deposited, committed, went in, starting sum, opening capital, stake, on a stake of, original capital, original stake, initial sum, initial deposit, seed capital, initial value of the account, beginning capital, beginning balance, beginning equity, beginning value, initial account, start stake
profit|money||profit, net profit, p&l, p l, profit and loss, profit or loss, net p&l, total profit, dollar profit, trading profit, total profit loss, net profit loss, net gain, net earnings, realized profit, unrealized profit, gross profit, pocketed, banked, netted, profits, booked a profit, booked profit, net result, dollar gain, money made, money lost, bottom line, cleared, took home, take home, takes home, brought home, brought in, bring in, raked in, haul, earnings, net proceeds, winnings, in the pocket, in your pocket, beyond the initial deposit, beyond the initial stake, above the seed money, over and above the principal, on top of the initial, on top of the starting, on top of the original, to the starting pile, on top of the stake, net take, cash gain, money gain, net winnings, total earnings, profit in cash, gain in cash
average_win|any||average win, average winner, average winning trade, average gain, mean win, average gain per winning trade, mean winner, average gain on winners, mean gain, typical win, typical winner, average profit on winners, average winning position, average winning deal, average profit on winning trades, mean winning trade, per winner, per winning trade, a winner, on a winner, each winner, average profit trade, average profitable trade
average_loss|any|loss|average loss, average loser, average losing trade, mean loss, typical loss, typical loser, mean loser, average losing position, average losing deal, average loss on losers, mean losing trade, average loss on losing trades, per loser, per losing trade, a loser, on a loser, each loser, average loss trade, average unprofitable trade
best_trade|any||best trade, largest win, biggest win, largest winner, biggest winner, top trade, largest winning trade, best deal, best single trade, best position, most profitable trade, finest trade, top winner, largest single gain, biggest single gain, single best trade, best bet, biggest gain on one trade, record win, record gain, best pick, fattest winner, biggest gainer, largest profit trade, largest profitable trade, largest profit, biggest profit, highest profit
worst_trade|any|loss|worst trade, largest loss, biggest loss, largest loser, biggest loser, largest losing trade, worst deal, worst single trade, worst position, most costly trade, costliest trade, largest single loss, biggest single loss, single worst trade, worst bet, biggest loss on one trade, record loss, worst pick, worst loser, heaviest loss, ugliest trade, nastiest trade, worst one off bet, largest loss trade, largest unprofitable trade
average_trade|any||average trade, mean trade, expectancy, average return per trade, average return per position, average trade return, average profit per trade, return per trade, profit per trade, expectancy per trade, average deal, average position return, edge per trade, gain per trade, gain per deal, mean per trade, average per trade, average round trip, return a trade, typical trade, profit a trade, average return of a trade, mean return per trade, mean trade return, per trade average
best_year|share||best year, best calendar year, strongest year, most profitable year
worst_year|share||worst year, worst calendar year, weakest year, most painful year
best_month|share||best month, strongest month, finest month, best calendar month, most profitable month, best single month, top month
worst_month|share||worst month, weakest month, most painful month, worst calendar month, worst single month, ugliest month, poorest month
best_quarter|share||best quarter, strongest quarter, best calendar quarter
worst_quarter|share||worst quarter, weakest quarter, worst calendar quarter
best_week|share||best week, strongest week
worst_week|share||worst week, weakest week
best_day|share||single day, best day, strongest day, best session, best single session, best trading day, strongest session
worst_day|share||worst day, weakest day, worst session, worst single session, worst trading day, weakest session
fee|share||fee, trading fee, transaction fee, transaction cost, trading cost, cost per side, fee per side, fee per trade, cost per trade, commission, fee rate, transaction cost per side, dealing cost, dealing charge, dealing fee, brokerage cost, brokerage fee, execution cost, charge, per side, a side, each side, each way, per transaction, fees charged, per trade cost, fee assumption
slippage|share||slippage
fees_paid|money||went to the broker, going to the broker, goes to the broker, go to the broker, paid to the broker, broker got, broker took, broker kept, fees paid, fee paid, fee burned, fee burnt, total fees, total fee, fees total, comms, commissions paid, commission paid, total commission, total commissions, brokerage, brokerage paid, costs paid, cost paid, trading costs paid, transaction costs paid, total costs, total transaction costs, total trading costs, fees in total, paid in fees, paid in commission, lost to fees, lost to costs, spent on fees, went to fees, went on fees, fees dollar, fee amount, cumulative fees, fees incurred, costs incurred, fee drag, fees and commission
expense_ratio|share||ongoing charge, total expense ratio, total expense, expense ratio, management fee, ter
dividend_yield|share||dividend yield, yield on dividend
fall|share||dip, lost, lose, losing, loses, gave back, gave up, shed, fell, sank, dropped, gone, down, declined, slipped, fall of, drop of, loss of, decline of, a loss amounting to
risk_free_rate|share||risk free rate, risk free, rf, risk free interest rate, riskless rate
holding_period|time||holding period, average holding period, average holding day, average holding time, holding day, average hold, average trade duration, average trade length, average trade day, holding time, average duration, held for, average day held, average bar held, average days in trade, average stay, average holding, mean holding period, mean holding time, typical holding period, typical hold, life of a trade, life of a position, average life of a trade, mean life of a trade, trade duration, length of a trade, length of a position, time in a trade, days in a trade, stay open, stayed open, from entry to exit, average length of a trade, sit in a trade, holds a position, hold a position, holds on to a position, stays in a trade, average position lifetime, position lifetime, trade lifetime
drawdown_duration|time||drawdown duration, drawdown length, maximum drawdown duration, maximum drawdown day, longest drawdown, time under water, time underwater, recovery time, days under water, day underwater, drawdown day, time to recover, to recover, recovery day, underwater for, days to recover, day to recover, recovery period, longest underwater period, underwater period, longest time under water, maximum drawdown length, longest spell without a new high, longest stretch below, longest stretch under, without a fresh high, without a new high, longest drought, most drawn out drawdown, longest spell under water, longest spell underwater, days below its peak, stuck in drawdown, whole again, made whole, were whole, back where it was, back to breakeven, back to break even, getting back to even, regain its peak, regained its peak, back to its old high, back up to the old high, clawed back, claw back, climbing out of the pit, trough to recovery, from trough to recovery, time to heal, recovery time, recovery took, recover from, day to recovery, time to recovery, day until recovery, time until recovery, recovery length, recovery duration, length of the recovery, duration of the recovery, trough to new high, trough to a new high, low to new high, bottom to new high, low to a new high
lookback|time||lookback, look back, lookback window, lookback period, lookback day, lookback month, formation period, formation window, moving average, formation window length, signal window, look back window, length of the lookback
score|ratio||relevance score
bond_yield|share||yield to maturity, ytm, yield, yields, yielding, current yield, running yield
coupon|share||coupon, coupon rate
duration|time||duration, modified duration, effective duration, duration year, macaulay duration
eps|money||eps, earnings per share, diluted eps, basic eps, a share, per share, each share, diluted earnings per share
price|money||price, last price, closing price, close, share price, was quoted at, last quoted at, quoted at, changed hands at, last changed hands at, last trade price, traded at
entry_price|money||entry price, price at entry, price in, buy price, buying price, purchase price, price paid, bought at, bought for, buy at, buys at, buying at, entered at, enter at, got in at, went in at, came in at, in at, opened price, picked up at, picked up for, price on entry, entry level
exit_price|money||exit price, price at exit, price out, sell price, selling price, sale price, sold at, sold for, sell at, sells at, selling at, exited at, exit at, got out at, went out at, came out at, out at, price on exit, exit level
market_cap|money||market cap, market capitalization
revenue|money||revenue, sale, net sales, net revenue, total revenue, turnover revenue
leverage|ratio||leverage, gross leverage, gearing, leverage multiple, leverage ratio, leverage factor
positions|count||position, holding, number of positions, number of holdings, number position, number holding, open position, number of open positions, stock held, security held, number of stocks held, number of securities, instrument held, open position count
losing_streak|count||losing trade back to back, loser back to back, loss back to back, losing trade in a row, losing trades on the trot, losses on the trot, losing trade running, lost in a row, losing streak, longest losing streak, losing run, longest losing run, loss in a row, losses in a row, loser in a row, consecutive loss, consecutive loser, consecutive losing trade, straight loss, straight loser, straight losing trade, string of losses, string of losers, run of losses, run of losers, maximum consecutive loss, longest run of losses, longest run of losers, worst run, cold run, cold streak, loss streak
winning_streak|count||winning trade back to back, winner back to back, win back to back, winning trade in a row, wins on the trot, won in a row, winning streak, longest winning streak, winning run, longest winning run, win in a row, wins in a row, winner in a row, consecutive win, consecutive winner, consecutive winning trade, straight win, straight winner, straight winning trade, string of wins, string of winners, run of wins, run of winners, maximum consecutive win, longest run of wins, hot streak, win streak
ulcer_index|any||ulcer index, ulcer, ulcer gauge, ulcer measure, ulcer score, root mean square drawdown, rms drawdown
below_peak|share|loss|below peak, underwater, under water
observations|count||observation, number of observations, number observation, trading day, number day, number of trading days, bar, number bar, data point, sample size
return|share||return, returned, tacked on, put on, came in ahead by, tack on, gain, gained, performance, made, earned, earn, earns, make, makes, making, generated, produced, growth, grew, rose, delivered, appreciation, advanced, climbed, net return, rate of return, yielded
"""
_ARTICLES = ("", "a", "its", "the", "any")
_EARLIER = ("", "previous", "prior", "earlier", "running", "former", "old")
_TOPS = ("peak", "high", "top", "high water mark")
_BEST, _WORST = "best strongest finest top biggest largest", "worst weakest poorest ugliest toughest roughest"
_LOSSES = "loss drop decline fall slide dip slump setback retreat pullback"
_ROUGH = tuple(f"worst {spell}" for spell in ("stretch", "spell", "patch", "phase", "ride"))
_DEEPEST = ("worst", "largest", "deepest", "biggest", "maximum", "steepest")
# Phrases that are put together of words: the metric, and the words at each place ("" for none)
COMPOSED: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    (
        "fees_paid",
        (
            tuple("gone went spent lost paid burned burnt swallowed eaten".split()),
            ("on", "to", "in", "by", "as", "for"),
            ("", "the", "trading", "its"),
            ("fees", "costs", "commissions", "commission", "charges", "trading costs"),
        ),
    ),
    (
        "fees_paid",
        (
            ("bill", "tab"),
            ("for", "from", "of"),
            ("", "the", "its", "your"),
            ("trading", "dealing", "fees", "costs", "commissions"),
        ),
    ),
    ("fees_paid", (("trading", "dealing", "brokerage"), ("bill", "tab"))),
    ("max_drawdown", (_DEEPEST, tuple(_LOSSES.split()), ("from",), _ARTICLES, _EARLIER, _TOPS)),
    ("max_drawdown", (("hole", *_ROUGH),)),
    (
        "max_drawdown",
        (("from",), _ARTICLES, _EARLIER, _TOPS, ("to", "down to"), _ARTICLES, ("low", "trough", "bottom", "valley")),
    ),
    (
        "drawdown_duration",
        (
            ("out of",),
            ("the", "its", "that", "this", "a", "your"),
            ("", "worst", "deepest", "maximum", "biggest"),
            ("drawdown", "hole", "slump", "dip"),
        ),
    ),
    (
        "turnover",
        (
            ("turn", "turned", "turning", "rotate", "rotated", "recycle", "recycled"),
            ("the", "its", "your", "our", ""),
            ("portfolio", "book", "capital", "holding", "position", "account"),
            ("over", ""),
        ),
    ),
    (
        "profit_factor",
        (
            ("gross profit", "gross gain", "gross win", "gross winning", "money won", "winning"),
            ("over", "divided by", "to", "per unit of", "for each unit of", "relative to"),
            ("", "the"),
            ("gross loss", "gross losing", "money lost", "losing"),
        ),
    ),
    ("below_peak", (("below", "under", "beneath", "off", "from"), ("a", "its", "the"), _EARLIER, _TOPS)),
    (
        "total_return",
        (("below", "above", "under", "over"), ("where it", "where they", "where you"), ("began", "started", "set out")),
    ),
    (
        "profit",
        (
            ("closing", "final", "ending", "end", "finishing"),
            ("", "balance", "equity", "value", "account", "capital"),
            ("less", "minus"),
            ("", "the", "its"),
            ("opening", "starting", "initial", "beginning", "start"),
            ("balance", "equity", "value", "account", "capital", "stake"),
        ),
    ),
    (
        "calmar",
        (
            (
                "cagr",
                "car",
                "growth",
                "return",
                "annual return",
                "annualized return",
                "annual growth",
                "growth rate",
                "yearly return",
            ),
            ("over", "divided by", "to", "relative to", "per unit of", "per point of"),
            (
                *(f"{worst} {loss}" for worst in ("worst", "maximum", "deepest") for loss in _LOSSES.split()),
                "maximum pain",
                "pain",
                "drawdown",
                "mdd",
                "maximum drawdown",
                "worst drawdown",
            ),
        ),
    ),
    (
        "sortino",
        (
            ("return", "reward", "excess return"),
            ("over", "per unit of", "for each unit of", "divided by", "relative to"),
            (
                "downside risk",
                "downside deviation",
                "downside volatility",
                "harmful volatility",
                "bad volatility",
                "downside",
            ),
        ),
    ),
    (
        "sharpe",
        (
            ("return", "reward", "excess return", "unit of return", "payoff"),
            ("per", "for each", "for every", "over each"),
            ("unit of risk", "unit of volatility", "unit of risk taken", "unit of total risk"),
        ),
    ),
    *(
        (ratio, (("return", "excess return", "active return", "reward"), ("over", "divided by", "to"), risks))
        for ratio, risks in (
            ("sharpe", ("volatility", "standard deviation", "risk")),
            ("information_ratio", ("tracking error", "active risk")),
            ("treynor", ("beta", "systematic risk", "market risk")),
        )
    ),
    *(
        (
            trade,
            (
                ("most", "biggest", "largest"),
                ("it", "you", "we", ""),
                ("", "ever"),
                verbs,
                ("on", "in", "from"),
                ("a", "one", "any", "a single", "one single"),
                ("trade", "position", "deal"),
            ),
        )
        for trade, verbs in (
            ("best_trade", ("made", "gained", "earned", "won", "win", "gain")),
            ("worst_trade", ("lost", "loss", "hit", "dropped", "damage")),
        )
    ),
    *(
        (
            f"{side}_trade",
            (
                adjectives,
                ("", "single", "individual", "one", "ever"),
                ("trade", "position", "deal", "bet", "transaction"),
            ),
        )
        for side, adjectives in (
            (
                "best",
                (
                    "best",
                    "strongest",
                    "finest",
                    "top",
                    "most profitable",
                    "most lucrative",
                    "juiciest",
                    "happiest",
                    "highest earning",
                ),
            ),
            (
                "worst",
                (
                    *_WORST.split(),
                    "nastiest",
                    "most painful",
                    "costliest",
                    "most expensive",
                    "heaviest",
                    "hardest",
                    "most damaging",
                ),
            ),
        )
    ),
    *(
        (trade, (("largest", "biggest", "best", "worst"), ("single", "individual"), ends))
        for trade, ends in (
            ("best_trade", ("win", "winner", "gain", "profit")),
            ("worst_trade", ("loss", "loser", "losing trade")),
        )
    ),
    *(
        (
            f"{won}_streak",
            (("streak", "run", "string", "series", "sequence"), ("of",), ("", "consecutive", "straight"), sides),
        )
        for won, sides in (
            ("winning", ("win", "winner", "winning trade", "profitable trade", "gain")),
            ("losing", ("loss", "loser", "losing trade", "unprofitable trade", "losing position")),
        )
    ),
    (
        "volatility",
        (
            ("annual", "yearly", "annualized", "typical", "usual", "average"),
            ("", "price", "return"),
            ("swing", "fluctuation", "wobble", "variation", "variability", "oscillation"),
        ),
    ),
    *(
        (f"{side}_{period}", (tuple(words.split()), ("", "calendar", "single", "individual", "one"), (period,)))
        for side, words in (("best", _BEST), ("worst", _WORST))
        for period in ("day", "week", "month", "quarter", "year")
    ),
)
DRAWDOWNS = frozenset({"max_drawdown", "average_drawdown", "current_drawdown"})
# A loose word for several measures: naming it excludes none of them.
LOOSE: dict[str, frozenset[str]] = {
    "return": frozenset({"cagr", "total_return", "return", "best_year", "worst_year", "best_month", "worst_month", "best_quarter", "best_week", "profit",
                         "average_trade", "best_trade", "best_day", "final_equity", "average_win", "alpha"}),
    "equity": frozenset({"equity", "final_equity", "initial_capital", "peak_equity", "lowest_equity"}),
    # a fall may be the whole loss, or one from a peak
    "fall": frozenset({"fall", "cagr", "total_return", "return", "worst_year", "worst_month", "worst_quarter", "worst_week", "worst_day", "profit", "average_trade", "worst_trade", "average_loss", "alpha", "var", "cvar", "down_capture",
                       "max_drawdown", "average_drawdown", "current_drawdown", "below_peak", "final_equity", "losing_trades"}),
    "below_peak": DRAWDOWNS | {"below_peak"},  # its depth or its share of the time
    "profit": frozenset({"profit", "total_return", "average_trade", "return"}),
    "accuracy": frozenset({"accuracy", "win_rate"}),
    "information_coefficient": frozenset({"information_coefficient", "rank_ic"}),
    "volatility": frozenset({"volatility"}),
    "trades": frozenset({"trades"}),
    "t_stat": frozenset({"t_stat", "alpha_t"}),
    "sharpe": frozenset({"sharpe"}),
}  # fmt: skip
LOOSE_PHRASES: dict[str, frozenset[str]] = {
    "risk adjusted return": frozenset({"sharpe", "sortino", "calmar", "omega", "treynor", "information_ratio"}),
    **dict.fromkeys(
        ("return for the risk", "return for the risk taken", "return for risk taken", "reward for the risk", "reward for the risk taken"),
        frozenset({"sharpe", "sortino", "calmar", "omega", "treynor", "information_ratio"}),
    ),
    "risk adjusted performance": frozenset({"sharpe", "sortino", "calmar", "omega", "treynor", "information_ratio"}),
    "drawdown": DRAWDOWNS,
    **dict.fromkeys(("at its lowest", "at its lowest point", "at the lowest point"), DRAWDOWNS | {"lowest_equity"}),
    **dict.fromkeys(("largest profit", "biggest profit", "highest profit"), frozenset({"best_trade", "profit", "total_return", "return"})),
    **dict.fromkeys(_ROUGH, DRAWDOWNS),
    "hole": DRAWDOWNS | {"profit"},  # in percent the one, in money either
    **dict.fromkeys(
        ("poorer", "richer", "worse off", "better off", "in the red", "in the black"),
        frozenset({"total_return", "return", "profit", "winning_trades", "losing_trades", "cagr", "worst_year", "best_year", "worst_month", "best_month", "alpha"}),
    ),
    "annual return": frozenset({"cagr", "return", "best_year", "worst_year"}),
    "yearly return": frozenset({"cagr", "return", "best_year", "worst_year"}),
    **dict.fromkeys(("were profitable", "was profitable", "were winner", "profitable"), frozenset({"winning_trades", "win_rate", "total_return", "return", "cagr", "profit"})),
    **dict.fromkeys(("closed in profit", "closed with profit", "closed with a profit", "closed at a profit", "ended in profit", "ended with a profit"),
                    frozenset({"winning_trades", "win_rate", "profit", "total_return"})),  # of its trades, or of the account
    **dict.fromkeys(("closed at a loss", "closed at loss"), frozenset({"losing_trades", "loss_rate", "profit", "total_return"})),
    "won": frozenset({"winning_trades", "win_rate"}),
    **dict.fromkeys(
        ("cleared", "took home", "take home", "takes home", "brought home", "brought in", "bring in", "raked in"),
        frozenset({"cagr", "total_return", "return", "best_year", "worst_year", "best_month", "worst_month", "best_quarter", "best_week", "profit",
                   "average_trade", "best_trade", "best_day", "final_equity", "average_win", "alpha"}),
    ),
    "single day": frozenset({"best_day", "worst_day"}),
    "downside risk": frozenset({"downside_deviation", "sortino"}),
    **dict.fromkeys(("got it right", "called it right"), frozenset({"win_rate", "accuracy"})),
    "downside": frozenset({"sortino", "downside_deviation", *DRAWDOWNS, "worst_trade", "worst_day", "worst_month", "worst_year", "average_loss", "var", "cvar", "down_capture"}),
    "upside": frozenset({"up_capture", "total_return", "cagr", "best_trade", "best_day", "best_month", "best_year", "average_win"}),
    "bar": frozenset({"observations", "holding_period", "lookback", "drawdown_duration"}),
    "hit": frozenset({"winning_trades", "win_rate"}),
    "win": frozenset({"winning_trades", "win_rate", "average_win", "best_trade"}),
    "winner": frozenset({"winning_trades", "win_rate", "average_win", "best_trade"}),
    "trading day": frozenset({"observations", "holding_period", "lookback", "drawdown_duration"}),
    "fee": frozenset({"fee", "fees_paid", "slippage"}),
    **dict.fromkeys(
        ("transaction fee", "trading fee", "dealing cost", "dealing charge", "dealing fee", "brokerage cost", "brokerage fee", "execution cost"),
        frozenset({"fee", "fees_paid", "slippage"}),
    ),
    "charge": frozenset({"fee", "fees_paid"}),
    "commission": frozenset({"fee", "fees_paid"}),
    "per side": frozenset({"fee", "slippage"}),
    "a side": frozenset({"fee", "slippage"}),
    "trading cost": frozenset({"fee", "slippage", "fees_paid"}),
    "transaction cost": frozenset({"fee", "slippage", "fees_paid"}),
    "risk free": frozenset({"risk_free_rate"}),
    "make": frozenset({"cagr", "total_return", "return", "profit", "best_year", "worst_year", "trades", "positions"}),
    "made": frozenset({"cagr", "total_return", "return", "profit", "best_year", "worst_year", "best_month", "worst_month", "best_quarter", "best_week",
                       "average_trade", "trades", "positions"}),
    "in the market": frozenset({"exposure"}),
    "put on": frozenset({"cagr", "total_return", "return", "trades", "positions", "best_year", "best_month"}),
    "yield": frozenset({"bond_yield", "dividend_yield"}),
    "a share": frozenset({"eps", "price", "dividend per share", "book value per share"}),
    "per share": frozenset({"eps", "price", "dividend per share", "book value per share"}),
    "moving average": frozenset({"lookback"}),
    "traded": frozenset({"trades", "turnover"}),
}  # fmt: skip
SCORES = frozenset(  # of a model that forecasts
    "accuracy precision recall f_score auc log_loss brier_score mean_absolute_error mean_squared_error root_mean_squared_error "
    "information_coefficient rank_ic icir".split()
)
# Statistics that are called by name: one is never told for another.
STATISTICS = SCORES | frozenset(
    "cagr volatility downside_deviation sharpe sortino calmar omega information_ratio treynor profit_factor beta alpha t_stat alpha_t r_squared "
    "correlation tracking_error skew kurtosis var cvar max_drawdown average_drawdown current_drawdown win_rate".split()
)
RETURNS = frozenset({"cagr", "total_return"})
TOTALS = frozenset({"total_return", "return", "profit"})
MONEY_ENDS = frozenset({"initial_capital", "final_equity"})  # what an account starts and ends with
PRICES_OF_TRADE = frozenset({"entry_price", "exit_price"})
COUNTS = frozenset({"trades", "winning_trades", "losing_trades"})
OF_A_TRADE = frozenset({"best_trade", "worst_trade", "average_trade", "average_win", "average_loss"})
EXTREME_PERIODS = frozenset(
    f"{side}_{period}" for side in ("best", "worst") for period in ("week", "month", "quarter", "year")
)
COSTS = frozenset({"fee", "fees_paid", "slippage"})  # one word may mean any of them
RELATIVE = frozenset("beta alpha correlation r_squared tracking_error information_ratio".split())  # to something named
MOST_MEANT = 4  # metrics: a word that may mean more names none
