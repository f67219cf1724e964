"""The rules: pure functions over frozen values.  No clock, no id generator, no input or output."""
