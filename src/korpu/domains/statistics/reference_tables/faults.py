"""What can be wrong with a file, each in a sentence that says where and what to do."""

from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

_NOTHING_LOADED = Text(az="Heç nə yüklənmədi.", en="Nothing was loaded.", ru="Ничего не загружено.")


def refuse(
    what: Text, *, line: int | None = None, column: str = "", **values: object
) -> InvalidInput:
    """The error for a file; ``line`` counts from 1 with the header as line 1."""
    place = Text(az="", en="", ru="")
    if line is not None and column:
        place = _LINE_AND_COLUMN.format(line=line, column=column)
    elif line is not None:
        place = _LINE.format(line=line)
    return InvalidInput(
        Text(az="{place}{what}", en="{place}{what}", ru="{place}{what}").format(
            place=place, what=what.format(**values)
        ),
        _NOTHING_LOADED,
        facts={"line": line, "column": column},
    )


_LINE = Text(az="Sətir {line}: ", en="Line {line}: ", ru="Строка {line}: ")
_LINE_AND_COLUMN = Text(
    az="Sətir {line}, sütun “{column}”: ",
    en="Line {line}, column “{column}”: ",
    ru="Строка {line}, столбец «{column}»: ",
)

EMPTY = Text(az="fayl boşdur.", en="the file is empty.", ru="файл пуст.")
NOT_UTF8 = Text(
    az=(
        "fayl UTF-8 kodlaşdırmasında deyil, çox güman ki, {guess}. "
        "Onu UTF-8 kimi saxlayıb yenidən yükləyin."
    ),
    en=(
        "the file is not encoded in UTF-8 but probably in {guess}. Save it as UTF-8 and load it "
        "again."
    ),
    ru=(
        "файл не в кодировке UTF-8, а, вероятно, в {guess}. Сохраните его в UTF-8 и загрузите "
        "снова."
    ),
)
CUT_OFF = Text(
    az="fayl burada kəsilir. Onu mənbədən yenidən endirin.",
    en="the file breaks off here. Download it again from the source.",
    ru="файл здесь обрывается. Скачайте его из источника заново.",
)
FIELDS = Text(
    az="{wanted} xana gözlənilir, {found} xana var.",
    en="{wanted} cells are expected, there are {found}.",
    ru="ожидается ячеек: {wanted}, найдено: {found}.",
)
COLUMNS = Text(
    az="sütunlar bu cədvəlin sütunları deyil. Çatışmayan: {missing}. Artıq: {extra}.",
    en="the columns are not those of this table. Missing: {missing}. Not expected: {extra}.",
    ru="столбцы не соответствуют этой таблице. Не хватает: {missing}. Лишние: {extra}.",
)
ORDER = Text(
    az="sütunlar başqa ardıcıllıqdadır və ya təkrarlanır.",
    en="the columns stand in another order or are repeated.",
    ru="столбцы идут в другом порядке или повторяются.",
)
NOT_A_YEAR = Text(
    az="il gözlənilir (məsələn, 2024).",
    en="a year is expected, such as 2024.",
    ru="ожидается год, например 2024.",
)
NOT_A_COUNT = Text(
    az="tam ədəd və ya boş xana gözlənilir.",
    en="a whole number or an empty cell is expected.",
    ru="ожидается целое число или пустая ячейка.",
)
TOO_LARGE = Text(
    az="ədəd həddindən artıq böyükdür.",
    en="the number is too large.",
    ru="число слишком велико.",
)
UNROUNDED = Text(
    az=(
        "mənbə {smallest}-dən kiçik saylar dərc etmir; bu fayl dərc olunmuş cədvəl deyil. "
        "Dərc olunmuş faylı endirin."
    ),
    en=(
        "the source publishes no count smaller than {smallest}; this is not the table as "
        "published. Download the published file."
    ),
    ru=(
        "источник не публикует значений меньше {smallest}; это не опубликованная таблица. "
        "Скачайте опубликованный файл."
    ),
)
NOT_A_COUNTRY = Text(
    az="üç hərfli ölkə kodu gözlənilir (ISO 3166-1).",
    en="a country code of three letters is expected (ISO 3166-1).",
    ru="ожидается трёхбуквенный код страны (ISO 3166-1).",
)
MISSING = Text(az="dəyər boş ola bilməz.", en="a value is required.", ru="значение обязательно.")
TOO_LONG = Text(az="mətn çox uzundur.", en="the text is too long.", ru="текст слишком длинный.")
CONTROL = Text(
    az="mətndə görünməyən işarə var.",
    en="the text holds an invisible character.",
    ru="в тексте есть невидимый символ.",
)
TWICE = Text(
    az="bu sətir {first}-ci sətri təkrarlayır.",
    en="this row repeats that of line {first}.",
    ru="эта строка повторяет строку {first}.",
)
NOT_CSV = Text(
    az="CSV kimi oxunmur (dırnaqlar uyğun gəlmir).",
    en="it cannot be read as CSV: the quotation marks do not match.",
    ru="не читается как CSV: не совпадают кавычки.",
)
NOT_PARQUET = Text(
    az="fayl Parquet kimi oxunmur.",
    en="the file cannot be read as Parquet.",
    ru="файл не читается как Parquet.",
)
NO_ROWS = Text(
    az="faylda başlıqdan başqa heç nə yoxdur.",
    en="there is nothing below the header.",
    ru="под заголовком ничего нет.",
)
