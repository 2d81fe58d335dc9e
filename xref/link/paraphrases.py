"""What one outlet quotes and another only reports: one person, one piece of news, other words."""

from collections.abc import Container, Sequence

from xref.compare.forms import is_content
from xref.compare.names import skeleton, surname
from xref.link.marks import listed
from xref.link.renderings import Heard
from xref.link.shingles import postings, shared
from xref.link.speakers import same_speaker

_REACH = 40
_LEAST = 3
"""Words with news that a report must share with a quotation ..."""
_SHARE = 0.6
"""... and the share of its own that they must be."""
_ENDINGS = ("ing", "ed", "ies", "es", "ly", "s")
_OCCASION = 3
"""Days between two outlets that tell of one occasion."""


def paraphrases(said: Sequence[Heard], quoted: Container[tuple[str, str]]) -> list[tuple[int, int]]:
    """Pairs, by number, of a report and a quotation elsewhere that it puts into other words.

    Args:
        said: the renderings of a story.
        quoted: pairs of an article and a claim of another that it quotes too: what an article
            quotes itself needs no report to be compared by.

    Returns:
        For each report at most one quotation of an article, the one that shares most.
    """
    stems = [_stems(one) for one in said]
    keys = [
        {(skeleton(surname(one.named)), stem) for stem in mine} if one.named else set()
        for one, mine in zip(said, stems, strict=True)
    ]
    best: dict[tuple[int, str], tuple[int, int]] = {}
    for (a, b), n in sorted(shared(postings(keys), reach=_REACH).items()):
        report, quote = (a, b) if said[b].quoted else (b, a)
        one, other = said[report], said[quote]
        if one.quoted or not other.quoted or one.article.id == other.article.id:
            continue
        if n < max(_LEAST, _SHARE * len(stems[report])) or _days(one, other) > _OCCASION:
            continue
        if (one.article.id, other.claim.id) in quoted or not same_speaker(one, other):
            continue
        place = (report, other.article.id)
        best[place] = max(best.get(place, (0, 0)), (n, -quote))
    return sorted((report, -minus) for (report, _), (_, minus) in best.items())


def _stems(one: Heard) -> frozenset[str]:
    """The words with news of a rendering, without their endings and the speaker's name."""
    plain = listed("titles") | {surname(one.named or "")}
    forms = (form for form in one.tokens.forms if is_content(form) and form not in plain)
    return frozenset(map(_stem, forms))


def _stem(form: str) -> str:
    for ending in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) > 3:
            return form[: -len(ending)]
    return form


def _days(one: Heard, other: Heard) -> int:
    """Days between the publication of two articles; 0 where one is unknown."""
    a, b = one.article.published_on, other.article.published_on
    return abs((a - b).days) if a and b else 0
