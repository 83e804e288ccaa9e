"""The inspector for plain text knows notes by their labels and calls by the same form."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from surefoot.errors import UnreadableError
from surefoot.inspectors.text import TextInspector
from surefoot.promise import Citation, Facet
from surefoot.text import LINE_END

PLAIN = """\
Title


Summary

First claim.[1] The second claim, which is
broken over lines,[2] and on.

A third one, so long that no word of an earlier claim is a word of
this one as well.[3]


Notes

[1] One, “quoted”.

    ↑ Cited in: Summary

[2] Two at <https://example.org/2>, and elsewhere
    <https://example.org/two>.

    - with

    - a list

    ↑ Cited in: Summary

[3] Three.

    ↑ Cited in: Summary;
    Title
"""


def found(text: str) -> tuple[Citation, ...]:
    return TextInspector().inspect(text.encode()).citations


def with_note(*lines: str) -> Citation:
    (citation,) = found("Claim.[1]\n\nNotes\n\n[1] " + "\n    ".join(lines) + "\n")
    return citation


def test_each_call_is_a_citation_with_the_facets_that_text_can_carry():
    recovered = TextInspector().inspect(PLAIN.encode())
    assert recovered.facets == set(Facet) - {Facet.SHOWN, Facet.JUMP, Facet.BACK, Facet.NEAR}
    assert recovered.citations == (
        Citation("1", "TitleSummaryFirstclaim.", 'One, "quoted".'),
        Citation(
            "2",
            "itleSummaryFirstclaim.Thesecondclaim,whichisbrokenoverlines,",
            f"Two at{LINE_END}, and elsewhere{LINE_END}. with a list",
            ("https://example.org/2", "https://example.org/two"),
        ),
        Citation("3", "done,solongthatnowordofanearlierclaimisawordofthisoneaswell.", "Three."),
    )


@pytest.mark.parametrize("form", ["[^{}]", "[fn {}]", "{{{}}}"])
def test_the_notes_show_what_a_mark_looks_like(form: str):
    text = "In 1999 [1] it was so.{0} Thus [2].\n\nNotes\n\n{0} See [3].\n".replace("{0}", form.format(1))
    assert found(text) == (Citation("1", "In1999[1]itwasso.", "See [3]."),)


@pytest.mark.parametrize("claim", ["A claim", "A" * 50])
def test_a_mark_may_be_broken_over_lines(claim: str):
    assert found(f"{claim}[fn\n1] here.\n\n[fn 1] N\n") == (Citation("1", claim.replace(" ", ""), "N"),)


def test_a_note_that_is_called_twice_is_two_citations():
    assert found("A[1] B[1]\n\n[1] N\n") == (Citation("1", "A", "N"), Citation("1", "AB", "N"))


def test_a_call_without_a_note_has_an_empty_note():
    assert found("A[2]\n\n[1] N\n") == (Citation("2", "A", ""),)


def test_notes_without_blank_lines_between_them_are_told_apart():
    assert [citation.note for citation in found("A[1] B[2]\n\n[1] One\n    more\n[2] Two\n")] == [
        "One more",
        "Two",
    ]


def test_a_label_before_the_last_first_one_is_a_call():
    text = "[1] opens a paragraph.\n\nB[2]\n\nNotes\n\n[1] One\n\n[2] Two\n\nColophon\n"
    assert found(text) == (Citation("1", "", "One"), Citation("2", "opensaparagraph.B", "Two"))


def test_pandocs_notes_are_read_though_they_are_not_indented():
    text = "A[1] B[2]\n\n[1] One, broken\nover lines\n\n- bullet\n- two\n\n[2] Two, broken\nover lines\n"
    assert [citation.note for citation in found(text)] == [
        "One, broken over lines bullet two",
        "Two, broken over lines",
    ]


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        ("[1] One\n\nmore\n\n[2] Two\n", ["One more", "Two"]),
        ("[1] One, broken\nover lines\n\n[2] Two\n\nmore\n", ["One, broken over lines", "Two more"]),
        ("[1] One is\n continued\n\n and more\n\n[2] Two\n", ["One is continued and more", "Two"]),
    ],
)
def test_paragraphs_of_a_note_belong_to_it_where_nothing_gainsays(notes: str, words: list[str]):
    assert [citation.note for citation in found(f"A[1] B[2]\n\n{notes}")] == words


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["the words", "are wrapped"], "the words are wrapped"),
        (["one", "", "two"], "one two"),
        (["[Image: a chart]"], "a chart"),
        (["([Image: a chart])"], "(a chart)"),
        (["[Figure 1: a [small] chart] b"], "a [small] chart b"),
        (["[Bild: Karte]", "c"], "Karte c"),
        (["[图像: 地图]"], "地图"),
        (["[\u2060Translation: mine]"], "[Translation: mine]"),
        (["[sic] [a, b: c]"], "[sic] [a, b: c]"),
        (["", "- one", "- two", "", "1. three", "2. four", "", "iv.  five"], "one two three four five"),
        (["", "- - one"], "one"),
        (["", "\u2060- 5 degrees"], "- 5 degrees"),
        (["x - y", "p.m. in", "2024. It was"], "x - y p.m. in 2024. It was"),
        (["", "- one", "  ", "      - code"], "one - code"),
        (["<https://example.org/>."], "."),
        (["see<https://example.org/>."], "see."),
        (["std::<std::string> <b> <a@b.c>"], "std::<std::string> <b> <a@b.c>"),
        (["one", "↑ Cited in: A"], "one"),
        (["one", "", "↑ Cited in: A,", "B", ""], "one"),
        (["one ↑ two", "", "three"], "one ↑ two three"),
        (["one", "", "↑ two", "", "three"], "one ↑ two three"),
        (["\u2060↑ one"], "↑ one"),
        (["one ↩ ↩2"], "one"),
        (["one ↩", "", "↑ Cited in: A"], "one ↩"),
    ],
)
def test_a_note_is_its_words(lines: list[str], words: str):
    assert with_note(*lines).note == words


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a(b)",
        "mailto:a@example.org",
        "tel:+1-23",
        "urn:isbn:1",
        "doi:10.1/x",
        "geo:1,2",
        "FTP://example.org",
    ],
)
def test_what_stands_in_angle_brackets_with_a_scheme_is_an_address(address: str):
    citation = with_note(f"At <{address}> it says")
    assert (citation.note, citation.links) == ("At it says", (address,))


def test_an_address_in_the_prose_is_no_part_of_a_claim():
    assert found("At <https://example.org/> and there[1]\n\n[1] N\n")[0].claim == "Atandthere"


def test_a_picture_may_hold_a_call():
    assert [citation.claim for citation in found("A [Image: map[1] b] c[1]\n\n[1] N\n")] == ["Amap", "Amapbc"]


def test_line_ends_and_a_byte_order_mark_make_no_difference():
    data = PLAIN.replace("\n", "\r\n").encode("utf-8-sig")
    assert TextInspector().inspect(data) == TextInspector().inspect(PLAIN.encode())


def test_a_text_that_is_not_wrapped_is_read_alike():
    unwrapped = (
        PLAIN.replace("is\nbroken", "is broken")
        .replace("of\nthis", "of this")
        .replace("elsewhere\n    <", "elsewhere <")
    )
    assert found(unwrapped) == found(PLAIN)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty"),
        (b" \n\n", "The file is empty"),
        (b"Stra\xdfe", "The file is not UTF-8"),
        (b"A\0B", "The file holds NUL characters"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(data: bytes, sentence: str):
    with pytest.raises(UnreadableError, match=sentence):
        TextInspector().inspect(data)


def test_broken_bytes_earn_a_sentence_or_a_testimony_and_never_a_crash():
    chance = random.Random(1)  # noqa: S311 - a fixed seed, so that a failure can be repeated
    for _ in range(300):
        broken = bytearray(PLAIN.encode()[: chance.randrange(len(PLAIN))])
        for _ in range(chance.randrange(4) if broken else 0):
            broken[chance.randrange(len(broken))] = chance.choice(b"\n []^{}<>:0123\xc3\0")
        try:
            recovered = TextInspector().inspect(bytes(broken))
        except UnreadableError:
            continue
        assert Facet.NOTE in recovered.facets


def test_a_note_that_nothing_calls_is_a_stray():
    assert TextInspector().inspect(b"A[2]\n\n[1] One\n\n[2] Two\n").strays == ("One",)


def test_the_second_note_of_a_number_is_a_stray_and_repeats_a_name():
    recovered = TextInspector().inspect(b"A[1]\n\n[1] One\n\n[1] Two\n")
    # The notes begin with the last label of note 1.
    assert recovered.citations[0].note == "Two"
    recovered = TextInspector().inspect(b"A[1] B[2]\n\n[1] One\n\n[2] Two\n\n[2] Three\n")
    assert [citation.note for citation in recovered.citations] == ["One", "Two"]
    assert (recovered.strays, recovered.repeated) == (("Three",), ("2",))


def test_a_paragraph_among_notes_that_is_not_moved_in_as_they_are_is_a_stray():
    stray = PLAIN.replace("[2] Two", "Not a note\nat all.\n\n[2] Two")
    recovered = TextInspector().inspect(stray.encode())
    assert recovered.strays == ("Not a note at all.",)
    assert recovered.citations == found(PLAIN)
    assert recovered.prose == TextInspector().inspect(PLAIN.encode()).prose


@pytest.mark.parametrize(
    ("way", "strays"),
    [
        ("", ()),
        ("1 2, 3", ()),
        ("[1] a b", ()),
        ("Back to the text", ()),
        ("Back to reference 1", ()),
        ("Summary; One; two", ()),
        ("Cited in:\n    Summary", ()),
        ("引用于：Summary", ()),
        ("Cited in: One; two; Summary; One; two", ()),
        ("Cited in: See it and there; A map of it; of it; About x", ()),
        ("Cited in: See it https://example.org/ and there", ()),
        ("Cited in: About $x$", ()),
        ("Cited in: Summary, as nobody wrote", ("Summary, as nobody wrote",)),
        ("Cited in: Summary; One;\n    twofold; Summary", ("One", "twofold")),
        ("Cited in: Summary and <https://example.net/>", ("Summary and <>",)),
        ("1 and nobody else", ("1 and nobody else",)),
    ],
)
def test_a_way_back_names_numbers_or_places_of_the_text(way: str, strays: tuple[str, ...]):
    text = (
        "Summary\n\nSee it <https://example.org/> and there\n\n[Image: A map] of it\n\nAbout x\n\n"
        f"One; two[1]\n\n[1] N\n    ↑ {way}\n"
    )
    recovered = TextInspector().inspect(text.encode())
    assert [citation.note for citation in recovered.citations] == ["N"]
    assert recovered.strays == strays


def test_the_words_of_a_way_back_before_its_places_are_those_of_most():
    assert TextInspector().inspect(PLAIN.encode()).strays == ()
    otherwise = PLAIN.replace("↑ Cited in: Summary\n", "↑ Quoted in: Summary\n", 1)
    assert TextInspector().inspect(otherwise.encode()).strays == ("Quoted in: Summary",)
    two = "Title\n\nA[1] B[2]\n\n[1] N\n    ↑ Cited in: Title\n\n[2] M\n    ↑ Quoted in: Title\n"
    assert TextInspector().inspect(two.encode()).strays == ()


@pytest.mark.parametrize(
    "behind",
    [
        "\n\nColophon\n\nMore.\n",
        "\n* * *\n\nColophon\n\nMore.\n",
        "\n* * *\nColophon\n\nMore.\n",
        "\nColophon\n\nMore.[1]\n",
    ],
)
def test_what_stands_behind_the_notes_under_a_heading_or_a_rule_or_calls_notes_is_prose(behind: str):
    recovered = TextInspector().inspect(f"{PLAIN}{behind}".encode())
    assert recovered.strays == ()
    assert recovered.prose.blocks[-2:] == ("Colophon", "More.")


def test_where_the_notes_have_a_heading_what_stands_behind_them_without_one_is_a_stray():
    recovered = TextInspector().inspect(f"{PLAIN}\nNobody\n\nwrote it.\n\n\nColophon\n".encode())
    assert recovered.strays == ("Nobody", "wrote it.")
    assert recovered.prose.blocks[-2:] == ("Notes", "Colophon")
    recovered = TextInspector().inspect(PLAIN.replace("\n\n\nNotes", "\n\nNotes").encode() + b"\nNobody\n")
    assert recovered.strays == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [("[1] One, “quoted”.", "[1] \x1b[8mOne, “quoted”.\x1b[0m"), ("claim.[1]", "claim.\x1b[8m[1]\x1b[28m")],
)
def test_a_note_or_call_that_is_concealed_is_there_but_not_seen(old: str, new: str):
    first, *others = found(PLAIN)
    assert found(PLAIN.replace(old, new)) == (replace(first, seen=False), *others)


def test_concealed_words_in_a_note_are_none():
    assert with_note("One \x1b[8mhidden \x1b[0mtwo").note == "One two"
