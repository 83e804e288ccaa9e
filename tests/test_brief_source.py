"""The canonical brief is the published brief, word for word.

``brief_original.txt`` is the text as it came out of the published page layout.
Page furniture, which a canonical source leaves behind, is exactly this:

* the notes, where they interrupt the text at the foot of a page (they are
  compared one by one, apart), and the line breaks of the pages;
* the bullets and the bold type of the sub-headings, and the colon that ends a
  heading;
* the words "By" and "Published on", which a layout sets around author and date.
"""

import re
from dataclasses import dataclass

import pytest
import yaml

from conftest import BRIEF
from surefoot.model import Document
from surefoot.text import fold

ORIGINAL = BRIEF.parents[1].joinpath("tests", "brief_original.txt").read_text(encoding="utf-8")

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
MARK = re.compile(f"[{SUPERSCRIPTS}]+")
MARKS = [*"12345678"]
MARKDOWN_LINK = re.compile(r"\[(?P<words>[^]]+)\]\((?P<address>[^)]+)\)")


@dataclass(frozen=True)
class Canonical:
    """The source as Surefoot reads it, in the style of every document that names none."""

    metadata: dict
    headings: list[str]
    prose: str
    """The body, each note reference as a superscript, as in the published text."""
    notes: list[str]


@pytest.fixture(scope="module")
def canonical(brief: Document) -> Canonical:
    return Canonical(
        metadata=yaml.safe_load(BRIEF.read_text(encoding="utf-8").split("---\n")[1]),
        headings=[f"h{block['c'][0]} {text(block)}" for block in brief.blocks if block["t"] == "Header"],
        prose="\n".join(map(text, brief.blocks)),
        notes=[text(note.blocks) for note in brief.notes],
    )


def text(node: object) -> str:
    """The printed text of a part of pandoc's tree."""
    said = ""
    match node:
        case {"t": "Space" | "SoftBreak"}:
            said = " "
        case {"t": "Str", "c": word}:
            said = word
        case {"t": "Span", "c": [[_, ["noteref"], _], inner]}:
            said = text(inner).translate(str.maketrans("0123456789", SUPERSCRIPTS))
        case {"t": "Quoted", "c": [_, inner]}:
            said = f"“{text(inner)}”"
        case {"c": content}:
            said = text(content)
        case list():
            said = "".join(map(text, node))
    return said


def published_notes() -> dict[str, str]:
    """The notes as printed, by mark: each reaches from its superscript to the next blank line."""
    notes = re.findall(rf"^([{SUPERSCRIPTS}]+) (.+?)$", ORIGINAL, re.MULTILINE)
    return {plain(mark): wording(note) for mark, note in notes}


def wording(note: str) -> str:
    """A note's wording, with the address that the original hid behind a site's name at its end."""
    words = MARKDOWN_LINK.sub(lambda link: link["words"], note).replace("*", "")
    words = re.sub(r"<(\S+)>$", r"\1", words)
    hidden = MARKDOWN_LINK.search(note)
    if hidden and not words.endswith(hidden["address"]):
        words = f"{words} {hidden['address']}"
    return words


def plain(mark: str) -> str:
    return "".join(str(SUPERSCRIPTS.index(digit)) for digit in mark)


def published_text() -> str:
    """The published text without its page furniture, note references in place."""
    without_notes = re.sub(rf"^[{SUPERSCRIPTS}]+ .+$", "", ORIGINAL, flags=re.MULTILINE)
    without_layout = re.sub(r"^- |\*\*", "", without_notes, flags=re.MULTILINE)
    return re.sub(r":$", "", without_layout, flags=re.MULTILINE)


def published_parts() -> tuple[str, str, str]:
    """Title block, body and rights of the published text."""
    opening = "The geopolitical realities"
    head, body = published_text().split(opening)
    body, rights = body.split("Copyright")
    return head, opening + body, "Copyright" + rights


def words(passage: str) -> list[str]:
    return [fold(word) for word in passage.split()]


def test_the_title_block_holds_every_published_word(canonical):
    data = canonical.metadata
    (author,) = data["author"]
    day = data["date"]
    said = [
        data["publisher"],
        data["title"],
        data["subtitle"],
        f"By {author['honorific']} {author['name']}, {author['role']}, {author['affiliation']}",
        f"Published on {day.day}th {day:%B %Y}",
    ]
    assert words(" ".join(said)) == words(published_parts()[0])


def test_every_word_of_the_body_is_there_in_its_order(canonical):
    assert words(MARK.sub("", canonical.prose)) == words(MARK.sub("", published_parts()[1]))


def test_the_rights_line_is_the_published_one(canonical):
    assert words(canonical.metadata["rights"]) == words(published_parts()[2])


def test_the_published_sections_and_bullets_are_headings(canonical):
    lines = [line.replace("**", "") for line in ORIGINAL[ORIGINAL.index("Published on") :].splitlines()]
    titles = [line.removesuffix(":") for line in lines if line.endswith(":")]
    published = [f"h3 {title[2:]}" if title.startswith("- ") else f"h2 {title}" for title in titles]
    assert list(map(fold, canonical.headings)) == list(map(fold, published))


def test_paragraphs_cut_by_a_page_are_whole_again(canonical):
    titles = [heading[3:] for heading in canonical.headings]
    paragraphs = [block for block in canonical.prose.split("\n") if block not in titles]
    assert [paragraph for paragraph in paragraphs if not MARK.sub("", paragraph).endswith(".")] == []


def test_there_are_eight_published_notes():
    assert list(published_notes()) == MARKS


@pytest.mark.parametrize("mark", MARKS)
def test_the_printed_note_is_the_published_note(canonical, mark):
    assert shapes(canonical.notes[int(mark) - 1]) == shapes(published_notes()[mark])


@pytest.mark.parametrize("mark", MARKS)
def test_the_address_at_the_end_of_the_published_note_is_a_link(brief, mark):
    address = published_notes()[mark].rsplit(maxsplit=1)[-1]
    assert address.startswith("http")
    assert brief.citations[int(mark) - 1].links == (address,)


def shapes(note: str) -> str:
    """A note with typographic quotation marks made plain: nothing else may differ, not even a space."""
    return note.translate(str.maketrans("“”‘’\N{NO-BREAK SPACE}", "\"\"'' "))


@pytest.mark.parametrize("mark", MARKS)
def test_the_mark_stands_behind_the_published_words(canonical, mark):
    assert before(canonical.prose)[mark] == before(published_parts()[1])[mark]


def before(prose: str) -> dict[str, list[str]]:
    """By mark, the words since the note reference before it, the last one with its punctuation."""
    pieces = MARK.split(prose)
    return {plain(mark): words(piece) for mark, piece in zip(MARK.findall(prose), pieces, strict=False)}
