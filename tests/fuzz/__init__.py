"""Looking for files that make the program fail: inputs bred by what they reach in its code.

``python -m tests.fuzz --seconds 900`` looks for a quarter of an hour; ``test_fuzz.py`` for some
seconds in every run. What is found becomes a test beside those of the module that was wrong.
"""
