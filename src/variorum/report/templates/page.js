// The page is whole without this: it hides what the reader does not want to see now, shows words that
// a link led to in their full length, and moves among the marks of a matrix by arrow keys.
"use strict";

const filters = document.getElementById("filters");
const here = document.getElementById("here");
const PREFIX = "#show:";

// --- filters -----------------------------------------------------------------------------------------

function wanted() {
  return [...filters.querySelectorAll("select")].map((one) => one.value).filter(Boolean);
}

function has(part, tokens) {
  const own = ` ${part.dataset.tags} `;
  return tokens.every((token) => own.includes(` ${token} `));
}

function filterParts(tokens) {
  const counts = new Map();
  for (const list of document.querySelectorAll("[data-part]")) {
    const name = list.dataset.part;
    // a matrix keeps the places where the chosen account is silent
    const asked = name === "places" ? tokens.filter((token) => !token.startsWith("a")) : tokens;
    const count = counts.get(name) || { shown: 0, all: 0 };
    for (const part of list.children) {
      part.hidden = !has(part, asked);
      count.shown += !part.hidden;
      count.all += 1;
    }
    counts.set(name, count);
  }
  return counts;
}

function filterColumns(tokens) {
  const accounts = tokens.filter((token) => token.startsWith("a"));
  for (const table of document.querySelectorAll(".matrix")) {
    const off = [...table.tHead.rows[0].cells].map((cell) => Boolean(cell.dataset.tags) && !has(cell, accounts));
    for (const row of table.rows) {
      off.forEach((hide, at) => { row.cells[at].hidden = hide; });
    }
  }
}

function filter() {
  const tokens = wanted();
  const counts = filterParts(tokens);
  filterColumns(tokens);
  filters.querySelector("[role=status]").textContent = tokens.length
    ? "Shown: " + [...counts].map(([name, one]) => `${one.shown} of ${one.all} ${name}`).join(", ")
    : "";
  return tokens;
}

// State stands in the address, by the choices' names: a link to a choice can be sent.
function remember() {
  const chosen = new URLSearchParams();
  for (const select of filters.querySelectorAll("select")) {
    if (select.value) chosen.set(select.name, select.selectedOptions[0].textContent);
  }
  const given = chosen.toString();
  history.replaceState(null, "", given ? PREFIX + given : location.pathname + location.search);
}

function recall() {
  if (!location.hash.startsWith(PREFIX)) return;
  const chosen = new URLSearchParams(location.hash.slice(PREFIX.length));
  for (const select of filters.querySelectorAll("select")) {
    const option = [...select.options].find((one) => one.textContent === chosen.get(select.name));
    select.value = option ? option.value : "";
  }
  filters.querySelector("details").open = true;
  filter();
}

if (filters) {
  filters.hidden = false;
  filters.addEventListener("change", () => { filter(); remember(); });
  filters.querySelector("button").addEventListener("click", () => {
    filters.querySelectorAll("select").forEach((select) => { select.value = ""; });
    filter();
    remember();
  });
  recall();
}

// --- words that a link leads to ----------------------------------------------------------------------

// Text nodes of a sheet without the raised numbers, which are no part of the account's text.
function ownText(sheet) {
  return document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("sup") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
}

// Offsets count code points; a character outside the basic plane is two units of a string.
function unitsOf(text, points) {
  let units = 0;
  for (let point = 0; point < points && units < text.length; point += 1) {
    units += text.codePointAt(units) > 0xffff ? 2 : 1;
  }
  return units;
}

function rangeOf(anchor, length) {
  const sheet = anchor.closest(".sheet");
  const walker = ownText(sheet);
  const range = document.createRange();
  range.setStart(anchor, 0);
  let left = length;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (anchor.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) continue;
    const points = [...node.data].length;
    if (points >= left) {
      range.setEnd(node, unitsOf(node.data, left));
      return range;
    }
    left -= points;
  }
  range.setEndAfter(sheet.lastChild || anchor);
  return range;
}

let origin = null;

function show(target) {
  const [, start, end] = /\.(\d+)-(\d+)$/.exec(target.id);
  const name = target.closest("details").querySelector("summary").textContent;
  if (window.CSS && CSS.highlights && window.Highlight) {
    CSS.highlights.set("words", new Highlight(rangeOf(target, end - start)));
    document.documentElement.classList.add("lit");
  }
  here.querySelector("[role=status]").textContent = `${name}, characters ${start} to ${end}`;
  here.querySelector("[data-do=back]").hidden = !origin;
  here.hidden = false;
}

function hide() {
  here.hidden = true;
  if (window.CSS && CSS.highlights) CSS.highlights.delete("words");
}

function arrive() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  hide();
  if (!target) return;
  for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  const part = target.closest("details.evidence") || target;
  part.scrollIntoView({ block: target.closest(".sheet") ? "center" : "start" });
  if (target.closest(".sheet")) show(target);
  if (target.classList.contains("ground")) target.focus({ preventScroll: true });
}

function copied() {
  here.querySelector("[role=status]").textContent = "Link copied.";
  here.querySelector("[data-do=back]").hidden = true;
  here.hidden = false;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link) return;
  origin = link.closest(".sheet") ? null : link;
  if ("copy" in link.dataset && navigator.clipboard) {
    navigator.clipboard.writeText(new URL(link.getAttribute("href"), location.href).href).then(copied, () => {});
  }
  if (link.getAttribute("href") === location.hash) arrive();
});
window.addEventListener("hashchange", () => { if (location.hash.startsWith(PREFIX)) recall(); else arrive(); });
if (location.hash && !location.hash.startsWith(PREFIX)) arrive();

here.addEventListener("click", (event) => {
  const asked = event.target.dataset.do;
  if (asked === "copy" && navigator.clipboard) navigator.clipboard.writeText(location.href).then(copied, () => {});
  if (asked === "back" && origin) { origin.scrollIntoView({ block: "center" }); origin.focus({ preventScroll: true }); }
  if (asked === "back" || asked === "close") hide();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !here.hidden) hide();
});

// --- the matrix: one stop for the Tab key, arrows inside ---------------------------------------------

const STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

function neighbour(cell, [down, across]) {
  let row = cell.parentElement;
  let at = cell.cellIndex;
  do {
    row = down > 0 ? row.nextElementSibling : down < 0 ? row.previousElementSibling : row;
    at += across;
    const link = row && !row.hidden && row.cells[at] && !row.cells[at].hidden && row.cells[at].querySelector("a.m");
    if (link) return link;
  } while (row && row.cells[at]);
  return null;
}

for (const body of document.querySelectorAll(".matrix tbody")) {
  const marks = body.querySelectorAll("a.m");
  marks.forEach((mark, at) => { mark.tabIndex = at ? -1 : 0; });
  body.addEventListener("focusin", (event) => {
    if (!event.target.matches("a.m")) return;
    body.querySelectorAll("a.m[tabindex='0']").forEach((mark) => { mark.tabIndex = -1; });
    event.target.tabIndex = 0;
  });
  body.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step || !event.target.matches("a.m")) return;
    event.preventDefault();
    const next = neighbour(event.target.parentElement, step);
    if (next) next.focus();
  });
}

window.addEventListener("beforeprint", () => {
  document.querySelectorAll(".account, .evidence, .finding .why").forEach((box) => { box.open = true; });
});
