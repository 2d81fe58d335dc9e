"""Times that a clock took: "2:24:51", "2:58.9", "1:02:03.4". In seconds."""

from decimal import Decimal

from xref.quantity.grammar import Grammar
from xref.quantity.numeral import Measure, Numeral
from xref.quantity.tokens import Tokens, is_digits

_SIXTY = Decimal(60)
_COLON = ":"
_OF_DAY = frozenset(
    {"at", "since", "until", "till", "from", "by", "before", "after", "between", "about", "around"}
)


def lapse(t: Tokens, i: int, g: Grammar) -> Measure | None:
    """The time that begins at token `i`: hours, minutes and seconds, or minutes with tenths.

    Hours and minutes alone ("7:30") are a time of day, and so is what stands behind "at".
    """
    words, k = t.words, i + 1
    while k < i + 3 and t.gaps[k] == _COLON and is_digits(words[k]):
        k += 1
    tenths = "." in words[k - 1]
    if k - i < 2 or (k - i == 2 and not tenths) or t.gaps[k] == _COLON:
        return None
    if (t.gaps[i] == "" and i) or (t.gaps[k] == "" and words[k]):
        return None  # "2031-09-01T10:38:07.190Z"
    if not words[i].isdecimal() or len(words[i]) > 2 or "." in words[i]:
        return None
    parts = words[i + 1 : k]
    if any(len(part.partition(".")[0]) != 2 or "," in part or part[0] > "5" for part in parts):
        return None
    stamped = i == 0 or "\n" in t.gaps[i] or t.gaps[i].endswith(("[", "(", "/"))
    if not tenths and (stamped or t.front(i) in _OF_DAY):
        return None
    value = Decimal(words[i])
    for part in parts:
        value = value * _SIXTY + Decimal(part)
    step = Decimal(10) ** -len(parts[-1].partition(".")[2])
    n = Numeral(i, k, t.starts[i], t.ends[k - 1], value, value, value, step, "digits")
    return Measure(n, g.units.named["second"], i, k)
