"""The HTML writer: one page that is whole by itself, for every reader and every machine."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
import tinyhtml5

import validators
from surefoot import theme
from surefoot.composition import HEADINGS, ComposedCall, ComposedNote, Composition, Heading
from surefoot.errors import WriterError
from surefoot.model import Author, Metadata, Reference
from surefoot.pictures import Image
from surefoot.source import read
from surefoot.writers.html import HtmlWriter
from surefoot.writers.html.contents import contents
from surefoot.writers.html.page import page

METADATA = Metadata(
    "Clean air",
    language="en-GB",
    subtitle="Five years",
    authors=(Author("Jane Doe", "Director", "Institute for Air"), Author("Ravi Rao")),
    publisher="Institute for Air",
    date="2026-11-20",
    rights="CC BY 4.0",
    keywords=("air", "towns"),
    identifiers=("doi:10.1234/air",),
)
EVERYTHING = """---
title: Everything^[Of the title.] at once
author: {name: Jane Doe, role: Director}
lang: en-GB
abstract: In short.[^a]
---

Prose with `code`, H~2~O, x^2^, [small caps]{.smallcaps} and a call.[^a]

# Tables

| Town  | Change |
|:------|-------:|
| Ashby | −12%[^b] |

: Change by town[^a]

|       | 2020 | 2025 | Remark |
|-------|------|------|--------|
| Ashby | 1    | 2    | a      |
| Brigg | 3    | 4    | b      |
| Corby | 5    | 6    | c      |

# Notes

> A quotation.[^b]

```python
def f(x): return x  # a line of code that is a good deal wider than a telephone of the narrowest kind
```

Term
:   Definition

A formula $a+b+c+d+e+f+g+h+i+j+k+l+m = n+o+p+q+r+s+t+u+v+w+x+y+z$, and another:

$$\\int_0^\\infty \\frac{\\sin x}{x}\\,dx = \\frac{\\pi}{2}$$

# Conclusion

The end.

[^a]: National Air Survey. <https://example.org/nas>.
[^b]: Of blocks.

    - first
    - second
"""


def compose(
    body: str, *notes: ComposedNote, metadata: Metadata = METADATA, images: tuple[Image, ...] = ()
) -> Composition:
    title, tree = Element("span"), fromstring(f"<div>{body}</div>")
    title.text = metadata.title
    found = [element for element in tree.iter() if element.tag in HEADINGS]
    headings = [Heading(each.attrib["id"], int(each.tag[1]), "".join(each.itertext())) for each in found]
    return Composition(metadata, title, tree, notes, tuple(headings), images)


def call(number: int, rank: int = 1) -> str:
    return f'<a id="fnref-{number}-{rank}" class="noteref" href="#fn-{number}">{number}</a>'


def note(number: int, content: str, *sections: str) -> ComposedNote:
    calls = [ComposedCall(f"fnref-{number}-{rank}", section) for rank, section in enumerate(sections, 1)]
    return ComposedNote(f"fn-{number}", number, fromstring(f"<div>{content}</div>"), tuple(calls))


def small(**changes: object) -> Composition:
    """Two notes, the first called twice."""
    return compose(
        f'<h2 id="one">One</h2><p>Fine dust fell.{call(1)} Winds rose.{call(2)} Both, then.{call(1, 2)}</p>',
        note(
            1, '<p>Air survey, <a href="https://example.org/a">https://example.org/a</a>.</p>', "One", "One"
        ),
        note(2, "<p>Wind survey.</p><ul><li>first</li><li>second</li></ul>", "One"),
        metadata=replace(METADATA, **changes),  # type: ignore[arg-type]
    )


def parsed(composition: Composition, *references: Reference) -> Element:
    """The page as a browser's parser sees it."""
    return tinyhtml5.parse(page(composition, references), namespace_html_elements=False)


def by_role(tree: Element, role: str) -> list[Element]:
    return [element for element in tree.iter() if element.get("role") == role]


def words_of(element: Element | None) -> str:
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def meta(tree: Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        found.setdefault(element.get("name", ""), []).append(element.get("content", ""))
    return found


def linked_data(tree: Element) -> dict[str, object]:
    script = tree.find(".//script[@type='application/ld+json']")
    assert script is not None
    return json.loads(script.text or "")


def test_a_call_prints_its_number_in_brackets_without_an_element_in_the_link() -> None:
    calls = by_role(parsed(small()), "doc-noteref")
    assert [each.text for each in calls] == ["[1]", "[2]", "[1]"]
    assert not any(len(each) for each in calls)
    assert [each.get("aria-label") for each in calls] == ["Footnote 1", "Footnote 2", "Footnote 1"]


def test_notes_stand_with_the_prose_as_a_native_list_with_their_paragraphs_right_in_the_items() -> None:
    tree = parsed(small())
    items = tree.findall(".//main/article/div/section[@role='doc-endnotes']/ol/li")
    assert [(each.get("id"), each.get("value")) for each in items] == [("fn-1", "1"), ("fn-2", "2")]
    assert [each[0].tag for each in items] == ["p", "p"]


def test_each_call_has_its_way_back_and_no_two_ways_are_named_alike() -> None:
    tree = parsed(small())
    ways = by_role(tree, "doc-backlink")
    assert [each.get("href") for each in ways] == ["#fnref-1-1", "#fnref-1-2", "#fnref-2-1"]
    assert [each.text for each in ways] == ["↑1", "↑2", "↑"]
    names = [each.get("aria-label", "") for each in ways]
    assert names[1] == "↑2 Back to reference 2 of 2, Footnote 1, One"
    assert len(set(names)) == len(names)


def test_a_way_back_stands_in_a_paragraph_of_its_own_behind_a_note_that_ends_in_a_list() -> None:
    item = parsed(small()).find(".//li[@id='fn-2']")
    assert item is not None
    assert [each.tag for each in item] == ["p", "ul", "p"]
    assert [each.get("role") for each in item[2]] == ["doc-backlink"]


def test_no_id_is_given_twice_whatever_the_authors_headings_are_called() -> None:
    names = ("main", "title", "contents", "notes", "h-notes", "notes-x")
    body = "".join(f'<h2 id="{name}">{name}</h2>' for name in names)
    tree = parsed(compose(f"{body}<p>{call(1)}</p>", note(1, "<p>n</p>", "")))
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(set(ids)) == len(ids)
    links = [element.get("href", "") for element in tree.iter("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)


def test_the_page_speaks_the_documents_language() -> None:
    tree = parsed(small(language="de-AT"))
    assert tree.get("lang") == "de-AT"
    assert words_of(tree.find(".//section/h2")) == "Anmerkungen"
    assert by_role(tree, "doc-noteref")[0].get("aria-label") == "Fußnote 1"


def test_words_in_another_language_than_the_documents_say_so() -> None:
    tree = parsed(small(language="cs"))
    spoken = [*by_role(tree, "doc-noteref"), *by_role(tree, "doc-backlink"), *tree.findall(".//section/h2")]
    assert {each.get("lang") for each in spoken} == {"en"}
    assert 'lang="en"' not in page(small(), ())


def test_a_language_written_from_right_to_left_runs_so() -> None:
    assert parsed(small(language="ar")).get("dir") == "rtl"
    assert parsed(small()).get("dir") is None


def test_paper_adds_an_address_only_where_the_link_does_not_print_it() -> None:
    address = "https://example.org/a"
    tree = parsed(compose(f'<p><a href="{address}">{address}</a> <a href="{address}">words</a></p>'))
    links = [each for each in tree.iter("a") if each.get("href") == address]
    assert [each.get("class") for each in links] == ["uri", None]
    assert 'a[href*="://"]:not(.uri)::after' in theme.text("page.css")


def test_the_page_fetches_nothing() -> None:
    text = page(small(), ())
    tree = tinyhtml5.parse(text, namespace_html_elements=False)
    assert not list(tree.iter("link"))
    assert not [element for element in tree.iter() if element.get("src")]
    addresses = re.findall(r"url\(([^)]{0,20})", text)
    assert len(addresses) == 5
    assert all(each.startswith("data:font/woff2") for each in addresses)
    assert "@import" not in text


def test_pictures_travel_inside_the_page() -> None:
    picture = Image("image-1.png", "image/png", b"not really a picture")
    tree = parsed(compose('<p><img src="image-1.png" alt="A map"/></p>', images=(picture,)))
    source = tree.find(".//img").get("src", "")  # type: ignore[union-attr]
    head, _, data = source.partition(",")
    assert head == "data:image/png;base64"
    assert base64.b64decode(data) == picture.data


def test_a_picture_that_is_missing_is_an_error_not_a_gap() -> None:
    with pytest.raises(WriterError, match=r"map\.png"):
        page(compose('<p><img src="map.png" alt="A map"/></p>'), ())


def test_the_same_document_gives_the_same_bytes_and_the_tree_is_left_as_it_was() -> None:
    composition = small()
    assert page(composition, ()) == page(composition, ()) == page(small(), ())


def test_a_short_document_has_no_contents() -> None:
    assert parsed(small()).find(".//nav") is None


@pytest.mark.parametrize("date", ["Spring 2021", "2021-13-45", "20210415"])
def test_what_is_no_date_is_printed_as_written_and_no_machine_is_told(date: str) -> None:
    tree = parsed(small(date=date))
    assert not list(tree.iter("time"))
    assert "citation_publication_date" not in {each.get("name") for each in tree.iter("meta")}
    (shown,) = (each for each in tree.iter("p") if each.get("class") == "date")
    assert words_of(shown) == f"Published {date}"


def test_contents_nest_by_level_even_where_the_author_skips_one() -> None:
    levels = [("a", 2), ("b", 4), ("c", 3), ("d", 2), ("e", 3)]
    entries = contents([Heading(name, level, name) for name, level in levels])
    assert [(each.line.id, [below.line.id for below in each.below]) for each in entries] == [
        ("a", ["c"]),
        ("d", ["e"]),
    ]


def test_contents_lead_to_the_headings_and_to_the_notes() -> None:
    body = '<h2 id="a">A</h2><h3 id="b">B</h3><h2 id="c">C</h2>'
    tree = parsed(compose(f"{body}<p>{call(1)}</p>", note(1, "<p>n</p>", "C")))
    assert [link.get("href") for link in tree.findall(".//nav//a")] == ["#a", "#b", "#c", "#notes"]


def test_zotero_and_libraries_read_what_the_document_is() -> None:
    found = meta(parsed(small()))
    assert found["citation_title"] == ["Clean air: Five years"]
    assert found["citation_author"] == ["Jane Doe", "Ravi Rao"]
    assert found["citation_author_institution"] == ["Institute for Air"]
    assert found["citation_publication_date"] == ["2026/11/20"]
    assert found["citation_doi"] == ["10.1234/air"]
    assert found["DC.creator"] == found["citation_author"]
    assert found["DC.subject"] == ["air", "towns"]


def test_what_the_author_did_not_say_is_not_said() -> None:
    tree = parsed(compose("<p>Prose.</p>", metadata=Metadata("Bare", date="Spring of that year")))
    assert not [name for name, said in meta(tree).items() if name and not all(said)]
    assert "citation_publication_date" not in meta(tree)
    assert tree.find(".//time") is None
    assert "Spring of that year" in words_of(tree.find(".//header"))


def test_search_engines_read_the_works_that_are_cited() -> None:
    article = {
        "type": "article-newspaper",
        "title": "On <i>dust</i>",
        "author": [
            {"family": "Berg", "given": "Anna", "non-dropping-particle": "van den"},
            {"literal": "AFP"},
        ],
        "issued": {"date-parts": [[2021, 3, 4]]},
        "URL": "https://example.org/dust",
    }
    [work] = linked_data(parsed(small(), Reference("a", article)))["citation"]  # type: ignore[misc]
    assert work == {
        "@type": "NewsArticle",
        "name": "On dust",
        "author": [
            {"@type": "Person", "name": "Anna van den Berg"},
            {"@type": "Organization", "name": "AFP"},
        ],
        "datePublished": "2021-03-04",
        "url": "https://example.org/dust",
    }


def test_a_title_cannot_break_out_of_the_page() -> None:
    title = "</script></title><b>&amp;"
    tree = parsed(small(title=title))
    assert words_of(tree.find(".//h1")) == title
    assert linked_data(tree)["name"] == title


def test_code_keeps_its_first_line_even_if_it_is_empty() -> None:
    tree = parsed(compose("<pre><code>a</code></pre><pre>\n\nb</pre>"))
    assert ["".join(each.itertext()) for each in tree.iter("pre")] == ["a", "\n\nb"]


def test_tables_scroll_in_landmarks_of_different_names() -> None:
    table = "<table><tr><td>1</td></tr></table>"
    captioned = f"<table><caption>Dust{call(1)}</caption><tr><td>1</td></tr></table>"
    body = f'<h2 id="a">Air</h2>{table}{table}{captioned}'
    boxes = by_role(parsed(compose(body, note(1, "<p>n</p>", "Air"))), "region")
    assert [each.get("aria-label") for each in boxes] == ["Air", "Air (2)", "Dust"]
    assert {each.get("tabindex") for each in boxes} == {"0"}


def test_the_box_of_a_table_in_a_note_is_not_named_like_the_section_of_the_notes() -> None:
    table = "<table><tbody><tr><td>1</td></tr></tbody></table>"
    (box,) = by_role(parsed(compose(f"<p>Air{call(1)}</p>", note(1, table, "Air"))), "region")
    assert box.get("aria-label") == "Notes (2)"


@pytest.fixture
def everything(source: Callable[[str], Path], tmp_path: Path) -> Path:
    finished = tmp_path / "everything.html"
    finished.write_bytes(HtmlWriter().write(read(source(EVERYTHING))).data)
    return finished


def test_a_page_of_everything_is_valid(everything: Path) -> None:
    assert validators.html(everything) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_of_everything_has_no_barrier(everything: Path, scheme: str) -> None:
    violations = [
        each for each in validators.accessibility(everything, scheme) if each.startswith("violations")
    ]
    assert violations == []


def test_a_note_shows_beside_its_call_stays_under_the_pointer_and_goes_at_escape(everything: Path) -> None:
    """WCAG 2.2, 1.4.13: hoverable, persistent, dismissible."""
    with validators.screen("light") as screen:
        screen.goto(everything.as_uri())
        preview = screen.locator(".note-preview")
        assert not preview.is_visible()
        screen.locator("[role=doc-noteref]").nth(1).hover()
        preview.wait_for(state="visible")
        assert preview.inner_text().strip() == "National Air Survey. https://example.org/nas."
        preview.hover()
        screen.wait_for_timeout(500)
        assert preview.is_visible()
        screen.keyboard.press("Escape")
        assert not preview.is_visible()


@pytest.mark.parametrize("scheme", ["", "dark-"])
@pytest.mark.parametrize("ground", ["paper", "tint"])
@pytest.mark.parametrize("colour", ["ink", "accent", "link", "muted"])
def test_every_text_colour_stands_out_by_seven_to_one(scheme: str, ground: str, colour: str) -> None:
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", theme.text("design.css")))
    above, below = sorted(
        (luminance(tokens[scheme + colour]), luminance(tokens[scheme + ground])), reverse=True
    )
    assert (above + 0.05) / (below + 0.05) >= 7


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
