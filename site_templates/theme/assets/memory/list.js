/* The page of the reader's own list: what is saved, with notes, and what is hidden. Titles and notes
   are text of anybody, and go into the page as text. along.js adds what comes and goes. */
(function (bs) {
  "use strict";
  const { one, papers } = bs;
  const list = one("#bs_list");
  const items = new Map();  /* by slug; those that were taken off stay as a line */
  const fates = new Map();  /* of papers that are no longer what they were: {text, here} */
  const orders = [...document.querySelectorAll("input[name=order]")];
  const PAUSE = 800;  /* milliseconds after the last letter of a note */

  const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  function make(name, properties, ...content) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...content);
    return element;
  }
  function button(text, label, act) {
    const made = make("button", { type: "button", onclick: act }, text);
    if (label) made.setAttribute("aria-label", `${text}: ${label}`);
    return made;
  }
  function markButton(mark, text) {
    const made = button(text);
    made.dataset.mark = mark;
    made.setAttribute("aria-pressed", "false");
    return made;
  }
  function dayOf(time) {
    const day = new Date(time);
    return isNaN(day) ? "" : day.toLocaleDateString("en-GB",
      { day: "numeric", month: "short", year: "numeric" });
  }

  /* A paper as a card; `marks` are what stands at its foot. */
  function makeCard(slug, { title, by }, { side = "", note = "", foot }) {
    const link = make("a", { href: `${bs.site}papers/${slug}/` }, title || slug);
    const body = make("div", {},
      make("h3", { className: "bs-card__title", dir: "auto" }, link),
      make("p", { className: "bs-card__by" }, make("span", { dir: "auto" }, by || "")),
      make("p", { className: "bs-fate" }), note,
      make("ul", { className: "bs-card__foot" }, ...foot));
    const rail = make("ul", { className: "bs-card__topics" }, make("li", {}, side));
    const card = make("article", { className: "bs-card" }, rail, body);
    card.dataset.own = "";
    return make("li", {}, card);
  }

  /* The reader's own list */
  function makeItem(slug, entry) {
    const field = make("textarea", { rows: 1, dir: "auto", placeholder: "A note of your own" });
    field.setAttribute("aria-label", `Note on ${entry.title}`);
    let pause = 0;
    const keep = () => {
      clearTimeout(pause);
      const { note = "", title } = papers.known(slug);
      if (title && field.value.trim() !== note) papers.mark({ slug, title }, { note: field.value.trim() }, "");
    };
    field.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(keep, PAUSE); });
    field.addEventListener("change", keep);
    const remove = () => {
      const { title } = papers.known(slug);
      papers.mark({ slug, title }, { saved: "", note: "", place: "" }, `Removed: ${title}. Press u to undo`);
    };
    const item = makeCard(slug, entry, {
      note: make("p", { className: "bs-own-note" }, field),
      foot: [
        make("li", { className: "bs-move" }, button("Up", entry.title, () => move(slug, -1))),
        make("li", { className: "bs-move" }, button("Down", entry.title, () => move(slug, 1))),
        make("li", { className: "bs-read" }, markButton("read", "Mark read")),
        make("li", { className: "bs-save" }, button("Remove", entry.title, remove)),
      ],
    });
    one(".bs-card", item).id = slug;
    return { item, entry, keep };
  }
  function fillItem(item, slug, entry) {
    const fate = fates.get(slug);
    const link = one(".bs-card__title a", item);
    link.textContent = entry.title || slug;
    if (fate && !fate.here) link.removeAttribute("href");
    const day = entry.saved ? dayOf(entry.saved) : "";
    one(".bs-card__topics li", item).textContent = day && `Saved ${day}`;
    one(".bs-card__by span", item).textContent = entry.by || "";
    one(".bs-fate", item).textContent = fate ? fate.text : "";
    const field = one("textarea", item);
    if (document.activeElement !== field) field.value = entry.note || "";
  }
  /* What was taken off is a line for as long as the page is open. */
  function showTaken(item, slug, taken) {
    const card = one(".bs-card", item);
    if (card.classList.contains("is-away") === taken) return;
    const held = card.contains(document.activeElement);
    card.classList.toggle("is-away", taken);
    if (taken) {
      const title = one(".bs-card__title", card).textContent;
      const entry = items.get(slug).entry;
      const back = button("Save again", title, () => papers.take([[slug, entry]], { text: `Saved: ${title}` }));
      card.prepend(make("p", { className: "bs-away" }, "Removed: ", make("span", { dir: "auto" }, title), back));
      if (held) back.focus();
    } else {
      one(".bs-away", card).remove();
      if (held) one(".bs-card__title a", card).focus();
    }
  }

  const order = () => orders.find((radio) => radio.checked).value;
  const bySaved = ([, a], [, b]) => (b.saved || "").localeCompare(a.saved || "");
  const ORDERS = {
    newest: () => 0,
    unread: ([, a], [, b]) => Boolean(a.read) - Boolean(b.read),
    title: ([, a], [, b]) => (a.title || "").localeCompare(b.title || ""),
    mine: ([, a], [, b]) => (a.place ?? -1) - (b.place ?? -1),
  };
  function listSaved() {
    return papers.slugs().map((slug) => [slug, papers.known(slug)]).filter(([, { saved }]) => saved)
      .sort(bySaved).sort(ORDERS[order()]);
  }

  function show({ anew = false } = {}) {
    const saved = listSaved();
    const there = new Set(saved.map(([slug]) => slug));
    const fresh = saved.filter(([slug]) => !items.has(slug));
    for (const [slug, entry] of fresh) {
      items.set(slug, makeItem(slug, entry));
      list.append(items.get(slug).item);
    }
    for (const [slug, entry] of saved) {
      items.get(slug).entry = entry;
      fillItem(items.get(slug).item, slug, entry);
    }
    for (const [slug, { item }] of items) {
      showTaken(item, slug, !there.has(slug));
      if (anew && !there.has(slug)) { item.remove(); items.delete(slug); }
    }
    if (anew) list.append(...saved.map(([slug]) => items.get(slug).item));
    list.dataset.order = order();
    const read = saved.filter(([, entry]) => entry.read).length;
    const notes = saved.filter(([, entry]) => entry.note).length;
    one("#bs_count").textContent = saved.length
      ? [counted(saved.length, "paper"), `${read} read`, `${notes} with a note`].join(", ") : "No paper";
    one("#bs_none").hidden = items.size > 0;
    showHidden();
    if (fresh.length) document.dispatchEvent(new Event("bs:cards"));
  }
  function showHidden() {
    const hidden = papers.slugs().map((slug) => [slug, papers.known(slug)]).filter(([, entry]) => entry.hidden);
    one("#bs_hidden_count").textContent = hidden.length
      ? `${counted(hidden.length, "paper")}, each a line wherever it stands.` : "No paper is hidden.";
    one("#bs_hidden").replaceChildren(...hidden.map(([slug, { title }]) => {
      const again = () => papers.mark({ slug, title }, { hidden: "" }, `Shown again: ${title}`);
      return make("li", {}, make("span", { dir: "auto" }, title || slug), button("Show again", title, again));
    }));
  }
  function move(slug, by) {
    const slugs = listSaved().map(([each]) => each);
    const at = slugs.indexOf(slug);
    const to = at + by;
    if (to < 0 || to >= slugs.length) return;
    [slugs[at], slugs[to]] = [slugs[to], slugs[at]];
    const held = document.activeElement;
    papers.arrange(slugs, `Number ${to + 1} of ${slugs.length}`);
    show({ anew: true });
    held.focus();
  }

  /* What has become of papers: new titles, new addresses, none. */
  let addresses = null;
  function readAddresses() {
    addresses = addresses || fetch(`${bs.site}api/v1/addresses.json`, { cache: "no-cache" })
      .then((answer) => { if (!answer.ok) throw new Error(answer.status); return answer.json(); })
      .then((data) => new Map(data.addresses.map((record) => [record.id, record])))
      .catch((error) => { addresses = null; throw error; });
    return addresses;
  }
  async function lookUp() {
    const slugs = papers.slugs();
    if (!slugs.length) return;
    const known = await readAddresses();
    const entries = [];
    const replaced = [];
    for (const slug of slugs) {
      const { to, title } = known.get(slug) || {};
      const entry = papers.known(slug);
      if (!to) fates.set(slug, { text: "No longer on this site", here: false });
      else if (!to.length) fates.set(slug, { text: "Hidden by the curator", here: true });
      else if (to.length > 1) fates.set(slug, { text: "Several papers have this address now", here: true });
      else if (to[0] !== slug) {
        entries.push([to[0], { ...entry, title: known.get(to[0]).title }]);
        replaced.push(slug);
      } else if (title !== entry.title) entries.push([slug, { ...entry, title }]);
    }
    for (const slug of replaced.filter((each) => items.has(each))) {
      items.get(slug).item.remove();
      items.delete(slug);
    }
    if (entries.length) papers.take(entries, { replaced, renew: true });
    show({ anew: !list.contains(document.activeElement) });
  }

  const chosen = orders.find((radio) => radio.value === bs.load("order"));
  if (chosen) chosen.checked = true;
  for (const radio of orders) {
    radio.addEventListener("change", () => {
      bs.keep("order", radio.value === "newest" ? "" : radio.value);
      show({ anew: true });
    });
  }
  show({ anew: true });
  document.addEventListener("bs:papers", () => show());
  document.addEventListener("bs:forget", () => { items.clear(); fates.clear(); list.replaceChildren(); });
  addEventListener("pagehide", () => { for (const { keep } of items.values()) keep(); });
  bs.list = {
    counted, make, button, markButton, makeCard, readAddresses, show,
    saved: () => listSaved().map(([slug]) => slug),
    isHere: (slug) => !fates.has(slug),
    lookUp: () => lookUp().catch(() => { /* offline: what is kept is shown as it was kept */ }),
  };
  bs.list.lookUp();
})(window.broadsheet);
