/* Marks on cards and on papers' pages: read, hidden, saved; by button and by key. A hidden paper's
   card is one quiet line, which shows it again. Opening a paper's page marks it as read. */
(function (bs) {
  "use strict";
  const { one, all, papers } = bs;
  const WORDS = {
    read: ["Mark read", "Read", "Marked as read", "Marked as unread"],
    hidden: ["Hide", "Hidden", "Hidden", "Shown again"],
    saved: ["Save", "Saved", "Saved", "No longer saved"],
  };
  const KEYS = { r: "read", x: "hidden", s: "saved" };
  const now = () => new Date().toISOString();

  /* A paper's place: the item of a list, or on its own page the part that is about it. */
  const own = one(".bs-paper > .bs-top");
  const placeOf = (element) => element.closest(".bs-cards > li") || own;
  const slugOf = (place) => {
    const card = place !== own && one(".bs-card", place);
    if (card && card.id) return card.id;
    const address = place === own ? location.href : one(".bs-card__title a", place).href;
    return new URL(address).pathname.split("/").slice(-2)[0];
  };
  /* A title in plain text: of a formula, the line that stands for it. */
  function titleOf(place) {
    const title = one("h1, .bs-card__title", place).cloneNode(true);
    for (const math of all("math", title)) math.replaceWith(math.getAttribute("alttext") || "");
    return title.textContent.trim();
  }
  function paperAt(place) {
    const title = titleOf(place);
    const facts = all(".bs-card__by > span:first-child, .bs-card__by time", place);
    const by = place === own ? one("[data-by]", place).dataset.by
      : facts.map((fact) => fact.textContent.replace(/[\s·]+$/, "")).join(" · ");
    return { slug: slugOf(place), title, by };
  }

  function show(place) {
    const slug = slugOf(place);
    const former = one("[data-former]", place);
    if (former) papers.adopt(slug, paperAt(place).title, former.dataset.former.split(" "));
    const known = papers.known(slug);
    for (const button of all("button[data-mark]", place)) {
      const isOn = String(Boolean(known[button.dataset.mark]));
      if (button.getAttribute("aria-pressed") === isOn) continue;
      button.setAttribute("aria-pressed", isOn);
      button.textContent = WORDS[button.dataset.mark][isOn === "true" ? 1 : 0];
    }
    const card = one(".bs-card", place);
    if (!card) return;
    card.classList.toggle("is-read", Boolean(known.read));
    if (!("own" in card.dataset)) putAway(card, Boolean(known.hidden));
  }
  function putAway(card, away) {
    if (card.classList.contains("is-away") === away) return;
    const held = card.contains(document.activeElement);
    card.classList.toggle("is-away", away);
    if (away) {
      const line = document.createElement("p");
      line.className = "bs-away";
      const name = document.createElement("span");
      name.dir = "auto";
      name.textContent = titleOf(card);
      const back = document.createElement("button");
      back.type = "button";
      back.dataset.back = "";
      back.textContent = "Show again";
      line.append("Hidden: ", name, back);
      card.prepend(line);
      if (held) back.focus();
    } else {
      one(".bs-away", card).remove();
      if (held) one(".bs-card__title a", card).focus();
    }
  }
  function showAll() {
    for (const card of all(".bs-cards > li > .bs-card")) show(card.parentElement);
    if (own) show(own);
    const early = one("#bs_away");  /* the same, before the first paint (main.html) */
    if (early) early.remove();
  }

  function toggle(place, name) {
    if (!place) return false;
    const paper = paperAt(place);
    const isOn = Boolean(papers.known(paper.slug)[name]);
    const word = WORDS[name][isOn ? 3 : 2];
    const hint = name === "hidden" && !isOn ? ". Press u to undo" : "";
    papers.mark(paper, { [name]: isOn ? "" : now() }, `${word}: ${paper.title}${hint}`);
    return true;
  }
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("button[data-mark], button[data-back]");
    if (button) toggle(placeOf(button), button.dataset.mark || "hidden");
  });
  document.addEventListener("bs:key", (event) => {
    const { detail: key, target } = event;
    const place = target === document ? own : target;
    const done = key === "u" ? papers.undo() : KEYS[key] && toggle(place, KEYS[key]);
    if (done) event.preventDefault();
  });

  /* Read is what was opened and seen; not what is loaded anew, or gone back to, after it was
     marked as unread. */
  function open() {
    const [visit] = performance.getEntriesByType("navigation");
    if (visit && visit.type !== "navigate" || papers.known(slugOf(own)).read) return;
    papers.mark(paperAt(own), { read: now() }, "");
  }
  if (papers.slugs().length) showAll();
  for (const event of ["bs:cards", "bs:papers"]) document.addEventListener(event, showAll);
  if (own) {
    if (document.visibilityState === "visible") open();
    else document.addEventListener("visibilitychange", open, { once: true });
  }
})(window.broadsheet);
