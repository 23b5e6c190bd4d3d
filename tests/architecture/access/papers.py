"""Files with words in their names and in what they contain."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfWriter

from tests.architecture.access.markers import Marker


def pdf(name: Marker, body: Marker | None = None) -> SimpleUploadedFile:
    """A true PDF of one empty page."""
    writer = PdfWriter()
    writer.add_blank_page(width=100, height=100)
    if body is not None:
        writer.add_metadata({"/Title": body.text})
    written = BytesIO()
    writer.write(written)
    return SimpleUploadedFile(f"{name.text}.pdf", written.getvalue(), "application/pdf")
