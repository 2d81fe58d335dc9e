"""Forms of a text for comparing. Offsets survive: every character maps to exactly one."""

# U+0091 to U+0094 are what becomes of the Windows marks in a text that was decoded as Latin-1.
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`\x91\x92"
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\x93\x94"
_DASH = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SPACE = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t"

_MARKS = {
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(_DOUBLE, '"'),
    **dict.fromkeys(_DASH, "-"),
    **dict.fromkeys(_SPACE, " "),
}


def fold_marks(text: str) -> str:
    """`text` with one form each of quote marks, dashes and spaces; same length, same case.

    Unicode's NFKC is not used: it turns "1½" into "11⁄2" and "10⁵" into "105".
    """
    if text.isascii():
        return text.replace("`", "'").replace("\t", " ") if "`" in text or "\t" in text else text
    # Most marks are absent from most texts: looking for each is faster than one `str.translate`.
    for mark, plain in _MARKS.items():
        if mark in text:
            text = text.replace(mark, plain)
    return text


def fold(text: str) -> str:
    """`text` for comparing: marks folded and lower-cased; same length.

    The few capitals whose lower case is longer ("İ") are left as they are.
    """
    marks = fold_marks(text)
    lower = marks.lower()
    if len(lower) == len(marks):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in marks)
