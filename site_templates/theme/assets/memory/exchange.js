/* A reading list as a file and as a link: what goes out, and how what comes in is checked. All that
   comes in is text of strangers, and is only ever shown as text.

   Other forms of export come to `broadsheet.exports`: {name, file, type, make}, where `make` gives a
   promise of the file's text from [{id, title, by, saved, read, hidden, note, place}, ...]. */
(function (bs) {
  "use strict";
  const FORM = "broadsheet reading list";
  const PAPERS_OF_FILE = 20000;
  const PAPERS_OF_LINK = 100;
  const LINK = "#papers=";
  const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  const SLUG_LENGTH = 150;
  const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z$/;
  const LENGTHS = { title: 500, by: 300, note: 10000 };
  /* Control characters, and those that turn the direction of what follows. */
  const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

  const isSlug = (text) => typeof text === "string" && text.length <= SLUG_LENGTH && SLUG.test(text);

  function checkEntry(given) {
    const entry = {};
    for (const [key, most] of Object.entries(LENGTHS)) {
      const value = given[key];
      if (typeof value === "string") entry[key] = value.replace(UNSEEN, "").trim().slice(0, most);
      if (!entry[key]) delete entry[key];
    }
    for (const key of ["saved", "read", "hidden"]) {
      if (typeof given[key] === "string" && TIME.test(given[key])) entry[key] = given[key];
    }
    if (Number.isInteger(given.place) && given.place >= 0) entry.place = given.place;
    return entry;
  }

  /* Gives the entries of a file, and how many of its papers could not be read; null where it is no
     such file. */
  function parseFile(text) {
    let data = null;
    try { data = JSON.parse(text.replace(/^\ufeff/, "")); } catch (error) { return null; }
    if (!data || data.format !== FORM || data.version !== 1 || !Array.isArray(data.papers)) return null;
    const entries = [];
    for (const given of data.papers.slice(0, PAPERS_OF_FILE)) {
      if (!given || !isSlug(given.id)) continue;
      const entry = checkEntry(given);
      if (!entry.title) entry.title = given.id;
      if (["saved", "read", "hidden", "note"].some((key) => entry[key])) entries.push([given.id, entry]);
    }
    return { entries, unread: data.papers.length - entries.length };
  }

  function makeFile(papers) {
    const file = { format: FORM, version: 1, site: location.origin + bs.site, papers };
    return JSON.stringify(file, null, 1) + "\n";
  }

  /* Gives the address of a list, and how many papers it holds. */
  function makeLink(slugs) {
    const held = slugs.slice(0, PAPERS_OF_LINK);
    const address = location.origin + bs.site + "reading-list/" + LINK + held.join(",");
    return { address, count: held.length };
  }

  /* Gives the slugs that a link holds, each once, and whether it holds anything else; null where it
     is no such link. */
  function parseLink(hash) {
    if (!hash.startsWith(LINK)) return null;
    const given = hash.slice(LINK.length, LINK.length + PAPERS_OF_LINK * (SLUG_LENGTH + 1)).split(",");
    const slugs = [...new Set(given.filter(isSlug))].slice(0, PAPERS_OF_LINK);
    return { slugs, damaged: slugs.length !== given.length };
  }

  bs.exchange = { parseFile, makeLink, parseLink };
  bs.exports = [{
    name: "Export",
    file: "reading-list.json",
    type: "application/json",
    make: async (papers) => makeFile(papers),
  }];
})(window.broadsheet);
