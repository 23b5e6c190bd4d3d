"""Made-up people with ordinary Azerbaijani names: nobody in particular.

Given names and surnames are common ones combined by a seeded draw; every person made from them is
fictional and marked so.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml

_DATA = Path(__file__).parent / "data" / "names.yaml"
_WORDS: dict[str, list[str]] = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
_MALE, _FEMALE, _STEMS, _PLACES = (_WORDS[key] for key in ("male", "female", "stems", "places"))


@dataclass(frozen=True, slots=True)
class MadeUpPerson:
    """A fictional person: names in Azerbaijani spelling, sex as in ICAO 9303."""

    surname: str
    given_names: str
    patronymic: str
    sex: str
    birth_date: date
    birth_place: str


def draw_person(random: Random, *, born_before: date) -> MadeUpPerson:
    """The next fictional person of a seeded draw, an adult of up to 70 years on ``born_before``."""
    sex = random.choices(("M", "F"), weights=(7, 3))[0]
    years = random.triangular(18, 70, 31)
    return MadeUpPerson(
        surname=_surname(random.choice(_STEMS), sex),
        given_names=random.choice(_MALE if sex == "M" else _FEMALE),
        patronymic=f"{random.choice(_MALE)} {'oğlu' if sex == 'M' else 'qızı'}",
        sex=sex,
        birth_date=born_before - timedelta(days=round(years * 365.25)),
        birth_place=random.choice(_PLACES),
    )


def _surname(stem: str, sex: str) -> str:
    ending = "a" if sex == "F" else ""
    if stem.endswith("ov"):
        return stem + ending
    return f"{stem}{'ev' if stem.endswith('y') else 'ov'}{ending}"


def document_number(random: Random) -> str:
    """A number in the shape of a passport number, from a series that no state issues."""
    return f"XX{random.randrange(10**7):07d}"
