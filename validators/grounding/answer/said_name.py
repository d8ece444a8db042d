"""Which of the things that the tools tell apart each number of an answer is said to be of."""

import re
from collections.abc import Mapping, Sequence

from validators.grounding.answer.binding import COMPARES, Link, chosen, links
from validators.grounding.answer.gap_cost import DIRECT
from validators.grounding.answer.layout import Passage
from validators.grounding.answer.mentions import SIGN, Mention, meant
from validators.grounding.answer.outline import Outline
from validators.grounding.answer.sides import sides
from validators.grounding.answer.told_order import in_order, in_order_of
from validators.grounding.tools.index import ToolIndex
from validators.grounding.tools.keys import WHOLE
from validators.grounding.tools.number import KEYED, MAIN
from validators.grounding.tools.vocabulary.words import OF_THE_RUN, key_words
from validators.numbers.quantity import Quantity

Names = Mapping[int, list[Mention]]  # the mentions of one dimension's names, by passage

OPEN_REFERENCE = re.compile(
    r"\b(?:both|latter|former|the other|the second|the first|others?|each|either|neither|whereas|respectively|benchmark"
    r"|buy[- ]and[- ]hold)\b",
    re.IGNORECASE,
)
_REFERS_BACK = re.compile(
    r"\W{0,3}(?:(?:and|but|so|also|overall|in all|there|with that|for this|over|after)\W{1,2})?(?:it|its|it's|this|that|the same|the (?:strategy|model|run|fund|ticker))\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]")
_OTHER_SIDE = re.compile(
    r"\b(?:against|versus|vs\.?|compared (?:with|to)|up from|down from|instead of|rather than)\s+(?:only |just |about |an? |the )?\W{0,3}$",
    re.IGNORECASE,
)
_MAIN_WORDS = re.compile(
    r"\b(?:the|your|our|my|this|their) (?:strategy|model|system|run|backtest|rule|portfolio|approach|algorithm|bot|book)\b"
    r"|\bwe (?:only |just |still )?(?:did|made|got|returned|lost|gained|finished|ended|came|earned|took|had|beat|trail(?:ed)?|lag(?:ged)?|outperformed|underperformed|outdid|topped|w[io]n|led|lead)\b|\bours\b|(?<=\d% )for (?:you|us)\b|\bus (?=[-−+]?\d)"
    r"|(?:^|(?<=[.;,]\s)|(?<=\n)|(?<=\s-\s)|\b(?:while|and|but|whereas) |(?<=\b[OoIi]n \ue000 )|(?<=\b[Ff]or \ue000 )|\bin 0 |\bin 0, |\bthat year )it\b",
    re.IGNORECASE,
)
_MAIN_AGAIN = re.compile(  # "its volatility is below the index's, and so its Sharpe ratio is better", "with less risk than the index it made 8%"
    r"(?:^|(?<=[.!?]\s)|(?<=\n))(?:with|at|for|despite|after)\b[^.;,\n]{3,80}? (?P<subject>it) (?=(?:still |only |also |nearly |almost )?(?:made|returned|earned|gained|lost|compounded|grew|makes|returns|earns|had|has|did|delivered|came|got|gets|pays|paid)\b)|"
    r"(?:^|(?<=[.!?]\s)|(?<=\n))(?:its?|(?:the|your|our|my|this) (?:strategy|model|system|run|backtest|rule|portfolio))\b[^.;\n]{3,140}?, (?:and |but )?(?:so |thus |hence |yet |therefore )?(?P<again>its)\b",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r"\b(?:in total|overall|in all|altogether|all told|combined|taken together|as a whole|across (?:all|the whole|the entire)\b[^.,;\d]{0,24})\b",
    re.IGNORECASE,
)
_SET_AGAINST = re.compile(
    r",?\s{1,2}(?:against|versus|vs\.?|to|compared (?:with|to))\s{1,2}(?:only |just |about )?", re.IGNORECASE
)
_TAKEN = re.compile(
    r"\b(?:tak(?:es?|ing)|took|turn\w*|gr[eo]w\w*|compound\w*|carr\w+|br(?:ing\w*|ought)|lift\w*|start\w*|began|invest\w*|put|went|go(?:es|ing)?)\b[^.;\d]{0,24}\W?\d\S{0,4} (?:in)?to "
    r"(?:about |roughly |some |almost |nearly )?\W?$",
    re.IGNORECASE,
)  # one account: "turned $10,000 into $14,000"
_FROM = re.compile(r"\bfrom\s\W?$", re.IGNORECASE)
_NEW_CLAUSE = re.compile(r"\b(?:where|while|whereas|but|although|though)\s", re.IGNORECASE)
_THE_OTHER = re.compile(
    r"\bthe other (?:one|setting|case|run|level|assumption|rate|strategy|model|ticker|year)\b(?!,? \ue000)"
    r"|\b(?:where|while|whereas|and|but|against) the other (?:manage[sd]?|has|had|ma[dk]es?|shows?|showed|return(?:s|ed)|earn(?:s|ed)|is|was|comes|came|gets?|got|does|did|posts?|posted|stands?|stood|reach(?:es|ed))\b"
    r"|\b(?:that|those) (?:of|for|in) (?:(?:the|an?) )?(?!\ue000)[a-z]",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\bthe (?:former\b|(?P<latter>latter\b)|(?:first|(?P<second>second))(?=, \W{0,2}[-−+$€£]?\d|(?: (?:run|case|setting|one|strategy|model|version|scenario|variant|test))? (?:at\b|with\b|by\b|compound|end|finish|has|had|is|was|did|does|w[io]ns?|beats?|makes?|made|earn|return|trad|com|came|show|end)))",
    re.IGNORECASE,
)
_MAIN_CELL = re.compile(
    r"\|[ \t*_]{0,6}(?P<name>(?:the )?(?:strategy|model|portfolio|system)\b[^|\n]{0,30})(?=[ \t*_]{0,6}\|)",
    re.IGNORECASE,
)
# Phrases that a sentence begins with and that tell of its subject
_INTRODUCING = re.compile(
    r"[\s*_>]{0,4}(?:with|at|by|on|in|over|across|after|for|despite|having|\w{2,12}ing)\b[^;:()—]{0,120},\s(?:the |that )?[\s*_\"'“]{0,3}",
    re.IGNORECASE,
)
# What a number may be of besides the things that have names, or is only compared with
_OF_ANOTHER = re.compile(
    r"\b(?:than|versus|vs|against|compare[sd]?|half of|twice|relative to|unlike|beats?|beating|beaten|(?:out|under)perform\w*|ahead of|behind|short of|lag\w*|trail\w*"
    r"|above|below|exceed\w*|instead of|rather than|both|latter|former|other|another|others|each|either|neither|respectively|bench\w*|ind(?:ex|ices)"
    r"|market|buy(?:ing)?[- ](?:and|&)[- ]hold\w*|hold(?:ing)?|held|passive\w*|average of|combined|total of)\b",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"\b(?:it|its|this|that|these|those|they|their|the same|the (?:strategy|model|run|fund|ticker))\b", re.IGNORECASE
)
_PARTS = re.compile(r";|\b(?:then|followed by|while|whereas|but|although|though|however|yet)\b", re.IGNORECASE)
_MAY_PART = re.compile(
    r"[:—]|\s[-–]\s|\b(?:and|as|so)\b|(?<!\bis )(?<!\bwas )\bwhere\b", re.IGNORECASE
)  # where the name has a number of its own
_OF_ITS_OWN = re.compile(r"[*_)]{0,2}\s(?:for|by|at|in|on|with|of)\s(?:the\s)?[*_\"'(]{0,2}\ue000")
_ANSWERS = re.compile(r"(?:\W{0,3}[^\W\d]{1,12}){0,4}\W{0,4}\d")
_PREDICATE = re.compile(
    r"\s(?!which|whose|that|who|with|at|of|by|on|in|for|from)[a-z]{3,}\b[^.;]*|,\s(?!which|whose|that|who)\w{3,}\b[^.;]*"
)
_BETWEEN_TWO = re.compile(
    r"[\s*_>]{0,4}(?:as )?(?:between|of|out of|from|comparing|pitting|weighing|set(?:ting)?)\s(?:the )?[*_\"']{0,3}\ue000[*_\"']{0,3}\s(?:and|or|with|against|beside|vs\.?)\s"
    r"(?:the )?[*_\"']{0,3}\ue000[*_\"']{0,3}\s?[,:—-]",
    re.IGNORECASE,
)
_IT = re.compile(r"\W{0,4}(?:and |but |still,? )?its?\b", re.IGNORECASE)
_MOST_COMMAS = 2
_TICKER = re.compile(r"[A-Z]{1,4}")  # "AGG"
ASSET_KEY = re.compile(r"ticker|symbol|asset|instrument|currency|universe|exchange|sector", re.IGNORECASE)
_MOST_STEPS = 4  # sentences back that a name is carried
_BEYOND_A_NUMBER = 3.0  # what a number between costs
_STRATEGY_AND_INDEX = 2  # names of a table that sets one beside the other
_AFAR = 6.0  # what a name after the number, in a clause of its own, costs
_TOO_FAR = 12.0


def main_mentions(text: str, named: Mapping[str, Sequence[Mention]], index: ToolIndex) -> list[Mention]:
    """Where the answer speaks of the thing as a whole: by a name that a field gives it, or as "the strategy"."""
    spans = {
        (mention.start, mention.end)
        for dimension, mentions in named.items()
        if not dimension.startswith(KEYED) and not ASSET_KEY.search(dimension)
        for mention in mentions
        if not mention.means.isdisjoint(index.names_of_whole(dimension))
    }
    spans |= {match.span() for match in _MAIN_WORDS.finditer(text)}
    spans |= {match.span("name") for match in _MAIN_CELL.finditer(text)}
    spans |= {match.span(match.lastgroup or 0) for match in _MAIN_AGAIN.finditer(text)}
    return [Mention(start, end, frozenset({MAIN})) for start, end in sorted(spans)]


def with_main(
    outline: Outline,
    dimension: str,
    mentions: list[Mention],
    main: Sequence[Mention],
    index: ToolIndex,
    told: Mapping[int, object],
) -> Names:
    """One dimension's mentions by passage. Among parts that a key singles out ("benchmark"), the thing as a whole is a name
    too, and what a sentence starts with. `told` are the passages that hold numbers."""
    total = _name_of_total(dimension, index)
    if total is not None:
        summed = [Mention(*each.span(), frozenset({total})) for each in _IN_ALL.finditer(outline.text)]
        mentions = sorted([*mentions, *summed], key=lambda mention: (mention.start, mention.end))
    placed = outline.placed(with_former(outline, mentions))
    name = _name_of_whole(dimension, index) if mentions and total is None else None
    if name is None:
        return placed
    taken = {(mention.start, mention.end) for mention in mentions}
    whole = [
        Mention(mention.start, mention.end, frozenset({name}))
        for mention in main
        if (mention.start, mention.end) not in taken
    ]
    starts = [
        Mention(outline.passages[place].start, outline.passages[place].start, frozenset({name}))
        for place in placed
        if not outline.passages[place].cell and place in told
    ]
    return outline.placed(sorted([*starts, *whole, *mentions], key=lambda mention: (mention.start, mention.end)))


def _name_of_whole(dimension: str, index: ToolIndex) -> str | None:
    """What the thing as a whole goes by among a dimension's names: by none where keys single its parts out, by "strategy" beside "SPY";
    None where all names are of things alike."""
    if dimension.startswith(KEYED):
        return MAIN if index.has_whole(dimension) else None
    words = {name: key_words(name) for name in index.rivals.get(dimension, ())}
    own = [name for name, said in words.items() if said and OF_THE_RUN.issuperset(said)]
    return own[0] if len(own) == 1 and len(words) == _STRATEGY_AND_INDEX else None


def _name_of_total(dimension: str, index: ToolIndex) -> str | None:
    """The name by which one of a dimension's records holds what all of them come to: "TOTAL", "All"."""
    totals = [name for name in index.rivals.get(dimension, ()) if name.lower() in WHOLE and not _TICKER.fullmatch(name)]
    return totals[0] if len(totals) == 1 and not dimension.startswith(KEYED) else None


def with_former(outline: Outline, mentions: list[Mention]) -> list[Mention]:
    """With "the former" and "the latter", where two things were named before them."""
    referring = list(_FORMER.finditer(outline.text)) if len(mentions) > 1 else []
    found = list(mentions)
    for match in referring:
        before = [mention for mention in mentions if mention.end <= match.start()][-4:]
        two = list(dict.fromkeys(mention.means for mention in reversed(before)))[1::-1]
        if len(two) == 2:
            latter = match["latter"] is not None or match["second"] is not None
            found.append(Mention(match.start(), match.end(), two[latter]))
    return sorted(found, key=lambda mention: (mention.start, mention.end)) if len(found) > len(mentions) else mentions


def names_of(outline: Outline, place: int, numbers: Sequence[Quantity], mentions: Names) -> list[frozenset[str] | None]:
    """For each number of a passage the names it may be of, None where the wording leaves that open."""
    passage = outline.passages[place]
    own = _chosen_from(outline.text, passage, mentions.get(place, ()))
    if own:
        sided = sides(outline.text, passage, numbers, own)
        ordered = in_order(outline.text, numbers, own, names=True)
        options = links(outline.text, passage, numbers, own, names=True)
        alone = len({mention.means for mention in own}) == 1
        everything = meant(own)
        found: list[frozenset[str] | None] = []
        for index in range(len(numbers)):
            likely = _likeliest(options[index], everything)
            nearest = options[index][0]  # of every number, since the passage has mentions
            beside = (nearest.cost > DIRECT or not nearest.after) and _is_other_side(outline.text, numbers, index)
            turned = _turned_pair(outline.text, passage, numbers, index, nearest)
            far = nearest.after and nearest.cost > _BEYOND_A_NUMBER
            far = far and not _is_subject_behind(outline.text, passage, nearest, numbers, index)
            spent = _is_only_compared(outline.text, passage, nearest, numbers, index)
            introduced = _introduced(outline.text, passage, own, numbers[index])
            if index in sided:
                found.append(sided[index])
            elif index in ordered:
                found.append(ordered[index])
            elif introduced is not None:
                found.append(introduced.means)
            elif nearest.after and nearest.cost > _AFAR and not alone:
                found.append(None)  # "divide 0 by 0 and you see that A trades less than B"
            elif _is_superseded(outline.text, nearest, numbers[index]):
                found.append(None)
            elif turned is not None:
                found.append((everything - turned) or None)
            elif alone and (beside or far):
                found.append(None)
            elif spent:
                found.append((everything - nearest.mention.means) or None)
            elif beside and index and found[-1] == likely:
                found.append((everything - likely) or None)  # "A has the higher CAGR (12% vs. 8%), but ... than B"
            else:
                found.append(likely)
        if found[:1] == [None] and numbers[0].end <= own[0].start and own[0].end > own[0].start:
            before = _carried(
                outline, passage, mentions, end=numbers[0].end
            )  # "Its CAGR is 9%; the other one, B, has 4%"
            named = None if before is None else meant(before)
            found[0] = None if alone and named == everything else named  # "Its CAGR is 9%; B's is 4%": of another
        return found
    carried = _carried(outline, passage, mentions)
    if carried is None:
        return [None] * len(numbers)
    told = in_order_of(outline.text, numbers, carried)
    return [told.get(index, meant(carried)) for index in range(len(numbers))]


def _chosen_from(text: str, passage: Passage, own: Sequence[Mention]) -> Sequence[Mention]:
    """The names of a passage without the two that it begins with and then chooses from: "Between A and B, it's B that made more"."""
    match = _BETWEEN_TWO.match(text, passage.start, passage.end) if len(own) > 2 else None
    behind = [mention for mention in own if match is not None and mention.start >= match.end()]
    return behind if 0 < len(behind) <= len(own) - 2 else own


def _carried(
    outline: Outline, passage: Passage, mentions: Names, *, end: int | None = None
) -> Sequence[Mention] | None:
    """What a passage that names nothing (before `end`) is about: its heading, its bullet, or the sentence before."""
    end = passage.end if end is None else end
    above = next((parent for parent in passage.parents if mentions.get(parent)), None)
    if above is not None:
        head = outline.passages[above].start
        told = [
            each
            for each in mentions[above]
            if not COMPARES.search(outline.text, max(head, each.start - 40), each.start)
        ]
        return told or None  # "relative to B the picture is mixed:"
    if passage.cell or OPEN_REFERENCE.search(outline.text, passage.start, end):
        return None
    if passage.previous is not None and _is_answer(outline, passage):
        return mentions.get(passage.previous)
    bare = not _LETTERS.search(outline.text, passage.start, end)
    if not bare and not _REFERS_BACK.match(outline.text, passage.start, passage.end):
        return None
    for place, earlier in outline.before(passage, _MOST_STEPS):
        if mentions.get(place):
            it = _IT.match(outline.text, passage.start, passage.end) is not None
            return _subjects(outline.text, earlier, mentions[place]) if it else mentions[place]
        if OPEN_REFERENCE.search(outline.text, earlier.start, earlier.end):
            return None
        above = next((parent for parent in earlier.parents if mentions.get(parent)), None)
        if above is not None:
            return mentions[above]
    return None


def _subjects(text: str, passage: Passage, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """What a sentence names but for what it is only compared with: A of "A was invested for less of the time than B"."""
    return [each for each in mentions if not _is_compared_with(text, passage, each)] or mentions


def _is_answer(outline: Outline, passage: Passage) -> bool:
    """Whether a passage answers the question that the one before it asks: "How long does A hold? About 8 days." """
    if passage.previous is None or not _ANSWERS.match(outline.text, passage.start, passage.end):
        return False
    asked = outline.passages[passage.previous]
    return outline.text[asked.start : asked.end].rstrip(' *_"”').endswith("?")


def _introduced(text: str, passage: Passage, own: Sequence[Mention], number: Quantity) -> Mention | None:
    """The subject behind the phrase that a sentence begins with, where the number stands in that: "With a drawdown of 21%, A did best"."""
    subject = next((mention for mention in own if mention.end > mention.start), None)
    if subject is None or subject.start < number.end:
        return None
    ahead = text[passage.start : subject.start]
    return subject if _INTRODUCING.fullmatch(ahead) and not _OF_ANOTHER.search(ahead) else None


def _is_subject_behind(text: str, passage: Passage, nearest: Link, numbers: Sequence[Quantity], index: int) -> bool:
    """Whether the one name of a sentence is what a number before it is of, however far: "9% is the worst that a holder of A saw"."""
    ahead = text[passage.start : numbers[index].start]
    gap = text[numbers[index].end : nearest.mention.start]
    if any(each.end <= nearest.mention.start and _OF_ITS_OWN.match(text, each.end) for each in numbers[index + 1 :]):
        return False  # "9% for the others, 8% for A"
    if gap.endswith("("):
        return False  # "9% (A 8%)"
    if gap.count(",") > _MOST_COMMAS or any(pattern.search(ahead) for pattern in (_OF_ANOTHER, _REFERS)):
        return False
    own = numbers[-1].start > nearest.mention.end and _MAY_PART.search(gap) is not None
    return not own and _OF_ANOTHER.search(gap) is None and _PARTS.search(gap) is None


def _is_superseded(text: str, nearest: Link, number: Quantity) -> bool:
    """Whether a clause with a subject of its own stands between a name and the number: "A returned 9% where B made 8%"."""
    gap = "" if nearest.after else text[nearest.mention.end : number.start]
    clause = _NEW_CLAUSE.split(gap)[-1]
    subject = SIGN in clause or _MAIN_WORDS.search(clause) is not None
    return (subject and len(clause) < len(gap)) or _THE_OTHER.search(gap) is not None


def _is_only_compared(text: str, passage: Passage, nearest: Link, numbers: Sequence[Quantity], index: int) -> bool:
    """Whether the name before is of what the number is compared with, and has a number of its own or a predicate behind it: "measured
    against B's 9%, 12%", "the one that beat B ended on 12%"."""
    end, start = nearest.mention.end, numbers[index].start
    own = any(end <= each.start < start for each in numbers[:index])
    if nearest.after or not (own or _PREDICATE.fullmatch(text, end, start)):
        return False
    return _is_compared_with(text, passage, nearest.mention)


def _is_compared_with(text: str, passage: Passage, mention: Mention) -> bool:
    """Whether something is compared with what is named, in the clause of the name."""
    compares = COMPARES.finditer(text, max(passage.start, mention.start - 40), mention.start)
    return any("," not in text[each.end() : mention.start] for each in compares)


def _turned_pair(
    text: str, passage: Passage, numbers: Sequence[Quantity], index: int, nearest: Link
) -> frozenset[str] | None:
    """What the first of two numbers set against each other is not of, where the thing compared with stands right before them:
    "more volatility than B (20% vs. 14%)"."""
    if nearest.after or index + 1 >= len(numbers):
        return None
    number, following = numbers[index], numbers[index + 1]
    end = nearest.mention.end
    if number.kind != following.kind:
        return None
    if text[end : number.start].strip(" *") not in ("(", ":", ",", "—", "at"):
        return None
    if not _is_compared_with(text, passage, nearest.mention):
        return None
    return nearest.mention.means if _SET_AGAINST.fullmatch(text, number.end, following.start) else None


def _is_other_side(text: str, numbers: Sequence[Quantity], index: int) -> bool:
    """Whether a number is what the one thing named is set against: "A made 9%, against 8%", "took it from 9% to 8%"."""
    number = numbers[index]
    if index and number.kind == "money" and _TAKEN.search(text, max(0, numbers[index - 1].start - 40), number.start):
        return False
    if index and _OTHER_SIDE.search(text, numbers[index - 1].end, number.start):
        return True
    if index and text[numbers[index - 1].end : number.start].strip() == "to":
        return _FROM.search(text, max(0, numbers[index - 1].start - 8), numbers[index - 1].start) is None
    following = numbers[index + 1] if index + 1 < len(numbers) else None
    return following is not None and text[number.end : following.start].strip() in ("to", "→", "->")


def _likeliest(options: Sequence[Link], everything: frozenset[str]) -> frozenset[str]:
    return chosen(options) if options[0].cost <= _TOO_FAR else everything
