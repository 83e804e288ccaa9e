"""A page of HTML with one call and one note, as the inspector reads it under a style sheet."""

from __future__ import annotations

from surefoot.inspectors.html import HtmlInspector
from surefoot.promise import Citation, Recovered

BODY = """<main><p>Claim.<sup class="s"><a id="r" class="call" href="#n" role="doc-noteref">1</a></sup></p>
<section class="notes" role="doc-endnotes"><ol><li id="n" class="note"><p class="text">The note.
<a href="#r" role="doc-backlink">↑</a></p></li></ol></section></main>"""


def inspected(body: str, head: str = "") -> Recovered:
    page = f"<!doctype html><html><head><title>T</title>{head}</head><body>{body}</body></html>"
    return HtmlInspector().inspect(page.encode())


def seen(css: str, body: str = BODY) -> bool:
    """Return whether call and note of a page with a style sheet are seen."""
    (citation,) = inspected(body, f"<style>{css}</style>").citations
    return citation.seen


def styled(css: str, body: str = BODY) -> Citation:
    """Return the citation of a page with a style sheet that changes no words."""
    (citation,) = inspected(body, f"<style>{css}</style>").citations
    assert (citation.mark, citation.claim, citation.note) == ("1", "Claim.", "The note.")
    return citation
