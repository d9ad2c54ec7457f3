"""What must hold of an archive that is whole; ``verification.py`` reads one and asks all of it.

``members.py`` looks at each member as it passes, with ``passing.py`` for the digests of its data.
What the lists of an archive claim is held against that at the end: ``manifest.py`` by Docker's own
lists, ``layout.py`` by the OCI's, with its ``media_types.py``, and ``agreement.py`` by both;
``images.py`` has what they share. ``findings.py`` is what comes of it.
"""
