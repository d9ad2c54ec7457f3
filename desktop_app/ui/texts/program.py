"""What the program is called, with its version: in "About", and above every report."""

from PySide6.QtCore import QCoreApplication

from desktop_app import __version__


def program_text() -> str:
    """``Image Ferry 1.0``, in the person's language."""
    return QCoreApplication.translate("Program", "Image Ferry {version}").format(
        version=__version__
    )
