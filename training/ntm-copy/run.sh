#!/bin/sh
# Makes models/ntm-copy again. The first argument is a folder for checkpoints, logs and weights; a run that stopped goes
# on. What follows it goes to train.py: `--only copy` trains, measures and exports that one.
set -eu
runs=$(realpath -m "$1")
shift
cd "$(dirname "$0")/../.."
export PYTHONPATH=training
python training/ntm-copy/train.py --out "$runs" "$@"
python training/ntm-copy/evaluate.py --runs "$runs" --out models/ntm-copy
python training/ntm-copy/export.py --runs "$runs" --out models/ntm-copy
