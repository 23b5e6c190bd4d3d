"""Events in words."""

from typing import Any

from django.utils.translation import gettext as _

from korpu.foundations.audit.chain import FaultKind
from korpu.foundations.audit.enums import EventKind
from korpu.foundations.audit.selectors import ShownEvent
from korpu.foundations.audit.things import thing


def what_happened(shown: ShownEvent) -> str:
    """One line: what was done to what, without the values."""
    sentence = _SENTENCES[EventKind(shown.event.kind)](shown)
    if shown.on_behalf_of_name:
        behalf = _("on behalf of %(name)s") % {"name": shown.on_behalf_of_name}
        return f"{sentence} ({behalf})"
    return sentence


def changed_columns(record: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    """Column, value before, value after; None where there was none."""
    old, new = record.get("old", {}), record.get("new", {})
    return [(name, old.get(name), new.get(name)) for name in sorted({*old, *new})]


def _change(shown: ShownEvent) -> str:
    verbs = {"insert": _("added"), "update": _("changed"), "delete": _("removed")}
    columns = ", ".join(name for name, _old, _new in changed_columns(shown.record))
    verb = verbs.get(str(shown.record.get("verb")), "")
    only = f": {columns}" if shown.record.get("verb") == "update" else ""
    return f"{_thing(shown)} – {verb}{only}"


def _reading(shown: ShownEvent) -> str:
    purpose = str(shown.record.get("purpose", ""))
    return f"{_thing(shown)} – {purpose}" if purpose else _thing(shown)


def _refusal(shown: ShownEvent) -> str:
    permission = str(shown.record.get("permission", ""))
    return f"{_thing(shown)} – {permission}" if permission else _thing(shown)


def _sign_in(shown: ShownEvent) -> str:
    words = {"in": _("logged in"), "out": _("logged out"), "failed": _("failed to log in")}
    return words.get(str(shown.record.get("event")), "")


def _check(shown: ShownEvent) -> str:
    record = shown.record
    if "fault" in record:
        seq = record.get("fault_seq", 0)
        return str(FaultKind[record["fault"]].value.format(seq=seq, event="–"))
    return _("sound: %(rows)s links, head %(head)s") % {
        "rows": record.get("rows"),
        "head": record.get("head"),
    }


def _detail(shown: ShownEvent) -> str:
    return f"{_thing(shown)} – {shown.record.get('detail', '')}"


def _thing(shown: ShownEvent) -> str:
    name = shown.event.object_number or shown.event.object_id or ""
    return f"{thing(shown.event.object_type)} {name}".strip()


_SENTENCES = {
    EventKind.CHANGE: _change,
    EventKind.READING: _reading,
    EventKind.REFUSAL: _refusal,
    EventKind.SIGN_IN: _sign_in,
    EventKind.EXPORT: _detail,
    EventKind.CHECK: _check,
}
