"""The two planes on which the figures draw words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Plane:
    """An origin `[dimensions]` and two orthonormal axes `[2, dimensions]`, first to the right, second up."""

    origin: np.ndarray
    axes: np.ndarray

    def project(self, rows: np.ndarray) -> np.ndarray:
        """Coordinates `[..., 2]` of the nearest point in the plane."""
        return (rows - self.origin) @ self.axes.T

    def distance(self, rows: np.ndarray) -> np.ndarray:
        """How far points `[..., dimensions]` stand from the plane."""
        offset = rows - self.origin
        return np.linalg.norm(offset - offset @ self.axes.T @ self.axes, axis=-1)


def question_plane(a: np.ndarray, b: np.ndarray, c: np.ndarray, d: np.ndarray) -> Plane:
    """The plane nearest to a question's three words and its answer: their two main principal directions.

    A projection keeps parallels parallel, so b − a + c still closes a parallelogram in it. The axes are turned so that
    a → b points right and a → c up.
    """
    corners = np.stack([a, b, c, d])
    origin = corners.mean(axis=0)
    axes = np.linalg.svd(corners - origin, full_matrices=False)[2][:2]
    if np.abs(axes @ (b - a)).argmax() == 1:
        axes = axes[::-1]
    signs = np.sign([axes[0] @ (b - a), axes[1] @ (c - a)])
    return Plane(origin, axes * signs[:, None])


def difference_plane(starts: np.ndarray, ends: np.ndarray, others: np.ndarray | None = None) -> Plane:
    """The plane that shows what pairs `[pairs, dimensions]` share.

    Up is the first principal direction of the differences, taken about zero and not about their mean, since the mean
    is what they share. Right is the direction in which the pairs' midpoints, with `others` where given, spread most,
    among those at right angles to it. The origin is their mean.
    """
    differences = ends - starts
    up = _first_direction(differences)
    up *= np.sign(differences.mean(axis=0) @ up)
    midpoints = (starts + ends) / 2
    if others is not None:
        midpoints = np.concatenate([midpoints, others])
    origin = midpoints.mean(axis=0)
    spread = midpoints - origin
    right = _first_direction(spread - np.outer(spread @ up, up))
    return Plane(origin, np.stack([right, up]))


def shared_share(starts: np.ndarray, ends: np.ndarray) -> float:
    """Share of the differences' squared length that lies along their first principal direction, 1 / pairs to 1."""
    energy = np.linalg.svd(ends - starts, compute_uv=False) ** 2
    return float(energy[0] / energy.sum())


def shuffled_share(starts: np.ndarray, ends: np.ndarray, seed: int, draws: int = 200) -> float:
    """What `shared_share` is on average when the ends are dealt out anew: two groups of words always differ somehow."""
    generator = np.random.default_rng(seed)
    return float(np.mean([shared_share(starts, ends[generator.permutation(len(ends))]) for _ in range(draws)]))


def _first_direction(rows: np.ndarray) -> np.ndarray:
    return np.linalg.svd(rows, full_matrices=False)[2][0]
