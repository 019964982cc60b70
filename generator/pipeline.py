"""The whole line: reads a site's content, plans and renders it, builds and publishes it.

It calls the rooms in their order and does nothing else. A finding that is an error stops it before
anything is written, and whatever stops it, the site that is published stays.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator.corpus.assembly import assemble_corpus
from generator.corpus.model import Corpus
from generator.curation.application import apply_curation
from generator.curation.model import CuratedCorpus, Curation
from generator.curation.reading import read_curation
from generator.diagnostics import Diagnostic, has_errors, sort_diagnostics
from generator.engine.building import build_site
from generator.engine.lock import hold_build_lock
from generator.engine.model import Engine, Workplace
from generator.output import (
    Gallery,
    Templates,
    address_of,
    read_handwritten,
    read_relations,
    render_plan,
    write_files,
    write_relations,
)
from generator.pages.comparison import Comparison, Site, compare_sites
from generator.pages.plan import Plan, SearchRecord
from generator.pages.site import plan_site
from generator.relations.model import Relations
from generator.relations.relating import relate_papers
from generator.settings import Settings
from generator.sources.digests import read_digests
from generator.sources.facts import read_facts

OnStep = Callable[[str], None]
"""Is told in a few words what is at work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The content of a site as it was received, as curators speak of it, and the two together.

    `diagnostics` are all findings of reading; with an error among them, some content is missing.
    """

    corpus: Corpus
    curation: Curation
    curated: CuratedCorpus
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What the content of a site comes to: every file under `build/docs`, and the findings.

    `attachments` are the files that stand beside the pages in the site. With an error among the
    findings there are neither. `newest` is the date of the newest content.
    """

    diagnostics: tuple[Diagnostic, ...]
    digests: int
    papers: int
    pages: int = 0
    newest: date | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    attachments: Mapping[str, bytes] = field(default_factory=dict)
    records: tuple[SearchRecord, ...] = ()
    relations: Relations = field(default_factory=Relations)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Those among the attachments that were asked for, to be kept for the next build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a change of content does to the site; None where an error leaves no site to compare."""

    former_diagnostics: tuple[Diagnostic, ...]
    diagnostics: tuple[Diagnostic, ...]
    comparison: Comparison | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What came of a build.

    `published` says that the site is that of this content; `changed`, that it was not before.
    `diagnostics` are all findings, the engine's among them.
    """

    edition: Edition
    published: bool
    changed: bool
    diagnostics: tuple[Diagnostic, ...]


def read_corpus(
    settings: Settings, *, on_step: OnStep, also: Mapping[Path, bytes] | None = None
) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """Read all digests and facts, and report all that is wrong with them.

    `also` are digests that are not written yet. Raises OSError where a file cannot be read.
    """
    on_step("Reading the digests")
    digests, in_digests = read_digests(settings.digests, root=settings.root, also=also)
    facts, in_facts = read_facts(settings.metadata, root=settings.root)
    on_step("Putting the papers together")
    corpus = assemble_corpus(digests, facts)
    return corpus, sort_diagnostics((*in_digests, *in_facts, *corpus.diagnostics))


def read_content(
    settings: Settings, *, on_step: OnStep, also: Mapping[Path, bytes] | None = None
) -> Reading:
    """Read all content and apply curation to it.

    `also` are digests that are not written yet. Raises OSError where a file cannot be read.
    """
    corpus, in_corpus = read_corpus(settings, on_step=on_step, also=also)
    on_step("Sorting the papers into topics")
    curation, in_curation = read_curation(settings.curation, root=settings.root)
    curated = apply_curation(curation, corpus)
    return Reading(
        corpus=corpus,
        curation=curation,
        curated=curated,
        diagnostics=sort_diagnostics((*in_corpus, *in_curation, *curated.diagnostics)),
    )


def read_edition(settings: Settings, *, on_step: OnStep) -> Edition:
    """Read all content and render it, in memory. Raises OSError where a file cannot be read."""
    return render_edition(settings, read_content(settings, on_step=on_step), on_step=on_step)


def render_edition(settings: Settings, reading: Reading, *, on_step: OnStep) -> Edition:
    """Render content that was read, in memory. Raises OSError where a file cannot be read."""
    root = settings.root
    curated, found = reading.curated, reading.diagnostics
    read = Edition(
        diagnostics=found, digests=len(curated.corpus.digests), papers=len(curated.papers)
    )
    if has_errors(found):
        return read
    on_step("Relating the papers")
    relations = relate_papers(curated, read_relations(settings.relations))
    on_step("Writing the pages")
    plan = plan_site(
        curated,
        site_name=settings.name,
        feed_ids=settings.feed_ids,
        relations=relations,
        findings=found,
    )
    gallery = Gallery(settings.pictures)
    rendering = render_plan(
        plan,
        templates=Templates(settings.page_templates, root=root),
        handwritten=read_handwritten(settings.pages, root=root),
        site_url=settings.url,
        gallery=gallery,
    )
    found = sort_diagnostics((*found, *rendering.diagnostics))
    return replace(
        read,
        diagnostics=found,
        pages=len(plan.pages),
        newest=_newest(plan),
        files={} if has_errors(found) else rendering.files,
        attachments={} if has_errors(found) else rendering.attachments,
        records=plan.records,
        relations=relations,
        pictures=gallery.kept,
    )


def compare(settings: Settings, former: Path, *, on_step: OnStep) -> Difference:
    """Say what readers find otherwise on the site of this content than on that in `former`.

    `former` is the root of a site, of which only the content is read. Raises OSError where a file
    cannot be read.
    """
    there = replace(settings, root=former)
    before = read_content(there, on_step=lambda step: on_step(f"{step}, as it was"))
    after = read_content(settings, on_step=on_step)
    comparison = None
    if not has_errors((*before.diagnostics, *after.diagnostics)):
        on_step("Comparing the pages")
        comparison = compare_sites(_plan(there, before), _plan(settings, after))
    return Difference(
        former_diagnostics=before.diagnostics,
        diagnostics=after.diagnostics,
        comparison=comparison,
    )


def _plan(settings: Settings, reading: Reading) -> Site:
    handwritten = read_handwritten(settings.pages, root=settings.root)
    return Site(
        curated=reading.curated,
        plan=plan_site(
            reading.curated,
            site_name=settings.name,
            feed_ids=settings.feed_ids,
            findings=reading.diagnostics,
        ),
        handwritten=frozenset(address_of(file.path) for file in handwritten),
    )


def build(
    settings: Settings, engine: Engine, *, on_step: OnStep, on_wait: Callable[[], None]
) -> Publication:
    """Publish the site of what the content says now.

    `on_wait` is called where another build of this site is at work, for which this one waits.
    Raises OSError where a file cannot be read or written.
    """
    with hold_build_lock(settings.build, on_wait=on_wait) as lock:
        edition = read_edition(settings, on_step=on_step)
        if has_errors(edition.diagnostics):
            return Publication(
                edition=edition, published=False, changed=False, diagnostics=edition.diagnostics
            )
        write_files(edition.files, folder=settings.docs)
        write_files(edition.attachments, folder=settings.beside)
        write_relations(edition.relations, settings.relations)
        write_files(edition.pictures, folder=settings.pictures)
        built = build_site(
            _workplace(settings),
            engine,
            newest=edition.newest,
            lock=lock,
            on_step=on_step,
            records=edition.records,
        )
    return Publication(
        edition=edition,
        published=not has_errors(built.diagnostics),
        changed=built.changed,
        diagnostics=(*edition.diagnostics, *built.diagnostics),
    )


def _newest(plan: Plan) -> date | None:
    return max((page.updated for page in plan.pages if page.updated), default=None)


def _workplace(settings: Settings) -> Workplace:
    return Workplace(
        root=settings.root,
        build=settings.build,
        docs=settings.docs,
        config_files=settings.config_files,
        url=settings.url,
        theme=settings.theme,
        hooks=settings.hooks,
        environment=settings.inherited,
        variables=settings.variables,
    )
