// Filters the rows of a proof sheet, and moves wide pictures. An extra: without it everything is shown.
(() => {
  "use strict";
  const panel = document.querySelector(".s-filters");
  const form = panel.querySelector("form");
  const status = panel.querySelector("[role=status]");
  const rows = [...document.querySelectorAll(".s-row")].map((row) => ({
    row,
    faulty: row.dataset.faulty.split(" "),
    words: row.querySelector(".s-promise").textContent.toLowerCase(),
  }));

  const filter = () => {
    const given = new FormData(form);
    const editions = given.getAll("edition");
    const words = given.get("words").trim().toLowerCase();
    let count = 0;
    for (const { row, faulty, words: own } of rows) {
      const wanted = given.get("which") === "all" || faulty.some((number) => editions.includes(number));
      row.hidden = !wanted || !own.includes(words);
      count += !row.hidden;
    }
    for (const cell of document.querySelectorAll(".s-cell")) {
      cell.hidden = !editions.includes(cell.dataset.edition);
    }
    status.textContent = `${count} of ${rows.length} shown`;
  };

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  // A link to a row that is filtered away shows everything again.
  addEventListener("hashchange", () => {
    if (!document.querySelector(":target")?.hidden) return;
    form.reset();
    filter();
    document.querySelector(":target").scrollIntoView();
  });
  // A picture wider than its frame can be moved by the keyboard, and begins where the call is.
  for (const frame of document.querySelectorAll(".s-picture")) {
    if (frame.scrollWidth <= frame.clientWidth) continue;
    frame.tabIndex = 0;
    frame.role = "group";
    frame.ariaLabel = frame.closest("figure").querySelector("figcaption").textContent;
    const call = frame.querySelector(".s-outline-call");
    if (call) frame.scrollLeft = call.offsetLeft - frame.clientWidth / 2;
  }

  panel.hidden = false;
  filter();
})();
