"""What people may do with accounts."""

from korpu.kernel.texts import Text

PERMISSIONS = {
    "accounts.user.read": Text(
        az="Hesabların siyahısını və rollarını görmək",
        en="See the accounts and their roles",
        ru="Просматривать учётные записи и их роли",
    ),
    "accounts.user.invite": Text(
        az="Yeni hesab açmaq və dəvət göndərmək",
        en="Make an account and send the invitation",
        ru="Создавать учётные записи и отправлять приглашения",
    ),
    "accounts.user.withdraw": Text(
        az="Hesabı bağlamaq və bərpa etmək",
        en="Withdraw an account and restore it",
        ru="Закрывать и восстанавливать учётные записи",
    ),
    "accounts.role.grant": Text(
        az="Rol vermək və geri almaq",
        en="Grant a role and take it back",
        ru="Назначать и отзывать роли",
    ),
    "accounts.deputyship.arrange": Text(
        az="Əvəzetmə təyin etmək",
        en="Arrange who stands in for whom",
        ru="Назначать замещение",
    ),
    "accounts.session.end": Text(
        az="Başqasının seanslarını bitirmək",
        en="End another person's sessions",
        ru="Завершать сеансы другого пользователя",
    ),
}
