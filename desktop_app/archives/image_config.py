"""The configuration of an image: platform, time and diff IDs (OCI image-spec, config.md)."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from desktop_app import references


@dataclass(frozen=True, slots=True)
class ImageConfig:
    """What is needed of a configuration.

    Attributes:
        digest: of its bytes, ``sha256:…``.
        architecture: in Go's words.
        os: ``linux``, …
        variant: of the architecture.
        created: aware, UTC; None where it does not say.
        diff_ids: lowest layer first.
    """

    digest: str
    architecture: str
    os: str
    variant: str
    created: datetime | None
    diff_ids: tuple[str, ...]


def read_config(document: object, data: bytes) -> ImageConfig | None:
    """Read a configuration; None if it is none.

    Args:
        document: the JSON.
        data: its bytes, for the digest.
    """
    if not isinstance(document, dict):
        return None
    rootfs = document.get("rootfs")
    diff_ids = rootfs.get("diff_ids") if isinstance(rootfs, dict) else None
    return ImageConfig(
        digest=digest_of(data),
        architecture=text(document, "architecture"),
        os=text(document, "os") or "linux",  # Docker before 1.10 did not write it
        variant=text(document, "variant"),
        created=moment(text(document, "created")),
        diff_ids=tuple(str(each) for each in diff_ids) if isinstance(diff_ids, list) else (),
    )


def digest_of(data: bytes) -> str:
    """``sha256:…`` of some bytes."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def text(document: Mapping[str, object], key: str) -> str:
    """A text of a JSON object; empty where it is missing or something else."""
    value = document.get(key)
    return value if isinstance(value, str) else ""


def names_in(values: Iterable[object]) -> tuple[str, ...]:
    """Names in their familiar form, each once. What is no name is left out: no engine takes it."""
    texts = [value for value in values if isinstance(value, str) and references.is_valid(value)]
    return tuple(dict.fromkeys(references.familiar(value) for value in texts))


def short_names_in(values: Iterable[object]) -> frozenset[str]:
    """The familiar form of those names that are written without a registry."""
    texts = [value for value in values if isinstance(value, str) and references.is_valid(value)]
    return frozenset(
        references.familiar(value) for value in texts if references.says_no_registry(value)
    )


def moment(value: str) -> datetime | None:
    """A time of RFC 3339 in UTC; None for no time and for Go's zero time.

    Go writes nine digits of a second; Python takes six.
    """
    whole, dot, rest = value.partition(".")
    zone = rest.lstrip("0123456789") if dot else ""
    try:
        found = datetime.fromisoformat(f"{whole}{zone}")
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return found if found.year > 1 else None
