from django.apps import AppConfig

from korpu.foundations.audit.permissions import PERMISSIONS
from korpu.foundations.ui.navigation import NavItem, register
from korpu.kernel.access import register_permissions
from korpu.kernel.texts import Text


class AuditConfig(AppConfig):
    name = "korpu.foundations.audit"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_permissions(PERMISSIONS)
        trail = Text(az="Audit izi", en="Audit trail", ru="Журнал аудита")
        chain = Text(az="Audit zənciri", en="Audit chain", ru="Цепочка аудита")
        register(
            NavItem(
                trail,
                "audit-events",
                "audit.event.read",
                order=90,
                about=Text(
                    az="Kimin nəyi və nə vaxt oxuduğu, dəyişdiyi, nədən imtina aldığı.",
                    en="Who read, changed or was refused what, and when.",
                    ru="Кто, что и когда читал, менял или получил отказ.",
                ),
            )
        )
        register(
            NavItem(
                chain,
                "audit-chain",
                "audit.event.read",
                order=91,
                about=Text(
                    az="İzdə heç nəyin dəyişdirilmədiyinin sübutu.",
                    en="Proof that nothing in the trail was altered.",
                    ru="Доказательство того, что журнал не изменён.",
                ),
            )
        )
