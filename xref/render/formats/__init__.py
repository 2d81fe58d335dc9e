"""The output formats, one file each; `xref.render.FORMATS` lists them.

Every file has one public function, ``render(report, options) -> str``, and is imported when used.
"""
