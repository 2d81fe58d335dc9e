"""Rules in YAML, and the engine that turns linked claims into findings."""
