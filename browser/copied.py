"""Copies the code of others that browsers run to where it is served from, with its licences."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
TARGET = HERE.parent / "src" / "gcm_kg" / "serving" / "static" / "vendor"
FILES = (
    "@zazuko/yasqe/build/yasqe.min.js",
    "@zazuko/yasqe/build/yasqe.min.css",
    "oxigraph/web.js",
    "oxigraph/web_bg.wasm",
)


def main() -> None:
    """Copies the files, and lists the licences of all packages."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        copied = TARGET / Path(name).name
        shutil.copyfile(MODULES / name, copied)
        if copied.suffix in (".js", ".css"):
            text = copied.read_text("utf-8")
            kept = [line for line in text.split("\n") if "sourceMappingURL=" not in line]
            copied.write_text("\n".join(kept), "utf-8")
    lines = []
    for path in sorted(MODULES.rglob("package.json")):
        about = json.loads(path.read_text("utf-8"))
        if {"name", "version", "license"} <= about.keys():
            lines.append(f"{about['name']} {about['version']}: {about['license']}\n")
    (TARGET / "LICENCES.txt").write_text("".join(dict.fromkeys(lines)), "utf-8")


if __name__ == "__main__":
    main()
