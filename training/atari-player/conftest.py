import sys
from pathlib import Path

# The folder's modules and training/common, as the scripts see them.
sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]
