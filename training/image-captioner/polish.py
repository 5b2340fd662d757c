"""Goes on from a trained captioner by self-critical training (Rennie et al. 2017): sentences that it makes up itself
become likelier if people's captions agree with them better than with its other tries, and less likely if worse.

PYTHONPATH=training python training/image-captioner/polish.py --data FLICKR8K --runs RUNS
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from captions import Dataset
from decode import LONGEST, NEVER, Writer
from features import Features
from scores import Cider, sentence_bleu4
from train import Recipe, Run, batch_of

FROM, NAME = "attention", "polished"
TRIES = 5  # sentences a picture
BLEU_WEIGHT = 1.0  # of a sentence's BLEU-4 (0 to 1) beside its CIDEr-D (0 to 10)
RECIPE = Recipe(epochs=2, rate=2e-4, decay=0.0, spread=0.0, warm=0.2, schedule=4)


class Judge:
    """How well people's captions of a training picture agree with a sentence.

    The end counts as a word, in sentences and captions alike. Without that, what breaks off before its last noun
    ("a dog in a") loses nothing, and a captioner learns to break off.
    """

    def __init__(self, references: list[list[list[str]]], end: str) -> None:
        self._end = [end]
        self._references = [[caption + self._end for caption in several] for several in references]
        self._cider = Cider(self._references)

    def reward(self, picture: int, words: list[str], whole: bool) -> float:
        """`whole`: the sentence came to an end by itself."""
        closed = words + self._end if whole else words
        return self._cider.score(picture, closed) + BLEU_WEIGHT * sentence_bleu4(closed, self._references[picture])


class Polish(Run):
    """Self-critical training of one captioner; checkpoints, averaging and choice are those of `Run`."""

    def __init__(self, dataset: Dataset, features: Features, folder: Path) -> None:
        super().__init__(NAME, RECIPE, dataset, features, folder, FROM)
        self.judge_of_training = Judge([dataset.captions[name] for name in dataset.training], "<end>")

    def improve(self, chosen: np.ndarray, generator: np.random.Generator) -> float:
        """One step on the training pictures of these numbers; returns minus their sentences' mean reward."""
        # No dropout: the network that learns is the one that wrote.
        self.captioner.eval()
        features = self.features.draw(chosen, generator)
        sentences, rewards = self._try(features, chosen)
        # What is better than the mean of the picture's other tries has a positive advantage.
        advantage = (rewards - rewards.mean(1, keepdim=True)) * TRIES / (TRIES - 1)
        batch = batch_of(features, sentences, self.vocabulary.begin)
        with torch.autocast("cpu", torch.bfloat16):
            logits, _ = self.captioner.teach(batch.features, batch.tokens, batch.lengths)
        never = torch.tensor([self.vocabulary.begin, self.vocabulary.unknown])
        log_probabilities = torch.log_softmax(logits.float().index_fill(1, never, NEVER), 1)
        chosen_ones = log_probabilities.gather(1, batch.targets[:, None]).squeeze(1)
        weights = advantage.flatten().repeat_interleave(batch.lengths.flatten())
        self.descend(-(weights * chosen_ones).mean())
        return -float(rewards.mean())

    @torch.no_grad()
    @torch.autocast("cpu", torch.bfloat16)
    def _try(self, features: Tensor, chosen: np.ndarray) -> tuple[list[list[list[int]]], Tensor]:
        """`TRIES` sentences of each picture as indices, and their rewards `[pictures, TRIES]`."""
        vocabulary = self.vocabulary
        writer = Writer(self.captioner, vocabulary.begin, vocabulary.end, vocabulary.unknown)
        written = [sentence.tokens for sentence in writer.sample(features, TRIES, LONGEST)]
        grouped = [written[start : start + TRIES] for start in range(0, len(written), TRIES)]
        rewards = [
            [
                self.judge_of_training.reward(picture, vocabulary.decode(tokens), tokens[-1] == vocabulary.end)
                for tokens in tries
            ]
            for picture, tries in zip(chosen.tolist(), grouped, strict=True)
        ]
        return grouped, torch.tensor(rewards)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="images/, captions.tsv, train.txt, dev.txt")
    parser.add_argument("--runs", type=Path, required=True, help="folder where train.py left attention.pt")
    options = parser.parse_args()
    dataset = Dataset.read(options.data)
    Polish(dataset, Features(options.runs / "features", dataset), options.runs).finish()


if __name__ == "__main__":
    main()
