"""Use cases: a rule and a store put together."""
