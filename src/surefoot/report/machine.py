"""Promises and verdicts for machines: what goes into JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from surefoot import __version__, declaration, verify
from surefoot.errors import SourceError, SurefootError
from surefoot.examine import Edition
from surefoot.model import Document
from surefoot.promise import Finding, Recovered, Verdict


def verdicts(document: Document, editions: Sequence[Edition]) -> dict[str, Any]:
    """Return everything that was promised and proved."""
    return {
        "surefoot": __version__,
        "source": {"file": document.path.name, "sha256": document.sha256, "with": dict(document.inputs)},
        "holds": all(edition.verdict is not None and edition.verdict.holds for edition in editions),
        "promise": declaration.citations(document),
        "warnings": [str(warning) for warning in document.warnings],
        "editions": [_edition(edition, document) for edition in editions],
    }


def found(recovered: Recovered) -> dict[str, Any]:
    """Return what a file carries."""
    return {
        "facets": verify.facets(recovered),
        "entries": verify.entries(recovered),
        "aspects": verify.aspects(recovered),
        "citations": [asdict(citation) for citation in recovered.citations],
        "strays": recovered.strays,
        "repeated": recovered.repeated,
        "prose": declaration.prose(recovered.prose),
    }


def failure(error: SurefootError) -> dict[str, Any]:
    """Return why nothing could be judged: an error, and for a source its problems."""
    problems = [asdict(problem) for problem in error.problems] if isinstance(error, SourceError) else []
    return {"holds": False, "exit_code": error.exit_code, "error": str(error), "problems": problems}


def _edition(edition: Edition, document: Document) -> dict[str, Any]:
    if edition.error:
        return {
            "format": edition.format,
            "file": edition.path.name,
            "holds": False,
            "error": str(edition.error),
        }
    judged = (
        _verdict(edition.verdict, document)
        if edition.verdict
        else {"format": edition.format, "file": edition.path.name, "holds": None, "unverified": True}
    )
    return judged | {"remarks": edition.remarks}


def _verdict(verdict: Verdict, document: Document) -> dict[str, Any]:
    return {
        "format": verdict.format,
        "file": verdict.file,
        "sha256": verdict.file_sha256,
        "holds": verdict.holds,
        "promised": verdict.promised,
        "facets": verdict.facets,
        "entries": verdict.entries,
        "findings": [_finding(finding) | {"line": _line(finding, document)} for finding in verdict.findings],
        "prose": {
            "holds": not verdict.prose,
            "aspects": verdict.aspects,
            "findings": [_finding(finding) for finding in verdict.prose],
        },
        "tools": dict(verdict.tools),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {name: value for name, value in asdict(finding).items() if name != "aspect" or value}


def _line(finding: Finding, document: Document) -> int:
    """Return the source line of a citation at fault; 0 if unknown."""
    return document.places[finding.place - 1].line if finding.place else 0
