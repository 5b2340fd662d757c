"""Trained networks as train.py left them, and what comes out when they run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor

from model import LstmBaseline, Ntm
from recipes import RECIPES, Recipe


@dataclass(frozen=True)
class Trained:
    """One finished run: its network with the weights that validation chose, and how they came about."""

    name: str
    recipe: Recipe
    network: Ntm | LstmBaseline
    chosen_at: int  # iteration
    iterations: int
    minutes: float


def load(folder: Path, name: str) -> Trained:
    """Reads RUNS/NAME.pt. The LSTMs are given as they ship: their matrices rounded to float16.

    What is measured, and what goldens are made of, is thus what the page runs.

    Raises:
        FileNotFoundError: the run has not finished.
    """
    content = torch.load(folder / f"{name}.pt")
    recipe = replace(RECIPES[name], seed=content["seed"])
    network = recipe.build().eval()
    weights = content["weights"]
    if recipe.model == "lstm":
        weights = {name: value.half().float() if value.ndim == 2 else value for name, value in weights.items()}
    network.load_state_dict(weights)
    return Trained(name, recipe, network, content["iteration"], content["of"], content["minutes"])


def finished(folder: Path) -> list[Trained]:
    """All finished runs, in the order of the recipes."""
    return [load(folder, name) for name in RECIPES if (folder / f"{name}.pt").exists()]


@torch.no_grad()
def trace(machine: Ntm, inputs: Tensor) -> tuple[Tensor, Tensor]:
    """Runs [steps, batch, input_width] and keeps every step.

    Returns the outputs as probabilities [steps, batch, output_width] and the weightings [steps, batch, heads, slots].
    """
    state = machine.initial_state(inputs.shape[1])
    outputs, weightings = [], []
    for now in inputs:
        state, _ = machine.step(now, state)
        outputs.append(torch.sigmoid(machine.answer(state)))
        weightings.append(state.weightings)
    return torch.stack(outputs), torch.stack(weightings)
