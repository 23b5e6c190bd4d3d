"""Forms in the house style: errors at the field and in a summary, everything typed kept.

``Form`` is the base of every form, ``FilterForm`` of a list's filter panel. Fields are Django's,
and these of our own: ``DateField`` (three boxes, or an ISO date pasted into the first),
``NameField`` (names of people in any script), ``FilesField`` (several files). Text of every form is
refused where it carries characters that deceive the eye.
"""

from korpu.foundations.ui.forms.base import FilterForm, Form
from korpu.foundations.ui.forms.dates import DateField
from korpu.foundations.ui.forms.files import FilesField
from korpu.foundations.ui.forms.text import NameField
from korpu.foundations.ui.forms.widgets import Autocomplete

__all__ = ["Autocomplete", "DateField", "FilesField", "FilterForm", "Form", "NameField"]
