"""A data structure as an SDMX-ML 3.0 structure message: code lists, concepts, structure.

Standard: SDMX-ML 3.0, SDMXMessage.xsd and SDMXStructure*.xsd.
"""

from collections.abc import Iterator
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from korpu.engines.sdmx.structure import CodeList, Component, DataStructure
from korpu.kernel.texts import LANGUAGES, Text

_BASE = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0"
_URN = "urn:sdmx:org.sdmx.infomodel"
_SPACES = {"mes": f"{_BASE}/message", "str": f"{_BASE}/structure", "com": f"{_BASE}/common"}
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_POINT = "."


def structure_message(structure: DataStructure, *, message_id: str, prepared_at: datetime) -> bytes:
    """The message that lets a reader understand the structure's data without asking us.

    Args:
        structure: what is described.
        message_id: the header's identifier.
        prepared_at: the header's moment; the same moment gives the same bytes.
    """
    for prefix, space in _SPACES.items():
        register_namespace(prefix, space)
    root = Element(_tag("mes:Structure"))
    header = SubElement(root, _tag("mes:Header"))
    _text(header, "mes:ID", message_id)
    _text(header, "mes:Test", "false")
    _text(header, "mes:Prepared", prepared_at.isoformat())
    SubElement(header, _tag("mes:Sender"), id=structure.agency)
    _structures(SubElement(root, _tag("mes:Structures")), structure)
    message: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return message


def _structures(parent: Element, structure: DataStructure) -> None:
    codelists = SubElement(parent, _tag("str:Codelists"))
    for codelist in _codelists(structure):
        _codelist(codelists, codelist)
    schemes = SubElement(parent, _tag("str:ConceptSchemes"))
    _concepts(schemes, structure)
    structures = SubElement(parent, _tag("str:DataStructures"))
    made = _maintained(structures, "str:DataStructure", structure, structure.title)
    _components(SubElement(made, _tag("str:DataStructureComponents")), structure)


def _codelists(structure: DataStructure) -> Iterator[CodeList]:
    seen = set()
    for component in structure.components:
        codelist = component.codelist
        if codelist is not None and (codelist.agency, codelist.id) not in seen:
            seen.add((codelist.agency, codelist.id))
            yield codelist


def _codelist(parent: Element, codelist: CodeList) -> None:
    made = _maintained(parent, "str:Codelist", codelist, codelist.title)
    for code, title in codelist.codes:
        _names(SubElement(made, _tag("str:Code"), id=code), title)


def _concepts(parent: Element, structure: DataStructure) -> None:
    scheme = _maintained(parent, "str:ConceptScheme", structure, structure.title)
    for component in structure.components:
        _names(SubElement(scheme, _tag("str:Concept"), id=component.id), component.title)


def _components(parent: Element, structure: DataStructure) -> None:
    dimensions = SubElement(parent, _tag("str:DimensionList"), id="DimensionDescriptor")
    for place, component in enumerate(structure.dimensions, start=1):
        name = "str:TimeDimension" if component.kind == "time" else "str:Dimension"
        made = SubElement(dimensions, _tag(name), id=component.id)
        if component.kind != "time":
            made.set("position", str(place))
        _meaning(made, structure, component)
    attributes = SubElement(parent, _tag("str:AttributeList"), id="AttributeDescriptor")
    for component in structure.attributes:
        made = SubElement(attributes, _tag("str:Attribute"), id=component.id, usage="mandatory")
        _meaning(made, structure, component)
        relationship = SubElement(made, _tag("str:AttributeRelationship"))
        SubElement(relationship, _tag("str:Observation"))
    measures = SubElement(parent, _tag("str:MeasureList"), id="MeasureDescriptor")
    made = SubElement(measures, _tag("str:Measure"), id=structure.measure.id)
    _meaning(made, structure, structure.measure)


def _meaning(parent: Element, structure: DataStructure, component: Component) -> None:
    concept = f"{_URN}.conceptscheme.Concept={structure.reference}{_POINT}{component.id}"
    _text(parent, "str:ConceptIdentity", concept)
    representation = SubElement(parent, _tag("str:LocalRepresentation"))
    if component.codelist is not None:
        codelist = component.codelist
        reference = f"{codelist.agency}:{codelist.id}({codelist.version})"
        _text(representation, "str:Enumeration", f"{_URN}.codelist.Codelist={reference}")
    else:
        kind = "ObservationalTimePeriod" if component.kind == "time" else "Decimal"
        SubElement(representation, _tag("str:TextFormat"), textType=kind)


def _maintained(parent: Element, name: str, what: CodeList | DataStructure, title: Text) -> Element:
    made = SubElement(parent, _tag(name), id=what.id, agencyID=what.agency, version=what.version)
    _names(made, title)
    return made


def _names(parent: Element, title: Text) -> None:
    for language in LANGUAGES:
        name = SubElement(parent, _tag("com:Name"), {_XML_LANG: language})
        name.text = title.in_language(language)


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, _tag(name)).text = text


def _tag(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{_SPACES[prefix]}}}{local}"
