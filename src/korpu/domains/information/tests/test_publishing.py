"""A publication's way to the public: prepared, approved by somebody else, replaced, withdrawn."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from pypdf import PdfWriter

from korpu.domains.information.enums import Status
from korpu.domains.information.models import Edition, EditionFile, Publication
from korpu.domains.information.selectors.public import published_file, published_publication
from korpu.domains.information.services.editions import (
    EditionDraft,
    add_edition,
    add_file,
    change_edition,
    remove_file,
)
from korpu.domains.information.services.lifecycle import (
    approve_edition,
    approve_publication,
    publish_edition,
    publish_publication,
    take_back,
    withdraw,
)
from korpu.domains.information.services.publications import (
    PublicationDraft,
    change_publication,
    create_publication,
    create_series,
)
from korpu.domains.information.testing import make_public, make_publication
from korpu.foundations.accounts.api import NOBODY, acting
from korpu.foundations.accounts.testing import make_actor
from korpu.foundations.files.models import StoredFile
from korpu.kernel.errors import Conflict, InvalidInput, NotFound, NotPermitted, NotPossibleNow

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


def _pdf() -> bytes:
    out, writer = BytesIO(), PdfWriter()
    writer.add_blank_page(72, 72)
    writer.write(out)
    return out.getvalue()


@pytest.fixture
def manager(codes):
    return make_actor("project_manager")


@pytest.fixture
def director(codes):
    return make_actor("programme_director")


def an_edition(manager, publication, **draft):
    given = {"version": "1", "languages": ("az",), **draft}
    with acting(manager):
        return add_edition(
            publication=publication, draft=EditionDraft(**given), actor=manager, at=AT
        )


def seen_by_visitor(slug):
    with acting(NOBODY) as visitor:
        view = published_publication(slug=slug, for_actor=visitor)
        return view.publication, view.editions


def test_nobody_outside_sees_a_publication_or_its_file_before_it_is_published(manager, director):
    draft = make_publication(manager, at=AT)
    edition = an_edition(manager, draft)
    with acting(manager):
        upload = ContentFile(_pdf(), name="hesabat.pdf")
        file = add_file(edition=edition, upload=upload, title="", actor=manager, at=AT)
    for step in (None, approve_publication):
        if step:
            with acting(director):
                step(publication=draft, actor=director, at=AT)
        with acting(NOBODY):
            assert not Publication.objects.exists()
            assert not Edition.objects.exists()
            assert not EditionFile.objects.exists()
            assert not StoredFile.objects.exists()
        with pytest.raises(NotFound):
            seen_by_visitor(draft.slug)
    with acting(director):
        publish_publication(publication=draft, actor=director, at=AT)
    publication, editions = seen_by_visitor(draft.slug)
    assert (publication.status, [one.status for one in editions]) == ("published", ["published"])
    with acting(NOBODY) as visitor:
        assert published_file(uuid=file.uuid, for_actor=visitor).file.size_bytes == len(_pdf())


def test_whoever_prepared_it_cannot_approve_it_and_an_outsider_cannot_prepare_it(manager, director):
    draft = make_publication(manager, at=AT)
    with acting(manager), pytest.raises(NotPermitted):
        approve_publication(publication=draft, actor=manager, at=AT)
    officer = make_actor("readmission_officer")
    with acting(officer), pytest.raises(NotPermitted):
        create_publication(draft=PublicationDraft(kind="report"), actor=officer, at=AT)
    with acting(director), pytest.raises(NotPossibleNow):
        publish_publication(publication=draft, actor=director, at=AT)


def test_approval_wants_the_title_in_all_three_languages(manager, director):
    draft = make_publication(manager, at=AT, title_en="")
    with acting(director), pytest.raises(InvalidInput):
        approve_publication(publication=draft, actor=director, at=AT)


def test_what_is_approved_changes_no_more_until_it_is_taken_back(manager, director):
    publication = make_public(make_publication(manager, at=AT), director, at=AT)
    again = PublicationDraft(kind="study", title_az="A", title_en="B", title_ru="C")
    change = {"draft": again, "actor": manager, "at": AT}
    with acting(manager), pytest.raises(NotPossibleNow):
        change_publication(
            publication=publication, expected_revision=publication.revision, **change
        )
    with acting(director):
        back = take_back(publication=publication, actor=director, at=AT)
    with pytest.raises(NotFound):
        seen_by_visitor(publication.slug)
    with acting(manager):
        changed = change_publication(publication=back, expected_revision=back.revision, **change)
    assert (changed.kind, changed.slug) == ("study", publication.slug)


def test_of_two_who_change_a_draft_the_second_is_told(manager):
    draft = make_publication(manager, at=AT)
    words = PublicationDraft(kind="report", title_az="Birinci")
    with acting(manager):
        change_publication(
            publication=draft, draft=words, expected_revision=1, actor=manager, at=AT
        )
        with pytest.raises(Conflict):
            change_publication(
                publication=draft, draft=words, expected_revision=1, actor=manager, at=AT
            )
        edition = an_edition_inside(manager, draft)
        change_edition(
            edition=edition,
            draft=EditionDraft(version="1.1"),
            expected_revision=1,
            actor=manager,
            at=AT,
        )
        with pytest.raises(Conflict):
            change_edition(
                edition=edition,
                draft=EditionDraft(version="1.2"),
                expected_revision=1,
                actor=manager,
                at=AT,
            )


def an_edition_inside(manager, publication):
    return add_edition(
        publication=publication, draft=EditionDraft(version="1"), actor=manager, at=AT
    )


def test_a_newer_edition_replaces_the_older_and_shows_the_translation_behind(manager, director):
    draft = make_publication(manager, at=AT)
    first = an_edition(manager, draft, issued_on=date(2018, 4, 17), issued_precision="month")
    assert first.issued_on == date(2018, 4, 1)
    english = an_edition(manager, draft, languages=("en",), translation_of=first)
    publication = make_public(draft, director, at=AT)
    second = an_edition(manager, publication, version="2")
    with acting(director):
        with pytest.raises(NotPossibleNow):
            publish_edition(edition=second, actor=director, at=AT)
        approve_edition(edition=second, actor=director, at=AT)
        publish_edition(edition=second, actor=director, at=AT)
    with acting(NOBODY) as visitor:
        view = published_publication(slug=publication.slug, for_actor=visitor)
        by_version = {(e.version, *e.languages): e for e in view.editions}
        assert by_version["1", "az"].status == Status.SUPERSEDED
        assert view.is_behind(by_version["1", "en"])
        assert not view.is_behind(by_version["2", "az"])
    assert english.translation_of == first


def test_an_edition_is_there_once_per_language_and_its_files_stay_as_approved(manager, director):
    draft = make_publication(manager, at=AT)
    edition = an_edition(manager, draft)
    with pytest.raises(InvalidInput) as refused:
        an_edition(manager, draft)
    assert "version" in refused.value.fields
    with acting(manager):
        upload = ContentFile(_pdf(), name="a.pdf")
        file = add_file(edition=edition, upload=upload, title="A", actor=manager, at=AT)
        harm = ContentFile(b"MZ\x90\x00 not a document", name="report.pdf")
        with pytest.raises(InvalidInput):
            add_file(edition=edition, upload=harm, title="", actor=manager, at=AT)
    make_public(draft, director, at=AT)
    with acting(manager):
        with pytest.raises(NotPossibleNow):
            remove_file(file=file, actor=manager, at=AT)
        with pytest.raises(NotPossibleNow):
            add_file(
                edition=edition,
                upload=ContentFile(_pdf(), name="b.pdf"),
                title="",
                actor=manager,
                at=AT,
            )


def test_a_withdrawn_publication_keeps_its_title_and_reason_and_loses_its_files(manager, director):
    draft = make_publication(manager, at=AT)
    edition = an_edition(manager, draft)
    with acting(manager):
        file = add_file(
            edition=edition,
            upload=ContentFile(_pdf(), name="a.pdf"),
            title="",
            actor=manager,
            at=AT,
        )
    publication = make_public(draft, director, at=AT)
    with acting(director):
        with pytest.raises(InvalidInput):
            withdraw(row=publication, reason=" ", actor=director, at=AT)
        withdraw(row=publication, reason="Səhv rəqəmlər", actor=director, at=AT)
    kept, editions = seen_by_visitor(publication.slug)
    assert (kept.withdrawn_reason, editions) == ("Səhv rəqəmlər", [])
    with acting(NOBODY) as visitor, pytest.raises(NotFound):
        published_file(uuid=file.uuid, for_actor=visitor)


def test_what_replaces_a_publication_says_so_on_the_old_page(manager, director):
    old = make_public(make_publication(manager, at=AT), director, at=AT)
    new = make_publication(manager, at=AT, title="Yeni hesabat", supersedes=old)
    make_public(new, director, at=AT)
    with acting(NOBODY) as visitor:
        view = published_publication(slug=old.slug, for_actor=visitor)
        assert view.publication.status == Status.SUPERSEDED
        assert view.successor == new


def test_addresses_never_collide_and_a_number_of_a_series_is_there_once(manager):
    first = make_publication(manager, at=AT, title="Şəki: İşıq")
    second = make_publication(manager, at=AT, title="ŞƏKİ – işıq")
    assert (first.slug, second.slug) == ("seki-isiq", "seki-isiq-2")
    with acting(manager):
        series = create_series(titles={"az": "Bülleten", "en": "", "ru": ""}, actor=manager)
    make_publication(manager, at=AT, series=series, number_in_series=1)
    with pytest.raises(InvalidInput) as refused:
        make_publication(manager, at=AT, series=series, number_in_series=1)
    assert set(refused.value.fields) == {"number_in_series"}
    with pytest.raises(InvalidInput) as refused:
        make_publication(manager, at=AT, kind="poem", number_in_series=2, title="")
    assert set(refused.value.fields) == {"kind", "title_az", "number_in_series"}
