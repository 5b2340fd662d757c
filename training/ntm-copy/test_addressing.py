"""What the addressing of section 3.3 must hold for any weights."""

import pytest
import torch

from model import Ntm, NtmShape, content_weighting, sharpened, shifted, written


@pytest.fixture
def generator() -> torch.Generator:
    return torch.Generator().manual_seed(5)


def one_hot(slots: int, at: int) -> torch.Tensor:
    return torch.eye(slots)[at].expand(1, 1, slots)


@pytest.mark.parametrize("direction", [-1, 0, 1])
@pytest.mark.parametrize("at", [0, 3, 7])
def test_a_certain_shift_moves_a_sharp_weighting_by_exactly_one_location(at: int, direction: int) -> None:
    shift = one_hot(3, direction + 1)
    assert torch.equal(shifted(one_hot(8, at), shift), one_hot(8, (at + direction) % 8))


def test_a_shift_is_the_circular_convolution_of_equation_8(generator: torch.Generator) -> None:
    weighting = torch.rand(1, 1, 8, generator=generator)
    shift = torch.rand(1, 1, 3, generator=generator)
    expected = [
        sum(float(weighting[0, 0, j] * shift[0, 0, (i - j + 1) % 8]) for j in range(8) if (i - j + 1) % 8 < 3)
        for i in range(8)
    ]
    torch.testing.assert_close(shifted(weighting, shift)[0, 0], torch.tensor(expected))


def test_sharpening_is_the_normalised_power_of_equation_9(generator: torch.Generator) -> None:
    weighting = torch.softmax(torch.randn(2, 3, 16, generator=generator), -1)
    power = weighting**2.5
    expected = power / power.sum(-1, keepdim=True)
    torch.testing.assert_close(sharpened(weighting, torch.full((2, 3, 1), 2.5)), expected)


def test_content_finds_the_row_that_points_where_the_key_does(generator: torch.Generator) -> None:
    memory = torch.randn(1, 16, 20, generator=generator)
    found = content_weighting(memory, 0.1 * memory[:, 11:12], torch.full((1, 1, 1), 50.0))
    assert found[0, 0, 11] > 0.99


def test_content_with_no_strength_is_even(generator: torch.Generator) -> None:
    found = content_weighting(torch.randn(1, 16, 20, generator=generator), torch.ones(1, 1, 20), torch.zeros(1, 1, 1))
    torch.testing.assert_close(found, torch.full((1, 1, 16), 1 / 16))


def test_writing_touches_only_where_the_weighting_is(generator: torch.Generator) -> None:
    memory = torch.randn(1, 8, 4, generator=generator)
    add = torch.randn(1, 1, 4, generator=generator)
    after = written(memory, one_hot(8, 2), torch.ones(1, 1, 4), add)
    torch.testing.assert_close(after[0, 2], add[0, 0])
    untouched = torch.arange(8) != 2
    assert torch.equal(after[0, untouched], memory[0, untouched])


@pytest.mark.parametrize("heads", [1, 3])
def test_weightings_stay_distributions_over_a_long_run(generator: torch.Generator, heads: int) -> None:
    torch.manual_seed(2)
    machine = Ntm(NtmShape(9, 8, controller=32, slots=24, read_heads=heads, write_heads=heads))
    with torch.no_grad():
        for weight in machine.parameters():
            weight.mul_(4)  # far from the gentle start: strong keys, sharp shifts
        state = machine.initial_state(2)
        for now in torch.randn(200, 2, 9, generator=generator):
            state, asked = machine.step(now, state)
            assert (state.weightings >= 0).all()
            torch.testing.assert_close(state.weightings.sum(-1), torch.ones(2, 2 * heads))
            torch.testing.assert_close(asked.shift.sum(-1), torch.ones(2, 2 * heads))
            assert (asked.sharpening >= 1).all() and (asked.strength >= 0).all()


def test_sequences_of_a_batch_do_not_meet(generator: torch.Generator) -> None:
    machine = Ntm(NtmShape(9, 8))
    inputs = torch.randn(30, 2, 9, generator=generator)
    with torch.no_grad():
        torch.testing.assert_close(machine(inputs)[:, 1:], machine(inputs[:, 1:]), rtol=0, atol=1e-5)
