"""The PDF writer: notes at the foot of their page, links both ways, tagged for everybody."""

from __future__ import annotations

from surefoot.compose import compose
from surefoot.composition import Composition
from surefoot.contracts import Written
from surefoot.model import Document
from surefoot.writers.pdf import engine, glyphs
from surefoot.writers.pdf.elements import Elements
from surefoot.writers.pdf.layout import lay_out
from surefoot.writers.pdf.tags import Tagger, keep_own_links

__all__ = ["PdfWriter"]


class PdfWriter:
    """Sets a document as a paginated PDF for print and screen (PDF 1.7, PDF/UA-1)."""

    suffix = ".pdf"

    def write(self, document: Document) -> Written:
        """Return the PDF.

        Raises:
            WriterError: a word would be lost, a character has no glyph, or the
                layout engine failed.
        """
        return Written(print_out(compose(document)))


def print_out(composition: Composition) -> bytes:
    """Return the PDF of a composition, which is left as it was.

    Raises:
        WriterError: as in :meth:`PdfWriter.write`.
    """
    layout = lay_out(composition)
    keep_own_links(layout.rendering, layout.furniture)
    elements = Elements(layout.sheet.root, layout.sheet.notes)
    painted = engine.paint(layout.rendering, layout.furniture, Tagger(elements, layout.furniture).add_tags)
    glyphs.check(layout.rendering)
    return painted
