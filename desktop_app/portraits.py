"""What an engine tells of one image or container that somebody looks at, as plain frozen data."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class StartSettings:
    """With what a container is started.

    Attributes:
        entrypoint: the program and its first words.
        command: what follows, or the program itself.
        environment: ``NAME=value`` each; a value may be a secret.
        ports: that the program listens on, such as ``80/tcp``.
        volumes: paths whose content is kept outside.
        working_folder: where the program starts.
        user: as whom; empty for root.
        labels: by name.
    """

    entrypoint: tuple[str, ...] = ()
    command: tuple[str, ...] = ()
    environment: tuple[str, ...] = ()
    ports: tuple[str, ...] = ()
    volumes: tuple[str, ...] = ()
    working_folder: str = ""
    user: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the making of an image.

    Attributes:
        command: what was done, in the engine's words; empty where nobody has noted it.
        size_bytes: of the layer that it made; 0 for a step that changed settings only.
        comment: a remark, such as ``Imported from -``.
    """

    command: str
    size_bytes: int
    comment: str = ""


@dataclass(frozen=True, slots=True)
class ImagePortrait:
    """One image.

    Attributes:
        image_id: ``sha256:…``.
        settings: of containers that are made from it.
        steps: the lowest one first; empty where the engine does not tell them.
    """

    image_id: str
    settings: StartSettings
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Mount:
    """Something from outside that is seen inside a container.

    Attributes:
        inside: its path there.
        outside: the name of a volume or a path of the engine's computer.
    """

    inside: str
    outside: str


@dataclass(frozen=True, slots=True)
class ContainerPortrait:
    """One container.

    Attributes:
        container_id: 64 hex digits.
        settings: with what it was started.
        published: ports that are reached from outside, such as ``8080 → 80/tcp``.
        mounts: what is not in its own file system, and so in no exported file.
        own_bytes: of the files that it has written or changed; None where nobody says.
        whole_bytes: of all its files, those of its image among them; None where nobody says.
        exit_code: of its program when it ended; None while it runs or before it was started.
    """

    container_id: str
    settings: StartSettings
    published: tuple[str, ...] = ()
    mounts: tuple[Mount, ...] = ()
    own_bytes: int | None = None
    whole_bytes: int | None = None
    exit_code: int | None = None
