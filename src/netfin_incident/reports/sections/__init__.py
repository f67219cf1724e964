"""The sections of the incident report, as plain data in the reader's language."""
