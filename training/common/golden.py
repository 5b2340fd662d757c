"""golden.json: raw inputs with what the trainer made of them, for the browser to be held against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from common.document import write_document


def significant(values: np.ndarray, digits: int = 7) -> list:
    """Nested lists rounded to significant digits; seven are all that a float32 holds, and keep the file short."""
    array = np.asarray(values, dtype=np.float64)
    rounded = [float(f"{value:.{digits}g}") for value in array.ravel()]
    return np.array(rounded).reshape(array.shape).tolist()


def sample(values: np.ndarray, count: int, seed: int, nonzero: bool = False) -> dict[str, list]:
    """`{positions, values}`: `count` entries of the row-major flattened tensor, enough to tell it from another.

    Positions ascend and depend on `seed` alone; with `nonzero` also on where the tensor is not zero, since after a ReLU
    most entries are, and would agree whatever the network did.
    """
    flat = np.ravel(values)
    candidates = np.flatnonzero(flat) if nonzero else np.arange(flat.size)
    positions = np.sort(np.random.default_rng(seed).choice(candidates, size=count, replace=False))
    return {"positions": positions.tolist(), "values": significant(flat[positions])}


def write_golden(
    path: Path,
    *,
    made_by: str,
    inputs: Iterable[Mapping[str, Any]],
    preprocess: Mapping[str, Any],
    tolerance: Mapping[str, float],
    cases: Iterable[Mapping[str, Any]],
) -> Path:
    """Writes the golden file and returns `path`.

    Args:
        made_by: what computed the outputs, e.g. `PyTorch 2.13.0, float32, weights as published`.
        inputs: one record a raw input (a file with its checksum, or the bits of a sequence).
        preprocess: how a raw input becomes a tensor, in words and numbers.
        tolerance: largest allowed difference by name; a test reads its bounds here and has none of its own.
        cases: one record an input, in the order of `inputs`.
    """
    document = {
        "madeBy": made_by,
        "input": list(inputs),
        "preprocess": preprocess,
        "tolerance": tolerance,
        "cases": list(cases),
    }
    return write_document(path, document)
