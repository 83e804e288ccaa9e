"""The one door to WeasyPrint: our tree in, laid-out pages and bytes out, its losing functions mended.

WeasyPrint 70.0 loses footnotes without a word. What is mended, and why, is said
at each mend; all are in force only inside :func:`lay_out` and :func:`paint`. Two
more causes of loss are avoided by what ``print.css`` must not use:
``target-counter()`` and running elements. Both make WeasyPrint lay pages out
again, and a page that is not among them forgets the notes that it had passed on.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

import cssselect2

from surefoot.writers.pdf.engine.loading import weasyprint  # before anything else of it

# isort: split
from weasyprint.css.counters import CounterStyle
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from surefoot.errors import WriterError
from surefoot.model import Stylesheet
from surefoot.writers.pdf.archive.variants import Variant
from surefoot.writers.pdf.boxes import Box, Furniture, Rendering
from surefoot.writers.pdf.engine import painting
from surefoot.writers.pdf.engine.complaints import Complaints, heard
from surefoot.writers.pdf.engine.glyphs import charset, codes, fonts, gaps, letters
from surefoot.writers.pdf.engine.lines import breaks, heights, hyphens, patterns
from surefoot.writers.pdf.engine.mending import mended
from surefoot.writers.pdf.engine.notes import footnotes
from surefoot.writers.pdf.engine.tables import rows, rules, widths

__all__ = ["AddTags", "EngineError", "Finisher", "lay_out", "paint"]

AddTags: TypeAlias = Callable[[Any, Rendering, Any, Sequence[Any]], None]
"""Writes the structure tree, given the PDF, the rendering, a version and the pages' streams."""
Finisher: TypeAlias = Callable[[Rendering, Any], None]
"""Completes the PDF, given the rendering and the PDF, before it becomes bytes."""

# The mends stand in WeasyPrint's own modules, which all threads share.
_lock = threading.RLock()


class EngineError(WriterError):
    """WeasyPrint failed in the middle of its work: another layout may be within its powers."""


def lay_out(
    root: Element,
    ours: Sequence[str],
    theirs: Sequence[Stylesheet],
    fetcher: URLFetcher,
    faces: Sequence[Path],
) -> tuple[Rendering, tuple[str, ...]]:
    """Return the pages of the document ``root``, and what of the author's style sheets is left out.

    Args:
        root: an ``html`` element, of plain names without namespaces. It is used
            as it stands: no parser moves a block out of a paragraph.
        ours: texts of style sheets.
        theirs: style sheets of the author's, which come after them. All addresses are absolute.
        fetcher: where images come from, and the fonts of ``@font-face`` rules.
        faces: all other font files that there are; the machine's own are not looked at.

    Raises:
        WriterError: WeasyPrint is not the version that the mends were measured
            against, or it complained of a resource or of our style sheets.
        EngineError: it broke down.
    """
    lines = (*breaks.mends(), *hyphens.mends(), *patterns.mends(), *heights.mends())
    with (
        _lock,
        _whole() as complaints,
        mended((*footnotes.mends(), *rows.mends(), *widths.mends(), *lines, *fonts.mends())),
    ):
        known = fonts.Configuration(faces)
        shared = {"font_config": known, "color_profiles": {}, "counter_style": CounterStyle()}
        sheets = [weasyprint.CSS(string=text, url_fetcher=fetcher, **shared) for text in ours]
        for own in theirs:
            with complaints.of(own) as text:
                sheets.append(weasyprint.CSS(string=text, url_fetcher=fetcher, **shared))
        rendering = _Tree(root, fetcher).render(stylesheets=sheets, **shared)  # type: ignore[no-untyped-call]
    return rendering, complaints.remarks


def paint(
    rendering: Rendering,
    furniture: Mapping[Box, Furniture],
    add_tags: AddTags,
    finish: Finisher,
    variant: Variant,
) -> bytes:
    """Return the PDF of ``rendering``.

    Args:
        rendering: what :func:`lay_out` returned.
        furniture: boxes that are no content but artifacts of the page.
        add_tags: writes the structure tree.
        finish: completes the file.
        variant: of PDF. WeasyPrint's own variants are left aside: it makes one at a
            time, and its XMP says too little for any of ours.

    Raises:
        WriterError: WeasyPrint complained.
        EngineError: it broke down.
    """
    glyphs = (*fonts.mends(), *letters.mends(), *codes.mends(), *charset.mends(), *gaps.mends())
    with _lock, _whole(), mended((*painting.mends(furniture, add_tags), *rules.mends(), *glyphs)):
        written = rendering.write_pdf(
            finisher=finish, pdf_version=variant.version, pdf_tags=True, pdf_identifier=True
        )
        return bytes(written)


class _Tree(weasyprint.HTML):
    """A document that is a tree already: WeasyPrint's own constructor would parse text."""

    def __init__(self, root: Element, fetcher: URLFetcher) -> None:
        self.base_url = None
        self.url_fetcher = fetcher
        self.media_type = "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = root


@contextmanager
def _whole() -> Iterator[Complaints]:
    """Turn failures of WeasyPrint, and complaints of anything but an author's style sheets, into errors."""
    try:
        with heard() as complaints:
            yield complaints
    except FatalURLFetchingError as error:
        raise WriterError(f"The PDF writer could not read a file: {error}.") from error
    except WriterError:
        raise
    except Exception as error:
        raise EngineError(f"The layout engine broke down: {type(error).__name__}: {error}") from error
