#!/bin/sh
# Makes models/image-classifier again. The one argument is a folder with labelled pictures: labels.tsv, synsets.tsv, *.jpg.
set -eu
cd "$(dirname "$0")/../.."
export PYTHONPATH=training
python training/image-classifier/export.py --sample "$1"
python training/image-classifier/evaluate.py --sample "$1"
