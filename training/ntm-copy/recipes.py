"""What is trained on what, for how long, and what a checkpoint is chosen by."""

from __future__ import annotations

from dataclasses import dataclass

from torch import nn

from model import LstmBaseline, Ntm, NtmShape
from tasks import TASKS


@dataclass(frozen=True)
class Recipe:
    """One training run. `checks` are the fixed sizes that validation samples, each a set of the task's ranges."""

    task: str
    model: str  # 'ntm' or 'lstm'
    iterations: int
    batch: int
    checks: tuple[dict[str, int], ...]
    learning_rate: float = 1e-3
    decay_from: float = 0.5  # share of the run after which the learning rate falls
    clip: float = 10.0
    controller: int = 100  # the NTM's LSTM
    heads: int = 1  # of each kind
    hidden: int = 256  # the baseline's layers, three of them
    seed: int = 1

    def build(self) -> nn.Module:
        """The untrained network."""
        task = TASKS[self.task]
        if self.model == "lstm":
            return LstmBaseline(task.input_width, task.output_width, self.hidden)
        shape = NtmShape(
            task.input_width, task.output_width, self.controller, read_heads=self.heads, write_heads=self.heads
        )
        return Ntm(shape)


COPY_CHECKS = ({"length": 10}, {"length": 20}, {"length": 50}, {"length": 120})
REPEAT_CHECKS = ({}, {"length": 10, "repeats": 10})
RECALL_CHECKS = ({"items": 6}, {"items": 10})

RECIPES = {
    "copy": Recipe("copy", "ntm", 16000, 4, COPY_CHECKS),
    "copy-lstm": Recipe("copy", "lstm", 2000, 32, COPY_CHECKS[:2]),
    "repeat-copy": Recipe("repeat-copy", "ntm", 16500, 4, REPEAT_CHECKS, decay_from=2 / 3),
    "associative-recall": Recipe("associative-recall", "ntm", 30000, 4, RECALL_CHECKS),
    "priority-sort": Recipe("priority-sort", "ntm", 72000, 8, ({"rows": 20},), decay_from=0.675, heads=3),
    "dynamic-ngrams": Recipe("dynamic-ngrams", "ntm", 2400, 16, ({},)),
    "dynamic-ngrams-lstm": Recipe("dynamic-ngrams", "lstm", 1200, 32, ({},), hidden=128),
}
