"""Text in seals: C40, three characters in two bytes.

Standard: ICAO Doc 9303-13, 2.6 and appendix C.
"""

from collections.abc import Iterator

from korpu.engines.mrtd.digits import FILLER

_SPACE = " "
_VALUES = {
    sign: value for value, sign in enumerate(_SPACE + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", 3)
}
_SIGNS = {value: sign for sign, value in _VALUES.items()}
_ONE_LEFT = 0xFE
_PADDING = 0
_TRIPLE = 3
_HIGH, _MIDDLE = 1600, 40


def encode_text(text: str) -> bytes:
    """The bytes of a text of capital letters, digits, spaces and fillers (which become spaces).

    >>> encode_text("VISA01").hex()
    'de515826'

    Raises:
        ValueError: another character.
    """
    plain = text.replace(FILLER, _SPACE)
    if not set(plain) <= set(_VALUES):
        msg = "only capital letters, digits, spaces and < can be encoded"
        raise ValueError(msg)
    found = bytearray()
    for start in range(0, len(plain), _TRIPLE):
        part = plain[start : start + _TRIPLE]
        if len(part) == 1:
            found += bytes((_ONE_LEFT, ord(part) + 1))
            continue
        values = [_VALUES[sign] for sign in part] + [_PADDING] * (_TRIPLE - len(part))
        number = values[0] * _HIGH + values[1] * _MIDDLE + values[2] + 1
        found += number.to_bytes(2, "big")
    return bytes(found)


def decode_text(data: bytes) -> str:
    """The text of C40 bytes; spaces stay spaces.

    Raises:
        ValueError: the bytes are no C40.
    """
    if len(data) % 2:
        msg = "C40 comes in pairs of bytes"
        raise ValueError(msg)
    return "".join(_decoded(data))


def _decoded(data: bytes) -> Iterator[str]:
    for at in range(0, len(data), 2):
        last = at + 2 == len(data)
        if data[at] == _ONE_LEFT:
            yield _single(data[at + 1], last=last)
            continue
        number = int.from_bytes(data[at : at + 2], "big") - 1
        values = [number // _HIGH, number % _HIGH // _MIDDLE, number % _MIDDLE]
        if last and values[-1] == _PADDING:
            values.pop()
        if not all(value in _SIGNS for value in values):
            msg = "a value that stands for no character"
            raise ValueError(msg)
        yield from (_SIGNS[value] for value in values)


def _single(value: int, *, last: bool) -> str:
    sign = chr(value - 1) if value else ""
    if not last or sign not in _VALUES:
        msg = "a single character may only end a text"
        raise ValueError(msg)
    return sign
