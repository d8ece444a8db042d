"""An answer cut into the stretches that make one statement each: sentences, bullets, headings, table cells."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from validators.methodology.answered_questions import LONGEST as LONGEST_QUESTION
from validators.methodology.answered_questions import is_answered, is_reply
from validators.methodology.json_fields import json_fields
from validators.methodology.topic_names import topic_of

LONGEST = 700  # characters: longer sentences are cut at a space, so that time grows linearly with any text

_SPECIAL = {
    ord(character): replacement
    for characters, replacement in (
        ("‐‑‒–—−﹣－", "-"),
        ("‘’ʼ′´", "'"),
        ("“”„″", '"'),
        ("×✕", "x"),
        ("∕⁄", "/"),
        ("∶：→⇒➔➜", ":"),
        ("％", "%"),
        ("\u00a0\u2007\u2009\u200a\u202f\u3000\t", " "),
    )
    for character in characters
}
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_FOLD = _LOWER | _SPECIAL
_MARKUP = str.maketrans(dict.fromkeys("*_`\n\r\t", " "))
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|approx|cf|al|no|incl|resp|fig|inc|ltd|dr|mr|ms|st|p\.a|u\.s|ca|est|avg|max|min|std|yr|mo"
    r"|bn|mn|pct"
    r"|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)|\b[a-z])\.$"
)
_STOP = re.compile(r"[.!?]+[\"')\]*_”’]*(?=\s)|;(?=\s)")
_BULLET = re.compile(r"\s*(?:[-*+•▪–]|\(?\d{1,2}[.)]|[a-z]\))\s+")
_PAIR = re.compile(
    r"\s*>\s*(?=[\w*][\w /*-]{1,40}\s?(?:=|:)\s?\S)(?![^?]*\?)"
)  # a line "> Fee = 5 bps" of a list of settings
_HEADING = re.compile(r"\s*(?:#{1,6}\s+.*|\*\*(?![^a-zA-Z*]+\*\*)[^*]+\*\*:?|__[^_]+__:?)\s*$")
_RUN_IN = re.compile(
    r"\s*\*\*(?P<name>[^*\n]{2,40}?)\.\*\*\s+(?=\S)"
)  # "**Leverage.** 2:1" is a heading and what stands under it
_SAYS = re.compile(r"\w(?: ?:| -+ )(?! *$)")  # a heading that tells a value: "Data: daily closes"
_VERBS = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|do|does|did|has|have|had|can|could|will|would|should|may|might|must|gets?|got|it|we|they|you|i"
    r"|there|uses?|used|trades?|traded|holds?|held|buys?|sells?|charges?|charged|pays?|fits?|fitted|trains?|trained|runs?|ran|reads?"
    r"|looks?|rebalances?|rebalanced|executes?|executed|fills?|filled|borrows?|needs?|comes?|takes?|took|makes?|made|applies|applied"
    r"|says?|said|stays?|goes|went|returned|gained|lost|fell|rose|ended)|(?:n't|'s|'re|'ve))\b"
)
_WHICH = re.compile(r"\b(?:what|which|who|whose|why|how|when|where|whether)\b")
_ANSWER_IS = re.compile(r"(?:(?:the|its|our|my) )?(?:[\w-]+(?:'s)? ){0,2}answer(?: to (?:that|this))? is\b")
_TAIL = re.compile(
    r",? (?:so )?(?:says|states|reads|writes|tells us|goes) (?:the|its|our|q{3,}|this) |,? (?:that's|that is|which|and that|as far as|according to|if i|(?:so|because|since|though|but) (?:you|that|it|there|we|they|no|nothing|don't))\b"
)
_NOT_SO = re.compile(
    r" (?:but |and )?(?:the|my) (?:\w+ )?answer (?:is|must be) (?:a |an )?(?:\w+ )?(?:yes|no)\b| (?:but |and )?(?:it|that|this|they|those) (?:is|was|does|are|were|did|do|has|have)(?: not|n'?t)(?: \w+){0,2}(?=[.,;!]|$)"
    r"| (?:but |and |as )?(?:the|its|their|that|this) (?:own |methodology )?(?:document\w*|methodology|write-?up|rulebook|spec\w*|sheet) (?:itself |\w+ly )?(?:says?|states?|tells?|reads?|specif(?:y|ies)|shows?|puts it|describes?|prescribes?) (?:otherwise|differently|something (?:else|different|other)|(?:quite )?the (?:opposite|contrary|reverse))\b"
)
_FITTED = re.compile(r"\b(?:fitted|tuned|optimi[sz]ed|calibrated|estimated|learn(?:ed|t)|searched)\b")
_NOR_THIS = re.compile(  # "the exit is tuned; the entry is not"
    r" (?:(?:and|but|while) )?[^.;:!?,]{3,60}? (?:is|are|was|were|does|do|did)(?: not|n't)(?=[.;!]|$)"
)
_IN_ANOTHER = re.compile(  # "what is fitted in a is the depth; in b it is the window"
    r" (?:(?:and|but|while) )?(?:in|for|with|at) [^;:.!?,]{2,40},? (?:it|they|that)(?:'s|'re| is| are| was| were)\b"
)
_THE_FORMER = re.compile(r" [^.;:!?,]{2,40}? the (?:former|latter)(?=[.;!]|$)")
_NO_NAME = re.compile(  # a column of values
    r"(?:the |its )?(?:values?|settings?|details?|descriptions?|choices?|entry|entries|answers?|facts?|notes?|information|info|content|spec(?:ification)?s?"
    r"|configuration|parameters?|what (?:it is|it does|it uses|is documented|applies)|how(?: it works)?|as documented|documented(?: \w+)?|document(?:ation)?)"
)
_SPACES = re.compile(r"  +")
_RULE = re.compile(r"\s*\|?[\s:|+-]+\|?\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One statement of an answer.

    `text` is folded (lower case, plain dashes and quotes, no emphasis marks, single spaces) and begins with `label` characters
    that stand before it only in layout (a heading, a table's row and column name). `start` is the answer's offset of what
    follows the label in `source` (the answer), `gaps` the positions after the label behind which one more of the answer's
    spaces was left out each.
    `heading` is a label of prose as it was written. `quoted` tells a Markdown block quote, `title` a line that only introduces what follows, `unsaid` a label that
    the answer leaves unsaid.
    """

    text: str
    start: int
    label: int = 0
    gaps: tuple[int, ...] = ()
    heading: str = ""
    quoted: bool = False
    title: bool = False
    source: str = ""
    unsaid: bool = False

    @property
    def raw(self) -> str:
        """What of the answer the passage covers, as written."""
        return self.source[self.start : self.start + len(self.text) - self.label + len(self.gaps)]

    @property
    def is_bare_title(self) -> bool:
        """Whether it only names what follows, without a figure."""
        return (
            self.title
            and not any(character.isdigit() for character in self.text)
            and _SAYS.search(self.text.strip(" #")) is None
        )

    @property
    def cased(self) -> str:
        """`text` in the answer's own case, of the same length."""
        body = self.raw.translate(_MARKUP).translate(_SPECIAL)
        return (self.heading or self.text[: self.label]) + (_SPACES.sub(" ", body) if self.gaps else body)

    def under(self, heading: str, start: int = 0) -> "Passage":
        """What it says from text[start] on, as a line under a heading: "fee : 5 bps"."""
        label, shift = f"{heading} : ", start - self.label
        return replace(
            self,
            text=label + self.text[start:],
            label=len(label),
            start=self.offset(start),
            gaps=tuple(gap - shift for gap in self.gaps if gap >= shift),
        )

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The answer's offsets of text[start:end]; what stands in the label only is said by all that follows it."""
        if end <= self.label:
            return self.start, self.start + len(self.raw.rstrip())
        return self.offset(start), self.offset(end)

    def offset(self, position: int) -> int:
        """The answer's offset of a position in `text`; positions in the label count as the passage's start."""
        position = max(position - self.label, 0)
        return self.start + position + bisect_right(self.gaps, position - 1)


def ascii_lower(text: str) -> str:
    """`text` with ASCII letters in lower case, nothing else changed: what polars' `ascii_case_insensitive` compares."""
    return text.lower() if text.isascii() else text.translate(_LOWER)


def is_clause(sentence: str) -> bool:
    """Whether a folded sentence has a verb of its own, before anything that is only added to it."""
    return _VERBS.search(_TAIL.split(sentence, maxsplit=1)[0]) is not None


def fold(text: str) -> str:
    """`text` in lower case with plain dashes, quotes and spaces, character for character (only ASCII letters change case)."""
    return text.lower() if text.isascii() else text.translate(_FOLD)


def passages(answer: str, folded: str) -> Iterator[Passage]:
    """The passages of `answer`, in order; `folded` is `fold(answer)`."""
    plain = folded.translate(_MARKUP)
    label = ""
    columns: tuple[str, ...] = ()
    start, end, quoted = 0, 0, False  # the open paragraph
    for begin, stop in _lines(answer):
        line = answer[begin:stop]
        row = "|" in line and line.count("|") >= 2
        bullet = _BULLET.match(line)
        heading = _HEADING.match(line)
        blank = not line.strip()
        pair = _PAIR.match(line)
        quote = line.lstrip().startswith(">") and pair is None
        run_in = _RUN_IN.match(line)
        if run_in and topic_of(fold(run_in["name"])) is None:
            run_in = None
        if quoted and start < end and (blank or not (row or bullet or heading or quote)):
            # a question that is repeated and the reply to it are read as one
            if blank:
                continue
            if _is_replied_to(plain, start, end, begin):
                start, end, quoted = plain.index(">", start) + 1, stop, False
                continue
        if blank or row or bullet or heading or pair or run_in or quote != quoted:
            if start < end and _is_replied_to(plain, start, end, begin):
                quoted = False  # the question and the reply below it are read together
                continue
            yield from _sentences(answer, plain, start, end, label, quoted)
            start = end = stop
        if row:
            if _RULE.match(line):
                continue
            cells = _cells(line, begin)
            header = not columns and _heads_rows(answer, stop)
            yield from _row(answer, plain, cells, columns, header)
            columns = columns or tuple(plain[a:b].strip() for a, b in cells)
            continue
        columns = ()
        if blank:
            continue
        if heading:
            yield _passage("", plain[begin:stop], begin, False, answer, title=True)
            label = plain[begin:stop].strip(" #:")
            continue
        if start == end:
            opening = pair or bullet or run_in
            label = fold(run_in["name"]) if run_in else label
            start, quoted = (begin + (opening.end() if opening else 0)), quote
        end = stop
        if line.rstrip(" *_").endswith(":") and len(line) < 80:
            yield _passage("", plain[start:end], start, quoted, answer, title=True)
            label = plain[start:end].strip(" #:>")
            start = end = stop
    yield from _sentences(answer, plain, start, end, label, quoted)


def _heads_rows(answer: str, stop: int) -> bool:
    """Whether the row that ends at `stop` has a rule and at least one more row below it."""
    rule, _, below = answer[stop + 1 :].partition("\n")
    return _RULE.match(rule) is not None and below.partition("\n")[0].count("|") >= 2


def _lines(answer: str) -> Iterator[tuple[int, int]]:
    begin = 0
    while begin < len(answer):
        stop = answer.find("\n", begin)
        stop = len(answer) if stop < 0 else stop
        yield begin, stop
        begin = stop + 1


def _sentences(answer: str, plain: str, start: int, end: int, label: str, quoted: bool) -> Iterator[Passage]:
    fields = list(json_fields(plain, start, end))
    for key, begins, stop in fields:
        yield _passage(f"{key} : ", plain[begins:stop], begins, quoted, answer)
    begin = end if fields else start
    asked = ""
    while begin < end:
        stop = _sentence_end(answer, plain, begin, end)
        sentence = plain[begin:stop].strip()
        if sentence:
            names = [label] if label and begin == start else []
            if (
                asked
                and (not is_clause(sentence) or _ANSWER_IS.match(sentence))
                and (_WHICH.search(asked) or not is_reply(sentence))
            ):
                names.append(asked)
            yield _passage("".join(f"{name} : " for name in names), plain[begin:stop], begin, quoted, answer)
            asked = sentence.rstrip("?!\"') ") if sentence.endswith("?") and len(sentence) <= LONGEST_QUESTION else ""
        begin = stop


def _sentence_end(answer: str, plain: str, begin: int, end: int) -> int:
    limit = min(end, begin + LONGEST)
    for match in _STOP.finditer(answer, begin, limit):
        stop = match.end()
        if (match[0] == ";" and _goes_on(plain, begin, stop)) or is_answered(
            plain, begin, match.start(), match.start() + 1
        ):
            continue
        if match[0] == ";" or not _ABBREVIATION.search(plain, max(begin, stop - 8), stop):
            return stop
    if limit < end:
        space = plain.rfind(" ", begin + LONGEST // 2, limit)
        return space + 1 if space > 0 else limit
    return end


def _goes_on(plain: str, begin: int, stop: int) -> bool:
    """Whether what stands behind a semicolon is no sentence without what stands before it."""
    if _NOT_SO.match(plain, stop) or _THE_FORMER.match(plain, stop):
        return True
    other = _NOR_THIS.match(plain, stop) or _IN_ANOTHER.match(plain, stop)
    return other is not None and _FITTED.search(plain, begin, stop) is not None


def _is_replied_to(plain: str, start: int, end: int, begin: int) -> bool:
    """Whether a paragraph of one short question is replied to in the line below (after a blank one)."""
    asked = plain[start:end].rstrip(" \"')*_")
    return asked.endswith("?") and asked.count("?") == 1 and is_answered(plain, start, start + len(asked) - 1, begin)


def _cells(line: str, begin: int) -> tuple[tuple[int, int], ...]:
    cells: list[tuple[int, int]] = []
    position = 0
    for part in line.split("|"):
        cells.append((begin + position, begin + position + len(part)))
        position += len(part) + 1
    if cells and not line[: cells[0][1] - begin].strip():
        cells = cells[1:]
    if cells and not line[cells[-1][0] - begin :].strip():
        cells = cells[:-1]
    return tuple(cells)


def _row(
    answer: str, plain: str, cells: tuple[tuple[int, int], ...], columns: tuple[str, ...], header: bool
) -> Iterator[Passage]:
    name = plain[slice(*cells[0])].strip() if cells else ""
    if not columns and _SAYS.search(name):  # "fee: 10 bps | leverage: 2x"
        for begin, stop in cells:
            if plain[begin:stop].strip():
                yield _passage("", plain[begin:stop][:LONGEST], begin, False, answer)
        return
    inner = {index: plain[slice(*cells[index])].strip() for index in range(1, len(cells) - 1)}
    named = (
        {} if header else {index: cell for index, cell in inner.items() if topic_of(cell)}
    )  # "| alpha | fee | 5 bps |"
    for index, (begin, stop) in enumerate(cells):
        column = columns[index] if index < len(columns) else ""
        cell = plain[begin:stop]
        if not cell.strip() or (index == 0 and len(cells) > 1) or index in named:
            continue
        parts = [part for part in (name, named.get(index - 1, column)) if part and index > 0]
        if len(cells) == 2 and _NO_NAME.fullmatch(column):
            parts = [name] if name else []
        elif len(cells) == 1 and column:
            parts = [column]
        prefix = "" if header else "".join(f"{part[:120]} : " for part in dict.fromkeys(parts))
        yield _passage(prefix, cell[:LONGEST], begin, False, answer, title=header)


def _passage(prefix: str, text: str, start: int, quoted: bool, answer: str, *, title: bool = False) -> Passage:
    start += len(text) - len(text.lstrip(" "))
    text = text.lstrip(" ")
    gaps: list[int] = []
    if "  " in text:
        removed = 0
        for match in _SPACES.finditer(text):
            extra = match.end() - match.start() - 1
            gaps += [match.start() - removed] * extra
            removed += extra
        text = _SPACES.sub(" ", text)
    return Passage(
        text=prefix + text, start=start, label=len(prefix), gaps=tuple(gaps), quoted=quoted, title=title, source=answer
    )
