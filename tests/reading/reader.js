// A reading system around foliate-js, as small as one can be: it turns pages and opens notes in a pop-up.
import "./foliate-js/view.js";
import { FootnoteHandler } from "./foliate-js/footnotes.js";

const popUp = document.querySelector("#pop-up");
const notes = new FootnoteHandler();
let view, css, opened;

// What Foliate itself sets for every book, dark pages and notes that stand aside among it.
const BASE = `@namespace epub "http://www.idpf.org/2007/ops";
html { color-scheme: light dark; line-height: 1.4; hanging-punctuation: allow-end last; widows: 2; orphans: 2 }
@media (prefers-color-scheme: dark) { a:any-link { color: lightblue } }
p, li, blockquote, dd { hyphens: auto }
h1, h2, h3, h4, h5, h6 { text-wrap: balance }
pre { white-space: pre-wrap !important; tab-size: 2 }
aside[epub|type~="footnote"], aside[epub|type~="endnote"], aside[epub|type~="rearnote"] { display: none }`;

notes.addEventListener("before-render", ({ detail }) => {
    popUp.showPopover();
    popUp.replaceChildren(detail.view);
    const { renderer } = detail.view;
    renderer.setAttribute("flow", "scrolled");
    renderer.setAttribute("margin", "12px");
    renderer.setStyles(BASE + css);
});
notes.addEventListener("render", ({ detail }) => opened.resolve(detail.view.renderer.getContents()[0].doc));

const followed = (event) =>
    notes.handle(view.book, event)?.catch((error) => opened.reject(error)) ??
    opened?.reject(new Error(`No note opens, the link is followed: ${event.detail.href}`));

// What stands in a pop-up but for the ways back, which some systems hide; a formula as the TeX that it carries.
const shown = (doc) => {
    const body = doc.body.cloneNode(true);
    for (const each of body.querySelectorAll('[role~="doc-backlink"]')) each.remove();
    for (const each of body.querySelectorAll("math"))
        each.replaceWith(each.querySelector('annotation[encoding="application/x-tex"]')?.textContent ?? each);
    const links = [...body.querySelectorAll("a[href]")].map((link) => [link.getAttribute("href"), link.textContent]);
    return { text: body.textContent, links: links.filter(([address]) => /^[a-z][a-z0-9+.-]*:/i.test(address)) };
};

const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)));

globalThis.reader = {
    async open(name, style) {
        css = style;
        view = document.createElement("foliate-view");
        document.body.append(view);
        await view.open(new File([await (await fetch(name)).blob()], name));
        view.renderer.setStyles(BASE + css);
        view.addEventListener("link", followed);
        return view.book.sections.map((section) => section.id);
    },
    async go(target) {
        await view.goTo(target);
        await drawn();
    },
    async next() {
        await view.next();
        await drawn();
    },
    /** The ids of all note references in a section. */
    async calls(index) {
        await view.goTo(index);
        const links = view.renderer.getContents()[0].doc.querySelectorAll("a");
        const types = (link) => link.getAttributeNS("http://www.idpf.org/2007/ops", "type") ?? "";
        return [...links].filter((link) => types(link).split(" ").includes("noteref")).map((link) => link.id);
    },
    /** Press the note reference with this id, in the section that is open; what its pop-up shows. */
    async press(id) {
        opened = Promise.withResolvers();
        view.renderer.getContents()[0].doc.getElementById(id).click();
        const said = shown(await opened.promise);
        opened = undefined;
        return said;
    },
};
