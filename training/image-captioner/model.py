"""The two captioners in PyTorch. Both are an LSTM that writes a sentence word by word; they differ in how they see.

`Plain` is shown the picture once, as if it were the first word (Vinyals et al. 2015, section 3.1; NeuralTalk of
Karpathy and Fei-Fei 2015 does much the same). `Attention` looks at 49 places again for each word and reads their
weighted mean: the soft attention of Xu et al. 2015, section 4.2. Theirs asks before the LSTM's step and by a small
network; here the state after the step asks (Lu et al. 2017, section 2.2) and by a dot product (Luong et al. 2015),
so that in training all words of all captions ask at once.

Words in and words out share one table of embeddings (Press and Wolf 2017), since a third of all weights would be
there otherwise, and 30,000 sentences are few.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

CHANNELS, PLACES = 1280, 49
EMBEDDING, HIDDEN, VALUES, KEYS = 256, 512, 512, 256
DROPOUT_IN, DROPOUT_OUT = 0.4, 0.5


# The LSTM's hidden state and cell, each `[1, rows, HIDDEN]`.
State = tuple[Tensor, Tensor]


@dataclass(frozen=True)
class Picture:
    """What a captioner makes of a picture before the first word; rows are pictures.

    Attributes:
        keys: `[rows, 49, KEYS]`, what places are found by; without attention `[rows, 0, KEYS]`.
        values: `[rows, 49, VALUES]`, what is read there; without attention `[rows, 0, VALUES]`.
        h, c: the LSTM's state before the first word, `[rows, HIDDEN]`.
    """

    keys: Tensor
    values: Tensor
    h: Tensor
    c: Tensor

    def state(self, sentences: int) -> State:
        """The state for as many sentences of each picture, those of one picture together."""
        return self.h.repeat_interleave(sentences, 0)[None], self.c.repeat_interleave(sentences, 0)[None]


class Captioner(nn.Module):
    """What both share: an LSTM over words, and words out of its state."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(words, EMBEDDING)
        self.word_bias = nn.Parameter(torch.zeros(words))
        self.lstm = nn.LSTM(EMBEDDING, HIDDEN, batch_first=True)
        nn.init.uniform_(self.embedding.weight, -0.1, 0.1)
        with torch.no_grad():
            # Remember at first.
            self.lstm.bias_ih_l0[HIDDEN : 2 * HIDDEN] = 1.0

    def start(self, features: Tensor) -> Picture:
        """`features`: `[pictures, 49, 1280]`."""
        raise NotImplementedError

    def enter(self, tokens: Tensor, picture: Picture) -> Tensor:
        """The LSTM's input for words `[pictures, n]`: `[pictures, n, EMBEDDING]`."""
        return functional.dropout(self.embedding(tokens), DROPOUT_IN, self.training)

    def guess(self, hidden: Tensor, picture: Picture) -> tuple[Tensor, Tensor]:
        """From states `[pictures, n, HIDDEN]` to what the words' logits are made from, `[pictures, n, EMBEDDING]`, and
        the attention `[pictures, n, 49]`, which is `[pictures, n, 0]` where there is none."""
        raise NotImplementedError

    def logits(self, guess: Tensor) -> Tensor:
        return functional.linear(guess, self.embedding.weight, self.word_bias)

    def step(self, tokens: Tensor, picture: Picture, state: State) -> tuple[Tensor, Tensor, State]:
        """One word on, in several sentences of each picture.

        Args:
            tokens: `[pictures, sentences]`, the word before.

        Returns:
            Logits `[pictures, sentences, words]`, attention `[pictures, sentences, 49]`, the state after `tokens`.
        """
        entering = self.enter(tokens, picture).reshape(-1, 1, EMBEDDING)
        hidden, state = self.lstm(entering, state)
        guess, attention = self.guess(hidden.view(*tokens.shape, HIDDEN), picture)
        return self.logits(guess), attention, state

    def teach(self, features: Tensor, tokens: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of every caption when each word is given the true ones before it.

        Args:
            features: `[pictures, 49, 1280]`.
            tokens: `[pictures, captions, steps]`, `begin` first, without `end`.
            lengths: `[pictures, captions]`, how many of the tokens are real.

        Returns:
            Logits `[real tokens, words]` in the order of `tokens`, row by row; attention
            `[pictures, captions, steps, 49]`, zero beyond a caption's end.
        """
        pictures, captions, steps = tokens.shape
        # A picture's captions share its projections, which cost more than the words do.
        picture = self.start(features)
        state = picture.state(captions)
        entering = self.enter(tokens.flatten(1), picture).view(pictures * captions, steps, EMBEDDING)
        packed = pack_padded_sequence(entering, lengths.flatten(), batch_first=True, enforce_sorted=False)
        hidden, _ = self.lstm(packed, state)
        hidden, _ = pad_packed_sequence(hidden, batch_first=True, total_length=steps)
        guess, attention = self.guess(hidden.reshape(pictures, captions * steps, HIDDEN), picture)
        real = torch.arange(steps) < lengths[..., None]
        logits = self.logits(guess[real.flatten(1)])
        return logits, attention.view(pictures, captions, steps, -1) * real[..., None]


class Plain(Captioner):
    """The picture, averaged over its places, is the first input; the sentence follows from memory."""

    # Tied embeddings are small, for they also make the logits; beside the picture words would hardly be heard.
    word_scale = 16.0

    def __init__(self, words: int) -> None:
        super().__init__(words)
        self.see = nn.Linear(CHANNELS, EMBEDDING)
        self.out = nn.Linear(HIDDEN, EMBEDDING)

    def start(self, features: Tensor) -> Picture:
        seen = self.see(functional.dropout(features.mean(1), DROPOUT_IN, self.training))
        _, (h, c) = self.lstm(seen[:, None])
        nothing = features.new_zeros(len(features), 0, 0)
        return Picture(nothing, nothing, h[0], c[0])

    def enter(self, tokens: Tensor, picture: Picture) -> Tensor:
        return self.word_scale * super().enter(tokens, picture)

    def guess(self, hidden: Tensor, picture: Picture) -> tuple[Tensor, Tensor]:
        guess = torch.tanh(self.out(functional.dropout(hidden, DROPOUT_OUT, self.training)))
        return guess, guess.new_zeros(*guess.shape[:2], 0)


class Attention(Captioner):
    """For each word the LSTM's state is compared with 49 places, and the mean of what is there, so weighted, read."""

    def __init__(self, words: int) -> None:
        super().__init__(words)
        self.value = nn.Linear(CHANNELS, VALUES)
        self.key = nn.Linear(VALUES, KEYS, bias=False)
        self.query = nn.Linear(HIDDEN, KEYS)
        self.begin = nn.Linear(VALUES, 2 * HIDDEN)
        self.gist = nn.Linear(VALUES, EMBEDDING)
        self.out = nn.Linear(HIDDEN + VALUES, EMBEDDING)

    def start(self, features: Tensor) -> Picture:
        values = functional.dropout(torch.relu(self.value(features)), DROPOUT_IN, self.training)
        h, c = torch.tanh(self.begin(values.mean(1))).chunk(2, dim=1)
        return Picture(self.key(values), values, h, c)

    def enter(self, tokens: Tensor, picture: Picture) -> Tensor:
        # The gist of the picture comes with every word: what attention reads does not go back into the LSTM.
        return super().enter(tokens, picture) + self.gist(picture.values.mean(1))[:, None]

    def guess(self, hidden: Tensor, picture: Picture) -> tuple[Tensor, Tensor]:
        scores = torch.bmm(self.query(hidden), picture.keys.transpose(1, 2)) / math.sqrt(KEYS)
        attention = torch.softmax(scores.float(), dim=2)
        context = torch.bmm(attention.to(picture.values.dtype), picture.values)
        known = torch.cat([functional.dropout(hidden, DROPOUT_OUT, self.training).to(context.dtype), context], 2)
        return torch.tanh(self.out(known)), attention


CAPTIONERS: dict[str, type[Captioner]] = {"plain": Plain, "attention": Attention}
