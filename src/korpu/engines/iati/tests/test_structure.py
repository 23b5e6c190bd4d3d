"""The model is the standard: against the official schemas, and against its own fast twin."""

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from korpu.engines.iati import fast
from korpu.engines.iati.checking import check_file
from korpu.engines.iati.declaring import shape_of
from korpu.engines.iati.model.activity import Activity
from korpu.engines.iati.model.organisation import Organisation
from korpu.engines.iati.reading import read_record
from korpu.engines.iati.stream import Record, stream
from korpu.engines.iati.structure import check_structure
from korpu.engines.iati.tests.drawing import records
from korpu.engines.iati.tests.official import SCHEMAS, unpacked
from korpu.engines.iati.tests.samples import NOW, organisation, project
from korpu.engines.iati.writing import write_activities, write_organisations, write_record

slowly = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(scope="session")
def schemas(tmp_path_factory) -> Path:
    return unpacked(SCHEMAS, tmp_path_factory.mktemp("official"))


def test_every_official_schema_document_is_judged_as_the_standard_judges_it(schemas):
    agreed = []
    for path in sorted((schemas / "tests").rglob("*.xml")):
        if "registry-tests" not in path.parts:
            report = check_file(io.BytesIO(path.read_bytes()), now=NOW)
            faults = [each for each in report.findings if each.family in {"structure", "file"}]
            agreed.append((not faults) == ("should-pass" in path.parts))
    assert (sum(agreed), len(agreed)) == (686, 686)


def test_both_ways_of_checking_agree_with_the_official_schemas(schemas):
    official = {
        name: etree.XMLSchema(file=str(schemas / f"{name}-schema.xsd"))
        for name in ("iati-activities", "iati-organisations")
    }
    for path in sorted((schemas / "tests").rglob("*.xml")):
        if "registry-tests" in path.parts:
            continue
        document = etree.parse(str(path))
        if document.getroot().tag not in official:
            continue
        verdict = official[document.getroot().tag].validate(document)
        for part in stream(io.BytesIO(path.read_bytes())):
            if isinstance(part, Record):
                walked = not check_structure(part.element, part.number, part.cls)
                assert fast.is_valid(part.element, part.cls) == walked
                assert walked or not verdict


@pytest.mark.parametrize("cls", [Activity, Organisation])
@given(data=st.data())
@slowly
def test_what_is_written_is_valid_and_comes_back_whole(cls, data):
    record = data.draw(records(cls))
    written = write_record(record)
    element = etree.fromstring(written.encode())
    assert not check_structure(element, 1, cls)
    assert fast.is_valid(element, cls)
    again, reading = read_record(element, 1, cls)
    assert not reading.not_understood
    assert again == record
    assert write_record(again) == written


def test_a_whole_file_is_written_without_a_finding_and_always_alike():
    for written in (
        write_activities([project()], generated_at=NOW),
        write_organisations([organisation()], generated_at=NOW),
    ):
        report = check_file(io.BytesIO(written), now=NOW)
        assert (report.records, report.findings, report.clean) == (1, [], True)
    assert write_activities([project()], generated_at=NOW) == write_activities(
        [project()], generated_at=NOW
    )


def _spots() -> list[etree._Element]:
    root = etree.fromstring(write_record(project()).encode())
    return list(root.iter())


CHANGES = {
    "unknown-attribute": lambda spot: spot.set("colour", "red"),
    "unknown": lambda spot: spot.insert(0, etree.Element("surprise")),
    "text": lambda spot: setattr(spot, "text", "stray"),
    "missing-attribute": lambda spot: spot.attrib.clear(),
    "missing": lambda spot: [spot.remove(each) for each in list(spot)],
    "order": lambda spot: spot.append(spot[0]),
    "value": lambda spot: spot.set(_typed(spot), "sometime"),
}


def _typed(spot: etree._Element) -> str:
    return next(
        (name for name in ("iso-date", "value-date", "hierarchy") if name in spot.attrib), ""
    )


def _applies(rule: str, spot: etree._Element) -> bool:
    shape = _shape(spot)
    if rule == "value":
        return bool(_typed(spot))
    if rule == "missing-attribute":
        return any(known.required for known in shape.attributes.values())
    if rule == "missing":
        return any(known.required for known in shape.children)
    if rule == "order":
        return len({each.tag for each in spot}) > 1
    if rule in {"text", "unknown"}:
        return shape.text is None
    return True


def _shape(spot: etree._Element):
    chain = [spot, *spot.iterancestors()]
    shape = shape_of(Activity)
    for each in reversed(chain[:-1]):
        shape = shape.children[shape.places[each.tag]].shape
    return shape


@pytest.mark.parametrize("rule", list(CHANGES))
def test_a_fault_is_found_where_it_was_made_and_nowhere_else(rule):
    tried = 0
    for place in range(len(_spots())):
        spot = _spots()[place]
        if not _applies(rule, spot):
            continue
        tried += 1
        record = spot.getroottree().getroot()
        CHANGES[rule](spot)
        found = check_structure(record, 1, Activity)
        assert found, etree.tostring(spot)
        assert {each.rule for each in found} == {rule}
        trail = spot.getroottree().getelementpath(spot).replace(".", "").strip("/")
        for each in found:
            assert _unnumbered(each.path).startswith(
                f"iati-activity/{_unnumbered(trail)}".strip("/")
            )
        assert not fast.is_valid(record, Activity)
    assert tried


def _unnumbered(path: str) -> str:
    return "".join(part.partition("[")[0] + "/" for part in path.split("/")).rstrip("/")


def test_a_finding_names_the_field_of_the_model_it_is_about():
    record = etree.fromstring(write_record(project()).encode())
    record.findall("budget")[1].find("value").set("value-date", "31.12.2019")
    (finding,) = check_structure(record, 1, Activity)
    assert finding.path == "iati-activity[1]/budget[2]/value/@value-date"
    assert finding.model_path == ("budget", 1, "value", "value_date")
    assert finding.line
    assert "31.12.2019" in finding.message.az


def test_what_the_model_has_no_place_for_is_named():
    record = etree.fromstring(
        write_record(project())
        .replace("<iati-activity ", '<iati-activity xmlns:o="urn:other" o:mood="good" ')
        .replace("</iati-activity>", "<o:note>Ours</o:note></iati-activity>")
        .replace('iso-date="2019-01-01"', 'iso-date="2019-01-01+04:00"', 1)
        .encode()
    )
    assert not check_structure(record, 1, Activity)
    read, reading = read_record(record, 1, Activity)
    assert read == project()
    assert {(each.path, each.value) for each in reading.not_understood} == {
        ("iati-activity[1]/@{urn:other}mood", "good"),
        ("iati-activity[1]/o:note", "Ours"),
        ("iati-activity[1]/activity-date[1]/@iso-date", "2019-01-01+04:00"),
    }
