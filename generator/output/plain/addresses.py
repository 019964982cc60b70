"""Where links of plain Markdown lead."""

from generator.output.escape import markdown_address
from generator.output.handwritten import address_of
from generator.output.plain.text import plain_link
from generator.pages.views import LinkView


class Addresses:
    """The addresses of a site as one of its sheets names them."""

    def __init__(self, path: str, site_url: str) -> None:
        """`path` is that of the sheet, from the site's root; `site_url` may be empty."""
        self._root = site_url or "../" * path.count("/")
        self.page = markdown_address(site_url + address_of(path) if site_url else "./")

    def link(self, label: str, url: str) -> str:
        """Link to an address as views have it; one of a page becomes that of its Markdown."""
        if url.startswith(("http:", "https:", "mailto:")):
            return plain_link(label, url)
        page = url.partition("#")[0].partition("?")[0]
        file = f"{page}index.md" if not page or page.endswith("/") else page
        return plain_link(label, self._root + file)

    def follow(self, link: LinkView) -> str:
        return self.link(link.label, link.url)
