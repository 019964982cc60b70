/* What this browser knows of papers: read, saved, hidden, and the reader's own notes.

   It is one item of localStorage a site, `bs-papers:` and the site's path, by slug:
   {"some-slug": {"title": "...", "by": "A and B · 5 Jan 2024", "saved": "2025-03-14T09:30:00.000Z",
   "read": "...", "hidden": "...", "note": "...", "place": 3}}. Unknown keys of a paper are kept.

   The event `bs:papers` of `document` says that something has changed, here or in another window.
   Nothing is sent anywhere. */
(function (bs) {
  "use strict";
  const KEY = "papers:" + bs.site;
  const STEPS = 20;  /* that can be undone */
  const ABOUT = ["title", "by", "place"];
  let papers = Object.create(null);
  let failed = false;  /* to keep what is known: then it holds for this page */
  const before = [];

  function recall() {
    if (failed) return;
    let kept = null;
    try { kept = JSON.parse(bs.load(KEY)); } catch (error) { /* damaged: nothing is known */ }
    papers = Object.create(null);
    if (!kept || typeof kept !== "object" || Array.isArray(kept)) return;
    for (const [slug, known] of Object.entries(kept)) {
      if (known && typeof known === "object") papers[slug] = known;
    }
  }

  function store() {
    const text = Object.keys(papers).length ? JSON.stringify(papers) : "";
    if (!bs.keep(KEY, text) && !failed) {
      failed = true;
      return "Your browser has no room for this, or keeps nothing for this site: it holds until "
        + "you leave this page.";
    }
    return "";
  }

  /* Puts a paper's entry in the place of what was known; an entry without a mark is none. */
  function enter(slug, entry) {
    if (entry && Object.keys(entry).some((key) => !ABOUT.includes(key))) papers[slug] = entry;
    else delete papers[slug];
  }

  function changed() { document.dispatchEvent(new Event("bs:papers")); }

  function finish(text) {
    const trouble = store();
    changed();
    const words = [text, trouble].filter(Boolean).join(". ");
    if (words) bs.say(words, { seen: Boolean(trouble) });
  }

  /* Sets marks of a paper, or takes those away that are "". `paper` is {slug, title, by}; `text`
     is what is said of it. */
  function mark({ slug, title, by }, marks, text) {
    recall();
    before.push([slug, papers[slug]]);
    before.splice(0, before.length - STEPS);
    const entry = { ...papers[slug], title, ...(by ? { by } : {}), ...marks };
    for (const key of Object.keys(entry)) if (entry[key] === "") delete entry[key];
    enter(slug, entry);
    finish(text);
  }

  function undo() {
    const [slug, entry] = before.pop() || [];
    if (!slug) return false;
    recall();
    const { title } = entry || papers[slug] || {};
    enter(slug, entry);
    finish("Undone" + (title ? ": " + title : ""));
    return true;
  }

  /* Two entries of one paper as one that loses nothing: of each mark the earlier time, both notes. */
  function merge(entry, other) {
    const merged = { ...other, ...entry };
    for (const key of ["saved", "read", "hidden"]) {
      const [first] = [entry[key], other[key]].filter(Boolean).sort();
      if (first) merged[key] = first;
    }
    const notes = [entry.note, other.note].filter(Boolean);
    if (notes.length === 2) {
      const [one, two] = notes;
      merged.note = one.includes(two) ? one : two.includes(one) ? two : `${one}\n\n${two}`;
    }
    return merged;
  }

  /* Takes up entries that came from elsewhere, or under a paper's former slugs: pairs of a slug and
     an entry, and the slugs that these replace. Titles are those of before, unless they are new. */
  function take(entries, { replaced = [], renew = false, text = "" } = {}) {
    recall();
    for (const [slug, entry] of entries) {
      const merged = merge(papers[slug] || {}, entry);
      enter(slug, renew ? { ...merged, title: entry.title } : merged);
    }
    for (const slug of replaced) delete papers[slug];
    finish(text);
  }

  /* Lets these papers stand in this order, where the reader's own is asked for. */
  function arrange(slugs, text) {
    recall();
    slugs.forEach((slug, place) => { if (papers[slug]) papers[slug] = { ...papers[slug], place }; });
    finish(text);
  }

  /* Lets what is known under former slugs of a paper be known under its present one. */
  function adopt(slug, title, former) {
    const known = former.filter((each) => papers[each]);
    const entries = known.map((each) => [slug, { ...papers[each], title }]);
    if (known.length) take(entries, { replaced: known, renew: true });
  }

  /* Lets go of all that this site has kept: papers, what was seen, and choices. */
  function forget() {
    if (!confirm("Forget all marks, notes and choices that this browser keeps for this site? This "
      + "cannot be undone.")) return;
    for (const key of bs.keys()) bs.keep(key, "");
    papers = Object.create(null);
    before.length = 0;
    document.dispatchEvent(new Event("bs:forget"));
    changed();
    bs.say("Everything is forgotten.", { seen: true });
  }
  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-bs-forget]")) forget();
  });

  recall();
  addEventListener("storage", ({ key }) => {
    if (key === null || key === "bs-" + KEY) { recall(); changed(); }
  });
  addEventListener("pageshow", ({ persisted }) => { if (persisted) { recall(); changed(); } });
  bs.papers = {
    adopt, arrange, mark, take, undo,
    known: (slug) => papers[slug] || {},
    slugs: () => Object.keys(papers),
  };
})(window.broadsheet);
