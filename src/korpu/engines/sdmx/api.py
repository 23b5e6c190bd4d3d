"""SDMX structures as data, and fast messages of them.

Pure: columns in, bytes out. Reading is left to pysdmx, which reads back in the tests what is
written here.
"""

from korpu.engines.sdmx import crossdomain
from korpu.engines.sdmx.csvdata import Action, Column, write_csv
from korpu.engines.sdmx.mlstructure import structure_message
from korpu.engines.sdmx.structure import CodeList, Component, DataStructure

__all__ = [
    "Action",
    "CodeList",
    "Column",
    "Component",
    "DataStructure",
    "crossdomain",
    "structure_message",
    "write_csv",
]
