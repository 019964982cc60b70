"""From a plan to the bytes of every file under `build/docs`. Nothing here reads or writes."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, has_errors, sort_diagnostics
from generator.output.attachments import Attachments
from generator.output.escape import front_matter_text
from generator.output.feeds import render_feeds
from generator.output.handwritten import HandwrittenFile, address_of, find_collisions
from generator.output.head import render_alternates, render_head, render_picture
from generator.output.pictures import Gallery
from generator.output.plain import plan_sheets
from generator.output.redirect import render_redirect
from generator.output.templates import Templates
from generator.pages.plan import Plan, PlannedPage

LAYOUT = "broadsheet"
"""The word in the front matter by which the theme knows a page that is made."""

_BLANK_LINES = re.compile(r"[ \t]*\n(?:[ \t]*\n){2,}")
_TEMPLATE_SUFFIX = ".md.j2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """All files by their path under `build/docs`, sorted; `diagnostics` with errors: do not use.

    `attachments` are by their path in the site.
    """

    files: Mapping[str, bytes]
    attachments: Mapping[str, bytes] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


def _front_matter(page: PlannedPage, site_url: str) -> str:
    lines = [
        f"title: {front_matter_text(page.title)}",
        f"description: {front_matter_text(page.description)}",
        f"layout: {LAYOUT}",
        f"kind: {front_matter_text(page.template.removesuffix(_TEMPLATE_SUFFIX))}",
    ]
    if head := _render_head(page, site_url):
        lines.append(f"head: {json.dumps(head, ensure_ascii=False)}")
    if page.section:
        lines.append(f"section: {front_matter_text(page.section)}")
    if page.section_root:
        lines.append("section_root: true")
    if page.updated:
        lines.append(f'updated: "{page.updated.isoformat()}"')
    return "---\n{}\n---\n\n".format("\n".join(lines))


def _render_head(page: PlannedPage, site_url: str) -> str:
    address = site_url and site_url + address_of(page.path)
    head = render_head(page.head, address=address) if page.head else ""
    head += render_alternates(page.feed) if page.feed else ""
    return head + (render_picture(page.picture, site_url=site_url) if page.picture else "")


def _render_page(page: PlannedPage, templates: Templates, site_url: str) -> str | Diagnostic:
    name = page.template.removesuffix(_TEMPLATE_SUFFIX) + _TEMPLATE_SUFFIX
    root = "../" * page.path.count("/")
    values = {"page": page, "view": page.view, "root": root, "site_url": site_url}
    body = templates.render(name, values)
    if isinstance(body, Diagnostic):
        return body
    return _front_matter(page, site_url) + _BLANK_LINES.sub("\n\n", body.strip()) + "\n"


def render_plan(
    plan: Plan,
    *,
    templates: Templates,
    handwritten: tuple[HandwrittenFile, ...] = (),
    site_url: str = "",
    gallery: Gallery | None = None,
) -> Rendering:
    """Render every page, file and redirect of `plan`, and take over what was written by hand.

    `site_url` is where the site will be, with a slash at its end; empty where that is not known.
    Same plan, same templates, same bytes. `gallery` has the pictures that need not be drawn again.
    Mistakes in templates and two files at one address are among the diagnostics, each once.
    """
    texts: dict[str, str] = {file.path: file.content for file in plan.files}
    texts |= {redirect.path: render_redirect(redirect) for redirect in plan.redirects}
    findings: list[Diagnostic] = []
    for page in plan.pages:
        body = _render_page(page, templates, site_url)
        if isinstance(body, Diagnostic):
            findings.append(body)
        else:
            texts[page.path] = body
    feeds = render_feeds(plan.feeds, site_url) if plan.feeds and site_url else ()
    pictures = (gallery or Gallery()).plan(plan.pictures)
    sheets = plan_sheets(plan.pages, site_url=site_url)
    attachments = Attachments((*plan.attachments, *pictures, *sheets), rendered=feeds)
    planned = {page.path for page in plan.pages} | texts.keys() | attachments.keys()
    findings += find_collisions(handwritten, planned)
    files = {path: text.encode() for path, text in texts.items()}
    if not has_errors(findings):
        files |= {file.path: file.content for file in handwritten}
    return Rendering(
        files=dict(sorted(files.items())),
        attachments=attachments,
        diagnostics=sort_diagnostics(findings),
    )
