"""What people may do with outgoing mail."""

from korpu.kernel.texts import Text

PERMISSIONS = {
    "mail.message.read": Text(
        az="Göndərilən elektron məktubların vəziyyətini görmək",
        en="See the state of outgoing mail",
        ru="Просматривать состояние исходящей электронной почты",
    ),
    "mail.message.resend": Text(
        az="Elektron məktubu yenidən göndərmək və ya ləğv etmək",
        en="Send an e-mail again or give it up",
        ru="Отправлять электронное письмо повторно или отменять его",
    ),
}
