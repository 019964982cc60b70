/* What this browser knows of papers: read, saved, hidden, and the reader's own notes.

   It is one item of localStorage a site, `bs-papers:` and the site's path, by slug:
   {"some-slug": {"title": "...", "by": "A and B · 5 Jan 2024", "saved": "2025-03-14T09:30:00.000Z",
   "read": "...", "hidden": "...", "note": "..."}}. Unknown keys of a paper are kept.

   The event `bs:papers` of `document` says that something has changed, here or in another window.
   Nothing is sent anywhere. */
(function (bs) {
  "use strict";
  const KEY = "papers:" + bs.site;
  const STEPS = 20;  /* that can be undone */
  const ABOUT = ["title", "by"];
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
    bs.say([text, trouble].filter(Boolean).join(". "), { seen: Boolean(trouble) });
  }

  /* Sets marks of a paper, or takes those away that are empty. `paper` is {slug, title, by}; `text`
     is what is said of it. */
  function mark({ slug, title, by }, marks, text) {
    recall();
    before.push([slug, papers[slug]]);
    before.splice(0, before.length - STEPS);
    const entry = { ...papers[slug], title, ...(by ? { by } : {}), ...marks };
    for (const key of Object.keys(entry)) if (!entry[key]) delete entry[key];
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
     an entry, and what to let go of. Says nothing where there is nothing to do. */
  function take(entries, { gone = [], text = "" } = {}) {
    recall();
    for (const [slug, entry] of entries) enter(slug, merge(papers[slug] || {}, entry));
    for (const slug of gone) delete papers[slug];
    finish(text);
  }

  /* Lets what is known under former slugs of a paper be known under its present one. */
  function adopt(slug, title, former) {
    const known = former.filter((each) => papers[each]);
    if (known.length) take(known.map((each) => [slug, { ...papers[each], title }]), { gone: known });
  }

  recall();
  addEventListener("storage", ({ key }) => {
    if (key === null || key === "bs-" + KEY) { recall(); changed(); }
  });
  addEventListener("pageshow", ({ persisted }) => { if (persisted) { recall(); changed(); } });
  bs.papers = {
    adopt, mark, take, undo,
    known: (slug) => papers[slug] || {},
    slugs: () => Object.keys(papers),
  };
})(window.broadsheet);
