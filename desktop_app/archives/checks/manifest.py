"""What must hold of an archive by Docker's own lists: manifest.json, and repositories."""

from desktop_app import references
from desktop_app.archives.checks.findings import FindingCode
from desktop_app.archives.checks.images import (
    Inventory,
    Layer,
    Listed,
    check_config,
    check_layers,
)
from desktop_app.archives.docker_archive import MANIFEST, is_docker_manifest
from desktop_app.archives.image_config import names_in, text
from desktop_app.archives.legacy_archive import read_legacy_archive
from desktop_app.archives.tar_header import key

_REPOSITORIES = "repositories"


def check_manifest(seen: Inventory) -> tuple[Listed, ...]:
    """Check manifest.json and all that it leads to.

    Returns:
        The images in it whose configuration can be read.
    """
    seen.found.account_anew()
    if MANIFEST not in seen.found.members:
        return ()
    document = seen.found.document(MANIFEST)
    if not isinstance(document, list) or not is_docker_manifest(document):
        seen.findings.add(FindingCode.LIST_UNREADABLE, MANIFEST)
        return ()
    listed = [_check_record(seen, record) for record in document]
    known: set[str] = set()
    for image in listed:
        for name in known.intersection(image.names):
            seen.findings.add(FindingCode.NAME_TWICE, name)
        known.update(image.names)
    _check_repositories(seen, known)
    return tuple(image for image in listed if image.config_digest)


def check_legacy(seen: Inventory) -> None:
    """Check what Docker before 1.10 wrote: a chain of layers without any digest."""
    seen.found.account_anew()
    images = read_legacy_archive(seen.found) or ()
    seen.found.account_anew()
    for image in images:
        layers = [Layer(layer.member) for layer in image.layers]
        check_layers(seen, layers, None, image.names[0] if image.names else "")
        lowest = image.layers[0].member.rpartition("/")[0]
        document = seen.found.document(f"{lowest}/json")
        if not isinstance(document, dict) or text(document, "parent"):
            seen.findings.add(FindingCode.CONFIG_MISSING, lowest)


def _check_record(seen: Inventory, record: dict[str, object]) -> Listed:
    names = _names(seen, record)
    member = key(str(record["Config"]))
    shown = names[0] if names else member
    config = check_config(seen, member, shown)
    layers = record.get("Layers")
    members = [key(str(name)) for name in layers] if isinstance(layers, list) else []
    check_layers(seen, [Layer(name) for name in members], config, shown)
    holders = [seen.found.holder(name) for name in members]
    return Listed(
        names,
        config.digest if config is not None else "",
        tuple(holder.name if holder is not None else "" for holder in holders),
    )


def _names(seen: Inventory, record: dict[str, object]) -> tuple[str, ...]:
    names = record.get("RepoTags") or []
    if not isinstance(names, list):
        seen.findings.add(FindingCode.LIST_UNREADABLE, MANIFEST)
        return ()
    for name in names:
        if not isinstance(name, str) or not references.is_valid(name):
            seen.findings.add(FindingCode.NAME_INVALID, str(name))
    return names_in(names)


def _check_repositories(seen: Inventory, names: set[str]) -> None:
    """No engine reads this list beside a manifest.json; it tells that somebody changed a name."""
    if _REPOSITORIES not in seen.found.members:
        return
    document = seen.found.document(_REPOSITORIES)
    if not isinstance(document, dict):
        seen.findings.add(FindingCode.REPOSITORIES_DISAGREE, _REPOSITORIES)
        return
    for repository, tags in document.items():
        for tag in tags if isinstance(tags, dict) else ():
            name = f"{repository}:{tag}"
            if not names.intersection(names_in([name])):
                seen.findings.add(FindingCode.REPOSITORIES_DISAGREE, name)
