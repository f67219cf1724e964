"""Severity 事件等级: how bad the incident is, from Ⅰ (worst) to Ⅳ.

Four grades as in China's National Emergency Response Plan (特别重大, 重大, 较大, 一般).
"""

import re
from enum import IntEnum
from typing import Final

from netfin_incident.errors import UsageError


class Severity(IntEnum):
    """Ⅰ is the worst: `severity <= Severity.S2` reads "Ⅱ级及以上" (grade Ⅱ and worse)."""

    S1 = 1
    S2 = 2
    S3 = 3
    S4 = 4

    @property
    def roman(self) -> str:
        """The grade in ASCII Roman numerals, safe in any terminal cell."""
        return ("I", "II", "III", "IV")[self - 1]


_SPELLINGS: Final = {
    "1": 1, "2": 2, "3": 3, "4": 4,
    "i": 1, "ii": 2, "iii": 3, "iv": 4,
    "ⅰ": 1, "ⅱ": 2, "ⅲ": 3, "ⅳ": 4,
    "一": 1, "二": 2, "三": 3, "四": 4,
    "特别重大": 1, "重大": 2, "较大": 3, "一般": 4,
    "特別重大": 1, "較大": 3,
}  # fmt: skip
_PREFIX: Final = re.compile(r"^(?:severity|sev|s)[\s._-]*(?=[1-4ivⅰⅱⅲⅳ])")
_SUFFIX: Final = re.compile(r"级$|級$|类$")


def parse_severity(text: str) -> Severity:
    """Read a severity as people write it: `2`, `sev2`, `S2`, `II`, `Ⅱ`, `Ⅱ级`, `重大`.

    Raises:
        UsageError: it is none of these.  `P1` is refused with a hint, because priorities and
            severities are different things in many firms.
    """
    folded = text.strip().translate(_HALF_WIDTH).lower()
    bare = _SUFFIX.sub("", _PREFIX.sub("", folded))
    if bare in _SPELLINGS:
        return Severity(_SPELLINGS[bare])
    if re.fullmatch(r"p[0-9]", folded):
        raise UsageError("severity-is-not-priority", given=text.strip())
    raise UsageError("severity-unknown", given=text.strip())


_HALF_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
