"""A release in SDMX: its structure, and its observations as columns."""

from korpu.domains.statistics.enums import Treatment
from korpu.domains.statistics.figures import FigureTable
from korpu.domains.statistics.selectors.releases import ReleaseView
from korpu.engines.measures.api import Dimension
from korpu.engines.sdmx.api import CodeList, Column, Component, DataStructure, crossdomain
from korpu.kernel.texts import Text

_AREA = Text(az="Ərazi", en="Reference area", ru="Территория")
_PERIOD = Text(az="Dövr", en="Time period", ru="Период")
_VALUE = Text(az="Dəyər", en="Observed value", ru="Значение")


def structure_of(view: ReleaseView) -> DataStructure:
    """The data structure of a release's measure, with the codes its table uses."""
    agency = view.release.run.parameters["agency"]
    measure = view.measure
    dimensions = (
        Component("FREQ", crossdomain.FREQ.title, "code", crossdomain.FREQ),
        Component("REF_AREA", _AREA, "code", _areas(view)),
        *(_dimension(view.table, agency, place) for place in range(len(measure.dimensions))),
        Component("TIME_PERIOD", _PERIOD, "time"),
    )
    return DataStructure(
        agency=agency,
        id=sdmx_id(measure.id),
        version=_version(measure.version),
        title=measure.title,
        dimensions=dimensions,
        measure=Component("OBS_VALUE", _VALUE, "number"),
        attributes=(
            Component("OBS_STATUS", crossdomain.OBS_STATUS.title, "code", crossdomain.OBS_STATUS),
            Component(
                "CONF_STATUS", crossdomain.CONF_STATUS.title, "code", crossdomain.CONF_STATUS
            ),
        ),
    )


def columns_of(view: ReleaseView) -> dict[str, Column]:
    """The observations of a release, column by column.

    A withheld figure has no value, status ``Q`` and is confidential, whatever it was withheld for.
    """
    figures = list(view.table.figures.values())
    normal = "P" if view.release.is_provisional else "A"
    withheld = [figure.treatment == Treatment.WITHHELD for figure in figures]
    return {
        "FREQ": view.measure.frequency,
        "REF_AREA": view.release.run.parameters["area"],
        **{
            dimension.id: [figure.codes[place] for figure in figures]
            for place, dimension in enumerate(view.measure.dimensions)
        },
        "TIME_PERIOD": view.release.period,
        "OBS_VALUE": [figure.value for figure in figures],
        "OBS_STATUS": ["Q" if hidden else normal for hidden in withheld],
        "CONF_STATUS": ["C" if hidden else "F" for hidden in withheld],
    }


def sdmx_id(name: str) -> str:
    """``readmission-applications`` as an SDMX identifier."""
    return name.upper().replace("-", "_")


def _version(version: str) -> str:
    return version if "." in version else f"{version}.0"


def _areas(view: ReleaseView) -> CodeList:
    parameters = view.release.run.parameters
    area = parameters["area"]
    title = view.table.countries.get(area, Text(az=area, en=area, ru=area))
    return CodeList(parameters["agency"], "CL_AREA", "1.0", _AREA, ((area, title),))


def _dimension(table: FigureTable, agency: str, place: int) -> Component:
    dimension: Dimension = table.measure.dimensions[place]
    classification = dimension.classification
    codes = tuple((code, table.title(dimension, code)) for code in table.axes[place])
    codelist = CodeList(
        agency,
        f"CL_{sdmx_id(classification.id)}",
        _version(classification.version),
        classification.title,
        codes,
    )
    return Component(dimension.id, dimension.title, "code", codelist)
