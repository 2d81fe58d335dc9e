"""Ferries and harbours for xref."""
