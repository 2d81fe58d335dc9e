"""Settings from `xref.toml` or `[tool.xref]` of `pyproject.toml`, nearest folder upwards."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

_KEYS = ("rules", "baseline", "ignore", "fail_on", "fields", "exclude")
_TABLE = "[tool.xref]"


class SettingsError(Exception):
    """A settings file that cannot be used; the message says where, why and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project has settled; paths are resolved against the file that names them.

    `rules` are packs in order, ``default`` stands for the packaged one. `fields` say for a field of
    an article where records keep it; `exclude` are patterns of files that are none. `file` is where
    it is settled, ``None`` where nothing is.
    """

    rules: tuple[str, ...] = ()
    baseline: Path | None = None
    ignore: Path | None = None
    fail_on: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    file: Path | None = None


def find_settings(start: Path) -> Settings:
    """The settings that hold in the folder `start`.

    Raises:
        SettingsError: when the file cannot be read, names an unknown key or holds a wrong type.
    """
    for folder in (start, *start.parents):
        for name in ("xref.toml", "pyproject.toml"):
            file = folder / name
            if file.is_file():
                table = _table(file)
                if table is not None:
                    return _settings(file, table)
    return Settings()


def _table(file: Path) -> dict[str, object] | None:
    """The settings that a file holds; ``None`` for a pyproject.toml without any."""
    ours = file.name == "xref.toml"
    try:
        raw = file.read_bytes()
    except OSError as error:
        if ours:
            raise SettingsError(f"{file}: {error.strerror}") from error
        return None
    try:
        whole: dict[str, object] = tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file}: this is not UTF-8; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        if ours or b"tool.xref" in raw:
            raise SettingsError(f"{file}: not valid TOML: {error}") from error
        return None
    if ours:
        return whole
    tools = whole.get("tool")
    table = tools.get("xref") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise SettingsError(f"{file}: {_TABLE} must be a table")
    return table


def _settings(file: Path, table: dict[str, object]) -> Settings:
    for key, value in table.items():
        if key not in _KEYS:
            near = get_close_matches(key, _KEYS, 1)
            guess = f'did you mean "{near[0]}"? ' if near else ""
            if isinstance(value, dict) and file.name == "xref.toml":
                guess = "no table is needed here; "
            raise SettingsError(
                f'{file}: unknown setting "{key}"\n  {guess}settings are {", ".join(_KEYS)}'
            )

    def text(key: str) -> str | None:
        value = table.get(key)
        if value is None or (isinstance(value, str) and value):
            return value
        raise SettingsError(f"{file}: {key} must be a text, as in {_EXAMPLES[key]}")

    def path(key: str) -> Path | None:
        value = text(key)
        return None if value is None else file.parent / value

    return Settings(
        rules=_rules(file, table.get("rules")),
        baseline=path("baseline"),
        ignore=path("ignore"),
        fail_on=text("fail_on"),
        fields=_fields(file, table.get("fields")),
        exclude=_exclude(file, table.get("exclude")),
        file=file,
    )


def _fields(file: Path, value: object) -> dict[str, str]:
    from xref.load.fields import FieldsError, known_field

    if value is None:
        return {}
    if not isinstance(value, dict) or not all(isinstance(v, str) and v for v in value.values()):
        raise SettingsError(f"{file}: fields must be a table, as in {_EXAMPLES['fields']}")
    try:
        return {known_field(name): path for name, path in value.items()}
    except FieldsError as error:
        raise SettingsError(f"{file}: fields: {error}") from error


def _exclude(file: Path, value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise SettingsError(
            f"{file}: exclude must be a list of patterns, as in {_EXAMPLES['exclude']}"
        )
    return tuple(value)


def _rules(file: Path, value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not value or not all(isinstance(v, str) and v for v in value):
        raise SettingsError(f"{file}: rules must be a list of packs, as in {_EXAMPLES['rules']}")
    return tuple(pack if pack == "default" else str(file.parent / pack) for pack in value)


_EXAMPLES = {
    "rules": 'rules = ["default", "my-rules.yaml"]',
    "baseline": 'baseline = "xref-baseline.json"',
    "ignore": 'ignore = "xref-ignore.yaml"',
    "fail_on": 'fail_on = "warning"',
    "fields": 'fields = {outlet = "publisher.name"}',
    "exclude": 'exclude = ["drafts/", "*.bak.txt"]',
}
