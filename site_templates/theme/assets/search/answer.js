/* The answer to what was typed: the papers that have it, else those that come nearest. */

import { countPapers, find, idOf, read, start, WINDOW } from "./finder.js";
import { isFound, splitWords } from "./fold.js";
import { readVocabulary } from "./vocabulary.js";

const MOST = 8;  /* words by which papers are found that have not all of them */
const SHORTEST = 4;  /* letters of a word that is looked up among all words */

/* Gives what `find` does, as `found`; the texts of its `first` papers; and the words that no paper has,
   as `unknown`. The index looks for the beginning of a word that it does not know, so that they are
   left out and it is asked once more. `query` is the first one. */
export async function answer(text, { first = 10, ...options } = {}) {
  const found = await findNearest(text, options);
  const { query } = found;
  const texts = await readFirst(found, first);
  const unknown = await listUnknown(found, texts);
  if (!unknown.length) return { query, found, first: texts, unknown };
  const rest = query.shown.split(" ")
    .filter((word) => !splitWords(word).some((part) => unknown.includes(part))).join(" ");
  const again = splitWords(rest).length ? await findNearest(rest, options)
    : { query, papers: [], exact: 0, total: 0 };
  return { query, found: again, first: await readFirst(again, first), unknown };
}

function readFirst({ papers }, number) {
  return Promise.all(papers.slice(0, number).map((paper) => paper.read()));
}

/* The words of all papers are loaded only where one that was asked for does not stand in the first
   ones. The last word may be one that is still being typed. */
async function listUnknown({ query, exact, papers, near }, texts) {
  if (exact || query.only || query.phrases.length) return [];
  const there = texts.flatMap(({ fields, abstract }) => (
    splitWords([...Object.values(fields), ...abstract].join(" "))
  ));
  const least = papers.length && !near ? SHORTEST : SHORTEST - 1;
  const asked = splitWords(query.shown);
  const suspects = [...new Set(asked)].filter((word) => (
    word.length >= least && !/^\p{N}+$/u.test(word) && !there.some((one) => isFound(one, [word]))
  ));
  if (!suspects.length) return [];
  const vocabulary = await readVocabulary();
  const begun = (word) => word === asked.at(-1)
    && [...vocabulary.keys()].some((other) => other.startsWith(word));
  return suspects.filter((word) => !vocabulary.has(word) && !begun(word));
}

/* As `find`; where no paper has all of the words, the papers in which most of them stand, rare words
   counting more, and `near`. */
async function findNearest(text, options) {
  const found = await find(text, options);
  if (found.papers.length) return found;
  const { summary, pagefind } = await start();
  const { query } = found;
  if (query.only || query.phrases.length || query.words.length < 2) return found;
  const counts = [];
  for (const word of [...query.words].sort((a, b) => b.length - a.length).slice(0, 2 * MOST)) {
    counts.push([word, await countPapers(word, pagefind)]);
  }
  const rare = counts.filter(([, count]) => count && count < summary.papers / 2 && count < WINDOW)
    .sort((a, b) => a[1] - b[1]).slice(0, MOST);
  const papers = new Map();
  let most = 0;
  for (const [word, count] of rare) {
    const weight = Math.log(summary.papers / count);
    most += weight;
    for (const result of (await pagefind.search(word)).results) {
      const id = idOf(result);
      const paper = papers.get(id) || { id, score: 0, read: () => read(result, query.words) };
      papers.set(id, { ...paper, score: paper.score + weight });
    }
  }
  const near = [...papers.values()].filter((paper) => paper.score > most / 2)
    .sort((a, b) => b.score - a.score);
  return { ...found, papers: near, total: near.length, near: near.length > 0 };
}
