"""Which method fits which file on which engine: one table and a few rules."""

from dataclasses import dataclass
from enum import StrEnum


class Method(StrEnum):
    """The two ways of bringing a file into an engine. They must not be mixed."""

    LOAD = "load"
    IMPORT = "import"


class Level(StrEnum):
    """How much a method and a file fit together."""

    OK = "ok"
    WARN = "warn"
    REFUSE = "refuse"


class VerdictCode(StrEnum):
    """What was found; ``ui/texts.py`` has a sentence for each."""

    FITS = "fits"
    IMAGES_NEED_LOAD = "images-need-load"  # warn: import would make an image that can never start
    FILESYSTEM_NEEDS_IMPORT = "filesystem-needs-import"  # refuse: load cannot read it
    REPLACES_NAMES = "replaces-names"  # warn: images in the engine lose their names
    OTHER_PROCESSOR = "other-processor"  # warn: loads, but will not run here
    OTHER_SYSTEM = "other-system"  # refuse: windows images on linux and the other way round
    NEEDS_CONTAINERD_STORE = "needs-containerd-store"  # refuse: OCI only, the engine is classic
    LEGACY_FORMAT = "legacy-format"  # refuse: written before Docker 1.10, no longer read
    ONE_IMAGE_ONLY = "one-image-only"  # refuse: Podman reads OCI archives with one image only
    COMPRESSION_UNREADABLE = "compression-unreadable"  # refuse: this engine cannot decompress it
    LAYERS_MISSING = "layers-missing"  # refuse
    NOT_AN_ARCHIVE = "not-an-archive"  # refuse
    EMPTY = "empty"  # refuse
    DAMAGED = "damaged"  # refuse
    WRAPPED = "wrapped"  # refuse: unpack once, then use what is inside
    UNKNOWN_CONTENT = (
        "unknown-content"  # load: refuse; import: warn, it may be what the person wants
    )


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether to go ahead.

    Attributes:
        level: ok, warn or refuse.
        code: why.
        suggested_method: the one that fits, where it is the other one.
        replaced_names: names in the engine that will lose their images.
    """

    level: Level
    code: VerdictCode
    suggested_method: Method | None = None
    replaced_names: tuple[str, ...] = ()
