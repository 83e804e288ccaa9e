"""The text of each marked-content sequence of a page (ISO 32000-1, 14.6), as its content stream shows it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

import pikepdf

from surefoot.inspectors.pdf import fonts
from surefoot.text import fold

_OPERATORS = "q Q Tf Tr Tj TJ ' \" BMC BDC EMC Do"
_INVISIBLE = {3, 7}
"""Text rendering modes that paint nothing (table 106)."""
_FORMS_IN_FORMS = 8
_HEXADECIMAL = re.compile("<([0-9a-f]*)>")


@dataclass(frozen=True, slots=True)
class _State:
    """What q saves and Q restores."""

    font: fonts.Font | None = None
    painted: bool = True
    sized: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    """An open marked-content sequence."""

    mcid: int | None
    """Of itself or of what it stands in; None in an artifact and outside of all content."""
    replacement: str | None
    start: int
    """How many pieces its content had when it was opened."""


@dataclass(slots=True)
class Reader:
    """Reads pages of one file; fonts are read once."""

    _fonts: dict[tuple[int, int], fonts.Font] = field(default_factory=dict)

    def texts(self, page: pikepdf.Page) -> dict[int, str]:
        """Return the text of every marked-content sequence of ``page`` by its number."""
        run = _Run(self._fonts)
        run.stream(page.obj, page.obj.get("/Resources", pikepdf.Dictionary()))
        return {mcid: "".join(pieces) for mcid, pieces in run.pieces.items()}


@dataclass(slots=True)
class _Run:
    """One page's content stream, from beginning to end."""

    fonts: dict[tuple[int, int], fonts.Font]
    pieces: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    state: _State = _State()
    saved: list[_State] = field(default_factory=list)
    marks: list[_Mark] = field(default_factory=list)
    forms: int = 0

    def stream(self, source: pikepdf.Object, resources: pikepdf.Object) -> None:
        """Follow the operators of a page or of a form."""
        for operands, operator in pikepdf.parse_content_stream(source, _OPERATORS):
            match str(operator):
                case "TJ":
                    self._show(_joined(operands[0]))
                case "Tj" | "'" | '"':
                    self._show(bytes(operands[-1]))
                case "Tf":
                    self._select(resources.Font[str(operands[0])], float(operands[1]))
                case "Tr":
                    self.state = replace(self.state, painted=int(operands[0]) not in _INVISIBLE)
                case "q":
                    self.saved.append(self.state)
                case "Q" if self.saved:
                    self.state = self.saved.pop()
                case "BMC":
                    self._open(str(operands[0]), None)
                case "BDC":
                    properties = operands[1]
                    named = isinstance(properties, pikepdf.Name)
                    self._open(str(operands[0]), resources.Properties[str(properties)] if named else properties)
                case "EMC" if self.marks:
                    self._close(self.marks.pop())
                case "Do":
                    self._form(resources.XObject[str(operands[0])], resources)

    def _show(self, shown: bytes) -> None:
        mcid, font = self._mcid(), self.state.font
        if mcid is not None and font is not None and self.state.painted and self.state.sized:
            self.pieces[mcid].append(font.text(shown))

    def _select(self, font: pikepdf.Object, size: float) -> None:
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = fonts.read(font)
        self.state = replace(self.state, font=self.fonts[font.objgen], sized=size != 0)

    def _mcid(self) -> int | None:
        return self.marks[-1].mcid if self.marks else None

    def _open(self, tag: str, properties: pikepdf.Object | None) -> None:
        mcid = self._mcid()
        replacement = None
        if tag == "/Artifact":
            mcid = None
        elif isinstance(properties, pikepdf.Dictionary):
            mcid = int(properties.get("/MCID", mcid)) if "/MCID" in properties else mcid
            replacement = str(properties.ActualText) if "/ActualText" in properties else None
        self.marks.append(_Mark(mcid, replacement, len(self.pieces[mcid]) if mcid is not None else 0))

    def _close(self, mark: _Mark) -> None:
        if mark.mcid is None or mark.replacement is None:
            return
        pieces = self.pieces[mark.mcid]
        shown = "".join(pieces[mark.start :])
        if _same_letters(mark.replacement, shown):
            pieces[mark.start :] = [mark.replacement]

    def _form(self, form: pikepdf.Object, resources: pikepdf.Object) -> None:
        """A form painted inside a sequence is part of it (14.7.4.2)."""
        if form.get("/Subtype") != "/Form" or self._mcid() is None or self.forms == _FORMS_IN_FORMS:
            return
        before, depth = self.state, len(self.marks)
        self.forms += 1
        self.stream(form, form.get("/Resources", resources))
        self.forms -= 1
        self.state = before
        del self.marks[depth:]


def _joined(strings: pikepdf.Object) -> bytes:
    """Return all strings of a TJ's array; the numbers between them only move the pen."""
    written = strings.unparse().replace(b"()", b"").decode("latin-1")
    if "(" in written:
        return b"".join(bytes(each) for each in strings if isinstance(each, pikepdf.Object))
    # Engines show glyph by glyph: one look at all hexadecimal strings is four times as fast.
    return bytes.fromhex("".join(_HEXADECIMAL.findall(written)))


def _same_letters(replacement: str, shown: str) -> bool:
    """Whether a replacement text (14.9.4) says what is shown, in whatever order and less line-end hyphens.

    It is there for the order of right-to-left text and for hyphens of the
    layout; where it tells letters that nobody sees, what is seen counts.
    """
    return sorted(fold(replacement).replace("-", "")) == sorted(fold(shown).replace("-", ""))
