from terminal_fixtures import nobodys_settings, place

__all__ = ["nobodys_settings", "place"]
