"""The witness of PDF: reads a tagged file back by ISO 32000 alone, an untagged one by geometry.

The structure tree says what is a note, what refers to it, and in which order
all is read; the content streams say the text; PDFium says where it is seen.
Where tags say nothing of notes, :mod:`.untagged` is asked.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

import pikepdf
import pypdfium2

from surefoot.errors import UnreadableError
from surefoot.exhibit import Exhibition
from surefoot.inspectors.pdf import fonts, loose, overprint, scripts, sight, structure, untagged
from surefoot.inspectors.pdf.content import texts
from surefoot.inspectors.pdf.destinations import Links
from surefoot.inspectors.pdf.exhibit import exhibition, located
from surefoot.inspectors.pdf.lines import Shown, joined, shown
from surefoot.inspectors.pdf.paper import is_for_paper
from surefoot.inspectors.pdf.structure import Content, Element, Key
from surefoot.inspectors.pdf.testimony import Witness
from surefoot.promise import Recovered


class PdfInspector:
    """Testifies what a PDF carries."""

    def inspect(self, data: bytes) -> Recovered:
        """Return what the PDF ``data`` carries.

        Raises:
            UnreadableError: it is no PDF, is broken, asks for a password, or shows no text that can be read.
        """
        with _files(data) as (pdf, document):
            tags = structure.read(pdf)
            if tags is None:
                return untagged.recover(pdf, document)
            if untagged.fits(tags) and (found := _by_eye(pdf, document)):
                return found
            return _witness(pdf, document, tags).recovered()

    def exhibit(self, data: bytes, ranks: Sequence[int]) -> Exhibition:
        """Return pictures of the lines of calls and of notes, both outlined."""
        with _files(data) as (pdf, document):
            tags = structure.read(pdf)
            if tags is None or (untagged.fits(tags) and _by_eye(pdf, document)):
                found = untagged.located(pdf, document)
            else:
                witness = _witness(pdf, document, tags)
                found = [located(*each, witness.pages) for each in witness.elements()]
            return exhibition(document, (found[rank] for rank in ranks))


_MALFORMED = (
    AttributeError,
    KeyError,
    IndexError,
    TypeError,
    ValueError,
    ArithmeticError,
    RecursionError,
)
"""What pikepdf raises where an object is of another kind than the standard says."""


def _quietly() -> warnings.catch_warnings[None]:
    """Keep pikepdf from warning of a stream that breaks off: words lost by it become differences."""
    return warnings.catch_warnings(action="ignore", category=UserWarning)


def _witness(pdf: pikepdf.Pdf, document: pypdfium2.PdfDocument, tags: Element) -> Witness:
    found, bare = _pages(pdf, document)
    pages = joined(tags, found)
    return Witness(tags, pages, Links(pdf, is_for_paper(pdf, tags)), tuple(loose.words(tags, pages, bare)))


def _by_eye(pdf: pikepdf.Pdf, document: pypdfium2.PdfDocument) -> Recovered | None:
    """Return what can be seen of notes of which the tags say nothing; None if no note can be seen."""
    with suppress(UnreadableError):
        found = untagged.recover(pdf, document)
        return found if found.citations else None
    return None


@contextmanager
def _files(data: bytes) -> Iterator[tuple[pikepdf.Pdf, pypdfium2.PdfDocument]]:
    """Give the PDF ``data`` as its two readers open it."""
    try:
        with _quietly(), pikepdf.open(io.BytesIO(data)) as pdf, sight.opened(data) as document:
            yield pdf, document
    except pikepdf.PasswordError as error:
        raise UnreadableError("The PDF is encrypted: without its password it cannot be read back.") from error
    except (pikepdf.PdfError, pypdfium2.PdfiumError) as error:
        raise UnreadableError("The file is no PDF, or is broken.") from error
    except _MALFORMED as error:
        raise UnreadableError(
            "The PDF breaks the rules of ISO 32000, so that nothing is proved of it."
        ) from error


def _pages(
    pdf: pikepdf.Pdf, document: pypdfium2.PdfDocument
) -> tuple[dict[Content, Shown], list[list[sight.Bare]]]:
    """Return everything that the pages show of their marked content, and for each page what else."""
    known: dict[Key, fonts.Font] = {}
    found: dict[Content, Shown] = {}
    bare: list[list[sight.Bare]] = []
    for number, page in enumerate(pdf.pages):
        seen = sight.seen(document, number)
        strings = texts(page, known)
        overprint.hide(strings, seen.runs)
        for mcid, pieces in scripts.read(strings, seen.runs).items():
            found[Content(number, mcid)] = shown(mcid, pieces, seen)
        bare.append(seen.bare)
    return found, bare
