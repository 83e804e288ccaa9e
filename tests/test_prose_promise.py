"""A source promises its prose: every word in order, and what the words are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from surefoot.errors import SourceError
from surefoot.promise import Begins, Prose, Shape
from surefoot.source import read
from surefoot.text import LINE_END

Promised = Callable[[str], Prose]
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000000000400010d0a2db40000000049454e44ae426082"
)


@pytest.fixture
def promised(tmp_path: Path) -> Promised:
    def promise(body: str) -> Prose:
        (tmp_path / "dot.png").write_bytes(PNG)
        source = tmp_path / "it.md"
        source.write_text(f"---\ntitle: The *title*\nlang: en\n---\n\n{body}\n", encoding="utf-8")
        return read(source).prose

    return promise


def test_the_title_stands_apart_and_on_the_first_level(promised: Promised) -> None:
    prose = promised("## Method\n\nText.\n\n#### Detail\n\nMore.")
    assert prose.title == "The title"
    assert prose.headings == ("1 The title", "2 Method", "3 Detail")
    assert prose.blocks == ("Method", "Text.", "Detail", "More.")


def test_headings_go_down_one_level_at_a_time_whoever_wrote_them(promised: Promised) -> None:
    prose = promised("# One\n\n<h5>Raw</h5>\n\n## Two\n\n<h1>Three</h1>\n")
    assert prose.headings[1:] == ("2 One", "3 Raw", "3 Two", "2 Three")


def test_the_headings_of_a_note_say_nothing_of_those_of_the_text(promised: Promised) -> None:
    prose = promised("# One\n\nText.[^a]\n\n#### Two\n\n[^a]: Note.\n\n    # First\n\n    ## Second\n")
    assert prose.headings[1:] == ("2 One", "3 Two")


def test_an_attribute_with_an_alternative_text_takes_the_place_of_the_words_in_brackets(
    promised: Promised,
) -> None:
    prose = promised(
        '![](dot.png){alt="Tall"} and ![short](dot.png){alt="Long"}\n\n![Cap](dot.png){alt="Figure"}'
    )
    assert prose.images == ("Tall", "Long", "Figure")
    assert prose.blocks == ("Tall and Long", "Figure", "Cap")


def test_an_attribute_does_not_take_a_note_along(promised: Promised) -> None:
    with pytest.raises(SourceError, match="called from an image's alternative text"):
        promised('![short^[Note.]](dot.png){alt="Long"} words')


@pytest.mark.parametrize("field", ["numbersections", "number-sections"])
def test_numbers_of_sections_are_promised_where_the_source_wants_them(tmp_path: Path, field: str) -> None:
    source = tmp_path / "it.md"
    body = "# Preface {-}\n\n# One\n\n## Deep\n\n#### Deeper\n\n## Deep\n\n# Two\n"
    source.write_text(f"---\ntitle: T\n{field}: true\n---\n\n{body}", encoding="utf-8")
    assert read(source).prose.blocks == ("Preface", "1 One", "1.1 Deep", "1.1.1 Deeper", "1.2 Deep", "2 Two")


def test_subtitle_and_authors_are_to_stand_beside_the_title(tmp_path: Path) -> None:
    source = tmp_path / "it.md"
    names = "[{name: José Ñandú, role: Editor}, Ann  Example]"
    source.write_text(f"---\ntitle: A\nsubtitle: The *B*\nauthor: {names}\n---\n\nC.\n", encoding="utf-8")
    assert read(source).prose.front == ("The B", "José Ñandú", "Ann Example")


def test_marks_and_notes_are_no_words_of_the_prose(promised: Promised) -> None:
    assert promised("One[^a] two^[An inline note.] three.\n\n[^a]: A note.").blocks == ("One two three.",)


def test_a_link_that_prints_its_address_adds_it_to_the_links_alone(promised: Promised) -> None:
    prose = promised("See <https://example.org/a> and [words](https://example.org/b) and [here](#x). []{#x}")
    assert prose.blocks == ("See and words and here.",)
    assert prose.links == ("https://example.org/a", "https://example.org/b")


def test_a_link_that_prints_another_address_tells_both(promised: Promised) -> None:
    assert promised("[https://example.org/a](https://example.org/b)").links == (
        "https://example.org/a → https://example.org/b",
    )


def test_links_that_no_edition_keeps_are_not_promised(promised: Promised) -> None:
    assert promised("[run](javascript:alert(1)) [data](data:text/plain,x)").links == ()


@pytest.mark.parametrize(
    ("listing", "numbers"),
    [
        ("- one\n- two\n    1. three\n    2. four\n- five", ("", "", "1", "2", "")),
        ("7. one\n3. two", ("7", "8")),
        ("#. one\n#. two", ("1", "2")),
        ("a) one\nb) two", ("a", "b")),
        ("(iv) one\n(v) two", ("iv", "v")),
        ("A.  one\nB.  two", ("A", "B")),
        ("I.  one\nII.  two", ("I", "II")),
        ("(@) one\n\nwords\n\n(@) two", ("1", "2")),
        ('<ol start="3" type="a"><li>A</li><li value="7">B</li><li>C</li></ol>', ("c", "g", "h")),
        ('<ol start="-3"><li value="x">A</li></ol>', ("1",)),
        ('<ol start="0"><li>A</li><li>B</li></ol>', ("0", "1")),
        ("<menu><li>A</li></menu>", ("",)),
        ("<ol><li>A<ul><li>B</li></ul></li><li>C</li></ol>", ("1", "", "2")),
    ],
)
def test_items_have_the_numbers_that_their_lists_give_them(
    listing: str, numbers: tuple[str, ...], promised: Promised
) -> None:
    assert promised(f"Words.\n\n{listing}").numbers == numbers


def test_a_block_has_the_numbers_of_the_items_that_begin_with_it(promised: Promised) -> None:
    prose = promised("1. a. one\n\n       more\n   - two\n2. <https://example.org/>\n\nthree\n\n7) four")
    assert prose.blocks == ("one", "more", "two", "three", "four")
    assert prose.counted == ("1 a", "", "", "", "7")


@pytest.mark.parametrize("listing", ["<ol reversed><li>A</li></ol>", "<div><li>A</li></div>"])
def test_where_a_number_is_not_known_none_is_promised(listing: str, promised: Promised) -> None:
    prose = promised(f"{listing}\n\n1. one\n2. two")
    assert (prose.numbers, prose.counted) == (None, None)


GRID = """
+-----+-----+
| A   | B   |
+=====+=====+
| c         |
+-----+-----+
| d   | e   |
|     +-----+
|     | f   |
+=====+=====+
| g   | h   |
+=====+=====+
"""


def test_cells_have_their_places_in_rows_and_say_what_they_head_and_how_far_they_reach(
    promised: Promised,
) -> None:
    prose = promised(GRID)
    assert prose.cells == ("A", "B", "c", "d", "e", "f", "g", "h")
    assert prose.shapes == (
        Shape(Begins.TABLE, header=True),
        Shape(header=True),
        Shape(Begins.ROW, columns=2),
        Shape(Begins.ROW, rows=2),
        Shape(),
        Shape(Begins.ROW),
        Shape(Begins.ROW),
        Shape(),
    )


def test_cells_in_markup_are_like_those_of_markdown(promised: Promised) -> None:
    rows = '<tr><th>A</th><td colspan="2">B</td></tr><tr><td rowspan="x">C</td><td colspan="0">D</td></tr>'
    assert promised(f"<table>{rows}</table>").shapes == (
        Shape(Begins.TABLE, header=True),
        Shape(columns=2),
        Shape(Begins.ROW),
        Shape(),
    )


def test_a_table_in_a_cell_has_rows_of_its_own(promised: Promised) -> None:
    inner = "<table><tr><td>B</td></tr></table>"
    shapes = promised(f"<table><tr><td>{inner}</td><td>C</td></tr></table>").shapes
    assert shapes == (Shape(Begins.TABLE), Shape(Begins.TABLE), Shape())


def test_a_picture_without_alternative_text_is_promised_as_one(promised: Promised) -> None:
    assert promised("![](dot.png) and ![A  dot](dot.png) and ![](none.png)").images == ("", "A dot")


def test_items_are_whole_and_in_the_order_of_their_beginnings(promised: Promised) -> None:
    prose = promised("- one\n\n  more\n- two\n    1. three\n    2. four")
    assert prose.items == ("one more", "two three four", "three", "four")
    assert prose.blocks == ("one", "more", "two", "three", "four")


def test_a_quotation_holds_the_quotation_within(promised: Promised) -> None:
    assert promised("> one\n>\n> > two").quotations == ("one two", "two")


def test_cells_are_promised_row_by_row_and_header_cells_are_labels(promised: Promised) -> None:
    prose = promised("| A | B |\n|---|---|\n| 1 |   |\n\n: Caption")
    assert prose.cells == ("A", "B", "1", "")
    assert prose.blocks == ("Caption", "A", "B", "1")
    assert [prose.blocks[rank] for rank in sorted(prose.labels)] == ["A", "B"]


def test_a_table_without_headers_has_no_header_cells(promised: Promised) -> None:
    prose = promised("---- ----\na    b\nc    d\n---- ----")
    assert prose.cells == ("a", "b", "c", "d")
    assert not prose.labels


def test_raw_html_is_what_it_says(promised: Promised) -> None:
    prose = promised(
        "<h1>Raw</h1>\n\n<blockquote>\n\nIn *Markdown*.\n\n</blockquote>\n\n"
        "<table><thead><tr><th>A</th></tr></thead><tr><td>1<br>2</td></tr></table>\n\n<script>x()</script>"
    )
    assert prose.headings[1:] == ("2 Raw",)
    assert prose.quotations == ("In Markdown.",)
    assert prose.cells == ("A", "1 2")
    assert prose.blocks == ("Raw", "In Markdown.", "A", "1 2")
    assert prose.labels == {2}


def test_a_picture_is_its_alternative_text(promised: Promised) -> None:
    prose = promised("Before ![a dot](dot.png) behind ![](dot.png).")
    assert prose.images == ("a dot", "")
    assert prose.blocks == ("Before a dot behind .",)


def test_an_address_in_an_alternative_text_is_words(promised: Promised) -> None:
    assert promised("![A dot, <https://a.example/>](dot.png) here").images == ("A dot, https://a.example/",)


def test_a_picture_that_cannot_be_had_is_its_words_and_its_address(promised: Promised) -> None:
    prose = promised("Before ![a dot](https://example.org/dot.png) and ![another](lost.png).")
    assert prose.images == ()
    assert prose.links == ("https://example.org/dot.png",)
    assert prose.blocks == ("Before a dot and another.",)


def test_a_picture_that_cannot_be_had_keeps_the_links_of_its_words(promised: Promised) -> None:
    prose = promised("Before ![by [somebody](https://example.org/)](lost.png) behind.")
    assert prose.links == ("https://example.org/",)


def test_an_alternative_text_has_no_links_so_that_an_address_is_words(promised: Promised) -> None:
    prose = promised("Before ![by <https://example.org/>](dot.png) behind.")
    assert prose.images == ("by https://example.org/",)
    assert prose.links == ()


def test_a_caption_that_says_what_its_picture_says_is_an_echo(promised: Promised) -> None:
    prose = promised("![A dot](dot.png)")
    assert prose.blocks == ("A dot", "A dot")
    assert prose.echoes == {1}


@pytest.mark.parametrize("raised", ["10^6^", "10<sup>6</sup>", "<div><p>10<sup>6</sup></p></div>"])
def test_raised_figures_are_characters_however_they_are_written(promised: Promised, raised: str) -> None:
    assert promised(raised).blocks == ("10⁶",)


def test_definitions_that_stand_close_are_blocks_of_their_own(promised: Promised) -> None:
    assert promised("Term\n:   One.\n\n    Two.").blocks == ("Term", "One.", "Two.")


def test_a_figure_is_its_picture_and_then_its_caption(promised: Promised) -> None:
    assert promised('![The caption](dot.png){alt="A dot"}').blocks == ("A dot", "The caption")


def test_a_formula_is_its_tex_with_spaces_that_nobody_knows(promised: Promised) -> None:
    assert promised("So $a^2$ is.").blocks == ("So a^2 is.",)
    assert promised("So($a^2$)is.").blocks == (f"So({LINE_END}a^2{LINE_END})is.",)


def test_code_keeps_its_words(promised: Promised) -> None:
    assert promised("```\nif x:\n    y\n```").blocks == ("if x: y",)


def test_terms_and_definitions_are_blocks_but_no_items(promised: Promised) -> None:
    prose = promised("Term\n: One.\n: Two.")
    assert prose.blocks == ("Term", "One.", "Two.")
    assert prose.items == ()


def test_the_number_of_a_verse_may_be_raised_with_the_spaces_beside_it(promised: Promised) -> None:
    assert promised("Start <sup> 7  </sup>On the contrary").blocks == ("Start ⁷ On the contrary",)


def test_a_link_has_its_place_in_a_block_or_between_two(promised: Promised) -> None:
    link, printed = "[A](https://a.example/)", "<https://a.example/>"
    prose = promised(f"{link}\n\n{printed}\n\nB {link} {printed}\n\n- {link}\n\n- {printed}")
    assert prose.blocks == ("A", "B A", "A")
    assert prose.linked == ((0, 1), (1, 1), (1, 2), (1, 2), (2, 3), (3, 3))


def test_a_link_in_the_words_of_a_linked_picture_is_none(promised: Promised) -> None:
    prose = promised("Before ![by [him](https://example.org/him)](https://example.org/dot.png) behind.")
    assert prose.links == ("https://example.org/dot.png",)
