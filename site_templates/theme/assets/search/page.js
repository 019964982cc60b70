/* The search page: words, what narrows them, and the order stand in its address, so that a search can
   be kept, sent and gone back to. */

import { addressOf, countChosen, parseAddress } from "./address.js";
import { answer } from "./answer.js";
import { element, makeCard } from "./cards.js";
import {
  fillBoxes, onChoice, readBoxes, showChosen, showCounts, showFacets, topics,
} from "./facets.js";
import { makeQueue, start } from "./finder.js";
import { countPapers, describe } from "./report.js";
import { suggest } from "./suggest.js";
import { narrow, readTable } from "./table.js";

export { parseAddress };

const STEP = 10;  /* papers shown at once */
const PAUSE = 150;  /* milliseconds after a key before a search */

const one = (selector) => document.querySelector(selector);
const form = one("main form[role=search]");
const field = form.elements.q;
const asking = one(".bs-asked");
const status = one("#bs_status");
const meant = one("#bs_meant");
const results = one("#bs_results");
const more = one("#bs_more");
const beginning = one("#bs_beginning");
const order = one("#bs_order");
const sorts = [...order.querySelectorAll("input")];
const details = one(".bs-facets details");
const enough = one("#bs_enough");
const title = document.title;

const inTurn = makeQueue();
let shown = null;  /* the search that the page shows */

function readForm() {
  const chosen = readBoxes(parseAddress(location.search));
  return { q: field.value.trim(), chosen, sort: sorts.find((radio) => radio.checked).value };
}

function fillForm({ q, chosen, sort }) {
  if (field.value.trim() !== q) field.value = q;
  fillBoxes(chosen);
  for (const radio of sorts) radio.checked = radio.value === sort;
}

function say(...content) {
  status.replaceChildren(...content);
}

/* Results */

async function makeCards(search, from) {
  const { byId } = search.table;
  const papers = search.kept.slice(from, from + STEP);
  const texts = await Promise.all(papers.map((paper) => paper.read()));
  return texts.map((text, index) => {
    const row = byId.get(papers[index].id);
    const marks = row.labels.topic.map((topic) => topics.get(topic)).filter(Boolean);
    const card = makeCard(text, { query: search.found.query, date: row.date, topics: marks });
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
  const [answered, table] = await Promise.all([answer(asked.q, { all: narrowed }), readTable()]);
  const { found } = answered;
  const papers = found.papers.filter((paper) => table.byId.has(paper.id));
  const rows = papers.map((paper) => table.byId.get(paper.id));
  const { kept: rowsKept, counts } = narrow(rows, asked.chosen);
  const ids = new Set(rowsKept.map((row) => row.id));
  const kept = papers.filter((paper) => ids.has(paper.id));
  if (asked.sort || !asked.q) {
    kept.sort((a, b) => table.byId.get(a.id).place - table.byId.get(b.id).place);
  }
  const search = { ...answered, asked, found: { ...found, papers }, table, kept, counts };
  return { ...search, cards: await makeCards(search, 0) };
}

/* Shows what was asked for; comes to true when it stands on the page, to false when something else
   was asked for meanwhile. */
export async function search(asked) {
  document.title = (asked.q ? `${asked.q} · ` : "") + title;
  const chips = showChosen(asked, { go, leave: field });
  if (!asked.q && !countChosen(asked.chosen)) return showNothing();
  results.setAttribute("aria-busy", "true");
  const waiting = setTimeout(() => say("Searching …"), 400);
  let done = null;
  try {
    done = await inTurn(() => prepare(asked));
  } catch (error) {
    results.setAttribute("aria-busy", "false");
    say("The search index could not be loaded. Try again, or take one of the ways below.");
    showFacets();
    return true;
  } finally {
    clearTimeout(waiting);
  }
  if (!done) return false;
  const renew = !shown || shown.asked.q !== asked.q;
  shown = { ...done, chips };
  beginning.hidden = done.found.papers.length > 0;
  beginning.firstElementChild.hidden = true;
  order.hidden = !asked.q;
  asking.classList.remove("is-idle");
  asking.classList.toggle("is-none", !done.kept.length);
  put(done.cards);
  showCounts(done.counts, { renew });
  enough.textContent = `Show ${countPapers(done.kept.length)}`;
  say(...describe(shown));
  showSuggestion(asked, null);
  if (asked.q) {
    const meaning = shown;
    const text = await suggest(meaning).catch(() => null);
    if (shown === meaning) showSuggestion(asked, text);
  }
  return true;
}

async function showNothing() {
  await inTurn(async () => true);
  shown = null;
  results.replaceChildren();
  results.setAttribute("aria-busy", "false");
  more.parentElement.hidden = true;
  order.hidden = true;
  beginning.hidden = false;
  beginning.firstElementChild.hidden = false;
  asking.classList.add("is-idle");
  asking.classList.remove("is-none");
  say();
  showSuggestion({}, null);
  const table = await readTable().catch(() => null);
  if (table && !shown) {
    showCounts(narrow(table.rows, parseAddress("").chosen).counts, { renew: true });
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
onChoice(() => go(readForm()));
for (const radio of sorts) radio.addEventListener("change", () => go(readForm()));
enough.addEventListener("click", () => {
  details.open = false;
  one("#bs_found").focus();
});
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

if (matchMedia("(min-width: 56em)").matches) details.open = true;

const asked = parseAddress(location.search);
fillForm(asked);
if (!asked.q && !countChosen(asked.chosen)) showFacets();
search(asked);
if (!asked.q && matchMedia("(hover: hover)").matches) field.focus({ preventScroll: true });
