"""Values take the place of variables, as engines without variables need it."""

from __future__ import annotations

import pytest

from surefoot.literals import declared, literal

VALUES = {
    "ink": "#111",
    "face": '"A B", serif',
    "size": "calc(1em + var(--step))",
    "step": "2px",
    "loop": "var(--loop)",
}


@pytest.mark.parametrize(
    ("css", "plain"),
    [
        ("a { color: var(--ink) }", "a { color: #111 }"),
        ("a{font-family:var( --face )}", 'a{font-family:"A B", serif}'),
        ("@media (x) { a { margin: 0 VAR(--step) } }", "@media (x) { a { margin: 0 2px } }"),
        ("a { width: var(--size) }", "a { width: calc(1em + 2px) }"),
        ("a { color: var(--none, red) }", "a { color:  red }"),
        ("a { color: var(--none, var(--ink)) }", "a { color:  #111 }"),
        ("a { color: var(--none) }", "a { color: var(--none) }"),
        ("a { color: var(--loop) }", "a { color: var(--loop) }"),
        (
            'a:before { content: "var(--ink)" } /* var(--ink) */',
            'a:before { content: "var(--ink)" } /* var(--ink) */',
        ),
    ],
)
def test_values_stand_where_variables_stood_and_nothing_else_is_touched(css: str, plain: str) -> None:
    assert literal(css, VALUES) == plain


def test_variables_of_the_whole_document_are_found_the_last_word_counting() -> None:
    css = ":root { --ink: red; color: blue; --ink: #222 } /* :root { --a: b } */ p { --step: 9px }"
    assert declared(css) == {"ink": "#222"}
