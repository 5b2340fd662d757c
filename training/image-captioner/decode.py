"""Sentences from a trained captioner: the likeliest word each time, beams, or dice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from model import Captioner, Picture, State

NEVER = -1e4  # a logit: no chance at all, and still a float16, which is all that some GPUs have
LONGEST = 20  # steps of a search: words, and the end


# From log-probabilities `[pictures, sentences, words]` to words `[pictures, sentences]`.
Choice = Callable[[Tensor], Tensor]


@dataclass(frozen=True)
class Sentence:
    """One caption.

    Attributes:
        tokens: indices of its words, `end` last unless it ran into the limit.
        log_probability: of all tokens, natural logarithm.
    """

    tokens: list[int]
    log_probability: float


class Writer:
    """Runs a captioner without teaching it. `begin` and `unknown` are never written."""

    def __init__(self, captioner: Captioner, begin: int, end: int, unknown: int) -> None:
        self.captioner, self.begin, self.end = captioner.eval(), begin, end
        self._never = torch.tensor([begin, unknown])

    def step(self, tokens: Tensor, picture: Picture, state: State) -> tuple[Tensor, Tensor, State]:
        """Log-probabilities `[pictures, sentences, words]` of what follows `tokens` `[pictures, sentences]`, attention,
        and the state then."""
        logits, attention, state = self.captioner.step(tokens, picture, state)
        # Left out before the softmax, so that probabilities of what may be written sum to 1.
        return torch.log_softmax(logits.float().index_fill(2, self._never, NEVER), 2), attention, state

    def greedy(self, features: Tensor, longest: int = LONGEST) -> list[Sentence]:
        """The likeliest word each time."""
        return self._write(features, 1, lambda log_probabilities: log_probabilities.argmax(2), longest)

    def sample(self, features: Tensor, tries: int, longest: int = LONGEST) -> list[Sentence]:
        """`tries` sentences of each picture one after another, each word drawn by its probability."""

        def draw(log_probabilities: Tensor) -> Tensor:
            return torch.multinomial(log_probabilities.exp().flatten(0, 1), 1).view(-1, tries)

        return self._write(features, tries, draw, longest)

    def _write(self, features: Tensor, tries: int, choose: Choice, longest: int) -> list[Sentence]:
        picture = self.captioner.start(features)
        state = picture.state(tries)
        tokens = torch.full((len(features), tries), self.begin)
        written, gains = [], []
        going = torch.ones_like(tokens, dtype=torch.bool)
        for _ in range(longest):
            log_probabilities, _, state = self.step(tokens, picture, state)
            tokens = choose(log_probabilities)
            written.append(tokens)
            gains.append(log_probabilities.gather(2, tokens[..., None]).squeeze(2) * going)
            going = going & (tokens != self.end)
            if not going.any():
                break
        totals = torch.stack(gains).sum(0).flatten().tolist()
        rows = torch.stack(written, 2).flatten(0, 1).tolist()
        return [Sentence(self._cut(row), total) for row, total in zip(rows, totals, strict=True)]

    def _cut(self, tokens: list[int]) -> list[int]:
        return tokens[: tokens.index(self.end) + 1] if self.end in tokens else tokens

    def beams(self, features: Tensor, width: int, longest: int = LONGEST) -> list[list[Sentence]]:
        """Beam search: of each picture all sentences that were finished, for `ranked` to put in order.

        Each step keeps the `width` likeliest unfinished sentences; one that ends while it is among the likeliest leaves
        the beam. The search is over when as many have ended as the beam is wide.
        """
        pictures = len(features)
        picture = self.captioner.start(features)
        state = picture.state(width)
        tokens = torch.full((pictures, width), self.begin)
        # At first all beams are the same empty sentence: one of them is enough.
        totals = torch.full((pictures, width), -torch.inf)
        totals[:, 0] = 0.0
        beams = [Beam([[] for _ in range(width)], []) for _ in range(pictures)]
        for _ in range(longest):
            log_probabilities, _, (h, c) = self.step(tokens, picture, state)
            words = log_probabilities.shape[2]
            # As many again as the beam is wide: some of the best may be ends.
            best = (totals[..., None] + log_probabilities).flatten(1).topk(2 * width)
            chosen = [
                beam.advance(sums, [divmod(place, words) for place in places], self.end)
                for beam, sums, places in zip(beams, best.values.tolist(), best.indices.tolist(), strict=True)
            ]
            if all(len(beam.finished) >= width for beam in beams):
                break
            rows = [number * width + parent for number, kept in enumerate(chosen) for parent, _, _ in kept]
            state = h[:, rows], c[:, rows]
            tokens = torch.tensor([[token for _, token, _ in kept] for kept in chosen])
            totals = torch.tensor([[total for _, _, total in kept] for kept in chosen])
        return [
            beam.finished or [Sentence(*pair) for pair in zip(beam.going, sums, strict=True)]
            for beam, sums in zip(beams, totals.tolist(), strict=True)
        ]


@dataclass
class Beam:
    """The search for one picture: its unfinished sentences, likeliest first, and those that ended."""

    going: list[list[int]]
    finished: list[Sentence]

    def advance(self, sums: list[float], steps: list[tuple[int, int]], end: int) -> list[tuple[int, int, float]]:
        """Takes twice as many steps as it is wide, likeliest first: a log-probability, a parent and a token each.

        Returns parent, token and log-probability of the sentences that go on. What ends after as many have ended as the
        beam is wide does not count: the search is over by then, and runs on only for the sake of other pictures.
        """
        width = len(self.going)
        over = len(self.finished) >= width
        kept: list[tuple[int, int, float]] = []
        for total, (parent, token) in zip(sums, steps, strict=True):
            if len(kept) == width:
                break
            if token != end:
                kept.append((parent, token, total))
            elif not over:
                self.finished.append(Sentence([*self.going[parent], token], total))
        self.going = [[*self.going[parent], token] for parent, token, _ in kept]
        return kept


def ranked(sentences: list[Sentence], exponent: float) -> list[Sentence]:
    """Best first, by log-probability over the number of tokens, `end` among them, to the power of `exponent`."""
    return sorted(sentences, key=lambda sentence: -sentence.log_probability / len(sentence.tokens) ** exponent)
