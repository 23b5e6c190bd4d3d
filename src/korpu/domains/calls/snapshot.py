"""The announcement of a call as data: what a version keeps and a correction is compared with."""

from typing import Any

from korpu.domains.calls.models import AskedDocument, Call, Condition, Criterion, Post

_WORDS = tuple(f"{name}_{lang}" for name in ("title", "text") for lang in ("az", "en", "ru"))
_TERMS = ("objection_days", "assessors_needed")


def announcement_of(call: Call) -> dict[str, Any]:
    """Everything the public reads of a call, as JSON holds it."""
    return {
        **{name: getattr(call, name) for name in (*_WORDS, "contact", *_TERMS)},
        "closes_at": call.closes_at.isoformat() if call.closes_at else None,
        "contract_from": call.contract_from.isoformat() if call.contract_from else None,
        "contract_until": call.contract_until.isoformat() if call.contract_until else None,
        "minimum_total": str(call.minimum_total),
        "consensus_spread": str(call.consensus_spread),
        "posts": [
            {"kind": post.kind, "places": post.places, **_text(post)} for post in call.posts.all()
        ],
        "conditions": [_text(condition) for condition in call.conditions.all()],
        "criteria": [
            {"weight": one.weight, "scale_max": one.scale_max, **_text(one)}
            for one in call.criteria.all()
        ],
        "documents": [
            {"is_required": one.is_required, **_text(one)} for one in call.asked_documents.all()
        ],
    }


def _text(part: Post | Condition | Criterion | AskedDocument) -> dict[str, str]:
    return {"az": part.text_az, "en": part.text_en, "ru": part.text_ru}
