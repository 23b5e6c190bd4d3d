from decimal import Decimal

import pytest

from korpu.kernel.errors import InvalidInput
from korpu.kernel.money import Money


def azn(amount: str) -> Money:
    return Money(Decimal(amount), "AZN")


def test_amounts_of_one_currency_add_up_exactly() -> None:
    assert sum([azn("0.10"), azn("0.20")], Money.zero("AZN")) == azn("0.30")
    assert azn("5") - azn("7.5") == -azn("2.5")
    assert azn("1.25") * 4 == azn("5.00")


@pytest.mark.parametrize(
    "operation", ["__add__", "__sub__", "__lt__", "__le__", "__gt__", "__ge__"]
)
def test_two_currencies_are_never_reckoned_together(operation: str) -> None:
    with pytest.raises(InvalidInput, match="valyuta"):
        getattr(azn("1"), operation)(Money(Decimal(1), "EUR"))


@pytest.mark.parametrize("amount", [0.1, 1, Decimal("NaN"), Decimal("Infinity")])
def test_only_an_exact_amount_is_money(amount: object) -> None:
    with pytest.raises(InvalidInput):
        Money(amount, "AZN")


@pytest.mark.parametrize("currency", ["azn", "AZ", "AZNN", "₼", ""])
def test_a_currency_is_three_capital_letters(currency: str) -> None:
    with pytest.raises(InvalidInput):
        Money(Decimal(1), currency)


def test_rounding_is_half_to_even() -> None:
    assert azn("0.125").rounded() == azn("0.12")
    assert azn("0.135").rounded() == azn("0.14")


def test_amounts_compare_and_nothing_is_false() -> None:
    assert azn("1") < azn("2") <= azn("2.00") > azn("1.99") >= azn("1.99")
    assert not Money.zero("AZN")
    assert str(azn("12.50")) == "12.50 AZN"
