"""Risk: the program forgets what it has begun, or notes it in somebody else's folder."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from desktop_app.desktop.folders import history_file, journal_folder, log_file


def test_notes_stay_where_this_user_keeps_programs_data() -> None:
    data = QStandardPaths.StandardLocation.GenericDataLocation
    for place in (journal_folder(), log_file(), history_file()):
        assert place.is_relative_to(Path(QStandardPaths.writableLocation(data)))
