"""``python -m tests.corpus``: the table of producers and engines; prints Markdown.

Each cell says what we say of an archive and what the engine does with it. Where the two do not
agree the cell is in bold letters and the exit status is 1.
"""

import argparse
import contextlib
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop_app.archives import Compression, Method
from desktop_app.engine import Engine, connect
from tests.corpus.matrix import Cell, tried
from tests.corpus.producers import COMPRESSIONS, ENGINES, OFFLINE
from tests.corpus.specimens import Specimen
from tests.real_engines.engines import ALL_ENGINES, CORPUS_ENGINES, RunningEngine, running_engine
from tests.real_engines.fixtures import emptied, workshop_in
