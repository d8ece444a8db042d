"""The one error a user is meant to read."""


class AssayError(Exception):
    """Something a user can mend.

    `message` says what is wrong and where; `hint` is the next command to type or the thing to change (None: there is none);
    `retryable` tells a caller that the same call may succeed later (a busy server, a lost race).
    """

    def __init__(self, message: str, *, hint: str | None = None, retryable: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.retryable = retryable
