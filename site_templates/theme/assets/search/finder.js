/* Finds papers by words. Pagefind does the finding, from an index within the site; papers that bear
   exactly what was typed as their title, arXiv id or author's name are put first. */

import { isFound, numberOf, splitWords } from "./fold.js";
import { listTerms, parseQuery } from "./query.js";

export const SITE = new URL("../../", import.meta.url);
const INDEX = new URL("pagefind/", SITE);

/* What a word weighs in a field; within the abstract it weighs 1. */
const WEIGHTS = { title: 5, authors: 4, first_author: 4, arxiv: 8, venue: 0.5, code: 0.2 };
export const WINDOW = 4000;  /* see `find` */
const RECENT = { recent: ["1"] };
const NOTHING = { none_such: ["1"] };
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
   paper has an `id` and `read()`, which loads its texts. `exact` of them bear just what was typed, and
   `authors` too, by the last part of the address of their pages.

   Pagefind 1.5 compares every paper that it finds with every place of every word, so that words
   which nearly all papers have take it long. Where more than WINDOW papers have them, only the
   newest ones are put in order, and `total` says how many there are, unless `all` is asked for. */
export async function find(text, { all = false } = {}) {
  const { summary, pagefind } = await start();
  const query = parseQuery(text);
  if (query.shown && !query.terms.length) return { query, papers: [], exact: 0, total: 0 };
  const first = Promise.all(query.keys.map((key) => findKey(key, summary))).catch(() => []);
  const found = new Map();
  let total = 0;
  const isKnown = async (word) => await countPapers(`"${word}"`, pagefind) > 0;
  const terms = query.shown ? await listTerms(query, isKnown) : [{ text: null, phrases: [] }];
  for (const { text: term, phrases } of terms) {
    const options = {};
    if (summary.papers > WINDOW && term && !all && !phrases.length) {
      const count = await countPapers(term, pagefind);
      total = Math.max(total, count);
      if (count > WINDOW) options.filters = RECENT;
    }
    let { results } = await pagefind.search(term, options);
    for (const phrase of phrases) {
      const ids = new Set((await pagefind.search(`"${phrase}"`)).results.map(idOf));
      results = results.filter((result) => ids.has(idOf(result)));
    }
    for (const result of results) {
      const id = idOf(result);
      const other = found.get(id);
      if (!other || other.score < result.score) {
        found.set(id, { id, score: result.score, read: () => read(result) });
      }
    }
  }
  let papers = [...found.values()];
  if (terms.length > 1) papers.sort((a, b) => b.score - a.score);
  const named = (await first).flat();
  const authors = [...new Set(named.filter((id) => id[0] === "@").map((id) => id.slice(1)))];
  const rank = new Map(named.map((id, place) => [id, place]));
  const exact = papers.filter((paper) => rank.has(paper.id))
    .sort((a, b) => rank.get(a.id) - rank.get(b.id));
  const alone = query.only || (query.initials && exact.length);
  const rest = alone ? [] : papers.filter((paper) => !rank.has(paper.id));
  papers = [...exact, ...rest];
  return {
    query, papers, authors, exact: exact.length, total: alone ? papers.length : Math.max(total, papers.length),
  };
}

export function idOf(result) {
  return result.id.slice(result.id.indexOf("_") + 1);
}

/* No paper has this filter, so that papers are counted and nothing else is done. */
export async function countPapers(term, pagefind) {
  return (await pagefind.search(term, { filters: NOTHING })).unfilteredResultCount;
}

/* A paper's texts: its address, its fields, the words of its abstract and the places of those that
   were found. */
export async function read(result, asked = []) {
  const data = await result.data();
  const words = data.content.split(/\s+/);
  const end = words.indexOf(FURTHER);
  const abstract = end < 0 ? words : words.slice(0, end);
  const places = new Set(data.locations.filter((place) => place < abstract.length));
  abstract.forEach((word, place) => {
    if (asked.length && splitWords(word).some((part) => isFound(part, asked))) places.add(place);
  });
  const url = new URL(data.raw_url, SITE).href;
  return { url, fields: data.meta, abstract, formulas: data.formulas || {}, places };
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
