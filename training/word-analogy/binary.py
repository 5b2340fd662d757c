"""vectors.bin: unit vectors in 100 bytes a word, a scale a row and a scale a column.

    row scale     float32 [words]
    column scale  float32 [dimensions]
    codes         int8    [words, dimensions]

Little-endian, row-major, in this order without gaps; row `i` belongs to line `i` of words.txt.
A vector is `codes[i, j] · columnScale[j] · rowScale[i]`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

_LARGEST_CODE = 127


@dataclass(frozen=True)
class Quantised:
    """int8 codes `[words, dimensions]` with their two float32 scales."""

    codes: np.ndarray
    row_scale: np.ndarray
    column_scale: np.ndarray

    def decode(self) -> np.ndarray:
        """float32 `[words, dimensions]`, each row of length one within float32's rounding."""
        return self.codes.astype(np.float32) * self.column_scale * self.row_scale[:, None]


def quantise(rows: np.ndarray) -> Quantised:
    """Rounds unit vectors `[words, dimensions]` to int8.

    A column's scale is its standard deviation: GloVe's dimensions differ in width by a half, and levelling them first
    takes the share of analogies whose first answer rounding changes from 0.80 % to 0.66 %. A row's largest code is 127.
    Its scale is then chosen to give the row length one, not to undo the division exactly, because analogies compare
    angles.
    """
    column_scale = rows.std(axis=0).astype(np.float32)
    levelled = rows / column_scale
    codes = np.rint(levelled * (_LARGEST_CODE / np.abs(levelled).max(axis=1, keepdims=True))).astype(np.int8)
    lengths = np.linalg.norm(codes * column_scale.astype(np.float64), axis=1)
    return Quantised(codes, (1 / lengths).astype(np.float32), column_scale)


def write_vectors(path: Path, quantised: Quantised) -> list[dict]:
    """Writes the file and returns its layout, one record a part: name, type, shape, byte offset."""
    parts = [
        ("rowScale", "float32", quantised.row_scale.astype("<f4")),
        ("columnScale", "float32", quantised.column_scale.astype("<f4")),
        ("codes", "int8", quantised.codes),
    ]
    layout, offset = [], 0
    with path.open("wb") as file:
        for name, kind, values in parts:
            layout.append({"name": name, "type": kind, "shape": list(values.shape), "byteOffset": offset})
            offset += file.write(values.tobytes())
    return layout


def read_vectors(path: Path, words: int, dimensions: int) -> Quantised:
    """Reads what `write_vectors` wrote.

    Raises:
        ValueError: the file's length does not fit `words` × `dimensions`.
    """
    data = path.read_bytes()
    codes_at = 4 * (words + dimensions)
    if len(data) != codes_at + words * dimensions:
        raise ValueError(f"{path} has {len(data)} bytes, which is not {words} words of {dimensions} dimensions")
    scales = np.frombuffer(data, "<f4", count=words + dimensions)
    codes = np.frombuffer(data, np.int8, offset=codes_at).reshape(words, dimensions)
    return Quantised(codes, scales[:words], scales[words:])
