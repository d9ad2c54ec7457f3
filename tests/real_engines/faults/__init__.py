"""What can go wrong on the way, each at a real engine or on a real disk.

``verbs.py`` has the four ways to go and the moments on them, ``conftest.py`` what must be true
after each fault: nothing in the engine that was not asked for, no file that is not whole under a
final name, and no half file that the next start of the program would not offer for deletion. With
``--soak`` each test is run ten times.
"""
