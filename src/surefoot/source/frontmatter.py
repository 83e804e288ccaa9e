"""The YAML blocks of a source: what they say, and which lines they take."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import yaml

_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_END = re.compile(r"(?:---|\.\.\.)\s*$")


@dataclass(frozen=True, slots=True)
class YamlBlock:
    """A metadata block, as pandoc's manual defines it (``yaml_metadata_block``)."""

    first: int
    """Zero-based index of its opening line."""
    last: int
    """Zero-based index of its closing line."""
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Front:
    """Everything that a source's metadata blocks say."""

    blocks: tuple[YamlBlock, ...]
    lines: tuple[str, ...]
    """Of the whole source."""

    @property
    def fields(self) -> dict[str, Any]:
        """All fields; of a field given twice the last value, as pandoc has it."""
        return {key: value for block in self.blocks for key, value in block.data.items()}

    @property
    def blanked(self) -> list[str]:
        """The source's lines with those of the blocks empty, so that line numbers stay."""
        taken = {at for block in self.blocks for at in range(block.first, block.last + 1)}
        return ["" if at in taken else line for at, line in enumerate(self.lines)]

    @property
    def texts(self) -> list[tuple[int, str]]:
        """The lines of the blocks with their one-based numbers."""
        return [
            (at + 1, self.lines[at]) for block in self.blocks for at in range(block.first + 1, block.last)
        ]

    @property
    def opens(self) -> int:
        """The one-based line in which front matter opens the source; 0 if none does."""
        return 1 if self.lines and self.lines[0].rstrip() == "---" else 0

    @property
    def language(self) -> str:
        """The document's language, as written; empty where none is given."""
        return str(self.fields.get("lang") or self.fields.get("language") or "")

    @property
    def references(self) -> str:
        """The blocks that give references, as YAML; empty if there are none."""
        given = [block for block in self.blocks if block.data.get("references")]
        return "\n\n".join("\n".join(self.lines[block.first : block.last + 1]) for block in given)

    def line_of(self, field: str, within: str = "") -> int:
        """Return the one-based line of a top-level field, or of a field ``within`` it; 0 if there is none."""
        at = next((number for number, line in self.texts if line.startswith(f"{field}:")), 0)
        below = takewhile(
            lambda text: text[1][:1] in {"", " ", "#"}, (text for text in self.texts if text[0] > at)
        )
        named = re.compile(rf"\s+[\"']?{re.escape(within)}[\"']?\s*:")
        return next((number for number, line in below if within and named.match(line)), at)


def front(lines: Sequence[str]) -> Front:
    """Return the metadata blocks among ``lines``: anywhere, outside code, between ``---`` and ``---``.

    A block that is no mapping, or no YAML, is left to pandoc's judgement.
    """
    return Front(tuple(_blocks(lines)), tuple(lines))


def _blocks(lines: Sequence[str]) -> Iterator[YamlBlock]:
    at, fence = 0, ""
    while at < len(lines):
        line = lines[at]
        if found := _FENCE.match(line):
            fence = "" if fence and found[1].startswith(fence) else fence or found[1]
        elif not fence and (last := _closing(lines, at)) and (data := _mapping(lines[at + 1 : last])):
            yield YamlBlock(at, last, data)
            at = last
        at += 1


def _closing(lines: Sequence[str], at: int) -> int:
    """Return where the block that may open at line ``at`` closes; 0 if it opens none."""
    opens = lines[at].rstrip() == "---" and (at == 0 or not lines[at - 1].strip())
    if not opens or at + 1 >= len(lines) or not lines[at + 1].strip():
        return 0
    return next((end for end in range(at + 1, len(lines)) if _END.match(lines[end])), 0)


def _mapping(lines: Sequence[str]) -> Mapping[str, Any]:
    try:
        data = yaml.load("\n".join(lines), Loader=_Loader)  # noqa: S506 - a SafeLoader with fewer types
    except Exception:  # noqa: BLE001 - whatever a YAML reader stumbles over, pandoc is the judge of it
        return {}
    return {str(key): value for key, value in data.items()} if isinstance(data, dict) else {}


class _Loader(yaml.SafeLoader):
    """Leaves dates and numbers as they are written: an ISBN may look octal, a version is no fraction."""


_UNREAD = {f"tag:yaml.org,2002:{kind}" for kind in ("timestamp", "int", "float")}
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _UNREAD]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
