"""Damages to calls and notes in element trees."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable

from lxml import etree

from damage import LETTER, WORD, InapplicableError, other_letter
from damage.tree.publication import (
    BLOCKS,
    Publication,
    alike,
    calls_in,
    name,
    outward,
    print_address,
    prints_its_address,
    remove,
    texts,
    texts_of_note,
    write,
)
from surefoot.promise import Fault
from surefoot.text import fold

NOWHERE = "#nowhere"

Edit = Callable[[Publication, int], None]
"""Damages one citation of a publication."""


def _alter_a_letter(publication: Publication, place: int) -> None:
    words = publication.pick(texts_of_note(publication.called_once(place)))
    write(words, other_letter(words, publication.pick(LETTER.finditer(words)).start()))


def _lose_the_text(publication: Publication, place: int) -> None:
    """Keep the note's number, addresses and ways back."""
    note = publication.called_once(place)
    for words in note.xpath(".//text()[not(ancestor::*[@href])]"):
        write(words, "")
    for link in outward(note):
        print_address(link, link.get("href"))
    for shown in list(note.iter("{*}img", "{*}math")):
        remove(shown)


def _word_of_note(publication: Publication, place: int) -> tuple[etree._ElementUnicodeResult, re.Match[str]]:
    found = [
        (text, word) for text in texts_of_note(publication.called_once(place)) for word in WORD.finditer(text)
    ]
    return publication.pick(found)


def _lose_a_word(publication: Publication, place: int) -> None:
    text, word = _word_of_note(publication, place)
    write(text, text[: word.start()] + text[word.end() :])


def _exchange_words(publication: Publication, place: int) -> None:
    note = publication.called_once(place)
    pairs = [
        (text, pair) for text in texts_of_note(note) for pair in re.finditer(r"(\w{4,})( )(\w{4,})", text)
    ]
    text, pair = publication.pick([(text, pair) for text, pair in pairs if fold(pair[1]) != fold(pair[3])])
    write(text, text[: pair.start()] + pair[3] + " " + pair[1] + text[pair.end() :])


def _exchange_notes(publication: Publication, place: int) -> None:
    """Let a note say what another says."""
    note = publication.called_once(place)
    others = [publication.note(at + 1) for at in range(len(publication.calls()))]
    other = publication.pick([each for each in others if each is not note and texts_of_note(each)])
    for words in texts_of_note(note):
        write(words, "")
    holder = publication.pick(list(note.iter("{*}p")) or [note])
    holder.append(etree.fromstring("<span/>"))
    holder[-1].tag = alike(holder, "span")
    holder[-1].text = " ".join(texts_of_note(other))


def _add_a_word(publication: Publication, place: int) -> None:
    text, word = _word_of_note(publication, place)
    write(text, f"{text[: word.start()]}moreover {text[word.start() :]}")


def _add_a_sentence(publication: Publication, place: int) -> None:
    block = publication.pick(
        [each for each in publication.called_once(place).iter("{*}p", "{*}li") if texts([each])]
    )
    added = etree.SubElement(block, alike(block, "em"))
    added.text = " But see elsewhere."


def _lose_a_space(publication: Publication, place: int) -> None:
    found = texts_of_note(publication.called_once(place))
    spaces = [(text, space) for text in found for space in re.finditer(r"(?<=[^\W\d_])\s+(?=[^\W\d_])", text)]
    text, space = publication.pick(spaces)
    write(text, text[: space.start()] + text[space.end() :])


def _put_a_space(publication: Publication, place: int) -> None:
    text, word = _word_of_note(publication, place)
    write(text, text[: word.start() + 2] + " " + text[word.start() + 2 :])


def _alter_the_mark(publication: Publication, place: int) -> None:
    words = next(text for text in publication.call(place).xpath(".//text()") if re.search(r"\d", text))
    write(words, re.sub(r"(\d+)", r"\g<1>0", words))


def _alter_the_claim(publication: Publication, place: int) -> None:
    text = _before(publication, place)
    at = [letter.start() for letter in LETTER.finditer(text)][-1]
    write(text, other_letter(text, at))


def _before(publication: Publication, place: int) -> etree._ElementUnicodeResult:
    """Return the words between the call before, or the beginning of the block, and a call."""
    call = publication.call(place)
    block = _block(call)
    for node in reversed(call.xpath("preceding::node()[self::* or self::text()]")):
        text = isinstance(node, str)
        element = node.getparent() if text else node
        if block not in (element, *element.iterancestors()) or element in _calls(publication):
            break
        if text and LETTER.search(node) and not element.get("href"):
            return node
    raise InapplicableError


def _calls(publication: Publication) -> list[etree._Element]:
    return [call for _, call in publication.calls()]


def _lose_a_word_of_the_claim(publication: Publication, place: int) -> None:
    text = _before(publication, place)
    word = publication.pick(list(WORD.finditer(text))[-1:])
    write(text, text[: word.start()] + text[word.end() :])


def _alter_an_address(publication: Publication, place: int) -> None:
    """Alter target and printed address alike, as a typesetter would who broke it."""
    link = publication.pick(outward(publication.called_once(place)))
    printed = prints_its_address(link)
    link.set("href", link.get("href") + "x")
    if printed:
        print_address(link, link.get("href"))


def _unlink_an_address(publication: Publication, place: int) -> None:
    del publication.pick(outward(publication.called_once(place))).attrib["href"]


def _printing(publication: Publication, place: int) -> etree._Element:
    return publication.pick(filter(prints_its_address, outward(publication.called_once(place))))


def _lead_from_a_printed_address(publication: Publication, place: int) -> None:
    _printing(publication, place).set("href", "https://elsewhere.example/")


def _print_another_address(publication: Publication, place: int) -> None:
    print_address(_printing(publication, place), "https://elsewhere.example/")


def _lead_elsewhere(publication: Publication, place: int) -> None:
    """Lead a call to the note of another call on its page."""
    path, call = publication.calls()[place - 1]
    others = {other.get("href") for at, other in publication.calls() if at == path} - {call.get("href")}
    call.set("href", publication.pick(sorted(others)))


def _kill_the_jump(publication: Publication, place: int) -> None:
    publication.call(place).set("href", NOWHERE)


def _unlink_the_call(publication: Publication, place: int) -> None:
    del publication.call(place).attrib["href"]


def _forget_the_notes_name(publication: Publication, place: int) -> None:
    del publication.called_once(place).attrib["id"]


def _kill_the_way_back(publication: Publication, place: int) -> None:
    publication.way_back(place).set("href", NOWHERE)


def _lead_the_way_back_elsewhere(publication: Publication, place: int) -> None:
    way = publication.way_back(place)
    others = [
        other.get("href") for at in range(len(publication.calls())) for other in publication.ways_back(at + 1)
    ]
    way.set(
        "href",
        publication.pick(sorted({*others} - {each.get("href") for each in publication.ways_back(place)})),
    )


def _unlink_the_way_back(publication: Publication, place: int) -> None:
    del publication.way_back(place).attrib["href"]


def _forget_the_calls_name(publication: Publication, place: int) -> None:
    del publication.call(place).attrib["id"]


def _remove_the_call(publication: Publication, place: int) -> None:
    remove(publication.call(place))


def _block(element: etree._Element) -> etree._Element:
    return next(block for block in element.iterancestors() if name(block) in BLOCKS)


def _add_a_call(publication: Publication, place: int) -> None:
    """Call the same note a second time, at the beginning of the block of the first call."""
    call = publication.call(place)
    if not LETTER.search("".join(call.xpath("preceding-sibling::text()"))):
        raise InapplicableError
    holder = _block(call)
    added = etree.SubElement(holder, call.tag, role="doc-noteref", href=call.get("href", ""))
    added.text, added.tail, holder.text = "".join(call.itertext()), holder.text, None
    holder.insert(0, added)


def _double_the_call(publication: Publication, place: int) -> None:
    call = publication.call(place)
    twin = copy.deepcopy(call)
    twin.attrib.pop("id", None)
    call.tail = None
    call.addnext(twin)


def _run_together(publication: Publication, place: int) -> None:
    """Take the brackets from two calls in a row, so that 1 and 2 are read as 12."""
    call = publication.call(place)
    before = call.getprevious()
    if before is None or before not in _calls(publication) or (before.tail or "").strip():
        raise InapplicableError
    for each in (before, call):
        words = next(text for text in each.xpath(".//text()") if re.search(r"\d", text))
        write(words, words.strip("[]"))
    before.tail = None


def _double_the_note(publication: Publication, place: int) -> None:
    note = _whole(publication.called_once(place))
    twin = copy.deepcopy(note)
    for element in twin.iter():
        element.attrib.pop("id", None)
    for way in publication.ways_back(place):
        for same in twin.xpath(f".//*[@href='{way.get('href')}']"):
            remove(same)
    note.addnext(twin)


def _whole(note: etree._Element) -> etree._Element:
    """Return the item of a list that holds nothing but the note, else the note."""
    around = note.getparent()
    return around if around.get("role") == "listitem" else note


def _move_the_call(publication: Publication, place: int) -> None:
    """Let a call stand in another block, behind the calls that follow it."""
    call = publication.call(place)
    behind = [other for _, other in publication.calls()[place:] if _block(other) is not _block(call)]
    goal = publication.pick([_block(each) for each in behind])
    if goal in call.iterancestors() or calls_in(goal)[-1] is call:
        raise InapplicableError
    remove(call)
    calls_in(goal)[-1].getparent().append(call)


def _move_the_note(publication: Publication, place: int) -> None:
    """Set a note behind some that follow it, under its own number."""
    note = _whole(publication.called_once(place))
    behind = [each for each in note.itersiblings() if name(each) == name(note)]
    goal = publication.pick(behind[1:])
    remove(note)
    goal.addnext(note)


def _print_stray_words(publication: Publication, place: int) -> None:
    note = _whole(publication.note(place))
    stray = etree.Element(alike(note, "p"))
    stray.text = "Nobody wrote these words among the notes."
    outer = note.getparent()
    goal = outer if name(outer) == "ol" else note
    goal.addnext(stray)


def _add_a_note(publication: Publication, place: int) -> None:
    """Add a note that nothing calls."""
    note = _whole(publication.note(place))
    added = copy.deepcopy(note)
    for kid in list(added):
        added.remove(kid)
    added.text = None
    added.attrib.pop("id", None)
    added.set("value", "99")
    etree.SubElement(added, alike(note, "p")).text = "This is a note which nobody has ever called."
    note.getparent().append(added)


def _repeat_the_notes_name(publication: Publication, place: int) -> None:
    """Give the note's name to something behind it as well: links still lead to the note."""
    note = publication.note(place)
    others = [each for each in publication.page(note).iter("{*}p") if not each.get("id")]
    behind = [each for each in others if note in each.iterancestors() or _follows(note, each)]
    publication.pick(behind).set("id", note.get("id"))


def _follows(one: etree._Element, other: etree._Element) -> bool:
    return other in one.xpath("following::*")


EDITS: tuple[tuple[str, Fault, Edit], ...] = (
    ("a letter of the note altered", Fault.NOTE, _alter_a_letter),
    ("the text of the note lost", Fault.NOTE, _lose_the_text),
    ("a word of the note lost", Fault.NOTE, _lose_a_word),
    ("two words of the note exchanged", Fault.NOTE, _exchange_words),
    ("the text of another note in its place", Fault.NOTE, _exchange_notes),
    ("a word put into the note", Fault.ADDED, _add_a_word),
    ("a sentence put into the note", Fault.ADDED, _add_a_sentence),
    ("a space of the note lost", Fault.SPACES, _lose_a_space),
    ("a space put into a word of the note", Fault.SPACES, _put_a_space),
    ("the mark altered", Fault.MARK, _alter_the_mark),
    ("the words of the claim altered", Fault.CLAIM, _alter_the_claim),
    ("a word of the claim lost", Fault.CLAIM, _lose_a_word_of_the_claim),
    ("an address altered", Fault.LINKS, _alter_an_address),
    ("the link of an address taken", Fault.LINKS, _unlink_an_address),
    ("a printed address led elsewhere", Fault.MISLEADING, _lead_from_a_printed_address),
    ("another address printed", Fault.MISLEADING, _print_another_address),
    ("the call led elsewhere", Fault.JUMP, _lead_elsewhere),
    ("the jump of the call killed", Fault.JUMP, _kill_the_jump),
    ("the link of the call taken", Fault.JUMP, _unlink_the_call),
    ("the name of the note taken", Fault.JUMP, _forget_the_notes_name),
    ("the way back killed", Fault.BACK, _kill_the_way_back),
    ("the way back led elsewhere", Fault.BACK, _lead_the_way_back_elsewhere),
    ("the link of the way back taken", Fault.BACK, _unlink_the_way_back),
    ("the name of the call taken", Fault.BACK, _forget_the_calls_name),
    ("the call removed", Fault.LOST, _remove_the_call),
    ("a call added", Fault.INVENTED, _add_a_call),
    ("the call doubled", Fault.DOUBLED, _double_the_call),
    ("the note doubled", Fault.DOUBLED, _double_the_note),
    ("the call moved", Fault.ORDER, _move_the_call),
    ("the note moved", Fault.RANK, _move_the_note),
    ("two marks run together", Fault.TOGETHER, _run_together),
    ("words printed beside the note", Fault.STRAY, _print_stray_words),
    ("a note that nothing calls", Fault.STRAY, _add_a_note),
    ("the name of the note given twice", Fault.IDS, _repeat_the_notes_name),
)
