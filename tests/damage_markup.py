"""Damages a finished HTML, EPUB or text file in one way, so that it earns one fault at one citation.

Each damage takes the file's bytes and the one-based place of a citation, and
works by the format's open standard alone. Choose a call with words before it in
its block, of a note that is called once. Where a claim is to be altered, no
other call may stand within its reach; where an address is, the note must have
one.
"""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from zipfile import ZipFile

import lxml.html
from lxml import etree

from damage import Damage
from surefoot.promise import Fault

NOWHERE = "#nowhere"
_BLOCKS = {"body", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td", "th"}
_ADDRESS_OF_TEXT = r"<[A-Za-z][A-Za-z0-9+.-]*:(?!:)[^\s<>]+>"
_PACKAGE = "{http://www.idpf.org/2007/opf}"


class _Publication:
    """Element trees in reading order, by their paths."""

    def __init__(self, pages: dict[str, etree._Element]) -> None:
        self.pages = pages

    def calls(self) -> list[tuple[str, etree._Element]]:
        return [(path, call) for path, root in self.pages.items() for call in _of_role(root, "doc-noteref")]

    def target(self, path: str, href: str) -> etree._Element:
        file, _, name = href.partition("#")
        page = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
        return next(element for element in self.pages[page].iter() if element.get("id") == name)

    def note(self, place: int) -> etree._Element:
        path, call = self.calls()[place - 1]
        return self.target(path, call.get("href", ""))

    def way_back(self, place: int) -> etree._Element:
        path, call = self.calls()[place - 1]
        ways = _of_role(self.note(place), "doc-backlink")
        return next(way for way in ways if self.target(path, way.get("href", "")) is call)


Edit = Callable[[_Publication, int], None]


def _of_role(root: etree._Element, role: str) -> list[etree._Element]:
    return [element for element in root.iter("{*}a") if role in element.get("role", "").split()]


def _other_letter(text: str, at: int) -> str:
    return text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :]


def _alter_a_letter(publication: _Publication, place: int) -> None:
    note = publication.note(place)
    words = next(text for text in note.xpath(".//text()[not(ancestor::*[@href])]") if re.search(r"\w", text))
    _write(words, _other_letter(words, re.search(r"[^\W\d_]", words).start()))


def _write(words: etree._ElementUnicodeResult, new: str) -> None:
    """Put ``new`` where ``words`` stand in their tree."""
    if words.is_tail:
        words.getparent().tail = new
    else:
        words.getparent().text = new


def _lose_the_text(publication: _Publication, place: int) -> None:
    """Keep the note's number, addresses and ways back."""
    note = publication.note(place)
    for words in note.xpath(".//text()[not(ancestor::*[@href])]"):
        _write(words, "")
    for link in note.iter("{*}a"):
        if "doc-backlink" not in link.get("role", "").split():
            _print_address(link)
    for shown in list(note.iter("{*}img", "{*}math")):
        shown.drop_tree() if hasattr(shown, "drop_tree") else shown.getparent().remove(shown)


def _print_address(link: etree._Element) -> None:
    for child in list(link):
        link.remove(child)
    link.text = link.get("href")


def _alter_the_mark(publication: _Publication, place: int) -> None:
    call = publication.calls()[place - 1][1]
    words = next(text for text in call.xpath(".//text()") if re.search(r"\d", text))
    _write(words, re.sub(r"(\d+)", r"\g<1>0", words))


def _alter_the_claim(publication: _Publication, place: int) -> None:
    call = publication.calls()[place - 1][1]
    before = call.xpath("preceding::text()[not(ancestor::*[@href])]")
    words = next(text for text in reversed(before) if re.search(r"[^\W\d_]", text))
    _write(words, _other_letter(words, [letter.start() for letter in re.finditer(r"[^\W\d_]", words)][-1]))


def _alter_an_address(publication: _Publication, place: int) -> None:
    """Alter target and printed address alike, as a typesetter would who broke it."""
    link = next(link for link in publication.note(place).iter("{*}a") if ":" in link.get("href", ""))
    printed = "".join(link.itertext()).strip() == link.get("href")
    link.set("href", link.get("href", "") + "x")
    if printed:
        _print_address(link)


def _lead_elsewhere(publication: _Publication, place: int) -> None:
    """Lead a call to the note of another call on its page."""
    path, call = publication.calls()[place - 1]
    others = [other.get("href", "") for at, other in publication.calls() if at == path]
    call.set("href", next(href for href in others if href != call.get("href")))


def _kill_the_jump(publication: _Publication, place: int) -> None:
    publication.calls()[place - 1][1].set("href", NOWHERE)


def _kill_the_way_back(publication: _Publication, place: int) -> None:
    publication.way_back(place).set("href", NOWHERE)


def _remove_the_call(publication: _Publication, place: int) -> None:
    call = publication.calls()[place - 1][1]
    before = call.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (call.tail or "")
    else:
        call.getparent().text = (call.getparent().text or "") + (call.tail or "")
    call.getparent().remove(call)


def _add_a_call(publication: _Publication, place: int) -> None:
    """Call the same note a second time, at the beginning of the block of the first call."""
    call = publication.calls()[place - 1][1]
    holder = next(block for block in call.iterancestors() if etree.QName(block).localname in _BLOCKS)
    added = etree.SubElement(holder, call.tag, role="doc-noteref", href=call.get("href", ""))
    added.text, added.tail, holder.text = "".join(call.itertext()), holder.text, None
    holder.insert(0, added)


_EDITS: tuple[tuple[str, Fault, Edit], ...] = (
    ("a letter of the note altered", Fault.NOTE, _alter_a_letter),
    ("the text of the note lost", Fault.NOTE, _lose_the_text),
    ("the mark altered", Fault.MARK, _alter_the_mark),
    ("the words of the claim altered", Fault.CLAIM, _alter_the_claim),
    ("an address altered", Fault.LINKS, _alter_an_address),
    ("the call led elsewhere", Fault.JUMP, _lead_elsewhere),
    ("the jump of the call killed", Fault.JUMP, _kill_the_jump),
    ("the way back killed", Fault.BACK, _kill_the_way_back),
    ("the call removed", Fault.LOST, _remove_the_call),
    ("a call added", Fault.INVENTED, _add_a_call),
)


def _in_html(edit: Edit) -> Callable[[bytes, int], bytes]:
    def inflict(data: bytes, place: int) -> bytes:
        root = lxml.html.document_fromstring(data, parser=lxml.html.HTMLParser(encoding="utf-8"))
        edit(_Publication({"": root}), place)
        return lxml.html.tostring(root, encoding="utf-8", doctype="<!DOCTYPE html>")

    return inflict


def _in_epub(edit: Edit) -> Callable[[bytes, int], bytes]:
    def inflict(data: bytes, place: int) -> bytes:
        with ZipFile(io.BytesIO(data)) as archive:
            pages = {path: etree.fromstring(archive.read(path)) for path in _spine(archive)}
            edit(_Publication(pages), place)
            return _packed(
                archive, {path: etree.tostring(root, encoding="utf-8") for path, root in pages.items()}
            )

    return inflict


def _spine(archive: ZipFile) -> Iterator[str]:
    container = etree.fromstring(archive.read("META-INF/container.xml"))
    package = next(container.iter("{*}rootfile")).get("full-path", "")
    tree = etree.fromstring(archive.read(package))
    hrefs = {item.get("id"): item.get("href", "") for item in tree.iter(f"{_PACKAGE}item")}
    for reference in tree.iter(f"{_PACKAGE}itemref"):
        yield posixpath.join(posixpath.dirname(package), hrefs[reference.get("idref")])


def _packed(archive: ZipFile, changed: dict[str, bytes]) -> bytes:
    """Return the archive with some parts changed, everything else as it was."""
    written = io.BytesIO()
    with ZipFile(written, "w") as copy:
        for part in archive.infolist():
            copy.writestr(part, changed.get(part.filename, archive.read(part)))
    return written.getvalue()


HTML = tuple(Damage(name, fault, _in_html(edit)) for name, fault, edit in _EDITS)
EPUB = tuple(Damage(name, fault, _in_epub(edit)) for name, fault, edit in _EDITS)


@dataclass
class _Plain:
    """A text file, cut at its notes."""

    prose: str
    notes: list[str]
    """Each with its label."""
    before: str
    behind: str

    @classmethod
    def of(cls, data: bytes) -> _Plain:
        text = data.decode()
        first = list(re.finditer(r"^(\[\^|\[fn |\[|\{)1([\]}])(?= |$)", text, re.MULTILINE))[-1]
        label = rf"^(?={re.escape(first[1])}\d+{re.escape(first[2])}(?: |$))"
        _, *notes = re.split(label, text[first.start() :], flags=re.MULTILINE)
        return cls(text[: first.start()], notes, first[1], first[2])

    @property
    def mark(self) -> str:
        return rf"{re.escape(self.before)}\d+{re.escape(self.behind)}"

    def calls(self) -> list[re.Match[str]]:
        return list(re.finditer(self.mark, self.prose))

    def letters(self, text: str) -> list[int]:
        """Return where the letters are, those of marks, addresses and picture labels apart."""
        found = re.finditer(rf"{self.mark}|<\S+>|\[\w+:|[^\W\d_]", text)
        return [letter.start() for letter in found if len(letter[0]) == 1]

    def at(self, place: int) -> int:
        """Return the index of the note that is called."""
        label = self.calls()[place - 1][0]
        return next(at for at, note in enumerate(self.notes) if note.startswith(label))

    def replace_call(self, place: int, new: str) -> None:
        call = self.calls()[place - 1]
        self.prose = self.prose[: call.start()] + new + self.prose[call.end() :]

    def encoded(self) -> bytes:
        return "".join([self.prose, *self.notes]).encode()


def _in_text(edit: Callable[[_Plain, int], None]) -> Callable[[bytes, int], bytes]:
    def inflict(data: bytes, place: int) -> bytes:
        plain = _Plain.of(data)
        edit(plain, place)
        return plain.encoded()

    return inflict


def _alter_a_letter_of_text(plain: _Plain, place: int) -> None:
    note = plain.notes[plain.at(place)]
    plain.notes[plain.at(place)] = _other_letter(note, plain.letters(note)[0])


def _lose_the_text_of_text(plain: _Plain, place: int) -> None:
    at = plain.at(place)
    label, rest = plain.notes[at].split(plain.behind, 1)
    kept = " ".join(re.findall(_ADDRESS_OF_TEXT, rest))
    plain.notes[at] = f"{label}{plain.behind} {kept}\n\n"


def _alter_the_mark_of_text(plain: _Plain, place: int) -> None:
    """Alter call and label alike: a mark without a note would lose the note as well."""
    at, old = plain.at(place), plain.calls()[place - 1][0]
    new = old
    while any(note.startswith(new) for note in plain.notes):
        new = new.removesuffix(plain.behind) + "0" + plain.behind
    plain.notes[at] = new + plain.notes[at].removeprefix(old)
    plain.replace_call(place, new)


def _alter_the_claim_of_text(plain: _Plain, place: int) -> None:
    call = plain.calls()[place - 1]
    plain.prose = _other_letter(plain.prose, plain.letters(plain.prose[: call.start()])[-1])


def _alter_an_address_of_text(plain: _Plain, place: int) -> None:
    at = plain.at(place)
    plain.notes[at] = re.sub(_ADDRESS_OF_TEXT, lambda found: found[0][:-1] + "x>", plain.notes[at], count=1)


def _remove_the_call_of_text(plain: _Plain, place: int) -> None:
    plain.replace_call(place, "")


def _add_a_call_of_text(plain: _Plain, place: int) -> None:
    """Call the same note a second time, at the beginning of the paragraph of the first call."""
    call = plain.calls()[place - 1]
    start = plain.prose.rindex("\n\n", 0, call.start()) + 2
    plain.prose = plain.prose[:start] + call[0] + plain.prose[start:]


TEXT = (
    Damage("a letter of the note altered", Fault.NOTE, _in_text(_alter_a_letter_of_text)),
    Damage("the text of the note lost", Fault.NOTE, _in_text(_lose_the_text_of_text)),
    Damage("the mark altered", Fault.MARK, _in_text(_alter_the_mark_of_text)),
    Damage("the words of the claim altered", Fault.CLAIM, _in_text(_alter_the_claim_of_text)),
    Damage("an address altered", Fault.LINKS, _in_text(_alter_an_address_of_text)),
    Damage("the call removed", Fault.LOST, _in_text(_remove_the_call_of_text)),
    Damage("a call added", Fault.INVENTED, _in_text(_add_a_call_of_text)),
)
