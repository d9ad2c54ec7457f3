"""QThreads, and nothing of Qt but QtCore.

A job is a generator that ``job.py`` runs in a thread of its own; ``queue.py`` lets transfers wait
for one another. The engine is not a job: ``feed.py`` has one thread in which ``watching.py``
connects, lists, listens to events and starts over, and hands on an ``EngineSnapshot`` each time.
Between threads travel frozen dataclasses only, through signals to bound methods; a cancel is the
one call that goes straight across, because a busy thread hears no signals.
"""
