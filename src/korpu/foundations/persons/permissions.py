"""What the persons room checks, registered for roles to be given."""

from korpu.kernel.access import register_permissions
from korpu.kernel.texts import Text

PERMISSIONS = {
    "persons.person.read": Text(
        az="Şəxsin işinə baxmaq", en="Read a person's file", ru="Просматривать дело лица"
    ),
    "persons.person.search": Text(az="Şəxs axtarmaq", en="Search for persons", ru="Искать лиц"),
    "persons.person.create": Text(
        az="Yeni şəxsi qeydə almaq", en="Register a new person", ru="Регистрировать новое лицо"
    ),
    "persons.person.change": Text(
        az="Şəxs barədə məlumat yazmaq",
        en="Record facts about a person",
        ru="Вносить сведения о лице",
    ),
    "persons.person.merge": Text(
        az="Eyni şəxsin qeydlərini birləşdirmək və ayırmaq",
        en="Merge records of one person and separate them again",
        ru="Объединять записи одного лица и разъединять их",
    ),
    "persons.hold.read": Text(
        az="Göndərməyə mane olan hallara baxmaq",
        en="Read holds of protection",
        ru="Просматривать обстоятельства, препятствующие отправке",
    ),
    "persons.hold.record": Text(
        az="Göndərməyə mane olan halları yazmaq",
        en="Record and end holds of protection",
        ru="Вносить и снимать обстоятельства, препятствующие отправке",
    ),
}


def register() -> None:
    register_permissions(PERMISSIONS)
