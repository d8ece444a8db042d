"""How much the words between a number and a name speak against binding one to the other. 0 is a direct link ("a Sharpe of 0.8")."""

import re

_LONGEST_BEFORE, _LONGEST_AFTER = 400, 120  # characters: a name farther off binds nothing
_BEYOND = 40.0
DIRECT = 0.6  # up to this cost a name stands right at a number
_PIECE = re.compile(r"[^\W\d_]+|[;,():|\n—•·+/=−]|\d[\d.,]*")
_FREE_BEFORE = frozenset(
    "of was is were are at to a an the its it s came in stood reached about around roughly approximately nearly almost over under just "
    "some only equals equal hit figure value ratio rate reading being be has had have been with posted showed shows recorded "
    "registered measured ran runs by as high low much sits sat totalled totaled amounted comes landed worked out more less than "
    "for on annualized annualised turned printed delivered produced generated averaged achieved clocked numbered counted brought brings amounts totals would will could might should may then now still".split()
)
_DASHES = frozenset({"—", "–", "-", "=", "→", "->"})  # "Sharpe ratio — 0.8"
_LEADS_AFTER = frozenset(
    "for of by on from in under at with using per during over that which when if once assuming".split()
)
_SETTING_WORDS = frozenset(
    "each side cost costs charged charge fee fees paid is are was were one you".split()
)  # "when each side costs 16 bps"
_CONDITIONS = frozenset({"when", "if", "once", "assuming"})
BREAKS = frozenset("while whereas where but although though however yet".split())
_LEADS_TO = frozenset("for to of by from with".split())
_STOPS_AFTER = frozenset("and but while whereas with at versus vs against compared than to as though although however from then is was "
                         "are were on across after during amid before tops topped exceeds exceeded surpasses surpassed outdoes bests reach reaches match matches beat beats beating lagged trailed".split())  # fmt: skip
_STOPS = BREAKS | (_STOPS_AFTER - frozenset("is was are were with to from at on".split())) | frozenset(";,:|—()•·=+")
# Between a metric and its second number: "the Sharpe was 0.8 for A, and in the B run 0.7".
_PARALLEL = frozenset("and in on for with at run runs against versus vs compared while whereas but than that those case under one by from to over "
                      "strategy model side bps fee fees".split())  # fmt: skip
_A_YEAR = re.compile(r"\b(?:an?|per|each|every) (?:year|annum)\b|\bp\.a\.?|\bannually\b|\bannuali[sz]ed\b|\byearly\b")


# "Trades found: 14", "the P&L, is $900"
_LABEL = re.compile(
    r"(?:\s[^\W\d]{1,14}){1,4}\s?[*_`]{0,3}:[*_`\s]{0,4}\W?|,\s(?:is|was|equals|reads|comes to|came to|amounts to|amounted to|stands at|stood at)\s\W?"
)
# "alpha is negative and amounts to"
_SIGN_SAID = re.compile(
    r"\A(?:\s(?:of|for|on|in)\s(?:the\s)?\ue000)?\s(?:is|was|stays|stayed|sits|sat|remains|remained|turns out|came out|ended)\s(?:\w{4,12}ly\s)?(?:negative|positive|(?:below|above) zero)(?:,|\sand|\swith)*\s",
    re.IGNORECASE,
)
# "A is where it works worst (0.4)"
_IS_WHERE = re.compile(r"\A\W{0,3}\s(?:is|was)\s(?:also\s)?where\b", re.IGNORECASE)
# "0.8 is what its Sharpe ratio comes to", "0.8 - that's the Sharpe ratio"
_IS_THE = re.compile(
    r"[*_ )]{0,4}(?:(?:is|was|are|were|being|makes?|gives?)(?: what)?|[,—–:-]{0,2} ?\(?(?:that|this|which|it|i\.e\.)(?:['’]s| is| was| being)?(?: what)?)"
    r" (?:the|its|their|an?|my|our|your)? ?(?:\w+['’]s )?[*_]{0,3}",
    re.IGNORECASE,
)


def cost_before(gap: str, *, names: bool) -> float:
    """For a name before the number; `names` for a name of a thing, else of a metric."""
    if len(gap) > _LONGEST_BEFORE:
        return _BEYOND
    if not names and gap.strip(" *_`)") in _DASHES:
        return 0.0
    if not names:
        gap = _SIGN_SAID.sub(" ", gap)
        if _LABEL.fullmatch(gap):
            return 0.5
    if names:
        gap = _IS_WHERE.sub(" ", gap)
    cost = 0.0
    for piece in _PIECE.findall(gap.lower()):
        if piece in "•·":
            cost += 6.0
        elif piece in _FREE_BEFORE or piece in (":", "|"):
            continue
        elif not names and (piece in _PARALLEL or piece in (",", ";")):
            cost += 0.7
        elif piece == ";":
            cost += 6.0
        elif piece in BREAKS:
            cost += 5.0
        elif piece in (",", "—", "+", "/", "=", "−") or piece == "and":
            cost += 1.5
        elif piece in ("(", ")"):
            cost += 0.1
        else:
            cost += 0.8 if names else 1.0
    return cost


def cost_after(gap: str, *, names: bool) -> float:
    """For a name after the number."""
    if len(gap) > _LONGEST_AFTER:
        return _BEYOND
    if not names and _IS_THE.fullmatch(gap):
        return 0.5
    pieces = _PIECE.findall(_A_YEAR.sub("", gap.lower()))
    if names and pieces[:1] == [","] and pieces[1:2] and pieces[1] in _CONDITIONS:
        pieces = pieces[1:]  # "less than that, $900, when it is 35 bps"
    cost = 0.4
    if (
        names
        and pieces
        and pieces[0] not in _LEADS_AFTER
        and pieces[0] != "("
        and not any(piece in _LEADS_AFTER for piece in pieces[:4])
    ):
        cost += 3.0
    if names and pieces and pieces[-1] in _LEADS_TO and _STOPS.isdisjoint(pieces):
        return min(2.0, 0.4 + 0.3 * len(pieces))  # "9% is what the table gives for A", "9% belongs to A"
    conditional = bool(pieces) and pieces[0] in _CONDITIONS | {"with", "at", "under"}
    for place, piece in enumerate(pieces):
        if (
            (names and conditional and place and piece in _SETTING_WORDS)
            or piece in ("(", ")")
            or (piece in _LEADS_AFTER and (names or piece in ("of", "in", "for")) and place <= 3)
        ):
            cost += 0.1
        elif piece in ("the", "a", "an", "its"):
            cost += 0.2 if place or names else 4.0
        elif piece in (";", "•", "·") or piece in BREAKS:
            cost += 6.0
        elif piece in (",", "—", ":", "|"):
            cost += 6.0 if names else 4.0
        elif piece in _STOPS_AFTER or piece in ("+", "/", "=", "−"):
            cost += 4.0
        else:
            cost += 0.9
    return cost
