"""Damages to the prose of a tagged PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, pairwise

from pikepdf import Array, Dictionary, Name, String

from damage.pdf.citations import (
    add_a_word,
    alter_a_letter,
    exchange_words,
    lose_a_space,
    lose_a_word,
    put_a_space,
    take_a_glyph,
)
from damage.pdf.tagged import Piece, Tagged, annotations, kids, kill, lead
from surefoot.promise import Aspect
from surefoot.text import fold

ProseEdit = Callable[[Tagged], None]
"""Damages the prose of a PDF somewhere."""
_SET_OTHERWISE = ("Link", "Figure", "Formula")
"""Elements that show more than their text."""
_HEADINGS = ("H2", "H3", "H4", "H5", "H6")


def _in_words(edit: Callable[[Tagged, list[Piece]], None]) -> ProseEdit:
    return lambda tagged: edit(tagged, tagged.words_of_prose())


def _authors(tagged: Tagged) -> list[Dictionary]:
    """Return what prints the name of an author."""
    names = fold(str(tagged.pdf.docinfo.get("/Author", "")))
    printed = ((each, fold(tagged.text(each))) for each in tagged.elements("P"))
    return [each for each, text in printed if text and text in names]


def _alter_the_name_of_an_author(tagged: Tagged) -> None:
    alter_a_letter(tagged, tagged.pieces(tagged.pick(_authors(tagged))))


def _lose_an_author(tagged: Tagged) -> None:
    tagged.remove(tagged.pick(_authors(tagged)))


def _lose_a_paragraph(tagged: Tagged) -> None:
    tagged.remove(tagged.pick(tagged.paragraphs()))


def _move_a_paragraph(tagged: Tagged) -> None:
    """Let a paragraph be read before another that stood before it."""
    paragraphs = tagged.paragraphs()
    pairs = [
        (one, other)
        for at, one in enumerate(paragraphs)
        for other in paragraphs[at + 1 :]
        if fold(tagged.text(one)) != fold(tagged.text(other))
    ]
    first, other = tagged.pick(pairs)
    tagged.detach(other)
    held = kids(first.P)
    at = next(at for at, each in enumerate(held) if each.objgen == first.objgen)
    first.P.K = Array([*held[:at], other, *held[at:]])
    other.P = first.P


def _shown(tagged: Tagged, pairs: Iterable[tuple[Dictionary, Dictionary]]) -> tuple[list[Piece], list[Piece]]:
    """Return what one of some pairs of elements shows: of other words, the second below the first."""
    found = []
    for one, other in pairs:
        above, below = tagged.pieces(one), tagged.pieces(other)
        lines = [piece.place()[1] for piece in (*above, *below)]
        plain = not any(tagged.elements(tag, each) for tag in _SET_OTHERWISE for each in (one, other))
        if above and below and plain and fold(tagged.text(one)) != fold(tagged.text(other)):
            same = len({piece.sheet.page.objgen for piece in (*above, *below)}) == 1
            if same and lines == sorted(lines, reverse=True) and above[-1].place()[1] > below[0].place()[1]:
                found.append((above, below))
    return tagged.pick(found)


def _exchange(above: list[Piece], below: list[Piece]) -> None:
    """Let the page alone show two elements in the other order."""
    top, bottom = above[0].place()[1], below[-1].place()[1]
    down, up = above[-1].place()[1] - bottom, top - below[0].place()[1]
    for pieces, way in ((above, -down), (below, up)):
        for piece in pieces:
            piece.shift(0, way)


def _siblings(elements: list[Dictionary]) -> Iterator[tuple[Dictionary, Dictionary]]:
    return ((one, other) for one, other in pairwise(elements) if one.P.objgen == other.P.objgen)


def _exchange_paragraphs_on_the_page(tagged: Tagged) -> None:
    _exchange(*_shown(tagged, _siblings(tagged.paragraphs())))


def _exchange_items_on_the_page(tagged: Tagged) -> None:
    _exchange(*_shown(tagged, _siblings(_items(tagged))))


def _exchange_cells_on_the_page(tagged: Tagged) -> None:
    """Exchange two cells of one column."""
    rows = [tagged.elements("TD", row) for row in tagged.of_prose("TR")]
    columns = (zip(one, other, strict=True) for one, other in pairwise(rows) if len(one) == len(other))
    _exchange(*_shown(tagged, chain.from_iterable(columns)))


def _change_a_level(tagged: Tagged) -> None:
    heading = tagged.pick(tagged.of_prose(*_HEADINGS))
    heading.S = Name(f"/{tagged.pick([tag for tag in _HEADINGS if f'/{tag}' != heading.S])}")


def _lose_a_heading(tagged: Tagged) -> None:
    found = tagged.of_prose(*_HEADINGS)
    tagged.remove(tagged.pick([each for each in found if not tagged.elements("Reference", each)]))


def _turn_a_heading_into_a_paragraph(tagged: Tagged) -> None:
    tagged.pick(tagged.of_prose(*_HEADINGS)).S = Name.P


def _turn_a_paragraph_into_a_heading(tagged: Tagged) -> None:
    tagged.pick(tagged.paragraphs()).S = Name.H2


def _link(tagged: Tagged) -> list[Dictionary]:
    """Return the annotations of a link that leads out."""
    found = [list(annotations(each)) for each in tagged.of_prose("Link")]
    return tagged.pick([each for each in found if each and "/URI" in each[0].get("/A", {})])


def _lead_a_link_elsewhere(tagged: Tagged) -> None:
    for annotation in _link(tagged):
        annotation.A.URI = String("https://elsewhere.example/")


def _take_a_link(tagged: Tagged) -> None:
    for annotation in _link(tagged):
        kill(annotation)


def _described(tagged: Tagged) -> Dictionary:
    return tagged.pick([each for each in tagged.of_prose("Figure") if fold(str(each.get("/Alt", "")))])


def _describe_otherwise(tagged: Tagged) -> None:
    _described(tagged).Alt = String("Something else altogether")


def _leave_undescribed(tagged: Tagged) -> None:
    del _described(tagged).Alt


def _cells(tagged: Tagged) -> list[Dictionary]:
    return [each for each in tagged.of_prose("TH", "TD") if not tagged.elements("Reference", each)]


def _lose_a_cell(tagged: Tagged) -> None:
    tagged.remove(tagged.pick(_cells(tagged)))


def _exchange_cells(tagged: Tagged) -> None:
    """Let two cells be read in each other's place."""
    cells = _cells(tagged)
    pairs = [
        (one, other) for one in cells for other in cells if fold(tagged.text(one)) != fold(tagged.text(other))
    ]
    one, other = tagged.pick(pairs)
    one.K, other.K = other.K, one.K
    for cell in (one, other):
        for kid in kids(cell):
            if "/S" in kid:
                kid.P = cell


def _break_a_row_elsewhere(tagged: Tagged) -> None:
    """Let the first cell of a row be the last of the one before it."""
    rows = [each for each in tagged.of_prose("TR") if len(kids(each)) > 1]
    one, other = tagged.pick([pair for pair in pairwise(rows) if pair[0].P == pair[1].P])
    cell = kids(other)[0]
    tagged.detach(cell)
    one.K.append(cell)
    cell.P = one


def _turn_a_header_into_a_cell(tagged: Tagged) -> None:
    tagged.pick([each for each in tagged.of_prose("TH") if fold(tagged.text(each))]).S = Name.TD


def _stretch_a_cell(tagged: Tagged) -> None:
    side = tagged.pick(["ColSpan", "RowSpan"])
    tagged.pick(tagged.of_prose("TD", "TH")).A = Dictionary({"/O": Name.Table, f"/{side}": 2})


def _move_a_link(tagged: Tagged) -> None:
    """Let another block end with a link, and all links keep their order."""
    found = tagged.prose()
    live = [each for each in found if each.S == "/Link" and "/URI" in next(annotations(each)).get("/A", {})]
    at = tagged.pick(range(len(live)))
    first = found.index(live[at - 1]) + 1 if at else 0
    blocks = [each for each in found[first : found.index(live[at])] if each.S == "/P"]
    goal = tagged.pick([each for each in blocks if tagged.pieces(each) and not tagged.elements("Link", each)])
    action = Dictionary(A=next(annotations(live[at])).A)
    for annotation in annotations(live[at]):
        kill(annotation)
    page = tagged.pieces(goal)[0].sheet.page
    tagged.link(tagged.add(goal, "Link", page), page, [0, 0, 9, 9], action)


def _put_in_a_link(tagged: Tagged) -> None:
    """Let a paragraph end with a link."""
    paragraph = tagged.pick(tagged.paragraphs())
    page = tagged.pieces(paragraph)[0].sheet.page
    link = tagged.add(paragraph, "Link", page)
    action = Dictionary(S=Name.URI, URI=String("https://elsewhere.example/"))
    tagged.link(link, page, [0, 0, 9, 9], Dictionary(A=action))


def _items(tagged: Tagged) -> list[Dictionary]:
    """Return the items of lists; an entry of a bibliography is none, in whatever it is listed."""
    items = (each for each in tagged.of_prose("LI") if each.P.get("/S") == "/L")
    return [each for each in items if not tagged.elements("BibEntry", each)]


def _lose_an_item(tagged: Tagged) -> None:
    tagged.remove(tagged.pick([each for each in _items(tagged) if not tagged.elements("Reference", each)]))


def _merge_items(tagged: Tagged) -> None:
    """Let an item hold what the next one held."""
    pairs = [
        (one, other)
        for one, other in zip(_items(tagged), _items(tagged)[1:], strict=False)
        if one.P == other.P
    ]
    one, other = tagged.pick(pairs)
    body, moved = tagged.elements("LBody", one)[0], tagged.elements("LBody", other)[0]
    body.K = Array([*body.K, *moved.K])
    tagged.detach(other)


def _numbered(tagged: Tagged) -> Dictionary:
    found = [each for each in tagged.of_prose("L") if "/Decimal" in str(each.get("/A", ""))]
    return tagged.pick([each for each in found if len(kids(each)) > 1])


def _exchange_numbers(tagged: Tagged) -> None:
    """Let two items be read with each other's number."""
    one, other = kids(_numbered(tagged))[:2]
    one.K[0], other.K[0] = other.K[0], one.K[0]
    one.K[0].P, other.K[0].P = one, other


def _turn_numbers_into_bullets(tagged: Tagged) -> None:
    _numbered(tagged).A.ListNumbering = Name.Disc


def _turn_a_quotation_into_paragraphs(tagged: Tagged) -> None:
    tagged.pick(tagged.of_prose("BlockQuote")).S = Name.Div


def _lead_an_entry_of_the_contents_elsewhere(tagged: Tagged) -> None:
    """Let the link of an entry lead where that of another does, on another page."""
    links = [next(annotations(each)) for each in tagged.elements("TOCI")]
    pages = {link.objgen: _aim(tagged, link) for link in links}
    pairs = [(one, other) for one in links for other in links if pages[one.objgen] != pages[other.objgen]]
    one, other = tagged.pick(pairs)
    lead(one, other)


def _lead_an_item_of_the_outline_elsewhere(tagged: Tagged) -> None:
    """Let an item lead where another does, on another page."""
    items = list(_outline(tagged.pdf.Root.get("/Outlines", Dictionary())))
    pages = {item.objgen: _aim(tagged, item) for item in items}
    pairs = [(one, other) for one in items for other in items if pages[one.objgen] != pages[other.objgen]]
    one, other = tagged.pick(pairs)
    lead(one, other)


def _outline(parent: Dictionary) -> Iterator[Dictionary]:
    item = parent.get("/First")
    while item is not None:
        yield item
        yield from _outline(item)
        item = item.get("/Next")


def _aim(tagged: Tagged, link: Dictionary) -> tuple[int, int]:
    """Return the page to which a link leads."""
    where = link.get("/Dest", link.get("/A", {}).get("/D"))
    names = tagged.pdf.Root.get("/Names", {}).get("/Dests", {}).get("/Names", Array())
    held = {str(name): found for name, found in zip(names[::2], names[1::2], strict=True)}
    found = held[str(where)] if isinstance(where, String) else where
    return (found.D if isinstance(found, Dictionary) else found)[0].objgen


EDITS: tuple[tuple[str, Aspect, ProseEdit], ...] = (
    ("a letter of the prose altered", Aspect.WORDS, _in_words(alter_a_letter)),
    ("a glyph of the prose taken from its font", Aspect.WORDS, _in_words(take_a_glyph)),
    ("a word of the prose lost", Aspect.WORDS, _in_words(lose_a_word)),
    ("a word put into the prose", Aspect.WORDS, _in_words(add_a_word)),
    ("two words of the prose exchanged", Aspect.WORDS, _in_words(exchange_words)),
    ("the name of an author altered", Aspect.WORDS, _alter_the_name_of_an_author),
    ("an author lost", Aspect.WORDS, _lose_an_author),
    ("a paragraph lost", Aspect.WORDS, _lose_a_paragraph),
    ("a paragraph moved", Aspect.WORDS, _move_a_paragraph),
    ("two paragraphs exchanged on the page", Aspect.WORDS, _exchange_paragraphs_on_the_page),
    ("two items exchanged on the page", Aspect.WORDS, _exchange_items_on_the_page),
    ("two cells exchanged on the page", Aspect.WORDS, _exchange_cells_on_the_page),
    ("a heading lost", Aspect.HEADINGS, _lose_a_heading),
    ("a space of the prose lost", Aspect.SPACES, _in_words(lose_a_space)),
    ("a space put into a word of the prose", Aspect.SPACES, _in_words(put_a_space)),
    ("the level of a heading changed", Aspect.HEADINGS, _change_a_level),
    ("a heading turned into a paragraph", Aspect.HEADINGS, _turn_a_heading_into_a_paragraph),
    ("a paragraph turned into a heading", Aspect.HEADINGS, _turn_a_paragraph_into_a_heading),
    ("a link of the prose led elsewhere", Aspect.LINKS, _lead_a_link_elsewhere),
    ("a link of the prose taken", Aspect.LINKS, _take_a_link),
    ("an entry of the contents led elsewhere", Aspect.LINKS, _lead_an_entry_of_the_contents_elsewhere),
    ("an item of the outline led elsewhere", Aspect.LINKS, _lead_an_item_of_the_outline_elsewhere),
    ("a link moved to other words", Aspect.LINKS, _move_a_link),
    ("a link put into the prose", Aspect.LINKS, _put_in_a_link),
    ("an alternative text changed", Aspect.IMAGES, _describe_otherwise),
    ("an alternative text lost", Aspect.IMAGES, _leave_undescribed),
    ("a cell lost", Aspect.CELLS, _lose_a_cell),
    ("two cells exchanged", Aspect.CELLS, _exchange_cells),
    ("a row broken elsewhere", Aspect.CELLS, _break_a_row_elsewhere),
    ("a header turned into a cell", Aspect.CELLS, _turn_a_header_into_a_cell),
    ("a cell stretched", Aspect.CELLS, _stretch_a_cell),
    ("an item lost", Aspect.ITEMS, _lose_an_item),
    ("two items merged", Aspect.ITEMS, _merge_items),
    ("the numbers of two items exchanged", Aspect.ITEMS, _exchange_numbers),
    ("a numbered list turned into one of bullets", Aspect.ITEMS, _turn_numbers_into_bullets),
    ("a quotation turned into paragraphs", Aspect.QUOTATIONS, _turn_a_quotation_into_paragraphs),
)
