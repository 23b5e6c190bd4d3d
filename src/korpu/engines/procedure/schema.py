"""A JSON Schema of declarations, so that an editor completes and underlines while one writes."""

from collections.abc import Iterable, Mapping
from typing import Any

from korpu.engines.procedure import declaring, declaring_beside, declaring_deadlines
from korpu.engines.procedure.effects import EFFECT_TEXTS
from korpu.engines.procedure.model import CONFIDENCES
from korpu.kernel.texts import LANGUAGES

Schema = Mapping[str, Any]
SENTENCE: Schema = {
    "type": "object",
    "properties": {language: {"type": ["string", "number"]} for language in LANGUAGES},
    "required": list(LANGUAGES),
    "additionalProperties": False,
}
WORDS: Schema = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
YES_NO: Schema = {"type": "boolean"}
ANY: Schema = {}
CITATION: Schema = {
    "type": "object",
    "properties": {
        "instrument": {"type": "string"},
        "article": {"type": ["string", "number"]},
        "confidence": {"enum": list(CONFIDENCES)},
        "note": {"type": "string"},
        "source": {"type": "string"},
    },
    "required": ["instrument", "confidence"],
    "additionalProperties": False,
}
LAW: Schema = {"anyOf": [CITATION, {"type": "array", "items": CITATION}]}
KNOWN: Schema = {
    "title": SENTENCE,
    "sentence": SENTENCE,
    "text": SENTENCE,
    "law": LAW,
    "roles": WORDS,
    "from": WORDS,
    "reasons_required": YES_NO,
    "refuses": YES_NO,
    "discretion": YES_NO,
    "opens_case": YES_NO,
    "required": YES_NO,
    "silence_suffices": YES_NO,
    "kind": {"enum": list(declaring_deadlines.KINDS)},
    "roll": {"enum": list(declaring_deadlines.ROLLS)},
    "binds": {"enum": list(declaring_deadlines.BOUND)},
    "effect": {"enum": sorted(EFFECT_TEXTS)},
    "direction": {"enum": ["after", "before"]},
}


def schema_of_declarations() -> dict[str, Any]:
    """The schema of a file of ``procedures/``; its keys are those the reader accepts.

    Standard: JSON Schema, draft 2020-12.
    """
    whole = _object(declaring.PROCEDURE_KEYS)
    whole["properties"] |= {
        "law": LAW,
        "acts": _named(_object(declaring.ACT_KEYS)),
        "deadlines": _named(_object(declaring_deadlines.KEYS)),
        "waits": _named(_object(declaring_beside.WAIT_KEYS)),
        "facts": _named(_fact()),
        "statuses": _named(_object(("title", "owner", "final", "branch"))),
    }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | whole


def _fact() -> dict[str, Any]:
    found = _object(("title", "kind", "from", "values"))
    found["properties"] |= {
        "kind": {"enum": list(declaring.FACT_KINDS)},
        "from": {"enum": ["acts", "business"]},
    }
    return found


def _object(keys: Iterable[str]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {key: KNOWN.get(key, ANY) for key in sorted(keys)},
        "additionalProperties": False,
    }


def _named(member: Schema) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": member}
