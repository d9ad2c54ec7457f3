"""Where the program's icons, translations and guide are. It only finds them; others load them."""

from pathlib import Path

import desktop_app


def resource_path(name: str) -> Path:
    """The file or folder of the resources that is called `name`, such as ``icons/save.svg``.

    A wheel carries the resources inside the package; in the source tree they stand beside it,
    where the translations are not compiled and so do not take effect.

    Raises:
        FileNotFoundError: there is none of this name, which is a mistake of ours.
    """
    package = Path(desktop_app.__file__).parent
    for folder in (package / "resources", package.parent / "resources"):
        if (folder / name).exists():
            return folder / name
    raise FileNotFoundError(f"no resource is called {name}")
