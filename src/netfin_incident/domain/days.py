"""Which days are meant: working days, rest days, or every day."""

from enum import StrEnum


class Days(StrEnum):
    """The days that windows hold for."""

    EVERY = "every"
    WORKDAYS = "workdays"
    RESTDAYS = "restdays"
