"""What WeasyPrint only logs: of an author's style sheet it becomes a remark, of all else an error."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from surefoot.errors import WriterError
from surefoot.model import Stylesheet

_FIRST = 10_000
"""Lines before the first sheet of an author's: more than any of ours has, or any attribute ``style``."""
_LONGEST = 80
"""Characters of the author's that a remark repeats."""
_LINE_END = re.compile(r"\r\n|[\n\r\f]")
_PLACE = re.compile(r" at (\d+):\d+")
# Missing glyphs are left to surefoot.writers.pdf.faces.glyphs, which says what to do.
# Of the words of a condition there is a second complaint, which has its place.
_SAID_ELSEWHERE = (".notdef", "Expected a media type")
_ONLY_OF_STYLE = re.compile(
    r'"(?:string|element)\(|Only strings are allowed for content|Unable to compute content'
)
_PLAIN = tuple(
    (re.compile(pattern, re.DOTALL), said)
    for pattern, said in (
        (r"Ignored `([^:`]+):\s*`, no value", "“{0}:” has no value; it is left out."),
        (r"Ignored `([^:`]+):.*`, unknown property", "“{0}” is no property known on paper; it is left out."),
        (r"Ignored `(.*?)`, invalid value", "“{0}” has a value that cannot be used; it is left out."),
        (r"Ignored `(.*?)`, (.*)\.$", "“{0}” is left out: {1}."),
        (
            r"Invalid or unsupported selector, '(.*?)'",
            "“{0}” selects nothing known on paper; its rule is left out.",
        ),
        (
            r"Unknown (?:@page |empty )?rule <AtRule (@[\w-]+)",
            "“{0}” is no rule known on paper; it is left out.",
        ),
        (r"Unsupported @page selector '(.*?)'", "“@page {0}” selects no page; its rule is left out."),
        (r"Invalid media type '(.*?)' the", "“@media {0}” is no kind of medium; its rule is left out."),
        (r"(?:Parse error|Error): ", "what stands here is no whole rule; it is left out."),
        (r"Failed to load image at ", "a picture that it names cannot be read; it is left out."),
        (r'"(string|element)\(', "“{0}()” can stand in a page's margin only; it is left out."),
        (r"Font-face '(.*)' cannot", "the font of “{0}” cannot be loaded; another takes its place."),
        (r"Invalid math function: (.*)", "“{0}” cannot be calculated; it is left out."),
    )
)


class Complaints(logging.Handler):
    """Collects what WeasyPrint logs, and knows which style sheet it is of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._remarks: dict[str, None] = {}
        self._errors: dict[str, None] = {}
        self._sheets: dict[int, Stylesheet] = {}
        self._parsed: Stylesheet | None = None

    @property
    def remarks(self) -> tuple[str, ...]:
        """Of the author's style sheets: what is left out, in which file and line."""
        return tuple(self._remarks)

    @property
    def errors(self) -> tuple[str, ...]:
        """Of all else, in WeasyPrint's own words."""
        return tuple(self._errors)

    @contextmanager
    def of(self, sheet: Stylesheet) -> Iterator[str]:
        """Expect complaints of an author's ``sheet``, whose text as it is given must be parsed within.

        Values that hang on variables are looked at only during layout, where a
        complaint has a line, but no file. So each sheet begins on a line of its own.
        """
        before = max(self._sheets, default=_FIRST)
        if self._sheets:
            before += len(_LINE_END.findall(self._sheets[before].text)) + 1
        self._sheets[before], self._parsed = sheet, sheet
        try:
            yield "\n" * before + sheet.text
        finally:
            self._parsed = None

    def emit(self, record: logging.LogRecord) -> None:
        """Take a complaint down."""
        message = record.getMessage()
        if message.startswith(_SAID_ELSEWHERE):
            return
        if where := self._where(message):
            self._remarks[f"{where}: {_plain(message)}"] = None
        else:
            self._errors[message] = None

    def _where(self, message: str) -> str:
        """Return the file of an author's style sheet, and the line if it is known; empty if it is of none."""
        place = _PLACE.search(message)
        if place and int(place[1]) > _FIRST:
            before = max(start for start in self._sheets if start < int(place[1]))
            return f"{self._sheets[before].name}, line {int(place[1]) - before}"
        if self._parsed:
            return self._parsed.name
        if _ONLY_OF_STYLE.match(message):
            return ", ".join(sheet.name for sheet in self._sheets.values())
        return next((sheet.name for sheet in self._sheets.values() if _names(sheet, message)), "")


@contextmanager
def heard() -> Iterator[Complaints]:
    """Listen to WeasyPrint's log.

    Raises:
        WriterError: it complained of something else than an author's style sheet.
    """
    logger, complaints = logging.getLogger("weasyprint"), Complaints()
    logger.addHandler(complaints)
    propagate, logger.propagate = logger.propagate, False
    try:
        yield complaints
    finally:
        logger.removeHandler(complaints)
        logger.propagate = propagate
    if complaints.errors:
        raise WriterError("WeasyPrint complained: " + "; ".join(complaints.errors))


def _names(sheet: Stylesheet, message: str) -> bool:
    """Whether ``message`` is of a picture that only ``sheet`` can have asked for."""
    picture = re.match(r"Failed to load image at '(data:.*?)': ", message)
    return picture is not None and picture[1] in sheet.text


def _plain(message: str) -> str:
    """Return a complaint in plain words."""
    bare = _PLACE.sub("", message)
    for pattern, said in _PLAIN:
        if found := pattern.match(bare):
            return said.format(*map(_short, found.groups()))
    return _short(bare)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
