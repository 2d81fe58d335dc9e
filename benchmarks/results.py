"""Where figures are kept: one JSON file per benchmark."""

import json
import os
import platform
from pathlib import Path

FOLDER = Path(__file__).parent / "results"


def machine() -> dict[str, object]:
    return {"python": platform.python_version(), "cores": os.cpu_count()}


def write(name: str, figures: dict[str, object]) -> None:
    FOLDER.mkdir(exist_ok=True)
    text = json.dumps({"machine": machine(), **figures}, indent=1, ensure_ascii=False)
    (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def read(name: str) -> dict[str, object] | None:
    file = FOLDER / f"{name}.json"
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else None
