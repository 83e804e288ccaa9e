"""Damages to a finished EPUB."""

from __future__ import annotations

import io
import itertools
import posixpath
from collections.abc import Callable, Iterator, Mapping
from random import Random
from zipfile import ZipFile

from lxml import etree

from damage import Damage, pick
from damage.chance import cut
from damage.tree import Publication, damages
from surefoot.promise import Aspect, Fault

_PACKAGE = "{http://www.idpf.org/2007/opf}"
_UNPROMISED = {"doc-colophon", "doc-cover"}
"""Roles of what a book brings of its own."""
_HEADER = 30
"""Bytes of a local file header before the name (APPNOTE, 4.3.7); the writers add nothing behind it."""


def _inflict(edit: Callable[[Publication, int], None], data: bytes, place: int, chance: Random) -> bytes:
    with ZipFile(io.BytesIO(data)) as archive:
        pages = {path: etree.fromstring(archive.read(path)) for path in spine(archive)}
        edit(Publication(pages, chance), place)
        return packed(archive, {path: etree.tostring(root, encoding="utf-8") for path, root in pages.items()})


def spine(archive: ZipFile) -> Iterator[str]:
    """Yield the paths of the content documents in reading order."""
    path = package(archive)
    tree = etree.fromstring(archive.read(path))
    hrefs = {item.get("id"): item.get("href", "") for item in tree.iter(f"{_PACKAGE}item")}
    for reference in tree.iter(f"{_PACKAGE}itemref"):
        yield posixpath.join(posixpath.dirname(path), hrefs[reference.get("idref")])


def _is_promised(archive: ZipFile, path: str) -> bool:
    """Whether a content document holds what a source promises."""
    root = etree.fromstring(archive.read(path))
    return _UNPROMISED.isdisjoint(element.get("role", "") for element in root.iter())


def package(archive: ZipFile) -> str:
    """Return the path of the package document."""
    container = etree.fromstring(archive.read("META-INF/container.xml"))
    return next(container.iter("{*}rootfile")).get("full-path", "")


def packed(archive: ZipFile, changed: Mapping[str, bytes], without: str = "") -> bytes:
    """Return the archive with some parts changed and one left out, everything else as it was."""
    written = io.BytesIO()
    with ZipFile(written, "w") as copy:
        for part in archive.infolist():
            if part.filename != without:
                copy.writestr(part, changed.get(part.filename, archive.read(part)))
    return written.getvalue()


def _cut(data: bytes, _: int, chance: Random) -> bytes:
    return cut(data, 1, chance)


def _lose_a_part(data: bytes, _: int, chance: Random) -> bytes:
    """Lose a part that holds words or says where they are."""
    with ZipFile(io.BytesIO(data)) as archive:
        parts = [*spine(archive), package(archive), "META-INF/container.xml"]
        return packed(archive, {}, without=chance.choice(parts))


def _overwrite_a_part(data: bytes, _: int, chance: Random) -> bytes:
    """Change a byte of a content document as it stands in the archive."""
    with ZipFile(io.BytesIO(data)) as archive:
        part = archive.getinfo(chance.choice(list(spine(archive))))
    name = len(part.filename.encode())
    at = part.header_offset + _HEADER + name + chance.randrange(part.compress_size)
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def _leave_out_of_the_spine(data: bytes, _: int, chance: Random) -> bytes:
    with ZipFile(io.BytesIO(data)) as archive:
        tree = etree.fromstring(archive.read(package(archive)))
        references = zip(spine(archive), tree.iter(f"{_PACKAGE}itemref"), strict=True)
        reference = chance.choice([each for path, each in references if _is_promised(archive, path)])
        reference.getparent().remove(reference)
        return packed(archive, {package(archive): etree.tostring(tree, encoding="utf-8")})


def _exchange_in_contents(data: bytes, _: int, chance: Random) -> bytes:
    """Let two entries of the contents lead where the other one should."""
    with ZipFile(io.BytesIO(data)) as archive:
        path = next(name for name in archive.namelist() if name.endswith("nav.xhtml"))
        root = etree.fromstring(archive.read(path))
        contents = next(root.iter("{*}nav"))
        one, other = pick(chance, list(itertools.pairwise(list(contents.iter("{*}a"))[1:])))
        one.attrib["href"], other.attrib["href"] = other.get("href", ""), one.get("href", "")
        return packed(archive, {path: etree.tostring(root, encoding="utf-8")})


EPUB: tuple[Damage, ...] = (
    *damages(_inflict),
    Damage("two entries of the contents exchanged", Fault.PROSE, _exchange_in_contents, Aspect.LINKS),
    Damage("the end of the file lost", None, _cut),
    Damage("a part of the publication lost", None, _lose_a_part),
    Damage("a byte of a content document changed", None, _overwrite_a_part),
    Damage("a content document left out of the reading order", None, _leave_out_of_the_spine),
)
