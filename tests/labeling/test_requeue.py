"""A stale example goes back to review on a real server, even when it was answered."""

from labeling.requeue import requeue
from tests.labeling.samples import RIGHT, Bench, trace

CHANGE = "sma-trend#rebalance was daily when this was validated; it is weekly now"


def test_exactly_the_stale_examples_wait_again(desk: Bench) -> None:
    stale, other = trace(), trace()
    desk.judged(stale, other)
    desk.push()
    person = desk.person()
    person.submit(stale, "edit", RIGHT)
    person.submit(other, "edit", RIGHT)
    assert desk.pull()["reviews"] == 2

    first = requeue(desk.store, desk.owner, dataset=desk.name, stale={stale.id: [CHANGE]})
    assert first == {"new": 0, "opened again": 1, "there before": 0}
    records = desk.records()
    assert records[stale.id].responses == []
    assert (records[stale.id].metadata or {})["review_reason"] == "stale"
    assert [response.status for response in records[other.id].responses] == ["submitted"]
    assert len(desk.reviews()) == 2, "what was reviewed before is kept"

    person.submit(stale, "accept")
    again = requeue(desk.store, desk.owner, dataset=desk.name, stale={stale.id: [CHANGE]})
    assert again == {"new": 0, "opened again": 0, "there before": 1}
    assert len(desk.records()[stale.id].responses) == 1


def test_an_example_that_was_never_reviewed_is_sent(desk: Bench) -> None:
    fresh = trace()
    desk.judged(fresh)
    assert requeue(desk.store, desk.owner, dataset=desk.name, stale={fresh.id: [CHANGE]})["new"] == 1
    assert list(desk.records()) == [fresh.id]
