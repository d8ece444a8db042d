"""What an account started and ended with, where an amount is told to have become another: "from $10,000 to $8,000"."""

import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.mentions import Mention
from validators.grounding.number_match import agrees
from validators.grounding.told_as import can_be
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.vocabulary.metric_vocabulary import MONEY_ENDS, PRICES_OF_TRADE
from validators.numbers.quantity import Quantity

_FEW = 100  # of what one unit of money became
_CAPITAL = frozenset({"initial_capital", "final_equity", "equity", "return", "total_return", "cagr", "profit"})
_FROM = re.compile(
    r"\b(?:from|took|takes|taking|carried|carries|brought|brings|moved|moves|lifted|lifts|pushed|turned|turns) (?:an? |the |your |its )?(?:about |roughly |some )?\W?$",
    re.IGNORECASE,
)
_SET_OFF = re.compile(r"[,:(–—] ?[*_]{0,2}$")  # "equity is up 9%, $10,000 to $10,900"
_IN_AND_OUT = re.compile(r"\s(?:in|invested|paid in|put in),?\s(?:and )?", re.IGNORECASE)
_OUT = re.compile(r"\s(?:out|back|at the end)\b", re.IGNORECASE)  # "$10,000 in, $16,137 out"
BECAME = re.compile(
    r"\s(?:(?:would |could |might |will )?(?:had |has |have )?(?:turned|grew|grown|went|gone|rose|risen|fell|fallen|shrank|shrunk|dwindled|swelled|down|up)?\s?(?:in)?to|became|becomes|had become|(?:would have |would |might have )?(?:end(?:ed|s)? up|become)(?: as| at| being)?)"
    r"\s(?:only |just |about |roughly )?|\s?(?:->|→)\s?",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    r"\b(?:leav(?:e|es|ing)|(?:at|in|by) the (?:very )?(?:end|close) (?:there|you|we|they|it)\s\w+(?: had)?) (?:about |just |only )?\W?$",
    re.IGNORECASE,
)
_IN_THE_ACCOUNT = re.compile(
    r" (?:in|on) (?:the|your|our|its) (?:\w+ )?(?:account|pot|kitty|bank|till)\b", re.IGNORECASE
)
# "the final $12,000", "the initial $10,000"
_END_OF_MONEY = re.compile(
    r"\b(?:(?P<final>final|ending|closing|terminal)|initial|starting|original|opening)"
    r"(?:\s(?:pot|stake|sum|amount|balance|capital|account|value|equity|wealth|portfolio|investment|fund|money|purse|cash)(?:\sof)?)?"
    r"\s(?:about |around |some )?\W?$",
    re.IGNORECASE,
)


# "valued at $10,000 at the outset was worth $8,000": which end of an account an amount is, by the words at it and at the one before
OPENED = re.compile(
    r"\b(?:open(?:s|ed)|start(?:s|ed|ing)?|began|begins|beginning|initial(?:ly)?|put in|invested|deposited|out of|(?:account|stake|sum|deposit|investment|portfolio|pot) of)\b[^.;\d]{0,20}$",
    re.IGNORECASE,
)
_OPENED_BEHIND = re.compile(
    r"\s(?:(?:(?:that |which )?(?:we|you|they|I|he|she|one) )?(?:went|was put|was paid|put|paid) in\b|(?:that |which )?(?:we|you|they|I|he|she|one) (?:invested|deposited|staked|committed|began with|started with)\b|at (?:the )?(?:outset|start|beginning|first|inception|open|opening)|initially|to (?:begin|start) with|on day one|when it (?:began|started))",
    re.IGNORECASE,
)
ENDED = re.compile(
    r"\b(?:worth|now|today|st(?:ood|ands?) at|end(?:s|ed|ing)?|clos(?:es|ed|ing)|finish\w*|bec[ao]me|grew|left|final|came out|comes out|remain\w*|looking at)\b",
    re.IGNORECASE,
)
_ENDED_WITH = re.compile(
    r"\b(?:(?:clos(?:es|ed|ing)|end(?:s|ed|ing)?|finish(?:es|ed|ing)?|w(?:ou|i)nds? up) (?:up )?(?:with|at|on|having|holding)|(?:be|are|is) looking at|(?:only|just) remain\w*)"
    r"(?:\s(?:about|roughly|around|some|just|only|nearly|almost|over|under|an?|the|total|of|assets?|balance|account|capital|value|portfolio|sum|pot|wealth|cash|money"
    r"|equity|worth)){0,5}\s\W?$",
    re.IGNORECASE,
)
# "$1,216 below where it had begun", "$900 more than we put in"
_FROM_THE_START = re.compile(
    r"\s(?:(?:below|above|under|over|short of|beyond|shy of)|(?:more|less|better|worse|richer|poorer|fewer|higher|lower) than)\s(?:where|what|when|the (?:amount|sum|money))?\s?"
    r"(?:(?:it|they|you|we|I|he|she|the (?:\w+ )?(?:account|stake|run|fund|portfolio|strategy|book))\s(?:had |have |has )?(?:began|begun|started|set out|opened|put in|paid in|invested|deposited|staked|went in)"
    r"|(?:the |its |your |our |their )?(?:opening|starting|initial|original) (?:\w+ )?(?:balance|capital|stake|sum|equity|value|amount|account|deposit|investment))\b",
    re.IGNORECASE,
)
# labels of a list: "- in: $250,000", "out: $300,000"
_LABELLED_END = re.compile(
    r"(?:^|\n|[;|]|[a-z\d%)]\.\s)[ \t>*_•-]*(?:(?P<final>out|now|end(?:ed)?|finish(?:ed)?)|in|put in|start(?:ed)?|open(?:ed)?)[*_]{0,2}[:=]\s?[*_]{0,2}\W?$",
    re.IGNORECASE,
)
# "made $900 on your $10,000"
_ON_STAKE = re.compile(
    r"\b(?:ma[dk]e|earn(?:ed|s)?|gain(?:ed|s)?|net(?:ted)?|profit|loss|lost|lose)\b[^.;]{0,40} on (?:your|our|my|an?|the|its|that) (?:initial |starting |original |opening )?(?:(?:stake|investment|capital|account|deposit) of )?\W?$",
    re.IGNORECASE,
)
# "the fee bill rises by $468, from $1,405": no account
_CHANGES = re.compile(
    r"\b(?:ris(?:es?|ing)|rose|fall(?:s|ing)?|fell|gr[eo]w\w*|climb\w*|drop\w*|increas\w*|decreas\w*|go(?:es|ing)?|went|jump\w*|rais\w+|lift\w+|push\w+|reduc\w+|lower\w*|cut\w*|doubl\w*|tripl\w*|halv\w*|chang\w*|mov(?:es?|ed|ing)|swell\w*|shr[aiu]nk\w*|up|down)\b",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\b(?:accounts?|capital|equity|balance|portfolio|money|stake|pot|it|you|we|they|strategy|model)\b|\ue000",
    re.IGNORECASE,
)
_A_UNIT = re.compile(
    r"\b(?:a|an|one|each|every) (?:single )?(?:buck|dollar|euro|pound|franc|unit)\b|[$€£]1(?![\d.,])", re.IGNORECASE
)
# "brokers were paid $900", "$900 went to the broker"
_BROKERS = r"(?:brokers?|brokerages?|exchanges?|market makers?|dealers?)\b"
_PAID_TO = re.compile(
    rf"\b{_BROKERS}[^.;\d]{{0,40}}\b(?:paid|got|gets?|received|receives?|collect(?:s|ed)|earn(?:s|ed)|took|takes?|pocket(?:s|ed)?|charg(?:es|ed)|kept|keeps?|handed)\s(?:about |some |roughly )?\W?$",
    re.IGNORECASE,
)
# "lost $402 to trading costs", "handed over $90 in commissions"
_SPENDS = re.compile(
    r"\b(?:los(?:es?|t|ing)|spen[dt]\w*|pa(?:id|ys?|ying)(?: out)?|hand(?:s|ed|ing)? over|g(?:ave|ives?|iving) up|shell(?:s|ed)? out|fork(?:s|ed)? out|cough(?:s|ed)? up|burn(?:s|ed|t)|shed)"
    r" (?:another |a further |about |around |some |roughly |just |only )?\W{0,3}$",
    re.IGNORECASE,
)
_ON_COSTS = re.compile(
    r" (?:to|on|in|as|for) (?:(?:the|its|your|trading|transaction|total) ){0,2}(?:fees|costs?|commissions?|charges|brokers?|(?P<slippage>slippage))\b",
    re.IGNORECASE,
)


def _is_money(quantity: Quantity) -> bool:
    """Whether a number is an amount, be it without a currency: "10k went to $35,458"."""
    return quantity.kind == "money" or (quantity.kind in ("plain", "count") and quantity.scale > 1)


def went_from(text: str, first: Quantity, last: Quantity) -> bool:
    """Whether an amount is told to have become the next one: "from $10,000 to $8,000"."""
    gap = text[first.end : last.start]
    if _IN_AND_OUT.fullmatch(gap) and _OUT.match(text, last.end):
        return True
    begins = gap.strip() != "to" or _FROM.search(text, max(0, first.start - 20), first.start)
    to = bool(begins) or _SET_OFF.search(text, max(0, first.start - 4), first.start) is not None
    return to and BECAME.fullmatch(gap) is not None


def end_of_money(
    text: str, index: ToolIndex, numbers: Sequence[Quantity], place: int, own: Sequence[Mention]
) -> str | None:
    """What the account started or ended with, where an amount is said to have become another: "from $10,000 to $8,000"."""
    quantity = numbers[place]
    if not _is_money(quantity):
        return None
    spends = _SPENDS.search(text, max(0, quantity.start - 36), quantity.start) is not None
    spent = _ON_COSTS.match(text, quantity.end) if spends else None
    if spent and spent["slippage"] and "slippage" in index.held:
        return "slippage"
    if spent or _PAID_TO.search(text, max(0, quantity.start - 80), quantity.start):
        return "fees_paid"
    if _FROM_THE_START.match(text, quantity.end):
        return "profit"
    if _ON_STAKE.search(text, max(0, quantity.start - 80), quantity.start):
        return "initial_capital"
    if quantity.value < _FEW and _A_UNIT.search(text, max(0, quantity.start - 40), quantity.start):
        return "equity_multiple"  # "turned a dollar into $1.18"
    if _ENDED_WITH.search(text, max(0, quantity.start - 70), quantity.start):
        return "final_equity"
    if _IN_THE_ACCOUNT.match(text, quantity.end) and _LEAVES.search(text, max(0, quantity.start - 40), quantity.start):
        return "final_equity"
    if not index.held >= MONEY_ENDS:
        return _price_of_trade(text, index, numbers, place)
    end = _END_OF_MONEY.search(text, max(0, quantity.start - 24), quantity.start) or _LABELLED_END.search(
        text, max(0, quantity.start - 24), quantity.start
    )
    if end is not None:
        return "final_equity" if end["final"] else "initial_capital"
    other = any(mention.means.isdisjoint(_CAPITAL) and can_be(quantity, mention.name) for mention in own)
    for first, last, is_first in _amounts_beside(numbers, place):
        metric = "initial_capital" if is_first else "final_equity"
        if _is_of_another(text, first, own):
            continue
        if went_from(text, first, last):
            return "final_equity" if _is_of_ends(index, first, own) else metric
        if (
            not other
            and ENDED.search(text[first.end : last.start])
            and (OPENED.search(text, max(0, first.start - 40), first.start) or _OPENED_BEHIND.match(text, first.end))
        ):
            return metric
    return None


def _amounts_beside(numbers: Sequence[Quantity], place: int) -> Iterator[tuple[Quantity, Quantity, bool]]:
    """A number with the amount behind it, and with the one before it; whether it is the first of the two."""
    for left in (place, place - 1):
        two = numbers[left : left + 2] if left >= 0 else ()
        if len(two) == 2 and all(map(_is_money, two)):
            yield two[0], two[1], left == place


def _is_of_ends(index: ToolIndex, first: Quantity, own: Sequence[Mention]) -> bool:
    """Whether an amount that becomes another is what one run ended with, and the other what the next did: "ending equity goes from $405k at
    2 bps to $364k"."""
    before = [mention for mention in own if mention.end <= first.start]
    named = bool(before) and before[-1].means == frozenset({"final_equity"})
    return named and not any(agrees(first, start.value) for start in index.by_metric.get("initial_capital", ()))


def _is_of_another(text: str, first: Quantity, own: Sequence[Mention]) -> bool:
    """Whether an amount that goes from one to another is what was named last before it, which is none of an account."""
    before = [mention for mention in own if mention.end <= first.start]
    if (
        not before
        or not before[-1].means.isdisjoint(_CAPITAL)
        or not any(can_be(first, name) for name in before[-1].means)
    ):
        return False
    told = text[max(0, before[-1].start - 24) : first.start]
    return _CHANGES.search(told) is not None and _ACCOUNT.search(text, before[-1].end, first.start) is None


def _price_of_trade(text: str, index: ToolIndex, numbers: Sequence[Quantity], place: int) -> str | None:
    """At what a trade was opened or closed, where one price is told to have become another."""
    if not index.held >= PRICES_OF_TRADE:
        return None
    for first, last, is_first in _amounts_beside(numbers, place):
        if went_from(text, first, last):
            return "entry_price" if is_first else "exit_price"
    return None
