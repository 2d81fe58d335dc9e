"""The number language: numerals, bounds, units, calendar. Pure; knows no article."""
