"""The PDF writer: notes at the foot of their page, links both ways, tagged for everybody."""

from __future__ import annotations

from collections.abc import Sequence

from surefoot.compose import compose
from surefoot.composition import Composition
from surefoot.contracts import Written
from surefoot.formulas import remarks as unset
from surefoot.model import Document
from surefoot.writers.pdf import engine
from surefoot.writers.pdf.archive import press, variants
from surefoot.writers.pdf.archive.enclosures import Enclosure, enclosures
from surefoot.writers.pdf.archive.finishing import Finish
from surefoot.writers.pdf.archive.imprint import Imprint
from surefoot.writers.pdf.archive.variants import Variant
from surefoot.writers.pdf.faces import glyphs, strangers
from surefoot.writers.pdf.layout import Layout, lay_out
from surefoot.writers.pdf.layout.folios import labels, paged
from surefoot.writers.pdf.tagging.elements import Elements
from surefoot.writers.pdf.tagging.tags import Tagger, keep_no_links, keep_own_links

__all__ = ["PdfWriter"]


class PdfWriter:
    """Sets a document as a paginated PDF for print and screen: by default PDF/UA-1 and PDF/A-3a in one."""

    suffix = ".pdf"

    def write(self, document: Document) -> Written:
        """Return the PDF.

        Raises:
            UsageError: there is no such variant of PDF.
            WriterError: a word would be lost, a character has no glyph, or the
                layout engine failed.
        """
        return print_out(compose(document), enclosures(document))


def print_out(composition: Composition, enclosed: Sequence[Enclosure] = ()) -> Written:
    """Return the PDF of a composition, which is left as it was.

    Args:
        composition: what to set.
        enclosed: what the file carries, the source first.

    Raises:
        UsageError, WriterError: as in :meth:`PdfWriter.write`.
    """
    variant = variants.named(composition.settings.pdf_variant)
    imprint = Imprint(composition.metadata, variant, enclosed[0].sha256 if enclosed else "")
    layout = lay_out(composition)
    data = _painted(layout, Finish(imprint, enclosed, labels(layout.rendering)), variant)
    glyphs.check(layout.rendering)
    said = (*unset(layout.sheet.root), *strangers.remarks(layout.rendering))
    remarks = (*layout.remarks, *said, *press.remarks(layout.rendering, imprint))
    return Written(data, remarks, paged(layout.rendering, layout.sheet, layout.furniture))


def _painted(layout: Layout, finish: Finish, variant: Variant) -> bytes:
    rendering, furniture = layout.rendering, layout.furniture
    press.settle(rendering, variant)
    if variant.linked:
        keep_own_links(rendering, furniture)
    else:
        keep_no_links(rendering)
    tagger = Tagger(Elements(layout.sheet.root, layout.sheet.notes, variant), furniture)
    return engine.paint(rendering, furniture, tagger.add_tags, finish, variant)
