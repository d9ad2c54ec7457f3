"""What must hold of an image whichever list names it: its configuration, its layers, their digests.

Here a check is a function that adds to the findings what does not hold.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.archives.checks.findings import FindingCode, Findings
from desktop_app.archives.checks.passing import Inside, Passed
from desktop_app.archives.digests import is_digest, keeps_its_name
from desktop_app.archives.image_config import ImageConfig, read_config
from desktop_app.archives.report import HostileArchive
from desktop_app.archives.survey import Survey

_WRONG_INSIDE = {
    Inside.DAMAGED: FindingCode.LAYER_DAMAGED,
    Inside.CUT_SHORT: FindingCode.LAYER_CUT_SHORT,
    Inside.OTHER: FindingCode.LAYER_UNREADABLE,
}


@dataclass(slots=True)
class Inventory:
    """All that is known of an archive once it has passed.

    Attributes:
        found: members and documents.
        passed: of regular members, by name.
        is_thorough: whether the digests of all members were to be taken.
        findings: gets what is found.
    """

    found: Survey = field(default_factory=Survey)
    passed: dict[str, Passed] = field(default_factory=dict)
    is_thorough: bool = True
    findings: Findings = field(default_factory=Findings)


@dataclass(frozen=True, slots=True)
class Listed:
    """An image as one list has it, to be compared with the other list.

    Attributes:
        names: in the familiar form.
        config_digest: of its configuration.
        holders: the members that hold its layers, lowest first.
        group: the entry of the list that it comes from.
    """

    names: tuple[str, ...]
    config_digest: str
    holders: tuple[str, ...]
    group: str = ""

    @property
    def shown(self) -> str:
        """How a person is told of it."""
        return self.names[0] if self.names else self.config_digest


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer that a list names.

    Attributes:
        member: that should hold it.
        is_archive: whether it is one of files; attestations have others.
        is_elsewhere: whether it may be missing, because only its maker hands it out.
    """

    member: str
    is_archive: bool = True
    is_elsewhere: bool = False


def check_names_of_members(seen: Inventory) -> None:
    """See that members have the digests that they are named by."""
    for name, passed in seen.passed.items():
        if passed.digests and not keeps_its_name(name, passed.digests, passed.diff_id):
            seen.findings.add(FindingCode.DIGEST_WRONG, name)


def check_config(seen: Inventory, member: str, shown: str) -> ImageConfig | None:
    """See that a configuration is there and is one; None if not."""
    found, findings = seen.found, seen.findings
    holder = found.holder(member)
    if holder is None:
        findings.add(FindingCode.CONFIG_MISSING, shown)
        return None
    document = found.document(member)
    config = read_config(document, found.documents.get(holder.name, b""))
    rootfs = document.get("rootfs") if isinstance(document, dict) else None
    if config is None or not isinstance(document, dict) or not isinstance(rootfs, dict):
        findings.add(FindingCode.CONFIG_UNREADABLE, shown)
        return None
    if rootfs.get("type") != "layers":
        findings.add(FindingCode.ROOTFS_TYPE, shown)
    steps = document.get("history")
    if isinstance(steps, list) and steps and _layers_in(steps) != len(config.diff_ids):
        findings.add(FindingCode.HISTORY_COUNT, shown)
    return config


def check_layers(
    seen: Inventory, layers: Sequence[Layer], config: ImageConfig | None, shown: str
) -> None:
    """See that all layers are there, and that they are those that the configuration means."""
    diff_ids = config.diff_ids if config is not None else ("",) * len(layers)
    if len(diff_ids) != len(layers):
        seen.findings.add(FindingCode.LAYER_COUNT, shown)
        diff_ids = ("",) * len(layers)
    for layer, diff_id in zip(layers, diff_ids, strict=True):
        seen.found.spend()
        if diff_id and not is_digest(diff_id):
            seen.findings.add(FindingCode.DIGEST_INVALID, diff_id)
            diff_id = ""  # noqa: PLW2901  nothing can be compared with it
        _check_layer(seen, layer, diff_id)


def _check_layer(seen: Inventory, layer: Layer, diff_id: str) -> None:
    holder = seen.found.holder(layer.member)
    if holder is None:
        code = FindingCode.LAYER_ELSEWHERE if layer.is_elsewhere else FindingCode.LAYER_MISSING
        seen.findings.add(code, layer.member)
        return
    passed = seen.passed.get(holder.name)
    if passed is not None and passed.digests:
        _check_content(seen.findings, holder.name, layer, passed)
        _check_diff_id(seen.findings, holder.name, diff_id, passed)
    elif seen.is_thorough:
        seen.findings.add(FindingCode.LAYER_UNCHECKED, holder.name)


def _check_content(findings: Findings, name: str, layer: Layer, passed: Passed) -> None:
    if passed.trick is not None:
        raise HostileArchive(passed.trick)
    wrong = _WRONG_INSIDE.get(passed.inside)
    if wrong is not None and (layer.is_archive or wrong is FindingCode.LAYER_DAMAGED):
        findings.add(wrong, name)
    if layer.is_archive and passed.repeated_path:
        findings.add(FindingCode.LAYER_REPEATS_PATH, f"{name}: {passed.repeated_path}")


def _check_diff_id(findings: Findings, name: str, diff_id: str, passed: Passed) -> None:
    if passed.diff_id and diff_id.startswith("sha256:") and passed.diff_id != diff_id:
        findings.add(FindingCode.DIFF_ID_WRONG, name)
    elif diff_id.startswith("sha512:"):  # nobody writes these
        findings.add(FindingCode.LAYER_UNCHECKED, name)


def _layers_in(history: list[object]) -> int:
    """How many steps of a history have made a layer."""
    steps = [step for step in history if isinstance(step, dict)]
    return sum(step.get("empty_layer") is not True for step in steps)
