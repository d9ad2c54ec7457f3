"""How this program compares with docker's own, side by side in one run."""
