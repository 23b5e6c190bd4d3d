"""The rules beyond the structure: against the standard's own tests, and each kind by hand."""

import csv
import json
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from lxml import etree

from korpu.engines.iati.checking import at_field, check_record
from korpu.engines.iati.model.activity import Activity, ActivityDate, ActivityFile, Sector
from korpu.engines.iati.model.common import Code, Line
from korpu.engines.iati.rules import read_ruleset, standard_rules
from korpu.engines.iati.tests.official import RULESETS, unpacked
from korpu.engines.iati.tests.samples import NOW, organisation, project
from korpu.engines.iati.writing import write_record


@pytest.fixture(scope="session")
def rulesets(tmp_path_factory) -> Path:
    return unpacked(RULESETS, tmp_path_factory.mktemp("official"))


def test_every_official_test_of_the_rules_has_its_outcome(rulesets):
    agreed = []
    with (rulesets / "meta_tests_expected.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            asked = (rulesets / "meta_tests" / f"{row['ruleset']}.json").read_text("utf-8")
            root = etree.parse(str(rulesets / "meta_tests" / f"{row['document']}.xml")).getroot()
            found = [
                finding
                for number, record in enumerate(root, 1)
                for finding in read_ruleset(json.loads(asked)).check(
                    record, number, ActivityFile, now=NOW
                )
            ]
            agreed.append((not found) == (row["expected"] == "True"))
    assert (sum(agreed), len(agreed)) == (83, 83)


def test_our_rules_are_those_of_the_standard(rulesets):
    official = read_ruleset(json.loads((rulesets / "rulesets/standard.json").read_text("utf-8")))
    for told in (
        lambda rule: (rule.id, rule.severity, rule.category, rule.context, rule.kind),
        lambda rule: (
            rule.id,
            json.dumps({k: v for k, v in rule.case.items() if k != "idCondition"}, sort_keys=True),
            rule.condition,
            rule.each,
        ),
    ):
        assert Counter(map(told, standard_rules().rules)) == Counter(map(told, official.rules))


def test_every_rule_speaks_three_languages_in_words_of_its_own():
    for rule in standard_rules().rules:
        assert len({rule.message.az, rule.message.en, rule.message.ru}) == 3


def test_a_record_without_a_fault_has_no_finding():
    assert check_record(project(), now=NOW) == ()
    assert check_record(organisation(), now=NOW) == ()


TOMORROW = NOW.date() + timedelta(days=1)
CASES = [
    ("1.1.3", {"iati_identifier": Line(text="AZ-IVI-123")}, ("iati_identifier",)),
    ("1.1.21", {"iati_identifier": Line(text="OTHER-1")}, ("iati_identifier",)),
    ("1.3.1", {"iati_identifier": Line(text="AZ-IVI-123-1 ")}, ("iati_identifier",)),
    ("1.3.13", {"iati_identifier": Line(text="AZ-IVI-123-a/b")}, ("iati_identifier",)),
    ("2.1.1", {"sector": (Sector(code="15190"), Sector(code="15136"))}, ("sector",)),
    ("2.1.4", {"sector": (Sector(code="15190", percentage=50),)}, ("sector",)),
    (
        "12.3.1",
        {"sector": (Sector(code="15190", percentage=100), Sector(code="15136", percentage=101))},
        ("sector",),
    ),
    ("2.2.1", {"sector": (Sector(code="15190"), Sector(code="x", vocabulary="99"))}, ("sector",)),
    ("3.7.1", {"recipient_country": ()}, ()),
    ("6.2.2", {"sector": ()}, ()),
    (
        "6.11.1",
        {"activity_date": (ActivityDate(type="4", iso_date=date(2020, 1, 1)),)},
        ("activity_date",),
    ),
    ("11.1.4", {"activity_date": (ActivityDate(type="2", iso_date=TOMORROW),)}, ("activity_date",)),
    (
        "11.1.3",
        {
            "activity_date": (
                ActivityDate(type="2", iso_date=date(2020, 1, 2)),
                ActivityDate(type="4", iso_date=date(2020, 1, 1)),
            )
        },
        ("activity_date",),
    ),
    ("11.1.1", {"last_updated_datetime": NOW + timedelta(seconds=1)}, ("last_updated_datetime",)),
    ("7.8.1", {"default_currency": None}, ("transaction",)),
    ("7.5.3", {"budget": "long"}, ("budget",)),
    ("4.3.1", {"title": "empty"}, ("title",)),
    ("8.10.1", {"result": "no value"}, ("result",)),
    ("8.10.2", {"result": "some"}, ("result",)),
    ("ActivityStatus", {"activity_status": Code(code="9")}, ("activity_status", "code")),
    ("Country", {"recipient_country": "XY"}, ("recipient_country", 0, "code")),
]


def _changed(changes) -> Activity:
    whole = project()
    values = dict(changes)
    if values.get("budget"):
        (first, *_, last) = whole.budget
        values["budget"] = (replace(first, period_end=last.period_end),)
    if values.get("title"):
        values["title"] = replace(
            whole.title, narrative=(replace(whole.title.narrative[0], text=""),)
        )
    if values.get("result"):
        indicator = whole.result[0].indicator[0]
        period = indicator.period[0]
        value = None if values["result"] == "no value" else "some"
        period = replace(period, actual=(replace(period.actual[0], value=value),))
        values["result"] = (
            replace(whole.result[0], indicator=(replace(indicator, period=(period,)),)),
        )
    if values.get("recipient_country"):
        values["recipient_country"] = (replace(whole.recipient_country[0], code="XY"),)
    return replace(whole, **values)


@pytest.mark.parametrize(("rule", "changes", "where"), CASES)
def test_a_broken_rule_is_found_at_its_field(rule, changes, where):
    found = check_record(_changed(changes), now=NOW)
    mine = [finding for finding in found if finding.rule == rule]
    assert mine, found
    assert at_field(tuple(mine), where) == tuple(mine)
    assert {finding.record for finding in found} == {
        (changes.get("iati_identifier") or project().iati_identifier).text.strip()
    }


def test_dates_of_the_same_moment_are_in_order():
    today = replace(
        project(),
        last_updated_datetime=NOW,
        activity_date=(
            ActivityDate(type="2", iso_date=NOW.date()),
            ActivityDate(type="4", iso_date=NOW.date()),
        ),
    )
    assert check_record(today, now=NOW) == ()


def test_a_vocabulary_of_ones_own_is_summed_by_itself():
    both = [
        Sector(code=code, vocabulary=vocabulary, percentage=share)
        for code, vocabulary, share in (("a", "2", 60), ("b", "2", 30), ("15190", "1", 100))
    ]
    found = check_record(replace(project(), sector=tuple(both)), now=NOW)
    assert [finding.rule for finding in found if finding.rule.startswith("2.")] == ["2.1.2"]


def test_a_vocabulary_cannot_smuggle_xpath_into_a_rule():
    sectors = (Sector(code="a", vocabulary="x' or '1'='1", percentage=10), Sector(code="15190"))
    found = check_record(replace(project(), sector=sectors), now=NOW)
    assert {finding.rule for finding in found} <= {"SectorVocabulary", "102.1.1"}


def test_an_organisations_own_ruleset_can_be_asked():
    own = {
        "/iati-activities/iati-activity": {
            "atleast_one": {
                "cases": [
                    {
                        "paths": ["contact-info"],
                        "ruleInfo": {
                            "id": "own",
                            "severity": "warning",
                            "message": "Say whom to write to.",
                        },
                    }
                ]
            },
            "loop": {
                "cases": [
                    {
                        "foreach": "sector/@code",
                        "subs": ["paths"],
                        "do": {
                            "no_more_than_one": {"cases": [{"paths": ["sector[@code = '$1']"]}]}
                        },
                    }
                ]
            },
        }
    }
    record = etree.fromstring(write_record(project()).encode())
    (finding,) = read_ruleset(own).check(record, 1, Activity, now=NOW)
    assert (finding.rule, finding.severity, str(finding.message)) == (
        "own",
        "warning",
        "Say whom to write to.",
    )
