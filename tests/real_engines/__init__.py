"""Real engines that the tests start and end themselves, and the main jobs done with them.

``confined.py`` runs a program so that it ends with all that it started; ``engines.py`` knows how
each engine is started, ``suites.py`` where the newer ones come from; ``images.py`` makes what is
moved, offline and by docker-py alone; ``fixtures.py`` hands all of it to the tests.
"""
