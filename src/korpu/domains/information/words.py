"""What auditors read instead of the names of this room's tables."""

from korpu.kernel.texts import Text

# table: Azerbaijani, English, Russian
_WORDS = {
    "distribution": ("Nüsxələrin paylanması", "Copies given out", "Выдача экземпляров"),
    "edition": ("Nəşrin buraxılışı", "Edition of a publication", "Выпуск издания"),
    "editionfile": ("Buraxılışın faylı", "File of an edition", "Файл выпуска"),
    "publication": ("Nəşr", "Publication", "Издание"),
    "recommendation": ("Tövsiyə", "Recommendation", "Рекомендация"),
    "recommendationstep": (
        "Tövsiyə üzrə hesabat",
        "Report on a recommendation",
        "Отчёт о рекомендации",
    ),
    "series": ("Nəşr seriyası", "Series of publications", "Серия изданий"),
}
TRAIL_WORDS = {
    f"information_{table}": Text(az=az, en=en, ru=ru) for table, (az, en, ru) in _WORDS.items()
}
