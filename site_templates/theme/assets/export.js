/* Files for reference managers, put together in the browser from those that stand beside each paper's
   page. Loaded when it is asked for.

   `exportPapers(slugs, suffix)` takes the last parts of papers' addresses and `bib`, `ris`, `json` or
   `txt`; it comes to `{text, missing}`: the file, in the order of the slugs, and the slugs of which
   the site has none (any more). It throws where the site cannot be reached. */

const ROOT = new URL("../", import.meta.url);
const AT_ONCE = 8;

export const FORMATS = [
  { name: "BibTeX", suffix: "bib", type: "application/x-bibtex" },
  { name: "RIS", suffix: "ris", type: "application/x-research-info-systems" },
  { name: "CSL-JSON", suffix: "json", type: "application/vnd.citationstyles.csl+json" },
  { name: "Text", suffix: "txt", type: "text/plain" },
];

async function fetchEntry(slug, suffix) {
  const answer = await fetch(new URL(`papers/${encodeURIComponent(slug)}/cite.${suffix}`, ROOT));
  if (answer.ok) return answer.text();
  if (answer.status === 404) return null;
  throw new Error(`${answer.status} ${answer.url}`);
}

export async function exportPapers(slugs, suffix) {
  const wanted = [...new Set(slugs)];
  const entries = [];
  for (let first = 0; first < wanted.length; first += AT_ONCE) {
    const some = wanted.slice(first, first + AT_ONCE);
    entries.push(...await Promise.all(some.map((slug) => fetchEntry(slug, suffix))));
  }
  const missing = wanted.filter((slug, index) => entries[index] === null);
  const found = entries.filter((entry) => entry !== null);
  if (suffix !== "json") return { text: found.join("\n"), missing };
  const lines = found.map((entry) => entry.trim().slice(1, -1).trim());
  return { text: `[\n${lines.join(",\n")}\n]\n`, missing };
}

export function download(text, { name, type }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
