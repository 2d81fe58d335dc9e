"""Rules as data: YAML with places → RuleSet → findings."""

from xref.rules.engine import apply
from xref.rules.errors import RuleError, RuleErrors
from xref.rules.load import load
from xref.rules.packs import default_packs
from xref.rules.ruleset import RuleSet

__all__ = ["RuleError", "RuleErrors", "RuleSet", "apply", "default_packs", "load"]
