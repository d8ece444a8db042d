"""Parts of what trading costs besides the fee on a trade, clause by clause: whether each is charged, and how much it is."""

import re
from collections.abc import Iterator

from validators.methodology.claims import Stated
from validators.methodology.topics.amounts import NUMBER, fraction, number
from validators.methodology.topics.costs.charge_amounts import AMOUNT, fee_of
from validators.methodology.topics.practice import Practice

_CONTRACT = r"(?:forwards?|futures?|contracts?|positions?)"
_PART = re.compile(
    rf"\b(?:(?P<roll>(?<!track )rolls?(?! (?:yields?|returns?|dates?|days?|adjust\w*)\b)|rolling(?= (?:over )?(?:of )?(?:(?:the|an?|its|each|every|into|unchanged|one) ){{0,3}}(?:next |front |open |one-month |unchanged )?{_CONTRACT})|rolled(?= by\b))"
    r"|(?P<slippage>slippage|market impact)|(?P<spread>(?:bid[ -](?:ask|offer) )?spreads?)"
    r"|(?P<lent>borrow(?:ing|s|ed)?(?= (?:the |its |any |of |in )*(?:stocks?|shares?|securities|shorts?|silver|gold|etfs?)\b)|(?:stock|share|securities)[ -](?:borrow(?:ing)?|lending|loans?)|(?:stocks?|shares|securities|shorts)(?: [\w-]+){0,4}? (?:is|are|be|being) borrowed|borrow(?:ing)? (?:fees?|costs?|charges?|rates?)|lending (?:fees?|charges?|costs?)"
    r"|shorts?(?: positions?)?(?= (?:carry|carries|bears?|pays?|costs?|incurs?)\b)|(?<=to )borrow|(?<=the )borrow\b|borrowing(?= (?:is|was|comes|costs)\b)|(?<!and )(?<!any )borrow(?= charge)|(?<=for )borrowing)"
    r"|(?P<storage>storage|(?<=to )store|vaults?|vaulting|safekeeping|custody)"
    r"|(?P<duty>stamp dut(?:y|ies)(?! (?:\w+ )?(?:on|for) (?!(?:the |any |its |all )?(?:uk|british|english|london|purchas\w*|buy\w*|stocks?|shares?|trades?)\b))))\b"
)
_SET_ASIDE = re.compile(r"\b(?:before|excluding|without|besides|apart from|net of|not counting) (?:any |the |all )?$")
_CLAUSE = re.compile(
    r"[;:()]|,(?! ?\d)|\.\s|\b(?:while|whereas|but|although|though|besides|and (?=(?:the|an?|each|its|rolls?|rolling|borrow\w*|slippage|stock|shorts?|gold|storage|\w+ \w+ing)\b))"
)
_FREE = r"(?:free(?: of (?:charge|costs?|fees?))?|for (?:free|nothing)|costless|exempt\w*|gratis|uncharged|waived|spared|ignored|neglected|omitted|overlooked|disregarded|forgotten|left (?:out|aside|at (?:zero|nil|nothing))|assumed away|wished away|un-?modell?ed|unaccounted|absent|missing|zero|nil|none|excluded)"
_IS_FREE = re.compile(
    rf"\b(?:(?:is|are|was|were|be|being|been|gets?|got|goes?|go|comes?|stays?|remains?|as|taken|treated|assumed|at)(?: (?:\w+ly|treated|taken|assumed|simply|just|all|both|been|to be|as|at|by))*|having been) (?P<free>{_FREE})\b"
    r"|\b(?:costs?|costing|charged|billed|pays?|bears?|adds?|incurs?|attracts?|carr(?:y|ies)) (?:\w+ )?(?:nothing|no(?:ne)?\b)"
    r"|\b(?:without|free of|no|not any|nor any|neither|zero|nil) (?:\w+ ){0,2}?(?=(?:fees?|costs?|charges?|slippage|stamp|market impact|rolls? |borrow\w* |storage|stock|lending|custody))"
    r"|(?:\b(?:not|never)|n't) (?:\w+ ){0,2}?(?:charged?|billed?|costs?|added|modell?ed|included?|deducted|counted|accounted|considered|taken|applied|levied|paid|incurs?|pay|bears?)\b"
    r"|\b(?:ignor(?:es?|ing)|neglect(?:s|ing)?|omit(?:s|ting)?|overlook(?:s|ing)?|disregard(?:s|ing)?|exclud(?:es?|ing)|skips?|forgets?|assum(?:es?|ing) (?:no|zero|away)|(?:does|do)(?:n't| not) (?:charge|model|add|include|count|book|deduct|cost))\b"
    r"|\bnothing (?:(?:further|more|extra|else) )?(?:is |was |gets )?(?:charged|deducted|added|paid|booked|billed|allowed|taken)\b"
)
_OF_ONE_SIDE = (
    re.compile(r"\blong (?:book|side|leg|positions?)\b|\blongs\b"),
    re.compile(r"\b(?:sell(?:s|ing)?|sales?|sold)\b"),
)
_NOT_FREE = re.compile(r"(?:\b(?:not|never|hardly|far from|anything but)|n't) (?:\w+ly |treated as |assumed to be )*$")
_CHARGED = re.compile(
    r"\b(?:costs?|costing|charg(?:es?|ed)|pa(?:ys?|id|ying)|bears?|borne|fees?|billed|incurs?|incurred|adds?|added|deducted|booked|levied|included|modell?ed|counts? as|takes?|lost to|loses?|gives? up|subject to)\b|\d ?(?:bps?\b|%)|\bbasis points?\b|\bticks?\b"
)
_TICKS = re.compile(
    rf"\b(?P<n>half an? |half of an? |an? (?:full |whole |quarter of a |single )?|one (?:full |whole )?|(?:{NUMBER}) |(?:a|one) (?:half|quarter|third) (?:of an? )?)(?P<quarter>quarter )?ticks?\b"
)
_TICK_A_SIDE = re.compile(
    rf"{_TICKS.pattern}(?= (?:is|per|a|each|for each|on each|every) (?:side|way|fill|trade|given up|lost|charged|deducted|added)\b|\W*$)"
)
_SPLIT = re.compile(  # "1 for commission and 2 of slippage"
    rf"\b(?P<n>{NUMBER}) (?:(?:bps?|basis points?) )?(?:(?:is|are|being) )?(?:for|of) (?:the )?(?P<kind>commissions?|slippage|impact)\b"
)
_KINDS = {"comm": "commission", "slip": "slippage", "impa": "slippage"}
_TOGETHER = re.compile(
    r"\b(?:together|total|all-in|sum|includ\w*|combined|commissions?|both|round[- ]trips?|cover\w*|taker|fee)\b"
)
_NAMES = {
    "roll": "costs of rolling",
    "slippage": "slippage",
    "spread": "costs of the spread",
    "lent": "borrow fees",
    "storage": "costs of storage",
    "duty": "stamp duty",
}


def parts_of_cost(text: str) -> Iterator[Stated]:
    """The parts of the cost that a passage says are charged, or free, and how much is charged for one."""
    begin = 0
    for stop in [match.start() for match in _CLAUSE.finditer(text)] + [len(text)]:
        parts: list[re.Match[str]] = [
            part for part in _PART.finditer(text, begin, stop) if not _SET_ASIDE.search(text, begin, part.start())
        ]
        tick = None if parts or _TOGETHER.search(text, begin, stop) else _TICK_A_SIDE.search(text, begin, stop)
        if tick and (tick.end() < stop):
            yield from _slippage(tick)
        names = {_NAMES[part.lastgroup or ""] for part in parts}
        if len(names) == 1:
            yield from _told(text, parts[0], begin, stop)
        begin = stop
    if "bp" in text or "basis point" in text:
        for split in _SPLIT.finditer(text):
            name, size = _KINDS[split["kind"][:4]], number(split["n"])
            if size:
                yield Stated(start=split.start(), end=split.end(), value=_sized(name, f"{size:g} bps"))


def _slippage(tick: re.Match[str]) -> Iterator[Stated]:
    yield Stated(start=tick.start(), end=tick.end(), value=Practice(name="slippage"))
    if size := _ticks(tick["n"]):
        yield Stated(start=tick.start(), end=tick.end(), value=_sized("slippage", f"{size:g} ticks"))


def _sized(name: str, amount: str) -> Practice:
    return Practice(name=f"{name}: {amount}", among=f"amount of {name}")


def _told(text: str, part: re.Match[str], begin: int, stop: int) -> Iterator[Stated]:
    name = _NAMES[part.lastgroup or ""]
    free = next(
        (found for found in _IS_FREE.finditer(text, begin, stop) if not _NOT_FREE.search(text, begin, found.start())),
        None,
    )
    if free is not None:
        if not _OF_ONE_SIDE[name == "stamp duty"].search(text):
            first, last = min(free.start(), part.start()), max(free.end(), part.end())
            yield Stated(start=first, end=last, value=Practice(name=name), asserted=False)
        return
    if name != "slippage" and _CHARGED.search(text, begin, stop):
        yield Stated(start=part.start(), end=part.end(), value=Practice(name=name))
    amount = _amount(text, begin, stop)
    if amount and not _TOGETHER.search(text, begin, stop):
        yield Stated(start=part.start(), end=part.end(), value=_sized(name, amount))


def _amount(text: str, begin: int, stop: int) -> str:
    """The only amount of a clause, in one way of writing; "" where there is none, or several."""
    found = [f"{value:g} ticks" for match in _TICKS.finditer(text, begin, stop) if (value := _ticks(match["n"]))]
    for match in AMOUNT.finditer(text, begin, stop):
        fee = None if match["bare"] or match["zero"] else fee_of(match, text)
        if fee is not None:
            found.append(f"{fee.bps:g} bps" if fee.bps is not None else f"{fee.money:g}")
    return found[0] if len(set(found)) == 1 else ""


def _ticks(words: str) -> float | None:
    said = words.strip()
    if said.startswith("half"):
        return 0.5
    share = fraction(said.removesuffix(" a").removesuffix(" of"))
    if share is not None:
        return share
    if said.split()[0] in ("a", "an", "one"):
        return 1.0
    return number(said)
