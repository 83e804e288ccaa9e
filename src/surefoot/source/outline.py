"""The document's outline: its title, its abstract, its headings below the title."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from surefoot.levels import unbroken
from surefoot.model import Json
from surefoot.source import titles
from surefoot.source.tree import nodes, of_kind


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of a document in reading order."""

    title: Json
    """Inlines."""
    blocks: Json
    """The abstract, if any, as a Div of class ``abstract``; then the body, headings from level 2 down."""
    titled: bool
    """False where the file's name had to serve as a title."""


def outline(tree: Json, fallback_title: str) -> Outline:
    """Return the parts of pandoc's ``tree``.

    Where the metadata have no title, a single heading of level 1 is the title, as is
    the custom in files that are read on the web.
    """
    blocks = tree["blocks"]
    title = inlines(titles.main(tree["meta"].get("title")))
    if not title:
        title, blocks = _first_heading(blocks)
    abstract = _abstract(tree["meta"])
    _shift(blocks)
    _loosen(blocks)
    return Outline(title or [{"t": "Str", "c": fallback_title}], abstract + blocks, titled=bool(title))


def _loosen(blocks: Json) -> None:
    """Make paragraphs of what stands right behind its term, where more follows: nothing else parts them."""
    for listing in of_kind(blocks, "DefinitionList"):
        for _, definitions in listing["c"]:
            for definition in definitions:
                if sum(block["t"] == "Plain" for block in definition) > 1:
                    for block in definition:
                        block["t"] = "Para" if block["t"] == "Plain" else block["t"]


def inlines(value: Json) -> Json:
    """Return a metadata value as inlines."""
    if not value:
        return []
    match value["t"]:
        case "MetaInlines":
            return value["c"]
        case "MetaString":
            return [{"t": "Str", "c": value["c"]}]
        case "MetaBlocks":
            return [
                inline for block in value["c"] if block["t"] in {"Para", "Plain"} for inline in block["c"]
            ]
        case "MetaList":
            return [inline for item in value["c"] for inline in (*inlines(item), {"t": "Space"})][:-1]
        case _:
            return []


def _first_heading(blocks: Json) -> tuple[Json, Json]:
    tops = [header for header in of_kind(blocks, "Header") if header["c"][0] == 1]
    if len(tops) == 1 and (at := next((at for at, block in enumerate(blocks) if block is tops[0]), -1)) >= 0:
        return tops[0]["c"][2], blocks[:at] + blocks[at + 1 :]
    return [], blocks


def _abstract(meta: Mapping[str, Json]) -> Json:
    value = meta.get("abstract")
    if not value:
        return []
    blocks = value["c"] if value["t"] == "MetaBlocks" else [{"t": "Para", "c": inlines(value)}]
    # A heading in an abstract is a label, not a place in the outline.
    plain = [
        {"t": "Para", "c": [{"t": "Strong", "c": block["c"][2]}]} if block["t"] == "Header" else block
        for block in blocks
    ]
    return [{"t": "Div", "c": [["", ["abstract"], []], plain]}]


def _shift(blocks: Json) -> None:
    """Let headings begin at level 2, the title's being 1, and go down by one level at a time, in place.

    Those of a note are counted by themselves: it stands elsewhere.
    """
    headers = [node for node in nodes(blocks, closed="Note") if node.get("t") == "Header"]
    for header, level in zip(headers, unbroken(header["c"][0] for header in headers), strict=True):
        header["c"][0] = level
    for note in of_kind(blocks, "Note"):
        _shift(note["c"])
