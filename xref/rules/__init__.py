"""Rules as data: YAML with places → RuleSet → findings."""

from xref.rules.engine import apply
from xref.rules.errors import RuleError, RuleErrors
from xref.rules.load import default_packs, load
from xref.rules.ruleset import RuleSet

__all__ = ["RuleError", "RuleErrors", "RuleSet", "apply", "default_packs", "load"]
