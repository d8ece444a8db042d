"""Numbers of an answer that stand in the user's world and not in a run: a tolerance, an idiom, a quantile, what an advertisement promised,
people and papers, what a computer needed."""

import re

from validators.numbers.quantity import Quantity

# by how much what is told may be off
_TOLERANCE = re.compile(
    r"\b(?:give or take|plus or minus|plus/minus|to (?:within )?the (?:nearest|closest)|(?:rounded|rounding|rounds) (?:\w+ )?(?:to|at) the nearest|accurate to(?: within)?"
    r"|(?:tolerance|margin of error|rounding (?:error|differences?)) (?:of|is))\s(?:about |around |some |roughly |perhaps |maybe |at most |an? |the |\W)*$",
    re.IGNORECASE,
)
_OF_ROUNDING = re.compile(
    r"(?: or so| at most)? (?:of|in|from|due to|for) (?:rounding|slack|tolerance|wiggle room)\b", re.IGNORECASE
)
# "my two cents": a small coin of the one who speaks
_OWN_COIN = re.compile(
    r"\b(?:my|our|own|proverbial|(?:add|adding|throw|throwing|put|putting) in|worth) (?:own )?$", re.IGNORECASE
)
# "the 10% from the pitch deck", "the brochure's 10%", "the advertised 10%": what somebody else holds out
_PROMISE = (
    r"(?:pitch|decks?|brochures?|fact ?-?sheets?|slides?|leaflets?|fly(?:er|ier)s?|newsletters?|web ?-?sites?|home ?-?pages?|blogs?|forums?|articles?|advert\w*|ads?|marketing|prospectus\w*|"
    r"sales\w*|podcasts?|videos?|influencers?|press|headlines?|vendors?|gurus?|rumou?rs?)"
)
_PROMISED_AFTER = re.compile(
    rf"(?: [\w-]+){{0,3}},? (?:from|in|on|of|by|claimed|quoted|promised|advertised|touted|cited|shown|given)(?: (?:by|in|on))? (?:the |your |their |its |that |a |some )?(?:[\w-]+ ){{0,2}}?{_PROMISE}\b",
    re.IGNORECASE,
)
_PROMISED_BEFORE = re.compile(
    rf"\b(?:{_PROMISE}['’]s?|advertised|promised|touted|hyped|marketed|pitched) (?:figure |number |claim |rate )?(?:of )?(?:about |around |some )?$",
    re.IGNORECASE,
)
# people and papers, which no run holds: "the 12 clients on the distribution list"
_OF_THE_OFFICE = re.compile(
    r" (?:[a-z-]{3,14} )?(?:clients?|investors?|readers?|colleagues?|people|persons?|members|analysts?|recipients|subscribers|partners|attendees|customers|users|shareholders|trustees|committees?|meetings?"
    r"|e-?mails?|slides?|pages?|questions?|bullet points?|bullets|paragraphs?|sentences?|footnotes?|charts?|tickets|desks|offices|countries|languages)\b",
    re.IGNORECASE,
)
# "50% isn't a magic threshold"
_NO_LIMIT = re.compile(
    r" (?:isn['’]t|is not|is no|is hardly|needn['’]t be) (?:\w+ ){0,2}(?:threshold|number|line|cut-?off|hurdle|bar|mark|law)\b",
    re.IGNORECASE,
)
_MIX = re.compile(
    r"[ -](?:of\b|mix|blend|split between|between|in\b|portfolio|combo|combination|allocation|basket|book|weight)",
    re.IGNORECASE,
)
_MACHINE = frozenset("core cpu gpu thread worker processor node vcpu".split())


def is_no_result(text: str, quantity: Quantity) -> bool:
    """Whether a number says how far off another may be, is what an advertisement promised, counts people or papers, or is an idiom."""
    before = text[max(0, quantity.start - 60) : quantity.start]
    if _TOLERANCE.search(before) or _OF_ROUNDING.match(text, quantity.end):
        return True
    if _PROMISED_AFTER.match(text, quantity.end) or _PROMISED_BEFORE.search(before):
        return True
    if _NO_LIMIT.match(text, quantity.end):
        return True
    if quantity.kind == "split" and _MIX.match(text, quantity.end):
        return len(set(quantity.parts)) == 1
    if quantity.kind in ("plain", "count") and quantity.step >= 1 and _OF_THE_OFFICE.match(text, quantity.end):
        return True
    coin = quantity.kind == "money" and quantity.value < 1 and round(quantity.value * 100) == quantity.value * 100
    return coin and _OWN_COIN.search(before) is not None


_QUANTILE = re.compile(r"\b(?:(?:quin|quar|quan|ter|de)(?:t|c)iles?|Q5|Q10|buckets?)\b", re.IGNORECASE)


def is_quantile(text: str, quantity: Quantity) -> bool:
    """Whether what reads as a quarter without a year is one of the groups of a ranking: "Q1 (most negative) … Q5"."""
    return (
        quantity.text.startswith("Q")
        and all(date.year is None and date.quarter is not None for date in quantity.readings)
        and _QUANTILE.search(text) is not None
    )


def is_of_the_machine(quantity: Quantity) -> bool:
    """Whether a number tells with what a computer did its work, and for how many seconds."""
    return quantity.noun in _MACHINE or (quantity.kind == "duration" and quantity.noun == "second")
