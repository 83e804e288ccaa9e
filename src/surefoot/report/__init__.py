"""A promise and its verdicts for people and for machines: tables, lines of words, and JSON."""

from __future__ import annotations

import json
from typing import Any

from surefoot.report.lines import summary
from surefoot.report.machine import failure, found, promises, verdicts
from surefoot.report.tables import matrix, promise, testimony

__all__ = ["as_json", "failure", "found", "matrix", "promise", "promises", "summary", "testimony", "verdicts"]


def as_json(report: Any) -> str:
    """Return a report as JSON text that ends in a line feed."""
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
