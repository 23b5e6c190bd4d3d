"""UNHCR's table: the traps of the published file, and every way a file can be wrong."""

import argparse
from pathlib import Path

import duckdb
import pytest
from django.db.models import Sum

from korpu.domains.statistics.api import add_parser
from korpu.domains.statistics.models import PopulationFigure, ReferenceDataset
from korpu.domains.statistics.reference_tables.declared import unhcr_population
from korpu.domains.statistics.reference_tables.reading import read_table
from korpu.domains.statistics.reference_tables.table import PublicTable, TableColumn
from korpu.domains.statistics.services.datasets import import_population
from korpu.domains.statistics.tests.conftest import AT
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.testing import make_actor
from korpu.kernel.errors import InvalidInput, NotFound, NotPermitted
from korpu.kernel.texts import speaking

pytestmark = pytest.mark.django_db
REFERENCE = Path(__file__).parents[5].parent / "shared" / "reference" / "data" / "unhcr"
HEADER = (
    "year,coo_name,coo,coo_iso,coa_name,coa,coa_iso,refugees,asylum_seekers,returned_refugees,idps,"
    "returned_idps,stateless,ooc,oip,hst\n"
)
ROW = "2025,Afghanistan,AFG,AFG,Azerbaijan,AZE,AZE,980,5,0,0,0,0,0,,0\n"


def reference(name):
    path = REFERENCE / name
    if not path.exists():
        pytest.skip(f"The reference data are not beside this checkout ({name}).")
    return path


def load(path):
    with acting(system_actor()) as actor:
        return import_population(path=path, actor=actor, at=AT)


def loaded(tmp_path, content):
    path = tmp_path / "table.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load(path)


def refusal(tmp_path, content):
    with pytest.raises(InvalidInput) as caught:
        loaded(tmp_path, content)
    assert not ReferenceDataset.objects.exists()
    with speaking("en"):
        return str(caught.value)


def totals(**where):
    fields = ("refugees", "asylum_seekers", "idps", "stateless", "others_of_concern")
    sums = PopulationFigure.objects.filter(**where).aggregate(*(Sum(field) for field in fields))
    return tuple(sums[f"{field}__sum"] for field in fields)


def test_the_series_that_ships_gives_the_figures_unhcr_publishes():
    dataset = load(unhcr_population().shipped)
    assert dataset.row_count == 1310
    assert totals(asylum="AZE", year=2025) == (6389, 199, 657155, 241, 19)
    abroad = PopulationFigure.objects.filter(origin="AZE", year=2025).exclude(asylum="AZE")
    assert abroad.count() == 43
    assert abroad.aggregate(n=Sum("refugees"), m=Sum("asylum_seekers")) == {"n": 130983, "m": 6242}


def test_loading_the_same_file_again_changes_nothing():
    first = load(unhcr_population().shipped)
    assert load(unhcr_population().shipped) == first
    assert PopulationFigure.objects.count() == 1310


def test_a_newer_file_takes_the_place_of_the_older_and_the_older_can_come_back(tmp_path):
    old = loaded(tmp_path, HEADER + ROW)
    new = loaded(tmp_path, HEADER + ROW.replace("980", "985"))
    old.refresh_from_db()
    assert (old.is_current, new.is_current) == (False, True)
    assert loaded(tmp_path, HEADER + ROW).pk == old.pk
    new.refresh_from_db()
    assert not new.is_current


def test_only_statisticians_load_tables(tmp_path):
    actor = make_actor("analyst")
    with acting(actor), pytest.raises(NotPermitted):
        import_population(path=tmp_path / "any", actor=actor, at=AT)


def test_an_empty_cell_is_no_figure_and_a_zero_is_a_zero(tmp_path):
    loaded(tmp_path, HEADER + ROW)
    figure = PopulationFigure.objects.get()
    assert (figure.other_in_need, figure.host_community) == (None, 0)


def test_countries_are_kept_by_their_iso_code_beside_unhcr_s_own(tmp_path):
    loaded(tmp_path, HEADER + ROW.replace("Afghanistan,AFG,AFG", "Australia,AUL,AUS"))
    figure = PopulationFigure.objects.get()
    assert (figure.origin, figure.origin_code) == ("AUS", "AUL")


def test_a_code_written_na_stays_the_code_na(tmp_path):
    table = PublicTable(
        "decisions",
        (
            TableColumn("year", "year", "year"),
            TableColumn("dec_level", "code", "level"),
            TableColumn("dec_total", "count", "total"),
        ),
        ("year", "dec_level"),
        smallest_count=5,
    )
    content = b"year,dec_level,dec_total\n2001,NA,5\n2002,AR,\n"
    rows = read_table(table, tmp_path, content)
    assert rows[0] == {"year": 2001, "level": "NA", "total": 5}
    assert rows[1]["total"] is None


def test_every_na_of_unhcr_s_decisions_survives_reading():
    path = reference("asylum_decisions-azerbaijan.csv")
    names = path.read_text(encoding="utf-8").split("\n", 1)[0].split(",")
    kinds = {"year": "year", "coo_name": "label", "coa_name": "label"}
    columns = tuple(
        TableColumn(
            name,
            kinds.get(name, "count" if name.startswith("dec_") and name[4:] not in {"level", "pc"}
                      else "code"),
            name,
        )
        for name in names
    )  # fmt: skip
    table = PublicTable("decisions", columns, tuple(n for n in names if n[4:] != "total"), 5)
    rows = read_table(table, path, path.read_bytes())
    assert sum(row["dec_level"] == "NA" for row in rows) == 21
    parts = ("dec_recognized", "dec_other", "dec_rejected", "dec_closed")
    differ = [row for row in rows if row["dec_total"] != sum(row[part] for part in parts)]
    assert (len(rows), len(differ)) == (1282, 5), "totals of the source are kept, not recomputed"


def test_the_full_table_in_parquet_gives_the_published_sums():
    path = reference("population.parquet")
    rows = read_table(unhcr_population().table, path, path.read_bytes())
    assert len(rows) == 138_893
    sums = {
        field: sum(row[field] or 0 for row in rows)
        for field in ("refugees", "asylum_seekers", "returned_refugees", "idps", "stateless")
    }
    assert sums == {
        "refugees": 762_161_513,
        "asylum_seekers": 76_117_890,
        "returned_refugees": 53_976_271,
        "idps": 775_872_734,
        "stateless": 87_949_537,
    }
    given = [row["other_in_need"] for row in rows if row["other_in_need"] is not None]
    assert (len(given), sum(given)) == (155, 38_469_334)


def test_parquet_and_csv_of_the_same_rows_are_read_alike(tmp_path):
    path = tmp_path / "table.parquet"
    csv_path = unhcr_population().shipped
    with duckdb.connect() as database:
        database.read_csv(str(csv_path), header=True).write_parquet(str(path))
    table = unhcr_population().table
    assert read_table(table, path, path.read_bytes()) == read_table(
        table, csv_path, csv_path.read_bytes()
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "the file is empty"),
        (b"\n\n", "the file is empty"),
        (HEADER, "nothing below the header"),
        (HEADER + ROW + ROW, "Line 3: this row repeats that of line 2"),
        (HEADER + ROW.replace("980", "many"), "Line 2, column “refugees”: a whole number"),
        (HEADER + ROW.replace("980", "-5"), "Line 2, column “refugees”: a whole number"),
        (HEADER + ROW.replace("980", "1,000"), "Line 2: 16 cells are expected, there are 17"),
        (HEADER + ROW.replace("980", "9" * 20), "Line 2, column “refugees”: the number is too"),
        (HEADER + ROW.replace("980", "٩٨٠"), "Line 2, column “refugees”: a whole number"),
        (HEADER + ROW.replace("980", "3"), "publishes no count smaller than 5"),
        (HEADER + ROW.replace("2025", "25"), "Line 2, column “year”: a year is expected"),
        (HEADER + ROW.replace("AFG,AFG", "AFG,AF"), "column “coo_iso”: a country code of three"),
        (HEADER + ROW.replace("Afghanistan", ""), "column “coo_name”: a value is required"),
        (HEADER + ROW.replace("Afghanistan", "Af\u202eghan"), "column “coo_name”: the text holds"),
        (HEADER + ROW.replace("Afghanistan", '"Afghanistan'), "quotation marks do not match"),
        (HEADER + ROW[:30], "Line 2: the file breaks off here"),
        (HEADER + ROW + ROW.replace("2025", "2024").rstrip("\n"), "Line 3: the file breaks off"),
        (HEADER.replace("idps,", "", 1) + ROW, "Missing: idps"),
        (HEADER.replace("hst", "host") + ROW, "Missing: hst. Not expected: host"),
        (HEADER.replace("ooc,oip", "oip,ooc") + ROW, "another order"),
        (HEADER.replace(",", ";") + ROW, "Missing: year"),
        (b"PAR1 this is no Parquet", "cannot be read as Parquet"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place_and_nothing_is_loaded(tmp_path, content, sentence):
    said = refusal(tmp_path, content)
    assert sentence in said
    assert "Nothing was loaded." in said


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("windows-1254", "Türkiyə"),
        ("windows-1251", "Азербайджан"),
        ("windows-1252", "Côte d’Ivoire"),
    ],
)
def test_another_encoding_is_recognised_and_named_by_line(tmp_path, encoding, name):
    name = name.replace("ə", "e")
    content = (
        HEADER + ROW + ROW.replace("AFG,AFG", "XXB,XXB").replace("Afghanistan", name)
    ).encode(encoding)
    said = refusal(tmp_path, content)
    assert said.startswith("Line 3: the file is not encoded in UTF-8")
    assert encoding.title() in said


def test_utf_16_is_recognised(tmp_path):
    assert "Utf-16" in refusal(tmp_path, (HEADER + ROW).encode("utf-16"))


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path):
    content = ("\ufeff" + HEADER + ROW).replace("\n", "\r\n")
    assert loaded(tmp_path, content).row_count == 1


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    with pytest.raises(NotFound):
        load(tmp_path / "nowhere.csv")


def test_the_notice_names_source_and_licence():
    notice = (unhcr_population().shipped.parent / "NOTICE.md").read_text(encoding="utf-8")
    assert unhcr_population().licence in notice
    assert unhcr_population().url in notice


def test_the_command_loads_a_file_and_says_how_many_rows(capsys):
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers())
    arguments = parser.parse_args(["statistics", "import", str(unhcr_population().shipped)])
    assert arguments.run(arguments) == 0
    assert "1310 rows of unhcr-population are current" in capsys.readouterr().out
