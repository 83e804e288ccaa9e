"""What differs between a promised citation and its partner; what another difference explains is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from surefoot.promise import Citation, Facet, Fault, Finding, Kind
from surefoot.text import address
from surefoot.verify.letters import around, gaps_apart, letters, put_in, same, shown


@dataclass(frozen=True, slots=True)
class Matter:
    """A promised citation, its partner, and what can be asked of the two."""

    place: int
    """One-based rank of the promised one."""
    one: Citation
    other: Citation
    judged: frozenset[Facet]

    def finding(self, fault: Fault, promised: str, found: str) -> Finding:
        """Return a finding on this citation."""
        return Finding(fault, self.one.mark, self.place, promised, found)


@dataclass(frozen=True, slots=True)
class Context:
    """What else the file shows that may explain a difference."""

    by_mark: Mapping[str, Citation]
    """The promised citations, the first of each mark."""
    notes: frozenset[str]
    """The letters of all promised notes."""
    uncalled: frozenset[str]
    """The letters of what stands uncalled among the notes found."""

    @classmethod
    def of(cls, promised: Sequence[Citation], strays: Sequence[str]) -> Context:
        """Gather what a promise and what is left over of a file can explain."""
        by_mark = {each.mark: each for each in reversed(promised)}
        notes = frozenset(letters(each.note) for each in promised)
        return cls(by_mark, notes, frozenset(map(letters, strays)))


def differences(matter: Matter, context: Context, before: Matter | None) -> Iterator[Finding]:
    """Yield what differs, what explains the rest first.

    Args:
        matter: the two to be compared.
        context: what may explain a difference.
        before: the pair right before this one, which may have the claim's difference already.
    """
    yield from _call(matter, before)
    one, other, judged = matter.one, matter.other, matter.judged
    if Facet.SEEN in judged and one.seen and not other.seen:
        yield matter.finding(Fault.HIDDEN, "a reader sees the call and the note", "one of them is hidden")
    if _leads_to_another(matter, context):
        if not _by_its_mark(matter, context):
            yield matter.finding(Fault.NOTE, *around(one.note, other.note))
    elif not other.note and one.note and Facet.NOTE in judged:
        yield _missing(matter, context)
    else:
        yield from _note(matter)
        yield from _ways(matter)
    if Facet.NEAR in judged and one.near and not other.near:
        yield matter.finding(
            Fault.AFAR, "the note begins on the page of its call or on the next", "it begins elsewhere"
        )


def _call(matter: Matter, before: Matter | None) -> Iterator[Finding]:
    """Yield what differs in the call: its mark, its place, and whether it stands apart."""
    one, other, judged = matter.one, matter.other, matter.judged
    if Facet.MARK in judged and one.mark != other.mark:
        yield matter.finding(Fault.MARK, one.mark, other.mark)
    if Facet.CLAIM in judged and displaced(one, other) and not _inherited(matter, before):
        yield matter.finding(Fault.CLAIM, one.claim, other.claim)
    if Facet.APART in judged and one.apart and not other.apart:
        yield matter.finding(Fault.TOGETHER, "the mark stands apart", "it runs into the mark before it")


def displaced(one: Citation, other: Citation) -> bool:
    """Whether a call stands behind other words.

    A promised claim begins with its block, a recovered one may begin before it.
    """
    return not other.claim.endswith(one.claim)


def _inherited(matter: Matter, before: Matter | None) -> bool:
    """Whether two claims part only in words that are of the claim before as well, and part there."""
    if before is None:
        return False
    told, found = _words(before.one), _words(before.other)
    mine, theirs = matter.one.claim, matter.other.claim
    shared = next(size for size in range(len(mine), -1, -1) if told.endswith(mine[:size]))
    own = mine[shared:]
    rest = theirs[: len(theirs) - len(own)]
    return bool(shared) and told != found and theirs.endswith(own) and found.endswith(rest)


def _words(citation: Citation) -> str:
    """Return the prose up to a call, and the call itself where that is words."""
    return citation.claim + (citation.mark if citation.kind is Kind.ENTRY else "")


def _leads_to_another(matter: Matter, context: Context) -> bool:
    """Whether the note found is another promised one, whole."""
    found = letters(matter.other.note)
    return Facet.NOTE in matter.judged and found != letters(matter.one.note) and found in context.notes


def _by_its_mark(matter: Matter, context: Context) -> bool:
    """Whether a call leads to another note because it bears the mark of that one."""
    marked = context.by_mark.get(matter.other.mark)
    wrong = Facet.MARK in matter.judged and matter.one.mark != matter.other.mark
    return wrong and marked is not None and letters(marked.note) == letters(matter.other.note)


def _missing(matter: Matter, context: Context) -> Finding:
    """Return what it means that a call has no note: if that stands there uncalled, the way is broken."""
    if Facet.JUMP in matter.judged and not matter.other.jump and letters(matter.one.note) in context.uncalled:
        return matter.finding(Fault.JUMP, "the call leads to its note", "it does not")
    return matter.finding(Fault.NOTE, around(matter.one.note, "")[0], "")


def _note(matter: Matter) -> Iterator[Finding]:
    """Yield what differs in the words and addresses of the note."""
    one, other, judged = matter.one, matter.other, matter.judged
    linked = list(_links(matter))
    if Facet.NOTE in judged and not same(one.note, other.note):
        added = put_in(one.note, other.note)
        if added is None:
            yield matter.finding(Fault.NOTE, *around(one.note, other.note))
        elif not (linked and _is_lost_link(added, matter)):
            yield matter.finding(Fault.ADDED, *around(one.note, other.note))
    # An address that is printed has a space beside it, which goes where the address goes.
    elif Facet.SPACES in judged and gaps_apart(one.note, other.note) > max(
        0, len(one.links) - len(other.links)
    ):
        yield matter.finding(Fault.SPACES, *around(one.note, other.note))
    yield from linked


def _links(matter: Matter) -> Iterator[Finding]:
    one, other = matter.one, matter.other
    misleading = _misleading(matter) if Facet.SHOWN in matter.judged else {}
    for rank, printed in misleading.items():
        yield matter.finding(Fault.MISLEADING, f"a link to {other.links[rank]}", f"it shows {printed}")
    if Facet.LINKS not in matter.judged or one.links == other.links:
        return
    kept = [link for rank, link in enumerate(one.links) if rank not in misleading]
    found = [link for rank, link in enumerate(other.links) if rank not in misleading]
    if kept != found:
        yield matter.finding(Fault.LINKS, " ".join(one.links), " ".join(other.links))


def _misleading(matter: Matter) -> Mapping[int, str]:
    """Return what those links print, by their ranks, that show an address other than their target."""
    promised = [*zip(matter.one.links, matter.one.shown, strict=False)]
    found = [*zip(matter.other.links, matter.other.shown, strict=False)]
    return {
        rank: printed
        for rank, (target, printed) in enumerate(found)
        if printed not in {"", target} and (target, printed) not in promised
    }


def _is_lost_link(added: str, matter: Matter) -> bool:
    """Whether words were added only because the address that they print is no link any more."""
    return address(added) in set(matter.one.links) - set(matter.other.links)


def _ways(matter: Matter) -> Iterator[Finding]:
    one, other, judged = matter.one, matter.other, matter.judged
    call, note = ("call", "note") if one.kind is Kind.NOTE else ("citation", "entry")
    if Facet.JUMP in judged and one.jump and not other.jump:
        yield matter.finding(Fault.JUMP, f"the {call} leads to its {note}", "it does not")
    if Facet.BACK in judged and one.back and not other.back:
        yield matter.finding(Fault.BACK, f"the {note} leads back to this {call}", "it does not")


def summary(citation: Citation) -> str:
    """Return a citation in one line."""
    return f"[{citation.mark}] …{citation.claim} → {shown(citation.note)[:80]}"
