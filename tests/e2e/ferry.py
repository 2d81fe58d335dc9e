"""Three articles on one invented accident: two that agree, and one that clashes with both."""

from pathlib import Path

FIRST = """---
outlet: Harrow Post
published: 2025-05-06
story: ferry
---
The ferry Calla sank off Port Ansel on Monday night. The coast guard said 14 people were killed
and 30 were rescued.

“Nobody on the bridge saw the other ship,” harbour master Ilse Garrow said.
"""
SECOND = FIRST.replace("Harrow Post", "The Dunmere Mail").replace(
    "coast guard said", "coast guard told reporters that"
)
CLASHING = SECOND.replace("Dunmere Mail", "Tarn Echo").replace(
    "14 people were killed", "41 people were killed"
)


def write(folder: Path, **texts: str) -> Path:
    """Write each text to a Markdown file of its name."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder
