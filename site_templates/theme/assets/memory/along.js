/* The reader's own list as a file and as a link, and a list that somebody else shares. */
(function (bs) {
  "use strict";
  const { one, papers, exchange } = bs;
  const {
    counted, make, button, markButton, makeCard, readAddresses, show, saved, isHere, lookUp,
  } = bs.list;

  /* As a file, and from one */
  function exported() {
    return papers.slugs().map((slug) => ({ id: slug, ...papers.known(slug) }));
  }
  function download(text, { file, type }) {
    const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: file });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
  one("#bs_exports").append(...bs.exports.map((form) => {
    const made = button(form.name, "", async () => download(await form.make(exported()), form));
    made.className = "bs-button";
    return made;
  }));
  one("#bs_import").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    const parsed = file && file.size < 2e7 ? exchange.parseFile(await file.text()) : null;
    target.value = "";
    if (!parsed) {
      bs.say("This is no file of a reading list, so nothing was changed.", { seen: true });
      return;
    }
    const isNew = parsed.entries.filter(([slug]) => !papers.slugs().includes(slug)).length;
    const { entries, unread } = parsed;
    papers.take(entries);
    show({ anew: true });
    const left = unread ? ` ${unread} ${unread === 1 ? "entry" : "entries"} could not be read.` : "";
    bs.say(`Imported ${counted(entries.length, "paper")}, ${isNew} of them new here.${left}`, { seen: true });
    lookUp();
  });

  /* As a link, and from one */
  const linked = one("#bs_linked");
  one("#bs_link").addEventListener("click", () => {
    const slugs = saved().filter(isHere);
    if (!slugs.length) { bs.say("There is nothing to share yet.", { seen: true }); return; }
    const { address, count } = exchange.makeLink(slugs);
    linked.hidden = false;
    one("input", linked).value = address;
    one("input", linked).select();
    const short = count < slugs.length ? `, the first of ${slugs.length}; a file holds all` : "";
    bs.say(`A link to ${counted(count, "paper")}${short}`, { seen: Boolean(short) });
  });
  one("button", linked).addEventListener("click", async () => {
    const field = one("input", linked);
    field.select();
    try { await navigator.clipboard.writeText(field.value); } catch (error) { document.execCommand("copy"); }
    bs.say("Copied", { seen: true });
  });

  const shared = one("#bs_shared");
  const note = one("#bs_shared_note");
  async function showShared() {
    const link = exchange.parseLink(location.hash);
    shared.hidden = !link;
    if (!link) return;
    const held = one("#bs_shared_papers");
    held.replaceChildren();
    one("#bs_shared_save").hidden = true;
    note.textContent = "Looking up what the link holds …";
    let known = null;
    try { known = await readAddresses(); } catch (error) {
      note.textContent = "The titles could not be loaded. Load the page again when you are online.";
      return;
    }
    const ids = link.slugs.flatMap((slug) => (known.get(slug) || { to: [] }).to);
    const slugs = [...new Set(ids)];
    const lost = link.damaged || link.slugs.some((slug) => !known.has(slug) || !known.get(slug).to.length);
    note.textContent = [
      slugs.length ? `Somebody shared ${counted(slugs.length, "paper")} with you. Your own list, below, is as it was.`
        : "This link holds no paper of this site.",
      slugs.length && lost ? "Some of what the link held is not on this site." : "",
    ].filter(Boolean).join(" ");
    held.append(...slugs.map((slug) => makeCard(slug, known.get(slug), { foot: [
      make("li", { className: "bs-read" }, markButton("read", "Mark read")),
      make("li", { className: "bs-save" }, markButton("saved", "Save")),
    ] })));
    one("#bs_shared_save").hidden = !slugs.length;
    one("#bs_shared_save").onclick = () => {
      const saved = new Date().toISOString();
      const entries = slugs.map((slug) => [slug, { title: known.get(slug).title, saved }]);
      papers.take(entries, { text: `Saved ${counted(slugs.length, "paper")}` });
    };
    document.dispatchEvent(new Event("bs:cards"));
    one("#bs_shared_name").focus();
  }
  one("#bs_shared_end").addEventListener("click", () => {
    history.replaceState(null, "", location.pathname);
    showShared();
    one("#bs_content").focus();
  });
  addEventListener("hashchange", showShared);
  showShared();

  /* The last script of the page: with its buttons in place, nothing shifts when all is shown. */
  document.documentElement.classList.add("bs-ready");
})(window.broadsheet);
