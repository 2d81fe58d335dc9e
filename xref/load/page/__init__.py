"""A page saved from the web: what it tells of itself, and the blocks of its article."""
