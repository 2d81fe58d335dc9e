"""The output formats, one file each; `xref.render.FORMATS` lists them."""
