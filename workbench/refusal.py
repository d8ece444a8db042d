"""What the workbench answers when a request cannot be carried out."""

from typing import Literal

from data.errors import AssayError

RefusalCode = Literal[
    "unknown_tool",
    "invalid_arguments",
    "unknown_model",
    "unknown_ticker",
    "unknown_run",
    "no_document",
    "empty_window",
    "window_too_short",
    "window_outside_data",
]


class Refusal(AssayError):
    """A request that an assistant (or a person) got wrong, and can mend.

    `legal` lists what would have been accepted: names, or the first and last date of the data. None: it cannot be listed.
    """

    def __init__(self, code: RefusalCode, message: str, *, hint: str, legal: tuple[str, ...] | None = None) -> None:
        super().__init__(message, hint=hint)
        self.code = code
        self.legal = legal
