// The page is whole without this: it finds and hides, shows words that a link led to in their full
// length, and moves among the marks of a matrix by arrow keys.
"use strict";

const filters = document.getElementById("filters");
const here = document.getElementById("here");
const PREFIX = "#show:";

// --- search and filters -------------------------------------------------------------------------------

// Tokens begin with their sort. An account itself is chosen by its id, its day and its events; rows of a
// matrix stay where the chosen account is silent.
const ASKED = {
  accounts: (token) => "ade".includes(token[0]),
  places: (token) => !"ad".includes(token[0]),
};
const NAMES = { places: "rows of the matrix", figures: "drawn figures" };

const folded = (text) => text.normalize("NFKD").toLowerCase()
  .replace(/\p{M}/gu, "").replace(/[‘’ʼ]/g, "'").replace(/[“”«»„]/g, '"').replace(/(\d)[,\u00a0\u202f](?=\d{3})/g, "$1");

// A number is found as a whole: "10" is not in "2010" or "10.5".
function matcher(term) {
  if (!/^\d+([.,]\d+)?$/.test(term)) return (text) => text.includes(term);
  const whole = new RegExp(`(?<![\\d.,])${term.replace(".", "\\.")}(?![.,]?\\d)`);
  return (text) => whole.test(text);
}

function terms(query) {
  return [...folded(query).matchAll(/"([^"]+)"|([^\s"]+)/g)].map(([, phrase, word]) => matcher(phrase || word));
}

const texts = new WeakMap();
function textOf(part) {
  if (!texts.has(part)) {
    const walker = ownText(part);
    let text = "";
    while (walker.nextNode()) text += walker.currentNode.data;
    texts.set(part, folded(text));
  }
  return texts.get(part);
}

function wanted() {
  return {
    tokens: [...filters.querySelectorAll("select")].map((one) => one.value).filter(Boolean),
    terms: terms(filters.querySelector("input").value),
  };
}

function has(part, tokens) {
  const own = ` ${part.dataset.tags} `;
  return tokens.every((token) => own.includes(` ${token} `));
}

function filterParts({ tokens, terms }) {
  const counts = new Map();
  for (const list of document.querySelectorAll("[data-part]")) {
    const name = list.dataset.part;
    const asked = ASKED[name] ? tokens.filter(ASKED[name]) : tokens;
    const count = counts.get(name) || { shown: 0, all: 0 };
    for (const part of list.children) {
      part.hidden = !has(part, asked) || !terms.every((found) => found(textOf(part)));
      count.shown += !part.hidden;
      count.all += 1;
    }
    counts.set(name, count);
  }
  return counts;
}

function filterColumns(tokens) {
  const asked = tokens.filter((token) => "ad".includes(token[0]));
  for (const table of document.querySelectorAll(".matrix")) {
    const off = [...table.tHead.rows[0].cells].map((cell) => Boolean(cell.dataset.tags) && !has(cell, asked));
    for (const row of table.rows) {
      off.forEach((hide, at) => { row.cells[at].hidden = hide; });
    }
  }
}

// While something is asked for, folds that hold some of it are open and those that hold none are away.
const folds = [...document.querySelectorAll("details")]
  .filter((fold) => fold.querySelector("[data-part]")).map((fold) => ({ fold, open: fold.open }));
function unfold(asked) {
  for (const { fold, open } of folds) {
    const some = fold.querySelector("[data-part] > :not([hidden])");
    fold.hidden = asked && !some;
    fold.open = asked ? Boolean(some) : open;
  }
  for (const section of document.querySelectorAll("main > section")) {
    const held = section.querySelector("[data-part]");
    const none = asked && held && !section.querySelector("[data-part] > :not([hidden])");
    section.classList.toggle("none", Boolean(none));
  }
}

function filter() {
  const asked = wanted();
  const some = asked.tokens.length + asked.terms.length > 0;
  const counts = filterParts(asked);
  filterColumns(asked.tokens);
  unfold(some);
  const shown = [...counts].filter(([, one]) => one.shown);
  document.documentElement.classList.toggle("asked", some);
  filters.querySelector("[data-do=clear]").hidden = !some;
  filters.querySelector("[role=status]").textContent = !some ? "" : !shown.length
    ? "Nothing on this page fits. Fewer words or filters find more."
    : "Shown: " + [...counts].map(([name, one]) => `${one.shown} of ${one.all} ${NAMES[name] || name}`).join(", ");
}

// State stands in the address, by the choices' names: a link to a choice can be sent.
function remember() {
  const chosen = new URLSearchParams();
  const query = filters.querySelector("input").value.trim();
  if (query) chosen.set("search", query);
  for (const select of filters.querySelectorAll("select")) {
    if (select.value) chosen.set(select.name, select.selectedOptions[0].textContent);
  }
  const given = chosen.toString();
  history.replaceState(null, "", given ? PREFIX + given : location.pathname + location.search);
}

function recall() {
  if (!location.hash.startsWith(PREFIX)) return;
  const chosen = new URLSearchParams(location.hash.slice(PREFIX.length));
  filters.querySelector("input").value = chosen.get("search") || "";
  for (const select of filters.querySelectorAll("select")) {
    const option = [...select.options].find((one) => one.textContent === chosen.get(select.name));
    select.value = option ? option.value : "";
  }
  filter();
}

function choose() {
  filter();
  remember();
  const findings = document.getElementById("findings");
  if (findings.getBoundingClientRect().top < 0) findings.scrollIntoView({ block: "start", behavior: "instant" });
}

filters.hidden = false;
let waiting = 0;
filters.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(choose, 120);
});
filters.addEventListener("change", () => { clearTimeout(waiting); choose(); });
filters.querySelector("[data-do=clear]").addEventListener("click", () => {
  filters.querySelectorAll("select, input").forEach((one) => { one.value = ""; });
  choose();
  filters.querySelector("input").focus();
});
document.addEventListener("click", (event) => {
  const panel = filters.querySelector("details");
  if (panel && !filters.contains(event.target)) panel.open = false;
});

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
  for (let box = target.closest("[hidden]"); box; box = box.parentElement.closest("[hidden]")) box.hidden = false;
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
if (location.hash.startsWith(PREFIX)) recall();
else if (location.hash) arrive();

here.addEventListener("click", (event) => {
  const asked = event.target.dataset.do;
  if (asked === "copy" && navigator.clipboard) navigator.clipboard.writeText(location.href).then(copied, () => {});
  if (asked === "back" && origin) { origin.scrollIntoView({ block: "center" }); origin.focus({ preventScroll: true }); }
  if (asked === "back" || asked === "close") hide();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  hide();
  const panel = filters.querySelector("details[open]");
  if (panel) { panel.open = false; panel.querySelector("summary").focus(); }
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

// Paper has no folds. Browsers that know the style sheet's rule for it need no help.
let closed = [];
window.addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("main details:not([open])")];
  closed.forEach((box) => { box.open = true; });
});
window.addEventListener("afterprint", () => { closed.forEach((box) => { box.open = false; }); });
