"""A fresh virtual environment with xref as it is here and a wheel, made without any network."""

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

ROOT = Path(__file__).parents[2]


def python_with(wheel: Path, folder: Path) -> Path:
    """The Python of an environment in `folder` that has a wheel installed."""
    venv.create(folder / "venv", with_pip=True)
    scripts = Path("Scripts" if sys.platform == "win32" else "bin")
    found = folder / "venv" / scripts / Path(sys.executable).name
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = subprocess.run([found, "-c", where], capture_output=True, text=True, check=True)
    host = f"{sysconfig.get_path('purelib')}\n{ROOT}\n"
    (Path(site.stdout.strip()) / "host.pth").write_text(host, encoding="utf-8")
    install = ["-m", "pip", "install", "--quiet", "--no-index", "--no-deps", wheel]
    subprocess.run([found, *install], check=True)
    return found


def told(python: Path, *arguments: str, cwd: Path) -> tuple[int, str]:
    """The status of `xref` with some arguments, and all that it prints."""
    done = subprocess.run(
        [python, "-m", "xref", *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr
