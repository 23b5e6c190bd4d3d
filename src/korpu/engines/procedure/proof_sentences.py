"""What a proof finds, in words."""

from korpu.kernel.texts import Text

NO_OPENING = Text(
    az="İşi açan hərəkət yoxdur.",
    en="No act opens a case.",
    ru="Нет действия, открывающего дело.",
)
NOBODY = Text(
    az="“{act}” hərəkətini heç kim edə bilməz: rol göstərilməyib.",
    en="Nobody may do “{act}”: it names no role.",
    ru="Действие «{act}» никто не может совершить: роль не указана.",
)
NO_REASONS = Text(
    az="“{act}” imtinadır, lakin əsaslandırma tələb etmir.",
    en="“{act}” refuses, but asks for no reasons.",
    ru="«{act}» — отказ, но обоснование не требуется.",
)
NO_REMEDY = Text(
    az="“{act}” imtinadır, lakin şikayət yolu göstərilməyib.",
    en="“{act}” refuses, but names no remedy.",
    ru="«{act}» — отказ, но порядок обжалования не указан.",
)
NO_ROLE = Text(
    az="“{role}” rolu mövcud deyil.",
    en="There is no role “{role}”.",
    ru="Роли «{role}» не существует.",
)
NO_OUTCOME = Text(
    az="“{deadline}” qanuni müddətinin keçməsinin nəticəsi göstərilməyib.",
    en="The statutory term “{deadline}” has no outcome when it passes.",
    ru="Для законного срока «{deadline}» не указано последствие его истечения.",
)
DISCRETION = Text(
    az="“{deadline}” müddəti insanın qərarı olan “{act}” hərəkətini təklif edir.",
    en="The term “{deadline}” proposes “{act}”, which is for a person to decide.",
    ru="Срок «{deadline}» предлагает действие «{act}», решение о котором принимает человек.",
)
UNREACHABLE = Text(
    az="“{status}” statusuna heç bir yol aparmır.",
    en="No way leads to the status “{status}”.",
    ru="В статус «{status}» не ведёт ни один путь.",
)
DEAD = Text(
    az="“{act}” hərəkəti heç vaxt mümkün olmur.",
    en="“{act}” never becomes possible.",
    ru="Действие «{act}» никогда не становится возможным.",
)
STRANDED = Text(
    az="“{act}” geri qaytarır, lakin qayıdılası status yoxdur.",
    en="“{act}” goes back, but there is nothing to go back to.",
    ru="«{act}» возвращает назад, но возвращаться некуда.",
)
NO_END = Text(
    az="“{status}” statusundan işin sonuna heç bir yol yoxdur.",
    en="From “{status}” no way leads to an end.",
    ru="Из статуса «{status}» нет пути к завершению дела.",
)
TRAPPED = Text(
    az="“{status}” statusunda kənar məlumat gəlmədikcə iş heç vaxt bitə bilməz.",
    en="In “{status}” the case can never end unless a fact from outside arrives.",
    ru="В статусе «{status}» дело не может завершиться, пока не поступят внешние сведения.",
)
UNOWNED = Text(
    az="“{status}” statusunda işi heç kim və heç bir müddət gözləmir.",
    en="In “{status}” neither a person nor a term waits for the case.",
    ru="В статусе «{status}» за дело никто не отвечает и ни один срок не течёт.",
)
DONE = Text(
    az="  {number}. “{act}” → {status}",
    en="  {number}. “{act}” → {status}",
    ru="  {number}. «{act}» → {status}",
)
TIME = Text(
    az="  {number}. “{deadline}” müddəti keçir",
    en="  {number}. the term “{deadline}” passes",
    ru="  {number}. истекает срок «{deadline}»",
)
NO_TERM = Text(
    az="“{act}” imtinadır, lakin şikayət müddəti göstərilməyib.",
    en="“{act}” refuses, but its remedy names no term.",
    ru="«{act}» — отказ, но срок обжалования не указан.",
)
GAP = Text(
    az="“{table}” cədvəli bu hal üçün heç nə demir: {case}.",
    en="The table “{table}” says nothing for: {case}.",
    ru="Таблица «{table}» ничего не говорит для случая: {case}.",
)
OVERLAP = Text(
    az="“{table}” cədvəlində bu hala birdən çox sətir uyğundur: {case}.",
    en="In the table “{table}” more than one row fits: {case}.",
    ru="В таблице «{table}» подходит более одной строки: {case}.",
)
POWERLESS = Text(
    az="“{role}” rolu “{act}” hərəkətini edə bilər, lakin işin səhifəsini aça bilmir.",
    en="The role “{role}” may do “{act}”, but may not open the page of a case.",
    ru="Роль «{role}» может совершить «{act}», но не может открыть страницу дела.",
)
UNITED = Text(
    az="Bir nəfər bu vəzifələrin hamısını birləşdirə bilər: {duties}.",
    en="One person may unite these duties: {duties}.",
    ru="Один человек может совместить эти обязанности: {duties}.",
)
HERSELF = Text(az="{step} (həmin şəxs)", en="{step} (that person)", ru="{step} (то же лицо)")
UNANSWERED = Text(
    az="“{wait}” sorğusuna cavabı heç kim gözləmir: cavab verən rol göstərilməyib.",
    en="Nobody answers “{wait}”: it names no role.",
    ru="На запрос «{wait}» никто не отвечает: роль не указана.",
)
