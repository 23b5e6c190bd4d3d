"""What auditors read instead of the names of this room's tables."""

from korpu.kernel.texts import Text

# table: Azerbaijani, English, Russian
_WORDS = {
    "activity": ("Layihənin fəaliyyəti", "Activity of a project", "Мероприятие проекта"),
    "budget": ("Layihənin büdcəsi", "Budget of a project", "Бюджет проекта"),
    "budgetline": ("Büdcə sətri", "Budget line", "Строка бюджета"),
    "change": ("Layihənin tarixçəsi", "History of a project", "История проекта"),
    "claim": ("Mənbənin bildirdiyi", "What a source says", "Утверждение источника"),
    "comment": ("Layihə üzrə qeyd", "Remark on a project", "Заметка о проекте"),
    "component": ("Layihənin komponenti", "Component of a project", "Компонент проекта"),
    "indicator": ("Göstərici", "Indicator", "Показатель"),
    "instrument": ("Hüquqi sənəd", "Legal instrument", "Правовой документ"),
    "objective": ("Layihənin məqsədi", "Objective of a project", "Цель проекта"),
    "party": ("Layihədə təşkilat", "Organisation in a project", "Организация в проекте"),
    "period": ("Göstəricinin dövrü", "Period of an indicator", "Период показателя"),
    "project": ("Layihə", "Project", "Проект"),
    "projectdate": ("Layihənin tarixi", "Date of a project", "Дата проекта"),
    "projectinstrument": (
        "Layihənin əsaslandığı sənəd",
        "Instrument of a project",
        "Основание проекта",
    ),
    "projectoffice": ("Layihə ofisi", "Project office", "Офис проекта"),
    "result": ("Layihənin nəticəsi", "Result of a project", "Результат проекта"),
    "risk": ("Layihənin riski", "Risk of a project", "Риск проекта"),
    "figureproposal": (
        "Göstərici rəqəminin dəyişdirilməsi təklifi",
        "Proposed change of a figure",
        "Предложение об изменении показателя",
    ),
    "report": ("Donorlara hesabat", "Report to the donors", "Отчёт донорам"),
    "narrative": (
        "Hesabat bölməsinin mətni",
        "Words of a section of a report",
        "Текст раздела отчёта",
    ),
    "edition": ("Hesabatın buraxılışı", "Edition of a report", "Выпуск отчёта"),
    "editionfile": (
        "Hesabat buraxılışının faylı",
        "File of an edition",
        "Файл выпуска отчёта",
    ),
    "source": ("Mənbə", "Source", "Источник"),
    "split": ("Məbləğin hissəsi", "Part of an amount", "Часть суммы"),
    "transaction": ("Maliyyə əməliyyatı", "Transaction", "Финансовая операция"),
    "workbook": ("Yüklənmiş iş kitabı", "Workbook handed in", "Загруженная книга"),
}
_READ = {
    "programmes.portfolio": Text(
        az="Layihələr portfeli", en="Portfolio of projects", ru="Портфель проектов"
    ),
    "programmes.report": Text(az="Layihə hesabatı", en="Report on a project", ru="Отчёт о проекте"),
    "programmes.workbook": Text(
        az="Layihənin iş kitabı", en="Workbook of a project", ru="Книга проекта"
    ),
}
TRAIL_WORDS = _READ | {
    f"programmes_{table}": Text(az=az, en=en, ru=ru) for table, (az, en, ru) in _WORDS.items()
}
