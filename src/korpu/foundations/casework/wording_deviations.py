"""What casework says about acts recorded out of their place, in every language."""

from collections.abc import Sequence

from korpu.kernel.texts import Text

DOCUMENT = Text(
    az="Kənarlaşmanı təsdiq edən sənəd: {act}",
    en="Document of a deviation: {act}",
    ru="Документ об отклонении: {act}",
)
ASKED_ALREADY = Text(
    az="Bu hərəkət üçün artıq icazə istənilib; qərarı gözləyin.",
    en="Leave for this act is asked for already; wait for the decision.",
    ru="Разрешение на это действие уже запрошено; дождитесь решения.",
)
DECIDED_ALREADY = Text(
    az="Bu müraciət üzrə artıq qərar verilib.",
    en="This request has been decided already.",
    ru="По этому запросу решение уже принято.",
)
MOVED_ON = Text(
    az="Müraciətdən sonra iş üzrə başqa hərəkət edilib; icazə yenidən istənilməlidir.",
    en="The case has moved on since it was asked; leave must be asked for again.",
    ru="После запроса по делу выполнено другое действие; разрешение нужно запросить заново.",
)
TWO_PEOPLE = Text(
    az="Kənarlaşmaya onu istəyən deyil, başqa əməkdaş icazə verir.",
    en="Somebody other than the person who asked decides on a deviation.",
    ru="Решение об отклонении принимает не тот, кто его запросил.",
)
DAY_OF_LEAVE = Text(
    az="İcazə {day} tarixi üçün verilib.",
    en="Leave was given for {day}.",
    ru="Разрешение дано на {day}.",
)
TOLD_ASKED = Text(
    az="{number} nömrəli iş üzrə prosedurdan kənarlaşmaya icazə istənilir.",
    en="Leave for a deviation is asked for in case {number}.",
    ru="По делу {number} запрошено разрешение на отклонение от процедуры.",
)
TOLD_DECIDED = Text(
    az="{number} nömrəli iş üzrə kənarlaşma barədə qərar verildi.",
    en="The deviation in case {number} has been decided on.",
    ru="По делу {number} принято решение об отклонении.",
)
STATES = {
    "asked": Text(az="Qərar gözlənilir", en="Awaiting a decision", ru="Ожидает решения"),
    "allowed": Text(az="İcazə verilib", en="Allowed", ru="Разрешено"),
    "refused": Text(az="İcazə verilməyib", en="Not allowed", ru="Не разрешено"),
    "used": Text(az="Qeydə alınıb", en="Recorded", ru="Записано"),
    "void": Text(az="Qüvvədən düşüb", en="No longer counts", ru="Утратило силу"),
}
LEFT_OUT = Text(
    az="Buraxılan addımlar: {steps}.",
    en="Steps left out: {steps}.",
    ru="Пропущенные шаги: {steps}.",
)
BY_LEAVE = Text(
    az="Prosedurdan kənarlaşma kimi; icazə verən: {name}",
    en="As a deviation from the procedure; allowed by {name}",
    ru="Как отклонение от процедуры; разрешение дал(а): {name}",
)


def left_out(steps: Sequence[Text]) -> Text:
    """The sentence that names the steps a deviation leaves out."""
    return LEFT_OUT.format(
        steps=Text(
            az=", ".join(step.az for step in steps),
            en=", ".join(step.en for step in steps),
            ru=", ".join(step.ru for step in steps),
        )
    )
