"""Tagged PDFs set by hand, in Courier: where everything stands is known."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from surefoot.inspectors.pdf import PdfInspector
from surefoot.promise import Citation

LINE = 20
ADVANCE = 7.2
"""Of a letter in Courier at 12 points."""


class Sheet:
    """A tagged PDF under construction: parts are set one behind the other, a block begins a line."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self.named: dict[str, Array] = {}
        self.elements: dict[str, Any] = {}
        self.links: list[tuple[Any, str]] = []
        self.contents: list[list[str]] = []
        self.font = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier, Encoding=Name.WinAnsiEncoding
            )
        )
        self.off = self.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("off")))
        layers = Dictionary(OCGs=Array([self.off]), D=Dictionary(OFF=Array([self.off])))
        self.pdf.Root.OCProperties = layers
        self.turn()

    def turn(self) -> None:
        """Begin a page."""
        self.page = self.pdf.add_blank_page(page_size=(595, 842))
        self.page.obj.Resources = Dictionary(
            Font=Dictionary(F=self.font),
            ExtGState=Dictionary(Gone=Dictionary(ca=0), Half=Dictionary(ca=0.5), Here=Dictionary(ca=1)),
            Properties=Dictionary(Off=self.off),
        )
        self.page.obj.Annots = Array()
        self.contents.append([])
        self.mcids, self.x, self.y = 0, 72.0, 800.0

    def add(self, parent: Any, part: str | tuple[Any, ...]) -> None:
        """Set a part: words, or a tag with options and parts of its own."""
        if isinstance(part, str):
            parent.K.append(self.words(part, "BT /F 12 Tf {x} {y} Td ({words}) Tj ET"))
            return
        tag, *kids = part
        options = kids.pop(0) if kids and isinstance(kids[0], dict) else {}
        if options.get("turn"):
            self.turn()
        if tag in {"P", "H1", "H2", "Caption"} or options.get("line"):
            self.x, self.y = 72.0, self.y - LINE
        element = self.pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{tag}"), P=parent, K=Array())
        )
        for key, value in options.get("entries", {}).items():
            element[key] = value
        parent.K.append(element)
        if name := options.get("name"):
            self.named[name] = Array([self.page.obj, Name.XYZ, self.x - 1, self.y + 12, 0])
            self.elements[name] = element
        left = self.x
        if "set" in options:
            element.K.append(self.words(options.get("words", "words"), options["set"]))
        for kid in kids:
            self.add(element, kid)
        for key in ("to", "uri"):
            if key in options:
                self.link(element, left, key, options[key])

    def words(self, words: str, how: str) -> Any:
        literal = words.replace("(", r"\(").replace(")", r"\)")
        filled = how.format(x=self.x, y=self.y, words=literal)
        self.contents[-1].append(f"/Span <</MCID {self.mcids}>> BDC {filled} EMC")
        self.x += ADVANCE * len(words)
        self.mcids += 1
        return Dictionary(Type=Name.MCR, Pg=self.page.obj, MCID=self.mcids - 1)

    def link(self, element: Any, left: float, key: str, target: str) -> None:
        area = Array([left, self.y - 3, max(self.x, left + ADVANCE), self.y + 9])
        annotation = self.pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=area))
        self.page.obj.Annots.append(annotation)
        element.K.append(Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self.page.obj))
        if key == "uri":
            annotation.A = Dictionary(S=Name.URI, URI=String(target))
        else:
            self.links.append((annotation, target))


SHOW = "BT /F 12 Tf {{x}} {{y}} Td ({}) Tj ET"


def said(replacement: str, shown: str) -> tuple[Any, ...]:
    """A Span whose shown words have a replacement text, given as PDF writes it."""
    return "Span", {"set": f"/Span <</ActualText {replacement}>> BDC {SHOW.format(shown)} EMC"}


Aim = Callable[[Sheet, Any, str], None]
"""Writes into an annotation whither it leads: to what bears a name."""


def file(*parts: Any, aim: Aim | None = None, more: Callable[[Sheet], None] = lambda _: None) -> bytes:
    """Return a tagged PDF that holds ``parts``; a link to a name that nothing bears leads nowhere."""
    sheet = Sheet()
    root = sheet.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array()))
    sheet.pdf.Root.StructTreeRoot, sheet.pdf.Root.MarkInfo = root, Dictionary(Marked=True)
    sheet.add(root, ("Document", *parts))
    names = Array([entry for name in sorted(sheet.named) for entry in (String(name), sheet.named[name])])
    sheet.pdf.Root.Names = Dictionary(Dests=Dictionary(Names=names))
    for annotation, name in sheet.links:
        (aim or by_name)(sheet, annotation, name)
    for page, content in zip(sheet.pdf.pages, sheet.contents, strict=True):
        page.obj.Contents = sheet.pdf.make_stream("\n".join(content).encode("cp1252"))
    more(sheet)
    written = io.BytesIO()
    sheet.pdf.save(written, deterministic_id=True)
    return written.getvalue()


def found(*parts: Any, **how: Any) -> tuple[Citation, ...]:
    return PdfInspector().inspect(file(*parts, **how)).citations


def call(mark: str = "1", to: str = "note", name: str = "call") -> tuple[Any, ...]:
    return "Reference", {"name": name}, ("Link", {"to": to}, mark)


def note(*content: Any, label: Any = "1", name: str = "note", back: str = "call") -> tuple[Any, ...]:
    return "Note", {"name": name, "line": True}, ("Lbl", ("Link", {"to": back}, label)), *content


def with_note(*content: Any) -> Citation:
    (citation,) = found(("P", "Claim.", call()), note(*content))
    return citation


def with_prose(*content: Any, **how: Any) -> Citation:
    (citation,) = found(*content, ("P", call()), note("Proof."), **how)
    return citation


PROVEN = Citation("1", "Claim.", "Proof.")


def by_name(_: Sheet, annotation: Any, name: str) -> None:
    annotation.Dest = String(name)


def numbered(kind: str) -> dict[str, Any]:
    return {"entries": {"/A": Dictionary(O=Name.List, ListNumbering=Name(f"/{kind}"))}}
