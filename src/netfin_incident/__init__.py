"""Incident response and contingency drills for internet-finance firms."""

__version__ = "0.1.0"
