"""A procedure as BPMN 2.0 with a layout, for tools that draw and exchange processes.

An open status is a gateway, an act a user task, a final status an end event. An act that begins a
branch forks; a term that proposes an act is a timer on the way to it. What BPMN has no word for,
the article and the conditions of an act, stands in its documentation.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from korpu.engines.procedure.layout import lay_out
from korpu.engines.procedure.model import BACK, STAY, Act, Procedure
from korpu.engines.procedure.places import begins
from korpu.engines.procedure.wording import cited
from korpu.kernel.texts import Language, Text

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
DI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DD = "http://www.omg.org/spec/DD/20100524/DI"
TASK, SMALL = (120, 60), (40, 40)
STEP, ROW = 150, 240
BACK_TITLE = Text(az="əvvəlki statusa", en="to the status before", ru="к прежнему статусу")


def bpmn(procedure: Procedure, language: Language) -> str:
    """The procedure as one BPMN 2.0 document.

    Standard: OMG BPMN 2.0 (formal/2011-01-03), process and diagram interchange.
    """
    return _Writer(procedure, language).document()


@dataclass(frozen=True, slots=True)
class _Node:
    id: str
    kind: str
    name: str
    place: tuple[int, int]
    size: tuple[int, int]
    words: str = ""

    @property
    def middle(self) -> tuple[int, int]:
        return self.place[0] + self.size[0] // 2, self.place[1] + self.size[1] // 2


@dataclass
class _Writer:
    procedure: Procedure
    language: Language
    nodes: dict[str, _Node] = field(default_factory=dict)
    flows: list[tuple[str, str]] = field(default_factory=list)
    under: dict[str, int] = field(default_factory=dict)

    def document(self) -> str:
        self._statuses()
        for act in self.procedure.acts.values():
            self._act(act)
        for name, space in (("", MODEL), ("bpmndi", DI), ("dc", DC), ("di", DD)):
            ET.register_namespace(name, space)
        root = ET.Element(
            _q(MODEL, "definitions"), {"id": "definitions", "targetNamespace": "korpu"}
        )
        root.append(self._process())
        root.append(self._diagram())
        ET.indent(root)
        return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"

    def _say(self, text: Text) -> str:
        return text.in_language(self.language)

    def _statuses(self) -> None:
        spots = lay_out(self.procedure).spots
        first = min(spot.column for spot in spots.values())
        wide = max(self._acts_from(status) for status in spots) + 1
        for status, spot in spots.items():
            found = self.procedure.statuses[status]
            kind = "endEvent" if found.final else "exclusiveGateway"
            place = ((spot.column - first) * wide * STEP + 60, spot.row * ROW + 200)
            self._add(_Node(f"status_{status}", kind, self._say(found.title), place, SMALL))

    def _acts_from(self, status: str) -> int:
        return sum(status in act.from_statuses for act in self.procedure.acts.values())

    def _add(self, node: _Node) -> str:
        self.nodes[node.id] = node
        return node.id

    def _act(self, act: Act) -> None:
        if act.opening:
            left, top = self.nodes[f"status_{act.to_status}"].place
            start = self._add(_Node(f"start_{act.id}", "startEvent", "", (left, top - 190), SMALL))
            task = self._task(act, f"act_{act.id}", (left - 40, top - 110))
            self.flows += [(start, task), (task, f"status_{act.to_status}")]
            return
        for source in act.from_statuses:
            self._from(act, source)

    def _from(self, act: Act, source: str) -> None:
        """One task for each status an act is done in: several ways out of one would fork."""
        gateway = self.nodes[f"status_{source}"]
        number = self.under[source] = self.under.get(source, -1) + 1
        place = (gateway.place[0] + number * STEP, gateway.place[1] + 90)
        task = self._task(act, f"act_{act.id}_{source}", place)
        self.flows.append((gateway.id, task))
        self._timers(act, source, task, place)
        targets = list(self._targets(act, source))
        if len(targets) == 1:
            self.flows.append((task, f"status_{targets[0]}"))
            return
        kind = "exclusiveGateway" if act.to_status == BACK else "parallelGateway"
        name = self._say(BACK_TITLE) if act.to_status == BACK else ""
        spot = (place[0] + 40, place[1] + 70)
        fork = self._add(_Node(f"fork_{act.id}_{source}", kind, name, spot, SMALL))
        self.flows += [(task, fork), *((fork, f"status_{each}") for each in targets)]

    def _targets(self, act: Act, source: str) -> Iterator[str]:
        if act.to_status == STAY:
            yield source
        elif act.to_status == BACK:
            into = [each for each in self.procedure.acts.values() if each.to_status == source]
            yield from dict.fromkeys(status for each in into for status in each.from_statuses)
        else:
            yield act.to_status
            if begins(self.procedure, act):
                yield source
            if act.also_to:
                yield act.also_to

    def _timers(self, act: Act, source: str, task: str, place: tuple[int, int]) -> None:
        rules = [each for each in self.procedure.deadlines.values() if each.proposes == act.id]
        for number, rule in enumerate(rules):
            spot = (place[0] + 60 + number * 42, place[1] - 45)
            name, ident = self._say(rule.title), f"timer_{rule.id}_{source}"
            self._add(_Node(ident, "intermediateCatchEvent", name, spot, (36, 36)))
            self.flows += [(f"status_{source}", ident), (ident, task)]

    def _task(self, act: Act, ident: str, place: tuple[int, int]) -> str:
        words = [self._say(each.sentence) for each in act.conditions]
        words += [self._say(cited(each)) for each in act.law]
        words += [
            self._say(self.procedure.role_titles[r])
            for r in sorted(act.roles)
            if r in self.procedure.role_titles
        ]
        return self._add(
            _Node(ident, "userTask", self._say(act.title), place, TASK, "\n".join(words))
        )

    def _process(self) -> ET.Element:
        ident = self.procedure.id.replace("/", "_")
        names = {"id": ident, "name": self._say(self.procedure.title), "isExecutable": "false"}
        process = ET.Element(_q(MODEL, "process"), names)
        for node in self.nodes.values():
            element = ET.SubElement(
                process, _q(MODEL, node.kind), {"id": node.id, "name": node.name}
            )
            if node.words:
                ET.SubElement(element, _q(MODEL, "documentation")).text = node.words
            for end, name in ((1, "incoming"), (0, "outgoing")):
                for number, flow in enumerate(self.flows):
                    if flow[end] == node.id:
                        ET.SubElement(element, _q(MODEL, name)).text = f"flow_{number}"
            if node.kind == "intermediateCatchEvent":
                ET.SubElement(element, _q(MODEL, "timerEventDefinition"), {"id": f"{node.id}_term"})
        for number, (source, target) in enumerate(self.flows):
            ends = {"id": f"flow_{number}", "sourceRef": source, "targetRef": target}
            ET.SubElement(process, _q(MODEL, "sequenceFlow"), ends)
        return process

    def _diagram(self) -> ET.Element:
        diagram = ET.Element(_q(DI, "BPMNDiagram"), {"id": "diagram"})
        ident = self.procedure.id.replace("/", "_")
        plane = ET.SubElement(diagram, _q(DI, "BPMNPlane"), {"id": "plane", "bpmnElement": ident})
        for node in self.nodes.values():
            shape = ET.SubElement(
                plane, _q(DI, "BPMNShape"), {"id": f"shape_{node.id}", "bpmnElement": node.id}
            )
            sides = dict(zip(("x", "y", "width", "height"), (*node.place, *node.size), strict=True))
            ET.SubElement(
                shape, _q(DC, "Bounds"), {name: str(each) for name, each in sides.items()}
            )
        for number, flow in enumerate(self.flows):
            names = {"id": f"edge_{number}", "bpmnElement": f"flow_{number}"}
            edge = ET.SubElement(plane, _q(DI, "BPMNEdge"), names)
            for end in flow:
                x, y = self.nodes[end].middle
                ET.SubElement(edge, _q(DD, "waypoint"), {"x": str(x), "y": str(y)})
        return diagram


def _q(space: str, name: str) -> str:
    return f"{{{space}}}{name}"
