/* Formulas of a found paper, `[start, stop, elements]` each, set as mathematics where their lines
   stand in a text. Elements come from the index as `[name, attributes, text, children]`. */

const MATHML = "http://www.w3.org/1998/Math/MathML";
const SHORT = 8;  /* characters of a line up to which words are kept beside it, too */

function make([name, attributes, text, children]) {
  if (!/^m[a-z]+$/.test(name)) return "";
  const made = document.createElementNS(MATHML, name);
  for (const [key, value] of attributes) if (!/^(on|href|src)/.test(key)) made.setAttribute(key, value);
  made.append(text, ...children.map(make));
  return made;
}

/* A line may end on either side of a formula; what touches it is kept beside it, as on pages. */
function together(...content) {
  const held = content.filter(Boolean);
  if (held.length < 2) return held;
  const span = document.createElement("span");
  span.className = "bs-math";
  span.append(...held);
  return [span];
}

function setOne(line, elements, before, after) {
  const made = elements.map(make);
  made[0].setAttribute("alttext", line);
  if (made.length === 1) return together(before, made[0], after);
  return [...together(before, made[0]), ...made.slice(1, -1), ...together(made.at(-1), after)];
}

function touching(line, text, word, signs) {
  return ((line.length <= SHORT && word.exec(text)) || signs.exec(text) || [""])[0];
}

/* `text`, which stands at `at` of the whole, as words and formulas. */
export function setFormulas(text, at, formulas) {
  const content = [];
  let rest = text;
  let end = at;
  for (const [start, stop, elements] of formulas) {
    if (start < end || stop > at + text.length) continue;
    const line = text.slice(start - at, stop - at);
    let words = rest.slice(0, start - end);
    rest = rest.slice(stop - end);
    const before = touching(line, words, /(?<!\S)\S{1,6}$/, /[^\p{L}\p{N}\s]{1,3}$/u);
    const next = formulas.find((other) => other[0] >= stop);
    const gap = next ? rest.slice(0, Math.max(0, next[0] - stop)) : rest;
    const after = touching(line, gap, /^\S{1,6}(?!\S)/, /^[^\p{L}\p{N}\s]{1,3}/u);
    words = words.slice(0, words.length - before.length);
    rest = rest.slice(after.length);
    end = stop + after.length;
    content.push(words, ...setOne(line, elements, before, after));
  }
  return [...content, rest].filter(Boolean);
}

/* Marks of words: where one word of a formula was found, all of it was. */
export function spread(hit, starts, words, formulas) {
  const marks = words.map((_, index) => hit(index));
  for (const [start, stop] of formulas) {
    const within = starts.flatMap((at, index) => (
      at < stop && at + words[index].length > start ? [index] : []
    ));
    if (within.some((index) => marks[index])) for (const index of within) marks[index] = true;
  }
  return marks;
}
