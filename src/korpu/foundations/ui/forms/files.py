"""Several files in one field."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or more files; cleaned to a list, empty when optional and none was chosen.

    What the files are is checked where they are stored (``files.api.store_upload``).
    """

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        given = (data or [None]) if isinstance(data, list | tuple) else [data]
        files: list[UploadedFile[bytes]] = [
            super(FilesField, self).clean(one, initial) for one in given
        ]
        return [file for file in files if file]
