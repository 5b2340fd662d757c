"""The feature files that prepare.py wrote, read as training and validation want them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from captions import Dataset

WHOLE, FLIPPED = "whole", "flipped"
VIEWS = (WHOLE, FLIPPED)


class Features:
    """Views of every picture, `[pictures, 49, 1280]` float16 each, rows in the order of `dataset.names`."""

    def __init__(self, folder: Path, dataset: Dataset) -> None:
        """Maps the files without reading them.

        Raises:
            ValueError: a file has not as many pictures as the data set.
        """
        self._views = [np.load(folder / f"{view}.npy", mmap_mode="r") for view in VIEWS]
        self._training = len(dataset.training)
        if len(self._views[0]) != len(dataset.names):
            raise ValueError(f"{folder} is of another data set")

    def draw(self, pictures: np.ndarray, generator: np.random.Generator) -> Tensor:
        """Features `[n, 49, 1280]` of training pictures by number, each in a view drawn evenly."""
        views = generator.integers(0, len(self._views), len(pictures))
        rows = [self._views[view][picture] for view, picture in zip(views, pictures, strict=True)]
        return torch.from_numpy(np.stack(rows).astype(np.float32))

    def validation(self, batch: int) -> Iterator[Tensor]:
        """Features of the validation pictures as they are, in order, `batch` at a time."""
        whole = self._views[0][self._training :]
        for start in range(0, len(whole), batch):
            yield torch.from_numpy(whole[start : start + batch].astype(np.float32))
