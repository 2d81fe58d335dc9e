"""Inputs that mean harm: what they may reach, and that they reach no more.

Each test names with `hostile` the row of the table in docs/limits.md that it counts in; `make
limits` writes that table from a run.
"""
