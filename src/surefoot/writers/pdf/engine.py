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
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from types import ModuleType
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

import cssselect2
import pydyf
import weasyprint
from weasyprint import document as weasyprint_document
from weasyprint import pdf as weasyprint_pdf
from weasyprint.layout import LayoutContext
from weasyprint.layout import block as weasyprint_block
from weasyprint.pdf.stream import Stream
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from surefoot.errors import WriterError

MENDED_VERSION = "70.0"
VARIANT = "pdf/ua-1"

Box: TypeAlias = Any
"""A box of WeasyPrint's formatting structure."""
Rendering: TypeAlias = Any
"""A ``weasyprint.Document``: laid-out pages."""
AddTags: TypeAlias = Callable[[Any, Rendering, Any, Sequence[Any]], None]
"""Writes the structure tree, given the PDF, the rendering, a version and the pages' streams."""

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
        mends.enter_context(_replaced(weasyprint_document, "LayoutContext", _Context))
        fonts = FontConfiguration()
        sheets = [weasyprint.CSS(string=text, font_config=fonts, url_fetcher=fetcher) for text in stylesheets]
        return _Tree(root, fetcher).render(font_config=fonts, stylesheets=sheets, pdf_variant=VARIANT)


def paint(rendering: Rendering, furniture: Collection[Box], add_tags: AddTags) -> bytes:
    """Return the PDF of ``rendering``.

    Args:
        rendering: what :func:`lay_out` returned.
        furniture: boxes whose text is no content but an artifact of the page.
        add_tags: writes the structure tree.

    Raises:
        WriterError: WeasyPrint complained.
    """
    with _lock, _heard(), ExitStack() as mends:
        stream = partial(_Stream, frozenset(furniture))
        mends.enter_context(_replaced(weasyprint_pdf, "Stream", stream))
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


class _Context(LayoutContext):  # type: ignore[misc]
    """A layout that takes a note back only on the page of its call.

    WeasyPrint takes back the notes of whatever it removes from a page. A table
    row that began on the page before is removed with *all* its calls, and a note
    that was passed on from there is lost: its call never comes again.
    """

    def __init__(self, *args: Any) -> None:
        self._callable: frozenset[int] = frozenset()
        super().__init__(*args)

    @property
    def current_footnote_area(self) -> Box:
        """The note area; WeasyPrint sets it once, at the start of each page."""
        return self._area

    @current_footnote_area.setter
    def current_footnote_area(self, area: Box) -> None:
        self._area = area
        self._callable = frozenset(map(id, self.footnotes))

    def unlayout_footnote(self, footnote: Box) -> None:
        if id(footnote) in self._callable:
            super().unlayout_footnote(footnote)


class _Stream(Stream):  # type: ignore[misc]
    """A page's content, in which running heads and repeated table heads are artifacts.

    ISO 14289-1, 7.8: they shall be tagged as pagination artifacts.
    """

    def __init__(self, furniture: frozenset[Box], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._furniture = furniture

    @contextmanager
    def marked(self, box: Box, tag: str) -> Iterator[None]:
        if box not in self._furniture:
            with super().marked(box, tag):
                yield
            return
        self.begin_marked_content("Artifact", pydyf.Dictionary({"Type": "/Pagination"}))
        try:
            yield
        finally:
            self.end_marked_content()


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
