"""Words from right to left on pages without tags are read in the order of their line."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from letters import LEADING, LEFT, TOP, Row
from surefoot.inspectors.pdf.untagged.glyphs import Glyph
from surefoot.inspectors.pdf.untagged.leftward import has_words, is_alone, mostly, read
from surefoot.inspectors.pdf.untagged.lines import lines, parted

HEBREW, ARABIC = "אבגד", "شجرة"


def text(glyphs: Sequence[Glyph]) -> str:
    return "".join(glyph.text for glyph in glyphs)


def seen(shown: str, *, leftward: bool) -> str:
    """What a row says of which ``shown`` are the letters as they stand, from left to right."""
    return text(read([*Row(shown).glyphs()], parted, leftward=leftward))


def page(*rows: Row) -> list[str]:
    letters = [glyph for rank, row in enumerate(rows) for glyph in row.glyphs(TOP - rank * LEADING)]
    return [line.text() for line in lines(0, letters)]


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("he said גבא and left", "hesaidאבגandleft"),
        ("he said ד,גבא and left", "hesaidאבג,דandleft"),
        ("he said ד 12 גבא.", "hesaidאבג12ד."),
        ("he said ד 12,5 גבא.", "hesaidאבג12,5ד."),
        ("of 12 גבא.", "of12אבג."),
        ("he said 12גבא.", "hesaidאבג12."),
        ("in (גבא) of", "in(אבג)of"),
    ],
)
def test_a_line_from_left_to_right_has_its_words_turned_around(shown: str, said: str) -> None:
    assert seen(shown, leftward=False) == said


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (".דגבא", "אבגד."),
        ("ד 12 גבא", "אבג12ד"),
        ("ד 12,5 גבא", "אבג12,5ד"),
        ("ד 12, 5 גבא", "אבג5,12ד"),
        ("ד John Smith גבא", "אבגJohnSmithד"),
        ("ד Smith 2020 גבא", "אבגSmith2020ד"),
        ("ד Smith, Jones גבא", "אבגSmith,Jonesד"),
        ("שלום Smith.", ".Smithםולש"),
        ("11.גבא", "אבג.11"),
        ("ד 12-15 גבא", "אבג12-15ד"),
        ("ד ١٢٫٥ گبا", "ابگ١٢٫٥ד"),
        ("ד 12 - 15 גבא", "אבג15-12ד"),
    ],
)
def test_a_line_from_right_to_left_keeps_words_and_figures_that_run_the_other_way(
    shown: str, said: str
) -> None:
    assert seen(shown, leftward=True) == said


def test_a_mark_stays_on_its_letter() -> None:
    """Wherever it is drawn: fonts set marks before, over and behind their letters."""
    one, mark = Glyph("ف", 60, 66, TOP, 12, "Serif"), Glyph("\u064b", 67, 70, TOP, 12, "Serif")
    other = Glyph("ا", 54, 60, TOP, 12, "Serif")
    assert text(read([one, mark, other], parted, leftward=True)) == "ف\u064bا"


def test_a_ligature_that_was_turned_around_with_its_line_is_turned_back() -> None:
    """PDFium turns words around letter by letter: what it lists from right to left it has turned."""
    before, after = (Glyph("ب", left, left + 6, TOP, 12, "Serif") for left in (66, 54))
    ligature = [Glyph(letter, 60, 66, TOP, 12, "Serif") for letter in "ال"]
    assert text(read([before, *ligature], parted, leftward=True)) == "بلا"
    assert text(read([*ligature, after], parted, leftward=True)) == "لاب"


def test_a_ligature_that_is_listed_from_left_to_right_is_as_the_file_says() -> None:
    row = [Glyph("ب", 54, 60, TOP, 12, "Serif"), *(Glyph(each, 60, 66, TOP, 12, "Serif") for each in "لا")]
    assert text(read(row, parted, leftward=True)) == "لاب"


def test_one_letter_is_a_sign_and_two_are_a_word() -> None:
    assert not has_words([*Row("aאb").glyphs()])
    assert has_words([*Row("aאבb").glyphs()])
    assert has_words([*Row(ARABIC).glyphs()])


def test_a_line_without_letters_from_left_to_right_is_alone() -> None:
    assert is_alone([*Row(".12 " + HEBREW).glyphs()])
    assert not is_alone([*Row("a " + HEBREW).glyphs()])


def test_most_letters_tell_where_lines_run() -> None:
    assert mostly([*Row("abc " + HEBREW).glyphs()])
    assert not mostly([*Row("abcd " + HEBREW).glyphs()])


# Lines


def test_a_line_with_words_both_ways_runs_as_most_letters_around_it_do() -> None:
    assert page(Row("a long line of words"), Row("of דגבא.")) == ["a long line of words", "of אבגד ."]
    assert page(Row("דגבא דגבא דגבא"), Row("דגבא Smith.")) == [
        "אבגד אבגד אבגד",
        ". Smith אבגד",
    ]


def test_a_line_far_away_does_not_tell_where_another_runs() -> None:
    assert page(Row("דגבא דגבא דגבא"), Row(""), Row("one דגבא ends")) == [
        "אבגד אבגד אבגד",
        "one אבגד ends",
    ]


def test_the_last_line_of_a_paragraph_from_left_to_right_begins_where_the_others_do() -> None:
    assert page(Row("a long line of words"), Row("דגבא.")) == ["a long line of words", "אבגד ."]
    assert page(Row("a long line of words"), Row(".דגבא", left=LEFT + 75)) == [
        "a long line of words",
        "אבגד.",
    ]


def test_words_that_are_painted_from_the_right_are_one_line() -> None:
    """As PDFium lists a line that it took for one from right to left."""
    last, middle, first = Row("words", left=300), Row("גבא", left=280), Row("some", left=255)
    letters = [*last.glyphs(), *middle.glyphs(), *first.glyphs()]
    assert [line.text() for line in lines(0, letters)] == ["some אבג words"]


def test_a_word_from_right_to_left_in_the_other_column_is_another_line() -> None:
    letters = [*Row("דגבא", left=300).glyphs(), *Row("left").glyphs()]
    assert [line.text() for line in lines(0, letters)] == ["אבגד", "left"]


def test_a_line_reaches_from_its_left_to_its_right_whichever_way_it_runs() -> None:
    (line,) = lines(0, Row(HEBREW).glyphs())
    assert (line.left, line.right) == (LEFT, LEFT + 20)


def test_a_cell_on_a_baseline_of_its_own_is_another_line() -> None:
    near, far = Row("12", left=LEFT + 18), Row("14", left=LEFT + 40)
    for row, apart in ((near, False), (far, True)):
        found = [line.text() for line in lines(0, [*Row("10").glyphs(), *row.glyphs(TOP + 2)])]
        assert (len(found) == 2) is apart
