"""What only introduces a sentence, by the letters of its tokens."""

from xref.speech.grammar import SpeechGrammar


def fronted(body: str) -> bool:
    """Whether a quotation only ends the sentence's introduction ("After “the worst year,” he")."""
    lead = body.lstrip("c,")
    return lead[0] in "psge" and lead.find("q") == len(lead) - 1 and lead[-2:-1] not in ",:"


def introduces(lead: str, word: str, grammar: SpeechGrammar) -> bool:
    """Whether the text before a cue is only its introduction ("On Monday", "When it rained")."""
    if "," in lead:
        return False
    if lead[:2] == "gx":
        return False
    if lead[0] in "pTrgte":
        return lead[0] in "ptg" or not set(lead) & set("xvb")
    return lead[0] == "s" and word in grammar.words.subordinate
