/* Broadsheet: everything here is a convenience; every page works without it.

   This is the frame: colour scheme, density, topics of a day, keys. What the reader's browser
   remembers is in memory/. Other scripts take part through events of `document`:
   - `bs:key`, sent for a single key that was pressed outside of fields while keys are on; its
     `detail` is the key, its target the item of the list in which the reader is, if in any. Who
     acts on it calls preventDefault(), and nothing else happens.
   - `bs:cards`, to be sent by who has put cards into the page, so that papers are marked.

   `broadsheet` is what these scripts share. What the reader chose is kept in this browser alone,
   under names that begin with `bs-`. */
(function (root) {
  "use strict";
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const site = new URL("../", document.currentScript.src).pathname;
  const said = one("#bs_said");

  /* What is said aloud is seen, too, where it matters to everyone: until the next press. */
  function say(text, { seen = false } = {}) {
    if (!said) return;
    said.className = seen ? "bs-told" : "vh";
    said.textContent = text;
    if (!seen) return;
    const end = () => { if (said.textContent === text) said.className = "vh"; };
    setTimeout(() => {
      for (const press of ["pointerdown", "keydown"]) addEventListener(press, end, { once: true });
    });
  }

  /* A browser may forbid to keep anything: then it holds for this page. */
  function load(key) {
    try { return localStorage.getItem("bs-" + key); } catch (error) { return null; }
  }
  function keep(key, value) {
    try {
      if (value) localStorage.setItem("bs-" + key, value);
      else localStorage.removeItem("bs-" + key);
      return true;
    } catch (error) { return false; }
  }
  /* The names of all that is kept: several sites may share a browser's store by their path. */
  function keys() {
    try {
      return Object.keys(localStorage).filter((name) => name.startsWith("bs-"))
        .map((name) => name.slice(3)).filter((key) => !/:/.test(key) || key.endsWith(":" + site));
    } catch (error) { return []; }
  }
  window.broadsheet = { site, one, all, say, load, keep, keys };

  /* Colour scheme: as the system, light, dark */
  const button = one("[data-bs-scheme]");
  const names = { "": "as the system", light: "light", dark: "dark" };
  const next = { "": "light", light: "dark", dark: "" };
  function setScheme(scheme) {
    if (scheme) root.dataset.scheme = scheme;
    else delete root.dataset.scheme;
    keep("scheme", scheme);
    button.setAttribute("aria-label", "Colour scheme: " + names[scheme] + ". Change");
  }
  if (button) {
    const chosen = load("scheme");
    setScheme(chosen in next ? chosen : "");
    button.addEventListener("click", () => setScheme(next[root.dataset.scheme || ""]));
  }

  /* Items of lists, each a card or a line, without those that a filter has put away. Only items
     are measured: to ask a card off the screen for its place would lay it out. */
  const items = () => all(".bs-cards > li:not([hidden])");
  const isCard = (item) => item.firstElementChild.matches(".bs-card");
  const isOpen = (item) => item.firstElementChild.matches(".bs-card:not(.is-away)");
  const topOf = (item) => item.getBoundingClientRect().top;
  const titleOf = (item) => one(".bs-card__title a", item);
  /* The item on the screen in which the reader is. */
  function heldItem() {
    const item = document.activeElement && document.activeElement.closest(".bs-cards > li");
    if (!item || !isCard(item)) return null;
    const { top, bottom } = item.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? item : null;
  }

  /* Density: the radio buttons work alone (CSS); this remembers, and `d` may be pressed
     anywhere in a list, so it holds the reader's place. */
  const densities = all("input[name=density]");
  const density = load("density");
  for (const radio of densities) {
    if (radio.value === density) radio.checked = true;
    radio.addEventListener("change", () => {
      root.dataset.density = radio.value;
      keep("density", radio.value);
    });
  }
  /* Items come to their height within a few frames, as they near the screen (content-visibility),
     and not before the page is there. A reader who scrolls meanwhile is let go. */
  function holdPlace(item, top) {
    let frames = 8;
    const letGo = () => { frames = 0; };
    for (const move of ["wheel", "touchmove"]) addEventListener(move, letGo, { once: true, passive: true });
    root.style.overflowAnchor = "none";  /* one of us, not the browser too */
    (function hold() {
      if (frames) scrollBy({ top: topOf(item) - top, behavior: "instant" });
      if (frames && document.readyState === "complete") frames--;
      if (frames) requestAnimationFrame(hold);
      else root.style.overflowAnchor = "";
    })();
  }
  /* Who follows a link into a list is to see its item, not what the items above push there as
     they come to their height. After a reload or on the way back the browser knows the place. */
  function showItemOfLink() {
    const target = document.getElementById(location.hash.slice(1));
    const item = target && target.closest(".bs-cards > li");
    if (item) holdPlace(item, parseFloat(getComputedStyle(item).scrollMarginTop));
  }
  const [visit] = performance.getEntriesByType("navigation");
  if (!visit || visit.type === "navigate") showItemOfLink();
  addEventListener("hashchange", showItemOfLink);
  function changeDensity() {
    const chosen = densities.findIndex((radio) => radio.checked);
    if (chosen < 0) return false;
    const radio = densities[(chosen + 1) % densities.length];
    const item = heldItem() || items().find((each) => topOf(each) >= 0);
    const top = item && topOf(item);
    radio.click();
    if (item) holdPlace(item, top);
    say("Showing " + radio.parentElement.textContent.trim().toLowerCase());
    return true;
  }

  /* Abstracts: a finger may open one where it is; More does it for everyone. */
  function openAbstract(item, open) {
    const more = item && one(".bs-more", item);
    if (!more || !more.getClientRects().length) return false;
    more.open = open === undefined ? !more.open : open;
    return true;
  }
  document.addEventListener("click", (event) => {
    const abstract = event.pointerType === "touch" && event.target.closest(".bs-card__abstract");
    if (!abstract || event.target.closest("a") || !getSelection().isCollapsed) return;
    openAbstract(abstract.parentElement, true);
  });

  /* Topics of a day: where there is a script, its chips show only the papers that they count. */
  const filter = one("[data-bs-filter]");
  const toggles = new Map();
  function showOnly(topic) {
    for (const list of all(".bs-cards")) {
      let shown = 0;
      for (const item of list.children) {
        const away = topic && !one(`.bs-card__topics a[href$="/${topic}/"]`, item);
        item.hidden = Boolean(away);
        item.classList.toggle("is-first", !item.hidden && shown === 0);
        shown += !item.hidden;
      }
      const head = list.previousElementSibling;
      const note = head && head.matches(".bs-head") && one("p", head);
      if (!note) continue;
      note.dataset.all = note.dataset.all || note.textContent;
      note.textContent = topic ? `${shown} of ${list.children.length} papers` : note.dataset.all;
    }
    for (const [id, toggle] of toggles) toggle.setAttribute("aria-pressed", String(id === topic));
  }
  function choose(topic) {
    showOnly(topic);
    const address = new URL(location.href);
    if (topic) address.searchParams.set("topic", topic);
    else address.searchParams.delete("topic");
    history.replaceState(history.state, "", address);
    const shown = items().filter(isCard).length;
    say(`Showing ${topic ? "" : "all "}${shown} ${shown === 1 ? "paper" : "papers"}`);
  }
  if (filter) {
    const group = document.createElement("div");
    group.className = filter.className;
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "Show only one topic");
    group.append(...filter.childNodes);
    filter.replaceWith(group);
    for (const link of all("a", group)) {
      const id = link.pathname.split("/").filter(Boolean).pop();
      const toggle = document.createElement("button");
      toggle.type = "button";
      toggle.className = link.className;
      toggle.append(...link.childNodes);
      toggle.setAttribute("aria-pressed", "false");
      toggle.addEventListener("click", () => {
        choose(toggle.getAttribute("aria-pressed") === "true" ? "" : id);
      });
      toggles.set(id, toggle);
      link.replaceWith(toggle);
    }
    const asked = new URLSearchParams(location.search).get("topic");
    if (toggles.has(asked)) showOnly(asked);
    const early = one("#bs_only");  /* the same, before the first paint (main.html) */
    if (early) early.remove();
  }

  /* Keys: one letter each, never in a field, and the reader can turn them off. */
  const help = one("#bs_keys");
  const switched = one("[data-bs-keys]");
  if (switched) {
    switched.checked = load("keys") !== "off";
    switched.addEventListener("change", () => keep("keys", switched.checked ? "" : "off"));
  }
  function showHelp() {
    if (help) help.showModal();
    return Boolean(help);
  }
  for (const opener of all("[data-bs-help]")) opener.addEventListener("click", showHelp);
  if (help) {
    help.addEventListener("click", (event) => {  /* beside it, too */
      if (event.target === help || event.target.closest("[data-bs-close]")) help.close();
    });
  }

  /* On a paper's page: to the next one of the digest through which the reader came. */
  function goBeside(by) {
    const came = document.referrer.split("#")[0];
    const digests = all(".bs-beside");
    const leads = (digest) => all("a", digest).some(({ href }) => href.split("#")[0] === came);
    const link = one(by > 0 ? "[rel=next]" : "[rel=prev]", digests.find(leads) || digests[0]);
    if (link) link.click();
    return Boolean(link);
  }
  /* One paper on, or back; from where the reader is, else from what the screen begins with. */
  function goTo(by) {
    if (one(".bs-beside")) return goBeside(by);
    const held = heldItem();
    const there = items().filter((item) => item === held || isOpen(item));
    const first = there.findIndex((item) => topOf(item) >= 0);
    const start = first < 0 ? there.length : first;
    const at = held ? there.indexOf(held) + by : by > 0 ? start : start - 1;
    const item = there[Math.max(0, Math.min(there.length - 1, at))];
    if (!item || !isOpen(item)) return false;
    titleOf(item).focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
    return true;
  }
  function openPaper(item) {
    if (item) titleOf(item).click();
    return Boolean(item);
  }
  function search() {
    const field = one("main input[type=search]");
    const link = one(".bs-nav a[href*='search/']");
    if (field) field.focus();
    else if (link) link.click();
    return Boolean(field || link);
  }
  const once = {  /* not again while the key is held down */
    d: changeDensity,
    m: () => openAbstract(heldItem()),
    o: () => openPaper(heldItem()),
    "/": search,
    "?": showHelp,
  };
  const repeated = { j: () => goTo(1), k: () => goTo(-1) };
  const FIELDS = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";
  document.addEventListener("keydown", (event) => {
    const { key } = event;
    if (event.defaultPrevented || event.isComposing || key.length !== 1) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(FIELDS)) return;
    if (one("dialog[open]") || (switched && !switched.checked)) return;
    const offer = new CustomEvent("bs:key", { detail: key, bubbles: true, cancelable: true });
    if (!(heldItem() || document).dispatchEvent(offer)) { event.preventDefault(); return; }
    const act = repeated[key] || (event.repeat ? undefined : once[key]);
    if (act && act()) event.preventDefault();
  });
})(document.documentElement);
