/* Finds papers by words. Pagefind does the finding, from an index within the site; papers that bear
   exactly what was typed as their title, arXiv id or author's name are put first. */

import { bare, foldKey, foldText, numberOf } from "./fold.js";

export const SITE = new URL("../../", import.meta.url);
const INDEX = new URL("pagefind/", SITE);

/* What a word weighs in a field; within the abstract it weighs 1. */
const WEIGHTS = { title: 5, authors: 4, first_author: 4, arxiv: 8, venue: 0.5, code: 0.2 };
const WINDOW = 4000;  /* see `find` */
const RECENT = { recent: ["1"] };
const NOTHING = { none_such: ["1"] };
/* https://info.arxiv.org/help/arxiv_identifier.html, alone or in an address, in any version */
const ARXIV = /^(?:https?:\/\/)?(?:(?:www\.)?arxiv\.org\/(?:abs|pdf|html)\/|arxiv:\s*)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/i;
const FURTHER = "\u2063";  /* stands before words that are there only to be found */

export async function readJson(name) {
  const answer = await fetch(new URL(name, INDEX));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

let started = null;
/* Loads what every search needs; after a failure the next one tries again. */
export function start() {
  started ??= load().catch((error) => { started = null; throw error; });
  return started;
}

async function load() {
  const [summary, pagefind] = await Promise.all([
    readJson("search.json"),
    import(new URL("pagefind.js", INDEX).href),
  ]);
  await pagefind.options({ ranking: { metaWeights: WEIGHTS } });
  await pagefind.init();
  return { summary, pagefind };
}

/* What was typed: as it is shown, in words, as a key, and in the forms in which the index is asked.
   A text in quotation marks is left as it is: Pagefind looks for exactly that. Words with a hyphen
   are asked for whole, as `GPT-4` must be, and in parts, so that `KV-cache` finds `KV cache`; those
   with a low line, as `x_i`, stay whole; `L_2` finds `L₂`, which the index has as `l2`. */
export function parseQuery(text) {
  const shown = text.trim().replace(/\s+/g, " ");
  const arxiv = ARXIV.exec(shown);
  const folded = foldText(arxiv ? arxiv[1] : shown);
  const whole = arxiv ? [folded] : folded.split(" ");
  const terms = [join(whole)];
  if (/^".+"$/.test(folded)) terms[0] = folded;
  else if (!arxiv && /\p{L}[-/]\p{L}/u.test(folded)) terms.push(join(folded.split(/[ \-/]/)));
  if (/_\p{N}/u.test(terms[0])) terms.push(terms[0].replace(/_(?=\p{N})/gu, ""));
  const words = folded.match(/[\p{L}\p{N}_]+/gu) || [];
  return { shown, words, terms, key: foldKey(folded) };
}

function join(words) {
  return words.map(bare).filter((word) => /[^_]/.test(word)).join(" ");
}

const files = new Map();
async function findKey(key, summary) {
  if (key.length < 2) return [];
  const number = numberOf(key);
  const name = `keys/${number % summary.keys}.json`;
  if (!files.has(name)) {
    files.set(name, readJson(name).catch((error) => { files.delete(name); throw error; }));
  }
  return ((await files.get(name))[number.toString(36)] || "").split(" ").filter(Boolean);
}

/* Gives the papers in which all words stand, the best first: `{query, papers, exact, total}`. Each
   paper has an `id` and `read()`, which loads its texts. `exact` of them bear just what was typed.

   Pagefind 1.5 compares every paper that it finds with every place of every word, so that words
   which nearly all papers have take it long. Where more than WINDOW papers have them, only the
   newest ones are put in order, and `total` says how many there are, unless `all` is asked for. */
export async function find(text, { all = false } = {}) {
  const { summary, pagefind } = await start();
  const query = parseQuery(text);
  if (query.shown && !query.terms[0]) return { query, papers: [], exact: 0, total: 0 };
  const first = findKey(query.key, summary).catch(() => []);
  const found = new Map();
  let total = 0;
  for (const term of query.terms) {
    const options = {};
    if (summary.papers > WINDOW && term && !all) {
      /* No paper has this filter, so that papers are counted and nothing else is done. */
      const { unfilteredResultCount: count } = await pagefind.search(term, { filters: NOTHING });
      total = Math.max(total, count);
      if (count > WINDOW) options.filters = RECENT;
    }
    const { results } = await pagefind.search(term || null, options);
    for (const result of results) {
      const id = result.id.slice(result.id.indexOf("_") + 1);
      const other = found.get(id);
      if (!other || other.score < result.score) {
        found.set(id, { id, score: result.score, read: () => read(result) });
      }
    }
  }
  const papers = [...found.values()];
  if (query.terms.length > 1) papers.sort((a, b) => b.score - a.score);
  const rank = new Map((await first).map((id, place) => [id, place]));
  const exact = papers.filter((paper) => rank.has(paper.id))
    .sort((a, b) => rank.get(a.id) - rank.get(b.id));
  return {
    query,
    papers: [...exact, ...papers.filter((paper) => !rank.has(paper.id))],
    exact: exact.length,
    total: Math.max(total, papers.length),
  };
}

/* A paper's texts: its address, its fields, the words of its abstract and the places of those that
   were found. */
async function read(result) {
  const data = await result.data();
  const words = data.content.split(/\s+/);
  const end = words.indexOf(FURTHER);
  const abstract = end < 0 ? words : words.slice(0, end);
  return {
    url: new URL(data.raw_url, SITE).href,
    fields: data.meta,
    abstract,
    formulas: data.formulas || {},
    places: new Set(data.locations.filter((place) => place < abstract.length)),
  };
}

/* Runs one task at a time, and of those that wait only the last: others come to null, and so does
   one that a later task has overtaken. */
export function makeQueue() {
  let running = null;
  let last = 0;
  return async (task) => {
    const turn = ++last;
    while (running) await running.catch(() => {});
    if (turn !== last) return null;
    running = task();
    try {
      const answer = await running;
      return turn === last ? answer : null;
    } finally {
      running = null;
    }
  };
}
