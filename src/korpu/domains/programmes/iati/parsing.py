"""Records we wrote ourselves, read back."""

from lxml import etree

from korpu.engines.iati.api import read_record
from korpu.engines.iati.model.activity import Activity


def parse_activity(content: str) -> Activity:
    """An activity from the XML we kept of it."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return read_record(etree.fromstring(content.encode(), parser), 1, Activity)[0]
