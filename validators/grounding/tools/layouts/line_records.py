"""Records that lines of plain text tell, one a line: "1. A  cagr 12%  sharpe 0.8", "case 1: fee_bps=5 cagr=22%"."""

import re
from collections import Counter
from collections.abc import Sequence

from validators.grounding.tools.key_dates import dates_in
from validators.grounding.tools.keys import is_name_key
from validators.grounding.tools.layouts.cell_pairs import (
    PAIR,
    cells_of,
    pairs_in_parts,
    pairs_in_sentences,
    pairs_of,
    running_pairs,
)
from validators.grounding.tools.layouts.equals_pairs import EQUALS, equals_pairs
from validators.grounding.tools.layouts.text_cells import without_bullet
from validators.grounding.tools.vocabulary.metric_keys import metric_of_key
from validators.grounding.tools.vocabulary.metrics import METRICS
from validators.grounding.tools.vocabulary.words import OF_THE_MARKET, OF_THE_RUN, key_words

_LEAD = re.compile(r"([^:=|]{1,40}):[ \t]+(?=\S)")
FEE_LEAD = re.compile(
    r"(?:at |fees? )?(\d{1,4}(?:\.\d{1,3})?) ?(?:bps?|basis points)(?: ?/ ?| per | a | each )?(?:side|way|trade)?",
    re.IGNORECASE,
)
_WHEN = r"(?:[QH][1-4][ -]?)?(?:19|20)\d\d(?:-\d\d)?|[QH][1-4][ -](?:19|20)\d\d|(?:19|20)\d\d[ -]?[QH][1-4]|[A-Z][a-z]{2,8} (?:19|20)\d\d"
_NAME_AND_TIME = re.compile(
    rf"(?P<name>[^\d\W](?:.{{0,36}}?[\w)])?)(?: in| for| during| over|,|/| [-–@·])? [(\[]?(?P<time>{_WHEN})[)\]]?"
    rf"|[(\[]?(?P<first>{_WHEN})[)\]]?(?:,|:|/| [-–·])? (?P<last>[^\d\W].{{0,40}})"
)
_STEP = re.compile(r"(?:.*\W)?([a-z]{3,12})[ #]{1,2}(\d{1,3}) ?(?:/|of) ?\d{1,3}", re.IGNORECASE)  # "fold 2/5"
_MOST_LEAD = 40  # characters of what stands before a line's pairs


def line_records(lines: Sequence[str]) -> tuple[list[dict[str, str]], list[str]] | None:
    """(a record for each line of like pairs, the other lines): "1. A  cagr 12%  sharpe 0.8", "case 1: fee_bps=5 cagr=22%"."""
    if len(lines) > 2_000:
        return None
    parsed = [(line, _parsed(line)) for line in lines]
    keys = Counter(tuple(pairs) for _, (_, pairs) in parsed if len(pairs) > 1)
    if not keys:
        return None
    alike, count = keys.most_common(1)[0]
    dated = all(dates_in(lead) for _, (lead, pairs) in parsed if tuple(pairs) == alike)
    measured = sum(_is_measured(key) or (dated and _says_whose(key)) for key in alike)
    if count < 2 or measured < 1 or 3 * measured < len(alike):
        return None
    records, rest = [], []
    leads = [lead for _, (lead, pairs) in parsed if tuple(pairs) == alike]
    called = {} if dated else told_apart(leads)
    timed = _named_and_dated(leads) or _steps(leads)
    numbered = leads == [str(place) for place, _ in enumerate(leads, 1)]
    for line, (lead, pairs) in parsed:
        if tuple(pairs) != alike:
            rest.append(line)
        elif lead and (fee := FEE_LEAD.fullmatch(lead)) is not None:
            records.append({"fee_bps": fee[1], **pairs})
        elif lead in timed:
            records.append({**timed[lead], **pairs})
        elif lead and (dated or not any(is_name_key(key) for key in alike)):
            by = "no" if numbered else "year" if dates_in(lead) else "run"
            records.append({by: called.get(lead, lead), **pairs})
        else:
            records.append(pairs)
    return records, rest


def _named_and_dated(leads: Sequence[str]) -> dict[str, dict[str, str]]:
    """The thing and the time of each lead, where all tell both and no two the same: "carry in 2019", "Q1 2020, moth"."""
    told = {lead: _NAME_AND_TIME.fullmatch(lead) for lead in leads}
    found = {
        lead: {"run": each["name"] or each["last"], "period": each["time"] or each["first"]}
        for lead, each in told.items()
        if each is not None and not dates_in(lead)
    }
    return found if len(found) == len(leads) else {}


def _steps(leads: Sequence[str]) -> dict[str, dict[str, str]]:
    """The step of each lead, where all tell one of as many: "fold 2/5" is fold 2."""
    told = {lead: _STEP.fullmatch(lead) for lead in leads}
    found = {lead: {each[1].lower(): each[2]} for lead, each in told.items() if each is not None}
    return found if len(found) == len(leads) and len({tuple(each) for each in found.values()}) == 1 else {}


def _is_measured(key: str) -> bool:
    """Whether a key is a metric's, be it of a part: "train_sharpe"."""
    return metric_of_key(key) in METRICS or metric_of_key(key.rpartition("_")[2]) in METRICS


def _says_whose(key: str) -> bool:
    """Whether a key of numbers by year says only whose they are: "2019: strategy 4.1%, benchmark -2.0%"."""
    return (OF_THE_RUN | OF_THE_MARKET | {"fund"}).issuperset(key_words(key))


def told_apart(leads: Sequence[str]) -> dict[str, str]:
    """What tells the leads of several lines apart, without the words that all of them have: "PG" of "[PG] carry", "carry" of
    "runs/carry"."""
    paths = [lead.rpartition("/") for lead in leads]
    if len(paths) > 1 and paths[0][0] and len({above for above, *_ in paths}) == 1:
        return {lead: own for lead, (*_, own) in zip(leads, paths, strict=True)}
    words = [[word.strip("[]()") for word in lead.split()] for lead in leads]
    common = set(words[0]).intersection(*words[1:]) if words else set()
    own = [" ".join(word for word in each if word not in common) for each in words]
    return dict(zip(leads, own, strict=True)) if all(own) and len(set(own)) == len(own) else {}


def _parsed(line: str) -> tuple[str, dict[str, str]]:
    """(what leads, the pairs) of a line that is pairs to its end; ("", {}) for any other."""
    body = without_bullet(line)
    lead = ""
    match = _LEAD.match(body)
    if match is not None and _leads(match[1].strip()):
        lead, body = match[1].strip(), body[match.end() :]
    pairs = equals_pairs(body) or pairs_in_parts(body) or (pairs_in_sentences(body) if lead else {})
    if len(pairs) > 1:
        return lead, pairs
    if (
        not lead
        and (found := EQUALS.search(body)) is not None
        and found.start()
        and body[found.start() - 1] in " \t|:-"
    ):
        pairs = equals_pairs(body[found.start() :])
        if len(pairs) > 1 and found.start() <= _MOST_LEAD:
            return body[: found.start()].strip(" \t|:-"), pairs
    cells = cells_of(body)
    if cells and not lead and PAIR.fullmatch(cells[0]) is None and len(cells[0]) <= _MOST_LEAD:
        lead, cells = cells[0], cells[1:]
    pairs = pairs_of(cells) or running_pairs(body)
    return (lead, pairs) if pairs else ("", {})


def _leads(label: str) -> bool:
    """Whether what stands before a line's pairs says what they are of, and is no label of a number itself."""
    return FEE_LEAD.fullmatch(label) is not None or (metric_of_key(label) not in METRICS and not is_name_key(label))
