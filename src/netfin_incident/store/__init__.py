"""The only package that knows SQL: the journal, and the views that catch up with it."""
