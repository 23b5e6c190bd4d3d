"""A newer release of the code lists: new codes are known, old files stay right."""

from pathlib import Path

import pytest

from korpu.engines.iati import codelists
from korpu.engines.iati.codelists import code_lists, lists_as_of, use_lists
from korpu.engines.iati.command import add_parser
from korpu.kernel.errors import InvalidInput

LIST = '<codelist name="{name}"><codelist-items>{items}</codelist-items></codelist>'


@pytest.fixture(autouse=True)
def shipped_again():
    yield
    codelists._chosen.clear()
    for kept in (codelists._data, codelists.code_lists, codelists._asked):
        kept.cache_clear()


def written(folder: Path, name: str, *codes: str) -> Path:
    items = "".join(f"<codelist-item><code>{code}</code></codelist-item>" for code in codes)
    file = folder / f"{name}.xml"
    file.write_text(LIST.format(name=name, items=items), encoding="utf-8")
    return file


def run(*words: str) -> int:
    import argparse

    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers())
    arguments = parser.parse_args(["iati", *words])
    return arguments.run(arguments)


def test_a_release_adds_codes_and_forgets_none(tmp_path, capsys) -> None:
    before = code_lists()["ActivityScope"].codes
    assert lists_as_of() == "2018"
    written(tmp_path, "ActivityScope", "1", "9")
    written(tmp_path, "ActivityStatus", "1", "99")
    written(tmp_path, "NoSuchList", "x")
    made = tmp_path / "lists.yaml"
    assert run("codelists", str(tmp_path), "--as-of", "2026-05", "--to", str(made)) == 0
    said = capsys.readouterr().out
    assert "ActivityScope: +1 -7 9" in said
    assert "ActivityStatus: +1 -5 (fixed by the standard: left as it is) 99" in said
    use_lists(made)
    assert lists_as_of() == "2026-05"
    assert code_lists()["ActivityScope"].codes == before | {"9"}
    assert "99" not in code_lists()["ActivityStatus"].codes


def test_what_is_no_release_is_refused(tmp_path) -> None:
    bomb = tmp_path / "bomb.xml"
    bomb.write_text('<!DOCTYPE x [<!ENTITY a "a">]>' + LIST.format(name="A", items="&a;"))
    other = tmp_path / "other.xml"
    other.write_text("<iati-activities/>")
    for wrong in (bomb, other, written(tmp_path, "Empty"), tmp_path / "none.xml"):
        with pytest.raises(InvalidInput):
            run("codelists", str(wrong), "--as-of", "2026", "--to", str(tmp_path / "x.yaml"))
    good = written(tmp_path, "ActivityScope", "1")
    with pytest.raises(InvalidInput):
        run("codelists", str(good), "--as-of", "May", "--to", str(tmp_path / "x.yaml"))
    for text in ("lists: {}", "[", "as_of: 2026\nlists: {}\nasked: []"):
        (tmp_path / "y.yaml").write_text(text)
        with pytest.raises(InvalidInput):
            use_lists(tmp_path / "y.yaml")
