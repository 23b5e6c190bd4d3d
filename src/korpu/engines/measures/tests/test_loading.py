import pytest

from korpu.engines.measures.api import DeclarationError, load_classifications, load_measures

TITLES = "{az: a, en: b, ru: c}"
SEX = f"""
id: sex
version: "1"
title: {TITLES}
kind: list
unknown: _U
source: SDMX CL_SEX
codes:
  - {{id: F, title: {TITLES}}}
  - {{id: _U, title: {TITLES}, values: [X, "<"]}}
"""
MEASURE = f"""
id: plans
version: "1"
title: {TITLES}
definition: {TITLES}
unit: {TITLES}
extract: plans
period: {{column: opened_on, frequency: Q}}
dimensions:
  - {{id: SEX, title: {TITLES}, column: sex, classification: sex}}
basis:
  - {{instrument: none, article: none, confidence: unverified}}
"""


def loaded(folder, sex=SEX, measure=MEASURE):
    for name, text in (("classifications/sex.yaml", sex), ("measures/plans.yaml", measure)):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    classifications = load_classifications(folder / "classifications")
    return load_measures(folder / "measures", classifications)


def test_a_declared_measure_is_read(tmp_path):
    measure = loaded(tmp_path)["plans"]
    assert measure.frequency == "Q"
    assert measure.dimensions[0].classification.by_value == {"F": "F", "X": "_U", "<": "_U"}
    assert len(measure.digest) == 64


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("extract: plans", "extract: 5", "plans.yaml: extract must be a text"),
        ("extract: plans", "", "plans.yaml: extract is missing"),
        ("frequency: Q", "frequency: W", "period.frequency must be one of: Q, M, A"),
        ("classification: sex", "classification: age", "dimensions[0].classification must be"),
        ("id: plans", "id: plans\nextra: 1", "unknown: extra"),
        ("title: {az: a, en: b, ru: c}", "title: {az: a, en: b}", "title.ru is missing"),
        ("dimensions:", "dimensions: [", "this is not YAML"),
    ],
)
def test_a_wrong_declaration_is_refused_with_its_file_and_place(tmp_path, old, new, complaint):
    with pytest.raises(DeclarationError) as caught:
        loaded(tmp_path, measure=MEASURE.replace(old, new, 1))
    assert complaint in str(caught.value)


def test_an_unknown_code_that_is_no_code_and_a_code_declared_twice_are_refused(tmp_path):
    with pytest.raises(DeclarationError, match="which is not a code"):
        loaded(tmp_path, sex=SEX.replace("unknown: _U", "unknown: _X"))
    with pytest.raises(DeclarationError, match="declared twice"):
        loaded(tmp_path, sex=SEX.replace("id: F", "id: _U"))
