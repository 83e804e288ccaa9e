"""The proof sheet: what it says, and that everybody can read it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pypdfium2
import pytest
from lxml import html
from playwright.sync_api import Page

import validators
from conftest import BRIEF, COMMAND, FORMATS
from surefoot import formats
from surefoot.examine import examine
from surefoot.model import Document
from surefoot.promise import Facet
from surefoot.sheet import sheet
from surefoot.sheet.evidence import AT_ONCE
from surefoot.source import read

CITATIONS = 8
DAMAGED = 3
"""The place of the citation that is damaged, in HTML only."""


def check(*files: Path) -> Path:
    """Check files by the command line; return the sheet."""
    command = [COMMAND, "check", BRIEF, *files, "--proof", "--quiet"]
    subprocess.run(command, check=False, capture_output=True, stdin=subprocess.DEVNULL)
    return files[0].with_name(f"{files[0].stem}.proof.html")


@pytest.fixture(scope="module")
def whole(built_brief: Mapping[str, Path]) -> Path:
    """The sheet of the brief, which is whole in every format."""
    return check(*built_brief.values())


@pytest.fixture(scope="module")
def damaged(built_brief: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sheet of the brief with one letter of a note altered in HTML, and with a broken PDF."""
    folder = tmp_path_factory.mktemp("damaged")
    text = built_brief["html"].read_text(encoding="utf-8")
    (folder / "brief.html").write_text(re.sub("(Key Player in the )Afghan", r"\1Afghxn", text), "utf-8")
    (folder / "brief.epub").write_bytes(built_brief["epub"].read_bytes())
    (folder / "brief.pdf").write_bytes(b"%PDF-1.7\n")
    return check(folder / "brief.html", folder / "brief.epub", folder / "brief.pdf")


@pytest.fixture(params=["whole", "damaged"])
def each(request: pytest.FixtureRequest) -> Path:
    """One sheet, then the other."""
    path: Path = request.getfixturevalue(request.param)
    return path


@pytest.fixture(scope="module")
def open_page() -> Iterator[Page]:
    with validators.screen("light") as page:
        yield page


def tree(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_text(encoding="utf-8"))


def texts(element: html.HtmlElement, selector: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in element.find_class(selector)]


# What it says


def test_the_sheet_says_at_its_head_that_every_promise_holds(whole: Path) -> None:
    assert texts(tree(whole), "s-headline") == ["Every promise holds 8 citations, 4 editions"]


def test_every_citation_has_a_row_with_its_words_its_note_and_its_line(whole: Path, brief: Document) -> None:
    rows = tree(whole).find_class("s-row")
    assert len(rows) == CITATIONS
    for row, place in zip(rows, brief.places, strict=True):
        (promise,) = texts(row, "s-promise")
        for words in (place.mark, place.before, place.note.split(".")[0], f"line {place.line}", place.label):
            assert " ".join(words.split()) in promise


def test_every_edition_shows_call_and_note_of_every_citation(whole: Path) -> None:
    for row in tree(whole).find_class("s-row"):
        cells = row.find_class("s-cell")
        assert [cell.findtext(".//h4") for cell in cells] == list(FORMATS)
        for cell in cells:
            shown = " ".join(texts(cell, "s-view"))
            assert ("Call" in shown, "note" in shown.lower()) == (True, True)
            assert texts(cell, "s-chip") == ["whole"]


def test_the_passages_say_what_the_files_say(whole: Path, brief: Document) -> None:
    for row, place in zip(tree(whole).find_class("s-row"), brief.places, strict=True):
        _, epub, page, text = row.find_class("s-cell")
        for cell in (epub, page, text):
            shown = "".join("".join(texts(cell, "s-view")).split())
            assert "".join(place.note.split()) in shown.replace(">", "").replace("<", "")
            assert f"[{place.mark}]" in shown
            assert "".join(place.before.split()) in shown


def test_the_picture_of_a_page_tells_those_who_cannot_see_it_what_is_there(whole: Path) -> None:
    row = tree(whole).find_class("s-row")[DAMAGED - 1]
    alternatives = [image.get("alt") for image in row.iter("img")]
    assert alternatives[0] == "Call, outlined: 3 in its lines"
    assert alternatives[-1].startswith("Note, outlined: Korybko, Andrew.")


def test_a_fault_is_told_in_words_beside_what_is_seen_there(damaged: Path) -> None:
    rows = tree(damaged).find_class("s-row")
    at_fault = [row.get("id") for row in rows if row.find_class("s-fault")]
    assert at_fault == [f"citation-{DAMAGED}"]
    page, epub = rows[DAMAGED - 1].find_class("s-cell")
    assert (texts(page, "s-chip"), texts(epub, "s-chip")) == (["1 fault"], ["whole"])
    assert texts(page, "s-sentence") == ["The note's text is not the same."]
    assert texts(page, "s-differs") == ["Afghan", "Afghxn"]
    assert "Afghxn" in " ".join(texts(page, "s-view"))


def test_the_summary_leads_to_what_is_at_fault(damaged: Path) -> None:
    page, epub, pdf = tree(damaged).find_class("s-card")
    assert texts(page, "s-chip") == ["does not hold"]
    assert [link.get("href") for link in page.iter("a")] == [f"#citation-{DAMAGED}"]
    assert texts(epub, "s-chip") == ["holds"]
    assert texts(pdf, "s-chip") == ["nothing proved"]
    assert texts(pdf, "s-error") == ["brief.pdf: The file is no PDF, or is broken."]


def test_of_a_long_document_only_what_is_at_fault_is_shown(source: Callable[[str], Path]) -> None:
    count = AT_ONCE + 5
    document = read(
        source(
            "---\ntitle: T\nlang: en\n---\n\n" + "".join(f"Claim {n}.^[Note {n}.]\n\n" for n in range(count))
        )
    )
    file = document.path.with_suffix(".txt")
    file.write_bytes(
        formats.installed()["txt"].writer().write(document).data.replace(b"] Note 7.", b"] Note seven.")
    )
    form = formats.installed()["txt"]
    edition = examine(document, form, file, form.inspector())
    page = html.fromstring(sheet(document, [edition]).decode())
    assert len(page.find_class("s-row")) == count
    shown = [row.get("id") for row in page.find_class("s-row") if row.find_class("s-view")]
    assert shown == ["citation-8"]
    assert texts(page, "s-remark") == [
        f"The document has {count} citations. Passages are shown of those only that are at fault."
    ]


def test_a_call_that_is_lost_is_told_of_where_it_should_stand(
    built_brief: Mapping[str, Path], tmp_path: Path
) -> None:
    text = built_brief["txt"].read_text(encoding="utf-8")
    file = tmp_path / "brief.txt"
    file.write_text(text.replace("months.[3]", "months."), encoding="utf-8")
    (cell,) = tree(check(file)).find_class("s-row")[DAMAGED - 1].find_class("s-cell")
    assert texts(cell, "s-sentence") == ["The call is not there."]
    assert not cell.find_class("s-view")


def test_a_difference_in_the_prose_is_told_of(built_brief: Mapping[str, Path], tmp_path: Path) -> None:
    text = built_brief["txt"].read_text(encoding="utf-8")
    file = tmp_path / "brief.txt"
    file.write_text(text.replace("topsy-turvy", "topsy-tuxvy"), encoding="utf-8")
    page = tree(check(file))
    assert texts(page, "s-differs") == ["topsy-turvy", "topsy-tuxvy"]
    assert [link.get("href") for link in page.find_class("s-card")[0].iter("a")] == ["#prose"]


def test_a_call_that_nobody_wrote_is_shown_at_the_end(
    built_brief: Mapping[str, Path], tmp_path: Path
) -> None:
    text = built_brief["txt"].read_text(encoding="utf-8")
    file = tmp_path / "brief.txt"
    file.write_text(text.replace("topsy-turvy", "topsy-turvy[9]"), encoding="utf-8")
    (extra,) = tree(check(file)).find_class("s-extra")
    assert "[9]" in " ".join(texts(extra, "s-view"))


def test_the_same_files_make_the_same_sheet(whole: Path, built_brief: Mapping[str, Path]) -> None:
    before = whole.read_bytes()
    assert check(*built_brief.values()).read_bytes() == before


def test_build_writes_the_sheet_beside_the_verdict(tmp_path: Path) -> None:
    command = [COMMAND, "build", BRIEF, "--to", "txt", "-o", tmp_path, "--proof"]
    said = subprocess.run(
        command, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL
    ).stdout
    assert said.endswith(f"proof sheet: {tmp_path / 'brief.proof.html'}\n")
    assert texts(tree(tmp_path / "brief.proof.html"), "s-headline") == [
        "Every promise holds 8 citations, 1 edition"
    ]


def test_every_facet_is_explained(whole: Path) -> None:
    page = tree(whole)
    assert [term.text for term in page.iterfind(".//section[@aria-labelledby='terms']//dt")] == list(Facet)


# That everybody can read it


def test_the_sheet_is_valid_html(each: Path) -> None:
    assert validators.html(each) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(each: Path, scheme: str) -> None:
    assert validators.accessibility(each, scheme) == []


def test_the_sheet_asks_nothing_of_the_network(each: Path, open_page: Page) -> None:
    asked: list[str] = []
    open_page.on("request", lambda request: asked.append(request.url))
    open_page.goto(each.as_uri(), wait_until="networkidle")
    assert [url for url in asked if not url.startswith("data:")] == [each.as_uri()]


def test_what_is_shown_of_a_page_does_nothing(whole: Path) -> None:
    passages = tree(whole).find_class("s-passage")
    inside = [element for passage in passages for element in passage.iterdescendants()]
    assert len(passages) == 4 * CITATIONS
    assert not {name for element in inside for name in element.attrib} & {"id", "href", "role", "src", "name"}
    assert not {str(element.tag) for element in inside} & {
        "h1",
        "h2",
        "script",
        "style",
        "main",
        "nav",
        "section",
    }


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_wider_than_the_screen(each: Path, open_page: Page, width: int) -> None:
    open_page.set_viewport_size({"width": width, "height": 900})
    open_page.goto(each.as_uri())
    assert open_page.evaluate("document.documentElement.scrollWidth") == width


def test_the_filters_work_by_keyboard(damaged: Path, open_page: Page) -> None:
    open_page.set_viewport_size({"width": 1280, "height": 900})
    open_page.goto(damaged.as_uri())
    press = open_page.keyboard.press

    def shown(selector: str) -> int:
        return open_page.locator(f"{selector}:visible").count()

    def status() -> str:
        return open_page.get_by_role("status").inner_text()

    press("Tab")
    assert open_page.evaluate("document.activeElement.textContent") == "Skip to the citations"
    assert (shown(".s-row"), status()) == (CITATIONS, "8 of 8 shown")
    open_page.get_by_role("radio", name="All", exact=True).focus()
    press("ArrowRight")
    assert (shown(".s-row"), status()) == (1, "1 of 8 shown")
    press("Tab")
    press("Space")  # HTML, where the fault is
    assert (shown(".s-row"), status()) == (0, "0 of 8 shown")
    press("Space")
    press("Tab")
    press("Space")  # EPUB, where there is none
    assert (shown(".s-row"), shown(".s-cell")) == (1, 1)
    open_page.get_by_role("radio", name="At fault only").focus()
    press("ArrowLeft")
    press("Tab")
    press("Tab")
    press("Tab")
    open_page.keyboard.type("sheikh2021")
    assert (shown(".s-row"), status()) == (1, "1 of 8 shown")


def test_a_link_to_a_row_that_is_filtered_away_shows_it(damaged: Path, open_page: Page) -> None:
    open_page.goto(damaged.as_uri())
    open_page.get_by_role("searchbox").fill("nothing has this")
    assert open_page.locator(".s-row:visible").count() == 0
    open_page.get_by_role("link", name=str(DAMAGED), exact=True).click()
    open_page.locator(f"#citation-{DAMAGED}").wait_for(state="visible")


def test_without_script_everything_is_shown(damaged: Path, open_page: Page) -> None:
    browser = open_page.context.browser
    assert browser is not None
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(damaged.as_uri())
        assert page.locator(".s-row:visible").count() == CITATIONS
        assert page.locator(".s-filters:visible").count() == 0


def test_the_sheet_can_be_printed_without_its_filters(whole: Path, open_page: Page, brief: Document) -> None:
    open_page.goto(whole.as_uri())
    document = pypdfium2.PdfDocument(open_page.pdf(prefer_css_page_size=True))
    pages = [page.get_textpage().get_text_bounded() for page in document]
    printed = "".join("".join(pages).split())
    assert "At fault only" not in "".join(pages)
    for place in brief.places:
        assert "".join(place.before.split()) in printed


def test_a_row_is_printed_on_one_page(whole: Path, open_page: Page) -> None:
    open_page.goto(whole.as_uri())
    document = pypdfium2.PdfDocument(open_page.pdf(prefer_css_page_size=True))
    pages = ["".join(page.get_textpage().get_text_bounded().split()) for page in document]
    assert [page.count("brief.md,line") for page in pages if "brief.md,line" in page] == [1] * CITATIONS
    assert sum("Call,lines" in page for page in pages) == CITATIONS
