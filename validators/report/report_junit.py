"""Verdicts as JUnit XML, which build servers show: one suite a check, one case for each trace that did not pass it."""

import re
from collections.abc import Iterable
from typing import TextIO
from xml.etree import ElementTree

import polars as pl

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_junit(tables: Iterable[pl.DataFrame], stream: TextIO) -> None:
    """A failure of severity block is a `failure`, an error of it an `error`. What only needs review or tells is `skipped`, so that a
    build is red exactly when the exit status is 1. Passes are counted in the suite's `tests` and not listed.
    """
    counts: dict[str, int] = {}
    listed = []
    for table in tables:
        for check, count in table.group_by("check", maintain_order=True).len().iter_rows():
            counts[check] = counts.get(check, 0) + count
        listed.append(table.filter(pl.col("outcome") != "pass"))
    root = ElementTree.Element("testsuites", name="assay")
    rows = pl.concat(listed) if listed else pl.DataFrame()
    for check, count in counts.items():
        root.append(_suite(check, count, rows.filter(pl.col("check") == check)))
    ElementTree.indent(root)
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write(ElementTree.tostring(root, encoding="unicode") + "\n")


def _suite(check: str, count: int, rows: pl.DataFrame) -> ElementTree.Element:
    suite = ElementTree.Element("testsuite", name=check, tests=str(count))
    tags = dict.fromkeys(("failure", "error", "skipped"), 0)
    for row in rows.iter_rows(named=True):
        name = _clean(row["source_id"] or row["trace_id"])
        case = ElementTree.SubElement(suite, "testcase", classname=check, name=name)
        properties = ElementTree.SubElement(case, "properties")
        ElementTree.SubElement(properties, "property", name="trace_id", value=row["trace_id"])
        tag = {"fail": "failure", "error": "error"}[row["outcome"]] if row["severity"] == "block" else "skipped"
        tags[tag] += 1
        told = ElementTree.SubElement(
            case, tag, type=row["reason"] or row["outcome"], message=_clean(f"{row['severity']}: {row['message']}")
        )
        told.text = _clean(row["evidence"]) if row["evidence"] != "[]" else None
    suite.attrib |= {"failures": str(tags["failure"]), "errors": str(tags["error"]), "skipped": str(tags["skipped"])}
    return suite


def _clean(text: str) -> str:
    """XML 1.0 has no form for most control characters."""
    return _NOT_IN_XML.sub("\ufffd", text)
