"""Labels for pandoc's notes, which have none: each definition is marked before pandoc reads it.

A mark is a word of two private-use characters around a number, set at the head
of the note's text. It comes back at the head of pandoc's note, and is taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from surefoot.source.census import Definition

MARK = re.compile("\uf8f0([0-9]+)\uf8f1")
_PRIVATE = re.compile("[\uf8f0\uf8f1]")
_BESIDE = re.compile(f" ?{MARK.pattern}")
# A paragraph surely begins here, for pandoc: a word that is no list's enumerator, a quotation, emphasis,
# a link, an address. Anything else might be a block, and gets its mark as a paragraph of its own.
_PROSE = re.compile(r"(?!\w{1,9}[.):](?:\s|$))(?:[^\W\d_]|[\"'“‘«„¿¡]|[*_]{1,3}[^\s*_]|\[(?!\^)|<https?:|@)")


def clashes(lines: Sequence[str]) -> tuple[int, ...]:
    """Return the one-based lines that hold the private characters themselves."""
    return tuple(number for number, line in enumerate(lines, 1) if _PRIVATE.search(line))


def mark(lines: Sequence[str], definitions: Sequence[Definition]) -> str:
    """Return the source with each definition's rank among ``definitions`` at the head of its text."""
    marked = list(lines)
    for rank, definition in enumerate(definitions):
        at = definition.line - 1
        head, colon, rest = marked[at].partition(f"[^{definition.label}]:")
        if not colon:
            continue
        word, text = f"\uf8f0{rank}\uf8f1", rest.lstrip()
        if _PROSE.match(text):
            marked[at] = f"{head}{colon} {word} {text}"
        else:
            marked[at] = f"{head}{colon} {word}"
            _continue(marked, at, _prefix(head), text)
    return "\n".join(marked) + "\n"


def _prefix(head: str) -> str:
    """Return what a further line of the same container begins with."""
    return re.sub(r"[^>\s]", " ", head)


def _continue(lines: list[str], at: int, prefix: str, text: str) -> None:
    """Set the note's first text, on its line or the next, as a block of its own behind the mark."""
    if text:
        lines[at] += f"\n{prefix.rstrip()}\n{prefix}    {text}"
    elif at + 1 < len(lines) and (following := lines[at + 1].removeprefix(prefix)).strip():
        indented = following if following.startswith(("    ", "\t")) else f"    {following.lstrip()}"
        lines[at + 1] = f"{prefix.rstrip()}\n{prefix}{indented}"


def take(blocks: Any) -> int | None:
    """Take the mark off a note's blocks, in place; return its rank, or None where it bears none."""
    words = _first_words(blocks)
    found = MARK.fullmatch(words[0]["c"]) if words and words[0]["t"] == "Str" else None
    if not found:
        return None
    del words[:1]
    if words and words[0]["t"] in {"Space", "SoftBreak"}:
        del words[:1]
    if not words and blocks[0]["t"] in {"Para", "Plain"}:
        del blocks[:1]
    return int(found[1])


def _first_words(blocks: Any) -> Any:
    """Return the inlines that a note begins with; empty where it begins with none."""
    match blocks[:1]:
        case [{"t": "Para" | "Plain", "c": words}]:
            return words
        case [{"t": "Header", "c": [_, _, words]}]:
            return words
        case [{"t": "DefinitionList", "c": [[words, _], *_]}]:
            return words
        case _:
            return []


def strip(node: Any) -> Iterator[int]:
    """Take every mark that is left out of ``node``, in place; yield the ranks of those in prose.

    A mark in prose means that pandoc did not take the definition for one. In code and
    raw text it means nothing: there the author only shows what a note looks like.
    """
    if isinstance(node, list):
        for at, part in enumerate(node):
            if isinstance(part, str):
                node[at] = _BESIDE.sub("", part)
            else:
                yield from strip(part)
    elif isinstance(node, dict):
        for key, part in node.items():
            if isinstance(part, str):
                yield from (int(found[1]) for found in MARK.finditer(part) if node.get("t") == "Str")
                node[key] = _BESIDE.sub("", part)
            else:
                yield from strip(part)
