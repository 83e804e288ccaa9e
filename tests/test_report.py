"""A verdict is told in words: what was proved, what was not, and where to look."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console
from rich.table import Table

from surefoot import formats, report, verify
from surefoot.examine import Edition
from surefoot.model import Document
from surefoot.promise import Aspect, Citation, Facet, Fault, Finding, Kind, Recovered, Verdict
from surefoot.report import as_json, found, matrix, promise, promises, summary, verdicts
from surefoot.source import read

NOTES = """\
---
title: T
lang: en
---

The text.[^a] More.[^b]

[^a]: The note of the text.

[^b]: Another.
"""
IN_TEXT = """\
---
title: T
lang: en
csl: authors.csl
references:
- {id: doe, type: book, title: A book, author: [{family: Doe, given: Jane}], issued: 2020}
---

So it was said [@doe, p. 3] in the text.[^a]

[^a]: A note.
"""
AUTHORS = """\
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>t</title><id>t</id><updated>2026-01-01T00:00:00Z</updated></info>
<citation><layout prefix="(" suffix=")" delimiter="; "><group delimiter=", ">
<names variable="author"><name form="short"/></names><date variable="issued" form="numeric"/>
<text variable="locator"/></group></layout></citation>
<bibliography><layout suffix="."><text variable="title"/></layout></bibliography></style>
"""
ALL = tuple(Facet)
WHOLE = Verdict("txt", "it.txt", "0", 2, ALL[:3], (), aspects=(Aspect.WORDS, Aspect.LINKS))


@pytest.fixture
def document(source: Callable[[str], Path]) -> Document:
    return read(source(NOTES))


@pytest.fixture
def in_text(source: Callable[[str], Path], tmp_path: Path) -> Document:
    (tmp_path / "authors.csl").write_text(AUTHORS)
    return read(source(IN_TEXT))


def edition(**change: object) -> Edition:
    return Edition("txt", Path("it.txt"), replace(WHOLE, **change))  # type: ignore[arg-type]


def told(document: Document, **change: object) -> list[str]:
    return "\n".join(summary(document, [edition(**change)])).splitlines()


def shown(table: Table) -> str:
    console = Console(file=io.StringIO(), width=200)
    console.print(table)
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def test_a_whole_edition_says_what_was_proved_and_what_was_not(document: Document) -> None:
    facets = "spaces, links, shown, jump, back, seen, apart, near, rank, alone, ids"
    aspects = "spaces, headings, images, cells, items, quotations"
    assert told(document) == [
        "txt: it.txt — 2 of 2 citations whole (mark, claim, note)",
        "  prose: whole (words, links)",
        f"  not proved, for the file cannot carry it: {facets}; {aspects}",
    ]


def test_what_can_all_be_proved_leaves_nothing_to_be_said(document: Document) -> None:
    assert not any("not proved" in line for line in told(document, facets=ALL, aspects=tuple(Aspect)))


def test_a_finding_names_its_citation_and_the_line_of_its_note(document: Document) -> None:
    finding = Finding(Fault.NOTE, "1", 1, "The note of the text.", "The vote of the text.")
    assert told(document, findings=(finding,))[:4] == [
        "txt: it.txt — 1 of 2 citations whole (mark, claim, note); it does not hold",
        "  citation 1 [1]: the note's text is not the same. See source.md:8.",
        "    promised: The note of the text.",
        "    found:    The vote of the text.",
    ]


def test_a_folded_claim_is_shown_with_the_spaces_of_the_source(document: Document) -> None:
    finding = Finding(Fault.CLAIM, "2", 2, "Thetext.More.", "Thetext.Mere.")
    assert "    promised: The text. More." in told(document, findings=(finding,))
    assert "    found:    The text. Mere." in told(document, findings=(finding,))


def test_a_lost_call_is_shown_as_the_source_has_it(document: Document) -> None:
    finding = Finding(Fault.LOST, "1", 1, "[1] …Thetext. → Thenote", "")
    assert told(document, findings=(finding,))[2:4] == [
        "    promised: …The text. [1] → The note of the text.",
        "    found:    nothing",
    ]


def test_what_nobody_promised_is_told_of_the_file(document: Document) -> None:
    stray = Finding(Fault.STRAY, "", 0, "", "Buy now!")
    invented = Finding(Fault.INVENTED, "9", 0, "", "[9] …nowhere → Nothing")
    lines = told(document, findings=(stray, invented))
    assert "  file: text among the notes that nobody wrote." in lines
    assert "  call [9]: a call that nobody wrote." in lines


def test_a_finding_of_the_prose_names_its_aspect_and_its_place(document: Document) -> None:
    lost = Finding(Fault.PROSE, "", 3, "2 Method", "", Aspect.HEADINGS)
    added = Finding(Fault.PROSE, "", 0, "", "https://example.org", Aspect.LINKS)
    lines = told(document, prose=(lost, added))
    assert lines[0].endswith("; it does not hold")
    assert "  prose: 2 differences (words, links)" in lines
    assert "  heading 3: a heading is lost, added, or of another level." in lines
    assert "  links: a link is lost, added, in another place, or leads elsewhere." in lines
    assert "  prose: 1 difference (words, links)" in told(document, prose=(lost,))


def test_a_long_list_of_findings_is_cut_for_people_and_whole_for_machines(document: Document) -> None:
    finding = Finding(Fault.JUMP, "1", 1, "a", "b")
    many = edition(findings=(finding,) * 133, prose=(replace(finding, aspect=Aspect.WORDS),) * 21)
    lines = [line.strip() for line in summary(document, [many])]
    assert lines.count("and 113 more") == 1
    assert lines.count("and 1 more") == 1
    (said,) = verdicts(document, [many])["editions"]
    assert len(said["findings"]) == 133
    assert len(said["prose"]["findings"]) == 21


def test_the_json_of_a_verdict_has_the_prose_as_a_report_of_its_own(document: Document) -> None:
    finding = Finding(Fault.PROSE, "", 1, "a", "b", Aspect.WORDS)
    said = json.loads(as_json(verdicts(document, [edition(prose=(finding,))])))
    assert said["holds"] is False
    (one,) = said["editions"]
    assert one["findings"] == []
    assert one["prose"] == {
        "holds": False,
        "aspects": ["words", "links"],
        "findings": [
            {"fault": "prose", "mark": "", "place": 1, "promised": "a", "found": "b", "aspect": "words"}
        ],
    }


def test_the_promise_of_a_source_is_json_with_its_prose(document: Document) -> None:
    said = json.loads(as_json(promises(document)))
    assert [citation["line"] for citation in said["citations"]] == [8, 10]
    assert said["prose"]["blocks"] == ["The text. More."]


def test_citations_in_the_text_have_rows_as_a_reader_sees_them(in_text: Document) -> None:
    assert [citation.kind for citation in in_text.citations] == [Kind.ENTRY, Kind.NOTE]
    assert "(Doe, 2020, 3)" in shown(matrix(in_text, [edition()]))
    table = shown(promise(in_text))
    assert "(Doe, 2020, 3)" in table
    assert "entry" in table
    assert "A book." in table


def test_the_summary_tells_what_was_proved_of_citations_in_the_text(in_text: Document) -> None:
    first, *_ = told(in_text, entries=(Facet.MARK, Facet.CLAIM))
    assert "(mark, claim, note; in the text: mark, claim)" in first
    finding = Finding(Fault.NOTE, "Doe,2020,3", 1, "A book.", "A cook.")
    assert any("the entry's text is not the same" in line for line in told(in_text, findings=(finding,)))
    lost = Finding(Fault.LOST, "Doe,2020,3", 1, "", "")
    assert any("the citation is not there" in line for line in told(in_text, findings=(lost,)))


def test_the_matrix_counts_what_no_citation_is_at_fault_for(document: Document) -> None:
    findings = (Finding(Fault.IDS, "", 0, "", "x"), Finding(Fault.INVENTED, "9", 0, "", ""))
    prose = (Finding(Fault.PROSE, "", 1, "", "", Aspect.WORDS),) * 3
    rows = [
        line.split("│")
        for line in shown(matrix(document, [edition(findings=findings, prose=prose)])).splitlines()
    ]
    counted = {row[2].strip(): row[3].strip() for row in rows if len(row) > 3 and not row[1].strip()}
    assert counted == {
        "invented calls": "1",
        "stray texts, doubled names": "1",
        "differences in the prose": "3",
    }


def test_of_many_citations_only_those_that_are_not_whole_have_rows(source: Callable[[str], Path]) -> None:
    text = "".join(f"Claim {n}.[^{n}] " for n in range(70)) + "\n\n"
    document = read(source(text + "".join(f"[^{n}]: Note {n}.\n\n" for n in range(70))))
    finding = Finding(Fault.JUMP, "7", 7, "", "")
    table = shown(matrix(document, [edition(findings=(finding,))]))
    assert "69 others" in table
    assert "Claim 6." in table
    assert "Claim 7." not in table


def test_the_testimony_of_a_file_shows_what_it_cannot_carry() -> None:
    note = Citation("1", "claim", "A note.", jump=False)
    entry = Citation("Doe", "claim", "An entry.", kind=Kind.ENTRY)
    table = shown(report.testimony(Recovered((note, entry), frozenset({Facet.JUMP}))))
    rows = [
        [cell.strip() for cell in line.split("│")[1:-1]] for line in table.splitlines() if "claim" in line
    ]
    assert rows == [
        ["1", "note", "claim", "A note.", "", "no", "not carried"],
        ["Doe", "entry", "claim", "An entry.", "", "not carried", "not carried"],
    ]


def test_what_is_found_is_json_with_its_strays_and_its_prose(document: Document) -> None:
    (form,) = formats.choose(["txt"])
    recovered = form.inspector().inspect(form.writer().write(document).data)
    said = json.loads(as_json(found(replace(recovered, strays=("Stray.",), repeated=("id",)))))
    assert said["aspects"] == [aspect.value for aspect in verify.aspects(recovered)]
    assert (said["strays"], said["repeated"]) == (["Stray."], ["id"])
    assert said["prose"]["blocks"]
