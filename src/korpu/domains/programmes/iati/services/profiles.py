"""What the standard asks of a project beyond its own record."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from korpu.domains.programmes.iati.models import Profile
from korpu.domains.programmes.iati.reporting import reporting
from korpu.domains.programmes.models import Project
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import Conflict, InvalidInput
from korpu.kernel.texts import Text

EDIT = "programmes.project.edit"
TAKEN = Text(
    az="Bu identifikator başqa layihənindir. Başqasını yazın.",
    en="This identifier belongs to another project. Write another one.",
    ru="Этот идентификатор принадлежит другому проекту. Укажите другой.",
)
CHANGED = Text(
    az="Siz açandan sonra başqası bu məlumatları dəyişib.",
    en="Somebody changed these details since you opened them.",
    ru="Кто-то изменил эти данные после того, как вы их открыли.",
)
LOOK_AGAIN = Text(
    az="Səhifəni yenidən açın, indiki məlumatlara baxın və öz dəyişikliyinizi təkrar edin.",
    en="Open the page again, look at what stands there now and make your change again.",
    ru="Откройте страницу снова, посмотрите текущие данные и внесите изменение ещё раз.",
)


@transaction.atomic
def change_profile(
    *, project: Project, values: Mapping[str, str], revision: int, actor: Actor, at: datetime
) -> Profile:
    """Change identifier, sector and country of a project's record.

    Args:
        project: whose record.
        values: ``identifier``, ``sector``, ``country``; empty: the jurisdiction's.
        revision: of the details when they were opened.
        actor: who changes.
        at: when; the trail keeps it.

    Raises:
        NotPermitted: the actor does not keep this project.
        Conflict: somebody changed them since.
        InvalidInput: the identifier belongs to another project.
    """
    del at
    actor.check(EDIT, compartment_id=project.compartment_id)
    profile, _ = Profile.objects.select_for_update(of=("self",)).get_or_create(project=project)
    if profile.revision != revision:
        raise Conflict(CHANGED, LOOK_AGAIN)
    _refuse_taken(values.get("identifier", ""), project)
    for name, value in values.items():
        setattr(profile, name, value)
    profile.revision += 1
    profile.save()
    return profile


def _refuse_taken(identifier: str, project: Project) -> None:
    if not identifier:
        return
    given = Profile.objects.filter(identifier=identifier).exclude(project=project).exists()
    prefix = reporting().identifier_of("")
    made = (
        identifier.startswith(prefix)
        and Project.objects.filter(code__iexact=identifier.removeprefix(prefix))
        .exclude(pk=project.pk)
        .exists()
    )
    if given or made:
        raise InvalidInput(TAKEN, fields={"identifier": TAKEN})
