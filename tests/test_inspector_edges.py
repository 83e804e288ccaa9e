"""Pages are read in the encoding that a browser reads them in; a number's stop is no word of its note."""

from __future__ import annotations

import codecs

import pytest

from surefoot.inspectors.html import HtmlInspector
from surefoot.promise import Citation

PAGE = (
    '<!doctype html><html><head>{head}<title>T</title></head><body><p>Clé “one”.<a id="r" href="#n" '
    'role="doc-noteref">1</a></p><section role="doc-endnotes"><ol>{note}</ol></section></body></html>'
)
NOTE = '<li id="n">A ‘note’, as naïve as any. <a href="#r" role="doc-backlink">↑</a></li>'
READ = Citation("1", 'Clé"one".', "A 'note', as naïve as any.")


def found(data: bytes) -> tuple[Citation, ...]:
    return HtmlInspector().inspect(data).citations


def page(head: str = "", note: str = NOTE) -> str:
    return PAGE.format(head=head, note=note)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_a_byte_order_mark_tells_the_encoding_whatever_is_declared(mark: bytes, encoding: str) -> None:
    assert found(mark + page('<meta charset="windows-1252">').encode(encoding)) == (READ,)


@pytest.mark.parametrize("name", ["utf-8", "UTF8", "utf-16", "utf-16le", "utf-16be"])
def test_a_page_that_says_in_ascii_that_it_is_utf_16_is_utf_8(name: str) -> None:
    assert found(page(f'<meta charset="{name}">').encode()) == (READ,)


@pytest.mark.parametrize("name", ["windows-1252", "iso-8859-1", "latin1", "us-ascii"])
def test_a_page_that_says_it_is_latin_1_is_windows_1252(name: str) -> None:
    assert found(page(f'<meta charset="{name}">').replace("↑", "^").encode("cp1252")) == (READ,)


def test_only_the_stop_right_behind_the_number_is_the_numbers() -> None:
    note = '<li id="n"><a href="#r" role="doc-backlink">1</a>. First <em>words</em>. Second.</li>'
    assert [each.note for each in found(page('<meta charset="utf-8">', note).encode())] == [
        "First words. Second."
    ]
