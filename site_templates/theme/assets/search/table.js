/* What papers can be narrowed by, and how many there are of each: from a table of all papers. */

import { readJson } from "./finder.js";

/* By their names in an address. */
export const GROUPS = ["topic", "kind", "year", "month", "tag", "code", "pick"];

let loaded = null;
/* Gives `{rows, byId}`: the papers, newest first, those without a date last. */
export function readTable() {
  loaded ??= readJson("papers.json").then(parse).catch((error) => { loaded = null; throw error; });
  return loaded;
}

function parse(table) {
  const dates = table.dates.split(" ");
  const rows = table.ids.split(" ").map((id, place) => ({
    id, place, date: dates[place] === "-" ? "" : dates[place], labels: {},
  }));
  for (const [name, { values, papers }] of Object.entries(table.labels)) {
    papers.split(";").forEach((held, place) => {
      rows[place].labels[name] = held ? held.split(",").map((number) => values[number]) : [];
    });
  }
  for (const { labels } of rows) labels.year = labels.month.map((month) => month.split("-")[0]);
  return { rows, byId: new Map(rows.map((row) => [row.id, row])) };
}

/* Narrows papers to what was chosen: `chosen[group]` is a set of values. Gives those that remain and
   `counts[group]`, a map from value to number.

   Topics, kinds and tags narrow: a paper must have all that are chosen, and a number says how many
   papers would remain. Years and months widen: a paper has one, so that any of those chosen will do,
   and a number says how many papers there are of it. A month narrows its own year alone. */
export function narrow(rows, chosen) {
  const counts = Object.fromEntries(GROUPS.map((group) => [group, new Map()]));
  const kept = [];
  const narrowing = ["topic", "kind", "tag", "code", "pick"];
  for (const row of rows) {
    if (!narrowing.every((group) => hasAll(row.labels[group], chosen[group]))) continue;
    count(counts, row, ["year", "month"]);
    if (!isOfTime(row.labels, chosen)) continue;
    count(counts, row, narrowing);
    kept.push(row);
  }
  return { kept, counts };
}

function hasAll(held, wanted) {
  for (const value of wanted) if (!held.includes(value)) return false;
  return true;
}

function isOfTime({ year: [year], month: [month] }, chosen) {
  const ofYear = [...chosen.month].filter((one) => one.startsWith(`${year}-`));
  if (ofYear.length) return ofYear.includes(month);
  return chosen.year.size ? chosen.year.has(year) : !chosen.month.size;
}

function count(counts, row, groups) {
  for (const group of groups) {
    for (const value of row.labels[group]) {
      counts[group].set(value, (counts[group].get(value) || 0) + 1);
    }
  }
}
