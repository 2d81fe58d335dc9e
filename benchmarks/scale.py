"""Cost against the number of articles: generated stories of five articles, in one run.

The slope is the exponent of the cost in the number of articles (1 is linear), a least-squares line
through the logarithms.
"""

import argparse
import math
import random
import resource
import time
from datetime import date, timedelta

from benchmarks import results
from xref import link, pipeline, rules
from xref.model.article import Document

SIZES = (1_000, 10_000, 50_000)
PER_STORY = 5
_FIRST_DAY = date(2025, 1, 1)
_DAYS = 360
"""Days over which the stories are spread."""
_ONSETS = [
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "k",
    "kr",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "z",
]
_VOWELS = ["a", "e", "i", "o", "u", "ae", "ei", "ou"]
_CODAS = ["l", "m", "n", "r", "s", "th", "nd", "rk", "st", "x"]
_DEEDS = ("storm", "ferry sinking", "factory fire", "bridge collapse", "border clash", "summit")
_PLEDGES = (
    ("We will not rest", "Nobody here will sleep", "This government will not look away"),
    ("until {} has been rebuilt", "until {} knows why", "before {} has been heard"),
    ("street by street", "whatever it costs", "with every hand that we have", "by next winter"),
    ("and those responsible answer for it", "and nothing will be hidden", "and I say that to all"),
    ("before a court", "from the families", "who doubt it", "in this town", "in the capital"),
)
"""Parts of what is said; a story takes one of each."""


def name(rng: random.Random) -> str:
    parts = [
        rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS)
        for _ in range(rng.choice((2, 2, 3)))
    ]
    return "".join(parts).capitalize()


def story(number: int) -> list[Document]:
    """Five accounts of one invented event, with an updated toll and a shared quote."""
    rng = random.Random(number)
    place, region, minister, mayor = (name(rng) for _ in range(4))
    deed = rng.choice(_DEEDS)
    dead, hurt = rng.randint(3, 60), rng.randint(20, 400)
    first, *rest = (rng.choice(parts) for parts in _PLEDGES)
    said = f"{first} {', '.join(rest)}".format(place)
    out = []
    for outlet in range(PER_STORY):
        later = outlet // 2
        text = (
            f"{place.upper()} — At least {dead + later} people were killed and {hurt} injured in the {deed} "
            f"at {place}, officials in {region} said.\n\n"
            f"“{said},” Interior Minister {name(rng)[:1]}. {minister} told reporters on Tuesday.\n\n"
            f"Mayor {mayor} put the damage at about {rng.randint(2, 9)} million euros. "
            f"The {deed} was the worst in {region} for {rng.randint(5, 60)} years.\n"
        )
        out.append(
            Document(
                id=f"{number}-{outlet}",
                path="generated",
                text=text,
                outlet=f"Outlet {outlet}",
                published=str(_FIRST_DAY + timedelta(days=number % _DAYS + later)),
            )
        )
    return out


@pipeline.uncollected()
def measure(size: int) -> dict[str, float]:
    ruleset = rules.load(rules.default_packs())
    lexicons = pipeline.words(ruleset)
    docs = [d for n in range(size // PER_STORY) for d in story(n)]
    start = time.process_time()
    items = [i for i in pipeline.extracted(docs, lexicons) if isinstance(i, pipeline.Extracted)]
    extracted = time.process_time()
    articles = {i.article.id: i.article for i in items}
    claims = {i.article.id: i.claims for i in items}
    persons = {i.article.id: i.persons for i in items}
    linked, claims = link.link(articles, claims, persons, lexicons.claims.numbers, lambda *_: None)
    joined = time.process_time()
    by_id = {c.id: c for mine in claims.values() for c in mine}
    rules.apply(ruleset, articles, by_id, linked)
    judged = time.process_time()
    return {
        "articles": len(docs),
        "stories_found": len(linked.stories),
        "extract_seconds": round(extracted - start, 2),
        "link_seconds": round(joined - extracted, 2),
        "rules_seconds": round(judged - joined, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def slope(points: list[tuple[float, float]]) -> float:
    xs = [math.log(x) for x, _ in points]
    ys = [math.log(max(y, 1e-3)) for _, y in points]
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True))
    return round(over / sum((x - mx) ** 2 for x in xs), 2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    options = parser.parse_args()
    rows = []
    for size in options.sizes:
        rows.append(measure(size))
        print(rows[-1], flush=True)
    slopes = {
        key: slope([(r["articles"], r[f"{key}_seconds"]) for r in rows])
        for key in ("extract", "link", "rules")
    }
    print("slopes", slopes)
    if tuple(options.sizes) == SIZES:
        results.write("scale", {"rows": rows, "slopes": slopes})


if __name__ == "__main__":
    main()
