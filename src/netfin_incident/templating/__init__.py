"""Templates: one sandboxed environment, and the escaping that keeps what people typed literal."""
