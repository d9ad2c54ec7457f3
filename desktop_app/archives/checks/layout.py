"""What must hold of an OCI layout: index.json, and every descriptor that can be reached from it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop_app import references
from desktop_app.archives.checks.findings import FindingCode
from desktop_app.archives.checks.images import (
    Inventory,
    Layer,
    Listed,
    check_config,
    check_layers,
)
from desktop_app.archives.checks.media_types import (
    CONFIGS,
    INDEXES,
    LAYERS,
    MANIFESTS,
    compression_fits,
    is_handed_out_by_its_maker,
)
from desktop_app.archives.digests import is_digest
from desktop_app.archives.image_config import ImageConfig, text
from desktop_app.archives.oci_layout import (
    ATTESTATION,
    DEEPEST_INDEX,
    FULL_NAME,
    annotations_of,
    blob,
    names_of,
)
from desktop_app.archives.survey import spells

INDEX, MARK = "index.json", "oci-layout"
_VERSION = "1.0.0"


def check_layout(seen: Inventory) -> tuple[Listed, ...]:
    """Check index.json and all that it leads to.

    Returns:
        The images in it whose configuration can be read; attestations are none.
    """
    found, findings = seen.found, seen.findings
    found.account_anew()
    if MARK not in found.members:
        return ()  # it is no layout then, and no engine looks at the index
    if INDEX not in found.members:
        findings.add(FindingCode.LIST_MISSING, INDEX)
        return ()
    _check_mark(seen)
    return tuple(_Walk(seen).images(found.document(INDEX), _Place(INDEX)))


def _check_mark(seen: Inventory) -> None:
    mark = seen.found.document(MARK)
    if not isinstance(mark, dict):
        seen.findings.add(FindingCode.LIST_UNREADABLE, MARK)
    elif text(mark, "imageLayoutVersion") != _VERSION:
        seen.findings.add(FindingCode.LAYOUT_VERSION, text(mark, "imageLayoutVersion"))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a walk is.

    Attributes:
        shown: the index, as a person is told of it.
        names: of what it leads to.
        group: the entry of index.json that leads here.
        depth: how many indexes are above.
    """

    shown: str
    names: tuple[str, ...] = ()
    group: str = ""
    depth: int = 0


class _Walk:
    """Goes from an index to everything below it; what was seen once is not checked again."""

    def __init__(self, seen: Inventory) -> None:
        self._seen = seen
        self._found = seen.found
        self._add = seen.findings.add
        self._checked: dict[str, Listed | None] = {}

    def images(self, index: object, place: _Place) -> Iterator[Listed]:
        """Check an index and give its images."""
        entries = index.get("manifests") if isinstance(index, dict) else None
        is_read = isinstance(index, dict) and spells(index, "manifests")
        if not is_read or not isinstance(entries, list) or place.depth == DEEPEST_INDEX:
            self._add(FindingCode.LIST_UNREADABLE, place.shown)
            return
        good = [entry for entry in entries if isinstance(entry, dict)]
        if len(good) < len(entries) or not all(
            spells(entry, "digest", "annotations") for entry in good
        ):
            self._add(FindingCode.LIST_UNREADABLE, place.shown)
        present, absent = self._sorted_out(good, is_top=not place.depth)
        for entry in present:
            yield from self._entry(entry, place)
        self._check_absent(absent, present, place)

    def _sorted_out(
        self, entries: list[dict[str, object]], *, is_top: bool
    ) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
        """Entries whose targets are there, and the others."""
        present: list[dict[str, object]] = []
        absent: list[dict[str, object]] = []
        for entry in entries:
            self._check_digest(text(entry, "digest"))
            (present if self._is_present(entry, is_top=is_top) else absent).append(entry)
        return present, absent

    def _is_present(self, entry: dict[str, object], *, is_top: bool) -> bool:
        """Whether there is what an entry leads to.

        A store that has one platform of several writes the index of all of them, and sometimes the
        manifests of those that it does not have.
        """
        member = blob(text(entry, "digest"))
        if is_top or self._found.holder(member) is None:
            return self._found.holder(member) is not None
        document = self._found.document(member)
        if not isinstance(document, dict) or "layers" not in document:
            return True
        return any(self._found.holder(name) is not None for name in _children(document))

    def _check_absent(
        self, absent: list[dict[str, object]], present: list[dict[str, object]], place: _Place
    ) -> None:
        if not absent:
            return
        if place.depth and any(ATTESTATION not in annotations_of(entry) for entry in present):
            self._add(FindingCode.PLATFORMS_ABSENT, place.shown)
            return
        for entry in absent:
            self._add(FindingCode.MANIFEST_MISSING, text(entry, "digest"))

    def _entry(self, entry: dict[str, object], place: _Place) -> Iterator[Listed]:
        digest, kind = text(entry, "digest"), text(entry, "mediaType")
        full_name = text(annotations_of(entry), FULL_NAME)
        if full_name and not references.is_valid(full_name):
            self._add(FindingCode.NAME_INVALID, full_name)
        names = names_of(entry) or place.names
        self._check_descriptor(entry)
        document = self._found.document(blob(digest))
        if kind not in MANIFESTS | INDEXES:
            self._add(FindingCode.MEDIA_TYPE_UNKNOWN, kind or digest)
        elif not isinstance(document, dict) or (kind in INDEXES) != ("manifests" in document):
            self._add(FindingCode.LIST_UNREADABLE, digest)
        elif text(document, "mediaType") not in ("", kind):
            self._add(FindingCode.MEDIA_TYPE_WRONG, digest)
        if isinstance(document, dict) and "manifests" in document:
            below = _Place(digest, names, place.group or digest, place.depth + 1)
            yield from self.images(document, below)
        elif isinstance(document, dict):
            image = self._image(document, entry, names)
            if image is not None and ATTESTATION not in annotations_of(entry):
                yield replace(image, names=names, group=place.group or digest)

    def _image(
        self, manifest: dict[str, object], entry: dict[str, object], names: tuple[str, ...]
    ) -> Listed | None:
        digest = text(entry, "digest")
        if digest not in self._checked:
            self._checked[digest] = self._new_image(manifest, entry, names)
        return self._checked[digest]

    def _new_image(
        self, manifest: dict[str, object], entry: dict[str, object], names: tuple[str, ...]
    ) -> Listed | None:
        digest, reference = text(entry, "digest"), manifest.get("config")
        shown = names[0] if names else digest
        descriptors = manifest.get("layers") or []  # null is how Docker 25.0.0 left them out
        if not isinstance(reference, dict) or not isinstance(descriptors, list):
            self._add(FindingCode.LIST_UNREADABLE, digest)
            return None
        self._check_descriptor(reference)
        is_image = text(reference, "mediaType") in CONFIGS
        if not is_image:
            self._add(FindingCode.NOT_AN_IMAGE, digest)
        layers = [self._layer(each, is_image=is_image) for each in descriptors]
        config = None
        if is_image:
            config = check_config(self._seen, blob(text(reference, "digest")), shown)
        check_layers(self._seen, layers, config, shown)
        if config is None:
            return None
        self._check_platform(entry, config)
        return Listed(names, config.digest, tuple(layer.member for layer in layers))

    def _layer(self, descriptor: object, *, is_image: bool) -> Layer:
        if not isinstance(descriptor, dict):
            self._add(FindingCode.DIGEST_INVALID, str(descriptor))
            return Layer("")
        self._check_descriptor(descriptor)
        digest, kind = text(descriptor, "digest"), text(descriptor, "mediaType")
        if is_image and kind not in LAYERS:
            self._add(FindingCode.MEDIA_TYPE_UNKNOWN, kind or digest)
        passed = self._seen.passed.get(blob(digest))
        if is_image and passed is not None and not compression_fits(kind, passed.compression):
            self._add(FindingCode.MEDIA_TYPE_WRONG, digest)
        is_elsewhere = is_handed_out_by_its_maker(kind) or bool(descriptor.get("urls"))
        return Layer(blob(digest), is_image and LAYERS.get(kind, True), is_elsewhere)

    def _check_descriptor(self, descriptor: dict[str, object]) -> None:
        """See that a descriptor has a digest, and the size of what it describes."""
        digest = text(descriptor, "digest")
        self._check_digest(digest)
        holder = self._found.holder(blob(digest))
        if holder is not None and descriptor.get("size") != holder.size_bytes:
            self._add(FindingCode.SIZE_WRONG, digest)

    def _check_digest(self, digest: str) -> None:
        if not is_digest(digest):
            self._add(FindingCode.DIGEST_INVALID, digest)

    def _check_platform(self, entry: dict[str, object], config: ImageConfig) -> None:
        """Variants are left out: many images say none where the index does."""
        platform = entry.get("platform")
        if not isinstance(platform, dict):
            return
        says = (text(platform, "os") or "linux", text(platform, "architecture"))
        version = text(platform, "os.version")
        is_other = says != (config.os, config.architecture)
        if is_other or (version and version != self._os_version(config)):
            self._add(FindingCode.PLATFORM_WRONG, text(entry, "digest"))

    def _os_version(self, config: ImageConfig) -> str:
        """Of Windows; no other system has one."""
        document = self._found.document(blob(config.digest))
        return text(document, "os.version") if isinstance(document, dict) else ""


def _children(manifest: dict[str, object]) -> Iterator[str]:
    """The members of a manifest's configuration and layers."""
    layers = manifest.get("layers")
    descriptors = [manifest.get("config"), *(layers if isinstance(layers, list) else ())]
    for descriptor in descriptors:
        if isinstance(descriptor, dict):
            yield blob(text(descriptor, "digest"))
