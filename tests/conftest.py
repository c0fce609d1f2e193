"""What the tests share: the toy dataset, the real one, a git repository, a browser with the explorer, three options."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
TOY = ROOT / "tests" / "toy"

SECONDS, MEMORY = 60, 2**30
"""What a guarded check may take."""
GUARDED = f"""
import os, resource, sys
from dprk_industry.curate.cli import main

def leads_to(event, given):
    above, name = os.path.split(str(given[0]))
    if event == "open" and given[2] & os.O_NOFOLLOW:
        return os.path.join(os.path.realpath(above), name)
    return os.path.realpath(str(given[0]))

def watch(event, given):
    if event in {{"open", "os.listdir", "os.scandir"}} and "/outside" in leads_to(event, given):
        os.write(2, f"OUTSIDE {{event}} {{given[0]}}\\n".encode())
    if event.startswith(("subprocess", "os.exec", "os.system", "socket", "ctypes")):
        os.write(2, f"RAN {{event}}\\n".encode())

resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
sys.addaudithook(watch)
sys.exit(main())
"""

CALM = [HealthCheck.too_slow, HealthCheck.filter_too_much]
"""What hypothesis complains of by chance, or because a machine is busy."""
settings.register_profile("steady", deadline=None, max_examples=50, suppress_health_check=CALM)
settings.register_profile("long", deadline=None, max_examples=5000, suppress_health_check=CALM)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the findings of the cases into expected.txt")
    parser.addoption("--browser", action="store_true", help="fail where the tests of the explorer would be skipped")
    parser.addoption("--install", action="store_true", help="run also the tests that install packages from the index")


@pytest.fixture(scope="session")
def lacking(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Says what a test of the explorer lacks: it is skipped, or fails where `--browser` promises that all is there."""
    return pytest.fail if request.config.getoption("--browser") else pytest.skip


@pytest.fixture
def installs(request: pytest.FixtureRequest) -> None:
    """Skip a test that installs packages unless that is asked for."""
    if not request.config.getoption("--install"):
        pytest.skip("it installs packages from the index; ask for it with --install")


@pytest.fixture(scope="session")
def real_root() -> Path:
    """Root of the checkout with the real dataset."""
    return ROOT


@pytest.fixture
def toy_root(tmp_path: Path) -> Path:
    """Root of a fresh copy of the toy dataset, with the real vocabularies."""
    root = tmp_path / "toy"
    shutil.copytree(TOY, root)
    shutil.copytree(ROOT / "dataset" / "vocabularies", root / "dataset" / "vocabularies")
    return root


@pytest.fixture
def git(tmp_path: Path) -> Callable[..., str]:
    """Runs git in a repository of its own, `checkout` beside it, and gives what it prints."""
    identity = ("-c", "user.name=Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false")

    def run(*arguments: str) -> str:
        call = ["git", "-C", str(tmp_path / "checkout"), *identity, *arguments]
        return subprocess.run(call, check=True, capture_output=True, text=True).stdout

    return run


@pytest.fixture
def checkout(tmp_path: Path, git: Callable[..., str]) -> Path:
    """Root of a git repository with one commit: the files of this one as they stand, without the tests."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ".", ":!tests"]
    if not (shutil.which("git") and (ROOT / ".git").exists()):
        pytest.skip("this is no git checkout, or git is not installed")
    listed = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True)
    root = tmp_path / "checkout"
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "base")
    return root


@pytest.fixture
def command(tmp_path: Path) -> Path:
    """The command `dprk-industry`, in a folder of its own, as it is run by the Python of the tests."""
    path = tmp_path / "bin" / "dprk-industry"
    path.parent.mkdir()
    lines = (
        f"#!{sys.executable}",
        "import sys",
        f"sys.path.insert(0, {str(ROOT / 'src')!r})",
        "from dprk_industry.curate.cli import main",
        "sys.exit(main())",
    )
    path.write_text("\n".join(lines) + "\n", "utf-8")
    path.chmod(0o755)
    return path


FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""How Chromium is started: as root too, without a graphics card, and without errands of its own."""


VIEWS = (
    "#/overview",
    "#/map",
    "#/timeline",
    "#/tables",
    "#/tables/terms",
    "#/order/dailynk-komusan-kiln/double-load",
    "#/order/dailynk-hyesan-steel-restart/province",
    "#/facility/komusan-cement-factory",
    "#/article/dailynk-komusan-kiln?paragraph=5",
    "#/search?q=komusan",
    "#/nothing/here",
)
"""One address of each view of the explorer, and one that leads nowhere."""


class Reader:
    """A reader with a browser window that has no network, and what the browser says meanwhile."""

    def __init__(self, page: Any, folder: Path) -> None:
        """Take a window, and the folder that holds the explorer."""
        self.page, self.address = page, (folder / "index.html").as_uri()
        self.said: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: self.said.append(dialog.message))
        page.on("request", lambda request: self.requests.append(request.url))

    def open(self, where: str = "", address: str = "") -> Any:
        """Open the explorer afresh at one of its addresses."""
        self.page.goto("about:blank")
        self.page.goto(f"{address or self.address}{where}")
        self.page.wait_for_selector("html[data-ready=true]")
        return self.page

    def go(self, where: str) -> None:
        """Go to another address of the open page, as a link does, and wait until its view is made."""
        self.page.evaluate(
            """where => new Promise(done => {
                const before = location.href;
                location.hash = where;
                if (location.href === before) done();
                else addEventListener('hashchange', () => setTimeout(done), {once: true});
            })""",
            where,
        )

    def quiet(self) -> bool:
        """Whether the browser had nothing to say and asked for nothing but the one page."""
        own = {"about:blank", self.address}
        asked = {url.partition("#")[0] for url in self.requests if not url.startswith("data:image/svg+xml,")}
        return not self.said and asked <= own


@pytest.fixture(scope="session")
def chromium(lacking: Callable[[str], None]) -> Iterator[Any]:
    """Chromium, as the system has it."""
    if find_spec("playwright") is None:
        lacking("Playwright is not installed: pip install -e '.[browser]'")
    api = import_module("playwright.sync_api")
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        lacking("Chromium is not installed: apt-get install chromium")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def make_explorer() -> Callable[[Path, Path], Path]:
    """Makes the explorer of the tables under a root into a folder."""

    def make(root: Path, folder: Path) -> Path:
        call = [sys.executable, str(ROOT / "scripts" / "explorer.py"), str(folder), "--root", str(root)]
        subprocess.run(call, check=True, capture_output=True, text=True)
        return folder

    return make


@pytest.fixture(scope="session")
def explorer(make_explorer: Callable[[Path, Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with the explorer of the published tables."""
    return make_explorer(ROOT, tmp_path_factory.mktemp("explorer"))


@pytest.fixture
def reader(chromium: Any, explorer: Path) -> Iterator[Reader]:
    """A reader at a desk, offline; whatever the test does, the browser must have nothing to say."""
    context = chromium.new_context(offline=True, viewport={"width": 1280, "height": 900})
    reader = Reader(context.new_page(), explorer)
    yield reader
    context.close()
    assert reader.quiet(), [*reader.said, *reader.requests]


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """Root of a copy of the published tables and their descriptor."""
    shutil.copytree(ROOT / "dataset" / "tables", tmp_path / "published" / "dataset" / "tables")
    shutil.copy(ROOT / "datapackage.json", tmp_path / "published")
    return tmp_path / "published"


@pytest.fixture(params=VIEWS)
def view(request: pytest.FixtureRequest) -> str:
    """Address of a view of the explorer, each in turn."""
    address: str = request.param
    return address


@pytest.fixture(scope="session")
def guarded_check() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Checks a root by the command, in a process with limits on time and memory and a watch on what it opens."""
    pytest.importorskip("resource")
    return _guarded


def _guarded(root: Path, command: str = GUARDED, form: str = "text") -> subprocess.CompletedProcess[str]:
    """The command's run on a dataset; fails where it takes too long, too much memory, or looks elsewhere."""
    done = subprocess.run(
        [sys.executable, "-c", command, "--root", str(root), "check", "--format", form],
        check=False,
        capture_output=True,
        timeout=SECONDS,
        encoding="utf-8",
    )
    assert "Traceback" not in done.stderr
    assert "OUTSIDE" not in done.stderr
    assert "RAN" not in done.stderr
    assert "this rule failed" not in done.stdout
    return done
