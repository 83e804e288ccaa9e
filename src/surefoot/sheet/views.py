"""Set what an inspector shows as HTML."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass

from surefoot.exhibit import Lines, Outline, Part, Passage, Picture, View
from surefoot.promise import Citation, Kind
from surefoot.templating import Markup

_DOTS = 150 / 96
"""Pixels of a picture for one of the page."""

_NAMES = {
    (Kind.NOTE, Part.CALL): "call",
    (Kind.NOTE, Part.NOTE): "note",
    (Kind.ENTRY, Part.CALL): "citation",
    (Kind.ENTRY, Part.NOTE): "entry",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A view as the page sets it."""

    title: str
    content: Markup
    cut: bool


def shown(view: View, number: int, found: Citation) -> Shown:
    """Return ``view`` as HTML.

    Args:
        view: what is shown.
        number: of the edition, whose style sheets dress its passages.
        found: the citation as it was read, for the alternative texts of pictures.
    """
    parts = " and ".join(_NAMES[found.kind, part] for part in view.parts).capitalize()
    title = f"{parts}, {view.place}" if view.place else parts
    match view:
        case Picture():
            content = _picture(view, found)
        case Passage():
            inner = Markup(view.markup)  # noqa: S704 - see Passage.markup
            content = Markup('<div class="s-passage s-dress-{}">{}</div>').format(number, inner)
        case Lines():
            content = Markup('<pre class="s-lines">{}</pre>').format(Markup("").join(_runs(view)))
    return Shown(title, content, view.cut)


def _picture(view: Picture, found: Citation) -> Markup:
    words = {Part.CALL: f"{found.mark} in its lines", Part.NOTE: " ".join(found.note.split())}
    text = "; ".join(f"{_NAMES[found.kind, part]}, outlined: {words[part]}" for part in view.parts)
    source = f"data:image/png;base64,{b64encode(view.png).decode('ascii')}"
    width, height = (round(pixels / _DOTS) for pixels in (view.width, view.height))
    image = Markup('<img src="{}" alt="{}" width="{}" height="{}">').format(
        source, f"{text[0].upper()}{text[1:]}", width, height
    )
    outlines = Markup("").join(_outline(each, view) for each in view.outlines)
    return Markup('<div class="s-picture"><div class="s-page" style="--own:{}px">{}{}</div></div>').format(
        width, image, outlines
    )


def _outline(outline: Outline, picture: Picture) -> Markup:
    edges = (
        ("left", outline.left / picture.width),
        ("top", outline.top / picture.height),
        ("width", outline.width / picture.width),
        ("height", outline.height / picture.height),
    )
    style = ";".join(f"{edge}:{share:.2%}" for edge, share in edges)
    return Markup('<span class="s-outline s-outline-{}" style="{}"></span>').format(outline.part.value, style)


def _runs(lines: Lines) -> Iterator[Markup]:
    for run in lines.runs:
        if run.part is None:
            yield Markup("{}").format(run.text)
        else:
            yield Markup('<mark class="s-{}">{}</mark>').format(run.part.value, run.text)
