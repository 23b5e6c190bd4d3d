"""Logging in: passwords, locks, second factors, the demonstration's open door."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.usersessions.models import UserSession
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.models import User
from korpu.foundations.accounts.services import send_invitation, withdraw_user
from korpu.foundations.accounts.testing import PASSWORD, log_in, make_user
from korpu.foundations.audit.models import Event
from korpu.foundations.audit.running import reading_all
from korpu.foundations.mail.api import Message
from korpu.foundations.mail.tasks import deliver

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_earlier_requests() -> None:
    """Requests are counted in the cache, for all tests together."""
    cache.clear()


def enter(client: Client, user: User, password: str = PASSWORD):
    return client.post("/accounts/login/", {"login": user.email, "password": password})


def signed_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def code_for(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def give_totp(user: User) -> str:
    secret = generate_totp_secret()
    with acting(system_actor()):
        TOTP.activate(user, secret)
    return secret


def test_a_person_logs_in_with_address_and_password() -> None:
    client, user = Client(), make_user(role="statistician", password=PASSWORD)
    assert enter(client, user).status_code == 302
    assert signed_in(client)
    with reading_all():
        assert Event.objects.filter(kind="sign_in", actor_id=user.pk).count() == 1


def test_a_page_behind_the_door_leads_to_the_door_and_back() -> None:
    client, user = Client(), make_user(password=PASSWORD)
    door = client.get("/account/sessions/")
    assert door.headers["Location"] == "/accounts/login/?next=/account/sessions/"
    answer = client.post(
        door.headers["Location"],
        {"login": user.email, "password": PASSWORD, "next": "/account/sessions/"},
    )
    assert answer.headers["Location"] == "/account/sessions/"


def test_a_withdrawn_account_and_the_service_itself_cannot_log_in(cast) -> None:
    user = make_user(password=PASSWORD)
    with acting(system_actor()) as system:
        withdraw_user(user=user, actor=system, at=timezone.now())
        service = system.user
    for account in (user, service):
        client = Client()
        enter(client, account)
        assert not signed_in(client)


def test_withdrawing_ends_what_the_person_is_doing_at_once(cast) -> None:
    user = make_user(password=PASSWORD)
    client = Client()
    enter(client, user)
    assert signed_in(client)
    with acting(system_actor()) as system:
        withdraw_user(user=user, actor=system, at=timezone.now())
    assert not signed_in(client)
    with acting(system_actor()):
        assert not UserSession.objects.filter(user=user).exists()


def test_too_many_wrong_passwords_close_the_door_with_a_clear_page() -> None:
    client, user = Client(), make_user(password=PASSWORD)
    client.cookies["language"] = "en"
    answers = [enter(client, user, "wrong") for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]
    assert "Too many attempts" in answers[-1].text
    assert answers[-1].headers["Retry-After"] == "900"
    assert enter(client, user).status_code == 429
    assert not signed_in(client)


def test_nobody_signs_up_by_themselves() -> None:
    assert Client().get("/accounts/signup/").status_code == 404


def test_an_invited_person_sets_a_password_by_the_letters_link() -> None:
    user = make_user(language="az")
    with acting(system_actor()) as system:
        send_invitation(user=user, site="https://korpu.test", actor=system, at=timezone.now())
        waiting = Message.objects.get()
    deliver(message_id=waiting.pk)
    (letter,) = mail.outbox
    assert letter.to == [user.email]
    link = re.search(r"https://korpu\.test(\S+)", letter.body).group(1)
    client = Client()
    form = client.get(link)
    assert form.status_code == 302
    wanted = "a long enough sentence"
    client.post(form.headers["Location"], {"password1": wanted, "password2": wanted})
    assert enter(Client(), user, wanted).status_code == 302
    again = Client().get(link, follow=True)
    assert "password1" not in again.text


def test_a_role_that_sees_personal_data_leads_to_the_second_factor_first(settings) -> None:
    settings.KORPU_SECOND_FACTOR_COMPULSORY = True
    officer = Client()
    enter(officer, make_user(role="readmission_officer", password=PASSWORD))
    assert officer.get("/account/").headers["Location"] == "/accounts/2fa/"
    assert officer.get("/accounts/2fa/").status_code == 200
    statistician = Client()
    enter(statistician, make_user(role="statistician", password=PASSWORD))
    assert signed_in(statistician)


def test_with_a_second_factor_the_password_alone_does_not_open(settings) -> None:
    settings.KORPU_SECOND_FACTOR_COMPULSORY = True
    user = make_user(role="readmission_officer", password=PASSWORD)
    secret, client = give_totp(user), Client()
    assert enter(client, user).headers["Location"] == "/accounts/2fa/authenticate/"
    assert not signed_in(client)
    assert client.post("/accounts/2fa/authenticate/", {"code": "000000"}).status_code == 200
    assert not signed_in(client)
    client.post("/accounts/2fa/authenticate/", {"code": code_for(secret)})
    assert signed_in(client)


def test_the_whole_way_to_a_second_factor_and_its_recovery_codes(settings) -> None:
    settings.KORPU_SECOND_FACTOR_COMPULSORY = True
    user = make_user(role="readmission_officer", password=PASSWORD)
    client = Client()
    enter(client, user)
    page = client.get("/accounts/2fa/totp/activate/", follow=True)
    assert page.status_code == 200
    secret = re.search(r"\b[A-Z2-7]{32}\b", page.text).group()
    client.post("/accounts/2fa/totp/activate/", {"code": code_for(secret)})
    assert signed_in(client)
    with acting(system_actor()):
        kinds = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    assert kinds == {"totp", "recovery_codes"}
    assert client.get("/accounts/2fa/recovery-codes/", follow=True).status_code == 200


def test_the_secret_of_a_second_factor_is_stored_encrypted(as_owner) -> None:
    user = make_user()
    secret = give_totp(user)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("select data::text from mfa_authenticator where user_id = %s", [user.pk])
        assert secret not in cursor.fetchone()[0]


def test_a_compulsory_second_factor_cannot_be_taken_off(settings) -> None:
    settings.KORPU_SECOND_FACTOR_COMPULSORY = True
    user = make_user(role="readmission_officer", password=PASSWORD)
    give_totp(user)
    client = Client()
    log_in(client, user)
    client.post("/accounts/2fa/totp/deactivate/", {})
    with acting(system_actor()):
        assert Authenticator.objects.filter(user=user, type="totp").exists()


def test_the_open_door_exists_in_the_demonstration_only(settings, cast) -> None:
    with acting(system_actor()):
        User.objects.filter(pk=cast["mentor"].pk).update(email="mentor@demo.example")
    uuid = cast["mentor"].uuid
    assert Client().post(f"/accounts/demo/{uuid}/").status_code == 404
    assert "mentor" not in Client().get("/accounts/login/").text
    settings.KORPU_DEMO_LOGINS = True
    page = Client(headers={"accept-language": "en"}).get("/accounts/login/").text
    assert f"/accounts/demo/{uuid}/" in page
    assert "These people are invented" in page
    client = Client()
    assert client.post(f"/accounts/demo/{uuid}/").status_code == 302
    assert signed_in(client)
    assert Client().post(f"/accounts/demo/{cast['auditor'].uuid}/").status_code == 404


def test_sessions_are_listed_and_can_be_ended_one_by_one_or_all_but_this() -> None:
    user = make_user(password=PASSWORD)
    here, there, elsewhere = Client(), Client(), Client()
    for client in (here, there, elsewhere):
        enter(client, user)
    page = here.get("/account/sessions/").text
    ends = re.findall(r"/account/sessions/(\d+)/end/", page)
    assert len(ends) == 2
    here.post(f"/account/sessions/{ends[0]}/end/")
    assert [signed_in(client) for client in (there, elsewhere)].count(True) == 1
    here.post("/account/sessions/end-others/")
    assert [signed_in(client) for client in (here, there, elsewhere)] == [True, False, False]


def test_nobody_ends_another_persons_session() -> None:
    mine, theirs = Client(), Client()
    enter(mine, make_user(password=PASSWORD))
    other = make_user(password=PASSWORD)
    enter(theirs, other)
    with acting(system_actor()):
        pk = UserSession.objects.get(user=other).pk
    mine.post(f"/account/sessions/{pk}/end/")
    assert signed_in(theirs)


def test_a_session_ends_by_itself_after_a_working_day(settings) -> None:
    assert timedelta(seconds=settings.SESSION_COOKIE_AGE) <= timedelta(hours=8)


PAGES = (
    "/accounts/login/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/password/reset/key/done/",
    "/accounts/inactive/",
)
OWN_PAGES = (
    "/accounts/logout/",
    "/accounts/password/change/",
    "/accounts/reauthenticate/",
    "/accounts/2fa/",
    "/accounts/2fa/totp/activate/",
    "/accounts/2fa/webauthn/",
    "/accounts/2fa/webauthn/add/",
    "/account/",
    "/account/profile/",
    "/account/sessions/",
)
ENGLISH = ("Enter", "Password", "Sign", "Log ", "password", "Security", "Code", "Authenticator")


@pytest.mark.parametrize("page", [*PAGES, *OWN_PAGES])
@pytest.mark.parametrize("language", ["az", "ru"])
def test_every_page_of_signing_in_is_in_the_readers_language(page: str, language: str) -> None:
    client = Client(headers={"accept-language": language})
    if page in OWN_PAGES:
        enter(client, make_user(password=PASSWORD, language=language, name="Нина"))
    answer = client.get(page)
    assert answer.status_code == 200, answer.headers
    text = re.sub(r"<script.*?</script>|<[^>]*>", " ", answer.text, flags=re.DOTALL)
    assert not [word for word in ENGLISH if word in text]


def test_confirming_again_is_asked_once_the_log_in_is_old(settings) -> None:
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = -1
    client = Client()
    enter(client, make_user(password=PASSWORD))
    answer = client.get("/accounts/2fa/totp/activate/")
    assert answer.headers["Location"].startswith("/accounts/reauthenticate/")


def test_a_forgotten_password_is_set_anew_by_letter() -> None:
    user = make_user(password=PASSWORD)
    Client().post("/accounts/password/reset/", {"email": user.email})
    Client().post("/accounts/password/reset/", {"email": "nobody@example.org"})
    (letter,) = mail.outbox
    assert letter.to == [user.email]
    assert "/accounts/password/reset/key/" in letter.body


def test_recovery_codes_open_once_each(settings) -> None:
    user = make_user(password=PASSWORD)
    secret, client = give_totp(user), Client()
    enter(client, user)
    client.post("/accounts/2fa/authenticate/", {"code": code_for(secret)})
    client.post("/accounts/2fa/recovery-codes/generate/", {})
    page = client.get("/accounts/2fa/recovery-codes/").text
    code = re.search(r"<code>([0-9a-f-]+)</code>", page).group(1)
    for opened in (True, False):
        other = Client()
        enter(other, user)
        other.post("/accounts/2fa/authenticate/", {"code": code})
        assert signed_in(other) is opened
