"""Keys, tokens and passwords, by the forms that their issuers give them."""

import re
from collections.abc import Iterator

from validators.disclosure.disclosed import Disclosed

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (what, re.compile(rf"(?<![A-Za-z0-9_-]){pattern}"))
    for what, pattern in (
        ("an API key", r"sk-[A-Za-z0-9_-]{20,200}"),
        ("an AWS access key", r"(?:AKIA|ASIA)[0-9A-Z]{16}(?![0-9A-Za-z])"),
        ("a GitHub token", r"(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255})"),
        ("a GitLab token", r"glpat-[A-Za-z0-9_-]{20,200}"),
        ("a Slack token", r"xox[abeoprs]-[A-Za-z0-9-]{10,200}"),
        ("a Google API key", r"AIza[A-Za-z0-9_-]{35}"),
        ("a Hugging Face token", r"hf_[A-Za-z0-9]{30,100}"),
        ("a Stripe key", r"[sr]k_(?:live|test)_[A-Za-z0-9]{16,200}"),
        ("a JSON Web Token", r"eyJ[A-Za-z0-9_-]{8,4000}\.eyJ[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{8,2000}"),
        ("a bearer token", r"[Bb]earer\s{1,4}[A-Za-z0-9._~+/-]{19,2000}[A-Za-z0-9=]"),
        (
            "a password in an address",
            r"[A-Za-z][A-Za-z0-9+.]{1,20}://[^\s/:@\"'<>]{1,100}:[^\s/@\"'<>]{3,200}@[A-Za-z0-9]",
        ),
    )
)
_PRIVATE_KEY = re.compile(r"-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY-----")
_NAMED = re.compile(
    r"(?:password|passwd|api[ _-]?key|secret[ _-]?key|access[ _-]?token|auth[ _-]?token|client[ _-]?secret)"
    r"[\"']?\s{0,3}(?:[:=]|\bis\b)\s{0,3}[\"']?([^\s\"',;]{8,200})",
    re.IGNORECASE,
)
# Documentation writes keys that are none: AKIAIOSFODNN7EXAMPLE, sk-xxxxxxxx, user:password@host.
_PLACEHOLDER = re.compile(
    r"example|xxx|your|placeholder|redacted|dummy|\*\*\*|\.\.\.|…|:(?:pass|passw|password|secret)@|[<>{}$]", re.I
)
_FEWEST_CHARACTERS = 8

SCREEN = (
    r"sk-[A-Za-z0-9_-]{20}|AKIA[0-9A-Z]{16}|ASIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|github_pat_|glpat-|xox[abeoprs]-|AIza|"
    r"hf_[A-Za-z0-9]{30}|[sr]k_(?:live|test)_|eyJ[A-Za-z0-9_-]{8}|[Bb]earer|://[^\s/:@]{1,200}:[^\s/@]{3,400}@|PRIVATE KEY-----|"
    r"(?i:password|passwd|api[ _-]?key|secret[ _-]?key|access[ _-]?token|auth[ _-]?token|client[ _-]?secret)"
)
"""For Rust's regex over a trace's JSON: it matches wherever `secrets` would find something, and a little more."""


def secrets(text: str) -> Iterator[Disclosed]:
    """What looks like a live secret, once for each place; placeholders are none."""
    for found in _PRIVATE_KEY.finditer(text):
        yield Disclosed(what="a private key", text=found.group(), start=found.start(), end=found.end())
    for what, form in _FORMS:
        for found in form.finditer(text):
            if _is_live(found.group()):
                yield Disclosed(what=what, text=found.group(), start=found.start(), end=found.end())
    for found in _NAMED.finditer(text):
        value = found.group(1)
        if _is_live(value):
            yield Disclosed(what="a password or key by name", text=value, start=found.start(1), end=found.end(1))


def _is_live(value: str) -> bool:
    """Random enough: digits among letters, and many different characters."""
    return (
        any(map(str.isdigit, value))
        and any(map(str.isalpha, value))
        and len(set(value)) >= _FEWEST_CHARACTERS
        and not _PLACEHOLDER.search(value)
    )
