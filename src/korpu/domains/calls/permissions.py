"""What the calls room lets people do; which role holds what is data of the jurisdiction."""

from korpu.kernel.texts import Text

PERMISSIONS = {
    "calls.call.read": Text(
        az="Müsabiqələri və onların gedişini oxumaq",
        en="Read calls for proposals and how they run",
        ru="Читать конкурсы и их ход",
    ),
    "calls.call.edit": Text(
        az="Müsabiqə hazırlamaq, düzəliş etmək və suallara cavab vermək",
        en="Draft and correct calls, answer questions",
        ru="Готовить и исправлять конкурсы, отвечать на вопросы",
    ),
    "calls.call.publish": Text(
        az="Müsabiqəni elan etmək və ya ləğv etmək",
        en="Publish a call or call it off",
        ru="Объявлять и отменять конкурс",
    ),
    "calls.application.read": Text(
        az="Təqdim edilmiş təklifləri oxumaq",
        en="Read submitted applications",
        ru="Читать поданные заявки",
    ),
    "calls.eligibility.decide": Text(
        az="Təkliflərin uyğunluğunu yoxlamaq",
        en="Check whether applications are eligible",
        ru="Проверять допустимость заявок",
    ),
    "calls.assessor.appoint": Text(
        az="Qiymətləndiriciləri təyin etmək və balları açmaq",
        en="Appoint assessors and reveal scores",
        ru="Назначать оценщиков и раскрывать баллы",
    ),
    "calls.assessment.score": Text(
        az="Təklifləri qiymətləndirmək", en="Score applications", ru="Оценивать заявки"
    ),
    "calls.decision.propose": Text(
        az="Təkliflər üzrə qərar təklif etmək",
        en="Propose decisions on applications",
        ru="Предлагать решения по заявкам",
    ),
    "calls.decision.approve": Text(
        az="Təkliflər və etirazlar üzrə qərar vermək",
        en="Decide on applications and objections",
        ru="Принимать решения по заявкам и возражениям",
    ),
    "calls.contract.sign": Text(
        az="Təşkilatlarla müqavilə bağlamaq və ona xitam vermək",
        en="Sign and end contracts with organisations",
        ru="Заключать и прекращать договоры с организациями",
    ),
}
