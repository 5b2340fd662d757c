"""Trains the two captioners; a run that was stopped goes on where it was.

PYTHONPATH=training python training/image-captioner/train.py --data FLICKR8K --runs RUNS [--only attention]
"""

from __future__ import annotations

import argparse
import json
import math
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from captions import Dataset, Vocabulary
from common.seeds import fix_seeds
from decode import Writer
from features import Features
from model import CAPTIONERS
from scores import bleu, cider

LABEL_SMOOTHING = 0.1
CLIP = 5.0
LONGEST_TAUGHT = 24  # tokens of a caption; what is beyond is not taught
AVERAGE = 0.995  # of the running mean of weights, a step


@dataclass(frozen=True)
class Recipe:
    """How one captioner learns from the captions.

    Attributes:
        pictures: in a batch, each with its five captions.
        rate: the highest learning rate, falling to 0 by half a cosine.
        warm: epochs until it is reached, in a straight line.
        schedule: epochs after which the rate would be 0, if more than are run.
        spread: weight of the penalty for places that are looked at too often or never (Xu et al. 2015, equation 14).
    """

    epochs: int
    pictures: int = 32
    rate: float = 1.2e-3
    decay: float = 0.01
    spread: float = 0.3
    warm: float = 1.0
    schedule: int | None = None
    seed: int = 1


RECIPES = {"attention": Recipe(epochs=8, schedule=10), "plain": Recipe(epochs=12, spread=0.0)}


@dataclass(frozen=True)
class Batch:
    """Captions of some pictures, as `Captioner.teach` wants them; `targets` has the real tokens, row by row."""

    features: Tensor
    tokens: Tensor
    lengths: Tensor
    targets: Tensor


def batch_of(features: Tensor, captions: list[list[list[int]]], begin: int) -> Batch:
    """`features` of each picture, and as many captions of each, as indices that close with `end`."""
    lengths = torch.tensor([[min(len(caption), LONGEST_TAUGHT) for caption in several] for several in captions])
    table = torch.full((*lengths.shape, int(lengths.max()) + 1), begin)
    for row, several in enumerate(captions):
        for column, caption in enumerate(several):
            taught = caption[:LONGEST_TAUGHT]
            table[row, column, 1 : 1 + len(taught)] = torch.tensor(taught)
    real = torch.arange(table.shape[2] - 1) < lengths[..., None]
    return Batch(features, table[..., :-1], lengths, table[..., 1:][real])


def spread_penalty(attention: Tensor) -> Tensor:
    """Mean over captions of Σ_places (1 − Σ_steps attention)²: doubly stochastic attention wants it small."""
    return ((1 - attention.sum(2)) ** 2).sum(2).mean()


class Run:
    """One captioner under way. A checkpoint holds all of it."""

    def __init__(
        self,
        name: str,
        recipe: Recipe,
        dataset: Dataset,
        features: Features,
        folder: Path,
        after: str | None = None,
    ) -> None:
        """`after`: the run whose best weights this one starts from, if it does not start from chance."""
        fix_seeds(recipe.seed)
        self.name, self.recipe, self.dataset, self.features, self.folder = name, recipe, dataset, features, folder
        self.vocabulary = Vocabulary.of(dataset)
        self.captions = [[self.vocabulary.encode(c) for c in dataset.captions[n]] for n in dataset.training]
        self.captioner = CAPTIONERS[after or name](len(self.vocabulary))
        if after:
            self.captioner.load_state_dict(torch.load(folder / f"{after}.pt")["weights"])
        self.average = torch.optim.swa_utils.AveragedModel(
            self.captioner, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGE)
        )
        self.optimiser = torch.optim.AdamW(
            self.captioner.parameters(), recipe.rate, betas=(0.9, 0.98), weight_decay=recipe.decay
        )
        self.epoch, self.seconds = 0, 0.0
        self.best: dict = {"score": -1.0}
        if self.checkpoint.exists():
            self.restore()

    @property
    def checkpoint(self) -> Path:
        return self.folder / f"{self.name}.checkpoint.pt"

    def save(self) -> None:
        """Writes beside the last checkpoint and then takes its place, so that a stop in between loses nothing."""
        parts = {part: getattr(self, part).state_dict() for part in ("captioner", "average", "optimiser")}
        counts = {"epoch": self.epoch, "seconds": self.seconds, "best": self.best, "random": torch.get_rng_state()}
        fresh = self.checkpoint.with_suffix(".new")
        torch.save(parts | counts, fresh)
        fresh.replace(self.checkpoint)

    def restore(self) -> None:
        content = torch.load(self.checkpoint)
        for part in ("captioner", "average", "optimiser"):
            getattr(self, part).load_state_dict(content[part])
        self.epoch, self.seconds, self.best = content["epoch"], content["seconds"], content["best"]
        torch.set_rng_state(content["random"])

    def rate(self, epochs: float) -> float:
        """Learning rate when so many epochs are behind."""
        warm, whole = self.recipe.warm, self.recipe.schedule or self.recipe.epochs
        share = epochs / warm if epochs < warm else (1 + math.cos(math.pi * (epochs - warm) / (whole - warm))) / 2
        return self.recipe.rate * share

    def learn(self, generator: np.random.Generator) -> float:
        """One epoch: every picture once, in one of its views. Returns the mean of what `improve` returns."""
        order = generator.permutation(len(self.captions))
        batches = np.array_split(order, len(order) // self.recipe.pictures)
        losses = []
        for number, chosen in enumerate(batches):
            for group in self.optimiser.param_groups:
                group["lr"] = self.rate(self.epoch + number / len(batches))
            losses.append(self.improve(chosen, generator))
        return float(np.mean(losses))

    def improve(self, chosen: np.ndarray, generator: np.random.Generator) -> float:
        """One step on the training pictures of these numbers; returns the cross-entropy a word, smoothing included."""
        self.captioner.train()
        features = self.features.draw(chosen, generator)
        batch = batch_of(features, [self.captions[number] for number in chosen], self.vocabulary.begin)
        with torch.autocast("cpu", torch.bfloat16):
            logits, attention = self.captioner.teach(batch.features, batch.tokens, batch.lengths)
        cost = functional.cross_entropy(logits.float(), batch.targets, label_smoothing=LABEL_SMOOTHING)
        # The paper's loss is a sum over a caption's words; this one is a mean.
        uneven = spread_penalty(attention) / batch.lengths.float().mean() if self.recipe.spread else 0.0
        self.descend(cost + self.recipe.spread * uneven)
        return float(cost.detach())

    def descend(self, loss: Tensor) -> None:
        """One step of the optimiser, and the running mean of the weights after it."""
        self.optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.captioner.parameters(), CLIP)
        self.optimiser.step()
        self.average.update_parameters(self.captioner)

    @torch.inference_mode()
    def judge(self) -> dict[str, float]:
        """BLEU-4 and CIDEr-D of the averaged weights' greedy sentences on the validation pictures."""
        vocabulary = self.vocabulary
        writer = Writer(self.average.module, vocabulary.begin, vocabulary.end, vocabulary.unknown)
        sentences = [s for features in self.features.validation(100) for s in writer.greedy(features)]
        words = [vocabulary.decode(sentence.tokens) for sentence in sentences]
        references = [self.dataset.captions[name] for name in self.dataset.validation]
        scores = bleu(words, references)
        return {"bleu1": scores[0], "bleu4": scores[3], "cider": 100 * cider(words, references)}

    def finish(self) -> None:
        """Trains to the recipe's last epoch; RUNS/NAME.pt has the averaged weights of the best epoch by CIDEr-D."""
        while self.epoch < self.recipe.epochs:
            began = time.monotonic()
            loss = self.learn(np.random.default_rng([self.recipe.seed, self.epoch]))
            self.epoch += 1
            self.seconds += time.monotonic() - began
            scores = self.judge()
            if scores["cider"] > self.best["score"]:
                weights = {name: value.clone() for name, value in self.average.module.state_dict().items()}
                self.best = {"score": scores["cider"], "epoch": self.epoch, "weights": weights}
                torch.save(self.best | {"seconds": self.seconds}, self.folder / f"{self.name}.pt")
            self.save()
            line = {"epoch": self.epoch, "loss": loss, **scores, "seconds": round(self.seconds)}
            with (self.folder / f"{self.name}.log.jsonl").open("a") as log:
                log.write(json.dumps(line) + "\n")
            print(self.name, json.dumps(line), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="images/, captions.tsv, train.txt, dev.txt")
    parser.add_argument("--runs", type=Path, required=True, help="folder that prepare.py wrote; checkpoints go there")
    parser.add_argument("--only", nargs="*", default=list(RECIPES), choices=list(RECIPES))
    options = parser.parse_args()
    dataset = Dataset.read(options.data)
    features = Features(options.runs / "features", dataset)
    for name in options.only:
        Run(name, RECIPES[name], dataset, features, options.runs).finish()


if __name__ == "__main__":
    main()
