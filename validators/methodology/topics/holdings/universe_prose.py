"""What a document's text says of its universe, besides the fact."""

import re
from collections.abc import Iterable
from functools import lru_cache

from data.methodology import MethodologyDocument
from validators.methodology.passages import fold
from validators.methodology.topics.holdings.markets import classes_in, kinds_of, mentions_kind
from validators.methodology.topics.holdings.member_counts import COUNT, size_of
from validators.methodology.topics.holdings.symbol_glosses import told_of_holdings
from validators.methodology.topics.holdings.universe_members import (
    CLASSES,
    HELD_AS_SHARES,
    KEY,
    SHARES_ALONE,
    SPECIAL,
    Universe,
    of_aspect,
)

_COUNTED = frozenset(
    ["class:crypto", "class:fx", "class:future", "class:commodity", "class:fund", "class:option", "class:bond"]
)
_RARE = frozenset(["class:bond", "class:commodity"])

LEAVING_OUT = re.compile(
    r"[^,;.()]*\b(?:is|are|was|were) (?:\w+ )?(?:left out|excluded|ignored|avoided|omitted|barred|not (?:traded|included|used|held|part|allowed))\b[^;.]*|\b(?:no|not|never|without|excluding|excl\.?|except(?: for)?|ex|but not|other than) [^,;.()]*"
)

_VERB = r"\b(?:is|are|was|were|has|have|with|only|trades?|holds?|covers?|includ\w+|come|comes)\b"
STRONGLY_OUT = re.compile(
    rf"(?:(?!{_VERB})[^.;:()])* (?:is|are|was|were|has been|have been) (?:left out|excluded|barred|omitted|outside|not (?:traded|included|held|eligible|allowed)|never (?:traded|held))\b"
    rf"|(?:(?!{_VERB})[^,.;:()])*\b(?:left out|excluded|barred|omitted|outside)\b"
)


def without_tickers(tickers: Iterable[str], text: str) -> str:
    for ticker in tickers:
        text = re.sub(rf"\b{re.escape(ticker)}\b", " ", text)
    return text


_GOODS = (
    (re.compile(r"\benergy\b"), frozenset(["good:oil", "good:gas", "good:power", "good:energy"])),
    (re.compile(r"\bmetals\b"), frozenset(["good:gold", "good:silver", "good:metal"])),
    (re.compile(r"\b(?:agri\w*|crops|farm\w*)\b"), frozenset(["good:grain", "good:soft", "good:agri"])),
)


def with_members(goods: frozenset[str], fact: str) -> frozenset[str]:
    """The goods of a fact with those that belong to a group it names ("energy, metals and crops")."""
    return goods.union(*(members for group, members in _GOODS if group.search(kept(fact))))


def is_left_out(stated: Universe, document: MethodologyDocument) -> bool:
    """Whether a document names goods only to say that they are left out."""
    goods = of_aspect(stated.kinds, "good")
    return bool(goods) and not any(mentions_kind(kept(told_of_holdings(document)), kind) for kind in goods)


@lru_cache(maxsize=4096)
def kept(told: str) -> str:
    """A text without what it says to leave out."""
    return LEAVING_OUT.sub(" ", STRONGLY_OUT.sub(" ", told))


def is_foreign(kinds: frozenset[str], fact: Universe, document: MethodologyDocument) -> bool:
    """Whether a document whose tickers nobody knows speaks nowhere of such securities."""
    text = told_of_holdings(document)
    indices = of_aspect(kinds, "index")
    special = (kinds & SPECIAL) | indices | of_aspect(kinds, "good") | of_aspect(kinds, "size")
    special |= kinds & _RARE
    if not re.search(r"\w\.\w", str(document.facts.get(KEY, ""))):  # an exchange's suffix tells where it lies
        special |= {kind for kind in of_aspect(kinds, "region") if kind not in ("region:us", "region:uk")}
    if "class:commodity" in classes_in(text):
        special = frozenset(kind for kind in special if not kind.startswith("good"))  # any may be of its commodities
    if any(not mentions_kind(text, kind) for kind in special):
        return True
    ours = kinds & CLASSES
    theirs = classes_in(text.replace(fold(document.title), " "))  # "Copper finch" deals in no copper
    if not theirs:
        return len(ours) > 2
    if any(mentions_kind(text, kind) for kind in ours):
        return False
    return bool(ours and not ours & theirs and not (ours == SHARES_ALONE and theirs & HELD_AS_SHARES))


def is_told_of(stated: Universe, document: MethodologyDocument) -> bool:
    """Whether the prose of a document that lists its tickers tells that they are of the kind that is named."""
    text = told_of_holdings(document)
    if goods := of_aspect(stated.kinds, "good"):
        return all(mentions_kind(text, kind) for kind in goods)
    if any(stated.kinds & kinds_of(match[0]) & _COUNTED for match in COUNT.finditer(text)):
        return True
    at = text.find(stated.named.removesuffix("s")) if " " in stated.named else -1
    return (
        at >= 0
        and re.search(r"\b(?:no|not|never|nor|without|than|unlike|against)\b|n't\b", text[max(at - 60, 0) : at]) is None
    )


def is_counted(stated: Universe, document: MethodologyDocument) -> bool:
    """Whether the document's prose counts as many of the same things ("six insurers form three pairs")."""
    last = stated.named.rpartition(" ")[2]
    return bool(last) and any(
        size_of(match["n"]) == stated.count and match[0].endswith(last)
        for match in COUNT.finditer(told_of_holdings(document))
    )


def are_held_by(indices: frozenset[str], document: MethodologyDocument) -> bool:
    """Whether a document speaks of the indices, or of an index whatever its name."""
    text = told_of_holdings(document)
    return any(mentions_kind(text, kind) for kind in indices) or re.search(r"\bind(?:ex|ices)\b", text) is not None


def are_mentioned(tickers: frozenset[str], document: MethodologyDocument) -> bool:
    """Whether a document names any of the tickers, or who supplies its data is written like one."""
    told = f"{told_of_holdings(document)} {fold(str(document.facts.get('data_source', '')))}"
    return any(re.search(rf"(?<!\w){re.escape(fold(ticker))}(?!\w)", told) for ticker in tickers)
