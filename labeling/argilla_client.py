"""Talking to an Argilla server, any Argilla server: the only module that does.

Plain REST. Argilla's own SDK cannot sort, cannot read an annotator's key, and takes over two seconds to import.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from types import TracebackType
from typing import Any, TypeVar

import httpx
import msgspec

from data.errors import AssayError
from labeling.argilla_objects import Dataset, Part, Record, User, Workspace

T = TypeVar("T")

# The server takes 500 records and 100 responses a request; a trace may be long, and a shorter request shows progress.
_RECORDS_A_REQUEST = 100
_RESPONSES_A_REQUEST = 100
_RECORDS_A_PAGE = 250
_LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})


class _Items(msgspec.Struct, frozen=True):
    items: list[Any]


class ArgillaClient:
    """One user's access to one server. Every method raises AssayError for what the server refuses or where none answers."""

    def __init__(self, url: str, api_key: str) -> None:
        self.url = url.rstrip("/")
        self._authority = {"X-Argilla-Api-Key": api_key}
        try:
            host = httpx.URL(self.url).host
            # A proxy of the environment applies to other machines, never to a server on this one.
            self._http = httpx.Client(
                base_url=f"{self.url}/api/v1",
                timeout=60.0,
                transport=httpx.HTTPTransport(retries=2),
                trust_env=host not in _LOCAL,
            )
        except (httpx.InvalidURL, ValueError) as error:
            raise AssayError(
                f"{url} is no address of a server ({error})", hint="set ARGILLA_API_URL to http://HOST:PORT"
            ) from None

    def __enter__(self) -> "ArgillaClient":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def __repr__(self) -> str:
        return f"ArgillaClient({self.url!r})"

    def me(self) -> User:
        return self._get("/me", User)

    def workspaces(self) -> list[Workspace]:
        """Those that the user may see; all of them for an owner."""
        return self._list("/me/workspaces", Workspace)

    def datasets(self) -> list[Dataset]:
        """Those that the user may see."""
        return self._list("/me/datasets", Dataset)

    def users(self) -> list[User]:
        """Everybody, with their keys: an owner may ask this."""
        return self._list("/users", User)

    def members(self, workspace_id: str) -> list[User]:
        """Who was added to a workspace. An owner sees it without being a member."""
        return self._list(f"/workspaces/{workspace_id}/users", User)

    def create_user(self, *, username: str, first_name: str, password: str) -> User:
        """A new annotator."""
        user = {"username": username, "first_name": first_name, "password": password, "role": "annotator"}
        return _decoded(self._call("POST", "/users", json=user), User)

    def set_password(self, user_id: str, password: str) -> None:
        self._call("PATCH", f"/users/{user_id}", json={"password": password})

    def add_member(self, workspace_id: str, user_id: str) -> None:
        self._call("POST", f"/workspaces/{workspace_id}/users", json={"user_id": user_id})

    def log_in(self, username: str, password: str) -> "ArgillaClient":
        """Another user's access, by password: a token is asked for, and with it that user's key."""
        login = {"username": username, "password": password}
        token = self._call("POST", "/token", authority={}, data=login).json()["access_token"]
        answer = self._call("GET", "/me", authority={"Authorization": f"Bearer {token}"})
        return ArgillaClient(self.url, _decoded(answer, User).api_key)

    def create_dataset(self, name: str, *, workspace_id: str, guidelines: str) -> Dataset:
        """A draft."""
        body = {"name": name, "workspace_id": workspace_id, "guidelines": guidelines, "allow_extra_metadata": True}
        return _decoded(self._call("POST", "/datasets", json=body), Dataset)

    def parts(self, dataset_id: str, kind: str) -> list[Part]:
        """`kind` is "fields", "questions" or "metadata-properties"."""
        me = "/me" if kind == "metadata-properties" else ""
        return self._list(f"{me}/datasets/{dataset_id}/{kind}", Part)

    def add_part(self, dataset_id: str, kind: str, part: Mapping[str, Any]) -> None:
        self._call("POST", f"/datasets/{dataset_id}/{kind}", json=part)

    def publish(self, dataset_id: str) -> None:
        self._call("PUT", f"/datasets/{dataset_id}/publish")

    def update_field(self, field_id: str, settings: Mapping[str, Any]) -> None:
        self._call("PATCH", f"/fields/{field_id}", json={"settings": settings})

    def records(self, dataset_id: str) -> Iterator[Record]:
        """Every record with every user's response, each once."""
        seen: set[str] = set()
        offset = 0
        while True:
            query = {"include": "responses", "offset": offset, "limit": _RECORDS_A_PAGE}
            page = self._list(f"/datasets/{dataset_id}/records", Record, params=query)
            for record in page:
                if record.id not in seen:
                    seen.add(record.id)
                    yield record
            if len(page) < _RECORDS_A_PAGE:
                return
            offset += len(page)

    def upsert(self, dataset_id: str, records: Iterable[Mapping[str, Any]]) -> int:
        """Add records, or replace those of the same `external_id`: the fields and the metadata given replace all of the old
        ones, while responses stay. Returns how many were written."""
        written = 0
        for batch in _batches(records, _RECORDS_A_REQUEST):
            self._call("PUT", f"/datasets/{dataset_id}/records/bulk", json={"items": batch})
            written += len(batch)
        return written

    def submit(self, answers: Iterable[tuple[str, Mapping[str, Any]]]) -> int:
        """Submit this user's answers, (record id, question → value); one given before is replaced. Returns how many.

        Raises AssayError that names the first refused one; the others of its request are there all the same.
        """
        items = (
            {
                "record_id": record,
                "status": "submitted",
                "values": {name: {"value": value} for name, value in values.items()},
            }
            for record, values in answers
        )
        submitted = 0
        for batch in _batches(items, _RESPONSES_A_REQUEST):
            results = self._call("POST", "/me/responses/bulk", json={"items": batch}).json()["items"]
            for item, result in zip(batch, results, strict=True):
                if result.get("error"):
                    raise AssayError(
                        f"{self.url} refuses an answer to the record {item['record_id']}: {result['error']['detail']}"
                    )
            submitted += len(batch)
        return submitted

    def _get(self, path: str, kind: type[T]) -> T:
        return _decoded(self._call("GET", path), kind)

    def _list(self, path: str, kind: type[T], *, params: Mapping[str, Any] | None = None) -> list[T]:
        answer = self._call("GET", path, params=params)
        try:
            return msgspec.convert(_decoded(answer, _Items).items, list[kind])  # type: ignore[valid-type]
        except msgspec.ValidationError as error:
            raise _no_argilla(answer, error) from error

    def _call(
        self, method: str, path: str, *, authority: Mapping[str, str] | None = None, **request: Any
    ) -> httpx.Response:
        """`authority` takes the place of this user's key: {} for none."""
        headers = self._authority if authority is None else authority
        try:
            answer = self._http.request(method, path, headers=headers, **request)
        except httpx.TimeoutException as error:
            raise AssayError(f"{self.url} did not answer within 60 s", hint="try again", retryable=True) from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise AssayError(
                f"no Argilla server answers at {self.url} ({type(error).__name__})",
                hint="assay review serve",
                retryable=True,
            ) from error
        if answer.is_success:
            return answer
        raise _refusal(self.url, f"{method} {path}", answer)


def _batches(items: Iterable[T], size: int) -> Iterator[Sequence[T]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def _decoded(answer: httpx.Response, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(answer.content, type=kind)
    except msgspec.DecodeError as error:
        raise _no_argilla(answer, error) from error


def _no_argilla(answer: httpx.Response, error: Exception) -> AssayError:
    return AssayError(
        f"{answer.url.host}:{answer.url.port} does not answer as Argilla 2.8 does at {answer.url.path}: {error}",
        hint="set ARGILLA_API_URL to an Argilla server, or unset it and type: assay review serve",
    )


def _refusal(url: str, request: str, answer: httpx.Response) -> AssayError:
    match answer.status_code:
        case 401:
            return AssayError(
                f"{url} does not know this API key", hint="set ARGILLA_API_KEY to the key in your Argilla settings"
            )
        case 403:
            return AssayError(f"{url} does not allow {request} to this user", hint="use the API key of an owner")
        case 409:
            return AssayError(
                f"{url}: {request} collided with another: {_detail(answer)}", hint="try again", retryable=True
            )
        case status if status >= 500:
            return AssayError(
                f"{url} failed at {request} ({status})", hint="try again, or see the server's log", retryable=True
            )
        case status:
            return AssayError(f"{url} refuses {request} ({status}): {_detail(answer)}")


def _detail(answer: httpx.Response) -> str:
    try:
        detail = answer.json()["detail"]
    except (ValueError, KeyError, TypeError):
        detail = answer.text
    return str(detail)[:500]
