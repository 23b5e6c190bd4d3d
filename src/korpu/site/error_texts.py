"""What a reader is told about an error that has no sentence of its own."""

from korpu.kernel.texts import Text

STALE_FORM = (
    Text(
        az="Formanın müddəti bitib.",
        en="The form has expired.",
        ru="Срок действия формы истёк.",
    ),
    Text(
        az="Geri qayıdın, səhifəni yeniləyin və formanı yenidən göndərin. Brauzerinizdə "
        "kukilərə icazə verildiyinə əmin olun.",
        en="Go back, reload the page and send the form again. Make sure your browser accepts "
        "cookies.",
        ru="Вернитесь назад, обновите страницу и отправьте форму ещё раз. Убедитесь, что ваш "
        "браузер принимает файлы cookie.",
    ),
)
_INVALID = (
    Text(az="Sorğu anlaşılmadı.", en="The request was not understood.", ru="Запрос не понят."),
    Text(
        az="Ünvanı yoxlayın və ya əvvəlki səhifəyə qayıdıb yenidən cəhd edin.",
        en="Check the address, or go back to the previous page and try again.",
        ru="Проверьте адрес или вернитесь на предыдущую страницу и попробуйте снова.",
    ),
)
_FORBIDDEN = (
    Text(
        az="Bu səhifəyə girişiniz yoxdur.",
        en="You may not see this page.",
        ru="У вас нет доступа к этой странице.",
    ),
    Text(
        az="Bu sizin işinizə aiddirsə, idarənizin inzibatçısına müraciət edin.",
        en="If it belongs to your work, ask the administrator of your office.",
        ru="Если это относится к вашей работе, обратитесь к администратору вашего ведомства.",
    ),
)
_NOT_FOUND = (
    Text(az="Səhifə tapılmadı.", en="Page not found.", ru="Страница не найдена."),
    Text(
        az="Ünvanı yoxlayın. Səhifə köçürülmüş və ya sizin üçün açıq olmaya bilər.",
        en="Check the address. The page may have moved, or may not be open to you.",
        ru="Проверьте адрес. Возможно, страница перемещена или недоступна для вас.",
    ),
)
_TOO_LARGE = (
    Text(
        az="Göndərilən məlumat həddən artıq böyükdür.",
        en="What you sent is too large.",
        ru="Отправленные данные слишком велики.",
    ),
    Text(
        az="Faylları kiçildin və ya hissə-hissə göndərin.",
        en="Make the files smaller, or send them one by one.",
        ru="Уменьшите файлы или отправьте их по одному.",
    ),
)
_TOO_MANY = (
    Text(az="Həddən artıq cəhd edildi.", en="Too many attempts.", ru="Слишком много попыток."),
    Text(
        az="Bir müddət gözləyin və yenidən cəhd edin.",
        en="Wait a while and try again.",
        ru="Подождите некоторое время и попробуйте снова.",
    ),
)
_UNAVAILABLE = (
    Text(
        az="Xidmət hazırda cavab vermir.",
        en="The service does not answer at the moment.",
        ru="Сервис сейчас не отвечает.",
    ),
    Text(
        az="Bir az sonra yenidən cəhd edin. Yadda saxladıqlarınız itməyib.",
        en="Try again in a moment. Nothing you saved is lost.",
        ru="Попробуйте ещё раз чуть позже. Сохранённые данные не потеряны.",
    ),
)
_UNFORESEEN = (
    Text(
        az="Xidmətdə xəta baş verdi.",
        en="Something went wrong in the service.",
        ru="В сервисе произошла ошибка.",
    ),
    Text(
        az="Dəyişiklik yadda saxlanılmadı. Yenidən cəhd edin; təkrar olarsa, texniki dəstəyə "
        "vaxtı bildirin.",
        en="Your change was not saved. Try again; if it happens again, tell support the time.",
        ru="Изменение не сохранено. Попробуйте ещё раз; если ошибка повторится, сообщите время "
        "в службу поддержки.",
    ),
)
_BY_STATUS = {
    400: _INVALID,
    403: _FORBIDDEN,
    404: _NOT_FOUND,
    413: _TOO_LARGE,
    429: _TOO_MANY,
    503: _UNAVAILABLE,
}


def of(status: int) -> tuple[Text, Text]:
    """What happened, and what to do, for a status of HTTP."""
    return _BY_STATUS.get(status, _UNFORESEEN)
