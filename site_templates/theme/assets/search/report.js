/* What was found, in words. */

import { element } from "./cards.js";
import { SITE } from "./finder.js";
import { foldKey } from "./fold.js";

const LONGEST = 80;  /* letters of what was typed that are repeated */
const PEOPLE = 4;  /* authors who are named */

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

/* Says how many papers are shown, and of how many, and whose pages there are if it was a name.
   `unknown` are words that no paper has. */
export function describe(search) {
  return [...describePapers(search), ...listPeople(search)];
}

/* Links to authors' pages. The `first` papers spell their names, unless a curator gave them others. */
function listPeople({ asked, found, first = [] }) {
  const names = first.flatMap(({ fields }) => (fields.authors || fields.first_author || "").split("; "));
  const ids = (found.authors || []).slice(0, PEOPLE);
  return ids.flatMap((id, place) => {
    const key = id.replaceAll("-", "");
    const link = element("a", "", names.find((name) => foldKey(name) === key) || asked.q);
    link.href = new URL(`authors/${id}/`, SITE).href;
    return [place ? ", " : ` · Author${ids.length > 1 ? "s" : ""}: `, link];
  });
}

function describePapers({ asked, kept, found, unknown = [], chips = [] }) {
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
