"""What can be done with a row: menu entries, each with the reason why not where it is refused."""
