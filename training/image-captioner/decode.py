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
        return [self._beams(features[i : i + 1], width, longest) for i in range(len(features))]

    def _beams(self, features: Tensor, width: int, longest: int) -> list[Sentence]:
        picture = self.captioner.start(features)
        state = picture.state(1)
        going = [Sentence([], 0.0)]
        tokens = torch.tensor([[self.begin]])
        finished: list[Sentence] = []
        for length in range(1, longest + 1):
            log_probabilities, _, (h, c) = self.step(tokens, picture, state)
            totals = log_probabilities[0] + torch.tensor([beam.log_probability for beam in going])[:, None]
            # As many again as the beam is wide: some of the best may be ends.
            best = totals.flatten().topk(2 * width)
            parents, fresh = [], []
            for total, place in zip(best.values.tolist(), best.indices.tolist(), strict=True):
                parent, token = divmod(place, totals.shape[1])
                sentence = Sentence([*going[parent].tokens, token], total)
                if token == self.end:
                    if len(fresh) < width:
                        finished.append(sentence)
                elif len(fresh) < width:
                    parents.append(parent)
                    fresh.append(sentence)
            going = fresh
            if len(finished) >= width or length == longest:
                break
            state = h[:, parents], c[:, parents]
            tokens = torch.tensor([[sentence.tokens[-1] for sentence in going]])
        return finished or going


def ranked(sentences: list[Sentence], exponent: float) -> list[Sentence]:
    """Best first, by log-probability over the number of tokens, `end` among them, to the power of `exponent`."""
    return sorted(sentences, key=lambda sentence: -sentence.log_probability / len(sentence.tokens) ** exponent)
