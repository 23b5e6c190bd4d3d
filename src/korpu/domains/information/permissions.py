"""What the information room lets people do; which role holds what is data of the jurisdiction."""

from korpu.kernel.texts import Text

READ = "information.publication.read"
EDIT = "information.publication.edit"
APPROVE = "information.publication.approve"
DISTRIBUTE = "information.distribution.record"
FOLLOW = "information.recommendation.follow"

PERMISSIONS = {
    READ: Text(
        az="Nəşrləri, tirajı və tövsiyələri görmək",
        en="See publications, copies and recommendations",
        ru="Просматривать издания, тиражи и рекомендации",
    ),
    EDIT: Text(
        az="Nəşr hazırlamaq və fayllarını yükləmək",
        en="Prepare publications and upload their files",
        ru="Готовить издания и загружать их файлы",
    ),
    APPROVE: Text(
        az="Nəşri təsdiqləmək, dərc etmək və geri götürmək",
        en="Approve, publish and withdraw publications",
        ru="Утверждать, публиковать и отзывать издания",
    ),
    DISTRIBUTE: Text(
        az="Nüsxələrin paylanmasını qeydə almaq",
        en="Record the distribution of copies",
        ru="Регистрировать распространение экземпляров",
    ),
    FOLLOW: Text(
        az="Tövsiyələrin icrasını izləmək",
        en="Follow up recommendations",
        ru="Отслеживать выполнение рекомендаций",
    ),
}
