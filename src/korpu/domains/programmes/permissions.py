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
    "programmes.project.publish": Text(
        az="Layihələri dərc etmək və dərcdən çıxarmaq",
        en="Publish and withdraw projects",
        ru="Публиковать проекты и снимать их с публикации",
    ),
}
