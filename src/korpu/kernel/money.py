"""An amount that never travels without its currency."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Self

from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount in one currency.

    Two currencies are never added or compared: that needs a rate, and a rate needs a date.

    Args:
        amount: exact; a float is refused, because it is not the amount that was written.
        currency: ISO 4217 code, three capital letters.

    Raises:
        InvalidInput: the amount is not a finite decimal number, or the code has another shape.
    """

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        amount: object = self.amount  # a caller without a type checker may pass a float
        if not isinstance(amount, Decimal) or not amount.is_finite():
            raise InvalidInput(
                Text(
                    az="Məbləğ dəqiq onluq ədəd olmalıdır.",
                    en="An amount must be an exact decimal number.",
                    ru="Сумма должна быть точным десятичным числом.",
                )
            )
        if not re.fullmatch(r"[A-Z]{3}", self.currency):
            raise InvalidInput(
                Text(
                    az="Valyuta üç böyük latın hərfi ilə yazılır, məsələn, AZN.",
                    en="A currency is written as three capital letters, for example AZN.",
                    ru="Валюта записывается тремя заглавными латинскими буквами, например AZN.",
                )
            )

    @classmethod
    def zero(cls, currency: str) -> Self:
        """Nothing, in ``currency``: the start of a sum."""
        return cls(Decimal(0), currency)

    def rounded(self, digits: int = 2) -> Self:
        """Rounded half to even at so many decimal places."""
        step = Decimal(1).scaleb(-digits)
        return type(self)(self.amount.quantize(step, ROUND_HALF_EVEN), self.currency)

    def __add__(self, other: Self) -> Self:
        return type(self)(self.amount + self._same(other), self.currency)

    def __sub__(self, other: Self) -> Self:
        return type(self)(self.amount - self._same(other), self.currency)

    def __neg__(self) -> Self:
        return type(self)(-self.amount, self.currency)

    def __mul__(self, factor: int | Decimal) -> Self:
        return type(self)(self.amount * factor, self.currency)

    def __lt__(self, other: Self) -> bool:
        return self.amount < self._same(other)

    def __le__(self, other: Self) -> bool:
        return self.amount <= self._same(other)

    def __gt__(self, other: Self) -> bool:
        return self.amount > self._same(other)

    def __ge__(self, other: Self) -> bool:
        return self.amount >= self._same(other)

    def __bool__(self) -> bool:
        return bool(self.amount)

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    def _same(self, other: Self) -> Decimal:
        if self.currency == other.currency:
            return other.amount
        raise InvalidInput(
            Text(
                az="Müxtəlif valyutalardakı məbləğlər birlikdə hesablanmır.",
                en="Amounts in different currencies cannot be reckoned together.",
                ru="Суммы в разных валютах нельзя считать вместе.",
            ),
            Text(
                az="Əvvəlcə məbləği {currency} valyutasına müəyyən günün məzənnəsi ilə çevirin.",
                en="Convert the amount to {currency} first, at the rate of a stated day.",
                ru="Сначала переведите сумму в {currency} по курсу определённого дня.",
            ).format(currency=self.currency),
            facts={"currencies": sorted({self.currency, other.currency})},
        )
