"""Where lines of a PDF end."""

from __future__ import annotations

import pyphen
import pytest
import weasyprint
from weasyprint.formatting_structure.boxes import LineBox, TextBox

from paged import laid
from surefoot.writers.pdf.boxes import Rendering, walk
from surefoot.writers.pdf.engine.lines.patterns import Patterns

HTML = "".join(f"<p style='width: {width}px'>one two three <b></b></p>" for width in range(60, 160))
CSS = "@page { size: 200px 9000px; margin: 0 } html { font: 16px/1 'Source Sans 3' } p { margin: 0 }"


def first_lines(rendering: Rendering) -> list[str]:
    """The words on the first line of each paragraph, at most three."""
    boxes = [box for box in walk(rendering.pages[0]._page_box) if isinstance(box, LineBox)]
    lines = ["".join(text.text for text in walk(box) if isinstance(text, TextBox)).strip() for box in boxes]
    return [line for line in lines if line.startswith("one")]


def test_a_line_whose_last_space_goes_over_its_edge_is_not_broken_after_its_first_word() -> None:
    stock = first_lines(weasyprint.HTML(string=f"<style>{CSS}</style>{HTML}").render())
    assert sorted(stock, key=len) != stock, "the mend is no longer needed"
    ours = first_lines(laid(HTML, CSS))
    assert len(ours) == 100
    assert sorted(ours, key=len) == ours
    assert set(ours) == {"one two", "one two three"}


def starts(rendering: Rendering) -> set[str]:
    """The characters that lines begin with."""
    boxes = [box for box in walk(rendering.pages[0]._page_box) if isinstance(box, LineBox)]
    return {"".join(text.text for text in walk(box) if isinstance(text, TextBox))[:1] for box in boxes}


def test_no_line_begins_with_a_note_reference() -> None:
    words = "its administration.<em><a class=noteref href=#x>7</a></em>"
    html = "".join(f"<p style='width: {width}px'>{words}</p>" for width in range(60, 300))
    stock = starts(weasyprint.HTML(string=f"<style>{CSS}</style>{html}").render())
    assert "7" in stock, "the mend is no longer needed"
    assert "7" not in starts(laid(html, CSS))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en_US", "Associate project reciprocity a internationalisation qqqq x-ray"),
        ("de_DE", "Donaudampfschifffahrt Straße Zucker Übung"),
        ("hu_HU", "asszonnyal hosszúszár meggyűlt"),  # spelled otherwise where they are broken
        ("ru_RU", "Электричество посольство"),
    ],
)
def test_a_word_is_hyphenated_as_with_all_patterns_of_its_language(language: str, words: str) -> None:
    path = pyphen.LANGUAGES[language]
    ours, theirs = Patterns(path), pyphen.HyphDict(path)
    found = {word: [(point, point.data) for point in ours.positions(word)] for word in words.split()}
    assert found == {word: [(at, at.data) for at in theirs.positions(word)] for word in words.split()}
    assert any(found.values())
