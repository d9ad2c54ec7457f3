"""What the desktop gives: settings, showing a file in its folder, one running program."""
