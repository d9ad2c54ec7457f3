"""Archives of every producer: how each is made, what is to be found in it, what engines do with it.

``images.py`` has the images that are in all of them; ``layouts.py`` follows producers that are not
here, ``programs.py`` runs those that are. ``specimens.py`` is the table of them all, and
``matrix.py`` tries one on an engine; ``python -m tests.corpus`` prints what came of it.
"""
