"""Talking to a review server as any client would, and a small dataset to talk about."""

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx

LABELS = ["accept", "edit", "reject"]


@dataclass
class Api:
    """Argilla's REST interface as one user sees it. Raises on any error status."""

    url: str
    key: str
    client: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=60), repr=False)

    def __call__(self, method: str, path: str, body: Any = None, **parameters: Any) -> Any:
        headers = {"X-Argilla-Api-Key": self.key}
        answer = self.client.request(method, f"{self.url}/api/v1{path}", json=body, params=parameters, headers=headers)
        assert answer.is_success, f"{method} {path}: {answer.status_code} {answer.text[:500]}"
        return answer.json() if answer.content else None


def annotator(owner: Api) -> Api:
    """A new reviewer who may see the default workspace."""
    name = f"reviewer-{uuid4().hex[:8]}"
    (workspace,) = owner("GET", "/me/workspaces")["items"]
    user = owner("POST", "/users", {"first_name": name, "username": name, "password": uuid4().hex, "role": "annotator"})
    owner("POST", f"/workspaces/{workspace['id']}/users", {"user_id": user["id"]})
    return Api(owner.url, user["api_key"], owner.client)


@dataclass
class ReviewSet:
    """A published dataset with a text, a label, a rating, metadata of each kind and a vector of three numbers."""

    owner: Api
    id: str
    questions: dict[str, str]
    metadata: dict[str, str]
    vector: str

    def add(self, *items: dict[str, Any]) -> list[str]:
        """Add records (`text`, `metadata`, `label`, `score`, `agent`, `vector`); returns their ids."""
        return [
            record["id"]
            for record in self.owner("POST", f"/datasets/{self.id}/records/bulk", self._bulk(items))["items"]
        ]

    def put(self, *items: dict[str, Any]) -> None:
        """Add or replace, by `id` or `external_id`."""
        self.owner("PUT", f"/datasets/{self.id}/records/bulk", self._bulk(items))

    def search(self, text: str | None = None, user: Api | None = None, **query: Any) -> list[str]:
        """External ids of the hits, in order. `filters`, `sort`, `vector`, `field`, `offset` and `limit` as in the interface."""
        return [record["external_id"] for record in self.find(text, user, **query)["records"]]

    def find(self, text: str | None = None, user: Api | None = None, **query: Any) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if text is not None:
            body.setdefault("query", {})["text"] = {"q": text} | ({"field": query["field"]} if "field" in query else {})
        if "vector" in query:
            body.setdefault("query", {})["vector"] = {"name": "place", **query["vector"]}
        if "filters" in query:
            body["filters"] = {"and": query["filters"]}
        if "sort" in query:
            body["sort"] = query["sort"]
        path = f"{'/me' if user else ''}/datasets/{self.id}/records/search"
        found = (user or self.owner)("POST", path, body, offset=query.get("offset", 0), limit=query.get("limit", 50))
        scores = [item["query_score"] for item in found["items"]]
        return {"records": [item["record"] for item in found["items"]], "scores": scores, "total": found["total"]}

    def answer(self, user: Api, record_id: str, status: str = "submitted", **values: Any) -> dict[str, Any]:
        answers = {name: {"value": value} for name, value in values.items()}
        response: dict[str, Any] = user(
            "POST", f"/records/{record_id}/responses", {"values": answers, "status": status}
        )
        return response

    def _bulk(self, items: tuple[dict[str, Any], ...]) -> dict[str, Any]:
        return {"items": [self._item(**item) for item in items]}

    def _item(self, **item: Any) -> dict[str, Any]:
        record: dict[str, Any] = {key: item[key] for key in ("id", "external_id", "metadata") if key in item}
        if "text" in item or "trace" in item:
            record["fields"] = {key: item[key] for key in ("text", "trace") if key in item}
        if "label" in item:
            record["suggestions"] = [
                {"question_id": self.questions["label"], "value": item["label"]}
                | {key: item[key] for key in ("score", "agent") if key in item}
            ]
        if "vector" in item:
            record["vectors"] = {"place": item["vector"]}
        return record


def publish(owner: Api) -> ReviewSet:
    """A new, empty one."""
    (workspace,) = owner("GET", "/me/workspaces")["items"]
    dataset = owner("POST", "/datasets", {"name": f"set-{uuid4().hex[:8]}", "workspace_id": workspace["id"]})
    path = f"/datasets/{dataset['id']}"
    owner("POST", f"{path}/fields", {"name": "text", "title": "Text", "required": True, "settings": {"type": "text"}})
    trace = {"type": "custom", "template": "<div></div>", "advanced_mode": True}
    owner("POST", f"{path}/fields", {"name": "trace", "title": "Trace", "required": False, "settings": trace})
    labels = [{"value": label, "text": label} for label in LABELS]
    kinds = {
        "label": {"type": "label_selection", "options": labels},
        "errors": {"type": "multi_label_selection", "options": labels},
        "rating": {"type": "rating", "options": [{"value": value} for value in range(6)]},
        "gold": {"type": "text"},
    }
    questions = {
        name: owner(
            "POST",
            f"{path}/questions",
            {"name": name, "title": name, "required": name == "label", "settings": settings},
        )["id"]
        for name, settings in kinds.items()
    }
    metadata = {
        name: owner("POST", f"{path}/metadata-properties", {"name": name, "title": name, "settings": {"type": kind}})[
            "id"
        ]
        for name, kind in (("regime", "terms"), ("priority", "integer"), ("cagr", "float"))
    }
    vector = owner("POST", f"{path}/vectors-settings", {"name": "place", "title": "Place", "dimensions": 3})["id"]
    owner("PUT", f"{path}/publish")
    return ReviewSet(owner, dataset["id"], questions, metadata, vector)


def metadata(name: str) -> dict[str, str]:
    return {"entity": "metadata", "metadata_property": name}


def terms(scope: dict[str, str], *values: str) -> dict[str, Any]:
    return {"type": "terms", "scope": scope, "values": list(values)}


def between(scope: dict[str, str], **bounds: Any) -> dict[str, Any]:
    return {"type": "range", "scope": scope, **bounds}


def by(scope: dict[str, str], order: str) -> dict[str, Any]:
    return {"scope": scope, "order": order}
