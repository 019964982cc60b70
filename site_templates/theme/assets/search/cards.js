/* A found paper as a card, and what was found in it marked. All of it comes from the index, and all
   of it goes into the page as text. */

import { bare, foldText, isFound, splitWords } from "./fold.js";
import { setFormulas, spread } from "./formulas.js";

const EXCERPT = 44;  /* words of an abstract that surely stand in a card's three lines */
const BEFORE = 6;  /* words before the first one that was found */
const EDGES = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/* Words with those that were found marked, neighbours together, spaces between, formulas set; signs
   around them are left unmarked. The first word stands at `at` of the whole text. */
function marked(words, hit, formulas = [], at = 0) {
  let end = at - 1;
  const starts = words.map((word) => {
    const start = end + 1;
    end = start + word.length;
    return start;
  });
  const marks = spread(hit, starts, words, formulas);
  const set = (first, run) => setFormulas(run, starts[first], formulas);
  const content = [];
  let index = 0;
  while (index < words.length) {
    const first = index++;
    while (index < words.length && marks[index] === marks[first]) index++;
    const run = words.slice(first, index).join(" ");
    if (first) content.push(" ");
    if (!marks[first]) { content.push(...set(first, run)); continue; }
    const isPlain = formulas.every(([from, to]) => (
      to <= starts[first] || from >= starts[first] + run.length
    ));
    const [, before, found, after] = isPlain ? EDGES.exec(run) : ["", "", run, ""];
    content.push(before, element("mark", "", ...(isPlain ? [found] : set(first, run))), after);
  }
  return content;
}

/* A short text with the words marked that begin as those that were asked for. */
export function markedText(text, asked, formulas) {
  const words = text.split(/\s+/);
  const found = words.map((word) => splitWords(word).some((part) => isFound(part, asked))
    || isFound(bare(foldText(word)), asked));
  return marked(words, (index) => found[index], formulas);
}

/* The first of EXCERPT words among which most places lie. */
function densest(places) {
  const sorted = [...places].sort((a, b) => a - b);
  let best = 0;
  let most = 0;
  for (const start of sorted) {
    const held = sorted.filter((place) => place >= start && place < start + EXCERPT - BEFORE).length;
    if (held > most) { most = held; best = start; }
  }
  return best < EXCERPT / 2 ? 0 : best - BEFORE;
}

/* The whole abstract; what stands before the place of interest is hidden until it is opened. */
function excerpt({ abstract, places, formulas: { text: formulas = [] } }) {
  let start = densest(places);
  const lengthTo = (end) => abstract.slice(0, end).join(" ").length + Math.min(end, 1);
  while (formulas.some(([from, to]) => from < lengthTo(start) && lengthTo(start) < to)) start--;
  const text = element("p", "bs-card__abstract");
  text.dir = "auto";
  if (start) {
    const head = marked(abstract.slice(0, start), (at) => places.has(at), formulas);
    text.append(element("span", "bs-before", ...head, " "), element("span", "bs-gap"));
  }
  const hit = (at) => places.has(start + at);
  text.append(...marked(abstract.slice(start), hit, formulas, lengthTo(start)));
  return text;
}

export function byLine(fields, date, query) {
  return [authorsOf(fields, query), dateText(date), fields.venue].filter(Boolean);
}

function authorsOf({ authors, first_author: first }, query) {
  if (first) return `First author: ${first}`;
  if (!authors) return "Authors not known";
  const names = authors.split("; ");
  if (names.length > 3) {
    const shown = [...names.slice(0, 2), ...named(names.slice(2), query)];
    const rest = names.length - shown.length;
    if (rest > 1) return `${shown.join(", ")} and ${rest} others`;
  }
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/* Of many names the one that was asked for, if any was. */
function named(names, { words, tokens }) {
  let best = [];
  let most = 0;
  for (const name of names) {
    const parts = splitWords(name);
    if (!parts.some((part) => words.includes(part))) continue;
    const held = tokens.filter((token) => parts.some((part) => part.startsWith(token))).length;
    if (held > most) { most = held; best = [name]; }
  }
  return best;
}

function dateText(date) {
  if (!date) return "";
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

function topicList(topics) {
  const list = element("ul", "bs-card__topics");
  list.setAttribute("aria-label", "Topics");
  for (const { name, url, hue, form } of topics) {
    const link = element("a", `bs-topic t${hue} f${form}`, name);
    link.href = url;
    list.append(element("li", "", link));
  }
  if (!topics.length) {
    list.append(element("li", "", element("span", "bs-topic bs-topic--none", "No topic yet")));
  }
  return list;
}

function link(label, address) {
  const made = element("a", "", label);
  made.href = address;
  return element("li", "", made);
}

function foot({ fields, abstract }) {
  const list = element("ul", "bs-card__foot");
  list.setAttribute("aria-label", `More of ${fields.title || "Untitled"}`);
  if (abstract.length > EXCERPT - BEFORE) {
    const summary = element("summary", "", element("span", "is-shut", "More"));
    summary.append(element("span", "is-open", "Less"));
    list.append(element("li", "", element("details", "bs-more", summary)));
  }
  if (fields.arxiv) list.append(link("arXiv", `https://arxiv.org/abs/${fields.arxiv}`));
  if (/^https?:\/\//i.test(fields.code || "")) list.append(link("Code", fields.code));
  list.append(mark("read", "Mark read"), mark("hide", "Hide"), mark("save", "Save"));
  return list;
}

/* As on cards that are made: memory/marks.js acts on it. */
const MARKS = { read: "read", hide: "hidden", save: "saved" };
function mark(name, label) {
  const button = element("button", "", label);
  button.type = "button";
  button.dataset.mark = MARKS[name];
  button.setAttribute("aria-pressed", "false");
  return element("li", `bs-${name}`, button);
}

/* `paper` is what `read()` gave, `row` its line of the table. */
export function makeCard(paper, { query, date, topics }) {
  const { url, fields, abstract, formulas } = paper;
  const title = element("a", "", ...markedText(fields.title || "Untitled", query.words, formulas.title));
  title.href = url;
  const heading = element("h3", "bs-card__title", title);
  heading.dir = "auto";
  const by = element("p", "bs-card__by");
  byLine(fields, date, query).forEach((part, index, { length }) => {
    const span = element("span", "", ...(index ? [part] : markedText(part, query.words)));
    span.dir = "auto";
    if (index < length - 1) span.append("\u00a0·");
    by.append(...(index ? [" "] : []), span);
  });
  const body = element("div", "", heading, by);
  if (abstract.join("")) body.append(excerpt(paper));
  body.append(foot(paper));
  return element("li", "", element("article", "bs-card", topicList(topics), body));
}

/* A found paper as a line: its title, and who and when. */
export function makeLine({ url, fields, formulas }, query) {
  const link = element("a", "", ...markedText(fields.title || "Untitled", query.words, formulas.title));
  link.href = url;
  link.dir = "auto";
  const by = element("span", "bs-quick__by", byLine(fields, "", query).join("\u00a0· "));
  return element("li", "", link, by);
}

