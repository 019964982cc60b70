/* What a search has found, for reference managers. */

const MOST = 500;  /* papers: each is fetched by itself */
const bar = document.querySelector("#bs_export");
let found = [];

document.addEventListener("bs:found", ({ detail }) => {
  found = detail;
  bar.hidden = !found.length;
});

bar.addEventListener("click", async ({ target }) => {
  const suffix = target.dataset && target.dataset.suffix;
  if (!suffix) return;
  const said = document.querySelector("#bs_said");
  const papers = found.slice(0, MOST);
  try {
    const { download, exportPapers, FORMATS } = await import("../export.js");
    const texts = await Promise.all(papers.map((paper) => paper.read()));
    const slugs = texts.map(({ url }) => new URL(url, location).pathname.split("/").filter(Boolean).pop());
    const { text } = await exportPapers(slugs, suffix);
    const { type } = FORMATS.find((form) => form.suffix === suffix);
    download(text, { name: `search.${suffix}`, type });
    const all = papers.length === found.length ? "" : `the first ${papers.length} of `;
    said.textContent = `Exported ${all}${found.length} papers`;
  } catch (error) {
    said.textContent = "The papers could not be fetched. Try again.";
  }
});
