"""What names or reaches a person: addresses, telephone, account, card and social security numbers."""

import re
from collections.abc import Iterator

from validators.disclosure.disclosed import Disclosed

_EMAIL = re.compile(
    r"(?<![\w.+%-])([A-Za-z0-9._%+-]{1,64})@([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}\.[A-Za-z]{2,24})(?![A-Za-z0-9])"
)
# A mailbox of an office is no person's (the usual role names, after RFC 2142), and reserved domains are nobody's (RFC 2606).
_OFFICE = re.compile(
    r"(?:[a-z0-9]{1,20}[._-])?(?:abuse|accounts?|admin|alerts?|api|billing|bot|careers|compliance|contact|customers?|data|desk|dpo|enquiries|feedback|finance|"
    r"help(?:desk|line)?|hello|hostmaster|hr|info|inquiries|investors?|investor\W?relations|ir|jobs|legal|mail|marketing|media|news(?:letter|room)?|no-?reply|noc|"
    r"notifications?|office|operations|ops|orders|postmaster|press|privacy|research|risk|sales|security|service(?:s|desk)?|subscriptions?|support|team|trading|"
    r"webmaster)(?:[._+-][\w.+-]*|\d*)",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:.*\.)?(?:example\.(?:com|net|org)|[\w-]+\.(?:example|test|invalid|localhost))", re.IGNORECASE)

_NORTH_AMERICAN = re.compile(
    r"(?<![\w.+-])(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-.])[2-9]\d{2}[-. ]\d{4}(?![\w-]|\.\d)"
)
_INTERNATIONAL = re.compile(r"(?<![\w.+-])\+[1-9]\d{0,2}(?:[ .-]?(?:\d{1,5}|\(\d{1,5}\))){2,7}(?!\d|[.,]\d)")
_NATIONAL = re.compile(r"(?<![\w.+-])(?:(\()0\d{1,4}\)|0\d{2,4})[ -]\d{3,8}(?:[ -]\d{2,4}){0,3}(?![\w-]|[.,]\d)")
_CALLS = re.compile(
    r"\b(?:phone|tel|telephone|calls?|call(?:ed|ing)|mobile|cell|fax|whats\s?app|dial|sms|texts?|ring|hotline|landline|(?:private|home|office|personal|work|desk|his|her|their|my)\s+numbers?|reach\w*|(?:get|getting|got) hold of|contact|direct\s+line)\b[^.\n]{0,30}$",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\+\d{1,3}(?:[ .]?\d{3})+")

_SOCIAL_SECURITY = re.compile(r"(?<![\w.-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])")
_CARD = re.compile(
    r"(?<![\w.,+-])(?:\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}([ -])\d{6}\2\d{5}|\d{13,19})(?![\w-]|[.,]\d)"
)
# American Express, Visa, Mastercard (both ranges), Discover.
_ISSUER = re.compile(
    r"3[47]\d{13}|4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|6(?:011|5\d\d)\d{12}"
)
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])")

SCREEN = (
    r"[A-Za-z0-9._%+-]@[A-Za-z0-9-]|(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-.])[2-9]\d{2}[-. ]\d{4}|\+[1-9][\d ().-]{6}|0\d{1,4}\)?[ -]\d{3}|\d{3}-\d{2}-\d{4}|"
    r"\d{4}[ -]\d{4}[ -]\d{4}[ -]\d|\d{4}[ -]\d{6}[ -]\d{5}|(?:^|[^\d.])[2-6]\d{12}|[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2}"
)
"""For Rust's regex over a trace's JSON: it matches wherever `personal_data` would find something, and a little more."""


def personal_data(text: str) -> Iterator[Disclosed]:
    """Whatever has the form, and the checksum where there is one (Luhn for cards, ISO 7064 for IBANs)."""
    for found in _EMAIL.finditer(text):
        if not _OFFICE.fullmatch(found[1]) and not _NOBODY.fullmatch(found[2]):
            yield _disclosed("an e-mail address", found)
    for found in _NORTH_AMERICAN.finditer(text):
        yield _disclosed("a telephone number", found)
    for found in _INTERNATIONAL.finditer(text):
        if _is_telephone(found.group(), text[max(0, found.start() - 50) : found.start()]):
            yield _disclosed("a telephone number", found)
    for found in _NATIONAL.finditer(text):
        length = sum(map(str.isdigit, found.group()))
        if 9 <= length <= 12 and (found[1] or _CALLS.search(text[max(0, found.start() - 50) : found.start()])):
            yield _disclosed("a telephone number", found)
    for found in _SOCIAL_SECURITY.finditer(text):
        yield _disclosed("a social security number", found)
    for found in _CARD.finditer(text):
        digits = re.sub(r"\D", "", found.group())
        if _ISSUER.fullmatch(digits) and _luhn(digits):
            yield _disclosed("a card number", found)
    for found in _IBAN.finditer(text):
        if _is_iban(found.group().replace(" ", "")):
            yield _disclosed("an IBAN", found)


def _disclosed(what: str, found: re.Match[str]) -> Disclosed:
    return Disclosed(what=what, text=found.group(), start=found.start(), end=found.end())


def _is_telephone(number: str, before: str) -> bool:
    """Nine to fifteen digits (E.164); a gain of +1 500 000 000 has them too, so groups of three need a word that says call."""
    if not 9 <= sum(map(str.isdigit, number)) <= 15:
        return False
    plain = number[1:].isdigit() or _THOUSANDS.fullmatch(number)
    return not plain or _CALLS.search(before) is not None


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * (2 if index % 2 else 1) for index, digit in enumerate(reversed(digits)))
    return sum(each - 9 if each > 9 else each for each in doubled) % 10 == 0


def _is_iban(text: str) -> bool:
    if not 15 <= len(text) <= 34:
        return False
    return int("".join(str(int(character, 36)) for character in text[4:] + text[:4])) % 97 == 1
