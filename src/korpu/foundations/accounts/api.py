"""The accounts room: who logs in, which roles they hold, and on whose authority a thing is done.

Owns users, compartments, role grants, deputies; knows no business. ``acting(actor)`` opens the one
transaction in which the database shows what the actor may see.
"""

from korpu.foundations.accounts.acting import NOBODY, acting, actor_of, signing_in, system_actor
from korpu.foundations.accounts.actor import Actor, HeldRole
from korpu.foundations.accounts.http import Request
from korpu.foundations.accounts.roles import Role, jurisdiction_folder, roles
from korpu.kernel.access import Access, mark, needs, public, register_permissions, signed_in

__all__ = [
    "NOBODY",
    "Access",
    "Actor",
    "HeldRole",
    "Request",
    "Role",
    "acting",
    "actor_of",
    "jurisdiction_folder",
    "mark",
    "needs",
    "public",
    "register_permissions",
    "roles",
    "signed_in",
    "signing_in",
    "system_actor",
]
