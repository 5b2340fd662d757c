"""Trains one recipe, or all of them one after another, on one thread; a run that was stopped goes on where it was.

PYTHONPATH=training python training/ntm-copy/train.py --out RUNS [--only copy ...] [--seed 2] [--plain]
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

import kernel
from common.seeds import fix_seeds
from recipes import RECIPES, Recipe
from tasks import TASKS, Batch

Forward = Callable[[Tensor, int], Tensor]

VALIDATION_SEED = 1_000_003
VALIDATION_SEQUENCES = 128
VALIDATE_EVERY = 500
CHECKPOINT_SECONDS = 60
LAST_RATE = 0.02  # of the learning rate, reached in a straight line at the end of a run


def rate_factor(done: float, decay_from: float) -> float:
    """Share of the learning rate at a point of the run, `done` from 0 to 1."""
    return 1.0 if done < decay_from else LAST_RATE + (1 - LAST_RATE) * (1 - done) / (1 - decay_from)


def validation_batches(recipe: Recipe) -> list[Batch]:
    """The same sequences at every validation; their seed is neither training's nor the tests'."""
    generator = torch.Generator().manual_seed(VALIDATION_SEED)
    task = TASKS[recipe.task]
    batches = []
    for check in recipe.checks:
        # A range left open is drawn once a batch: several batches cover it.
        parts = 1 if set(check) == set(task.ranges) else 8
        batches += [task.sample(VALIDATION_SEQUENCES // parts, generator, **check) for _ in range(parts)]
    return batches


@torch.no_grad()
def validate(forward: Forward, batches: list[Batch]) -> dict[str, float]:
    """Wrong bits and cross-entropy bits a sequence, averaged over all validation sequences."""
    wrong = cost = sequences = 0.0
    for batch in batches:
        logits = forward(batch.inputs, batch.start)
        wrong += float(((logits > 0) != (batch.targets > 0.5)).sum())
        cost += float(functional.binary_cross_entropy_with_logits(logits, batch.targets, reduction="sum"))
        sequences += batch.inputs.shape[1]
    return {"wrong_bits": wrong / sequences, "cost_bits": cost / math.log(2) / sequences}


class Run:
    """One recipe under way: network, optimiser, data generator, best weights so far. A checkpoint holds all of it."""

    def __init__(self, name: str, recipe: Recipe, folder: Path, compiled: bool) -> None:
        fix_seeds(recipe.seed)
        self.name, self.recipe, self.folder = name, recipe, folder
        self.model = recipe.build()
        kernel_serves = compiled and recipe.model == "ntm"
        self.forward: Forward = partial(kernel.run, self.model) if kernel_serves else self.model
        self.optimiser = torch.optim.Adam(self.model.parameters(), recipe.learning_rate)
        self.data = torch.Generator().manual_seed(recipe.seed)
        self.iteration, self.seconds = 0, 0.0
        self.best: dict = {"score": (math.inf, math.inf)}
        folder.mkdir(parents=True, exist_ok=True)
        if self.checkpoint.exists():
            self.restore()

    @property
    def checkpoint(self) -> Path:
        return self.folder / f"{self.name}.checkpoint.pt"

    def save(self) -> None:
        """Writes beside the last checkpoint and then takes its place, so that a stop in between loses nothing."""
        content = {
            "model": self.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "data": self.data.get_state(),
            "iteration": self.iteration,
            "seconds": self.seconds,
            "best": self.best,
        }
        fresh = self.checkpoint.with_suffix(".new")
        torch.save(content, fresh)
        fresh.replace(self.checkpoint)

    def restore(self) -> None:
        content = torch.load(self.checkpoint)
        self.model.load_state_dict(content["model"])
        self.optimiser.load_state_dict(content["optimiser"])
        self.data.set_state(content["data"])
        self.iteration, self.seconds, self.best = content["iteration"], content["seconds"], content["best"]

    def improve(self) -> float:
        """One iteration; returns its loss."""
        batch = TASKS[self.recipe.task].sample(self.recipe.batch, self.data)
        done = self.iteration / self.recipe.iterations
        for group in self.optimiser.param_groups:
            group["lr"] = self.recipe.learning_rate * rate_factor(done, self.recipe.decay_from)
        self.optimiser.zero_grad()
        loss = functional.binary_cross_entropy_with_logits(self.forward(batch.inputs, batch.start), batch.targets)
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), self.recipe.clip)
        self.optimiser.step()
        self.iteration += 1
        return loss.item()

    def judge(self, batches: list[Batch], losses: list[float]) -> None:
        """Validates, keeps the weights if they are the best yet, and writes a line of the log."""
        scores = validate(self.forward, batches)
        # N-grams are chances: their cost is what counts. Elsewhere a bit is right or wrong, and cost breaks the tie.
        wrong = 0.0 if self.recipe.task == "dynamic-ngrams" else scores["wrong_bits"]
        if (wrong, scores["cost_bits"]) < tuple(self.best["score"]):
            weights = {name: value.clone() for name, value in self.model.state_dict().items()}
            self.best = {"score": (wrong, scores["cost_bits"]), "iteration": self.iteration, "weights": weights}
        loss = sum(losses) / len(losses)
        line = {"iteration": self.iteration, "loss": loss, **scores, "seconds": round(self.seconds)}
        with (self.folder / f"{self.name}.log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")
        print(self.name, json.dumps(line), flush=True)

    def finish(self) -> None:
        """Trains to the recipe's last iteration and writes the best weights."""
        batches = validation_batches(self.recipe)
        losses: list[float] = []
        before, saved = time.monotonic(), time.monotonic()
        while self.iteration < self.recipe.iterations:
            losses.append(self.improve())
            self.seconds += time.monotonic() - before
            before = time.monotonic()
            if self.iteration % VALIDATE_EVERY == 0 or self.iteration == self.recipe.iterations:
                self.judge(batches, losses)
                losses = []
            if time.monotonic() - saved > CHECKPOINT_SECONDS:
                self.save()
                saved = time.monotonic()
        self.save()
        summary = {
            "seed": self.recipe.seed,
            "iteration": self.best["iteration"],
            "of": self.iteration,
            "minutes": round(self.seconds / 60, 1),
        }
        torch.save({"weights": self.best["weights"], **summary}, self.folder / f"{self.name}.pt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder of checkpoints, logs and best weights")
    parser.add_argument("--only", nargs="*", default=list(RECIPES), choices=list(RECIPES))
    parser.add_argument("--plain", action="store_true", help="PyTorch's own operations: slower, but no C++ compiler")
    parser.add_argument("--seed", type=int, help="another seed than the recipes' own")
    options = parser.parse_args()
    for name in options.only:
        recipe = RECIPES[name] if options.seed is None else replace(RECIPES[name], seed=options.seed)
        Run(name, recipe, options.out, not options.plain).finish()


if __name__ == "__main__":
    main()
