/* "Did you mean": the title that was nearly typed, or words that papers have in place of those that
   none has. The index itself passes over a word that it does not know. */

import { readJson } from "./finder.js";
import { foldKey, isFound, splitWords } from "./fold.js";

const SHORTEST = 4;  /* letters: words that are shorter have too many neighbours */
const TRIES = 6;  /* words that are tried in place of one */
const FIRST = 3;  /* papers whose titles are compared with what was typed */
const LONG_TITLE = 12;  /* letters: titles that are shorter have neighbours, too */

let loaded = null;
/* Gives the class of each word's frequency, 0 for the most frequent ones. */
function readWords() {
  loaded ??= readJson("words.json").then(({ words }) => {
    const classes = new Map();
    words.forEach((line, place) => {
      for (const word of line.split(" ")) if (word) classes.set(word, place);
    });
    return classes;
  }).catch((error) => { loaded = null; throw error; });
  return loaded;
}

/* How many letters must be put in, left out, changed or swapped with their neighbour to make one
   word of another; more than `most` is told as `most + 1`.
   Format: optimal string alignment, https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let steps = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + !same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        steps = Math.min(steps, before[column - 2] + 1);
      }
      now.push(steps);
      least = Math.min(least, steps);
    }
    if (least > most) return most + 1;
    [before, last] = [last, now];
  }
  return last[b.length];
}

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

/* Words in place of `word`, the likeliest first: the nearest; of those the most frequent, then those
   that begin alike, then from A to Z. */
function likely(word, classes) {
  const most = word.length < 8 ? 1 : 2;
  const near = [];
  for (const [other, place] of classes) {
    const steps = distance(word, other, most);
    if (steps <= most) near.push([steps, place, Number(other[0] !== word[0]), other]);
  }
  near.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : 1));
  return near.slice(0, TRIES).map((one) => one[3]);
}

function replaceWords(text, corrections) {
  return text.split(" ").map((word) => {
    const found = splitWords(word).find((part) => corrections.has(part));
    return found ? corrections.get(found) : word;
  }).join(" ");
}

/* Words of the query that no paper has, and what may have been meant. The last word may be one that
   is still being typed. */
async function correct(query, suspects, find) {
  const classes = await readWords();
  const words = [...classes.keys()];
  const last = splitWords(query.shown).at(-1);
  const unknown = suspects.filter((word) => !classes.has(word)
    && !(word === last && words.some((other) => other.startsWith(word))));
  const choices = unknown.map((word) => likely(word, classes));
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
      const title = await nearTitleOf(query.key, papers);
      if (title) return { unknown, text: title };
      if (papers.length) text ??= corrected;
    }
  }
  return { unknown, text };
}

/* Gives `{text, unknown}`: what was probably meant, or null, and the words that no paper has.

   `first` are the texts of the first papers found, `total` is how many were; `find` searches. The
   words of all papers are loaded only where one that was asked for does not stand in the first
   papers. Nothing is proposed that finds nothing. */
export async function suggest({ query, exact, papers, first, find }) {
  const nothing = { text: null, unknown: [] };
  if (exact || !query.key || query.terms[0].startsWith('"')) return nothing;
  const title = nearTitle(query.key, first.map(({ fields }) => fields.title || ""));
  if (title) return { text: title, unknown: [] };
  const there = first.flatMap(({ fields, abstract }) => (
    splitWords([...Object.values(fields), ...abstract].join(" "))
  ));
  const suspects = [...new Set(splitWords(query.shown))].filter((word) => (
    word.length >= (papers.length ? SHORTEST : SHORTEST - 1) && !/^\p{N}+$/u.test(word) && !there.some((one) => isFound(one, [word]))
  ));
  const corrected = suspects.length ? await correct(query, suspects, find) : nothing;
  if (corrected.text || papers.length > 2 || query.words.length < 3) return corrected;
  /* A wrong word that others have: without it the title may be found. */
  for (const word of query.words) {
    const rest = await find(query.words.filter((other) => other !== word).join(" "));
    const near = await nearTitleOf(query.key, rest.papers);
    if (near) return { text: near, unknown: corrected.unknown };
  }
  return corrected;
}
