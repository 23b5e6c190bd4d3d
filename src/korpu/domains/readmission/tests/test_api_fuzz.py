"""Whatever is thrown at the machine's door, it answers as documented."""

import os
from datetime import timedelta

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import load_all_checks
from schemathesis.specs.openapi import checks

from korpu.domains.readmission.services.tokens import create_token
from korpu.domains.readmission.testing import an_application, bring_to
from korpu.foundations.accounts.api import acting

load_all_checks()
DOCUMENTED = (
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
)
EXAMPLES = int(os.environ.get("KORPU_FUZZ_EXAMPLES", "15"))
OPERATIONS = (
    ("POST", "/api/v1/applications"),
    ("POST", "/api/v1/forms"),
    ("GET", "/api/v1/applications"),
    ("GET", "/api/v1/applications/{application_id}"),
    ("POST", "/api/v1/applications/{application_id}/evidence"),
    ("POST", "/api/v1/applications/{application_id}/supplements"),
    ("POST", "/api/v1/applications/{application_id}/transfer-notice"),
    ("POST", "/api/v1/applications/{application_id}/withdrawal"),
    ("GET", "/api/v1/applications/{application_id}/reply"),
)


@pytest.fixture
def token(house, at):
    with acting(house.administrator) as administrator:
        made = create_token(
            compartment=house.authority,
            title="Fuzz",
            expires_on=timezone.localdate() + timedelta(days=1),
            actor=administrator,
            at=at,
        )
    return made.secret


@pytest.fixture
def known(house, at):
    """An application that exists, so that more than 404 is met."""
    application = an_application(house, at=at)
    bring_to(house, application.case, "travel_document_issued", at=at)
    return str(application.case.uuid)


@pytest.fixture
def application(db):
    """The whole site as a web server calls it, on the connection of the test."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield get_wsgi_application()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
def test_every_answer_is_documented(application, token, known, settings, mode):
    settings.KORPU_API_REQUESTS_PER_MINUTE = 1_000_000
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    for method, path in OPERATIONS:
        throw(schema[path][method], mode, token, known)


def throw(operation, mode, token, known):
    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=EXAMPLES,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
    )
    def answers_as_documented(case):
        if case.path_parameters and "application_id" in case.path_parameters:
            case.path_parameters["application_id"] = known
        case.call_and_validate(
            headers={"Authorization": f"Bearer {token}"}, checks=list(DOCUMENTED)
        )

    answers_as_documented()
