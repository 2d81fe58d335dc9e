"""The closed words of the rule language, and which of them go together."""

from xref.model.amount import Bound
from xref.model.article import Zone
from xref.model.claim import Act, Mode, QuotationType, SourceType, Standing
from xref.model.relation import Kind, Wording

MEANT = {
    **dict.fromkeys(("critical", "fatal", "severe", "high", "blocker"), "error"),
    **dict.fromkeys(("medium", "minor", "major", "moderate"), "warning"),
    **dict.fromkeys(("note", "notice", "low", "hint", "debug"), "info"),
    **dict.fromkeys(("number", "figure", "amount", "count", "measure"), "quantity"),
    **dict.fromkeys(("quote", "words", "citation"), "quotation"),
    **dict.fromkeys(("day", "time", "when"), "date"),
    **dict.fromkeys(("claim", "sentence", "assertion"), "statement"),
    **dict.fromkeys(("title", "name", "people"), "person"),
    **dict.fromkeys(("sanity",), "check"),
    **dict.fromkeys(("set", "names", "enumeration", "roster"), "list"),
    **dict.fromkeys(("sum", "product", "calculation", "math", "maths"), "arithmetic"),
    **dict.fromkeys(("contradiction", "differ", "different", "disagree", "mismatch"), "conflict"),
    **dict.fromkeys(("same", "equal", "match"), "agree"),
    **dict.fromkeys(("official", "office", "institution"), "organisation"),
    **dict.fromkeys(("unnamed", "unknown"), "anonymous"),
    **dict.fromkeys(("nobody", "unsourced", "unattributed"), "none"),
    **dict.fromkeys(("heading", "head"), "headline"),
}
"""What a person may write, and the word of the language for it."""

TYPES = ("compare", "claim", "support", "arithmetic")
"""The types of rules."""

CLAIMS = ("quantity", "date", "quotation", "statement")
"""The kinds of claims."""

KINDS = (*CLAIMS, "list", "person", "check")
"""What a rule may select: the four kinds of claims, lists of names, persons, sanity checks."""

KINDS_OF = {
    "compare": ("quantity", "date", "quotation", "list", "person"),
    "claim": ("quantity", "date", "quotation", "statement", "check"),
    "support": ("quantity", "date", "quotation", "statement"),
    "arithmetic": ("quantity",),
}
"""The kinds that a rule of each type can work on."""

AS_OF = {
    "quantity": "amount",
    "date": "date",
    "quotation": "words",
    "list": "names",
    "person": "titles",
}
"""How each kind is compared."""

AS = tuple(AS_OF.values())

FIGURES = tuple(kind.value for kind in Kind if kind is not Kind.SINGLE)
"""Relations of figures and dates, from the most innocent to the worst."""

WORDINGS = tuple(wording.value for wording in Wording if wording is not Wording.SINGLE)
"""Relations of two renderings of one utterance, from the most innocent to the worst."""

TITLES = ("agree", "compatible", "update", "conflict")
"""Relations of the titles that articles give one person."""

NAMES = ("agree", "compatible", "conflict")
"""Relations of two lists of names: the same names, some of them, others."""

HEADLINES = ("agree", "compatible", "internal")
"""Relations of a figure in a headline to its article's text."""

RELATIONS_OF = {
    "amount": FIGURES,
    "date": FIGURES,
    "words": WORDINGS,
    "names": NAMES,
    "titles": TITLES,
    "headline": HEADLINES,
}
"""The relations that each comparison can give."""

LEVELS = ("error", "warning", "info")
SOURCES = tuple(source.value for source in SourceType)
ZONES = tuple(zone.value for zone in Zone if zone is not Zone.FURNITURE)
BOUNDS = tuple(bound.value for bound in Bound)
MODES = tuple(mode.value for mode in Mode)
QUOTES = tuple(quote.value for quote in QuotationType)
ACTS = tuple(act.value for act in Act)
POLARITIES = ("affirmed", "denied")
STANDINGS = tuple(standing.value for standing in Standing)
CERTAINTIES = ("sure", "likely")
PRECISIONS = ("day", "week", "month", "quarter", "season", "year", "decade", "period")
YEARS = ("none", "same", "other")
GUARDS = (
    "negation",
    "opposite",
    "roles",
    "conditions",
    "numbers",
    "names",
    "modals",
    "quantifiers",
)
MOVED = {
    "negation": "negation",
    "opposite": "opposite",
    "roles": "roles",
    "condition": "conditions",
    "number": "numbers",
    "name": "names",
    "modal": "modals",
    "quantifier": "quantifiers",
}
"""The word of the rule language for each part of the sense that a rewording can move."""
CHANGES = (*GUARDS, "content", "grammar")
GROUP_KEYS = (
    "measure",
    "counted",
    "unit",
    "subject",
    "place",
    "subset",
    "period",
    "utterance",
    "speaker",
)

SELECTS = {
    "measure": ("quantity",),
    "unit": ("quantity",),
    "dimension": ("quantity",),
    "counted": ("quantity",),
    "subject": ("quantity",),
    "event": ("quantity",),
    "place": ("quantity",),
    "subset": ("quantity",),
    "period": ("quantity",),
    "bound": ("quantity",),
    "is": ("quantity",),
    "value": ("quantity",),
    "definite": ("quantity",),
    "standing": ("quantity",),
    "elsewhere": ("quantity",),
    "precision": ("date",),
    "what": ("date",),
    "quote": ("quotation",),
    "words": ("quotation",),
    "act": ("statement",),
    "polarity": ("statement",),
    "hedged": ("statement",),
    "attribution": ("quantity", "date", "quotation", "statement"),
    "speaker": ("quantity", "date", "quotation", "statement"),
    "withheld": ("quantity", "date", "quotation", "statement"),
    "zone": ("quantity", "date", "quotation", "statement"),
    "year": ("quantity", "date", "quotation", "statement"),
    "near": ("quantity", "date", "quotation", "statement", "list"),
    "outlet": ("quantity", "date", "quotation", "statement", "list"),
    "name": ("list", "person"),
    "check": ("check",),
}
"""The kinds that each key of `select` can tell apart."""
