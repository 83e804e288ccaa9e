"""Every fault by its name: what it means, why it matters, what it looks like, what proves it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from surefoot.promise import Aspect, Facet, Fault, Finding, Kind


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be said of one fault."""

    says: str
    """The finding in one clause. ``{call}`` and ``{note}`` stand for what these are."""
    means: str
    matters: str
    example: str
    facet: Facet | None = None
    """What a file must carry that the fault can be seen; None if every file shows it."""


@dataclass(frozen=True, slots=True)
class OfProse:
    """What is to be said of faults of the prose in one aspect."""

    says: str
    unit: str
    """What its places are counted in."""
    means: str
    matters: str
    example: str


FAULTS: Mapping[Fault, Entry] = {
    Fault.LOST: Entry(
        "the {call} is not there",
        "A call of the source is nowhere in the file.",
        "A claim stands without its source, and no reader can know that there is one.",
        "A converter drops the calls in table captions; a template prints titles without theirs.",
    ),
    Fault.INVENTED: Entry(
        "a {call} that nobody wrote",
        "The file has a call that the source does not have at that place.",
        "A claim seems to have a source that its author never gave it.",
        "A bracketed figure of the prose, `[3]`, was made a call of note 3.",
    ),
    Fault.DOUBLED: Entry(
        "it stands there twice",
        "A call stands twice in its place, or a note is printed twice.",
        "A reader wonders which of the two is meant; a screen reader reads the note out again.",
        "A note at the foot of the page is printed among the notes at the end as well.",
    ),
    Fault.ORDER: Entry(
        "the {call} stands in another place of the order",
        "A call is lost in its place, and found behind calls that should follow it.",
        "The claim stands without its source, and another claim has it.",
        "A paragraph was moved; notes of a table were collected behind those of the text.",
    ),
    Fault.MARK: Entry(
        "another mark is printed",
        "The call prints another number, or another short citation, than the source promises.",
        "On paper, where nothing can be clicked, the reader looks up the wrong note.",
        "Numbers begin anew in each chapter; the call prints 4, and its note bears 3.",
        Facet.MARK,
    ),
    Fault.CLAIM: Entry(
        "the {call} stands behind other words",
        "The words before the call are not those that the source has there.",
        "A source is a source of a certain statement. Behind another one it is a false source.",
        "The call slipped from the middle of a sentence to its end.",
        Facet.CLAIM,
    ),
    Fault.NOTE: Entry(
        "the {note}'s text is not the same",
        "Letters, digits or signs of the note are lost or changed. "
        "What typesetting may change is no difference: see [what equality means](proof.md#equality).",
        "A page number with one digit lost leads to another page.",
        "`10²` became `102`; the second paragraph of the note is gone; Arabic letters are missing.",
        Facet.NOTE,
    ),
    Fault.ADDED: Entry(
        "words were added to the {note}",
        "The note is there, whole and in order, and between or around its words stand others.",
        "Nobody answers for these words, and they seem to be the author's.",
        "A running head in the middle of a note; a label of the template; the next note's text.",
        Facet.NOTE,
    ),
    Fault.SPACES: Entry(
        "the {note}'s words are parted otherwise",
        "All letters are there, but a space between words is missing, or one stands within a word. "
        "A line's end counts as either, where the format does not tell.",
        "Words that run together are read out as one, and cannot be searched.",
        "`See p. 12` became `Seep. 12`.",
        Facet.SPACES,
    ),
    Fault.LINKS: Entry(
        "the {note}'s addresses are not the same",
        "An address of the note is lost, changed, or in another order; or there is one too many.",
        "The reader is led to another page, or is not led at all.",
        "A tracking parameter was cut off; a DOI is printed, but is no link any more.",
        Facet.LINKS,
    ),
    Fault.MISLEADING: Entry(
        "a link shows another address than it leads to",
        "A link shows a whole address, its target is another one, and the source did not have it so.",
        "The reader is led to a place that they did not choose. It is how fraud works.",
        "`https://doi.org/10.1000/1` is printed, and leads to a shop.",
        Facet.SHOWN,
    ),
    Fault.JUMP: Entry(
        "the {call} does not lead to its {note}",
        "The call is no link, its target is nowhere in the file, or it is another note's.",
        "Readers of long documents lose the note, those without sight above all.",
        "The link names an id that the converter has changed.",
        Facet.JUMP,
    ),
    Fault.BACK: Entry(
        "the {note} does not lead back to its {call}",
        "No link of the note leads to this very call.",
        "Who has followed a call with a keyboard or a screen reader has lost their place.",
        "A note that is called three times leads back to the first call only.",
        Facet.BACK,
    ),
    Fault.HIDDEN: Entry(
        "it is there, but no reader can see it",
        "The call or the whole note is in the file, but nothing of it can be seen: hidden by style, "
        "covered, off the page, without size, in the colour of its ground, or in a closed element.",
        "A machine finds the source, a reader does not.",
        "`display: none`; white text; a note in the margin that the page's edge cuts off.",
        Facet.SEEN,
    ),
    Fault.TOGETHER: Entry(
        "the mark runs into the one before it",
        "Two calls follow each other with nothing between their marks.",
        "The notes 1 and 2 are read as note 12.",
        "`claim¹²` for notes 1 and 2.",
        Facet.APART,
    ),
    Fault.AFAR: Entry(
        "the {note} begins on a page far from its {call}",
        "A note at the foot of pages begins before the page of its call, or later than on the next.",
        "The reader looks for it at the foot of the page, and it is not there.",
        "A crowded page pushes its notes on, and the next page pushes them on again.",
        Facet.NEAR,
    ),
    Fault.RANK: Entry(
        "the {note} stands elsewhere among the notes",
        "The notes do not stand in the order in which they are first called.",
        "Who reads the notes one after the other, or turns to the next one, looks for it in vain.",
        "Note 5 before note 1, each under its own number.",
        Facet.RANK,
    ),
    Fault.STRAY: Entry(
        "text among the notes that nobody wrote",
        "Among the notes stands text that belongs to no note that is called.",
        "It seems to be a part of the note before it, or a source of its own.",
        "A note whose call was deleted; a paragraph of the template; an advertisement.",
        Facet.ALONE,
    ),
    Fault.IDS: Entry(
        "a name is given to two places",
        "Two elements of the file bear one id, so a link to it may lead to either.",
        "The same link leads to different places in different programs.",
        "Two chapters, put into one page, each with its own `fn1`.",
        Facet.IDS,
    ),
    Fault.PROSE: Entry(
        "the prose is not the same",
        "The text around the citations differs. Such findings are told aspect by aspect, see below.",
        "A citation means nothing where its sentence is gone.",
        "A paragraph that stood behind a figure is lost.",
    ),
}

ASPECTS: Mapping[Aspect, OfProse] = {
    Aspect.WORDS: OfProse(
        "words are lost, added, changed or in another place",
        "paragraph",
        "From the first block of the body to the last, every letter is there, in order, and no other.",
        "The text is what the reader came for.",
        "The last line of a page is cut off; a paragraph is printed twice.",
    ),
    Aspect.SPACES: OfProse(
        "words are parted otherwise",
        "paragraph",
        "Between words there is a space, and within them none.",
        "Words that run together cannot be searched, and are read out as one.",
        "Two paragraphs became one, without a space between them.",
    ),
    Aspect.HEADINGS: OfProse(
        "a heading is lost, added, or of another level",
        "heading",
        "Every heading is one, with its text and its level, and nothing else is.",
        "Readers who cannot see the page move by headings.",
        "A heading is a paragraph in bold letters.",
    ),
    Aspect.LINKS: OfProse(
        "a link is lost, added, in another place, or leads elsewhere",
        "link",
        "Every absolute address that the body links to, in order, and each in its block.",
        "Many sources are cited by nothing but a link.",
        "An address is printed, but leads nowhere.",
    ),
    Aspect.IMAGES: OfProse(
        "a picture or its alternative text is lost, added or changed",
        "picture",
        "Every picture has the alternative text that the source gives it, and there is no other.",
        "It is all that many readers have of a picture.",
        "The name of the file stands in its place.",
    ),
    Aspect.CELLS: OfProse(
        "table cells are lost, added, in another order, or not what they were",
        "cell",
        "Every cell of every table, also the empty ones, in its row: whether it is a header, "
        "and over how many columns and rows it reaches.",
        "A figure in the wrong column is a wrong figure.",
        "An empty cell was left out, and the row moved to the left.",
    ),
    Aspect.ITEMS: OfProse(
        "list items are lost, added, split, run together or numbered otherwise",
        "item",
        "Every item of every list, with its number and with what is nested in it.",
        "Lists count: the third of four conditions has to be the third of four.",
        "Two items became one; a list that begins with 4 begins with 1.",
    ),
    Aspect.QUOTATIONS: OfProse(
        "a quotation is lost, added, or is none any more",
        "quotation",
        "Every block quotation is one, with all that it says.",
        "Words of others must not seem to be the author's own.",
        "A quotation is a paragraph like any other.",
    ),
}

FACETS: Mapping[Facet, str] = {
    Facet.MARK: "the number, or the short citation, that is printed",
    Facet.CLAIM: "the words that the call stands behind",
    Facet.NOTE: "every letter of the note or entry, and no other",
    Facet.SPACES: "the spaces between its words",
    Facet.LINKS: "its addresses, in order",
    Facet.SHOWN: "no link shows another address than it leads to",
    Facet.JUMP: "the call leads to its note or entry",
    Facet.BACK: "the note leads back to this very call",
    Facet.SEEN: "a reader can see both",
    Facet.APART: "marks do not run together",
    Facet.NEAR: "the note begins on the page of its call or on the next",
    Facet.RANK: "the notes stand in the order in which they are called",
    Facet.ALONE: "nothing stands among the notes that nobody wrote",
    Facet.IDS: "no name is given to two places",
}
"""What each facet proves, in words."""

_NAMES = {
    Kind.NOTE: {"call": "call", "note": "note"},
    Kind.ENTRY: {"call": "citation", "note": "entry"},
}


def sentence(finding: Finding, kind: Kind = Kind.NOTE) -> str:
    """Return a finding in one clause, with the words for the kind of its citation."""
    if finding.aspect:
        return ASPECTS[finding.aspect].says
    return FAULTS[finding.fault].says.format(**_NAMES[kind])
