/* What was typed, as it is meant: words, words in quotation marks, an address, a name. */

import { bare, foldKey, foldText, splitWords } from "./fold.js";

/* https://info.arxiv.org/help/arxiv_identifier.html: alone, in an address or a DOI, in any version, or
   as arXiv's pages begin their titles */
const ID = String.raw`(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?`;
const ARXIV = new RegExp(
  String.raw`^(?:(?:\S*(?:[x5]iv|huggingface\.co\/papers)\S*?[/:.]\s*)?${ID}(?:\.pdf)?(?:[?#]\S*)?|\[${ID}\].*)$`,
  "i",
);
const ADDRESS = /^(?:https?:\/\/|www\.|10\.\d{4,}\/|[\w.-]+\.[a-z]{2,}\/)\S+$/i;
const AROUND = /^(?:https?:\/\/)?(?:www\.)?|(?:\.git)?\/?(?:[?#].*)?$/gi;
export const QUOTES = /["“”„«»]/g;
const CITED = /\bet al\b\.?(?:[ ,(]+\d{4}[a-z]?\)?)?/g;
const PHRASE = /"([^"]*[\p{L}\p{N}][^"]*)"/gu;
const ABBREVIATED = /(?<=\b\p{L}\.)-?(?=\p{L}\.)/gu;  /* within `J.-P.` */
const NUMBER = /^\p{N}/u;
const SINGLE = /^[\p{Script=Latin}\p{N}]$/u;

/* Words that say nothing of a paper. The index looks for the beginnings of words: of ten thousand
   papers, those with words in `a…` take it twenty seconds. */
const EMPTY = new Set(("a an and are as at be by for from how in into is it its of on or that the their "
  + "this to via was we what when which who why with").split(" "));

/* Gives what is shown; the `tokens` in it; the `words` that are looked for; `terms`, the forms in which the index is asked
   for them, of which any will do (see `listTerms`); the `phrases` that a paper must have; the `keys`
   that a title, id, address or name would have. Of an id or an address `only` a paper that bears it
   is meant, and so it is of a name with `initials`, where there is such a paper. */
export function parseQuery(text) {
  const shown = text.trim().replace(/\s+/g, " ");
  const arxiv = ARXIV.exec(shown);
  if (arxiv) return parseOnly(shown, { id: arxiv[1] || arxiv[2] });
  if (ADDRESS.test(shown)) return parseOnly(shown, { address: shown.replace(AROUND, "") });
  const folded = foldText(shown).replace(QUOTES, '"');
  const whole = folded.replace(CITED, " ").replace(ABBREVIATED, " ").replace(/"/g, " ").split(" ");
  const tokens = strip(whole);
  const words = leaveOut(tokens);
  const query = {
    shown,
    tokens,
    terms: words.length ? [words.join(" ")] : [],
    phrases: [...folded.matchAll(PHRASE)].map((found) => strip(found[1].split(" ")).join(" ")),
    keys: [...new Set([folded, ...turn(folded, tokens)].map(foldKey).filter(Boolean))],
    initials: tokens.length < 5 && tokens.some((word) => SINGLE.test(word) && !NUMBER.test(word)),
    joined: join(tokens),
  };
  /* Words with a hyphen are asked for whole, as `GPT-4` must be, and in parts, so that `KV-cache`
     finds `KV cache`. */
  if (/\p{L}[-/]\p{L}/u.test(folded)) {
    const parts = leaveOut(strip(whole.join(" ").split(/[ \-/]/)));
    if (parts.length) query.terms.push(parts.join(" "));
  }
  /* `L_2` finds `L₂`, which the index has as `l2`. */
  if (/_\p{N}/u.test(query.terms[0])) query.terms.push(query.terms[0].replace(/_(?=\p{N})/gu, ""));
  if (!words.length && tokens.length) query.terms.push(`"${tokens.join(" ")}"`);
  return { ...query, words: [...new Set(query.terms.join(" ").match(/[\p{L}\p{N}_]+/gu))] };
}

/* Gives forms of a query, each with the phrases that must stand beside it. `GPT 4` is `GPT4`, or both
   words side by side, and `k means` is `kmeans` where the index has that: `isKnown` tells. */
export async function listTerms({ terms, phrases, joined, words }, isKnown) {
  const { pairs } = joined;
  if (!pairs.length) return terms.map((text) => ({ text, phrases }));
  const known = (await Promise.all(pairs.map((pair) => isKnown(pair.join(""))))).every(Boolean);
  const apart = pairs.filter((pair) => pair.some((word) => SINGLE.test(word))
    && (known || pair.some((word) => NUMBER.test(word)))).map((pair) => pair.join(" "));
  const forms = terms.map((text) => ({ text, phrases: [...phrases, ...apart] }));
  return known ? [...forms, { text: leaveOut(joined.tokens).join(" "), phrases }] : forms;
}

function parseOnly(shown, { id, address }) {
  const text = id ? foldKey(id) : splitWords(address.replace(/^[^/]*\//, "")).join(" ");
  return {
    shown, id, words: [], tokens: [], terms: text ? [text] : [], phrases: [], keys: [foldKey(id || address)],
    joined: { pairs: [] }, only: true,
  };
}

function strip(words) {
  return words.map(bare).filter((word) => /[^_]/.test(word));
}

function leaveOut(words) {
  return words.filter((word) => !EMPTY.has(word) && !SINGLE.test(word));
}

/* Words of which a reader may have written two as one: a word and the number behind it, a single
   letter or digit and the word behind it. */
function join(words) {
  const tokens = [];
  const pairs = [];
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    const pair = before && pairs.at(-1)?.at !== at - 1 && !EMPTY.has(before) && !EMPTY.has(word)
      && (NUMBER.test(word) || SINGLE.test(before));
    if (pair) {
      pairs.push(Object.assign([before, word], { at }));
      tokens.push(tokens.pop() + word);
    } else tokens.push(word);
  }
  return { tokens, pairs };
}

/* A name whose parts stand the other way round: `Loom, Ada`, `Loom A.` */
function turn(folded, tokens) {
  const [last, first, more] = folded.split(",");
  if (first && more === undefined) return [`${first} ${last}`];
  const at = tokens.findLastIndex((word) => !SINGLE.test(word)) + 1;
  return at && at < tokens.length ? [[...tokens.slice(at), ...tokens.slice(0, at)].join(" ")] : [];
}
