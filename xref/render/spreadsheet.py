"""Cells of a spreadsheet."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # fmt: skip


def cell(value: object) -> object:
    """`value`, kept from being read as a formula: text that begins like one gets an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, str):
        safe = value.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
        return f"'{safe}" if safe.startswith(_FORMULA) else safe
    return value
