"""What an editor says of an annotation: the schemas in the real yaml-language-server, headless and offline.

Skipped where Node.js or the server is missing; `npm ci` in `tests/editor` installs the server.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import subprocess
from collections.abc import Coroutine, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import pytest
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from dprk_industry.curate.corpus import load
from dprk_industry.curate.models.registry import Term

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tests" / "editor"
SERVER = FOLDER / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
NODE = shutil.which("node")
SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
PATIENCE = 30
"""Seconds after which a server that says nothing is taken for dead."""
HERE = "¦"
"""Where the cursor stands in a text."""
Answer = TypeVar("Answer")

pytestmark = pytest.mark.skipif(
    NODE is None or not SERVER.is_file(), reason="the language server is not installed: npm ci in tests/editor"
)


class Editor:
    """An editor without a window: it opens texts in the language server and asks what an editor asks."""

    def __init__(self) -> None:
        """Start the server with the settings that the repository recommends."""
        self._loop = asyncio.Runner()
        self._names = count()
        self._configured = asyncio.Event()
        self._published: dict[str, asyncio.Queue[list[lsp.Diagnostic]]] = {}
        self._client = LanguageClient("dprk-industry-tests", "1")
        self._listen()
        self._await(self._start())

    def close(self) -> None:
        """Stop the server."""
        self._await(self._client.shutdown_async(None))
        self._client.exit(None)
        self._await(self._client.stop())  # type: ignore[no-untyped-call]
        self._loop.close()

    def open(self, text: str, folder: str = "dataset/annotations/dailynk") -> str:
        """Open a text in a folder, as a new file that is on no disk; gives its address."""
        uri = (ROOT / folder / f"opened-{next(self._names)}.yaml").as_uri()
        self._published[uri] = asyncio.Queue()
        document = lsp.TextDocumentItem(uri=uri, language_id="yaml", version=1, text=text)
        self._client.text_document_did_open(lsp.DidOpenTextDocumentParams(document))
        return uri

    def problems(self, uri: str) -> list[tuple[int, str]]:
        """Line, counted from 1, and message of each problem of an open file."""
        found = self._await(self._published[uri].get())
        return [(each.range.start.line + 1, str(each.message)) for each in found]

    def hover(self, text: str) -> str:
        """What is shown where the cursor stands."""
        name, place = self._at(text)
        shown = self._await(self._client.text_document_hover_async(lsp.HoverParams(name, place)))
        assert shown is not None
        assert isinstance(shown.contents, lsp.MarkupContent)
        return shown.contents.value

    def offers(self, text: str) -> dict[str, tuple[str, str]]:
        """Text and documentation of each completion that is offered where the cursor stands, by its label."""
        name, place = self._at(text)
        given = self._await(self._client.text_document_completion_async(lsp.CompletionParams(name, place)))
        items = given.items if isinstance(given, lsp.CompletionList) else given or []
        return {item.label: (item.insert_text or "", _plain(item.documentation)) for item in items}

    def _at(self, text: str) -> tuple[lsp.TextDocumentIdentifier, lsp.Position]:
        before, _, after = text.partition(HERE)
        *lines, last = before.split("\n")
        return lsp.TextDocumentIdentifier(self.open(before + after)), lsp.Position(len(lines), len(last))

    def _await(self, answer: Coroutine[Any, Any, Answer]) -> Answer:
        return self._loop.run(_in_time(answer))

    async def _start(self) -> None:
        await self._client.start_io(str(NODE), "--require", str(FOLDER / "offline.cjs"), str(SERVER), "--stdio")
        texts = lsp.TextDocumentClientCapabilities(
            hover=lsp.HoverClientCapabilities(content_format=[lsp.MarkupKind.Markdown]),
            completion=lsp.CompletionClientCapabilities(
                completion_item=lsp.ClientCompletionItemOptions(
                    snippet_support=True, documentation_format=[lsp.MarkupKind.Markdown]
                )
            ),
        )
        able = lsp.ClientCapabilities(lsp.WorkspaceClientCapabilities(configuration=True), texts)
        await self._client.initialize_async(lsp.InitializeParams(able, process_id=os.getpid(), root_uri=ROOT.as_uri()))
        self._client.initialized(lsp.InitializedParams())
        await self._configured.wait()

    def _listen(self) -> None:
        """Answer what the server asks, and keep what it publishes."""

        def configure(asked: lsp.ConfigurationParams) -> list[dict[str, Any]]:
            self._configured.set()
            return [_settings(item.section or "") for item in asked.items]

        def register(_: lsp.RegistrationParams) -> None:
            """Nothing changes for this editor."""

        def publish(given: lsp.PublishDiagnosticsParams) -> None:
            self._published[given.uri].put_nowait(list(given.diagnostics))

        self._client.feature(lsp.WORKSPACE_CONFIGURATION)(configure)
        self._client.feature(lsp.CLIENT_REGISTER_CAPABILITY)(register)
        self._client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(publish)


async def _in_time(answer: Coroutine[Any, Any, Answer]) -> Answer:
    return await asyncio.wait_for(answer, PATIENCE)


def _settings(section: str) -> dict[str, Any]:
    """Settings of a section as a tree, from the dotted keys of VS Code."""
    tree: dict[str, Any] = {}
    for key, value in SETTINGS.items():
        *parents, last = key.removeprefix(f"{section}.").split(".")
        branch = tree
        if key.startswith(f"{section}."):
            for parent in parents:
                branch = branch.setdefault(parent, {})
            branch[last] = value
    return tree


def _plain(documentation: str | lsp.MarkupContent | None) -> str:
    return documentation.value if isinstance(documentation, lsp.MarkupContent) else documentation or ""


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    """The running server."""
    started = Editor()
    yield started
    started.close()


def with_modeline(file: Path, form: str) -> str:
    """Text of a file with the line by which an editor finds its schema, as the first and only one."""
    schema = os.path.relpath(ROOT / "schemas" / f"{form}.schema.json", file.parent)
    text = re.sub(r"\A# yaml-language-server:.*\n", "", file.read_text("utf-8"))
    return f"# yaml-language-server: $schema={Path(schema).as_posix()}\n{text}"


def annotation(before: str = "", after: str = "") -> str:
    """A real annotation; the first place that fits a pattern is changed."""
    file = ROOT / "dataset" / "annotations" / "dailynk" / "dailynk-hyesan-steel-restart.yaml"
    text = with_modeline(file, "article")
    changed, times = re.subn(before, after, text, count=1) if before else (text, 1)
    assert times == 1
    return changed


def files() -> Iterator[tuple[Path, str]]:
    """Every file of the dataset that has a schema, with its form."""
    by_folder = {"annotations": "article", "facilities": "facility", "vocabularies": "vocabulary"}
    for path in sorted((ROOT / "dataset").rglob("*.yaml")):
        folder, *inner = path.relative_to(ROOT / "dataset").parts
        apart = folder == "double-coding" and len(inner) == len(("coder", "file"))
        yield path, "article" if apart else by_folder.get(folder, path.stem)


def test_the_dataset_has_no_problem(editor: Editor) -> None:
    """No file of the dataset, of whatever form, is found fault with; each is with one key more."""
    opened = {
        str(path): editor.open(with_modeline(path, form), path.parent.relative_to(ROOT).as_posix())
        for path, form in files()
    }
    spoilt = {
        str(path): editor.open(with_modeline(path, form) + "No Such Key: 1\n", path.parent.relative_to(ROOT).as_posix())
        for path, form in files()
    }
    assert {name: found for name, uri in opened.items() if (found := editor.problems(uri))} == {}
    assert [name for name, uri in spoilt.items() if not editor.problems(uri)] == []
    assert len(opened) > 50


FAULTS = {
    "misspelt key": (r"    action: restart", f"    {HERE}acton: restart", "Property acton is not allowed."),
    "misspelt section": (r"\noutcomes:\n", f"\n{HERE}outcome:\n", "Property outcome is not allowed."),
    "missing key": (
        r"  central:((?:\n.+)*?)\n    action: restart",
        rf"  {HERE}central:\1",
        'Missing property "action".',
    ),
    "missing key of all": (r"\A(#.*\n)((?:.+\n)+?)genre: news\n", rf"\1{HERE}\2", 'Missing property "genre".'),
    "wrong code": (r"action: restart", f"action: {HERE}restert", 'Value is not accepted. Valid values: "restart", '),
    "wrong grade": (
        r"credibility: 3",
        f"credibility: {HERE}7",
        "Value is not accepted. Valid values: 1, 2, 3, 4, 5, 6.",
    ),
    "no value": (r"genre: news", f"genre:{HERE}", 'Value is not accepted. Valid values: "news", '),
    "bad date": (
        r"published: 202X-10",
        f"published: {HERE}24.10.2021",
        "expected a date in EDTF such as 2021, 2021-11,",
    ),
    "bad reference": (
        r"implements: central",
        f"implements: {HERE}Central!",
        "expected the name of a record of this file",
    ),
    "bad list": (r"order: province", f"order: [{HERE}a b, c]", "expected the name of a record of this file"),
    "bad place": (r"place: KP-10", f"place: {HERE}Ryanggang", "expected a place id such as KP, KP-09 or KP-09-puryong"),
    "bad name": (r"  central:\n", f"  {HERE}Central:\n", "expected a short name of small letters, digits and hyphens"),
    "formula": (r"note: restart", f"note: {HERE}=restart", "expected a text that does not begin with = + - @"),
    "no number": (r"paragraphs: \[1, 2\]", f"paragraphs: [{HERE}one, 2]", 'Incorrect type. Expected "integer".'),
    "no list": (r"paragraphs: \[1, 2\]", f"paragraphs: {HERE}one", "Incorrect type. Expected one of array, object."),
    "key twice": (r"    action: (\w+)", rf"    action: \1\n    {HERE}action: \1", "Map keys must be unique"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_on_its_line(fault: str, editor: Editor) -> None:
    """Each fault is one problem on the line where it stands, in words that say what was expected."""
    before, after, message = FAULTS[fault]
    text = annotation(before, after)
    line = text.partition(HERE)[0].count("\n") + 1
    [told] = [told for number, told in editor.problems(editor.open(text.replace(HERE, ""))) if number == line]
    assert told.startswith(message)


def test_hover_tells_of_keys_and_records(editor: Editor) -> None:
    """Over a key stands the sentence of its field, over the name of a record that of its kind."""
    assert "By when it is to be carried out." in editor.hover(annotation("deadline:", f"dead{HERE}line:"))
    assert "Day, or period whose last day counts (EDTF)." in editor.hover(annotation("date: 202X", f"da{HERE}te: 202X"))
    assert "What an issuer with authority demands" in editor.hover(annotation("  central:", f"  cen{HERE}tral:"))


def test_hover_tells_of_codes(editor: Editor) -> None:
    """Over a code stand its definition and its boundary, and then those of the other codes."""
    shown = editor.hover(annotation("action: restart", f"action: rest{HERE}art"))
    terms = vocabulary("action")
    first, second = (shown.index(f"* `{code}`: **{terms[code].label}.**") for code in ("restart", "raise_output"))
    assert first < second
    assert all(term.definition in shown and (term.boundary or "") in shown for term in terms.values())


def test_keys_of_a_record_are_offered(editor: Editor) -> None:
    """Where a key may stand, those are offered that are not there yet, with their sentences; required ones at once."""
    offered = editor.offers(annotation(r"  central:(\n    .+)+", f"  central:\n    paragraphs: [1]\n    {HERE}"))
    assert {"issuer", "addressees", "action", "deadline", "note"} <= set(offered)
    assert "paragraphs" not in offered
    assert offered["deadline"] == ("deadline:\n  ", "By when it is to be carried out.")
    whole, _ = editor.offers(annotation(r"  central:(\n    .+)+", f"  central:\n    {HERE}"))["Order"]
    assert re.findall(r"^\w+:", whole, re.MULTILINE) == ["paragraphs:", "issuer:", "addressees:", "action:"]


def test_keys_are_offered_in_braces(editor: Editor) -> None:
    """Also in `{…}`, once a letter is typed."""
    offered = editor.offers(annotation(r"issuer: \{.*\}", f"issuer: {{c{HERE}}}"))
    assert set(offered) == {"facility", "actor", "class", "place"}


def test_codes_are_offered_with_their_meaning(editor: Editor) -> None:
    """Where a code may stand, all are offered in their order, with label, definition and boundary; grades too."""
    for key, before in (("action", "action: restart"), ("credibility", "credibility: 6")):
        offered = editor.offers(annotation(before, f"{key}: {HERE}"))
        terms = vocabulary(key)
        assert list(offered) == list(terms)
        for code, term in terms.items():
            inserted, told = offered[code]
            assert inserted == code
            assert told == f"**{term.label}.** {term.definition}" + (f" *{term.boundary}*" if term.boundary else "")


def vocabulary(name: str) -> Mapping[str, Term]:
    """The codes of a vocabulary of the dataset."""
    return load(ROOT).collection.registries.vocabularies[name].codes


def test_nothing_is_fetched() -> None:
    """A server that reaches for the network ends; so what the other tests found was found without it."""
    call = [str(NODE), "--require", str(FOLDER / "offline.cjs"), "--eval", "fetch('http://127.0.0.1:8080')"]
    assert subprocess.run(call, check=False).returncode == 70
