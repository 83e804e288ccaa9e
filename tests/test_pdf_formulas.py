"""Mathematics in a PDF: drawn, or printed as its TeX."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import fromstring

import pytest

from surefoot.writers.pdf.boxes import walk
from surefoot.writers.pdf.layout import lay_out
from surefoot.writers.pdf.sheet import dress, formulas
from surefoot.writers.pdf.sheet.placement import Placement


def test_what_cannot_be_drawn_is_left_to_its_tex() -> None:
    for content in ("<mi>漢</mi>", "<unknown>x</unknown>"):
        assert formulas.draw(fromstring(f"<math>{content}</math>")) is None
    annotated = fromstring(
        "<math><semantics><mi>x</mi>"
        '<annotation encoding="application/x-tex">x</annotation></semantics></math>'
    )
    assert formulas.tex(annotated) == "x"
    drawing = formulas.draw(annotated)
    assert drawing is not None
    assert 0.3 < drawing.width < 0.8


def test_a_formula_that_cannot_be_drawn_is_printed_as_tex(composed: Callable) -> None:
    root = dress(composed(r"$\text{漢}$").copy(), Placement()).root
    (formula,) = root.iter("code")
    assert (formula.get("class"), formula.text) == ("formula inline", r"\text{漢}")


def width(content: str) -> float:
    drawing = formulas.draw(fromstring(f"<math><mrow>{content}</mrow></math>"))
    assert drawing is not None
    return drawing.width


def space(operator: str) -> float:
    """What an operator between two values takes beyond its own width."""
    values = "<mi>A</mi><{0}>{1}</{0}><mi>B</mi>"
    return width(values.format("mo", operator)) - width(values.format("mtext", operator))


@pytest.mark.parametrize("operator", "∧∨∪∩×")
def test_operators_between_values_have_the_space_of_a_plus(operator: str) -> None:
    assert space(operator) == pytest.approx(space("+"))


def test_a_sign_before_a_value_has_no_space() -> None:
    assert width("<mo>∘</mo><mi>B</mi>") < width("<mi>A</mi><mo>∘</mo><mi>B</mi>") - width("<mi>A</mi>") - 0.2


@pytest.mark.parametrize("formula", ["E = mc^2", " + ".join(f"a_{{{number}}}" for number in range(40))])
@pytest.mark.parametrize("place", ["{}", "Note.[^a]\n\n[^a]: One.\n\n    {}"])
def test_the_number_of_an_equation_stands_at_the_end_of_its_line(
    formula: str, place: str, composed: Callable
) -> None:
    text = place.format(f"$${formula}$$ {{#eq-one}}")
    layout = lay_out(composed(f"{text}\n\nSee @eq-one.\n"))
    boxes = list(walk(layout.rendering.pages[0]._page_box))
    (picture,) = (box for box in boxes if box.element_tag == "img")
    (number,) = (box for box in boxes if getattr(box, "text", "") == "(1)")
    assert picture.position_x + picture.width < number.position_x
    picture_at, number_at = (box.position_y + box.height / 2 for box in (picture, number))
    assert picture_at == pytest.approx(number_at, abs=4)
    assert layout.troubles() == ()
