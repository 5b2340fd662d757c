#!/bin/sh
# Makes models/atari-player again. The argument is a folder for checkpoints and logs (8 GB); a run that stopped goes on.
set -eu
mkdir -p "$1"
run=$(realpath "$1")
cd "$(dirname "$0")/../.."
export PYTHONPATH=training
python training/atari-player/train.py --run "$run"
python training/atari-player/choose.py --run "$run"
python training/atari-player/export.py --run "$run" --out models/atari-player/rubble
python training/atari-player/golden.py --out models/atari-player
for checkpoint in chance random early middle final; do
  node tools/run.mjs training/atari-player/evaluate.ts "$run/$checkpoint.json" "$checkpoint" 1-30
done
for hue in 60 120 180 240 300; do
  node tools/run.mjs training/atari-player/evaluate.ts "$run/final-hue-$hue.json" final 1-10 "$hue"
done

rom=$(python -c 'from ale_py import roms; print(roms.get_rom_path("pong"))')
python training/atari-player/train.py --game pong --run "$run/pong" --decisions 610000
python training/atari-player/choose.py --game pong --run "$run/pong" --late 0.93
python training/atari-player/export.py --game pong --run "$run/pong" --out models/atari-player/pong
for checkpoint in chance final; do
  node tools/run.mjs training/atari-player/evaluate.ts "$run/pong/$checkpoint.json" "$checkpoint" 1-30 0 pong "$rom"
done

python training/atari-player/report.py --run "$run" --pong "$run/pong" --out models/atari-player
