"""Reading the files that people write; every error says file, line and column."""
