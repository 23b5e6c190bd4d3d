"""What people may do with the law."""

from korpu.kernel.texts import Text

PERMISSIONS = {
    "law.change.read": Text(
        az="Qanun dəyişikliklərini və onların nəticələrini görmək",
        en="See changes of the law and what they lead to",
        ru="Видеть изменения закона и их последствия",
    ),
    "law.change.draft": Text(
        az="Qanun dəyişikliyinin layihəsini hazırlamaq",
        en="Draft a change of the law",
        ru="Готовить проект изменения закона",
    ),
    "law.change.publish": Text(
        az="Başqasının hazırladığı qanun dəyişikliyini qüvvəyə mindirmək və ya geri götürmək",
        en="Publish or withdraw a change of the law that somebody else drafted",
        ru="Вводить в действие или отзывать изменение закона, подготовленное другим",
    ),
}
