"""The inspector for plain text tells words of the prose from what merely arranges them."""

from __future__ import annotations

import pytest

from surefoot.inspectors.text import TextInspector
from surefoot.promise import Aspect, Prose, Recovered
from surefoot.text import LINE_END


def inspected(text: str) -> Recovered:
    return TextInspector().inspect(text.encode())


def prose(text: str) -> Prose:
    return inspected(text).prose


def test_prose_is_its_blocks_without_marks_notes_and_addresses() -> None:
    text = "Title\n\nOne[1] at <https://example.org/>, two.\n\n[Image: A map] it is.\n\nNotes\n\n[1] N\n"
    assert prose(text) == Prose(
        blocks=("Title", f"One at{LINE_END}, two.", "A map it is.", "Notes"),
        links=("https://example.org/",),
        linked=((1, 2),),
        counted=("", "", "", ""),
        images=("A map",),
    )
    assert inspected(text).aspects == {Aspect.WORDS, Aspect.SPACES, Aspect.LINKS, Aspect.IMAGES}


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("one\ntwo", ["one two"]),
        ("one-\ntwo/\nthree", [f"one-{LINE_END}two/{LINE_END}three"]),
        ("日本\n語", [f"日本{LINE_END}語"]),
        ("ไทย\nไทย", [f"ไทย{LINE_END}ไทย"]),
        ("ไทย \nไทย", ["ไทย ไทย"]),
        ("one Ḁ\ntwo", ["one Ḁ two"]),
        ("one " * 12 + "two\nb", ["one " * 12 + "two b"]),
        ("a" * 60 + "\nb", ["a" * 60 + LINE_END + "b"]),
        ("- one\n- two\n  on\n  - three", ["one", "two on", "three"]),
        ("* one\n\n  more\n\n* two", ["one", "more", "two"]),
        ("- one\n\n  more\n- two", ["one", "more", "two"]),
        ("1.  one", ["one"]),
        ("1. one\n2. two", ["one", "two"]),
        ("1. one\ngoes on\n2. two", ["one goes on", "two"]),
        ("It was so\n- or not.", ["It was so - or not."]),
        ("    1. one\n    2. two", ["1. one 2. two"]),
        ("- a\n\n    1. one\n    2. two", ["a", "one", "two"]),
        ("9. nine\n\n   more\n\n10. ten", ["nine", "more", "ten"]),
        ("1. Introduction\n\nWords.\n\n2. Method", ["1. Introduction", "Words.", "2. Method"]),
        ("\n\n\n1.  Introduction\n\nWords.", ["1. Introduction", "Words."]),
        ("Before.\n\n\n1.  Introduction\n\nWords.", ["Before.", "1. Introduction", "Words."]),
        (
            "1984. Then it was\n1985. Then not.",
            ["Then it was", "Then not."],
        ),
        ("It was in\n1984. Then not.", ["It was in 1984. Then not."]),
        ("A. Smith\n\nB. Jones", ["A. Smith", "B. Jones"]),
        ("A.  one\n\niv.  two\n\nab.  three", ["one", "two", "three"]),
        ("- see\n  No.\n  5", ["see No. 5"]),
        ("-\n\n      code\n\n2.\n\n      code", ["code", "code"]),
        ("- a\n  - b\n- c\n\n      - code", ["a", "b", "c", "- code"]),
        ("1.  one\n\n    - two", ["one", "two"]),
        ("   1.  one\n\n     - two", ["one", "two"]),
        ("Term\n      - one\n\n        - two", ["Term", "one", "two"]),
        ("    - code\n- item", ["- code", "item"]),
        ("\u2060- 5 degrees", ["- 5 degrees"]),
        ("Said:\n\n  quoted\n\n      - code", ["Said:", "quoted", "- code"]),
        ("- item\n\n\u2060\n\n    - code", ["item", "- code"]),
        ("- item\n\n      - [Image: code] <https://a.b>", ["item", "- [Image: code] <https://a.b>"]),
        ("Term\n  - one\n  - two", ["Term", "one", "two"]),
        ("Term\n  Said:\n\n    quoted\n\n        - code", ["Term Said:", "quoted", "- code"]),
        ("Term\n  Said.\n\n    - item", ["Term Said.", "item"]),
        ("  Term\n    Said.\n\n      - item", ["Term Said.", "item"]),
        ("Words.\n\n: more", ["Words.", ": more"]),
        ("one\n\n* * *\n\n-----\n\ntwo", ["one", "two"]),
        (
            "  Place   Count\n  ------- -----\n  North   1\n\n  : Counted.",
            ["Counted.", "Place Count North 1"],
        ),
        ("A <std::string>.", ["A <std::string>."]),
        ("N\bNO\bO _\bm_\by", ["NO my"]),
        ("\bX\n\b\bX\bY", ["X Y"]),
        ("one\x1b[1m bold\x1b[0m \x1b[31;8mhidden\x1b[m two", ["one bold two"]),
    ],
)
def test_blocks_are_told_by_blank_lines_and_columns(text: str, blocks: list[str]) -> None:
    assert [*prose(text).blocks] == blocks


def test_bare_addresses_are_links_where_no_address_stands_in_brackets() -> None:
    bare = (
        "See https://example.org/a_(b), or (https://example.org/c).[1]\n\n[1] At https://example.org/d[1]\n"
    )
    recovered = inspected(bare)
    assert recovered.prose.links == ("https://example.org/a_(b", "https://example.org/c")
    assert recovered.citations[0].links == ("https://example.org/d",)
    assert prose("<https://example.org/> and https://example.org/x").links == ("https://example.org/",)
    assert prose("\u2060https://example.org/x").blocks == ("https://example.org/x",)


def test_a_block_has_the_numbers_that_are_printed_before_it() -> None:
    text = (
        "1.  one\n\n    more\n\n    - two\n\n2.  (iv)  three\n    four\n3.  <https://a.b/>\n\nfive\n\n* six"
    )
    found = prose(text)
    assert found.blocks == ("one", "more", "two", "three four", "five", "six")
    assert found.counted == ("1", "", "", "2 iv", "", "")


def test_a_link_has_its_place_in_a_block_or_between_two() -> None:
    text = "<https://a.b/>\n\nOne <https://a.b/> and <https://a.b/>.\n\nTwo.\n\n<https://a.b/>"
    assert prose(text).linked == ((0, 0), (0, 1), (0, 1), (2, 2))


def test_notes_at_the_end_of_each_chapter_leave_the_prose_between_them() -> None:
    text = (
        "One.[1] Two.[2]\n\n[1] First\nnote.\n\n[2] Second.\n\n- listed\n\n"
        "Chapter\n\nThree.[3]\n\n[3] Third.\n\nThe end.\n"
    )
    recovered = inspected(text)
    assert [citation.note for citation in recovered.citations] == ["First note.", "Second. listed", "Third."]
    assert recovered.prose.blocks == ("One. Two.", "Chapter", "Three.", "The end.")
    assert recovered.strays == ()


def test_a_call_behind_the_last_note_makes_what_it_stands_in_prose() -> None:
    recovered = inspected("A[1] B[2]\n\n[1] One, broken\nover lines\n\n[2] Two\n\nAgain.[1]\n")
    assert [citation.note for citation in recovered.citations] == [
        "One, broken over lines",
        "Two",
        "One, broken over lines",
    ]
    assert recovered.prose.blocks == ("A B", "Again.")


@pytest.mark.parametrize(
    "said",
    [
        "As said [2]. So it is [1].",
        "As said [1]. So it is [2, p. 3].",
        "[2] says so, and [1].",
        "As others\n[2] say,[1] so it is.",
    ],
)
def test_what_cites_otherwise_than_notes_are_called_cites_a_numbered_bibliography(said: str) -> None:
    text = f"{said}\n\nReferences\n\n[1] Smith.\n\n[2] Brown.\n"
    assert inspected(text).citations == ()
    assert prose(text).blocks[-2:] == ("[1] Smith.", "[2] Brown.")


def test_pictures_are_told_one_by_one_though_one_stands_in_another() -> None:
    text = "[Image: one] and [Image: a [Image: small] two] it is"
    assert prose(text).images == ("one", "a small two", "small")
    assert prose(text).blocks == ("one and a small two it is",)


def test_a_numbered_bibliography_is_no_notes() -> None:
    text = "As said [1]. So it is [1, 2, p. 3].\n\nReferences\n\n[1] Smith.\n\n[2] Brown.\n"
    assert inspected(text).citations == ()
    assert prose(text).blocks[-2:] == ("[1] Smith.", "[2] Brown.")


def test_marks_that_stand_apart_from_their_words_and_count_up_call_notes() -> None:
    assert [citation.note for citation in inspected("So [1] and so [2].\n\n[1] A\n\n[2] B\n").citations] == [
        "A",
        "B",
    ]
