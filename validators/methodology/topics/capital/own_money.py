"""How much of the capital is invested, in words without a multiple: loans, the whole of the money, a part that is kept in cash."""

import math
import re
from collections.abc import Iterator

from validators.methodology.topics.amounts import PART, as_share

_ANYBODY = r"(?:its|the|your|one's|our|their|you|it|what|whole|entire|own|available|total|full|investor's|strategy's|model's|fund's)"
OWN = rf"(?:{_ANYBODY} ){{0,3}}(?:equity|capital|account|money|cash|funds|means|net asset value|net assets|nav|net worth|balance)(?: balance)?(?:'s (?:value|worth|size))?\b(?! (?:curve|multiple|index|market|fund|etfs?|futures|markets?|prices?|rates?|flow|managers?))"
_HOLDINGS = r"(?:positions?|exposures?|holdings?|book|portfolio|purchases?|trades?|investments?|stocks?|shares|funds?|baskets?|everything|orders?|buys?|contracts?|coins?)"
_NOT_LOST = r"(?!\b(?:los[et]\w*|loss\w*|earn\w*|gain\w*|profit\w*|cost\w*|fees?|return\w*|times)\b)"
_WITHIN = re.compile(
    rf"\b(?:never|not|cannot|can't|no|without|nothing|hardly)\b(?: {_NOT_LOST}[\w'-]+){{0,5}}? (?:more (?:[\w-]+ ){{0,4}}?than|larger than|bigger than|greater than|beyond|above|past|over|exceed(?:s|ed|ing)?|outgrow(?:s|ing)?|in excess of)(?: what)? (?:(?:is in )?{OWN}(?! times)|(?:it|you|one) (?:has|have|owns?|can (?:pay(?: for)?|afford|buy))\b)"
    rf"|n't(?: {_NOT_LOST}[\w'-]+){{0,5}}? (?:more than|beyond|above|past|over|exceed|surpass|outgrow|top) {OWN}(?! times)"
    rf"|\b{_HOLDINGS} (?:\w+ )?(?:(?:is|are|stays?|remains?|keeps?|sits?|lies) )(?:\w+ ){{0,2}}?(?:within|inside|below|under|smaller than|less than|covered by|limited to|confined to|backed by|matched by) {OWN}(?! times)"
    rf"|\b{OWN} (?:\w+ )?(?:covers?|pays? for|funds?|finances?|buys?|is enough for|suffices? for|stands? behind) (?:(?:the|all|every|its|each|whole|entire|any) )*{_HOLDINGS}\b"
    rf"|\b(?:bought|paid(?: for)?|funded|financed|purchased|held|backed|covered|invested|settled) (?:\w+ ){{0,2}}?(?:outright|up front|only (?:with|from|by|out of) {OWN}|(?:entirely |wholly |fully |solely )(?:with|from|by|out of|in) {OWN}|in cash)"
    rf"|\blives? within (?:its|your|one's) means\b|\bcash (?:up front|on the nail)\b|\bdollar for dollar\b|\bfully paid(?: for| up)?\b"
    rf"|\b(?:{_HOLDINGS}|leverage) (?:\w+ )?(?:stops?|ends?|tops? out|peaks?|maxes out) at {OWN}(?! times)"
    rf"|\badds? up to (?:exactly |just )?{OWN}(?: and no(?:t| more)| and nothing|(?=[.,;]|$))"
)
_LOANS = re.compile(
    r"\b(?:(?:ow(?:es|ed)|owing)(?! to\b)|indebted|in debt|into debt|overdrawn|overdrafts?|lines? of credit|credit (?:lines?|facilit\w+)|lenders?(?! (?:\w+ ){0,2}?(?:calls?|recalls?|asks? for) )|buys? on credit"
    r"|(?:tak|rais|draw)\w+ (?:out |up |on |down )?(?:a |an |some |more )?(?:\w+ )?(?:loans?|debt|credit)"
    r"|(?:financed|funded|paid(?: for)?|bought|topped up|boosted|enlarged|amplified|magnified|stretched|carried|covered|supplemented)(?: \w+){0,2}? (?:with|by|through|via|on|from|out of) (?:an? |the |its |some )?(?:\w+ )?(?:loans?|debt|credit|margin|broker|exchange|lender|bank)"
    r"|(?:a|the|its|any) (?:broker|bank|lender) (?:\w+ )?(?:lends?|advances|finances|funds|puts up|fronts|supplies) (?!data|prices|quotes|the (?:data|prices|quotes))"
    r"|(?:can|could|may|might) (?:\w+ )?(?:lose|owe) (?:\w+ )?more than (?:what )?(?:(?:you|it|an investor|investors|clients) (?:put in|invested|paid in|own|ha(?:s|ve))|(?:the|your|its) (?:stake|deposit|investment))"
    r"|(?:debt|loans?|credit|margin|borrowings?|borrowed (?:money|funds|capital)) (?:\w+ )?(?:funds|finances|pays for|makes up|covers) (?:an? |the |some |half |part )"
    r"|lent by|(?:the broker's|a broker's|the bank's|other people's|someone else's|somebody else's|outside) money|margin (?:buying|purchases?|trading)"
    r"|(?:its|the strategy's) debts?|debts? (?:equals?|amounts to|reaches|may reach)|(?:a|any|some) (?:bank |broker |margin |short-term )?loan\b(?! (?:fee|book|market|rate|portfolio|fund))"
    r"|more money than (?:it|you|the account) (?:has|have|holds?|owns?)"
    rf"|(?:buys?|holds?|owns?|carries|takes on|invests?|controls?) (?:[\w%]+ ){{0,4}}?(?:more|larger|bigger|greater) (?:[\w-]+ )?than (?:what )?{OWN} (?:has money for|can (?:pay|afford|buy|bear|cover)|could (?:pay|afford|buy)|allows?|contains?|holds?|is worth|pays? for|covers?)"
    rf"|{_HOLDINGS} (?:\w+ ){{0,2}}?(?:(?:is|are|stays?|remains?) (?:\w+ )?(?:above|larger than|bigger than|greater than|more than)|exceeds?|outgrows?|outstrips?|surpass(?:es)?) {OWN}(?! times))"
    r"(?! (?:costs?|fees?|rates?|ratings?|risk|spreads?|calls?))"
)
_ALL = r"(?:all(?: of)?|(?:the )?whole(?: of)?|(?:the )?entire(?:ty of)?|100 ?%(?: of)?|every (?:cent|dollar|penny|euro) of|(?:the )?full|one hundred per ?cent of)"
_WHOLE = re.compile(
    rf"\b{_ALL} (?:{OWN}) (?:\w+ )?(?:goes? (?:in|into|to)|(?:is|are|gets?|was|stays?|remains?) (?:\w+ )?(?:invested|put (?:in|into|to|on)|committed|deployed|in (?:the )?(?!cash)|at work|placed|used|spent|staked)|sits? in (?!cash)|rides? on|flows? into)"
    rf"|\b(?:uses up|takes(?: up)?|swallows|absorbs|ties up|consumes|claims|eats up) (?:{_ALL}) (?:{OWN})"
    rf"|\b(?:puts?|invests?|commits?|stakes?|bets?|places?|uses|deploys?|spends?) (?:{_ALL} {OWN}|everything(?= (?:in|on|into)\b))"
    r"|\bcash is never (?:held|kept)|\b(?:weights|parts|shares|positions|holdings) (?:\w+ )?(?:add up|sum|total|come|amount)s? to (?:exactly |just )?(?:one|1(?:\.0)?|100 ?%|unity|the whole)(?=[ .,;]|$)"
    r"|\b(?:is|are|stays?|remains?|always|keeps?) (?:\w+ )?(?:fully|100 ?%|wholly|entirely|completely) invested\b"
    r"|\b(?:no cash|nothing) (?:is|gets|stays) (?:ever )?(?:kept|left|held|set aside|uninvested)(?: back| over| in cash| idle| as cash)*\b(?=[^.;]{0,16}cash|[.,;]|$)(?<!nothing is kept)(?<!nothing is held)(?<!nothing is left)(?<!nothing is set aside)"
)
_IDLE = r"(?:(?:in|as) (?:cash|reserve|treasury bills|t-bills|bills)|uninvested|idle|unused|untouched|unspent|on the sidelines|out of the market|in reserve)"
_KEPT = re.compile(
    rf"\b(?P<part>{PART})(?: of)? {OWN} (?:\w+ ){{0,4}}?{_IDLE}\b"
    rf"|\b(?:keeps?|holds?|leaves?|parks?|sets?) (?:\w+ )?(?P<part2>{PART})(?: of)? {OWN} (?:\w+ )?{_IDLE}\b"
)
_ONLY = r"(?:only|just|merely|never more than|at most|no more than)"
_USED = re.compile(
    rf"\b{_ONLY} (?P<part>{PART})(?: of)? {OWN} (?:is|are|gets?) (?:\w+ )?(?:invested|put to work|at work|exposed|committed|in the market|used|staked|deployed)"
    rf"|\b(?:invests?|commits?|stakes?|deploys?|uses?|puts?) {_ONLY} (?P<part2>{PART})(?: of)? {OWN}"
)
_RUNS_AT = re.compile(  # "runs at four fifths of capital"
    rf"\b(?:(?:runs?|run|operates?|operated|works?|stands?|stays?|sits?|set|kept|held|fixed|capped|limited)(?: (?:constantly|always|only|just|permanently))? (?:at|to|with)|(?:exposure|leverage|gearing|gross|it|q{{3,}}) (?:\w+ )?(?:is|equals|carries|runs|uses|reads|comes to|amounts to|of)|does(?: not|n't) (?:carry|run|use)) (?:about |only |just |up to )?"
    rf"(?P<part>{PART})(?: of)? {OWN}"
)
_LIMIT = r"(?:limits?|caps?|ceilings?|upper bounds?|bounds?|maximum)"
_SIZE = r"(?:exposures?|leverage|borrowing|gearing|positions?|multiple|loans?|debt)"
_UNLIMITED = re.compile(
    rf"\b{_SIZE}(?: \w+){{0,4}}?,? (?:with(?:out (?:any |an? )?| no )(?:upper )?{_LIMIT}|without (?:any |an? )?(?:upper )?{_LIMIT}|unlimited|uncapped|unbounded|limitless|(?:knows?|has|have) no (?:upper )?{_LIMIT}|as (?:high|large|far|much) as (?:it|the \w+) (?:likes?|wants?|pleases?|wishes))\b"
    rf"|\b(?:no|without (?:any|an?)) (?:upper )?{_LIMIT} (?:on|to|for|of|is (?:\w+ )?(?:set|put|placed) (?:on|to)) (?:the |its |how (?:much|large|far) (?:it )?)?(?:\w+ )?(?:exposures?|leverage|borrow\w*|gearing|multiple|debt|invests?)\b"
    r"|\b(?:unlimited|uncapped|unbounded|limitless) (?:leverage|exposure|borrowing|gearing)\b"
)
_AT_TIMES = re.compile(
    r"\b(?:if|when|whenever|where|unless|until|while|may|might|could|can|sometimes|at times|often|usually|mostly|between|once|after|before|days|average|averages|typically|up to|at least|or more|as much as|week|month|year)\b"
)
_EACH = re.compile(
    r"\b(?:(?:each|per|every)\b(?! (?:purchase|trade|time|signal|buy|order|entry|cent|dollar|penny|euro)\b)|both|sides?|legs?|longs|shorts|borrow\w*|loan|debt|margin|either)\b"
)
_SOLD = re.compile(r"\b(?:sold|sells?|short(?:s|ed)?|hedg\w+)\b")
_SOME = 0.08  # a smaller part in cash is a buffer

Found = tuple[int, int, float | None, bool]
"""A place, the multiple of capital (None: something is borrowed) and whether the words say that nothing is borrowed."""


def told_of_money(text: str) -> Iterator[Found]:
    """What a text tells of the part of the capital that is invested."""
    for match in _WITHIN.finditer(text):
        if match[0] == "dollar for dollar" and _SOLD.search(text):
            continue  # the shorts match the longs
        yield match.start(), match.end(), 1.0, True
    for match in _LOANS.finditer(text):
        yield match.start(), match.end(), None, False
    for match in _UNLIMITED.finditer(text):
        yield match.start(), match.end(), math.inf, False
    if not _EACH.search(text):
        for match in _WHOLE.finditer(text):
            yield match.start(), match.end(), 1.0, False
    if not (_EACH.search(text) or _AT_TIMES.search(text)):
        for pattern, kept in ((_KEPT, True), (_USED, False), (_RUNS_AT, False)):
            for match in pattern.finditer(text):
                part = as_share(match["part"] or match.groupdict().get("part2") or "")
                if part is not None and _SOME <= part < 1:
                    yield match.start(), match.end(), 1 - part if kept else part, False
