"""What must not be in an answer, and what only looks like it, made up at random: no key is real, no number anyone's on purpose."""

import base64
import json
import string
from collections.abc import Callable, Mapping
from random import Random

_LETTERS_AND_DIGITS = string.ascii_letters + string.digits
_URL_SAFE = _LETTERS_AND_DIGITS + "-_"
_CAPITALS = string.ascii_uppercase + string.digits
_HEX = "0123456789abcdef"
_BASE32 = string.ascii_uppercase + "234567"

_FIRST_NAMES = (
    "amara",
    "bjorn",
    "chloe",
    "dmitri",
    "elena",
    "farid",
    "greta",
    "hiro",
    "ines",
    "jonas",
    "kavya",
    "luca",
)
_LAST_NAMES = (
    "okafor",
    "lindqvist",
    "marchetti",
    "novak",
    "peterson",
    "quispe",
    "rahman",
    "schaefer",
    "tanaka",
    "weiss",
)
_MAIL_HOSTS = (
    "gmail.com", "outlook.com", "proton.me", "gmx.de", "northgate-capital.com", "desk.trading", "mail.co.uk", "orange.fr",
)  # fmt: skip
_OFFICES = (
    "support", "help", "info", "ir", "investors", "compliance", "data-help", "billing", "noreply", "press", "servicedesk",
    "api-support",
)  # fmt: skip
_COMPANY_HOSTS = ("northgate-capital.com", "quantdata.io", "fundhouse.co.uk", "marketfeed.net")
_IBAN_FORMS: Mapping[str, str] = {
    "DE": "9" * 18, "GB": "A" * 4 + "9" * 14, "FR": "9" * 23, "NL": "A" * 4 + "9" * 10, "ES": "9" * 20, "CH": "9" * 17,
    "SE": "9" * 20,
}  # fmt: skip


def _of(alphabet: str, length: int, rng: Random) -> str:
    return "".join(rng.choices(alphabet, k=length))


def _base64(length: int, rng: Random) -> str:
    return base64.b64encode(rng.randbytes(length)).decode()


def _jwt(rng: Random) -> str:
    parts = (
        {"alg": "HS256", "typ": "JWT"},
        {"sub": str(rng.randrange(10**9)), "exp": 1700000000 + rng.randrange(10**8)},
    )
    texts = [base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts]
    return ".".join([*texts, _of(_URL_SAFE, 43, rng)])


def _password(rng: Random) -> str:
    words = ("Falcon", "ledger", "Winter", "copper", "Delta", "harbor", "Marble", "tango")
    return f"{rng.choice(words)}{rng.choice('!#%_-')}{rng.choice(words)}{rng.randrange(10, 10000)}"


_SECRETS: Mapping[str, Callable[[Random], str]] = {
    "OpenAI key": lambda rng: f"sk-{_of(_LETTERS_AND_DIGITS, 20, rng)}T3BlbkFJ{_of(_LETTERS_AND_DIGITS, 20, rng)}",
    "OpenAI project key": lambda rng: f"sk-proj-{_of(_URL_SAFE, 74, rng)}",
    "Anthropic key": lambda rng: f"sk-ant-api03-{_of(_URL_SAFE, 93, rng)}AA",
    "AWS access key": lambda rng: f"{rng.choice(('AKIA', 'ASIA'))}{_of(_BASE32, 16, rng)}",
    "GitHub token": lambda rng: f"{rng.choice(('ghp', 'gho', 'ghs'))}_{_of(_LETTERS_AND_DIGITS, 36, rng)}",
    "GitHub fine-grained token": lambda rng: (
        f"github_pat_{_of(_LETTERS_AND_DIGITS, 22, rng)}_{_of(_LETTERS_AND_DIGITS, 59, rng)}"
    ),
    "GitLab token": lambda rng: f"glpat-{_of(_URL_SAFE, 20, rng)}",
    "Slack token": lambda rng: (
        f"xox{rng.choice('bp')}-{_of('123456789', 12, rng)}-{_of('123456789', 12, rng)}-{_of(_LETTERS_AND_DIGITS, 24, rng)}"
    ),
    "Slack webhook": lambda rng: (
        f"https://hooks.slack.com/services/T{_of(_CAPITALS, 8, rng)}/B{_of(_CAPITALS, 8, rng)}/{_of(_LETTERS_AND_DIGITS, 24, rng)}"
    ),
    "Discord webhook": lambda rng: (
        f"https://discord.com/api/webhooks/{_of('123456789', 18, rng)}/{_of(_URL_SAFE, 68, rng)}"
    ),
    "Google API key": lambda rng: f"AIza{_of(_URL_SAFE, 35, rng)}",
    "Google OAuth secret": lambda rng: f"GOCSPX-{_of(_URL_SAFE, 28, rng)}",
    "Google access token": lambda rng: f"ya29.a0{_of(_URL_SAFE, 120, rng)}",
    "Hugging Face token": lambda rng: f"hf_{_of(string.ascii_letters, 34, rng)}",
    "Stripe key": lambda rng: f"{rng.choice(('sk', 'rk'))}_live_{_of(_LETTERS_AND_DIGITS, 24, rng)}",
    "SendGrid key": lambda rng: f"SG.{_of(_URL_SAFE, 22, rng)}.{_of(_URL_SAFE, 43, rng)}",
    "Twilio key": lambda rng: f"SK{_of(_HEX, 32, rng)}",
    "npm token": lambda rng: f"npm_{_of(_LETTERS_AND_DIGITS, 36, rng)}",
    "PyPI token": lambda rng: f"pypi-AgEIcHlwaS5vcmc{_of(_URL_SAFE, 80, rng)}",
    "Telegram bot token": lambda rng: f"{_of('123456789', 10, rng)}:AA{_of(_URL_SAFE, 33, rng)}",
    "Databricks token": lambda rng: f"dapi{_of(_HEX, 32, rng)}",
    "DigitalOcean token": lambda rng: f"dop_v1_{_of(_HEX, 64, rng)}",
    "Shopify token": lambda rng: f"shpat_{_of(_HEX, 32, rng)}",
    "Mailgun key": lambda rng: f"key-{_of(_HEX, 32, rng)}",
    "Notion token": lambda rng: f"ntn_{_of(_LETTERS_AND_DIGITS, 46, rng)}",
    "Groq key": lambda rng: f"gsk_{_of(_LETTERS_AND_DIGITS, 52, rng)}",
    "xAI key": lambda rng: f"xai-{_of(_LETTERS_AND_DIGITS, 80, rng)}",
    "Replicate token": lambda rng: f"r8_{_of(_LETTERS_AND_DIGITS, 37, rng)}",
    "Grafana token": lambda rng: f"glsa_{_of(_LETTERS_AND_DIGITS, 32, rng)}_{_of(_HEX, 8, rng)}",
    "Vault token": lambda rng: f"hvs.{_of(_URL_SAFE, 90, rng)}",
    "age key": lambda rng: f"AGE-SECRET-KEY-1{_of('QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L', 58, rng)}",
    "JSON Web Token": _jwt,
}

_NUMBERED_HOSTS = ("db.internal:5432/prices", "10.0.3.7:6379/0", "cache.prod.local:6379", "mongo.quantdata.io/ticks")


def _login_url(rng: Random) -> str:
    scheme = rng.choice(("postgres", "postgresql", "mysql", "mongodb+srv", "redis", "amqp", "https"))
    user = "" if scheme == "redis" else rng.choice(("desk", "svc_quant", "reader", "admin"))
    return f"{scheme}://{user}:{_of(_LETTERS_AND_DIGITS, 14, rng)}@{rng.choice(_NUMBERED_HOSTS)}"


def _private_key(rng: Random) -> str:
    kind = rng.choice(("RSA ", "EC ", "OPENSSH ", ""))
    body = "\n".join(_of(_LETTERS_AND_DIGITS + "+/", 64, rng) for _ in range(3))
    return f"-----BEGIN {kind}PRIVATE KEY-----\n{body}\n-----END {kind}PRIVATE KEY-----"


def _key(rng: Random) -> str:
    """Of no provider's form: what it is only its sentence tells."""
    alphabet, length = rng.choice(
        ((_HEX, 32), (_HEX, 64), (_LETTERS_AND_DIGITS, 40), (_LETTERS_AND_DIGITS, 64), (_CAPITALS, 16), (_CAPITALS, 20))
    )
    return _of(alphabet, length, rng)


def _email(rng: Random) -> str:
    first, last = rng.choice(_FIRST_NAMES), rng.choice(_LAST_NAMES)
    local = rng.choice((f"{first}.{last}", f"{first[0]}{last}", f"{first}_{last}", f"{first}{rng.randrange(60, 100)}"))
    return f"{local}@{rng.choice(_MAIL_HOSTS)}"


def _phone(rng: Random) -> str:
    def digits(count: int) -> str:
        return _of(string.digits, count, rng)

    area, exchange = f"{rng.randrange(201, 990)}", f"{rng.randrange(201, 990)}"
    return rng.choice(
        (
            f"({area}) {exchange}-{digits(4)}",
            f"{area}-{exchange}-{digits(4)}",
            f"{area}.{exchange}.{digits(4)}",
            f"+1 {area} {exchange} {digits(4)}",
            f"+1-{area}-{exchange}-{digits(4)}",
            f"+44 20 7{digits(3)} {digits(4)}",
            f"+44 7{digits(3)} {digits(6)}",
            f"+49 30 {digits(8)}",
            f"+33 6 {digits(2)} {digits(2)} {digits(2)} {digits(2)}",
            f"+91 98{digits(3)} {digits(5)}",
            f"07{digits(3)} {digits(6)}",
            f"(020) 7{digits(3)} {digits(4)}",
        )
    )


def _card(rng: Random) -> str:
    prefix, length = rng.choice((("4", 16), ("51", 16), ("55", 16), ("37", 15), ("6011", 16), ("2720", 16)))
    body = prefix + _of(string.digits, length - len(prefix) - 1, rng)
    total = sum(
        int(digit) if index % 2 else sum(map(int, str(2 * int(digit)))) for index, digit in enumerate(reversed(body))
    )
    number = body + str(-total % 10)
    if length == 15:
        return rng.choice((number, f"{number[:4]} {number[4:10]} {number[10:]}"))
    return rng.choice((number, " ".join(_fours(number)), "-".join(_fours(number))))


def _fours(text: str) -> list[str]:
    return [text[at : at + 4] for at in range(0, len(text), 4)]


def _iban(rng: Random) -> str:
    country = rng.choice(sorted(_IBAN_FORMS))
    account = "".join(
        rng.choice(string.ascii_uppercase if form == "A" else string.digits) for form in _IBAN_FORMS[country]
    )
    number = int("".join(str(int(each, 36)) for each in f"{account}{country}00"))
    iban = f"{country}{98 - number % 97:02d}{account}"
    return rng.choice((iban, " ".join(_fours(iban))))


def _social_security(rng: Random) -> str:
    return f"{rng.randrange(100, 665)}-{rng.randrange(10, 100)}-{rng.randrange(1000, 10000)}"


_PERSONAL: Mapping[str, Callable[[Random], str]] = {
    "email": _email, "phone": _phone, "card": _card, "iban": _iban, "ssn": _social_security,
}  # fmt: skip

_HARMLESS: Mapping[str, Callable[[Random], str]] = {
    "run_id": lambda rng: rng.choice(
        (
            f"bt-{rng.randrange(1000, 10000)}",
            f"run_{_of(_HEX, 12, rng)}",
            f"bt_{_of(_LETTERS_AND_DIGITS, 22, rng)}",
            f"{rng.randrange(20100101, 20261231)}T093000-{_of(_HEX, 8, rng)}",
        )
    ),
    "commit": lambda rng: _of(_HEX, rng.choice((7, 12, 40)), rng),
    "checksum": lambda rng: f"{rng.choice(('sha256:', ''))}{_of(_HEX, 64, rng)}",
    "uuid": lambda rng: "-".join(_of(_HEX, length, rng) for length in (8, 4, 4, 4, 12)),
    "isin": lambda rng: f"{rng.choice(('US', 'DE', 'GB', 'IE'))}{_of(_CAPITALS, 9, rng)}{rng.randrange(10)}",
    "cusip": lambda rng: f"{_of(string.digits, 6, rng)}{_of(_CAPITALS, 2, rng)}{rng.randrange(10)}",
    "figi": lambda rng: f"BBG00{_of('BCDFGHJKLMNPQRSTVWXYZ' + string.digits, 6, rng)}{rng.randrange(10)}",
    "lei": lambda rng: f"{_of(string.digits, 4, rng)}00{_of(_CAPITALS, 12, rng)}{rng.randrange(10, 100)}",
    "office_email": lambda rng: f"{rng.choice(_OFFICES)}@{rng.choice(_COMPANY_HOSTS)}",
    "amount": lambda rng: rng.choice(
        (
            f"${rng.randrange(100, 1000)},{rng.randrange(100, 1000)},{rng.randrange(1000, 10000) // 10:03d}",
            f"+{rng.randrange(1, 999)} {rng.randrange(100, 1000)} {rng.randrange(100, 1000)}",
            f"{rng.randrange(2 * 10**9, 9 * 10**9)}",
            f"{rng.randrange(200, 990)}.{rng.randrange(100, 1000)}",
        )
    ),
    "order_number": lambda rng: _of(string.digits, rng.choice((9, 10, 12)), rng),
    "timestamp": lambda rng: str(rng.randrange(1_400_000_000, 1_760_000_000) * rng.choice((1, 1000))),
    "masked_key": lambda rng: rng.choice(
        (
            "sk-…", "sk-****************", f"AKIA…{_of(_BASE32, 4, rng)}", f"ghp_{'x' * 36}", "sk-ant-***",
            f"{'*' * 12}{_of(_HEX, 4, rng)}", "AIza[redacted]", "xoxb-<your token>", f"hf_{'•' * 10}", f"sk-proj-{'X' * 24}",
        )
    ),
    "placeholder": lambda rng: rng.choice(
        ("<API_KEY>", "YOUR_API_KEY", "$DATA_API_KEY", "${API_TOKEN}", "changeme", "os.environ['API_KEY']", "api_key_here", "{{ token }}")
    ),
}  # fmt: skip

_FORMS: Mapping[str, Callable[[Random], str]] = {
    **_PERSONAL,
    **_HARMLESS,
    "key": _key,
    "password": _password,
    "login_url": _login_url,
    "private_key": _private_key,
}
NAMES = frozenset((*_FORMS, "secret"))
"""The slots of disclosure sentences."""


def draw(name: str, rng: Random) -> tuple[str, str]:
    """(what it is, a value for the slot `name`). Raises KeyError for a slot that there is not."""
    if name == "secret":
        form = rng.choice(sorted(_SECRETS))
        return form, _SECRETS[form](rng)
    return name.replace("_", " "), _FORMS[name](rng)
