"""Machine-readable travel documents: the zone at the bottom of the data page.

Pure: text in, findings out; the day of the check is passed in and nothing is looked up. Nothing is
ever corrected in silence.

Standard: ICAO Doc 9303, eighth edition, parts 3 to 8.
"""

from korpu.engines.mrtd.batch import Batch, check_batch
from korpu.engines.mrtd.batch_tables import RULES
from korpu.engines.mrtd.blindness import Unseen, unprotected, unseen
from korpu.engines.mrtd.codes import known_codes
from korpu.engines.mrtd.comparing import Comparison, Printed, compare
from korpu.engines.mrtd.dates import ReadDate
from korpu.engines.mrtd.digits import check_digit, indistinguishable
from korpu.engines.mrtd.findings import Deviation, Finding, rules
from korpu.engines.mrtd.holder import HolderName
from korpu.engines.mrtd.layouts import LAYOUTS, Field, Format, Layout
from korpu.engines.mrtd.reading import Zone
from korpu.engines.mrtd.repairing import Change, Repair
from korpu.engines.mrtd.report import Content, Report, check
from korpu.engines.mrtd.showing import as_data, comparisons_as_data
from korpu.engines.mrtd.transliteration import alternatives, transliterate
from korpu.engines.mrtd.writing import Document, PartialDate, write

__all__ = [
    "LAYOUTS",
    "RULES",
    "Batch",
    "Change",
    "Comparison",
    "Content",
    "Deviation",
    "Document",
    "Field",
    "Finding",
    "Format",
    "HolderName",
    "Layout",
    "PartialDate",
    "Printed",
    "ReadDate",
    "Repair",
    "Report",
    "Unseen",
    "Zone",
    "alternatives",
    "as_data",
    "check",
    "check_batch",
    "check_digit",
    "compare",
    "comparisons_as_data",
    "indistinguishable",
    "known_codes",
    "rules",
    "transliterate",
    "unprotected",
    "unseen",
    "write",
]
