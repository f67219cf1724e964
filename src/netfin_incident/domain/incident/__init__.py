"""The incident 突发事件, live or drill: its commands, events, state and rules."""
