"""The same network three ways: taught all words at once, stepped word by word, and as the exported graphs."""

from __future__ import annotations

import pytest
import tensorflow as tf
import torch

from decode import Writer
from graph import GRAPHS, state_of, weights_of
from model import CAPTIONERS, CHANNELS, PLACES
from polish import Judge

WORDS = 30


@pytest.fixture(params=["plain", "attention"])
def name(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def captioner(name: str):
    torch.manual_seed(3)
    return CAPTIONERS[name](WORDS).eval()


def _features(count: int) -> torch.Tensor:
    return torch.rand(count, PLACES, CHANNELS, generator=torch.Generator().manual_seed(4)) * 3


@torch.inference_mode()
def test_teaching_equals_stepping(captioner) -> None:
    features = _features(2)
    tokens = torch.tensor([[[0, 5, 6, 7], [0, 9, 0, 0]], [[0, 8, 4, 0], [0, 5, 6, 9]]])
    lengths = torch.tensor([[4, 2], [3, 4]])
    logits, attention = captioner.teach(features, tokens, lengths)
    row = 0
    for picture in range(2):
        for caption in range(2):
            now = captioner.start(features[picture : picture + 1])
            state = now.state(1)
            for time in range(lengths[picture, caption]):
                stepped, look, state = captioner.step(tokens[None, picture, caption, time : time + 1], now, state)
                assert torch.allclose(logits[row], stepped[0, 0], atol=1e-5)
                assert torch.allclose(attention[picture, caption, time], look[0, 0], atol=1e-6)
                row += 1
            assert not attention[picture, caption, lengths[picture, caption] :].any()
    assert row == len(logits)


@torch.inference_mode()
def test_graphs_equal_pytorch(name: str, captioner) -> None:
    weights = weights_of(captioner.state_dict(), never=(0, 2))
    captioner.load_state_dict(state_of(weights))
    constants = {key: tf.constant(value) for key, value in weights.items()}
    features = _features(1)
    begun = GRAPHS[name]["start"].forward(constants, tf.reshape(tf.constant(features.numpy()), [1, 7, 7, CHANNELS]))
    inputs = {"token": tf.constant([5, 6, 7]), "state": tf.repeat(begun["state0"], 3, axis=0)}
    inputs |= {key: begun[key] for key in ("keys", "values") if key in begun}
    stepped = GRAPHS[name]["step"].forward(constants, **inputs)
    writer = Writer(captioner, 0, 1, 2)
    picture = captioner.start(features)
    log_probabilities, attention, after = writer.step(torch.tensor([[5, 6, 7]]), picture, picture.state(3))
    assert abs(stepped["log_probabilities"].numpy()[:, 3:] - log_probabilities[0, :, 3:].numpy()).max() < 1e-5
    assert abs(stepped["state_next"].numpy() - torch.cat(after, 2)[0].numpy()).max() < 1e-5
    if name == "attention":
        assert abs(stepped["attention"].numpy() - attention[0].numpy()).max() < 1e-6
        assert attention[0].sum(1).numpy() == pytest.approx(1, abs=1e-5)


@torch.inference_mode()
def test_one_beam_is_greedy_and_more_are_no_worse(captioner) -> None:
    writer, features = Writer(captioner, 0, 1, 2), _features(3)
    greedy = writer.greedy(features)
    for sentence, narrow, wide in zip(greedy, writer.beams(features, 1), writer.beams(features, 3), strict=True):
        assert narrow[0].tokens == sentence.tokens
        assert narrow[0].log_probability == pytest.approx(sentence.log_probability, abs=1e-4)
        assert not {0, 2} & set(sentence.tokens)
        assert len({tuple(other.tokens) for other in wide}) == len(wide)


def test_breaking_off_is_not_rewarded() -> None:
    references = [[["a", "dog", "in", "a", "field"]] * 5, [["two", "men", "on", "a", "bench"]] * 5]
    judge = Judge(references, "<end>")
    whole = judge.reward(0, ["a", "dog", "in", "a", "field"], whole=True)
    assert whole > judge.reward(0, ["a", "dog", "in", "a"], whole=True)
    assert whole > judge.reward(0, ["a", "dog", "in", "a", "field"], whole=False)
