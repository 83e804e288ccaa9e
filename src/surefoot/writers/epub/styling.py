"""The book's stylesheet, its fonts, and the licence that each font travels with."""

from __future__ import annotations

from surefoot import theme
from surefoot.design import on_top
from surefoot.model import Settings
from surefoot.writers.epub.items import Resource, Statement

_FACES = {
    "SourceSerif4-Regular": "OFL-SourceSerif",
    "SourceSerif4-It": "OFL-SourceSerif",
    "SourceSerif4-Bold": "OFL-SourceSerif",
    "SourceSans3-Regular": "OFL-SourceSans",
    "SourceSans3-Semibold": "OFL-SourceSans",
}


def styling(settings: Settings) -> list[Resource]:
    """Return ``book.css`` with the author's own style behind it, and the fonts that it names."""
    fonts = [(face, f"fonts/{face}.ttf.woff2") for face in _FACES]
    return [
        Resource("style", "book.css", "text/css", f"{theme.text('book.css')}{on_top(settings)}".encode()),
        *(Resource(face, name, "font/woff2", theme.path(name).read_bytes()) for face, name in fonts),
    ]


def licences() -> list[Resource]:
    """Return the texts that the SIL Open Font License wants beside the fonts."""
    return [
        Resource(
            name, f"fonts/{name}.txt", "text/plain", theme.path(f"fonts/{name}.md").read_bytes(), listed=False
        )
        for name in sorted(set(_FACES.values()))
    ]


def licence_links() -> list[Statement]:
    """Return the statements that bind each font to the text of its licence."""
    return [
        Statement(
            "link",
            "",
            {
                "rel": "dcterms:license",
                "refines": f"#{face}",
                "href": f"fonts/{licence}.txt",
                "media-type": "text/plain",
            },
        )
        for face, licence in _FACES.items()
    ]
