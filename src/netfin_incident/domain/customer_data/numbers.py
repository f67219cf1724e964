"""What a number must be to count as customer data, whatever stands around it.

Every check is given the digits without gaps, and how many stood together between the gaps.
"""

import re
from datetime import date
from typing import Final

_GROUP: Final = 4
_ISSUED: Final = re.compile(
    r"4(?:[0-9]{12}|[0-9]{15}|[0-9]{18})"
    r"|(?:5[1-5][0-9]{2}|222[1-9]|22[3-9][0-9]|2[3-6][0-9]{2}|27[01][0-9]|2720)[0-9]{12}"
    r"|3[47][0-9]{13}"
    r"|3(?:0[0-5]|09|6|8|9)[0-9]{11,12}"
    r"|35(?:2[89]|[3-8][0-9])[0-9]{12}"
    r"|6[0245789][0-9]{14,17}"
    r"|(?:81|9558)[0-9]{12,17}"
)
"""Prefixes and lengths that issuers use: Visa, Mastercard, American Express, Diners, JCB, UnionPay,
Discover, Maestro, and the older debit cards of China."""
_MOBILE: Final = re.compile(
    r"1(?:3[0-9]|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8[0-9]|9[0-35-9])[0-9]{8}"
)
_COUNTRY: Final = re.compile(r"(?:0086|86)(?=1[0-9]{10}$)")
_MOBILE_GROUPS: Final = ((11,), (3, 4, 4), (3, 8))
_MOBILE_PARTS: Final = 4
"""With the country."""
_CARD_GROUPS: Final = ((4, 6, 5), (4, 6, 4), (6, 10), (6, 13))
_PLACES: Final = frozenset(
    str(place)
    for series in (
        (11, 16),
        (21, 24),
        (31, 38),
        (41, 47),
        (50, 55),
        (61, 66),
        (71, 72),
        (81, 84),
        (91, 92),
    )
    for place in range(*series)
)
"""The first two digits of an identity number: the province."""
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10X98765432"
_BIRTHS: Final = range(1900, 2050)
_LONG, _OLD = 18, 15
_MOST_GROUPS: Final = 6
_ACCOUNT_DIGITS: Final = range(9, 31)
_IBAN_SHORTEST: Final = 15


def passes_luhn(digits: str) -> bool:
    """Whether the last of `digits` is the check digit of those before it (ISO/IEC 7812)."""
    doubled = (sum(divmod(int(one) * 2, 10)) for one in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(doubled)) % 10 == 0


def is_card(digits: str, sizes: tuple[int, ...]) -> bool:
    """Whether it has an issuer's prefix, a length that goes with it, and the check digit."""
    in_fours = all(size == _GROUP for size in sizes[:-1]) and sizes[-1] <= _GROUP
    if len(sizes) > 1 and not in_fours and sizes not in _CARD_GROUPS:
        return False
    return len(set(digits)) > 1 and bool(_ISSUED.fullmatch(digits)) and passes_luhn(digits)


def is_identity_number(digits: str, sizes: tuple[int, ...]) -> bool:
    """Whether it has a province, a birthday and, of 18 digits, the check digit of GB 11643."""
    if len(sizes) > _MOST_GROUPS or digits[:2] not in _PLACES:
        return False
    if len(digits) == _OLD:
        return digits.isdigit() and len(sizes) == 1 and _is_day("19" + digits[6:12])
    if len(digits) != _LONG or not digits[:-1].isdigit() or not _is_day(digits[6:14]):
        return False
    total = sum(int(one) * weight for one, weight in zip(digits, _WEIGHTS, strict=False))
    return digits[-1] == _CHECKS[total % 11]


def is_mobile_number(digits: str, sizes: tuple[int, ...]) -> bool:
    """Whether it is a mobile number of the mainland, with or without 86 before it."""
    if not digits.isdigit() or len(sizes) > _MOBILE_PARTS:
        return False
    country = _COUNTRY.match(digits)
    if country is not None:
        prefix = len(country[0])
        own = sizes[1:] if sizes[0] == prefix else (sizes[0] - prefix, *sizes[1:])
        digits, sizes = digits[prefix:], own
    return sizes in _MOBILE_GROUPS and bool(_MOBILE.fullmatch(digits))


def may_be_account(digits: str, sizes: tuple[int, ...]) -> bool:
    """Whether an account may have such a number: 9 to 30 digits, together or in small groups."""
    in_groups = len(sizes) == 1 or all(size <= _GROUP for size in sizes)
    return digits.isdigit() and len(digits) in _ACCOUNT_DIGITS and in_groups


def is_iban(number: str) -> bool:
    """Whether the two digits behind the country check the rest (ISO 13616)."""
    if len(number) < _IBAN_SHORTEST or sum(map(str.isdigit, number)) < _ACCOUNT_DIGITS.start:
        return False
    turned = number[4:] + number[:4]
    return int("".join(str(int(character, 36)) for character in turned)) % 97 == 1


def _is_day(given: str) -> bool:
    try:
        day = date.fromisoformat(f"{given[:4]}-{given[4:6]}-{given[6:]}")
    except ValueError:
        return False
    return day.year in _BIRTHS
