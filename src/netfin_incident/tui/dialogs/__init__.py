"""What opens over a screen: a question with fields, a menu, a confirmation."""
