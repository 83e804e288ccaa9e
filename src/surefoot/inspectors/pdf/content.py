"""The text of each marked-content sequence of a page (ISO 32000-1, 14.6), as its content stream shows it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from unicodedata import category

import pikepdf

from surefoot.inspectors.pdf import fonts
from surefoot.inspectors.pdf.replacements import contradicts, says
from surefoot.inspectors.pdf.structure import DIRECT, Key
from surefoot.text import LINE_END

Operands: TypeAlias = Any
"""Of an operator: pikepdf's own sequence of objects, with Python's own numbers among them."""

_FORMS_IN_FORMS = 8
_HEXADECIMAL = re.compile("<([0-9a-f]*)>")
_GAP = 120
"""Thousandths of the font's size by which a pen that is moved on may mean a space (9.4.3)."""
_GAPS = re.compile(r"-(?:1[2-9][0-9]|[2-9][0-9]{2}|[0-9]{4,})(?:\.[0-9]*)?(?![0-9.])")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that strings of a marked-content sequence show, one or several."""

    text: str
    """With a :data:`surefoot.text.LINE_END` where the pen leaves a gap without a space."""
    first: int
    """Rank of its first string among those of the sequence."""
    last: int


def texts(page: pikepdf.Page, known: dict[Key, fonts.Font]) -> dict[int, list[Piece]]:
    """Return what every marked-content sequence of ``page`` shows, by its number.

    Args:
        page: the page.
        known: the file's fonts, to which those met for the first time are added.
    """
    run = _Run(known, page.obj.get("/Resources", pikepdf.Dictionary()))
    run.follow(page.obj)
    return run.pieces


@dataclass(frozen=True, slots=True)
class _Mark:
    """An open marked-content sequence."""

    mcid: int | None
    """Of itself or of what it stands in; None in an artifact and outside of all content."""
    replacement: str | None
    start: int
    """How many pieces its content had when it was opened."""


_OUTSIDE = _Mark(None, None, 0)


@dataclass(slots=True)
class _Run:
    """One page's content stream, followed from beginning to end."""

    known: dict[Key, fonts.Font]
    resources: pikepdf.Object
    named: dict[str, fonts.Font] = field(default_factory=dict)
    """The fonts of these resources that were met."""
    pieces: defaultdict[int, list[Piece]] = field(default_factory=lambda: defaultdict(list))
    font: fonts.Font | None = None
    saved: list[fonts.Font | None] = field(default_factory=list)
    """What q saves and Q restores."""
    marks: list[_Mark] = field(default_factory=lambda: [_OUTSIDE])
    forms: int = 0

    def follow(self, source: pikepdf.Object) -> None:
        """Follow the operators of a page or of a form."""
        operators = {
            "q": self._save,
            "Q": self._restore,
            "Tf": self._select,
            "TJ": self._show_array,
            "Tj": self._show,
            "'": self._show,
            '"': self._show,
            "BMC": self._open,
            "BDC": self._open,
            "EMC": self._close,
            "Do": self._form,
        }
        for instruction in pikepdf.parse_content_stream(source, " ".join(operators)):
            if operate := operators.get(str(instruction.operator)):
                operate(instruction.operands)

    def _save(self, _: Operands) -> None:
        self.saved.append(self.font)

    def _restore(self, _: Operands) -> None:
        if self.saved:
            self.font = self.saved.pop()

    def _select(self, operands: Operands) -> None:
        name = str(operands[0])
        if name not in self.named:
            font = self.resources.Font[name]
            if font.objgen == DIRECT or font.objgen not in self.known:
                self.known[font.objgen] = fonts.read(font)
            self.named[name] = self.known[font.objgen]
        self.font = self.named[name]

    def _show_array(self, operands: Operands) -> None:
        self._say(_strings(operands[0]))

    def _show(self, operands: Operands) -> None:
        self._say([bytes(operands[-1])])

    def _say(self, shown: list[bytes]) -> None:
        mcid = self.marks[-1].mcid
        if mcid is None or self.font is None or not any(shown):
            return
        pieces = self.pieces[mcid]
        rank = pieces[-1].last + 1 if pieces else 0
        text = _joined([self.font.text(part) for part in shown])
        pieces.append(Piece(text, rank, rank))

    def _open(self, operands: Operands) -> None:
        tag, *rest = operands
        properties = rest[0] if rest else None
        if isinstance(properties, pikepdf.Name):
            properties = self.resources.Properties[str(properties)]
        mcid, replacement = self.marks[-1].mcid, None
        if isinstance(properties, pikepdf.Dictionary):
            mcid = int(properties.MCID) if "/MCID" in properties else mcid
            replacement = str(properties.ActualText) if "/ActualText" in properties else None
        if tag == "/Artifact":
            mcid = None
        self.marks.append(_Mark(mcid, replacement, len(self.pieces[mcid]) if mcid is not None else 0))

    def _close(self, _: Operands) -> None:
        if len(self.marks) == 1:
            return
        mark = self.marks.pop()
        if mark.mcid is None or mark.replacement is None:
            return
        shown = self.pieces[mark.mcid][mark.start :]
        text = LINE_END.join(piece.text for piece in shown)
        if not shown:
            return
        if says(mark.replacement, text):
            text = mark.replacement
        elif contradicts(mark.replacement, text):
            text += LINE_END + mark.replacement
        else:
            return
        self.pieces[mark.mcid][mark.start :] = [Piece(text, shown[0].first, shown[-1].last)]

    def _form(self, operands: Operands) -> None:
        """A form that is painted inside a sequence is part of it (14.7.4.2)."""
        form = self.resources.XObject[str(operands[0])]
        inside = self.marks[-1].mcid is not None
        if form.get("/Subtype") != "/Form" or not inside or self.forms == _FORMS_IN_FORMS:
            return
        before = self.resources, self.named, self.font, self.saved, self.marks
        self.resources, self.named = form.get("/Resources", self.resources), {}
        self.saved, self.marks = [], [self.marks[-1]]
        self.forms += 1
        self.follow(form)
        self.forms -= 1
        self.resources, self.named, self.font, self.saved, self.marks = before


def _joined(parts: Sequence[str]) -> str:
    """Return strings with a line's end where a space may stand."""
    return parts[0] + "".join(part if combines(part) else LINE_END + part for part in parts[1:])


def combines(text: str) -> bool:
    """Whether a text begins with a mark on the letter before it."""
    return category(text[:1] or " ").startswith("M")


def _strings(array: pikepdf.Object) -> list[bytes]:
    """Return the strings of a TJ's array, joined where the numbers between them leave no gap."""
    written = array.unparse().replace(b"()", b"").decode("latin-1")
    if "(" not in written:
        # Engines show glyph by glyph: one look at all hexadecimal strings is four times as fast.
        return [bytes.fromhex("".join(_HEXADECIMAL.findall(part))) for part in _GAPS.split(written)]
    strings = [b""]
    each: Any
    for each in array:
        if isinstance(each, pikepdf.Object):
            strings[-1] += bytes(each)
        elif each <= -_GAP:
            strings.append(b"")
    return strings
