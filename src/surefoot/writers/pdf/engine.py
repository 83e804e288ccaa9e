"""The one door to WeasyPrint: our tree in, laid-out pages and bytes out, its losing functions mended.

WeasyPrint 70.0 loses footnotes without a word. Each mend below says why it is
there. They are in force only inside :func:`lay_out` and :func:`paint`, and only
for the version and the source text against which they were measured. Two more
causes of loss are avoided by what ``print.css`` must not use: ``target-counter()``
and running elements. Both make WeasyPrint lay pages out again, and a page that is
not among them forgets the notes that it had passed on.
"""

from __future__ import annotations

import inspect
import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from enum import Enum
from functools import cache, partial
from math import inf
from types import ModuleType
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

import cssselect2
import pydyf
import weasyprint
from weasyprint import document as weasyprint_document
from weasyprint import pdf as weasyprint_pdf
from weasyprint.formatting_structure.build import build_formatting_structure, create_anonymous_boxes
from weasyprint.layout import LayoutContext
from weasyprint.layout import block as weasyprint_block
from weasyprint.layout.block import block_level_layout
from weasyprint.pdf.fonts import build_fonts_dictionary
from weasyprint.pdf.stream import Stream
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from surefoot.errors import WriterError
from surefoot.writers.pdf.spoken import HYPHEN, actual_text

MENDED_VERSION = "70.0"
VARIANT = "pdf/ua-1"

Box: TypeAlias = Any
"""A box of WeasyPrint's formatting structure."""
Rendering: TypeAlias = Any
"""A ``weasyprint.Document``: laid-out pages."""
class Furniture(Enum):
    """What is on a page without being content, as PDF describes it (ISO 32000-1, 14.8.2.2)."""

    HEAD = {"Type": "/Pagination", "Subtype": "/Header"}  # noqa: RUF012 - an enumeration's values are constants
    FOOT = {"Type": "/Pagination", "Subtype": "/Footer"}  # noqa: RUF012
    REPEATED = {"Type": "/Pagination"}  # noqa: RUF012
    ORNAMENT = {"Type": "/Layout"}  # noqa: RUF012


AddTags: TypeAlias = Callable[[Any, Rendering, Any, Sequence[Any]], None]
"""Writes the structure tree, given the PDF, the rendering, a version and the pages' streams."""

_ROUNDING = 0.01
"""CSS pixels that heights may differ by without meaning anything."""

# The mends stand in WeasyPrint's own modules, which all threads share.
_lock = threading.RLock()


def lay_out(root: Element, stylesheets: Sequence[str], fetcher: URLFetcher) -> Rendering:
    """Return the pages of the document ``root``.

    Args:
        root: an ``html`` element, of plain names without namespaces. It is used
            as it stands: no parser moves a block out of a paragraph.
        stylesheets: texts of stylesheets, whose addresses are absolute.
        fetcher: where images and fonts come from.

    Raises:
        WriterError: WeasyPrint is not the version that the mends were measured
            against, or it complained of a resource or of the stylesheets.
    """
    with _lock, _heard(), ExitStack() as mends:
        mends.enter_context(_replaced(weasyprint_block, "_linebox_layout", _linebox_layout()))
        mends.enter_context(_replaced(weasyprint_document, "build_formatting_structure", _boxes))
        mends.enter_context(_replaced(weasyprint_document, "LayoutContext", _Context))
        fonts = FontConfiguration()
        sheets = [weasyprint.CSS(string=text, font_config=fonts, url_fetcher=fetcher) for text in stylesheets]
        return _Tree(root, fetcher).render(font_config=fonts, stylesheets=sheets, pdf_variant=VARIANT)


def paint(rendering: Rendering, furniture: Mapping[Box, Furniture], add_tags: AddTags) -> bytes:
    """Return the PDF of ``rendering``.

    Args:
        rendering: what :func:`lay_out` returned.
        furniture: boxes that are no content but artifacts of the page.
        add_tags: writes the structure tree.

    Raises:
        WriterError: WeasyPrint complained.
    """
    with _lock, _heard(), ExitStack() as mends:
        mends.enter_context(_replaced(weasyprint_pdf, "Stream", partial(_Stream, furniture)))
        mends.enter_context(_replaced(weasyprint_pdf, "build_fonts_dictionary", _fonts_dictionary))
        mends.enter_context(_replaced(weasyprint_pdf, "add_tags", add_tags))
        painted = rendering.write_pdf(pdf_variant=VARIANT)
    return bytes(painted)


class _Tree(weasyprint.HTML):  # type: ignore[misc]
    """A document that is a tree already: WeasyPrint's own constructor would parse text."""

    def __init__(self, root: Element, fetcher: URLFetcher) -> None:
        self.base_url = None
        self.url_fetcher = fetcher
        self.media_type = "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = root


def _boxes(*args: Any) -> Box:
    """Build the boxes, and collapse white space in the notes too.

    WeasyPrint does so only in the flow, after it has lifted the notes out of it.
    """
    flow = build_formatting_structure(*args)
    footnotes = args[-1]
    for footnote in footnotes:
        footnote.process_whitespace()
        footnote.process_text_transform()
    return flow


class _Context(LayoutContext):  # type: ignore[misc]
    """A layout that keeps its word about notes."""

    def __init__(self, *args: Any) -> None:
        self._callable: frozenset[Box] = frozenset()
        self._heights: dict[Box, float] = {}
        super().__init__(*args)

    @property
    def current_footnote_area(self) -> Box:
        """The note area; WeasyPrint sets it once, at the start of each page."""
        return self._area

    @current_footnote_area.setter
    def current_footnote_area(self, area: Box) -> None:
        self._area = area
        self._callable = frozenset(self.footnotes)

    def unlayout_footnote(self, footnote: Box) -> None:
        """Take a note back, but only on the page of its call.

        WeasyPrint takes back the notes of whatever it removes from a page. A
        table row that began on the page before is removed with *all* its calls,
        and a note that was passed on from there is lost: its call never comes
        again.
        """
        if footnote in self._callable:
            super().unlayout_footnote(footnote)

    def _update_footnote_area(self) -> bool:
        """Make room for the notes of this page; return whether they are more than it may hold.

        WeasyPrint lays all of them out again for each one, which is quadratic;
        takes a rounding error in the last digit for an overflow, and passes the
        note on; and leaves a gap once it has taken the only note back.
        """
        area = self.current_footnote_area
        area.children = self.current_page_footnotes
        if area.height != "auto":
            self.page_bottom += area.margin_height()
        wanted = sum(map(self._height, area.children))
        area.height = min(wanted, area.max_height) if area.children else "auto"
        if area.height != "auto":
            self.page_bottom -= area.margin_height()
        return bool(wanted > area.max_height + _ROUNDING)

    def _height(self, footnote: Box) -> float:
        """Return the height of a note, laid out once: all pages have the same width."""
        if footnote not in self._heights:
            area = self.current_footnote_area.copy_with_children([footnote])
            area = create_anonymous_boxes(area.deepcopy())
            area = block_level_layout(self, area, -inf, None, self.current_footnote_area.page)[0]
            last = area.children[-1]
            self._heights[footnote] = last.position_y + last.margin_height() - area.content_box_y()
        return self._heights[footnote]


class _Stream(Stream):  # type: ignore[misc]
    """A page's content that says what it is: lines with their words, furniture as artifacts."""

    def __init__(self, furniture: Mapping[Box, Furniture], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._furniture = furniture

    @contextmanager
    def marked(self, box: Box, tag: str) -> Iterator[None]:
        """Mark what is painted meanwhile as ``box``."""
        if box in self._furniture:
            self.begin_marked_content("Artifact", pydyf.Dictionary(self._furniture[box].value))
        else:
            mcid = len(self._tags)
            self._tags[box] = {"tag": tag, "mcid": mcid}
            said = actual_text(getattr(box, "text", ""))
            replacement = {"ActualText": pydyf.String(said)} if said else {}
            self.begin_marked_content(tag, pydyf.Dictionary({"MCID": mcid, **replacement}))
        try:
            yield
        finally:
            self.end_marked_content()


def _fonts_dictionary(pdf: Any, fonts: Mapping[Any, Any], *rest: Any) -> Any:
    """Write the fonts, every hyphen among their glyphs as U+002D.

    The glyph of several characters reads as the one that came first: an
    automatic hyphen would put U+2010 into every address that is copied.
    """
    for font in fonts.values():
        for glyph, text in font.to_unicode.items():
            if text == HYPHEN:
                font.to_unicode[glyph] = "-"
    return build_fonts_dictionary(pdf, fonts, *rest)


@cache
def _linebox_layout() -> Callable[..., Any]:
    """Lines that never push earlier notes to the next page in order to fit.

    Since 66.0 WeasyPrint does so and then takes the line without laying out that
    line's own notes: they are lost. This is the behaviour of 65.1.
    """
    return _rewritten(
        weasyprint_block,
        "_linebox_layout",
        "report = not context.in_column and can_break_now and not could_break_before",
        "report = False",
    )


def _rewritten(module: ModuleType, name: str, expected: str, mended: str) -> Callable[..., Any]:
    """Return a function of ``module`` with one passage of its source replaced."""
    source = inspect.getsource(getattr(module, name))
    if weasyprint.__version__ != MENDED_VERSION or source.count(expected) != 1:
        raise WriterError(
            f"The PDF writer needs WeasyPrint {MENDED_VERSION}, and here is {weasyprint.__version__}: "
            f"install Surefoot anew, with the versions that it asks for."
        )
    namespace = dict(vars(module))
    exec(compile(source.replace(expected, mended), f"<mended {name}>", "exec"), namespace)  # noqa: S102 - WeasyPrint's own source
    function: Callable[..., Any] = namespace[name]
    return function


@contextmanager
def _replaced(module: ModuleType, name: str, value: object) -> Iterator[None]:
    """Put ``value`` in place of an attribute of ``module`` for a while."""
    original = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, original)


class _Listener(logging.Handler):
    """Collects what WeasyPrint would only have logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _heard() -> Iterator[None]:
    """Turn complaints in WeasyPrint's log into a :class:`WriterError`.

    Missing glyphs are left to :mod:`surefoot.writers.pdf.glyphs`, which says what to do.
    """
    logger, listener = logging.getLogger("weasyprint"), _Listener()
    logger.addHandler(listener)
    try:
        yield
    except FatalURLFetchingError as error:
        raise WriterError(f"The PDF writer could not read a file: {error}.") from error
    finally:
        logger.removeHandler(listener)
    if complaints := [message for message in listener.messages if not message.startswith(".notdef")]:
        raise WriterError("WeasyPrint complained: " + "; ".join(dict.fromkeys(complaints)))
