"""What people may do with the trail."""

from korpu.kernel.texts import Text

PERMISSIONS = {
    "audit.event.read": Text(
        az="Audit izini oxumaq",
        en="Read the audit trail",
        ru="Читать журнал аудита",
    ),
    "audit.chain.verify": Text(
        az="Audit zəncirini yoxlamaq",
        en="Verify the audit chain",
        ru="Проверять цепочку аудита",
    ),
    "audit.trail.export": Text(
        az="Audit izini fayl kimi çıxarmaq",
        en="Take the audit trail out as a file",
        ru="Выгружать журнал аудита",
    ),
}
