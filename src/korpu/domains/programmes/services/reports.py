"""Writing, reviewing and issuing reports to the donors."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.programmes.documents import Document, digest, fingerprint, printed
from korpu.domains.programmes.enums import NarrativeState, ReportSection
from korpu.domains.programmes.models import Edition, EditionFile, Narrative, Project, Report
from korpu.domains.programmes.selectors.editions import documents_now
from korpu.foundations.accounts.api import Actor
from korpu.foundations.ui import pdf
from korpu.foundations.ui.formats import short_date
from korpu.foundations.ui.languages import speak
from korpu.kernel.errors import Conflict, InvalidInput, NotPermitted, NotPossibleNow
from korpu.kernel.texts import LANGUAGES, Language, Text

EDIT, APPROVE = "programmes.project.edit", "programmes.approval.decide"
TEMPLATE = Path(__file__).parents[1] / "typst" / "report.typ"
THERE_ALREADY = Text(
    az="Bu günlər üzrə hesabat artıq var. Onu davam etdirin.",
    en="There is a report on these days already. Go on with that one.",
    ru="Отчёт за эти дни уже есть. Продолжите его.",
)
CHANGED = Text(
    az="Bu mətni siz açandan sonra başqası dəyişib.",
    en="Somebody changed this text after you had opened it.",
    ru="Кто-то изменил этот текст после того, как вы его открыли.",
)
COMPARE = Text(
    az="Hər iki variant göstərilir. Öz variantınızı saxlamaq üçün yenidən göndərin.",
    en="Both versions are shown. To keep yours, send it again.",
    ru="Показаны обе версии. Чтобы сохранить свою, отправьте её ещё раз.",
)
OWN_WORDS = Text(
    az="Öz yazdığınız mətni özünüz yoxlaya bilməzsiniz.",
    en="You cannot review what you wrote yourself.",
    ru="Нельзя проверять собственный текст.",
)
NOT_REVIEWED = Text(
    az="Bəzi mətnlər yoxlanmayıb: {sections}. Əvvəlcə onları başqa şəxs yoxlamalıdır.",
    en="Some texts are not reviewed: {sections}. Another person reviews them first.",
    ru="Некоторые тексты не проверены: {sections}. Сначала их проверяет другой человек.",
)
MISSING = Text(
    az="Bəzi bölmələrin mətni bütün dillərdə deyil: {sections}.",
    en="The words of some sections are not there in every language: {sections}.",
    ru="Тексты некоторых разделов есть не на всех языках: {sections}.",
)
SAME = Text(
    az="Bu hesabatın son nəşrindən fərq yoxdur.",
    en="Nothing differs from the last edition of this report.",
    ru="Отличий от последнего издания этого отчёта нет.",
)
SEEN_OTHER = Text(
    az="Siz baxandan sonra hesabat dəyişib.",
    en="The report has changed since you looked.",
    ru="После просмотра отчёт изменился.",
)
LOOK_AGAIN = Text(
    az="Səhifəni yenidən açın, oxuyun və yenidən buraxın.",
    en="Open the page again, read it and issue it again.",
    ru="Откройте страницу снова, прочтите и выпустите ещё раз.",
)


@transaction.atomic
def begin_report(
    *, project: Project, first: date | None, last: date | None, actor: Actor, at: datetime
) -> Report:
    """Begin a report on some days; None: without a bound.

    Raises:
        NotPermitted: the actor does not keep this project.
        InvalidInput: it ends before it begins, or is there already.
    """
    actor.check(EDIT, compartment_id=project.compartment_id)
    if first and last and last < first:
        sentence = _("The last day cannot be before the first day.")
        raise InvalidInput(sentence, fields={"last": sentence})
    if Report.objects.filter(project=project, first=first, last=last).exists():
        raise InvalidInput(THERE_ALREADY, fields={"first": THERE_ALREADY})
    days = {"first": first, "last": last}
    return Report.objects.create(project=project, begun_by=actor.user, begun_at=at, **days)


@transaction.atomic
def write_narratives(
    *,
    report: Report,
    section: ReportSection,
    texts: Mapping[Language, str],
    revisions: Mapping[Language, int],
    actor: Actor,
    at: datetime,
) -> None:
    """Keep the words of a section; a text that changed is a draft again.

    ``revisions``: of each text when it was opened, 0 where there was none.

    Raises:
        NotPermitted: the actor does not keep this project.
        Conflict: somebody changed one of them since.
    """
    actor.check(EDIT, compartment_id=report.project.compartment_id)
    Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    rows = {one.language: one for one in report.narratives.filter(section=section)}
    for language, text in texts.items():
        row = rows.get(language)
        if (row.text if row else "") == text:
            continue
        if (row.revision if row else 0) != revisions.get(language, 0):
            raise Conflict(CHANGED, COMPARE)
        row = row or Narrative(
            project=report.project, report=report, section=section, language=language, revision=0
        )
        row.text, row.state = text, NarrativeState.DRAFT
        row.written_by, row.written_at = actor.user, at
        row.reviewed_by = row.reviewed_at = None
        row.revision += 1
        row.save()


@transaction.atomic
def review_narrative(
    *, narrative: Narrative, revision: int, actor: Actor, at: datetime
) -> Narrative:
    """Vouch for the words of a section in one language.

    Raises:
        NotPermitted: the actor does not decide here, or wrote them.
        Conflict: they were changed since the actor read them.
    """
    actor.check(APPROVE, compartment_id=narrative.project.compartment_id)
    locked = Narrative.objects.select_for_update(of=("self",)).get(pk=narrative.pk)
    if locked.revision != revision:
        raise Conflict(CHANGED, LOOK_AGAIN)
    if locked.written_by_id == actor.user_id:
        raise NotPermitted(OWN_WORDS)
    locked.state = NarrativeState.REVIEWED
    locked.reviewed_by, locked.reviewed_at = actor.user, at
    locked.revision += 1
    locked.save()
    return locked


@transaction.atomic
def issue_report(*, report: Report, seen: str, site: str, actor: Actor, at: datetime) -> Edition:
    """Fix words and figures in an edition, which the donors read from now on.

    Args:
        report: what is issued.
        seen: fingerprint of the report that was looked at.
        site: beginning of addresses in the PDFs, without a stroke at its end.
        actor: who issues.
        at: when.

    Raises:
        NotPermitted: the actor does not decide here.
        NotPossibleNow: words are not reviewed, or not there in every language, or nothing differs
            from the last edition.
        Conflict: it is not the report that was looked at.
    """
    project = report.project
    actor.check(APPROVE, compartment_id=project.compartment_id)
    Project.objects.select_for_update(of=("self",)).get(pk=project.pk)
    _check_words(report)
    documents = documents_now(report, on=timezone.localdate(at), for_actor=actor)
    said = fingerprint(documents)
    last = report.editions.first()
    if said != seen:
        raise Conflict(SEEN_OTHER, LOOK_AGAIN)
    if last is not None and last.said == said:
        raise NotPossibleNow(SAME)
    edition = _edition(report, documents, said, actor, at)
    for language in LANGUAGES:
        _print(edition, language, site)
    return edition


def _check_words(report: Report) -> None:
    rows = [one for one in report.narratives.all() if one.text]
    drafts = [str(one) for one in rows if one.state != NarrativeState.REVIEWED]
    if drafts:
        raise NotPossibleNow(NOT_REVIEWED.format(sections="; ".join(drafts)))
    spoken: dict[str, set[str]] = {}
    for one in rows:
        spoken.setdefault(one.get_section_display(), set()).add(one.language)
    partly = [section for section, found in spoken.items() if found != set(LANGUAGES)]
    if partly:
        raise NotPossibleNow(MISSING.format(sections="; ".join(partly)))


def _edition(
    report: Report, documents: Mapping[str, Document], said: str, actor: Actor, at: datetime
) -> Edition:
    project = report.project
    newest = Edition.objects.filter(project=project).aggregate(last=Max("number"))["last"] or 0
    return Edition.objects.create(
        project=project,
        report=report,
        number=newest + 1,
        first=report.first,
        last=report.last,
        content=documents,
        sha256=digest(documents),
        said=said,
        issued_by=actor.user,
        issued_at=at,
    )


def _print(edition: Edition, language: Language, site: str) -> None:
    with speak(language):
        day = short_date(timezone.localdate(edition.issued_at))
        mark = _("Edition %(number)s, issued on %(day)s. SHA-256 of its content: %(hash)s")
        words = mark % {"number": edition.number, "day": day, "hash": edition.sha256}
    data = printed(edition.content[language], site, words)
    content = pdf.render(TEMPLATE, data, language, at=edition.issued_at)
    EditionFile.objects.create(
        project=edition.project,
        edition=edition,
        language=language,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
    )
