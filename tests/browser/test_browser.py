"""The pages in a real browser: ``make browser``. Left out where there is no browser to drive."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serving.servers import Running, serving

from gcm_kg.serving.page_engine import available
from gcm_kg.serving.served import Served
from gcm_kg.serving.site import write_site

playwright = pytest.importorskip("playwright.sync_api")
ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "browser" / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium") or ""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM or not AXE.is_file(), reason="no chromium, or no axe-core"),
]
DOCUMENT = "/id/akn/un/doc/2017-10-05/gcm-thematic-session-5/eng"
ITEM = f"{DOCUMENT}/!main~sec_III__subsec_a__item_1"
PAGES = (
    "/", "/documents", "/recommendations", "/recommendations?use=ratify", "/uptake", "/quality",
    "/instruments", "/ask", "/ask/recommendations-citing", "/find?q=children+UNTOC",
    "/query?query=SELECT+*+{?s+a+gcm:Theme}", "/compare?left=use%3Dratify&right=use%3Dimplement",
    "/id/instrument/untoc", "/nothing", DOCUMENT, ITEM, "/pages/instruments-cited-together",
    "/states", "/recommendations?q=nothing+has+these+words",
)  # fmt: skip
VIOLATIONS = """
axe.run(document, {resultTypes: ['violations']})
  .then(found => found.violations.map(one => [one.id, one.nodes[0].html]))
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    with serving("", "--timeout", "30") as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Any, server: Running) -> Iterator[Any]:
    """A page 400 pixels wide, without JavaScript; it may ask nothing of another host."""
    context = browser.new_context(
        base_url=server.address, viewport={"width": 400, "height": 800}, java_script_enabled=False
    )
    opened = context.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    yield opened
    assert all(address.startswith(server.address) for address in asked)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible_fits_a_phone_and_logs_no_error(
    browser: Any, server: Running, scheme: str
) -> None:
    context = browser.new_context(
        base_url=server.address, viewport={"width": 400, "height": 800}, bypass_csp=True,
        color_scheme=scheme,
    )  # fmt: skip
    opened = context.new_page()
    logged: list[str] = []
    opened.on("console", lambda message: logged.append(message.text))
    for path in PAGES:
        opened.goto(path)
        opened.evaluate(AXE.read_text("utf-8"))
        assert opened.evaluate(VIOLATIONS) == [], path
        assert opened.evaluate("document.documentElement.scrollWidth") == 400, path
    assert [line for line in logged if "404" not in line] == []
    context.close()


def test_a_researcher_finds_what_asks_to_ratify_and_reads_the_words(page: Any) -> None:
    page.goto("/")
    page.get_by_role("link", name="All recommendations").click()
    page.locator("details", has_text="What is asked of that text").last.get_by_role(
        "link", name="ratify", exact=True
    ).click()
    assert "2 recommendations" in page.locator("main").inner_text()
    with page.expect_download() as download:
        page.get_by_role("link", name="Excel").click()
    assert download.value.suggested_filename == "recommendations.xlsx"
    page.get_by_role("link", name="III.a.1", exact=True).click()
    assert "Accede to and ratify UNTOC" in page.locator("blockquote").first.inner_text()
    page.get_by_role("link", name="These words in the document").click()
    assert page.url.partition("#")[0].endswith(DOCUMENT)


def test_a_question_and_an_own_query_are_asked(page: Any) -> None:
    page.goto("/find?q=which+recommendations+cite+the+Palermo+Convention")
    page.get_by_role("link", name="Which recommendations cite an instrument").click()
    assert "UNTOC" in page.locator("table").inner_text()
    page.goto("/query")
    page.get_by_label("Query").fill("SELECT ?name { ?x a gcm:Principle ; skos:prefLabel ?name }")
    page.get_by_role("button", name="Ask").click()
    assert "non-discrimination" in page.locator("table").inner_text()


def test_the_reason_of_a_mention_is_shown_on_focus_by_keyboard_alone(
    browser: Any, server: Running
) -> None:
    opened = browser.new_page(base_url=server.address)
    opened.goto(ITEM)
    for _ in range(40):
        opened.keyboard.press("Tab")
        if opened.evaluate("document.activeElement.className") == "mention":
            break
    shown = opened.evaluate("getComputedStyle(document.activeElement, '::after').content")
    assert "found by" in shown
    opened.keyboard.press("Enter")
    assert "#named-" in opened.url
    opened.close()


def test_a_site_works_from_a_disk(browser: Any, tmp_path: Path) -> None:
    small = ROOT / "tests" / "serving" / "small.ttl"
    write_site(Served(str(small)), tmp_path / "site")
    opened = browser.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto((tmp_path / "site" / "index.html").as_uri())
    opened.get_by_role("link", name="Search").click()
    opened.locator("#q").fill("fund schools")
    opened.locator("#found a").first.click()
    assert "Fund safe schools" in opened.locator("main").inner_text()
    if available():
        opened.goto((tmp_path / "site" / "query.html").as_uri())
        opened.get_by_label("Query", exact=True).fill("SELECT ?s { ?s a gcm:Theme }")
        opened.get_by_role("button", name="Ask").click()
        opened.locator("#answer table").wait_for()
        assert "theme/schools" in opened.locator("#answer").inner_text()
    assert all(address.startswith("file:///") for address in asked)
    opened.close()
