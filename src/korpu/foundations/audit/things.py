"""What tables and other things are called in the trail; each is named by whoever knows it."""

from collections.abc import Mapping

from korpu.kernel.texts import Text

_names: dict[str, Text] = {}


def name_things(names: Mapping[str, Text]) -> None:
    """Give tables and kinds of things read (``casework.case``) a name people understand.

    Raises:
        ValueError: a thing already has another name.
    """
    for thing, name in names.items():
        if _names.get(thing, name) != name:
            raise ValueError(f"{thing} is named twice for the trail.")
        _names[thing] = name


def thing(object_type: str) -> str:
    """The name in the reader's language; the technical one where nobody gave any."""
    return str(_names.get(object_type, object_type))


def named_things() -> frozenset[str]:
    """Every table and kind that has a name."""
    return frozenset(_names)
