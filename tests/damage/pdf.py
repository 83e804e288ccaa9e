"""Damages a finished PDF in one way, so that it earns one fault at one citation.

Each damage takes the file's bytes and the one-based place of a citation, in a
document whose every note is called once and prints its address. It works by
ISO 32000 alone: the tags say what is what, the content streams what is shown,
in fonts whose codes have two bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from damage import Damage
from surefoot.promise import Fault

_WHITHER = ("/Dest", "/A")


@dataclass(frozen=True)
class _Piece:
    """A marked-content sequence."""

    page: Any
    mcid: int


class _Tagged:
    """A tagged PDF, opened to be damaged."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf

    def elements(self, tag: str, within: Any = None) -> list[Any]:
        return [
            found for found in _below(within or self.pdf.Root.StructTreeRoot) if found.get("/S") == f"/{tag}"
        ]

    def call(self, place: int) -> Any:
        return self.elements("Reference")[place - 1]

    def note(self, place: int) -> Any:
        return self.elements("Note")[place - 1]

    def following(self, place: int) -> int:
        """The place of another citation."""
        return place % len(self.elements("Reference")) + 1

    def jump(self, place: int) -> Any:
        return next(_annotations(self.call(place)))

    def way_back(self, place: int) -> Any:
        return next(_annotations(self.elements("Lbl", self.note(place))[0]))

    def prose(self, place: int) -> list[_Piece]:
        """The note's pieces outside of its label and its links."""
        return list(_pieces(self.note(place), without={"/Lbl", "/Link"}))

    def before(self, place: int) -> _Piece:
        """The piece of prose before a call."""
        call, last = self.call(place), None
        for found in _below(self.pdf.Root.StructTreeRoot, without={"/Note"}):
            if found.get("/S") == "/Reference" and found.objgen == call.objgen:
                break
            if found.get("/Type") == "/MCR":
                last = _Piece(found.Pg, int(found.MCID))
        assert last
        return last


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", Array())
    return [kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary)]


def _below(element: Any, without: frozenset[str] | set[str] = frozenset()) -> Iterator[Any]:
    for kid in _kids(element):
        if str(kid.get("/S")) not in without:
            yield kid
            yield from _below(kid, without)


def _pieces(element: Any, without: frozenset[str] | set[str] = frozenset()) -> Iterator[_Piece]:
    return (_Piece(kid.Pg, int(kid.MCID)) for kid in _below(element, without) if kid.get("/Type") == "/MCR")


def _annotations(element: Any) -> Iterator[Any]:
    return (kid.Obj for kid in _below(element) if kid.get("/Type") == "/OBJR")


def _shown(piece: _Piece) -> tuple[list[Any], list[int]]:
    """Return the page's instructions, and the places of those that show text of the piece."""
    instructions = list(pikepdf.parse_content_stream(piece.page))
    open_marks: list[bool] = []
    places = []
    for at, (operands, operator) in enumerate(instructions):
        if str(operator) in {"BMC", "BDC"}:
            numbered = (
                str(operator) == "BDC" and isinstance(operands[1], Dictionary) and "/MCID" in operands[1]
            )
            open_marks.append(numbered and piece.mcid == operands[1].MCID)
        elif str(operator) == "EMC":
            open_marks.pop()
        elif str(operator) == "TJ" and any(open_marks):
            places.append(at)
    return instructions, places


def _write(piece: _Piece, instructions: list[Any]) -> None:
    piece.page.Contents.write(pikepdf.unparse_content_stream(instructions))


def _strings(instruction: Any) -> bytes:
    return b"".join(bytes(each) for each in instruction[0][0] if isinstance(each, String))


def _codes(piece: _Piece) -> list[bytes]:
    instructions, places = _shown(piece)
    shown = b"".join(_strings(instructions[at]) for at in places)
    return [shown[at : at + 2] for at in range(0, len(shown), 2)]


def _show(piece: _Piece, codes: list[bytes]) -> None:
    """Show ``codes`` in the place of what the piece shows."""
    instructions, places = _shown(piece)
    rest = list(codes)
    for at in places:
        here = len(_strings(instructions[at])) // 2
        taken, rest = rest[:here], rest[here:]
        instructions[at] = ([Array([String(code) for code in taken])], instructions[at][1])
    _write(piece, instructions)


def _alter(piece: _Piece, at: int) -> None:
    """Show another glyph of the piece in the place of one."""
    codes = _codes(piece)
    codes[at] = next(code for code in codes if code != codes[at])
    _show(piece, codes)


def _alter_a_letter(tagged: _Tagged, place: int) -> None:
    piece = max(tagged.prose(place), key=lambda each: len(_codes(each)))
    _alter(piece, len(_codes(piece)) // 2)


def _lose_the_text(tagged: _Tagged, place: int) -> None:
    for piece in tagged.prose(place):
        _show(piece, [])


def _hide_the_text(tagged: _Tagged, place: int) -> None:
    """Paint the note's words with neither fill nor stroke (9.3.6)."""
    for piece in tagged.prose(place):
        instructions, places = _shown(piece)
        for at in reversed(places):
            instructions.insert(at + 1, ([0], pikepdf.Operator("Tr")))
            instructions.insert(at, ([3], pikepdf.Operator("Tr")))
        _write(piece, instructions)


def _push_the_text_off_the_page(tagged: _Tagged, place: int) -> None:
    for piece in tagged.prose(place):
        instructions, places = _shown(piece)
        for at in {_last("Tm", instructions, before=at) for at in places}:
            *turned, right, up = instructions[at][0]
            instructions[at] = ([*turned, right + 5000, up], instructions[at][1])
        _write(piece, instructions)


def _last(operator: str, instructions: list[Any], *, before: int) -> int:
    return max(at for at in range(before) if str(instructions[at][1]) == operator)


def _alter_the_mark(tagged: _Tagged, place: int) -> None:
    (piece,), (other,) = _pieces(tagged.call(place)), _pieces(tagged.call(tagged.following(place)))
    _show(piece, _codes(other))


def _alter_the_claim(tagged: _Tagged, place: int) -> None:
    _alter(tagged.before(place), -2)


def _alter_an_address(tagged: _Tagged, place: int) -> None:
    """Alter the last character of target and printed address alike, as a typesetter would who broke it."""
    link = next(
        each for each in tagged.elements("Link", tagged.note(place)) if "/A" in next(_annotations(each))
    )
    address = str(next(_annotations(link)).A.URI)
    pieces = list(_pieces(link))
    codes = [code for piece in pieces for code in _codes(piece)]
    other = next(at for at in range(2, len(codes)) if codes[-at] != codes[-1])
    _show(pieces[-1], [*_codes(pieces[-1])[:-1], codes[-other]])
    for annotation in _annotations(link):
        annotation.A.URI = String(address[:-1] + address[-other])


def _lead(annotation: Any, whither: Any) -> None:
    _kill(annotation)
    for key in _WHITHER:
        if key in whither:
            annotation[key] = whither[key]


def _kill(annotation: Any) -> None:
    for key in _WHITHER:
        if key in annotation:
            del annotation[key]


def _lead_the_jump_elsewhere(tagged: _Tagged, place: int) -> None:
    _lead(tagged.jump(place), tagged.jump(tagged.following(place)))


def _kill_the_jump(tagged: _Tagged, place: int) -> None:
    _kill(tagged.jump(place))


def _flatten_the_jump(tagged: _Tagged, place: int) -> None:
    """Leave the link an area without height, where nobody can press it."""
    left, bottom, right, _ = tagged.jump(place).Rect
    tagged.jump(place).Rect = Array([left, bottom, right, bottom])


def _take_the_jump_off_the_page(tagged: _Tagged, place: int) -> None:
    """Leave the annotation in the tags alone."""
    annotation = tagged.jump(place)
    for page in tagged.pdf.pages:
        page.obj.Annots = Array(
            [each for each in page.obj.get("/Annots", Array()) if each.objgen != annotation.objgen]
        )


def _lead_the_way_back_elsewhere(tagged: _Tagged, place: int) -> None:
    _lead(tagged.way_back(place), tagged.way_back(tagged.following(place)))


def _lead_the_way_back_to_the_page(tagged: _Tagged, place: int) -> None:
    (piece,) = _pieces(tagged.call(place))
    _kill(tagged.way_back(place))
    tagged.way_back(place).Dest = Array([piece.page, Name.Fit])


def _kill_the_way_back(tagged: _Tagged, place: int) -> None:
    _kill(tagged.way_back(place))


def _remove_the_call(tagged: _Tagged, place: int) -> None:
    call = tagged.call(place)
    for piece in _pieces(call):
        _show(piece, [])
    call.P.K = Array(
        [kid for kid in call.P.K if not (isinstance(kid, Dictionary) and kid.objgen == call.objgen)]
    )


def _add_a_call(tagged: _Tagged, place: int) -> None:
    """Call the same note a second time, at the beginning of the block that holds the first call."""
    call, (piece,) = tagged.call(place), _pieces(tagged.call(place))
    page, mcid = pikepdf.Page(piece.page), 9999
    instructions, places = _shown(piece)
    font = instructions[_last("Tf", instructions, before=places[0])][0][0]
    shown = b"".join(_codes(piece)).hex()
    page.contents_add(b"q", prepend=True)
    page.contents_add(f"Q /Span <</MCID {mcid}>> BDC BT {font} 8 Tf 20 20 Td <{shown}> Tj ET EMC".encode())
    annotation = tagged.pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([20, 18, 30, 30]))
    )
    _lead(annotation, tagged.jump(place))
    page.obj.Annots.append(annotation)
    link = tagged.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Link, Pg=piece.page))
    added = tagged.pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Reference, P=call.P, K=Array([link]))
    )
    link.P = added
    link.K = Array([mcid, Dictionary(Type=Name.OBJR, Obj=annotation, Pg=piece.page)])
    call.P.K.insert(0, added)


def _in_pdf(edit: Callable[[_Tagged, int], None]) -> Callable[[bytes, int], bytes]:
    def inflict(data: bytes, place: int) -> bytes:
        written = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            edit(_Tagged(pdf), place)
            pdf.save(written, deterministic_id=True)
        return written.getvalue()

    return inflict


_EDITS: tuple[tuple[str, Fault, Callable[[_Tagged, int], None]], ...] = (
    ("a letter of the note altered", Fault.NOTE, _alter_a_letter),
    ("the text of the note lost", Fault.NOTE, _lose_the_text),
    ("the text of the note invisible", Fault.NOTE, _hide_the_text),
    ("the text of the note off the page", Fault.NOTE, _push_the_text_off_the_page),
    ("the mark altered", Fault.MARK, _alter_the_mark),
    ("the words of the claim altered", Fault.CLAIM, _alter_the_claim),
    ("an address altered", Fault.LINKS, _alter_an_address),
    ("the call led elsewhere", Fault.JUMP, _lead_the_jump_elsewhere),
    ("the jump of the call killed", Fault.JUMP, _kill_the_jump),
    ("the call's link without height", Fault.JUMP, _flatten_the_jump),
    ("the call's link off the page", Fault.JUMP, _take_the_jump_off_the_page),
    ("the way back led elsewhere", Fault.BACK, _lead_the_way_back_elsewhere),
    ("the way back led to the page alone", Fault.BACK, _lead_the_way_back_to_the_page),
    ("the way back killed", Fault.BACK, _kill_the_way_back),
    ("the call removed", Fault.LOST, _remove_the_call),
    ("a call added", Fault.INVENTED, _add_a_call),
)

PDF = tuple(Damage(name, fault, _in_pdf(edit)) for name, fault, edit in _EDITS)
