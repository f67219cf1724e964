"""The terminal: asks and shows.  It holds no rule; every change goes through the desk."""
