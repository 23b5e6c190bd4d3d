"""Doors of the frame, of logging in, of one's own account, of the administration of people."""

from collections.abc import Mapping

from django.utils import timezone

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.models import Compartment, Deputyship, RoleGrant
from korpu.foundations.audit.models import Event
from tests.architecture.access.doors import ANY, Door, sending
from tests.architecture.access.markers import ADMINISTRATION as ADMINISTRATORS
from tests.architecture.access.people import LOGGED_IN
from tests.architecture.access.world import World

FRAME = {
    "choose-language": Door(lambda _world: {"language": "en"}, got=None, sent=sending(), done=302),
    **{name: Door() for name in ("help", "about", "accessibility", "cookies")},
    **{name: Door() for name in ("patterns", "pattern-form", "pattern-list")},
}

# allauth's own pages: whoever comes, they show nothing of anybody else. Which of them answers and
# which leads on depends on how far the person has come; the tests of logging in try that.
ALLAUTH = (
    "account_login",
    "account_signup",
    "account_logout",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "account_reauthenticate",
    "account_change_password",
    "account_set_password",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_reauthenticate_webauthn",
)


def _key(_world: World) -> Mapping[str, object]:
    return {"pk": 1}


LOGIN = {
    **{name: Door(got=ANY) for name in ALLAUTH},
    "account_reset_password_from_key": Door(
        lambda _world: {"uidb36": "1", "key": "no-such-key"}, got=ANY
    ),
    "mfa_remove_webauthn": Door(_key, got=ANY),
    "mfa_edit_webauthn": Door(_key, got=ANY),
    "accounts-demo-login": Door(
        lambda w: {"uuid": w.cast["mentor"].uuid}, got=None, sent=sending(), done=404
    ),
}


def _person(world: World) -> Mapping[str, object]:
    return {"uuid": world.cast["mentor"].uuid}


def _withdrawn(world: World) -> Mapping[str, object]:
    return {"uuid": world.cast["withdrawn"].uuid}


def _grant(world: World) -> Mapping[str, object]:
    with acting(system_actor()):
        grant = RoleGrant.objects.get(user=world.cast["mentor"])
    return {"uuid": world.cast["mentor"].uuid, "pk": grant.pk}


def _deputyship(world: World) -> Mapping[str, object]:
    with acting(system_actor()):
        found = Deputyship.objects.get(deputy=world.cast["deputy"])
    return {"uuid": world.cast["readmission_officer"].uuid, "pk": found.pk}


def _given(_world: World) -> Mapping[str, object]:
    place = Compartment.objects.filter(business="mentoring").first()
    assert place is not None
    return {
        "role": "mentor",
        "compartment": place.pk,
        "valid_from": timezone.localdate().isoformat(),
        "reason": "Needed.",
    }


def _stand_in(world: World) -> Mapping[str, object]:
    today = timezone.localdate().isoformat()
    return {
        "deputy": world.cast["unassigned_mentor"].pk,
        "valid_from": today,
        "valid_until": today,
        "reason": "Leave.",
    }


PROFILE = sending(full_name="Another Name", language="en")
REASON = sending(reason="Mistaken.")
INVITED = sending(full_name="Somebody", email="new@example.org", organisation="sms", language="az")
OWN = {
    "accounts-own": Door(),
    "accounts-own-profile": Door(sent=PROFILE),
    "accounts-own-office": Door(got=None, sent=sending(office="")),
    "accounts-own-sessions": Door(),
    "accounts-own-session-end": Door(_key, LOGGED_IN, got=None, sent=sending()),
    "accounts-own-sessions-end": Door(got=None, sent=sending()),
}
ADMINISTRATION = {
    "accounts-people": Door(),
    "accounts-invite": Door(sent=INVITED),
    "accounts-person": Door(_person),
    "accounts-person-edit": Door(_person, sent=PROFILE),
    "accounts-invite-again": Door(_person, sent=sending()),
    "accounts-withdraw": Door(_person, sent=REASON),
    "accounts-restore": Door(_withdrawn, sent=REASON),
    "accounts-sessions-end": Door(_person, sent=sending()),
    "accounts-grant": Door(_person, sent=_given, done=200),
    "accounts-grant-end": Door(_grant, sent=REASON),
    # a head of office arranges cover among the own people only, and this person is none of them
    "accounts-appoint": Door(_person, ADMINISTRATORS, sent=_stand_in),
    "accounts-deputyship-end": Door(_deputyship, ADMINISTRATORS, sent=sending()),
}


def _event(_world: World) -> Mapping[str, object]:
    with acting(_world.cast.actor("auditor")):
        found = Event.objects.order_by("pk").first()
    assert found is not None
    return {"pk": found.pk}


TITLES = {"title_az": "A", "title_en": "B", "title_ru": "C"}
BODY = sending(code="newbody", kind="ngo", country="AZE", **TITLES)
AN_OFFICE = sending(code="newoffice", **TITLES)
TRAIL = {
    "audit-events": Door(),
    "audit-event": Door(_event),
    "audit-chain": Door(),
    "audit-verify": Door(got=None, sent=sending()),
    "audit-anchor": Door(got=None, sent=sending(), done=ANY),
    "audit-bundle": Door(got=None, sent=sending(), done=ANY),
}
BODIES = {
    "organisations": Door(),
    "organisations-add": Door(sent=BODY),
    "organisations-edit": Door(lambda _world: {"code": "ngo-addim"}, sent=BODY),
    "organisations-office-add": Door(lambda _world: {"code": "sms"}, sent=AN_OFFICE),
    "organisations-office-edit": Door(lambda _world: {"code": "sms-audit"}, sent=AN_OFFICE),
    "accounts-compartments": Door(),
    "accounts-compartment-open": Door(sent=sending(), done=200),
}
DOORS = {"home": Door(got=ANY)} | FRAME | LOGIN | OWN | ADMINISTRATION | TRAIL | BODIES
