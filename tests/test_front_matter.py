"""What the front matter says is read in the forms in which pandoc, Quarto and libraries have it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from surefoot.errors import SourceError
from surefoot.model import Metadata, Title
from surefoot.source import read

Source = Callable[[str], Path]


@pytest.fixture
def said(source: Source) -> Callable[[str], Metadata]:
    """Read a source with that front matter, and return what it says."""
    return lambda front: read(source(f"---\nlang: en\n{front}\n---\n\nText.\n")).metadata


Said = Callable[[str], Metadata]


def test_titles_with_types_are_the_title_the_subtitle_and_others(said: Said) -> None:
    about = said(
        "title:\n- type: subtitle\n  text: An inquiry\n- type: main\n  text: The *air*\n  file-as: Air, The\n"
        "- type: short\n  text: Air\n- type: extended\n  text: The air of towns"
    )
    assert (about.title, about.subtitle, about.sort) == ("The air", "An inquiry", "Air, The")
    assert about.titles == (Title("short", "Air"), Title("expanded", "The air of towns"))


@pytest.mark.parametrize(
    "title",
    ["{type: main, text: Air}", "[{text: Air}]", "[Air]", "{text: Air}", "[{type: short, text: Air}]"],
)
def test_a_title_is_found_in_every_form(said: Said, title: str) -> None:
    assert said(f"title: {title}").title == "Air"


def test_a_title_in_a_list_may_call_a_note_and_a_subtitle_may_not(source: Source) -> None:
    title = "title:\n- type: main\n  text: Air^[One.]\n- type: subtitle\n  text: Towns"
    assert read(source(f"---\n{title}\nlang: en\n---\n\nText.\n")).citations
    with pytest.raises(SourceError, match=r"The field `title` calls a note"):
        read(source(f"---\n{title}^[Two.]\nlang: en\n---\n\nText.\n"))


@pytest.mark.parametrize(
    ("author", "name", "sort"),
    [
        ("name: {given: Jo, family: Po}", "Jo Po", "Po, Jo"),
        ("name: {literal: The Lab}", "The Lab", ""),
        ("family: Solo", "Solo", ""),
        ("{given: Jan, family: Meer, non-dropping-particle: van}", "Jan van Meer", "Meer, Jan van"),
        ("{given: Jean, family: Alembert, dropping-particle: d’}", "Jean d’Alembert", "Alembert, Jean d’"),
        ("{given: Sam, family: Poe, suffix: Jr.}", "Sam Poe Jr.", "Poe, Sam, Jr."),
    ],
)
def test_a_name_in_parts_is_whole(said: Said, author: str, name: str, sort: str) -> None:
    (found,) = said(f"title: T\nauthor:\n- {author}").authors
    assert (found.name, found.sort) == (name, sort)
