"""The row lock under which a case changes."""

from korpu.foundations.casework import sentences
from korpu.foundations.casework.models import Case
from korpu.kernel.errors import NotFound


def lock_case(case: Case) -> Case:
    """The case as it stands now, locked until the transaction ends.

    Raises:
        NotFound: the actor of the transaction cannot see it.
    """
    locked = Case.objects.select_for_update(of=("self",)).filter(pk=case.pk).first()
    if locked is None:
        raise NotFound(sentences.NO_SUCH_CASE, sentences.NO_SUCH_CASE_DETAIL)
    return locked
