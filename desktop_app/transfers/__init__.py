"""The jobs' bodies: one generator a verb, joining an engine and archives. No Qt.

Each yields `Progress` and returns a frozen result. Bytes run through ``pipeline.py``: threads
joined by channels of reused buffers. What was received is a file only when all of it was proved,
and what was sent is a success only when the engine, asked again, has it. What a save or an export
writes, in which form and in how many files, is the business of ``output.py``.

``looking.py`` learns what a file is; ``checking.py`` reads all of it to see whether it is whole;
``cargo.py`` opens it as it is sent, converted where `judge` says so; ``presence.py`` asks the
engine what of it need not be sent, and ``aftermath.py`` what is there of a load that did not
succeed. ``space.py`` says before the first byte what will not fit, and ``leftovers.py`` notes half
files, so that those of a killed program are found. ``commands.py`` says what one would type in a
terminal to have the same done.
"""

from typing import TYPE_CHECKING

from desktop_app.late import late

if TYPE_CHECKING:
    from desktop_app.transfers.checking import check_file
    from desktop_app.transfers.exporting import ExportOptions, export_container
    from desktop_app.transfers.importing import ImportOptions, import_filesystem
    from desktop_app.transfers.loading import LoadOptions, load_archive
    from desktop_app.transfers.output import surely_written
    from desktop_app.transfers.performing import perform
    from desktop_app.transfers.saving import SaveOptions, save_images
    from desktop_app.transfers.separating import save_separately, separate_targets, suffix_of
    from desktop_app.transfers.space import Estimate, estimate_save

__all__ = [
    "Estimate",
    "ExportOptions",
    "ImportOptions",
    "LoadOptions",
    "SaveOptions",
    "check_file",
    "estimate_save",
    "export_container",
    "import_filesystem",
    "load_archive",
    "perform",
    "save_images",
    "save_separately",
    "separate_targets",
    "suffix_of",
    "surely_written",
]

__getattr__ = late(
    __name__,
    {
        "Estimate": "space",
        "ExportOptions": "exporting",
        "ImportOptions": "importing",
        "LoadOptions": "loading",
        "SaveOptions": "saving",
        "check_file": "checking",
        "estimate_save": "space",
        "export_container": "exporting",
        "import_filesystem": "importing",
        "load_archive": "loading",
        "perform": "performing",
        "save_images": "saving",
        "save_separately": "separating",
        "separate_targets": "separating",
        "suffix_of": "separating",
        "surely_written": "output",
    },
)
