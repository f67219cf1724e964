"""Watching 值守: when the program watched over time, when nobody did, and when the clock jumped."""
