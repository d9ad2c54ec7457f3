"""What the desktop gives, and what is kept there from one start to the next. No widgets of its own.

``settings.py`` has the choices and ``history.py`` the transfers (each a ``past_transfer.py``, and a
line by ``history_line.py``), in the places that ``folders.py`` names; ``log.py`` and
``diagnosis.py`` are for whoever helps. ``disks.py`` looks at disks. ``keep_awake.py``,
``notifications.py`` and ``show_in_folder.py`` ask the desktop for something, ``one_window.py`` and
``termination.py`` hear what comes from outside. ``resources.py`` and ``translation.py`` find what
the program brings along, and ``quick_start.py`` makes it start sooner.
"""
