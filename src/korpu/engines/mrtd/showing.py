"""A report as lines of text and as plain data for JSON, for the command and for other programs."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from korpu.engines.mrtd.blindness import unprotected
from korpu.engines.mrtd.codes import known_codes
from korpu.engines.mrtd.comparing import Comparison
from korpu.engines.mrtd.dates import ReadDate
from korpu.engines.mrtd.findings import Finding
from korpu.engines.mrtd.repairing import Repair
from korpu.engines.mrtd.report import Content, Report
from korpu.kernel.texts import Text

KINDS: Mapping[str, Text] = {
    "fault": Text(az="XƏTA", en="FAULT", ru="ОШИБКА"),
    "deviation": Text(az="MƏLUM SAPMA", en="KNOWN DEVIATION", ru="ИЗВЕСТНОЕ ОТКЛОНЕНИЕ"),
    "uncheckable": Text(az="YOXLANILA BİLMİR", en="CANNOT BE CHECKED", ru="НЕ ПРОВЕРЯЕТСЯ"),
    "notice": Text(az="QEYD", en="NOTE", ru="ПРИМЕЧАНИЕ"),
}
FIELDS: Mapping[str, Text] = {
    "document_code": Text(az="Sənəd kodu", en="Document code", ru="Код документа"),
    "issuer": Text(az="Verən dövlət", en="Issuing State", ru="Государство выдачи"),
    "name": Text(az="Ad", en="Name", ru="Имя"),
    "primary": Text(az="Soyad", en="Surname", ru="Фамилия"),
    "secondary": Text(az="Adlar", en="Given names", ru="Имена"),
    "number": Text(az="Sənədin nömrəsi", en="Document number", ru="Номер документа"),
    "number_digit": Text(
        az="Nömrənin yoxlama rəqəmi", en="Check digit of the number", ru="Контрольная цифра номера"
    ),
    "nationality": Text(az="Vətəndaşlıq", en="Nationality", ru="Гражданство"),
    "birth": Text(az="Doğum tarixi", en="Date of birth", ru="Дата рождения"),
    "birth_digit": Text(
        az="Doğum tarixinin yoxlama rəqəmi",
        en="Check digit of the date of birth",
        ru="Контрольная цифра даты рождения",
    ),
    "sex": Text(az="Cins", en="Sex", ru="Пол"),
    "expiry": Text(az="Etibarlıdır", en="Date of expiry", ru="Срок действия"),
    "expiry_digit": Text(
        az="Etibarlılıq tarixinin yoxlama rəqəmi",
        en="Check digit of the date of expiry",
        ru="Контрольная цифра срока действия",
    ),
    "optional": Text(az="Əlavə məlumat", en="Optional data", ru="Дополнительные данные"),
    "optional_digit": Text(
        az="Şəxsi nömrənin yoxlama rəqəmi",
        en="Check digit of the personal number",
        ru="Контрольная цифра личного номера",
    ),
    "optional_2": Text(az="Əlavə məlumat 2", en="Optional data 2", ru="Дополнительные данные 2"),
    "composite_digit": Text(
        az="Ümumi yoxlama rəqəmi", en="Composite check digit", ru="Общая контрольная цифра"
    ),
}
CONFORMS = Text(
    az="Zona Doc 9303 qaydalarına uyğundur. Bu, sənədin həqiqi olduğunu göstərmir.",
    en="The zone keeps Doc 9303. That does not show that the document is genuine.",
    ru="Зона соответствует Doc 9303. Это не доказывает подлинность документа.",
)
BROKEN = Text(
    az="Zona Doc 9303 qaydalarına uyğun deyil.",
    en="The zone does not keep Doc 9303.",
    ru="Зона не соответствует Doc 9303.",
)
DEVIATES = Text(
    az="Zona Doc 9303-dən yalnız həqiqi sənədlərdə də rast gəlinən şəkildə fərqlənir.",
    en="The zone departs from Doc 9303 only in ways that genuine documents are known for.",
    ru="Зона отступает от Doc 9303 только так, как бывает и в подлинных документах.",
)
UNPROTECTED = Text(
    az="Yoxlama rəqəmləri ilə qorunmur: {fields}. "
    "Çap olunmuş zona, çip və ya siyahı ilə tutuşdurun.",
    en="No check digit covers: {fields}. Compare with the printed zone, the chip or a list.",
    ru="Контрольные цифры не защищают: {fields}. Сверьте с визуальной зоной, чипом или списком.",
)
PROPOSAL = Text(
    az="TƏKLİF (tətbiq olunmayıb): {reason}",
    en="PROPOSAL (not applied): {reason}",
    ru="ПРЕДЛОЖЕНИЕ (не применено): {reason}",
)
PROVEN = Text(
    az="Sübut: yoxlama rəqəmləri düz gəlir ({digits}).",
    en="Proof: the check digits agree ({digits}).",
    ru="Доказательство: контрольные цифры сходятся ({digits}).",
)
UNPROVEN = Text(
    az="Sübut yoxdur: bu yerləri yoxlama rəqəmi tam qorumur. Sənədə baxın.",
    en="No proof: the digits do not cover every change. Look at the document.",
    ru="Доказательства нет: цифры защищают не все изменения. Посмотрите на документ.",
)
MOST_REPAIRS = 5
"""Proposals shown as text; plain data holds all."""
MORE = Text(
    az="Daha {count} təklif var.",
    en="There are {count} more proposals.",
    ru="Ещё предложений: {count}.",
)
AMBIGUOUS = Text(
    az="Başqa izah da mümkündür.",
    en="Others explain it as well.",
    ru="Возможны и другие объяснения.",
)


GRADES = {
    "agrees": Text(az="UYĞUNDUR", en="AGREES", ru="СОВПАДАЕТ"),
    "explained": Text(az="İZAH OLUNUR", en="EXPLAINED", ru="ОБЪЯСНИМО"),
    "doubtful": Text(az="ŞÜBHƏLİDİR", en="DOUBTFUL", ru="СОМНИТЕЛЬНО"),
    "differs": Text(az="FƏRQLİDİR", en="DIFFERS", ru="РАЗЛИЧАЕТСЯ"),
    "not_compared": Text(az="TUTUŞDURULMAYIB", en="NOT COMPARED", ru="НЕ СВЕРЯЛОСЬ"),
}
COMPARED: Mapping[str, Text] = {
    **FIELDS,
    "personal_number": Text(az="Şəxsi nömrə", en="Personal number", ru="Личный номер"),
    "issued_on": Text(az="Verilmə tarixi", en="Date of issue", ru="Дата выдачи"),
}


def show_comparison(found: Comparison) -> str:
    """One compared field in one line."""
    cited = f" (Doc {found.paragraph})" if found.paragraph else ""
    return f"{GRADES[found.grade]} {COMPARED[found.field]}: {found.message}{cited}"


def comparisons_as_data(found: Iterable[Comparison]) -> list[dict[str, Any]]:
    """The comparison as plain data, sentences in every language."""
    return [
        {
            "field": each.field,
            "grade": each.grade,
            "reason": each.reason,
            "paragraph": each.paragraph,
            "message": each.message.as_dict(),
        }
        for each in found
    ]


def verdict(report: Report) -> Text:
    """The one sentence on the zone as a whole."""
    if report.conforms:
        return CONFORMS
    return BROKEN if report.faults else DEVIATES


def show_content(content: Content) -> Iterator[str]:
    """The fields, a line each."""
    rows = {
        "document_code": content.document_code,
        "issuer": _state(content.issuer),
        "primary": " ".join(content.name.primary),
        "secondary": " ".join(content.name.secondary),
        "number": content.number,
        "nationality": _state(content.nationality),
        "birth": _date(content.birth),
        "sex": content.sex,
        "expiry": _date(content.expiry),
        "optional": content.optional,
        "optional_2": content.optional_2,
    }
    for name, value in rows.items():
        if value:
            yield f"{FIELDS[name]}: {value}"
    yield f"({content.birth.rule} {content.expiry.rule})"


def show_findings(report: Report) -> Iterator[str]:
    """The verdict, what was found, what the digits cannot see, and proposals."""
    yield str(verdict(report))
    for each in report.findings:
        yield show_finding(each)
    if report.layout and report.fields:
        fields = ", ".join(str(FIELDS[name]) for name in unprotected(report.layout.format))
        yield str(UNPROTECTED.format(fields=fields))
    for repair in report.repairs[:MOST_REPAIRS]:
        yield from show_repair(repair)
    if len(report.repairs) > MOST_REPAIRS:
        yield str(MORE.format(count=len(report.repairs) - MOST_REPAIRS))


def show_finding(found: Finding) -> str:
    """One finding in one line: kind, place, rule, sentence, paragraph."""
    place = f" {found.line}:{found.first}" if found.first else f" {found.line}" * bool(found.line)
    known = f" [{found.deviation.type} {found.deviation.oid}]" if found.deviation else ""
    kind, told = KINDS[found.kind], found.message
    return f"{kind}{place} {found.rule}: {told} (Doc {found.paragraph}){known}"


def show_repair(repair: Repair) -> Iterator[str]:
    """A proposal with its lines and its proof."""
    yield str(PROPOSAL.format(reason=repair.sentence))
    yield from (f"  {line}" for line in repair.lines)
    digits = ", ".join(str(FIELDS[name]) for name in repair.proof)
    yield f"  {PROVEN.format(digits=digits) if repair.proven else UNPROVEN}"
    if repair.ambiguous:
        yield f"  {AMBIGUOUS}"


def as_data(report: Report) -> dict[str, Any]:
    """The report as plain data: sentences in every language, dates in ISO 8601."""
    return {
        "format": report.format and report.format.value,
        "lines": list(report.lines),
        "conforms": report.conforms,
        "verdict": verdict(report).as_dict(),
        "on": report.on.isoformat(),
        "fields": report.fields and report.fields._asdict(),
        "content": report.content and content_as_data(report.content),
        "findings": [_finding(each) for each in report.findings],
        "unprotected": list(unprotected(report.layout.format)) if report.layout else [],
        "repairs": [_repair(each) for each in report.repairs],
    }


def content_as_data(content: Content) -> dict[str, Any]:
    """The fields understood, as plain data."""
    return {
        "document_code": content.document_code,
        "issuer": content.issuer,
        "number": content.number,
        "primary": list(content.name.primary),
        "secondary": list(content.name.secondary),
        "possibly_truncated": content.name.possibly_truncated,
        "nationality": content.nationality,
        "birth": _date_as_data(content.birth),
        "sex": content.sex,
        "expiry": _date_as_data(content.expiry),
        "optional": content.optional,
        "optional_2": content.optional_2,
    }


def _date_as_data(read: ReadDate) -> dict[str, Any]:
    return {
        "raw": read.raw,
        "value": read.value and read.value.isoformat(),
        "year": read.year,
        "month": read.month,
        "day": read.day,
        "century": read.rule.as_dict(),
    }


def _finding(found: Finding) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "rule": found.rule,
        "field": found.field,
        "line": found.line,
        "first": found.first,
        "last": found.last,
        "paragraph": found.paragraph,
        "message": found.message.as_dict(),
        "deviation": found.deviation
        and {
            "type": found.deviation.type,
            "oid": found.deviation.oid,
            "confidence": found.deviation.confidence,
        },
    }


def _repair(repair: Repair) -> dict[str, Any]:
    return {
        "lines": list(repair.lines),
        "reason": repair.reason,
        "changes": [
            {"line": each.line, "position": each.position, "read": each.read, "as": each.proposed}
            for each in repair.changes
        ],
        "proof": list(repair.proof),
        "proven": repair.proven,
        "ambiguous": repair.ambiguous,
        "message": repair.sentence.as_dict(),
    }


def _state(code: str) -> str:
    known = known_codes().get(code)
    return f"{code} ({known.title})" if known and known.title else code


def _date(read: ReadDate) -> str:
    parts = ((read.year, 4), (read.month, 2), (read.day, 2))
    told = "-".join("?" * width if part is None else f"{part:0{width}}" for part, width in parts)
    return f"{told} ({read.raw})" if read.possible else read.raw
