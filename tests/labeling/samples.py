"""Traces, verdicts and reviewers for the review tests."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import argilla as rg
import httpx

from data.records import Correction, Evidence, Message, Outcome, Review, Severity, ToolCall, Trace, Verdict
from data.store import Store
from data.tables import CORRECTIONS, FAILURES, REVIEWS, TRACES, VERDICTS
from labeling.argilla_client import ArgillaClient
from labeling.argilla_objects import Record
from labeling.pull import pull
from labeling.push import push
from labeling.review_dataset import ReviewDataset, find
from validators.reasons import Reason

CURRENT = "current-fingerprint"
SEED = 7
BOILERPLATE = "It returned 11.3% a year. It was validated with an 80/20 train/test split."
RIGHT = "It returned 11.3% a year. It fits no parameter, so there is no train/test split."


def trace(answer: str = BOILERPLATE, *, question: str | None = None, result: str | None = None) -> Trace:
    """A conversation with one tool call; another one whenever it is asked for without a question."""
    call = ToolCall(
        id="call_0", name="run_backtest", arguments={"model_id": "sma-trend", "ticker": "SPX", "fee_bps": 5.0}
    )
    returned = (
        json.dumps({"model_id": "sma-trend", "metrics": {"cagr": 0.1134, "trades": 24}}) if result is None else result
    )
    return Trace(
        messages=(
            Message(role="system", content="Answer with the tools."),
            Message(role="user", content=question or f"What CAGR did sma-trend earn? ({uuid4().hex})"),
            Message(role="assistant", content="", tool_calls=(call,)),
            Message(role="tool", content=returned, tool_call_id="call_0", name="run_backtest"),
            Message(role="assistant", content=answer),
        ),
        metadata={"model_id": "sma-trend", "question_kind": "lookup", "split": "train", "regime": "bull-calm"},
        author="scripted-teacher",
    )


def verdict(
    of: Trace,
    check: str = "methodology",
    *,
    outcome: Outcome = "fail",
    severity: Severity = "block",
    said: str = "80/20 train/test split",
    message: str = "says '80/20 train/test split'; sma-trend#evaluation_split is none",
    fingerprint: str = CURRENT,
) -> Verdict:
    start = of.answer.find(said)
    evidence = Evidence(
        text=said, start=start, end=start + len(said), topic="evaluation_split", clause="sma-trend#evaluation_split"
    )
    failed = outcome != "pass"
    return Verdict(
        trace_id=of.id,
        source_id=None,
        check=check,
        fingerprint=fingerprint,
        outcome=outcome,
        severity=severity,
        reason=str(Reason.INAPPLICABLE_TOPIC) if failed else None,
        message=message if failed else "",
        evidence=(evidence,) if failed and start >= 0 else (),
    )


def passed(of: Trace, check: str = "methodology") -> Verdict:
    return verdict(of, check, outcome="pass")


@dataclass(frozen=True, kw_only=True)
class Bench:
    """A store of its own and a review dataset of its own on the shared server."""

    store: Store
    owner: ArgillaClient
    name: str

    def judged(self, *traces: Trace, verdicts: Sequence[Verdict] = ()) -> None:
        """Put traces into the store; each fails the methodology check unless `verdicts` says something of it."""
        self.store.append(TRACES, traces)
        spoken_of = {each.trace_id for each in verdicts}
        self.store.append(VERDICTS, [*verdicts, *(verdict(each) for each in traces if each.id not in spoken_of)])

    def push(self, *, audit_share: float = 0.0, fingerprints: Sequence[str] = (CURRENT,)) -> dict[str, int]:
        return dict(
            push(
                self.store, self.owner, dataset=self.name, fingerprints=fingerprints, audit_share=audit_share, seed=SEED
            )
        )

    def pull(self) -> dict[str, int]:
        return dict(pull(self.store, self.owner, dataset=self.name))

    @property
    def dataset(self) -> ReviewDataset:
        found = find(self.owner, self.name)
        assert found is not None
        return found

    def records(self) -> dict[str, Record]:
        """By the trace's id."""
        return {record.external_id or "": record for record in self.owner.records(self.dataset.held)}

    def reviews(self) -> list[Review]:
        return sorted(self.store.read(REVIEWS), key=lambda each: each.submitted_at)

    def corrections(self) -> list[Correction]:
        return sorted(self.store.read(CORRECTIONS), key=lambda each: each.created_at)

    def failures(self) -> list[tuple[str, str]]:
        return [(each.item, each.reason) for each in self.store.read(FAILURES)]

    def person(self) -> "Person":
        """A new reviewer with an account and key of their own."""
        name, password = f"person-{uuid4().hex[:8]}", uuid4().hex
        sdk = self.owner.sdk
        user = sdk.users.add(rg.User(username=name, first_name="A person", password=password, client=sdk))
        self.dataset.held.workspace.add_user(user)
        with httpx.Client(base_url=f"{self.owner.url}/api/v1") as login:
            token = login.post("/token", data={"username": name, "password": password}).json()["access_token"]
            me = login.get("/me", headers={"Authorization": f"Bearer {token}"}).json()
        return Person(name=name, client=ArgillaClient(self.owner.url, me["api_key"]), bench=self)


@dataclass(frozen=True, kw_only=True)
class Person:
    name: str
    client: ArgillaClient
    bench: Bench

    def submit(self, of: Trace, choice: str, answer: str | None = None, **more: object) -> None:
        """Submit an answer to a trace's record, or change the one given; `answer` None: as the teacher wrote it."""
        values = {"gold_answer": of.answer if answer is None else answer, "verdict": choice, **more}
        self.respond(self.bench.records()[of.id].id, values)

    def respond(self, record_id: str, values: Mapping[str, object] | None, *, status: str = "submitted") -> None:
        """As Argilla's page does it. `values` None: discard without having written anything."""
        answer: dict[str, object] = {"record_id": record_id, "status": status}
        if values is not None:
            answer["values"] = {name: {"value": value} for name, value in values.items()}
        sent = self.client.sdk.http_client.post("/api/v1/me/responses/bulk", json={"items": [answer]})
        assert not sent.json()["items"][0].get("error"), sent.text


def bench(store_home: Path, owner: ArgillaClient) -> Bench:
    return Bench(store=Store(str(store_home)), owner=owner, name=f"set-{uuid4().hex[:8]}")
