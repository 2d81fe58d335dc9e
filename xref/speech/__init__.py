"""The language of quoting: marks, cues, speakers, persons. Pure; knows no figure."""
