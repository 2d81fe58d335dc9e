"""How rare words are in news: `python -m training.frequencies TEXTS...` writes the lexicon file.

TEXTS are JSON Lines files with a `text` (and perhaps a `title`) in each record. A word's bits are
log2 of how many articles there are to one that holds it, rounded to half bits; words of fewer than
`LEAST` articles are left out: every word that the file lacks counts as `rarest`.
"""

import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import fill

from xref.text.fold import fold

LEAST = 6
TARGET = Path(__file__).parents[1] / "xref" / "lexicon" / "en" / "frequencies.yaml"
_WORD = re.compile(r"[^\W\d_][\w']*")
_HEAD = """\
# How rare words are in news, in bits: log2 of how many articles there are to one that holds the word.
# Written by `python -m training.frequencies`, from {articles} articles; words of fewer than {least} are left out and count as `rarest`.
"""


def texts(paths: Iterable[Path]) -> Iterator[str]:
    """The texts of JSON Lines files, each once; a record of several articles gives its first."""
    seen: set[int] = set()
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.strip():
                continue
            record = json.loads(line)
            article = record["articles"][0] if record.get("articles") else record
            text = f"{article.get('title') or ''}\n{article['text']}"
            if hash(text) not in seen:
                seen.add(hash(text))
                yield text


def written(found: Iterable[str]) -> str:
    """The lexicon file for some texts."""
    count: Counter[str] = Counter()
    articles = 0
    for text in found:
        articles += 1
        count.update(
            {m[0].removesuffix("'s").removesuffix("'") for m in _WORD.finditer(fold(text))}
        )
    bands: defaultdict[float, list[str]] = defaultdict(list)
    for word, times in count.items():
        if times >= LEAST and len(word) > 2 and word.isascii():
            bands[_bits(articles, times)].append(word)
    lines = [_HEAD.format(articles=articles, least=LEAST), "bits:\n"]
    for bits in sorted(bands):
        words = fill(
            " ".join(sorted(bands[bits])), 140, initial_indent="    ", subsequent_indent="    "
        )
        lines.append(f"  {bits}: >-\n{words}\n")
    lines.append(f"rarest: {_bits(articles, 1)}\n")
    return "".join(lines)


def _bits(articles: int, times: int) -> float:
    return round(2 * math.log2((articles + 1) / (times + 0.5))) / 2


if __name__ == "__main__":
    TARGET.write_text(written(texts(map(Path, sys.argv[1:]))), encoding="utf-8")
    print(f"wrote {TARGET}")
