"""The four verbs at a `Site`, and the moments at which something may happen to them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.archives import Compression
from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine
from desktop_app.errors import ErrorCode
from desktop_app.progress import Phase
from desktop_app.transfers import (
    ExportOptions,
    SaveOptions,
    export_container,
    import_filesystem,
    load_archive,
    save_images,
)
from desktop_app.transfers.leftovers import Journal
from tests.real_engines.conftest import NEW, Site
from tests.real_engines.jobs import Body

PART_BYTES = 30_000_000

Begin = Callable[[Engine, Site, Path, Journal | None, CancelToken | None], Body]


@dataclass(frozen=True)
class Verb:
    """One way to move something.

    Attributes:
        name: for the tests' names.
        stream: the phase in which the bytes flow.
        source: the file that it reads; None if it writes one.
    """

    name: str
    stream: Phase
    _begin: Begin
    source: Callable[[Site], Path] | None = None

    def file(self, site: Site, target: Path) -> Path:
        """What it reads at this site, or the file that it may write."""
        return self.source(site) if self.source else target

    def begin(
        self,
        ferry: Engine,
        site: Site,
        file: Path,
        *,
        journal: Journal | None = None,
        cancel: CancelToken | None = None,
    ) -> Body:
        """The job, over this connection to the site's engine."""
        return self._begin(ferry, site, file, journal, cancel)


def _save(
    ferry: Engine, site: Site, file: Path, journal: Journal | None, cancel: CancelToken | None
) -> Body:
    return save_images(ferry, [site.image], file, SaveOptions(journal=journal), cancel)


def _export(
    ferry: Engine, site: Site, file: Path, journal: Journal | None, cancel: CancelToken | None
) -> Body:
    return export_container(ferry, site.container, file, ExportOptions(journal=journal), cancel)


def in_parts(journal: Journal | None) -> SaveOptions:
    """Compressed, in parts, with all that can lie beside them."""
    return SaveOptions(
        compression=Compression.ZSTD, part_bytes=PART_BYTES, checksum=True, journal=journal
    )


def _save_in_parts(
    ferry: Engine, site: Site, file: Path, journal: Journal | None, cancel: CancelToken | None
) -> Body:
    return save_images(ferry, [site.image], file, in_parts(journal), cancel)


def _export_packed(
    ferry: Engine, site: Site, file: Path, journal: Journal | None, cancel: CancelToken | None
) -> Body:
    options = ExportOptions(compression=Compression.GZIP, journal=journal)
    return export_container(ferry, site.container, file, options, cancel)


SAVE = Verb("save", Phase.RECEIVING, _save)
EXPORT = Verb("export", Phase.RECEIVING, _export)
LOAD = Verb(
    "load",
    Phase.SENDING,
    lambda ferry, _, file, __, cancel: load_archive(ferry, file, cancel=cancel),
    lambda site: site.new_archive,
)
IMPORT = Verb(
    "import",
    Phase.SENDING,
    lambda ferry, _, file, __, cancel: import_filesystem(ferry, file, NEW, cancel=cancel),
    lambda site: site.filesystem,
)

SAVE_IN_PARTS = Verb("save-in-parts", Phase.RECEIVING, _save_in_parts)
EXPORT_PACKED = Verb("export-packed", Phase.RECEIVING, _export_packed)

RECEIVERS, SENDERS = (SAVE, EXPORT), (LOAD, IMPORT)
ENDS_OF_A_STREAM = {ErrorCode.ENGINE_LOST, ErrorCode.STREAM_CUT}

_MOMENTS = [
    (SAVE, Phase.WAITING),
    (SAVE, Phase.RECEIVING),
    (EXPORT, Phase.WAITING),
    (EXPORT, Phase.RECEIVING),
    *((verb, phase) for verb in SENDERS for phase in (Phase.SENDING, Phase.UNPACKING)),
    *((verb, Phase.CHECKING) for verb in SENDERS),
]


def of_each(verbs: tuple[Verb, ...]) -> pytest.MarkDecorator:
    """For a test that takes ``verb``."""
    return pytest.mark.parametrize("verb", [pytest.param(verb, id=verb.name) for verb in verbs])


at_each_moment = pytest.mark.parametrize(
    ("verb", "phase"), [pytest.param(*each, id=f"{each[0].name}-{each[1]}") for each in _MOMENTS]
)
"""For a test that takes ``verb`` and ``phase``: before the stream, in it, and after it."""
