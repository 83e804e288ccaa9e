"""The fonts that travel in a book, each with its licence."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import chain

from surefoot import theme
from surefoot.composition import Composition
from surefoot.faces.companions import at_home
from surefoot.words import words
from surefoot.writers.epub.items import Resource, Statement

_TYPES = {"woff2": "font/woff2", "ttf": "font/ttf"}
"""Core media types (EPUB 3.3, 3.2), by the ends of names."""


@dataclass(frozen=True, slots=True)
class Font:
    """A face of a family."""

    family: str
    weight: int
    style: str
    file: str
    """Its name, the end of which tells its format."""
    licence: str
    """The name of the licence's text, without an ending."""
    data: bytes

    @property
    def name(self) -> str:
        """The id in the package."""
        return self.file.partition(".")[0]

    @property
    def rule(self) -> str:
        """What makes it known to a style sheet."""
        return (
            f'@font-face {{ font-family: "{self.family}"; font-weight: {self.weight};'
            f' font-style: {self.style}; src: url("fonts/{self.file}"); }}\n'
        )


_OURS = (
    ("Source Serif 4", 400, "normal", "SourceSerif4-Regular"),
    ("Source Serif 4", 400, "italic", "SourceSerif4-It"),
    ("Source Serif 4", 700, "normal", "SourceSerif4-Bold"),
    ("Source Serif 4", 700, "italic", "SourceSerif4-BoldIt"),
    ("Source Sans 3", 400, "normal", "SourceSans3-Regular"),
    ("Source Sans 3", 400, "italic", "SourceSans3-It"),
    ("Source Sans 3", 600, "normal", "SourceSans3-Semibold"),
)
_WEIGHTS = {400: "Regular", 700: "Bold"}


def embedded(book: Composition) -> tuple[Font, ...]:
    """Return the fonts of ``book``: the design's own where the author asks for them, and those of its script.

    Small devices have no letters for many scripts. What the language of the
    book is written in travels with it, as far as its faces come with us.
    """
    ours = (_ours(*face) for face in _OURS) if book.settings.epub_fonts else ()
    return (*ours, *_native(book))


def _native(book: Composition) -> Iterator[Font]:
    families = [each.serif for each in at_home(book.metadata.language) if not each.package]
    if not families:
        return
    from surefoot.faces.subset import subset  # noqa: PLC0415 (few books need it, and it takes time to load)

    letters = _letters(book)
    for family in families:
        for weight, style in _WEIGHTS.items():
            file = theme.path(f"fonts/noto/{family.replace(' ', '')}-{style}.ttf")
            if file.is_file():
                yield Font(family, weight, "normal", file.name, "OFL-Noto", subset(file, letters))


def _letters(book: Composition) -> list[str]:
    """Return every character that the book may print, in the order of their numbers."""
    texts = chain.from_iterable(part.itertext() for part in book.parts)
    ours = (asdict(book.metadata), asdict(words(book.metadata.language)))
    return sorted({*chain.from_iterable(texts), *json.dumps(ours, ensure_ascii=False, default=str)})


def _ours(family: str, weight: int, style: str, name: str) -> Font:
    file = f"{name}.ttf.woff2"
    licence = f"OFL-{family.rstrip(' 34').replace(' ', '')}"
    return Font(family, weight, style, file, licence, theme.path(f"fonts/{file}").read_bytes())


def files(fonts: Sequence[Font]) -> list[Resource]:
    """Return the fonts, and the texts that the SIL Open Font License wants beside them."""
    return [
        *(
            Resource(font.name, f"fonts/{font.file}", _TYPES[font.file.rpartition(".")[2]], font.data)
            for font in fonts
        ),
        *(
            Resource(
                name,
                f"fonts/{name}.txt",
                "text/plain",
                theme.path(f"fonts/{name}.md").read_bytes(),
                listed=False,
            )
            for name in sorted({font.licence for font in fonts})
        ),
    ]


def licences(fonts: Sequence[Font]) -> list[Statement]:
    """Return the statements that bind each font to the text of its licence."""
    return [
        Statement(
            "link",
            "",
            {
                "rel": "dcterms:license",
                "refines": f"#{font.name}",
                "href": f"fonts/{font.licence}.txt",
                "media-type": "text/plain",
            },
        )
        for font in fonts
    ]
