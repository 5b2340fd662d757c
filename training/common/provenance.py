"""provenance.json: where a model comes from and how to make it again."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from common.document import write_document


def write_provenance(
    path: Path,
    *,
    source: str,
    command: str,
    data: str,
    minutes: float,
    packages: Iterable[str],
    seed: int | None = None,
    hardware: str = "2 CPU cores, one thread",
    details: Mapping[str, Any] | None = None,
) -> Path:
    """Writes the record and returns `path`.

    Args:
        source: whose weights these are, or `trained here`.
        command: the one command, from the top of the repository, that made the folder.
        data: what the weights were trained on, with its licence.
        minutes: wall-clock time of that command.
        packages: distributions whose installed versions matter.
        details: what else a reader needs to do it again: hyper-parameters, commits of others, checksums.
    """
    record = {
        "source": source,
        "command": command,
        "commit": "see git log",
        "seed": seed,
        "data": data,
        "minutes": round(minutes, 1),
        "hardware": hardware,
        "versions": {"python": platform.python_version(), **{name: version(name) for name in packages}},
        **(details or {}),
    }
    return write_document(path, record)
