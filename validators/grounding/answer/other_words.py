"""What else prose calls the parts of a result that keys name: "buy and hold" of `benchmark`, "held-out" of `test`."""

import re
from functools import lru_cache

_SIDE = (
    r"{side}s|{side}[- ](?:sides?|legs?|books?|half|sleeves?|trades?|positions?|bets?|names?|ones?|only|exposure|hit|win|p&l|pnl)"
    r"|(?<!net ){side}(?= [-−+$€£(]{{0,2}}\d)|(?<=[\d%] ){side}(?=[,;:.)|]|$| (?:and|against|versus|vs)\b)|(?<=nav ){side}|(?<=[|] ){side}(?= [|])"
    r"|(?:(?<=\bwere )|(?<=\bare )|(?<=\bwas )|(?<=\bbeing )){side}(?=[,;:.)]|$| (?:and|against|versus|vs|while|but)\b)"
    r"|(?<=est ){side}(?= (?:is|was|sits|comes)\b)"
)
_COSTS_KEY = r"(?:(?:all|trading|transaction).?)?(?:costs?|fees?|charges?|tcs?|slippage)"


def _stage(before: str, joined: str, alone: str) -> str:
    """How prose says that costs are taken out of a result, or not yet."""
    bare = before.split("|")[0]
    costs = r"(?:(?:all|any|the|its|trading|transaction) )*(?:costs?|fees?|charges?)"
    return (
        rf"(?:{before}) {costs}(?: (?:are|is|were|have been) (?:in|taken|taken out|deducted|paid|counted|included))?|{joined}[- ](?:costs?|fees?)"
        rf"|(?:{bare})(?= (?:them|those)\b)|(?<=[\d%*] )(?:{bare})(?=[,;:.)]|$| (?:and|to)\b)|{alone}(?! (?:long|short|exposure|exposed|asset|assets|worth|of|loss|wins?|gains?)\b)"
    )


# Parts of a result that go by several names: the key, and how prose says it.
_OTHER_WORDS = (
    (
        re.compile(
            r"buy.?(?:and|&|n)?.?hold|bench|passive|^bnh$|^index$|^market$|^against$|^reference$|^comparator$|^hodl$|^bmk?$|^theirs?$|^bh$|^hold(?:ing)?$",
            re.I,
        ),
        r"buy(?:ing)?[ -](?:and|&)[ -]hold(?:ing)?|buy-hold|benchmark|passive(?:ly)?|b&h|(?:simply|just|merely|passively) (?:held|holding|owning|owned|buying|sitting (?:tight|still)|doing nothing)(?: (?:the |its |those )?(?:\ue000|shares?|stock))?|"
        r"(?:holding|owning|buying) (?:the )?\ue000|\ue000 itself|"
        r"the (?:index|underlying|etf|stock)\b|the market itself|(?<=[|(] )hold(?:ing)?|(?<=\()hold(?:ing)?(?= [-−+]?\d)|(?<=[,;] )holding(?= (?:it )?[-−+$€£]?\d)|(?<=\bvs )holding|(?<=\bthan )holding|(?<=\bagainst )holding|(?<=\bversus )holding|(?<=\bfor )holding(?! \w)",
    ),
    (
        re.compile(r"^(?:index|tracker|market) (?:tracker )?fund$", re.I),
        r"the (?:index[- ])?(?:fund|tracker)|just buying the (?:fund|tracker)",
    ),
    (
        re.compile(r"^(?:test|oos|out.?of.?sample|hold.?out|held.?out|unseen|validation)$", re.I),
        r"out[- ]of[- ]sample|held[- ]out|hold[- ]?out|oos|test(?:ing|ed on)?|unseen|validation|live(?= (?:sharpe|return|cagr|volatility|drawdown|stretch|period|part|figures?|results?|numbers?|sortino|performance)\b)|(?:left|leaving|outside|beyond|off) the (?:training|in-sample)(?: (?:data|window|period|sample|set))?",
    ),
    (
        re.compile(r"^(?:mkt|market)(?:[-_ ]?rf)?$", re.I),
        r"market(?: factor)?\b(?! (?:days?|data|prices?|regime|move|risk))",
    ),
    (re.compile(r"^smb$", re.I), r"(?:size|small[- ]caps?)(?: factor)?(?!-)"),
    (
        re.compile(r"^hml$", re.I),
        r"(?<![ptzf][- ])(?<!absolute )(?<!market )value(?: factor)?(?!-|s\b| (?:of|at risk)\b)",
    ),
    (re.compile(r"^(?:umd|mom|wml)$", re.I), r"momentum(?: factor)?(?!-)"),
    (re.compile(r"^rmw$", re.I), r"profitability(?: factor)?"),
    (re.compile(r"^cma$", re.I), r"investment(?: factor)?"),
    (
        re.compile(r"^(?:train|training|is|in.?sample|fit)$", re.I),
        r"in[- ]sample|train(?:ing|ed on)?|development|fitt?(?:ed|ing)?",
    ),
    (
        re.compile(r"^(?:latest|current|now|today|(?:most )?recent|last)$", re.I),
        r"right now|now|currently|at present|at the moment|today|these days|(?:over|in|for) the (?:last|past)|most recent(?:ly)?|latest",
    ),
    *(
        (re.compile(rf"^{side}s?(?:.?(?:side|leg|book))?$", re.I), _SIDE.format(side=side))
        for side in ("long", "short")
    ),
    (
        re.compile(rf"^(?:after|post|net|net.?of|with).?{_COSTS_KEY}$|^net$", re.I),
        _stage("after|net of|including|once|with", "post", "net"),
    ),
    (
        re.compile(rf"^(?:before|pre|gross|gross.?of|without|no|ex).?{_COSTS_KEY}$|^gross$", re.I),
        _stage("before|gross of|excluding|without", "pre", "gross"),
    ),
)


@lru_cache(maxsize=16384)
def other_words(name: str) -> str | None:
    """The pattern of what else a part of a result is called, None where it has no other name."""
    return next((said for keys, said in _OTHER_WORDS if keys.search(name)), None)
