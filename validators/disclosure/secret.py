"""Keys, tokens and passwords, by the forms that their issuers give them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from validators.disclosure.disclosed import Disclosed

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (what, re.compile(rf"(?<![A-Za-z0-9_-]){pattern}"))
    for what, pattern in (
        ("an API key", r"sk-[A-Za-z0-9_-]{20,200}"),
        ("an AWS access key", r"(?:AKIA|ASIA)[0-9A-Z]{16}(?![0-9A-Za-z])"),
        ("a GitHub token", r"(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255})"),
        ("a GitLab token", r"glpat-[A-Za-z0-9_-]{20,200}"),
        ("a Slack token", r"xox[abeoprs]-[A-Za-z0-9-]{10,200}"),
        ("a Google API key", r"(?:AIza[A-Za-z0-9_-]{35}|GOCSPX-[A-Za-z0-9_-]{28}|ya29\.[A-Za-z0-9_-]{30,300})"),
        ("a Hugging Face token", r"hf_[A-Za-z0-9]{30,100}"),
        ("a Stripe key", r"(?:[sr]k_(?:live|test)|whsec)_[A-Za-z0-9]{16,200}"),
        ("a JSON Web Token", r"eyJ[A-Za-z0-9_-]{8,4000}\.eyJ[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{8,2000}"),
        ("a token by its issuer's prefix", r"(?:SG|hvs|hvb|pypi|sntrys|lin_api|PMAK|glsa)[._-][A-Za-z0-9._-]{30,300}"),
        (
            "a token by its issuer's prefix",
            r"(?:dapi|shp(?:at|ca|pa|ss)_|do[opr]_v1_|key-|SK|AC|sq0(?:atp|csp)-|rk_|pk_)[0-9a-f]{32,64}(?![0-9A-Za-z])",
        ),
        ("an age key", r"AGE-SECRET-KEY-1[0-9A-Z]{58}"),
        ("a bot token", r"\d{8,10}:AA[A-Za-z0-9_-]{32,35}(?![A-Za-z0-9_-])"),
        (
            "a webhook",
            r"https://(?:hooks\.slack\.com/services|[a-z.]{0,20}discord(?:app)?\.com/api/webhooks|[a-z0-9-]{1,60}\.webhook\.office\.com)/[A-Za-z0-9/@_-]{20,300}",
        ),
        ("a bearer token", r"(?i:bearer|basic|token)\s{1,4}(?=[^\s]{0,80}\d)[A-Za-z0-9._~+/-]{14,2000}[A-Za-z0-9=]"),
        (
            "a password on a command line",
            r"(?:-u|--user)[ =][\"']?[A-Za-z0-9_.-]{1,60}:[^\s\"']{6,200}",
        ),
        (
            "a password in an address",
            r"[A-Za-z][A-Za-z0-9+.]{1,20}://[^\s/:@\"'<>]{0,100}:[^\s/@\"'<>]{3,200}@[A-Za-z0-9]",
        ),
    )
)
# Issuers old and new write a short prefix and then letters of both cases and digits at random.
_PREFIXED = re.compile(
    r"(?<![A-Za-z0-9_-])[a-z][a-z0-9]{1,9}[_-](?:[a-z0-9]{1,10}[_-])?([A-Za-z0-9]{30,200})(?![A-Za-z0-9])"
)
_PRIVATE_KEY = re.compile(r"-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY-----")
_QUOTES = r"[\"'`“”‘’*|>]{0,3}"
_NAME = (
    r"(?:pass(?:word|wd|phrase|code)|pwd|(?:api|access|account|secret|signing|encryption|licen[cs]e|master|service|subscription|storage|private|auth)[ _-]?key|"
    r"(?:access|auth|api|bearer|refresh|session|bot|security|service|login|deploy|personal)[ _-]?token|client[ _-]?secret|(?:api|shared|app|webhook)[ _-]?secret)"
)
# A value stands behind ":", "=" or "is", or right behind its name, where only a mixture of characters tells it from a word.
_NAMED = re.compile(
    rf"{_NAME}{_QUOTES}(?:(?:\s+[\w-]+){{0,4}}\s*(?:[:=|]|\b(?:is|was|reads|equals|now|be)\b){{1,2}}|\s|\s*(?:->|→|–|—))\s{{0,3}}{_QUOTES}([^\s\"'`“”,;|<>]{{8,200}})",
    re.IGNORECASE,
)
_LOOSELY_NAMED = re.compile(
    rf"(?<![A-Za-z0-9])(?:tokens?|secrets?|credentials?|creds?|[?&](?:key|sig|signature|auth))(?![A-Za-z0-9]){_QUOTES}(?:(?:\s+[\w-]+){{0,4}}\s*(?:[:=|]|\b(?:is|was|reads)\b){{1,2}}|\s)"
    rf"\s{{0,3}}{_QUOTES}([A-Za-z0-9+/_.=-]{{16,200}})",
    re.IGNORECASE,
)
# Prose may put words between the two, or the name behind: "type Reef-copper41 as your password", "sid=9f… is my secret".
_RUN = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,200}={0,2}(?![A-Za-z0-9+/_-])")
_CALLED_SECRET = re.compile(
    r"(?<![A-Za-z0-9])(?:[a-z]{1,12}[_-])?(?:keys?|tokens?|secrets?|credentials?|creds|cookies?|passphrases?|passwords?|hmac|bearer|login)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_PASS = re.compile(
    r"(?<![A-Za-z0-9])(?:pass(?:word|wd|phrase|code)s?|pwd?|(?:unlocks?|unlocked|decrypt(?:s|ed)?) [^.!?\n]{0,40}\b(?:with|using|by))(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_PASSWORD = re.compile(r"(?<![^\s\"'`“”‘’|(:=])[A-Za-z0-9][A-Za-z0-9!@#$%^&*_.+-]{7,39}(?![^\s\"'`“”‘’|).,;:!?])")
# What else is long and random: none of them opens anything.
_CALLED_ID = re.compile(
    r"(?<![A-Za-z])(?:runs?|commits?|git|check-?outs?|check-?sums?|hash(?:es)?|digests?|fingerprints?|sha\d*|md5|uuids?|guids?|ids?|identifiers?|orders?|isin|figi|lei|cusip|tickets?|traces?|"
    r"builds?|versions?|etags?|revisions?|references?|ref)(?![A-Za-z])",
    re.IGNORECASE,
)
_NEAR, _BESIDE = 60, 15
# Documentation writes keys that are none: AKIAIOSFODNN7EXAMPLE, sk-xxxxxxxx, user:password@host.
_PLACEHOLDER = re.compile(
    r"^\W{0,2}(?:rsa|aes|sha|ecdsa|hmac)[-_]?\d|example|xxx|your|placeholder|redacted|dummy|\*\*\*|\.\.\.|…|:(?:pass|passw|password|secret)@|[<>{}$]",
    re.I,
)
_FEWEST_CHARACTERS = 8
_LONG = 30
_RANDOM = 4

SCREEN = (
    r"sk-[A-Za-z0-9_-]{20}|AKIA[0-9A-Z]{16}|ASIA[0-9A-Z]{16}|github_pat_|glpat-|xox[abeoprs]-|AIza|GOCSPX-|ya29\.|"
    r"[sr]k_(?:live|test)_|whsec_|eyJ[A-Za-z0-9_-]{8}|(?i:bearer|basic)\s+[^\s]{15}|(?:-u|--user)[ =].{1,63}:|://[^\s/:@]{0,200}:[^\s/@]{3,400}@|PRIVATE KEY-----|"
    r"(?:SG|hvs|hvb|pypi|sntrys|lin_api|PMAK|glsa)[._-][A-Za-z0-9._-]{30}|AGE-SECRET|\d{8}:AA[A-Za-z0-9_-]{30}|/services/|/webhooks?/|webhook\.office|"
    r"[A-Za-z0-9]{30}|(?i:pass(?:word|wd|phrase|code)|pwd|unlock|decrypt|(?:api|access|account|secret|signing|encryption|licen[cs]e|master|service|subscription|storage|private|auth)[ _-]?key|token|secret|credential|creds|cookie|hmac|\b(?:pwd?|keys?|login|bearer)\b|[?&](?:key|sig|auth))"
)
"""For Rust's regex over a trace's JSON: it matches wherever `secrets` would find something, and a little more."""


def secrets(text: str) -> Iterator[Disclosed]:
    """What looks like a live secret, once for each place; placeholders are none."""
    last = -1
    for found in sorted(_secrets(text), key=lambda each: (each.start, -each.end)):
        if found.start >= last:
            yield found
            last = found.end


def _secrets(text: str) -> Iterator[Disclosed]:
    for found in _PRIVATE_KEY.finditer(text):
        yield Disclosed(what="a private key", text=found.group(), start=found.start(), end=found.end())
    for what, form in _FORMS:
        for found in form.finditer(text):
            if _is_live(found.group()):
                yield Disclosed(what=what, text=found.group(), start=found.start(), end=found.end())
    for found in _PREFIXED.finditer(text):
        if _is_live(found.group()) and _is_mixed(found[1]):
            yield Disclosed(what="a token", text=found.group(), start=found.start(), end=found.end())
    for form, least in ((_NAMED, 1), (_LOOSELY_NAMED, _RANDOM)):
        for found in form.finditer(text):
            value = found[1].rstrip(".:!?)]}")
            if (
                len(value) >= _FEWEST_CHARACTERS
                and _is_live(value)
                and (_is_capitals(value) or _changes(value) >= max(least, len(value) / 8 if least > 1 else 0))
            ):
                start = found.start(1)
                yield Disclosed(what="a password or key by name", text=value, start=start, end=start + len(value))
    yield from _near_their_names(text)


def _near_their_names(text: str) -> Iterator[Disclosed]:
    """Random runs of characters close to a word for what opens something, and to none for what only tells things apart."""
    for form, called, is_random in ((_RUN, _CALLED_SECRET, _is_random), (_PASSWORD, _PASS, _is_chosen)):
        if called.search(text) is None:
            continue
        for found in form.finditer(text):
            around = text[max(0, found.start() - _NEAR) : found.start()], text[found.end() : found.end() + _NEAR]
            if (
                is_random(found.group())
                and any(map(called.search, around))
                and not _CALLED_ID.search(around[0][-_NEAR // 2 :])
                and not _CALLED_ID.search(around[1][:_BESIDE])
                and _is_live(found.group())
            ):
                yield Disclosed(what="a password or key", text=found.group(), start=found.start(), end=found.end())


def _is_live(value: str) -> bool:
    """Random enough: digits among letters (or letters of both cases), and many different characters."""
    return (
        any(map(str.isalpha, value))
        and (any(map(str.isdigit, value)) or (len(value) >= _LONG and value != value.lower()) or _is_capitals(value))
        and len(set(value)) >= _FEWEST_CHARACTERS
        and not _PLACEHOLDER.search(value)
    )


def _is_random(value: str) -> bool:
    return _is_capitals(value) or _changes(value) >= max(_RANDOM, len(value) / 8)


def _is_chosen(value: str) -> bool:
    """As people choose passwords: letters, figures right behind one, and a mark or letters of both cases."""
    plain = value.rstrip(".!")
    return re.search(r"[A-Za-z]\d{1,6}$", plain) is not None and (
        re.search(r"[!@#$%^&*_+-]", plain) is not None or plain != plain.lower() != plain.upper()
    )


def _is_capitals(value: str) -> bool:
    """Capitals without small letters, in a row too long for a word."""
    return len(value) >= 2 * _FEWEST_CHARACTERS and value.isalnum() and value.isupper()


def _is_mixed(value: str) -> bool:
    """Letters of both cases, as chance would have them; a name has one or the other."""
    upper = sum(map(str.isupper, value))
    return min(upper, sum(map(str.islower, value))) * 6 >= len(value)


def _changes(value: str) -> int:
    """How often letters and digits, or lower and upper case, take turns."""
    kinds = [(each.isdigit(), each.isupper()) for each in value if each.isalnum()]
    return sum(first != second for first, second in pairwise(kinds))
