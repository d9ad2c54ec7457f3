"""Says in one word what run.sh can expect of container engines here.

``answers``: one does. ``built-in``: the program will start Podman. ``refused``: one is chosen or is
here and cannot be used. ``none``: nothing of the kind.
"""

from desktop_app.engine import NoEngineFound, PodmanService, connect
from desktop_app.errors import ErrorCode, UserFacingError

_NOBODY_THERE = {ErrorCode.ENGINE_NOT_FOUND, ErrorCode.ENGINE_STOPPED}


def engine_state() -> str:
    """The one word."""
    try:
        connect().close()
    except NoEngineFound as error:
        if PodmanService().is_needed():
            return "built-in"
        return "none" if error.code in _NOBODY_THERE else "refused"
    except UserFacingError:
        return "refused"
    return "answers"


if __name__ == "__main__":
    print(engine_state())
