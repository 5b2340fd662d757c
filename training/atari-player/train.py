"""Deep Q-learning of a game from pixels; resumes from `--run` if a checkpoint is there.

`python train.py --run DIRECTORY --decisions 400000`
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from common.seeds import fix_seeds

from game import CARTRIDGE, Game, Policy, Rubble, play
from network import QNetwork
from replay import Batch, Replay
from stella import Stella

DISCOUNT = 0.99
STEPS = 3
BATCH = 32
DECISIONS_AN_UPDATE = 4
UPDATES_A_TARGET = 1000
AVERAGE = 1e-3
REPLAY = 250_000
WARM_UP = 5_000
EPSILON = (1.0, 0.05)
EXPLORE_UNTIL = 50_000
RATE = (2.5e-4, 2.5e-5)
SNAPSHOT = 10_000
EVALUATE = 100_000
EVALUATION_GAMES = 8
EVALUATION_EPSILON = 0.05
MOST_DECISIONS = 4_500
LOG_SECONDS = 30
SAVE_SECONDS = 300


@dataclass
class Progress:
    """Counts that a resumed run goes on from, and the learning curve."""

    decisions: int = 0
    updates: int = 0
    minutes: float = 0.0


def worth(values: np.ndarray) -> np.ndarray:
    """What a state is worth to one who takes the best move but for a share of moves by chance, [batch, moves] to [batch].

    With the best move alone, the paddle learns to come at the last moment, and a move by chance costs the ball.
    """
    return (1 - EPSILON[1]) * values.max(1) + EPSILON[1] * values.mean(1)


class Learner:
    """The network, its older self that gives the targets (Mnih et al. 2015), its running average, and the optimiser.

    The average plays better than any of the networks it is made of, and is what is kept (Polyak and Juditsky 1992).
    """

    def __init__(self, actions: int) -> None:
        self.network, self.target, self.average = (QNetwork(actions) for _ in range(3))
        self.refresh_target()
        self.average.load(self.network.weights)
        self.optimiser = torch.optim.Adam(self.network.weights.values(), lr=RATE[0], eps=1.5e-4, fused=True)

    def update(self, batch: Batch, rate: float) -> float:
        """One step of Adam on the Huber loss of n-step temporal differences; returns the loss."""
        goals = batch.rewards + batch.discounts * worth(self.target.values(batch.after))
        loss, gradients = self.network.gradients(batch.before, batch.actions, goals)
        for weight, gradient in zip(self.network.weights.values(), gradients, strict=True):
            weight.grad = gradient
        self.optimiser.param_groups[0]["lr"] = rate
        self.optimiser.step()
        for mean, weight in zip(self.average.weights.values(), self.network.weights.values(), strict=True):
            mean.lerp_(weight, AVERAGE)
        return loss

    def refresh_target(self) -> None:
        self.target.load(self.network.weights)

    def state(self) -> dict:
        return {
            "network": self.network.weights,
            "target": self.target.weights,
            "average": self.average.weights,
            "optimiser": self.optimiser.state_dict(),
        }

    def restore(self, state: dict) -> None:
        self.network.load(state["network"])
        self.target.load(state["target"])
        self.average.load(state.get("average", state["network"]))
        self.optimiser.load_state_dict(state["optimiser"])


class Training:
    """One run: the game, the memory, the learner, and the files in its directory."""

    def __init__(self, game: Game, run: Path, decisions: int, seed: int) -> None:
        self.game, self.run, self.total = game, run, decisions
        self.random = fix_seeds(seed)
        # Adam's second moments shrink below what a float32 holds in full, where arithmetic is many times slower.
        torch.set_flush_denormal(True)
        self.learner = Learner(game.actions)
        self.replay = Replay(REPLAY, STEPS, DISCOUNT)
        self.progress = Progress()
        self.games: list[int] = []
        self.first = True
        run.mkdir(parents=True, exist_ok=True)
        if (run / "checkpoint.pt").exists():
            self._restore()
        else:
            self._snapshot("random")
        self.game.begin(self.random)

    @property
    def epsilon(self) -> float:
        start, end = EPSILON
        return start + (end - start) * min(1, self.progress.decisions / EXPLORE_UNTIL)

    @property
    def rate(self) -> float:
        return RATE[0] + (RATE[1] - RATE[0]) * min(1, self.progress.decisions / self.total)

    def policy(self, network: QNetwork, epsilon: float) -> Policy:
        def act(stack: np.ndarray) -> int:
            if self.random.random() < epsilon:
                return int(self.random.integers(self.game.actions))
            return network.act(stack)

        return act

    def decide(self) -> None:
        """One decision, remembered; and every fourth an update."""
        progress, game = self.progress, self.game
        seen = game.stack[-1]
        action = self.policy(self.learner.network, self.epsilon)(game.stack)
        outcome = game.step(action)
        self.replay.add(seen, self.first, action, outcome.reward, outcome.lost)
        self.first = outcome.lost
        if outcome.over:
            self.games.append(game.score)
            game.begin(self.random)
        elif outcome.lost:
            game.stack = np.repeat(game.stack[-1:], 4, axis=0)
        progress.decisions += 1
        if progress.decisions > WARM_UP and progress.decisions % DECISIONS_AN_UPDATE == 0:
            self.learner.update(self.replay.sample(BATCH, self.random), self.rate)
            progress.updates += 1
            if progress.updates % UPDATES_A_TARGET == 0:
                self.learner.refresh_target()

    def evaluate(self) -> None:
        """A few games as they will be measured, for the learning curve. Nothing is chosen by them."""
        policy = self.policy(self.learner.average, EVALUATION_EPSILON)
        scores = [play(self.game, policy, self.random, MOST_DECISIONS) for _ in range(EVALUATION_GAMES)]
        self._log({"decisions": self.progress.decisions, "evaluation": scores})

    def train(self, minutes: float) -> None:
        """Goes on until all decisions are made or so many minutes have passed."""
        begin = logged = saved = time.monotonic()
        before = self.progress.minutes
        while self.progress.decisions < self.total and time.monotonic() < begin + 60 * minutes:
            self.decide()
            now = time.monotonic()
            self.progress.minutes = before + (now - begin) / 60
            if self.progress.decisions % SNAPSHOT == 0:
                self._snapshot(f"{self.progress.decisions:07d}")
            if self.progress.decisions % EVALUATE == 0:
                self.evaluate()
            if now > logged + LOG_SECONDS:
                logged = now
                self._tell()
            if now > saved + SAVE_SECONDS:
                saved = now
                self.checkpoint()
        self.checkpoint()
        if self.progress.decisions >= self.total:
            self._snapshot("final")

    def _tell(self) -> None:
        recent = self.games[-20:]
        self._log(
            {
                "decisions": self.progress.decisions,
                "minutes": round(self.progress.minutes, 2),
                "epsilon": round(self.epsilon, 4),
                "games": len(self.games),
                "score": float(np.mean(recent)) if recent else 0.0,
            }
        )

    def checkpoint(self) -> None:
        state = {
            "learner": self.learner.state(),
            "replay": self.replay.state(),
            "progress": vars(self.progress),
            "games": self.games,
            "random": self.random.bit_generator.state,
        }
        torch.save(state, self.run / "checkpoint.new")
        (self.run / "checkpoint.new").replace(self.run / "checkpoint.pt")

    def _restore(self) -> None:
        state = torch.load(self.run / "checkpoint.pt", weights_only=False)
        self.learner.restore(state["learner"])
        self.replay.restore(state["replay"])
        self.replay.cut()  # a new game begins, since the machine is not kept
        self.progress = Progress(**state["progress"])
        self.games = state["games"]
        self.random.bit_generator.state = state["random"]

    def _snapshot(self, name: str) -> None:
        torch.save(self.learner.average.weights, self.run / f"{name}.pt")

    def _log(self, record: dict) -> None:
        line = json.dumps(record)
        print(line, flush=True)
        with (self.run / "log.jsonl").open("a") as file:
            file.write(line + "\n")


def game(name: str) -> Game:
    """A game by its name. Pong's emulator is loaded only when asked for."""
    if name == "rubble":
        return Rubble(Stella(CARTRIDGE))
    from pong import Pong

    return Pong()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="checkpoints and snapshots; 2 GB")
    parser.add_argument("--decisions", type=int, default=400_000)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop, to be resumed, after so long")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--game", choices=("rubble", "pong"), default="rubble")
    arguments = parser.parse_args()
    Training(game(arguments.game), arguments.run, arguments.decisions, arguments.seed).train(arguments.minutes)


if __name__ == "__main__":
    main()
