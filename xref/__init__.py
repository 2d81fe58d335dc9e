"""xref: which outlets agree, where they differ and why, and what nobody stands behind."""

__version__ = "0.1.0"
