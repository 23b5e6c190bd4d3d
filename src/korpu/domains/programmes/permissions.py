"""What the programmes room lets people do; which role holds what is data of the jurisdiction."""

from korpu.kernel.texts import Text

PERMISSIONS = {
    "programmes.project.read": Text(
        az="Layihələri oxumaq", en="Read projects", ru="Читать проекты"
    ),
    "programmes.project.edit": Text(
        az="Layihələri tərtib etmək və dəyişmək",
        en="Write and change projects",
        ru="Составлять и изменять проекты",
    ),
    "programmes.approval.decide": Text(
        az="Büdcə dəyişikliklərini və göstəriciləri təsdiq etmək",
        en="Approve changes of budgets and figures",
        ru="Утверждать изменения бюджета и показатели",
    ),
    "programmes.comment.write": Text(
        az="Layihə üzrə daxili qeyd yazmaq",
        en="Write internal remarks on projects",
        ru="Писать внутренние заметки о проектах",
    ),
    "programmes.history.read": Text(
        az="Layihənin tarixçəsini oxumaq",
        en="Read the history of projects",
        ru="Читать историю проектов",
    ),
    "programmes.workbook.use": Text(
        az="Layihə məlumatlarını XLSX ilə çıxarmaq və daxil etmək",
        en="Take project data out and in as XLSX",
        ru="Выгружать и загружать данные проектов в XLSX",
    ),
    "programmes.project.publish": Text(
        az="Layihələri dərc etmək və dərcdən çıxarmaq",
        en="Publish and withdraw projects",
        ru="Публиковать проекты и снимать их с публикации",
    ),
}
