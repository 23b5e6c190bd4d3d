"""What the assistance room lets people do; which role holds what is data of the jurisdiction."""

from korpu.kernel.texts import Text

PERMISSIONS = {
    "assistance.referral.read": Text(
        az="Gəlmiş şəxslər üzrə müraciətləri oxumaq",
        en="Read referrals of people who arrived",
        ru="Читать направления прибывших",
    ),
    "assistance.plan.open": Text(
        az="Dəstək planı açmaq və ya müraciəti rədd etmək",
        en="Open support or decline a referral",
        ru="Открывать поддержку или отклонять направление",
    ),
    "assistance.plan.read": Text(
        az="Dəstək planlarını oxumaq", en="Read support plans", ru="Читать планы поддержки"
    ),
    "assistance.plan.propose": Text(
        az="Plan təklif etmək", en="Propose a plan", ru="Предлагать план"
    ),
    "assistance.screening.read": Text(
        az="Həssaslığın qiymətləndirilməsini oxumaq",
        en="Read vulnerability screenings",
        ru="Читать оценки уязвимости",
    ),
    "assistance.mentor.assign": Text(
        az="Mentor təyin etmək", en="Assign a mentor", ru="Назначать наставника"
    ),
    "assistance.delivery.record": Text(
        az="Çatdırılmanı qeydə almaq", en="Record a delivery", ru="Регистрировать выдачу"
    ),
    "assistance.delivery.confirm": Text(
        az="Çatdırılmanı təsdiq etmək", en="Confirm a delivery", ru="Подтверждать выдачу"
    ),
    "assistance.programme.read": Text(
        az="Proqram və tarifləri oxumaq",
        en="Read programmes and tariffs",
        ru="Читать программы и тарифы",
    ),
}
