"""Of most texts the objects of a page alone tell that they can be read; of all others a look at it does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pikepdf import Array, Dictionary, Name
from pypdfium2 import raw as pdfium

from pdfs import Sheet, call, file, found, note
from surefoot.inspectors.pdf import sight
from surefoot.inspectors.pdf.clear import Surroundings
from surefoot.inspectors.pdf.painted import bounds, number, things
from test_inspector_pdf_sight import HIDDEN, SEEN, SHOWN

CLEAR = {
    "plain": SHOWN,
    "of another dark colour": f"0 0 .6 rg {SHOWN} 0 g",
    "beside a box": f"200 {{y}} 46 22 re f {SHOWN}",
    "underlined": f"{SHOWN} {{x}} {{y}} 36 .5 re f",
    "between thin lines": f"{{x}} {{y}} 36 .5 re f {SHOWN} 70 {{y}} .5 12 re f",
    "clipped to the page": f"q 0 0 595 842 re W n {SHOWN} Q",
    "clipped to a column": f"q 60 600 400 242 re W n {SHOWN} Q",
    "clipped to the page by lines": f"q 0 0 m 0 842 l 595 842 l 595 0 l h W n {SHOWN} Q",
    "under a box that is clipped to a line": f"{SHOWN} q 0 100 595 1 re W n 0 0 595 842 re f Q",
    "under a box that is clipped away": f"{SHOWN} q 0 0 0 0 re W n 0 0 595 842 re f Q",
}
DOUBTFUL = {
    "grey": f".7 g {SHOWN} 0 g",
    "outlined": "BT /F 12 Tf 1 Tr {x} {y} Td ({words}) Tj 0 Tr ET",
    "half transparent": f"/Half gs {SHOWN} /Here gs",
    "of a blend mode": f"/Dark gs {SHOWN} /Here gs",
    "in a layer": f"/OC /Off BDC {SHOWN} EMC",
    "on a box": f".9 g {{x}} {{y}} 46 12 re f 0 g {SHOWN}",
    "touched by a box": f"{SHOWN} 100 {{y}} 46 12 re f",
    "between many thin lines": SHOWN + " {x} {y} 36 .5 re f" * 4,
    "clipped to a part": f"q {{x}} {{y}} 10 20 re W n {SHOWN} Q",
    "clipped to a crooked box": f"q 60 600 m 60 842 l 460 842 l 470 600 l h W n {SHOWN} Q",
    "clipped to a triangle": f"q 0 0 m 0 842 l 900 842 l h W n {SHOWN} Q",
    "clipped to a butterfly": f"q 0 0 m 595 842 l 595 0 l 0 842 l h W n {SHOWN} Q",
    "clipped to two boxes": f"q 0 0 595 842 re 70 700 200 200 re W* n {SHOWN} Q",
    "clipped to letters": f"q BT /F 12 Tf 5 Tr 300 300 Td (x) Tj ET 0 Tr {SHOWN} Q",
}


def is_clear(how: str, more: Callable[[Sheet], None] = lambda _: None) -> bool:
    """Whether the last text of a page is known to be read."""

    def define(sheet: Sheet) -> None:
        sheet.page.obj.Resources.ExtGState.Dark = Dictionary(BM=Name.Screen)
        more(sheet)

    with sight.opened(file(("P", ("Span", {"set": how})), more=define)) as document:
        page = document[0]
        around, texts = Surroundings(page), []
        for thing in things(page):
            if number(thing) >= 0 and pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_TEXT:
                around.meet_text(thing)
                texts.append(thing)
            else:
                around.meet(thing)
        return around.leave_clear(texts[-1], bounds(texts[-1]))


@pytest.mark.parametrize("how", CLEAR.values(), ids=CLEAR)
def test_a_dark_text_on_white_that_nothing_touches_can_be_read(how: str):
    assert is_clear(how)


@pytest.mark.parametrize("how", DOUBTFUL.values(), ids=DOUBTFUL)
def test_of_all_other_texts_nothing_is_certain(how: str):
    assert not is_clear(how)


def test_nothing_is_certain_under_an_annotation_that_is_drawn():
    def annotate(subtype: Name, **more: Dictionary) -> Callable[[Sheet], None]:
        def write(sheet: Sheet) -> None:
            held = Dictionary(Type=Name.Annot, Subtype=subtype, Rect=Array([0, 0, 9, 9]), **more)
            sheet.page.obj.Annots.append(sheet.pdf.make_indirect(held))

        return write

    assert is_clear(SHOWN, annotate(Name.Link))
    assert not is_clear(SHOWN, annotate(Name.Link, AP=Dictionary()))
    assert not is_clear(SHOWN, annotate(Name.Square))


def test_nothing_is_certain_of_letters_that_are_drawings():
    def draw(sheet: Sheet) -> None:
        sheet.page.obj.Resources.Font.F = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, 1000, 700]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            CharProcs=Dictionary(w=sheet.pdf.make_stream(b"1000 0 0 0 1000 700 d1 0 0 900 700 re f")),
            Encoding=Dictionary(Differences=Array([119, Name.w])),
            FirstChar=119,
            LastChar=119,
            Widths=Array([1000]),
        )

    assert not is_clear(SHOWN, draw)


def test_nothing_is_certain_among_very_many_things():
    boxes = "300 300 2 2 re f " * 201
    assert is_clear(f"{SHOWN} {boxes[: len(boxes) // 2]}")
    assert not is_clear(f"{SHOWN} {boxes}")


@pytest.mark.parametrize("how", [*HIDDEN.values(), *SEEN.values(), *CLEAR.values()])
def test_a_look_at_the_page_finds_the_same(how: str, monkeypatch: pytest.MonkeyPatch):
    parts = ("P", "Claim.", call()), note("Seen ", ("Span", {"set": how}))
    told = found(*parts)
    monkeypatch.setattr(Surroundings, "leave_clear", lambda *_: False)
    assert found(*parts) == told
