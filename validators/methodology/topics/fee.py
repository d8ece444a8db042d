"""What a trade costs."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.methodology import FactValue, MethodologyDocument
from validators.methodology.claims import Stated
from validators.methodology.topics.absence import says_none, says_nothing
from validators.methodology.topics.amounts import NUMBER, number
from validators.methodology.topics.costs.charge_amounts import AMOUNT, OF_A_SUM, fee_of, fee_of_a_sum, is_of_commission
from validators.methodology.topics.costs.charge_basis import ROUND, SIDE
from validators.methodology.topics.costs.charges import Fee, is_among
from validators.methodology.topics.costs.dealing_costs import one_way
from validators.methodology.topics.costs.free_trading import FREE, UNCHARGED, told_free
from validators.methodology.topics.costs.tariffs import is_result, is_tariff
from validators.methodology.topics.costs.tick_charges import STEP, contracts_in, tick_charges
from validators.methodology.topics.fact_text import fact_text
from validators.methodology.topics.nearness import nearest
from validators.methodology.topics.prose import prose
from validators.reasons import Reason

key = "fee"
cues = (
    "incur", "basis point", "bps", "fee", "commission", "cost", "charg", "brokerage", "per side", "per-side",
    "per trade", "per-trade", "per transaction", "per leg", "per order", "per fill", "per round", "round trip",
    "round-trip", "roundtrip", "round turn", "one-way", "one way", "each way", "each side", "a side", "friction",
    "deduct", "debit", "net of", "pays", "pay ", "payed", "paying", "every buy", "each buy", "every sale", "every purchase", "each purchase", "getting in", "levied", "levies", "levy", "haircut", "give up", "gives up",
    "per switch", "per contract", "per share", "rebate", "swallow", "penali", "dealing", "eats up", "free", "each ", "every ", "expens", "paid", "purchas", "sale", "sell", "buy", "lump", "ticket", "taken off", "nothing is", "way out", "way in", "penny", " order", "drag", "in-and-out",
)  # fmt: skip
also = (
    "bp", "basis", "%", "percent", "before", "rebate", "cent", "free", "no ", "zero", "nil", "none", "not", "n't", "$", "€", "£", "dollar", "euro",
    "pound", "pence", "without", "ignor", "neglect", "nothing", "nobody", "less", "omit", "disregard", "exclud", "gross", "tick", "pip",
    "waived", "left out", "neither", "set aside", "half", "tenth", "quarter", "fifth", "twentieth", "hundredth", "0.", "away", "only", "just", "solely", "go ", "role", "part", "aside", "out", "as if", "as though", "costless", "gratis", "uncharged",
)  # fmt: skip
_FEE = (
    r"(?:(?<!management )(?<!advisory )(?<!performance )(?<!custody )(?<!fund )(?<!annual )fees?(?! (?:of|for|in) (?:the |both |these |those |all |each |its )*(?:\w+ )?(?:funds?|etfs?|trackers?)\b)(?! ?-?(?:of\b)?[^,;.]{0,20}(?:management|advisory))|commissions?|(?:transaction|trading|dealing"
    r"|execution|brokerage|trade|turnover|per-trade|one-way|round-trip|all-in|switching)[ -](?:cost|charge"
    r"|expense|friction)s?|costs?(?! (?:of (?:capital|borrowing|funding|carry|equity)))|charg(?:es?|ed|ing)"
    r"|brokerage|frictions?|haircut|(?:swallow|dock|skim|shav|knock)(?:s|ed|es) (?:off )?|(?:hand|fork)(?:s|ed|ing) (?:over|out)|parts with|gives away|sheds|forfeits|penali[sz]ed|costed|eats? (?:up|into|away)|sets? (?:[\w']+ ){1,3}back|bears?|gives? up|gave up|suffers?|go(?:es)? to the (?:broker|exchange|dealer)s?|levies|levy|levied"
    r"|expenses?(?! ratio)|(?:each|every) time|incur(?:s|red)?|(?:an?|each|every|per|any|one) (?:single )?(?:trade|side|transaction|order|purchase|leg|buy|sale|fill|switch|ticket|round[ -]trip)|per (?:contract|share|lot)|(?:dealer|broker|exchange|market maker) (?:gets|takes|asks|wants|keeps|charges)|deduct(?:s|ed|ing)?"
    r"|pa(?:ys?|id|ying)|debit\w*|net of|(?:getting|going|way|trade|trading) in\b|in and out(?= ?:)|(?<!result )(?<!profit )(?<!return )(?<!gain )(?<!loss )(?<!pnl )(?<!p&l )(?<!outcome )per[ -](?:side|trade|transaction|leg|order|fill|round[ -]trip)"
    r"|round[ -]?trips?|round[ -]?turns?|one[- ]way|each way|each side|a side|(?:the )?(?:purchase|buy|buying|entry) and (?:the )?(?:sale|sell|selling|exit))"
)
_OTHER = (
    r"(?:(?:total|cumulative|overall|aggregate|all) (?:trading |transaction )?(?:fees?|costs?"
    r"|commissions?)\b(?! (?:is|are) (?:put|set|taken|assumed|estimated|modell?ed|fixed) (?:at|to))(?: paid| charged| incurred)?|slippage|spreads?|borrow\w*|management|advisory"
    r"|performance fees?|expense ratios?|financing|interest|market impact|impact|of positions|exposure|for every dollar|for each dollar|per dollar of|tax(?:es)?|stamp duty|return(?:s"
    r"|ed)?|cagr|drawdowns?|alpha|sharpe|outperform\w*|reduc\w+|lower\w*|drag|total(?:led|s)?|cumulative|per year"
    r"|annually|a year|per annum|p\.a\.|volatilit\w+|gain\w*|los[ste]\w*|fell|rose|earn\w*|weights?|profit\w*"
    r"|yields?"
    r"|growth|wealth|swings?|performance|surplus|excess|down|(?<!give )(?<!gives )(?<!gave )up|allocation|leverage|exposure|moves?|changes?|threshold|band|stop|ended|grew|eats?|consum\w*|win rate"
    r"|hit rate|of the (?:time|days|return|profit)|turnover (?:was|is|of|averaged)|holdout|split|training"
    r"|test(?:ing)?|tracking error|basis risk|(?<!of the )(?<!of its )(?<!into )account|capital of|starting|initial|invest\w*|dividends?|in fees"
    r"|in costs|in commissions|trades (?:were|was)|number of)"
)
_TAKEN = re.compile(
    r"los[ste]|eats?|consum|drag|total|cumulative|in (?:fees|costs|commissions)|number of|invest|turnover|changes?|starting|initial"
)
_MADE = re.compile(
    r"\b(?:alpha|made|makes?|earn\w*|gain\w*|profit\w*|edge|averag\w*|won|wins?|brought|brings|adds?|added)\b(?:(?!\b(?:fee|cost|commission|charge)s?\b)[^,;:]){0,40}$"
)
_SIGN = re.compile(rf"(?P<yes>\b{_FEE}\b)|(?P<no>\b{_OTHER})")
_IMAGINED = re.compile(
    r"\b(?:break-?even|hurdle)\b|\bfees? changes?\b|\bchanges? in (?:the )?(?:fees?|costs?)\b|\b(?:higher|lower"
    r"|larger|smaller|extra|additional) (?:fees?|costs?|commissions?)\b"
)
_BOUND = re.compile(
    r"(?:\b(?:above|below|under|(?<!hands )(?<!hand )over|beyond|exceed(?:s|ing)?|(?:more|less|lower|higher|fewer) than|at least|at most"
    r"|say,?|from [\d.]+(?: ?bps)? to|\d+ ?x|times|and \d+ ?(?:bps)? to)|(?:\d|%|(?<=\d)bps|(?<=\d )bps|points?|trades|trips|\)) =) (?:about |roughly |some )?$"
)
_LIMIT = re.compile(r"(?:(?:more|less|lower|higher) than|above|below|under|over)\b")
_NO_MORE = re.compile(r"\b(?:no|not|never) (?:\w+ )?(?:more|higher|above|over)(?: than)? (?:about |roughly |some )?$")
_MANY = re.compile(
    rf"(?<!each of the )(?<!each of its )(?<!each of these )(?<!every one of the )\b(?:(?!one\b|1\b){NUMBER}|several|many|all|those|these) (?:\w+ )?(?:switches|trades|round[- ]trips"
    rf"|rebalances|transactions|sides|fees)\b[^.;]{{0,30}}$"
)
_MOVE_OF = re.compile(  # "a rise of one percentage point costs about 17%"
    r"\b(?:rise|fall|move|drop|increase|decrease|change|shift|jump|decline|rally|hike|cut|swing|parallel shift)s? (?:in [\w -]{3,30} )?of (?:about |roughly |just |only |some |around )?$"
)
_PROFIT = re.compile(
    r"\b(?:profits?|gain\w*|earn\w*|made|returns?|returned|came back|won|worth of profit|grew|ended|became|dividends?|slippage|spreads?|tax\w*|borrow\w*|interest)\b"
)
_PAID_FOR_TRADING = Fee(bps=-1.0)
_SOME = Fee()  # in ticks or pips, which no percentage can be held to
_APIECE = re.compile(r" (?:apiece|each)\b(?! (?:time|trade|switch|month|year|day|week|round))")
_REBATE = re.compile(
    r"\b(?:(?:maker|exchange|trading|liquidity|fee) rebates?|(?:gets?|earns?|receives?|collects?|pockets?|makers? get|is (?:paid|credited)|are (?:paid|credited)) (?:an? |the )?(?:\w+ )?rebates?|paid (?:to|for) (?:trad(?:e|ing)|post(?:ing)?|provid\w+ liquidity|mak(?:e|ing) (?:a )?markets?))\b"
)
_PARTS_OF_IT = re.compile(
    rf"\b({NUMBER}) (?:(?:is|are|being) )?(?:for|of|in) (?:the )?(?:\w+ )?(?:commissions?|slippage|spreads?|impact|fees?|brokerage|taxes|duty)\b"
)
_ONLY_COST = re.compile(r"\b(?:only|sole|single|one) (?:\w+ )?(?:cost|fee|charge|expense)\b")
_IN_TICKS = re.compile(r"\b(?:ticks?|pips?|32nds?|half (?:of )?the spread|spread)\b")


_OF_SAME_UNIT = re.compile(  # "ten basis points for spot trades and 5.5 for perpetual trades"
    rf"({NUMBER} ?(bps?|basis points|%|percent)\b[^.;]{{0,40}}?(?:, | and | plus ))({NUMBER})(?= (?:for|of|on|in) )"
)
_BASIS_LAST = re.compile(
    r"[,;:] ?(?:both |all |each )?(?:per side|each way|one[- ]way|per trade|per round[- ]trip|round[- ]trip|a side)\.?$|\+[^+]*(?:per side|/side|a side)\.?$"
)
_UNCHARGED_FACT = re.compile(
    r"gross\b|(?:trading |transaction )?(?:costs?|fees?|commissions?)(?: and \w+)? (?:(?:is|are|was|were) )?(?:not|never|ignored|neglected|left out|excluded)\b"
)


_EACH_WAY = re.compile(  # "six basis points for buying and six for selling" is one charge
    r"\b(?:buy(?:s|ing)?|purchas(?:es?|ing)|entry|entering)\b.*\b(?:sell(?:s|ing)?|sales?|exit|exiting)\b"
)


def read(fact: FactValue) -> tuple[Fee, ...] | None:
    """A document's charges; a single 0 bps where trading is free, None where no amount is named."""
    text = fact_text(fact)
    if says_nothing(text):
        return None
    text = _OF_SAME_UNIT.sub(r"\1\3 \2", text)
    found = tuple(fee for match in AMOUNT.finditer(text) if (fee := fee_of(match, text)) is not None)
    steps = tuple(fee for _, _, fee in tick_charges(text))
    if any(fee.bps or fee.money for fee in (*found, *steps)) or steps:
        if _EACH_WAY.search(text) and {fee.basis for fee in found} == {"side"}:
            found = tuple(dict.fromkeys(found))
        return _on_one_basis(text, (*found, *steps))
    if _IN_TICKS.search(text) and all(fee.commission for fee in found):
        return (_SOME,)
    free = says_none(text) or FREE.search(text) or UNCHARGED.match(text) or _UNCHARGED_FACT.match(text)
    return (Fee(bps=0.0),) if free or found else None


def _on_one_basis(text: str, found: tuple[Fee, ...]) -> tuple[Fee, ...]:
    """Charges of which only the last tells a basis, at the end of a fact, are all on that one ("8 bps for large caps and 20 for small, per side")."""
    told = {fee.basis for fee in found}
    basis = next(iter(told - {None}), None)
    if told == {None, basis} and basis in ("side", "round") and _BASIS_LAST.search(text):
        return tuple(replace(fee, basis=basis) for fee in found)
    return found


def find(text: str, cased: str) -> Iterator[Stated]:
    """Every charge that a passage names, and every statement that trading is free."""
    for start, end, free in told_free(text):
        value = Fee(bps=0.0, commission=is_of_commission(text, start, end))
        yield Stated(start=start, end=end, value=value, asserted=free)
    for match in one_way(text):
        yield Stated(start=match.start(), end=match.end(), value=Fee(basis="one way"), asserted=True)
    for match in _REBATE.finditer(text):
        yield Stated(start=match.start(), end=match.end(), value=_PAID_FOR_TRADING)
    sums: list[tuple[int, int]] = []
    for match in () if _PROFIT.search(text) else OF_A_SUM.finditer(text):
        if (fee := fee_of_a_sum(match, text)) is not None:
            sums.append(match.span())
            yield Stated(start=match.start(), end=match.end(), value=fee)
    signs = list(_SIGN.finditer(text))
    if not any(sign["yes"] or _TAKEN.match(sign[0]) for sign in signs) or _IMAGINED.search(text):
        return
    steps = list(tick_charges(text))
    for start, end, fee in steps:
        sign = nearest(text, signs, start, end, per_break=25, after=0, limit=110)
        if sign is not None and (sign["yes"] or (fee.basis is not None and _TAKEN.match(sign[0]))):
            if fee.basis is None and ROUND.search(text):
                fee = replace(fee, basis="round")
            yield Stated(start=start, end=end, value=fee)
    amounts = list(AMOUNT.finditer(text))
    single = sum(not each["bare"] for each in amounts) == 1
    for match in amounts:
        if any(begin <= match.start() < stop for begin, stop in sums):
            continue
        before = text[max(match.start() - 70, 0) : match.start()]
        bound = _BOUND.search(before)
        if match["zero"] or (bound and not _LIMIT.match(bound[0])):
            continue
        if _MANY.search(before) or _MOVE_OF.search(before):
            continue
        fee = fee_of(match, text)
        if (
            fee is None
            or (fee.basis == "year" and not _ONLY_COST.search(text))
            or (fee.money is not None and not is_tariff(text, match, fee))
        ):
            continue
        if steps:
            fee = replace(fee, glossed=True)
        if (many := contracts_in(text)) and fee.money is not None:
            fee = replace(fee, money=fee.money / many)
        if bound is not None:
            fee = replace(fee, limit="below" if _NO_MORE.search(before) else bound[0].split()[0])
        if _MADE.search(before) or (match["percent"] and is_result(before, fee, text[match.end() : match.end() + 24])):
            continue
        if _APIECE.match(text, match.end()):
            fee = replace(fee, basis="side")
        if fee.basis is None and (fee.bps or fee.money) and single:
            fee = replace(fee, basis="round" if ROUND.search(text) else "side" if SIDE.search(text) else None)
        sign = nearest(text, signs, match.start(), match.end(), per_break=25, after=0, limit=110)
        told = sign is not None and (sign["yes"] or (fee.basis is not None and _TAKEN.match(sign[0])))
        if told and sign is not None and not (match["bare"] and abs(sign.end() - match.start()) > 30):
            yield Stated(start=match.start(), end=match.end(), value=fee)


def conflict(stated: Fee, *, asserted: bool, fact: tuple[Fee, ...], document: MethodologyDocument) -> Reason | None:
    """Another charge than the document's, in any of the ways to count it."""
    if stated.basis == "one way":
        charged = sum(bool(fee.bps or fee.money) for fee in fact) == 1 and not any(fee.bps == 0.0 for fee in fact)
        breaks = asserted and charged and next(one_way(prose(document, key)), None) is None
        return Reason.CONTRADICTS_DOCUMENT if breaks else None
    if stated.bps is None and stated.money is None and stated.steps is None:
        return None
    in_steps = any(fee.steps for fee in fact)
    if stated.bps != 0.0 and (
        (stated.glossed or stated.money is not None) and not any(fee.money for fee in fact)
        if in_steps
        else stated.steps and STEP.search(prose(document, key))
    ):
        return None  # what a tick is worth, or a part of the costs that the fact doesn't count
    if fact == (_SOME,):
        return Reason.CONTRADICTS_DOCUMENT if asserted and stated.bps == 0.0 else None
    if stated == _PAID_FOR_TRADING:
        return Reason.CONTRADICTS_DOCUMENT if asserted and "rebate" not in prose(document, key) else None
    agrees = is_among(stated, fact)
    if asserted:
        return None if agrees else Reason.CONTRADICTS_DOCUMENT
    return Reason.CONTRADICTS_DOCUMENT if agrees else None


def is_named(stated: Fee, told: str) -> bool:
    """Whether a document's text names the amount, of whatever charge."""
    amounts = [fee for match in AMOUNT.finditer(told) if not match["bare"] and (fee := fee_of(match, told)) is not None]
    parts = [Fee(bps=number(match[1])) for match in _PARTS_OF_IT.finditer(told)]
    return is_among(stated, tuple(fee for fee in (*amounts, *parts) if fee.bps or fee.money), summed=False)
