"""Sources that must be refused, each with the sentence it earns; and sources that must not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from surefoot.errors import SourceError
from surefoot.source import read

HEAD = "---\ntitle: T\nlang: en\n---\n\n"
Source = Callable[[str], Path]

REFUSED = {
    "an undefined note": (
        "Text.[^a]\n",
        ["6: The note reference [^a] has no note. Define it (`[^a]: …` on a line of its own, after an empty line), "
         "or write `\\[^a]` if no note is meant."],
    ),
    "a note defined twice": (
        "Text.[^a]\n\n[^a]: One.\n\n[^a]: Two.\n",
        ["10: The note [^a] is defined here and in line 8. Give one of them another label."],
    ),
    "a definition glued to text": (
        "Text.[^a] More[^b].\n\n[^a]: One.\n\nText\n[^b]: Two.\n",
        ["11: The definition of [^b] is read as text, because it follows text directly. Put an empty line before it."],
    ),
    "a call in a note": (
        "Text.[^a] More.[^b]\n\n[^a]: One.[^b]\n\n[^b]: Two.\n",
        ["8: The note reference [^b] stands inside a note. Move it into the text: a note cannot call a note."],
    ),
    "an inline note in a note": (
        "Text.[^a]\n\n[^a]: One.^[Two.]\n",
        ["8: An inline note stands inside a note. Move it into the text: a note cannot call a note."],
    ),
    "a note in an alternative text": (
        "See ![moon[^a]](moon.png) there.\n\n[^a]: One.\n",
        ["8: A note is called from an image's alternative text, where no reader meets it. "
         "Call it from the caption or from the text."],
    ),
    "an unknown key": (
        "Text [@nobody].\n",
        ["6: The citation key “nobody” names no reference. Add it to `references:` or to the bibliography, "
         "or write `\\@nobody` if no citation is meant."],
    ),
    "an unknown key beside a known one": (
        "Text [@a] and [@b].\n\n---\nreferences:\n- id: a\n  title: A\n---\n",
        ["6: The citation key “b” names no reference. Add it to `references:` or to the bibliography, "
         "or write `\\@b` if no citation is meant."],
    ),
    "a cross-reference to nothing": (
        "See [@fig:lost].\n",
        ["6: The citation key “fig:lost” names no reference. As a cross-reference it has no "
         "target: give a figure, table, equation or section this id."],
    ),
    "a row with more cells than its table has columns": (
        "| A | B |\n|---|---|\n| a | b | lost |\n",
        ["8: The row has 3 cells, but its table 2: the last would be lost. "
         "Add a column to the line of hyphens and to the head, or write `\\|` for a bar in the text."],
    ),
    "a call in a cell that its table has no column for": (
        "| A | B |\n|---|---|\n| a | b | lost[^a] |\n\n[^a]: One.\n",
        ["8: The row has 3 cells, but its table 2: the last would be lost. "
         "Add a column to the line of hyphens and to the head, or write `\\|` for a bar in the text.",
         "10: Calls of the note [^a]: 1 in the source, but pandoc reads 0. "
         "Look for a code fence, a table or HTML around a call, and set empty lines around it."],
    ),
    "a head with more cells than its table has columns": (
        "> | A | B | C |\n> |---|---|\n> | a | b |\n",
        ["6: The row has 3 cells, but its table 2: the last would be lost. "
         "Add a column to the line of hyphens and to the head, or write `\\|` for a bar in the text."],
    ),
    "a label with a space": (
        "Text.[^x y]\n\n[^x y]: Lost\n",
        ["8: The label of [^x y] has a space, so it is read as a link. Write it in one word, here and where it is called."],
    ),
    "a key that two references bear": (
        "Text [@a].\n\n---\nreferences:\n- id: a\n  title: A\n- id: a\n  title: B\n---\n",
        [" The key “a” is given to 2 references. Give each a key of its own."],
    ),
    "a footnote in TeX": (
        "Text\\footnote{One.}.\n",
        ["6: A footnote is written in TeX. Write it as `^[…]` or `[^label]`."],
    ),
    "a NUL character": ("Text.\0\n", ["6: The line holds a NUL character. Delete it."]),
    "a private-use mark": (
        "Text.\uf8f0\n", ["6: The line holds the private-use character U+F8F0 or U+F8F1. Delete it."]
    ),
    "several things at once, in the order of their lines": (
        "Text.[^a] More.[^b]\n\n[^c]: One.\n\n[^c]: Two.\n\nAnd [@nobody].\n",
        ["6: The note reference [^a] has no note. Define it (`[^a]: …` on a line of its own, after an empty line), "
         "or write `\\[^a]` if no note is meant.",
         "6: The note reference [^b] has no note. Define it (`[^b]: …` on a line of its own, after an empty line), "
         "or write `\\[^b]` if no note is meant.",
         "10: The note [^c] is defined here and in line 8. Give one of them another label.",
         "12: The citation key “nobody” names no reference. Add it to `references:` or to the bibliography, "
         "or write `\\@nobody` if no citation is meant."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "sentences"), REFUSED.values(), ids=REFUSED.keys())
def test_is_refused_with_file_line_and_mend(text: str, sentences: list[str], source: Source) -> None:
    path = source(HEAD + text)
    with pytest.raises(SourceError) as refusal:
        read(path)
    assert str(refusal.value).split("\n") == [f"{path}:{sentence}" for sentence in sentences]


FIELDS = {
    "a bibliography that is not there": (
        "bibliography: lost.bib",
        "4: The bibliography “lost.bib” is not there. Put the file beside the source, or correct its path.",
    ),
    "a bibliography of no known kind": (
        "bibliography: refs.docx",
        "4: The bibliography “refs.docx” is of no known kind. Give a .bib, .json, .yaml or .ris file.",
    ),
    "a style that is not there": (
        "csl: https://example.org/style\nreferences: [{id: a, title: A}]",
        "4: The citation style “https://example.org/style” is not there. Save the CSL file beside the source and "
        "name it, or leave `csl` out for Surefoot's own note style.",
    ),
    "an ISBN with a wrong digit": (
        "isbn: 978-3-16-148410-1",
        "4: “978-3-16-148410-1” is no ISBN: its digits do not agree with the check digit. Correct the number.",
    ),
    "a conformance that nobody found": (
        "accessibility:\n  conforms-to: WCAG 2.2 AA",
        "5: The document claims to conform to WCAG 2.2 AA, but does not say who found that. "
        "Name them in `certified-by:`, or leave the claim out.",
    ),
    "a conformance to what is no standard": (
        "accessibility:\n  conforms-to: section 508\n  certified-by: Jane Roe",
        "5: “section 508” is no standard that an e-book conforms to. "
        "Name the version and the level: `WCAG 2.2 AA`.",
    ),
    "an evaluation on no day": (
        "accessibility:\n  conforms-to: WCAG 2.2 AA\n  certified-by: Jane Roe\n  certified-on: yesterday",
        "7: “yesterday” is no date. Write it as 2026-11-23.",
    ),
    "a report that is nowhere": (
        "accessibility:\n  conforms-to: WCAG 2.2 AA\n  certified-by: Jane Roe\n  report: report.pdf",
        "7: “report.pdf” is no address of a report. Give a whole address: https://….",
    ),
    "a note called from the institute": (
        'institute: "Somewhere^[Lost.]"',
        "4: The field `institute` calls a note, which could not be printed there. "
        "Call it from the title, the abstract or the text.",
    ),
    "a note called from the author": (
        'author: "A. Author^[With thanks.]"',
        "4: The field `author` calls a note, which could not be printed there. "
        "Call it from the title, the abstract or the text.",
    ),
}


@pytest.mark.parametrize(("fields", "sentence"), FIELDS.values(), ids=FIELDS.keys())
def test_front_matter_is_refused_with_its_line(fields: str, sentence: str, source: Source) -> None:
    path = source(f"---\ntitle: T\nlang: en\n{fields}\n---\n\nText.\n")
    with pytest.raises(SourceError) as refusal:
        read(path)
    assert str(refusal.value) == f"{path}:{sentence}"


def test_what_is_wrong_with_files_and_with_notes_is_told_at_once(source: Source) -> None:
    path = source("---\ntitle: T\nlang: en\nbibliography: lost.bib\n---\n\nText [@k].[^a]\n")
    with pytest.raises(SourceError) as refusal:
        read(path)
    assert [problem.line for problem in refusal.value.problems] == [4, 7]


def test_front_matter_that_is_no_yaml_is_refused_with_its_line(source: Source) -> None:
    path = source("---\ntitle: One: Two\n---\n\nText.\n")
    with pytest.raises(SourceError) as refusal:
        read(path)
    assert str(refusal.value) == (
        f"{path}:2: This is no YAML: mapping values are not allowed in this context. "
        'Set a value that holds a colon in quotation marks: `title: "One: Two"`.'
    )


def test_a_broken_bibliography_is_refused_by_its_own_name(source: Source, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text("@book{k, title = {broken\n")
    with pytest.raises(SourceError, match=r"refs\.bib:2: This bibliography cannot be read"):
        read(source("---\ntitle: T\nlang: en\nbibliography: refs.bib\n---\n\nText [@k].\n"))


def test_a_style_that_is_no_style_is_refused(source: Source, tmp_path: Path) -> None:
    (tmp_path / "no.csl").write_text("@book{k}")
    with pytest.raises(SourceError, match=r"source\.md:4: The citation style “no\.csl” is no CSL style\."):
        read(source("---\ntitle: T\nlang: en\ncsl: no.csl\nreferences: [{id: a, title: A}]\n---\n\nText.\n"))


def test_a_file_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.md"
    path.write_bytes("One\nzwei ä\n".encode("latin-1"))
    with pytest.raises(SourceError, match=r"latin\.md:2: This is not UTF-8\. Save the file as UTF-8\."):
        read(path)


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"lost\.md: The source cannot be read: No such file"):
        read(tmp_path / "lost.md")


ACCEPTED = {
    "an escaped call": ("Write \\[^a] for a note.\n", 0),
    "a call in code": ("Write `[^a]` for a note.\n\n    [^a]: code\n\n```\n[^b]\n[^b]: code\n```\n", 0),
    "a call in a comment": ("Text. <!-- [^a] -->\n\n<!--\n[^b]\n\n[^c]: lost\n-->\n", 0),
    "a note called three times": ("One[^a], two[^a], three[^a].\n\n[^a]: A.\n", 3),
    "inline and labelled notes mixed": ("One[^a], two^[B.], three[^a].\n\n[^a]: A.\n", 3),
    "labels that differ in case": ("One[^a], two[^A].\n\n[^a]: A.\n\n[^A]: B.\n", 2),
    "a superscript that looks like an inline note": ("Text^[a](https://example.org)^.\n", 0),
    "a bare handle without references": ("Ask @somebody.\n", 0),
    "calls in a grid table": (
        "+------+------+\n| a[^1]| b[^2]|\n| x    | y    |\n+------+------+\n\n[^1]: A.\n\n[^2]: B.\n", 2
    ),
    "bars in the code, the formulas and the text of a table": (
        "| A | B |\n|---|---|\n| `a|b` $|x|$ | c \\| d[^1] |\n| a | b | |\n\n[^1]: A.\n", 1
    ),
    "a table with too many cells in code": ("```\n| A | B |\n|---|---|\n| a | b | c |\n```\n", 0),
    "lines with bars that are no table": ("Text\n| A | B |\n|---|---|\n| a | b | c[^1] |\n\n[^1]: A.\n", 1),
    "calls below a list with letters": ("a.  One\n\n    More[^1].\n\n[^1]: A.\n", 1),
    "a figure's caption, which is its alternative text too": ("![Moon[^1]](moon.png)\n\n[^1]: A.\n", 1),
    "notes in HTML": ("<table><tr><td>a[^1]</td></tr></table>\n\n[^1]: A.\n", 1),
    "a definition in a quotation": ("Text[^1].\n\n> [^1]: In a quotation.\n", 1),
}  # fmt: skip


@pytest.mark.parametrize(("text", "calls"), ACCEPTED.values(), ids=ACCEPTED.keys())
def test_is_not_refused(text: str, calls: int, source: Source) -> None:
    assert len(read(source(HEAD + text)).citations) == calls
