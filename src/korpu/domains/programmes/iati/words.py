"""What auditors read instead of the names of these tables."""

from korpu.kernel.texts import Text

TRAIL_WORDS = {
    "programmes_iati_reporteridentifier": Text(
        az="Hesabat verən təşkilatın IATI identifikatoru",
        en="IATI identifier of the reporting organisation",
        ru="Идентификатор отчитывающейся организации в IATI",
    ),
    "programmes_iati_profile": Text(
        az="Layihənin IATI məlumatları", en="IATI details of a project", ru="Данные IATI проекта"
    ),
    "programmes_iati_publishedrecord": Text(
        az="Dərc edilmiş IATI qeydi", en="Published IATI record", ru="Опубликованная запись IATI"
    ),
    "programmes_iati_importedfile": Text(
        az="Gətirilmiş IATI faylı", en="Imported IATI file", ru="Загруженный файл IATI"
    ),
}
