"""The check digits and the layout again, slowly: written from the tables of the standard alone.

Shares no code and no table with the engine: positions are typed here a second time, characters are
weighed one by one.
"""

WEIGHTS = [7, 3, 1]

# line, first, last of what a digit covers; then line and position of the digit itself
NUMBER_BIRTH_EXPIRY = {
    "number_digit": ([(2, 1, 9)], (2, 10)),
    "birth_digit": ([(2, 14, 19)], (2, 20)),
    "expiry_digit": ([(2, 22, 27)], (2, 28)),
}
DIGITS = {
    "TD3": {
        **NUMBER_BIRTH_EXPIRY,
        "optional_digit": ([(2, 29, 42)], (2, 43)),
        "composite_digit": ([(2, 1, 10), (2, 14, 20), (2, 22, 43)], (2, 44)),
    },
    "TD2": {
        **NUMBER_BIRTH_EXPIRY,
        "composite_digit": ([(2, 1, 10), (2, 14, 20), (2, 22, 35)], (2, 36)),
    },
    "TD1": {
        "number_digit": ([(1, 6, 14)], (1, 15)),
        "birth_digit": ([(2, 1, 6)], (2, 7)),
        "expiry_digit": ([(2, 9, 14)], (2, 15)),
        "composite_digit": ([(1, 6, 30), (2, 1, 7), (2, 9, 15), (2, 19, 29)], (2, 30)),
    },
    "MRV-A": NUMBER_BIRTH_EXPIRY,
    "MRV-B": NUMBER_BIRTH_EXPIRY,
}
OPTIONAL_BEHIND_NUMBER = {"TD1": (1, 16, 30), "TD2": (2, 29, 35)}


def value(sign: str) -> int:
    if sign == "<":
        return 0
    return int(sign) if sign.isdigit() else ord(sign) - ord("A") + 10


def digit(text: str) -> str:
    total = 0
    for place, sign in enumerate(text):
        total += value(sign) * WEIGHTS[place % 3]
    return str(total % 10)


def wrong_digits(form: str, lines: list[str]) -> set[str]:
    """The digits that do not agree; a long number is judged as a whole."""

    def part(line: int, first: int, last: int) -> str:
        return "".join(lines[line - 1][at - 1] for at in range(first, last + 1))

    wrong = set()
    for name, (spans, (line, place)) in DIGITS[form].items():
        covered, printed = "".join(part(*span) for span in spans), part(line, place, place)
        if name == "number_digit" and printed == "<" and form in OPTIONAL_BEHIND_NUMBER:
            wrong |= _wrong_long_number(covered, part(*OPTIONAL_BEHIND_NUMBER[form]))
        elif name == "optional_digit" and printed == "<" and set(covered) == {"<"}:
            continue
        elif printed != digit(covered):
            wrong.add(name)
    return wrong


def _wrong_long_number(number: str, optional: str) -> set[str]:
    rest = ""
    for sign in optional:
        if sign == "<":
            break
        rest += sign
    if rest == optional or len(rest) < 2 or rest[-1] not in "0123456789":
        return {"long_number_form"}
    return set() if digit(number + rest[:-1]) == rest[-1] else {"long_number_digit"}
