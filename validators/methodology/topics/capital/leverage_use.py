"""Words that say that leverage is used, or that there is none."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.capital.capital_multiples import MULTIPLE, Leverage

_THEN_MULTIPLE = re.compile(rf" (?:(?:up )?to |by |at )?{MULTIPLE.pattern}")
_USES = re.compile(
    r"\b(?:uses?|employs?|applies|adds?|with|takes on|takes|makes|relies on|involves?|some|moderate|modest|financial|embedded"
    r"|any|no|without|zero|carries|permits|allows|has) (?:(?!\d|the\b|its\b|this\b|that\b|such\b)\w+ )?(?:leverage|gearing|borrowing|(?<=no )margin(?= (?:at all|whatsoever|is used|involved|account|loans?)|[.,;!)]|$)|borrowed (?:money|funds"
    r"|capital|cash))\b(?! (?:of|ratio|factor|multiple|multiplier|limit|cap|target|is|=|:|costs?|fees?|rates?|(?:with|over|against|in) (?:the |our |its |his |her |their |that |this |these |any |a |an )?(?:\w+ )?(?:vendors?|suppliers?|providers?|negotiat\w+|talks|boss(?:es)?|board|managers?|management|lab|editors?|unions?|landlords?|clients?|customers?|team|person|people|us|them|him)\b))"
    r"|\bfinanced (?:\w+ ){0,3}?(?:with|by|through) (?:\d+ ?% )?(?:debt|loans?|borrow\w*|margin|credit)\b"
    r"|(?:\b(?:is|are|was|were|be|being|runs|run|remains|not|never)|(?<=\w)'(?:s|re)) (?:\w+ly |never |not |ever |q+ )*(?:levered"
    r"|leveraged|geared)\b|(?:^|[.:] )(?:levered|leveraged|geared)(?=\?)|(?<!stock )(?<!stock-)(?<!share )(?<!shares )(?<!securities )\bborrow(?:s|ed|ing)?\b(?! (?:in\b|costs?|fees?|rates?|stocks?|shares|securities|ideas?|from (?!(?:an? |the |its |your )?(?:\w+ )?(?:banks?|brokers?|lenders?|clients?|market)\b)|for (?:the |its )?shorts?\b|(?:the |its |any |these |those |of )+(?:stocks?|shares?|securities|shorts?)\b|shorts?\b))"
    r"|(?<!said )(?<!says )(?<!silent )(?<!nothing )(?<!word )(?<!told )(?<!more )(?<!detail )(?<!details )(?<!information )(?<!rules )\b(?:on|with|through|via|uses) (?:margin|credit)\b(?! (?:requirements?|calls?|of|ratings?|risk|spreads?))"
    r"|\bmargin (?:loan|debt|account|financing|borrowing|credit|money|facilit(?:y|ie))s?\b|\b(?:levers|gears|leverages) up\b|\b(?:leverage|gearing|borrowing|margin) (?:plays? (?:a|no|any) (?:part|role)|(?:is|was|isn't|wasn't)(?: not| never)? (?:\w+ly )?(?:part of (?:it|this|the \w+)|involved|used|applied|employed|taken|added|permitted"
    r"|allowed))\b"
    r"|(?<!\dx-)(?<!\dx )\b(?:a |the )?(?:levered|leveraged|geared) (?:version|strategy|portfolio|long|position|positions|book"
    r"|exposure|model|approach|basis|funds?)\b|\b(?:more than|above|beyond|exceeds?) (?:its|the|all(?: of)?(?: its| the)?) (?:own )?(?:capital|equity)\b"
    r"|\b(?:more|larger|bigger|greater) (?:exposures?|notional|positions?|stock|holdings|bets) than (?:(?:it|q{3,}|the \w+) (?:has|owns) )?(?:its )?(?:own )?(?:capital|equity|cash|money)\b"
)
PLAIN = re.compile(
    r"\b(?:positions?|exposures?|holdings|book|sum|total|notional|longs?|weights?)\b[^.;,]{0,30}? (?:is|are|stays?|remains?|was|were) (?:\w+ )?(?:kept|held|limited|confined|capped|restricted|within|matched) ?(?:to|at|within|by)? (?:the|its|our|what|whatever) (?:own |available |account's )?(?:capital|equity|money|cash|account|nav|net assets)\b(?! times)(?: (?:in|of|inside) (?:the|its) (?:account|portfolio|book))?|"
    r"(?<!long )(?<!short )\b(?:exposures?|positions?|notional|book|gross)(?: \w+)? (?:equals?|match(?:es)?|(?:is|are) (?:equal to|the same as|as large as)|never exceeds?) (?:(?:its|the|our|own|whole) )*(?:capital|equity|account|nav|net assets)\b(?! times)|"
    r"\b(?:un-?levered|un-?leveraged|un-?geared|leverage[- ]free|cash-only|(?:fully|wholly|entirely) (?:cash[- ])?funded|debt-free|non-levered|paid (?:for )?in full|(?:is|as|remains) an? (?:pure |plain )?cash (?:strategy|portfolio|book|account)|(?:its|their|the) own (?:cash|money|funds|capital|means) (?:alone|only|and (?:nothing|no) \w+)|(?:only|solely|nothing but|just) (?:with |from )?(?:its|their) own (?:cash|money|funds|capital|means))\b"
    r"|\b(?:(?:a )?stranger to|knows? no|has no use for|shuns|avoids|(?:steers|stays|keeps) clear of|does without|gets by without|abstains from|forgoes|dispenses with|free (?:of|from)) (?:any |all )?(?:borrowed (?:money|funds|capital)|borrowing|leverage|gearing|margin|debt|credit|loans?)\b"
    r"|\bgives? (?:leverage|gearing|borrowing|margin) an? (?:wide berth|miss)\b|\b(?:has |have )?never ow(?:es|ed) (?:anybody|anyone|a bank|a broker|any)|\bowes? (?:nobody|no one|no bank|nothing)\b|\bleverage\b ?[:=|-]+ ?(?:none|nil|n/a|off|no(?= ?$))\b|\bleverage is (?:off|nil|none|absent|not (?:used|applied"
    r"|employed|permitted|allowed))\b|\b(?:limited|capped|confined|restricted|held) (?:to|at) (?:the|its|our) (?:own )?(?:capital|equity|nav|net assets)(?: itself)?(?=\W*$|[.,;)]| and\b)|\b(?:(?:never|not) (?:goes |go |gets |rises? |extends? |grows? )?(?:more than|above|beyond|past|over|exceed\w*)|(?:stays?|remains?|kept|keeps?) (?:\w+ )?(?:within|below|inside)) (?:its"
    r"|the) (?:own )?(?:capital|equity|cash)\b"
)
_DENYING = re.compile(
    r"\b(?:no|not|never|nobody|nothing|none|nil|off|stranger|shuns|avoids|clear of|without|abstains|forgoes|dispenses|free|wide berth|a miss)\b"
)

_MULTIPLE_WITHIN = re.compile(r"\b(?:\w+fold|doubled?|tripled?|twice)\b")
_NOT_WITHOUT = re.compile(r"(?:\b(?:not|never|cannot|hardly)|n't) (?:\w+ ){0,3}$")  # "it doesn't run without leverage"


def used_or_denied(text: str) -> Iterator[Stated]:
    """Every use or denial of leverage that a passage names without a multiple."""
    for match in PLAIN.finditer(text):
        denies = _DENYING.search(match[0]) is not None
        negated = (
            denies and re.search(r"\b(?:not|never|isn't|than|hardly) (?:\w+ )?$", text[: match.start()]) is not None
        )
        yield Stated(
            start=match.start(),
            end=match.end(),
            value=Leverage(multiple=1.0, plain=True),
            asserted=not negated if denies else None,
        )
    for match in _USES.finditer(text):
        if _MULTIPLE_WITHIN.search(match[0]):
            continue  # to deny "threefold leverage" is not to deny leverage
        if match[0].endswith("ed") and _THEN_MULTIPLE.match(text, match.end()):
            continue
        if re.search(r"\b(?:no|without|zero|never|not)\b|n't\b", match[0]):
            negated = match[0].startswith("without") and _NOT_WITHOUT.search(text, 0, match.start()) is not None
            value = Leverage(multiple=1.0, plain=True)
            yield Stated(start=match.start(), end=match.end(), value=value, asserted=not negated)
        else:
            yield Stated(start=match.start(), end=match.end(), value=Leverage())
