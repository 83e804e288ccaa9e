"""Raw HTML links and pictures among inlines, as the links and pictures that they are."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser

from surefoot.model import Json


def native(inlines: Sequence[Json]) -> list[Json]:
    """Return ``inlines`` with raw ``<a href>…</a>`` as Link and raw ``<img>`` as Image.

    Pandoc does the same for ``<span>`` and ``<div>`` (native_spans, native_divs).
    An anchor that is not closed among the same inlines stays as it is.
    """
    result: list[Json] = []
    at = 0
    while at < len(inlines):
        tag, attributes = _start_tag(inlines[at])
        end = _end_of_anchor(inlines, at) if tag == "a" and attributes.get("href") else 0
        if end:
            inner = native(inlines[at + 1 : end])
            target = [attributes["href"], attributes.get("title", "")]
            result.append({"t": "Link", "c": [_attr(attributes), inner, target]})
            at = end
        elif tag == "img" and attributes.get("src"):
            alternative = [{"t": "Str", "c": attributes.get("alt", "")}]
            target = [attributes["src"], attributes.get("title", "")]
            result.append({"t": "Image", "c": [_attr(attributes), alternative, target]})
        else:
            result.append(inlines[at])
        at += 1
    return result


def _attr(attributes: dict[str, str]) -> Json:
    kept = [[key, attributes[key]] for key in ("width", "height") if attributes.get(key, "").isdigit()]
    return [attributes.get("id", ""), attributes.get("class", "").split(), kept]


def _end_of_anchor(inlines: Sequence[Json], start: int) -> int:
    ends = (at for at in range(start + 1, len(inlines)) if _raw(inlines[at]).lower().strip() == "</a>")
    return next(ends, 0)


def _raw(inline: Json) -> str:
    return inline["c"][1] if inline["t"] == "RawInline" and inline["c"][0] == "html" else ""


def _start_tag(inline: Json) -> tuple[str, dict[str, str]]:
    raw = _raw(inline)
    if not raw.startswith("<") or raw.startswith(("</", "<!")):
        return "", {}
    reader = _Tag()
    reader.feed(raw)
    return reader.tag, reader.attributes


class _Tag(HTMLParser):
    """Reads one start tag."""

    def __init__(self) -> None:
        super().__init__()
        self.tag = ""
        self.attributes: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.tag, self.attributes = tag, {key: value or "" for key, value in attrs}
