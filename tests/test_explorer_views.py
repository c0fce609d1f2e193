"""The explorer in a browser: each view from a file and from a server, on a phone, in light and dark, and its policy."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
AXE = ROOT / "site" / "node_modules" / "axe-core" / "axe.min.js"
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def server(explorer: Path) -> Iterator[str]:
    """Address of a plain server of files."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is given
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(explorer))) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()
        thread.join()


def test_each_view_opens_from_a_file_without_network(reader: Any, view: str) -> None:
    page = reader.open(view)
    assert page.locator("h1").count() == 1
    assert page.locator("h1").inner_text()
    assert page.title().endswith(" · DPRK Industry")


def test_a_server_shows_the_same_page(chromium: Any, explorer: Path, server: str, view: str) -> None:
    texts, asked, said = [], [], []
    for address in (server, (explorer / "index.html").as_uri()):
        page = chromium.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address + view)
        page.wait_for_selector("html[data-ready=true]")
        texts.append(page.locator("body").inner_text())
        page.close()
    assert texts[0] == texts[1]
    assert said == []
    assert [url for url in asked if not url.startswith((server, "file:", "data:"))] == []


def test_nothing_but_the_page_itself_may_run_or_be_asked_for(chromium: Any, explorer: Path) -> None:
    """The policy holds in the browser: foreign scripts, handlers, styles and requests are refused."""
    page = chromium.new_page()
    page.goto((explorer / "index.html").as_uri())
    refused = page.evaluate(
        """async () => {
            const found = [];
            document.addEventListener('securitypolicyviolation', event => found.push(event.effectiveDirective));
            const script = document.createElement('script');
            try {
                script.textContent = 'window.ran = true';
                document.body.append(script);
            } catch { found.push('trusted'); }
            const image = document.createElement('img');
            image.src = 'https://example.org/x.png';
            document.body.append(image);
            await fetch('https://example.org/').catch(() => {});
            await new Promise(done => setTimeout(done, 100));
            return [window.ran ?? false, ...found];
        }"""
    )
    assert refused[0] is False
    assert {"img-src", "connect-src"} <= set(refused[1:])
    assert "trusted" in refused or "require-trusted-types-for" in refused or "script-src-elem" in refused
    page.close()


def test_colours_follow_the_system_until_they_are_chosen(chromium: Any, explorer: Path) -> None:
    context = chromium.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto((explorer / "index.html").as_uri())
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.locator(".theme").click()
    assert page.evaluate(ground) == dark
    page.locator(".theme").click()
    light = page.evaluate(ground)
    assert light != dark
    page.reload()
    assert page.evaluate(ground) == light
    context.close()


def test_each_view_fits_a_phone(chromium: Any, explorer: Path, view: str) -> None:
    context = chromium.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto((explorer / "index.html").as_uri() + view)
    page.wait_for_selector("html[data-ready=true]")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    chromium: Any, explorer: Path, view: str, scheme: str, lacking: Callable[[str], None]
) -> None:
    if not AXE.is_file():
        lacking("axe-core is not installed: npm ci in site")
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto((explorer / "index.html").as_uri() + view)
    page.wait_for_selector("html[data-ready=true]")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    assert [(each["id"], each["impact"], [node["html"][:200] for node in each["nodes"][:3]]) for each in found] == []
    context.close()
