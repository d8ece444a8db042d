"""Which strategy the words of an answer speak of."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from data.methodology import MethodologyDocument
from data.records import Trace
from validators.methodology.model_names import Names, plain

_KINDS = (
    r"(?:other|most|many|some|several|typical|conventional|standard|usual|common|generic|comparable|similar"
    r"|alternative|competing"
    r"|supervised|trained|fitted|estimated|calibrated|learned|learnt|learning|ml|ai|machine[- ]learn(?:ing|ed)|statistical|data-driven|quant"
    r"|quantitative|parametric|adaptive|predictive"
    r"|deep[- ]learning|gradient[- ]boosted|tree[- ]based|neural|systematic|black-box|such|those|these other"
    r"|bespoke|rival|active|passive|retail|institutional|classical|modern|hft|high-frequency|levered|leveraged"
    r"|inverse|actively managed|hedge|mutual|smart[- ]beta|multi[- ]factor|target[- ]date|passively managed)"
)
_THINGS = (
    r"(?:models?|strateg(?:y|ies)|systems?|approach(?:es)?|funds?|methods?|studies|papers|rankers?|learners?"
    r"|pipelines?|workflows?"
    r"|algorithms?|practitioners|managers|backtests|products?|etfs?|networks?|rivals|peers|classifiers?|projects?"
    r"|research|etns?|brokers?|traders?|investors?|vendors?|venues|desks?|firms?|houses|banks?|shops?|quants|regressions?|forests?|predictors?)"
)
_ANYBODY = (
    r"(?:models|strategies|systems|approaches|methods|studies|papers|rankers|learners|pipelines|algorithms|practitioners|managers"
    r"|classifiers|projects|brokers|traders|investors|vendors|venues|exchanges|desks|firms|houses|shops|teams|competitors|rivals|peers|advis[eo]rs|professionals|academics|colleagues|people|quants"
    r"|regressions|forests|predictors|textbooks|books|authors|researchers|analysts)"
)
_OTHER = re.compile(
    r"\b(?P<article>a|an|any|another|the|this|that|our|its|each|every"
    rf"|no)? ?(?P<kinds>(?:{_KINDS}[ -])+)(?:\w+[ -])?(?P<thing>{_THINGS})\b"
    r"|\b(?:(?<!\()(?<!: )buy[- ]and[- ]hold|buy[- ]and[- ]hold(?= (?:\w+ly |never |always )?(?:is|does|has|changes|holds|keeps|buys|never|would|means|trades))|the benchmark|benchmarks|the baseline|(?:the|our|its|their) (?:peers|competitors"
    r"|sibling|siblings|cousin|counterparts?)|elsewhere|others|machine learning generally|the (?:other|second|sibling|ml"
    r"|machine-learning) (?:one|models?|strateg(?:y|ies)|book|fund|system|portfolio|product|desk|team)|ml in general|the (?:literature|industry(?! (?:standard|norm))|profession)(?!-))\b"
    r"|\b(?:another|a different|some other|one of (?:our|the) other|our other|a (?:sister|sibling|competing|rival)) (?:strateg(?:y|ies)|models?|systems?|designs?|products?|approach(?:es)?|backtests?)\b"
    r"|\b(?:the|a) (?:textbook|classic|usual|academic|standard|common|plain[- ]vanilla|typical|well-known|popular|original published) (?:version|form|variant|recipe|implementation|formulation|flavou?r) of\b"
    r"|\b(?:every|each) (?:strategy|model|system|portfolio)\b|\b(?:desk|house|firm|company|industry|street)(?:'s)? (?:default|standard|norm|convention|average)\b"
    r"|\b(?:the|an?|our|your|their|his|her|house|reporting|internal|some) (?:[\w-]+ ){0,2}?(?:committee|board|team|department|auditors?|supervisors?|client|boss|customers?|mandates?|standards?|text|handbook|manual|compliance)"
    r"(?= (?:[\w-]+ )?(?:demands?|requires?|asks?|wants?|insists?|prefers?|recommends?|prescribes?|expects?|likes?|calls? for|stipulates?|looks?|reviews?|decides?))"
    r"|\b(?:your|my|a|any|the client's) (?:prime )?(?:broker|bank|custodian|dealer|platform|provider)\b"
    r"|\b(?:anyone|anybody|someone|somebody|those|people|readers|users) (?:tempted|inclined|wanting|hoping|eager|keen|trying|planning|thinking of)\b"
    r"|\b(?:anyone|anybody|whoever|someone|somebody|everyone|everybody|those|people|one) who(?:se|ever)?\b|\bwhoever\b"
    r"|\b(?:house|company|internal|desk|firm-wide|reporting|governance|committee)(?:'s)? (?:standards?|rules?|texts?|codes?|regulations?|requirements?)\b(?:'s)?"
    r"|\b(?:whatever|anything that|any strategy that|everything that) (?:learns?|is (?:trained|fitted))\b"
)
_WHO_SAID = re.compile(
    r"(?:whoever|(?:anyone|anybody|someone|somebody|those|people|everyone|everybody|one) who) (?:\w+ )?(?:wrote|writes?|said|says?|told|tells?|claim\w*|thought|thinks?|believe\w*|put|has|had|list\w*|quot\w*|gave|gives?|report\w*)\b"
)
_OTHERS = re.compile(
    r"\b(?:(?P<thing>model|strategy|system|approach|fund|algorithm|method|classifier|regression|ranker|network|learner|forecaster|predictor|forest)"
    r" (?:that|which|whose|with(?! (?:only |just |about )?(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|hidden\b))|where)"
    r"|(?:models|strategies|systems) (?:that|which|whose|with)"
    rf"|(?P<agents>{_ANYBODY})\b(?! (?:\w+ )?(?:(?:tend|like|are quick|are apt|are inclined|seem) to )?(?:assume|think|believe|say|expect|suppose|imagine|claim|suspect)\b)(?! (?:of|in) (?:q|it\b|the strategy))"
    r"|(?:polic(?:y|ies)|governance|guidelines?|guidance|rulebook|charter|regulators?))\b"
)
_VERBS_TOO = ("books", "models", "projects", "rivals")
_AS_SUBJECT = re.compile(
    r"(?:^|[.;:(-] |\b(?:because|since|while|whereas|but|that|for|where|when) )"
    r"(?:(?:in (?:practice|reality|general|principle|real life|live trading|the (?:real world|wild|industry|market))|out there|these days|nowadays|elsewhere|as a rule"
    r"|usually|normally|typically|often|commonly|generally|traditionally|sometimes|admittedly|true|granted|of course|yes|no),? )?"
    r"(?:(?!(?:it|is|are|its|the|both|all|two|three|these|our|uses?|and|or)\b)[\w-]+ ){0,2}$"
)
_ONE_OF_A_KIND = re.compile(r"\b(?:an?|any|every|each|whichever) (?:\w+ ){0,2}$")
_PRONOUN = re.compile(
    r"\b(?:(?<!\bas )(?<!\bhas )(?<!\bputs )(?<!\bhad )it(?! (?:were|is said|is (?:a |an |quite |very |the )?(?:common|standard|usual|customary|typical|normal|conventional|popular|tempting|easy|best|good|routine)(?: (?:practice|procedure|convention|habit|idea|thing))? to)\b)|its|(?P<here>this (?:strategy|model|system|rule|approach|one|backtest|portfolio|document)|(?:the|our) (?:strategy"
    r"|model|system|approach|portfolio|document|methodology)(?:'s)?|here|we|our(?! (?:shelf|shelves|platform|site|library|list|menu|house|catalogue|range|desk|team|customers?|clients?|users?|shop|store|app|competitors?|rivals?|own (?:other|older))\b)))\b"
)
_ASIDE = re.compile(
    r"\b(?:(?:mirror|match|follow|imitat|emulat|echo|copy)ing(?: how| what| the way)?|(?:in line|consistent|in keeping|in accordance|in common) with|unlike|in contrast (?:to|with)|by contrast (?:to|with)|contrary to|compar(?:ed|able) (?:to|with)"
    r"|relative to|as opposed to|than|versus|vs\.?|different (?:from|to|than)|differs from|like|as with"
    r"|similar(?:ly)? to|rather than|instead of|as (?:in|do|does|is|are)|alongside|against|distinct from|as for"
    r"|(?:as is |as it is |as )?(?:usual|common|customary|standard|typical|normal|conventional|practice|practise[ds]?|popular|the (?:norm|rule|custom|habit))(?: practice)? (?:among|amongst|with|for|at|in|by|of)|(?:the way|just as|much as|mirror\w+ (?:how|what)|familiar (?:to|from)|known from)"
    r"|beside|besides|next to|outperform\w*|beat\w*|trail\w*|lag\w*)\s+(?:with |for |in )?(?:the |a |an |our "
    r"|its |most |many )?(?:\w+ )?\W{0,2}$"
)
_TURNED_TO = re.compile(r"(?:^|[.;:] )(?:and |but )?as (?:for|to|regards) (?:the )?$")  # "as for a, it trades weekly"
_GOES_ON = re.compile(r",? (?:it|its|there|this one|that one|the (?:strategy|model))\b")
_WHEREAS = re.compile(r"\b(?:whereas|while|whilst|although|though)\s+(?:the |for |in |with )?\W{0,2}$")
_FRONTED = re.compile(
    r"\W*(?:(?:but|and|so|yet),? )?(?:where|whereas|while|whilst|although|though|even though|even if|whatever|however (?:much|often|many)|no matter (?:what|how|which)|regardless of (?:what|how))\b"
)
_MAIN_CLAUSE = re.compile(
    r", (?=(?:it|its|q{3,}|this one|(?:the|this|our) (?:strategy|model|system|rules?|backtest|simulation|document\w*|methodology|run|portfolio))\b)"
)
_UNKNOWN_ASIDE = re.compile(
    r"\b(?:unlike|in contrast (?:to|with)|as opposed to|different from|differs from|compared (?:to"
    r"|with))\s+(?!what\b|that\b|this\b|it\b)(?:the |a |an )?[\w'-]+(?: [\w'-]+){0,4}?(?=,| which| that| whose|$)"
    r"|\b(?:whereas|while|but)\s+(?:the |a |an )?(?:\w+ ){0,2}?(?:[\w-]+-[\w-]+|ranker|classifier|network|forest"
    r"|benchmark|baseline)(?=\s(?:holds?|uses?|is|are|has|was|fits?|fitted|trains?|trained|splits?|charges?"
    r"|rebalances?|trades?|runs?|does|keeps?|reserves?|executes?|fills?|looks?|learns?|goes|pays?)\b)"
)
_RELATIVES = r"(?:twin|cousin|sibling|sister|brother|namesake|predecessor|successor|clone|look-?alike|imitation|imitator|descendant|offshoot|spin-?off|rival|peer|counterpart|competitor)s?"
_RELATED = re.compile(rf"'s (?:\w+ ){{0,2}}?{_RELATIVES}\b")
_RELATED_TO = re.compile(
    rf"\b(?:{_RELATIVES}|(?:earlier|older|former|previous|old|first|early|preliminary|discarded|abandoned|hypothetical|imaginary|modified|tweaked|souped-up) (?:version|draft|release|incarnation|variant|edition|form|cut)) (?:of|to) (?:the )?$"
)
_FORMER = re.compile(r"\bthe (?:(?P<former>former|first(?:-named)? one)|(?:latter|second(?:-named)? one))\b")
_IS = re.compile(
    r"(?:(?:\b|')(?:is|s|was|were|are|as|from|on|being|be|remains|become|becomes|trains|trained|uses?"
    r"|using|fits|fitted|employs|via|of|with|by|runs|through|in|into|lies|sits|stands|beats|hides|(?<!, )and|(?:is|are|was|were)(?:n't| not))|,) ?$"
)
_TO_COMPARE = re.compile(r"\bcompar\w+ (?:(?:it|that|this|them|these|those) )?(?:to|with) $")
_DESCRIBES = re.compile(
    r"\b(?:document\w*|methodology|write-?up|rulebook|sheet|spec\w*|notes?|page|file|it) (?:\w+ly )?(?:describes?|specif(?:y|ies)|defines?|sets out|lays out|documents|details|presents?|is (?:about|of|for)) $"
)
_RELATIVE = re.compile(r",\s*(?:which|whose|where|who|that|a|an|the one)\b")
_JOINED = re.compile(r",? (?:and|nor|or|as well as|&) |, ")
_AS_IN = re.compile(r"(?:^|[,;(.] )(?:just |much )?(?:as (?:in|with|for|by)|like) (?:\w+ ){0,2}$")
_AS_IN_ALL = re.compile(r"(?:just |much )?(?:as (?:in|with|for|by)|like) [^,;.]*$")
_AS_OTHERS_DO = re.compile(r",? (?:which|that) (?:is|was) (?:just |also |exactly |only )?(?:how|what|where|the way) ")
_LINK = re.compile(r"^[^,;:.?]{0,40}\b(?:for|of|by|in|to|with|under|on|behind|from|is what|is how|that)\s+(?:the )?$")
_GROUP = re.compile(
    r"\b(?:both|the two|all (?:three|four|five|of them|strategies|models)|each of (?:them|the)|they|neither"
    r"|either of them|them)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A model's name or a word for it. `who` holds document ids (None: whoever the talk is of); empty: somebody else.

    The words it governs end at `until`, an offset into the passage. `aside`: it is only compared with. `each`: several names are
    joined ("A and B") and what is said is said of each. `possessive`: "its", which is whoever was named last, even in passing.
    `here`: "this one", which is whoever the question is about.
    """

    start: int
    end: int
    until: int
    who: frozenset[str] | None
    aside: bool = False
    each: bool = False
    possessive: bool = False
    here: bool = False


def primary(trace: Trace, names: Names, documents: Mapping[str, MethodologyDocument]) -> frozenset[str] | None:
    """The ids of the documents the conversation is about: `metadata.model_id`, else models named in the question, in the tool
    calls or in the answer. Empty where the model has no document; None where nothing tells."""
    given = trace.metadata.get("model_id")
    if isinstance(given, str) and given.strip():
        match = by_name(given, documents)
        return frozenset([match]) if match else frozenset()
    named = frozenset(who for _, _, who in names.find(_plain_text(trace.question)))
    if named:
        return named
    called = [value for call in calls(trace) if isinstance(value := call.get("model_id"), str)]
    if called:
        return frozenset(match for value in called if (match := by_name(value, documents)))
    return frozenset(who for _, _, who in names.find(_plain_text(trace.answer))) or None


def by_name(name: str, documents: Mapping[str, MethodologyDocument]) -> str | None:
    """The id of the document that `name` is the id or the title of."""
    if name in documents:
        return name
    wanted = plain(name)
    return next((key for key, document in documents.items() if wanted in (plain(key), plain(document.title))), None)


def calls(trace: Trace) -> Sequence[Mapping[str, Any]]:
    """The arguments of the conversation's tool calls, in order."""
    return [call.arguments for message in trace.messages for call in message.tool_calls]


def mentions(text: str, names: Names) -> list[Mention]:
    """Who a folded passage names, in order."""
    found: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for start, end, who in names.find(text):
        joined = found and not found[-1].aside and _JOINED.fullmatch(text, found[-1].end, start)
        whose = found[-1].who if joined else None
        taken.append((start, end))
        if _RELATED.match(text, end) or _RELATED_TO.search(text, max(start - 40, 0), start):
            found.append(_mention(text, start, end, frozenset()))
            continue
        found.append(_mention(text, start, end, frozenset([who]) | (whose or frozenset()), each=whose is not None))
    for start, end in names.foreign(text):
        if not any(begin < end and start < stop for begin, stop in taken):
            taken.append((start, end))
            found.append(_mention(text, start, end, frozenset()))
    for match in _UNKNOWN_ASIDE.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            taken.append(match.span())
            found.append(
                Mention(
                    start=match.start(),
                    end=match.end(),
                    until=_aside_end(text, match.end()),
                    who=frozenset(),
                    aside=True,
                )
            )
    for match in _OTHER.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        if match["thing"] and not _is_somebody_else(text, match):
            continue
        start = match.end() - len(match[0].lstrip(" "))
        taken.append((start, match.end()))
        other = _mention(text, start, match.end(), frozenset())
        colon = text.find(":", match.end()) if _WHO_SAID.match(text, start) else -1
        if colon > 0:
            other = replace(other, until=colon)  # "whoever wrote hourly bars was mistaken: it is …"
        named = text.startswith(":", match.end()) and any(match.end() < each.start for each in found)
        found.append(replace(other, until=match.end()) if named else other)  # "… of another strategy: q takes …"
    for match in _OTHERS.finditer(text):
        if (
            not any(start < match.end() and match.start() < end for start, end in taken)
            and _speaks_of_others(text, match)
            and not _is_verb(match, taken)
        ):
            taken.append(match.span())
            colon = text.find(":", match.end())  # "what people ask about is this: …" goes on about the strategy
            somebody = _mention(text, match.start(), match.end(), frozenset())
            found.append(replace(somebody, until=colon) if match["agents"] and colon > 0 else somebody)
    for match in _PRONOUN.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append(
                Mention(
                    start=match.start(),
                    end=match.end(),
                    until=len(text),
                    who=None,
                    possessive=match[0] == "its",
                    here=match["here"] is not None,
                )
            )
    found.sort(key=lambda mention: mention.start)
    _add_former_and_latter(text, found)
    return _until_the_next(text, found)


def without_names(text: str, names: Names) -> str:
    """The passage with each model's name blanked by a word of its length, so that "gbm" in a name is no claim."""
    for start, end in (*((start, end) for start, end, _ in names.find(text)), *names.foreign(text)):
        text = text[:start] + "q" * (end - start) + text[end:]
    return text


def speaks_of_all(text: str) -> bool:
    """Whether a passage speaks of every model named ("both", "all three")."""
    return _GROUP.search(text) is not None


_ATTRIBUTED = re.compile(
    r"[^.;]{0,90}(?:,| -) (?:so |as )?(?:says?|states?|reads?|writes?|demands?|requires?|according to|per|going by) (?:the |our |its )?\Z"
    r"| ?(?::|,| -) (?:that|this|such)(?:'s| is| was| are) (?!(?:more|less|not|only|also|much|far)\b)[^.;:,]{0,50}\Z"
    r"|(?! ?(?:and|but)\b)(?:(?!, (?:not|but)\b)[^.;:]){0,60}\b(?:belongs? to|(?:is|are|was) (?:that|the one|a (?:feature|trait|habit|rule|matter)|the (?:habit|way|rule|business|world)|true|right|typical) (?:of|for|in)|describes?|holds? (?:true )?(?:for|of)|comes? from|(?:is|are) (?:what|how)) (?:the |our )?\Z"
)  # "leverage above 2x has to be mentioned, says the policy"


_THAT_IS = r"(?:that|this|those|these|which|it)(?:'s| is| are| was| were| belongs? to| comes? from)"
_OWNED = re.compile(rf"[^.;]{{0,60}}?(?: -+|,|:| \(|;) ?{_THAT_IS} (?:the |our )?\Z")
_IN_PASSING = re.compile(rf"(?: -+ | \(|, ){_THAT_IS} (?:the |our )?$")  # "it is no bond fund - that's q - but …"
_PASSED = re.compile(r" -+ |\)|, (?=but\b)")


def governing(text: str, found: Sequence[Mention], start: int, end: int, *, denied: bool = False) -> Mention | None:
    """The mention that the words text[start:end] are said of, None where the passage names nobody for them.

    What is `denied` of one may be said to be another's ("not 12 of them - those belong to q"), of whom it is not denied.
    """
    after = next((mention for mention in found if mention.start >= end), None)
    if denied and after is not None and _OWNED.match(text[end : after.start]):
        found = [mention for mention in found if mention.start < start]
        after = None
    while after is not None and after.who == frozenset() and _AS_OTHERS_DO.fullmatch(text, end, after.start):
        after = next((mention for mention in found if mention.start > after.start), None)
    linked = after is not None and after.start - end <= 60
    if linked and after is not None and after.aside:  # "next to the 72 hours of q, …"
        linked = re.fullmatch(r" (?:[\w-]+ ){0,2}(?:of|in|for|by) (?:the )?", text[end : after.start]) is not None
    near = after if linked and after is not None and _LINK.match(text[end : after.start]) else None
    before = [mention for mention in found if mention.start <= start < mention.until]
    if after is not None and after.who is not None and not after.aside and _ATTRIBUTED.match(text[end : after.start]):
        return after
    if before and before[-1].who is None:
        pronoun = before[-1]
        named = [
            mention
            for mention in before
            if (mention.who or (pronoun.possessive and mention.who is not None))
            and mention.start < pronoun.start < mention.until
        ]
        before = [*before, *named[-1:]]
    if (
        near is not None
        and near.who is not None
        and (near.start - end <= 30 or not before or "," in text[before[-1].end : start])
    ):
        return near
    if before:
        return before[-1]
    if (
        after is not None
        and not after.aside
        and not re.search(r"[,;:?]|\b(?:and|but|while|whereas)\b", text[end : after.start])
    ):
        return after
    return None


def _add_former_and_latter(text: str, found: list[Mention]) -> None:
    """ "The former" is the first of the two that the passage names, somebody unknown where it does not name two."""
    for match in _FORMER.finditer(text):
        joined = [mention for mention in found if mention.who and mention.end <= match.start()]
        if len(joined) == 2 and joined[0].who and joined[1].who:
            who = joined[0].who if match["former"] else joined[1].who - joined[0].who
        else:
            who = frozenset()
        found.append(Mention(start=match.start(), end=match.end(), until=len(text), who=who))
    found.sort(key=lambda mention: mention.start)


def _until_the_next(text: str, found: list[Mention]) -> list[Mention]:
    """A mention in a clause of contrast ("whereas a does this, b …") is in passing and ends where the next one begins; one of somebody else
    in a clause that stands before the main one ends where that begins."""
    for index, mention in enumerate(found):
        if mention.who == frozenset():
            found[index] = replace(mention, until=min(mention.until, _main_clause(text, mention)))
        elif (
            mention.who
            and not mention.aside
            and index + 1 < len(found)
            and _WHEREAS.search(text, max(mention.start - 24, 0), mention.start)
        ):
            comma = text.find(",", mention.end)
            after = [later.start for later in found[index + 1 :] if 0 <= comma < later.start]
            found[index] = replace(mention, aside=True, until=after[0] if after else len(text))
    return found


def _main_clause(text: str, mention: Mention) -> int:
    """Where the main clause begins behind a mention in a clause that stands before it ("where similar models use a year, it …"); the text's
    end where it stands in none."""
    fronted = _FRONTED.match(text)
    main = _MAIN_CLAUSE.search(text, mention.end) if fronted and fronted.end() <= mention.end else None
    return len(text) if main is None else main.end()


def _mention(text: str, start: int, end: int, who: frozenset[str], *, each: bool = False) -> Mention:
    turned_to = _TURNED_TO.search(text, max(start - 30, 0), start) is not None and _GOES_ON.match(text, end)
    aside = not turned_to and _ASIDE.search(text, max(start - 60, 0), start) is not None
    until = _aside_end(text, end) if aside else len(text)
    passed = _PASSED.match(text, end) if _IN_PASSING.search(text, max(start - 40, 0), start) else None
    if passed:
        until = passed.start()
    return Mention(start=start, end=end, until=until, who=who, aside=aside, each=each)


def _aside_end(text: str, end: int) -> int:
    comma = text.find(",", end)
    if comma < 0:
        return len(text)
    if _RELATIVE.match(text, comma) and not _AS_IN_ALL.match(text, 0, comma):
        comma = text.find(",", comma + 1)
        return len(text) if comma < 0 else comma
    return comma


def _speaks_of_others(text: str, match: re.Match[str]) -> bool:
    """Whether "brokers" begin a statement, and "a model that …" is not what the strategy itself is."""
    begin = max(match.start() - 60, 0)
    if match["agents"]:
        if _AS_IN.search(text, begin, match.start()):
            return False
        return _AS_SUBJECT.search(text, begin, match.start()) is not None
    if match["thing"]:
        article = _ONE_OF_A_KIND.search(text, begin, match.start())
        return article is not None and not any(lead.search(text, begin, article.start()) for lead in (_IS, _DESCRIBES))
    return True


def _is_verb(match: re.Match[str], named: Sequence[tuple[int, int]]) -> bool:
    """Whether "books" or "models" tells what the strategy named right before it does."""
    return match["agents"] in _VERBS_TOO and any(end == match.start() - 1 for _, end in named)


def _is_somebody_else(text: str, match: re.Match[str]) -> bool:
    article, plural = match["article"] or "", match["thing"].endswith("s")
    if article == "the" and match["kinds"].startswith("most"):
        return False  # "the most liquid funds"
    if article in ("the", "this", "our", "its") or (article == "that" and not plural):
        return plural and (article == "the" or "other" in match["kinds"])
    if plural or "other" in match["kinds"]:
        return True
    if article in ("a", "an", "any", "another"):
        if match["thing"] in ("network", "classifier", "ranker", "learner", "pipeline", "regression", "forest"):
            return False
        return _IS.search(text, 0, match.start()) is None or _TO_COMPARE.search(text, 0, match.start()) is not None
    return article in ("each", "every")


def _plain_text(text: str) -> str:
    return " ".join(re.sub(r"[*_`]", " ", text.lower()).split())
