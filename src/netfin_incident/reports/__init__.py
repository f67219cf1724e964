"""Accounts of what happened: facts computed from records, and the documents that state them."""
