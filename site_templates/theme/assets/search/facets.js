/* What narrows results: boxes with numbers, and a chip for each that is in use. */

import { takeOff } from "./address.js";
import { element } from "./cards.js";
import { SITE } from "./finder.js";
import { figure } from "./report.js";
import { GROUPS } from "./table.js";

const FEW = 8;  /* values of a group that are shown at first */
const NAMES = { topic: "Topic", kind: "Kind", year: "Published", month: "Published", tag: "Tag" };

const facets = document.querySelector(".bs-facets");
const groups = [...facets.querySelectorAll("fieldset")];
const used = document.querySelector("#bs_used");
export const boxes = [...facets.querySelectorAll("input")];
const gone = new Set();  /* boxes that are not offered */

/* Names of values, and what cards show of topics. */
const names = new Map(boxes.map((box) => [`${box.name}=${box.value}`, box.dataset.name]));
export const topics = new Map(
  boxes.filter((box) => box.name === "topic" && box.dataset.hue).map(({ value, dataset }) => (
    [value, { ...dataset, url: new URL(`topics/${value}/`, SITE).href }]
  )),
);

/* What the address `asked` for and no box offers stays until its chip is taken off. */
export function readBoxes(asked) {
  const chosen = Object.fromEntries(GROUPS.map((group) => [
    group, new Set([...asked.chosen[group]].filter((value) => !names.has(`${group}=${value}`))),
  ]));
  for (const box of boxes) if (box.checked) chosen[box.name].add(box.value);
  return chosen;
}

export function fillBoxes(chosen) {
  for (const box of boxes) box.checked = chosen[box.name].has(box.value);
}

/* A year that is taken off takes its months along. */
export function onChoice(act) {
  for (const box of boxes) {
    box.addEventListener("change", () => {
      if (box.name === "year" && !box.checked) {
        for (const month of boxes) if (month.dataset.within === box.value) month.checked = false;
      }
      act();
    });
  }
}

function listChosen(chosen) {
  return GROUPS.flatMap((group) => [...chosen[group]].map((value) => {
    const name = names.get(`${group}=${value}`) || value;
    return { group, value, text: NAMES[group] ? `${NAMES[group]}: ${name}` : name };
  }));
}

/* Shows what is in use; gives it in words. */
export function showChosen(asked, { go, leave }) {
  const chosen = listChosen(asked.chosen);
  used.replaceChildren(...chosen.map(({ group, value, text }) => {
    const cross = element("span", "", "\u00a0×");
    cross.setAttribute("aria-hidden", "true");
    const button = element("button", "", text, cross, element("span", "vh", ", take off"));
    button.type = "button";
    button.addEventListener("click", () => {
      go(takeOff(asked, group, value));
      (used.querySelector("button") || leave).focus();
    });
    return element("li", "", button);
  }));
  used.parentElement.hidden = !chosen.length;
  return chosen.map(({ text }) => text);
}

/* Numbers beside the boxes. For new words (`renew`) groups are put in the order of their numbers, and
   nothing is offered that no paper has. While boxes are chosen each stays where it is. */
export function showCounts(counts, { renew }) {
  for (const box of boxes) {
    const number = counts[box.name].get(box.value) || 0;
    box.closest("label").querySelector(".bs-num").textContent = figure(number);
    box.disabled = !number && !box.checked;
    if (!box.disabled) gone.delete(box);
    else if (renew) gone.add(box);
  }
  for (const group of groups) {
    if (renew && "ordered" in group.dataset) orderGroup(group, counts);
    shortenGroup(group);
  }
  facets.hidden = groups.every((group) => group.hidden);
  showFacets();
}

export function showFacets() {
  facets.classList.add("is-ready");
}

function isYearOpen(year) {
  return boxes.some((box) => box.checked && (box.value === year || box.dataset.within === year));
}

function orderGroup(group, counts) {
  const rows = [...group.querySelectorAll("label")];
  const numberOf = (row) => counts[row.control.name].get(row.control.value) || 0;
  rows.sort((a, b) => numberOf(b) - numberOf(a) || a.dataset.place - b.dataset.place);
  group.querySelector("div").append(...rows);
}

function shortenGroup(group) {
  const button = group.querySelector("button");
  const open = !button || button.getAttribute("aria-expanded") === "true";
  const rows = [...group.querySelectorAll("label")];
  const offered = rows.filter((row) => !gone.has(row.control));
  for (const row of rows) row.hidden = true;
  offered.forEach((row, index) => {
    const { checked, dataset: { within } } = row.control;
    row.hidden = !checked && (within ? !isYearOpen(within) : !open && index >= FEW);
  });
  group.hidden = !offered.length;
  if (!button) return;
  button.hidden = offered.length <= FEW;
  button.textContent = open ? "Fewer" : `All ${offered.length}`;
}

for (const group of groups) {
  const button = group.querySelector("button");
  button?.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!open));
    shortenGroup(group);
  });
  shortenGroup(group);
}
