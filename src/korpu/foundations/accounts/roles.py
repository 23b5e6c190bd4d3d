"""Roles of the jurisdiction: data, read once and checked hard."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from django.conf import settings

from korpu.kernel.access import registered_permissions
from korpu.kernel.texts import LANGUAGES, Text


class RoleError(ValueError):
    """The declaration of roles is wrong; the message names the role and what to do."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a group of people is trusted with.

    Attributes:
        id: its name in the declaration, such as ``readmission_officer``.
        title: as people read it.
        business: which business the compartment it is granted in must have.
        permissions: what its holders may do, in that compartment.
        sees_personal_data: a second factor at log-in is compulsory.
        deputies: a stand-in holds it during an absence.
        incompatible_with: roles nobody may hold beside it at the same time.
    """

    id: str
    title: Text
    business: str
    permissions: frozenset[str]
    sees_personal_data: bool
    deputies: bool
    incompatible_with: frozenset[str]


@cache
def roles() -> Mapping[str, Role]:
    """Every role of the jurisdiction, by id, in the order declared.

    Raises:
        RoleError: the file is malformed.
    """
    return read_roles(jurisdiction_folder() / "roles.yaml")


def jurisdiction_folder() -> Path:
    """Where the running jurisdiction's declarations are."""
    name = getattr(settings, "KORPU_JURISDICTION", "az")
    return Path(__file__).parents[2] / "jurisdictions" / name


def read_roles(path: Path) -> Mapping[str, Role]:
    """Read a declaration of roles.

    Raises:
        RoleError: a key is unknown, missing or double, or a role is incompatible with an unknown.
    """
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=_NoDoubles)  # noqa: S506 - a SafeLoader
    declared = data.get("roles") if isinstance(data, dict) else None
    if not isinstance(declared, dict) or not declared:
        raise RoleError(f"{path.name}: expected a mapping 'roles' with at least one role.")
    found = {name: _role(name, entry) for name, entry in declared.items()}
    for role in found.values():
        if unknown := role.incompatible_with - found.keys():
            raise RoleError(f"{role.id}: incompatible_with names unknown {sorted(unknown)}.")
    return MappingProxyType(_both_ways(found))


def unknown_permissions(declared: Iterable[Role]) -> list[tuple[str, str]]:
    """Permissions a role names although no room registered them: (role, permission)."""
    known = registered_permissions()
    return [(r.id, name) for r in declared for name in sorted(r.permissions) if name not in known]


def _both_ways(found: dict[str, Role]) -> dict[str, Role]:
    against = {name: set(role.incompatible_with) for name, role in found.items()}
    for name, role in found.items():
        for other in role.incompatible_with:
            against[other].add(name)
    return {
        name: Role(
            id=role.id,
            title=role.title,
            business=role.business,
            permissions=role.permissions,
            sees_personal_data=role.sees_personal_data,
            deputies=role.deputies,
            incompatible_with=frozenset(against[name]),
        )
        for name, role in found.items()
    }


_KEYS = {"title", "business", "sees_personal_data", "deputies", "permissions", "incompatible_with"}


def _role(name: str, entry: Any) -> Role:
    if not isinstance(entry, dict) or (wrong := set(entry) ^ _KEYS):
        detail = sorted(wrong) if isinstance(entry, dict) else "not a mapping"
        raise RoleError(f"{name}: keys must be exactly {sorted(_KEYS)}; differs in {detail}.")
    title = entry["title"]
    if not isinstance(title, dict) or set(title) != set(LANGUAGES):
        raise RoleError(f"{name}: title must have exactly {list(LANGUAGES)}.")
    return Role(
        id=name,
        title=Text(**title),
        business=str(entry["business"]),
        permissions=_once(name, entry["permissions"]),
        sees_personal_data=_flag(name, "sees_personal_data", entry["sees_personal_data"]),
        deputies=_flag(name, "deputies", entry["deputies"]),
        incompatible_with=_once(name, entry["incompatible_with"]),
    )


def _flag(name: str, key: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise RoleError(f"{name}: {key} must be true or false, not {value!r}.")
    return value


def _once(name: str, values: Any) -> frozenset[str]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise RoleError(f"{name}: expected a list of names, not {values!r}.")
    if len(set(values)) != len(values):
        twice = sorted({value for value in values if values.count(value) > 1})
        raise RoleError(f"{name}: listed twice: {twice}.")
    return frozenset(values)


class _NoDoubles(yaml.SafeLoader):
    """YAML lets a later key silently replace an earlier one; a role must not vanish so."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - PyYAML's signature
        keys = [self.construct_object(key, deep=deep) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise RoleError(f"line {node.start_mark.line + 1}: {key} is declared twice.")
        return super().construct_mapping(node, deep=deep)
