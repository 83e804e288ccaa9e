"""The bibliography that citeproc sets: its entries, to which the citations in the text lead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from surefoot.errors import Problem
from surefoot.model import Json
from surefoot.source import prose
from surefoot.source.mentions import Mentions
from surefoot.source.outline import Outline
from surefoot.source.tree import identifier, nodes, of_kind

CITATION = "biblioref"
"""The class of a link that is a citation, and of no other."""
_PREFIX = "ref-"
"""Of the ids that citeproc gives to entries, before their keys."""
_PLACED = re.compile(r"#refs\b|\bid\s*=\s*[\"']?refs\b")
_RAW_ID = re.compile(r"\bid\s*=\s*[\"']?([^\"'\s>]+)")
_LINES = frozenset({"csl-block", "csl-indent"})
"""What a style sets on lines of its own (CSL 1.0.2, the display attribute)."""
_LABEL = frozenset({"csl-left-margin"})
_DISPLAYED = _LINES | _LABEL | {"csl-right-inline"}
_GAP: Json = {"t": "Space"}
_BREAK: Json = {"t": "LineBreak"}
_GAPS = {"Space", "SoftBreak", "LineBreak"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the bibliography."""

    id: str
    """Where its citations lead: ``ref-doe-2020``. Letters, digits and hyphens only."""
    key: str
    blocks: Json = field(hash=False)


def settle(parts: Outline, heading: str, lines: Sequence[str]) -> tuple[Entry, ...]:
    """Bring the bibliography of a document into one form, in place, and return its entries.

    It becomes a Div of class ``bibliography`` that holds nothing but a Div of
    class ``entry`` for each entry, of one paragraph. The entries get ids that
    every format can carry, and links follow them. Where pandoc put the
    bibliography at the end, and no heading opens it, ``heading`` does.

    Args:
        parts: of the document.
        heading: plain words.
        lines: of the source, which say whether the author gave the bibliography its place.
    """
    placed, blocks = any(map(_PLACED.search, lines)), parts.blocks
    found: list[Json] = []
    for home, at in reversed(list(_bibliographies(blocks))):
        entries, others = _parted(home[at]["c"][1])
        found += entries
        above = [] if placed or _opened(home[:at]) else [_heading(heading, _taken(blocks))]
        home[at : at + 1] = [*others, *above, {"t": "Div", "c": [["refs", ["bibliography"], []], entries]}]
    if not found:
        return ()
    names = dict(_names([identifier(entry) for entry in found], _taken(blocks)))
    for link in of_kind([parts.title, blocks], "Link"):
        (_, classes, _), _, target = link["c"]
        classes[:] = [name for name in classes if name != CITATION]
        old = target[0].removeprefix("#")
        target[0] = f"#{names[old]}" if old in names else target[0]
    return tuple(_settled(entry, names) for entry in found)


def problems(
    path: str, entries: Sequence[Entry], cited: Iterable[str], mentions: Mentions
) -> Iterator[Problem]:
    """Yield a problem for each of the keys ``cited`` that has no entry, or an empty one, or several."""
    found = Counter(entry.key for entry in entries)
    empty = {entry.key for entry in entries if not prose.words(entry.blocks).strip()}
    for key, times in found.items():
        if times > 1:
            what = f"The bibliography has {times} entries for “{key}”."
            yield Problem(path, mentions.first(key), what, "Set one `::: {#refs}` only.")
    for key in cited:
        if key not in found or key in empty:
            what = f"The bibliography has no entry for “{key}”, which is cited."
            mend = "Complete the reference, or choose another style."
            yield Problem(path, mentions.first(key), what, mend)


def _bibliographies(blocks: Json) -> Iterator[tuple[Json, int]]:
    """Yield each list that holds a bibliography, and the place of that in it."""
    for at, block in enumerate(blocks):
        if block["t"] == "Div":
            if any(map(_is_entry, block["c"][1])):
                yield blocks, at
            else:
                yield from _bibliographies(block["c"][1])


def _is_entry(block: Json) -> bool:
    return block["t"] == "Div" and "csl-entry" in block["c"][0][1]


def _parted(blocks: Json) -> tuple[list[Json], list[Json]]:
    """Return the entries among ``blocks``, and what else the author put there."""
    return [block for block in blocks if _is_entry(block)], [
        block for block in blocks if not _is_entry(block)
    ]


def _opened(before: Sequence[Json]) -> bool:
    """Whether the last of the blocks ``before`` that has anything to read is a heading."""
    said = (block for block in reversed(before) if block["t"] != "RawBlock" or prose.words(block).strip())
    return next((block["t"] == "Header" for block in said), False)


def _heading(words: str, taken: set[str]) -> Json:
    name = next(name for name in _wishes("references") if name not in taken)
    return {"t": "Header", "c": [2, [name, [], []], [{"t": "Str", "c": words}]]}


def _taken(blocks: Json) -> set[str]:
    """Return the ids of all elements, raw ones included, but for those of entries."""
    native = {identifier(node) for node in nodes(blocks) if "t" in node and not _is_entry(node)}
    raw = (part["c"][1] for part in of_kind(blocks, "RawInline", "RawBlock"))
    return native | {name for markup in raw for name in _RAW_ID.findall(markup)}


def _names(old: Sequence[str], taken: set[str]) -> Iterator[tuple[str, str]]:
    """Yield each old id with a new one that is free."""
    for name in dict.fromkeys(old):
        key = re.sub(r"[^A-Za-z0-9]+", "-", name.removeprefix(_PREFIX)).strip("-")
        new = next(wish for wish in _wishes(_PREFIX + (key or "entry")) if wish not in taken)
        taken.add(new)
        yield name, new


def _wishes(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def _settled(div: Json, names: Mapping[str, str]) -> Entry:
    """Make an entry of a Div of citeproc's."""
    old = identifier(div)
    paragraphs = [block["c"] for block in div["c"][1] if block["t"] in {"Para", "Plain"}]
    words = _tidied([part for inlines in paragraphs for part in (*_flowing(inlines), _BREAK)])
    for span in of_kind(words, "Span"):
        span["c"][0][1] = [name for name in span["c"][0][1] if name not in _DISPLAYED]
    div["c"] = [[names[old], ["entry"], []], [{"t": "Para", "c": words}]]
    return Entry(names[old], old.removeprefix(_PREFIX), div["c"][1])


def _flowing(inlines: Json) -> Iterator[Json]:
    """Yield the parts of an entry as a run of text: what stands on lines of its own between breaks."""
    for inline in inlines:
        display, inner = _display(inline)
        if display & _LABEL:
            yield {"t": "Span", "c": [["", ["label"], []], _tidied(inner)]}
            yield _GAP
        elif display & _LINES:
            yield from (_BREAK, *_flowing(inner), _BREAK)
        elif display:
            yield from _flowing(inner)
        else:
            yield inline


def _display(inline: Json) -> tuple[frozenset[str], Json]:
    """Return how a style wants a part displayed, and what is in it; citeproc may link it as a whole."""
    match inline:
        case {"t": "Span", "c": [[_, classes, _], inner]}:
            return _DISPLAYED & set(classes), inner
        case {"t": "Link", "c": [given, [{"t": "Span", "c": [[_, classes, _], inner]}], target]}:
            return _DISPLAYED & set(classes), [{"t": "Link", "c": [given, inner, target]}]
        case _:
            return frozenset(), []


def _tidied(inlines: Sequence[Json]) -> list[Json]:
    """Return ``inlines`` with one break or space between words, and none around them."""
    kept: list[Json] = []
    for inline in inlines:
        if kept and {kept[-1]["t"], inline["t"]} <= _GAPS:
            kept[-1] = _BREAK if _BREAK in (kept[-1], inline) else _GAP
        else:
            kept.append(inline)
    ends = [at for at, inline in enumerate(kept) if inline["t"] not in _GAPS] or [-1]
    return kept[ends[0] : ends[-1] + 1]
