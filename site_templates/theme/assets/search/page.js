/* The search page: words, what narrows them, and the order stand in its address, so that a search can
   be kept, sent and gone back to. */

import { element, makeCard } from "./cards.js";
import { find, makeQueue, SITE, start } from "./finder.js";
import { suggest } from "./suggest.js";
import { GROUPS, narrow, readTable } from "./table.js";

const STEP = 10;  /* papers shown at once */
const PAUSE = 150;  /* milliseconds after a key before a search */
const FEW = 8;  /* values of a group that are shown at first */

const one = (selector) => document.querySelector(selector);
const form = one("main form[role=search]");
const field = form.elements.q;
const status = one("#bs_status");
const meant = one("#bs_meant");
const used = one("#bs_used");
const results = one("#bs_results");
const more = one("#bs_more");
const beginning = one("#bs_beginning");
const order = one("#bs_order");
const sorts = [...order.querySelectorAll("input")];
const boxes = [...document.querySelectorAll(".bs-facets input[type=checkbox]")];
const title = document.title;

const inTurn = makeQueue();
let shown = null;  /* the search that the page shows */

/* Names of values, and what cards show of topics. */
const names = new Map(boxes.map((box) => [`${box.name}=${box.value}`, box.dataset.name]));
const topics = new Map(boxes.filter((box) => box.name === "topic" && box.dataset.hue).map((box) => (
  [box.value, {
    name: box.dataset.name,
    url: new URL(`topics/${box.value}/`, SITE).href,
    hue: box.dataset.hue,
    form: box.dataset.form,
  }]
)));

/* The address and the search that it stands for */

export function parseAddress(search) {
  const asked = new URLSearchParams(search);
  return {
    q: (asked.get("q") || "").trim(),
    chosen: Object.fromEntries(GROUPS.map((group) => [group, new Set(asked.getAll(group))])),
    sort: asked.get("sort") === "date" ? "date" : "",
  };
}

function addressOf({ q, chosen, sort }) {
  const asked = new URLSearchParams();
  if (q) asked.set("q", q);
  for (const group of GROUPS) for (const value of chosen[group]) asked.append(group, value);
  if (sort) asked.set("sort", sort);
  const text = asked.toString();
  return location.pathname + (text ? `?${text}` : "");
}

function readForm() {
  const chosen = Object.fromEntries(GROUPS.map((group) => [group, new Set()]));
  for (const box of boxes) if (box.checked) chosen[box.name].add(box.value);
  /* What the address asks for and no box offers stays until its chip is taken off. */
  const asked = parseAddress(location.search);
  for (const group of GROUPS) {
    for (const value of asked.chosen[group]) {
      if (!names.has(`${group}=${value}`)) chosen[group].add(value);
    }
  }
  return { q: field.value.trim(), chosen, sort: sorts.find((radio) => radio.checked).value };
}

function fillForm({ q, chosen, sort }) {
  if (field.value.trim() !== q) field.value = q;
  for (const box of boxes) box.checked = chosen[box.name].has(box.value);
  for (const radio of sorts) radio.checked = radio.value === sort;
}

function countChosen(chosen) {
  return GROUPS.reduce((sum, group) => sum + chosen[group].size, 0);
}

/* Words on the page */

function figure(number) {
  return number.toLocaleString("en");
}

function papersText(number) {
  return `${figure(number)} ${number === 1 ? "paper" : "papers"}`;
}

function say(...content) {
  status.replaceChildren(...content);
}

function sayCount({ asked, kept, found, unknown = [] }) {
  const words = asked.q ? [" with ", element("b", "", asked.q)] : [];
  const narrowed = countChosen(asked.chosen) > 0;
  const count = kept.length;
  if (!count) {
    sayNone({ asked, found });
  } else if (unknown.length) {
    say("No paper has ", element("b", "", unknown.join(", ")), "; ",
      `${papersText(count)} ${count === 1 ? "comes" : "come"} nearest`);
  } else if (found.total > found.papers.length) {
    say(`The newest ${figure(found.papers.length)} of ${papersText(found.total)}`, ...words);
  } else if (narrowed && asked.q && count < found.papers.length) {
    say(`${figure(count)} of ${papersText(found.papers.length)}`, ...words);
  } else {
    say(papersText(count), ...words);
  }
}

function sayNone({ asked, found }) {
  const words = element("b", "", asked.q);
  if (found.papers.length && asked.q && countChosen(asked.chosen) === 1) {
    const [chip] = listChosen(asked.chosen);
    say("No paper has both ", words, ` and ${chip.text.replace(": ", " ")}. Take that off.`);
  } else if (found.papers.length) {
    say(...(asked.q ? ["No paper with ", words] : ["No paper"]), " has all of these. Take one off.");
  } else {
    say("No paper has ", words, ". Try fewer or other words, or one of the ways below.");
  }
}

/* What is in use, and a way to take it off */

const NO_SUGGESTION = { text: null, unknown: [] };
const GROUP_NAMES = { topic: "Topic", kind: "Kind", year: "Published", month: "Published", tag: "Tag" };

function listChosen(chosen) {
  return GROUPS.flatMap((group) => [...chosen[group]].map((value) => {
    const name = names.get(`${group}=${value}`) || value;
    const label = GROUP_NAMES[group] ? `${GROUP_NAMES[group]}: ${name}` : name;
    return { group, value, text: label };
  }));
}

function showChosen(asked) {
  used.replaceChildren(...listChosen(asked.chosen).map(({ group, value, text }) => {
    const cross = element("span", "", "\u00a0×");
    cross.setAttribute("aria-hidden", "true");
    const button = element("button", "", text, cross, element("span", "vh", ", take off"));
    button.type = "button";
    button.addEventListener("click", () => {
      const next = { ...asked, chosen: { ...asked.chosen } };
      next.chosen[group] = new Set([...asked.chosen[group]].filter((other) => other !== value));
      go(next);
      (used.querySelector("button") || field).focus();
    });
    return element("li", "", button);
  }));
  used.parentElement.hidden = !used.children.length;
}

/* Numbers beside the boxes; groups stand in the order of their numbers when the words are new. */
function showCounts(counts, { reorder }) {
  for (const box of boxes) {
    const number = counts[box.name].get(box.value) || 0;
    const label = box.closest("label");
    label.querySelector(".bs-num").textContent = figure(number);
    box.disabled = !number && !box.checked;
    if (box.dataset.within) label.hidden = !isYearOpen(box.dataset.within);
  }
  for (const group of document.querySelectorAll(".bs-facets [data-ordered]")) {
    if (reorder) orderGroup(group, counts);
    shortenGroup(group);
  }
}

function isYearOpen(year) {
  return boxes.some((box) => box.checked && (box.value === year || box.dataset.within === year));
}

function orderGroup(group, counts) {
  const rows = [...group.querySelectorAll("label")];
  const numberOf = (row) => counts[row.control.name].get(row.control.value) || 0;
  rows.sort((a, b) => numberOf(b) - numberOf(a) || a.dataset.place - b.dataset.place);
  group.querySelector("div").append(...rows);
}

function shortenGroup(group) {
  const button = group.querySelector("button");
  const rows = [...group.querySelectorAll("label")];
  const open = button.getAttribute("aria-expanded") === "true";
  rows.forEach((row, index) => { row.hidden = !open && index >= FEW && !row.control.checked; });
  button.hidden = rows.length <= FEW;
  button.textContent = open ? "Fewer" : `All ${rows.length}`;
}

/* Results */

async function makeCards(search, from) {
  const { byId } = search.table;
  const papers = search.kept.slice(from, from + STEP);
  const texts = await Promise.all(papers.map((paper) => paper.read()));
  return texts.map((text, index) => {
    const row = byId.get(papers[index].id);
    const marks = row.labels.topic.map((topic) => topics.get(topic)).filter(Boolean);
    const card = makeCard(text, { asked: search.found.query.words, date: row.date, topics: marks });
    return { card, text };
  });
}

function put(cards, { after = false } = {}) {
  if (!after) results.replaceChildren();
  results.append(...cards.map(({ card }) => card));
  results.setAttribute("aria-busy", "false");
  more.parentElement.hidden = results.children.length >= shown.kept.length;
  document.dispatchEvent(new CustomEvent("bs:cards"));
  document.dispatchEvent(new CustomEvent("bs:found", { detail: shown.kept }));
}

function showSuggestion(asked, text) {
  meant.hidden = !text;
  if (!text) { meant.replaceChildren(); return; }
  const next = { ...asked, q: text };
  const link = element("a", "", text);
  link.href = addressOf(next);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(next);
    field.focus();
  });
  meant.replaceChildren("Did you mean ", link, "?");
}

async function prepare(asked) {
  const narrowed = countChosen(asked.chosen) > 0;
  const [found, table] = await Promise.all([find(asked.q, { all: narrowed }), readTable()]);
  const papers = found.papers.filter((paper) => table.byId.has(paper.id));
  const rows = papers.map((paper) => table.byId.get(paper.id));
  const { kept: rowsKept, counts } = narrow(rows, asked.chosen);
  const ids = new Set(rowsKept.map((row) => row.id));
  const kept = papers.filter((paper) => ids.has(paper.id));
  if (asked.sort || !asked.q) {
    kept.sort((a, b) => table.byId.get(a.id).place - table.byId.get(b.id).place);
  }
  const search = { asked, found: { ...found, papers }, table, kept, counts };
  return { ...search, cards: await makeCards(search, 0) };
}

/* Shows what was asked for; comes to true when it stands on the page, to false when something else
   was asked for meanwhile. */
export async function search(asked) {
  document.title = (asked.q ? `${asked.q} · ` : "") + title;
  showChosen(asked);
  if (!asked.q && !countChosen(asked.chosen)) return showNothing();
  results.setAttribute("aria-busy", "true");
  const waiting = setTimeout(() => say("Searching …"), 400);
  let done = null;
  try {
    done = await inTurn(() => prepare(asked));
  } catch (error) {
    results.setAttribute("aria-busy", "false");
    say("The search index could not be loaded. Try again, or take one of the ways below.");
    return true;
  } finally {
    clearTimeout(waiting);
  }
  if (!done) return false;
  const reorder = !shown || shown.asked.q !== asked.q;
  shown = done;
  beginning.hidden = true;
  order.hidden = !asked.q;
  put(done.cards);
  showCounts(done.counts, { reorder });
  sayCount(done);
  showSuggestion(asked, null);
  await lookFurther(done);
  return true;
}

async function lookFurther(done) {
  const { asked, found } = done;
  if (!asked.q) return;
  const first = done.cards.map(({ text }) => text);
  const { text, unknown } = await suggest({ ...found, first, find }).catch(() => NO_SUGGESTION);
  if (shown !== done) return;
  showSuggestion(asked, text);
  if (unknown.length) sayCount({ ...done, unknown });
}

async function showNothing() {
  await inTurn(async () => true);
  shown = null;
  results.replaceChildren();
  results.setAttribute("aria-busy", "false");
  more.parentElement.hidden = true;
  order.hidden = true;
  beginning.hidden = false;
  say();
  showSuggestion({}, null);
  const table = await readTable().catch(() => null);
  if (table && !shown) {
    showCounts(narrow(table.rows, parseAddress("").chosen).counts, { reorder: true });
  }
  return true;
}

/* To another search, which goes into the history. What is typed makes one entry until it is sent or
   left for something else. */
let typed = false;
function go(asked, { typing = false } = {}) {
  clearTimeout(pause);
  const address = addressOf(asked);
  if (address !== location.pathname + location.search) {
    history[typing && typed ? "replaceState" : "pushState"](null, "", address);
  }
  typed = typing;
  fillForm(asked);
  search(asked);
}

let pause = 0;
field.addEventListener("focus", () => start().catch(() => {}), { once: true });
field.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => go(readForm(), { typing: true }), PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(readForm());
});
for (const control of [...boxes, ...sorts]) {
  control.addEventListener("change", () => {
    if (control.name === "year" && !control.checked) {
      for (const box of boxes) if (box.dataset.within === control.value) box.checked = false;
    }
    go(readForm());
  });
}
for (const group of document.querySelectorAll(".bs-facets [data-ordered]")) {
  const button = group.querySelector("button");
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!open));
    shortenGroup(group);
  });
  shortenGroup(group);
}
more.addEventListener("click", async () => {
  const search = shown;
  const from = results.children.length;
  const cards = await makeCards(search, from);
  if (search !== shown) return;
  put(cards, { after: true });
  const next = results.children[from];
  if (next) next.querySelector("h3 a").focus();
});
addEventListener("popstate", () => {
  const asked = parseAddress(location.search);
  clearTimeout(pause);
  typed = false;
  fillForm(asked);
  search(asked);
});

const details = one(".bs-facets details");
if (details && matchMedia("(min-width: 56em)").matches) details.open = true;

const asked = parseAddress(location.search);
fillForm(asked);
search(asked);
if (!asked.q && matchMedia("(hover: hover)").matches) field.focus({ preventScroll: true });
