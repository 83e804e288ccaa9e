"""What a source promises, for machines: as it goes into JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from surefoot.model import Document
from surefoot.promise import Prose


def promises(document: Document) -> dict[str, Any]:
    """Return what the source promises, with the labels and lines of its notes."""
    return {
        "source": document.path.name,
        "sha256": document.sha256,
        "citations": citations(document),
        "prose": prose(document.prose),
    }


def citations(document: Document) -> list[dict[str, Any]]:
    """Return the promised citations, each with the label and the line of its note."""
    return [
        asdict(citation) | {"label": place.label, "line": place.line}
        for citation, place in zip(document.citations, document.places, strict=True)
    ]


def prose(told: Prose) -> dict[str, Any]:
    """Return what was promised, or found, of a prose."""
    return {
        name: sorted(part) if isinstance(part, frozenset) else part for name, part in asdict(told).items()
    }


def references(document: Document) -> list[dict[str, Any]]:
    """Return the cited works as CSL-JSON."""
    return [dict(reference.csl) for reference in document.references]


def as_json(told: Any) -> str:
    """Return as JSON text that ends in a line feed."""
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
