"""Dialogs: each asks one thing and answers with a signal; none runs a loop of its own."""
