"""Engines: finding one, asking it, and streams that can be cut. Docker-py lives here only."""
