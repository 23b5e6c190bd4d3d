"""What may be done in statistics; who may is the jurisdiction's roles."""

from korpu.kernel.texts import Text

PERMISSIONS = {
    "statistics.extract.read": Text(
        az="Toplanmış çıxarışların siyahısını görmək",
        en="See which extracts have been collected",
        ru="Просматривать собранные выгрузки",
    ),
    "statistics.extract.collect": Text(
        az="Bölmələrin çıxarışlarını toplamaq",
        en="Collect the extracts of the rooms",
        ru="Собирать выгрузки разделов",
    ),
    "statistics.run.read": Text(
        az="Hesablamaları və onların nəticələrini görmək",
        en="See the runs and what they counted",
        ru="Просматривать расчёты и их результаты",
    ),
    "statistics.run.create": Text(
        az="Göstəricini hesablamaq və dərc üçün hazırlamaq",
        en="Run a measure and prepare its release",
        ru="Рассчитывать показатель и готовить его публикацию",
    ),
    "statistics.release.approve": Text(
        az="Dərci təsdiq və ya ləğv etmək",
        en="Approve a release or discard it",
        ru="Утверждать или отклонять публикацию",
    ),
    "statistics.release.publish": Text(
        az="Təsdiqlənmiş göstəriciləri dərc etmək",
        en="Publish an approved release",
        ru="Публиковать утверждённые данные",
    ),
    "statistics.dataset.import": Text(
        az="Başqa qurumların açıq cədvəllərini yükləmək",
        en="Load public tables of other bodies",
        ru="Загружать открытые таблицы других организаций",
    ),
}
