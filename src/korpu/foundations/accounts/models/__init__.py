from korpu.foundations.accounts.models.compartment import Compartment
from korpu.foundations.accounts.models.deputyship import Deputyship
from korpu.foundations.accounts.models.role_grant import RoleGrant
from korpu.foundations.accounts.models.user import User

__all__ = ["Compartment", "Deputyship", "RoleGrant", "User"]
