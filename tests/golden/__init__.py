"""Rendered reports held to the letter; `python -m tests.golden.update` renews them."""
