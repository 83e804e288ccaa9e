"""A promise and its verdicts for people and for machines: tables, lines of words, and JSON."""

from __future__ import annotations

from surefoot.declaration import as_json, promises, references
from surefoot.report.lines import summary
from surefoot.report.machine import failure, found, verdicts
from surefoot.report.tables import matrix, promise, testimony

__all__ = [
    "as_json",
    "failure",
    "found",
    "matrix",
    "promise",
    "promises",
    "references",
    "summary",
    "testimony",
    "verdicts",
]
