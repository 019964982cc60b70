/* The words of all papers, and which of them are near another. */

import { readJson } from "./finder.js";

const TRIES = 6;  /* words that are tried in place of one */

let loaded = null;
/* Gives the class of each word's frequency, 0 for the most frequent ones. */
export function readVocabulary() {
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

/* Words in place of `word`, the likeliest first: the nearest; of those the most frequent, then those
   that begin alike, then from A to Z. */
export function listLikely(word, classes) {
  const most = word.length < 8 ? 1 : 2;
  const near = [];
  for (const [other, place] of classes) {
    const steps = distance(word, other, most);
    if (steps <= most) near.push([steps, place, Number(other[0] !== word[0]), other]);
  }
  near.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : 1));
  return near.slice(0, TRIES).map((one) => one[3]);
}
