"""Article to claims: what is counted, where, and who says so."""
