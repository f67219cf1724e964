"""What holds for every test."""

from hypothesis import settings

settings.register_profile("no-time-limit", deadline=None)
settings.load_profile("no-time-limit")
