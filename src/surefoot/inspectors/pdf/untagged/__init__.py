"""Read a PDF whose tags say nothing of notes: by the places and sizes of its letters, and by its links.

There is no standard for it, only what readers see, and so what all engines do:

* A mark is a number raised above its line. Where marks are links (LaTeX with
  hyperref, LibreOffice, browsers), a call is a mark whose link leads forward, and
  a note begins where it leads to. Where they are not, the notes are the last run
  of numbers at the beginnings of lines that the raised numbers ask for, and a
  number that follows a single letter or a figure is rather its power.
* A note reaches to the next one. Over the end of a page it goes on in lines of
  its own size, below a drawn line or white; where notes are as large as the text,
  it goes on if no call stands on the next page.
* Running heads, running feet and page numbers are no text (see :mod:`.furniture`).
* Words from right to left are read where they stand (see :mod:`.leftward`).
* At the end of a line nobody knows whether a space stood there, nor whether a
  hyphen is the word's own.

What cannot be told in this way is not claimed: spaces, headings, tables, whether
all is seen, citations in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

import pikepdf
import pypdfium2

from surefoot.errors import UnreadableError
from surefoot.inspectors.pdf import structure
from surefoot.inspectors.pdf.exhibit import Located
from surefoot.inspectors.pdf.untagged import exhibit, furniture, links
from surefoot.inspectors.pdf.untagged.glyphs import UNKNOWN, Glyph, glyphs, rules
from surefoot.inspectors.pdf.untagged.lines import Line, lines
from surefoot.inspectors.pdf.untagged.order import ordered
from surefoot.inspectors.pdf.untagged.sheets import Sheets
from surefoot.inspectors.pdf.untagged.testimony import testimony
from surefoot.promise import Recovered

_TOO_MANY = 0.02
"""The part of all letters, from which those without a meaning make a file unreadable."""


def fits(tags: structure.Element) -> bool:
    """Whether the tags of a file say nothing of notes.

    They say something if there is a Reference, or a Note with its label (ISO 32000-1, tables 334 and 338).
    """
    for element in tags.descendants():
        if element.tag == "Reference":
            return False
        if element.tag in structure.NOTES and any(each.tag == "Lbl" for each in element.descendants()):
            return False
    return True


def recover(pdf: pikepdf.Pdf, document: pypdfium2.PdfDocument) -> Recovered:
    """Return the citations of a PDF without tags, and what it can be asked about them.

    Args:
        pdf: the file, for its links.
        document: the same file, as PDFium lays it out.

    Raises:
        UnreadableError: it holds pictures of text, or letters without a meaning.
    """
    return testimony(_sheets(pdf, document))


def located(pdf: pikepdf.Pdf, document: pypdfium2.PdfDocument) -> Sequence[Located]:
    """Return where the citations stand that :func:`recover` finds."""
    return list(exhibit.located(_sheets(pdf, document)))


def _sheets(pdf: pikepdf.Pdf, document: pypdfium2.PdfDocument) -> Sheets:
    letters, drawn = [], {}
    for number in range(len(document)):
        with closing(document[number]) as page:
            letters.append(glyphs(page))
            drawn[number] = rules(page)
    _readable([glyph for page in letters for glyph in page])
    pages = [ordered(lines(number, page)) for number, page in enumerate(letters)]
    covered = links.covered(links.links(pdf), dict(enumerate(pages)))
    whole = Sheets.of([line for page in pages for line in page], drawn, covered)
    text = [line for page in furniture.without(pages, _marked(whole)) for line in page]
    return whole.less(text)


def _marked(sheets: Sheets) -> frozenset[Line]:
    """Return the lines that begin with a number that is raised or a link: they are notes."""
    return frozenset(
        line for line in sheets.lines if (mark := sheets.opening(line)) and (mark.raised or mark.linked)
    )


def _readable(letters: Sequence[Glyph]) -> None:
    texts = [glyph.text for glyph in letters]
    if not any(text.strip() for text in texts):
        raise UnreadableError(
            "The PDF is not tagged, and shows no letters, or only pictures of them: there is nothing to read."
        )
    if texts.count(UNKNOWN) > _TOO_MANY * len(texts):
        raise UnreadableError("The PDF does not tell what its letters mean (it lacks /ToUnicode).")
