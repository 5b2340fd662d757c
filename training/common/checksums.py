"""SHA256SUMS: what the page checks each fetched file against, and `sha256sum --check` can too."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def sha256(path: Path) -> str:
    """SHA-256 of a file, 64 lower-case hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_checksums(directory: Path, patterns: Iterable[str] = ("model.json", "*.bin")) -> Path:
    """Writes `directory/SHA256SUMS` over the files that match, sorted by name, and returns its path.

    `patterns` are globs relative to `directory` and name what the page fetches; the default is a GraphModel.

    Raises:
        FileNotFoundError: a pattern matches nothing, so that a forgotten file is noticed here and not in the browser.
    """
    names: set[str] = set()
    for pattern in patterns:
        matches = [path.relative_to(directory).as_posix() for path in directory.glob(pattern) if path.is_file()]
        if not matches:
            raise FileNotFoundError(f"nothing in {directory} matches {pattern}")
        names.update(matches)
    sums = directory / "SHA256SUMS"
    sums.write_text("".join(f"{sha256(directory / name)}  {name}\n" for name in sorted(names)))
    return sums
