"""The book's pictures."""

from __future__ import annotations

from surefoot.composition import Composition
from surefoot.writers.epub.items import Resource


def pictures(book: Composition) -> list[Resource]:
    """Return the pictures of ``book`` under their own names."""
    return [
        Resource(f"picture-{number}", image.name, image.media_type, image.data)
        for number, image in enumerate(book.images, 1)
    ]
