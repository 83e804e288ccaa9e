"""The book's pictures."""

from __future__ import annotations

import re

from surefoot.composition import Composition
from surefoot.pictures import Image
from surefoot.writers.epub.items import Resource

_ROOT = re.compile(rb"<(?:[\w.-]+:)?svg\b(?=(?P<attributes>[^>]*)>)")


def pictures(book: Composition) -> list[Resource]:
    """Return the pictures of ``book`` under their own names."""
    return [
        Resource(f"picture-{number}", image.name, image.media_type, _grounded(image))
        for number, image in enumerate(book.images, 1)
    ]


def _grounded(image: Image) -> bytes:
    """Return a picture; a drawing in lines on white paper of its own.

    Reading systems that make every page dark take the ground from below a picture, not from within it.
    """
    root = _ROOT.search(image.data) if image.media_type == "image/svg+xml" else None
    if root is None or b"style=" in root["attributes"]:
        return image.data
    return b'%s style="background:#fff"%s' % (image.data[: root.end()], image.data[root.end() :])
