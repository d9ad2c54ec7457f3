"""Files: what one is, what is in it, whether it is whole. Pure Python, no Qt, no docker."""
