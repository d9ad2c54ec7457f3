"""One job in a process that is to be killed: ``… URL VERB WHAT FILE JOURNAL``.

It says each phase that it comes to, ``rename-1`` and so on before a file gets its final name, and
``done`` at the end, and goes on each time only when it is answered with a line.
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
from tests.real_engines.faults.verbs import in_parts
from tests.real_engines.jobs import Body


def main(url: str, verb: str, what: str, file: str, journal: str) -> None:
    """Do it, and say where it is."""
    sys.addaudithook(_RenamingTeller())
    with connect(url) as ferry:
        run(_body(ferry, verb, what, Path(file), Journal(Path(journal))), _PhaseTeller())
    _say("done")


def _body(ferry: Engine, verb: str, what: str, file: Path, journal: Journal) -> Body:
    match verb:
        case "save":
            return save_images(ferry, [what], file, SaveOptions(journal=journal))
        case "save-in-parts":
            return save_images(ferry, [what], file, in_parts(journal))
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


class _RenamingTeller:
    def __init__(self) -> None:
        self._renamings = 0

    def __call__(self, event: str, _: object) -> None:
        if event == "os.rename":
            self._renamings += 1
            _say(f"rename-{self._renamings}")


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()
    sys.stdin.readline()


if __name__ == "__main__":
    main(*sys.argv[1:])
