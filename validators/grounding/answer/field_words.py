"""Words of a metric's field: whatever tells a number of the metric has at least one of them.

A paraphrase may call a metric by words that nobody has listed ("the deepest hole it dug for itself"), but one that tells a best
month speaks of months. So a number of which the words around it say no metric is told of none whose field they do not touch.
Only metrics with a narrow field are listed: a profit, an account's value and a return may be told in any words.
"""

import re

from validators.grounding.tools.vocabulary.metrics import inner_metric

_DAY, _MONTH, _YEAR = (
    r"da(?:y|i)|session|24.hour",
    r"month|mos?\b|" + "|".join("jan feb mar apr may jun jul aug sep oct nov dec".split()),
    r"(?<!a )(?<!per )(?<!each )(?<!every )years?\b|calendar|12.month|twelve.month|yrs?\b|(?:19|20)\d\d",
)
_WEEK, _QUARTER = r"week|five days", r"quarter|q[1-4]\b|three months"
_TRADE = r"trad|deal|position|bet|transaction|round.?trip|ticket|entr|winner|loser|execut|signal|order|pick|call|wager|single|one|a (?:pop|go|throw|shot)\b|apiece"
_EXTREME = r"more than|at most|never|best|worst|top|max|single|one\b|record|most|star|[a-z]{3,}est\b|extreme|outlier|bottom|from .* to|between|rang"
_COUNT_OF_TRADES = (
    rf"{_TRADE}|times|exit|turn|activ|bought|buy|sold|sell|fill|switch|rebalanc|close|occasion|attempt|opportunit|went|"
    r"busy|busi|quiet|log|sample|operat|total|n ?[=:]|add(?:s|ed|ing)? up|plus|of \d|w[io]n\w* (?:and|or|plus|versus) lo"
)
_WON = (
    r"w[io]n|profit|gain|green|ahead|success|hit|right|correct|good|pa(?:y|id)|positive|up\b|black|ma(?:k|d)\w* money|mone(?:y|tari)\w*.makers?|came|favou?r|plus|better|score|ended|closed"
    r"|ris(?:es?|ing)\b|rose|climb|advanc|works?\b(?<!at work)|worked|working|accura|batting|strike|land|made"
)
_LOST = (
    r"los|fail|miss|wrong|red\b|negative|down|bad|under|dud|defeat|minus|behind|unprofit|stopp|lump|cost|mistake|out of|worse|poor|"
    r"not|wound|unsuccess|fell"
)
_DEEP = r"draw|dd\b|mdd|peak|trough|fall|fell|high|low|deep|deeper|slump|dip|decline|drop|loss|los[et]|slid|under|worst|setback|pullback|shr[iau]nk|tumbl|collaps|correct|retreat|hole|pain|plung|crash|crater|bottom|valley|down\b|sank|sunk|sink|dent|bite|rout|swoon|wip(?:e|ing)|haircut|beating|bruis|nadir|floor|gave back|give back|shed\b|damage|hurt|dive|dove|nosedive|depth|tank(?:ed|ing)|stomach|hit\b|scare|fright|(?:on|along) the way"
_LONG = r"draw|dig|dug|hole|under|water|peak|high|low|recover|back|heal|repair|regain|trough|claw|climb|even\b|bottom|lost|loss|slump|dip|drought|spell|stretch|patien|wait|new|fresh|record|setback|declin|fall|fell|restor|rebuil|mend|whole"
_STREAK = r"row|streak|straight|consecutive|success|running|run\b|back.to.back|trot|string|spell|series|patch"
_FIELDS: dict[str, str] = {
    "volatility": r"vol|sigma|σ|deviat|swing|swung|varia|vary|fluctuat|bump|chop|rough|ride|jump|nerv|wobbl|risk|stab|calm|steady|smooth|std|wild|move|oscillat|turbul|scatter|dispers|noise|noisy|rock|quiet|sd\b|shak|jitter|swerv|ups? and downs?|unsettled|uneven|lumpy|tame|placid|sedate|gentl|thrash|whip|seesaw|erratic",
    "downside_deviation": r"downside|semi|deviat|vol",
    "sharpe": r"sharpe|sr\b|risk|reward|volatil|ratio|per unit",
    "sortino": r"sortino|downside|risk|ratio|reward",
    "calmar": r"calmar|mar\b|draw|risk|ratio|pain|reward|peak|per (?:unit|point)",
    "omega": r"omega|ratio|gain",
    "information_ratio": r"info|\bir\b|active|track|ratio|benchmark",
    "treynor": r"treynor|beta|ratio",
    "losing_streak": _STREAK,
    "winning_streak": _STREAK,
    "ulcer_index": r"ulcer|martin|draw|pain",
    "profit_factor": r"factor|\bpf\b|gross|ratio|dollar|earned|per |for (?:every|each)|win|won|profit|lost",
    "beta": r"beta|β|market|benchmark|index|sensitiv|expos|move|load|factor|coeff|tilt|lean|signific|t.(?:stat|value)|t ?[=(]",
    "t_stat": r"t\b|stat|signific|loading",
    "alpha_t": r"t\b|stat|signific",
    "alpha": r"alpha|α|excess|benchmark|market|beta|outperform|underperform|index|beat|skill|jensen|ahead|behind|unexplain|(?:take|took|taken|strip\w*|net) out|on (?:its|their) own|beyond",
    "r_squared": r"squared|\br[02]\b|r²|explain|fit|determin",
    "correlation": r"correl|co.?mov|ρ|rho\b|together|lockstep|relat|step|move|tandem|benchmark|market",
    "tracking_error": r"track|\bte\b|active|deviat|benchmark|stray|index",
    "skew": r"skew|asymm|tail|lopsid|lean|tilt",
    "kurtosis": r"kurt|tail|fat|peaked",
    "var": r"\bvar\b|value.at.risk|risk|percentile|worst|95|99|tail|bad day|one day|daily|confiden",
    "cvar": r"cvar|shortfall|\bes\b|tail|worst|condition|beyond|average|risk|95|99",
    "average_drawdown": rf"{_DEEP}|average|typical|mean",
    "current_drawdown": _DEEP,
    "max_drawdown": _DEEP,
    "below_peak": _DEEP,
    "drawdown_duration": _LONG,
    "holding_period": r"hold|held|keep|kept|stay|sit|sat|in the|in and out|durat|hang|hung|between|spen|trade|position|lifespan|life|exit|entry|deal|bet\b|round|let|days? on average|average days|carr|last(?:s|ed|ing)?\b|open for|before (?:it|sell|clos|exit|get)|out again|turnaround|after (?:only |just |about )?\d"
    # an item of a list without a word more: "SPY: 40 shares, 12 days, $310"
    r"|(?<=[,:] )\d[\d,]* (?:trading )?(?:days|weeks|sessions|months)(?=[,;.)]|$)",
    "trades": _COUNT_OF_TRADES,
    "winning_trades": _WON,
    "losing_trades": _LOST,
    "win_rate": _WON,
    "loss_rate": _LOST,
    "turnover": r"turn|churn|trad(?:es?|ed|ing)\b.{0,20}\b(?:book|capital|portfolio|account|value|times)|rotat|replac|recycl",
    "exposure": r"expos|invest|market|deploy|cash|position|in the|hold|held|time|engaged|put to work|sideline|on the books|active|long|idle|flat\b|sat out|sitting out|at work|fully",
    "average_win": r"w[io]n|gain|profit|good|up\b|positive|green|average|typical|mean",
    "average_loss": r"los|bad|red\b|negative|down|average|typical|mean|wrong",
    "best_trade": _EXTREME,
    "worst_trade": _EXTREME,
    "average_trade": rf"{_TRADE}|average|avg|mean\b|typical",
    "best_year": _YEAR,
    "worst_year": _YEAR,
    "best_month": _MONTH,
    "worst_month": _MONTH,
    "accuracy": r"accura|right|correct|hit|predict|classif|direction|call|guess",
    "precision": r"precis|when (?:it|the model) (?:says?|said|predict|call|signal|flag|forecast)|(?:of|its|the) (?:\w+ )?(?:calls|signals|predictions|positives)|predicted",
    "recall": r"recall|catch|caught|captur|identif|spot|miss|found|detect|of (?:the|all) (?:actual|up|true|real)",
    "f_score": r"f.?[01]\b|f.score|f.measure",
    "auc": r"auc|roc\b|area|curve|rank|discriminat|separat",
    "log_loss": r"log|entropy",
    "brier_score": r"brier|calibrat",
    "mean_absolute_error": r"error|mae\b|off\b|miss|absolute|deviat",
    "mean_squared_error": r"error|mse\b|squared",
    "root_mean_squared_error": r"error|rmse|root|off\b",
    "information_coefficient": r"ic\b|informat|correl|rank",
    "rank_ic": r"ic\b|informat|correl|rank|spearman",
    "icir": r"ic|informat|ratio",
    "best_quarter": _QUARTER,
    "worst_quarter": _QUARTER,
    "best_week": _WEEK,
    "worst_week": _WEEK,
    "best_day": _DAY,
    "worst_day": _DAY,
    "initial_capital": r"start|beg[aiu]n|initial|open|put|invest|stake|outset|original|capital|deposit|seed|from|grew|grow|turn|bec[ao]me|into|every|each|bankroll|first|base|principal|fund|with|stak|kick|took|went|commit|laid|risked|of your|of the|on (?:[$€£]|usd|eur|gbp)|accounts?\b|the [$€£]|money in\b|(?:handing|handed) over",
    "observations": r"trad|replay|simulat|went into|session|observ|bars?\b|data|sampl|cover|span|test|window|histor|period|\brun|length|market|count|record|long|"
    r"(?:of|from|on|over|across|in) (?:all |the |these |those |only |just )?\d[\d,]* (?:days|weeks|months|hours)",
    "fees_paid": r"fee|cost|comms?\b|commission|broker|charg|paid|pay|frict|expens|tariff|spent|toll|drag|transact|ate|eat|bill|execution|dealing|slippage|stamp|spread",
    "slippage": r"slip|spread|impact|cost|fill",
    "expense_ratio": r"expens|cost|fee|charg|ter\b|ongoing|manage",
    "dividend_yield": r"yield|dividend|distribut|pa(?:y|id)|income",
    "bond_yield": r"yield|ytm|coupon|income|rate|treasur|bond|dividend|distribut",
    "up_capture": r"captur|upside|up\b|participat|ris|rall|gain|good",
    "down_capture": r"captur|downside|down\b|participat|fall|declin|los|bad",
    "risk_free_rate": r"risk.free|bill|cash|rf\b|riskless|treasur",
}
_FIELD = {name: re.compile(rf"(?<![a-z])(?:{words})", re.IGNORECASE) for name, words in _FIELDS.items()}


def is_open(metric: str) -> bool:
    """Whether a metric may be told in any words."""
    return _field_of(metric) is None


def speaks_of(text: str, metric: str) -> bool:
    """Whether a text has a word of the metric's field; True for one whose field is open."""
    field = _field_of(metric)
    return field is None or field.search(text) is not None


def _field_of(metric: str) -> re.Pattern[str] | None:
    return _FIELD.get(metric) or _FIELD.get(inner_metric(metric) or "")
