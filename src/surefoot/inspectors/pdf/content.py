"""The text of each marked-content sequence of a page (ISO 32000-1, 14.6), as its content stream shows it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import pikepdf

from surefoot.inspectors.pdf import fonts
from surefoot.inspectors.pdf.structure import Key
from surefoot.text import fold

Operands: TypeAlias = Any
"""Of an operator: pikepdf's own sequence of objects, with Python's own numbers among them."""

_INVISIBLE = {3, 7}
"""Text rendering modes that paint nothing (table 106)."""
_FORMS_IN_FORMS = 8
_HEXADECIMAL = re.compile("<([0-9a-f]*)>")


def texts(page: pikepdf.Page, known: dict[Key, fonts.Font]) -> dict[int, str]:
    """Return the text of every marked-content sequence of ``page`` by its number.

    Args:
        page: the page.
        known: the file's fonts, to which those met for the first time are added.
    """
    run = _Run(known, page.obj.get("/Resources", pikepdf.Dictionary()))
    run.follow(page.obj)
    return {mcid: "".join(pieces) for mcid, pieces in run.pieces.items()}


@dataclass(frozen=True, slots=True)
class _State:
    """What q saves and Q restores."""

    font: fonts.Font | None = None
    sized: bool = True
    painted: bool = True


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

    fonts: dict[Key, fonts.Font]
    resources: pikepdf.Object
    pieces: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    state: _State = _State()
    saved: list[_State] = field(default_factory=list)
    marks: list[_Mark] = field(default_factory=lambda: [_OUTSIDE])
    forms: int = 0

    def follow(self, source: pikepdf.Object) -> None:
        """Follow the operators of a page or of a form."""
        operators = {
            "q": self._save,
            "Q": self._restore,
            "Tf": self._select,
            "Tr": self._paint,
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
        self.saved.append(self.state)

    def _restore(self, _: Operands) -> None:
        if self.saved:
            self.state = self.saved.pop()

    def _select(self, operands: Operands) -> None:
        font = self.resources.Font[str(operands[0])]
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = fonts.read(font)
        self.state = replace(self.state, font=self.fonts[font.objgen], sized=operands[1] != 0)

    def _paint(self, operands: Operands) -> None:
        self.state = replace(self.state, painted=operands[0] not in _INVISIBLE)

    def _show_array(self, operands: Operands) -> None:
        self._say(_joined(operands[0]))

    def _show(self, operands: Operands) -> None:
        self._say(bytes(operands[-1]))

    def _say(self, shown: bytes) -> None:
        mcid, state = self.marks[-1].mcid, self.state
        if mcid is not None and state.font is not None and state.painted and state.sized:
            self.pieces[mcid].append(state.font.text(shown))

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
        if _same_letters(mark.replacement, "".join(shown)):
            self.pieces[mark.mcid][mark.start :] = [mark.replacement]

    def _form(self, operands: Operands) -> None:
        """A form that is painted inside a sequence is part of it (14.7.4.2)."""
        form = self.resources.XObject[str(operands[0])]
        inside = self.marks[-1].mcid is not None
        if form.get("/Subtype") != "/Form" or not inside or self.forms == _FORMS_IN_FORMS:
            return
        before = self.resources, self.state, self.saved, self.marks
        self.resources = form.get("/Resources", self.resources)
        self.saved, self.marks = [], [self.marks[-1]]
        self.forms += 1
        self.follow(form)
        self.forms -= 1
        self.resources, self.state, self.saved, self.marks = before


def _joined(strings: pikepdf.Object) -> bytes:
    """Return all strings of a TJ's array; the numbers between them only move the pen."""
    written = strings.unparse().replace(b"()", b"").decode("latin-1")
    if "(" in written:
        return b"".join(bytes(each) for each in strings if isinstance(each, pikepdf.Object))
    # Engines show glyph by glyph: one look at all hexadecimal strings is four times as fast.
    return bytes.fromhex("".join(_HEXADECIMAL.findall(written)))


def _same_letters(replacement: str, shown: str) -> bool:
    """Whether a replacement text (14.9.4) says what is shown, in any order and less line-end hyphens.

    It is there for the order of right-to-left text and for hyphens of the
    layout; where it tells letters that nobody sees, what is seen counts.
    """
    return sorted(fold(replacement).replace("-", "")) == sorted(fold(shown).replace("-", ""))
