from io import BytesIO

import pytest
from django.utils import timezone
from PIL import Image

from korpu.domains.readmission.testing import a_house


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def house(db):
    """The bodies of readmission with somebody in each office."""
    return a_house()


@pytest.fixture
def png():
    """A small true picture."""
    made = BytesIO()
    Image.new("RGB", (8, 8), "white").save(made, format="PNG")
    return made.getvalue()
