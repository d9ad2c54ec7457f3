"""One job in a process that is to be killed: ``… URL VERB WHAT FILE JOURNAL``.

It says each phase that it comes to, ``rename`` before a file gets its final name, and ``done`` at
the end, and goes on each time only when it is answered with a line.
"""

import sys
from pathlib import Path

from desktop_app.engine import Engine, connect
from desktop_app.progress import Progress, run
from desktop_app.transfers import (
    ExportOptions,
    SaveOptions,
    export_container,
    load_archive,
    save_images,
)
from desktop_app.transfers.leftovers import Journal
from tests.real_engines.jobs import Body


def main(url: str, verb: str, what: str, file: str, journal: str) -> None:
    """Do it, and say where it is."""
    sys.addaudithook(_say_renaming)
    with connect(url) as ferry:
        run(_body(ferry, verb, what, Path(file), Journal(Path(journal))), _PhaseTeller())
    _say("done")


def _body(ferry: Engine, verb: str, what: str, file: Path, journal: Journal) -> Body:
    match verb:
        case "save":
            return save_images(ferry, [what], file, SaveOptions(journal=journal))
        case "export":
            return export_container(ferry, what, file, ExportOptions(journal=journal))
    return load_archive(ferry, file)


class _PhaseTeller:
    def __init__(self) -> None:
        self._told = ""

    def __call__(self, progress: Progress) -> None:
        if progress.phase != self._told:
            self._told = progress.phase
            _say(progress.phase)


def _say_renaming(event: str, _: object) -> None:
    if event == "os.rename":
        _say("rename")


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()
    sys.stdin.readline()


if __name__ == "__main__":
    main(*sys.argv[1:])
