"""Whether what a tool returned is an error: by the fields and words in which tools of all makers tell one."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

_ERROR_KEY = re.compile(r"(?:\w*error\w*|exception|fault|err|traceback)", re.IGNORECASE)
_SUCCESS_KEYS = ("ok", "success", "succeeded", "is_success", "isSuccess")
_THERE_KEYS = ("found", "exists")
_STATE_KEY = re.compile(r"(?:\w+_)?(?:status|state|outcome|code)|result|type|level|severity")
_CODE_KEY = re.compile(r"(?:(?:http|grpc|response|error|api)_)?(?:status_)?(?:code|status)")
_EXIT_KEY = re.compile(r"(?:exit|return)_?(?:code|status)|rc|errno")
_PAYLOAD_KEYS = ("result", "results", "data", "payload", "value", "output", "response", "body", "report")
_FAILED_STATE = re.compile(
    r"(?!no[ _-])(?:\w+[ _-])?(?:errors?|errored|fail(?:ed|ure|s)?|rejected|refused|denied|time[ _-]?d?[ _-]?out|unavailable|not[ _-]?found|abort(?:ed)?|"
    r"cancell?ed|crashed|killed|forbidden|unauthori[sz]ed|invalid|unsupported|unknown|exhausted|throttled|fatal|critical|offline|unimplemented|unauthenticated|deadline[ _-]exceeded)",
    re.IGNORECASE,
)
# As programs spell a code: RESOURCE_EXHAUSTED, INVALID_ARGUMENT, E_TIMEOUT, ECONNREFUSED, NoSuchKey.
_FAILED_CODE = re.compile(
    r"(?:[A-Z]+_)*(?:ERROR|FAILED|FAILURE|FAILED_PRECONDITION|INVALID|NOT_FOUND|NO_SUCH|EXHAUSTED|UNAVAILABLE|DENIED|FORBIDDEN|UNAUTHORIZED|TIMEOUT|TIMED_OUT|EXCEEDED|"
    r"UNKNOWN|MISSING|ABORTED|CANCELLED|OUT_OF_RANGE|DATA_LOSS|INTERNAL|UNSUPPORTED|LIMIT|THROTTL\w+)(?:_[A-Z]+)*|E_[A-Z_]+|E(?:CONN|TIME|HOST|NO|PIPE|ACC|PERM)[A-Z]+|"
    r"(?:[A-Z][a-z]+)*(?:NotFound|NoSuch|Denied|Throttl|Invalid|Exceeded|Unavailable|Unauthorized|Forbidden|Timeout|Failed|Failure)(?:[A-Z][a-z]+)*"
)
_FAILURE = re.compile(
    r"\b(?:errors?|exceptions?|fail(?:ed|ure|s)?|traceback|time[ds]?[ -]?out|time-?outs?|crash(?:ed)?|abort(?:ed)?|denied|refused|rejected|declined|"
    r"forbidden|unauthori[sz]ed|not authori[sz]ed|unavailable|unreachable|offline|disconnected|unresponsive|invalid|malformed|unknown|"
    r"unsupported|unrecogni[sz]ed|missing|exceed(?:s|ed)|exhausted|used up|throttled|expired|insufficient|maintenance|too many|too (?:short|few|large|"
    r"long|early|late)|out of (?:range|bounds|memory)|outside|delisted|cannot|could not|unable|impossible|nothing|no such|went wrong|no longer|retired|withdrawn|discontinued|disabled|blocked|deprecated|endpoint|moved permanently|re-?index\w*|rebuil\w+|try again|temporarily|killed|"
    r"(?:does|do|did|is|was|are|were|has|have) not|must|not (?:\w+ed|found|available|exist|supported|permitted|allowed|enough|in|valid)|"
    r"no (?:\w+ ){0,2}(?:prices?|data|history|results?|access|permission|strategy|model|ticker|instrument|document|record|response|answer|bars|"
    r"quotes|entry|match(?:es)?|hits))\b|\b\w+n't\b",
    re.IGNORECASE,
)
# A passage on a method says what is not done or must be, and has failed in nothing.
_METHOD = re.compile(
    r"\b(?:positions?|orders|stocks|holdings|signals?|leverage|short sales?|shorting|weights?|capital|cash|re-?balanc\w+|trades|slippage|averages?|stops?|portfolio|universe|capitali[sz]ation)\b",
    re.IGNORECASE,
)
_ERROR_TEXT = re.compile(
    r"\W*(?:an?\s+)?(?:\w+[ .]){0,2}(?:\w*(?:error|exception)\b|fatal\b|traceback \(most recent call last\)|http(?:/[\d.]+)?\W{0,2}[45]\d\d\b|[45]\d\d\s+[A-Z]|(?:<!doctype[^>]{0,100}>\s*)?<html[\s\S]{0,200}<title>[^<]{0,60}\b(?:[45]\d\d|error|unavailable|denied)\b|"
    r"(?:<\?xml[^>]{0,100}\?>\s*)?<(?:\w+:)?(?:error|fault|exception)\b)",
    re.IGNORECASE,
)
_TRACEBACK = re.compile(r"^(?:\w+\.)*\w*(?:Error|Exception)\b|\bTraceback \(most recent call last\)", re.MULTILINE)
_NULL_TEXT = re.compile(
    r"\W*(?:results?|data|output|value|response|body)\W{0,3}\s*[:=]\s*(?:null|none|nil|~)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_LETTER = re.compile(r"[^\W\d_]")
_CASES = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HOLDS_FIGURES = re.compile(r"(?<![\w.])\d+\.\d+(?![\d.]*\.\d)|\d\s?%")

# Errors are short. What is longer is one only where a field or its first words say so.
_SHORT = 1500
_SENTENCE = 400
_DEEPEST = 3


def error_in(content: str) -> str | None:
    """The text of a tool's error, None where the result is none."""
    long = len(content) > _SHORT
    if (
        long
        and "rror" not in content
        and "xception" not in content
        and "RROR" not in content
        and "raceback" not in content
    ):
        return None
    found = _decoded(content)
    if isinstance(found, dict):
        told = _told_by_key(found)
        return told if told is not None or long else _told_by_state(found, holds_figures=_figures(content))
    if isinstance(found, str):
        return found if _is_error_text(found) else None
    return None


def _is_error_text(text: str) -> bool:
    """Text that opens as an error, a stack trace, or a short one without a figure that speaks of a failure."""
    if _ERROR_TEXT.match(text):
        return True
    if len(text) > _SHORT:
        return False
    if _TRACEBACK.search(text) or _NULL_TEXT.match(text):
        return True
    if len(text) > _SENTENCE or _HOLDS_FIGURES.search(text):
        return False
    found = _FAILURE.search(text)
    return found is not None and (_METHOD.search(text) is None or _FAILED_STATE.fullmatch(found[0]) is not None)


def _told_by_key(found: Mapping[str, Any]) -> str | None:
    return next(
        (
            _text(value)
            for key, value in found.items()
            if _ERROR_KEY.fullmatch(key) and any(map(_LETTER.search, _leaves(value)))
        ),
        None,
    ) or next((_text(found) for key in ("is_error", "isError", "error") if found.get(key) is True), None)


def _leaves(value: Any) -> Iterator[str]:
    """The texts of a field."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _leaves(each)


def _told_by_state(found: Mapping[str, Any], *, holds_figures: bool, depth: int = 0) -> str | None:
    """A state that means failure; without a figure also a code, or words about a failure where a result should be."""
    if any(key in found and str(found[key]).lower() in ("false", "0", "no") for key in _SUCCESS_KEYS):
        return _words(found) or _text(found)
    states = {_CASES.sub("_", key).lower(): value for key, value in found.items()}
    if any(_STATE_KEY.fullmatch(key) and _is_failed(value) for key, value in states.items()):
        return _words(found) or _text(found)
    if holds_figures:
        return None
    if any(found.get(key) is False for key in _THERE_KEYS):
        return _text(found)
    if any(
        (_CODE_KEY.fullmatch(key) and _is_failing_code(value)) or (_EXIT_KEY.fullmatch(key) and value)
        for key, value in states.items()
    ):
        return _words(found) or _text(found)
    if any(key in found and found[key] in (None, [], {}) for key in _PAYLOAD_KEYS) or not any(
        map(_is_payload, found.values())
    ):
        words = _words(found)
        if words and _FAILURE.search(words.replace("_", " ")):
            return words
    if depth and (told := _told_by_key(found)) is not None:
        return told
    inner = (value for value in found.values() if isinstance(value, dict)) if depth < _DEEPEST else ()
    return next(filter(None, (_told_by_state(each, holds_figures=False, depth=depth + 1) for each in inner)), None)


def _is_failed(state: Any) -> bool:
    return isinstance(state, str) and (_FAILED_STATE.fullmatch(state) or _FAILED_CODE.fullmatch(state)) is not None


def _is_failing_code(code: Any) -> bool:
    if isinstance(code, str):
        return len(code) == 3 and code.isdecimal() and code[0] in "45"
    return isinstance(code, int) and 400 <= code < 600


def _is_payload(value: Any) -> bool:
    """Whether a field holds what a tool is asked for: a number, or a list of objects or names."""
    if isinstance(value, list):
        return any(
            isinstance(each, list | int | float | str) or (isinstance(each, dict) and not _message_of(each))
            for each in value
        )
    if isinstance(value, dict):
        return any(map(_is_payload, value.values()))
    return isinstance(value, int | float) and not isinstance(value, bool)


def _words(found: Mapping[str, Any]) -> str:
    return "; ".join(_sentences(found, 0))[:_SENTENCE]


def _sentences(value: Any, depth: int) -> Iterator[str]:
    """The texts that are no result of a search: those of the object itself, and of messages listed in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth < _DEEPEST:
        for each in value:
            if isinstance(each, str) or (isinstance(each, dict) and _message_of(each)):
                yield from _sentences(_message_of(each) if isinstance(each, dict) else each, depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST:
        for each in value.values():
            yield from _sentences(each, depth + 1)


def _message_of(item: Mapping[str, Any]) -> str | None:
    """The message of a problem in a list of them (validation), or of a text part (the Model Context Protocol)."""
    if "msg" in item or "message" in item:
        return str(item.get("msg") or item.get("message"))
    return str(item["text"]) if item.get("type") == "text" and "text" in item else None


def _figures(content: str) -> bool:
    return _HOLDS_FIGURES.search(content) is not None


def _decoded(content: str) -> Any:
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError):
        return content.strip()


def _text(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
