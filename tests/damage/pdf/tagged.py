"""A tagged PDF, opened to be damaged: by ISO 32000 alone.

The tags say what is what, the content streams what is shown, in fonts whose
codes have two bytes and a map to Unicode.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from damage import InapplicableError, pick
from surefoot.text import fold

WHITHER = ("/Dest", "/A")
_MAPPED = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")
_HEADINGS = re.compile("/H[1-6]")


@dataclass(eq=False)
class Sheet:
    """A page with its instructions, which are written back when all is done."""

    page: Any
    instructions: list[tuple[list[Any], str]]
    damaged: bool = False
    over: list[str] = field(default_factory=list)
    """What is painted over it, in the page's own space."""

    def write(self) -> None:
        if self.damaged or self.over:
            written = [(operands, pikepdf.Operator(operator)) for operands, operator in self.instructions]
            under = pikepdf.unparse_content_stream(written)
            self.page.Contents.write(b"q\n" + under + b"\nQ\n" + "\n".join(self.over).encode())

    def unused(self) -> int:
        """Return a number that no marked content of the page bears yet."""
        taken = [_number(operands[1]) or 0 for operands, operator in self.instructions if operator == "BDC"]
        return max(taken, default=0) + 1 + len(self.over)

    def last(self, operator: str, before: int) -> int:
        return max(at for at in range(before) if self.instructions[at][1] == operator)


@dataclass(eq=False)
class Piece:
    """A marked-content sequence."""

    sheet: Sheet
    mcid: int
    reference: Any
    """What names it in the structure tree."""

    def span(self) -> tuple[int, int]:
        """Return the places of the instructions that begin and end it; one place, where there are none."""
        depth, start = 0, None
        for at, (operands, operator) in enumerate(self.sheet.instructions):
            if operator in {"BMC", "BDC"}:
                if start is None and operator == "BDC" and _number(operands[1]) == self.mcid:
                    start, depth = at, 0
                depth += 1
            elif operator == "EMC":
                depth -= 1
                if start is not None and depth == 0:
                    return start, at
        return 0, 0

    def shows(self) -> list[int]:
        """Return the places of the instructions that show its text."""
        start, end = self.span()
        return [at for at in range(start, end) if self.sheet.instructions[at][1] == "TJ"]

    def codes(self) -> list[bytes]:
        shown = b"".join(_strings(self.sheet.instructions[at]) for at in self.shows())
        return [shown[at : at + 2] for at in range(0, len(shown), 2)]

    def show(self, codes: list[bytes]) -> None:
        """Show ``codes`` in the place of what the piece shows, and no wider: beside it stand other words."""
        rest = list(codes)
        places = self.shows()
        widths = _advances(self.sheet.page.Resources.Font[str(self.font())]) if places else {}
        held = []
        for at in places:
            here = len(_strings(self.sheet.instructions[at])) // 2 if at != places[-1] else len(rest)
            taken, rest = rest[:here], rest[here:]
            held.append((at, taken))
        for at, taken in reversed(held):
            before = _width(self.sheet.instructions[at], widths)
            shown = ([Array([String(code) for code in taken])], "TJ")
            narrower = min(100, 99 * before / max(1, _width(shown, widths)))
            self.sheet.instructions[at : at + 1] = [([narrower], "Tz"), shown, ([100], "Tz")]
        self.sheet.damaged = True

    def wrap(self, before: list[tuple[list[Any], str]], behind: list[tuple[list[Any], str]]) -> None:
        """Put instructions around what the piece shows, inside of it."""
        start, end = self.span()
        self.sheet.instructions[start + 1 : end] = [
            *before,
            *self.sheet.instructions[start + 1 : end],
            *behind,
        ]
        self.sheet.damaged = True

    def move(self, points: float) -> None:
        """Show what it shows farther to the right."""
        instructions = self.sheet.instructions
        for at in {self.sheet.last("Tm", before=at) for at in self.shows()}:
            *turned, right, up = instructions[at][0]
            instructions[at] = ([*turned, float(right) + points / _space(instructions[:at])[0], up], "Tm")
        self.sheet.damaged = True

    def shift(self, right: float, up: float) -> None:
        """Show what it shows elsewhere on its page."""
        start, _ = self.span()
        a, b, c, d, *_ = _space(self.sheet.instructions[:start])
        if b or c:
            raise InapplicableError
        self.wrap([([], "q"), ([1, 0, 0, 1, round(right / a, 3), round(up / d, 3)], "cm")], [([], "Q")])

    def font(self) -> Any:
        at = self.sheet.last("Tf", before=self.shows()[0])
        return self.sheet.instructions[at][0][0]

    def letters(self) -> list[str]:
        """Return the text of each of its codes."""
        known = _unicode(self.sheet.page.Resources.Font[str(self.font())])
        return [known.get(code, "") for code in self.codes()]

    def place(self) -> tuple[float, float, float, float]:
        """Return left and base of its text on the page, the size of its letters, and its width."""
        at = self.shows()[0]
        matrix = self.sheet.instructions[self.sheet.last("Tm", before=at)][0]
        size = float(self.sheet.instructions[self.sheet.last("Tf", before=at)][0][1])
        a, b, c, d, right, up = _space(self.sheet.instructions[:at])
        x, y = float(matrix[4]), float(matrix[5])
        advances = _advances(self.sheet.page.Resources.Font[str(self.font())])
        width = sum(advances.get(int.from_bytes(code), 1000.0) for code in self.codes()) / 1000
        return a * x + c * y + right, b * x + d * y + up, size * abs(a), width * size * abs(a)


def _number(properties: Any) -> int | None:
    inside = isinstance(properties, Dictionary) and "/MCID" in properties
    return int(properties.MCID) if inside else None


def _strings(instruction: tuple[list[Any], str]) -> bytes:
    return b"".join(bytes(each) for each in instruction[0][0] if isinstance(each, String))


def _space(instructions: list[tuple[list[Any], str]]) -> tuple[float, ...]:
    """Return the matrix from the instructions' space to the page's (ISO 32000-1, 8.3.4)."""
    now, saved = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), []
    for operands, operator in instructions:
        if operator == "q":
            saved.append(now)
        elif operator == "Q":
            now = saved.pop()
        elif operator == "cm":
            a, b, c, d, e, f = (float(each) for each in operands)
            g, h, i, j, k, m = now
            now = (
                a * g + b * i,
                a * h + b * j,
                c * g + d * i,
                c * h + d * j,
                e * g + f * i + k,
                e * h + f * j + m,
            )
    return now


def _width(instruction: tuple[list[Any], str], widths: dict[int, float]) -> float:
    """Return how far a TJ moves the pen, in thousandths of the font's size (9.4.4)."""
    shown = _strings(instruction)
    codes = (int.from_bytes(shown[at : at + 2]) for at in range(0, len(shown), 2))
    back = sum(float(each) for each in instruction[0][0] if not isinstance(each, String))
    return sum(widths.get(code, 1000.0) for code in codes) - back


def _advances(font: Any) -> dict[int, float]:
    """Return the widths of a font's codes (9.7.4.3), of those that begin a row of widths."""
    widths, row = {}, list(font.DescendantFonts[0].get("/W", Array()))
    for first, found in zip(row[::2], row[1::2], strict=False):
        widths |= {int(first) + at: float(width) for at, width in enumerate(found)}
    return widths


def _unicode(font: Any) -> dict[bytes, str]:
    mapped = _MAPPED.findall(font.ToUnicode.read_bytes())
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in mapped
    }


@dataclass
class Tagged:
    """A tagged PDF."""

    pdf: pikepdf.Pdf
    chance: Random
    _sheets: dict[tuple[int, int], Sheet] = field(default_factory=dict)

    @property
    def tree(self) -> Any:
        return self.pdf.Root.StructTreeRoot

    def write(self) -> None:
        for sheet in self._sheets.values():
            sheet.write()

    def sheet(self, page: Any) -> Sheet:
        if page.objgen not in self._sheets:
            parsed = pikepdf.parse_content_stream(page)
            self._sheets[page.objgen] = Sheet(
                page, [(list(each.operands), str(each.operator)) for each in parsed]
            )
        return self._sheets[page.objgen]

    def number(self, page: Any) -> int:
        return next(at for at, each in enumerate(self.pdf.pages) if each.obj.objgen == page.objgen)

    def elements(self, tag: str, within: Any = None, without: frozenset[str] = frozenset()) -> list[Any]:
        below_it = below(self.tree if within is None else within, without)
        return [found for found in below_it if found.get("/S") == f"/{tag}"]

    def calls(self) -> list[Any]:
        """Return the references that bear the label of a note."""
        labels = {self.label(note) for note in self.elements("Note")}
        found = self.elements("Reference", without=frozenset({"/TOC"}))
        return [each for each in found if fold(self.text(each)) in labels]

    def label(self, note: Any) -> str:
        labels = self.elements("Lbl", note)
        return fold(self.text(labels[0])) if labels else ""

    def call(self, place: int) -> Any:
        return self.calls()[place - 1]

    def note(self, place: int) -> Any:
        """Return the note that bears the call's mark and is led back to it."""
        mark = fold(self.text(self.call(place)))
        return next(note for note in self.elements("Note") if self.label(note) == mark)

    def called_once(self, place: int) -> Any:
        """Return the note, of which this is the only call."""
        mark = fold(self.text(self.call(place)))
        if sum(fold(self.text(call)) == mark for call in self.calls()) > 1:
            raise InapplicableError
        return self.note(place)

    def following(self, place: int) -> int:
        """Return the place of another citation, of another note."""
        mark = fold(self.text(self.call(place)))
        others = [at + 1 for at, call in enumerate(self.calls()) if fold(self.text(call)) != mark]
        return int(self.pick(others))

    def jump(self, place: int) -> Any:
        return next(annotations(self.call(place)))

    def way_back(self, place: int) -> Any:
        """Return the way back of a note that is called once."""
        return next(annotations(self.elements("Lbl", self.called_once(place))[0]))

    def pieces(self, element: Any, without: frozenset[str] = frozenset()) -> list[Piece]:
        """Return what shows the text of an element."""
        found = (kid for kid in below(element, without) if kid.get("/Type") == "/MCR")
        pieces = [Piece(self.sheet(kid.Pg), int(kid.MCID), kid) for kid in found]
        return [piece for piece in pieces if piece.shows()]

    def of_note(self, place: int) -> list[Piece]:
        """Return a note's pieces outside of its label and its links."""
        without = frozenset({"/Lbl", "/Link", "/Formula", "/Figure"})
        return [
            each for each in self.pieces(self.called_once(place), without) if fold("".join(each.letters()))
        ]

    def text(self, element: Any) -> str:
        return "".join("".join(piece.letters()) for piece in self.pieces(element))

    def before(self, place: int) -> Piece:
        """Return the piece of prose before a call, in its own block."""
        call, found = self.call(place), None
        for kid in below(call.P, frozenset({"/Note"})):
            if kid.get("/S") == "/Reference" and kid.objgen == call.objgen:
                break
            if kid.get("/Type") == "/MCR":
                found = kid
        if found is None:
            raise InapplicableError
        piece = Piece(self.sheet(found.Pg), int(found.MCID), found)
        if not any(map(str.isalpha, "".join(piece.letters()))):
            raise InapplicableError
        return piece

    def prose(self) -> list[Any]:
        """Return the elements of the body: no notes, no contents, no title block, no imprint."""
        without = frozenset({"/BibEntry", "/Formula", "/Lbl", "/Note", "/Reference", "/TOC"})
        found = list(below(self.tree, without))
        start = next((at for at, each in enumerate(found) if _heading(each, "/H2")), 0)
        return [each for each in found[start:] if "/S" in each and not self._is_imprint(each)]

    def _is_imprint(self, element: Any) -> bool:
        """Whether an element is all that the last division of the document holds."""
        around = element.get("/P", {})
        if element.S != "/P" or around.get("/S") != "/Div" or len(kids(around)) > 1:
            return False
        return around.objgen == kids(around.P)[-1].objgen

    def of_prose(self, *tags: str) -> list[Any]:
        return [element for element in self.prose() if str(element.S)[1:] in tags]

    def paragraphs(self) -> list[Any]:
        """Return paragraphs of the body with words and without calls."""
        found = [
            each for each in self.of_prose("P") if each.P.get("/S") in {"/Div", "/Document", "/BlockQuote"}
        ]
        return [
            each
            for each in found
            if not self.elements("Reference", each)
            and not self.elements("BibEntry", each)
            and len(self.text(each).split()) > 3
        ]

    def words_of_prose(self) -> list[Piece]:
        """Return the pieces of the body's words, outside of calls and links."""
        blocks = self.of_prose("P", "TD", "TH", "H2", "H3", "H4")
        without = frozenset({"/Note", "/Reference", "/Link", "/Lbl", "/Formula", "/Figure", "/Code"})
        pieces = (
            Piece(self.sheet(kid.Pg), int(kid.MCID), kid)
            for block in blocks
            for kid in kids(block)
            if kid.get("/Type") == "/MCR" and block.get("/S") not in without
        )
        return [piece for piece in pieces if piece.shows()]

    def remove(self, element: Any) -> None:
        """Take an element and what it shows away."""
        for piece in self.pieces(element):
            piece.show([])
        self.detach(element)

    def detach(self, element: Any) -> None:
        """Take an element out of the structure tree."""
        held = element.P.get("/K")
        each = held if isinstance(held, Array) else Array([held])
        element.P.K = Array(
            [kid for kid in each if not (isinstance(kid, Dictionary) and kid.objgen == element.objgen)]
        )

    def add(self, parent: Any, tag: str, page: Any, at: int | None = None) -> Any:
        """Add an element without content."""
        entries = Dictionary(Type=Name.StructElem, S=Name(f"/{tag}"), P=parent, Pg=page, K=Array())
        added = self.pdf.make_indirect(entries)
        held = parent.K if isinstance(parent.K, Array) else Array([parent.K])
        members = list(held)
        members.insert(len(members) if at is None else at, added)
        parent.K = Array(members)
        return added

    def paint(self, element: Any, piece: Piece, codes: list[bytes], where: tuple[int, int]) -> None:
        """Show ``codes`` once more, in a piece's font, elsewhere on its page and in another element."""
        self.paint_on(piece.sheet, element, piece.font(), codes, where)

    def paint_on(
        self, sheet: Sheet, element: Any, font: Any, codes: list[bytes], where: tuple[int, int]
    ) -> None:
        mcid, shown, (x, y) = sheet.unused(), b"".join(codes).hex(), where
        sheet.over.append(f"q /Span <</MCID {mcid}>> BDC BT 0 g {font} 8 Tf {x} {y} Td <{shown}> Tj ET EMC Q")
        element.K.append(Dictionary(Type=Name.MCR, Pg=sheet.page, MCID=mcid))

    def link(self, element: Any, page: Any, area: list[int], whither: Any) -> None:
        """Let an area of a page lead where ``whither`` leads, in an element."""
        annotation = self.pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(area)))
        lead(annotation, whither)
        page.Annots = Array([*page.get("/Annots", Array()), annotation])
        element.K.append(Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page))

    def pick(self, choices: Any) -> Any:
        return pick(self.chance, list(choices))


def _heading(element: Any, least: str) -> bool:
    tag = str(element.get("/S", ""))
    return bool(_HEADINGS.fullmatch(tag)) and tag >= least


def kids(element: Any) -> list[Any]:
    held = element.get("/K", Array())
    return [kid for kid in (held if isinstance(held, Array) else [held]) if isinstance(kid, Dictionary)]


def below(element: Any, without: frozenset[str] = frozenset()) -> Iterator[Any]:
    for kid in kids(element):
        if str(kid.get("/S")) not in without:
            yield kid
            yield from below(kid, without)


def annotations(element: Any) -> Iterator[Any]:
    return (kid.Obj for kid in below(element) if kid.get("/Type") == "/OBJR")


def lead(annotation: Any, whither: Any) -> None:
    kill(annotation)
    for key in WHITHER:
        if key in whither:
            annotation[key] = whither[key]


def kill(annotation: Any) -> None:
    for key in WHITHER:
        if key in annotation:
            del annotation[key]


Edit = Callable[[Tagged, int], None]
"""Damages one citation of a PDF."""
