"""Names of images: what is valid, the short familiar form, and a name to suggest.

The grammar is that of github.com/distribution/reference v0.6.0 (reference.go, regexp.go,
normalize.go).
"""

import re
from dataclasses import dataclass

from desktop_app.errors import ErrorCode, UserFacingError

_DEFAULT_DOMAIN = "docker.io"
_LEGACY_DOMAIN = "index.docker.io"
_OFFICIAL_PREFIX = "library/"
_LONGEST_NAME = 255  # Docker 20.10 counts the registry, too; later ones the path only

_PATH_PART = r"[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*"
_PATH = re.compile(rf"{_PATH_PART}(?:/{_PATH_PART})*")
_DOMAIN_PART = r"(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])"
_DOMAIN = re.compile(rf"(?:{_DOMAIN_PART}(?:\.{_DOMAIN_PART})*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?")
_TAG = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}")
_IDENTIFIER = re.compile(r"[a-f0-9]{64}")


@dataclass(frozen=True, slots=True)
class Reference:
    """A name of an image, in full.

    Attributes:
        domain: the registry, ``docker.io`` where none was given.
        path: the repository in it, ``library/…`` for Docker's official ones.
        tag: ``latest`` where none was given.
    """

    domain: str
    path: str
    tag: str

    @property
    def familiar(self) -> str:
        """The short form: ``postgres:9.6`` for ``docker.io/library/postgres:9.6``."""
        if self.domain != _DEFAULT_DOMAIN:
            return f"{self.domain}/{self.path}:{self.tag}"
        is_official = self.path.startswith(_OFFICIAL_PREFIX) and self.path.count("/") == 1
        return (
            f"{self.path.removeprefix(_OFFICIAL_PREFIX) if is_official else self.path}:{self.tag}"
        )

    @property
    def full(self) -> str:
        """With registry and all: ``docker.io/library/postgres:9.6``."""
        return f"{self.domain}/{self.path}:{self.tag}"

    @property
    def repository(self) -> str:
        """The familiar form without the tag."""
        return self.familiar.rpartition(":")[0]


def parse(text: str) -> Reference:
    """Read a name as a person types it; a missing registry or tag is filled in as docker does.

    Raises:
        UserFacingError: NAME_INVALID. A name with a digest (``…@sha256:…``) is invalid here: it
            cannot be given.
    """
    name, tag = _split_tag(text.strip())
    domain, path = _split_domain(name)
    is_valid = (
        _DOMAIN.fullmatch(domain)
        and _PATH.fullmatch(path)
        and _TAG.fullmatch(tag)
        and len(f"{domain}/{path}") <= _LONGEST_NAME
        and not _IDENTIFIER.fullmatch(name)
    )
    if not is_valid:
        raise UserFacingError(ErrorCode.NAME_INVALID, {"name": text})
    return Reference(domain, path, tag)


def is_valid(text: str) -> bool:
    """Whether docker takes the text as the name of an image."""
    try:
        parse(text)
    except UserFacingError:
        return False
    return True


def familiar(text: str) -> str:
    """The short form of a name; a text that is no name stays as it is."""
    try:
        return parse(text).familiar
    except UserFacingError:
        return text


def says_no_registry(name: str) -> bool:
    """Whether a valid name leaves it to the engine where it comes from."""
    return parse(name).domain == _DEFAULT_DOMAIN and not name.startswith(f"{_DEFAULT_DOMAIN}/")


def suggest(text: str, tag: str = "latest") -> str:
    """A valid name made of any text, such as the stem of a file's name or a container's."""
    parts = re.findall(r"[a-z0-9]+", text.lower())
    return f"{'-'.join(parts) or 'image'}:{tag}"


def _split_tag(text: str) -> tuple[str, str]:
    name, colon, tag = text.rpartition(":")
    if not colon or "/" in tag:  # no colon at all, or that of a registry's port
        return text, "latest"
    return name, tag


def _split_domain(name: str) -> tuple[str, str]:
    first, slash, rest = name.partition("/")
    is_domain = slash and (first == "localhost" or any(c in ".:" or c.isupper() for c in first))
    domain, path = (first, rest) if is_domain else (_DEFAULT_DOMAIN, name)
    if domain == _LEGACY_DOMAIN:
        domain = _DEFAULT_DOMAIN
    if domain == _DEFAULT_DOMAIN and "/" not in path:
        path = _OFFICIAL_PREFIX + path
    return domain, path
