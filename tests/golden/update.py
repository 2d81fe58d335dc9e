"""Writes the expected output of every format anew: ``python -m tests.golden.update``."""

from tests.golden.expected import FOLDER, RENDERED


def main() -> None:
    """Replace the golden files and say which ones changed."""
    FOLDER.mkdir(exist_ok=True)
    texts = {name: render() for name, render in RENDERED.items()}
    for stale in sorted(set(FOLDER.iterdir()) - {FOLDER / name for name in texts}):
        stale.unlink()
        print(f"removed {stale.name}")
    for name, text in texts.items():
        file = FOLDER / name
        before = file.read_bytes() if file.exists() else None
        if before != text.encode():
            file.write_bytes(text.encode())
            print(f"{'changed' if before is not None else 'new'} {name}")


if __name__ == "__main__":
    main()
