"""Settings from `xref.toml` or `[tool.xref]` of `pyproject.toml`, nearest folder upwards."""

import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from xref.cli.toml_places import At, Places

_TABLE = "[tool.xref]"
_MAX_BYTES = 1_000_000
_WHERE = re.compile(r"at line (\d+), column (\d+)|at end of document")

_EXAMPLES = {
    "rules": 'rules = ["default", "my-rules.yaml"]',
    "baseline": 'baseline = "xref-baseline.json"',
    "ignore": 'ignore = "xref-ignore.yaml"',
    "fail_on": 'fail_on = "warning"',
    "max_warnings": "max_warnings = 20",
    "limits": "limits = {unattributed-figure = 20}",
    "fields": 'fields = {outlet = "publisher.name"}',
    "exclude": 'exclude = ["drafts/", "*.bak.txt"]',
}
"""Every setting, with an example of it."""


class SettingsError(Exception):
    """A settings file that cannot be used; the message says where, why and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project has settled; paths are resolved against the file that names them.

    `rules` are packs in order, ``default`` stands for the packaged one; `limits` are numbers of
    findings by rule that pass. `fields` say for a field of an article where records keep it;
    `exclude` are patterns of files that are none. `file` is where it is settled, ``None`` where
    nothing is. `passed_by` is a file that was found and not obeyed.
    """

    rules: tuple[str, ...] = ()
    baseline: Path | None = None
    ignore: Path | None = None
    fail_on: str | None = None
    max_warnings: int | None = None
    limits: Mapping[str, int] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    file: Path | None = None
    passed_by: Path | None = None
    source: "_Source | None" = None

    @property
    def settled(self) -> list[str]:
        """The keys that are settled."""
        return [key for key in _EXAMPLES if getattr(self, key) not in (None, (), {})]

    def wrong(self, key: str, message: str, *hints: str, member: str | None = None) -> str:
        """What is wrong with the value of a key, with its place in the file."""
        assert self.source is not None
        return self.source.wrong(self.source.places.value(key, member), message, *hints)


class _Source:
    """A settings file as it was read, to tell where in it something is wrong."""

    def __init__(self, file: Path, text: str) -> None:
        self.file = file
        self.places = Places(text, "tool.xref" if file.name == "pyproject.toml" else "")
        # A link may lead to what nobody should see in a log.
        self._shows = not file.is_symlink()

    def wrong(self, at: At, message: str, *hints: str) -> str:
        """An error at a place, with the line and a caret below it."""
        from xref.cli.streams import columns
        from xref.rules.errors import Mark, RuleError

        mark = Mark(str(self.file), *at)
        excerpt = self.places.excerpt(at) if self._shows else ""
        return RuleError(mark, message, excerpt, hints).told(columns())

    def key(self, name: str, message: str, *hints: str) -> SettingsError:
        """An error about a key."""
        return SettingsError(self.wrong(self.places.key(name), message, *hints))

    def value(self, name: str, message: str, *hints: str) -> SettingsError:
        """An error about the value of a key."""
        return SettingsError(self.wrong(self.places.value(name), message, *hints))


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
            read = _table(file)
            if read is not None:
                found = _settings(file, *read)
                _must_stay_inside(found)
                return replace(found, passed_by=passed_by)
    return Settings(passed_by=passed_by)


def read_settings(file: Path) -> Settings:
    """The settings of a file that was asked for; they may name any other.

    Raises:
        SettingsError: when it cannot be read, names an unknown key or holds a wrong type.
    """
    read = _table(file)
    if read is None:
        raise SettingsError(f"{file}: there is no {_TABLE} in it")
    return _settings(file, *read)


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
    packs = (Path(pack) for pack in settings.rules if os.sep in pack)
    for key, path in (
        *(("rules", pack) for pack in packs),
        ("baseline", settings.baseline),
        ("ignore", settings.ignore),
    ):
        if path is not None and not PurePath(os.path.realpath(path)).is_relative_to(home):
            message = f"{key}: {path} lies outside of the folder of the settings"
            raise SettingsError(
                settings.wrong(key, message, f"--settings {settings.file} allows it")
            )


def _table(file: Path) -> tuple[dict[str, object], _Source] | None:
    """The settings that a file holds; ``None`` for a pyproject.toml without any."""
    ours = file.name != "pyproject.toml"
    try:
        with file.open("rb") as stream:
            raw = stream.read(_MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise SettingsError(f"{file}: there is no such file") from error
    except OSError as error:
        if ours:
            raise SettingsError(f"{file}: {error.strerror}") from error
        return None
    if len(raw) > _MAX_BYTES:
        raise SettingsError(f"{file}: larger than {_MAX_BYTES:,} bytes: no settings are")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file}: this is not UTF-8; save it as UTF-8") from error
    source = _Source(file, text)
    try:
        whole: dict[str, object] = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        if not ours and b"tool.xref" not in raw:
            return None
        message = "not valid TOML: it cannot be read from here on"
        raise SettingsError(source.wrong(_blamed(str(error), source), message)) from error
    if ours:
        return whole, source
    tools = whole.get("tool")
    table = tools.get("xref") if isinstance(tools, dict) else None
    if table is None:
        return None
    if not isinstance(table, dict):
        raise source.value("tool.xref", f"{_TABLE} must be a table")
    return table, source


def _blamed(told: str, source: _Source) -> At:
    """The place that the parser names; the last words of the file where it names its end."""
    lines = source.places.lines
    where = _WHERE.search(told)
    if where is not None and where[1]:
        line, column = int(where[1]), int(where[2])
        if line <= len(lines) and column <= max(1, len(lines[line - 1].rstrip())):
            return At(line, column)
    last = max((at for at, each in enumerate(lines) if each.strip()), default=0)
    return At(last + 1, max(1, len(lines[last].rstrip())))


def _settings(file: Path, table: dict[str, object], source: _Source) -> Settings:
    from xref.rules.errors import one_of

    for key, value in table.items():
        if key not in _EXAMPLES:
            hints = one_of(key, list(_EXAMPLES))
            if isinstance(value, dict) and file.name != "pyproject.toml":
                hints = (*hints, "no table is needed here")
            raise source.key(key, f'unknown setting "{key}"', *hints)

    def text(key: str) -> str | None:
        value = table.get(key)
        if value is None or (isinstance(value, str) and value and "\0" not in value):
            return value
        raise source.value(key, f"{key} must be a text, as in {_EXAMPLES[key]}")

    def path(key: str) -> Path | None:
        value = text(key)
        return None if value is None else file.parent / value

    most = table.get("max_warnings")
    if most is not None and not _is_number(most):
        message = f"max_warnings must be a number, as in {_EXAMPLES['max_warnings']}"
        raise source.value("max_warnings", message)
    return Settings(
        rules=_rules(file, table.get("rules"), source),
        baseline=path("baseline"),
        ignore=path("ignore"),
        fail_on=text("fail_on"),
        max_warnings=most if isinstance(most, int) else None,
        limits=_limits(table.get("limits"), source),
        fields=_fields(table.get("fields"), source),
        exclude=_exclude(table.get("exclude"), source),
        file=file,
        source=source,
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9


def _limits(value: object, source: _Source) -> dict[str, int]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        message = f"limits must be a table of rules, as in {_EXAMPLES['limits']}"
        raise source.value("limits", message)
    for rule, most in value.items():
        if not _is_number(most):
            raise source.value(f"limits.{rule}", f"the limit of {rule} must be a number")
    return dict(value)


def _fields(value: object, source: _Source) -> dict[str, str]:
    from xref.load.fields import FieldsError, known_field

    if value is None:
        return {}
    if not isinstance(value, dict) or not all(isinstance(v, str) and v for v in value.values()):
        raise source.value("fields", f"fields must be a table, as in {_EXAMPLES['fields']}")
    try:
        return {known_field(name): path for name, path in value.items()}
    except FieldsError as error:
        raise source.value("fields", f"fields: {error}") from error


def _exclude(value: object, source: _Source) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        message = f"exclude must be a list of patterns, as in {_EXAMPLES['exclude']}"
        raise source.value("exclude", message)
    return tuple(value)


def _rules(file: Path, value: object, source: _Source) -> tuple[str, ...]:
    if value is None:
        return ()
    if (
        not isinstance(value, list)
        or not value
        or not all(isinstance(v, str) and v and "\0" not in v for v in value)
    ):
        message = f"rules must be a list of packs, as in {_EXAMPLES['rules']}"
        raise source.value("rules", message)
    return tuple(_pack(file, pack) for pack in value)


def _pack(file: Path, pack: str) -> str:
    """The path of a pack from the settings' own file; a name of one stays a name."""
    from xref.rules.packs import is_name

    beside = file.parent / pack
    known = pack == "default" or (is_name(pack) and not beside.exists())
    return pack if known else str(beside)
