"""How two readings relate, and why. Pure."""
