"""Risk: a disk is full, and nobody says of what."""

from desktop_app.errors import ErrorCode
from desktop_app.ui.texts import error_text


def test_a_full_disk_names_what_could_be_removed() -> None:
    params = {"path": "/media/stick/shop.tar", "removable": "old.tar/half.tar.part"}
    assert "old.tar and half.tar.part" in error_text(ErrorCode.TARGET_FULL, params).advice
    for none in ({"path": "/media/x.tar"}, {"path": "/media/x.tar", "removable": ""}):
        assert "largest" not in error_text(ErrorCode.TARGET_FULL, none).advice
