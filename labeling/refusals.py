"""What goes wrong between here and an Argilla server, as errors that name the next command."""

import httpx

from data.errors import AssayError


class RefusalTransport(httpx.BaseTransport):
    """Carries requests to one server, and raises AssayError for whatever is not a good answer in JSON.

    Beneath the SDK, so that no call of it needs a handler of its own. No message holds anything that was sent.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._network = httpx.HTTPTransport(retries=2)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        try:
            answer = self._network.handle_request(request)
            answer.read()
        except httpx.TimeoutException:
            raise AssayError(f"{self._url} did not answer in time", hint="try again", retryable=True) from None
        except httpx.HTTPError as error:
            raise AssayError(
                f"no Argilla server answers at {self._url} ({type(error).__name__})",
                hint="assay review serve",
                retryable=True,
            ) from None
        json = answer.headers.get("content-type", "").startswith("application/json")
        if answer.is_success and (json or not answer.content):
            return answer
        raise self._refusal(f"{request.method} {request.url.path}", answer, json=json)

    def close(self) -> None:
        self._network.close()

    def _refusal(self, request: str, answer: httpx.Response, *, json: bool) -> AssayError:
        match answer.status_code:
            case 401:
                return AssayError(
                    f"{self._url} does not know this API key",
                    hint="set ARGILLA_API_KEY to the key in your Argilla settings",
                )
            case 403:
                return AssayError(
                    f"{self._url} does not allow {request} to this user", hint="use the API key of an owner"
                )
            case 409:
                return AssayError(
                    f"{self._url}: {request} collided with another: {_detail(answer)}",
                    hint="try again",
                    retryable=True,
                )
            case status if status >= 500:
                return AssayError(
                    f"{self._url} failed at {request} ({status})",
                    hint="try again, or see the server's log",
                    retryable=True,
                )
            case status if json:
                return AssayError(f"{self._url} refuses {request} ({status}): {_detail(answer)}")
        return no_argilla(self._url)


def no_argilla(url: str) -> AssayError:
    """For an address where something else answers, or nothing can."""
    return AssayError(
        f"{url or 'an empty address'} is not the address of an Argilla 2.8 server",
        hint="set ARGILLA_API_URL to http://HOST:PORT, or unset it and type: assay review serve",
    )


def _detail(answer: httpx.Response) -> str:
    content = answer.json()
    return str(content.get("detail", content) if isinstance(content, dict) else content)[:500]
