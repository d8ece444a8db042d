"""The ways in which tools write how long something took by a clock's digits or in ISO's short form, as days and hours."""

import re

from validators.grounding.tools.vocabulary.metrics import measure_of

_CLOCK = re.compile(r"(?:(\d{1,4})\.)?(\d{1,4}:[0-5]\d:[0-5]\d(?:\.\d{1,9})?)")  # "22:12:00", .NET's "4.05:32:10"
_LASTING = frozenset("duration holding held length elapsed took lasted underwater recovery".split())
_ISO = re.compile(r"P(?:(\d{1,5})D)?T?(?:(\d{1,2})H)?(?:(\d{1,2})M)?(?:(\d{1,2})(?:\.\d+)?S)?")


def in_days(text: str, metric: str | None) -> str:
    """ "0 days 22:12:00" for the "22:12:00" of a metric of time, "38 days 12:00:00" for "P38DT12H"; `text` where it is neither."""
    if text.startswith("P") and (match := _ISO.fullmatch(text)) is not None and any(match.groups()):
        days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return f"{days} days {hours:02}:{minutes:02}:{seconds:02}"
    if ":" in text and _is_time(metric) and (match := _CLOCK.fullmatch(text.strip())) is not None:
        return f"{match[1] or 0} days {match[2]}"
    return text


def _is_time(metric: str | None) -> bool:
    return measure_of(metric) == "time" or not _LASTING.isdisjoint((metric or "").split())
