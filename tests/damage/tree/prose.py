"""Damages to the prose of an element tree."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from itertools import pairwise

from lxml.etree import _Element as Element

from damage import LETTER, WORD, other_letter
from damage.tree.publication import (
    CELLS,
    HEADINGS,
    Publication,
    alike,
    calls_in,
    name,
    outward,
    prints_its_address,
    remove,
    texts,
    write,
)
from surefoot.promise import Aspect
from surefoot.text import fold

ProseEdit = Callable[[Publication], None]
"""Damages the prose of a publication somewhere."""
_SUBHEADINGS = tuple(HEADINGS - {"h1"})


def _texts(publication: Publication) -> list:
    return texts(each for each in publication.prose() if name(each) not in {"code", "pre"})


def _alter_a_letter(publication: Publication) -> None:
    text = publication.pick(_texts(publication))
    write(text, other_letter(text, publication.pick(LETTER.finditer(text)).start()))


def _word(publication: Publication) -> tuple:
    return publication.pick([(text, word) for text in _texts(publication) for word in WORD.finditer(text)])


def _lose_a_word(publication: Publication) -> None:
    text, word = _word(publication)
    write(text, text[: word.start()] + text[word.end() :])


def _add_a_word(publication: Publication) -> None:
    text, word = _word(publication)
    write(text, f"{text[: word.start()]}moreover {text[word.start() :]}")


def _change_a_word(publication: Publication) -> None:
    text, word = _word(publication)
    write(text, f"{text[: word.start()]}otherwise{text[word.end() :]}")


def _exchange_words(publication: Publication) -> None:
    found = [
        (text, pair) for text in _texts(publication) for pair in re.finditer(r"(\w{4,})( )(\w{4,})", text)
    ]
    text, pair = publication.pick([(text, pair) for text, pair in found if fold(pair[1]) != fold(pair[3])])
    write(text, text[: pair.start()] + pair[3] + " " + pair[1] + text[pair.end() :])


def _lose_a_space(publication: Publication) -> None:
    spaces = re.compile(r"(?<=[^\W\d_])\s+(?=[^\W\d_])")
    text, space = publication.pick(
        [(text, space) for text in _texts(publication) for space in spaces.finditer(text)]
    )
    write(text, text[: space.start()] + text[space.end() :])


def _put_a_space(publication: Publication) -> None:
    text, word = _word(publication)
    write(text, text[: word.start() + 2] + " " + text[word.start() + 2 :])


def _beside_the_title(publication: Publication) -> Element:
    """Return the subtitle, or the name of an author."""
    found = [element for page in publication.pages.values() for element in page.iter("{*}*")]
    said = [
        each for each in found if each.get("role") == "doc-subtitle" or each.get("class") == "author-name"
    ]
    return publication.pick(said)


def _alter_what_stands_beside_the_title(publication: Publication) -> None:
    element = _beside_the_title(publication)
    at = publication.pick(LETTER.finditer(element.text or "")).start()
    element.text = other_letter(element.text or "", at)


def _lose_what_stands_beside_the_title(publication: Publication) -> None:
    remove(_beside_the_title(publication))


def _lose_a_paragraph(publication: Publication) -> None:
    remove(publication.pick(publication.paragraphs()))


def _add_a_paragraph(publication: Publication) -> None:
    """Put one in between: beside the title, and behind the last, stand words that nobody promises."""
    paragraph = publication.pick(publication.paragraphs()[1:])
    added = copy.copy(paragraph)
    for kid in list(added):
        added.remove(kid)
    added.attrib.clear()
    added.tail = None
    added.text = "This is a paragraph which nobody has ever written."
    paragraph.addprevious(added)


def _hide_a_paragraph(publication: Publication) -> None:
    publication.pick(publication.paragraphs()).set("style", "display: none")


def _double_a_paragraph(publication: Publication) -> None:
    paragraph = publication.pick(publication.paragraphs())
    twin = copy.deepcopy(paragraph)
    for element in twin.iter():
        element.attrib.pop("id", None)
    paragraph.addnext(twin)


def _move_a_paragraph(publication: Publication) -> None:
    """Let a paragraph stand before another that stood before it."""
    paragraphs = publication.paragraphs()
    pairs = [
        (one, other)
        for at, one in enumerate(paragraphs)
        for other in paragraphs[at + 1 :]
        if fold("".join(one.itertext())) != fold("".join(other.itertext()))
    ]
    first, other = publication.pick(pairs)
    remove(other)
    first.addprevious(other)


def _change_a_level(publication: Publication) -> None:
    heading = publication.pick(publication.of_prose(*_SUBHEADINGS))
    levels = [f"h{level}" for level in range(2, 7) if f"h{level}" != name(heading)]
    heading.tag = alike(heading, publication.pick(levels))


def _lose_a_heading(publication: Publication) -> None:
    headings = [each for each in publication.of_prose(*_SUBHEADINGS) if not calls_in(each)]
    remove(publication.pick(headings))


def _turn_a_heading_into_a_paragraph(publication: Publication) -> None:
    heading = publication.pick(publication.of_prose(*_SUBHEADINGS))
    heading.tag = alike(heading, "p")


def _turn_a_paragraph_into_a_heading(publication: Publication) -> None:
    paragraph = publication.pick(publication.paragraphs())
    paragraph.tag = alike(paragraph, "h2")


def _link(publication: Publication):
    return publication.pick([link for link in publication.of_prose("a") if outward(link)[:1] == [link]])


def _lead_a_link_elsewhere(publication: Publication) -> None:
    _link(publication).set("href", "https://elsewhere.example/")


def _take_a_link(publication: Publication) -> None:
    del _link(publication).attrib["href"]


def _move_a_link(publication: Publication) -> None:
    """Let a link lead from a word of another block, and all links keep their order."""
    found = publication.prose()
    links = [each for each in found if name(each) == "a" and outward(each)[:1] == [each]]
    link = publication.pick(
        [each for each in links if fold(each.text or "") and not prints_its_address(each)]
    )
    at = links.index(link)
    first = found.index(links[at - 1]) + 1 if at else 0
    last = found.index(links[at + 1]) if at + 1 < len(links) else len(found)
    blocks = [each for each in found[first:last] if name(each) in {"dd", "li", "p", "td"}]
    goal = publication.pick([each for each in blocks if WORD.search(each.text or "") and not outward(each)])
    word = publication.pick(WORD.finditer(goal.text or ""))
    moved = goal.makeelement(link.tag, {"href": link.attrib.pop("href")})
    moved.text, moved.tail = word[0], goal.text[word.end() :]
    goal.text = goal.text[: word.start()]
    goal.insert(0, moved)


def _put_in_a_link(publication: Publication) -> None:
    """Let a word of a paragraph lead out."""
    texts_ = texts(publication.paragraphs())
    text, word = publication.pick(
        [(text, word) for text in texts_ if not text.is_tail for word in WORD.finditer(text)]
    )
    around = text.getparent()
    around.text = text[: word.start()]
    link = around.makeelement(alike(around, "a"), {"href": "https://elsewhere.example/"})
    link.text, link.tail = word[0], text[word.end() :]
    around.insert(0, link)


def _described(publication: Publication):
    return publication.pick([each for each in publication.of_prose("img") if fold(each.get("alt", ""))])


def _describe_otherwise(publication: Publication) -> None:
    _described(publication).set("alt", "Something else altogether")


def _leave_undescribed(publication: Publication) -> None:
    del _described(publication).attrib["alt"]


def _put_in_a_picture(publication: Publication) -> None:
    """Let a paragraph end with a picture that nobody described."""
    paragraph = publication.pick(publication.paragraphs())
    paragraph.append(paragraph.makeelement(alike(paragraph, "img"), {"src": "elsewhere.png", "alt": ""}))


def _lose_a_picture(publication: Publication) -> None:
    remove(_described(publication))


def _lose_a_cell(publication: Publication) -> None:
    remove(publication.pick([each for each in publication.of_prose(*CELLS) if not calls_in(each)]))


def _exchange_cells(publication: Publication) -> None:
    cells = [each for each in publication.of_prose(*CELLS) if not calls_in(each) and not len(each)]
    pairs = [
        (one, other) for one in cells for other in cells if fold(one.text or "") != fold(other.text or "")
    ]
    one, other = publication.pick(pairs)
    one.text, other.text = other.text, one.text


def _lose_a_row(publication: Publication) -> None:
    remove(publication.pick([each for each in publication.of_prose("tr") if not calls_in(each)]))


def _break_a_row_elsewhere(publication: Publication) -> None:
    """Let the first cell of a row be the last of the one before it."""
    rows = [each for each in publication.of_prose("tr") if len(each) > 1]
    one, other = publication.pick(
        [(one, other) for one, other in pairwise(rows) if one.getnext() is other and not calls_in(other[0])]
    )
    one.append(other[0])


def _turn_a_header_into_a_cell(publication: Publication) -> None:
    headers = [each for each in publication.of_prose("th") if fold("".join(each.itertext()))]
    header = publication.pick(headers)
    header.tag = alike(header, "td")


def _stretch_a_cell(publication: Publication) -> None:
    cell = publication.pick(publication.of_prose(*CELLS))
    side = publication.pick(["colspan", "rowspan"])
    cell.set(side, str(int(cell.get(side, "1")) + 1))


def _lose_an_item(publication: Publication) -> None:
    remove(publication.pick([each for each in publication.of_prose("li") if not calls_in(each)]))


def _merge_items(publication: Publication) -> None:
    """Let an item hold what the next one held."""
    items = [each for each in publication.of_prose("li") if each.getnext() is not None]
    item = publication.pick(items)
    following = item.getnext()
    following.tag = alike(following, "div")
    item.append(following)


def _ordered(publication: Publication) -> Element:
    return publication.pick(publication.of_prose("ol"))


def _begin_a_list_elsewhere(publication: Publication) -> None:
    listing = _ordered(publication)
    listing.set("start", str(int(listing.get("start", "1")) + 2))


def _number_an_item_otherwise(publication: Publication) -> None:
    publication.pick(list(_ordered(publication))).set("value", "17")


def _number_a_list_in_letters(publication: Publication) -> None:
    _ordered(publication).set("type", "A")


def _turn_numbers_into_bullets(publication: Publication) -> None:
    listing = _ordered(publication)
    listing.tag = alike(listing, "ul")


def _turn_a_quotation_into_paragraphs(publication: Publication) -> None:
    quotation = publication.pick(publication.of_prose("blockquote"))
    quotation.tag = alike(quotation, "div")


EDITS: tuple[tuple[str, Aspect, ProseEdit], ...] = (
    ("a letter of the prose altered", Aspect.WORDS, _alter_a_letter),
    ("a word of the prose lost", Aspect.WORDS, _lose_a_word),
    ("a word of the prose changed", Aspect.WORDS, _change_a_word),
    ("a word put into the prose", Aspect.WORDS, _add_a_word),
    ("two words of the prose exchanged", Aspect.WORDS, _exchange_words),
    ("a letter beside the title altered", Aspect.WORDS, _alter_what_stands_beside_the_title),
    ("subtitle or author lost", Aspect.WORDS, _lose_what_stands_beside_the_title),
    ("a paragraph lost", Aspect.WORDS, _lose_a_paragraph),
    ("a paragraph put in", Aspect.WORDS, _add_a_paragraph),
    ("a paragraph hidden", Aspect.WORDS, _hide_a_paragraph),
    ("a paragraph doubled", Aspect.WORDS, _double_a_paragraph),
    ("a paragraph moved", Aspect.WORDS, _move_a_paragraph),
    ("a heading lost", Aspect.HEADINGS, _lose_a_heading),
    ("a space of the prose lost", Aspect.SPACES, _lose_a_space),
    ("a space put into a word of the prose", Aspect.SPACES, _put_a_space),
    ("the level of a heading changed", Aspect.HEADINGS, _change_a_level),
    ("a heading turned into a paragraph", Aspect.HEADINGS, _turn_a_heading_into_a_paragraph),
    ("a paragraph turned into a heading", Aspect.HEADINGS, _turn_a_paragraph_into_a_heading),
    ("a link of the prose led elsewhere", Aspect.LINKS, _lead_a_link_elsewhere),
    ("a link of the prose taken", Aspect.LINKS, _take_a_link),
    ("a link moved to other words", Aspect.LINKS, _move_a_link),
    ("a link put into the prose", Aspect.LINKS, _put_in_a_link),
    ("an alternative text changed", Aspect.IMAGES, _describe_otherwise),
    ("an alternative text lost", Aspect.IMAGES, _leave_undescribed),
    ("a picture lost", Aspect.IMAGES, _lose_a_picture),
    ("a picture put in", Aspect.IMAGES, _put_in_a_picture),
    ("a cell lost", Aspect.CELLS, _lose_a_cell),
    ("two cells exchanged", Aspect.CELLS, _exchange_cells),
    ("a row lost", Aspect.CELLS, _lose_a_row),
    ("a row broken elsewhere", Aspect.CELLS, _break_a_row_elsewhere),
    ("a header turned into a cell", Aspect.CELLS, _turn_a_header_into_a_cell),
    ("a cell stretched", Aspect.CELLS, _stretch_a_cell),
    ("an item lost", Aspect.ITEMS, _lose_an_item),
    ("two items merged", Aspect.ITEMS, _merge_items),
    ("a list begun with another number", Aspect.ITEMS, _begin_a_list_elsewhere),
    ("an item numbered otherwise", Aspect.ITEMS, _number_an_item_otherwise),
    ("a list numbered in letters", Aspect.ITEMS, _number_a_list_in_letters),
    ("a numbered list turned into one of bullets", Aspect.ITEMS, _turn_numbers_into_bullets),
    ("a quotation turned into paragraphs", Aspect.QUOTATIONS, _turn_a_quotation_into_paragraphs),
)
