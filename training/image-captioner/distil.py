"""Trains the captioner that is shipped: on people's captions, and on what three teachers make of them.

The teachers are captioners of its own kind, trained from other starts. Their mean knows better than any of them which
other words would have done (Hinton, Vinyals and Dean 2015), which 30,000 sentences alone do not tell.

PYTHONPATH=training python training/image-captioner/distil.py --data FLICKR8K --runs RUNS
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from captions import Dataset
from features import Features
from model import CAPTIONERS
from train import RECIPES, Batch, Recipe, Run, batch_of, spread_penalty

NAME = "attention"
TEACHERS = [name for name in RECIPES if name.startswith("teacher-")]
TEACHING = 0.7
"""Share of the loss that is the teachers'; the rest is the captions'."""
RECIPE = Recipe("attention", epochs=10, seed=4)


class Student(Run):
    """One captioner that learns from others; checkpoints, averaging and choice are those of `Run`."""

    def __init__(self, dataset: Dataset, features: Features, folder: Path) -> None:
        super().__init__(NAME, RECIPE, dataset, features, folder)
        self.teachers = [CAPTIONERS[RECIPE.kind](len(self.vocabulary)).eval() for _ in TEACHERS]
        for name, teacher in zip(TEACHERS, self.teachers, strict=True):
            teacher.load_state_dict(torch.load(folder / f"{name}.pt")["weights"])

    def improve(self, chosen: np.ndarray, generator: np.random.Generator) -> float:
        """One step on the training pictures of these numbers; returns the cross-entropy a word to captions and teachers."""
        self.captioner.train()
        features = self.features.draw(chosen, generator)
        batch = batch_of(features, [self.captions[number] for number in chosen], self.vocabulary.begin)
        taught = self.taught(batch)
        with torch.autocast("cpu", torch.bfloat16):
            logits, attention = self.captioner.teach(batch.features, batch.tokens, batch.lengths)
        logits = logits.float()
        captions = functional.cross_entropy(logits, batch.targets)
        cost = (1 - TEACHING) * captions + TEACHING * functional.cross_entropy(logits, taught)
        uneven = spread_penalty(attention) / batch.lengths.float().mean()
        self.descend(cost + self.recipe.spread * uneven)
        return float(cost.detach())

    @torch.no_grad()
    @torch.autocast("cpu", torch.bfloat16)
    def taught(self, batch: Batch) -> Tensor:
        """The teachers' mean probabilities `[real tokens, words]`."""
        views = (teacher.teach(batch.features, batch.tokens, batch.lengths)[0] for teacher in self.teachers)
        return torch.stack([logits.float().softmax(1) for logits in views]).mean(0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="images/, captions.tsv, train.txt, dev.txt")
    parser.add_argument("--runs", type=Path, required=True, help="folder where train.py left the teachers")
    options = parser.parse_args()
    dataset = Dataset.read(options.data)
    Student(dataset, Features(options.runs / "features", dataset), options.runs).finish()


if __name__ == "__main__":
    main()
