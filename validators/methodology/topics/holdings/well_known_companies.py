"""Companies that everybody calls by their names, and the symbols that their shares trade under."""

import re
from collections.abc import Iterable, Iterator

_NAMES = {
    "aapl": r"apple", "msft": r"microsoft", "nvda": r"nvidia", "amzn": r"amazon", "googl": r"google|alphabet", "meta": r"meta platforms|facebook",
    "tsla": r"tesla", "nflx": r"netflix", "intc": r"intel", "amd": r"amd", "avgo": r"broadcom", "qcom": r"qualcomm", "csco": r"cisco",
    "ibm": r"ibm", "crm": r"salesforce", "adbe": r"adobe", "ko": r"coca[- ]cola|coke", "pep": r"pepsi(?:co)?", "pg": r"procter(?: (?:&|and) gamble)?",
    "cl": r"colgate(?:-palmolive)?", "kmb": r"kimberly-clark", "gis": r"general mills", "mdlz": r"mondel[eē]z", "hsy": r"hershey", "khc": r"kraft heinz",
    "mo": r"altria", "pm": r"philip morris", "nesn": r"nestl[eé]", "jnj": r"johnson (?:&|and) johnson", "pfe": r"pfizer", "mrk": r"merck", "unh": r"unitedhealth",
    "xom": r"exxon(?: ?mobil)?", "cvx": r"chevron", "wmt": r"walmart", "cost": r"costco", "hd": r"home depot", "mcd": r"mcdonald's", "sbux": r"starbucks",
    "nke": r"nike", "dis": r"(?:walt )?disney", "ba": r"boeing", "lmt": r"lockheed(?: martin)?", "cat": r"caterpillar", "ge": r"general electric",
    "gm": r"general motors", "jpm": r"jp ?morgan", "gs": r"goldman(?: sachs)?", "bac": r"bank of america", "wfc": r"wells fargo", "c": r"citigroup",
    "ms": r"morgan stanley", "ma": r"mastercard", "v": r"visa", "t": r"at&t", "vz": r"verizon",
}  # fmt: skip
_OPTIONAL = re.compile(r"\(\?:[^)]*\)\??")
_SHARED = {"goog": "googl", "fb": "meta"}
_COMPANY = re.compile(
    rf"(?<![\w-])(?:{'|'.join(f'(?P<{symbol}>{words})' for symbol, words in _NAMES.items())})(?![\w-])"
)


def companies_in(text: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where folded words name well-known companies."""
    for match in _COMPANY.finditer(text):
        yield match.start(), match.end(), frozenset([f"company:{match.lastgroup}"])


def companies_of(symbols: Iterable[str]) -> frozenset[str]:
    """The well-known companies that listed symbols stand for."""
    names = (_SHARED.get(symbol, symbol) for symbol in symbols)
    return frozenset(f"company:{name}" for name in names if name in _NAMES)


def names_of(symbol: str) -> str:
    """What the company behind a symbol is called; empty where it is not well known."""
    words = _NAMES.get(_SHARED.get(symbol.lower(), symbol.lower()), "")
    return _OPTIONAL.sub("", words).replace("[- ]", "-").replace("|", ", ")
