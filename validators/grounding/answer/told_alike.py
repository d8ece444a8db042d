"""Numbers that are told as the one before them was, of another thing: "A won 59% of its trades, B 57%"."""

import itertools
import re
from collections.abc import Mapping, Sequence

from validators.grounding.answer.binding import Link
from validators.grounding.answer.gap_cost import DIRECT, cost_after, cost_before
from validators.grounding.answer.mentions import SIGN, Mention
from validators.grounding.answer.suiting import suits
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.vocabulary.metrics import is_loss
from validators.numbers.quantity import Quantity

SET_AGAINST = re.compile(
    r"[*_`]{0,2}(?:\s(?:trades?|deals|positions|bets|days|months|sessions|names|holdings))?(?:\s(?:annuali[sz]ed|annually|(?:a|per|each) year|p\.a\.?|in total|overall))?\)?,?\s{0,2}(?:->|→|against|versus|vs\.?|to|and|(?:compared|in comparison) (?:with|to)|rather than|instead of|in place of|or|not|as opposed to|down from|up from)\s{0,2}(?:only |just |the |about |a )?[*_`]{0,2}",
    re.IGNORECASE,
)
CLAUSE = re.compile(
    r"[,;()—]\s?|\b(?:and|but|while|whereas|versus|vs\.?|against|compared (?:with|to))\s", re.IGNORECASE
)
_STANDS = re.compile(
    r"\b(?:stood|stands|was|is|had|has|got|gets|arrive[sd]|post(?:s|ed)|reach(?:es|ed)|came|comes|landed|ended) (?:\w+ ){0,2}\W{0,3}$",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"[;—]\s?|,?\s(?:and|but|while|whereas)\s", re.IGNORECASE
)  # not a comma: "; B, by the same measure, 3%"
_VERSUS = re.compile(r"\b(?:against|versus|vs|compared|opposed)\b", re.IGNORECASE)
_CHANGED_FROM = re.compile(r"\b(?:up|down) from\b", re.IGNORECASE)
# "deeper than the 13.2% seen in 2017"
_THAN = re.compile(
    r"^[^.;]{0,40}\b(?:than|compared (?:with|to)|as opposed to) (?:the |its |only |just |about |a |an |for |in |with |by |at ){0,3}[\ue000\s]{0,3}[^\w.;]{0,4}$",
    re.IGNORECASE,
)
# "A has a volatility of 13%, where B has 17%", "; B kept it to 17%": a verb that says nothing of what is measured
_GAPPED = re.compile(
    r"(?:[,;—–:.]|\b(?:and|but|while|whereas|where|though|although))\s(?:(?:while|whereas|where|and|but|though|although|with|then|the other one, |for|on)\s)?(?:the )?\ue000,?"
    r"(?:\s(?:only|just|still|merely|even|then|in turn))?\s(?:[a-z]{2,12}s|[a-z]{2,12}ed|had|kept|came|ran|took|got|gave|saw|stood|sat|held|did|went|managing|posting|showing|having|coming|at|on|with)"
    r"(?:\s(?:it|in|at|to|on|up|down|with|by|about|around|only|just|a|an|the|its|roughly|nearly|some|out|under|over)){0,4}\s\W{0,4}$"
)
_PARALLEL = re.compile(
    r";|,? (?:while|whereas|but|and) \ue000|, \ue000|, (?:the|its) \w+ \w+ (?:for|of) \ue000", re.IGNORECASE
)
WORDS = re.compile(r"[^\W\d_]+")
SAYS_NOTHING = frozenset(
    "for on in it its was is were at to that of the a an and while only came with had has did that's same figure one this managed stands "
    "saw reached posted recorded did does showed shows scored achieved manages reaches posts "
    "measure yardstick token standard basis gets got lands landed arrives arrived ended ends hits managed "
    "stood about around roughly just nearly almost over under s had's but whereas in run case strategy model against versus compared by "
    "orientation reference context comparison benchmark index window period holding".split()
)  # fmt: skip
_SAYS_NO_METRIC = frozenset(
    "yet through course one p a per year annum annually annualized annualised down up place instead rather by both other first second former "
    "latter respectively then also even still each side bps fee fees cost costs paying pays charged whereas while former respectively".split()
)
_ACHIEVED = re.compile(
    r"\b(?:got|made|makes|managed|manages|achieved|earned|earns|delivered|returned|mustered|climbed|grew|rose)\b[^.;,\d]{0,16}$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\ban? \W{0,3}$", re.IGNORECASE)
_NOUN_BEHIND = re.compile(r"\W{0,3} ([a-z]{3,})", re.IGNORECASE)
_RESTATED = re.compile(r"\b(?:that|this|which)(?:['’]s| is| was| makes| comes| amounts)\b", re.IGNORECASE)
_RATE_AND_SHARE = {"basis_points", "percent"}  # "fees of 13 bps a side are in the 4.2%"
_LONGEST_GAP = 90  # characters
Said = tuple[
    frozenset[str] | None, bool
]  # the metrics a number may be (None: open), and whether one stands right at it


def is_set_against(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Whether a number is told beside one of its kind: "returning 31.8% against -2.0% in 2012"."""
    return kind_of(before) == kind_of(quantity) and SET_AGAINST.fullmatch(text, before.end, quantity.start) is not None


def is_told_alike(text: str, index: ToolIndex, before: Quantity, quantity: Quantity, own: Sequence[Mention]) -> bool:
    """Whether a number is told as the one before it was, of another thing."""
    if kind_of(before) != kind_of(quantity):
        return False
    against = _VERSUS.search(text, before.end, quantity.start) is not None
    if quantity.kind != "money":  # what an account came to is not what it was
        against = against or _CHANGED_FROM.search(text, before.end, quantity.start) is not None
    if (against and is_set_against(text, before, quantity)) or _is_gapped(text, before, quantity):
        return True
    if any(before.end <= each.start < quantity.start and suits(index, quantity, each.means) for each in own):
        return False
    gap = text[before.end : quantity.start]
    return _THAN.search(gap) is not None or _GAPPED.search(gap) is not None


def said_alike(text: str, numbers: Sequence[Quantity], place: int, said: Sequence[Said]) -> Said:
    """What a number is that is told as the one before it: what only loses is not got or made, but what was told before that is."""
    last = said[place - 1]
    if last[0] and all(map(is_loss, last[0])) and _ACHIEVED.search(text, numbers[place - 1].end, numbers[place].start):
        for before in range(place - 2, -1, -1):
            metrics = said[before][0]
            if metrics and kind_of(numbers[before]) == kind_of(numbers[place]) and not any(map(is_loss, metrics)):
                return metrics, False
    return last


def _is_gapped(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Whether a clause says again what the one before it said, of another thing: "A won 59% of its trades, B 57%"."""
    gap = text[before.end : quantity.start]
    if kind_of(before) != kind_of(quantity):
        return False
    tail = gap[-60:]
    clauses = [CLAUSE.split(tail)[-1]]
    if _STANDS.search(tail):
        clauses.append(_STRONG.split(tail)[-1])
    return any(
        len(clause) < len(gap)
        and SIGN in clause
        and all(word.lower() in SAYS_NOTHING for word in WORDS.findall(clause))
        for clause in clauses
    )


def in_parallel(text: str, index: ToolIndex, numbers: Sequence[Quantity], own: Sequence[Mention]) -> Mapping[int, int]:
    """Numbers of a clause that names no metric, each with the one at its place in the clause before, which tells as many of
    the same kinds: "A, 9% a year with 8% volatility; B, 2% with 11%"."""
    clauses, starts = [[0]], [0]
    for place in range(1, len(numbers)):
        mark = _PARALLEL.search(text, numbers[place - 1].end, numbers[place].start)
        if mark is not None:
            clauses.append([])
            starts.append(mark.start())
        clauses[-1].append(place)
    found: dict[int, int] = {}
    for (before, clause), start in zip(itertools.pairwise(clauses), starts[1:], strict=True):
        end = numbers[clause[-1]].start
        named = [mention for mention in own if start <= mention.start < end]
        again = {mention.means for mention in own if mention.start < start}
        kinds = [[kind_of(numbers[place]) for place in each] for each in (before, clause)]
        if len(clause) > 1 and kinds[0] == kinds[1] and SIGN in text[start:end]:
            found |= {
                place: other
                for place, other in zip(clause, before, strict=True)
                if not any(
                    suits(index, numbers[place], mention.means)
                    for mention in named
                    if place == clause[0] or mention.start >= numbers[place - 1].end or mention.means not in again
                )
            }
    return found


def kind_of(number: Quantity) -> str:
    """The kind of a number, of a whole one that of a count: "with 134 trades; B, with 228"."""
    return "count" if number.kind == "plain" and number.step >= 1 and number.scale == 1 else number.kind


def told_together(text: str, numbers: Sequence[Quantity], said: Sequence[Said], own: Sequence[Mention]) -> list[Said]:
    """What numbers are said to be, those that are coordinated with another of their kind as that one is: "23% on A and 61% on B", "A
    lost 48% and B 7% a year", "162 and 212 positions"."""
    found = list(said)
    for place in range(1, len(numbers)):
        before, quantity = numbers[place - 1], numbers[place]
        if found[place][0] is None and found[place - 1][0] is not None and _is_coordinated(text, before, quantity, own):
            found[place] = (found[place - 1][0], False)
    for place in range(len(numbers) - 1, 0, -1):
        before, quantity = numbers[place - 1], numbers[place]
        after, held = found[place][0], found[place - 1][0]
        narrower = after is not None and held is not None and after < held
        if narrower and _is_coordinated(text, before, quantity, own):
            found[place - 1] = (after, False)
    return found


def _is_coordinated(text: str, before: Quantity, quantity: Quantity, own: Sequence[Mention]) -> bool:
    """Whether the words between two numbers of a kind name no metric and say nothing but what the sentence said before."""
    if kind_of(before) != kind_of(quantity) or quantity.start - before.end > _LONGEST_GAP:
        return False
    if any(before.end <= mention.start < quantity.start for mention in own):
        return False
    gap = text[before.end : quantity.start]
    if ("(" in gap and ")" not in gap) or _RESTATED.search(gap):
        return False  # an aside, which tells another metric: "232% (7.1%)"
    clause = max(text.rfind(mark, 0, before.start) for mark in (". ", "\n", "; ")) + 1
    told = frozenset(WORDS.findall(text[clause : before.start].lower()))
    noun = _NOUN_BEHIND.match(text, quantity.end) if _ARTICLE.search(gap) else None
    if noun is not None and noun[1].lower() not in told:
        return False  # "2.3% a year with a 16% hole in it"
    words = WORDS.findall(gap.lower())
    return all(word in SAYS_NOTHING or word in _SAYS_NO_METRIC or word in told for word in words)


def is_spent(text: str, numbers: Sequence[Quantity], place: int, link: Link) -> bool:
    """Whether the name before is that of another number of the kind, after which the talk goes on: "Put in $5,000, walk away
    with $5,897"."""
    if link.after or not place or is_set_against(text, numbers[place - 1], numbers[place]):
        return False
    before, mention = numbers[place - 1], link.mention
    if {before.kind, numbers[place].kind} == _RATE_AND_SHARE and mention.start >= before.end:
        return cost_after(text[before.end : mention.start], names=False) <= DIRECT
    close = before.start >= mention.end and cost_before(text[mention.end : before.start], names=False) <= DIRECT
    return close and before.kind == numbers[place].kind


def is_labelled_anew(text: str, numbers: Sequence[Quantity], place: int, link: Link) -> bool:
    """Whether words of its own, which name no metric that is known, stand between the number and the one that the name before is
    of: "vol 18.5%, SR 0.21"."""
    if link.after or not place or link.mention.start >= numbers[place - 1].start:
        return False
    before = numbers[place - 1]
    words = WORDS.findall(text, before.end, numbers[place].start)
    own = (
        words[1:] if before.kind == "duration" else words
    )  # behind the unit: "volatility over the last 36 months is 12%"
    if any(word.lower() not in SAYS_NOTHING for word in own):
        return True
    return is_labelled_anew(text, numbers, place - 1, link)  # "sd 2.1%, range -4% to 6%"
