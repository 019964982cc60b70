"""How long a reader waits for a search, and what a first one loads, on a site that is built.

usage: python -m benchmarks.search_queries SITE [SITE ...]

SITE is the root of a site whose build/site is published. It is served under a sub-path and opened
in Chromium. Each query of queries.txt is asked once in an open page; the time is that from asking
until the first papers stand on the page.
"""

import gzip
import json
import shutil
import statistics
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import _ARGUMENTS, _COMMANDS
from tests.browser.hosting import host

QUERIES = (Path(__file__).parent / "queries.txt").read_text(encoding="utf-8").splitlines()
COMPRESSED = {".html", ".css", ".js", ".json", ".svg"}
"""What hosts compress on the way; Pagefind's own files are compressed already."""
ASK = """async (queries) => {
  const { parseAddress, search } = await import(new URL("../assets/search/page.js", location));
  const results = document.querySelector("#bs_results");
  const answers = [];
  for (const q of queries) {
    const start = performance.now();
    const done = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (results.getAttribute("aria-busy") !== "false") return;
        observer.disconnect();
        resolve(performance.now() - start);
      });
      observer.observe(results, { attributes: true, attributeFilter: ["aria-busy"] });
    });
    const whole = search(parseAddress("?" + new URLSearchParams({ q })));
    const milliseconds = await done;
    await whole;
    answers.push([q, milliseconds, document.querySelector("#bs_status").textContent]);
  }
  return answers;
}"""


def measure(browser: Browser, site: Path) -> None:
    """Print the figures of one site."""
    with host(site) as address:
        tell(f"{count_papers(site)} papers")
        for query in ("language model", "kv cache", "lserve"):
            tell(f"  first query, {query!r}: {describe_load(browser, site, address, query)}")
        page = browser.new_page()
        page.set_default_timeout(600_000)
        page.goto(f"{address}search/")
        page.evaluate(ASK, ["warm up"])
        answers: list[Any] = page.evaluate(ASK, QUERIES)
        times = sorted(milliseconds for _, milliseconds, _ in answers)
        median = statistics.median(times)
        last = statistics.quantiles(times, n=20)[-1]
        tell(f"  {len(times)} queries: median {median:.0f} ms, 95th percentile {last:.0f} ms")
        for query, milliseconds, said in sorted(answers, key=lambda answer: -answer[1])[:3]:
            ratio = milliseconds / median
            tell(f"    slowest: {milliseconds:.0f} ms, {ratio:.1f} medians: {query} ({said})")
        page.close()


def describe_load(browser: Browser, site: Path, address: str, query: str) -> str:
    """Open the search page with a query; say what that loads beside the page itself."""
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}search/?q={query}")
    page.locator("#bs_results[aria-busy=false]").wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    page.close()
    files = {url.removeprefix(address).split("?")[0] for url in asked}
    for_search = [site / name for name in files if name.startswith(("pagefind/", "assets/search/"))]
    sizes = [size_of(path) for path in for_search]
    return f"{sum(sizes) / 1000:.0f} kB in {len(sizes)} files, as compressed by a host"


def size_of(path: Path) -> int:
    data = path.read_bytes()
    return len(gzip.compress(data)) if path.suffix in COMPRESSED else len(data)


def count_papers(site: Path) -> int:
    summary = json.loads((site / "pagefind/search.json").read_text(encoding="utf-8"))
    return int(summary["papers"])


def tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(roots: list[str]) -> None:
    if not roots:
        sys.exit(__doc__)
    command = next(filter(None, map(shutil.which, _COMMANDS)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=command, args=list(_ARGUMENTS), chromium_sandbox=False
        )
        for root in roots:
            measure(browser, Path(root) / "build/site")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
