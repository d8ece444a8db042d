"""What a reviewer is shown and asked."""

from pathlib import Path

SCHEMA_VERSION = 1
"""Part of the dataset's name: Argilla freezes fields and questions once a dataset is published."""

CARD = Path(__file__).with_name("card.html")
GUIDELINES = Path(__file__).with_name("guidelines.md")

VERDICTS = {
    "accept": "Accept: the answer stands",
    "edit": "Edit: I corrected the answer",
    "reject": "Reject: not for the dataset",
    "escalate": "Escalate: somebody else must decide",
}
ERRORS = {
    "wrong_number": "Wrong number",
    "wrong_unit_or_sign": "Wrong unit or sign",
    "wrong_method": "Wrong methodology",
    "invented_method": "Methodology that does not apply",
    "wrong_tool_use": "Wrong tool use",
    "missing_refusal": "Should have refused",
    "needless_refusal": "Should have answered",
    "unclear": "Unclear or incomplete",
    "false_alarm": "The finding is wrong",
}
TERMS = {
    "regime": "Market regime",
    "model": "Model asked about",
    "question_kind": "Kind of question",
    "split": "Split",
    "blocking_check": "Check that blocks",
    "failing_checks": "Checks that found something",
    "review_reason": "Reason for review",
}
"""Metadata that people can filter by."""
