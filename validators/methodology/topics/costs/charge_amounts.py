"""Amounts of charges as prose writes them: "5 bps", "a tenth of a percent", "$12 on every $10,000 traded"."""

import re

from validators.methodology.topics.amounts import NUMBER, fraction, number
from validators.methodology.topics.costs.charge_basis import ROUND, basis_of
from validators.methodology.topics.costs.charges import Fee

_SMALL = (
    rf"(?:a |(?:{NUMBER}) )?(?:tenth|hundredth|twentieth|fifth|quarter|half|tenths"
    r"|hundredths)(?:s)? (?:of )?(?:a |one )?(?:single )?(?:per ?cent\b|percentage point\b|%|basis point\b|bps?\b|bips?\b)"
)
AMOUNT = re.compile(
    rf"(?<![\w.])(?<!(?<![\w\d])[+-])(?:(?P<bps>{NUMBER}) ?-?(?:bps?\b|bips\b|basis[- ]points?\b|b\.p\.)"
    rf"|(?P<mille>{NUMBER}) ?-?(?:per ?mil(?:le|l)?\b|‰)|(?P<percent>{NUMBER}) ?-?(?:%|per ?cent\b|pct\b)|(?P<small>{_SMALL})"
    rf"|(?P<zero>zero|no|nil) (?=fee|commission|cost|transaction|trading|brokerage|charge)"
    r"|(?P<currency>[$€£]) ?(?P<money>\d[\d,]*(?:\.\d+)?)(?![\d.,]*\d)(?! ?(?:[mk]\b|million|thousand|bn|billion))"
    r"|(?P<one>(?:an?|one)(?: (?:whole|full|single|mere|entire))? (?:basis point|bp|percentage point|per ?cent)\b)(?! (?:a|per) (?:year|month))"
    rf"|(?:usd|eur|gbp) (?P<iso>\d+(?:\.\d+)?)(?![\d.,]*\d)|(?P<coins>half an?|{NUMBER}|a|one) (?:us |u\.s\. )?(?P<coin>dollars?|cents?|euros?|pounds?|pence|usd|eur|gbp|yen|francs?)\b(?: and (?:an? )?(?P<more>half|quarter|{NUMBER} (?:cents|pence)))?"
    r"|(?P<share>0?\.\d+)(?= (?:of (?:the )?(?:notional|traded|value|turnover)|per (?:side|trade)))"
    rf"|(?P<bare>{NUMBER})(?= ?(?:,|;|\.(?!\d)|$|\)|per (?:side|trade|round)|on each|each way)))"
)
_SUM = rf"(?:[$€£] ?(\d[\d,]*(?:\.\d+)?)(?! ?(?:[mk]\b|million|bn))|({NUMBER}|a|one) (dollars?|euros?|pounds?|cents?|pence)\b)"
_TRADED = r"(?: (?:in|of) (?:stock|shares|value|notional|turnover|assets|trades?))?(?: worth)?(?: (?:that is |that are |you )?(?:traded|bought|sold|dealt|turned over|invested|order|trade|purchase|sale|transaction|deal|position|ticket|or|and|each way|per side))+"
OF_A_SUM = re.compile(  # "on every $10,000 bought or sold, $12 of costs is deducted", "15 cents per 1,000 dollars traded"
    rf"\b(?:(?:every|each|per|on|for|of|an?|buying|selling|trading|in) ){{1,3}}{_SUM}(?:{_TRADED}| worth(?: of \w+)?)[^.;:$€£\d]{{0,40}}? ?{_SUM}"
    rf"|\b(?:trade|order|purchase|sale|transaction|ticket)s? (?:of|for|worth) {_SUM}[^.;:$€£\d]{{0,40}}? {_SUM}"
    rf"|{_SUM}[^.;:$€£\d]{{0,30}}? (?:(?:every|each|per|on|for|of|an?|in) ){{1,3}}{_SUM}(?={_TRADED})"
)


_COMMISSION = re.compile(r"\b(?:commissions?|fees?|brokerage)\b|\bbroker")
_EVERY_COST = re.compile(r"\b(?:costs?|expenses?|frictions?|slippage|spreads?)\b")


def is_of_commission(text: str, start: int, end: int) -> bool:
    """Whether the words at text[start:end] for what isn't charged, or those beside them, speak of commissions alone."""
    said = text[start:end]
    if not (_COMMISSION.search(said) or _EVERY_COST.search(said)):
        said = re.split(r"[.;:,]", text[max(start - 24, 0) : start])[-1] + re.split(r"[.;:,]", text[end : end + 24])[0]
    return _COMMISSION.search(said) is not None and _EVERY_COST.search(said) is None


def _noun_end(text: str, start: int) -> int:
    """Where the noun after a "no" ends."""
    noun = re.compile(r" ?(?:(?:transaction|trading|dealing|execution) )?\w+").match(text, start)
    return noun.end() if noun else start


def fee_of(match: re.Match[str], text: str) -> Fee | None:
    """The charge that a match of `AMOUNT` names."""
    basis = basis_of(text, match.start(), match.end())
    if match["zero"]:
        return Fee(bps=0.0, basis=basis, commission=is_of_commission(text, match.start(), _noun_end(text, match.end())))
    if match["bps"] and (value := number(match["bps"])) is not None:
        return Fee(bps=value, basis=basis)
    if match["mille"] and (value := number(match["mille"])) is not None:
        return Fee(bps=round(value * 10, 6), basis=basis)
    if match["percent"] and (value := number(match["percent"])) is not None:
        return Fee(bps=round(value * 100, 6), basis=basis)
    if match["small"]:
        share = fraction(
            re.split(
                r" (?:of|a|one|per ?cent|percentage|basis|bps?|bips?|%)\b",
                match["small"].removeprefix("a ").removeprefix("one "),
            )[0]
        )
        unit = 1.0 if re.search(r"basis|\bb(?:i?p)s?\b", match["small"]) else 100.0
        return None if share is None else Fee(bps=round(share * unit, 6), basis=basis)
    if match["one"]:
        return Fee(bps=100.0 if "cent" in match["one"] else 1.0, basis=basis)
    if match["iso"]:
        return Fee(money=number(match["iso"]), basis=basis)
    if match["share"]:
        return Fee(bps=round(float(match["share"]) * 10_000, 6), basis=basis)
    if match["money"] and (value := number(match["money"])) is not None:
        return Fee(money=value, basis=basis)
    if match["coin"]:
        half = match["coins"].startswith("half")
        more = match["more"] or ""
        value = 0.5 if half else 1.0 if match["coins"] in ("a", "one") else (number(match["coins"]) or 0.0)
        value += fraction(more) or (number(more.split()[0]) or 0.0) / 100 if more else 0.0
        return Fee(money=value / 100 if match["coin"].startswith(("cent", "pence")) else value, basis=basis)
    unit_named = re.search(r"\b(?:bps?|basis points)\b[^,;.]{0,16}$", text[: match.start()])
    value = number(match["bare"]) if match["bare"] and unit_named else None
    return None if value is None else Fee(bps=value, basis=basis)


def fee_of_a_sum(match: re.Match[str], text: str) -> Fee | None:
    """The share that one sum of money is of another, where it may be a charge on it."""
    amounts = [_money(match[at], match[at + 1], match[at + 2]) for at in range(1, 19, 3) if match[at] or match[at + 1]]
    if len(amounts) != 2 or None in amounts:
        return None
    small, large = sorted(amount for amount in amounts if amount is not None)
    if not 0 < small <= large / 20:
        return None
    round_trip = ROUND.search(text, match.start(), min(match.end() + 40, len(text))) is not None
    return Fee(bps=round(small / large * 10_000, 6), basis="round" if round_trip else "side")


def _money(digits: str | None, words: str | None, coin: str | None) -> float | None:
    if digits:
        return number(digits)
    value = 1.0 if words in ("a", "one") else number(words or "")
    return None if value is None else value / 100 if (coin or "").startswith(("cent", "pence")) else value
