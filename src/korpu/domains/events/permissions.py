"""What the events room lets people do; which role holds what is data of the jurisdiction."""

from korpu.kernel.texts import Text

READ = "events.event.read"
KEEP = "events.event.keep"
ANNOUNCE = "events.event.announce"
PARTICIPANTS = "events.participant.keep"
ISSUE = "events.certificate.issue"
REVOKE = "events.certificate.revoke"
FIGURES = "events.figures.read"

PERMISSIONS = {
    READ: Text(az="Tədbirləri oxumaq", en="Read events", ru="Читать мероприятия"),
    KEEP: Text(
        az="Tədbirləri hazırlamaq və dəyişmək",
        en="Prepare and change events",
        ru="Готовить и изменять мероприятия",
    ),
    ANNOUNCE: Text(
        az="Tədbiri elan etmək və ya ləğv etmək",
        en="Announce an event or call it off",
        ru="Объявлять и отменять мероприятия",
    ),
    PARTICIPANTS: Text(
        az="İştirakçıların siyahısını və davamiyyəti aparmaq",
        en="Keep the list of participants and attendance",
        ru="Вести список участников и посещаемость",
    ),
    ISSUE: Text(
        az="İştirak sertifikatı vermək",
        en="Issue certificates of attendance",
        ru="Выдавать сертификаты об участии",
    ),
    REVOKE: Text(
        az="Sertifikatı ləğv etmək",
        en="Revoke a certificate",
        ru="Аннулировать сертификат",
    ),
    FIGURES: Text(
        az="Tədbirlər üzrə göstəriciləri oxumaq",
        en="Read the figures of events",
        ru="Читать показатели мероприятий",
    ),
}
