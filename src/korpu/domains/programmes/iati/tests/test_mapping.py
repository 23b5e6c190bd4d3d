"""The three projects as files: nothing invented, nothing at fault."""

import io

import pytest

from korpu.domains.programmes.iati.selectors import organisation_record, project_activity
from korpu.domains.programmes.testing import load_shipped_projects
from korpu.engines.iati.api import check_file, write_activities, write_organisations
from korpu.engines.iati.tests.samples import NOW
from korpu.foundations.accounts.api import acting, system_actor

pytestmark = pytest.mark.django_db
BASE = "https://example.org/"


def test_the_files_of_the_three_projects_have_no_error():
    load_shipped_projects()
    with acting(system_actor()) as actor:
        records = [
            project_activity(code, for_actor=actor, base_url=BASE, at=NOW)
            for code in ("mobilaze", "mobilaze-2", "restart")
        ]
        organisation = organisation_record(at=NOW)
    report = check_file(io.BytesIO(write_activities(records, generated_at=NOW)), now=NOW)
    assert (report.records, report.findings) == (3, [])
    report = check_file(io.BytesIO(write_organisations([organisation], generated_at=NOW)), now=NOW)
    assert (report.records, report.findings) == (1, [])
