"""A definition that the firm works by: which version of a file was adopted, and who approved it."""
