"""The types that the stages of xref hand to each other; all frozen, none knows a stage."""
