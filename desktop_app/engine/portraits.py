"""What engines answer when they are asked for one image or container, as portraits of it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from desktop_app.engine.records import Json, digest
from desktop_app.portraits import ContainerPortrait, ImagePortrait, Mount, StartSettings, Step


def image_portrait(answer: Json, history: Iterable[Json]) -> ImagePortrait:
    """Of ``/images/NAME/json`` and ``/images/NAME/history``, which is newest first."""
    return ImagePortrait(
        image_id=digest(answer["Id"]),
        settings=_settings(answer.get("Config") or {}),
        steps=tuple(map(_step, history))[::-1],
    )


def container_portrait(answer: Json) -> ContainerPortrait:
    """Of ``/containers/NAME/json`` with ``size=1``."""
    state = answer.get("State") or {}
    has_ended = state.get("Status") in {"exited", "dead"}
    return ContainerPortrait(
        container_id=str(answer["Id"]),
        settings=_settings(answer.get("Config") or {}),
        published=tuple(_published(answer)),
        mounts=tuple(sorted(map(_mount, answer.get("Mounts") or ()), key=lambda each: each.inside)),
        own_bytes=_size(answer.get("SizeRw")),
        whole_bytes=_size(answer.get("SizeRootFs")),
        exit_code=int(state.get("ExitCode") or 0) if has_ended else None,
    )


def _settings(config: Json) -> StartSettings:
    return StartSettings(
        entrypoint=_words(config.get("Entrypoint")),
        command=_words(config.get("Cmd")),
        environment=_words(config.get("Env")),
        ports=tuple(sorted(map(str, config.get("ExposedPorts") or ()))),
        volumes=tuple(sorted(map(str, config.get("Volumes") or ()))),
        working_folder=str(config.get("WorkingDir") or ""),
        user=str(config.get("User") or ""),
        labels={str(name): str(text) for name, text in (config.get("Labels") or {}).items()},
    )


def _words(value: Any) -> tuple[str, ...]:  # noqa: ANN401  JSON
    """A list of words; Podman 4.3 gives the entrypoint of a container as one text."""
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(map(str, value or ()))


def _step(entry: Json) -> Step:
    return Step(
        command=str(entry.get("CreatedBy") or ""),
        size_bytes=int(entry.get("Size") or 0),
        comment=str(entry.get("Comment") or ""),
    )


def _published(answer: Json) -> Iterator[str]:
    """Those of a container that runs; of another one those that it will have."""
    bindings: Mapping[str, Any] = (
        (answer.get("NetworkSettings") or {}).get("Ports")
        or (answer.get("HostConfig") or {}).get("PortBindings")
        or {}
    )
    for inside, outsides in sorted(bindings.items()):
        shown = {_outside(each) for each in outsides or ()}  # IPv4 and IPv6 are two of the same
        yield from (f"{outside} → {inside}" for outside in sorted(shown))


def _outside(binding: Json) -> str:
    address, port = str(binding.get("HostIp") or ""), str(binding.get("HostPort") or "")
    return port if address in {"", "0.0.0.0", "::"} else f"{address}:{port}"  # noqa: S104  compared


def _mount(answer: Json) -> Mount:
    return Mount(
        inside=str(answer.get("Destination") or ""),
        outside=str(answer.get("Name") or answer.get("Source") or ""),
    )


def _size(value: object) -> int | None:
    return value if isinstance(value, int) and value >= 0 else None
