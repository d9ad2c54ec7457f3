"""The jobs' bodies: one generator a verb, joining engine and archives. No Qt."""
