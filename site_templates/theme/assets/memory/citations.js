/* The reading list for reference managers: what is saved, in the reader's own order. */
(function (bs) {
  "use strict";
  const module = new URL("../export.js", document.currentScript.src).href;
  const make = (suffix) => async (papers) => {
    const { exportPapers } = await import(module);
    const saved = papers.filter(({ saved }) => saved).map(({ id }) => id);
    const { text, missing } = await exportPapers(saved, suffix);
    if (missing.length) bs.say(`${missing.length} of them are no longer on this site.`, { seen: true });
    return text;
  };
  for (const [name, suffix, type] of [
    ["BibTeX", "bib", "application/x-bibtex"],
    ["RIS", "ris", "application/x-research-info-systems"],
    ["CSL-JSON", "json", "application/json"],
  ]) bs.exports.push({ name, type, file: `reading-list.${suffix === "json" ? "csl.json" : suffix}`, make: make(suffix) });
})(window.broadsheet);
