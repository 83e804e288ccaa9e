"""What a book is made of: files, and statements about it."""

from __future__ import annotations

from dataclasses import dataclass, field

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Resource:
    """A file of the book as the manifest lists it."""

    id: str
    file: str
    media_type: str
    data: bytes
    properties: tuple[str, ...] = ()
    listed: bool = True
    """Not so for a file that metadata alone link to (EPUB 3.3, 5.5.7)."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One element of the package's metadata."""

    name: str
    """``dc:title``, ``meta`` or ``link``."""
    value: str
    attributes: dict[str, str] = field(default_factory=dict)
