from pathlib import Path

import pytest

from data.errors import AssayError
from data.store import Store
from data.tables import VERDICTS
from labeling.selection import select
from tests.labeling.samples import CURRENT, passed, trace, verdict


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path))


def test_block_and_review_findings_and_errors_send_a_trace_to_review_and_info_does_not(store: Store) -> None:
    blocked, weighed, broken, noted, fine = (trace() for _ in range(5))
    store.append(
        VERDICTS,
        [
            verdict(blocked),
            passed(blocked, "grounding"),
            verdict(weighed, severity="review"),
            verdict(broken, outcome="error"),
            verdict(noted, severity="info"),
            passed(fine),
        ],
    )
    reasons = select(store, fingerprints=[CURRENT], audit_share=0, seed=1).reasons
    assert reasons == {
        blocked.id: "finding",
        weighed.id: "finding",
        broken.id: "finding",
        noted.id: None,
        fine.id: None,
    }


def test_stale_verdicts_do_not_count(store: Store) -> None:
    mended, unjudged = trace(), trace()
    store.append(VERDICTS, [verdict(mended, fingerprint="old"), passed(mended), verdict(unjudged, fingerprint="old")])
    selection = select(store, fingerprints=[CURRENT], audit_share=0, seed=1)
    assert selection.reasons == {mended.id: None}
    assert [each.outcome for each in selection.verdicts([mended.id])[mended.id]] == ["pass"]


def test_the_audit_is_a_share_and_stays_when_the_store_grows(store: Store) -> None:
    before, after = [trace() for _ in range(300)], [trace() for _ in range(300)]

    def drawn(seed: int, share: float = 0.2) -> set[str]:
        reasons = select(store, fingerprints=[CURRENT], audit_share=share, seed=seed).reasons
        return {trace_id for trace_id, reason in reasons.items() if reason == "audit"}

    store.append(VERDICTS, [passed(each) for each in before])
    first = drawn(seed=1)
    assert 30 <= len(first) <= 90  # 60 expected, four standard deviations of a binomial are 28
    store.append(VERDICTS, [passed(each) for each in after])
    assert {trace_id for trace_id in drawn(seed=1) if trace_id in {each.id for each in before}} == first
    assert drawn(seed=2) != drawn(seed=1)
    assert drawn(seed=1, share=0.1) < drawn(seed=1)
    assert drawn(seed=1, share=0) == set()
    assert len(drawn(seed=1, share=1)) == 600


def test_nothing_judged_says_what_to_do(store: Store) -> None:
    with pytest.raises(AssayError) as caught:
        select(store, fingerprints=[CURRENT], audit_share=0, seed=1)
    assert caught.value.hint
