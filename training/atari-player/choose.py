"""Which of a run's snapshots is to be the final one: that which breaks most bricks in games of its own, in Stella.

`python choose.py --run DIRECTORY` writes final.pt and chosen.json there. The games that are reported are others, played
in 6502.ts, so that the luck of the chosen one is not in them.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import numpy as np
import torch
from common.document import write_document

from game import CARTRIDGE, Rubble, play
from network import QNetwork
from stella import Stella
from train import EVALUATION_EPSILON, MOST_DECISIONS

GAMES, SEED, FROM = 16, 5, 250_000


def scores(game: Rubble, network: QNetwork) -> list[int]:
    """Bricks of GAMES games, the same idle frames and draws of chance for each network."""
    random = np.random.default_rng(SEED)

    def policy(stack: np.ndarray) -> int:
        return int(random.integers(game.actions)) if random.random() < EVALUATION_EPSILON else network.act(stack)

    return [play(game, policy, random, MOST_DECISIONS) for _ in range(GAMES)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    run = parser.parse_args().run
    game, network = Rubble(Stella(CARTRIDGE)), QNetwork(Rubble.actions)
    means: dict[str, float] = {}
    for snapshot in sorted(run.glob("0*.pt")):
        if int(snapshot.stem) < FROM:
            continue
        network.load(torch.load(snapshot))
        played = scores(game, network)
        means[snapshot.stem] = float(np.mean(played))
        print(snapshot.stem, means[snapshot.stem], played, flush=True)
    best = max(means, key=means.__getitem__)
    shutil.copyfile(run / f"{best}.pt", run / "final.pt")
    write_document(run / "chosen.json", {"games": GAMES, "chosen": best, "bricks": means})


if __name__ == "__main__":
    main()
