import pytest
from django.utils import timezone

from korpu.foundations.accounts.testing import make_actor


@pytest.fixture(autouse=True)
def files_folder(settings, tmp_path):
    settings.KORPU_FILES_DIR = tmp_path / "files"
    return settings.KORPU_FILES_DIR


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def sender(db):
    return make_actor("readmission_officer")
