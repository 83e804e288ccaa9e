"""The book's pictures; drawings made fit for a book."""

from __future__ import annotations

import re

from surefoot.compose import Composition
from surefoot.writers.epub.package import Resource

_ID = re.compile(rb"""\sid=(["'])(.*?)\1""")
_NAME = re.compile(rb"[A-Za-z_][\w.-]*")


def pictures(book: Composition) -> list[Resource]:
    """Return the pictures of ``book`` under their own names."""
    return [
        Resource(f"picture-{number}", image.name, image.media_type, _fit(image.media_type, image.data))
        for number, image in enumerate(book.images, 1)
    ]


def _fit(media_type: str, data: bytes) -> bytes:
    """Rename the ids of a drawing that XML does not allow (XML 1.0, 3.3.1), as svglite of R writes them."""
    if media_type != "image/svg+xml":
        return data
    bad = sorted({found[2] for found in _ID.finditer(data) if not _NAME.fullmatch(found[2])})
    for number, name in enumerate(bad, 1):
        # Behind it stands a quotation mark, or the end of a reference.
        data = re.sub(
            rb"""(\sid=["']|#)""" + re.escape(name) + rb"""(?=["')])""", rb"\g<1>surefoot-%d" % number, data
        )
    return data
