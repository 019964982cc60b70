/* What is new since the reader's last visit: the digests that were not there to be seen then.

   Pages name the site's newest digests (`data-digests`), a card the digest that held its paper first
   (`data-since`). One item of localStorage a site, `bs-seen:` and the site's path, holds those of the
   visit before and of this one: {"before": ["2025-03-12"], "now": ["2025-03-14", "2025-03-12"],
   "at": 1741944600000}. A digest that is older than all that was there before is history, not news.
   A visit ends when no page was opened for a while, by this machine's clock. */
(function (bs) {
  "use strict";
  const { one, all } = bs;
  const KEY = "seen:" + bs.site;
  const PAUSE = 30 * 60 * 1000;  /* milliseconds between visits */
  const MOST = 60;  /* digests that are remembered */
  const line = one("[data-digests]");
  const counts = new Map((line ? line.dataset.digests : "").split(" ").filter(Boolean).map((each) => {
    const [name, count] = each.split(":");
    return [name, Number(count)];
  }));
  let state = null;

  const isList = (value) => Array.isArray(value) && value.every((each) => typeof each === "string");
  function recall() {
    let kept = null;
    try { kept = JSON.parse(bs.load(KEY)); } catch (error) { /* damaged: as if never here */ }
    return kept && isList(kept.before) && isList(kept.now) ? kept : null;
  }
  function keep() { bs.keep(KEY, JSON.stringify(state)); }

  function listNew() {
    const oldest = [...state.before].sort()[0];
    return state.now.filter((name) => name > oldest && !state.before.includes(name));
  }

  function show() {
    const fresh = new Set(state ? listNew() : []);
    for (const card of all(".bs-card[data-since]")) {
      card.classList.toggle("is-new", fresh.has(card.dataset.since));
    }
    if (!line || !state || state.isFirst) return;
    const there = [...counts].filter(([name]) => fresh.has(name));
    const count = there.reduce((sum, [, each]) => sum + each, 0);
    line.textContent = "Nothing new since your last visit.";
    if (!count) return;
    const more = there.length === counts.size ? "At least " : "";
    const number = document.createElement("b");
    number.textContent = `${more}${count.toLocaleString("en")} new`;
    const seen = document.createElement("button");
    seen.type = "button";
    seen.textContent = "Mark all as seen";
    seen.addEventListener("click", () => {
      state.before = state.now;
      keep();
      show();
      bs.say("Nothing is new any more");
    });
    line.replaceChildren(number, " since your last visit. ", seen);
  }

  function begin() {
    const now = Date.now();
    const there = [...counts.keys()];
    state = recall();
    if (state && Math.abs(now - state.at) > PAUSE) state = { before: state.now, now: state.now };
    if (!state && !line) return;
    if (!state) state = { before: there, now: there, isFirst: true };
    const seen = new Set([...there, ...state.now]);
    state.now = [...seen].sort().reverse().slice(0, MOST);
    state.at = now;
    keep();
  }

  begin();
  show();
  document.addEventListener("bs:cards", show);
  document.addEventListener("bs:forget", () => { state = null; show(); });
  addEventListener("storage", ({ key }) => {
    if (key === "bs-" + KEY) { state = recall() || state; show(); }
  });
})(window.broadsheet);
