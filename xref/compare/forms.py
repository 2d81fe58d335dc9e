"""The form of one word that renderings are compared in: contractions, numbers, accents."""

from functools import cache
from unicodedata import combining, normalize

from xref.lexicon import table

CURRENCIES = {"$": "dollar", "£": "pound", "€": "euro"}


@cache
def word_set(name: str) -> frozenset[str]:
    """A list of the wording lexicon, for looking words up in."""
    return frozenset(str(word) for word in table("wording")[name])


def is_content(form: str) -> bool:
    """Whether a word carries news, not grammar."""
    return form not in word_set("function")


def is_grammar(form: str) -> bool:
    """Whether a word carries grammar and nothing else: not whom, when or on what condition."""
    return form in word_set("function") and form not in word_set("telling")


def plain(form: str) -> str:
    """A folded word without accents: "calderón" is "calderon".

    >>> plain("são"), plain("1½")
    ('sao', '1½')
    """
    if form.isascii():
        return form
    return "".join(c for c in normalize("NFD", form) if not combining(c))


@cache
def contractions() -> dict[str, tuple[str, ...]]:
    """What each contraction of its own stands for."""
    lexicon = table("wording")
    return {short: tuple(str(full).split()) for short, full in lexicon["contractions"].items()}


@cache
def _endings() -> dict[str, str]:
    return dict(table("wording")["endings"])


def expanded(low: str) -> tuple[str, ...]:
    """The forms that a lower-case word stands for.

    >>> expanded("don't"), expanded("we've"), expanded("ross'"), expanded("gonna")
    (('do', 'not'), ('we', 'have'), ('ross', "'s"), ('going', 'to'))
    """
    known = contractions().get(low) or contractions().get(low.strip("'"))
    if known is not None:
        return known
    if "'" not in low:
        return (low,)
    head, tails = low.strip("'"), []
    if low.endswith("s'") and "'" not in head and not low.startswith("'"):
        return (head, "'s")
    while "'" in head:
        head, _, tail = head.rpartition("'")
        if tail == "t" and head.endswith("n"):
            head, full = head[:-1], "not"
        elif tail in ("s", "d"):
            full = "'" + tail
        elif tail == "m":
            full = "am"
        else:
            full = _endings().get("'" + tail, "")
        if not full:
            head += tail
            break
        tails.append(full)
        known = contractions().get(head)
        if known is not None:
            return (*known, *reversed(tails))
    return (head.replace("'", ""), *reversed(tails)) if head else tuple(reversed(tails))


@cache
def cardinals() -> dict[str, int]:
    """Number words up to ninety; "one" is left out: it is a pronoun more often than a figure."""
    lexicon = table("numbers")
    return {
        word: int(value)
        for key in ("cardinals", "tens")
        for word, value in lexicon[key].items()
        if word != "one"
    }


@cache
def tens() -> tuple[str, ...]:
    """The number words that a digit's word may follow: "twenty-five"."""
    return tuple(table("numbers")["tens"])


@cache
def ordinals() -> dict[str, str]:
    """Ordinals in words, each with its form in digits."""
    return {word: f"{value}th" for word, value in table("numbers")["ordinals"].items()}


@cache
def _letters() -> dict[str, int]:
    letters = table("numbers")["letters"]
    return {**letters["bare"], **letters["money"]}


@cache
def scales() -> dict[str, int]:
    """Words that multiply the number before them by a power of ten, with the power."""
    found = table("numbers")["scales"].items()
    return {word: len(str(value)) - 1 for word, value in found if str(value).strip("0") == "1"}


def digits(text: str) -> tuple[str, ...]:
    """The forms of a number in digits, folded.

    >>> digits("$1.50"), digits("5m"), digits("3,000"), digits("30%"), digits("21st")
    (('1.5', 'dollar'), ('5000000',), ('3000',), ('30', '%'), ('21th',))
    """
    currency = CURRENCIES.get(text[0], "")
    body = text[1:] if currency else text
    percent = body.endswith("%")
    body = body.rstrip("%").replace(",", "")
    tail = body.lstrip("0123456789.")
    body = body[: len(body) - len(tail)]
    if tail in _letters():
        body, tail = scaled(body, len(str(_letters()[tail])) - 1), ""
    elif tail in ("st", "nd", "rd"):
        tail = "th"
    if "." in body:
        body = body.rstrip("0").rstrip(".")
    return (body + tail, *(["%"] if percent else []), *([currency] if currency else []))


def scaled(number: str, zeros: int) -> str:
    """`number` times ten to the power of `zeros`, as digits; exact.

    >>> scaled("2.5", 6), scaled("12", 3)
    ('2500000', '12000')
    """
    whole, _, part = number.partition(".")
    part = part.ljust(zeros, "0")
    head, rest = whole + part[:zeros], part[zeros:].rstrip("0")
    return (head.lstrip("0") or "0") + ("." + rest if rest else "")


def is_number(form: str) -> bool:
    """Whether a form is a number in digits."""
    return form[:1].isdigit() and form.replace(".", "", 1).isdigit()
