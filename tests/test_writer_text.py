"""The text writer: what a reader of plain text meets, and that nothing else is taken for it."""

import re
import struct
import unicodedata
import zlib
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import width

from conftest import BRIEF
from surefoot.compose import compose
from surefoot.errors import WriterError
from surefoot.inspectors.text import TextInspector
from surefoot.source import read
from surefoot.text import fold
from surefoot.verify import compare
from surefoot.verify.prose import compare_prose
from surefoot.words import words
from surefoot.writers.text import TextWriter
from surefoot.writers.text.forms import FORMS
from surefoot.writers.text.gate import refuse_lost_marks, refuse_lost_words
from surefoot.writers.text.ordinals import ordinal
from surefoot.writers.text.setting import Setting
from surefoot.writers.text.wrapping import LINE_BREAK, collapse, wrap

COLUMNS = 72
FRONT = "---\ntitle: Report\nlang: en\n---\n\n"
NOTE = "\n\n[^a]: The note.\n"
SETTING = Setting(words("en"), FORMS[0], COLUMNS)


@pytest.fixture
def body(source, tmp_path):
    """Set a source of this body as text, prove it, and return the lines below the title."""

    def set_as_text(markdown: str) -> list[str]:
        document = read(source(FRONT + markdown))
        finished = TextWriter().write(document).data
        recovered = TextInspector().inspect(finished)
        assert compare(document.citations, recovered) == ()
        assert compare_prose(document.prose, recovered) == ()
        return finished.decode().removeprefix("Report\n\n").splitlines()

    tmp_path.joinpath("dot.png").write_bytes(png())
    return set_as_text


def png() -> bytes:
    """One white pixel."""
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0\xff")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def lines_of(*paragraph: str) -> str:
    return "\n".join(paragraph)


@pytest.fixture(scope="module")
def text(brief) -> str:
    return TextWriter().write(brief).data.decode()


def test_no_line_of_the_brief_is_longer_than_72_columns_but_for_an_address(text):
    assert [
        line for line in text.splitlines() if len(line) > COLUMNS and not re.fullmatch(r" +<\S+>", line)
    ] == []


def test_the_text_is_nfc_with_line_feeds_and_no_space_at_the_end_of_a_line(text):
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search(r"\r|[ \t]$|\n\Z\n", text, re.MULTILINE)
    assert text.endswith("\n")


def test_two_blank_lines_stand_before_a_heading_and_one_behind_it(text, brief):
    for heading in compose(brief).headings:
        lines = "\n".join(wrap(heading.text, COLUMNS))
        assert f"\n\n\n{lines}\n\n" in text
        assert f"\n\n\n\n{lines}\n" not in text


def test_the_text_begins_with_all_that_the_title_block_says(text):
    assert text.startswith(
        lines_of(
            "Center for Global & Strategic Studies (CGSS), Islamabad",
            "",
            "",
            "Russia’s Pivotal Role in Afghan Peace Process",
            "",
            "An Overview",
            "",
            "Khalid Taimur Akram",
            "Executive Director",
            "Center for Global & Strategic Studies (CGSS), Islamabad",
            "",
            "Published April 15, 2021",
            "",
            "Copyright © Center for Global & Strategic Studies (CGSS), Islamabad",
            "",
        )
    )


def test_a_note_is_set_with_its_label_its_address_and_its_way_back(text):
    assert text.endswith(
        lines_of(
            "",
            "[8] Aliyev, Nurlan. “How Russia Views Afghanistan Today.”",
            "    warontherocks.com. War on the Rocks, October 19, 2020.",
            "    <https://warontherocks.com/2020/10/russias-contemporary-afghan-policy/>",
            "    ↑ Cited in: Russia’s Role in Afghanistan’s Socio-economic",
            "      Reconstruction of Afghanistan",
            "",
        )
    )


def test_the_same_source_set_again_has_the_same_bytes(text):
    assert TextWriter().write(read(BRIEF)).data.decode() == text


def test_a_mark_is_glued_to_the_word_before_it_even_across_a_space(body):
    assert body("A claim [^a] and more." + NOTE)[0] == "A claim[1] and more."


def test_a_mark_that_has_no_word_before_it_does_not_begin_the_line(body):
    assert body("[^a] A claim." + NOTE)[0] == "\u2060[1] A claim."


def test_no_line_begins_with_a_mark_wherever_the_text_breaks(body):
    for length in range(60, 76):
        lines = body("x" * length + " word[^a] [^a] end." + NOTE)
        assert not [line for line in lines[: lines.index("Notes")] if line.startswith("[")]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Plain.", "[1]"),
        ("See [7].", "[^1]"),
        ("See `[7]` and `[^7]`.", "[fn 1]"),
        ("See `[7]`, `[^7]` and `[fn 7]`.", "{1}"),
    ],
)
def test_marks_take_a_form_that_the_text_does_not_have(body, text, mark):
    lines = body(f"{text} A claim.[^a]" + NOTE)
    assert lines[0].endswith(mark)
    assert f"{mark} The note." in lines


def test_a_text_that_has_all_forms_is_refused(source):
    document = read(source(FRONT + "`[7]`, `[^7]`, `[fn 7]`, `{7}`.[^a]" + NOTE))
    with pytest.raises(WriterError, match="could not tell them apart"):
        TextWriter().write(document)


def test_a_numbered_bibliography_is_not_taken_for_notes(body):
    body("A claim [1].\n\n\\[1\\] A work.\n\n\\[2\\] Another.")


def test_a_way_back_names_each_section_once_and_the_title_for_what_precedes_them(body):
    lines = body("A.[^a]\n\n# One\n\nB.[^a] C.[^a]\n\n# Two\n\nD.[^a]" + NOTE)
    assert lines[-1] == "    ↑ Cited in: Report; One; Two"


def test_numbers_of_lists_keep_the_signs_around_them(source):
    text = (
        TextWriter().write(read(source(FRONT + "(a) one\n(b) two\n\n<!-- -->\n\n3) three\n"))).data.decode()
    )
    assert "(a)  one\n(b)  two\n" in text
    assert "\n3)  three\n" in text


def test_the_words_around_notes_are_in_the_language_of_the_document(source):
    document = read(source("---\ntitle: Bericht\nlang: de\n---\n\nA.[^a]" + NOTE))
    assert (
        TextWriter()
        .write(document)
        .data.decode()
        .endswith("\n\n\nAnmerkungen\n\n[1] The note.\n    ↑ Zitiert in: Bericht\n")
    )


def test_a_note_of_many_blocks_is_moved_in_by_four_columns(body):
    lines = body("A.[^a]\n\n[^a]: One.\n\n    Two.\n\n    - an item\n\n    ```\n    code\n    ```\n")
    assert lines[lines.index("[1] One.") :] == [
        "[1] One.",
        "",
        "    Two.",
        "",
        "    - an item",
        "",
        "    \u2060",
        "",
        "        code",
        "    ↑ Cited in: Report",
    ]


def test_a_table_in_a_note_is_rows_of_cells(body):
    lines = body("A.[^a]\n\n[^a]: One.\n\n    | x | y |\n    |---|---|\n    | 1 | 2 |\n")
    assert lines[-3:-1] == ["    x  y", "    1  2"]


@pytest.mark.parametrize(
    "note",
    [
        "1\\. January was cold.",
        "It was so cold that we left in the first hours, and came back " + "in 2010. Then we left.",
        "\\- a dash",
        "\\[Image: not one\\] and \\[See also: this\\].",
        "\\[图片： 不是\\]",
        "`<https://example.org/>` is code.",
        "a\\\n↑ an arrow",
        "```\n    - code\n      1. more\n    ```",
        "![A dot](dot.png) and words.",
        "$x^2$ and $$\\sum_i i$$",
        "x^2^ and H~2~O.",
        "<https://example.org/a?b=c#d> and [words](https://example.org/é) and [there](#x).",
        "Words.\n\n    Term\n    :   Definition",
        "> quoted\n    > more",
        "1.  one\n    2.  two\n\n        deep\n    3.  three",
    ],
)
def test_what_merely_looks_like_something_else_keeps_its_promise(body, note):
    body("A claim.[^a]\n\n[^a]: " + note + "\n")


def test_a_link_prints_its_words_and_its_address(body):
    assert body("See [the *report*](https://example.org/r).") == ["See the report <https://example.org/r>."]


def test_a_link_that_prints_its_own_address_prints_it_once(body):
    assert body("See <https://example.org/r>.") == ["See <https://example.org/r>."]


def test_a_link_within_the_document_prints_its_words_only(body):
    assert body("# Part {#p}\n\nSee [above](#p).")[-1] == "See above."


def test_an_address_stays_whole_however_long(body):
    address = "https://example.org/" + "a-b/c." * 30
    assert body(f"Some words, then [a link]({address}) that is long.") == [
        "Some words, then a link",
        f"<{address}>",
        "that is long.",
    ]


def test_an_address_outside_ascii_is_printed_as_a_uri(body):
    assert body("[w](https://example.org/ü)") == ["w <https://example.org/%C3%BC>"]


def test_a_picture_is_its_alternative_text(body):
    assert body("Words ![A dot](dot.png) go on.") == ["Words [Image: A dot] go on."]


def test_a_formula_is_its_tex(body):
    assert body("So $a_1 = \\frac{1}{2}$.") == ["So a_1 = \\frac{1}{2}."]


def test_a_formula_that_pandoc_cannot_read_is_its_tex_as_well(body):
    assert body("So $\\left\\\\{ x$ and $$\\left\\\\{ y$$") == ["So \\left\\\\{ x and \\left\\\\{ y"]


def test_a_line_that_the_author_breaks_is_broken(body):
    assert body("One\\\ntwo") == ["One", "two"]


def test_a_figure_says_once_what_its_caption_repeats(body):
    assert body("![A dot.](dot.png)") == ["[Image: A dot.]"]


def test_a_figure_whose_caption_links_says_both(body):
    assert body("![A [dot](https://example.org/).](dot.png)") == [
        "[Image: A dot.]",
        "",
        "A dot <https://example.org/>.",
    ]


def test_a_figure_says_alternative_text_and_caption_where_they_differ(body):
    assert body('![The caption.](dot.png){alt="A dot"}') == ["[Image: A dot]", "", "The caption."]


def test_a_tight_list_has_no_blank_lines_and_a_loose_one_has(body):
    assert body("- a\n  - b\n- c") == ["- a", "  - b", "- c"]
    assert body("- a\n\n- b") == ["- a", "", "- b"]


def test_numbers_go_on_from_where_the_author_starts(body):
    assert body("9. nine\n10. ten " + "x " * 40)[:3] == [
        "9.  nine",
        "10.  ten" + " x" * 32,
        "     " + "x " * 7 + "x",
    ]


def test_definitions_stand_under_their_term(body):
    assert body("Term\n:   One.\n\nOther\n:   Two.") == ["Term", "  One.", "", "Other", "  Two."]


def test_a_quotation_is_moved_in(body):
    assert body("Said:\n\n> Word.\n>\n> More.") == ["Said:", "", "  Word.", "", "  More."]


def test_code_stands_as_it_was_written(body):
    code = "if x:  # " + "long " * 20 + "\n    - [Image: y]"
    assert body(f"```\n{code}\n```") == ["    " + line.rstrip() for line in code.split("\n")]


def test_code_behind_a_list_or_a_quotation_is_kept_from_being_a_part_of_it(body):
    assert body("- item\n\n<!-- -->\n\n    - code") == ["- item", "", "\u2060", "", "    - code"]
    assert body("> said\n\n```\n[Image: x]\n```") == ["  said", "", "\u2060", "", "    [Image: x]"]


def test_code_in_an_item_has_a_blank_line_before_it(body):
    assert body("- run:\n  ```\n  - code\n  ```\n- that") == ["- run:", "", "      - code", "", "- that"]
    assert body("- ```\n  - code\n  ```\n- that") == ["-", "", "      - code", "- that"]


def test_words_that_look_like_a_list_are_kept_from_being_one(body):
    assert body("1\\. May\n\n2\\. May\n\n\\* \\* \\*") == [
        "\u20601. May",
        "",
        "\u20602. May",
        "",
        "\u2060* * *",
    ]


def test_a_heading_begins_with_its_number(body):
    assert body("# 1. May\n\nWords.\n\n# 2. June\n") == ["", "1. May", "", "Words.", "", "", "2. June"]


def test_a_bare_address_that_is_no_link_is_kept_from_being_one(body):
    assert body("Call `https://example.org/`.") == ["Call \u2060https://example.org/."]
    assert body("Call `https://a.org/` <https://b.org>.") == ["Call https://a.org/ <https://b.org>."]


def test_a_space_before_a_mark_stays_where_none_follows(body):
    assert body("A claim [^a], and more [^a] [^a]." + NOTE)[0] == "A claim\u00a0[1], and more[1]\u00a0[1]."


def test_a_table_is_read_row_by_row_with_its_headers(body):
    assert body("| Name | Age |\n|---|---|\n| Ada | 36 |\n| Bob | |\n") == [
        "Name: Ada",
        "Age: 36",
        "",
        "Name: Bob",
    ]


def test_a_header_with_a_mark_is_printed_once(body):
    lines = body(
        "| Name[^a] | Age |\n|---|---|\n| Ada | 36[^b] |\n| Bob | 40 |\n\n[^a]: One.\n\n[^b]: Two.\n"
    )
    assert lines[:6] == ["Name[1]  Age", "", "Name: Ada", "Age: 36[2]", "", "Name: Bob"]


def test_a_header_with_a_link_or_a_picture_is_printed_once_and_its_words_again(body):
    assert body(
        "| [Name](https://a.org) | <https://b.org> | ![dot](dot.png) |\n|---|---|---|\n| 1 | 2 | 3 |\n"
    ) == [
        "Name <https://a.org>  <https://b.org>  [Image: dot]",
        "",
        "Name: 1",
        "2",
        "dot: 3",
    ]


def test_the_header_of_an_empty_column_is_not_lost(body):
    assert body("| a | b |\n|---|---|\n| 1 | |\n") == ["a  b", "", "a: 1"]


def test_cells_that_span_columns_and_rows_have_the_headers_of_all(body):
    html = (
        "<table><thead><tr><th>a</th><th>b</th><th>c</th></tr></thead>"
        '<tbody><tr><td rowspan="2">1</td><td colspan="2">2</td></tr>'
        "<tr><td>3</td><td>4</td></tr></tbody></table>"
    )
    assert body(html) == ["a: 1", "b, c: 2", "", "b: 3", "c: 4"]


def test_wide_characters_count_two_columns_and_break_by_the_rules():
    lines = wrap("日本語の文章、「引用」。" * 12, 20)
    assert max(map(width, lines)) <= 20
    assert not [line for line in lines if line[0] in "、。」" or line[-1] == "「"]


def test_a_word_of_a_script_that_parts_words_by_spaces_is_never_broken():
    assert set(" ".join(wrap("हिन्दी " * 20, 9)).split()) == {"हिन्दी"}


def test_a_mark_behind_a_wide_character_stays_with_it(source):
    document = read(source("---\ntitle: 報告\nlang: ja\n---\n\n" + "文[^a]" * 40 + "\n\n[^a]: 注。\n"))
    text = TextWriter().write(document).data.decode()
    assert text.count("文[1]") == 40


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300), st.integers(8, 80))
def test_wrapping_changes_nothing_but_white_space(text, columns):
    assert fold("".join(wrap(collapse(text), columns))) == fold(text)


@given(st.lists(st.text("ab文、é", min_size=1, max_size=7), min_size=1, max_size=60))
def test_a_line_is_too_long_only_where_it_is_one_word(parts):
    for line in wrap(" ".join(parts), 16):
        assert width(line) <= 16 or " " not in line


def test_a_line_break_of_the_author_is_kept():
    assert wrap(collapse(f"a b {LINE_BREAK} c"), 72) == ["a b", "c"]


def test_the_gate_lets_a_whole_text_through(brief, text):
    composition = compose(brief)
    refuse_lost_words(composition.body, [text], SETTING)
    refuse_lost_marks(composition, text, SETTING)


def test_the_gate_refuses_a_paragraph_that_lost_a_word():
    part = fromstring("<p>The <b>whole</b> truth<a class='noteref'>7</a></p>")
    refuse_lost_words(part, ["The whole truth[7]"], SETTING)
    with pytest.raises(WriterError, match="lose 5 characters"):
        refuse_lost_words(part, ["The truth[7]"], SETTING)


@pytest.mark.parametrize("lost", ["prejudice.[1]", "[2] AFP"])
def test_the_gate_refuses_a_text_that_lost_a_mark(brief, text, lost):
    composition = compose(brief)
    assert lost in text
    with pytest.raises(WriterError, match="15 marks"):
        refuse_lost_marks(composition, text.replace(lost, ""), SETTING)


def test_the_gate_refuses_marks_out_of_their_order(brief, text):
    composition = compose(brief)
    swapped = text.replace("[1]", "[0]").replace("[2]", "[1]").replace("[0]", "[2]")
    with pytest.raises(WriterError, match="marks"):
        refuse_lost_marks(composition, swapped, SETTING)


@pytest.mark.parametrize(
    ("number", "kind", "written"),
    [(3, "1", "3"), (2, "a", "b"), (28, "A", "AB"), (4, "i", "iv"), (1994, "I", "MCMXCIV"), (0, "a", "0")],
)
def test_an_ordered_list_is_numbered_as_it_wants_to_be(number: int, kind: str, written: str) -> None:
    assert ordinal(number, kind) == written
