"""A small permit procedure to plant faults in; its law is invented."""

from pathlib import Path

from korpu.engines.procedure import declaring
from korpu.engines.procedure.library import Library, load_library
from korpu.engines.procedure.model import Procedure

LAW = "{instrument: Permit Act, article: Art. 1, confidence: seen}"

CALENDAR = f"""\
id: plain
title: {{az: sadə, en: plain, ru: простой}}
decreed_from: 2000-01-01
decreed_until: 2050-12-31
weekend: {{days: [saturday, sunday], law: {LAW}}}
counting:
  anchor_day: {{counted: false, law: {LAW}}}
  months: {{law: {LAW}}}
  last_day: {{law: {LAW}}}
holidays:
  may_day:
    title: {{az: Bayram, en: Holiday, ru: Праздник}}
    days: ["05-01"]
    law: {LAW}
"""

PARAMETERS = f"""\
decide:
  title: {{az: qərar, en: decision, ru: решение}}
  unit: working_days
  versions:
    - {{quantity: 20, valid_until: 2025-12-31, law: {LAW}}}
    - {{quantity: 10, valid_from: 2026-01-01, law: {LAW}}}
extend_by:
  title: {{az: uzatma, en: extension, ru: продление}}
  unit: working_days
  versions:
    - {{quantity: 5, law: {LAW}}}
extend_at_most:
  title: {{az: uzatma sayı, en: extensions, ru: продлений}}
  unit: times
  versions:
    - {{quantity: 1, law: {LAW}}}
"""

PROCEDURE = f"""\
id: xx/permit
version: "1"
valid_from: 2020-01-01
title: {{az: İcazə, en: Permit, ru: Разрешение}}
facts:
  fee_paid:
    title: {{az: rüsum ödənilib, en: the fee is paid, ru: пошлина уплачена}}
    kind: yes_no
    from: business
  checked:
    title: {{az: yoxlanılıb, en: checked, ru: проверено}}
    kind: yes_no
    from: acts
statuses:
  filed: {{title: {{az: Verilib, en: Filed, ru: Подано}}, owner: officer}}
  waiting: {{title: {{az: Gözləyir, en: Waiting, ru: Ожидает}}, owner: applicant}}
  granted: {{title: {{az: Verildi, en: Granted, ru: Выдано}}, final: true}}
  denied: {{title: {{az: İmtina, en: Denied, ru: Отказано}}, final: true}}
acts:
  file:
    title: {{az: Vermək, en: File, ru: Подать}}
    opens_case: true
    roles: [applicant]
    to: filed
  check:
    title: {{az: Yoxlamaq, en: Check, ru: Проверить}}
    roles: [officer]
    from: [filed]
    to: stay
    sets: {{checked: true}}
  ask:
    title: {{az: Soruşmaq, en: Ask, ru: Запросить}}
    roles: [officer]
    from: [filed]
    to: waiting
  answer:
    title: {{az: Cavab vermək, en: Answer, ru: Ответить}}
    roles: [applicant]
    from: [waiting]
    to: filed
  start_again:
    title: {{az: Yenidən başlamaq, en: Start again, ru: Начать заново}}
    roles: [officer]
    from: [filed]
    to: stay
  extend:
    title: {{az: Uzatmaq, en: Extend, ru: Продлить}}
    roles: [officer]
    from: [filed]
    to: stay
  grant:
    title: {{az: Vermək, en: Grant, ru: Выдать}}
    roles: [officer]
    from: [filed]
    to: granted
    discretion: true
    conditions:
      - fact: checked
        operator: is
        value: true
        sentence: {{az: Yoxlayın., en: Check it first., ru: Сначала проверьте.}}
  deny:
    title: {{az: İmtina etmək, en: Deny, ru: Отказать}}
    roles: [officer]
    from: any open
    to: denied
    refuses: true
    reasons_required: true
    remedy:
      text: {{az: "{{term}}", en: "{{term}}", ru: "{{term}}"}}
      parameter: decide
  expire:
    title: {{az: Bitirmək, en: Expire, ru: Завершить}}
    roles: [officer]
    from: [filed, waiting]
    to: denied
    conditions:
      - deadline: decide
        operator: has_passed
        sentence: {{az: Hələ yox., en: Not yet., ru: Ещё нет.}}
deadlines:
  decide:
    title: {{az: Qərar, en: Decision, ru: Решение}}
    kind: statutory
    parameter: decide
    calendar: plain
    roll: next_working_day
    starts_with: [{{act: file}}]
    met_by: [grant, deny]
    restarted_by: [start_again]
    suspension:
      suspended_by: [ask]
      resumed_by: [answer]
      law: {LAW}
    extension: {{act: extend, parameter: extend_by, at_most: extend_at_most}}
    effect: escalate
    proposes: expire
"""


def write(folder: Path, procedure: str = PROCEDURE, **files: str) -> Path:
    """A jurisdiction's folder with the permit, and more procedures by file name."""
    contents = {
        "calendars/plain.yaml": CALENDAR,
        "parameters/permit.yaml": PARAMETERS,
        "procedures/permit.yaml": procedure,
    }
    contents |= {f"procedures/{name}.yaml": text for name, text in files.items()}
    for name, text in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def declared(library: Library, folder: Path, *changes: tuple[str, str]) -> Procedure:
    """The permit with each ``(written, instead)`` applied, read but not proven."""
    text = PROCEDURE
    for written, instead in changes:
        assert text.count(written) >= 1, written
        text = text.replace(written, instead)
    from korpu.engines.procedure.yamlfile import open_yaml

    write(folder, text)
    place = open_yaml(folder / "procedures" / "permit.yaml")
    return declaring.procedure(place, library.parameters, frozenset(library.calendars))


__all__ = ["CALENDAR", "PARAMETERS", "PROCEDURE", "declared", "load_library", "write"]
