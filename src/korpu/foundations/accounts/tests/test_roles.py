"""Roles are data, read strictly."""

from pathlib import Path

import pytest

from korpu.foundations.accounts.checks import check_pages, check_roles
from korpu.foundations.accounts.roles import RoleError, read_roles, roles, unknown_permissions
from korpu.kernel.access import register_permissions, registered_permissions
from korpu.kernel.texts import LANGUAGES, Text

ROLE = """
roles:
  clerk:
    title: {az: a, en: b, ru: c}
    business: desk
    sees_personal_data: false
    deputies: true
    permissions: [desk.paper.read]
    incompatible_with: []
"""


def read(tmp_path: Path, text: str):
    file = tmp_path / "roles.yaml"
    file.write_text(text, encoding="utf-8")
    return read_roles(file)


def test_a_declaration_is_read(tmp_path: Path) -> None:
    clerk = read(tmp_path, ROLE)["clerk"]
    assert clerk.permissions == {"desk.paper.read"}
    assert clerk.business == "desk"
    assert clerk.deputies


@pytest.mark.parametrize(
    ("wrong", "right", "sentence"),
    [
        ("business: desk", "busines: desk", "keys must be exactly"),
        ("    deputies: true\n", "", "keys must be exactly"),
        ("deputies: true", "deputies: perhaps", "must be true or false"),
        ("[desk.paper.read]", "[desk.paper.read, desk.paper.read]", "listed twice"),
        ("[desk.paper.read]", "desk.paper.read", "list of names"),
        ("incompatible_with: []", "incompatible_with: [king]", "unknown"),
        ("{az: a, en: b, ru: c}", "{az: a, en: b}", "title"),
        ("    business: desk\n", "    business: desk\n    business: other\n", "declared twice"),
    ],
)
def test_a_wrong_declaration_is_refused_by_name(tmp_path, wrong, right, sentence) -> None:
    with pytest.raises(RoleError, match=sentence):
        read(tmp_path, ROLE.replace(wrong, right))


def test_an_empty_declaration_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RoleError, match="at least one role"):
        read(tmp_path, "roles: {}")


def test_incompatibility_counts_in_both_directions() -> None:
    for role in roles().values():
        for other in role.incompatible_with:
            assert role.id in roles()[other].incompatible_with


def test_an_auditor_holds_nothing_that_writes() -> None:
    writes = {role.id for role in roles().values()} - {"auditor"}
    assert roles()["auditor"].incompatible_with >= writes - {"auditor"}
    for permission in roles()["auditor"].permissions:
        assert permission.rsplit(".", 1)[1] in {"read", "verify", "export"}, permission


def test_an_unregistered_permission_is_found(tmp_path: Path) -> None:
    declared = read(tmp_path, ROLE)
    assert unknown_permissions(declared.values()) == [("clerk", "desk.paper.read")]


def test_a_permission_is_registered_once() -> None:
    name, title = next(iter(registered_permissions().items()))
    register_permissions({name: title})
    with pytest.raises(ValueError, match="registered twice"):
        register_permissions({name: Text(az="başqa", en="other", ru="другое")})
    with pytest.raises(ValueError, match="named <room>"):
        register_permissions({"nonsense": title})


def test_the_running_declaration_fits_the_running_rooms() -> None:
    assert check_roles(app_configs=None) == []
    assert check_pages(app_configs=None) == []


def test_every_role_and_permission_has_a_name_in_every_language() -> None:
    for text in [*(role.title for role in roles().values()), *registered_permissions().values()]:
        assert all(text.in_language(language).strip() for language in LANGUAGES)
