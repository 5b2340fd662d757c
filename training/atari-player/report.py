"""metrics.json, learning-curve.json, provenance.json and SHA256SUMS, from a run's log and the games of evaluate.ts.

`python report.py --run DIRECTORY --out models/atari-player`
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from common.checksums import write_checksums
from common.document import write_document
from common.metrics import Metric, Reference, write_metrics
from common.provenance import write_provenance

import train
from export import SNAPSHOTS

HUES = (60, 120, 180, 240, 300)
PACKAGES = ("torch", "numpy", "stable-retro", "tensorflow", "tensorflowjs")
PONG_RULES = "games to 21 in 6502.ts, seeds 1 to {}, epsilon 0.05, 0 to 30 idle frames first, 18,000 frames at most"
PONG = Reference("DQN on Pong", 20.0, "Mnih et al. 2013, table 1", "random -20.4, human -3")
RULES = "games of four lives in 6502.ts, seeds 1 to {}, epsilon 0.05, 0 to 30 idle frames first, 18,000 frames at most"
# Another game, so nothing to be better than: what the paper has that is nearest.
BREAKOUT = Reference(
    "DQN on Breakout", 168.0, "Mnih et al. 2013, table 1", "points, not bricks, on Atari's own cartridge; random 1.2"
)


@dataclass(frozen=True)
class Games:
    """What a network came to in the games of one file."""

    bricks: np.ndarray
    walls: np.ndarray

    @classmethod
    def read(cls, path: Path) -> Games:
        games = json.loads(path.read_text())["games"]
        return cls(*(np.array([game[name] for game in games], dtype=float) for name in ("bricks", "walls")))

    @property
    def mean(self) -> float:
        return round(float(self.bricks.mean()), 2)

    @property
    def standard_error(self) -> float:
        return round(float(self.bricks.std(ddof=1)) / len(self.bricks) ** 0.5, 2)


def metrics(run: Path) -> Iterable[Metric]:
    games = {name: Games.read(run / f"{name}.json") for name in ("chance", *SNAPSHOTS)}
    chance = Reference("moves by chance", games["chance"].mean, "measured alike")
    for name, played in games.items():
        about = {"split": RULES.format(len(played.bricks)), "count": len(played.bricks), "seed": 1}
        compared = {"baseline": None if name == "chance" else chance, "paper": BREAKOUT if name == "final" else None}
        yield Metric(f"{name}: bricks a game", played.mean, "bricks of 216", **about, **compared)
        yield Metric(f"{name}: bricks a game, standard error", played.standard_error, "bricks of 216", **about)
        for share, quantile in (("least", 0), ("median", 0.5), ("most", 1)):
            bricks = float(np.quantile(played.bricks, quantile))
            yield Metric(f"{name}: bricks a game, {share}", bricks, "bricks of 216", **about)
        yield Metric(f"{name}: games that cleared a wall", float((played.walls > 0).mean()), "fraction", **about)
    own = Reference("own colours", games["final"].mean, "measured alike")
    for hue in HUES:
        played = Games.read(run / f"final-hue-{hue}.json")
        about = {"split": RULES.format(len(played.bricks)), "count": len(played.bricks), "seed": 1}
        name = f"final: bricks a game, hues turned by {hue} degrees"
        yield Metric(name, played.mean, "bricks of 216", **about, baseline=own)
        yield Metric(f"{name}, standard error", played.standard_error, "bricks of 216", **about)


def pong_metrics(run: Path) -> Iterable[Metric]:
    """The difference of points of whole games, as in the paper."""
    differences = {
        name: np.array([game["score"] for game in json.loads((run / f"{name}.json").read_text())["games"]], float)
        for name in ("chance", "final")
    }
    chance = Reference("moves by chance", round(float(differences["chance"].mean()), 2), "measured alike")
    for name, played in differences.items():
        about = {"split": PONG_RULES.format(len(played)), "count": len(played), "seed": 1}
        compared = {"baseline": chance, "paper": PONG} if name == "final" else {}
        unit = "points, one's own less the console's"
        yield Metric(f"pong, {name}: points a game", round(float(played.mean()), 2), unit, **about, **compared)
        yield Metric(f"pong, {name}: points a game, least", float(played.min()), unit, **about)
        yield Metric(f"pong, {name}: points a game, most", float(played.max()), unit, **about)


def curve(log: list[dict]) -> dict:
    """Mean bricks of the last twenty training games, a point in some 10,000 decisions, and of games of the average."""
    training = [record for record in log if "score" in record and record["games"] >= 20]
    kept: list[dict] = []
    for record in training:
        if not kept or record["decisions"] >= kept[-1]["decisions"] + 10_000:
            kept.append({name: record[name] for name in ("decisions", "minutes", "score")})
    evaluated = [
        {"decisions": record["decisions"], "games": len(games), "score": float(np.mean(games))}
        for record in log
        if (games := record.get("evaluation"))
    ]
    return {"training": kept, "evaluation": evaluated}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pong", type=Path, help="the folder of Pong's run, where there is one")
    arguments = parser.parse_args()
    run, pong, out = arguments.run, arguments.pong, arguments.out
    folders = {"rubble": run} | ({"pong": pong} if pong else {})
    logs = {name: log_of(folder) for name, folder in folders.items()}
    write_metrics(out / "metrics.json", [*metrics(run), *(pong_metrics(pong) if pong else ())])
    write_document(out / "learning-curve.json", {name: curve(log) for name, log in logs.items()})
    last = {name: [record for record in log if "minutes" in record][-1] for name, log in logs.items()}
    write_provenance(
        out / "provenance.json",
        source="trained here",
        command="sh training/atari-player/run.sh RUN",
        data="games of demos/atari-player/cartridge/rubble.bin (MIT, this repository) in Stella 3.9.3; of Pong (Video "
        "Olympics, Atari 1978; not in this repository) in ale-py; no data set",
        minutes=sum(record["minutes"] for record in last.values()),
        packages=PACKAGES,
        seed=1,
        details={
            "decisions": {name: record["decisions"] for name, record in last.items()},
            "minutesOfEach": {name: record["minutes"] for name, record in last.items()},
            "chosen": {name: json.loads((folder / "chosen.json").read_text()) for name, folder in folders.items()},
            "framesADecision": 4,
            "settings": settings(),
        },
    )
    write_checksums(out, ("*/*/model.json", "*/*/*.bin"))


def log_of(run: Path) -> list[dict]:
    return [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]


def settings() -> dict:
    """The constants of train.py, by their names there."""
    constants = ((name, value) for name, value in vars(train).items() if name.isupper())
    return {name.lower(): value for name, value in constants if isinstance(value, int | float | tuple)}


if __name__ == "__main__":
    main()
