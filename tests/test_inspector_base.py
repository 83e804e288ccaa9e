"""A base makes of relative links what they read as, and of others nothing."""

from __future__ import annotations

import pytest
from lxml import html

from surefoot.inspectors.base import resolve

HERE = "https://example.org/a/b.html"


def resolved(link: str, base: str = HERE) -> str | None:
    page = html.fromstring(
        f'<html><head><base href="{base}"></head><body><a href="{link}">it</a></body></html>'
    )
    resolve(page)
    return page.find(".//a").get("href")


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("c.html", "https://example.org/a/c.html"),
        ("../c.html#d", "https://example.org/c.html#d"),
        ("#d", f"{HERE}#d"),
        ("", ""),
        ("https://example.net/", "https://example.net/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_is_resolved_if_it_is_relative(link: str, target: str) -> None:
    assert resolved(link) == target


def test_the_fragment_of_a_base_is_none_of_it() -> None:
    assert resolved("#d", f"{HERE}#e") == f"{HERE}#d"


@pytest.mark.parametrize("base", ["", "data:text/html,x", "javascript:void(0)", " JavaScript:void(0)"])
def test_what_can_be_no_base_is_none(base: str) -> None:
    assert resolved("c.html", base) == "c.html"
    assert resolved("#d", base) == "#d"
