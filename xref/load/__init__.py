"""Bytes to documents: one file per format; text and its record, no judgement."""
