/* "Did you mean": the title that was nearly typed, or words that papers have in place of those that
   none has. The index itself passes over a word that it does not know. */

import { answer } from "./answer.js";
import { find } from "./finder.js";
import { foldKey, splitWords } from "./fold.js";
import { QUOTES } from "./query.js";
import { distance, listLikely, readVocabulary } from "./vocabulary.js";

const FIRST = 3;  /* papers whose titles are compared with what was typed */
const LONG_TITLE = 12;  /* letters: titles that are shorter have neighbours, too */

/* The first of `titles` that differs from what was typed by a letter or two, unless that is only its
   beginning: who is still typing means it anyway. */
function nearTitle(key, titles) {
  if (key.length < LONG_TITLE) return null;
  const most = key.length < 2 * LONG_TITLE ? 1 : 2;
  for (const title of titles) {
    const other = foldKey(title);
    if (other.startsWith(key)) return null;
    if (distance(key, other, most) <= most) return title;
  }
  return null;
}

async function nearTitleOf(key, papers) {
  const texts = await Promise.all(papers.slice(0, FIRST).map((paper) => paper.read()));
  return nearTitle(key, texts.map(({ fields }) => fields.title || ""));
}

function replaceWords(text, corrections) {
  return text.split(" ").map((word) => {
    const found = splitWords(word).find((part) => corrections.has(part));
    return found ? corrections.get(found) : word;
  }).join(" ");
}

/* What may have been meant by words that no paper has. */
async function correct(query, unknown) {
  if (!unknown.length) return null;
  const vocabulary = await readVocabulary();
  const choices = unknown.map((word) => listLikely(word, vocabulary));
  const corrections = new Map();
  unknown.forEach((word, index) => {
    if (choices[index].length) corrections.set(word, choices[index][0]);
  });
  let text = null;
  for (const [index, word] of unknown.entries()) {
    for (const choice of choices[index]) {
      const tried = new Map(corrections).set(word, choice);
      const corrected = replaceWords(query.shown, tried);
      const { papers } = await find(corrected);
      const title = await nearTitleOf(query.keys[0], papers);
      if (title) return title;
      if (papers.length) text ??= corrected;
    }
  }
  return text;
}

/* Gives what was probably meant, or null, for what `answer` gave. Nothing is proposed that finds
   nothing. */
export async function suggest({ query, found, first, unknown }) {
  const papers = found.near ? [] : found.papers;
  if (found.exact || query.only || !query.keys.length) return null;
  if (query.phrases.length) return papers.length ? null : suggestPlain(query);
  const [key] = query.keys;
  const title = nearTitle(key, first.map(({ fields }) => fields.title || ""));
  if (title) return title;
  const corrected = await correct(query, unknown);
  if (corrected || papers.length > 2 || query.words.length < 3) return corrected;
  /* A wrong word that others have: without it the title may be found. */
  for (const word of query.words) {
    const rest = await find(query.words.filter((other) => other !== word).join(" "));
    const near = await nearTitleOf(key, rest.papers);
    if (near) return near;
  }
  return null;
}

/* In quotation marks nothing is corrected; without them something may be found. */
async function suggestPlain(query) {
  const plain = query.shown.replace(QUOTES, "");
  const done = await answer(plain);
  return done.found.papers.length && !done.found.near && !done.unknown.length ? plain
    : suggest(done);
}
