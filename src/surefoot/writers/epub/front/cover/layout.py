"""Where everything stands on a cover: the title above, and below a rule, as notes are, who wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from surefoot import design
from surefoot.composition import Composition
from surefoot.dates import printed
from surefoot.faces.choice import faces
from surefoot.faces.face import Face
from surefoot.model import Author
from surefoot.writers.epub.front.cover.lines import Block, Line, Room, fitted

WIDTH, HEIGHT = 1400, 2100
"""So all that follows is measured."""
MARGIN = 130
"""On both sides."""
_LINE = WIDTH - 2 * MARGIN
_TOP, _TITLE, _BOTTOM = 150, 400, HEIGHT - 150
"""Where the publisher and the title begin, and where all ends."""
_PUBLISHER = Room(_LINE * 0.9, 120, 44, 34)
_HEADING = Room(_LINE, 800, 230, 60)
_ALONE = Room(_LINE, 1040, 230, 60)
_SUBTITLE = Room(_LINE, 230, 68, 40)
_NAMES, _DATE = 300, Room(_LINE, 80, 44, 34)
_BELOW_TITLE, _BELOW_NAMES, _BELOW_RULE = 45, 14, 70
"""What is left free."""
_FEW = 4
"""Authors who stand one below the other."""
_NO_BREAK = "\N{NO-BREAK SPACE}"
_MIDDLE = 0.33
"""From a line's foot to the middle of its capitals, in sizes of the font."""
_REGULAR, _BOLD, _ITALIC = ("Regular",), ("Semibold", "Bold", "Regular"), ("It", "Regular")


@dataclass(frozen=True, slots=True)
class Placed:
    """A block where it stands."""

    block: Block
    top: float
    bold: bool = True
    spaced: bool = False
    """Its letters stand apart."""

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.block.height

    def rows(self) -> Iterator[tuple[Line, float]]:
        """Yield each line with the height of its foot."""
        first = self.top + self.block.leading / 2 + _MIDDLE * self.block.size
        for number, line in enumerate(self.block.lines):
            yield line, first + number * self.block.leading


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole cover, measured from its upper edge."""

    blocks: tuple[Placed, ...]
    rule: float
    """Where the field of the authors begins."""


@dataclass(frozen=True, slots=True)
class _Cast:
    """The faces of one book's cover."""

    regular: tuple[Face, ...]
    bold: tuple[Face, ...]
    italic: tuple[Face, ...]


def laid_out(book: Composition) -> Layout:
    """Return the cover of ``book``.

    Raises:
        LookupError: no font has a character, which is the error's argument.
        WriterError: a folder of fonts is not there.
    """
    cast = _Cast(_faces(book, "sans", _REGULAR), _faces(book, "sans", _BOLD), _faces(book, "serif", _ITALIC))
    below, rule = _below(book, cast)
    return Layout((*_above(book, cast), *below), rule)


def _above(book: Composition, cast: _Cast) -> Iterator[Placed]:
    metadata = book.metadata
    if metadata.publisher:
        # What joins is not spaced out, and has no capitals.
        yield Placed(fitted(metadata.publisher.upper(), cast.bold, _PUBLISHER), _TOP, spaced=not metadata.rtl)
    room = _HEADING if metadata.subtitle else _ALONE
    if not metadata.title:
        return
    title = Placed(fitted(metadata.title, cast.bold, room), _TITLE)
    yield title
    if metadata.subtitle:
        subtitle = fitted(metadata.subtitle, cast.italic, _SUBTITLE)
        yield Placed(subtitle, title.bottom + _BELOW_TITLE, bold=False)


def _below(book: Composition, cast: _Cast) -> tuple[list[Placed], float]:
    """Return who wrote the book and when, from the last line upwards, and where the rule above them is."""
    placed, top = [], float(_BOTTOM)
    if book.metadata.date:
        date = fitted(printed(book.metadata.date, book.metadata.language), cast.regular, _DATE)
        top -= date.height
        placed.append(Placed(date, top, bold=False))
        top -= _BELOW_NAMES
    names = _names(book.metadata.authors)
    for name in reversed(names):
        block = fitted(name, cast.bold, Room(_LINE, _NAMES / len(names), 60, 38))
        top -= block.height
        placed.append(Placed(block, top))
    return placed, top - _BELOW_RULE


def _names(authors: Sequence[Author]) -> Sequence[str]:
    """Return who stands in a line of his own; many stand together."""
    names = [author.name for author in authors]
    if len(names) <= _FEW:
        return names
    return [f"{_NO_BREAK}· ".join(name.replace(" ", _NO_BREAK) for name in names)]


def _faces(book: Composition, kind: str, styles: Sequence[str]) -> tuple[Face, ...]:
    """Return the faces of the design's ``sans`` or ``serif``."""
    given = design.values(book.settings, "design.css")[kind]
    families = [name.strip().strip("\"'") for name in given.split(",")]
    return faces(families, styles, book.metadata.language, book.settings.fonts)
