/* What was found, in words. */

import { element } from "./cards.js";

const LONGEST = 80;  /* letters of what was typed that are repeated */

export function figure(number) {
  return number.toLocaleString("en");
}

export function countPapers(number) {
  return `${figure(number)} ${number === 1 ? "paper" : "papers"}`;
}

export function quote(text) {
  const clipped = text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;
  return element("b", "", clipped);
}

function nearest(number) {
  return `${countPapers(number)} ${number === 1 ? "comes" : "come"} nearest`;
}

/* Says how many papers are shown, and of how many. `unknown` are words that no paper has. */
export function describe({ asked, kept, found, unknown = [], chips = [] }) {
  const words = asked.q ? [" with ", quote(asked.q)] : [];
  const count = kept.length;
  if (!count) return describeNone({ asked, found, chips });
  if (unknown.length) return ["No paper has ", quote(unknown.join(", ")), `; ${nearest(count)}`];
  if (found.near) return [`No paper has all of these words; ${nearest(count)}`];
  if (found.total > found.papers.length) {
    return [`The newest ${figure(found.papers.length)} of ${countPapers(found.total)}`, ...words];
  }
  const narrowed = asked.q && chips.length && count < found.papers.length;
  return narrowed ? [`${figure(count)} of ${countPapers(found.papers.length)}`, ...words]
    : [countPapers(count), ...words];
}

function describeNone({ asked, found, chips }) {
  const words = quote(asked.q);
  if (found.papers.length && asked.q && chips.length === 1) {
    return ["No paper has both ", words, ` and ${chips[0].replace(": ", " ")}. Take that off.`];
  }
  if (found.papers.length) {
    return [...(asked.q ? ["No paper with ", words] : ["No paper"]), " has all of these. Take one off."];
  }
  const { id, only } = found.query;
  if (id) {
    const link = element("a", "", `arXiv:${id}`);
    link.href = `https://arxiv.org/abs/${id}`;
    return ["No paper here is ", link, "."];
  }
  return ["No paper has ", words, only ? "." : ". Try fewer or other words."];
}
