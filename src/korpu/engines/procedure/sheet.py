"""A procedure as a reference sheet: every rule with its article and how sure we are of it."""

from collections.abc import Iterator, Sequence

from korpu.engines.procedure.effects import EFFECT_TEXTS
from korpu.engines.procedure.model import (
    BACK,
    STAY,
    Act,
    Anchor,
    Citation,
    Deadline,
    ParameterVersion,
    Procedure,
)
from korpu.engines.procedure.told_beside import sections, whole
from korpu.engines.procedure.wording import (
    CONFIDENCE_TEXTS,
    cited,
    counted,
    dated,
    joined,
)
from korpu.kernel.texts import Language, Text

NOTHING = Text(az="—", en="—", ru="—")
HEADINGS = {
    "statuses": Text(az="Statuslar", en="Statuses", ru="Статусы"),
    "acts": Text(az="Hərəkətlər", en="Acts", ru="Действия"),
    "deadlines": Text(az="Müddətlər", en="Deadlines", ru="Сроки"),
    "law": Text(az="Mənbələr", en="Sources", ru="Источники"),
}
STATUS_COLUMNS = (
    Text(az="Status", en="Status", ru="Статус"),
    Text(az="Kim gözlənilir", en="Who is awaited", ru="Кого ожидают"),
)
FIELDS = {
    "roles": Text(az="Kim edir", en="Who", ru="Кто"),
    "from": Text(az="Hansı statusda", en="In status", ru="В статусе"),
    "to": Text(az="Nəticə", en="Leads to", ru="Результат"),
    "needs": Text(az="Göstərilməlidir", en="Must state", ru="Нужно указать"),
    "refused": Text(az="Mümkün deyil", en="Refused when", ru="Отказ, если"),
    "reasons": Text(
        az="Əsaslandırma tələb olunur.", en="Reasons are required.", ru="Требуется обоснование."
    ),
    "discretion": Text(
        az="Qərarı yalnız insan verir.", en="Only a person decides it.", ru="Решает только человек."
    ),
    "remedy": Text(az="Şikayət yolu", en="Remedy", ru="Обжалование"),
    "letter": Text(az="Məktub", en="Letter", ru="Письмо"),
    "law": Text(az="Əsas", en="Basis", ru="Основание"),
    "kind": Text(az="Növ", en="Kind", ru="Вид"),
    "length": Text(az="Müddət", en="Length", ru="Длительность"),
    "starts": Text(az="Başlayır", en="Starts with", ru="Начинается с"),
    "met": Text(az="İcra olunur", en="Met by", ru="Исполняется"),
    "restarted": Text(az="Yenidən başlayır", en="Starts again with", ru="Начинается заново с"),
    "suspended": Text(az="Dayandırılır", en="Suspended by", ru="Приостанавливается"),
    "resumed": Text(az="Davam etdirilir", en="Resumed by", ru="Возобновляется"),
    "effect": Text(az="Keçdikdə", en="When it passes", ru="По истечении"),
    "proposes": Text(
        az="Təklif olunur, insan təsdiq edir",
        en="Proposed, for a person to confirm",
        ru="Предлагается, подтверждает человек",
    ),
    "told": Text(az="Bildirilir", en="Told", ru="Сообщается"),
}
KINDS = {
    "planned": Text(az="planlaşdırılmış", en="planned", ru="плановый"),
    "service": Text(az="xidmət standartı", en="service standard", ru="стандарт обслуживания"),
    "statutory": Text(az="qanuni", en="statutory", ru="законный"),
}
STAYS = Text(az="status dəyişmir", en="the status stays", ru="статус не меняется")
GOES_BACK = Text(az="əvvəlki status", en="the status before", ru="прежний статус")
OPENS = Text(az="işi açır", en="opens the case", ru="открывает дело")
UNKNOWN = Text(
    az="rəqəm məlum deyil, tarix hesablanmır",
    en="the number is not known, no date is computed",
    ru="число неизвестно, дата не вычисляется",
)
LAPSE = Text(az="“{title}” müddətinin bitməsi", en="the end of “{title}”", ru="истечение «{title}»")
VERSION = Text(
    az="Versiya {version}, {first} tarixindən.",
    en="Version {version}, in force from {first}.",
    ru="Версия {version}, действует с {first}.",
)


def sheet(procedure: Procedure, language: Language) -> str:
    """The procedure in Markdown: statuses, acts, deadlines and sources."""
    return _Sheet(procedure, language).text()


class _Sheet:
    def __init__(self, procedure: Procedure, language: Language) -> None:
        self.procedure = procedure
        self.language = language

    def text(self) -> str:
        parts = [
            f"# {self._say(self.procedure.title)}",
            f"`{self.procedure.id}` · {self._version()}",
            self._heading("statuses"),
            "\n".join(self._statuses()),
            self._heading("acts"),
            *(self._act(act) for act in self.procedure.acts.values()),
            self._heading("deadlines"),
            *(self._deadline(rule) for rule in self.procedure.deadlines.values()),
            *self._beside(),
            self._heading("law"),
            "\n".join(f"* {line}" for line in self._sources()),
        ]
        return "\n\n".join(parts) + "\n"

    def _say(self, text: Text) -> str:
        return text.in_language(self.language)

    def _heading(self, name: str) -> str:
        return f"## {self._say(HEADINGS[name])}"

    def _version(self) -> str:
        first = dated(self.procedure.valid_from)
        return self._say(VERSION.format(version=self.procedure.version, first=first))

    def _beside(self) -> Iterator[str]:
        for section in sections(self.procedure):
            yield f"## {self._say(section.title)}"
            for each in section.members:
                yield f"**{each.mark} {self._say(each.title)}.** {self._say(whole(each))}"

    def _statuses(self) -> Iterator[str]:
        yield "| " + " | ".join(map(self._say, STATUS_COLUMNS)) + " |"
        yield "|---|---|"
        for status in self.procedure.statuses.values():
            owner = self._role(status.owner) if status.owner else self._say(NOTHING)
            title = self._say(status.title)
            yield f"| {f'**{title}**' if status.final else title} | {owner} |"

    def _act(self, act: Act) -> str:
        lines = [
            f"### {self._say(act.title)}",
            "",
            self._field("roles", ", ".join(map(self._role, sorted(act.roles)))),
            self._field("from", self._from(act)),
            self._field("to", self._to(act)),
        ]
        if act.facts_required:
            facts = [self.procedure.facts[fact].title for fact in act.facts_required]
            lines.append(self._field("needs", self._say(joined(facts, ", "))))
        lines += [
            self._field("refused", self._say(condition.sentence) + self._mark(condition.citation))
            for condition in act.conditions
        ]
        return "\n".join(lines + list(self._duties(act)))

    def _duties(self, act: Act) -> Iterator[str]:
        if act.reasons_required:
            yield f"* {self._say(FIELDS['reasons'])}"
        if act.discretion:
            yield f"* {self._say(FIELDS['discretion'])}"
        if act.remedy:
            law = "; ".join(self._say(cited(each)) for each in act.remedy.law)
            yield self._field("remedy", f"{act.remedy.sentence.in_language(self.language)} ({law})")
        if act.letter:
            yield self._field("letter", f"`{act.letter}`")
        yield from self._law(act.law)

    def _deadline(self, rule: Deadline) -> str:
        lines = [
            f"### {self._say(rule.title)}",
            "",
            self._field("kind", self._say(KINDS[rule.kind])),
            *(self._field("length", self._length(rule, each)) for each in rule.parameter.versions),
            self._field("starts", ", ".join(self._anchor(each) for each in rule.starts_with)),
            *self._moves(rule),
            *self._outcome(rule),
        ]
        return "\n".join([*lines, *self._law(rule.law)])

    def _length(self, rule: Deadline, version: ParameterVersion) -> str:
        length = (
            UNKNOWN if version.quantity is None else counted(version.quantity, rule.parameter.unit)
        )
        return f"{self._say(length)} — {self._say(cited(version.citation))}"

    def _moves(self, rule: Deadline) -> Iterator[str]:
        suspension = rule.suspension
        named = {
            "met": rule.met_by,
            "restarted": rule.restarted_by,
            "suspended": suspension.suspended_by if suspension else frozenset(),
            "resumed": suspension.resumed_by if suspension else frozenset(),
        }
        for name, acts in named.items():
            if acts:
                yield self._field(name, self._acts(acts))

    def _outcome(self, rule: Deadline) -> Iterator[str]:
        if rule.effect:
            yield self._field("effect", self._say(EFFECT_TEXTS[rule.effect]))
        if rule.proposes:
            yield self._field("proposes", self._acts({rule.proposes}))
        if rule.escalates_to:
            yield self._field("told", self._role(rule.escalates_to))

    def _anchor(self, anchor: Anchor) -> str:
        if anchor.lapse_of:
            title = self.procedure.deadlines[anchor.lapse_of].title
            return self._say(LAPSE.format(title=title))
        if anchor.fact:
            return self._say(self.procedure.facts[anchor.fact].title)
        return self._acts({anchor.act or ""})

    def _acts(self, acts: frozenset[str] | set[str]) -> str:
        ordered = [act.title for act in self.procedure.acts.values() if act.id in acts]
        return self._say(joined(ordered, ", "))

    def _from(self, act: Act) -> str:
        if act.opening:
            return self._say(OPENS)
        titles = [self.procedure.statuses[status].title for status in act.from_statuses]
        return self._say(joined(titles, ", "))

    def _to(self, act: Act) -> str:
        special = {STAY: STAYS, BACK: GOES_BACK}.get(act.to_status)
        return self._say(special or self.procedure.statuses[act.to_status].title)

    def _role(self, role: str) -> str:
        title = self.procedure.role_titles.get(role)
        return self._say(title) if title else f"`{role}`"

    def _field(self, name: str, value: str) -> str:
        return f"* {self._say(FIELDS[name])}: {value}"

    def _law(self, citations: Sequence[Citation]) -> Iterator[str]:
        for each in citations:
            yield self._field("law", self._say(cited(each)))

    def _mark(self, citation: Citation | None) -> str:
        return f" ({self._say(cited(citation))})" if citation else ""

    def _sources(self) -> Iterator[str]:
        """Every instrument the procedure rests on, with its notes, each once."""
        seen: dict[str, None] = {}
        for each in self._citations():
            mark = self._say(CONFIDENCE_TEXTS[each.confidence])
            parts = [each.instrument, each.article, mark, each.note, each.source]
            seen[" · ".join(part for part in parts if part)] = None
        yield from sorted(seen)

    def _citations(self) -> Iterator[Citation]:
        yield from self.procedure.law
        for act in self.procedure.acts.values():
            yield from act.law
            yield from (each.citation for each in act.conditions if each.citation)
            yield from act.remedy.law if act.remedy else ()
        for rule in self.procedure.deadlines.values():
            yield from rule.law
            yield from (version.citation for version in rule.parameter.versions)
            if rule.suspension:
                yield rule.suspension.citation
