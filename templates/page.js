// Shows a note beside its call, an entry of the bibliography beside its citation. An extra: without it every call is a plain link.
// WCAG 2.2, 1.4.13: Escape closes it, the pointer may enter it, and it stays
// until pointer or focus leaves.
(() => {
  "use strict";
  if (!("popover" in HTMLElement.prototype)) return;

  const preview = document.createElement("div");
  preview.className = "note-preview";
  preview.popover = "manual";
  preview.setAttribute("aria-hidden", "true"); // the link leads a screen reader to the note itself
  let timer = 0;

  const close = () => { if (preview.matches(":popover-open")) preview.hidePopover(); };
  const later = (act, milliseconds) => { clearTimeout(timer); timer = setTimeout(act, milliseconds); };

  const fill = (note) => {
    preview.replaceChildren(...[...note.childNodes].map((node) => node.cloneNode(true)));
    for (const way of preview.querySelectorAll("[role=doc-backlink]")) way.remove();
    for (const element of preview.querySelectorAll("[id]")) element.removeAttribute("id");
    for (const element of preview.querySelectorAll("[tabindex]")) element.removeAttribute("tabindex");
    for (const link of preview.querySelectorAll("a")) link.tabIndex = -1;
    for (const block of preview.querySelectorAll("p")) if (!block.textContent.trim()) block.remove();
  };

  const place = (call) => {
    const at = call.getBoundingClientRect();
    const edge = 12;
    const left = Math.min(Math.max(at.left - 24, edge), innerWidth - preview.offsetWidth - edge);
    const below = at.bottom + preview.offsetHeight + edge < innerHeight || at.top < preview.offsetHeight + edge;
    preview.style.left = `${left + scrollX}px`;
    preview.style.top = `${scrollY + (below ? at.bottom + 4 : at.top - preview.offsetHeight - 4)}px`;
  };

  const open = (call) => {
    const note = document.getElementById(decodeURIComponent(call.hash.slice(1)));
    if (!note) return;
    clearTimeout(timer);
    fill(note);
    preview.showPopover();
    place(call);
  };

  for (const call of document.querySelectorAll("a[role=doc-noteref], a[role=doc-biblioref]")) {
    call.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") later(() => open(call), 200); });
    call.addEventListener("pointerleave", () => later(close, 350));
    // Whoever comes back from the note has just read it.
    call.addEventListener("focus", () => { if (call.matches(":focus-visible:not(:target)")) open(call); });
    call.addEventListener("blur", () => later(close, 0));
    call.addEventListener("click", close);
  }
  preview.addEventListener("pointerenter", () => clearTimeout(timer));
  preview.addEventListener("pointerleave", () => later(close, 350));
  addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  document.body.append(preview);
})();
