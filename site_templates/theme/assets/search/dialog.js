/* The quick search: a dialog with a field, the best papers beneath it, and a way to all of them. */

import { answer } from "./answer.js";
import { element, makeLine } from "./cards.js";
import { makeQueue, SITE, start } from "./finder.js";
import { countPapers, describe } from "./report.js";
import { suggest } from "./suggest.js";

const LINES = 8;  /* papers shown */
const PAUSE = 150;  /* milliseconds after a key before a search */

const inTurn = makeQueue();
let dialog = null;
let field, status, meant, list, all;
let pause = 0;

export function open() {
  if (!dialog) make();
  if (!dialog.open) dialog.showModal();
  field.focus();
  field.select();
  start().catch(() => {});
}

function make() {
  dialog = element("dialog", "bs-quick");
  dialog.setAttribute("aria-label", "Search papers");
  const form = element("form", "bs-search");
  form.setAttribute("role", "search");
  form.action = new URL("search/", SITE).href;
  field = element("input");
  Object.assign(field, { type: "search", name: "q", autocomplete: "off", spellcheck: false });
  field.setAttribute("aria-label", "Search papers");
  field.autocapitalize = "none";
  const close = element("button", "", "Close");
  close.type = "button";
  close.addEventListener("click", () => dialog.close());
  form.append(field, close);
  status = element("p", "bs-note");
  meant = element("p", "bs-note");
  meant.hidden = true;
  const said = element("div", "", status, meant);
  said.setAttribute("role", "status");
  list = element("ol", "bs-quick__list");
  list.setAttribute("aria-label", "Papers");
  all = element("p", "bs-end");
  all.hidden = true;
  dialog.append(form, said, list, all);
  document.body.append(dialog);
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(search, PAUSE);
  });
  form.addEventListener("submit", (event) => { if (!field.value.trim()) event.preventDefault(); });
  dialog.addEventListener("keydown", move);
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  say("Arrow keys go through the papers, Enter opens one or shows all, Esc closes.");
}

function say(...content) {
  status.replaceChildren(...content);
}

function pageOf(text) {
  const address = new URL("search/", SITE);
  address.searchParams.set("q", text);
  return address.href;
}

async function search() {
  const text = field.value.trim();
  try {
    const done = await inTurn(async () => {
      if (text) return answer(text, { first: LINES });
      return { found: { papers: [], total: 0 }, first: [], unknown: [] };
    });
    if (done) await show(text, done);
  } catch (error) {
    say("The search index could not be loaded.");
  }
}

async function show(text, done) {
  const { found, first, unknown } = done;
  list.replaceChildren(...first.map((one) => makeLine(one, found.query)));
  say(...(text ? describe({ asked: { q: text }, kept: found.papers, found, unknown, first }) : []));
  const link = element("a", "", `All ${countPapers(found.total)}`);
  link.href = pageOf(text);
  all.replaceChildren(link);
  all.hidden = found.total <= first.length;
  propose(null);
  if (!text) return;
  const other = await suggest(done);
  if (field.value.trim() === text) propose(other);
}

function propose(text) {
  meant.hidden = !text;
  if (!text) { meant.replaceChildren(); return; }
  const button = element("button", "bs-quick__meant", text);
  button.type = "button";
  button.addEventListener("click", () => {
    field.value = text;
    field.focus();
    search();
  });
  meant.replaceChildren("Did you mean ", button, "?");
}

/* Down from the field into the list and up again; letters go on in the field. */
function move(event) {
  if (event.key === "Escape") {  /* a field for a search would only be emptied */
    event.preventDefault();
    dialog.close();
    return;
  }
  const links = [status, list, all].flatMap((part) => [...part.querySelectorAll("a")])
    .filter((link) => link.getClientRects().length);
  const at = links.indexOf(document.activeElement);
  if (event.key === "ArrowDown" && (at >= 0 || document.activeElement === field)) {
    if (links[at + 1]) links[at + 1].focus();
  } else if (event.key === "ArrowUp" && at >= 0) {
    (links[at - 1] || field).focus();
  } else if (at >= 0 && event.key.length === 1 && event.key !== " " && !event.ctrlKey
    && !event.metaKey && !event.altKey) {
    field.focus();
    return;
  } else {
    return;
  }
  event.preventDefault();
}
