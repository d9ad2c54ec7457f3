"""Widgets, pages, dialogs, texts and the theme. Never imports the engine."""
