"""Settings from `xref.toml` or `[tool.xref]` of `pyproject.toml`, nearest folder upwards."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

_KEYS = {"rules": list, "baseline": str, "ignore": str, "fail_on": str}


class SettingsError(Exception):
    """A settings file that cannot be used; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project has settled; paths are resolved against the file that names them.

    `rules` are packs in order, ``default`` stands for the packaged one.
    """

    rules: tuple[str, ...] = ()
    baseline: Path | None = None
    ignore: Path | None = None
    fail_on: str | None = None


def find_settings(start: Path) -> Settings:
    """The settings that hold in the folder `start`.

    Raises:
        SettingsError: when the file is not TOML, or names an unknown key or a wrong type.
    """
    for folder in (start, *start.parents):
        for name, keys in (("xref.toml", ()), ("pyproject.toml", ("tool", "xref"))):
            file = folder / name
            if not file.is_file():
                continue
            table = _table(file, keys)
            if table is not None:
                return _settings(file, table)
    return Settings()


def _table(file: Path, keys: tuple[str, ...]) -> dict[str, object] | None:
    try:
        value: object = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        if keys:
            return None
        raise SettingsError(f"{file}: not valid TOML: {error}") from error
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else None


def _settings(file: Path, table: dict[str, object]) -> Settings:
    for key, value in table.items():
        if key not in _KEYS:
            known = ", ".join(_KEYS)
            raise SettingsError(f"{file}: unknown setting {key!r}; known are {known}")
        if not isinstance(value, _KEYS[key]):
            raise SettingsError(f"{file}: {key} must be a {_KEYS[key].__name__}")
    folder = file.parent
    rules = table.get("rules", [])
    assert isinstance(rules, list)

    def path(key: str) -> Path | None:
        value = table.get(key)
        return folder / str(value) if value is not None else None

    return Settings(
        rules=tuple(r if r == "default" else str(folder / str(r)) for r in rules),
        baseline=path("baseline"),
        ignore=path("ignore"),
        fail_on=str(table["fail_on"]) if "fail_on" in table else None,
    )
