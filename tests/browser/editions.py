"""A small invented site in two editions: titles change, papers merge, go, and come."""

from dataclasses import dataclass
from pathlib import Path

from tests.cli.conftest import build_site, make_site
from tests.site.test_permanence import BOATS, RIVERS, add_digest, curate

GULLS = "Gulls Do Not Read Signs: A Field Study of Warnings at Sea Walls"
TIDES = "Tides in Tables: Predicting High Water from Old Almanacs"
NEW = "Locks and Their Water: A Second Look at Rivers"
RENAMED = "Harbour Lights, Counted Again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Editions:
    """`site` is a link that names one of both, as `build/site` does."""

    site: Path
    first: Path
    second: Path

    def publish(self, edition: Path) -> None:
        new = self.site.with_name("new")
        new.symlink_to(edition, target_is_directory=True)
        new.replace(self.site)


def build_editions(folder: Path) -> Editions:
    """Build both editions; the first is published."""
    first = make_site(folder / "first")
    second = make_site(folder / "second")
    add_digest(second, "2025/2025-02-01.txt", NEW, BOATS)
    curate(second, f"  title: '{RENAMED}'\n  slug: lights-again")  # to the entry of QUAY
    curate(second, f"- paper: '{RIVERS}'\n  merge_into: 2501.00002")
    curate(second, f"- paper: '{GULLS}'\n  hide: Withdrawn.")
    (second / "content/digests/undated/almanacs.txt").unlink()
    for site in (first, second):
        build_site(site, SITE_URL="https://harbour.example/repo/")
    editions = Editions(
        site=folder / "site",
        first=(first / "build/site").resolve(),
        second=(second / "build/site").resolve(),
    )
    editions.publish(editions.first)
    return editions
