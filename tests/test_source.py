"""What a source promises."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from surefoot import pandoc
from surefoot.errors import SourceError
from surefoot.model import Author
from surefoot.promise import Citation
from surefoot.source import Given, read
from surefoot.source.prose import words
from surefoot.source.tree import of_kind

HEAD = "---\ntitle: T\nlang: en\n---\n\n"
Source = Callable[[str], Path]


def promise(path: Path) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(item.mark, item.claim, item.note, item.links) for item in read(path).citations]


def test_one_label_is_one_note_with_one_number_however_often_it_is_called(source: Source) -> None:
    path = source(HEAD + "One[^a] two[^b] three[^a].\n\n[^a]: Ann.\n\n[^b]: Bob.\n")
    assert promise(path) == [
        ("1", "One", "Ann.", ()),
        ("2", "Onetwo", "Bob.", ()),
        ("1", "Onetwothree", "Ann.", ()),
    ]


def test_a_note_knows_its_label_its_line_and_its_calls(source: Source) -> None:
    first, second = read(source(HEAD + "One[^a] two^[B.] three[^a].\n\n[^a]: Ann.\n")).notes
    assert (first.number, first.label, first.line) == (1, "a", 8)
    assert [call.id for call in first.calls] == ["fnref-1-1", "fnref-1-2"]
    assert (second.number, second.label) == (2, "")


def test_two_notes_of_the_same_words_stay_two(source: Source) -> None:
    path = source(HEAD + "One[^a] two[^b].\n\n[^a]: Ibid.\n\n[^b]: Ibid.\n")
    assert [mark for mark, *_ in promise(path)] == ["1", "2"]


def test_citations_and_labelled_notes_are_numbered_in_one_sequence(source: Source) -> None:
    path = source(
        HEAD
        + "One [@a]. Two.[^b]\n\n[^b]: Bob.\n\n---\nreferences:\n- id: a\n  title: A\n  URL: https://a.example\n---\n"
    )
    document = read(path)
    assert [(note.number, note.label, note.line) for note in document.notes] == [(1, "a", 6), (2, "b", 8)]
    assert document.citations[0].links == ("https://a.example",)
    assert [reference.key for reference in document.references] == ["a"]


def test_a_note_may_hold_any_block(source: Source) -> None:
    note = """[^a]: First.

    - one
    - two

    > quoted

    ``` python
    code = 1
    ```

    | A | B |
    |---|---|
    | c | d |

    $x^2$ and [words](https://w.example) and <https://bare.example>.
"""
    ((_, _, text, links),) = promise(source(HEAD + f"Text.[^a]\n\n{note}"))
    assert text == "First. one two quoted code = 1 A B c d x^2 and words and ."
    assert links == ("https://w.example", "https://bare.example")


@pytest.mark.parametrize(
    "note",
    ["[^a]: - one\n    - two\n", "[^a]:\n    - one\n    - two\n", "[^a]:\n\n    - one\n    - two\n"],
    ids=["on its line", "on the next", "after an empty line"],
)
def test_a_note_may_begin_with_a_list(note: str, source: Source) -> None:
    document = read(source(HEAD + f"Text.[^a]\n\n{note}"))
    assert document.citations[0].note == "one two"
    assert document.notes[0].blocks[0]["t"] == "BulletList"


def test_an_unused_note_is_a_warning_with_its_line(source: Source) -> None:
    path = source(HEAD + "Text.\n\n[^a]: Ann.\n")
    sentence = (
        "The note [^a] is never called, so its text reaches no reader. Call it in the text, or delete it."
    )
    assert [str(warning) for warning in read(path).warnings] == [f"{path}:8: {sentence}"]


def test_a_title_and_an_abstract_may_call_notes(source: Source) -> None:
    path = source(
        "---\ntitle: T^[Thanks.]\nlang: en\nabstract: |\n  Short.[^a]\n---\n\nText.^[B.]\n\n[^a]: Ann.\n"
    )
    assert [note for _, _, note, _ in promise(path)] == ["Thanks.", "Ann.", "B."]


def test_a_call_in_a_link_stands_behind_it(source: Source) -> None:
    path = source(HEAD + "See [this[^a] link](https://example.org) there.\n\n[^a]: Ann.\n")
    assert promise(path)[0][1] == "Seethislink"


def test_captions_are_met_where_a_browser_shows_them(source: Source) -> None:
    text = "![Below.[^a]](moon.png)\n\n| A[^b] |\n|---|\n| c[^c] |\n\n: Above.[^d]\n\n"
    notes = "[^a]: a\n\n[^b]: b\n\n[^c]: c\n\n[^d]: d\n"
    assert [note for _, _, note, _ in promise(source(HEAD + text + notes))] == ["a", "d", "b", "c"]


def test_authors_have_roles_and_numbered_affiliations(source: Source) -> None:
    fields = """---
title: T
lang: en
authors:
- name: A. One
  role: Director
  affiliation: Institute
- name: B. Two
  affiliation: 1, 2
affiliations:
- index: 1
  name: First
- index: 2
  name: Second
---

Text.
"""
    assert read(source(fields)).metadata.authors == (
        Author("A. One", "Director", "Institute"),
        Author("B. Two", "", "First, Second"),
    )


def test_a_single_top_heading_is_the_title_where_the_front_matter_has_none(source: Source) -> None:
    document = read(source("# The *title*[^a]\n\n## Part\n\nText.\n\n[^a]: Ann.\n"))
    assert document.metadata.title == "The title"
    assert document.citations == (Citation("1", "Thetitle", "Ann."),)


def test_the_language_is_guessed_by_the_script_with_a_warning(source: Source) -> None:
    document = read(source("---\ntitle: T\n---\n\nهذا نص عربي قصير للتجربة.\n"))
    assert document.metadata.language == "ar"
    assert document.metadata.rtl
    assert "does not say its language" in str(document.warnings[0])


def test_cross_references_are_numbered_named_and_linked(source: Source) -> None:
    text = "See @fig:moon, [-@fig:moon], [-@sec:part].\n\n![Full.](moon.png){#fig:moon}\n\n"
    text += "# Part of it {#sec:part}\n"
    document = read(source(HEAD + text))
    links = [(words(link["c"][1]), link["c"][2][0]) for link in of_kind(document.blocks, "Link")]
    assert links == [("Figure 1", "#fig:moon"), ("1", "#fig:moon"), ("Part of it", "#sec:part")]
    (figure,) = of_kind(document.blocks, "Figure")
    assert words(figure["c"][1]).startswith("Figure 1: Full.")


def test_a_call_that_opens_its_paragraph_stands_behind_the_one_before(source: Source) -> None:
    path = source(HEAD + "First.\n\n[^a] Second.\n\n- [^b] Item.\n\n[^a]: Ann.\n\n[^b]: Bob.\n")
    assert [claim for _, claim, _, _ in promise(path)] == ["First.", ""]


def test_only_works_that_are_cited_are_references(source: Source, tmp_path: Path) -> None:
    (tmp_path / "refs.yaml").write_text("references:\n- id: a\n  title: A\n- id: b\n  title: B\n")
    path = source("---\ntitle: T\nlang: en\nbibliography: refs.yaml\n---\n\nText [@b].\n")
    document = read(path)
    assert [reference.key for reference in document.references] == ["b"]
    assert [name for name, _ in document.inputs] == ["note.csl", "refs.yaml"]


def test_yaml_that_only_pandoc_takes_is_left_to_pandoc(source: Source) -> None:
    assert read(source("---\ntitle: T\nlang: en\nx: !!bool maybe\n---\n\nText.\n")).metadata.title == "T"


def test_yaml_that_nobody_takes_is_refused_in_words(source: Source) -> None:
    with pytest.raises(SourceError, match=r"source\.md:4: This is no YAML"):
        read(source("---\ntitle: T\nx: " + "[" * 500 + "\n---\n\nText.\n"))


def test_a_given_bibliography_takes_the_place_of_the_named_one(source: Source, tmp_path: Path) -> None:
    given = tmp_path / "given.json"
    given.write_text('[{"id": "a", "type": "book", "title": "Given"}]')
    path = source("---\ntitle: T\nlang: en\nbibliography: lost.bib\n---\n\nText [@a].\n")
    assert "Given" in read(path, Given((given,))).citations[0].note


def test_code_that_wants_to_be_run_does_not_swallow_the_prose_behind_it(source: Source) -> None:
    path = source(
        HEAD + '```{r setup, echo=FALSE, fig.cap="x"}\na <- 1\n\nb <- 2\n```\n\nText.[^a]\n\n[^a]: Ann.\n'
    )
    document = read(path)
    assert len(document.citations) == 1
    assert "Code of r that wants to be run" in str(document.warnings[0])


def test_a_tag_that_is_no_html_earns_a_warning_because_it_prints_nothing(source: Source) -> None:
    path = source(HEAD + "A vector<T> and <b>bold</b>.\n")
    what = "<T> is read as HTML, but HTML has no such element, so it prints nothing."
    assert [str(warning) for warning in read(path).warnings] == [
        f"{path}:6: {what} Set it in backticks if it is code."
    ]


def test_headings_begin_below_the_title_and_leave_no_gaps(source: Source) -> None:
    document = read(source(HEAD + "### A\n\n##### B\n\n## C\n\n###### D\n"))
    assert [block["c"][0] for block in document.blocks] == [2, 3, 2, 3]


def test_a_title_in_bibtex_keeps_its_case(source: Source, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(
        '@book{a, title = {{NATO} and the European Union}, subtitle = "A {Green} Book", author={Doe, J.}}\n'
        "@book{b, title = {Über die Wirkung von Preisen}, author={Roe, R.}}\n"
    )
    path = source("---\ntitle: T\nlang: en-US\nbibliography: refs.bib\n---\n\nOne [@a]. Two [@b].\n")
    notes = [note.text for note in read(path).notes]
    assert "NATO and the European Union: A Green Book" in notes[0]
    assert "Über die Wirkung von Preisen" in notes[1]


def test_raised_and_lowered_figures_are_characters_and_so_promised(source: Source) -> None:
    path = source(HEAD + "Text.[^a]\n\n[^a]: There were 10^6^ people, H~2~O and the 1^st^.\n")
    assert promise(path)[0][2] == "There were 10⁶ people, H₂O and the 1st."


def test_a_call_may_follow_raised_words(source: Source) -> None:
    """They end with the sign that begins an inline note where a bracket follows."""
    path = source(HEAD + "One.[^a]^,^[^b] And m^2^[^a]; x^[Inline.]\n\n[^a]: A.\n\n[^b]: B.\n")
    assert [mark for mark, *_ in promise(path)] == ["1", "2", "1", "3"]


def test_a_link_to_a_doi_leads_to_its_resolver(source: Source) -> None:
    document = read(source("See [it](doi:10.1000/1).[^a]\n\n[^a]: In <doi:10.1000/2>.\n"))
    (citation,) = document.citations
    assert (document.prose.links, citation.links) == (
        ("https://doi.org/10.1000/1",),
        ("https://doi.org/10.1000/2",),
    )
    assert citation.note == "In doi:10.1000/2."


def test_a_letter_with_a_full_stop_is_no_list_and_an_item_with_words_is_one(source: Source) -> None:
    table = "| £ | s. | (d) |\n|---|---|---|\n| 1 | 2 | A.  Three |\n"
    grid = "+----+------+\n| s. | (d)  |\n+====+======+\n| 2  | i) x |\n+----+------+\n"
    assert read(source(HEAD + table)).prose.blocks == ("£", "s.", "(d)", "1", "2", "A. Three")
    prose = read(source(HEAD + grid)).prose
    assert (prose.cells, prose.items) == (("s.", "(d)", "2", "x"), ("x",))


def test_a_bare_address_is_a_link(source: Source) -> None:
    assert promise(source(HEAD + "Text.[^a]\n\n[^a]: See https://a.example/b.\n"))[0][3] == (
        "https://a.example/b",
    )


WARNED = {
    "a link that leads nowhere": (
        "See [annex](docs/annex.pdf).\n",
        (
            "The link to “docs/annex.pdf” leads nowhere from a published file; its words are printed alone. "
            "Give the whole address, or an id of this document."
        ),
    ),
    "an inline note that is not closed": (
        "A note.^[Open.\n",
        "An inline note is opened with `^[`, but not closed. Close it with `]`.",
    ),
    "TeX in a note": (
        "Text.^[See \\cite{k}.]\n",
        "TeX is printed in no edition: \\cite{k} Write it in Markdown.",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), WARNED.values(), ids=WARNED.keys())
def test_what_prints_nothing_earns_a_warning(text: str, sentence: str, source: Source) -> None:
    path = source(HEAD + text)
    assert [str(warning) for warning in read(path).warnings] == [f"{path}:6: {sentence}"]


def test_a_note_that_is_a_list_by_accident_earns_a_warning(source: Source) -> None:
    path = source(HEAD + "Text.[^a]\n\n[^a]: c. 1900, says Smith.\n")
    (warning,) = read(path).warnings
    assert str(warning).startswith(f"{path}:8: Note 1 begins as a numbered list, with “1900, says Smith.…”.")


def test_a_newer_pandoc_on_the_machine_is_left_alone(tmp_path: Path) -> None:
    stranger = tmp_path / "pandoc"
    stranger.write_text("#!/bin/sh\necho pandoc 99.0\n", encoding="utf-8")
    stranger.chmod(0o755)
    path = os.pathsep.join([str(tmp_path), os.environ["PATH"]])
    command = [sys.executable, "-c", "from surefoot import pandoc; print(pandoc.version())"]
    told = subprocess.run(
        command, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == pandoc.version() != "99.0"
