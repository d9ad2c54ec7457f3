"""QThreads: one generator in a thread, the queue of jobs, the feed that watches the engine."""
