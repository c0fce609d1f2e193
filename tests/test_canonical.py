"""The canonical form: it says what was said, is its own canonical form, and is read alike by every reader of YAML."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from dprk_industry.curate import yamlfile
from dprk_industry.curate.canonical import canonical, write
from dprk_industry.curate.canonical.layout import WIDTH
from dprk_industry.curate.canonical.scalars import scalar
from dprk_industry.curate.canonical.style import Style, ordered, style
from dprk_industry.curate.fix import fixed, form_of, record_files
from dprk_industry.curate.models.base import Model
from dprk_industry.curate.models.hints import choices, keys
from dprk_industry.curate.models.validate import FORMS, Validator, validator

ROOT = Path(__file__).parents[1]
FILE = "dataset/annotations/tidings/tidings-toy-order.yaml"
PIECES = (
    *"-:#,[]{}&*!|>'\"%@`?=~\\<.",
    *(
        "- ",
        ": ",
        " #",
        ", ",
        "---",
        "...",
        "\n",
        "\n\n",
        "  ",
        " ",
        "\u00a0",
        "\u3000",
        "강철",
        "a",
        "Zn",
        "\U0001f3ed",
    ),
)
GUESSED = (
    *("y", "N", "yes", "No", "on", "OFF", "true", "False", "null", "~", "NaN", ".nan", ".inf", "-.Inf", "<<", "="),
    *(
        "1",
        "-0",
        "007",
        "0o17",
        "0x1F",
        "0b1",
        "1_000",
        "1:30",
        "1:30:45.5",
        "1e3",
        "12e45678",
        "1.50",
        ".5",
        "5.",
        "+1",
    ),
    *("05891032", "62029843", "9" * 20, "2021", "2021-11-24", "2021-1-4", "2001-12-14 21:59:43", "202X-10", "2021-11~"),
)
texts = st.one_of(
    st.sampled_from(GUESSED),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.lists(
        st.sampled_from(("coal,", "ore", '"steel"', "-", "#1", "a:", "  kiln", "강철")), min_size=9, max_size=60
    ).map(" ".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(lambda text: yamlfile.CONTROL.sub("", text)),
)
anything: st.SearchStrategy[Any] = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4), max_leaves=8
)


def of(hint: Any) -> st.SearchStrategy[Any]:
    """Data of the shape that a type hint of the models has, with texts of every kind, and now and then another."""
    shapes = [shape for choice, _ in choices(hint) if (shape := shaped(choice)) is not None]
    return st.one_of(*shapes, texts, anything) if shapes else texts


def shaped(choice: Any) -> st.SearchStrategy[Any] | None:
    if isinstance(choice, type) and issubclass(choice, Model):
        known = keys(choice)
        fields = st.lists(st.sampled_from([*known, "note", "unknown"]), unique=True, max_size=7)
        return fields.flatmap(lambda names: st.fixed_dictionaries({name: of(known.get(name)) for name in names}))
    if get_origin(choice) is dict:
        return st.dictionaries(texts, st.deferred(lambda: of(get_args(choice)[1])), max_size=4)
    if get_origin(choice) is tuple:
        return st.lists(st.deferred(lambda: of(get_args(choice)[0])), max_size=12)
    return None


files = st.sampled_from(sorted(FORMS)).flatmap(lambda form: st.tuples(st.just(form), of(FORMS[form])))
many = settings(max_examples=300)


def again(text: str, form: str) -> str | None:
    return canonical(text.encode("utf-8"), FILE, form).text


def _is_sound(text: str, data: Any) -> bool:
    """Whether a text is read without a fault, as these data."""
    document = yamlfile.parse(text.encode("utf-8"))
    return (document.data, document.faults, document.comments) == (data, [], ())


@pytest.fixture(scope="module")
def models() -> Validator:
    """The validator of the models with the real vocabularies."""
    folder = ROOT / "dataset" / "vocabularies"
    return validator(
        {path.stem: list(yamlfile.parse(path.read_bytes()).data["codes"]) for path in sorted(folder.glob("*.yaml"))}
    )


def meaning(models: Validator, form: str, data: Any) -> tuple[str, list[tuple[str, str]]]:
    """What the models make of data: the record with the order of its entries, and the faults without their places."""
    checked = models.check(form, data)
    return repr(checked.record), sorted((fault.code, fault.problem.message) for fault in checked.faults)


@many
@given(files)
def test_what_is_written_is_read_back(models: Validator, held: tuple[str, Any]) -> None:
    """Any data come back from their text the same, and mean the same to the models; the text is canonical."""
    form, data = held
    text = write(data, FILE, form)
    read = yamlfile.parse(text.encode("utf-8"))
    assert read.faults == []
    assert json.dumps(read.data) == json.dumps(ordered(data, style(FORMS[form])))
    assert meaning(models, form, read.data) == meaning(models, form, data)
    assert again(text, form) == text


class Plain(yaml.SafeDumper):
    """Writes the same texts in other ways."""

    def ignore_aliases(self, _: Any) -> bool:
        """Refer to nothing; write everything out."""
        return True


layouts = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from((None, '"', "'", "|", ">")),
        "default_flow_style": st.booleans(),
        "width": st.integers(20, 200),
        "indent": st.integers(2, 6),
    }
)


@many
@given(files, layouts)
def test_all_ways_to_write_one_thing_have_one_form(held: tuple[str, Any], layout: dict[str, Any]) -> None:
    """However another writer lays the same data out, the canonical text is one."""
    form, data = held
    other = yaml.dump(data, Dumper=Plain, allow_unicode=True, sort_keys=False, **layout)
    assume(_is_sound(other, data))
    assert again(other, form) == write(data, FILE, form)


@many
@given(st.binary(max_size=60) | texts.map(str.encode) | files.map(lambda held: mangled(*held)))
def test_any_bytes_have_one_form_or_faults(raw: bytes) -> None:
    """What has no canonical form has faults, and the form of everything else is its own."""
    made = canonical(raw, FILE, "article")
    assert (made.text is None) == bool(made.faults)
    if made.text is not None:
        assert again(made.text, "article") == made.text


def mangled(form: str, data: Any) -> bytes:
    """A text out of which something was taken."""
    text = write(data, FILE, form)
    at = len(text) * 2 // 3
    return (text[:at] + text[at + 1 :]).encode("utf-8")


@many
@given(texts)
def test_texts_stay_texts_to_every_reader(text: str) -> None:
    """Where the model has a text alone, readers of YAML 1.1 and 1.2 see that text: no truth value, null or number."""
    only_text = Style(types=frozenset({"string"}))
    lines = f"- {scalar(text, only_text, in_line=False)}\n- [{scalar(text, only_text, in_line=True)}]\n"
    for block, (in_line,) in (yaml.safe_load(lines), YAML(typ="safe", pure=True).load(lines)):
        assert (block.isoformat() if isinstance(block, date) else block) == text
        assert in_line == block


@many
@given(texts | st.from_regex(r"-?[0-9a-f]{1,9}(\.[0-9]{1,5})?", fullmatch=True))
def test_numbers_lose_nothing(text: str) -> None:
    """Where the model lets a text look like a number, as with digests, the text can be had back from the number."""
    written = scalar(text, Style(types=frozenset({"string", "number"})), in_line=False)
    for found in (yaml.safe_load(f"- {written}"), YAML(typ="safe", pure=True).load(f"- {written}")):
        assert not isinstance(found[0], bool)
        assert str(found[0]) == text


@pytest.mark.parametrize("root", [ROOT, ROOT / "tests" / "toy"], ids=["real", "toy"])
def test_records_mean_the_same_in_any_order_of_keys(root: Path, models: Validator) -> None:
    """Real files, with the keys of their models shuffled, get the one text that they have, and mean what they meant."""
    chance = random.Random(1)
    for file in record_files(root):
        form, raw = str(form_of(file)), (root / file).read_bytes()
        data = yamlfile.parse(raw).data
        other = json.dumps(shuffled(data, style(FORMS[form]), chance), ensure_ascii=False)
        made = canonical(other.encode("utf-8"), file, form).text
        assert made == canonical(raw, file, form).text
        assert made is not None
        assert meaning(models, form, yamlfile.parse(made.encode("utf-8")).data) == meaning(models, form, data)


def shuffled(data: Any, wanted: Style, chance: random.Random) -> Any:
    """Data with the keys of models in another order, and single references in lists of their own."""
    if isinstance(data, dict):
        names = chance.sample(list(data), len(data)) if wanted.keys else list(data)
        return {name: shuffled(data[name], wanted.of_key(name), chance) for name in names}
    if isinstance(data, list):
        return [shuffled(item, style(wanted.items), chance) for item in data]
    return [data] if wanted.alone and chance.random() < 0.5 else data


def test_the_dataset_is_canonical() -> None:
    """Every file of the dataset is as `dprk-industry fix` writes it."""
    results = [fixed(ROOT, file) for file in record_files(ROOT)]
    assert len(results) > 50
    assert [result.file for result in results if result.findings or result.changed] == []


WRITTEN = """\
# yaml-language-server: $schema=../../../schemas/article.schema.json
id: tidings-mill
headline: A headline with so many words that they do not fit into one line of the file, whatever you
  say
genre:
paragraph_digests: [
  "00000001", 00000a02, 62029843, "00000004", "00000005", "00000006", "00000007", "00000008",
  "1234e567"]
annotators: [tester]
note: "quoted, for it holds a comma"

sources:
  first: {kind: resident, said: 202X-10, reliability: C}
  second:
    kind: outlet_voice
    reliability: C
    note: a source whose keys do not fit into one line because of all that is said here
  third:
    kind:
defaults: {source: first, credibility: 3}

orders:
  central:
    paragraphs: [1]
    amends: other
    action: produce
    amounts: [{role: target, item: steel, value: 1.50, approximate: true}]
    note: "no: a colon too"
    typo: yes, kept where nobody looks for it

links:
  - {from: first, relation: updates, to: "no"}
"""


def test_the_form_is_this() -> None:
    """Order of keys, blocks and lines, quotes, width, and what no model knows, behind the rest."""
    data = yamlfile.parse(WRITTEN.encode("utf-8")).data
    assert write({key: data[key] for key in sorted(data)}, FILE, "article") == WRITTEN
    assert max(len(line) for line in WRITTEN.splitlines()) == WIDTH


@pytest.mark.parametrize(("length", "sign"), [(1_000, ""), (1_001, "? "), (4_000, "? ")])
def test_a_long_key_is_read_back(length: int, sign: str) -> None:
    """YAML reads a key of more than 1,024 characters only behind a question mark."""
    data = {"orders": {"k" * length: {"action": "x"}, "a" * length: "b"}}
    text = write(data, FILE, "article")
    assert f"\n  {sign}kkk" in text
    assert _is_sound(text, data)


def test_free_texts_stand_one_below_the_other() -> None:
    """Names and addresses get a line each, so that a new one is a line of its own; the names of columns do not."""
    assert write({"names": {"other": ["강철"]}, "sources": {"names": ["a"]}}, "f.yaml", "facility").splitlines()[
        1:
    ] == [
        "names:",
        "  other:",
        "    - 강철",
        "sources:",
        "  names:",
        "    - a",
    ]
    assert "used_by: [amounts.unit]" in write({"used_by": ["amounts.unit"]}, "v.yaml", "vocabulary")
