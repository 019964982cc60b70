/* A search as its address has it, so that it can be kept, sent and gone back to. */

import { GROUPS } from "./table.js";

export function parseAddress(search) {
  const asked = new URLSearchParams(search);
  return {
    q: (asked.get("q") || "").trim(),
    chosen: Object.fromEntries(GROUPS.map((group) => [group, new Set(asked.getAll(group))])),
    sort: asked.get("sort") === "date" ? "date" : "",
  };
}

export function addressOf({ q, chosen, sort }) {
  const asked = new URLSearchParams();
  if (q) asked.set("q", q);
  for (const group of GROUPS) for (const value of chosen[group]) asked.append(group, value);
  if (sort) asked.set("sort", sort);
  const text = asked.toString();
  return location.pathname + (text ? `?${text}` : "");
}

export function countChosen(chosen) {
  return GROUPS.reduce((sum, group) => sum + chosen[group].size, 0);
}

export function takeOff(asked, group, value) {
  const rest = [...asked.chosen[group]].filter((other) => other !== value);
  return { ...asked, chosen: { ...asked.chosen, [group]: new Set(rest) } };
}
