"""Which metric the one number of a sentence is, by the classes of its words: an extreme of a period ("monthly returns topped out at
17%"), the average of the trades that failed, a count of those that paid, what an account began with."""

import re

from validators.grounding.tools.vocabulary.metric_vocabulary import COUNTS, DRAWDOWNS, LOOSE, MONEY_ENDS
from validators.numbers.quantity import Quantity

_TRADE = r"trad(?:e|es|ed)\b|deals?\b|positions?\b|bets?\b|entr(?:y|ies)\b|transactions?\b|round.trips?\b|tickets?\b|wagers?\b|punts?\b"
_WON = (
    r"w[io]ns?\b|winn(?:er|ing)s?\b|profit\w*|gain\w*|green\b|in the black|ahead\b|success\w*|(?:ma[dk]es?|making|earn\w*) money|money.?makers?|earn(?:s|ed)\b"
    r"|paid\b|pa(?:y|id)s? off|pays\b|positive|works?\b|worked\b|(?<!how )good\b|goes right|went right|is right|plus\b|higher than"
)
_LOST = (
    r"los(?:e|es|er|ers|ing|s|ses|t)\b|fail\w*|bad\b|red\b|wrong\b|negative|hurts?\b|unprofitable|minus\b|under water|less than it (?:paid|cost)|sour\b|damage"
    r"|below (?:\w+ )?(?:entry|cost|purchase)|sets? (?:you|it|us) back|lower than"
)
# what makes a trade one of those won or lost, where "the average trade lost" does not
_OF_WINNERS = (
    r"winn(?:er|ing)s?\b|wins?\b|won\b|profitable|successful|green\b|in the black|(?<!how )good\b|positive|works?\b|worked\b|pa(?:id|ys) off|right\b"
    r"|ma(?:de|kes?) money|(?:that|which|when it|if it|where it|of (?:the )?) ?(?:gains?|gained|profits?|earns?|earned)\b"
)
_OF_LOSERS = (
    r"los(?:er|ers|ing)\b|fail\w*|bad\b|red\b|wrong\b|negative|unprofitable|sour\b|(?:when|if|a|that|which|each|every) (?:\w+ )?loses\b|losses over"
    r"|(?:that|which|when it|if it|where it) lost\b|(?<!average )(?<!mean )loss(?= on average)"
)
_PERIODS = {
    "year": r"year get\b|years?\b(?<!a year)(?<!per year)(?<!each year)(?<!every year)|yearly\b|annual\b|12.months?",
    "month": r"month get\b|months?\b(?<!a month)(?<!per month)|monthly\b",
    "day": r"day get\b|days?\b(?<!a day)(?<!per day)|daily\b|sessions?\b|consecutive closes|24 hours|overnight",
}
_HIGH = (
    r"best\b|strongest|finest|top(?:s|ped|ping)?\b|max(?:imum|imal)?\b|high(?:est| point)?\b|record\b|peaked|largest|biggest|greatest|happiest|richest|brightest|sunniest"
    r"|fattest|juiciest|(?:the|its|their|your) most\b|most (?:good|bad|\w{2,12}able|\w{2,12}ful)\b"
)
_LOW = r"worst\b|lowest|low(?: point)?\b|min(?:imum|imal)?\b|bottom(?:s|ed)?\b|weakest|poorest|darkest|ugliest|roughest|toughest|saddest|blackest|heaviest|steepest|costliest|nastiest|least\b"
_LIMIT = (
    r"never\b|not once|no (?:other )?(?:calendar |single )?(?:trade|deal|position|bet|year|month|day|session)\b|any other|every other|exceed\w*|how (?:bad|good|high|low|deep)\b[^?]{0,24}\bget\b"
    r"|\bgot? (?:up )?to\b|and no (?:further|more)|went up to|at (?:most|best|worst|the very (?:best|worst))|whatever the|on any\b"
)
_GOOD = rf"{_WON}|rose\b|rise|r(?:ise|oses)\b|made\b|climb\w*|jump\w*|added|lift\w*|liked"
_BAD = rf"{_LOST}|fell\b|falls?\b|drop\w*|down\b|costs?\b|wip\w+|dread\w*|took away|slid\b|shed\b|gave (?:up|back)|declin\w*|sank\b|lower\b"
_AVERAGE = (
    r"average\w*|averaging|avg\b|mean\b|typical\w*|usual\w*|apiece|expect(?:s|ed|ancy)?\b|sum of (?:the )?\w+ over"
)
_SHARE = (
    r"share\b(?! price)|fraction\b|proportion\b|percentage|portion\b|how (?:often|frequently)|probability|chances?\b|odds\b|likelihood|ma[dk]e up|makes up|account(?:s|ed) for"
    r"|(?:out )?of (?:all|every|its|the) (?:\w+ )?(?:trades?|positions?|deals?|bets?|entries)\b"
)
_STREAK = r"in (?:a )?row\b|streak|straight\b|consecutive\w*|succession|back.to.back|on the trot|unbroken|uninterrupted|strung|string of|run of|(?:winning|losing) run|series of"
_STARTS = r"start\w*|beg[aiu]n\w*|initial\w*|open(?:s|ed|ing)\b|seed\w*|outset|first day|day one|invest(?:s|ed)?\b|deposit\w*|put in\b|is given|was given|funded|stak(?:e|ed)\b|original\w*|principal"
_ENDS = (
    r"end(?:s|ed|ing)?\b|final\w*|finish\w*|clos(?:es|ed|ing)\b|left\b|leav\w+|stops?\b|now\b|today|at the moment|gr[eo]w\w*|bec[ao]me\w*|turn(?:s|ed)?\b|into\b|worth\b|came out|comes out"
    r"|remain\w*|last (?:bar|day)|wound up|winds up|swelled|shr[aiu]nk|dwindl\w*|would have|termin\w+|up to|stood\b|stands\b"
)
_GAINED = (
    r"profit\w*|gain\w*|made\b|make\w*|earn\w*|p&l|pnl|p/l|net\b|results?\b|pocket\w*|brought|bring\w*|above\b|over\b|beyond|less\b|minus|plus\b|differ\w*|los[st]\w*|on top|added|return\w*|up\b|down\b|richer"
    r"|poorer|ahead|black\b|red\b|compan\w+|firm\b|stocks?\b|market\b|winnings|fees?\b|costs?\b|commission\w*|price\w*|shares?\b|proceeds|trad(?:e|es|ed)\b|per\b|each\b|average|mean\b"
)
_BOTH = re.compile(
    r"\b(?:together|alike|both|included|including|combined|either way|all trades|losers and winners|winners and losers|wins and losses|good and bad)\b",
    re.IGNORECASE,
)
_WITHOUT = re.compile(r"\b(?:without|not|no|never|nor|rather than) (?:an? |any |one |single )*\w+", re.IGNORECASE)
# "across 143 trades it made money"
_SAMPLE = re.compile(
    r"\b(?:over|across|after|from|with|through|during|based on|of|by|in|for|per|taking|to)\s(?:(?:just|only|all|its|the|about|some|roughly|a|total|of)\s){0,3}$",
    re.IGNORECASE,
)
_RETURNS = (LOOSE["return"] | LOOSE["fall"] | LOOSE["profit"]) - DRAWDOWNS
_TRADES = _RETURNS | COUNTS | {"win_rate", "positions", "average_win", "average_loss", "best_trade", "worst_trade"}
_MONEY = MONEY_ENDS | {"equity", "profit", "return", "total_return", "cagr"}
_MOST_COUNTED = 10_000


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})", re.IGNORECASE)


def _of_counted(outcome: str) -> re.Pattern[str]:
    """Trades of an outcome, or how often it came: "trades that ended in the green", "ahead on 12", "a gain was booked 12 times"."""
    return re.compile(
        rf"\b(?:{outcome})\W{{0,2}}(?:\w+ )?(?:{_TRADE})|\b(?:{_TRADE})[^.;,]{{0,40}}?\b(?:{outcome})|\b(?:{outcome})(?: on|[^.;\d]{{0,14}}[:?|]) #"
        rf"|\b(?:{outcome})[^.;]{{0,40}}# (?:times|occasions)\b|# (?:times|occasions)\b[^.;]{{0,40}}\b(?:{outcome})",
        re.IGNORECASE,
    )


_IS_TRADE, _IS_WON, _IS_LOST = _any(_TRADE), _any(_WON), _any(_LOST)
_OF_WON, _OF_LOST = (_of_counted(words) for words in (_WON, _LOST))
_IS_WINNER, _IS_LOSER = _any(_OF_WINNERS), _any(_OF_LOSERS)
_IS_GOOD, _IS_BAD, _IS_HIGH, _IS_LOW, _IS_LIMIT = _any(_GOOD), _any(_BAD), _any(_HIGH), _any(_LOW), _any(_LIMIT)
_IS_AVERAGE, _IS_SHARE, _IS_STREAK = _any(_AVERAGE), re.compile(rf"\b(?:{_SHARE})|%\s", re.IGNORECASE), _any(_STREAK)
_IS_PROFIT = _any(r"profits?\b|gains?\b|p&l|pnl|p/l|pocket\w*|winnings|brought in|less\b|minus\b|black\b")
_IS_LESS = _any(r"less\b|minus\b")
_IS_COST = _any(
    r"fees?\b|costs?\b|commission\w*|brok\w+|shares?\b|price\w*|average\w*|mean\b|per\b|each\b|company|earnings|a year|annual\w*|largest|biggest|best|worst|single"
)
_OF_TIME = re.compile(
    r"(?:\b(?:percentage|share|fraction|proportion|portion|part)|#) of (?:the |all |its )?(?:trading )?(?:time|days|sessions|bars|sample|period|life|months|test)\b",
    re.IGNORECASE,
)
_IS_HELD = _any(
    r"open position|positions? open|in the market|invested|hold(?:s|ing)?\b|held\b|own(?:s|ed|ing)?\b|stays? long|was long|is long|exposed"
)
# what costs took: "commissions ate $5,660 of the profit", "what the broker received"
_EATEN = _any(
    r"(?:fees|costs|commissions?|charges|brokers?|brokerage|frictions?)\b(?: \w+){0,2} (?:ate|eats?|took|takes?|swallow\w*|consum\w+|devour\w*|claim\w*|absorb\w*|drain\w*|receiv\w+|got|sum(?:s|med)|total(?:s|l?ed)?"
    r"|add(?:s|ed) up|amount\w*|nibbled|burn\w*)\b[^.;]{0,40}#"
)
_IS_START, _IS_END, _IS_GAIN = _any(_STARTS), _any(_ENDS), _any(_GAINED)
_IS_PERIOD = {period: _any(words) for period, words in _PERIODS.items()}


def told_class(before: str, quantity: Quantity, after: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """The metrics that a sentence's words before and after its number make it, and those that a nearer word of it may name all the
    same."""
    words = f"{before.strip()} # {after.strip()}"
    if quantity.kind in ("count", "plain") and quantity.step >= 1 and quantity.scale == 1:
        return _counted(words, before, quantity)
    if quantity.kind == "money" and _EATEN.search(words):
        return frozenset({"fees_paid"}), _MONEY | {"fee", "fees_paid", "slippage"}
    if quantity.kind == "money" and not any(said.search(words) for said in (_IS_TRADE, _IS_WINNER, _IS_LOSER)):
        ended = _end_of_money(words)
        return None if ended is None else (ended, _MONEY)
    if quantity.kind in ("percent", "fraction", "money") or (quantity.kind == "plain" and quantity.step < 1):
        return _of_time(words, quantity) or _of_trades(words, quantity) or _of_a_period(words, quantity)
    return None


def _counted(words: str, before: str, quantity: Quantity) -> tuple[frozenset[str], frozenset[str]] | None:
    """The trades won or lost, or how many of them one after the other."""
    if quantity.value >= _MOST_COUNTED or _BOTH.search(words):
        return None
    bare = _WITHOUT.sub("", words)
    if _IS_STREAK.search(words):
        won, lost = _IS_WON.search(bare) is not None, _IS_LOST.search(bare) is not None
        return (frozenset({"winning_streak" if won else "losing_streak"}), _TRADES) if won != lost else None
    if _SAMPLE.search(before):
        return None
    won, lost = _OF_WON.search(bare) is not None, _OF_LOST.search(bare) is not None
    return (frozenset({"winning_trades" if won else "losing_trades"}), _RETURNS | COUNTS) if won != lost else None


def _of_trades(words: str, quantity: Quantity) -> tuple[frozenset[str], frozenset[str]] | None:
    """What share of the trades won or lost, what they brought on average, or the best or worst of them."""
    won, lost = _IS_WON.search(words) is not None, _IS_LOST.search(words) is not None
    trade = _IS_TRADE.search(words) is not None
    outcomes = _IS_WINNER.search(words) is not None or _IS_LOSER.search(words) is not None
    if any(period.search(words) for period in _IS_PERIOD.values()) or not (trade or outcomes):
        return None
    average = _IS_AVERAGE.search(words) is not None
    if average:
        won, lost = _IS_WINNER.search(words) is not None, _IS_LOSER.search(words) is not None
    if quantity.kind != "money" and not average and won != lost and trade and _IS_SHARE.search(words):
        return frozenset({"win_rate" if won else "loss_rate"}), _TRADES
    if average:
        if won != lost and not _BOTH.search(words):
            return frozenset({"average_win" if won else "average_loss"}), _TRADES
        return (frozenset({"average_trade"}), _TRADES) if trade else None
    side = _extreme(words, quantity)
    return None if side is None else (frozenset({f"{side}_trade"}), _TRADES)


def _of_time(words: str, quantity: Quantity) -> tuple[frozenset[str], frozenset[str]] | None:
    """What share of the time something was held: "the days with an open position are 68% of the sample"."""
    held = quantity.kind != "money" and _OF_TIME.search(words) and _IS_HELD.search(words)
    return (frozenset({"exposure"}), _RETURNS | {"exposure", "positions"}) if held else None


def _of_a_period(words: str, quantity: Quantity) -> tuple[frozenset[str], frozenset[str]] | None:
    """The best or the worst year, month or day."""
    periods = [period for period, said in _IS_PERIOD.items() if said.search(words)]
    if len(periods) != 1 or quantity.kind == "money" or _IS_AVERAGE.search(words):
        return None
    side = _extreme(words, quantity)
    return None if side is None else (frozenset({f"{side}_{periods[0]}"}), _RETURNS | {f"{side}_trade"})


def _extreme(words: str, quantity: Quantity) -> str | None:
    """ "best" or "worst", None where the words tell no extreme."""
    low, high = _IS_LOW.search(words) is not None, _IS_HIGH.search(words) is not None
    if not (low or high or _IS_LIMIT.search(words)):
        return None
    bad = _IS_BAD.search(words) is not None or quantity.sign < 0
    if low != high:
        return "worst" if low or (bad and not re.search(r"\bbest\b", words)) else "best"
    good = _IS_GOOD.search(words) is not None and quantity.sign >= 0
    if low or bad == good:
        return None if low or bad else "best"
    return "worst" if bad else "best"


def _end_of_money(words: str) -> frozenset[str] | None:
    """What an account began with, where nothing tells what it came to, or the other way round; what it gained, where neither is told
    or one is taken from the other."""
    started, ended = _IS_START.search(words) is not None, _IS_END.search(words) is not None
    if _IS_PROFIT.search(words) and started == ended == (_IS_LESS.search(words) is not None):
        return None if _IS_COST.search(words) else frozenset({"profit"})
    if started == ended or _IS_GAIN.search(words):
        return None
    return frozenset({"initial_capital"} if started else {"final_equity", "equity"})
