"""A past transfer as one line of JSON, and back. What a newer program adds to a line is left alone.

Results are written as codes and parameters, so that they can be said in any language later.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TypeAlias, assert_never

from desktop_app.archives import Depth
from desktop_app.desktop.past_transfer import PastFile, PastImage, PastTransfer
from desktop_app.errors import ErrorCode, Param
from desktop_app.transfers.requests import (
    CheckRequest,
    ExportRequest,
    ImportRequest,
    LoadRequest,
    SaveRequest,
    Transfer,
)
from desktop_app.workers.outcome import Failed, Outcome, Stopped, Succeeded

_LONGEST_DETAIL = 4000

_Json: TypeAlias = Mapping[str, object]


def to_line(past: PastTransfer) -> bytes:
    """The line, without its end; a name that no disk could have written is ASCII, too."""
    line: dict[str, object] = {
        "id": past.job_id,
        "ended": past.ended_at.isoformat(),
        "started": past.started_at.isoformat() if past.started_at else None,
        **_request_json(past.request),
        **_outcome_json(past.outcome),
        "files": [
            {"path": str(file.path), "size": file.size_bytes, "sha256": file.sha256}
            for file in past.files
        ],
        "images": [{"names": list(image.names), "digest": image.digest} for image in past.images],
        "problems": past.problems,
    }
    return json.dumps(line).encode("ascii")


def from_line(line: bytes) -> PastTransfer | None:
    """The transfer that a line tells of; None if the line is damaged or says what nobody knows."""
    try:
        return _past(_object(line))
    except (KeyError, ValueError, RecursionError):
        return None


def id_of(line: bytes) -> str:
    """Which transfer a line tells of, even if nobody knows what it says; empty if it is damaged."""
    try:
        return _text(_object(line), "id")
    except (KeyError, ValueError, RecursionError):
        return ""


def _object(line: bytes) -> _Json:
    read = json.loads(line)
    if not isinstance(read, dict):
        raise ValueError("no object")  # noqa: TRY004  damage, like all else here
    return read


def _past(line: _Json) -> PastTransfer:
    return PastTransfer(
        _text(line, "id"),
        _request(line),
        _outcome(line),
        _moment(_text(line, "ended")),
        _moment(_text(line, "started")) if line["started"] is not None else None,
        tuple(
            PastFile(Path(_text(file, "path")), _number(file, "size"), _text(file, "sha256"))
            for file in _objects(line, "files")
        ),
        tuple(
            PastImage(_texts(image, "names"), _text(image, "digest"))
            for image in _objects(line, "images")
        ),
        _number(line, "problems"),
    )


def _request_json(request: Transfer) -> dict[str, object]:
    match request:
        case SaveRequest(names, target, is_separate=is_separate):
            saved = {"names": list(names), "separate": is_separate}
            return {"what": "save", "path": str(target), **saved}
        case LoadRequest(path):
            return {"what": "load", "path": str(path)}
        case ExportRequest(container_id, name, target):
            exported = {"container": container_id, "name": name}
            return {"what": "export", "path": str(target), **exported}
        case ImportRequest(path, name):
            return {"what": "import", "path": str(path), "name": name}
        case CheckRequest(path, depth):
            return {"what": "check", "path": str(path), "depth": depth.value}
        case _:
            assert_never(request)


def _request(line: _Json) -> Transfer:
    path = Path(_text(line, "path"))
    match line["what"]:
        case "save":
            return SaveRequest(_texts(line, "names"), path, is_separate=line["separate"] is True)
        case "load":
            return LoadRequest(path)
        case "export":
            return ExportRequest(_text(line, "container"), _text(line, "name"), path)
        case "import":
            return ImportRequest(path, _text(line, "name"))
        case "check":
            return CheckRequest(path, Depth(_text(line, "depth")))
    raise ValueError("a kind of transfer that nobody knows")


def _outcome_json(outcome: Outcome) -> dict[str, object]:
    match outcome:
        case Succeeded():
            return {"result": "succeeded"}
        case Failed(code, params, detail):
            words = {"params": dict(params), "detail": detail[-_LONGEST_DETAIL:]}
            return {"result": "failed", "code": code.value, **words}
        case Stopped(remaining):
            return {"result": "cancelled", "remaining": list(remaining)}
        case _:
            assert_never(outcome)


def _outcome(line: _Json) -> Outcome:
    match line["result"]:
        case "succeeded":
            return Succeeded(None)
        case "failed":
            return Failed(ErrorCode(_text(line, "code")), _params(line), _text(line, "detail"))
        case "cancelled":
            return Stopped(_texts(line, "remaining"))
    raise ValueError("an end that nobody knows")


def _params(line: _Json) -> Mapping[str, Param]:
    params = line["params"]
    if not isinstance(params, dict):
        raise ValueError("no parameters")  # noqa: TRY004  damage, too
    return {str(key): value for key, value in params.items() if isinstance(value, str | int)}


def _text(line: _Json, name: str) -> str:
    value = line[name]
    if not isinstance(value, str):
        raise ValueError(name)  # noqa: TRY004  damage, too
    return value


def _number(line: _Json, name: str) -> int | None:
    value = line[name]
    if value is None or isinstance(value, int):
        return value
    raise ValueError(name)


def _texts(line: _Json, name: str) -> tuple[str, ...]:
    values = line[name]
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError(name)
    return tuple(values)


def _objects(line: _Json, name: str) -> tuple[_Json, ...]:
    values = line[name]
    if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
        raise ValueError(name)
    return tuple(values)


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("nobody knows where")
    return moment
