"""An Argilla server through Argilla's own SDK: the only module that imports it.

Only records are read by plain REST, over the SDK's connection: of a response the SDK keeps no time, and it breaks off at one
that was discarded without values. Records are written with the SDK's `api.records.bulk_upsert`, which `Dataset.records.log`
calls once it has drawn a progress bar.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from secrets import token_urlsafe
from types import TracebackType
from typing import Any

import argilla as rg
import httpx
import msgspec
from argilla._exceptions import ArgillaError, SettingsError

from labeling.argilla_objects import Page, Record
from labeling.refusals import RefusalTransport, no_argilla
from labeling.review_form import CARD, ERRORS, GUIDELINES, TERMS, VERDICTS

# The server takes 500 records a request; a trace may be long, and a shorter request shows progress.
_RECORDS_A_REQUEST = 100
_RECORDS_A_PAGE = 250


class ArgillaClient:
    """One user's access to one server; `sdk` is the SDK's own client.

    Whatever asks the server raises AssayError for what it refuses, or where none answers.
    """

    def __init__(self, url: str, api_key: str) -> None:
        self.url = url.rstrip("/")
        try:
            self.sdk = rg.Argilla(self.url, api_key, mounts={"all://": RefusalTransport(self.url)})
        except (ArgillaError, httpx.InvalidURL, ValueError, KeyError, TypeError):
            raise no_argilla(self.url) from None  # what was raised may quote an account, with its key

    def __enter__(self) -> "ArgillaClient":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.sdk.http_client.close()

    def __repr__(self) -> str:
        return f"ArgillaClient({self.url!r})"

    def create_dataset(self, name: str, workspace: rg.Workspace) -> rg.Dataset:
        """A review dataset, published: it can hold records."""
        try:
            return rg.Dataset(name, workspace=workspace, settings=review_settings(), client=self.sdk).create()
        except SettingsError as error:
            raise (error.__cause__ or error) from None

    def complete_dataset(self, draft: rg.Dataset) -> rg.Dataset:
        """Give a draft, which a killed run left, what it lacks, and publish it."""
        wanted = review_settings()
        draft.guidelines = wanted.guidelines
        for part in wanted.schema.values():
            if part.name not in draft.schema:
                draft.settings.add(part)
        draft.update()
        self.sdk.api.datasets.publish(draft.id)
        return self.sdk.datasets(id=draft.id).get()  # the SDK keeps a dataset's schema as it first was

    def annotator(self, username: str, *, first_name: str, workspace: rg.Workspace) -> rg.User:
        """An account of that name in a workspace, made where there is none with a password that nobody knows."""
        user = next((each for each in self.sdk.users if each.username == username), None)
        if user is None:
            password = token_urlsafe(24)
            user = rg.User(username=username, first_name=first_name, password=password, client=self.sdk).create()
        if user.id not in {member.id for member in workspace.users}:
            workspace.add_user(user)
        return user

    def records(self, dataset: rg.Dataset) -> Iterator[Record]:
        """Every record with every user's response, each once."""
        seen: set[str] = set()
        offset = 0
        while True:
            query = {"include": "responses", "offset": offset, "limit": _RECORDS_A_PAGE}
            answer = self.sdk.http_client.get(f"/api/v1/datasets/{dataset.id}/records", params=query)
            page = msgspec.json.decode(answer.content, type=Page).items
            yield from (record for record in page if record.id not in seen)
            seen.update(record.id for record in page)
            if len(page) < _RECORDS_A_PAGE:
                return
            offset += len(page)

    def upsert(self, dataset: rg.Dataset, records: Iterable[Mapping[str, Any]]) -> int:
        """Add records, or replace those of the same `id`, given as the SDK's `Record.from_dict` takes them.

        The fields and the metadata given replace all of the old ones; responses, and suggestions to other questions, stay.
        Returns how many were written.
        """
        rest = (rg.Record.from_dict(record, dataset).api_model() for record in records)
        written = 0
        while batch := list(islice(rest, _RECORDS_A_REQUEST)):
            self.sdk.api.records.bulk_upsert(dataset.id, batch)
            written += len(batch)
        return written

    def reopen(self, record: Record) -> None:
        """Take the submitted answers off a record, so that it waits for one again. What was not pulled before is lost."""
        for response in record.responses:
            if response.status == "submitted":
                self.sdk.http_client.delete(f"/api/v1/responses/{response.id}")


def review_settings() -> rg.Settings:
    """What a review dataset shows and asks. Needs a client to have been made."""
    return rg.Settings(
        guidelines=GUIDELINES.read_text("utf-8"),
        fields=[
            rg.TextField("question", title="Question"),
            rg.CustomField(
                "trace", title="Conversation and findings", template=CARD.read_text("utf-8"), advanced_mode=True
            ),
        ],
        questions=[
            rg.TextQuestion(
                "gold_answer",
                title="Gold answer",
                description="The answer a model will learn. It starts as the teacher's; change what is wrong.",
            ),
            rg.LabelQuestion("verdict", VERDICTS, title="Verdict"),
            rg.MultiLabelQuestion("errors", ERRORS, title="What was wrong", required=False),
            rg.TextQuestion(
                "rationale",
                title="Why",
                description="One sentence that a colleague can check. It is kept with the correction.",
                required=False,
            ),
        ],
        metadata=[
            *(rg.TermsMetadataProperty(name, title=title) for name, title in TERMS.items()),
            rg.IntegerMetadataProperty("priority", title="Priority, 3 is highest"),
        ],
        allow_extra_metadata=True,
    )
