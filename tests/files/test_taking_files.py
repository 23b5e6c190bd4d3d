"""What is taken in is what it says it is; what is not, gets its own sentence and is not kept."""

import io
import os
import zipfile
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.testing import make_actor
from korpu.foundations.files import media, storage
from korpu.foundations.files.api import check_storage, download_response, read_file, store_upload
from korpu.foundations.files.models import StoredFile
from korpu.kernel.errors import InvalidInput, Unavailable
from korpu.site.health import stored

pytestmark = pytest.mark.django_db


def picture(kind="JPEG", size=(40, 20), **saving):
    content = io.BytesIO()
    Image.new("RGB", size, "teal").save(content, kind, **saving)
    return content.getvalue()


def pdf(*, password="", javascript="", attachment=b"", pages=1):
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    if javascript:
        action = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject(javascript)}
        named = {NameObject(key): value for key, value in action.items()}
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(named)
    if attachment:
        writer.add_attachment("inside.exe", attachment)
    if password:
        writer.encrypt(password)
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


def archive():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as inside:
        inside.writestr("a.txt", "a" * 100)
    return content.getvalue()


def photo_with_place():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010F] = "Camera of somebody"
    return picture(exif=exif)


def store(content, sender, at, name="scan.pdf"):
    with acting(sender):
        return store_upload(
            upload=SimpleUploadedFile(name, content), kind="evidence", actor=sender, at=at
        )


@pytest.mark.parametrize(
    ("content", "media_type", "name"),
    [
        (pdf(), "application/pdf", "scan.pdf"),
        (picture(), "image/jpeg", "scan.jpg"),
        (picture("PNG"), "image/png", "scan.png"),
    ],
)
def test_the_type_is_found_in_the_content_not_in_the_name(sender, at, content, media_type, name):
    kept = store(content, sender, at)
    assert (kept.media_type, kept.name, kept.size_bytes) == (media_type, name, len(content))
    with acting(sender):
        assert read_file(kept, original=True) == content


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty"),
        (b"<!DOCTYPE html><title>Invoice</title>", "This is a web page"),
        (b"MZ\x90\x00 a program", "Only PDF, JPEG and PNG"),
        (b"GIF89a" + pdf(), "Something stands before the beginning"),
        (pdf(password="x"), "locked with a password"),
        (pdf(javascript="app.alert(1)"), "holds a program or other files"),
        (pdf(attachment=b"MZ"), "holds a program or other files"),
        (pdf(pages=0), "damaged or has no pages"),
        (pdf()[:80], "damaged or has no pages"),
        (b"%PDF-1.7\nnothing more", "damaged or has no pages"),
        (b"%PDF-1.7\n<script>alert(1)</script>" + pdf(), "a second file of another kind"),
        (pdf() + archive(), "a second file of another kind"),
        (picture() + archive(), "a second file of another kind"),
        (picture() + pdf(), "a second file of another kind"),
        (picture(size=(600, 600))[:900], "damaged or incomplete"),
        (picture("PNG", size=(600, 600))[:-40], "damaged or incomplete"),
    ],
)
def test_each_thing_that_can_be_wrong_has_its_own_sentence(sender, at, content, sentence):
    with translation.override("en"):
        with pytest.raises(InvalidInput) as refused:
            store(content, sender, at)
        assert sentence in str(refused.value.fields["file"])
        assert list(storage.stored()) == []
        assert list((storage.folder() / "incoming").iterdir()) == []


def test_a_photo_of_fifty_megabytes_is_refused_before_it_is_read(sender, at):
    with translation.override("en"):
        with pytest.raises(InvalidInput) as refused:
            store(picture() + bytes(50_000_000), sender, at)
        assert "larger than 15 MB" in str(refused.value.fields["file"])


def test_a_small_file_that_unfolds_to_a_huge_picture_is_refused(sender, at, monkeypatch):
    bomb = picture("PNG", size=(2_000, 2_000))
    assert len(bomb) < 30_000
    monkeypatch.setattr(media, "LARGEST_PICTURE_PIXELS", 3_999_999)
    with translation.override("en"):
        with pytest.raises(InvalidInput) as refused:
            store(bomb, sender, at)
        assert "more points than can be handled" in str(refused.value.fields["file"])


def test_a_picture_beyond_the_librarys_own_limit_is_refused_the_same_way(sender, at):
    bomb = picture("PNG", size=(14_000, 13_000), compress_level=9)
    with translation.override("en"):
        with pytest.raises(InvalidInput) as refused:
            store(bomb, sender, at)
        assert "more points than can be handled" in str(refused.value.fields["file"])


def test_a_photo_is_shown_without_camera_and_place_but_kept_as_it_came(sender, at):
    original = photo_with_place()
    kept = store(original, sender, at)
    with acting(sender):
        shown = Image.open(io.BytesIO(read_file(kept)))
        assert not shown.getexif()
        assert shown.size == (20, 40), "the turn the camera noted is applied"
        assert read_file(kept, original=True) == original


@pytest.mark.parametrize(
    ("given", "kept_as"),
    [
        ("C:\\docs\\pasport.pdf", "pasport.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("foto\u202efdp.exe", "fotofdp.pdf"),
        ("pasport<script>.html", "pasport-script-.pdf"),
        ("a" * 400 + ".pdf", "a" * 150 + ".pdf"),
        ("Şəxsiyyət vəsiqəsi.PDF", "Şəxsiyyət vəsiqəsi.pdf"),
        ("...", "file.pdf"),
    ],
)
def test_names_are_made_harmless(sender, at, given, kept_as):
    with acting(sender):
        upload = ContentFile(pdf(), name=given)
        kept = store_upload(upload=upload, kind="evidence", actor=sender, at=at)
    assert kept.name == kept_as


def test_equal_content_lies_on_disk_once(sender, at):
    one, other = store(pdf(), sender, at), store(pdf(), sender, at, name="again.pdf")
    assert one.sha256 == other.sha256
    assert one.pk != other.pk
    assert len(list(storage.stored())) == 1


def test_a_download_is_never_shown_as_a_page(sender, at):
    kept = store(pdf(), sender, at)
    with acting(sender):
        response = download_response(kept, "Qərar")
        content = b"".join(response.streaming_content)
        response.close()
    assert len(PdfReader(io.BytesIO(content)).pages) == 1
    assert response["Content-Disposition"].startswith("attachment;")
    assert "Q%C9%99rar.pdf" in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_a_strangers_upload_is_not_seen(sender, at):
    kept = store(pdf(), sender, at)
    with acting(make_actor("statistician")):
        assert not StoredFile.objects.filter(pk=kept.pk).exists()


def harmful(path):
    return "Eicar" if path.read_bytes().startswith(b"%PDF") else ""


def broken(path):
    raise ConnectionError(path)


def test_a_configured_scanner_is_asked_and_believed(sender, at, settings):
    settings.KORPU_FILE_SCANNER = f"{__name__}.harmful"
    with pytest.raises(InvalidInput):
        store(pdf(), sender, at)
    assert store(picture(), sender, at).media_type == "image/jpeg"


def test_a_silent_scanner_lets_nothing_in(sender, at, settings):
    settings.KORPU_FILE_SCANNER = f"{__name__}.broken"
    with pytest.raises(Unavailable):
        store(pdf(), sender, at)
    assert list(storage.stored()) == []


def test_the_check_finds_what_is_missing_altered_and_left_over(sender, at):
    lost, changed = store(pdf(), sender, at), store(picture("PNG"), sender, at)
    storage.path_of(lost.sha256).unlink()
    storage.path_of(changed.sha256).write_bytes(b"something else")
    left_over = storage.path_of("ab" * 32)
    left_over.parent.mkdir(parents=True)
    left_over.write_bytes(b"x")
    with acting(system_actor()):
        assert check_storage(at=at).orphans == ()
        later = check_storage(at=at + timedelta(days=2), contents=True)
    assert later.missing == (lost.sha256,)
    assert later.altered == (changed.sha256,)
    assert later.orphans == (left_over,)
    assert not later.is_good
    with acting(sender), pytest.raises(Unavailable):
        read_file(lost)


def test_the_doctor_says_what_is_missing_and_what_is_left_over(sender, at):
    assert stored().verdict == "ok"
    kept = store(pdf(), sender, at)
    left_over = storage.path_of("ab" * 32)
    left_over.parent.mkdir(parents=True)
    left_over.write_bytes(b"x")
    os.utime(left_over, (0, 0))
    assert stored().verdict == "warning"
    storage.path_of(kept.sha256).unlink()
    found = stored()
    assert (found.verdict, kept.sha256 in found.what) == ("wrong", True)
