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


def refusal(source: Source, front: str) -> str:
    with pytest.raises(SourceError) as refused:
        read(source(f"---\ntitle: T\nlang: en\n{front}\n---\n\nText.\n"))
    return str(refused.value)


def warned(source: Source, front: str) -> str:
    return "\n".join(map(str, read(source(f"---\ntitle: T\n{front}\n---\n\nText.\n")).warnings))


@pytest.mark.parametrize(
    ("front", "isbn", "identifiers"),
    [
        ("isbn: 0306406152", "978-0-306-40615-7", ()),
        ("isbn: ISBN 978-3-16-148410-0 (hardback)", "978-3-16-148410-0", ()),
        ("isbn: [978-3-16-148410-0, 316148410X]", "978-3-16-148410-0", ()),
        ("isbn:\n- 978-3-16-148410-0\n- 0-306-40615-2", "978-3-16-148410-0", ("urn:isbn:9780306406157",)),
        ("identifier: urn:isbn:9783161484100", "978-3-16-148410-0", ()),
        ("identifier: 978-3-16-148410-0", "978-3-16-148410-0", ()),
        ("doi: 10.1234/air\nidentifier: ABC-12", "", ("10.1234/air", "ABC-12")),
        (
            "identifier:\n- A\n- {scheme: DOI, text: 10.1234/air}\n- {scheme: ISBN-13, text: 9783161484100}",
            "978-3-16-148410-0",
            ("10.1234/air", "A"),
        ),
        (
            "identifier: {scheme: UUID, text: 0B1C2D3E-0000-4000-8000-000000000001}",
            "",
            ("urn:uuid:0b1c2d3e-0000-4000-8000-000000000001",),
        ),
    ],
)
def test_every_identifier_is_kept_once(
    said: Said, front: str, isbn: str, identifiers: tuple[str, ...]
) -> None:
    about = said(f"title: T\n{front}")
    assert (about.isbn, about.identifiers) == (isbn, identifiers)


@pytest.mark.parametrize(
    ("front", "why"),
    [
        ("isbn: tba", r"md:4: “tba” is no ISBN: it is no number."),
        ("isbn: 978-3", r"“978-3” is no ISBN: it is not 10 or 13 digits."),
        ("isbn: 978-3-16-148410-1", "do not agree with the check digit"),
        ("identifier: 978-3-16-148410-1", "do not agree with the check digit"),
    ],
)
def test_what_is_no_isbn_is_refused_with_its_reason(source: Source, front: str, why: str) -> None:
    assert why in refusal(source, front)


def test_the_number_in_a_series_is_as_written_and_its_title_has_no_signs_of_markdown(said: Said) -> None:
    series = said("title: T\nbelongs-to-collection: A *fine* series\ngroup-position: 2.10").series
    assert series is not None
    assert (series.title, series.position) == ("A fine series", "2.10")


def test_a_series_calls_no_note(source: Source) -> None:
    assert "The field `series` calls a note" in refusal(source, "series: Air^[Note.]")


def test_who_certifies_has_no_signs_of_markdown(said: Said) -> None:
    found = said("title: T\naccessibility:\n  conforms-to: WCAG 2.2 AA\n  certified-by: The *Lab*").evaluation
    assert found is not None
    assert found.by == "The Lab"


@pytest.mark.parametrize(
    ("field", "why"),
    [
        ("report: ftp://example.org/a", "md:7: “ftp://example.org/a” is no address of a report"),
        ("report: https://example.org/a b", "is no address of a report"),
    ],
)
def test_a_report_is_an_address_on_the_web(source: Source, field: str, why: str) -> None:
    claim = "accessibility:\n  conforms-to: WCAG 2.2 AA\n  certified-by: Lab"
    assert why in refusal(source, f"{claim}\n  {field}")


def test_an_evaluation_says_what_the_book_conforms_to(source: Source) -> None:
    assert "md:4: The evaluation does not say what" in refusal(source, "accessibility:\n  certified-by: Lab")


@pytest.mark.parametrize(
    ("accessibility", "why"),
    [
        ("WCAG 2.2 AA", "md:4: `accessibility` says nothing that an e-book could state."),
        ("{certifed-by: Lab}", "says nothing that an e-book could state"),
        (
            "\n  conforms-to: WCAG 2.2 AA\n  certified-by: Lab\n  certifed-on: 2026",
            "md:7: `accessibility` has a field “certifed-on” that is none of ours.",
        ),
    ],
)
def test_an_evaluation_that_is_none_earns_a_warning(source: Source, accessibility: str, why: str) -> None:
    assert why in warned(source, f"lang: en\naccessibility: {accessibility}")


def test_the_source_and_the_subjects_are_kept(said: Said) -> None:
    about = said(
        "title: T\nsource: https://example.org/print\nkeywords: [air]\nsubject:\n- text: Towns\n- air"
    )
    assert (about.source, about.keywords) == ("https://example.org/print", ("air", "Towns"))


@pytest.mark.parametrize("lang", ["english", "xx-yyyyyyyyyyy", "en_US.UTF-8", "[en, de]", "no"])
def test_a_language_that_is_none_is_refused_with_its_line(source: Source, lang: str) -> None:
    with pytest.raises(SourceError, match=r"md:3: "):
        read(source(f"---\ntitle: T\nlang: {lang}\n---\n\nText.\n"))


@pytest.mark.parametrize(
    "lang",
    ["en", "en_GB", "zh-Hant-TW", "sr-Latn", "es-419", "de-CH-1901", "ca-ES-valencia", "x-elvish", "'no'"],
)
def test_every_language_tag_is_read(source: Source, lang: str) -> None:
    found = read(source(f"---\ntitle: T\nlang: {lang}\n---\n\nText.\n")).metadata.language
    assert found == lang.strip("'").replace("_", "-")


def test_a_date_that_catalogues_cannot_read_earns_a_warning(source: Source) -> None:
    assert "md:4: The date “20 Nov 2026” is printed" in warned(source, "lang: en\ndate: 20 Nov 2026")


@pytest.mark.parametrize("date", ["2021", "2021-04", "2021-04-15", "2021-04-15 10:00:00 +0100"])
def test_a_date_that_is_read_earns_none(source: Source, date: str) -> None:
    assert "The date" not in warned(source, f"lang: en\ndate: {date}")


@pytest.mark.parametrize(
    ("field", "role", "printed", "relators"),
    [
        ("contributor", "Narrator", "Narrator", ("nrt",)),
        ("contributor", "ths", "", ("ths",)),
        ("contributor", "Author of afterword, colophon", "Author of afterword, colophon", ("aft",)),
        ("contributor", "[edt, trl]", "", ("edt", "trl")),
        ("contributors", "Friend", "Friend", ("ctb",)),
        ("editor", "General editor", "General editor", ("edt",)),
        ("author", "[Fellow, edt]", "Fellow", ("edt",)),
        # The office of one who signs, not of a film's.
        ("author", "Director", "Director", ("aut",)),
    ],
)
def test_a_role_is_read_as_a_term_or_a_code_of_marc(
    said: Said, field: str, role: str, printed: str, relators: tuple[str, ...]
) -> None:
    mark = role if role.startswith("[") else f"'{role}'"
    about = said(f"title: T\n{field}:\n- name: Ann\n  role: {mark}")
    (found,) = about.authors or about.contributors
    assert (found.role, found.relators) == (printed, relators)


def test_a_role_of_a_contributor_that_libraries_do_not_know_earns_a_warning(source: Source) -> None:
    front = "lang: en\ncontributor:\n- name: Ann\n  role: Friend\n- name: Bob\n  role: Editor"
    told = warned(source, front)
    assert "md:4: “Friend” is no role that libraries know" in told
    assert "Editor" not in told


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("author: {nam: Jane}", "md:4: Somebody in `author` has no name"),
        ("belongs-to-collection: [A, B]", "md:4: A document is in one series here"),
        ("group-position: 3", "md:4: There is a number in a series, but no series."),
        ("series: A\nseries-number: seven", "md:5: “seven” is no number in a series"),
        ("doi: nonsense", "md:4: “nonsense” is no DOI"),
        ("keywords: ['towns & <cities>']", "md:4: <cities> is read as HTML"),
    ],
)
def test_what_would_be_lost_from_a_field_earns_a_warning(source: Source, front: str, told: str) -> None:
    assert told in warned(source, f"lang: en\n{front}")


@pytest.mark.parametrize(
    "front",
    ["author: [Ann, {name: Bob}]", "series: [air]", "series: A\nseries-number: 2.1", "doi: 10.1234/air"],
)
def test_a_field_that_is_read_whole_earns_none(source: Source, front: str) -> None:
    assert not warned(source, f"lang: en\n{front}")


@pytest.mark.parametrize(
    "raw",
    [
        '<video src="x.mp4" controls></video>',
        'Text <audio src="x.mp3"></audio> behind.',
        '<audio src="x.mp3"/>',
        '<embed src="x">',
        '`<object data="x"></object>`{=html}',
    ],
)
def test_what_plays_and_has_no_words_earns_a_warning(source: Source, raw: str) -> None:
    (told,) = read(source(f"---\ntitle: T\nlang: en\n---\n\nText.\n\n{raw}\n")).warnings
    assert told.line == 8
    assert "prints nothing in any edition" in told.what


def test_what_plays_and_has_words_in_its_place_earns_none(source: Source) -> None:
    text = '<video controls>\n<source src="a.mp4">\nSee *the film*.\n</video>'
    assert not read(source(f"---\ntitle: T\nlang: en\n---\n\n{text}\n")).warnings
