"""Which of a run's snapshots is to be the final one: that which scores best in games of its own, in training's emulator.

`python choose.py --run DIRECTORY [--game pong]` writes final.pt and chosen.json there. All late snapshots play a few games; the
best of them play more, and the sum decides. The games that are reported are others, played in 6502.ts, so that the luck
of the chosen one is not in them.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import numpy as np
import torch
from common.document import write_document
from common.seeds import fix_seeds

from game import Game, play
from network import QNetwork
from train import EVALUATION_EPSILON, MOST_DECISIONS, game

FIRST_GAMES, BEST, MORE_GAMES, SEED = 8, 4, 32, 5
LATE = 0.6  # snapshots from this share of the run on are asked


def scores(game: Game, snapshot: Path, seed: int, games: int) -> list[int]:
    """What a snapshot comes to; the same idle frames and draws of chance for each."""
    random, network = np.random.default_rng(seed), QNetwork(game.actions)
    network.load(torch.load(snapshot))

    def policy(stack: np.ndarray) -> int:
        return int(random.integers(game.actions)) if random.random() < EVALUATION_EPSILON else network.act(stack)

    played = [play(game, policy, random, MOST_DECISIONS) for _ in range(games)]
    print(snapshot.stem, np.mean(played), played, flush=True)
    return played


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--game", choices=("rubble", "pong"), default="rubble")
    parser.add_argument("--late", type=float, default=LATE, help="snapshots from this share of the run on are asked")
    arguments = parser.parse_args()
    run, playing = arguments.run, game(arguments.game)
    playing.begin(fix_seeds(SEED))
    snapshots = {int(path.stem): path for path in sorted(run.glob("0*.pt"))}
    late = {decisions: path for decisions, path in snapshots.items() if decisions >= arguments.late * max(snapshots)}
    played = {decisions: scores(playing, path, SEED, FIRST_GAMES) for decisions, path in late.items()}
    best = sorted(played, key=lambda decisions: np.mean(played[decisions]))[-BEST:]
    for decisions in best:
        played[decisions] += scores(playing, snapshots[decisions], SEED + 1, MORE_GAMES)
    chosen = max(best, key=lambda decisions: np.mean(played[decisions]))
    shutil.copyfile(snapshots[chosen], run / "final.pt")
    means = {str(decisions): [len(games), float(np.mean(games))] for decisions, games in played.items()}
    write_document(run / "chosen.json", {"chosen": chosen, "gamesAndMean": means})


if __name__ == "__main__":
    main()
