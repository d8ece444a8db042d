"""What follows a number: scale, unit, and the noun it counts."""

import re
from dataclasses import dataclass

from validators.numbers.quantity import Hedge, Kind

CURRENCIES = {
    "$": "USD", "US$": "USD", "USD": "USD", "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "¥": "JPY", "JPY": "JPY",
    "CHF": "CHF", "CAD": "CAD", "C$": "CAD", "CA$": "CAD", "AUD": "AUD", "A$": "AUD", "AU$": "AUD", "HKD": "HKD", "HK$": "HKD",
    "NZ$": "NZD", "S$": "SGD", "SGD": "SGD", "CNY": "CNY", "RMB": "CNY", "INR": "INR", "₹": "INR", "₩": "KRW", "SEK": "SEK",
    "NOK": "NOK", "DKK": "DKK", "NZD": "NZD", "KRW": "KRW", "BRL": "BRL", "R$": "BRL", "MXN": "MXN", "ZAR": "ZAR", "PLN": "PLN",
    "TRY": "TRY", "₺": "TRY", "ILS": "ILS", "₪": "ILS", "THB": "THB", "TWD": "TWD", "USDT": "USD", "USDC": "USD",
}  # fmt: skip
CURRENCY_CODES = frozenset(CURRENCIES.values())
TIME_NOUNS = {
    "day": "day", "session": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year", "hour": "hour",
    "minute": "minute", "second": "second", "decade": "decade", "bar": "bar", "yr": "year", "mo": "month", "mth": "month",
    "wk": "week", "hr": "hour", "min": "minute", "sec": "second",
}  # fmt: skip
TIME_UNITS = frozenset(TIME_NOUNS.values())
_SCALES = {
    "thousand": 1e3, "grand": 1e3, "k": 1e3, "million": 1e6, "mln": 1e6, "mn": 1e6, "mm": 1e6, "m": 1e6, "mil": 1e6, "billion": 1e9, "bln": 1e9,
    "bn": 1e9, "b": 1e9, "hundred": 1e2, "trillion": 1e12, "tn": 1e12, "tln": 1e12, "trn": 1e12, "t": 1e12, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
_MINOR_CODES = "usd|usdt|usdc|eur|gbp|jpy|chf|cad|aud|hkd|sgd|cny|rmb|inr"  # of the codes those that are no words when in lower case
# the verb: "a kurtosis of 9.9 points to fat tails"
_OF_A_NUMBER = re.compile(r"\bof [-−+]?[\d.,]+\Z")
_POINTS_TO = re.compile(r"\spoints to(?:wards?)? [a-z]")
_CODES = "|".join(code for code in CURRENCIES if code.isalpha())
_MONEY_WORDS = {
    "dollar": "USD", "cent": "USD", "¢": "USD", "buck": "USD", "euro": "EUR", "pound": "GBP", "penny": "GBP", "pence": "GBP", "yen": "JPY",
    "franc": "CHF", "rupee": "INR", "yuan": "CNY", "renminbi": "CNY", "krona": "SEK", "kronor": "SEK", "krone": "NOK", "kroner": "NOK",
    "peso": "MXN", "rand": "ZAR", "zloty": "PLN", "lira": "TRY", "shekel": "ILS", "baht": "THB",
}  # fmt: skip
_OF_COUNTRY = {
    "us": "USD", "u.s.": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "singapore": "SGD", "hong kong": "HKD",
    "new zealand": "NZD", "taiwan": "TWD", "danish": "DKK", "swedish": "SEK", "norwegian": "NOK", "swiss": "CHF", "british": "GBP",
    "chinese": "CNY", "japanese": "JPY", "indian": "INR", "mexican": "MXN", "turkish": "TRY", "south african": "ZAR", "polish": "PLN",
}  # fmt: skip
_MONEY_NAMES = "cents?|dollars?|bucks?|euros?|pounds?|penny|pence|yen|francs?|rupees?|yuan|renminbi|kron(?:or|er?|a)|pesos?|rand|zloty|lira|shekels?|baht"
_COUNTRIES = "|".join(map(re.escape, _OF_COUNTRY)).replace("\\ ", "[ ]")
_S = "[ \u00a0\u202f\u2009]"
_LONGER = "and|thousand|million|days?|weeks?|months?|years?|hours?|minutes?|sessions?|bars?"  # "12 trades in a hundred days" are no share
_TAIL = re.compile(
    rf"""
 (?P<exponent>[eE][-+−]?\d{{1,9}}(?!\w)|{_S}?[×x*]{_S}?10(?:\^|\*\*)?(?:[-−]?\d{{1,3}}|[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}})(?!\w))?
 (?P<scale>(?:(?:{_S}|-)?(?i:hundred|thousand|grand(?!\ total)|million|billion|trillion|mln|bln|lakh|crore)|{_S}?(?:bn|Bn|BN|mil|tln|mn|Mn|MN|mm|MM|tn|trn|K|k|M|B|T)|m|b)(?:(?![\w&])|(?=(?:{_CODES})\b)))?
 (?P<unit>{_S}?%(?:-?pts?\b|-?points?\b)?|(?:{_S}|-)?(?:
    (?i:(?P<points>percentage[ -]points?|pct[ -]?pts?|%[ -]?points?|ppts?|pps?|p\.p\.|points?|pts?))(?!\w)
   |(?i:(?P<percent>percent(?:age)?|per[ -]cent|pct|pc|pct\.))(?!\w)
   |(?i:(?P<bps>basis[ -]points?|bps?|bips))(?!\w)
   |(?i:(?P<multiple>times|fold))(?!\w))
  |{_S}?(?P<x>[x×])(?![\w])
  |(?i:(?P<hundred>[ ](?:[a-z]{{3,12}}[ ])?(?:out[ ]of|in|of|per)[ ](?:every|each|an?|one)[ ](?:hundred|100)\b(?![,.]\d|[ -](?:{_LONGER}))))
  |‰)?
 (?P<money>{_S}?(?:€|£|¥|\$|₹|₩|₺|₪)(?!\d)|{_S}?(?:{_CODES}|{_MINOR_CODES})\b(?:{_S}(?P<after>(?i:thousand|million|billion|trillion)|bn|mn|m|k)\b)?|{_S}?¢|{_S}(?i:(?:(?:{_COUNTRIES})[ ])?(?:{_MONEY_NAMES}))\b(?![ ](?i:pairs?|cross(?:es)?|legs?|futures|forwards|bonds?|contracts?)\b))?
 """,
    re.VERBOSE,
)
_CENTS = re.compile(r"¢|(?:\S{2,12} )?(?:cents?|penny|pence)", re.IGNORECASE)
_NOUN = re.compile(
    r"(?:[ \u00a0]|-)?(?:(?:\ue000|out-of-sample|in-sample|trading|calendar|business|full|consecutive|straight|additional|more|whole|separate|different|distinct|round-trip|total|individual)[ -])?([A-Za-z]{1,24})"
)
_NOT_COUNTED = frozenset(
    "a an the and or of to in on at for from by with while but vs versus than is was were are had has have per against over under "
    "after before as if so that this which who whose respectively compared not it its they up down below above between "
    "through until during since when where each both then also only just still yet now would could will".split()
)
_COMPARED = re.compile(
    r"[ ](?:as|the|more|larger|higher|greater|bigger|its|earnings|leverage|sales|book|faster|that|what|deeper|smaller|lower|over|worse|better|longer)\b"
)
_GLUED = re.compile(
    r"(?:d|y|yr|yrs|mo|mos|w|wk|wks|h|hr|hrs|min|s|sec|day|days|year|years|month|months|week|weeks|bars?)(?!\w)"
)
_GLUED_UNITS = {"d": "day", "y": "year", "w": "week", "h": "hour", "s": "second"}
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?!\w)|-?(?i:percentile|decile|quartile|quintile)(?!\w)")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
_AFTER_HEDGE = re.compile(
    r"(?:,?[ ](?:or so|or thereabouts|approximately|give or take|or about that|roughly speaking|in round (?:numbers|figures))\b|\+(?!\d)|-(?:ish|odd)\b|[ ]or more\b|[ -]plus\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """`end` is where the number with its unit ends; `noun` (singular, lower case) lies beyond it."""

    end: int
    kind: Kind | None
    scale: float
    exponent: int
    currency: str | None
    noun: str | None
    is_time: bool
    hedge: Hedge | None


def read_tail(text: str, start: int, *, spelled: bool) -> Tail | None:
    """What follows the digits that end at `start`; None where they turn out to be an ordinal or part of an id."""
    if _ORDINAL.match(text, start):
        return None
    glued = _GLUED.match(text, start)
    if glued is not None and not spelled:
        unit = glued.group()
        noun = _GLUED_UNITS.get(unit) or TIME_NOUNS.get(singular(unit), singular(unit))
        return Tail(
            end=glued.end(), kind=None, scale=1.0, exponent=0, currency=None, noun=noun, is_time=True, hedge=None
        )
    if _POINTS_TO.match(text, start) and _OF_A_NUMBER.search(text, max(0, start - 20), start):
        return Tail(end=start, kind=None, scale=1.0, exponent=0, currency=None, noun=None, is_time=False, hedge=None)
    match = _TAIL.match(text, start)
    assert match is not None  # every part of the pattern is optional
    end = match.end()
    following = text[end : end + 1]
    if following.isalpha() or following == "_":
        return None
    if following == "-" and text[end + 1 : end + 2].isdigit() and text[end + 2 : end + 3] == "-":
        return None
    kind = _kind(match)
    if (
        kind == "multiple"
        and not match["x"]
        and (match["multiple"] or "").lower() == "times"
        and not _COMPARED.match(text, end)
    ):
        kind = None if text[start - 1 : start].isdigit() and "." not in text[max(0, start - 4) : start] else kind
    counted = _NOUN.match(text, end)
    word = None if counted is None or kind in ("percent", "basis_points") else singular(counted.group(1).lower())
    if word in _NOT_COUNTED:
        word = None
    money = (match["money"] or "").strip()
    scaled = match["scale"] or match["after"]
    if match["after"]:
        money = money[: -len(match["after"])].strip()
    currency = None
    if money:
        country, _, name = money.lower().rpartition(" ")
        currency = CURRENCIES.get(money.upper()) or _OF_COUNTRY.get(country) or _MONEY_WORDS[singular(name)]
    after = _AFTER_HEDGE.match(text, end)
    hedge: Hedge | None = None
    if after is not None:
        hedge = "over" if after.group() in ("+", " or more", " plus", "-plus") else "about"
    return Tail(
        end=end,
        kind=kind,
        scale=_SCALES[scaled.strip("- \u00a0\u202f\u2009").lower()] if scaled else 1.0,
        exponent=_exponent(match["exponent"]) - (2 if _CENTS.fullmatch(money) else 0),
        currency=currency,
        noun=TIME_NOUNS.get(word, word) if word else None,
        is_time=word in TIME_NOUNS,
        hedge=hedge,
    )


def singular(word: str) -> str:
    """A plural without its ending: "trades" → "trade", "losses" → "loss", "entries" → "entry"."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "xes", "ches", "shes")) else word[:-1]


def _kind(match: re.Match[str]) -> Kind | None:
    unit = match["unit"]
    if not unit:
        return None
    if match["bps"]:
        return "basis_points"
    if match["points"] or ("p" in unit.strip().removeprefix("%")[:3] and "%" in unit):
        return "points"
    if match["percent"] or match["hundred"] or "%" in unit:
        return "percent"
    return "multiple" if match["multiple"] or match["x"] else None


def _exponent(written: str | None) -> int:
    if not written:
        return 0
    digits = written.translate(_SUPERSCRIPTS)
    tail = digits.lstrip("eE ") if digits[0] in "eE" else digits.partition("10")[2].lstrip("^* ")
    return int(tail or 1)
