"""Without a network: what was opened is there, and says that it is a copy; a new edition shows."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visitor
from tests.browser.editions import NEW, Editions
from tests.browser.hosting import host_with_switch

pytestmark = pytest.mark.browser

CACHES = "async () => (await caches.keys()).sort()"
KEPT = """async () => {
  const [name] = await caches.keys();
  const kept = await (await caches.open(name)).keys();
  return kept.map(({url}) => new URL(url).pathname.replace("/repo/", ""));
}"""
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"


@dataclass(kw_only=True)
class Host:
    address: str
    be_down: Callable[[bool], None]


@pytest.fixture
def host(editions: Editions) -> Iterator[Host]:
    """The small site on a host, and so an origin, of its own."""
    with host_with_switch(editions.site) as (address, be_down):
        yield Host(address=address, be_down=be_down)


@pytest.fixture
def reader(visit: Callable[..., Visitor]) -> Iterator[Page]:
    """A reader who has asked for pages to be kept, which this machine's address alone needs."""
    visitor = visit(service_workers="allow")
    visitor.page.add_init_script("localStorage.setItem('bs-offline', 'on')")
    yield visitor.page
    visitor.errors.clear()  # a network that is not there is noted by the browser


def arrive(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")


def label(page: Page) -> str:
    return page.locator(".bs-offline").text_content() or ""


def test_what_was_opened_is_there_offline_and_says_so(reader: Page, host: Host) -> None:
    arrive(reader, host.address + "2025/01/07/")
    assert reader.locator(".bs-offline").count() == 0
    reader.goto(host.address + "about/")
    host.be_down(True)
    reader.goto(host.address + "2025/01/07/")  # opened before the worker was there
    assert label(reader) == "You are offline. This copy is of 7 January 2025. Try again"
    assert reader.locator(".bs-card h3").count() == 2
    reader.keyboard.press("j")  # scripts are there, too
    reader.keyboard.press("s")
    assert reader.locator(".bs-save [aria-pressed=true]").count() == 1
    size = reader.locator("h1").evaluate("(h1) => getComputedStyle(h1).fontSize")
    assert size == "34px"
    reader.goto(host.address)
    assert "7 January 2025" in label(reader)
    reader.goto(host.address + "2025/01/07/?topic=water#x")
    assert label(reader)
    reader.goto(host.address + "about/")
    assert label(reader) == "You are offline. This is a copy that was kept. Try again"
    reader.goto(host.address + "reading-list/")
    assert reader.locator("#bs_list h3").count() == 1
    reader.goto(host.address + "topics/")
    assert reader.locator("h1").text_content() == "You are offline"
    reader.get_by_role("link", name="Your reading list").click()
    reader.locator("#bs_list").wait_for()
    host.be_down(False)
    reader.get_by_role("link", name="Try again").click()
    reader.wait_for_function("!document.querySelector('.bs-offline')")


def test_the_network_that_comes_back_is_told(reader: Page, host: Host) -> None:
    arrive(reader, host.address + "2025/01/07/")
    reader.reload()
    host.be_down(True)
    reader.goto(host.address + "2025/01/07/")
    assert "You are offline" in label(reader)
    reader.context.set_offline(True)
    host.be_down(False)
    reader.context.set_offline(False)
    reader.get_by_role("link", name="Load the page anew").click()
    reader.wait_for_function("!document.querySelector('.bs-offline')")


def test_a_new_edition_shows_on_the_next_visit_and_takes_over(
    reader: Page, host: Host, editions: Editions
) -> None:
    arrive(reader, host.address)
    reader.goto(host.address + "2025/01/06/")
    (former,) = reader.evaluate(CACHES)
    editions.publish(editions.second)
    reader.goto(host.address)
    assert reader.locator(".bs-card h3").first.text_content() == NEW
    assert reader.locator(".bs-offline").count() == 0
    reader.wait_for_function(
        "navigator.serviceWorker.getRegistration().then((worker) => worker && worker.waiting)"
    )
    # The page that is open goes on with what it came with; the next visit is of the new edition.
    assert former in reader.evaluate(CACHES)
    context = reader.context
    reader.close()
    reader = context.new_page()
    reader.add_init_script("localStorage.setItem('bs-offline', 'on')")
    arrive(reader, host.address)
    reader.wait_for_function(f"caches.keys().then((names) => !names.includes({former!r}))")
    names = reader.evaluate(CACHES)
    assert len(names) == 1, (former, names)
    (current,) = names
    assert current.startswith("broadsheet /repo/ ")
    host.be_down(True)
    reader.goto(host.address)
    assert "1 February 2025" in label(reader)
    assert reader.locator(".bs-card h3").first.text_content() == NEW
    reader.goto(host.address + "2025/01/06/")  # kept by the edition before
    assert "6 January 2025" in label(reader)


def test_an_edition_names_its_worker(editions: Editions) -> None:
    workers = [
        (edition / "sw.js").read_text(encoding="utf-8")
        for edition in (editions.first, editions.second)
    ]
    names = [worker.split('const EDITION = "')[1].split('"')[0] for worker in workers]
    assert [len(name) for name in names] == [16, 16]
    assert names[0] != names[1]


def test_what_is_kept_is_bounded(reader: Page, host: Host) -> None:
    arrive(reader, host.address)
    reader.evaluate(
        """async () => {
          const [name] = await caches.keys();
          const cache = await caches.open(name);
          for (let number = 0; number < 70; number += 1) {
            await cache.put(`/repo/papers/invented-${number}/`, new Response("x"));
          }
        }"""
    )
    reader.goto(host.address + "topics/")
    reader.wait_for_function(
        """async () => {
          const cache = await caches.open((await caches.keys())[0]);
          return (await cache.keys()).filter(({url}) => /\\/$/.test(url)).length === 60;
        }"""
    )
    assert "topics/" in reader.evaluate(KEPT)
    assert "" not in reader.evaluate(KEPT)  # first come, first gone


def test_the_reader_turns_it_off(visit: Callable[..., Visitor], host: Host) -> None:
    visitor = visit(service_workers="allow")
    page = visitor.page
    page.goto(host.address + "reading-list/")
    assert page.evaluate(WORKERS) == 0  # never unasked on a machine's own address
    box = page.get_by_label("Keep the pages I open")
    box.check()
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    assert page.evaluate(CACHES)
    box.uncheck()
    page.wait_for_function("caches.keys().then((names) => !names.length)")
    assert page.evaluate(WORKERS) == 0
    page.reload()
    assert not box.is_checked()
    assert page.evaluate(WORKERS) == 0


def test_the_owner_turns_it_off_for_everyone(
    reader: Page, host: Host, editions: Editions, tmp_path: Path
) -> None:
    """What was kept is taken away, and the reader's own wish is no longer asked for."""
    arrive(reader, host.address)
    reader.wait_for_function("caches.keys().then((names) => names.length)")
    without = tmp_path / "without"
    shutil.copytree(editions.first, without)
    script = 'assets/memory/offline.js" defer'
    for name in ("index.html", "reading-list/index.html"):
        text = (without / name).read_text(encoding="utf-8")
        assert script in text
        (without / name).write_text(text.replace(script, f"{script} data-off"), encoding="utf-8")
    editions.publish(without)
    reader.goto(host.address)
    reader.wait_for_function("caches.keys().then((names) => !names.length)")
    reader.wait_for_function(f"({WORKERS})().then((count) => !count)")
    reader.goto(host.address + "reading-list/")
    box = reader.get_by_label("Keep the pages I open")
    assert box.is_disabled()
    assert not box.is_checked()
    assert reader.evaluate(WORKERS) == 0


def test_a_worker_that_fails_is_not_missed(
    visit: Callable[..., Visitor], editions: Editions, tmp_path: Path
) -> None:
    """No worker on the host, no room, no caches: pages are as they are without one."""
    visitor = visit(service_workers="allow")
    page = visitor.page
    page.add_init_script("localStorage.setItem('bs-offline', 'on')")
    broken = tmp_path / "site"
    broken.mkdir()
    for part in editions.first.iterdir():
        if part.name != "sw.js":
            (broken / part.name).symlink_to(part)
    with host_with_switch(broken) as (address, _):
        page.goto(address)
        page.wait_for_timeout(300)
        assert page.locator(".bs-card").count() > 0
    visitor.errors.clear()
    (broken / "sw.js").write_text(
        (editions.first / "sw.js")
        .read_text(encoding="utf-8")
        .replace("caches.open(", "Promise.reject(")
    )
    with host_with_switch(broken) as (address, _):
        arrive(page, address)
        page.goto(address + "topics/")
        assert page.locator("h1").text_content() == "Topics"
    visitor.errors.clear()
