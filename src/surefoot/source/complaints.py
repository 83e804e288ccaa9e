"""Everything that is wrong with a source, and what its author may want to know."""

from __future__ import annotations

from collections.abc import Iterator

from surefoot.errors import Problem
from surefoot.model import Document
from surefoot.source import agreement, entries, forms, ragged, tex, tools, untidy
from surefoot.source.tree import keys, of_kind
from surefoot.source.witnesses import Reading


def problems(reading: Reading) -> Iterator[Problem]:
    """Yield why a source cannot be promised: every problem, so that all are mended at once."""
    name, lines, census = str(reading.path), reading.loaded.lines, reading.census
    yield from reading.how.problems
    yield from reading.wish.problems
    yield from reading.imprint.problems
    yield from forms.problems(name, reading.yaml)
    yield from agreement.problems(name, census, reading.lift.met, reading.literals, reading.glued)
    yield from agreement.in_fields(name, reading.tree["meta"], reading.yaml)
    yield from tools.problems(name, reading.messages, reading.mentions)
    yield from tools.unresolved(name, reading.tree["blocks"], reading.how, reading.mentions)
    if reading.entries and not reading.how.notes:
        cited = dict.fromkeys(key for cite in of_kind(reading.body, "Cite") for key in keys(cite))
        known = [key for key in cited if key not in tools.unknown(reading.messages)]
        yield from entries.problems(name, reading.entries, known, reading.mentions)
    yield from agreement.misspelt(name, census)
    yield from ragged.problems(name, reading.body, reading.yaml.blanked)
    yield from tex.footnotes(name, reading.body, lines)


def warnings(reading: Reading, document: Document) -> Iterator[Problem]:
    """Yield what does not prevent a promise, and is hardly meant."""
    name, lines = str(reading.path), reading.loaded.lines
    yield from reading.loaded.warnings
    yield from reading.wish.warnings
    yield from reading.imprint.warnings
    yield from forms.no_doi(name, reading.yaml)
    yield from forms.undated(name, reading.yaml, document.metadata.date)
    yield from forms.strange_roles(name, reading.yaml, document.metadata.contributors)
    yield from forms.nameless(name, reading.yaml, reading.tree["meta"])
    yield from forms.lost_series(name, reading.yaml, document.metadata.series)
    yield from agreement.unused(name, reading.census, reading.lift.met)
    yield from tools.warnings(name, reading.messages)
    yield from tex.unprinted(name, reading.body, lines)
    yield from untidy.undescribed(name, reading.parts, reading.yaml)
    yield from untidy.without_entries(name, reading.how, document, reading.yaml)
    yield from untidy.unknown_tags(name, [reading.body, forms.printed(reading.tree["meta"])], lines)
    yield from untidy.silent_media(name, reading.body, lines)
    yield from untidy.missing_pictures(reading.path, reading.body, lines)
    yield from untidy.unmet_claim(name, reading.body, document, lines)
    yield from untidy.dead_links(name, reading.body, lines)
    yield from untidy.unclosed(name, reading.body, lines)
    yield from untidy.accidental_lists(name, document)
    yield from untidy.empty_notes(name, document)
