"""Dates that are told of another event, or of another trade or fall, than the tools tell them of: "peaked on 3 May", where that is the day
of the low; "closed on 9 June and made $120", where the $120 are another trade's."""

import re
from collections.abc import Iterator, Sequence

from validators.grounding.answer.answer import Answer
from validators.grounding.answer.claim import Claim
from validators.grounding.fit.claim_fit import Held, Matches
from validators.grounding.readings.events_in_order import event_told, is_full
from validators.grounding.sources.event_dates import EventDate, EventDates
from validators.grounding.tools.index import record_of
from validators.grounding.tools.number import PLACE

_OF_OTHERS = re.compile(
    r"\b(?:next|previous\w*|prior|preceding|earlier|later|others?|another|then|while|whereas|than|but|again|re-?enter\w*|after|since|versus|vs|against|both|each|all|range\w*|between|respectively)\b",
    re.IGNORECASE,
)


def dates_of_other_events(
    answer: Answer, dates: EventDates, claims: Sequence[Claim], held: Held, matches: Matches
) -> Iterator[tuple[int, EventDate]]:
    """Such dates, by place, with the one that is due there."""
    for place, claim in enumerate(claims):
        if claim.quantity.kind != "date" or not is_full(claim):
            continue
        told = dates.by_day.get(claim.quantity.readings[0], ())
        due = _of_its_record(answer, dates, claims, place, told) if told else None
        if told and due is None:
            due = _of_the_record_told(answer, dates, claims, place, told, held, matches)
        if due is not None:
            yield place, due


def tells_days_of_events(answer: Answer, claims: Sequence[Claim], held: Held) -> bool:
    """Whether any day is told as that of an event, or beside a number of a list's record."""
    days = {at: claim for at, claim in enumerate(claims) if claim.quantity.kind == "date" and is_full(claim)}
    listed = {
        claim.passage
        for claim in (claims if days else ())
        if (number := held.get(claim.quantity)) is not None and PLACE.search(number.source)
    }
    return any(claim.passage in listed or event_told(answer, claims, at) is not None for at, claim in days.items())


def _of_its_record(
    answer: Answer, dates: EventDates, claims: Sequence[Claim], place: int, told: Sequence[EventDate]
) -> EventDate | None:
    """The day of the event that a date is told as, where the tools tell the date of other events only."""
    said, events = event_told(answer, claims, place), {each.event for each in told}
    if said is None or said in events or None in events:
        return None
    beside = (each for own in told for each in dates.by_record[own.record])
    return next((each for each in beside if each.event == said), None)


def _of_the_record_told(
    answer: Answer,
    dates: EventDates,
    claims: Sequence[Claim],
    place: int,
    told: Sequence[EventDate],
    held: Held,
    matches: Matches,
) -> EventDate | None:
    """The day of the same event of the one record that the numbers of the sentence are of, where the date is of others only."""
    claim = claims[place]
    if answer.is_cell(claim) or _OF_OTHERS.search(answer.passage_text(claim.passage)):
        return None
    lists = {PLACE.sub("", each.record) for each in told}
    records = {each.record for each in told}
    beside = [
        {record_of(number.source) for number in matches.get(each.quantity, ())}
        for each in claims
        if each.passage == claim.passage and held.get(each.quantity) is not None
    ]
    own = set.intersection(*beside) if beside else set()
    own = {record for record in own if PLACE.search(record) and PLACE.sub("", record) in lists}
    if len(own) != 1 or own & records or any(inside & records for inside in beside):
        return None
    return next((each for each in dates.by_record.get(own.pop(), ()) if each.event == told[0].event), None)
