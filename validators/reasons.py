"""The closed list of reasons that a check may give."""

from enum import StrEnum


class Reason(StrEnum):
    # structure
    NO_MESSAGES = "no_messages"
    ROLE_ORDER = "role_order"
    EMPTY_ANSWER = "empty_answer"
    UNANSWERED_CALL = "unanswered_call"
    ORPHAN_RESULT = "orphan_result"
    UNKNOWN_TOOL = "unknown_tool"
    BAD_ARGUMENTS = "bad_arguments"
    # grounding
    UNGROUNDED_NUMBER = "ungrounded_number"
    DERIVED_NUMBER = "derived_number"
    WRONG_UNIT = "wrong_unit"
    WRONG_SIGN = "wrong_sign"
    WRONG_ENTITY = "wrong_entity"
    WRONG_METRIC = "wrong_metric"
    # methodology
    CONTRADICTS_DOCUMENT = "contradicts_document"
    INAPPLICABLE_TOPIC = "inapplicable_topic"
    # tool use
    WRONG_TOOL = "wrong_tool"
    RESULT_IGNORED = "result_ignored"
    ERROR_PAPERED_OVER = "error_papered_over"
    ANSWERED_TOO_EARLY = "answered_too_early"
    NEEDLESS_REFUSAL = "needless_refusal"
    MISSING_REFUSAL = "missing_refusal"
    PROMPT_LEAK = "prompt_leak"
    SECRET = "secret"
    PERSONAL_DATA = "personal_data"
    # documents that changed
    STALE_CLAUSE = "stale_clause"
    # any check
    CHECK_FAILED = "check_failed"
