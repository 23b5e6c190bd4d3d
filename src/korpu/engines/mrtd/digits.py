"""Check digits: weights 7, 3, 1 repeating, modulus 10.

Standard: ICAO Doc 9303-3, 4.9 and appendix A.
"""

from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

FILLER = "<"
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" + FILLER
VALUES = {sign: 0 if sign == FILLER else value for value, sign in enumerate(ALPHABET)}
WEIGHTS = (7, 3, 1)
MODULUS = 10

_NOT_OF_THE_ZONE = Text(
    az="Yoxlama rəqəmi yalnız A–Z, 0–9 və < işarələrindən hesablanır.",
    en="A check digit is computed from the characters A–Z, 0–9 and < alone.",
    ru="Контрольная цифра вычисляется только по знакам A–Z, 0–9 и <.",
)


class _Parts(dict[str, int]):
    """The weighted sum of up to three characters, computed once for each that occurs.

    Three characters are one period of the weights, so a sum over a field is a sum over its thirds.
    At most 37³ + 37² + 37 entries.
    """

    def __missing__(self, part: str) -> int:
        total = sum(VALUES[sign] * weight for sign, weight in zip(part, WEIGHTS, strict=False))
        self[part] = total
        return total


_PARTS = _Parts()


def weigh(text: str) -> int:
    """The sum of the values times 7, 3, 1, 7, …; only for characters of the zone.

    Raises:
        KeyError: another character stands in ``text``.
    """
    total = 0
    for start in range(0, len(text), 3):
        total += _PARTS[text[start : start + 3]]
    return total


def check_digit(text: str) -> str:
    """The check digit over ``text``.

    >>> check_digit("520727")
    '3'

    Raises:
        InvalidInput: a character that cannot stand in the zone.
    """
    try:
        return str(weigh(text) % MODULUS)
    except KeyError:
        raise InvalidInput(_NOT_OF_THE_ZONE) from None


def indistinguishable(sign: str) -> str:
    """The other characters that no check digit tells from ``sign``: those equal modulo 10.

    >>> indistinguishable("K")
    '0AU<'
    """
    rest = VALUES[sign] % MODULUS
    return "".join(each for each in ALPHABET if VALUES[each] % MODULUS == rest and each != sign)
