"""The rule files of the pack lie beside this file."""
