"""What a user installs: how many packages, and how much they take on disk."""

from importlib.metadata import distribution

from benchmarks import results
from dependencies.lock import locked


def size(name: str) -> int:
    """Bytes of a package's own files, compiled caches aside."""
    files = distribution(name).files or ()
    places = (file.locate() for file in files if not str(file).endswith(".pyc"))
    return sum(place.stat().st_size for place in places if place.is_file())


def main() -> None:
    pins = [pin for pin in locked("run") if pin.marker is None or pin.marker.evaluate()]
    rows = {pin.name: round(size(pin.name) / 1e6, 2) for pin in pins}
    rows = dict(sorted(rows.items(), key=lambda row: -row[1]))
    print(rows, round(sum(rows.values()), 1))
    results.write("weight", {"megabytes": rows})


if __name__ == "__main__":
    main()
