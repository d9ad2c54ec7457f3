"""What people have chosen, forgotten: also what a program wrote that a test has started."""

from desktop_app.desktop import settings


def forget_settings() -> None:
    """Empty the file of settings; Qt keeps what is in the file and not yet known to it."""
    stored = settings._stored()
    stored.sync()
    stored.clear()
    stored.sync()
