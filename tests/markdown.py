"""Generated documents: Markdown with notes in every place and of every content, and what they say."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from textwrap import indent

from hypothesis import strategies as st

_PLAIN = (
    "therapist the rapist naïve office straße Ελληνικά Кириллица e\u0301te\u0301 “quoted” ‘so’ can’t".split()
)
_AWKWARD = (
    "x² 1914–1918 e.g. 3.5 No. a co\u00adoperate — … & <tag> *star* _under_ [bracket] 1. 12) - + # @name "
    "^caret ~tilde $5 | \\ ` ! http: [3] {4} (iv) A. i. [^fn] : // www.example.org [Image: ↑ ½ 1984. [fn :::"
).split()
_OTHERS = "العربية فارسی עברית हिन्दी ไทย 中文字 日本語 한국어 የኢትዮጵያ 🙂 👩‍👩‍👧 🇵🇰 ① 𝔸 Ｆｕｌｌ".split()
_DEEPEST = 2
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|$~^@&\"':=/])")


def escaped(text: str) -> str:
    """Return text as Markdown that means nothing but itself."""
    return _SPECIAL.sub(r"\\\1", text)


@dataclass
class Written:
    """A document as it is written, and what its author means by it."""

    markdown: str
    calls: list[tuple[str, list[str]]] = field(default_factory=list)
    """For each call in order the words and the addresses of its note."""
    headings: list[str] = field(default_factory=list)


@dataclass
class _Author:
    """Draws a document piece by piece, and keeps what it says."""

    draw: Callable[[st.SearchStrategy], object]
    words: list[str]
    definitions: list[str] = field(default_factory=list)
    labels: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    written: Written = field(default_factory=lambda: Written(""))
    said: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    in_note: bool = False
    named: int = 0

    def pick(self, *choices: str) -> str:
        return self.draw(st.sampled_from(choices))

    def many(self, most: int) -> range:
        return range(self.draw(st.integers(1, most)))

    def say(self, *words: str) -> None:
        self.said.extend(words)

    def plain(self) -> str:
        word = self.draw(st.sampled_from(self.words))
        self.say(word)
        return escaped(word)

    def inline(self) -> str:
        kinds = [self.plain] * 8 + [self.emphasis, self.code, self.formula, self.link, self.raised]
        # A note calls no note.
        return self.draw(st.sampled_from(kinds if self.in_note else [*kinds, self.called, self.called]))()

    def emphasis(self) -> str:
        word, stars = self.pick(*_PLAIN), self.pick("*", "**")
        self.say(word)
        return f"{stars}{word}{stars}"

    def code(self) -> str:
        self.say("f(x)<0")
        return "`f(x)<0`"

    def formula(self) -> str:
        self.say("a_1^2")
        return "$a_1^2$"

    def raised(self) -> str:
        self.say("10⁶")
        return "10^6^"

    def link(self) -> str:
        self.named += 1
        target = f"https://example.org/{self.named}?a=b&c=%20d#e_f"
        self.links.append(target)
        return f"<{target}>" if self.draw(st.booleans()) else f"[{self.plain()}]({target})"

    def called(self) -> str:
        return self.plain() + self.call()

    def text(self, most: int = 8) -> str:
        """Return a line of words that ends in a word, so that no call opens or closes it alone."""
        return " ".join([self.plain(), *(self.inline() for _ in self.many(most)), self.plain()])

    def call(self) -> str:
        if self.labels and self.draw(st.booleans()):
            label = self.pick(*self.labels)
            self.written.calls.append(self.labels[label])
            return f"[^{label}]"
        outer = self.said, self.links
        self.said, self.links, self.in_note = [], [], True
        inline = self.draw(st.booleans())
        body = self.text(5) if inline else self.blocks(2, depth=1)
        note = " ".join(self.said), self.links
        (self.said, self.links), self.in_note = outer, False
        self.written.calls.append(note)
        if inline:
            return f"^[{body}]"
        label = f"n{len(self.labels)}"
        self.labels[label] = note
        self.definitions.append(f"[^{label}]: " + indent(body, "    ").lstrip())
        return f"[^{label}]"

    def blocks(self, most: int, depth: int = 0) -> str:
        """Return a paragraph and blocks of any kind behind it."""
        return "\n\n".join([self.text(), *(self.block(depth) for _ in self.many(most))])

    def block(self, depth: int) -> str:
        kinds = [lambda _: self.text(), self.listing, self.table, self.display]
        kinds += [self.items, self.items, self.quotation, self.terms] if depth < _DEEPEST else []
        kinds += [self.heading] if not (self.in_note or depth) else []
        return self.draw(st.sampled_from(kinds))(depth)

    def heading(self, _: int) -> str:
        before = len(self.said)
        line = f"## {self.text(3)}"
        self.written.headings.append(" ".join(self.said[before:]))
        return line

    def items(self, depth: int) -> str:
        mark = self.pick("-   ", "1.  ")
        items = [indent(self.blocks(1, depth + 1), "    ") for _ in self.many(3)]
        return "\n\n".join(mark + item[4:] for item in items)

    def quotation(self, depth: int) -> str:
        return indent(self.blocks(1, depth + 1), "> ", lambda _: True)

    def terms(self, depth: int) -> str:
        return f"{self.text(2)}\n\n:   {indent(self.blocks(1, depth + 1), '    ')[4:]}"

    def listing(self, _: int) -> str:
        self.say("if", "x", "<", "3:", "pass")
        return "```\nif x < 3:\n    pass\n```"

    def table(self, _: int) -> str:
        head, body = (" | ".join(self.text(1) for _ in range(2)) for _ in range(2))
        return f"| {head} |\n|---|---|\n| {body} |"

    def display(self, _: int) -> str:
        self.say(r"\sum_i x_i")
        return r"$$\sum_i x_i$$"


@st.composite
def documents(draw: Callable[[st.SearchStrategy], object]) -> Written:
    """Return documents, with words of many scripts among them."""
    author = _Author(draw, [*_PLAIN, *_AWKWARD, *_OTHERS])
    body = author.blocks(5)
    author.written.markdown = "\n\n".join(
        ["---\ntitle: Generated\nlang: en\n---", body, *author.definitions, ""]
    )
    return author.written
