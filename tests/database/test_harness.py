"""The ground the other tests stand on."""

import pytest
from django.db import ProgrammingError, connection, transaction

from korpu.foundations.organisations.models import Organisation


def ask(query: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_tests_are_connected_as_the_application_and_row_security_binds_them() -> None:
    assert ask("select current_user") == "korpu_app"
    assert ask("select not (rolsuper or rolbypassrls) from pg_roles where rolname = current_user")


@pytest.mark.django_db
def test_the_application_owns_nothing_and_cannot_change_the_schema() -> None:
    assert ask("select count(*) from pg_class where relowner = 'korpu_app'::regrole") == 0
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        ask("create table stray (id int)")


@pytest.mark.django_db
def test_as_owner_passes_row_security_by_and_gives_the_role_back(as_owner) -> None:
    with as_owner():
        assert ask("select rolbypassrls from pg_roles where rolname = current_user")
        assert ask("select pg_has_role('korpu_owner', 'usage')")
    assert ask("select current_user") == "korpu_app"


@pytest.mark.django_db
def test_as_owner_gives_the_role_back_after_a_failed_statement(as_owner) -> None:
    with pytest.raises(ProgrammingError), as_owner():
        ask("select * from no_such_table")
    assert ask("select current_user") == "korpu_app"


@pytest.mark.django_db
@pytest.mark.parametrize("turn", ["first", "second"])
def test_what_one_test_writes_the_next_does_not_see(turn, as_owner) -> None:
    with as_owner():
        assert not Organisation.objects.filter(title_en="Left behind").exists()
        Organisation.objects.create(title_az="a", title_en="Left behind", title_ru="r", kind="ngo")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", ["first", "second"])
def test_what_one_committing_test_writes_the_next_does_not_see(turn, as_owner) -> None:
    with as_owner():
        assert not Organisation.objects.filter(title_en="Left behind").exists()
        Organisation.objects.create(title_az="a", title_en="Left behind", title_ru="r", kind="ngo")


@pytest.mark.django_db
def test_the_application_may_queue_a_job() -> None:
    assert ask(
        "select procrastinate_defer_jobs_v1(array[row('default','t',0,null,null,'{}',null)"
        "::procrastinate_job_to_defer_v1]) is not null"
    )


def test_a_server_thread_sees_the_same_database(live_server, as_owner) -> None:
    assert live_server.url.startswith("http://localhost")
    assert ask("select current_user") == "korpu_app"
