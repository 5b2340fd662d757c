"""One call that makes a run repeatable on one machine."""

from __future__ import annotations

import random

import numpy as np
import torch


def fix_seeds(seed: int, threads: int = 1) -> np.random.Generator:
    """Seeds Python, NumPy and PyTorch and returns a NumPy generator for the run's own draws.

    `threads` bounds PyTorch's intra-op pool. With one thread the order of every float sum is fixed as well, so two
    runs on one machine and one set of versions agree to the bit; other CPUs may still differ in the last digits.
    """
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
    torch.set_num_threads(threads)
    torch.use_deterministic_algorithms(True)
    return np.random.default_rng(seed)
