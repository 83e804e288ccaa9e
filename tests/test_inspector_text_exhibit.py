"""What is shown of a citation in plain text: the lines around its call, and those of its note."""

from __future__ import annotations

from collections.abc import Sequence

from surefoot.exhibit import Lines, Part
from surefoot.inspectors.text import TextInspector


def shown(text: str, *ranks: int) -> list[list[str]]:
    """Of each citation the lines shown, what is marked in guillemets."""
    return [[said(view) for view in views] for views in exhibited(text, *ranks)]


def exhibited(text: str, *ranks: int) -> list[list[Lines]]:
    exhibits = TextInspector().exhibit(text.encode(), ranks).exhibits
    return [[view for view in views if isinstance(view, Lines)] for views in exhibits]


def said(view: Lines) -> str:
    return "".join(f"«{run.text}»" if run.part else run.text for run in view.runs)


def lines(count: int) -> Sequence[str]:
    return [f"Line {rank}" for rank in range(count)]


def test_each_call_of_a_note_is_shown_where_it_stands() -> None:
    text = "One[1] two[2] three[1].\n\nFour[1].\n\n[1] N\n\n[2] M\n"
    assert [views[0] for views in shown(text, 0, 1, 2, 3)] == [
        "One«[1]» two[2] three[1].",
        "One[1] two«[2]» three[1].",
        "One[1] two[2] three«[1]».",
        "Four«[1]».",
    ]


def test_a_call_that_a_line_breaks_is_not_shown_and_the_next_one_is() -> None:
    text = "One[fn\n1] two[fn 2] three[fn 3].\n\n[fn 1] N\n\n[fn 2] M\n\n[fn 3] O\n"
    assert shown(text, 0, 1, 2) == [
        ["«[fn 1] N»"],
        ["One[fn\n1] two«[fn 2]» three[fn 3].", "«[fn 2] M»"],
        ["One[fn\n1] two[fn 2] three«[fn 3]».", "«[fn 3] O»"],
    ]


def test_of_a_call_without_a_note_the_call_is_shown() -> None:
    assert shown("One[2].\n\n[1] N\n", 0) == [["One«[2]»."]]


def test_a_paragraph_is_shown_up_to_the_edges_of_the_file() -> None:
    assert shown("One[1]\n[1] N", 0) == [["One«[1]»\n[1] N", "«[1] N»"]]
    assert shown("\nOne\ntwo[1]\n\n[1] N\n\nEnd", 0)[0][0] == "One\ntwo«[1]»"


def test_of_a_long_paragraph_the_lines_near_the_call_are_shown() -> None:
    text = "\n".join([*lines(9), "call[1]", *lines(9), "", "[1] N", ""])
    assert shown(text, 0)[0][0] == "\n".join([*lines(9)[-5:], "call«[1]»", *lines(2)])


def test_of_a_long_note_the_beginning_is_shown_and_that_there_is_more() -> None:
    for count, cut in ((29, False), (30, True)):
        text = "\n".join(["One[1]", "", "[1] N", *(f"    {line}" for line in lines(count)), ""])
        _, note = exhibited(text, 0)[0]
        assert note.cut is cut
        assert note.parts == (Part.NOTE,)
        assert note.place == "lines 3 to 32"
