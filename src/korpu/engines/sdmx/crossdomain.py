"""The few codes we use of SDMX's cross-domain code lists, with titles in three languages.

Standard: SDMX content-oriented guidelines, annex 2 (CL_FREQ, CL_OBS_STATUS, CL_CONF_STATUS).
"""

from korpu.engines.sdmx.structure import CodeList
from korpu.kernel.texts import Text

AGENCY = "SDMX"

FREQ = CodeList(
    AGENCY,
    "CL_FREQ",
    "2.1",
    Text(az="Dövrilik", en="Frequency", ru="Периодичность"),
    (
        ("A", Text(az="İllik", en="Annual", ru="Годовая")),
        ("Q", Text(az="Rüblük", en="Quarterly", ru="Квартальная")),
        ("M", Text(az="Aylıq", en="Monthly", ru="Месячная")),
    ),
)
OBS_STATUS = CodeList(
    AGENCY,
    "CL_OBS_STATUS",
    "2.2",
    Text(az="Müşahidənin statusu", en="Observation status", ru="Статус наблюдения"),
    (
        ("A", Text(az="Adi dəyər", en="Normal value", ru="Обычное значение")),
        ("P", Text(az="İlkin dəyər", en="Provisional value", ru="Предварительное значение")),
        (
            "Q",
            Text(
                az="Dəyər göstərilmir: gizlədilib",
                en="Missing value; suppressed",
                ru="Значение не показано: скрыто",
            ),
        ),
    ),
)
CONF_STATUS = CodeList(
    AGENCY,
    "CL_CONF_STATUS",
    "1.2",
    Text(az="Məxfilik statusu", en="Confidentiality status", ru="Статус конфиденциальности"),
    (
        ("F", Text(az="Sərbəst dərc olunur", en="Free (free for publication)", ru="Свободно")),
        (
            "C",
            Text(
                az="Məxfi statistik məlumat",
                en="Confidential statistical information",
                ru="Конфиденциальная статистическая информация",
            ),
        ),
    ),
)
