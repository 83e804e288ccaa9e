"""What is done where the engine cannot keep a note at the foot of its page, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest

from paged import WORDS, page_texts
from surefoot.composition import Composition
from surefoot.inspectors.pdf import PdfInspector
from surefoot.writers.pdf import print_out
from surefoot.writers.pdf.layout import gate, lay_out
from surefoot.writers.pdf.layout.gate import Ill, Trouble
from surefoot.writers.pdf.layout.healing import Patient, remedy
from surefoot.writers.pdf.layout.remarks import remarks
from surefoot.writers.pdf.sheet import dress
from surefoot.writers.pdf.sheet.ground import mark, survey
from surefoot.writers.pdf.sheet.notes import NOTE
from surefoot.writers.pdf.sheet.placement import Placement, Standing

TABLE = "| Head | |\n|---|---|\n| cell[^b] | cell |\n"
NOTES = "[^a]: A note.\n\n[^b]: Of a cell.\n"


def body(composition: Composition, **standings: Standing) -> Element:
    """Dress a composition; ``a`` and ``b`` are its first and its second note."""
    ids = {"a": "fn-1", "b": "fn-2"}
    placement = Placement({ids[name]: standing for name, standing in standings.items()})
    root = dress(composition.copy(), placement).root
    found = root.find("body")
    assert found is not None
    return found


def home(body: Element, note: str) -> tuple[str, list[str]]:
    """The tag of the element that a note stands in, and the tags of what it stands among."""
    (parent,) = (each for each in body.iter() for child in each if child.get("id") == note)
    return parent.tag, [child.tag for child in parent]


# Where notes go


def test_a_note_stands_behind_the_paragraph_of_its_call(composed: Callable) -> None:
    made = body(composed(f"Here.[^a]\n\nThere.\n\n{NOTES}"), a=Standing.BLOCK)
    assert home(made, "fn-1") == ("body", ["header", "p", "fn-note", "p"])


def test_a_note_of_a_list_stands_in_its_item(composed: Callable) -> None:
    text = f"- One *word*[^a] and *more* words\n    - inner\n- Two\n\n{NOTES}"
    made = body(composed(text), a=Standing.BLOCK)
    assert home(made, "fn-1") == ("li", ["em", "a", "em", "fn-note", "ul"])


def test_a_note_of_a_cell_stands_behind_the_table_or_in_the_cell(composed: Callable) -> None:
    text = f"Here.[^a]\n\n{TABLE}\n{NOTES}"
    assert home(body(composed(text), b=Standing.BLOCK), "fn-2")[1][-2:] == ["table", "fn-note"]
    assert home(body(composed(text), b=Standing.CELL), "fn-2") == ("td", ["a", "fn-note"])


def test_a_note_stands_right_behind_its_call(composed: Callable) -> None:
    made = body(composed(f"Here[^a] and there.\n\n{NOTES}"), a=Standing.CALL)
    assert home(made, "fn-1") == ("p", ["a", "fn-note"])
    assert "".join(made[1].itertext()).split() == ["Here1", "1A", "note.", "and", "there."]


def test_notes_stand_at_the_end_of_their_section_in_their_order(composed: Callable) -> None:
    text = f"# One\n\nHere.[^a] And here.[^b]\n\n## Within\n\nText.\n\n# Two\n\nText.\n\n{NOTES}"
    made = body(composed(text), a=Standing.SECTION, b=Standing.SECTION)
    assert home(made, "fn-1")[1] == ["header", "h2", "p", "h3", "p", "fn-note", "fn-note", "h2", "p"]
    assert [note.get("id") for note in made.iter("fn-note")] == ["fn-1", "fn-2"]


def test_notes_stand_at_the_end_of_the_document_under_a_heading(composed: Callable) -> None:
    made = body(composed(f"Here.[^a]\n\nThere.\n\n{NOTES}"), a=Standing.END)
    assert home(made, "fn-1") == ("section", ["h2", "fn-note"])


# What is tried


def patient(composition: Composition, placement: Placement, *, at_foot: frozenset[str]) -> Patient:
    copy = composition.copy()
    mark(copy, placement)
    parents = {child: parent for parent in dress(copy, placement).root.iter() for child in parent}
    return Patient(placement, survey(composition), parents, {1: at_foot})


def after(composition: Composition, note: str, ills: list[Ill]) -> list[Standing]:
    """Where a note stands after each of several troubles."""
    placement, stood = Placement(), []
    for ill in ills:
        trouble = Trouble(ill, "", 1, note)
        placement = remedy(patient(composition, placement, at_foot=frozenset()), [trouble])
        stood.append(placement.of(note))
    return stood


def test_a_note_goes_a_step_further_each_time(composed: Callable) -> None:
    text = f"Here.[^a]\n\n{TABLE}\n{NOTES}"
    assert after(composed(text), "fn-1", [Ill.OFF] * 2) == [Standing.BLOCK, Standing.CALL]
    assert after(composed(text), "fn-2", [Ill.OFF] * 2) == [Standing.BLOCK, Standing.CELL]


def test_a_note_in_the_text_may_be_broken_before_it_goes_further(composed: Callable) -> None:
    composition = composed(f"Here.[^a]\n\n{NOTES}")
    at_call, off = Placement({"fn-1": Standing.CALL}), [Trouble(Ill.OFF, "", 1, "fn-1")]
    broken = remedy(patient(composition, at_call, at_foot=frozenset()), off)
    assert broken == Placement({"fn-1": Standing.CALL}, plain=True)
    further = remedy(patient(composition, broken, at_foot=frozenset()), off)
    assert further.of("fn-1") is Standing.SECTION


def test_a_row_breaks_where_a_note_in_it_runs_off_the_page(composed: Callable) -> None:
    composition = composed(f"{TABLE}\n{NOTES}")
    ailing = patient(composition, Placement({"fn-1": Standing.CALL}), at_foot=frozenset())
    (note,) = (each for each in ailing.parents if each.tag == NOTE)
    broken = remedy(ailing, [Trouble(Ill.OFF, "", 1, "fn-1", note)])
    assert broken == Placement({"fn-1": Standing.CALL}, loose=frozenset({0}))


def test_a_note_that_strayed_comes_nearer_to_its_call(composed: Callable) -> None:
    text = f"Here.[^a]\n\n{TABLE}\n{NOTES}"
    assert after(composed(text), "fn-1", [Ill.AWAY] * 2) == [Standing.BLOCK, Standing.CALL]
    assert after(composed(text), "fn-2", [Ill.AWAY]) == [Standing.CALL]


def test_notes_that_fill_the_pages_before_a_note_in_the_text_come_nearer_in_its_stead(
    composed: Callable,
) -> None:
    composition = composed(f"Here.[^a] There.[^b]\n\n{NOTES}")
    placement = Placement({"fn-2": Standing.CALL})
    before = patient(composition, placement, at_foot=frozenset({"fn-1"}))
    away = Trouble(Ill.AWAY, "", 2, "fn-2", between=range(1, 2))
    after = remedy(replace(before, at_foot={**before.at_foot, 2: frozenset()}), [away])
    assert after.standings == {"fn-1": Standing.BLOCK, "fn-2": Standing.CALL}


def first_cell(patient: Patient) -> Element:
    return next(each for each in patient.parents if each.tag == "td" and each.text == "cell")


def test_a_table_is_helped_before_any_note(composed: Callable) -> None:
    ailing = patient(composed(f"Here.[^a]\n\n{TABLE}\n{NOTES}"), Placement(), at_foot=frozenset({"fn-1"}))
    wide = Trouble(Ill.ASIDE, "", 1, element=first_cell(ailing))
    broken = remedy(ailing, [wide, Trouble(Ill.OFF, "", 1, "fn-1")])
    assert broken == Placement(narrow=frozenset({0}))


def test_a_row_that_is_too_tall_gives_up_its_notes_and_then_breaks(composed: Callable) -> None:
    composition = composed(f"Here.[^a]\n\n{TABLE}\n{NOTES}")
    ailing = patient(composition, Placement(), at_foot=frozenset({"fn-1"}))
    relieved = remedy(ailing, [Trouble(Ill.COVERED, "", 1, element=first_cell(ailing))])
    assert relieved == Placement({"fn-2": Standing.BLOCK})
    ailing = patient(composition, relieved, at_foot=frozenset({"fn-1"}))
    broken = remedy(ailing, [Trouble(Ill.COVERED, "", 1, element=first_cell(ailing))])
    assert broken == Placement({"fn-2": Standing.BLOCK}, loose=frozenset({0}))


def test_a_head_that_is_too_tall_keeps_its_notes_and_breaks(composed: Callable) -> None:
    text = f"| Head[^a] | |\n|---|---|\n| cell[^b] | cell |\n\n{NOTES}"
    ailing = patient(composed(text), Placement(), at_foot=frozenset({"fn-1"}))
    (head, *_) = (element for element in ailing.parents if element.tag == "th")
    assert remedy(ailing, [Trouble(Ill.WORDS, "", 0, element=head)]) == Placement(headless=frozenset({0}))


def test_where_the_text_suffers_the_notes_below_it_give_way(composed: Callable) -> None:
    composition = composed(f"Here.[^a]\n\n{NOTES}")
    below = patient(composition, Placement(), at_foot=frozenset({"fn-1"}))
    assert remedy(below, [Trouble(Ill.COVERED, "", 1)]).of("fn-1") is Standing.BLOCK
    alone = patient(composition, Placement(), at_foot=frozenset())
    assert remedy(alone, [Trouble(Ill.OFF, "", 1)]) == Placement(plain=True)


def test_where_nothing_is_left_to_try_the_placement_stays(composed: Callable) -> None:
    last = Placement({"fn-1": Standing.END}, plain=True)
    ailing = patient(composed(f"Here.[^a]\n\n{NOTES}"), last, at_foot=frozenset())
    assert remedy(ailing, [Trouble(Ill.WORDS, "", 0, "fn-1")]) == last


def test_all_notes_stand_at_the_end_where_nothing_else_helps(
    composed: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, calls = gate.check, []

    def troubled(*laid: object) -> tuple[Trouble, ...]:
        calls.append(laid)
        return check(*laid) if len(calls) > 6 else (Trouble(Ill.WORDS, "Lost.", 0, "fn-1"),)

    monkeypatch.setattr(gate, "check", troubled)
    layout = lay_out(composed(f"Here.[^a]\n\nThere.\n\n{NOTES}"))
    assert layout.placement.of("fn-1") is Standing.END
    assert layout.remarks[0].startswith("Note 1 stands at the end of the document: ")


# What is said


def test_a_document_without_trouble_earns_no_remark(composed: Callable) -> None:
    assert print_out(composed(f"{WORDS}[^a]\n\n{NOTES}")).remarks == ()


def test_a_note_that_no_page_can_hold_goes_on_on_the_next(composed: Callable) -> None:
    verses = "\n".join(f"    | line {number}" for number in range(90))
    made = print_out(composed(f"Here.[^a]\n\n[^a]: Verse:\n\n{verses}\n"))
    assert made.remarks == ()
    first, *_, last = page_texts(made.data)
    assert "Verse:" in first
    assert "line 89" in last
    assert len(PdfInspector().inspect(made.data).citations) == 1


def test_remarks_name_notes_and_tables(composed: Callable) -> None:
    ground = survey(composed(f"Here.[^a]\n\n{TABLE}\n{TABLE.replace('[^b]', '')}\n{NOTES}"))
    moved = Placement(dict.fromkeys(("fn-1", "fn-2"), Standing.SECTION), loose=frozenset({0, 1}))
    section, tables = remarks(moved, ground, {})
    assert section.startswith("Notes 1 and 2 stand at the end of the section with its call, each: ")
    assert tables.startswith("In each of the tables “Head cell cell” and “Head cell cell”, rows are broken ")
    (call,) = remarks(Placement({"fn-1": Standing.CALL}), ground, {})
    assert call.startswith("Note 1 stands in the text, right behind its call: ")
    (plain,) = remarks(Placement(plain=True), ground, {})
    assert plain.startswith("Tables and figures are broken wherever a page ends")


def test_a_long_list_of_notes_is_not_told_in_full(composed: Callable) -> None:
    calls = " ".join(f"word[^{number}]" for number in range(1, 21))
    notes = "\n\n".join(f"[^{number}]: Note." for number in range(1, 21))
    (said,) = remarks(Placement(everywhere=Standing.END), survey(composed(f"{calls}\n\n{notes}\n")), {})
    assert "10, 11, 12 and 8 more stand at the end of the document" in said
