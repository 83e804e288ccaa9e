"""Ways to hide a call or a note of a PDF from whoever looks at the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from damage import InapplicableError
from damage.pdf.tagged import Edit, Piece, Tagged
from surefoot.promise import Fault

Instruction = tuple[list[Any], str]
Hide = Callable[[Tagged, list[Piece]], None]


def _set(state: Callable[[Tagged, Piece], Instruction], tagged: Tagged, pieces: list[Piece]) -> None:
    """Change the state right before each text is shown, and restore it behind the piece."""
    for piece in pieces:
        instruction = state(tagged, piece)
        for at in reversed(piece.shows()):
            piece.sheet.instructions.insert(at, instruction)
        piece.wrap([([], "q")], [([], "Q")])


def _mode(_: Tagged, __: Piece) -> Instruction:
    """Neither fill nor stroke (ISO 32000-1, 9.3.6)."""
    return [3], "Tr"


def _white(_: Tagged, __: Piece) -> Instruction:
    return [1, 1, 1], "rg"


def _narrow(_: Tagged, __: Piece) -> Instruction:
    return [0], "Tz"


def _tiny(_: Tagged, piece: Piece) -> Instruction:
    return [piece.font(), pikepdf.Object.parse(b"0.01")], "Tf"


def _transparent(_: Tagged, piece: Piece) -> Instruction:
    piece.sheet.page.Resources.ExtGState.Gone = Dictionary(ca=0, CA=0)
    return [Name.Gone], "gs"


def _clip(_: Tagged, pieces: list[Piece]) -> None:
    for piece in pieces:
        piece.wrap([([], "q"), ([0, 0, 0, 0], "re"), ([], "W"), ([], "n")], [([], "Q")])


def _switch_off(tagged: Tagged, pieces: list[Piece]) -> None:
    """Make the content optional, and leave it out (8.11)."""
    group = tagged.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("gone")))
    tagged.pdf.Root.OCProperties = Dictionary(
        OCGs=Array([group]), D=Dictionary(OFF=Array([group]), Order=Array())
    )
    for piece in pieces:
        resources = piece.sheet.page.Resources
        resources.Properties = resources.get("/Properties", Dictionary())
        resources.Properties.Gone = group
        piece.wrap([([Name.OC, Name.Gone], "BDC")], [([], "EMC")])


def _push_off(_: Tagged, pieces: list[Piece]) -> None:
    for piece in pieces:
        piece.move(5000)


def _box(piece: Piece) -> tuple[float, float, float, float]:
    """Return left, bottom, width and height of what a piece shows, generously."""
    left, base, size, width = piece.place()
    return left - 1, base - 0.3 * size, width + 2, 1.3 * size


def _cover(_: Tagged, pieces: list[Piece]) -> None:
    for piece in pieces:
        box = " ".join(f"{edge:.2f}" for edge in _box(piece))
        piece.sheet.over.append(f"/Artifact BMC q 1 1 1 rg {box} re f Q EMC")


def _cover_with_a_picture(tagged: Tagged, pieces: list[Piece]) -> None:
    for piece in pieces:
        left, bottom, width, height = _box(piece)
        picture = tagged.pdf.make_stream(
            b"\xff",
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=1,
            Height=1,
            ColorSpace=Name.DeviceGray,
            BitsPerComponent=8,
        )
        resources = piece.sheet.page.Resources
        resources.XObject = resources.get("/XObject", Dictionary())
        resources.XObject.Gone = picture
        where = f"{width:.2f} 0 0 {height:.2f} {left:.2f} {bottom:.2f}"
        piece.sheet.over.append(f"/Artifact BMC q {where} cm /Gone Do Q EMC")


def _crop(tagged: Tagged, pieces: list[Piece]) -> None:
    """Cut the page above the pieces; nothing else may stand below."""
    sheet = pieces[0].sheet
    top = max(_box(piece)[1] + 0.9 * _box(piece)[3] for piece in pieces)
    mine = {piece.mcid for piece in pieces}
    others = [each for each in tagged.pieces(tagged.tree) if each.sheet is sheet and each.mcid not in mine]
    if any(piece.sheet is not sheet for piece in pieces) or any(_box(each)[1] < top for each in others):
        raise InapplicableError
    left, _, right, height = (float(edge) for edge in sheet.page.MediaBox)
    sheet.page.CropBox = Array([left, top, right, height])


def _of_note(hide: Hide, tagged: Tagged, place: int) -> None:
    hide(tagged, tagged.pieces(tagged.called_once(place)))


def _of_call(hide: Hide, tagged: Tagged, place: int) -> None:
    hide(tagged, tagged.pieces(tagged.call(place)))


_WAYS: dict[str, Hide] = {
    "painted with nothing": partial(_set, _mode),
    "in the colour of the page": partial(_set, _white),
    "without width": partial(_set, _narrow),
    "too small to be read": partial(_set, _tiny),
    "transparent": partial(_set, _transparent),
    "clipped": _clip,
    "optional and left out": _switch_off,
    "off the page": _push_off,
    "covered": _cover,
    "covered by a picture": _cover_with_a_picture,
}

EDITS: tuple[tuple[str, Fault, Edit], ...] = (
    *((f"the note {way}", Fault.HIDDEN, partial(_of_note, hide)) for way, hide in _WAYS.items()),
    *((f"the call {way}", Fault.HIDDEN, partial(_of_call, hide)) for way, hide in _WAYS.items()),
    ("the note cut off the page", Fault.HIDDEN, partial(_of_note, _crop)),
)
