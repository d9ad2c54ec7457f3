"""What the desktop gives: settings, history, notes, showing a file in its folder."""
