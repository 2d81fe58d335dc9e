"""The relations, one file each; `xref.compare.ladder` holds their order."""
