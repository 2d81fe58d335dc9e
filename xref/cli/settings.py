"""Settings from `xref.toml` or `[tool.xref]` of `pyproject.toml`, nearest folder upwards."""

import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path, PurePath

_KEYS = ("rules", "baseline", "ignore", "fail_on", "fields", "exclude")
_TABLE = "[tool.xref]"
_MAX_BYTES = 1_000_000
_WHERE = re.compile(r"at line \d+, column \d+")


class SettingsError(Exception):
    """A settings file that cannot be used; the message says where, why and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project has settled; paths are resolved against the file that names them.

    `rules` are packs in order, ``default`` stands for the packaged one. `fields` say for a field of
    an article where records keep it; `exclude` are patterns of files that are none. `file` is where
    it is settled, ``None`` where nothing is. `passed_by` is a file that was found and not obeyed.
    """

    rules: tuple[str, ...] = ()
    baseline: Path | None = None
    ignore: Path | None = None
    fail_on: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    file: Path | None = None
    passed_by: Path | None = None

    @property
    def settled(self) -> list[str]:
        """The keys that are settled."""
        return [key for key in _KEYS if getattr(self, key)]


def find_settings(start: Path, inputs: Sequence[Path] = ()) -> Settings:
    """The settings that hold in the folder `start`.

    A file that lies in one of the folders `inputs` came with the articles, and is passed by.

    Raises:
        SettingsError: when the file cannot be read, names an unknown key, holds a wrong type, or
            names a file outside of its own folder, which only `read_settings` may.
    """
    passed_by = None
    for folder in (start, *start.parents):
        for name in ("xref.toml", "pyproject.toml"):
            file = folder / name
            if not file.is_file():
                continue
            if lies_in(file, inputs):
                if name == "xref.toml" or _names_us(file):
                    passed_by = passed_by or file
                continue
            table = _table(file)
            if table is not None:
                found = _settings(file, table)
                _must_stay_inside(found)
                return replace(found, passed_by=passed_by)
    return Settings(passed_by=passed_by)


def read_settings(file: Path) -> Settings:
    """The settings of a file that was asked for; they may name any other.

    Raises:
        SettingsError: when it cannot be read, names an unknown key or holds a wrong type.
    """
    table = _table(file)
    if table is None:
        raise SettingsError(f"{file}: there is no {_TABLE} in it")
    return _settings(file, table)


def lies_in(file: Path, folders: Sequence[Path]) -> bool:
    """Whether a file lies in one of the folders or below it, whatever links lead there."""
    home = PurePath(os.path.realpath(file.parent))
    return any(home.is_relative_to(os.path.realpath(folder)) for folder in folders)


def _names_us(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            return b"tool.xref" in stream.read(_MAX_BYTES)
    except OSError:
        return False


def _must_stay_inside(settings: Settings) -> None:
    """Refuse files outside of the folder of settings that nobody asked for by name."""
    assert settings.file is not None
    home = os.path.realpath(settings.file.parent)
    packs = (Path(pack) for pack in settings.rules if pack != "default")
    for key, path in (
        *(("rules", pack) for pack in packs),
        ("baseline", settings.baseline),
        ("ignore", settings.ignore),
    ):
        if path is not None and not PurePath(os.path.realpath(path)).is_relative_to(home):
            raise SettingsError(
                f"{settings.file}: {key}: {path} lies outside of the folder of the settings\n"
                f"  --settings {settings.file} allows it"
            )


def _table(file: Path) -> dict[str, object] | None:
    """The settings that a file holds; ``None`` for a pyproject.toml without any."""
    ours = file.name != "pyproject.toml"
    try:
        with file.open("rb") as stream:
            raw = stream.read(_MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise SettingsError(f"no such file: {file}") from error
    except OSError as error:
        if ours:
            raise SettingsError(f"{file}: {error.strerror}") from error
        return None
    if len(raw) > _MAX_BYTES:
        raise SettingsError(f"{file}: larger than {_MAX_BYTES:,} bytes: no settings are")
    try:
        whole: dict[str, object] = tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file}: this is not UTF-8; save it as UTF-8") from error
    except (ValueError, RecursionError) as error:
        if ours or b"tool.xref" in raw:
            where = _WHERE.search(str(error))
            place = f" {where[0]}" if where else ""
            raise SettingsError(f"{file}: not valid TOML{place}") from error
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
            if isinstance(value, dict) and file.name != "pyproject.toml":
                guess = "no table is needed here; "
            raise SettingsError(
                f'{file}: unknown setting "{key}"\n  {guess}settings are {", ".join(_KEYS)}'
            )

    def text(key: str) -> str | None:
        value = table.get(key)
        if value is None or (isinstance(value, str) and value and "\0" not in value):
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
    if (
        not isinstance(value, list)
        or not value
        or not all(isinstance(v, str) and v and "\0" not in v for v in value)
    ):
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
