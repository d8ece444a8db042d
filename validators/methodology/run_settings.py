"""What one run was set to: a fee of 20 bps asked for is no claim about the strategy's own fee."""

import re
from collections.abc import Iterator

from data.records import Trace
from validators.methodology.passages import fold
from validators.methodology.subjects import calls

_KEY = r"\w*(?:fee|bps|cost|commission|leverage|lookback|rebalance|ticker|symbol|universe|exposure|frequency|window_days)\w*"
_NUMBER = r"-?\d+(?:\.\d+)?(?:[eE]-?\d+)?"
_NAME = re.compile(_KEY, re.IGNORECASE)
_SETTING = re.compile(rf'"({_KEY})"\s*:\s*("[^"\\]{{0,80}}"|{_NUMBER})', re.IGNORECASE)
_LINE = re.compile(  # of a table, or "name: value": "| Fee per side (bps) | 6 |", "fee_bps,6"
    rf"^[|\s]*([^|:=,;\t\n]{{0,40}}(?:fee|commission|cost|bps)[^|:=,;\t\n]{{0,40}}?)\s*[|:=,;\t]+\s*({_NUMBER})\s*(%|bps?\b)?",
    re.IGNORECASE | re.MULTILINE,
)
_PHRASED = re.compile(  # "setting": "fee 30 bps"
    r'"((?=[^"\\]{0,59}\d)[^"\\]{0,40}(?:fee|bps|basis point|commission|cost|leverag|lookback|look-back|rebalanc|\dx\b)[^"\\]{0,40})"',
    re.IGNORECASE,
)
_RUN = re.compile(
    r"\b(?:(?:this|that|the|your|my|each|requested|above|second|first|what-if|same) (?:\w+ )?(?:runs?"
    r"|back-?tests?|simulations?|scenarios?|results?|what-if)|(?:this|that|your|my|requested|above|what-if) (?:\w+ )?(?:case|calculation|test|window|setting|request)"
    r"|returned|returns? (?:of|was|is|falls|drops)|earned|gained|lost|ended|finished|produced|yielded|grew"
    r"|compounded|came (?:out|to)|becomes?|cagr|sharpe|drawdown|what-if|re-?run|(?:re-?)?ran|(?:with|at|under) (?:\w+ )?(?:fees?|costs?|commissions?|charges) (?:set|raised|cut|lowered|changed|moved) (?:to|at)"
    r"|(?:the|a|an|this|that) (?:(?!strategy|model)[\w.%/-]+ ){1,4}(?:scenario|case|variant|what-if|re-?run|sensitivity|stress)|was (?:run|computed|charged|set)"
    r"|were (?:run|charged|set)|fell|dropped|rose|net of|you (?:asked|requested|set|chose|specified|wanted)"
    r"|performance (?:was|is|of|came)|tested (?:with|at|under)|(?:i|we|you) (?:\w+ )?(?:changed|raised|lowered|varied|altered|doubled|halved|tried)|(?:unlike|other than|differ\w* from|not) (?:in |what )?the document|giving an?"
    r"|as (?:requested|asked)|requested|overrid\w+|instead of (?:the|its) (?:default|documented|usual|own))\b"
)
_THIS_RUN = re.compile(r"\b(?:this|your|that|my|each) (?:\w+ )?(?:run|back-?test|simulation|what-if|scenario)\b")
_WHAT_IF = re.compile(
    r"\b(?:(?:doubl|tripl|halv|quadrupl)(?:e[sd]?|ing)|half the|twice the|(?:without|remov\w+|dropp?\w*|lift\w*|add\w*|rais\w+|lower\w*|increas\w+|reduc\w+|cut\w*|chang\w+|switch\w*|swap\w*|mov\w+|vary\w*|sensitiv\w+|sweep\w*) (?:to |of |in |on )?(?:the |its |any |all )?(?:(?:trading|transaction|per-side) )?(?:fees?|costs?|commissions?|leverage|gearing|lookback|look-back|window|rebalanc\w+|slippage)|sensitiv\w+|stress\w*|break-?even|worthwhile|realistic|what[- ]if|what would|how would|would|suppose|assuming|(?:^|[.,;:!?] ?|\b(?:please|(?<!did )(?<!do )(?<!have )you|(?<!did )(?<!do )i|(?<!did )(?<!do )we|to|and|then|now|let's|let us|me|us|if) )assume\b|instead of|re-?run\b|if (?:it|the|i|we|you"
    r"|fees?|costs?|trading)|(?:^|[.,;:!?] ?|\b(?:please|you|i|we|to|and|then|now|let's|me|us) )(?:run|backtest"
    r"|simulate)\b.{0,80}\b(?:with|at|using)\b|change\w* (?:to|from))"
)
_OWN = re.compile(
    r"\b(?:by default|default(?:s| fee| is| setting)?|(?<!not the )(?<!not its )documented|methodology|document (?:says|states|sets)"
    r"|by design|normally|always|as (?:specified|documented)|standard (?:fee|setting)|official(?:ly)?"
    r"|usual(?:ly)?)\b"
)


def is_about_run(text: str) -> bool:
    """Whether a folded passage tells how one run went or was set, and not how the strategy is documented."""
    if _THIS_RUN.search(text):
        return True
    return _RUN.search(text) is not None and _OWN.search(text) is None


_AGAINST_DOCUMENT = re.compile(
    r"[^.;]{0,90}(?:[,;(] ?| - )(?:while|whereas|whilst|although|though|but|yet|where|when|against|compared with|not) (?:\w+ )?(?:the|its|our|their) (?:\w+ ){0,2}?(?:document\w*|methodology|write-?up|rulebook|specification|default|base case|standard setting)\b"
    r"(?: (?!(?:agrees|confirms|also|too|likewise|same)\b)[\w']+){0,4}? (?:puts?|says?|states?|has|gives?|sets?|lists?|specif(?:y|ies)|uses?|names?|quotes?|assumes?|prescribes|charges?|is|was|calls? for|fixes|of|reads?|shows?|sp[eo]aks? of|mentions)\b"
    r"|[^.;]{0,40}?,? ?\(?(?:that|which|this|it)(?: is|'s)?(?: not|n't) (?:the|its) (?:documented|official|usual|default|own|real|actual) (?:one|fee|cost|charge|rate|value|setting|figure|number|multiple|window)\b"
    r"|[^.;]{0,60}, (?:which|that|this|and) (?:\w+ )?(?:departs?|deviates?|differs?|is (?:different|another|not)|are not) (?:from )?(?:the |its |what )?(?:one |level )?(?:\w+ )?(?:document\w*|methodology|default|standard|usual)\b"
)


def is_set_against_document(text: str, end: int) -> bool:
    """Whether what ends at `end` is contrasted with what the document has ("was charged 3 bps, while the document puts it at 2")."""
    return _AGAINST_DOCUMENT.match(text, end) is not None


def is_about_document(text: str) -> bool:
    """Whether a folded passage speaks of the strategy's documented or default setting."""
    return _OWN.search(text) is not None


def settings(trace: Trace) -> Iterator[str]:
    """The settings of the conversation's runs as phrases ("fee : 20 bps"): tool arguments and outputs, a what-if's question."""
    if isinstance(ticker := trace.metadata.get("ticker"), str):
        yield f"ticker : {ticker}"
    for arguments in calls(trace):
        for key, value in arguments.items():
            if isinstance(value, str) and _PHRASED.fullmatch(f'"{value}"'):
                yield _spaced(value)
            if _NAME.fullmatch(key):
                for each in value if isinstance(value, list) else [value]:
                    yield _phrase(key, str(each))
    for message in trace.messages:
        if message.role == "tool" and '"facts"' not in message.content:  # those are a document's, and no run's
            for match in _SETTING.finditer(message.content[:200_000]):
                yield _phrase(match[1], match[2].strip('"'))
            for match in _PHRASED.finditer(message.content[:200_000]):
                yield _spaced(match[1])
            for match in _LINE.finditer(message.content[:200_000]):
                yield _phrase(f"{match[1]} {match[3] or ''}", match[2])
    if asks_what_if(trace):
        yield " ".join(trace.question[:20_000].split())


def asks_what_if(trace: Trace) -> bool:
    """Whether the question asks for a run at a setting of its own."""
    return trace.metadata.get("question_kind") == "whatif" or _WHAT_IF.search(fold(trace.question[:20_000])) is not None


def numbers_told(trace: Trace) -> frozenset[float]:
    """The numbers of the tools' arguments and outputs: what a run was set to is one of them."""
    found: set[float] = set()
    for message in trace.messages:
        if message.role == "tool" and '"facts"' not in message.content and "evaluation_split" not in message.content:
            found.update(float(each) for each in _ANY_NUMBER.findall(message.content[:200_000]))
    for arguments in calls(trace):
        found.update(float(each) for value in arguments.values() for each in _ANY_NUMBER.findall(str(value)))
    return frozenset(found)


_ANY_NUMBER = re.compile(r"(?<![\w.])(?<!\d-)\d{1,12}(?:\.\d{1,12})?(?![\w.]|-\d)")


def ran(trace: Trace) -> bool:
    """Whether the question asks for numbers of runs, so that a fee in the answer is theirs unless it is called the strategy's."""
    return trace.metadata.get("question_kind") == "lookup"


def _spaced(written: str) -> str:
    return " ".join(fold(written).replace("_", " ").split())


def _phrase(key: str, value: str) -> str:
    words = fold(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", key)).replace("_", " ")
    if re.fullmatch(_NUMBER, value):
        number = float(value)
        if "bp" in words:
            return f"fee : {number:g} bps"
        if re.search(r"fee|commission|cost", words):
            if re.search(r"%|pct|percent", words):
                return f"fee : {number:g}%"
            return f"fee : {number * 10_000:g} bps" if 0 < number <= _SHARE else f"fee : {number:g}"
        if "leverage" in words:
            return f"leverage : {value}x"
    return f"{words} : {value}"


_SHARE = 0.05  # a fee as small as this, in no unit, is a share of the traded value
