"""The certificate as a document."""

from pathlib import Path
from typing import cast

from django.urls import reverse

from korpu.domains.events.declarations import event_rules
from korpu.domains.events.models import Certificate
from korpu.domains.events.qr import qr_file
from korpu.domains.events.tables import days
from korpu.foundations.ui.languages import speak
from korpu.foundations.ui.pdf import render
from korpu.kernel.texts import Language, Text

TEMPLATE = Path(__file__).parent / "typst" / "certificate.typ"
WORDS = {
    "heading": Text(az="İştirak sertifikatı", en="Certificate of attendance", ru="Сертификат"),
    "confirms": Text(
        az="Bununla təsdiq edilir ki,",
        en="This is to confirm that",
        ru="Настоящим подтверждается, что",
    ),
    "attended": Text(
        az="aşağıdakı tədbirdə iştirak edib:",
        en="attended",
        ru="принял(а) участие в мероприятии:",
    ),
    "hours": Text(az="Saatların sayı:", en="Hours attended:", ru="Количество часов:"),
    "days": Text(az="Günlər:", en="Days:", ru="Дни:"),
    "number": Text(az="Nömrə:", en="Number:", ru="Номер:"),
    "issued": Text(az="Verilmə tarixi:", en="Issued on:", ru="Дата выдачи:"),
    "check": Text(
        az="Sertifikatın həqiqiliyini bu ünvanda yoxlayın:",
        en="Check that this certificate is genuine at:",
        ru="Проверьте подлинность сертификата по адресу:",
    ),
    "qr": Text(
        az="Yoxlama səhifəsinin QR kodu",
        en="QR code of the page that checks it",
        ru="QR-код страницы проверки",
    ),
    "fictional": Text(
        az="Nümunə: uydurulmuş tədbir və şəxs",
        en="Specimen: event and person are made up",
        ru="Образец: мероприятие и лицо вымышлены",
    ),
}


def certificate_pdf(certificate: Certificate, *, site: str) -> bytes:
    """A tagged PDF (PDF/UA-1) in the certificate's language; always the same bytes."""
    language = cast("Language", certificate.language)
    where = check_address(site, certificate.number)
    event = certificate.event
    with speak(language):
        data = {
            "words": {name: text.in_language(language) for name, text in WORDS.items()},
            "issuer": event_rules().issuer.in_language(language),
            "holder": certificate.holder,
            "event": event.title.in_language(language),
            "kind": str(event.get_kind_display()),
            "days": str(days(event)),
            "hours": certificate.hours,
            "number": certificate.number,
            "issued_on": certificate.issued_on,
            "address": where,
            "qr": qr_file(where),
            "is_fictional": event.is_fictional,
        }
    return render(TEMPLATE, data, language, at=certificate.issued_at)


def check_address(site: str, number: str) -> str:
    """Where anybody checks a certificate."""
    return site.rstrip("/") + reverse("events:check", args=(number,))
