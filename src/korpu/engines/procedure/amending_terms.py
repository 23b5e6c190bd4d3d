"""A rule of a term as an amendment writes it, laid over the declaration of the term.

An amendment keeps what it changes of a term as plain words, one per key:

========================  ======================================================================
``roll``, ``kind``        as the declaration writes them
``calendar``              whose calendar it is counted on
``quantity``, ``unit``    its length; a number of its own, whatever other terms keep to
``anchor``                the act it is counted from
``effect``, ``proposes``  what silence means; ``proposes`` empty: nothing is proposed
``extension_quantity``    how much an extension adds, in the unit of the term
``extension_times``       how often it may be extended
========================  ======================================================================
"""

from collections.abc import Iterator, Mapping

import yaml

from korpu.engines.procedure.model import Citation, Deadline, Parameter, ParameterVersion, Unit
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

PLAIN = frozenset({"roll", "kind", "calendar", "effect"})
LENGTH = frozenset({"quantity", "unit"})
EXTENSION = frozenset({"extension_quantity", "extension_times"})
KEYS = PLAIN | LENGTH | EXTENSION | {"anchor", "proposes"}
TERM_UNITS: tuple[Unit, ...] = ("hours", "calendar_days", "working_days", "months")
"""What a term is counted in."""
MOST = 10_000
NULL = "tag:yaml.org,2002:null"

Changed = Mapping[str, str]


def check_term(rule: Deadline, changed: Changed) -> None:
    """Refuse what cannot be said of the term, whatever the rest of the declaration.

    Raises:
        InvalidInput: ``fields`` names the key.
    """
    for key in sorted(changed.keys() - KEYS):
        raise InvalidInput(NOT_OF_A_TERM, fields={key: NOT_OF_A_TERM})
    for key in sorted(changed.keys() & {"quantity", *EXTENSION}):
        if not changed[key].isdecimal() or int(changed[key]) > MOST:
            raise InvalidInput(NO_NUMBER, fields={key: NO_NUMBER})
    if changed.get("unit", TERM_UNITS[0]) not in TERM_UNITS:
        raise InvalidInput(NO_UNIT, fields={"unit": NO_UNIT})
    if LENGTH & changed.keys() and rule.chosen_by:
        raise InvalidInput(CHOSEN, fields={"quantity": CHOSEN})
    if EXTENSION & changed.keys() and (rule.extension is None or rule.extension.parameter is None):
        raise InvalidInput(NOT_EXTENDED, fields={"extension_quantity": NOT_EXTENDED})
    _check_unit(rule, changed)


def _check_unit(rule: Deadline, changed: Changed) -> None:
    old, new = rule.parameter.unit, changed.get("unit", rule.parameter.unit)
    extended = rule.extension is not None and rule.extension.parameter is not None
    timed = any(anchor.time for anchor in rule.starts_with) and "anchor" not in changed
    rolled = changed.get("roll", rule.roll) != "none"
    if new != old and "quantity" not in changed:
        raise InvalidInput(UNIT_ALONE, fields={"quantity": UNIT_ALONE})
    if new == "hours" and rolled:
        raise InvalidInput(HOURS_ROLL, fields={"roll": HOURS_ROLL})
    if new == "hours" and (extended or rule.suspension or rule.direction == "before"):
        raise InvalidInput(NOT_HOURS, fields={"unit": NOT_HOURS})
    if new != old and extended and "extension_quantity" not in changed:
        raise InvalidInput(OTHER_UNIT, fields={"extension_quantity": OTHER_UNIT})
    if new != "hours" and timed:
        raise InvalidInput(TIMED, fields={"anchor": TIMED})


def numbers_of(rule: Deadline, changed: Changed, law: Citation, name: str) -> Iterator[Parameter]:
    """The numbers a term gets of its own; ``name`` is unique to the amendment and the term."""
    now = rule.parameter
    unit = next((each for each in TERM_UNITS if each == changed.get("unit")), now.unit)
    if LENGTH & changed.keys():
        yield _own(f"{name}.length", now, changed.get("quantity"), unit, law)
    if rule.extension is None or rule.extension.parameter is None:
        return
    added, bound = rule.extension.parameter, rule.extension.at_most
    if "extension_quantity" in changed:
        yield _own(f"{name}.extension", added, changed["extension_quantity"], unit, law)
    if "extension_times" in changed and bound is not None:
        yield _own(f"{name}.times", bound, changed["extension_times"], "times", law)


def written(changed: Changed, numbers: Mapping[str, str]) -> dict[str, object]:
    """The keys as the declaration would write them; a null takes the key away.

    ``numbers`` names the term's own numbers by ``length``, ``extension`` and ``times``.
    """
    found: dict[str, object] = {key: changed[key] for key in PLAIN & changed.keys()}
    if "length" in numbers:
        found["parameter"] = numbers["length"]
    if "anchor" in changed:
        found["starts_with"] = [{"act": changed["anchor"]}]
    if "proposes" in changed:
        found["proposes"] = changed["proposes"] or None
    bounds = {"parameter": "extension", "at_most": "times"}
    extension = {key: numbers[name] for key, name in bounds.items() if name in numbers}
    if extension:
        found["extension"] = extension
    return found


def without_nulls(node: yaml.Node) -> yaml.Node:
    """A mapping without the keys that were set to null, at any depth."""
    if not isinstance(node, yaml.MappingNode):
        return node
    kept = [(key, without_nulls(value)) for key, value in node.value if value.tag != NULL]
    return yaml.MappingNode(node.tag, kept, node.start_mark, node.end_mark)


def node_of(value: object, name: str) -> yaml.Node:
    """A mapping as a piece of a declaration."""
    loader = yaml.SafeLoader(yaml.safe_dump(value, allow_unicode=True))
    loader.name = name
    node = loader.get_single_node()
    assert node is not None
    return node


def _own(name: str, of: Parameter, quantity: str | None, unit: Unit, law: Citation) -> Parameter:
    known = of.versions[-1]
    number = int(quantity) if quantity is not None else known.quantity
    return Parameter(name, of.title, unit, (ParameterVersion(number, law, None, None),))


NOT_OF_A_TERM = Text(
    az="Müddətin belə qaydası yoxdur.",
    en="A term has no such rule.",
    ru="У срока нет такого правила.",
)
NO_NUMBER = Text(
    az="0-dan 10 000-dək tam ədəd yazın.",
    en="Write a whole number from 0 to 10,000.",
    ru="Укажите целое число от 0 до 10 000.",
)
NO_UNIT = Text(
    az="Siyahıdan ölçü vahidi seçin.",
    en="Choose a unit of the list.",
    ru="Выберите единицу из списка.",
)
CHOSEN = Text(
    az="Bu müddətin uzunluğunu qərar cədvəli seçir; cədvəldəki rəqəmi dəyişin.",
    en="A decision table chooses the length of this term: change the number in the table.",
    ru="Длительность этого срока выбирает таблица решений: измените число в таблице.",
)
NOT_EXTENDED = Text(
    az="Bu müddət uzadılmır, ona görə həddi də yoxdur.",
    en="This term is not extended by a number: there is no bound to change.",
    ru="Этот срок не продлевается на число дней: предела для изменения нет.",
)
UNIT_ALONE = Text(
    az="Vahid dəyişdikdə uzunluğu da yazın: rəqəm yeni vahidlədir.",
    en="With another unit, give the length too: the number is in the new unit.",
    ru="При смене единицы укажите и длительность: число — в новой единице.",
)
HOURS_ROLL = Text(
    az="Saatla hesablanan müddət iş günü olmayan gündə də axır: son günün yerində qalmasını seçin.",
    en="A term in hours runs on, whatever the day: choose that the last day stays where it falls.",
    ru="Срок в часах идёт и в нерабочие дни: выберите, что последний день не переносится.",
)
NOT_HOURS = Text(
    az="Dayandırılan, uzadılan və ya geriyə hesablanan müddət saatla ola bilməz.",
    en="A term that is suspended, extended or counted backwards cannot be in hours.",
    ru="Срок, который приостанавливается, продлевается или считается назад, не может быть в часах.",
)
TIMED = Text(
    az="Bu müddət günün saatından başlayır. Onun hansı hərəkətdən hesablandığını seçin.",
    en="This term starts at a time of day. Choose the act it is counted from.",
    ru="Этот срок начинается с времени суток. Выберите действие, от которого он отсчитывается.",
)
OTHER_UNIT = Text(
    az="Vahid dəyişdikdə uzadılmanın müddətini də yeni vahidlə göstərin.",
    en="With another unit, give what an extension adds in that unit too.",
    ru="При смене единицы укажите и продление в новой единице.",
)
